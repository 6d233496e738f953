/**
 * Joins the delivery core and the list: entries, unsent messages and marks become bubbles, lines and states. All of a
 * visitor's conversations are one stream here, newest at the end; scrolling up walks through the earlier ones.
 */
import { face } from './dom.js';

/** Whoever wrote or typed a moment ago is there, whatever was known at the start of the session; for so long. */
const HERE_MS = 5 * 60 * 1000;

/** A reduced entry may carry no time: it happened with what stands before it. @param {string} [text] @param {Date} [otherwise] */
const when = (text, otherwise = new Date()) => {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? otherwise : date;
};

/**
 * @param {object} options
 * @param {ReturnType<typeof import('../im/client.js').createClient>} options.client
 * @param {any} options.timeline
 * @param {any} options.head
 * @param {any} options.composer
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {(type:string, value?:any) => void} options.tell the loader
 * @param {() => boolean} options.looking somebody has the conversation before his eyes
 */
export function createTalk({ client, timeline, head, composer, texts, tell, looking }) {
  const { t } = texts;
  /** Everything shown, by what it may be called later. @type {Map<string, any>} */
  const known = new Map();
  /** Own messages not settled yet, in order. @type {Map<string, any>} */
  const pending = new Map();
  /** Messages of the other side: what is unread is counted from these. @type {Array<{id:string, sequence:number}>} */
  let theirs = [];
  /** Conversations whose history is still to come, newest first, and how far it is. */
  let ahead = /** @type {Array<{id:string, before:number|null}>} */ ([]);
  let busy = false;
  let crowned = false;
  let late = false;
  /** @type {string|null} */ let current = null;
  let settings = /** @type {any} */ ({});
  /** Of each conversation, whether its last state line said closed. @type {Map<string, boolean>} */
  const closed = new Map();
  let epoch = 0;

  /** Names of agents, from what they said; frames about typing and presence carry ids alone. @type {Map<string, string>} */
  const names = new Map();
  /** Who came last, for whoever has not said anything yet. */
  let agentName = '';
  /** @type {any} */ let lapse = null;

  const nameOf = (/** @type {any} */ sender) => sender?.name || names.get(sender?.id) || agentName || settings.shop_name || '';
  /** @param {any} entry */
  const markOf = (entry) => {
    const marks = client.conversation(entry.conversation_id)?.theirs;
    if (!marks) return 'sent';
    return marks.read >= entry.sequence ? 'read' : marks.received >= entry.sequence ? 'delivered' : 'sent';
  };
  const actions = (/** @type {string} */ id) => ({
    retry: () => client.retry(id),
    edit() {
      const text = client.items().find((/** @type {any} */ item) => item.client_message_id === id)?.content.text ?? '';
      client.discard(id);
      composer.offer(text);
      composer.focus();
    },
    remove() {
      client.discard(id);
      composer.focus();
    },
  });

  /** @param {any} entry @param {Date} [before] @returns {{node:Element, at:Date}|null} null = nothing to show */
  const make = (entry, before) => {
    const key = `${entry.conversation_id}:${entry.sequence}`;
    if (known.has(key)) return null;
    const at = when(entry.sent_at ?? entry.at, before);
    if (entry.type === 'message') {
      const mine = entry.sender.kind === 'visitor';
      const author = mine ? '' : nameOf(entry.sender);
      const bubble = timeline.bubble(
        { mine, author, group: mine ? 'me' : `${entry.sender.kind}:${entry.sender.id}`, at, content: entry.content, edited: Boolean(entry.edited_at), state: mine ? markOf(entry) : '' },
        actions(''),
      );
      bubble.entry = entry;
      remember(entry, bubble);
      return { node: bubble.node, at };
    }
    known.set(key, null);
    const text = lineOf(entry, at);
    return text && { node: text, at };
  };
  /** @param {any} entry @param {any} bubble */
  const remember = (entry, bubble) => {
    known.set(`${entry.conversation_id}:${entry.sequence}`, bubble);
    known.set(entry.message_id, bubble);
    if (!bubble.said.mine) theirs.push({ id: entry.conversation_id, sequence: entry.sequence });
    if (entry.sender.name) names.set(entry.sender.id, entry.sender.name);
  };
  /** @param {any} entry @param {Date} at */
  const lineOf = (entry, at) => {
    if (entry.kind === 'assigned' && entry.agent_name) return timeline.line(t('joined', { name: entry.agent_name }), entry.agent_name);
    if (entry.kind !== 'state') return null;
    const was = closed.get(entry.conversation_id);
    const is = entry.state === 'closed';
    closed.set(entry.conversation_id, is);
    if (is === Boolean(was)) return null;
    return timeline.line([t(is ? 'closed' : 'reopened'), entry.at && texts.time(at)].filter(Boolean).join(' · '));
  };
  /** What an entry changes about others. @param {any} entry */
  const effect = (entry) => {
    if (entry.kind === 'edited') known.get(entry.message_id)?.update({ content: entry.content, edited: true });
    if (entry.kind === 'recalled') known.get(entry.message_id)?.update({ content: null });
    if (entry.kind === 'assigned' && entry.agent_name) head.setAgent((agentName = entry.agent_name));
    if (entry.type === 'message' && entry.sender.kind === 'agent') head.setAgent((agentName = nameOf(entry.sender)));
  };
  /** A live sign of an agent. Visitors are not told when somebody leaves, so it holds for a while only. @param {string} name */
  const isHere = (name) => {
    head.setAgent(name, 'online');
    clearTimeout(lapse);
    lapse = setTimeout(() => head.setAgent(agentName || null, null), HERE_MS);
  };
  const firstPending = () => {
    for (const bubble of pending.values()) if (bubble.said.state !== 'failed') return bubble.node;
    return null;
  };

  /** @param {any[]} entries */
  const showPage = (entries) => {
    const items = [];
    let before = when(entries.find((one) => one.sent_at)?.sent_at);
    for (const entry of entries) {
      // A message this page shows already, sent from here and settled while the page was on its way.
      const double = entry.client_message_id && known.get(entry.client_message_id);
      if (double) {
        timeline.remove(double.node);
        known.delete(entry.client_message_id);
        pending.delete(entry.client_message_id);
        known.delete(`${entry.conversation_id}:${entry.sequence}`);
      }
      const item = make(entry, before);
      if (item) before = item.at;
      if (item) items.push(item);
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
      while (ahead.length && timeline.hungry() && mine === epoch) await nextPage(mine);
    } catch {
      // The link is away or everything was forgotten; the next look asks again.
    } finally {
      if (mine === epoch) busy = false;
    }
    if (mine === epoch && !ahead.length) crown();
  };
  const nextPage = async (/** @type {number} */ mine) => {
    const [{ id, before }] = ahead;
    const page = before === null ? await client.load(id, 30) : await client.older(id, before, 50);
    if (mine !== epoch) return;
    if (before === null) {
      closed.set(id, false);
      const last = [...page.entries].reverse().find((/** @type {any} */ one) => one.kind === 'assigned' || one.sender?.kind === 'agent');
      if (last && id === current) effect(last);
    }
    showPage(page.entries);
    if (page.more && page.entries.length) ahead[0].before = page.entries[0].sequence;
    else ahead.shift();
    recount();
    maybeRead();
  };
  /** The greeting stands above the first word there ever was. */
  const crown = () => {
    if (crowned || !settings.shop_name) return;
    crowned = true;
    const bubble = timeline.bubble(
      { mine: false, author: settings.shop_name, group: 'greeting', at: new Date(), content: { kind: 'text', text: settings.greeting || t('greeting') } },
      actions(''),
    );
    bubble.node.classList.add('greeting');
    bubble.node.querySelector('.face')?.replaceWith(face(settings.shop_name));
    timeline.crown(bubble.node);
  };

  const recount = () => {
    const unread = theirs.filter(({ id, sequence }) => sequence > (client.conversation(id)?.mine.read ?? 0)).length;
    tell('unread', unread);
  };
  const maybeRead = () => {
    if (!looking() || !timeline.inSight()) return;
    for (const conversation of client.conversations()) if (conversation.last) client.read(conversation.conversation_id, conversation.last);
  };
  const drawPending = () => {
    const waiting = [...pending.values()].filter((bubble) => bubble.said.state !== 'failed');
    waiting.forEach((bubble, i) => bubble.update({ waiting: late && i === waiting.length - 1 ? waiting.length : 0 }));
  };
  const standing = () => {
    const rows = client.conversations();
    const row = current ? client.conversation(current) : null;
    composer.invite(row?.state === 'closed' ? 'placeholder.closed' : 'placeholder');
    tell('save', { live: client.items().length > 0 || rows.some((/** @type {any} */ one) => one.state !== 'closed') });
  };

  client.on('reset', () => {
    epoch += 1;
    known.clear();
    pending.clear();
    closed.clear();
    theirs = [];
    ahead = [];
    busy = crowned = false;
    current = null;
    names.clear();
    agentName = '';
    clearTimeout(lapse);
    timeline.clear();
    timeline.typing(null);
    head.setAgent(null);
    for (const item of client.items()) addPending(item);
    recount();
  });
  client.on('welcome', ({ mode, conversations }) => {
    if (mode !== 'replaying') {
      ahead = conversations.map((/** @type {any} */ row) => ({ id: row.conversation_id, before: null }));
      current = ahead[0]?.id ?? null;
    }
    more();
    standing();
  });
  client.on('conversation', standing);

  /** @param {any} entry @param {boolean} own */
  const arrive = (entry, own) => {
    current = entry.conversation_id;
    effect(entry);
    if (entry.type === 'message' && entry.sender.kind === 'agent') isHere(agentName);
    const item = make(entry);
    if (item) timeline.append(item.node, item.at, { before: firstPending() });
    if (entry.type === 'message' && !own && entry.sender.kind !== 'visitor') tell('event', { name: 'message', detail: { from: nameOf(entry.sender) } });
    if (entry.kind === 'state' && entry.state === 'closed') tell('event', { name: 'conversation-ended', detail: { conversation_id: current } });
    if (entry.sequence === 1) tell('event', { name: 'conversation-started', detail: { conversation_id: current } });
    maybeRead();
    recount();
    standing();
  };
  client.on('entry', ({ entry, own }) => arrive(entry, own));
  client.on('notice', ({ entry }) => {
    // Something new in a conversation that was not scrolled to: it goes on from here, its history stays above.
    client.adopt(entry.conversation_id, entry.sequence);
    arrive(entry, false);
  });

  /** @param {any} item */
  const addPending = (item) => {
    const id = item.client_message_id;
    const at = new Date(item.created_at);
    const bubble = timeline.bubble({ mine: true, author: '', group: 'me', at, content: item.content, state: item.state === 'failed' ? 'failed' : 'sending', code: item.code }, actions(id));
    pending.set(id, bubble);
    known.set(id, bubble);
    timeline.append(bubble.node, at, { follow: true });
    drawPending();
  };
  client.on('outbox', ({ item, change, entry }) => {
    const id = item.client_message_id;
    const bubble = pending.get(id);
    if (change === 'settled' && bubble) {
      pending.delete(id);
      bubble.entry = entry;
      remember(entry, bubble);
      bubble.update({ state: markOf(entry), waiting: 0, at: when(entry.sent_at) });
      // Another page's words may have been taken before those written here: what is settled stands above what is not.
      timeline.raise(bubble.node, firstPending());
    } else if (change === 'removed' && bubble) {
      pending.delete(id);
      known.delete(id);
      timeline.remove(bubble.node);
    } else if (!bubble && (change === 'queued' || change === 'sending' || change === 'failed')) {
      addPending(item);
    } else if (bubble) {
      bubble.update({ state: change === 'failed' ? 'failed' : 'sending', code: item.code });
      timeline.regroup(bubble.node);
    }
    drawPending();
    standing();
  });
  client.on('unsent', ({ items }) => composer.offer(items.map((/** @type {any} */ item) => item.content.text ?? '').join('\n')));

  client.on('progress', ({ conversation_id }) => {
    for (const bubble of new Set(known.values())) {
      if (bubble?.said.mine && bubble.entry?.conversation_id === conversation_id) bubble.update({ state: markOf(bubble.entry) });
    }
    recount();
  });
  client.on('typing', ({ member, active }) => {
    if (member.kind === 'visitor') return;
    timeline.typing(active ? nameOf(member) : null);
    if (active && names.get(member.id) === agentName) isHere(agentName);
  });
  client.on('gone', () => client.restart());

  return {
    more,
    maybeRead,
    /** @param {string} text @returns {boolean} */
    send(text) {
      try {
        client.send({ conversation_id: current, text });
        return true;
      } catch {
        return false;
      }
    },
    /** @param {boolean} writing */
    writing(writing) {
      if (current) client.typing(current, writing);
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
