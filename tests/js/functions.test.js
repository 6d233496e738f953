/** No function of the front end is longer than a screen or two: what is longer does several things, and each of them has a name. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';

const MOST = 100;
const ROOT = new URL('../../static/', import.meta.url);

/** The scripts that are ours. @returns {Promise<string[]>} */
async function ours() {
  const all = await readdir(ROOT, { recursive: true });
  return all.map((file) => file.replaceAll('\\', '/')).filter((file) => /\.m?js$/.test(file) && !/^(dist|vendor\/.*@)/.test(file)).sort();
}

/**
 * Functions in a tree, with the names that they are known by.
 * @param {any} node @param {string} name @returns {Generator<{name:string, lines:number}>}
 */
function* functionsIn(node, name) {
  if (/Function/.test(node.type)) yield { name: node.id?.name ?? name, lines: node.loc.end.line - node.loc.start.line + 1 };
  const called = node.id?.name ?? (node.type === 'Property' ? node.key.name : null) ?? name;
  for (const part of Object.values(node).flat()) if (typeof part?.type === 'string') yield* functionsIn(part, called);
}

/** @param {string} source */
const longIn = (source) => [...functionsIn(parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true }), '')].filter(({ lines }) => lines > MOST);

test('no function has more than 100 lines', async () => {
  const found = [];
  const files = await ours();
  for (const file of files) {
    for (const { name, lines } of longIn(await readFile(new URL(file, ROOT), 'utf8'))) found.push(`${file}: ${name} has ${lines}`);
  }
  assert.ok(files.length > 150, `the scripts are found in ${fileURLToPath(ROOT)}`);
  assert.deepEqual(found, []);
});

test('a function that is too long is found, wherever it stands', () => {
  const body = `{${'\n'.repeat(MOST)}}`;
  for (const source of [`function a() ${body}`, `const a = () => ${body}`, `const b = { a() ${body} }`, `export class B { a = () => ${body} }`, `run(async function a() ${body})`]) {
    assert.equal(longIn(source).length, 1, source.slice(0, 30));
  }
  assert.deepEqual(longIn(`function a() {${'\n'.repeat(MOST - 1)}}`), []);
});
