/** The small markdown of messages: what reads as marks, and above all what does not. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isPlain, parse, plain, unmarked } from '../../static/design/markdown.js';

/** One line as a short notation. */
const show = (parts) =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.type === 'code') return `<c>${part.text}</c>`;
      if (part.type === 'mention') return `<@>${part.text}</@>`;
      if (part.type === 'link') return `<a ${part.url}>${show(part.parts)}</a>`;
      return `<${part.type}>${show(part.parts)}</${part.type}>`;
    })
    .join('');
const line = (text, how) => parse(text, how).map((/** @type {any} */ block) => show(block.parts)).join('¶');

test('marks become parts of a line', () => {
  for (const [text, shown] of [
    ['**bold** and *italic*', '<b>bold</b> and <i>italic</i>'],
    ['__bold__ and _italic_', '<b>bold</b> and <i>italic</i>'],
    ['这是**重要**的', '这是<b>重要</b>的'],
    ['**a *b* c**', '<b>a <i>b</i> c</b>'],
    ['run `npm **x**` now', 'run <c>npm **x**</c> now'],
    ['see [the page](https://a.cn/b) ok', 'see <a https://a.cn/b>the page</a> ok'],
    ['https://a.cn/x?y=1.', '<a https://a.cn/x?y=1>https://a.cn/x?y=1</a>.'],
    ['（https://a.cn/tea）。', '（<a https://a.cn/tea>https://a.cn/tea</a>）。'],
    ['[茶](https://a.cn/茶)', '<a https://a.cn/茶>茶</a>'],
    ['[x](https://a.cn/Tea_(plant)) ok', '<a https://a.cn/Tea_(plant)>x</a> ok'],
    ['www.a.cn', '<a https://www.a.cn>www.a.cn</a>'],
    ['共**30**元，**“注意”**，**-5%**', '共<b>30</b>元，<b>“注意”</b>，<b>-5%</b>'],
    ['_好_，_行_。', '<i>好</i>，<i>行</i>。'],
    ['*🍵 茶*', '<i>🍵 茶</i>'],
    ['https://en.wikipedia.org/wiki/Tea_(drink)', '<a https://en.wikipedia.org/wiki/Tea_(drink)>https://en.wikipedia.org/wiki/Tea_(drink)</a>'],
    ['**see https://a.cn/x**', '<b>see <a https://a.cn/x>https://a.cn/x</a></b>'],
  ]) {
    assert.equal(line(text), shown);
  }
});

test('what is no mark stays to the letter', () => {
  for (const text of [
    '2*3*4', '5 * 3 * 2', 'snake_case_name', 'a ** b ** c', '**', '***', '`', '``', '[a](javascript:alert(1))', '[a](/x)',
    '报告_2024_终稿.docx', '黒_ネコ_の絵.jpg', 'слово_чай_слово', 'café_à_la.png', '__init__.py', '长*宽*高 = 30*20*10', '2**10 和 3**5',
    '^_^ 好 ^_^', '¯\\_(ツ)_/¯', '_(:з」∠)_ 和 _(:з」∠)_', '*^_^*', '(*^▽^*)', 'C:\\_old_\\x', '这*不*是',
    '<b>x</b>', 'http://', '*open', 'hhttps://a.cn'.slice(1, 6), '- ', '-5 degrees', '3.月', '@nobody',
  ]) {
    assert.equal(line(text), text);
    assert.ok(isPlain(parse(text)), text);
  }
});

test('what a customer wrote is words and links', () => {
  const show_ = (text) => plain(text).map((/** @type {any} */ block) => show(block.parts)).join('¶');
  assert.equal(show_('**a** _b_ `c`\n- d [x](https://a.cn/q)'), '**a** _b_ `c`\n- d [x](<a https://a.cn/q>https://a.cn/q</a>)');
  assert.deepEqual(plain(''), [{ type: 'text', parts: [''] }]);
});

test('lists and code become blocks', () => {
  assert.deepEqual(parse('Two:\n- one\n- **two**\nend'), [
    { type: 'text', parts: ['Two:'] },
    { type: 'list', ordered: false, start: 1, items: [['one'], [{ type: 'b', parts: ['two'] }]] },
    { type: 'text', parts: ['end'] },
  ]);
  assert.deepEqual(parse('3. c\n4. d'), [{ type: 'list', ordered: true, start: 3, items: [['c'], ['d']] }]);
  assert.deepEqual(parse('x\n```js\na * b\n\n- c\n```\ny'), [
    { type: 'text', parts: ['x'] },
    { type: 'code', text: 'a * b\n\n- c' },
    { type: 'text', parts: ['y'] },
  ]);
  assert.deepEqual(parse('```\nnever closed'), [{ type: 'text', parts: ['```\nnever closed'] }]);
});

test('mentions are known names, the longest first', () => {
  assert.equal(line('@林晓梅 看下', { mentions: ['林晓', '林晓梅'] }), '<@>@林晓梅</@> 看下');
});

test('lines and blanks are kept', () => assert.deepEqual(parse('a\n\nb  c'), [{ type: 'text', parts: ['a\n\nb  c'] }]));

test('words without their marks', () => {
  assert.equal(unmarked('**Yes**, _today_ `SF123`: [track](https://a.cn/x)'), 'Yes, today SF123: track');
  assert.equal(unmarked('Two:\n- one\n- **two**\nend'), 'Two:\none\ntwo\nend');
  assert.equal(unmarked('```\na * b\n```'), 'a * b');
  assert.equal(unmarked('2 * 3 * 4, snake_case_name, **open'), '2 * 3 * 4, snake_case_name, **open');
});

test('hostile lengths take linear time', () => {
  for (const piece of ['*a ', '[', '`', '**', '_a', '[a](', '@', 'http://', '```x\n', '_a_ _', '[a](https://a']) {
    const text = piece.repeat(8000 / piece.length);
    const from = performance.now();
    parse(text, { mentions: ['x'.repeat(60)] });
    assert.ok(performance.now() - from < 500, piece);
  }
});

test('fences that are never closed cost one look at each line', () => {
  const { trim } = String.prototype;
  const looks = (/** @type {number} */ lines) => {
    let count = 0;
    String.prototype.trim = function counted() {
      count += 1;
      return trim.call(this);
    };
    try {
      parse('```x\n'.repeat(lines));
    } finally {
      String.prototype.trim = trim;
    }
    return count;
  };
  assert.ok(looks(2000) <= 2001 && looks(4000) <= 4001);
  assert.deepEqual(parse('```\na\n```\n```\nb\n```').map((/** @type {any} */ block) => block.text), ['a', 'b']);
  assert.deepEqual(parse('```\na\n```\n```\nb').map((block) => block.type), ['code', 'text']);
});

test('the shared cases read as the server reads them', () => {
  const cases = JSON.parse(readFileSync(new URL('../fixtures/markdown.json', import.meta.url), 'utf8'));
  const block = (/** @type {any} */ one) => {
    if (one.type === 'text') return show(one.parts);
    if (one.type === 'code') return `<pre>${one.text}</pre>`;
    const items = one.items.map((/** @type {any} */ item) => `<li>${show(item)}</li>`).join('');
    return `<list ${one.ordered ? one.start : '-'}>${items}</list>`;
  };
  for (const [text, shown] of cases) assert.equal(parse(text).map(block).join('¶'), shown);
});
