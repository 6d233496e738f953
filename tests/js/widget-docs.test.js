/** docs/widget.md against the code: every call, option, event and token that it names is there, and none is left out. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const page = read('docs/widget.md');
/** All scripts of the widget, but for the preview of the settings. */
const scripts = readdirSync(new URL('../../static/widget/', import.meta.url), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.js') && !name.startsWith('preview'))
  .map((name) => read(`static/widget/${name}`))
  .join('\n');
/** First cells of the table under a heading, without what stands in brackets. */
const cells = (heading) => {
  const part = page.split(`## ${heading}\n`)[1].split('\n## ')[0];
  return [...part.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap((row) => [...row[1].matchAll(/`([\w-]+)/g)].map((one) => one[1])).sort();
};

test('the page names every call', () => {
  const loader = read('static/widget/w.js');
  const own = [...loader.split('const methods = {')[1].split('\n};')[0].matchAll(/^ {2}(?:async )?([a-z]\w+)[(:]/gim)].map((one) => one[1]);
  const later = ['identify', 'setAttributes', 'setConversationAttributes', 'addTag', 'removeTag', 'prefill', 'track', 'page'];
  const [, pattern] = /const LATER = \/(.+)\/;/.exec(loader) ?? [];
  for (const name of later) assert.match(name, new RegExp(pattern));
  assert.deepEqual(cells('Calls'), [...own, ...later].sort());
});

test('the page names every option', () => {
  const code = ['w.js', 'w-open.js', 'panel.js', 'page-storage.js'].map((name) => read(`static/widget/${name}`)).join('\n');
  const read_ = new Set([...code.matchAll(/at\.options\.(\w+)/g)].map((one) => one[1]));
  for (const found of code.matchAll(/\{ ([\w, ]+) \} = at\.options/g)) for (const name of found[1].split(', ')) read_.add(name);
  for (const found of code.matchAll(/const look = \{ \.\.\.settings\.launcher, \.\.\.options\.(\w+) \}/g)) read_.add(found[1]);
  for (const found of code.matchAll(/\boptions\.(accent|zIndex|position|offset)\b/g)) read_.add(found[1]);
  for (const name of ['consent', 'cookieDomain']) if (code.includes(`${name}?:`)) read_.add(name);
  read_.delete('key');
  assert.deepEqual(cells('Options'), [...read_].sort());
});

test('the page names every event', () => {
  const told = new Set([...scripts.matchAll(/'event', \{ name: '([\w-]+)'/g), ...scripts.matchAll(/\.emit\('(\w+)'/g)].map((one) => one[1]));
  for (const name of ['open', 'close']) if (scripts.includes(`at.emit(value ? 'open' : 'close')`)) told.add(name);
  assert.deepEqual(cells('Events'), [...told].sort());
});

test('the page names every error', () => {
  const told = new Set([...scripts.matchAll(/\.wrong\('(\w+)'/g), ...scripts.matchAll(/detail: \{ code: '(\w+)'/g)].map((one) => one[1]));
  assert.deepEqual(cells('Errors'), [...told].sort());
});

test('the page names every token', () => {
  const look = read('static/widget/appearance.js');
  const [, list] = /TOKENS = \[([^\]]+)\]/.exec(look) ?? [];
  const tokens = [...list.matchAll(/'([\w-]+)'/g)].map((one) => `--sd-${one[1]}`);
  const named = [...page.split('## Tokens')[1].split('\n## ')[0].matchAll(/`(--sd-[\w-]+)`/g)].map((one) => one[1]);
  assert.deepEqual(named.sort(), tokens.sort());
});
