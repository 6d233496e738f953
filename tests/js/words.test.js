/** Words that do not come back into scripts, styles, templates and their tests: a person is they, and modules have names that others know. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = ['static', 'templates', 'tests/js', 'tests/browser'];
/** What is built, published by others or left by a failed run; and this list. */
const NOT_OURS = /^static\/(dist|vendor|img)\/|^tests\/browser\/out\/|^tests\/js\/words\.test\.js$/;

/** Each with what is said instead. @type {{word:RegExp, instead:string}[]} */
const WORDS = [
  { word: /\b(he|him|his|himself|she|her|hers|herself)\b/i, instead: 'they, them, their' },
  { word: /\blittle.?desk\b/i, instead: 'relay' },
  { word: /\bpockets?\b|createPocket/i, instead: 'page storage' },
  { word: /\bparcels\b/i, instead: 'file outbox' },
  { word: /createShelf/, instead: 'outbox queue' },
  { word: /\bdeeds?\b|undoDeed/i, instead: 'action' },
  { word: /createBook|\bbook\.(rows|list|get)\b/, instead: 'conversation cache' },
  { word: /createRing\b|createLeading\b|createFollowing\b|createSigns\b|createLook\b|createStretch\b|hearLink\b/, instead: 'the name of the module' },
];
/** Lines that mean something else: Hebrew, and a person of the story in screenshots. */
const MEANT = [/^const RTL = /, /'Wen He'/];

/** Names that modules had and that said something to who gave them alone. */
const MODULES = /^(book|deeds|dress|following|hearing|leading|little-desk|look|looking|meeting|pace|parcels|pocket|ring|says|shelf|signs|steady|stretch|together|watching)\.js$/;

/** @param {string} text @returns {string[]} what is found, with its line */
const found = (text) =>
  text.split('\n').flatMap((line, at) => {
    if (MEANT.some((one) => one.test(line))) return [];
    return WORDS.flatMap(({ word, instead }) => (word.test(line) ? [`${at + 1}: ${word.exec(line)?.[0]} (${instead})`] : []));
  });

/** The files that are ours, by their path in the repository. @returns {Promise<string[]>} */
async function ours() {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(new URL(`${folder}/`, ROOT), { recursive: true })).map((file) => `${folder}/${file.replaceAll('\\', '/')}`)),
  );
  return lists.flat().filter((file) => /\.(m?js|ts|css|html|md|ya?ml)$/.test(file) && !NOT_OURS.test(file)).sort();
}

test('no word that was taken out is back', async () => {
  const files = await ours();
  assert.ok(files.length > 300, 'the files are found');
  const all = [];
  for (const file of files) for (const one of found(await readFile(new URL(file, ROOT), 'utf8'))) all.push(`${file}:${one}`);
  assert.deepEqual(all, []);
});

test('no module has a name that was taken out', async () => {
  assert.deepEqual((await ours()).filter((file) => file.startsWith('static/') && MODULES.test(path.basename(file))), []);
});

test('a test is named by a sentence', async () => {
  const all = [];
  for (const file of (await ours()).filter((one) => one.endsWith('.test.js'))) {
    const source = await readFile(new URL(file, ROOT), 'utf8');
    for (const [, , name] of source.matchAll(/^(?:test|scene)\((['`"])(.*?)\1,/gm)) if (name.split(/[ ,]+/).length < 3) all.push(`${file}: ${name}`);
  }
  assert.deepEqual(all, []);
});

test('a word is found wherever it stands, and its like is not', () => {
  for (const line of ['/** What the agent wrote himself. */', '// His turn.', "const pocket = createPageStorage('x');", '.bulk-deed {', "import { createShelf } from './x.js';", 'parcels.add(file)']) {
    assert.equal(found(line).length, 1, line);
  }
  for (const line of ['// The header of this theme.', 'const shelfLife = 1;', 'When does my parcel leave?', "import { createParcels } from './im-files.js';", "icon('book-open')"]) {
    assert.deepEqual(found(line), [], line);
  }
});

test('Chinese words have Chinese punctuation', async () => {
  const folder = new URL('src/i18n/zh-CN/', ROOT);
  const all = [];
  for (const file of (await readdir(folder)).sort()) {
    const words = Object.entries(/** @type {Record<string, string>} */ (JSON.parse(await readFile(new URL(file, folder), 'utf8'))));
    for (const [key, text] of words) if (/[\p{Script=Han}”」』）}][,;:!?](?!\d)|[,;!?()]\p{Script=Han}/u.test(text)) all.push(`${file}: ${key}: ${text}`);
  }
  assert.deepEqual(all, []);
});
