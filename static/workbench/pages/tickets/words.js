/** How tickets are said: promises of time, when something moved, statuses, whose it is. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { has, t } from '../../app/texts.js';
import { clock, span, toCome, when } from '../../parts/times.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long something lasts, in its two largest units. @param {number} ms */
export function long(ms) {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = days ? [['days', days], ['hours', hours]] : [['hours', hours], ['minutes', rest]];
  return parts
    .filter(([, count]) => count)
    .map(([unit, count]) => t(`common.${unit}`, { count }))
    .join(' ');
}

/** When something moved: minutes and hours today, then the day. @param {string} at @param {number} now */
export function moved(at, now) {
  const ms = now - Date.parse(at);
  if (ms < MINUTE) return t('common.now');
  return ms < 6 * HOUR ? t('tickets.ago', { time: span(at, now) }) : when(at, now);
}

/** A day or an hour to come, or one that is over. @param {string} at @param {number} now */
export function dueText(at, now) {
  const date = new Date(at);
  const today = new Date(now);
  if (date.toDateString() === today.toDateString()) return t('tickets.today', { time: clock(at) });
  return Date.parse(at) > now ? toCome(at, now) : when(at, now);
}

/** @param {import('../../store/tickets/ticket.js').Promised} promise */
export function promiseText({ level, paused, left_ms }) {
  switch (level) {
    case 'met':
      return t('tickets.met');
    case 'missed':
      return t('tickets.missed', { time: long(left_ms) });
    case 'broken':
      return t('tickets.over', { time: long(left_ms) });
    case 'paused':
      return t(has(`tickets.paused_${paused}`) ? `tickets.paused_${paused}` : 'tickets.paused');
    default:
      return t('tickets.left', { time: long(left_ms) });
  }
}

/** The bar of a promise with its words, as lists have it. @param {import('../../store/tickets/ticket.js').Promised|null} promise */
export function promiseView(promise) {
  if (!promise) return nothing;
  const { level, share } = promise;
  const text = promiseText(promise);
  if (level === 'met') return html`<span class="promise ok">${icon('check')}<span>${text}</span></span>`;
  if (level === 'missed') return html`<span class="promise missed"><span>${text}</span></span>`;
  return html`<span class="promise ${level}"><progress class="clock ${level}" max="1" value=${share.toFixed(2)} aria-hidden="true"></progress><span>${text}</span></span>`;
}

/** @param {string} priority */
export const priorityName = (priority) => t(`tickets.priority_${priority}`);
