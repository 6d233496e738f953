/** An accent and the text on it: black or white where one of them reads, else the accent darkened until white does (4.5 : 1). */

/** @param {string} hex `#rrggbb` */
const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

/** @param {number[]} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {number} a @param {number} b luminances */
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** @param {number[]} rgb */
const toHex = (rgb) => `#${rgb.map((c) => Math.round(c * 255).toString(16).padStart(2, '0')).join('')}`;

const ENOUGH = 4.5;

/** @param {string} hex @returns {{accent:string, on:string}} */
export function readable(hex) {
  let rgb = channels(hex);
  if (contrast(luminance(rgb), 1) >= ENOUGH) return { accent: hex, on: '#ffffff' };
  // A light accent carries dark ink better than it survives darkening.
  if (contrast(luminance(rgb), luminance(channels('#1b1f1a'))) >= 7) return { accent: hex, on: '#1b1f1a' };
  while (contrast(luminance(rgb), 1) < ENOUGH) rgb = rgb.map((c) => c * 0.96);
  return { accent: toHex(rgb), on: '#ffffff' };
}

/** How well one colour reads on another, 1 to 21. @param {string} a @param {string} b both `#rrggbb` */
export const contrastOf = (a, b) => contrast(luminance(channels(a)), luminance(channels(b)));
