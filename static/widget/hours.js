/** When somebody answers, in words: open or closed, and how long it usually takes. Promises nothing that was not measured. */

/**
 * @typedef {object} Hours
 * @property {boolean} now
 * @property {string|null} [opens_at]
 * @property {string|null} [closes_at]
 */

/**
 * A moment to come as people say it: 今天 9:00, 明天 9:00, 周一 9:00, 10月8日 9:00. In the time of whoever reads it.
 * @param {Date} at @param {Date} now @param {ReturnType<typeof import('./texts.js').createTexts>} texts
 */
export function moment(at, now, texts) {
  const start = (/** @type {Date} */ of) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  const days = Math.round((start(at) - start(now)) / 86400000);
  const time = new Intl.DateTimeFormat(texts.locale, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(at);
  if (days <= 0) return texts.t('moment.today', { time });
  if (days === 1) return texts.t('moment.tomorrow', { time });
  const form = /** @type {Intl.DateTimeFormatOptions} */ (days < 7 ? { weekday: 'long' } : { month: 'long', day: 'numeric' });
  return texts.t('moment.day', { day: new Intl.DateTimeFormat(texts.locale, form).format(at), time });
}

/** How long an answer usually takes, rounded up. @param {number|null|undefined} ms @param {import('./types.js').Texts} texts */
export function wait(ms, texts) {
  if (typeof ms !== 'number') return '';
  const minutes = Math.max(1, Math.ceil(ms / 60000));
  return minutes < 60 ? texts.count('wait.minutes', minutes) : texts.count('wait.hours', Math.ceil(minutes / 60));
}

/**
 * What the head says of the shop.
 * @param {{open?:Hours|null, availability?:string, wait_ms?:number|null}} shop @param {import('./types.js').Texts} texts @param {Date} now
 * @returns {{kind:string, text:string}}
 */
export function standing({ open, availability, wait_ms: ms }, texts, now) {
  if (open && !open.now) {
    const at = open.opens_at ? new Date(open.opens_at) : null;
    return { kind: 'closed', text: at ? texts.t('state.closed', { when: moment(at, now, texts) }) : texts.t('state.shut') };
  }
  if (!availability) return { kind: 'none', text: '' };
  const usual = availability === 'online' ? wait(ms, texts) : '';
  return { kind: availability, text: usual ? texts.t('state.usual', { wait: usual }) : texts.t(`state.${availability}`) };
}
