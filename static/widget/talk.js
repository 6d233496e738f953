/**
 * Joins the delivery core and the list: entries, unsent messages and marks of the one conversation that is shown become bubbles,
 * lines and states. What happens in the others goes into the cache and the count.
 */
import { face, pictureAt } from './dom.js';
import { LINKED } from './bubble.js';

const QUOTED_CHARS = 120;

/** A reduced entry may carry no time: it happened with what stands before it. @param {string} [text] @param {Date} [otherwise] */
const when = (text, otherwise = new Date()) => {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? otherwise : date;
};

/**
 * The conversation that is shown.
 * @param {object} options
 * @param {ReturnType<typeof import('../im/client.js').createClient>} options.client
 * @param {import('./types.js').Timeline} options.timeline
 * @param {any} options.head
 * @param {import('./types.js').Composer} options.composer
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} options.cache
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {(type:string, value?:any) => void} options.tell the loader
 * @param {() => boolean} options.looking somebody has the conversation in sight
 * @param {any} options.extras what is drawn by parts that come later: cards, link previews, menus
 * @param {(entry:import('./types.js').Entry, name:string) => void} options.onHeard somebody else's message came
 * @param {() => void} options.onChange the cache, the count or the state of the conversation has changed
 */
export function createTalk({ client, timeline, head, composer, cache, texts, tell, looking, extras, onHeard, onChange }) {
  const { t } = texts;
  /** Everything shown, by what it may be called later. @type {Map<string, any>} */
  const known = new Map();
  /** Own messages not settled yet, in order. @type {Map<string, any>} */
  const pending = new Map();
  /** Answers to cards: message of the card → content of the answer. @type {Map<string, any>} */
  const answered = new Map();
  /** History of the conversation is still to come from before this entry; null = from its end, false = there is none. */
  let ahead = /** @type {number|null|false} */ (false);
  let busy = false;
  let crowned = false;
  /** A reset came, its welcome has not. */
  let waiting = false;
  let late = false;
  /** The conversation shown; null = one that has not begun. @type {string|null} */ let current = null;
  /** Whether the one that has not begun is to be a new one, whatever else goes on. */
  let fresh = false;
  let settings = /** @type {import('./types.js').Shop} */ ({});
  /** Whether the last state line said closed. */
  let closed = false;
  let epoch = 0;

  /** Names of agents, from what they said; frames about typing and presence carry ids alone. @type {Map<string, string>} */
  const names = new Map();
  /** Who came last, for whoever has not said anything yet. */
  let agent = /** @type {{id:string, name:string}|null} */ (null);

  const shopName = () => settings.texts?.title || settings.shop_name || '';
  const nameOf = (/** @type {any} */ sender) => sender?.name || names.get(sender?.id) || agent?.name || shopName();
  const pictureOf = (/** @type {any} */ sender) => pictureAt(settings.agents?.find((/** @type {any} */ one) => one.id === sender?.id)?.picture);
  const textOf = (/** @type {any} */ content) => (content === null ? t('recalled.short') : content?.text || content?.name || t('unsupported'));
  /** @param {import('./types.js').Entry} entry */
  const markOf = (entry) => {
    const marks = client.conversation(entry.conversation_id)?.theirs;
    if (!marks) return 'sent';
    return marks.read >= entry.sequence ? 'read' : marks.received >= entry.sequence ? 'delivered' : 'sent';
  };
  const isShown = (/** @type {string|null} */ id) => id === current;
  /** Messages of the outbox that belong into what is shown. @param {import('./types.js').Item} item */
  const belongs = (item) => (current ? item.conversation_id === current : item.conversation_id === null || item.conversation_id === 'new');

  /** @param {string} id of a message in the outbox, empty for others @param {() => any} bubble */
  const actions = (id, bubble) => ({
    retry: () => client.retry(id),
    edit() {
      const text = client.items().find((/** @type {import('./types.js').Item} */ item) => item.client_message_id === id)?.content.text ?? '';
      client.discard(id);
      composer.offer(text);
      composer.focus();
    },
    remove() {
      client.discard(id);
      composer.focus();
    },
    menu: (/** @type {HTMLElement} */ button) => extras.messageMenu(button, bubble()),
    quoted(/** @type {string} */ message) {
      const found = known.get(message);
      if (!found) return { author: '', text: t('quote.earlier'), go: null };
      const text = textOf(found.said.content).slice(0, QUOTED_CHARS);
      return {
        author: found.said.mine ? t('you') : found.said.author,
        text: found.said.mine || found.said.content?.kind !== 'text' ? text : extras.unmarked(text),
        go: () => timeline.goTo(found.node),
      };
    },
    card: (/** @type {any} */ content) => extras.card(content, bubble),
    rich: extras.rich,
    file: extras.file,
  });
  /** @param {any} said @param {string} [id] */
  const makeBubble = (said, id = '') => {
    /** @type {any} */ let bubble = null;
    bubble = timeline.bubble(said, actions(id, () => bubble));
    return bubble;
  };

  /** @param {import('./types.js').Entry} entry @param {Date} [before] @returns {{node:Element, at:Date}|null} null = nothing to show */
  const make = (entry, before) => {
    const key = String(entry.sequence);
    if (known.has(key)) return null;
    const at = when(entry.sent_at ?? entry.at ?? '', before);
    if (entry.type === 'message') {
      const mine = entry.sender.kind === 'visitor';
      const bubble = makeBubble({
        mine,
        author: mine ? '' : nameOf(entry.sender),
        picture: mine ? null : pictureOf(entry.sender),
        group: mine ? 'me' : `${entry.sender.kind}:${entry.sender.id}`,
        at,
        content: entry.content,
        edited: Boolean(entry.edited_at),
        state: mine ? markOf(entry) : '',
      });
      bubble.entry = entry;
      remember(entry, bubble);
      return { node: bubble.node, at };
    }
    known.set(key, null);
    const line = lineOf(entry, at);
    return line && { node: line, at };
  };
  /** @param {import('./types.js').MessageEntry} entry @param {import('./timeline.js').Bubble} bubble */
  const remember = (entry, bubble) => {
    known.set(String(entry.sequence), bubble);
    known.set(entry.message_id, bubble);
    if (entry.sender.name) names.set(entry.sender.id, entry.sender.name);
    noteAnswer(entry.content);
    // A card is drawn once its bubble has its entry; a link is looked up once there is a message to ask about.
    if (entry.content?.kind === 'card') bubble.redraw();
    if (entry.content?.kind === 'text' && LINKED.test(entry.content.text ?? '')) extras.link(bubble, entry.message_id, entry.content.text);
  };
  /** @param {import('./types.js').Content|null} content */
  const noteAnswer = (content) => {
    if (content?.kind !== 'choice' && content?.kind !== 'form_answer') return;
    const { of = '' } = content;
    answered.set(of, content);
    known.get(of)?.redraw();
  };
  /** @param {import('./types.js').Entry} entry @param {Date} at */
  const lineOf = (entry, at) => {
    if (entry.kind === 'assigned' && entry.agent_name) {
      return timeline.line(t('joined', { name: entry.agent_name }), entry.agent_name, pictureOf({ id: entry.agent_id ?? '' }));
    }
    if (entry.kind !== 'state') return null;
    const is = entry.state === 'closed';
    if (is === closed) return null;
    closed = is;
    return timeline.line([t(is ? 'closed' : 'reopened'), entry.at && texts.time(at)].filter(Boolean).join(' · '));
  };
  /** What an entry changes about others. @param {import('./types.js').Entry} entry */
  const effect = (entry) => {
    if (entry.kind === 'edited') known.get(entry.message_id ?? '')?.update({ content: entry.content ?? null, edited: true });
    if (entry.kind === 'recalled') known.get(entry.message_id ?? '')?.update({ content: null });
    if (entry.kind === 'assigned' && entry.agent_name) head.setAgent((agent = { id: entry.agent_id ?? '', name: entry.agent_name }));
    if (entry.type === 'message' && entry.sender.kind === 'agent') head.setAgent((agent = { id: entry.sender.id, name: nameOf(entry.sender) }));
  };
  const firstPending = () => {
    for (const bubble of pending.values()) if (bubble.said.state !== 'failed') return bubble.node;
    return null;
  };

  /** @param {import('./types.js').Entry[]} entries */
  const showPage = (entries) => {
    const items = [];
    let before = when(entries.find((one) => one.sent_at)?.sent_at);
    for (const entry of entries) {
      cache.take(entry, textOf(entry.content));
      // A message this page shows already, sent from here and settled while the page was on its way.
      const id = entry.client_message_id ?? '';
      const double = known.get(id);
      if (id && double) {
        timeline.remove(double.node);
        known.delete(id);
        pending.delete(id);
        known.delete(String(entry.sequence));
      }
      const item = make(entry, before);
      if (item) {
        before = item.at;
        items.push(item);
      }
    }
    timeline.prepend(items);
    for (const entry of entries) if (entry.kind === 'edited' || entry.kind === 'recalled') effect(entry);
  };

  /** Loads earlier pages until the view is full or there is nothing earlier. */
  const more = async () => {
    if (busy) return;
    busy = true;
    const mine = epoch;
    try {
      while (ahead !== false && timeline.hungry() && mine === epoch) await nextPage(mine);
    } catch {
      // The link is away or everything was forgotten; the next look asks again.
    } finally {
      if (mine === epoch) busy = false;
    }
    if (mine === epoch && ahead === false) crown();
  };
  const nextPage = async (/** @type {number} */ mine) => {
    const id = /** @type {string} */ (current);
    const before = ahead;
    const page = before === null ? await client.load(id, 30) : await client.older(id, /** @type {number} */ (before), 50);
    if (mine !== epoch) return;
    if (before === null) {
      closed = false;
      const last = [...page.entries].reverse().find((one) => one.kind === 'assigned' || one.sender?.kind === 'agent');
      if (last) effect(last);
    }
    showPage(page.entries);
    ahead = page.more && page.entries.length ? page.entries[0].sequence : false;
    changed();
    maybeRead();
  };
  /** The greeting stands above the first word of a conversation. */
  const crown = () => {
    if (crowned || !settings.shop_name) return;
    crowned = true;
    const { welcome, offline } = settings.texts ?? {};
    const bubble = makeBubble({
      mine: false,
      author: shopName(),
      group: 'greeting',
      at: new Date(),
      content: { kind: 'text', text: (settings.open?.now === false && offline) || welcome || settings.greeting || t('greeting') },
    });
    bubble.node.classList.add('greeting');
    bubble.node.querySelector('.more')?.remove();
    bubble.node.querySelector('.face')?.replaceWith(face(shopName(), 28, pictureAt(settings.logo)));
    timeline.crown(bubble.node);
    extras.end();
  };

  const maybeRead = () => {
    if (!current || !looking() || !timeline.inSight()) return;
    const conversation = client.conversation(current);
    if (conversation?.last) client.read(current, conversation.last);
  };
  const drawPending = () => {
    const queued = [...pending.values()].filter((bubble) => bubble.said.state !== 'failed');
    queued.forEach((bubble, i) => bubble.update({ waiting: late && i === queued.length - 1 ? queued.length : 0 }));
  };
  const changed = () => {
    tell('unread', cache.total());
    tell('save', { live: client.items().length > 0 || client.conversations().some((/** @type {any} */ one) => one.state !== 'closed') });
    onChange();
  };

  /** Empties what is shown; the talk is about `id` from here on. @param {string|null} id */
  const turnTo = (id) => {
    epoch += 1;
    current = id;
    known.clear();
    pending.clear();
    answered.clear();
    busy = crowned = closed = false;
    ahead = id ? null : false;
    agent = null;
    timeline.clear();
    timeline.typing(null);
    head.setAgent(null);
    for (const item of client.items()) if (belongs(item)) addPending(item);
    extras.turned();
  };

  client.on('reset', () => {
    cache.clear();
    names.clear();
    const before = current;
    turnTo(before);
    // Nothing is asked before the welcome has said what there is.
    ahead = false;
    crowned = waiting = true;
  });
  client.on('conversation', changed);

  /** @param {import('./types.js').Entry} entry @param {boolean} own */
  const arrive = (entry, own) => {
    const id = entry.conversation_id;
    cache.take(entry, textOf(entry.content));
    // Somebody who has not begun anything here follows what they began in another tab.
    if (current === null && !fresh && entry.sequence === 1 && !pending.size) begin(id);
    if (isShown(id)) {
      if (client.conversation(id)?.last === null) client.adopt(id, entry.sequence);
      effect(entry);
      const item = make(entry);
      if (item) timeline.append(item.node, item.at, { before: firstPending() });
    }
    if (entry.type === 'message' && !own && entry.sender.kind !== 'visitor') onHeard(entry, nameOf(entry.sender));
    if (entry.kind === 'state' && entry.state === 'closed') tell('event', { name: 'conversation-ended', detail: { conversation_id: id } });
    if (entry.sequence === 1) tell('event', { name: 'conversation-started', detail: { conversation_id: id } });
    maybeRead();
    changed();
  };
  /** What had no name has one now. @param {string} id */
  const begin = (id) => {
    current = id;
    fresh = false;
    extras.named(id);
  };
  client.on('entry', ({ entry, own }) => arrive(entry, own));
  client.on('notice', ({ entry }) => arrive(entry, false));

  /** @param {import('./types.js').Item} item */
  const addPending = (item) => {
    const id = item.client_message_id;
    const at = new Date(item.created_at);
    const bubble = makeBubble({ mine: true, author: '', group: 'me', at, content: item.content, state: item.state === 'failed' ? 'failed' : 'sending', code: item.code }, id);
    pending.set(id, bubble);
    known.set(id, bubble);
    noteAnswer(item.content);
    timeline.append(bubble.node, at, { follow: true });
    drawPending();
    extras.end();
  };
  client.on('outbox', ({ item, change, entry }) => {
    const id = item.client_message_id;
    const bubble = pending.get(id);
    if (change === 'settled' && bubble && entry?.type === 'message') {
      pending.delete(id);
      const elsewhere = entry.conversation_id !== current;
      if (elsewhere && !current) {
        begin(entry.conversation_id);
        // It went on with one that has a history.
        if (entry.sequence > 1 && !client.conversation(entry.conversation_id)?.last) ahead = null;
      }
      // Sent again by a page that did not know that it had arrived: it stands there.
      const before = known.get(String(entry.sequence));
      if (before?.entry) timeline.remove(before.node);
      bubble.entry = entry;
      remember(entry, bubble);
      bubble.update({ state: markOf(entry), waiting: 0, at: when(entry.sent_at) });
      // Another page's words may have been taken before those written here: what is settled stands above what is not.
      timeline.raise(bubble.node, firstPending());
      // The desk took it into another conversation than the one shown, whose time to reopen had passed.
      if (elsewhere && current !== entry.conversation_id) extras.moved(entry.conversation_id);
      more();
    } else if (change === 'removed' && bubble) {
      pending.delete(id);
      known.delete(id);
      timeline.remove(bubble.node);
    } else if (!bubble && belongs(item) && (change === 'queued' || change === 'sending' || change === 'failed')) {
      addPending(item);
    } else if (bubble) {
      bubble.update({ state: change === 'failed' ? 'failed' : 'sending', code: item.code });
      timeline.regroup(bubble.node);
    }
    drawPending();
    changed();
  });
  client.on('unsent', ({ items }) => composer.offer(items.map((item) => item.content.text ?? '').join('\n')));

  client.on('progress', ({ conversation_id }) => {
    if (isShown(conversation_id)) {
      for (const bubble of new Set(known.values())) if (bubble?.said.mine && bubble.entry) bubble.update({ state: markOf(bubble.entry) });
    }
    changed();
  });
  client.on('typing', ({ conversation_id, member, active }) => {
    if (member.kind === 'visitor' || !isShown(conversation_id)) return;
    timeline.typing(active ? nameOf(member) : null, pictureOf(member));
  });

  return {
    more,
    maybeRead,
    turnTo(/** @type {string|null} */ id, isFresh = false) {
      fresh = isFresh;
      waiting = false;
      turnTo(id);
      more();
    },
    get current() {
      return current;
    },
    get empty() {
      return !current && !pending.size;
    },
    /** A welcome said what there is: the conversation that is shown may be asked for again. */
    resume() {
      if (waiting) {
        waiting = crowned = false;
        ahead = current ? null : false;
      }
      more();
    },
    /** @param {string} id of a card's message */
    answer: (id) => answered.get(id),
    /** @param {{text?:string, content?:any}} message @returns {boolean} */
    send(message) {
      try {
        const open = client.conversations().some((/** @type {any} */ one) => one.state !== 'closed');
        const first = fresh && open && !client.items().some(belongs);
        client.send({ conversation_id: current ?? (first ? 'new' : null), ...message });
        return true;
      } catch {
        return false;
      }
    },
    /** @param {boolean} writing @param {string|null} preview what is being written, where the shop sees it */
    writing(writing, preview) {
      if (current) client.typing(current, writing, preview);
    },
    /** @param {any} next */
    setSettings(next) {
      settings = next;
    },
    /** @param {boolean} value */
    setLate(value) {
      late = value;
      drawPending();
    },
  };
}
