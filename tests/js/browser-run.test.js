/** The runner of browser files: a failed file gets a second try, alone, and what passes only then is listed as flaky. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../browser/run.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'browser-run-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} body of a test */
function file(name, body) {
  const made = path.join(folder, `${name}.test.mjs`);
  writeFileSync(made, `import { test } from 'node:test';\nimport { existsSync, writeFileSync } from 'node:fs';\n${body}\n`);
  return made;
}

/** @param {string[]} files @returns {Promise<{code:number, text:string}>} */
const run = (files) =>
  new Promise((resolve) => {
    execFile(process.execPath, [runner, ...files], (error, text) => resolve({ code: error ? Number(error.code) : 0, text }));
  });

const good = file('good', `test('good', () => {});`);
const mark = path.join(folder, 'seen');
const early = file('early', `test('early', () => { if (existsSync(${JSON.stringify(mark)})) return; writeFileSync(${JSON.stringify(mark)}, ''); throw new Error('too early'); });`);
const bad = file('bad', `test('bad', () => { throw new Error('for good'); });`);

test('what passes at the second try is listed, counted, and fails nothing', async () => {
  const { code, text } = await run([good, early]);
  assert.equal(code, 0, text);
  assert.match(text, /too early/, 'the first failure is told');
  assert.ok(text.trimEnd().endsWith(`flaky: 1\n  ${early}`), text);
  assert.ok(existsSync(mark));
});

test('without a flaky file the list says so', async () => {
  const { code, text } = await run([good]);
  assert.equal(code, 0, text);
  assert.ok(text.trimEnd().endsWith('flaky: 0'), text);
});

test('what fails twice fails the run', async () => {
  const { code, text } = await run([good, bad]);
  assert.equal(code, 1, text);
  assert.ok(text.trimEnd().endsWith(`failed: 1\n  ${bad}`), text);
  assert.equal((await run([])).code, 2);
});
