/**
 * Data: how much room the desk takes, backups made now with progress, fetched, removed and put back, and demo data. While a backup
 * is put back the desk stops and starts again; the page waits for it and says how it went.
 */
import { html, nothing } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { exact, span } from '../../parts/times.js';
import { bytes } from '../../parts/byte-size.js';
import { section } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';

const RUNNING_EVERY_MS = 400;
const BACK_EVERY_MS = 700;
const BACK_WITHIN_MS = 180_000;
const number = new Intl.NumberFormat(lang);

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What goes on. */
const begun = () => ({
  watching: false,
  busy: false,
  /** @type {null|'waiting'|'lost'} */
  restoring: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Backups are made, watched, removed and restored.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../../parts/loaded.js').Loaded<import('../../answers.js').Backups>} host.backups
 * @param {import('./page.js').Context['say']} host.say
 * @param {import('../../parts/loaded.js').Loaded<import('../../answers.js').Usage>} host.room
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {import('./page.js').Context['ask']} host.ask
 * @param {() => void} host.changed
 * @param {import('../../parts/loaded.js').Loaded<import('../../store/first-steps.js').SetupList>} host.list
 */
function createBackups({ at, backups, say, room, call, failed, ask, changed, list }) {
  /** Follows a backup until it is done. */
  const watch = async () => {
    if (at.watching) return;
    at.watching = true;
    await backups.load();
    let ran = false;
    while (backups.value?.running) {
      ran = true;
      await pause(RUNNING_EVERY_MS);
      await backups.load();
    }
    at.watching = false;
    if (ran) {
      if (backups.value?.failed_at) say(t('settings_data.backup_failed'), { bad: true });
      await room.load();
    }
  };
  const backUp = async () => {
    try {
      const { name } = await call('POST', '/backups', {});
      await watch();
      if (backups.value?.items.some((/** @type {import('../../answers.js').Backup} */ one) => one.name === name)) say(t('settings_data.backup_done'));
    } catch (error) {
      failed(error);
    }
  };
  /** @param {import('../../answers.js').Backup} one */
  const remove = async (one) => {
    const sure = await ask({ title: t('settings_data.remove_ask'), text: t('settings_data.remove_means', { time: exact(one.created_at) }), confirm: t('settings_data.remove') });
    if (!sure) return;
    try {
      await call('DELETE', `/backups/${one.name}`, {});
      say(t('settings_data.removed'));
    } catch (error) {
      failed(error);
    }
    await Promise.all([backups.load(), room.load()]);
  };
  /** @param {import('../../answers.js').Backup} one */
  const restore = async (one) => {
    const sure = await ask({
      title: t('settings_data.restore_ask'),
      text: t('settings_data.restore_means', { time: exact(one.created_at) }),
      confirm: t('settings_data.restore'),
      type: one.name,
    });
    if (!sure) return;
    const before = backups.value?.last_restore?.at ?? null;
    try {
      await call('POST', `/backups/${one.name}/restore`, { confirm: one.name });
    } catch (error) {
      if (/** @type {import('../../api.js').Problem|undefined} */ (error)?.code === 'damaged_backup') say(t('settings_data.damaged'), { bad: true });
      else failed(error);
      return;
    }
    at.restoring = 'waiting';
    changed();
    const until = Date.now() + BACK_WITHIN_MS;
    while (Date.now() < until) {
      await pause(BACK_EVERY_MS);
      try {
        // A sign-in that the copy does not know leads to the sign-in page by itself.
        const now = await call('GET', '/backups');
        if (now.last_restore && now.last_restore.at !== before) {
          at.restoring = null;
          backups.value = now;
          say(now.last_restore.done ? t('settings_data.restored') : t('settings_data.not_restored'), { bad: !now.last_restore.done });
          await Promise.all([room.load(), list.load()]);
          return;
        }
      } catch {
        // It is on its way.
      }
    }
    at.restoring = 'lost';
    changed();
  };

  return { remove, restore, backUp, watch };
}

/**
 * Demo data comes and goes.
 * @param {object} host
 * @param {State} host.at
 * @param {() => void} host.changed
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['say']} host.say
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {import('../../parts/loaded.js').Loaded<import('../../store/first-steps.js').SetupList>} host.list
 * @param {import('../../parts/loaded.js').Loaded<import('../../answers.js').Usage>} host.room
 */
function createDemo({ at, changed, call, say, failed, list, room }) {
  const demo = async (/** @type {boolean} */ add) => {
    if (at.busy) return;
    at.busy = true;
    changed();
    try {
      await call(add ? 'POST' : 'DELETE', '/demo-data', {});
      say(t(add ? 'settings_data.demo_added' : 'settings_data.demo_removed'));
    } catch (error) {
      failed(error);
    }
    at.busy = false;
    await Promise.all([list.load(), room.load()]);
  };
  const demoData = () =>
    list.view(({ demo_data }) =>
      section(
        t('settings_data.demo'),
        '',
        demo_data ? t('settings_data.demo_there') : t('settings_data.demo_intro'),
        html`<button type="button" class="button" aria-busy=${at.busy} @click=${() => demo(!demo_data)}>${t(demo_data ? 'settings_data.demo_remove' : 'settings_data.demo_add')}</button>`,
      ),
    );

  return demoData;
}

/**
 * The list of backups.
 * @param {object} host
 * @param {import('../../parts/loaded.js').Loaded<import('../../answers.js').Backups>} host.backups
 * @param {boolean} host.isOwner
 * @param {(one: import('../../answers.js').Backup) => Promise<void>} host.remove
 * @param {(one: import('../../answers.js').Backup) => Promise<void>} host.restore
 * @param {() => Promise<void>} host.backUp
 */
function createCopies({ backups, isOwner, remove, restore, backUp }) {
  const copies = () =>
    backups.view(({ items, running }) =>
      section(
        t('settings_data.backups'),
        html`${running
            ? html`<div class="work" role="status">
                <span>${t('settings_data.running', { done: bytes(running.copied_bytes), all: bytes(running.total_bytes), time: span(running.started_at, Date.now()) })}</span>
                <progress class="seats" max=${Math.max(running.total_bytes, 1)} value=${running.copied_bytes} aria-label=${t('settings_data.backups')}></progress>
              </div>`
            : nothing}
          ${items.length === 0 && !running ? html`<p class="nothing-yet">${t('settings_data.no_backups')}</p>` : nothing}
          <ul class="things">
            ${items.map(
              (/** @type {import('../../answers.js').Backup} */ one) =>
                html`<li class="thing">
                  <span class="thing-mark">${mark('drive')}</span>
                  <div class="thing-what">
                    <span class="thing-name">${exact(one.created_at)}</span>
                    <span class="thing-about">${one.name} · ${bytes(one.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${isOwner
                      ? html`<a class="icon-button" href="/api/v1/backups/${one.name}" download aria-label=${t('settings_data.fetch_one', { time: exact(one.created_at) })} title=${t('settings_data.fetch')}>${mark('download')}</a>
                          <button type="button" class="icon-button" aria-label=${t('settings_data.remove_one', { time: exact(one.created_at) })} title=${t('settings_data.remove')} @click=${() => remove(one)}>${mark('trash')}</button>
                          <button type="button" class="button" aria-label=${t('settings_data.restore_one', { time: exact(one.created_at) })} ?disabled=${Boolean(running)} @click=${() => restore(one)}>${t('settings_data.restore')}</button>`
                      : nothing}
                  </div>
                </li>`,
            )}
          </ul>`,
        isOwner ? t('settings_data.backups_intro') : t('settings_data.backups_owner'),
        html`<button type="button" class="button primary" ?disabled=${Boolean(running)} @click=${backUp}>${t('settings_data.back_up')}</button>`,
      ),
    );

  return copies;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function dataPage({ me, call, changed, say, failed, ask }) {
  const isOwner = me.agent.role === 'owner';
  const room = createLoaded(() => call('GET', '/data'), changed);
  const backups = createLoaded(/** @returns {Promise<import('../../answers.js').Backups>} */ () => call('GET', '/backups'), changed);
  const list = createLoaded(() => call('GET', '/setup/list'), changed);
  const at = begun();
  const { remove, restore, backUp, watch } = createBackups({ at, backups, say, room, call, failed, ask, changed, list });

  const demoData = createDemo({ at, changed, call, say, failed, list, room });

  const storage = () =>
    room.view((data) => {
      const parts = /** @type {const} */ (['database', 'wal', 'files', 'snapshots', 'backups']);
      const all = parts.reduce((sum, part) => sum + data[`${part}_bytes`], 0);
      return section(
        t('settings_data.room'),
        html`<ul class="bars">
            ${parts.map((part) => {
              const size = data[`${part}_bytes`];
              return html`<li>
                <span>${t(`settings_data.${part}`)}</span>
                <meter class="amount" min="0" max=${Math.max(all, 1)} value=${size} aria-label=${t(`settings_data.${part}`)}></meter>
                <span class="number">${bytes(size)}</span>
              </li>`;
            })}
          </ul>
          <p class="thing-about">
            ${[
              plural('settings_data.conversations', data.conversations, { n: number.format(data.conversations) }),
              plural('settings_data.messages', data.messages, { n: number.format(data.messages) }),
              plural('settings_data.contacts', data.contacts, { n: number.format(data.contacts) }),
            ].join(' · ')}
          </p>`,
        t('settings_data.room_intro', { used: bytes(all), free: bytes(data.disk_free_bytes) }),
      );
    });
  const copies = createCopies({ backups, isOwner, remove, restore, backUp });

  return {
    start() {
      room.load();
      list.load();
      watch();
    },
    body() {
      if (at.restoring) {
        return html`<div class="waiting-desk" role="status">
          <h2>${t(`settings_data.${at.restoring}`)}</h2>
          <p>${t(`settings_data.${at.restoring}_text`)}</p>
          ${at.restoring === 'waiting' ? html`<progress class="seats" aria-label=${t('settings_data.waiting')}></progress>` : html`<a class="button" href="/settings/data">${t('common.retry')}</a>`}
        </div>`;
      }
      return html`${storage()}${copies()}${demoData()}`;
    },
  };
}
