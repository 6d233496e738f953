/** Words of one locale, handed over by the page, and times as that locale writes them. */

/** Made at its first use. @template T @param {() => T} make @returns {() => T} */
const later = (make) => {
  /** @type {T|undefined} */ let made;
  return () => (made ??= make());
};

/**
 * Words, counts and times of one locale.
 * @param {Record<string, string>} catalogue
 * @param {string} locale
 */
export function createTexts(catalogue, locale) {
  // A formatter costs a phone as much as a view does: each is made when it is first asked.
  const rules = later(() => new Intl.PluralRules(locale));
  /** @param {Intl.DateTimeFormatOptions} how */
  const dates = (how) => later(() => new Intl.DateTimeFormat(locale, how));
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const near = dates({ month: 'long', day: 'numeric', weekday: 'short' });
  const far = dates({ year: 'numeric', month: 'long', day: 'numeric' });

  /** @param {string} key @param {Record<string, string|number>} [values] */
  const t = (key, values = {}) => (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

  return {
    locale,
    t,
    /** Words that came later. @param {Record<string, string>} more */
    add: (more) => Object.assign(catalogue, more),
    /** @param {string} key @param {number} count @param {Record<string, string|number>} [values] */
    count(key, count, values = {}) {
      const form = `${key}.${rules().select(count)}`;
      return t(form in catalogue ? form : `${key}.other`, { count, ...values });
    },
    /** @param {Date} date */
    time: (date) => clock().format(date),
    /** @param {Date} date @param {Date} now */
    day(date, now) {
      const start = (/** @type {Date} */ of) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
      const days = Math.round((start(now) - start(date)) / 86400000);
      if (days === 0) return t('day.today');
      if (days === 1) return t('day.yesterday');
      return (date.getFullYear() === now.getFullYear() ? near : far)().format(date);
    },
  };
}
