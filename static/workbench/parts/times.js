/** Times as people say them, in the page's language: waiting in the largest unit that reads, days by their name. */
import { lang, t } from '../app/texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const hourMinute = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(lang, { weekday: 'short' });
const weekdayLong = new Intl.DateTimeFormat(lang, { weekday: 'long' });
const dayMonth = new Intl.DateTimeFormat(lang, { day: 'numeric', month: lang === 'zh-CN' ? 'long' : 'short' });
const dayMonthYear = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' });
const monthOnly = new Intl.DateTimeFormat(lang, { month: lang === 'zh-CN' ? 'short' : 'long' });
const yearOnly = new Intl.DateTimeFormat(lang, { year: 'numeric' });
const full = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' });

const fullMinute = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });

/** Whole local days between two times. @param {Date} date @param {number} now */
function daysAgo(date, now) {
  const midnight = (/** @type {Date} */ one) => new Date(one.getFullYear(), one.getMonth(), one.getDate()).getTime();
  return Math.round((midnight(new Date(now)) - midnight(date)) / DAY);
}

/** How long something lasts so far, without seconds. @param {string} since @param {number} now */
export function span(since, now) {
  const ms = Math.max(0, now - Date.parse(since));
  if (ms < MINUTE) return t('common.now');
  if (ms < HOUR) return t('common.minutes', { count: Math.floor(ms / MINUTE) });
  if (ms < DAY) return t('common.hours', { count: Math.floor(ms / HOUR) });
  return t('common.days', { count: Math.floor(ms / DAY) });
}

/** How long something lasts, at least a minute. @param {number} ms */
export const lasting = (ms) => span(new Date(0).toISOString(), Math.max(MINUTE, ms));

/** A day without its year. @param {Date} at */
export const dayAndMonth = (at) => dayMonth.format(at);

/** The time of day. @param {string} at */
export const clock = (at) => hourMinute.format(new Date(at));

/** In a list: the hour today, then the day, then the date. @param {string} at @param {number} now */
export function when(at, now) {
  const date = new Date(at);
  const days = daysAgo(date, now);
  if (days <= 0) return hourMinute.format(date);
  if (days === 1) return t('common.yesterday');
  if (days < 7) return weekday.format(date);
  return date.getFullYear() === new Date(now).getFullYear() ? dayMonth.format(date) : dayMonthYear.format(date);
}

/** A moment to come: the hour, with its day unless that is today. @param {string} at @param {number} now */
export function toCome(at, now) {
  const date = new Date(at);
  const [days, time] = [-daysAgo(date, now), hourMinute.format(date)];
  if (days <= 0) return time;
  if (days === 1) return t('common.moment_tomorrow', { time });
  return t('common.moment_day', { day: (days < 7 ? weekday : dayMonth).format(date), time });
}

/** A day's heading in a thread. @param {string} at @param {number} now */
export function dayName(at, now) {
  const date = new Date(at);
  const days = daysAgo(date, now);
  if (days <= 0) return t('common.today');
  if (days === 1) return t('common.yesterday');
  if (days < 7) return weekdayLong.format(date);
  return date.getFullYear() === new Date(now).getFullYear() ? dayMonth.format(date) : dayMonthYear.format(date);
}

/** Since when, roughly: the month of this year, or the year. @param {string} at @param {number} now */
export function since(at, now) {
  const date = new Date(at);
  return (date.getFullYear() === new Date(now).getFullYear() ? monthOnly : yearOnly).format(date);
}
/** A time in full. @param {string} at */
export const exact = (at) => full.format(new Date(at));
/** A time that somebody chose, to the minute. @param {string} at */
export const chosen = (at) => fullMinute.format(new Date(at));
