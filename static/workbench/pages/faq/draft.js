/**
 * An entry of the knowledge as it is worked on: what the desk has beside what somebody makes of it. Plain values without a DOM.
 *
 * @typedef {'zh-CN'|'en'} Locale
 * @typedef {{id:string, label:string, url?:string}} AnswerButton
 * @typedef {{question:string, answer:string, alternatives:string[], buttons:AnswerButton[], picture:string|null}} Text
 * @typedef {Partial<Record<Locale, string>>} Label   in one language at least
 * @typedef {{id:string, label:Label, type:'order'|'phone'|'email'|'text'|'select', required:boolean, options?:Label[]}} TaskField
 *
 * @typedef {object} Entry              one of `GET /faq`, as far as it is read here
 * @property {string} id
 * @property {string} key
 * @property {'answer'|'task'} kind
 * @property {'draft'|'published'} state
 * @property {string} category
 * @property {string[]|null} channels   null = all of them
 * @property {string|null} valid_from
 * @property {string|null} valid_until
 * @property {boolean} public
 * @property {boolean} bot
 * @property {number} version
 * @property {string} updated_at
 * @property {{id:string, name:string}|null} updated_by
 * @property {Partial<Record<Locale, Text>>} texts
 * @property {{channel:string, locale:Locale, answer:string}[]} channel_answers
 * @property {string[]} links
 * @property {{fields:TaskField[], then:'answer'|'hand_over'}|null} task
 * @property {{asked:number, answered:number, helpful:number, unhelpful:number}} stats
 *
 * @typedef {{fields:TaskField[], next:'answer'|'hand_over'}} Task   `next` is `then` at the desk
 * @typedef {Omit<Entry, 'id'|'key'|'updated_at'|'updated_by'|'stats'|'texts'|'task'> & {id:string|null, texts:Record<Locale, Text>, task:Task|null}} Draft
 */
import { LOCALES } from './spoken.js';

export { LOCALES, spokenIn, titleOf } from './spoken.js';
export const QUESTION_CHARS = 200;
export const ANSWER_CHARS = 8000;
export const ALTERNATIVES_MAX = 50;
export const BUTTONS_MAX = 3;
export const LABEL_CHARS = 80;
export const FIELDS_MAX = 8;
export const LINKS_MAX = 10;

const HAN = /\p{Script=Han}/u;
/** What a pasted list has before its lines: signs, numbers. */
const BULLET = /^\s*(?:[-*•·]\s+|\d{1,3}[.)、]\s*)/;

/** The language in which something is asked. @param {string} text @returns {Locale} */
export const localeOf = (text) => (HAN.test(text) ? 'zh-CN' : 'en');

/** The same question, however it is written. @param {string} text */
export const same = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}]+/gu, '');

/** @returns {Text} */
const noText = () => ({ question: '', answer: '', alternatives: [], buttons: [], picture: null });

/** @param {Partial<Entry>|null} entry null = a new one @returns {Draft} */
export function toDraft(entry) {
  const from = structuredClone(entry ?? {});
  const text = (/** @type {Locale} */ locale) => ({ ...noText(), ...from.texts?.[locale] });
  return {
    id: from.id ?? null,
    kind: from.kind ?? 'answer',
    state: from.state ?? 'draft',
    category: from.category ?? '',
    channels: from.channels ?? null,
    valid_from: from.valid_from ?? null,
    valid_until: from.valid_until ?? null,
    public: from.public ?? true,
    bot: from.bot ?? true,
    version: from.version ?? 0,
    texts: { 'zh-CN': text('zh-CN'), en: text('en') },
    channel_answers: from.channel_answers ?? [],
    links: from.links ?? [],
    task: from.task ? { fields: from.task.fields, next: from.task.then } : null,
  };
}

/** Whether a language of it says anything; wordings alone belong to the other one. @param {Text} text */
export const says = (text) => Boolean(text.question.trim() || text.answer.trim());

/** As the desk takes it. @param {Draft} draft @returns {object} */
export function toDesk(draft) {
  const { id: _, version: __, state: ___, texts, ...rest } = draft;
  const has = LOCALES.filter((locale) => says(texts[locale]));
  // Somebody asks in a language that is not answered: those words lead to what there is.
  const strange = LOCALES.filter((locale) => !has.includes(locale)).flatMap((locale) => texts[locale].alternatives);
  const spoken = has.map((locale, at) => {
    const { question, answer, buttons, alternatives, ...more } = texts[locale];
    return [locale, { ...more, question: question.trim(), answer: answer.trim(), alternatives: at === 0 ? [...alternatives, ...strange] : alternatives, buttons: buttons.filter((one) => one.label.trim()) }];
  });
  return {
    ...rest,
    category: rest.category.trim(),
    channel_answers: rest.channel_answers.filter((one) => one.answer.trim()),
    task: rest.kind === 'task' && rest.task ? taskToDesk(rest.task) : null,
    texts: Object.fromEntries(spoken),
  };
}

/** Whether two say the same, whatever state and version. @param {Draft} a @param {Draft} b */
export const equal = (a, b) => JSON.stringify(toDesk(a)) === JSON.stringify(toDesk(b));

/** Lines of what was pasted, each once, without their bullets. @param {string} text */
export function linesOf(text) {
  /** @type {Map<string, string>} */ const lines = new Map();
  for (const line of text.split(/\r\n|[\r\n\u2028]/)) {
    const words = line.replace(BULLET, '').trim();
    if (words && same(words) && !lines.has(same(words))) lines.set(same(words), words);
  }
  return [...lines.values()];
}

/**
 * Other ways to ask it; each goes to the language it is written in.
 * @param {Draft} draft changed in place @param {string[]} lines
 * @returns {{added:number, doubled:number, over:number}}
 */
export function addAlternatives(draft, lines) {
  const told = { added: 0, doubled: 0, over: 0 };
  const known = new Set(LOCALES.flatMap((locale) => [draft.texts[locale].question, ...draft.texts[locale].alternatives]).map(same));
  for (const line of lines) {
    const list = draft.texts[localeOf(line)].alternatives;
    if (known.has(same(line))) told.doubled += 1;
    else if (list.length >= ALTERNATIVES_MAX || [...line].length > QUESTION_CHARS) told.over += 1;
    else {
      list.push(line);
      known.add(same(line));
      told.added += 1;
    }
  }
  return told;
}

/** @param {Draft} draft @returns {Locale[]} languages in which nothing is answered yet */
export const missing = (draft) => LOCALES.filter((locale) => !draft.texts[locale].answer.trim());

/** Whether a label says something. @param {Label} label */
const named = (label) => LOCALES.some((locale) => label[locale]?.trim());

/** What a label says, in another language where it has to be. @param {Label} label @param {Locale} locale */
export const labelIn = (label, locale) => label[locale] || LOCALES.map((one) => label[one]).find(Boolean) || '';

/** Only the languages that say something. @param {Label} label @returns {Label} */
const spokenLabel = (label) => Object.fromEntries(LOCALES.flatMap((locale) => (label[locale]?.trim() ? [[locale, label[locale]?.trim()]] : [])));

/** What a task asks for, as the desk takes it. @param {Task} task */
function taskToDesk({ fields, next }) {
  const asked = fields.map(({ options, ...one }) => ({
    ...one,
    label: spokenLabel(one.label),
    ...(one.type === 'select' ? { options: (options ?? []).map(spokenLabel).filter((option) => Object.keys(option).length > 0) } : {}),
  }));
  return Object.fromEntries([['fields', asked], ['then', next]]);
}

/**
 * What somebody typed as options, between commas; words of the other language stay with those that stand in their place.
 * @param {Label[]} before @param {string} text @param {Locale} locale @returns {Label[]}
 */
export const optionsOf = (before, text, locale) =>
  text
    .split(/[,，、;；]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one, at) => ({ ...before[at], [locale]: one }));

/** @param {string|undefined} url */
const isLink = (url) => !url || /^https?:\/\/\S+$/i.test(url);

/**
 * What stands against saving it, by setting; a draft may be without its answer.
 * @param {Draft} draft @param {boolean} publish @returns {Record<string, string>} ends of catalogue keys
 */
export function wrongIn(draft, publish) {
  /** @type {Record<string, string>} */ const wrong = {};
  const asks = LOCALES.filter((locale) => says(draft.texts[locale]));
  if (asks.length === 0) wrong['zh-CN.question'] = 'question';
  for (const locale of asks) {
    const { question, answer, buttons } = draft.texts[locale];
    if (!question.trim()) wrong[`${locale}.question`] = 'question';
    else if ([...question.trim()].length > QUESTION_CHARS) wrong[`${locale}.question`] = 'question_long';
    const needs = draft.kind === 'answer' || draft.task?.next === 'answer';
    if (publish && needs && !answer.trim()) wrong[`${locale}.answer`] = 'answer';
    else if ([...answer].length > ANSWER_CHARS) wrong[`${locale}.answer`] = 'answer_long';
    if (buttons.some((one) => !one.label.trim() && one.url)) wrong[`${locale}.buttons`] = 'button_label';
    if (buttons.some((one) => !isLink(one.url))) wrong[`${locale}.buttons`] = 'button_url';
  }
  if (draft.valid_from && draft.valid_until && draft.valid_from >= draft.valid_until) wrong.valid = 'valid';
  if (draft.channels?.length === 0) wrong.channels = 'channels';
  if (draft.kind === 'task') {
    const fields = draft.task?.fields ?? [];
    if (fields.length === 0) wrong.task = 'task_empty';
    else if (fields.some((one) => !named(one.label))) wrong.task = 'task_label';
    else if (fields.some((one) => one.type === 'select' && !one.options?.some(named))) wrong.task = 'task_options';
  }
  return wrong;
}

/** Drafts that are kept in the browser. */
const KEPT_MAX = 20;
export const KEPT_KEY = 'servicedesk.faq';

/**
 * What was written and not saved, by the entry or the question it belongs to.
 * @param {Pick<Storage, 'getItem'|'setItem'|'removeItem'>|null} storage
 */
export function createKept(storage) {
  /** @returns {Record<string, {draft:Draft, at:number}>} */
  const read = () => {
    try {
      return JSON.parse(storage?.getItem(KEPT_KEY) || '{}');
    } catch {
      return {};
    }
  };
  /** @param {Record<string, {draft:Draft, at:number}>} all */
  const write = (all) => {
    const newest = Object.entries(all).sort(([, a], [, b]) => b.at - a.at).slice(0, KEPT_MAX);
    try {
      storage?.setItem(KEPT_KEY, JSON.stringify(Object.fromEntries(newest)));
      return true;
    } catch {
      // Full, or not allowed: it lasts as long as the page.
      return false;
    }
  };
  return {
    /** @param {string} key @returns {Draft|null} */
    get: (key) => read()[key]?.draft ?? null,
    /** @param {string} key @param {Draft} draft @param {number} at */
    put: (key, draft, at) => write({ ...read(), [key]: { draft, at } }),
    /** @param {string} key */
    drop(key) {
      const { [key]: _, ...rest } = read();
      write(rest);
    },
  };
}
