/**
 * Writes the minified bundles of the front end to static/dist. They are checked in: compiling the executable needs no Node,
 * and CI builds them again and compares. Deterministic: no time stamps, no absolute paths, one version of esbuild and terser
 * (lockfile). esbuild bundles; terser, which knows what is used once, makes a twentieth less of what esbuild leaves.
 *
 * Each entry is [source, output, options]; a source that does not exist is an error.
 *
 * With `--watch` it goes on, and writes a bundle again whenever one of its sources changes (`tests/dev`).
 */
import { build, context } from 'esbuild';
import { minify } from 'terser';
import { fileURLToPath } from 'node:url';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import path from 'node:path';
import { SHELL, pieces } from './pieces.mjs';
import { usedByWidget, withoutUnused } from './tokens.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const WIDGET = ['chrome87', 'safari14.1'];
/** Chrome 80 to 90 trip over one form of it alone, `call?.(...spread)`, which tests/js/widget.test.js keeps out of the widget. */
const CHAINS = { 'optional-chain': true };
const WORKBENCH = ['es2022'];

const entries = [
  // The loader is a classic script on pages of others: no globals but its own function.
  ['im/files.js', 'im-files.js', { target: WIDGET, format: 'esm' }],
  ['im/tab-coordination.js', 'im-meeting.js', { target: WIDGET, format: 'esm' }],
  ['im/link-watchdog.js', 'im-steady.js', { target: WIDGET, format: 'esm' }],
  ['im/requests.js', 'im-requests.js', { target: WIDGET, format: 'esm' }],
  ['widget/w.js', 'w.js', { target: WIDGET, format: 'iife' }],
  ['widget/icons.js', 'w-icons.js', { target: WIDGET, format: 'esm' }],
  ['widget/sound.js', 'w-sound.js', { target: WIDGET, format: 'esm' }],
  ['widget/calls.js', 'w-calls.js', { target: WIDGET, format: 'esm' }],
  ['widget/w-open.js', 'w-open.js', { target: WIDGET, format: 'esm' }],
  ['widget/frame.js', 'frame.js', { target: WIDGET, format: 'esm' }],
  ['widget/page-api.js', 'frame-says.js', { target: WIDGET, format: 'esm' }],
  ['widget/more.js', 'frame-more.js', { target: WIDGET, format: 'esm' }],
  ['widget/files/files.js', 'frame-files.js', { target: WIDGET, format: 'esm' }],
  ['widget/files/files.css', 'frame-files.css', { target: WIDGET }],
  ['widget/frame.css', 'frame.css', { target: WIDGET }],
  ['widget/frame-more.css', 'frame-more.css', { target: WIDGET }],
  ['widget/preview/preview.js', 'preview.js', { target: WIDGET, format: 'esm' }],
  ['widget/preview/frame.js', 'preview-frame.js', { target: WIDGET, format: 'esm' }],
  ['widget/preview/preview.css', 'preview.css', { target: WIDGET }],
  ['workbench/app/app.css', 'app.css', { target: WORKBENCH }],
  ['workbench/app/palette.css', 'palette.css', { target: WORKBENCH }],
  ['workbench/app/keys.css', 'keys.css', { target: WORKBENCH }],
  ['workbench/thread/whole.css', 'thread.css', { target: WORKBENCH }],
  ['workbench/pages/inbox/page.css', 'inbox.css', { target: WORKBENCH }],
  ['workbench/pages/tickets/page.css', 'tickets.css', { target: WORKBENCH }],
  ['workbench/pages/tickets/overview.css', 'tickets-overview.css', { target: WORKBENCH }],
  ['workbench/pages/tickets/single.css', 'tickets-single.css', { target: WORKBENCH }],
  ['workbench/pages/tickets/board.css', 'tickets-board.css', { target: WORKBENCH }],
  ['workbench/pages/tickets/windows.css', 'tickets-windows.css', { target: WORKBENCH }],
  ['workbench/pages/wall/page.css', 'wall.css', { target: WORKBENCH }],
  ['workbench/pages/faq/page.css', 'faq.css', { target: WORKBENCH }],
  ['workbench/pages/faq/editor.css', 'faq-editor.css', { target: WORKBENCH }],
  ['workbench/pages/faq/more.css', 'faq-more.css', { target: WORKBENCH }],
  ['design/markdown.js', 'markdown.js', { target: WORKBENCH, format: 'esm' }],
  ['workbench/pages/settings/calls.js', 'uploads.js', { target: WORKBENCH, format: 'esm' }],
  ['workbench/pages/search/page.css', 'search.css', { target: WORKBENCH }],
  ['workbench/pages/settings/page.css', 'settings.css', { target: WORKBENCH }],
  ['workbench/pages/settings/widget.css', 'settings-widget.css', { target: WORKBENCH }],
  ['workbench/pages/settings/views.css', 'settings-views.css', { target: WORKBENCH }],
  ['workbench/pages/settings/hours.css', 'settings-hours.css', { target: WORKBENCH }],
  ['workbench/pages/settings/routing.css', 'settings-routing.css', { target: WORKBENCH }],
  ['workbench/pages/settings/macros.css', 'settings-macros.css', { target: WORKBENCH }],
  ['workbench/thread/bot.css', 'bot.css', { target: WORKBENCH }],
  ['workbench/parts/shift.css', 'shift.css', { target: WORKBENCH }],
  ['workbench/pages/settings/tickets.css', 'settings-tickets.css', { target: WORKBENCH }],
  ['workbench/pages/settings/bot.css', 'settings-bot.css', { target: WORKBENCH }],
  ['workbench/pages/settings/sla.css', 'settings-sla.css', { target: WORKBENCH }],
  ['workbench/sw.js', 'sw.js', { target: WORKBENCH, format: 'iife' }],
  ['workbench/plain/pages.js', 'pages.js', { target: WORKBENCH, format: 'esm' }],
  ['workbench/plain/pages.css', 'pages.css', { target: WORKBENCH }],
  ['workbench/print/print.js', 'print.js', { target: WORKBENCH, format: 'esm' }],
  ['workbench/print/print.css', 'print.css', { target: WORKBENCH }],
  ['workbench/dev/components.js', 'components.js', { target: WORKBENCH, format: 'esm' }],
  ['workbench/dev/components.css', 'components.css', { target: WORKBENCH }],
  ['demo/demo.css', 'demo.css', { target: WORKBENCH }],
  ['demo/docs.css', 'docs.css', { target: WORKBENCH }],
  ['help/help.css', 'help.css', { target: WORKBENCH }],
  ['help/ask.js', 'help-ask.js', { target: WIDGET, format: 'iife' }],
];

await mkdir(path.join(here, 'dist'), { recursive: true });
/** Words that only the widget's later parts use come with them. */
for (const locale of ['zh-CN', 'en']) {
  const words = JSON.parse(await readFile(path.join(here, `../src/i18n/${locale}/widget_more.json`), 'utf8'));
  await writeFile(path.join(here, `dist/frame-more.${locale}.json`), JSON.stringify(words));
}

/** @param {typeof entries[number]} entry */
const how = ([source, output, options]) => ({
  absWorkingDir: here,
  entryPoints: [source],
  outfile: path.join('dist', output),
  bundle: true,
  minify: true,
  charset: /** @type {const} */ ('utf8'),
  legalComments: /** @type {const} */ ('none'),
  external: ['*.svg', '*.png', '*.webp'],
  logLevel: /** @type {const} */ ('warning'),
  ...(options.target === WIDGET && output.endsWith('.js') && { supported: CHAINS }),
  ...options,
});

/** @param {string} code @param {boolean} module @returns {Promise<string>} the same in fewer letters */
async function smaller(code, module) {
  const { code: less } = await minify(code, { module, ecma: 2020, compress: { passes: 3 }, format: { ecma: 2020 } });
  return `${less}\n`;
}

/** The workbench in pieces: the shell, and what is loaded when it is used. @type {import('esbuild').BuildOptions} */
const workbench = {
  absWorkingDir: here,
  entryPoints: [SHELL],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  format: 'esm',
  target: WORKBENCH,
};

/** What was written by this build; another's pieces go. */
const written = new Set(['zh-CN', 'en'].map((locale) => `frame-more.${locale}.json`));

/** In scripts that were made smaller, lines begin in templates alone, whose indentation nobody sees. @param {string} code */
const flush = (code) => code.replace(/\n +/g, '\n');

/** @param {string} output @param {boolean} module @param {string} [code] as it is there */
async function finish(output, module, code) {
  written.add(output);
  const place = path.join(here, 'dist', output);
  if (code) await writeFile(place, flush(await smaller(code, module)));
  else if (output.endsWith('.js')) await writeFile(place, await smaller(await readFile(place, 'utf8'), module));
  else if (output === 'frame.css') await writeFile(place, withoutUnused(await readFile(place, 'utf8'), await usedByWidget()));
  const bytes = await readFile(place);
  const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  console.log(`${output.padEnd(26)} ${String(bytes.length).padStart(8)} B  ${String(small.length).padStart(7)} B br`);
}

if (process.argv.includes('--watch')) {
  for (const entry of entries) await (await context(how(entry))).watch();
  await (await context({ ...workbench, plugins: [pieces((name, code) => writeFile(path.join(here, 'dist', name), code))] })).watch();
  console.log(`watching the sources of ${entries.length} bundles and of the workbench`);
} else {
  for (const entry of entries) {
    await build(how(entry));
    await finish(entry[1], entry[2].format === 'esm');
  }
  await build({ ...workbench, plugins: [pieces((name, code) => finish(name, true, code))] });
  for (const name of await readdir(path.join(here, 'dist'))) if (!written.has(name)) await rm(path.join(here, 'dist', name));
}
