/** A page of an older release gets today's parts when it loads them later: they keep the names that it asks for. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'acorn';

/** Parts with what pages of releases before take from them. */
const PARTS = {
  'im/files.js': ['canRecord', 'createIdMaker', 'createParcels', 'prepare', 'record', 'renamed'],
  'im/tab-coordination.js': ['createMeeting'],
  'im/link-watchdog.js': ['attend'],
  'im/requests.js': ['createPollTransport', 'createStreamTransport'],
  'widget/w-open.js': ['createPanel'],
  'widget/page-api.js': ['createSays'],
  'widget/more.js': ['createEmoji', 'createFormView', 'createList', 'createMenus', 'createPeek', 'createRating', 'createSpeech', 'drawCard', 'drawLink', 'drawRich', 'firstLink', 'openMenu', 'tellProfile', 'unmarked'],
  'widget/files/files.js': ['createFiles'],
};

/** Names that a module exports. @param {string} source @returns {string[]} */
const exportsOf = (source) =>
  /** @type {any[]} */ (parse(source, { ecmaVersion: 'latest', sourceType: 'module' }).body)
    .filter((node) => node.type === 'ExportNamedDeclaration')
    .flatMap((node) => [...node.specifiers.map((/** @type {any} */ one) => one.exported.name), ...(node.declaration ? [node.declaration.id?.name ?? node.declaration.declarations[0].id.name] : [])]);

for (const [file, names] of Object.entries(PARTS)) {
  test(`${file} keeps its names`, async () => {
    const exported = exportsOf(await readFile(new URL(`../../static/${file}`, import.meta.url), 'utf8'));
    assert.deepEqual(names.filter((name) => !exported.includes(name)), []);
  });
}
