/** The work behind `tests/dev`: one process that bundles, one desk, and an eye on what the desk is built from. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const data = process.argv[2] ?? 'servicedesk-data';
/** An editor writes a file in several steps. */
const SETTLED_MS = 150;

/** @param {string} command @param {string[]} args @param {object} [env] */
const start = (command, args, env) => spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
const ended = (child) => new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));

/** @type {import('node:child_process').ChildProcess|null} */ let desk = null;
const stop = async () => {
  if (!desk || desk.exitCode !== null) return;
  const gone = ended(desk);
  desk.kill('SIGINT');
  await gone;
};
/** @param {boolean} build */
async function restart(build) {
  if (build && (await ended(start('cargo', ['build', '--quiet']))) !== 0) return;
  await stop();
  desk = start('target/debug/servicedesk', ['--data', data, 'serve'], { SERVICEDESK_STATIC_DIR: path.resolve('static') });
}

/** One restart at a time; what changes meanwhile is looked at after. */
let wanted = { restart: false, build: false };
let busy = false;
async function work() {
  if (busy) return;
  busy = true;
  while (wanted.restart) {
    const { build } = wanted;
    wanted = { restart: false, build: false };
    await restart(build);
  }
  busy = false;
}
/** @type {NodeJS.Timeout|undefined} */ let timer;
/** @param {boolean} build */
function changed(build) {
  wanted = { restart: true, build: wanted.build || build };
  clearTimeout(timer);
  timer = setTimeout(work, SETTLED_MS);
}

const bundler = start(process.execPath, ['static/build.mjs', '--watch']);
for (const folder of ['src', 'templates']) {
  // Texts are read when the desk starts: no need to build.
  watch(folder, { recursive: true }, (_, name) => changed(!String(name).startsWith(`i18n${path.sep}`) || !String(name).endsWith('.json')));
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    bundler.kill();
    await stop();
    process.exit(0);
  });
}
await restart(true);
