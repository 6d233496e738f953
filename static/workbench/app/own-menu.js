/** The agent's own menu: whether they are there, language, theme, keys, leaving. Comes with the first press. */
import { html } from '../lit.js';
import { icon } from '../parts/icons.js';
import { openMenu } from '../parts/menu.js';
import { agentAvatar } from '../parts/people.js';
import './later-icons.js';
import { lang, t } from './texts.js';

const AVAILABILITIES = /** @type {const} */ (['online', 'away', 'offline']);
const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);
/** @type {Record<string, import('../parts/icons.js').IconName>} */
const THEME_ICONS = { auto: 'sun-moon', light: 'sun', dark: 'moon' };
const LANGUAGES = [
  { id: 'zh-CN', label: '中文' },
  { id: 'en', label: 'English' },
];

/**
 * Opens the menu.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {import('./rail.js').RailActions} host.does
 * @param {import('./ui.js').Ui} host.ui
 * @param {HTMLElement} host.button
 */
export function openOwnMenu({ desk, does, ui, button }) {
  const head = () =>
    html`<div class="me-head">
      ${agentAvatar(desk.agent)}
      <div><strong>${desk.agent.name}</strong><span>${desk.agent.email}</span></div>
    </div>`;
  openMenu(
    button,
    t('agent.menu'),
    [
      {
        label: t('agent.state'),
        items: AVAILABILITIES.map((state) => ({
          label: t(`agent.state_${state}`),
          mark: html`<i class="presence ${state === 'online' ? 'on' : state}"></i>`,
          checked: desk.agent.availability === state,
          run: () => does.availability(state),
        })),
      },
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
