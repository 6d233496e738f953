/** What differs between two versions of an entry, in words: what went, what came. Plain values; bounded, so that long answers cost no time. */
import { LOCALES, labelIn, toDraft } from './draft.js';

/** @typedef {{kind:'same'|'gone'|'new', text:string}} Part */
/** @typedef {{what:'question'|'answer'|'alternatives'|'buttons'|'picture'|'category'|'channels'|'valid'|'public'|'bot'|'links'|'task'|'state'|'kind', locale?:import('./draft.js').Locale, parts:Part[]}} Difference */

/** Longer ones are shown whole, before and after. */
const WORDS_MAX = 400;

/** Words, and each Chinese character for itself. @param {string} text @returns {string[]} */
const wordsOf = (text) => text.match(/\p{Script=Han}|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/** @param {Part[]} parts @param {Part['kind']} kind @param {string} text */
function put(parts, kind, text) {
  const last = parts.at(-1);
  if (!text) return;
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** What went and what came between two texts, by the longest run of words that both have. @param {string} before @param {string} after @returns {Part[]} */
export function changes(before, after) {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  /** @type {Part[]} */ const parts = [];
  if (a.length > WORDS_MAX || b.length > WORDS_MAX) {
    put(parts, 'gone', before);
    put(parts, 'new', after);
    return parts;
  }
  /** Length of the longest common rest from [i][j]. */
  const rest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) rest[i][j] = a[i] === b[j] ? rest[i + 1][j + 1] + 1 : Math.max(rest[i + 1][j], rest[i][j + 1]);
  }
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put(parts, 'same', a[i]);
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || rest[i + 1][j] >= rest[i][j + 1])) {
      put(parts, 'gone', a[i]);
      i += 1;
    } else {
      put(parts, 'new', b[j]);
      j += 1;
    }
  }
  return parts;
}

/** Of two lists: what went, what came. @param {string[]} before @param {string[]} after @returns {Part[]} */
function listed(before, after) {
  /** @type {Part[]} */ const parts = [];
  for (const one of before.filter((text) => !after.includes(text))) parts.push({ kind: 'gone', text: one }, { kind: 'same', text: ' ' });
  for (const one of after.filter((text) => !before.includes(text))) parts.push({ kind: 'new', text: one }, { kind: 'same', text: ' ' });
  return parts.slice(0, -1);
}

/** @param {Partial<import('./draft.js').Entry>} from @param {Partial<import('./draft.js').Entry>} to @returns {Difference[]} */
export function differences(from, to) {
  const [before, after] = [toDraft(from), toDraft(to)];
  /** @type {Difference[]} */ const found = [];
  /** @param {Difference['what']} what @param {Part[]} parts @param {import('./draft.js').Locale} [locale] */
  const note = (what, parts, locale) => parts.some((one) => one.kind !== 'same') && found.push({ what, parts, locale });
  for (const locale of LOCALES) {
    const [a, b] = [before.texts[locale], after.texts[locale]];
    note('question', changes(a.question, b.question), locale);
    note('alternatives', listed(a.alternatives, b.alternatives), locale);
    note('answer', changes(a.answer, b.answer), locale);
    note('buttons', listed(a.buttons.map((one) => one.label), b.buttons.map((one) => one.label)), locale);
    if (a.picture !== b.picture) note('picture', listed(a.picture ? [a.picture] : [], b.picture ? [b.picture] : []), locale);
  }
  const plain = /** @type {const} */ (['state', 'kind', 'category', 'public', 'bot']);
  for (const what of plain) if (before[what] !== after[what]) note(what, listed([String(before[what])], [String(after[what])].filter(Boolean)));
  note('channels', listed(before.channels ?? ['*'], after.channels ?? ['*']));
  note('valid', listed([before.valid_from ?? '', before.valid_until ?? ''].filter(Boolean), [after.valid_from ?? '', after.valid_until ?? ''].filter(Boolean)));
  note('links', listed(before.links, after.links));
  const fields = (/** @type {import('./draft.js').Draft} */ draft) => (draft.task?.fields ?? []).map((one) => labelIn(one.label, 'zh-CN'));
  note('task', listed(fields(before), fields(after)));
  return found;
}
