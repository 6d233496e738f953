import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comboOf, keycaps, normal } from '../../static/workbench/app/combo.js';
import { createKeymap, rebind } from '../../static/workbench/app/keymap.js';

test('what is pressed has one spelling', () => {
  for (const [event, mac, combo] of /** @type {any[][]} */ ([
    [{ key: 'j' }, false, 'j'],
    [{ key: 'J', shiftKey: true }, false, 'Shift+j'],
    [{ key: '?', shiftKey: true }, false, '?'],
    [{ key: '1' }, false, '1'],
    [{ key: 'Enter', ctrlKey: true }, false, 'mod+Enter'],
    [{ key: 'Enter', metaKey: true, shiftKey: true }, true, 'mod+Shift+Enter'],
    [{ key: 'L', ctrlKey: true, shiftKey: true }, false, 'mod+Shift+l'],
    [{ key: 'k', metaKey: true }, false, null],
    [{ key: 'k', ctrlKey: true }, true, null],
    [{ key: 'Shift', shiftKey: true }, false, null],
    [{ key: 'j', isComposing: true }, false, null],
    [{ key: 'j', keyCode: 229 }, false, null],
    [{ key: 'о', code: 'KeyJ' }, false, 'j'],
    [{ key: '[', ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' }, false, '['],
    [{ key: '[' }, false, '['],
  ])) {
    assert.equal(comboOf(event, mac), combo, JSON.stringify(event));
  }
});

test('what is written is brought into that spelling', () => {
  for (const [text, combo] of /** @type {any[][]} */ ([
    ['J', 'j'],
    ['shift+X', 'Shift+x'],
    ['shift+mod+enter', 'mod+Shift+Enter'],
    ['g  i', 'g i'],
    ['mod++', 'mod++'],
    ['', null],
    ['hyper+x', null],
    ['a b c', null],
  ])) {
    assert.equal(normal(text), combo, text);
  }
});

test('keycaps are those of the machine', () => {
  assert.deepEqual(keycaps('mod+Shift+Enter', true), ['⌘', '⇧', '↵']);
  assert.deepEqual(keycaps('mod+Shift+l', false), ['Ctrl', 'Shift', 'L']);
  assert.deepEqual(keycaps('g i', false), ['G', 'I']);
  assert.deepEqual(keycaps('', false), []);
});

const defaults = { next: { key: 'j' }, close: { key: 'e' }, undo: { key: 'mod+z' }, inbox: { key: 'g i' }, back: { key: 'Escape' }, none: { key: '' } };

test('a chosen key is the action’s, and whoever had it is left without', () => {
  const map = createKeymap(defaults, { close: 'j' });
  assert.equal(map.actionOf('j'), 'close');
  assert.equal(map.actionOf('e'), null);
  assert.equal(map.keyOf('next'), '');
  assert.deepEqual(map.keyless(), ['next']);
});

test('what cannot be used is passed over: unknown actions, unreadable keys, fixed ones, doubles', () => {
  const map = createKeymap(defaults, { nobody: 'q', next: 'hyper+q', back: 'q', close: 'w', undo: 'w' });
  assert.equal(map.actionOf('q'), null);
  assert.equal(map.keyOf('next'), 'j');
  assert.equal(map.keyOf('back'), 'Escape');
  assert.equal(map.actionOf('w'), 'close');
  assert.equal(map.keyOf('undo'), 'mod+z');
});

test('what stands against a key is said', () => {
  const map = createKeymap(defaults);
  for (const [id, key, against] of /** @type {any[][]} */ ([
    ['next', 'n', null],
    ['next', 'j', null],
    ['next', 'e', { problem: 'taken', by: 'close' }],
    ['next', 'mod+w', { problem: 'reserved' }],
    ['next', 'Tab', { problem: 'reserved' }],
    ['next', 'Escape', { problem: 'reserved' }],
    ['next', 'g', { problem: 'pair' }],
    ['next', 'j q', { problem: 'pair' }],
    ['next', 'g j', null],
    ['next', '', { problem: 'malformed' }],
  ])) {
    assert.deepEqual(map.against(id, key), against, `${id} ${key}`);
  }
});

test('only what differs from the defaults is kept', () => {
  assert.deepEqual(rebind(defaults, {}, 'next', 'n'), { next: 'n' });
  assert.deepEqual(rebind(defaults, { next: 'n' }, 'next', null), {});
  assert.deepEqual(rebind(defaults, {}, 'next', 'E'), { next: 'e', close: 'none' });
  assert.deepEqual(rebind(defaults, { next: 'e', close: 'none' }, 'close', null), { next: 'none' }, 'the default taken back');
  assert.deepEqual(rebind(defaults, {}, 'next', ''), { next: 'none' });
});
