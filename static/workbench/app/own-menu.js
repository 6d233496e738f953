/** The agent's own menu: whether they are there, language, theme, keys, leaving. Comes with the first press. */
import { html } from '../lit.js';
import { icon } from '../parts/icons.js';
import { openMenu } from '../parts/menu.js';
import { agentAvatar } from '../parts/people.js';
import './later-icons.js';
import { reasonName } from '../parts/reasons.js';
import { clock } from '../parts/times.js';
import { lang, t } from './texts.js';

const AVAILABILITIES = /** @type {const} */ (['online', 'away', 'offline']);
const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);
/** @type {Record<string, import('../parts/icons.js').IconName>} */
const THEME_ICONS = { auto: 'sun-moon', light: 'sun', dark: 'moon' };
const LANGUAGES = [
  { id: 'zh-CN', label: '中文' },
  { id: 'en', label: 'English' },
];

/** Where the menu says when they are back, in minutes. */
const BACK_IN = [15, 30, 60, 120];

/** Longer than this nobody waits for a menu. */
const REASONS_WITHIN_MS = 300;
/** The team's words for being away, as they were known last. @type {{id:string, name:string|null}[]} */
let known = [];

/** @param {import('../api.js').Api} api */
async function loadReasons(api) {
  const asked = api.reasons().then(
    ({ items }) => void (known = items),
    () => {},
  );
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, REASONS_WITHIN_MS))]);
  return known;
}

/**
 * Opens the menu.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {import('./rail.js').RailActions} host.does
 * @param {import('./ui.js').Ui} host.ui
 * @param {HTMLElement} host.button
 */
export async function openOwnMenu({ desk, does, ui, button }) {
  const reasons = await loadReasons(desk.api);
  const head = () =>
    html`<div class="me-head">
      ${agentAvatar(desk.agent)}
      <div><strong>${desk.agent.name}</strong><span>${desk.agent.email}</span></div>
    </div>`;
  /** Until when; then the desk takes them back. @param {string} reason @param {string} label */
  const askUntil = (reason, label) => {
    /** @param {number} [minutes] */
    const away = (minutes) => does.availability('away', { reason, ...(minutes && { until: new Date(Date.now() + minutes * 60_000).toISOString() }) });
    const back = (/** @type {number} */ minutes) => ({ label: t('agent.back_in', { time: minutes < 60 ? t('common.minutes', { count: minutes }) : t('common.hours', { count: minutes / 60 }) }), run: () => away(minutes) });
    openMenu(button, label, [{ label, items: [{ label: t('agent.back_open'), run: () => away() }, ...BACK_IN.map(back)] }], { above: true });
  };
  const now = desk.agent.presence;
  openMenu(
    button,
    t('agent.menu'),
    [
      {
        label: t('agent.state'),
        items: AVAILABILITIES.map((state) => ({
          label: t(`agent.state_${state}`),
          mark: html`<i class="presence ${state === 'online' ? 'on' : state}"></i>`,
          checked: desk.agent.availability === state && !(state === 'away' && now?.reason),
          run: () => does.availability(state),
        })),
      },
      {
        label: t('agent.reasons'),
        items: reasons.map((reason) => {
          const label = reasonName(reason);
          const checked = desk.agent.availability === 'away' && now?.reason === reason.id;
          return { label, hint: checked && now.until ? t('agent.until', { time: clock(now.until) }) : undefined, mark: html`<i class="presence away"></i>`, checked, run: () => askUntil(reason.id, label) };
        }),
      },
      { items: [{ label: t('agent.done_for_today'), mark: icon('log-out'), run: does.doneForToday }] },
      {
        label: t('agent.language'),
        items: LANGUAGES.map(({ id, label }) => ({ label, checked: lang === id, run: () => does.language(id) })),
      },
      {
        label: t('agent.theme'),
        items: THEMES.map((theme) => ({
          label: t(`agent.theme_${theme}`),
          mark: icon(THEME_ICONS[theme]),
          checked: ui.theme.value === theme,
          run: () => does.theme(theme),
        })),
      },
      {
        items: [
          // Keys and documentation are of no use on a phone.
          ...(ui.phone.value
            ? []
            : [
                { label: t('agent.keys'), hint: '?', mark: icon('keyboard'), run: does.keys },
                { label: t('agent.docs'), mark: icon('book-open'), href: '/docs' },
              ]),
        ],
      },
      {
        items: [
          { label: t('agent.sign_out'), mark: icon('log-out'), run: () => does.signOut(false) },
          { label: t('agent.sign_out_everywhere'), mark: icon('power'), run: () => does.signOut(true) },
        ],
      },
    ],
    { above: true, head: head() },
  );
}
