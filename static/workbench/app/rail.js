/** The rail (the tab bar on a phone): the pages of the table with what waits for us, and the agent's own menu. */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { agentAvatar } from '../parts/people.js';
import { plural, t } from './texts.js';

/** The mark of the desk, as in img/logo.svg: drawn here, it is no request of its own. */
const logo = html`<svg class="rail-logo" viewBox="0 0 36 36" width="36" height="36" aria-hidden="true"><rect width="36" height="36" rx="9" fill="#1f6f5c" /><path d="M6.8 24.8 13.6 14l4.1 6 3.5-5.6 8 10.6" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" /><circle cx="23.9" cy="10.4" r="2" fill="#fff" /><path d="M11.6 28.3h13" stroke="#fff" stroke-opacity=".6" stroke-width="1.8" stroke-linecap="round" /></svg>`;

/** @typedef {{theme:(theme:string)=>void, language:(locale:string)=>void, signOut:(everywhere:boolean)=>void, keys:()=>void, mentions:()=>void, doneForToday:()=>void, availability:(state:'online'|'away'|'offline', more?:{reason?:string, until?:string})=>void}} RailActions */

/**
 * Draws the rail.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {import('./ui.js').Ui} host.ui
 * @param {import('./page-table.js').Table} host.table
 * @param {RailActions} host.does
 * @param {(page:import('./page-table.js').PageRow) => string} host.addressOf   where its room was left
 */
export function createRail({ desk, ui, table, does, addressOf }) {
  /** Its words are there; the rest of it comes with the first press. @param {Event} event */
  const menu = async (event) => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    try {
      const { openOwnMenu } = await import('./own-menu.js');
      openOwnMenu({ desk, does, ui, button });
    } catch {
      // Away: it can be pressed again.
    }
  };
  const size = () => (ui.phone.value ? 24 : 20);
  /** @param {number} count */
  const badge = (count) => (count ? html`<span class="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>` : nothing);
  /** @param {import('./page-table.js').PageRow} page @param {number} [count] */
  const item = (page, count = 0) =>
    html`<a class="rail-item rail-${page.name}" href=${addressOf(page)} aria-current=${ui.room.value === page.name ? 'page' : nothing}>
      <span class="rail-icon">${icon(/** @type {import('../parts/icons.js').IconName} */ (page.icon), size())}${badge(count)}</span>
      <span>${t(page.title)}</span>
      ${count ? html`<span class="hidden">${plural('rail.waiting_count', count)}</span>` : nothing}
    </a>`;

  return () => {
    desk.ticks.frame.value;
    const waiting = desk.cache.counts?.waiting ?? 0;
    const tickets = desk.cache.counts?.['tickets:waiting'] ?? 0;
    const mentions = desk.cache.counts?.mentions ?? 0;
    const unread = desk.cache.counts?.mentions_unread ?? 0;
    const state = desk.agent.availability;
    return html`${logo}
      ${table.in('rail').map((page) => item(page, { inbox: waiting, tickets }[page.name] ?? 0))}
      ${mentions || unread
        ? html`<a
            class="rail-item"
            href="/inbox?view=mentions"
            @click=${(/** @type {MouseEvent} */ event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              does.mentions();
            }}
          >
            <span class="rail-icon">${icon('at-sign', size())}${badge(unread)}</span>
            <span>${t('rail.mentions')}</span>
            ${unread ? html`<span class="hidden">${plural('rail.mentions_unread', unread)}</span>` : nothing}
          </a>`
        : nothing}
      ${table.in('foot').map((page) => item(page))}
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${menu}
      >
        <span class="me-face">${agentAvatar(desk.agent)}<i class="presence ${state === 'online' ? 'on' : state}"></i></span>
        <span class="hidden">${t('agent.menu_of', { name: desk.agent.name, state: t(`agent.state_${state}`) })}</span>
        <span class="only-phone" aria-hidden="true">${t('common.me')}</span>
      </button>`;
  };
}
