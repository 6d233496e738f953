import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { readable } from '../../static/workbench/parts/colour.js';
import { initials } from '../../static/workbench/parts/initials.js';
import { strength } from '../../static/workbench/parts/password-strength.js';
import { tagLine, tagParts } from '../../static/workbench/parts/tag.js';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const AREAS = ['common', 'rail', 'login', 'setup', 'inbox', 'thread', 'contact', 'agent', 'error', 'search', 'palette', 'keys'];
const texts = (locale, area) => JSON.parse(read(`src/i18n/${locale}/${area}.json`));

test('an accent and its text always read', () => {
  const channel = (hex, at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (hex) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  for (const hex of ['#1f6f5c', '#ffffff', '#000000', '#ffcc00', '#7f7f7f', '#ff0000', '#00aaff', '#96590b']) {
    const { accent, on } = readable(hex);
    const [a, b] = [luminance(accent), luminance(on)].sort((x, y) => y - x);
    assert.ok((a + 0.05) / (b + 0.05) >= 4.5, `${hex} → ${accent} with ${on}`);
  }
  assert.deepEqual(readable('#1f6f5c'), { accent: '#1f6f5c', on: '#ffffff' });
});

test('initials: the last character in Chinese, first and last word elsewhere', () => {
  assert.deepEqual(['李娜', '陈思远', 'Bob Stone', 'mei', 'Anna Maria Rossi'].map(initials), ['娜', '远', 'BS', 'M', 'AR']);
});

test('strength grows with length and kinds and is not fooled by the usual', () => {
  assert.equal(strength('short'), 0);
  assert.equal(strength('password1234'), 1);
  assert.equal(strength('aaaaaaaaaaaa'), 1);
  assert.ok(strength('mountain tea') >= 2);
  assert.equal(strength('correct horse battery staple'), 4);
});

test('the tag is copied as one line and shown as the same text', () => {
  const line = tagLine('https://desk.example.com', 'pk_1');
  assert.equal(line, '<script async src="https://desk.example.com/w.js" data-key="pk_1"></script>');
  assert.equal(tagParts(line).map((part) => part.text).join('').replace(/\n\s*/, ' '), line);
});

test('the vendored files are what the lock says', () => {
  execFileSync(process.execPath, [new URL('static/vendor/vendor.mjs', root).pathname, '--check']);
});

test('dark is the same whether the system or the agent chose it', () => {
  const css = read('static/design/tokens.css');
  const block = (selector) => css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1].replace(/\s+/g, ' ');
  assert.equal(block(':root[data-theme="auto"]'), block(':root[data-theme="dark"]'));
});

test('both catalogues have the same keys and placeholders, and every key is used', () => {
  const files = [];
  const walk = (folder) => {
    for (const found of readdirSync(new URL(folder, root), { withFileTypes: true })) {
      if (found.isDirectory()) walk(`${folder}${found.name}/`);
      else files.push(read(`${folder}${found.name}`));
    }
  };
  walk('static/workbench/');
  walk('templates/');
  const code = files.join('\n');
  // Keys put together from a value: every one of them is used through its beginning.
  const made = [...code.matchAll(/[`']((?:[a-z]+)\.[a-z_]*)\$\{/g)].map((found) => found[1]);
  for (const area of AREAS) {
    const [zh, en] = [texts('zh-CN', area), texts('en', area)];
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort(), area);
    for (const key of Object.keys(zh)) {
      const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort().join();
      const some = key.endsWith('.one') ? 'one' : 'all';
      if (some === 'all') assert.equal(holes(zh[key]), holes(en[key]), `${area}.${key}`);
      const full = `${area}.${key.replace(/\.(one|other)$/, '')}`;
      const used = code.includes(full) || made.some((begin) => full.startsWith(begin) && begin.split('.')[1] !== '') || area === 'error' || (area === 'setup' && code.includes(`: '${key}'`));
      assert.ok(used, `${full} is not used`);
    }
  }
  // And the other way round: what code and templates ask for is there.
  const asked = [...code.matchAll(/(?:\bt\(|plural\(|t\.get\()["']([a-z]+)\.([a-z_0-9]+)["']/g)];
  assert.ok(asked.length > 100);
  for (const [, area, key] of asked) {
    if (!AREAS.includes(area)) continue;
    assert.ok(key in texts('en', area) || `${key}.other` in texts('en', area), `${area}.${key} is missing`);
  }
});

test('conversations have the words of the inbox that they need, wherever they are shown', () => {
  const rules = read('src/web/workbench/pages.rs');
  const begins = [.../** @type {RegExpExecArray} */ (/OF_CONVERSATIONS: &\[&str\] = &\[([^\]]*)\]/.exec(rules))[1].matchAll(/"(\w+)"/g)].map((found) => found[1]);
  assert.ok(begins.length > 10);
  const walk = (folder) =>
    readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((found) => (found.isDirectory() ? walk(`${folder}${found.name}/`) : [read(`${folder}${found.name}`)]));
  const code = ['thread/', 'store/', 'pages/tickets/', 'parts/', 'app/'].flatMap((folder) => walk(`static/workbench/${folder}`)).join('\n');
  const used = new Set([...code.matchAll(/['`]inbox\.(\w+)/g)].map((found) => found[1]));
  assert.ok(used.size > 20);
  assert.deepEqual([...used].filter((key) => !begins.some((begin) => key.startsWith(begin))), []);
});
