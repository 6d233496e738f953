/** What the wall shows, drawn from the newest frame alone. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { agentAvatar, contactAvatar, contactName } from '../../parts/people.js';
import { clock, span } from '../../parts/times.js';
import { plural, lang, t } from '../../app/texts.js';
import { standing } from '../../app/idle.js';
import { curve } from './curve.js';
import { stopwatch, used } from './figures.js';
import './icons.js';

/**
 * @typedef {object} QueueRow
 * @property {string} id
 * @property {string|null} name
 * @property {string} label
 * @property {string|null} text
 * @property {string|null} agent_id
 * @property {string} waiting_since
 * @property {string} late_at
 *
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string|null} picture
 * @property {import('../../answers.js').Presence} presence
 * @property {number} load
 * @property {number} capacity
 *
 * @typedef {object} Alarm
 * @property {string} code
 * @property {number|null} count
 * @property {string|null} conversation_id
 * @property {string|null} agent_id
 * @property {{code:string, agent_id:string|null, room:number|null}} cure
 *
 * @typedef {object} Wall   `GET /wall`, and the frame
 * @property {string} at
 * @property {string} shop_name
 * @property {string} time_zone
 * @property {number} waiting
 * @property {number} late
 * @property {string|null} longest_since
 * @property {number} target_ms
 * @property {number} open
 * @property {QueueRow[]} queue
 * @property {Person[]} people
 * @property {number} people_count
 * @property {{conversations:number, answered:number, closed:number, first_answer_ms:number|null, hours:number[], hours_before:number[], conversations_before:number}} today
 * @property {Alarm[]} alarms
 *
 * @typedef {object} Does
 * @property {(anchor:HTMLElement, person:Person) => void} choose   somebody's availability
 * @property {(person:string) => void} online
 * @property {(conversation:string, person:string) => void} give
 * @property {() => void} whole   the whole screen
 */

/** Rows and people that are read from three metres away. */
const QUEUE_SHOWN = 5;
const PEOPLE_SHOWN = 6;
/** Those that are worded here; another one is passed over. */
const ALARMS = ['nobody_there', 'late', 'missed', 'full'];
/** More places than this are a bar. */
const SLOTS = 10;

/** A share of something as a bar. @param {number} part of 100 @param {string} [more] */
const bar = (part, more = '') =>
  html`<svg class="wall-bar ${more}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4"></rect><rect class="part" width=${part} height="4"></rect></svg>`;

/** @param {Wall} wall @param {number} now @param {Does} does @param {boolean} away the link is */
function head(wall, now, does, away) {
  const there = wall.people.filter((one) => standing(/** @type {any} */ ({ ...one, availability: one.presence.availability })) === 'online').length;
  const zoned = (/** @type {Intl.DateTimeFormatOptions} */ how) => new Intl.DateTimeFormat(lang, { timeZone: wall.time_zone, ...how }).format(now);
  return html`<header class="wall-head">
    <h1 tabindex="-1">${wall.shop_name}</h1>
    <span class="wall-day">${zoned({ month: 'long', day: 'numeric', weekday: 'short' })}</span>
    <span class="wall-there" role="status">
      ${away ? html`<i class="presence away"></i>${t('wall.away')}` : html`<i class="presence ${there ? 'on' : 'offline'}"></i>${plural('wall.online', there)}`}
    </span>
    <time class="wall-clock">${zoned({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}</time>
    <button class="icon-button" aria-label=${t('wall.whole')} title=${t('wall.whole')} @click=${does.whole}>${icon(/** @type {any} */ ('maximize'), 20)}</button>
  </header>`;
}

/** @param {Wall} wall */
function waiting(wall) {
  return html`<section class="wall-card wall-waiting">
    <h2>${t('wall.waiting')}</h2>
    <div class="wall-big">
      <strong>${wall.waiting}</strong>
      <p>
        ${wall.late ? html`<b class="late">${plural('wall.late', wall.late)}</b>` : nothing}
        <span>${t('wall.target', { time: t('common.minutes', { count: Math.round(wall.target_ms / 60_000) }) })}</span>
      </p>
    </div>
  </section>`;
}

/** @param {Wall} wall @param {number} now */
function longest(wall, now) {
  const more = wall.waiting - Math.min(QUEUE_SHOWN, wall.queue.length);
  /** @param {QueueRow} row */
  const line = (row) => {
    const late = Date.parse(row.late_at) <= now;
    return html`<li class=${late ? 'late' : ''}>
      <a href="/inbox/${row.id}">
        ${contactAvatar({ id: row.id, name: row.name })}
        <span class="wall-who"><b>${contactName(row)}</b><small>${row.text ?? ''}</small></span>
        <time>${stopwatch(now - Date.parse(row.waiting_since))}</time>
        ${bar(used(row, now))}
      </a>
    </li>`;
  };
  return html`<section class="wall-card wall-longest">
    <h2>${t('wall.longest')}</h2>
    ${wall.queue.length === 0 ? html`<p class="wall-none">${t('wall.nobody_waits')}</p>` : html`<ol>${wall.queue.slice(0, QUEUE_SHOWN).map(line)}</ol>`}
    ${more > 0 ? html`<p class="wall-more">${plural('wall.more_waiting', more)}</p>` : nothing}
  </section>`;
}

/** @param {Wall} wall */
function answers({ today, target_ms: target }) {
  const first = today.first_answer_ms;
  const off = first === null ? 0 : target - first;
  return html`<section class="wall-card wall-figure">
      <h2>${t('wall.first_answer')}</h2>
      <strong>${first === null ? '–' : stopwatch(first)}</strong>
      <p class=${off >= 0 ? 'good' : 'late'}>
        ${first === null ? t('wall.first_none') : t(off >= 0 ? 'wall.faster' : 'wall.slower', { time: stopwatch(Math.abs(off)) })}
      </p>
    </section>
    <section class="wall-card wall-figure">
      <h2>${t('wall.answered')}</h2>
      <strong>${today.answered}</strong>
      <p>${plural('wall.answered_of', today.conversations)}</p>
    </section>`;
}

/** @param {Wall} wall @param {number} now */
function course(wall, now) {
  const { today } = wall;
  const day = new Intl.DateTimeFormat(lang, { timeZone: wall.time_zone, weekday: 'short' }).format(now);
  const more = today.conversations - today.conversations_before;
  const than = more === 0 ? 'wall.today_same' : more > 0 ? 'wall.today_more' : 'wall.today_less';
  const title = plural(than, today.conversations, { day, more: Math.abs(more) });
  return html`<section class="wall-card wall-course">
    <h2 class="wall-says">${title}</h2>
    ${curve(today, title)}
    <footer>
      <span>${t('wall.open')} <b>${wall.open}</b></span><span>${t('wall.closed')} <b>${today.closed}</b></span>
      <span class="wall-key">${t('wall.week_ago', { day })}</span>
    </footer>
  </section>`;
}

/** How somebody stands, and since when. @param {Person} one @param {number} now @param {(id:string) => string} reason */
function standsAs({ presence }, now, reason) {
  if (!presence.there) return t('wall.gone');
  if (presence.set_by === 'missed') return t('wall.missed');
  if (presence.set_by === 'idle') return t('wall.idle', { time: span(presence.since, now) });
  const state = presence.reason ? reason(presence.reason) : t(`agent.state_${presence.availability}`);
  return presence.until ? t('wall.back', { state, time: clock(presence.until) }) : t('wall.since', { state, time: span(presence.since, now) });
}

/** @param {Wall} wall @param {number} now @param {Does} does @param {(id:string) => string} reason */
function people(wall, now, does, reason) {
  const more = wall.people_count - Math.min(PEOPLE_SHOWN, wall.people.length);
  /** @param {Person} one */
  const line = (one) => {
    const { load, capacity, presence } = one;
    const state = presence.there ? presence.availability : 'offline';
    const full = load >= capacity;
    const room = t(full ? 'wall.full' : 'wall.load', { load, capacity });
    return html`<li class=${state}>
      <button aria-haspopup="menu" aria-expanded="false" @click=${(/** @type {Event} */ event) => does.choose(/** @type {HTMLElement} */ (event.currentTarget), one)}>
        <span class="me-face">${agentAvatar(one)}<i class="presence ${state === 'online' ? 'on' : state}"></i></span>
        <span class="wall-who"><b>${one.name}</b><small>${standsAs(one, now, reason)}</small></span>
      </button>
      <span class="wall-slots ${full ? 'full' : ''}">
        ${capacity > SLOTS || capacity < 1
          ? bar(capacity < 1 ? 100 : Math.min(100, (load / capacity) * 100))
          : Array.from({ length: capacity }, (_, at) => html`<i class=${at < load ? 'taken' : ''}></i>`)}
        <em>${room}</em>
      </span>
    </li>`;
  };
  return html`<section class="wall-card wall-people">
    <h2>${t('wall.people')}</h2>
    <ul>${wall.people.slice(0, PEOPLE_SHOWN).map(line)}</ul>
    ${more > 0 ? html`<p class="wall-more">${plural('wall.more_people', more)}</p>` : nothing}
  </section>`;
}

/** The worst alarm, with what would help. @param {Wall} wall @param {number} now @param {Does} does */
function alarm(wall, now, does) {
  const worst = wall.alarms.find((one) => ALARMS.includes(one.code));
  if (!worst) return html`<section class="wall-card wall-well"><p>${icon('circle-check', 20)} ${t('wall.all_well')}</p></section>`;
  const nameOf = (/** @type {string|null} */ id) => wall.people.find((one) => one.id === id)?.name ?? '';
  const row = wall.queue.find((one) => one.id === worst.conversation_id);
  const { cure } = worst;
  const says =
    worst.code === 'nobody_there'
      ? plural('wall.alarm_nobody_there', worst.count ?? 0)
      : t(`wall.alarm_${worst.code}`, {
          name: worst.code === 'late' ? (row ? contactName(row) : '') : nameOf(worst.agent_id),
          time: wall.longest_since ? span(wall.longest_since, now) : '',
        });
  const [person, conversation] = [cure.agent_id, worst.conversation_id];
  const name = nameOf(person);
  const step =
    person && (cure.code === 'set_online' || cure.code === 'ask')
      ? html`<button class="button" @click=${() => does.online(person)}>${t('wall.do_online', { name })}</button>`
      : person && conversation && cure.code === 'give_to'
        ? html`<button class="button" @click=${() => does.give(conversation, person)}>${t('wall.do_give', { name })}</button>`
        : nothing;
  return html`<section class="wall-card wall-alarm" role="alert">
    <h2>${icon('clock', 20)} ${says}</h2>
    <p>${t(`wall.cure_${cure.code}`, { name, room: cure.room ?? 0 })}</p>
    ${step}
  </section>`;
}

/**
 * @param {Wall} wall @param {number} now @param {Does} does
 * @param {{away:boolean, reason:(id:string) => string}} known
 */
export const wallView = (wall, now, does, { away, reason }) => html`<div class="wall ${away ? 'stale' : ''}">
  ${head(wall, now, does, away)}
  <div class="wall-left">${waiting(wall)}${longest(wall, now)}</div>
  <div class="wall-middle">${answers(wall)}${course(wall, now)}</div>
  <div class="wall-right">${people(wall, now, does, reason)}${alarm(wall, now, does)}</div>
</div>`;
