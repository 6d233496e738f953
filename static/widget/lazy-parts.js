/**
 * The parts that are fetched later (more.js) and where they are put: cards in bubbles, previews under links, menus, emoji, the
 * first questions and the rating at the end of a conversation, speech.
 */
import { el, fit } from './dom.js';

/**
 * A word about what did not work, for some seconds.
 * @param {import('./types.js').Texts['t']} t
 */
function createTrouble(t) {
  const trouble = el('p', { class: 'trouble', role: 'status', hidden: true });
  /** @type {Timer} */ let fade = null;
  /** A word about what did not work, for some seconds. @param {string} key */
  const complain = (key) => {
    trouble.textContent = t(key);
    trouble.hidden = false;
    clearTimeout(fade);
    fade = setTimeout(() => (trouble.hidden = true), 6000);
  };
  /** @param {Promise<unknown>} doing @param {string} [key] */
  const attempt = (doing, key = 'failed.call') => doing.catch(() => complain(key));

  return { complain, attempt, trouble };
}

/**
 * What stands in bubbles besides words; each has its room until the part that draws it is there.
 * @param {() => Promise<import('./types.js').More>} load
 * @param {import('./types.js').Texts} texts
 * @param {import('./types.js').Composer} composer
 * @param {() => import('./types.js').Talk} talk
 * @param {Map<string, {holder:HTMLElement, answer:import('./types.js').Content|undefined}>} cards
 * @param {() => Promise<ReturnType<typeof import('./files/files.js').createFiles>>} files
 * @param {() => import('./types.js').Shop} shop
 * @param {import('./types.js').Session} session
 * @param {import('./types.js').ConversationCache} cache
 * @param {(id:string) => void} open another conversation
 */
function drawingOf(load, texts, composer, talk, cards, files, shop, session, cache, open) {
  return {
    /** @param {import('./types.js').Content} content @param {() => import('./timeline.js').Bubble|null} bubble @returns {Node|null} null = its words have to do */
    card(content, bubble) {
      const id = bubble()?.entry?.message_id;
      if (!id) return null;
      const answer = talk().answer(id);
      const before = cards.get(id);
      if (before && before.answer === answer) return before.holder;
      const holder = before?.holder ?? el('div', { class: 'card' }, content.text ?? '');
      cards.set(id, { holder, answer });
      load().then(
        (more) => more.drawCard(holder, /** @type {import('../im/types.js').Card} */ (content.card), { texts, id, answer, send: (/** @type {import('./types.js').Content} */ said) => talk().send({ content: said }) }),
        () => {},
      );
      return holder;
    },
    /** @param {import('./types.js').Content} content @returns {HTMLElement} the room that a file takes, filled once it is known how */
    file(content) {
      const holder = el('div', { class: 'file' }, content.name ?? '');
      if (content.width) holder.style.setProperty('min-height', `${fit(content).height}px`);
      files().then((one) => one.draw(holder, content), () => {});
      return holder;
    },
    /** @param {HTMLElement} line @param {import('./types.js').Entry} entry @returns {HTMLElement} about what became of the conversation, in words once it is known how */
    told(line, entry) {
      load().then((more) => more.drawTold(line, entry, { texts, cache, open }), () => {});
      return line;
    },
    /** @param {string} text @param {boolean} plain of a customer @returns {HTMLElement} its words, and with links and marks once it is known how */
    rich(text, plain) {
      const holder = el('div', {}, text);
      load().then((more) => more.drawRich(holder, text, plain), () => {});
      return holder;
    },
    /** @param {import('./timeline.js').Bubble|null|undefined} found none = it is not loaded @param {(content:import('./types.js').Content|null) => string} textOf @returns {HTMLElement} what a message answers */
    quoted(found, textOf) {
      const holder = el('div', { class: 'quote' });
      load().then((more) => more.drawQuote(holder, found, texts, textOf), () => {});
      return holder;
    },
    /** @param {import('./timeline.js').Bubble} bubble @param {string} id of the message @param {string} text */
    link(bubble, id, text) {
      if (!shop().link_previews || bubble.linked === text) return;
      bubble.linked = text;
      load().then((more) => {
        const url = more.firstLink(text);
        if (url) more.drawLink(bubble.below, { url, id, texts, session });
      }, () => {});
    },
    /** @param {HTMLElement} anchor */
    emoji: async (anchor) => {
      if (anchor.getAttribute('aria-expanded') === 'true') return;
      const more = await load();
      more.createEmoji({ texts, anchor, pick: (/** @type {string} */ one) => composer.insert(one) });
    },
  };
}

/**
 * What stands under the last word.
 * @param {import('./types.js').Timeline} timeline
 * @param {import('./types.js').ConversationCache} cache
 * @param {() => import('./types.js').Talk} talk
 * @param {() => import('./types.js').Shop} shop
 * @param {{list:() => void, begin:() => void, ask:(text:string) => void, goOn:() => void, phone:() => boolean}} go
 * @param {() => Promise<import('./types.js').More>} load
 * @param {import('./types.js').Texts} texts
 * @param {import('./types.js').Session} session
 * @param {(id: string | null, rest: string) => string} at
 * @param {(type:string, value?:unknown) => void} tell
 * @param {import('./types.js').Client} client
 */
function endOf(timeline, cache, talk, shop, go, load, texts, session, at, tell, client) {
  return {
    /** What stands under the last word: first questions of a talk not begun, the rating of one that has ended. */
    end() {
      const box = timeline.end;
      const row = cache.get(talk().current);
      const questions = shop().questions ?? [];
      const source = row?.source;
      if (source) load().then((more) => more.drawSource({ timeline, client, texts, source }), () => {});
      const wanted = row?.state === 'closed' && !row.merged_into && shop().rating !== false ? `rate ${row.id}` : talk().empty && questions.length ? 'questions' : '';
      if (box.dataset.shows === wanted && (wanted === '' || box.firstChild)) return;
      box.dataset.shows = wanted;
      box.replaceChildren();
      if (wanted === 'questions') {
        box.append(el('div', { class: 'pills' }, ...questions.map((/** @type {string} */ one) => el('button', { type: 'button', class: 'pill', onclick: () => go.ask(one) }, one))));
      } else if (wanted && row) {
        load().then((more) => {
          if (box.dataset.shows !== wanted) return;
          box.replaceChildren(more.createRating({ texts, session, cache, row, path: at(row.id, '/rate'), tell }));
          if (timeline.inSight()) timeline.toEnd();
        }, () => {});
      }
    },
  };
}

/**
 * Loads the later parts when one is wanted, and hands each its place.
 * @param {object} options
 * @param {string} options.assets where the files of this version are
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Session} options.session
 * @param {import('./types.js').Client} options.client
 * @param {ReturnType<typeof import('./head.js').createHead>} options.head
 * @param {import('./types.js').Composer} options.composer
 * @param {import('./types.js').Timeline} options.timeline
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} options.cache
 * @param {(type:string, value?:unknown) => void} options.tell the loader
 * @param {() => import('./types.js').Talk} options.talk
 * @param {() => import('./types.js').Shop} options.shop settings of the session
 * @param {{mute?:boolean, wide?:boolean, aloud?:boolean, files?:boolean}} options.habits as the loader kept them
 * @param {{list:() => void, begin:() => void, leave:() => void, open:(id:string) => void, ask:(text:string) => void, goOn:() => void, phone:() => boolean}} options.go
 */
export function createLazyParts({ assets, texts, session, client, head, composer, timeline, cache, tell, talk, shop, habits, go }) {
  const { t } = texts;
  /** @type {Promise<import('./types.js').More>|null} */ let loading = null;
  /** @type {ReturnType<import('./types.js').More['createSpeech']>|null} */ let speech = null;
  const bring = (/** @type {string} */ name) =>
    Promise.all([
      import(`${assets}/dist/${name}.js`),
      new Promise((resolve, reject) => document.head.append(el('link', { rel: 'stylesheet', href: `${assets}/dist/${name}.css`, onload: resolve, onerror: reject }))),
    ]);
  const words = () => fetch(`${assets}/dist/frame-more.${texts.locale}.json`).then((response) => response.json()).then(texts.add);
  const load = () => {
    loading ??= Promise.all([bring('frame-more'), words()]).then(([[more]]) => more);
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };
  /** @type {Promise<ReturnType<typeof import('./files/files.js').createFiles>>|null} */ let filing = null;
  const files = () => {
    filing ??= Promise.all([load(), bring('frame-files')]).then(([more, [{ createFiles }]]) => createFiles({ more, texts, session, client, composer, timeline, talk, complain, save: (/** @type {object} */ change) => tell('save', change) }));
    filing.catch(() => {
      filing = null;
    });
    return filing;
  };
  /** @type {ReturnType<import('./types.js').More['createPeek']>|null} */ let peek = null;
  if (habits.files) files();
  const { complain, attempt, trouble } = createTrouble(t);
  const at = (/** @type {string|null} */ id, /** @type {string} */ rest) => `/widget/v1/conversations/${encodeURIComponent(String(id))}${rest}`;

  const getSpeech = (/** @type {import('./types.js').More} */ more) =>
    (speech ??= more.createSpeech({ locale: texts.locale, onWords: composer.insert, onEnd: () => {} }));

  /** The menus of the head and of a message. */
  const menus = async () => {
    const more = await load();
    return more.createMenus({ texts, session, composer, cache, tell, talk, shop, habits, go, at, attempt, speech: getSpeech(more) });
  };

  /** @type {ReturnType<typeof import('./queue.js').createQueue>|undefined} */ let queueing;
  /** The place in the queue, the teams to choose from, and the bot come with the first of them. @param {(one:ReturnType<typeof import('./queue.js').createQueue>) => void} use */
  const queue = (use) => void load().then((more) => use((queueing ??= more.createQueue({ texts, client, timeline, head, talk: talk(), shop }))), () => {});
  client.on('queue', (frame) => queue((one) => one.place(frame)));

  /** Cards by the message they stand in; a redraw keeps what was begun in a form. @type {Map<string, {holder:HTMLElement, answer:import('./types.js').Content|undefined}>} */
  const cards = new Map();

  return {
    load,
    trouble,
    /** @param {HTMLElement} button */
    menu: async (button) => (await menus()).head(button),
    /** @param {HTMLElement} button @param {import('./timeline.js').Bubble} bubble */
    messageMenu: async (button, bubble) => (await menus()).message(button, bubble),
    attempt,
    complain,
    ...drawingOf(load, texts, composer, talk, cards, files, shop, session, cache, go.open),
    /** @param {any} what the button of the composer, or files that were pasted or dropped @param {boolean} [waits] for the press on *send* */
    attach: (what, waits) => attempt(files().then((one) => one.attach(what, waits))),
    /** The talk is about another conversation. */
    turned: () => filing?.then((one) => one.show()),
    /** The talk that had no name has one. @param {string} id */
    begun: (id) => filing?.then((one) => one.named(id)),
    /** Whoever waits, and whoever may choose a team, is shown what they should know. */
    waits: () => (queueing || (talk().empty && shop().teams?.[0])) && queue((one) => one.draw()),
    /** It speaks. @param {import('./timeline.js').Bubble} bubble */
    bot: (bubble) => queue((one) => one.bot(bubble)),
    ...endOf(timeline, cache, talk, shop, go, load, texts, session, at, tell, client),
    /** Somebody else's message came while nobody looks. @param {import('./types.js').Entry} entry @param {string} name @param {() => boolean} wanted still */
    async peek(entry, name, wanted) {
      const more = await load();
      peek ??= more.createPeek({ texts, tell, shop });
      if (wanted()) peek.show(entry, name);
    },
    opened: () => peek?.end(),
    /** Somebody else's message came, and may be said aloud. @param {string} text */
    async heard(text) {
      if (!habits.aloud) return;
      const one = getSpeech(await load());
      if (one.canSpeak) one.speak(text);
    },
    clear() {
      cards.clear();
      peek?.end();
      filing?.then((one) => one.clear());
    },
  };
}
