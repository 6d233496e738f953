/**
 * The views of the frame and the ways between them: home, list, one conversation, forms. Knows what the visitor may do next; how
 * it looks is the views' own.
 */
import { createConversationCache } from './conversation-cache.js';
import { createComposer } from './composer.js';
import { createDraft } from './draft.js';
import { el, icon } from './dom.js';
import { createHead } from './head.js';
import { createHome } from './home.js';
import { createLazyParts } from './lazy-parts.js';
import { createTalk } from './talk.js';
import { createTimeline } from './timeline.js';
import { createViews } from './views.js';
import { pastedFiles } from '../design/paste.js';

/** Unsent words of a talk go to the agent at most this long. */
const PREVIEW_CHARS = 500;

/**
 * Builds the views and joins them to the session and the client.
 * @param {object} options
 * @param {HTMLElement} options.app
 * @param {{key:string, assets:string}} options.config
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Client} options.client
 * @param {import('./types.js').Session} options.session
 * @param {any} options.loader
 * @param {(part:string) => any} options.lent
 */
export function createChat({ app, config, texts, client, session, loader, lent }) {
  const { t } = texts;
  const { tell, hello } = loader;
  let shop = /** @type {import('./types.js').Shop} */ ({});
  let isOpen = false;
  let phone = false;
  /** Nothing is shown before the first welcome has said what there is, or the page has asked for a view. */
  let landed = false;
  let wanted = '';
  let answeredForm = hello.kept.form ?? '';
  /** @type {any} */ let list = null;
  /** @type {any} */ let form = null;

  const close = () => tell('close');
  const cache = createConversationCache({ read: (id) => client.conversation(id)?.mine.read ?? 0 });
  const head = createHead({ texts, close, back: () => back(), menu: (button) => parts.menu(button) });
  const timeline = createTimeline({ texts, onTop: () => talk.more(), onBottom: () => talk.maybeRead() });
  const composer = createComposer({
    texts,
    draft: createDraft(`servicedesk:draft:${config.key}`, lent(':draft')),
    emoji: (button) => parts.emoji(button),
    attach: (button) => parts.attach(button),
    onWriting: (writing, text) => talk.writing(writing, writing && shop.typing_preview ? text.slice(0, PREVIEW_CHARS) : null),
    send(text, about) {
      if (about?.kind === 'edit') {
        parts.attempt(session.call('PATCH', `/widget/v1/messages/${encodeURIComponent(about.id)}`, { content: { kind: 'text', text } }), 'failed.edit');
        return true;
      }
      return talk.send(about ? { content: { kind: 'text', text, quote: about.id } } : { text });
    },
  });
  const privacy = el('p', { class: 'privacy' });
  const again = el(
    'div',
    { class: 'again', hidden: true },
    el('button', { type: 'button', class: 'quiet', onclick: () => begin() }, icon('chat', 20), el('span', {}, t('again'))),
    el('button', { type: 'button', class: 'quiet less', onclick: () => goOn() }, t('again.same')),
  );
  /** What the page says of its visitor; the part that tells the desk is fetched with its first word. @type {Promise<any>|null} */ let loading = null;
  let isReady = false;
  /** Said while it could not be fetched. @type {Array<[string, any[]]>} */ const unsaid = [];
  const pageApi = {
    /** @param {string} method @param {any[]} args */
    add(method, args) {
      loading ??= import(`${config.assets}/dist/frame-says.js`).then(({ createPageApi }) =>
        createPageApi({
          call: (/** @type {Parameters<typeof session.call>} */ ...asked) => session.call(...asked),
          ready: () => isReady,
          conversation: () => talk.current ?? cache.going()?.id ?? null,
          onRefused: (/** @type {string} */ name) => tell('event', { name: 'error', detail: { code: 'refused', detail: name } }),
          onAnswer: session.told,
        }),
      );
      loading.then((one) => one.add(method, args), () => {
        loading = null;
        unsaid.push([method, args]);
      });
    },
    /** There is a session, or a conversation, or the link is back. */
    look() {
      isReady = true;
      for (const one of unsaid.splice(0)) pageApi.add(...one);
      loading?.then((one) => one.look(), () => {});
    },
    clear() {
      isReady = false;
      loading?.then((one) => one.clear(), () => {});
    },
  };
  const looking = () => isOpen && document.visibilityState === 'visible' && views.now?.name === 'talk';
  const home = createHome({ texts, close, talk: () => begin(true), ask: (question) => begin(true, question), open: (id) => views.go('talk', id), all: () => views.go('list'), words: (text) => parts.unmarked(text) });
  const parts = createLazyParts({
    assets: config.assets,
    texts,
    session,
    client,
    composer,
    timeline,
    cache,
    tell,
    talk: () => talk,
    shop: () => shop,
    habits: hello.kept,
    go: { list: () => views.go('list'), begin: () => begin(), ask: (text) => talk.send({ text }), goOn: () => goOn(), phone: () => phone },
  });
  const talk = createTalk({
    client,
    timeline,
    head,
    composer,
    cache,
    texts,
    tell,
    looking,
    extras: {
      ...parts,
      named(/** @type {string} */ id) {
        if (views.now?.name === 'talk') views.name(id);
        parts.begun(id);
        pageApi.look();
      },
      moved: (/** @type {string} */ id) => views.swap('talk', id),
    },
    onHeard(entry, name) {
      tell('event', { name: 'message', detail: { from: name } });
      if (shop.sound !== false && !hello.kept.mute && !looking()) tell('sound');
      if (!isOpen) parts.peek(entry, name, () => !isOpen).catch(() => {});
      parts.heard(entry.content?.text ?? '');
    },
    onChange: () => draw(),
  });

  const talkView = el('section', { class: 'view', hidden: true }, head.node, timeline.node, el('footer', { class: 'foot' }, composer.node, again, privacy));
  // Files are pasted and dropped wherever the conversation is: what is dropped goes at once, what is pasted waits for the press.
  for (const name of ['paste', 'dragover', 'drop']) {
    talkView.addEventListener(name, (/** @type {any} */ event) => {
      const { clipboardData, dataTransfer } = event;
      const files = clipboardData ? pastedFiles(clipboardData) : [...dataTransfer.files];
      if (composer.node.hidden || !(files.length || dataTransfer?.types.includes('Files'))) return;
      event.preventDefault();
      if (files.length) parts.attach(files, Boolean(clipboardData));
    });
  }
  app.append(home.node, talkView, parts.trouble);
  if (hello.kept.wide) tell('wide', true);

  /** What the present view shows, drawn anew. */
  const draw = () => {
    const name = views.now?.name;
    if (name === 'home') home.draw(shop, cache.list(), cache.unread);
    if (name === 'list') list?.draw(shop, cache.list(), cache.unread);
    if (name !== 'talk') return;
    const closed = cache.get(talk.current)?.state === 'closed' && !reopened;
    again.hidden = !closed;
    composer.node.hidden = closed;
    parts.end();
  };
  /** The visitor goes on with a conversation that has ended. */
  let reopened = false;
  const goOn = () => {
    if (views.now?.name !== 'talk') views.swap('talk', talk.current);
    reopened = true;
    draw();
    composer.focus();
  };

  const views = createViews({
    onDepth: (depth) => tell('depth', depth),
    onShow(now, before) {
      if (before?.name === 'form' && now.name !== 'form') {
        form?.node.remove();
        form = null;
      }
      if (now.name === 'talk' && (before?.name !== 'talk' || now.id !== before.id || !landed)) {
        const same = now.id !== undefined && now.id === talk.current && timeline.node.querySelector('.turn');
        reopened = false;
        composer.calm();
        if (!same) talk.turnTo(now.id ?? null, Boolean(before));
      }
      if (now.name === 'list' && !list) return void loadList();
      for (const [name, node] of Object.entries({ home: home.node, talk: talkView, list: list?.node, form: form?.node })) if (node) node.hidden = name !== now.name;
      draw();
      if (isOpen) requestAnimationFrame(settle);
    },
  });
  /** Focus, place and marks of the view that has come to sight. */
  const settle = () => {
    const name = views.now?.name;
    if (name === 'talk') {
      timeline.toEnd();
      talk.more();
      talk.maybeRead();
      composer.refresh();
      // On a phone the keyboard would jump up and hide what was answered.
      if (phone || composer.node.hidden) head.focus();
      else composer.focus();
    } else ({ home, list, form })[String(name)]?.focus();
  };
  const loadList = async () => {
    try {
      const more = await parts.load();
      list = more.createList({ texts, close, back: () => back(), open: (/** @type {string} */ id) => views.go('talk', id), begin: () => begin() });
      parts.trouble.before(list.node);
      views.swap('list');
    } catch {
      parts.complain('failed.call');
      back();
    }
  };
  const back = () => {
    if (!views.back()) close();
  };

  /** Whether the shop asks something first, of this visitor, now. */
  const asks = () => {
    const { when, fields = [] } = shop.form ?? {};
    const shut = shop.open && !shop.open.now;
    if (when === 'closed' && shut) return 'closed';
    if (when !== 'before' || !fields.length || shop.profile?.verified) return '';
    return answeredForm === signature(fields) ? '' : shut ? 'closed' : 'before';
  };
  const signature = (/** @type {import('./types.js').Field[]} */ fields) => fields.map((field) => field.id).join(' ');
  /** To somebody who answers: where the talk goes on, a new one, or first the shop's form. @param {boolean} [goesOn] @param {string} [question] */
  const begin = (goesOn = false, question = '') => {
    const going = goesOn ? cache.going() : null;
    if (!going && asks()) return void ask(question);
    if (going) views.go('talk', going.id);
    else if (views.now?.name === 'talk') views.swap('talk', undefined);
    else views.go('talk', undefined);
    if (question) talk.send({ text: question });
  };
  const ask = async (/** @type {string} */ question) => {
    const kind = asks();
    const more = await parts.load().catch(() => null);
    if (!more) return parts.complain('failed.call');
    const fields = shop.form?.fields ?? [];
    form?.node.remove();
    // What was answered once is not asked again; who left words before only writes the next ones.
    const known = shop.profile?.verified || answeredForm === signature(fields);
    form = more.createFormView({
      texts,
      shop: known ? { ...shop, form: { when: '', ...shop.form, fields: [] } } : shop,
      closed: kind === 'closed',
      words: question,
      close,
      back: () => back(),
      goOn: () => goOn(),
      async done(/** @type {Record<string,string>} */ answers, /** @type {string} */ text) {
        await more.tellProfile(session, fields, answers);
        tell('save', { form: (answeredForm = signature(fields)) });
        if (kind === 'closed') {
          talk.turnTo(null, true);
          talk.send({ text });
          return;
        }
        views.swap('talk', undefined);
        if (question) talk.send({ text: question });
      },
    });
    // The preview may have drawn everything anew meanwhile: then there is nothing to stand before.
    parts.trouble.before(form.node);
    if (views.now?.name === 'form') views.swap('form', Symbol('again'));
    else views.go('form');
  };

  /** Where a visitor who opens the chat begins. */
  const land = () => {
    landed = true;
    const going = cache.going();
    const rows = cache.list();
    if (wanted) return show(wanted);
    const unsent = client.items().pop()?.conversation_id;
    if (going || client.items().length) views.land('talk', going?.id ?? (unsent === 'new' ? undefined : unsent ?? undefined));
    else if (rows.length || shop.questions?.length || shop.header || asks()) views.land('home');
    // A home view with nothing but a greeting would only be one press more.
    else views.land('talk', undefined);
  };
  /** @param {string} name by the page */
  const show = (name) => {
    if (!landed) {
      wanted = name;
      return;
    }
    wanted = '';
    if (name === 'conversations') views.land('list');
    else if (name === 'talk') begin(true);
    else if (name === 'home') views.land('home');
    if (!views.now) views.land('home');
  };

  /** The desk's list: what was said last in each, what is unread. */
  const refresh = async () => {
    try {
      const { items } = await (await session.call('GET', '/widget/v1/conversations')).json();
      cache.set(items);
      tell('unread', cache.total());
      draw();
    } catch {
      // The entries that come tell most of it.
    }
  };
  client.on('welcome', ({ mode, conversations }) => {
    pageApi.look();
    if (mode === 'replaying') return void talk.more();
    cache.know(conversations);
    const gone = talk.current && !cache.get(talk.current);
    if (gone || !landed) {
      if (gone) talk.turnTo(null);
      land();
    } else if (views.now?.name === 'talk' && talk.empty && cache.going()) views.swap('talk', cache.going()?.id);
    talk.resume();
    if (conversations.length) refresh();
    draw();
  });
  client.on('gone', () => client.restart());
  /** Whether somebody answers, as it is now. */
  client.on('shop', ({ state, until }) => {
    const shut = state === 'closed';
    shop = { ...shop, open: { ...shop.open, now: !shut, closes_at: shut ? null : until, opens_at: shut ? until : null }, availability: shut ? shop.availability : state };
    head.setShop(shop);
    talk.setSettings(shop);
    draw();
  });
  // With the line away, what is unsent is shown all the same.
  client.ready.then(() => {
    if (!landed && client.items().length) land();
  });

  return {
    /** The desk lets wait for itself: nobody looks at an empty box. */
    late() {
      if (!landed) land();
    },
    composer,
    head,
    talk,
    pageApi,
    show,
    /** One step back, or out. */
    back,
    /** @param {import('./types.js').Shop} settings */
    setSettings(settings) {
      shop = settings;
      head.setShop(settings);
      talk.setSettings(settings);
      composer.setLimit(settings.limits?.text_chars ?? 8000);
      privacy.textContent = settings.typing_preview ? t('privacy.preview') : t('privacy', { shop: settings.shop_name ?? '' });
      // Somebody new has nothing that the link could bring.
      if (!landed && !hello.kept.visitor_token && !hello.identity) land();
      draw();
    },
    /** @param {boolean} onPhone */
    open(onPhone) {
      phone = onPhone;
      if (isOpen) return;
      isOpen = true;
      parts.opened();
      head.draw();
      // The frame was hidden: nothing can be scrolled or focused before it is laid out again.
      if (landed) requestAnimationFrame(settle);
    },
    closed() {
      isOpen = false;
      talk.writing(false, null);
    },
    forget() {
      composer.clear();
      pageApi.clear();
      cache.clear();
      parts.clear();
      answeredForm = '';
      landed = false;
    },
    get isOpen() {
      return isOpen;
    },
  };
}
