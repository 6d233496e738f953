/**
 * A shop's colour made usable: what is written on it, and shades of it that can be read on the surface, each at least
 * 4.5 : 1 (WCAG 2.2, 1.4.3). Pure; colours are #rrggbb.
 */

export const ENOUGH = 4.5;
const INK = '#0b1a15';

/** @param {string} hex */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour between two. @param {string} a @param {string} b @param {number} share of b, 0–1 */
export const mix = (a, b, share) => {
  const other = channels(b);
  const parts = channels(a).map((value, i) => Math.round(value + (other[i] - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};

/** Relative luminance. @param {string} hex */
const luminance = (hex) => {
  const [r, g, b] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours as WCAG counts it. @param {string} a @param {string} b */
export const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/**
 * The nearest shade of `colour` towards `pole` that stands out from every ground.
 * @param {string} colour @param {string} pole @param {string[]} grounds @param {number} [enough]
 */
export const towards = (colour, pole, grounds, enough = ENOUGH) => {
  let shade = colour;
  for (let share = 0.04; share <= 1 && grounds.some((ground) => contrast(shade, ground) < enough); share += 0.04) {
    shade = mix(colour, pole, share);
  }
  return shade;
};

/** A ground and what is written on it: white where it can be read, ink where that can, else the ground is darkened. @param {string} colour */
export const ground = (colour) => {
  if (contrast(colour, '#ffffff') >= ENOUGH) return { back: colour, ink: '#ffffff' };
  if (contrast(colour, INK) >= ENOUGH) return { back: colour, ink: INK };
  return { back: towards(colour, '#000000', ['#ffffff']), ink: '#ffffff' };
};

/** The ground under a pointer: away from its ink. @param {{back:string, ink:string}} pair */
export const hover = ({ back, ink }) => mix(back, ink === INK ? '#ffffff' : '#000000', 0.16);

/** A colour as a shop may have written it. @param {unknown} text @returns {string|null} #rrggbb, or null where it is no colour */
export const readColour = (text) => {
  const found = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(text ?? '').trim());
  if (!found) return null;
  const hex = found[1].length === 3 ? found[1].replace(/./g, '$&$&') : found[1];
  return `#${hex.toLowerCase()}`;
};
