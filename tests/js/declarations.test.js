/** The declarations of the delivery core are what its sources give, and programs in TypeScript can use them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT = path.join(ROOT, 'static/im/types');

/** @param {...string} how */
const tsc = (...how) =>
  promisify(execFile)(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '--pretty', 'false', ...how], { cwd: ROOT }).catch((error) => assert.fail(error.stdout));

/** @param {(folder:string) => Promise<void>} work */
async function within(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'declarations-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the declarations are made from the sources as they are; `npm run types` writes them', () =>
  within(async (folder) => {
    await tsc('-p', 'static/im', '--outDir', folder);
    const made = (await readdir(folder)).sort();
    assert.deepEqual((await readdir(KEPT)).sort(), made);
    for (const file of made) assert.equal(await readFile(path.join(KEPT, file), 'utf8'), await readFile(path.join(folder, file), 'utf8'), file);
  }));

test('a program in TypeScript is told what the client takes and gives', () =>
  within(async (folder) => {
    const program = path.join(folder, 'program.ts');
    await writeFile(
      program,
      `import { createClient, createMemoryStore, createSocketTransport } from '${path.join(KEPT, 'index.js')}';
const client = createClient({
  role: 'visitor',
  transport: createSocketTransport('/im/v1/socket'),
  session: async () => ({ token: 'x' }),
  store: createMemoryStore(),
});
client.on('entry', ({ entry }) => {
  if (entry.type === 'message') console.log(entry.content?.text?.length, entry.sender.id);
});
client.on('status', ({ phase }) => phase === 'live');
const { client_message_id } = client.send({ text: 'hello' });
client.discard(client_message_id);
// @ts-expect-error: there is no such event, and a declaration that lets it through says nothing
client.on('entries', () => {});
// @ts-expect-error: without a store nothing could be kept
createClient({ role: 'visitor', transport: createSocketTransport('/'), session: async () => ({ token: 'x' }) });
`,
    );
    await tsc('--noEmit', '--strict', '--ignoreConfig', '--types', '', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', program);
  }));
