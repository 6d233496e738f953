/** Sizes of files and folders in words. */
import { lang } from '../app/texts.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** Bytes in the unit that suits them. @param {number} count */
export function bytes(count) {
  let at = 0;
  let value = count;
  while (value >= 1000 && at < UNITS.length - 1) {
    value /= 1000;
    at += 1;
  }
  return new Intl.NumberFormat(lang, { style: 'unit', unit: UNITS[at], unitDisplay: 'short', maximumFractionDigits: value < 10 && at > 0 ? 1 : 0 }).format(value);
}
