/**
 * Custom properties of the frame for a shop's own colour, per theme. The colour that ships has hand-picked tokens and gets
 * none. Names are those of the design tokens.
 */
import { contrast, ground, hover, mix, towards } from './accent.js';

const SHIPPED = '#1f6f5c';
const LIGHT = '#ffffff';
const DARK = '#191d1a';

/**
 * The custom properties of one colour in one theme.
 * @param {string} colour #rrggbb
 * @param {boolean} dark
 * @returns {Record<string, string>}
 */
export function palette(colour, dark) {
  if (colour === SHIPPED) return {};
  const surface = dark ? DARK : LIGHT;
  const own = ground(dark ? towards(colour, '#000000', ['#f3faf7']) : colour);
  // Large areas keep the shop's colour; small things must also stand out from the surface.
  const small = dark ? towards(colour, '#ffffff', [DARK], 6) : colour;
  const accent = ground(contrast(small, surface) < 3 ? towards(small, '#000000', [LIGHT], 3) : small);
  const soft = mix(colour, surface, dark ? 0.72 : 0.88);
  return {
    '--accent': accent.back,
    '--accent-hover': hover(accent),
    '--on-accent': accent.ink,
    '--accent-soft': soft,
    '--accent-text': towards(colour, dark ? '#ffffff' : '#000000', [surface, soft]),
    '--own': own.back,
    '--on-own': own.ink,
  };
}
