/** Addresses in what people write: where they begin, where they end, and what is none. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { findLinks, firstLink } from '../../static/design/links.js';

const WIKI = 'https://en.wikipedia.org/wiki/Tea_(drink)';
/** What is written → the addresses in it. */
const CASES = [
  // Quotes and brackets of any script, and what a sentence puts behind.
  ['看“https://a.cn/q”', 'https://a.cn/q'],
  ['看‘https://a.cn/q’', 'https://a.cn/q'],
  ['看《https://a.cn/q》', 'https://a.cn/q'],
  ['看『https://a.cn/q』', 'https://a.cn/q'],
  ['看〈https://a.cn/q〉', 'https://a.cn/q'],
  ['看「https://a.cn/q」', 'https://a.cn/q'],
  ['看【https://a.cn/q】', 'https://a.cn/q'],
  ['（https://a.cn/q）。', 'https://a.cn/q'],
  ['«https://a.cn/q»', 'https://a.cn/q'],
  ['"https://a.cn/q"', 'https://a.cn/q'],
  ['https://a.cn/q……', 'https://a.cn/q'],
  ['https://a.cn/q——', 'https://a.cn/q'],
  ['https://a.cn/q～', 'https://a.cn/q'],
  ['https://a.cn/q…', 'https://a.cn/q'],
  ['https://a.cn/q, https://b.cn/r.', 'https://a.cn/q', 'https://b.cn/r'],
  ['https://a.cn/q?', 'https://a.cn/q'],
  ['https://a.cn/q?x=1.', 'https://a.cn/q?x=1'],
  ["'https://a.cn/q'", 'https://a.cn/q'],
  // Scripts without blanks go on right behind it, and so does an emoji.
  ['https://a.cn/q这里', 'https://a.cn/q'],
  ['见https://a.cn/q好', 'https://a.cn/q'],
  ['https://a.cn/qのページ', 'https://a.cn/q'],
  ['https://a.cn/q에서', 'https://a.cn/q'],
  ['https://a.cn/q🍵', 'https://a.cn/q'],
  // Letters of other scripts belong to it.
  ['https://a.de/käse', 'https://a.de/käse'],
  ['https://a.ru/чай', 'https://a.ru/чай'],
  // Brackets that were opened within.
  [WIKI, WIKI],
  [`(${WIKI})`, WIKI],
  [`(see ${WIKI}).`, WIKI],
  ['https://a.cn/x(1)', 'https://a.cn/x(1)'],
  ['https://a.cn/x[1]', 'https://a.cn/x[1]'],
  ['https://[::1]:8080/x', 'https://[::1]:8080/x'],
  // Signs within.
  ["https://a.cn/it's", "https://a.cn/it's"],
  ['https://a.cn/a_b_', 'https://a.cn/a_b_'],
  ['https://a.cn/~me', 'https://a.cn/~me'],
  // However they are written.
  ['Https://a.cn/cap', 'Https://a.cn/cap'],
  ['HTTP://A.CN/Q', 'HTTP://A.CN/Q'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['www.a.cn', 'https://www.a.cn'],
  ['去www.a.cn看', 'https://www.a.cn'],
  // None.
  ['https://.'],
  ['https://'],
  ['www.a'],
  ['www..cn'],
  ['lina@www.a.cn'],
  ['xhttps://a.cn'],
  ['javascript:alert(1)'],
  ['a.cn/q'],
];

test('addresses in a text', () => {
  for (const [text, ...urls] of CASES) {
    const found = findLinks(text);
    assert.deepEqual(found.map((one) => one.url), urls, text);
    for (const { at, text: said } of found) assert.equal(text.slice(at, at + said.length), said, text);
  }
});

test('the first that names its scheme has a card, as it is written', () => {
  assert.equal(firstLink('www.a.cn 或 HTTP://B.CN/q。'), 'HTTP://B.CN/q');
  assert.equal(firstLink('没有'), null);
});

test('hostile lengths take linear time', () => {
  for (const piece of ['http://', 'https://a', 'www.a.', '((((', 'https://a)))', `https://a${'('.repeat(900)}`]) {
    const from = performance.now();
    findLinks(piece.repeat(16_000 / piece.length));
    assert.ok(performance.now() - from < 500, piece);
  }
});
