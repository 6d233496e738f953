/**
 * The views of the frame: home, list, one conversation, forms. Shows the one that is wanted and follows the desk; how they look is
 * their own.
 */
import { createPageCalls } from './chat/page-calls.js';
import { createTalkView } from './chat/talk-view.js';
import { createWays } from './chat/ways.js';
import { createConversationCache } from './conversation-cache.js';
import { createHome } from './home.js';
import { createViews } from './views.js';

/**
 * @typedef {object} Options
 * @property {HTMLElement} app
 * @property {{key:string, assets:string}} config
 * @property {import('./types.js').Texts} texts
 * @property {import('./types.js').Client} client
 * @property {import('./types.js').Session} session
 * @property {import('./types.js').Loader} loader
 * @property {(part:string) => any} lent
 *
 * @typedef {object} Joined    what the views have in common
 * @property {Here} here
 * @property {import('./types.js').ConversationCache} cache
 * @property {ReturnType<typeof createViews>} views
 * @property {ReturnType<typeof createPageCalls>} pageCalls
 * @property {{close:() => void, back:() => void, begin:(goesOn?:boolean, question?:string) => void, list:() => void, leave:() => void}} go
 * @property {() => void} draw what the present view shows, anew
 */

/** What became of a conversation is told by the list. @param {import('./types.js').Entry} entry */
const noteworthy = ({ kind = '' }) => /^(ticket|merged|unm)/.test(kind);

/** What the visitor is at. @param {string} form what they answered to the shop's form */
const begun = (form) => ({
  shop: /** @type {import('./types.js').Shop} */ ({}),
  isOpen: false,
  phone: false,
  /** Nothing is shown before the first welcome has said what there is, or the page has asked for a view. */
  landed: false,
  /** The view that the page has asked for before. */
  wanted: '',
  answeredForm: form,
  /** Views that come later. @type {ReturnType<import('./types.js').More['createList']>|null} */
  list: null,
  /** @type {{node:HTMLElement, focus:() => void}|null} */
  form: null,
});
/** @typedef {ReturnType<typeof begun>} Here */

/**
 * Follows what the desk says about conversations and about the shop.
 * @param {Options} frame
 * @param {Joined} joined
 * @param {ReturnType<typeof createTalkView>} talkView
 * @param {() => void} land
 */
function followDesk({ client, session, loader }, { here, cache, views, pageCalls, draw }, { talk, setShop }, land) {
  /** The desk's list: what was said last in each, what is unread. */
  const refresh = async () => {
    try {
      const { items } = await (await session.call('GET', '/widget/v1/conversations')).json();
      cache.set(items);
      loader.tell('unread', cache.total());
      draw();
    } catch {
      // The entries that come tell most of it.
    }
  };
  client.on('welcome', ({ mode, conversations }) => {
    pageCalls.look();
    if (mode === 'replaying') return void talk.more();
    cache.know(conversations);
    const gone = talk.current && !cache.get(talk.current);
    if (gone || !here.landed) {
      if (gone) talk.turnTo(null);
      land();
    } else if (views.now?.name === 'talk' && talk.empty && cache.going()) views.swap('talk', cache.going()?.id);
    talk.resume();
    if (conversations.length) refresh();
    draw();
  });
  client.on('entry', ({ entry }) => noteworthy(entry) && refresh());
  client.on('notice', ({ entry }) => noteworthy(entry) && refresh());
  client.on('gone', () => client.restart());
  /** Whether somebody answers, as it is now. */
  client.on('shop', ({ state, until }) => {
    const shut = state === 'closed';
    const { shop } = here;
    here.shop = { ...shop, open: { ...shop.open, now: !shut, closes_at: shut ? null : until, opens_at: shut ? until : null }, availability: shut ? shop.availability : state };
    setShop();
    draw();
  });
  // With the line away, what is unsent is shown all the same.
  client.ready.then(() => {
    if (!here.landed && client.items().length) land();
  });
}

/**
 * Builds the views and joins them to the session and the client.
 * @param {Options} frame
 */
export function createChat(frame) {
  const { app, config, texts, client, session, loader } = frame;
  const { tell, hello } = loader;
  const here = begun(hello.kept.form ?? '');

  const cache = createConversationCache({ read: (id) => client.conversation(id)?.mine.read ?? 0 });
  const views = createViews({ onDepth: (depth) => tell('depth', depth), onShow: (now, before) => show(now, before) });
  const pageCalls = createPageCalls({ assets: config.assets, session, tell, conversation: () => talk.current ?? cache.going()?.id ?? null });
  const go = {
    close: () => tell('close'),
    back() {
      if (!views.back()) go.close();
    },
    begin: (/** @type {boolean} */ goesOn = false, question = '') => ways.begin(goesOn, question),
    list: () => views.go('list'),
    leave: () => void ways.leave(),
  };
  const draw = () => present()?.draw?.(here.shop, cache.list(), cache.unread);
  const joined = { here, cache, views, pageCalls, go, draw };
  const talkView = createTalkView({ ...frame, ...joined });
  const { talk, head, composer, parts } = talkView;
  const home = createHome({ texts, close: go.close, talk: () => go.begin(true), ask: (question) => go.begin(true, question), find: () => ways.help(), open: (id) => views.go('talk', id), all: go.list, load: parts.load });
  const ways = createWays({ ...frame, ...joined }, talkView);
  const all = () => ({ home, talk: talkView, list: here.list, form: here.form });
  const present = () => /** @type {any} */ (all())[String(views.now?.name)];

  app.append(home.node, talkView.node, parts.trouble);
  if (hello.kept.wide) tell('wide', true);

  /** Focus, place and marks of the view that has come to sight. */
  const settle = () => present()?.focus();
  /** @param {import('./views.js').Shown} now @param {import('./views.js').Shown|null} before */
  const show = (now, before) => {
    if (before?.name === 'form' && now.name !== 'form') {
      here.form?.node.remove();
      here.form = null;
    }
    if (now.name === 'talk' && (before?.name !== 'talk' || now.id !== before.id || !here.landed)) talkView.enter(now.id, Boolean(before));
    if (now.name === 'list' && !here.list) return void ways.loadList();
    for (const [name, view] of Object.entries(all())) if (view) view.node.hidden = name !== now.name;
    draw();
    if (here.isOpen) requestAnimationFrame(settle);
  };
  const land = () => {
    if (!here.landed) ways.land();
  };
  followDesk(frame, joined, talkView, ways.land);

  return {
    composer,
    head,
    talk,
    pageCalls,
    /** The desk lets wait for itself: nobody looks at an empty box. */
    late: land,
    /** A view that the page asks for. */
    show: ways.show,
    /** One step back, or out. */
    back: go.back,
    /** @param {import('./types.js').Shop} settings */
    setSettings(settings) {
      here.shop = settings;
      talkView.setShop();
      // Somebody new has nothing that the link could bring.
      if (!hello.kept.visitor_token && !hello.identity) land();
      draw();
    },
    /** @param {boolean} onPhone */
    open(onPhone) {
      here.phone = onPhone;
      if (here.isOpen) return;
      here.isOpen = true;
      parts.opened();
      head.draw();
      // The frame was hidden: nothing can be scrolled or focused before it is laid out again.
      if (here.landed) requestAnimationFrame(settle);
    },
    closed() {
      here.isOpen = false;
      talk.writing(false, null);
    },
    forget() {
      composer.clear();
      pageCalls.clear();
      cache.clear();
      parts.clear();
      here.answeredForm = '';
      here.landed = false;
    },
    get isOpen() {
      return here.isOpen;
    },
  };
}
