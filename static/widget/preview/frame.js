/**
 * The conversation of the preview: the views of the real one, with a desk that only pretends. Draws what the page around it says,
 * anew each time, and never takes the focus.
 */
import { createChat } from '../chat.js';
import { createAppearance } from '../appearance.js';
import { createTexts } from '../texts.js';
import { pretend } from './desk.js';
import { localise } from './settings.js';

const root = document.documentElement;
const meta = (/** @type {string} */ name) => JSON.parse(document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') || '{}');
const config = meta('config');
const texts = createTexts(meta('texts'), root.lang);
const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const appearance = createAppearance(root, {});

/** @param {{settings:any, shop:{name:string}, sample:{agent:string, lines:string[]}, view:string, theme:string, phone:boolean}} said */
function draw({ settings, shop, sample, view, theme, phone }) {
  const now = new Date();
  const agent = { id: 'a_preview', name: sample.agent };
  const told = localise({ settings, shop, view, locale: texts.locale, texts, agents: [agent], now });
  const desk = pretend({ talking: view === 'talk', lines: sample.lines, agent, now });
  root.toggleAttribute('data-phone', phone);
  appearance.say({ theme: settings.theme === 'auto' ? theme : settings.theme });
  appearance.setSettings(told);
  app.replaceChildren();
  const chat = createChat({
    app,
    config: { key: 'preview', assets: config.assets },
    texts,
    client: /** @type {any} */ (desk.client),
    session: /** @type {any} */ (desk.session),
    loader: desk.loader,
    lent: () => ({ get: async () => null, set: () => {} }),
  });
  chat.head.setStatus(/** @type {any} */ ({ phase: 'live', paused: false }), false);
  chat.setSettings(told);
  chat.composer.refresh();
  desk.welcome();
  chat.show(view === 'home' ? 'home' : 'talk');
}

addEventListener('message', ({ origin, source, data }) => {
  if (origin === location.origin && source === parent && data?.servicedesk === 'preview') draw(data);
});
parent.postMessage({ servicedesk: 'preview-frame' }, location.origin);
