/**
 * How the workbench reaches me: sounds and browser notices for each kind of news, quiet hours, when I count as away; how a message
 * is sent; and the keys. One document, saved as one.
 */
import { html, live, nothing } from '../../lit.js';
import { createBell } from '../../app/bell.js';
import { createPreferences } from '../../app/preferences.js';
import { lang, t } from '../../app/texts.js';
import { section, segments, switchField, timeField } from '../../parts/controls.js';
import { isTime } from '../../parts/zone.js';
import { createForm } from '../../parts/form.js';
import { createKeyList } from '../../parts/key-list.js';
import { createPushSection } from './push-section.js';

const KINDS = /** @type {const} */ (['new', 'assigned', 'message', 'mention', 'clock', 'ticket', 'followed']);
/** What open pages are not told of by themselves. */
const PUSHED = 'followed';
const AWAY = [0, 5, 10, 15, 30, 60];
const UNDO = [0, 2, 5, 10, 30];
const dayName = new Intl.DateTimeFormat(lang, { weekday: 'narrow', timeZone: 'UTC' });
const dayLong = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });

/** The tab that is shown, and why a change was not taken. */
const begun = () => ({
  tab: 'notices',
  /** @type {any} */
  problem: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * The page of notices.
 * @param {object} host
 * @param {() => void} host.changed
 * @param {import('../../parts/form.js').SettingsForm} host.form
 * @param {() => unknown} host.kinds
 * @param {() => unknown} host.push
 */
function createNotices({ changed, form, kinds, push }) {
  const permission = () => globalThis.Notification?.permission ?? 'unsupported';
  const allow = async () => {
    await globalThis.Notification?.requestPermission?.();
    changed();
  };
  const notices = () => {
    const quiet = form.get('quiet');
    const volume = Math.round(form.get('notifications.volume') * 100);
    return html`${section(t('settings_notices.what'), kinds(), t('settings_notices.what_intro'))}
      ${section(
        t('settings_notices.volume'),
        '',
        t('settings_notices.volume_intro'),
        html`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${t('settings_notices.volume')}
            .value=${live(String(volume))}
            @input=${(/** @type {FieldEvent} */ event) => form.set('notifications.volume', Number(event.target.value) / 100)}
          /><output>${volume}%</output></span
        >`,
      )}
      ${section(t('settings_notices.repeat_title'), switchField(form, 'notifications.repeat', t('settings_notices.repeat'), t('settings_notices.repeat_hint')))}
      ${section(
        t('settings_notices.permission'),
        '',
        t(`settings_notices.permission_${permission()}`),
        permission() === 'default' ? html`<button type="button" class="button" @click=${allow}>${t('settings_notices.allow')}</button>` : nothing,
      )}
      ${push()}
      ${section(
        t('settings_notices.quiet'),
        html`${switchField(form, 'quiet.enabled', t('settings_notices.quiet_on'), t('settings_notices.quiet_hint'))}
        ${quiet.enabled
          ? html`<div class="day-range">
                ${timeField(t('settings_notices.quiet_from'), quiet.from, (from) => form.set('quiet.from', from))}
                <span aria-hidden="true">–</span>
                ${timeField(t('settings_notices.quiet_to'), quiet.to, (to) => form.set('quiet.to', to))}
                ${quiet.to <= quiet.from ? html`<span class="chip">${t('settings_notices.next_day')}</span>` : nothing}
              </div>
              <div class="segments" role="group" aria-label=${t('settings_notices.quiet_days')}>
                ${[1, 2, 3, 4, 5, 6, 7].map((day) => {
                  const date = new Date(Date.UTC(2026, 0, 4 + day));
                  const on = quiet.days.includes(day);
                  return html`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${on}
                    aria-label=${dayLong.format(date)}
                    @click=${() => form.set('quiet.days', on ? quiet.days.filter((/** @type {number} */ one) => one !== day) : [...quiet.days, day].sort())}
                  >
                    ${dayName.format(date)}
                  </button>`;
                })}
              </div>
              <p class="field-error" role="alert">${form.errors['quiet.days'] ?? ''}</p>`
          : nothing}`,
      )}
      ${section(
        t('settings_notices.away'),
        '',
        t('settings_notices.away_intro'),
        segments(
          t('settings_notices.away'),
          [...new Set([...AWAY, form.get('away_after_min')])].sort((a, b) => a - b).map((count) => ({ value: String(count), label: count ? t('settings_notices.minutes', { count }) : t('settings_notices.never') })),
          String(form.get('away_after_min')),
          (value) => form.set('away_after_min', Number(value)),
        ),
      )}`;
  };

  return notices;
}

/**
 * Kinds of news, and how each is told.
 * @param {object} host
 * @param {ReturnType<typeof import('../../app/bell.js').createBell>} host.bell
 * @param {import('../../parts/form.js').SettingsForm} host.form
 * @param {import('./page.js').Context['say']} host.say
 */
function createKinds({ bell, form, say }) {
  /** @param {Exclude<typeof KINDS[number], typeof PUSHED>} kind */
  const hear = async (kind) => {
    await bell.wake();
    if (!bell.ring(kind, form.get('notifications.volume'))) say(t('settings_notices.silent'), { bad: true });
  };
  const kinds = () =>
    html`<div class="grid-table" role="table" aria-label=${t('settings_notices.what')}>
      <div role="row" class="grid-head">
        <span role="columnheader">${t('settings_notices.news')}</span><span role="columnheader">${t('settings_notices.sound')}</span
        ><span role="columnheader">${t('settings_notices.browser')}</span><span role="columnheader">${t('settings_notices.push')}</span><span role="columnheader"><span class="hidden">${t('settings_notices.hear')}</span></span>
      </div>
      ${KINDS.map(
        (kind) =>
          html`<div role="row">
            <span role="rowheader">${t(`settings_notices.kind_${kind}`)}</span>
            ${/** @type {const} */ (['sound', 'browser', 'push']).map((way) => {
              const path = `notifications.${kind}.${way}`;
              if (kind === PUSHED && way !== 'push') return html`<span role="cell"></span>`;
              return html`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${t(`settings_notices.kind_${kind}`)} · ${t(`settings_notices.${way}`)}"
                    .checked=${live(form.get(path))}
                    @change=${(/** @type {FieldEvent} */ event) => form.set(path, event.target.checked)} /></label
              ></span>`;
            })}
            <span role="cell">${kind === PUSHED ? nothing : html`<button type="button" class="text-button" aria-label=${t('settings_notices.hear_one', { kind: t(`settings_notices.kind_${kind}`) })} @click=${() => hear(kind)}>${t('settings_notices.hear')}</button>`}</span>
          </div>`,
      )}
    </div>`;

  return kinds;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function notificationsPage({ me, call, changed, say, failed }) {
  const at = begun();
  const store = createPreferences({
    load: async () => null,
    save: (whole) => call('PUT', '/me/preferences', whole),
    failed: (error) => (at.problem = error),
  });
  const form = createForm({
    read: () => call('GET', '/me/preferences'),
    check({ quiet }) {
      if (!isTime(quiet.from) || !isTime(quiet.to)) return { 'quiet.days': t('settings_notices.no_time') };
      return quiet.enabled && quiet.days.length === 0 ? { 'quiet.days': t('settings_notices.no_days') } : {};
    },
    async write(draft) {
      if (!(await store.change(draft))) throw at.problem;
      return structuredClone(draft);
    },
    changed,
  });
  const bell = createBell({ changed });
  const keyList = createKeyList(form, changed);
  const push = createPushSection({ me, call, changed, failed });
  const notices = createNotices({ changed, form, kinds: () => kinds(), push: push.view });
  const kinds = createKinds({ bell, form, say });

  const writing = () => html`${section(
    t('settings_notices.send'),
    '',
    t('settings_notices.send_intro'),
    segments(
      t('settings_notices.send'),
      [
        { value: 'mod+enter', label: t('settings_notices.send_mod') },
        { value: 'enter', label: t('settings_notices.send_enter') },
      ],
      form.get('send_on'),
      (value) => form.set('send_on', value),
    ),
  )}
  ${section(
    t('settings_notices.undo'),
    '',
    t('settings_notices.undo_intro'),
    segments(
      t('settings_notices.undo'),
      [...new Set([...UNDO, form.get('undo_send_s')])].sort((a, b) => a - b).map((count) => ({ value: String(count), label: count ? t('settings_notices.seconds', { count }) : t('settings_notices.never') })),
      String(form.get('undo_send_s')),
      (value) => form.set('undo_send_s', Number(value)),
    ),
  )}`;

  return {
    form,
    start: push.start,
    words: { save: 'settings_frame.save', changes: 'settings_frame.not_saved' },
    tabs: [
      { id: 'notices', label: t('settings_notices.tab_notices') },
      { id: 'writing', label: t('settings_notices.tab_writing') },
      { id: 'keys', label: t('settings_notices.tab_keys') },
    ],
    get tab() {
      return at.tab;
    },
    choose(id) {
      at.tab = id;
      changed();
    },
    body: () => (at.tab === 'notices' ? notices() : at.tab === 'writing' ? writing() : html`<p class="page-intro">${t('settings_notices.keys_intro')}</p>${keyList()}`),
  };
}
