/** The settings: joins the frame, the rail and the page that was asked for. Loaded as the page's one module. */
import { createApi } from '../../api.js';
import { mount } from '../../app/mount.js';
import { signal } from '../../signals.js';
import { lang, t } from '../../app/texts.js';
import { createUi, openStorage } from '../../app/ui.js';
import { createRail } from '../../app/rail.js';
import { icon } from '../../parts/icons.js';
import { createKeymap } from '../../app/keymap.js';
import { listen } from '../../app/keyboard.js';
import { createPalette } from '../../app/palette-view.js';
import { settingsEntries } from '../../app/entries.js';
import { createCalls, createUploads } from './calls.js';
import { createFrame } from './frame.js';
import { PAGES } from './registry.js';

/** How many wait for us is asked for this often where the link did not come. */
const COUNTS_EVERY_MS = 20_000;

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

const me = JSON.parse(meta('me'));
const csrf = meta('csrf') || me.csrf_token;
const signedOut = () => location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
const api = createApi({ csrf, signedOut });
const call = createCalls({ csrf, signedOut });
const upload = createUploads({ csrf, signedOut });
const storage = openStorage();
const ui = createUi(storage);

const frame = createFrame({
  me,
  asked: meta('settings-page'),
  shown: meta('settings-shown'),
  schedule: (flush) => requestAnimationFrame(flush),
  phone: () => ui.phone.value,
});
const title = `${t(`settings.${meta('settings-shown')}`)} · ${t('settings.title')} · ${me.shop.name}`;
document.title = title;

/** @type {((agent:any) => void)[]} */
const seeing = [];
/** What a page of the settings works with. */
const context = {
  me,
  call,
  upload,
  changed: frame.changed,
  say: frame.say,
  failed: frame.failed,
  ask: frame.ask,
  origin: meta('origin'),
  ui,
  /** @param {(agent:{id:string, online:boolean, availability:string|null}) => void} listener whenever an agent comes, goes or chooses */
  onSeen: (listener) => void seeing.push(listener),
  /** @param {string} theme */
  setTheme(theme) {
    ui.theme.value = theme;
    document.documentElement.dataset.theme = theme;
  },
};

/** The rail's view of the desk. */
const tick = signal(0);
/** @type {any} */
const desk = {
  ticks: { frame: tick },
  agent: me.agent,
  shop: me.shop,
  book: { counts: null },
  async setAvailability(/** @type {string} */ state) {
    const before = me.agent.availability;
    me.agent.availability = state;
    tick.value++;
    frame.changed();
    try {
      await api.availability(state);
    } catch (error) {
      me.agent.availability = before;
      tick.value++;
      frame.changed();
      frame.failed(error);
    }
  },
};
/** @param {string} theme */
const wear = (theme) => {
  context.setTheme(theme);
  api.change({ theme }).catch(frame.failed);
};
const dark = () => (ui.theme.value === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : ui.theme.value === 'dark');

/** The keys that mean the same on every page of the workbench. @type {Record<string, import('../inbox/actions.js').Action>} */
const actions = {
  palette: { label: 'keys.palette', key: 'mod+k', group: 'go', field: true, run: () => palette.open() },
  go_inbox: { label: 'keys.go_inbox', key: 'g i', group: 'go', icon: 'inbox', run: () => location.assign('/inbox') },
  go_settings: { label: 'settings.title', key: 'g s', group: 'go', icon: 'settings', run: () => location.assign('/settings') },
  theme: { label: 'keys.theme', key: 'mod+Shift+l', group: 'desk', icon: 'sun-moon', run: () => wear(dark() ? 'light' : 'dark') },
};
let keymap = createKeymap(actions);
const palette = createPalette({
  entries: () => [
    ...settingsEntries(me.agent.role).map((entry) => ({ ...entry, asked: false })),
    ...Object.entries(actions)
      .filter(([id]) => id !== 'palette' && id !== 'go_settings')
      .map(([id, action]) => ({
        id,
        group: /** @type {const} */ ('desk'),
        label: t(action.label),
        key: keymap.keyOf(id),
        mark: icon(action.icon ?? 'arrow-right', 18),
        run: action.run,
      })),
  ],
  subject: () => null,
  next() {},
  phone: () => false,
});
mount(frame.palette, palette.view, palette.around);
listen({ keymap: () => keymap, actions });
api.preferences().then(({ keys }) => (keymap = createKeymap(actions, keys)), () => {});

const counts = async () => {
  try {
    desk.book.counts = await api.counts();
    tick.value++;
  } catch {
    // The next look asks again.
  }
};

mount(
  frame.rail,
  createRail(
    desk,
    ui,
    {
      theme: wear,
      palette: palette.open,
      availability: (state) => (live ?? { choose: desk.setAvailability }).choose(state),
      async language(locale) {
        if (locale === lang) return;
        try {
          await api.change({ locale });
          location.reload();
        } catch (error) {
          frame.failed(error);
        }
      },
      async signOut(everywhere) {
        if (everywhere) {
          const sure = await frame.ask({
            title: t('agent.sign_out_everywhere_ask'),
            text: t('agent.sign_out_everywhere_means'),
            confirm: t('agent.sign_out_everywhere'),
            cancel: t('agent.stay'),
          });
          if (!sure) return;
        }
        try {
          await (everywhere ? api.signOutEverywhere() : api.signOut());
          location.assign('/login');
        } catch (error) {
          frame.failed(error);
        }
      },
    },
    'settings',
  ),
);

const shown = meta('settings-shown');
const view = PAGES[/** @type {keyof typeof PAGES} */ (shown)](context);
frame.show(view);
/** Lists that others change meanwhile, by the area of the settings that tells of it. Forms keep what is being written. @type {Record<string, string>} */
const LISTS = { labels: 'labels', canned: 'canned', members: 'team', blocks: 'blocks' };
/** Link, number and sound, as in the inbox: fetched once the page stands. @type {{choose:typeof desk.setAvailability}|null} */
let live = null;
import(new URL('live.js', import.meta.url).href).then(
  ({ startLive }) => {
    live = startLive({
      me,
      api,
      storage,
      title,
      changed(/** @type {any} */ now) {
        desk.book.counts = now;
        tick.value++;
      },
      setAvailability: desk.setAvailability,
      refreshed: (/** @type {string} */ area) => void (LISTS[area] === shown && view.start?.()),
      seen: (/** @type {any} */ agent) => seeing.forEach((listener) => listener(agent)),
      say: (/** @type {string} */ text, /** @type {(() => void)|undefined} */ run) => frame.say(text, run && { action: { label: t('inbox.key_open'), run } }),
      open: (/** @type {string} */ id) => location.assign(`/inbox/${encodeURIComponent(id)}`),
      signedOut,
    });
  },
  () => setInterval(() => document.visibilityState === 'visible' && counts(), COUNTS_EVERY_MS),
);
counts();
matchMedia('(max-width: 720px)').addEventListener('change', frame.changed);

/** @typedef {typeof context} Context */
