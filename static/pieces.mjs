/**
 * The workbench in pieces, for esbuild: the shell, and one file for each `import()` below it. Two things are added to what
 * esbuild's splitting does.
 *
 * - What is loaded later finds what was loaded before it. esbuild takes every piece for one that may come first, and makes a file
 *   of its own for each set of pieces that share something; a later piece says here that the earlier one is there, so that
 *   what both use stays in the earlier one.
 * - Names without a hash: all files lie under one hash of everything, and what is checked in keeps its name. A piece is named
 *   after its source, and what several pieces share after the largest source in it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What is always there. */
export const SHELL = 'workbench/app/start.js';
/** What rooms with conversations share: the thread and its composer. */
const THREAD = 'workbench/thread/conversation.js';
/** What is there before the other pieces of a folder are asked for. */
const ROOMS = ['workbench/pages/inbox/page.js', 'workbench/pages/tickets/page.js', 'workbench/pages/settings/page.js', 'workbench/pages/faq/page.js', THREAD];

/** Pieces that are built of what another room has: it comes with them, and stays whole. @type {Record<string, string>} */
const BUILT_ON = { 'workbench/pages/tickets/filter.js': 'workbench/pages/settings/page.js' };

/** The piece that was loaded before one that is asked for in this file. @param {string} importer */
const before = (importer) => ROOMS.find((room) => importer.startsWith(`${path.posix.dirname(room)}/`)) ?? SHELL;

/** `pages/inbox/page.js` is `inbox.js`, `pages/settings/page-team.js` is `settings-team.js`, `parts/emoji.js` is `parts-emoji.js`. @param {string} source */
function nameOf(source) {
  const parts = source.replace(/^workbench\/(pages\/)?/, '').split('/');
  const file = /** @type {string} */ (parts.pop()).replace(/^page(-|(?=\.js$))/, '');
  if (source === SHELL) return 'app.js';
  if (source === THREAD) return 'thread.js';
  return file === '.js' ? `${parts.join('-')}.js` : `${[...parts, file].join('-')}`;
}

/**
 * Names of files as they are to be, by the names that esbuild gave.
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @returns {Map<string, {name:string, written:boolean}>} written = false for a file that only hands on
 */
function namesOf(outputs) {
  /** @type {ReturnType<typeof namesOf>} */
  const names = new Map();
  for (const [file, { entryPoint, inputs, exports }] of Object.entries(outputs)) {
    const old = path.posix.basename(file);
    const held = [SHELL, ...ROOMS].find((one) => inputs[one]);
    // Later pieces name the shell or their room, so that it is a shared file. The one for it as an entry only hands on to that one,
    // and has nothing to export: whoever asks for it gets the shared one.
    if (entryPoint && Object.keys(inputs).length === 0) {
      if (exports.length > 0) throw new Error(`${entryPoint} is built on, and exports: it has to hand itself over by what it does`);
      names.set(old, { name: nameOf(entryPoint), written: false });
      continue;
    }
    const [largest] = Object.entries(inputs).sort(([a, { bytesInOutput: x }], [b, { bytesInOutput: y }]) => y - x || a.localeCompare(b));
    const source = entryPoint ?? held ?? largest?.[0];
    const name = source && (entryPoint || held ? nameOf(source) : `with-${nameOf(source)}`);
    if (!name || [...names.values()].some((one) => one.written && one.name === name)) throw new Error(`no name of its own for ${file}: ${source}`);
    names.set(old, { name, written: true });
  }
  return names;
}

/**
 * @param {(name:string, code:string) => Promise<void>} write
 * @returns {import('esbuild').Plugin}
 */
export const pieces = (write) => ({
  name: 'pieces',
  setup(build) {
    const root = String(build.initialOptions.absWorkingDir);
    const inner = (/** @type {string} */ file) => path.relative(root, file).replaceAll('\\', '/');
    Object.assign(build.initialOptions, { write: false, metafile: true, chunkNames: '[name]-[hash]', entryNames: '[name]' });
    /** The earlier piece, by the file that is asked for. @type {Map<string, string>} */
    const earlier = new Map();
    build.onResolve({ filter: /^\./ }, (asked) => {
      if (asked.kind !== 'dynamic-import') return undefined;
      const file = path.resolve(asked.resolveDir, asked.path);
      const first = BUILT_ON[inner(file)] ?? before(inner(asked.importer));
      earlier.set(file, inner(file) === first ? SHELL : first);
      return { path: file };
    });
    build.onLoad({ filter: /\.js$/ }, async ({ path: file }) => {
      const first = earlier.get(file);
      if (!first) return undefined;
      const code = await readFile(file, 'utf8');
      const named = [...new Set([first, SHELL])].map((one) => {
        const place = path.relative(path.dirname(file), path.join(root, one)).replaceAll('\\', '/');
        return `import ${JSON.stringify(place.startsWith('.') ? place : `./${place}`)};\n`;
      });
      return { contents: `${code}\n${named.join('')}`, loader: 'js', resolveDir: path.dirname(file) };
    });
    build.onEnd(async ({ errors, outputFiles = [], metafile }) => {
      if (errors.length > 0 || !metafile) return;
      const names = namesOf(metafile.outputs);
      const old = new RegExp(`\\./(${[...names.keys()].map((name) => name.replaceAll('.', '\\.')).join('|')})(?=["'])`, 'g');
      for (const { path: file, text } of outputFiles) {
        const found = names.get(path.basename(file));
        if (found?.written) await write(found.name, text.replace(old, (_, name) => `./${names.get(name)?.name}`));
      }
    });
  },
});
