/**
 * The wall: the whole room at one look, for a screen three metres away. Live by frames; the newest one is all that is kept. While
 * nobody looks it asks for nothing.
 */
import { html } from '../../lit.js';
import { signal } from '../../signals.js';
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { reasonName } from '../../parts/reasons.js';
import { wallView } from './view.js';

const TICK_MS = 1000;
const STATES = /** @type {const} */ (['online', 'away', 'offline']);

/** What somebody can do from here. @param {import('../../app/bench.js').Bench} app @param {HTMLElement} root @returns {import('./view.js').Does} */
function createDoes({ desk, api }, root) {
  /** @param {string} who @param {'online'|'away'|'offline'} state */
  const set = (who, state) => api.availability(state, undefined, who).catch(desk.failed);
  return {
    choose(anchor, person) {
      openMenu(anchor, t('wall.availability_of', { name: person.name }), [
        {
          label: t('wall.availability_of', { name: person.name }),
          items: STATES.map((state) => ({
            label: t(`agent.state_${state}`),
            mark: html`<i class="presence ${state === 'online' ? 'on' : state}"></i>`,
            checked: person.presence.availability === state,
            run: () => set(person.id, state),
          })),
        },
      ]);
    },
    online: (person) => set(person, 'online'),
    give: (conversation, person) => api.assign(conversation, person).catch(desk.failed),
    whole: () => void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.())?.catch(() => {}),
  };
}

/** @param {import('../../app/bench.js').Bench} app @returns {import('../../app/router.js').Room} */
function createWall(app) {
  const { client, me, api, desk } = app;
  const root = document.createElement('main');
  root.id = 'wall';
  root.className = 'room';
  const place = document.createElement('div');
  place.className = 'wall-place';
  root.append(place);
  const wall = signal(/** @type {import('./view.js').Wall|null} */ (null));
  const now = signal(Date.now());
  const names = signal(/** @type {Map<string, string>} */ (new Map()));
  /** The desk's clock may not be this machine's. */
  let ahead = 0;
  let shown = false;
  /** @type {Timer} */ let timer = null;

  const seen = () => shown && document.visibilityState === 'visible';
  const tick = () => (now.value = Date.now() + ahead);
  let asked = false;
  const ask = () => {
    if (seen() === asked) return;
    asked = seen();
    client.say({ type: 'watch_wall', active: asked });
    clearInterval(timer);
    timer = asked ? setInterval(tick, TICK_MS) : null;
  };
  const reasons = () =>
    api.reasons().then(
      ({ items }) => (names.value = new Map(items.map((one) => [one.id, reasonName(one)]))),
      () => {},
    );
  client.on('welcome', () => {
    asked = false;
    ask();
  });
  client.on('wall', (frame) => {
    ahead = Date.parse(frame.at) - Date.now();
    wall.value = frame;
    tick();
  });
  client.on('settings', ({ area }) => area === 'members' && shown && reasons());
  document.addEventListener('visibilitychange', ask);

  const does = createDoes(app, root);
  mount(place, () => {
    desk.ticks.frame.value;
    const away = client.status.phase !== 'live';
    const frame = wall.value;
    if (!frame) return html`<p class="wall-loading" role="status">${t('common.loading')}</p>`;
    return wallView(frame, now.value, does, { away, reason: (id) => names.value.get(id) ?? reasonName({ id, name: null }) });
  });

  return {
    root,
    title: () => `${t('rail.wall')} · ${me.shop.name}`,
    heading: () => root.querySelector('h1'),
    address: () => '/wall',
    async prepare() {
      reasons();
    },
    show() {
      shown = true;
      document.body.dataset.alone = 'false';
      ask();
    },
    hide() {
      shown = false;
      ask();
    },
  };
}

offer('wall', createWall);
