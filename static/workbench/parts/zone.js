/** Times of day, clocks in other time zones, and moments to come as people say them. Without DOM: words are handed in. */

/** @typedef {(key:string, values?:Record<string, string|number>) => string} Say */

/** Every zone that keeps the clock of Beijing under another name. */
const BEIJING = 'Asia/Shanghai';
/** Names are those of today; long ago a zone may have kept another time. */
const TODAY = Date.UTC(2026, 0, 1);

/** The name of a zone in a language, as CLDR has it; empty where it has none. @param {string} zone @param {string} lang */
function ownName(zone, lang) {
  try {
    const parts = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(TODAY);
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    return /^(GMT|UTC)/.test(name) ? '' : name;
  } catch {
    // An older browser knows no names, or not this zone.
    return '';
  }
}

/** A zone by its name and its id: 北京时间（Asia/Shanghai）. @param {string} zone @param {string} lang @param {Say} t */
export function zoneName(zone, lang, t) {
  const id = zone.replaceAll('_', ' ');
  const name = ownName(zone, lang);
  if (!name) return id;
  return t('zone.name', { name: name === ownName(BEIJING, lang) ? t('zone.china') : name, id });
}

/** What a clock in the zone shows. @param {string} zone @param {number} now @param {string} lang */
export function clockIn(zone, now, lang) {
  try {
    return new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now);
  } catch {
    return '';
  }
}

/** Whole days since 1970 on the zone's calendar. @param {number} at @param {string} zone */
function dayIn(zone, at) {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(at);
  const part = (/** @type {string} */ type) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
}

/**
 * A moment to come on the zone's clock: 今天 18:00, 明天 09:00, 周五 09:00, 10月8日 09:00.
 * @param {number} at @param {number} now @param {string} zone @param {string} lang @param {Say} t
 */
export function momentIn(zone, at, now, lang, t) {
  const time = clockIn(zone, at, lang);
  const days = dayIn(zone, at) - dayIn(zone, now);
  if (days <= 0) return t('zone.today', { time });
  if (days === 1) return t('common.moment_tomorrow', { time });
  /** @type {Intl.DateTimeFormatOptions} */
  const form = days < 7 ? { weekday: lang === 'zh-CN' ? 'short' : 'long' } : { month: 'long', day: 'numeric' };
  return t('common.moment_day', { day: new Intl.DateTimeFormat(lang, { ...form, timeZone: zone }).format(at), time });
}

/** Whether a text is a time of day. @param {string} text */
export const isTime = (text) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
