/** No setting without an effect, the front end's half: what is stored is read where it shows. The desk's half is in Rust. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const read = (/** @type {string} */ place) => readFileSync(place, 'utf8');
/** @param {string} folder @param {string[]} without @returns {string} */
const scripts = (folder, without = []) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !without.includes(entry.name))
    .map((entry) => (entry.isDirectory() ? scripts(path.join(folder, entry.name), without) : entry.name.endsWith('.js') ? read(path.join(folder, entry.name)) : ''))
    .join('\n');
/** The public fields of a file's structs. @param {string} file @param {RegExp} struct */
const fields = (file, struct) =>
  [...read(file).matchAll(/pub struct (\w+)(?:<\w+>)? \{([^}]+)\}/g)]
    .filter(([, name]) => struct.test(name))
    .flatMap(([, , body]) => [...body.matchAll(/pub (\w+):/g)].map(([, name]) => name));

test('what an agent prefers is read outside the page that sets it', () => {
  const names = fields('src/domain/access/preferences.rs', /^(Preferences|Notifications|Notice|Quiet)$/);
  assert.ok(names.length >= 15, names.join(' '));
  // What the desk itself goes by is read there.
  const judged = ['src/domain/access/availability.rs', 'src/flows/push/notices.rs'].map(read).join('\n');
  const code = scripts('static/workbench', ['settings', 'dev']) + judged;
  // Kinds of news are looked up by the name that the news has.
  const kinds = /(new|assigned|message|mention)/;
  for (const name of names) {
    const used = kinds.test(name) ? code.includes(`'${name}'`) : new RegExp(`\\.${name}\\b|[{,] ?${name}\\b[ ,}]`).test(code);
    assert.ok(used, `nothing reads ${name}`);
  }
});

test('what an owner sets of the widget is read by the widget', () => {
  const names = fields('src/domain/widgets/settings.rs', /^(Settings|Launcher|Offset|Words)$/);
  assert.ok(names.length >= 20, names.join(' '));
  const code = scripts('static/widget', ['preview']);
  for (const name of names) assert.match(code, new RegExp(`\\.${name}\\b|[{,] ?${name}\\b[ ,:}]`), `nothing reads ${name}`);
});
