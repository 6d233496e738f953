/**
 * The page of all parts (debug builds, `/dev/components`): colours, type, controls, rows, bubbles, toasts, dialogs and menus in
 * all their states, drawn by the workbench's own views over made-up people. `?theme=dark` shows the other theme.
 */
import { ownColour } from '../store/labels.js';
import { html, render } from '../lit.js';
import { icon } from '../parts/icons.js';
import { t } from '../app/texts.js';
import { bubbleView, typingView } from '../thread/bubbles.js';
import { rowView } from '../pages/inbox/row.js';

const NOW = Date.now();
/** @param {number} minutes */
const ago = (minutes) => new Date(NOW - minutes * 60_000).toISOString();
const theme = new URLSearchParams(location.search).get('theme') ?? 'light';
document.documentElement.dataset.theme = theme;

const COLOURS = [
  ...['canvas', 'surface', 'sunken', 'raised', 'customer', 'accent-soft', 'accent', 'own', 'note', 'bad-soft', 'warn-soft', 'ok-soft'],
  ...['text', 'text-2', 'text-3', 'field', 'line', 'track', 'bad', 'warn', 'ok', 'link', 'series-4', 'fill'],
];
/** Size and line in px, and what is written in it. @type {Array<[number, number, string]>} */
const TYPE = [
  [30, 36, '1:57'],
  [22, 30, 'sample_title'],
  [18, 26, 'sample_inbox'],
  [16, 24, 'sample_name'],
  [15, 25, 'sample_message'],
  [14, 20, 'sample_owner'],
  [13, 18, 'sample_signed'],
  [12, 16, 'sample_read'],
];

/** Who sits at this desk. */
const me = { id: 'a_1', name: t('components.sample_agent') };
const colleague = { id: 'a_2', name: t('components.sample_colleague') };
const customer = { id: 'p_1', name: t('components.sample_name'), verified: true, label: '83f1' };

/** What the views ask of a desk. @param {object} [more] @returns {any} */
const desk = (more = {}) => ({
  agent: me,
  openId: null,
  reading: false,
  row: { contact: customer },
  client: { retry() {}, discard() {} },
  drafts: { of: () => null },
  links: { enabled: false },
  labels: { colour: (/** @type {string} */ name) => ownColour(name) },
  presence: { writing: () => [], viewing: () => [] },
  unsentOf: () => [],
  labelColour: () => null,
  agentName: (/** @type {string} */ id) => [me, colleague].find((one) => one.id === id)?.name ?? null,
  ...more,
});
/** @param {object} more @returns {any} */
const row = (more) => ({
  id: 'c_1',
  state: 'open',
  channel: 'web',
  contact: customer,
  agent_id: colleague.id,
  updated_at: ago(4),
  waiting_since: ago(4),
  mine: { received: 0, read: 0 },
  labels: [],
  last_message: { sender: { kind: 'visitor', id: 'v_1' }, note: false, text: t('components.row_last'), sent_at: ago(4) },
  unread: 0,
  ...more,
});
/** @param {any} one @param {object} [at] @param {object} [more] */
const shown = (one, at, more) => rowView(desk(more), one, { now: NOW, index: 0, count: 4, focus: false, open: false, ...at });

/** @param {string} tone @param {string} text @param {object} [more] */
const bubble = (tone, text, more) =>
  bubbleView(
    desk(),
    /** @type {any} */ ({
      type: 'bubble',
      key: text,
      tone,
      sender: tone === 'customer' ? { kind: 'visitor', id: 'v_1', name: customer.name } : { kind: 'agent', ...me },
      at: ago(4),
      text: t(`components.${text}`),
      content: { kind: 'text', text: t(`components.${text}`) },
      mine: tone !== 'customer',
      edited: false,
      first: true,
      last: true,
      state: tone === 'own' ? 'read' : null,
      item: null,
      sequence: 1,
      ...more,
    }),
    { edit() {}, reach() {} },
  );

/** @param {string} key @param {unknown} body @param {string} [kind] */
const sheet = (key, body, kind = '') => html`<section class=${kind} aria-labelledby="h-${key}"><h2 id="h-${key}">${t(`components.${key}`)}</h2>${body}</section>`;

const colours = html`<div class="swatches">
  ${COLOURS.map((name) => html`<span><i .style=${`background:var(--${name})`}></i>${name}</span>`)}
</div>`;

const type = html`<dl class="scale">
  ${TYPE.map(
    ([size, line, text]) =>
      html`<dt>${size}/${line}</dt>
        <dd .style=${`font-size:${size}px;line-height:${line}px;font-weight:${size > 15 ? 600 : 400}`}>
          ${text.includes('_') ? t(`components.${text}`) : text}
        </dd>`,
  )}
</dl>`;

const buttons = html`<div class="line-up">
    <button class="button primary">${t('components.send')}<kbd aria-hidden="true">⌘↵</kbd></button>
    <button class="button primary is-hover">${t('components.hover')}</button>
    <button class="button primary is-focus">${t('components.focus')}</button>
  </div>
  <div class="line-up">
    <button class="button">${icon('check')}${t('components.close')}<kbd aria-hidden="true">E</kbd></button>
    <button class="button quiet">${t('components.revert')}</button>
    <button class="button" disabled>${t('components.disabled')}</button>
  </div>
  <div class="line-up">
    <button class="button">${t('components.insert')}<kbd aria-hidden="true">Tab</kbd></button>
    <button class="button danger">${t('components.remove')}</button>
    <button class="icon-button" aria-label=${t('components.note')}>${icon('lock', 18)}</button>
    <button class="icon-button" aria-pressed="true" aria-label=${t('components.hover')}>${icon('panel-right', 18)}</button>
  </div>
  <div class="line-up">
    <label class="switch"><input type="checkbox" role="switch" checked /><span>${t('components.on')}</span></label>
    <label class="switch"><input type="checkbox" role="switch" /><span>${t('components.off')}</span></label>
    <label class="check"><input type="checkbox" checked /><span>${t('components.agree')}</span></label>
    <label class="check"><input type="checkbox" /><span>${t('components.off')}</span></label>
    <label class="check"><input type="radio" name="one" checked /><span>1</span></label>
    <label class="check"><input type="radio" name="one" /><span>2</span></label>
  </div>
  <div class="line-up">
    <span class="chip"><i class="chip-dot series-1"></i>${t('components.label')}</span>
    <span class="chip chip-ok">${t('components.online')}</span>
    <span class="chip chip-warn">${t('components.weak')}</span>
    <span class="chip chip-bad">${t('components.over')}</span>
    <span class="chip chip-accent">${t('components.count')}</span>
    <span class="chip chip-line">${t('components.sort')}</span>
  </div>
  <nav class="segments" aria-label=${t('components.reply')}>
    <a class="segment" href="#reply" aria-current="true">${t('components.reply')}</a><a class="segment" href="#note">${t('components.note')}</a>
  </nav>`;

const writing = { presence: { writing: () => [{ member: { kind: 'visitor', id: 'v_2' }, preview: t('components.row_ask') }], viewing: () => [] } };
const rows = html`<div class="rows">
  ${shown(row({ contact: { id: 'p_2', name: t('components.sample_other'), verified: false }, unread: 2, labels: [t('components.label')] }))}
  ${shown(row({ contact: { id: 'p_3', name: null, verified: false, label: '83f1' }, agent_id: null, unread: 1 }), {}, writing)}
  ${shown(row({ labels: [t('components.label'), t('components.weak')] }), { open: true })}
  ${shown(row({ state: 'snoozed', waiting_since: null, agent_id: me.id }))}
</div>`;

const typing = desk({ presence: { writing: () => [{ member: { kind: 'visitor', id: 'v_1' }, preview: t('components.bubble_unsent') }] } });
const bubbles = html`<div>
  ${bubble('customer', 'bubble_customer')} ${bubble('own', 'bubble_own', { state: 'sending', item: { client_message_id: '1' } })}
  ${bubble('own', 'bubble_own', { state: 'sent' })} ${bubble('own', 'bubble_own', { state: 'delivered' })} ${bubble('own', 'bubble_own')}
  ${bubble('own', 'bubble_failed', { state: 'failed', item: { client_message_id: '2', content: { kind: 'text', text: '' } } })}
  ${typingView(typing, 'c_1')} ${bubble('note', 'bubble_note')}
</div>`;

/** @param {string} name @param {number} share @param {string} [kind] */
const bar = (name, share, kind = '') =>
  html`<div>
    <p class="bar-head"><span>${t(`components.${name}`)}</span><span>${share >= 100 ? t('components.over') : t('components.left')}</span></p>
    <span class="time-bar ${kind}"><i .style=${`width:${share}%`}></i></span>
  </div>`;
const times = html`${bar('just_now', 6)}${bar('half', 55)}${bar('soon', 85, 'time-bar-late')}${bar('over', 100, 'time-bar-over')}
  <div>
    <p class="bar-head"><span>${t('components.importing')}</span><span>${t('components.import_left')}</span></p>
    <span class="progress" role="progressbar" aria-label=${t('components.importing')} aria-valuenow="56" aria-valuemin="0" aria-valuemax="100"
      ><i .style=${'width:56%'}></i
    ></span>
  </div>`;

const fields = html`<div class="field"><label for="f1">${t('components.reply')}</label><input id="f1" placeholder=${t('components.placeholder')} /></div>
  <div class="field"><label for="f2">${t('components.note')}</label><input id="f2" class="is-focus" value=${t('components.sample_agent')} /></div>
  <div class="field">
    <label for="f3">${t('components.insert')}</label>
    <input id="f3" value="lina@163" aria-invalid="true" aria-describedby="f3-error" />
    <p class="field-error" id="f3-error">${t('components.odd')}</p>
  </div>`;

/** @param {import('../parts/icons.js').IconName} mark @param {string} text @param {string} action @param {string} [kind] */
const toast = (mark, text, action, kind = '') =>
  html`<div class="toast still ${kind}">
    <div class="line-up">${icon(mark, 18)}<span>${t(`components.${text}`)}</span><button class="text-button">${t(`components.${action}`)}</button></div>
  </div>`;
const toasts = html`${toast('circle-check', 'toast_done', 'undo')}${toast('wifi-off', 'toast_offline', 'reconnect')}${toast('circle-alert', 'toast_failed', 'look', 'toast-bad')}`;

const dialog = html`<div class="dialog still">
  <div class="dialog-body">
    <h2>${t('components.dialog_title')}</h2>
    <p>${t('components.dialog_text')}</p>
    <div class="dialog-actions">
      <label class="check"><input type="checkbox" /><span>${t('components.never_ask')}</span></label>
      <button class="button">${t('components.dialog_no')}</button><button class="button primary">${t('components.dialog_yes')}</button>
    </div>
  </div>
</div>`;

/** @param {import('../parts/icons.js').IconName} mark @param {string} label @param {string} [hint] */
const item = (mark, label, hint) =>
  html`<button class="menu-item"><span class="menu-mark">${icon(mark)}</span><span class="menu-label">${t(`components.${label}`)}</span>${hint ? html`<span class="menu-hint">${hint}</span>` : ''}</button>`;
const menus = html`<div class="menu still">
  <div class="menu-group">
    ${item('clock', 'menu_hours', '13:09')}${item('sun', 'menu_tomorrow', t('components.saturday'))}${item('alarm-clock', 'menu_monday', '9:00')}${item('undo-2', 'menu_reply')}
  </div>
  <div class="menu-group">${item('clock', 'menu_pick')}</div>
</div>`;

render(
  html`<header><h1>${t('components.title')}</h1><p>${t(`components.${theme === 'dark' ? 'dark' : 'light'}`)}</p></header>
    ${sheet('colours', colours)}${sheet('type', type)}${sheet('buttons', buttons)} ${sheet('rows', rows, 'on-canvas')}${sheet('bubbles', bubbles)}
    ${sheet('times', times)}${sheet('fields', fields)} ${sheet('toasts', toasts, 'on-canvas')}${sheet('dialog', dialog, 'on-canvas')}${sheet('menus', menus, 'on-canvas')}`,
  /** @type {HTMLElement} */ (document.getElementById('components')),
);
