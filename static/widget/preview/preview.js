/**
 * The page of the preview: a shop without words, the real launcher, and the conversation beside it or, on a narrow screen, over
 * everything. Shows what the settings page says, saved or not; says `preview-ready` once it listens.
 */
import { ICONS } from '../icons.js';
import { addStyle, createLauncher } from '../launcher.js';
import { PANEL } from '../panel.js';

const meta = (/** @type {string} */ name) => JSON.parse(document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') || '{}');
const config = meta('config');
const root = document.documentElement;
const phone = matchMedia('(max-width: 560px)');
/** What is shown; each message changes the parts that it names. */
let shown = { settings: config.settings, shop: config.shop, view: 'home', theme: 'light' };

const launcher = createLauncher({ nonce: '', press: () => show({ view: shown.view === 'closed' ? 'home' : 'closed' }), near: () => {} });
addStyle(launcher.root, PANEL, '');
const frame = document.createElement('iframe');
frame.title = config.texts.title;
frame.src = `/w/frame?k=${encodeURIComponent(config.key)}&preview=1&locale=${root.lang}`;
// It is looked at, not used: nothing in it takes the focus from the settings.
frame.inert = true;
launcher.panel.append(frame);
document.body.append(launcher.host);

const draw = () => {
  const { settings, view, theme } = shown;
  const open = view !== 'closed';
  const label = settings.launcher.label?.[root.lang] ?? '';
  const isDark = (settings.theme === 'auto' ? theme : settings.theme) === 'dark';
  root.dataset.theme = theme;
  launcher.host.style.setProperty('--round', `${settings.radius}px`);
  launcher.dress({ ...settings.launcher, accent: settings.accent }, ICONS);
  launcher.show({ open, unread: 0, name: open ? config.texts.close : label || config.texts.open, label });
  launcher.panel.hidden = !open;
  launcher.panel.classList.toggle('dark', isDark);
  launcher.panel.classList.toggle('phone', phone.matches);
  launcher.button.classList.toggle('covered', open && phone.matches);
  if (open) frame.contentWindow?.postMessage({ servicedesk: 'preview', ...shown, sample: config.sample, phone: phone.matches }, location.origin);
};
/** @param {Record<string, any>} parts */
const show = (parts) => {
  shown = { ...shown, ...parts };
  draw();
};

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin) return;
  if (source === frame.contentWindow && data?.servicedesk === 'preview-frame') draw();
  if (source !== parent || data?.servicedesk !== 'preview') return;
  const { settings, shop, view, theme } = data;
  show(Object.fromEntries(Object.entries({ settings, shop, view, theme }).filter(([, value]) => value !== undefined)));
});
phone.addEventListener('change', draw);
draw();
if (parent !== window) parent.postMessage({ servicedesk: 'preview-ready' }, location.origin);
