/** Answers of the FAQ for the customer's newest words: asked for as they come, chosen, and what became of them told to the desk. */

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {{faq_id:string, question:string, answer:string, p:number}} Suggestion */

export const SHOWN_MAX = 3;
/** Words that are still being written are looked at when the writer pauses. */
const PAUSE_MS = 400;
/** Shorter ones say nothing yet. */
const LEAST_CHARS = 4;

/** What became of a suggestion. @param {string} sent @param {{answer:string}|null} inserted @returns {'taken'|'edited'|'ignored'} */
export const fateOf = (sent, inserted) => (!inserted ? 'ignored' : sent.trim() === inserted.answer.trim() ? 'taken' : 'edited');

/** The language of an answer that is not the one shown. @param {Record<string, {question:string, answer:string}>|undefined} texts @param {string} answer */
export function otherOf(texts, answer) {
  const other = Object.entries(texts ?? {}).find(([, one]) => one?.answer && one.answer.trim() !== answer.trim());
  return other ? { lang: other[0], question: other[1].question || '', answer: other[1].answer } : null;
}

const begun = () => ({
  /** Of which words. */
  key: '',
  /** @type {string|null} */ id: null,
  /** @type {Suggestion[]} */ items: [],
  sequence: 0,
  chosen: 0,
  hidden: false,
  /** The other language of entries, by their ids; null = there is none. @type {Map<string, ReturnType<typeof otherOf>|undefined>} */
  others: new Map(),
  turned: false,
  /** What was put into the field, by conversation. @type {Map<string, {faq_id:string, answer:string, sequence:number}>} */
  inserted: new Map(),
  /** What was shown and not waved away, by conversation. @type {Map<string, {faq_id:string, sequence:number}>} */
  offered: new Map(),
});

/**
 * Tells the desk what became of what was shown, once the reply is there.
 * @param {Desk} desk @param {ReturnType<typeof begun>} at @param {(id:string) => string} path
 */
function tellFates(desk, at, path) {
  desk.client.on('outbox', ({ item, change }) => {
    const { conversation_id: id, content, note } = item;
    if (change !== 'settled' || note || !id || content.kind !== 'text') return;
    const inserted = at.inserted.get(id) ?? null;
    const about = inserted ?? at.offered.get(id);
    at.inserted.delete(id);
    at.offered.delete(id);
    if (about?.sequence) desk.api.call('POST', path(id), { faq_id: about.faq_id, sequence: about.sequence, used: fateOf(content.text ?? '', inserted) }).catch(() => {});
  });
}

/** @param {Desk} desk */
export function createAdvice(desk) {
  const at = begun();
  /** @type {any} */ let pause = null;
  const call = desk.api.call;
  /** @param {string} id */
  const path = (id) => `/conversations/${encodeURIComponent(id)}/suggestions`;

  /** @param {string} id @param {string} key @param {string} text being written */
  const ask = async (id, key, text) => {
    try {
      const { items, for_sequence: sequence } = await call('GET', path(id) + (text ? `?text=${encodeURIComponent(text)}` : ''));
      if (at.key !== key) return;
      at.items = items.slice(0, SHOWN_MAX);
      at.sequence = sequence ?? 0;
      at.chosen = 0;
      at.turned = false;
      at.hidden = false;
      if (at.items.length) at.offered.set(id, { faq_id: at.items[0].faq_id, sequence: at.sequence });
      desk.touch('composer');
      lookAtOther();
    } catch {
      // Nobody waits for a suggestion; the next words ask again.
    }
  };
  const chosen = () => at.items[at.chosen];
  /** Whether the entry speaks another language, too. */
  const lookAtOther = async () => {
    const one = chosen();
    if (!one || at.others.has(one.faq_id)) return;
    at.others.set(one.faq_id, null);
    const entry = await call('GET', `/faq/${encodeURIComponent(one.faq_id)}`).catch(() => null);
    at.others.set(one.faq_id, otherOf(entry?.texts, one.answer));
    desk.touch('composer');
  };
  const clear = () => {
    at.key = '';
    at.items = [];
    at.hidden = false;
  };
  tellFates(desk, at, path);

  return {
    /** What is open, as it is now. @param {import('../store/rows.js').Row} row */
    look(row) {
      if (!desk.hasFaq || row.ticket || row.state === 'closed' || !(row.waiting_since || desk.presence.writing(row.id).some((one) => one.member.kind === 'visitor'))) return clear();
      const writer = desk.presence.writing(row.id).find((one) => one.member.kind === 'visitor');
      const text = (writer?.preview ?? '').trim();
      const words = [...text].length >= LEAST_CHARS ? text : '';
      if (!words && !row.waiting_since) return;
      const key = `${row.id} ${row.last_sequence} ${words}`;
      if (key === at.key) return;
      if (at.id !== row.id) at.items = [];
      at.id = row.id;
      at.key = key;
      clearTimeout(pause);
      if (words) pause = setTimeout(() => void ask(row.id, key, words), PAUSE_MS);
      else void ask(row.id, key, '');
    },
    now() {
      const items = at.hidden || at.id !== desk.openId ? [] : at.items;
      const one = items[at.chosen];
      const other = one && at.turned ? at.others.get(one.faq_id) : null;
      return { items, chosen: at.chosen, shown: { question: other?.question || one?.question || '', answer: other?.answer ?? one?.answer ?? '', lang: other?.lang, other: Boolean(other) } };
    },
    hasOther: () => Boolean(chosen() && at.others.get(chosen().faq_id)),
    /** To the other language, and back. */
    turn() {
      at.turned = !at.turned;
      desk.touch('composer');
    },
    /** @param {number} index */
    choose(index) {
      at.chosen = index;
      at.turned = false;
      desk.touch('composer');
      void lookAtOther();
    },
    hide() {
      at.hidden = true;
      if (at.id) at.offered.delete(at.id);
      desk.touch('composer');
    },
    /** What is shown went into the field. */
    taken() {
      const one = chosen();
      if (!one || !at.id) return;
      at.inserted.set(at.id, { faq_id: one.faq_id, answer: this.now().shown.answer, sequence: at.sequence });
      at.hidden = true;
      desk.touch('composer');
    },
  };
}
