/**
 * The contact panel: who, how to reach them, their labels, what they look at now, what was before, and what the team wrote down. What
 * agents may know better is changed where it stands.
 */
import { html, noChange, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { contactAvatar, contactName, provenName, verifiedMark } from '../../parts/people.js';
import { withKind } from '../../parts/message-summary.js';
import { lang, plural, t } from '../../app/texts.js';
import { since as sinceWhen, span, when } from '../../parts/times.js';
import { assignMenu, labelMenu } from '../../thread/perform.js';
import { blockView, blockedView } from './block.js';
import { addable, editable, isChanged, pencil } from '../../parts/editable.js';

const languages = new Intl.DisplayNames(lang, { type: 'language' });
/** A clock takes longer to make than to read. @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string} zone */
function clockIn(zone) {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  clocks.set(zone, clock);
  return clock;
}

/** @param {string|null} address */
function pathOf(address) {
  try {
    const { pathname, search } = new URL(String(address));
    return pathname + search;
  } catch {
    return address;
  }
}

/** @param {string|null} address */
function hostOf(address) {
  try {
    return address ? new URL(address).host : null;
  } catch {
    return null;
  }
}

/** The language alone: where it is spoken matters only where it is written in another way. @param {string} locale */
function languageOf(locale) {
  try {
    const { language, script } = new Intl.Locale(locale).maximize();
    return languages.of(language === 'zh' ? `zh-${script}` : language) ?? locale;
  } catch {
    return locale;
  }
}

/** @param {import('../../parts/icons.js').IconName} name @param {string} label @param {unknown} value */
const fact = (name, label, value) =>
  value
    ? html`<div class="fact">
        <dt title=${label}>${icon(name, 16)}<span class="hidden">${label}</span></dt>
        <dd>${value}</dd>
      </div>`
    : nothing;

/** @param {import('../../answers.js').Contact} data @param {number} now @param {boolean} here by the customer's own link, however long the page has been open */
function page(data, now, here) {
  if (!data.page) return nothing;
  const { url, title, referrer, at } = data.page;
  const from = hostOf(referrer);
  const facts = [from && from !== hostOf(url) ? t('contact.from', { host: from }) : null, plural('contact.visits', data.visits)];
  return html`<section class="panel">
    <div class="panel-head"><h3>${t(here ? 'contact.looking_at' : 'contact.looked_at')}</h3></div>
    <p class="looking">
      <i class="presence ${here ? 'on' : ''}"></i>
      <span class="looking-title" title=${url}>${title || hostOf(url) || url}</span>
    </p>
    <p class="looking-more"><span class="path" title=${url}>${pathOf(url)}</span> · ${span(at ?? '', now)}</p>
    <p class="looking-more">${facts.filter(Boolean).join(' · ')}</p>
  </section>`;
}

/** What the customer reads the page on, and the hour there where it is another one. @param {import('../../answers.js').Contact} data @param {number} now */
function browser(data, now) {
  const { device, time_zone: zone } = data;
  const words = device ? [device.app, device.browser, device.os].filter(Boolean).join(' · ') : '';
  let clock = '';
  try {
    if (zone) clock = clockIn(zone).format(now);
  } catch {
    // A zone that this browser does not know.
  }
  return { device: words, local: clock && t('contact.local_time', { time: clock }) };
}

const FIELDS = ['name', 'email', 'phone'];
/** Boxes of a form answer in words. @param {string} name @param {unknown} value */
const ticked = (name, value) => (/^(consent|checkbox)(_\d+)?$/.test(name) && /^(true|false)$/.test(String(value)) ? value === true || value === 'true' : value);
/** @param {unknown} value */
const shown = (value) => (typeof value === 'boolean' ? t(value ? 'contact.yes' : 'contact.no') : String(value));

/** What the shop's pages and forms said, by the words that the form asked with; what stands above already is not said twice. @param {import('../../answers.js').Contact} data @param {number} now @param {Record<string, string>} labels */
function said(data, now, labels) {
  const above = [data.name, data.email, data.phone];
  const attributes = Object.entries(data.attributes ?? {}).filter(([name, value]) => !(FIELDS.includes(name.replace(/_\d+$/, '')) && above.includes(String(value))));
  const events = data.events ?? [];
  return html`${attributes.length
    ? html`<section class="panel">
        <div class="panel-head"><h3>${t('contact.attributes')}</h3><span>${t('contact.unproven')}</span></div>
        <dl class="said">${attributes.map(([name, value]) => html`<div><dt>${labels[name] ?? (FIELDS.includes(name) ? t(`contact.field_${name}`) : name)}</dt><dd>${shown(ticked(name, value))}</dd></div>`)}</dl>
      </section>`
    : nothing}${events.length
    ? html`<section class="panel">
        <div class="panel-head"><h3>${t('contact.events')}</h3></div>
        <dl class="said">
          ${events.map((event) => html`<div><dt>${event.name}</dt><dd>${when(event.at, now)}</dd></div>`)}
        </dl>
      </section>`
    : nothing}`;
}

/** @param {import('../../store/desk.js').Desk} desk @param {import('../../answers.js').Contact} data @param {number} now @param {(id:string)=>void} open */
function before(desk, data, now, open) {
  const earlier = data.conversations.filter((/** @type {any} */ row) => row.id !== desk.openId);
  if (earlier.length === 0) return nothing;
  return html`<section class="panel">
    <div class="panel-head"><h3>${t('contact.before')}</h3><span>${earlier.length}</span></div>
    <ul class="earlier">
      ${earlier.map(
        (/** @type {import('../../store/rows.js').Row} */ row) =>
          html`<li>
            <a
              href="/inbox/${row.id}"
              @click=${(/** @type {MouseEvent} */ event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                open(row.id);
              }}
            >
              ${icon(row.ticket ? 'ticket' : 'message-circle', 16)}
              <span class="earlier-text">${row.ticket ? `${row.ticket.name} ${row.ticket.title}` : withKind(row.last_message?.text ?? null, row.last_message?.media_type, row.last_message?.sender?.kind) || t('inbox.no_message')}</span>
              <span class="earlier-when">${when(row.updated_at, now)} · ${t(`common.state_${row.state}`)}</span>
            </a>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What the mark stands for. @param {import('../../store/rows.js').Row['contact']} who */
const standing = (who) => t(!who.verified ? 'contact.unverified' : provenName(who) ? 'common.verified' : 'contact.id_verified');

/**
 * What else is said of a field than what is shown, and by whom.
 * @param {import('../../answers.js').Contact} data @param {'name'|'email'|'phone'} field
 */
function others(data, field) {
  const { known } = data;
  const lines = /** @type {const} */ (['team', 'said']).filter((source) => known[source][field] && known[source][field] !== data[field]);
  return lines.map((source) => html`<p class="fact-other">${t(`contact.by_${source}`, { text: known[source][field] ?? '' })}</p>`);
}

/** How a field stands: vouched for, or not though the person is; and what else is said of it. @param {import('../../answers.js').Contact} data @param {'email'|'phone'} field */
function proof(data, field) {
  const source = data.sources[field];
  const mark =
    source === 'proven'
      ? html`<span class="verified" role="img" aria-label=${t('contact.proven')} title=${t('contact.proven')}>${icon('badge-check', 14)}</span>`
      : source === 'said' && data.verified
        ? html`<span class="fact-unproven">${t('contact.unproven')}</span>`
        : nothing;
  return { fixed: source === 'proven', mark, below: others(data, field) };
}

/** On a phone the three things a thumb wants. @param {import('../../store/desk.js').Desk} desk @param {import('../../answers.js').Contact|null} data */
const tiles = (desk, data) =>
  html`<div class="tiles only-phone">
    ${data?.phone ? html`<a class="tile" href="tel:${data.phone}">${icon('phone', 20)}${t('contact.call')}</a>` : nothing}
    ${data?.email ? html`<a class="tile" href="mailto:${data.email}">${icon('mail', 20)}${t('contact.mail')}</a>` : nothing}
    <button class="tile" aria-haspopup="menu" @click=${(/** @type {FieldEvent} */ event) => assignMenu(desk, event.currentTarget)}>
      ${icon('user-plus', 20)}${t('contact.hand_over')}
    </button>
  </div>`;

/**
 * The panel of the open conversation.
 * @param {import('../../store/desk.js').Desk} desk
 * @param {import('../../app/ui.js').Ui} ui
 * @param {(id:string) => void} open
 */
export function detailsView(desk, ui, open) {
  desk.ticks.details.value;
  desk.ticks.thread.value;
  const now = ui.now.value;
  // Who they are follows once their words are painted.
  if (desk.turning) return noChange;
  const row = desk.row;
  if (!row) return nothing;
  const { contact } = desk;
  const data = contact?.data ?? null;
  const person = data ?? row.contact;
  const who = { ...row.contact, name: person.name, name_source: data ? data.sources.name : row.contact.name_source };
  // The tiles below are the links then, large enough for a thumb.
  const tiled = ui.phone.value;
  const machine = data ? browser(data, now) : { device: '', local: '' };
  const since = data ? t('contact.since', { month: sinceWhen(data.created_at, now) }) : '';
  return html`<div class="grip only-phone" aria-hidden="true"></div>
    <section class="panel panel-who">
      ${contactAvatar({ id: row.contact.id, name: person.name })}
      <div class="who">
        <h2 class="who-name" id="details-title" tabindex="-1">
          <span class="name">${contactName({ ...row.contact, name: person.name })}</span>${provenName(who) ? verifiedMark(true) : nothing}${data?.name && data.sources.name !== 'proven' ? pencil(desk, 'name', data.name) : nothing}
        </h2>
        <p>${[standing(who), since].filter(Boolean).join(' · ')}</p>
        ${data ? others(data, 'name') : nothing}
      </div>
      ${ui.narrow.value
        ? html`<button class="icon-button" aria-label=${t('common.close')} @click=${() => ui.details.set(false)}>${icon('x', 20)}</button>`
        : nothing}
      ${data
        ? html`<dl class="facts">
            ${isChanged(desk, 'name') ? editable(desk, 'user', 'name', data.name) : nothing}
            ${editable(desk, 'mail', 'email', data.email, tiled ? null : `mailto:${data.email}`, proof(data, 'email'))}
            ${editable(desk, 'phone', 'phone', data.phone, tiled ? null : `tel:${data.phone}`, proof(data, 'phone'))}
            ${editable(desk, 'map-pin', 'city', data.city)} ${fact('id-card', t('contact.user_id'), data.user_id)}
            ${fact('languages', t('contact.language'), data.locale && languageOf(data.locale))}
            ${fact('monitor-smartphone', t('contact.device'), machine.device)} ${fact('clock', t('contact.clock'), machine.local)}
          </dl>`
        : nothing}
      <div class="who-labels">
        ${row.labels.map((label) => html`<span class="chip"><i class="chip-dot series-${desk.labels.colour(label)}"></i>${label}</span>`)}
        <button
          class="text-button quiet"
          id="labels"
          aria-haspopup="dialog"
          aria-expanded="false"
          title=${`${t('thread.labels')} · T`}
          @click=${(/** @type {FieldEvent} */ event) => labelMenu(desk, event.currentTarget, [row.id])}
        >
          ${icon('plus', 14)} ${t('thread.labels')}
        </button>
        ${data ? addable(desk, data, ['name', 'email', 'phone', 'city']) : nothing}
      </div>
      ${tiles(desk, data)}
    </section>
    ${contact?.phase === 'failed'
      ? html`<p class="panel-note" role="alert">
          ${t('contact.failed')}
          <button class="text-button" @click=${() => desk.loadContact(false)}>${t('common.retry')}</button>
        </p>`
      : nothing}
    ${data
      ? html`${blockedView(desk, data, now)}${page(data, now, desk.presence.customer(String(desk.openId)) ?? Boolean(data.online))}${said(data, now, desk.formLabels)}${before(desk, data, now, open)}
          <section class="panel">
            <div class="panel-head"><h3>${t('contact.field_note')}</h3></div>
            ${editable(desk, null, 'note', data.note)}
          </section>
          <section class="panel">
            <a class="text-button quiet" id="print" href="/print/${row.id}" target="_blank" rel="noopener" title=${`${t('contact.print')} · ⇧P`}>${t('contact.print')}</a>
          </section>
          ${blockView(desk, data)}`
      : nothing}`;
}
