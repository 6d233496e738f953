/** Entries of the log as bubbles and lines, and what an entry changes about others. */
import { LINKED } from '../bubble.js';

/** A reduced entry may carry no time: it happened with what stands before it. @param {string} [text] @param {Date} [otherwise] */
export const when = (text, otherwise = new Date()) => {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? otherwise : date;
};

/**
 * What a bubble may be asked for.
 * @param {import('../talk.js').Options} frame
 * @param {import('../talk.js').Here} here
 * @param {(content:import('../types.js').Content|null|undefined) => string} textOf
 */
function createActions({ client, composer, extras }, here, textOf) {
  /** @param {string} id of a message in the outbox, empty for others @param {() => import('../timeline.js').Bubble|null} bubble */
  return (id, bubble) => ({
    retry: () => client.retry(id),
    edit() {
      const text = client.items().find((item) => item.client_message_id === id)?.content.text ?? '';
      client.discard(id);
      composer.offer(text);
      composer.focus();
    },
    remove() {
      client.discard(id);
      composer.focus();
    },
    menu: (/** @type {HTMLElement} */ button) => extras.messageMenu(button, /** @type {import('../timeline.js').Bubble} */ (bubble())),
    quoted: (/** @type {string} */ message) => extras.quoted(here.known.get(message), textOf),
    card: (/** @type {import('../types.js').Content} */ content) => extras.card(content, bubble),
    rich: extras.rich,
    file: extras.file,
  });
}

/**
 * Draws entries.
 * @param {import('../talk.js').Options} frame
 * @param {import('../talk.js').Here} here
 * @param {ReturnType<typeof import('./people.js').createPeople>} people
 * @param {ReturnType<typeof import('./receipts.js').createReceipts>} receipts
 */
export function createEntries(frame, here, { nameOf, pictureOf, learn, setAgent }, { markOf }) {
  const { timeline, texts, extras } = frame;
  const { t } = texts;
  /** Answers to cards: message of the card → content of the answer. @type {Map<string, import('../types.js').Content>} */
  const answered = new Map();
  /** Whether the last state line said closed. */
  let closed = false;

  /** @param {import('../types.js').Content|null|undefined} content */
  const textOf = (content) => (content === null ? t('recalled.short') : content?.text || content?.name || t('unsupported'));
  const actions = createActions(frame, here, textOf);
  /** @param {import('../bubble.js').Said} said @param {string} [id] of a message in the outbox */
  const makeBubble = (said, id = '') => {
    /** Not there yet while it is drawn for the first time. @type {any} */ let bubble = null;
    bubble = timeline.bubble(said, actions(id, () => bubble));
    return bubble;
  };
  /** @param {import('../types.js').Content|null} content */
  const noteAnswer = (content) => {
    if (content?.kind !== 'choice' && content?.kind !== 'form_answer') return;
    const { of = '' } = content;
    answered.set(of, content);
    here.known.get(of)?.redraw();
  };
  /** A bubble stands for an entry. @param {import('../types.js').MessageEntry} entry @param {import('../timeline.js').Bubble} bubble */
  const remember = (entry, bubble) => {
    const { content, message_id: id } = (bubble.entry = entry);
    here.known.set(String(entry.sequence), bubble);
    here.known.set(id, bubble);
    learn(entry.sender);
    if (entry.sender.kind === 'bot') extras.bot(bubble);
    noteAnswer(content);
    // A card is drawn once its bubble has its entry; a link is looked up once there is a message to ask about.
    if (content?.kind === 'card') bubble.redraw();
    if (content?.kind === 'text' && LINKED.test(content.text ?? '')) extras.link(bubble, id, /** @type {string} */ (content.text));
  };
  /** @param {import('../types.js').Entry} entry @param {Date} at */
  const lineOf = (entry, at) => {
    if (entry.kind === 'assigned' && entry.agent_name) {
      return timeline.line(t('joined', { name: entry.agent_name }), entry.agent_name, pictureOf({ id: entry.agent_id ?? '' }));
    }
    if (/^(ticket$|merged|unm)/.test(entry.kind ?? '')) return extras.told(timeline.line(''), entry);
    if (entry.kind !== 'state') return null;
    const is = entry.state === 'closed';
    if (is === closed) return null;
    closed = is;
    return timeline.line([t(is ? 'closed' : 'reopened'), entry.at && texts.time(at)].filter(Boolean).join(' · '));
  };

  return {
    textOf,
    makeBubble,
    noteAnswer,
    remember,
    /** @param {import('../types.js').Entry} entry @param {Date} [before] @returns {{node:Element, at:Date}|null} null = nothing to show */
    make(entry, before) {
      const key = String(entry.sequence);
      if (here.known.has(key)) return null;
      const at = when(entry.sent_at ?? entry.at ?? '', before);
      if (entry.type === 'message') {
        const { sender, content } = entry;
        const mine = sender.kind === 'visitor';
        const bubble = makeBubble({
          mine,
          author: mine ? '' : nameOf(sender),
          picture: mine ? null : pictureOf(sender),
          group: mine ? 'me' : `${sender.kind}:${sender.id}`,
          at,
          content,
          edited: Boolean(entry.edited_at),
          state: mine ? markOf(entry) : '',
        });
        remember(entry, bubble);
        return { node: bubble.node, at };
      }
      here.known.set(key, null);
      const node = lineOf(entry, at);
      return node && { node, at };
    },
    /** What an entry changes about others. @param {import('../types.js').Entry} entry */
    effect(entry) {
      const { kind, sender } = entry;
      const changed = here.known.get(entry.message_id ?? '');
      if (kind === 'edited') changed?.update({ content: entry.content ?? null, edited: true });
      if (kind === 'recalled') changed?.update({ content: null });
      if (entry.kind === 'assigned' && entry.agent_name) setAgent({ id: entry.agent_id ?? '', name: entry.agent_name });
      if (sender?.kind === 'agent') setAgent({ id: sender.id, name: nameOf(sender) });
    },
    /** @param {string} id of a card's message */
    answer: (id) => answered.get(id),
    /** Nothing is shown: the next state line is the first. */
    begin() {
      closed = false;
    },
    clear() {
      answered.clear();
      closed = false;
    },
  };
}
