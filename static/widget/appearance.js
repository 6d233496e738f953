/**
 * How the frame looks: theme, the shop's colour and its shades, corners, and the few tokens that a shop or its page may set by
 * name. What a page says goes before what the settings say.
 */
import { readColour } from './accent.js';
import { palette } from './palette.js';

/** `--sd-NAME` sets `--NAME`; nothing else can be set. */
export const TOKENS = [
  'accent', 'accent-hover', 'on-accent', 'accent-soft', 'accent-text', 'own', 'on-own', 'customer', 'canvas', 'surface', 'raised',
  'sunken', 'line', 'hair', 'field', 'text', 'text-2', 'text-3', 'link', 'focus', 'font', 'radius-bubble', 'radius-row', 'radius-field',
];
const VALUE = /^[\w\s#%.,"'()/-]{1,120}$/;

/**
 * The tokens among what was said, by their names in the frame.
 * @param {Record<string, unknown>|null|undefined} said @returns {Record<string, string>}
 */
export function readTokens(said) {
  /** @type {Record<string, string>} */ const found = {};
  for (const [name, value] of Object.entries(said ?? {})) {
    const token = name.replace(/^--sd-/, '');
    if (name.startsWith('--sd-') && TOKENS.includes(token) && VALUE.test(String(value)) && !/url\(/i.test(String(value))) found[`--${token}`] = String(value);
  }
  return found;
}

/** @param {number} radius of the panel @returns {Record<string, string>} corners inside, in proportion */
const corners = (radius) =>
  radius === 16 ? {} : { '--radius-bubble': `${Math.min(radius, 20) * 0.875}px`, '--radius-row': `${radius * 0.625}px`, '--radius-field': `${radius / 2}px` };

/**
 * Sets theme, colours and corners on the root of the frame.
 * @param {HTMLElement} root @param {any} said by the page: theme, tokens, accent
 */
export function createAppearance(root, said) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let settings = /** @type {import('./types.js').Shop} */ ({});
  /** @type {string[]} */ let set = [];

  const draw = () => {
    const theme = said.theme && said.theme !== 'auto' ? said.theme : settings.theme ?? 'auto';
    root.dataset.theme = theme;
    const isDark = theme === 'dark' || (theme !== 'light' && dark.matches);
    const accent = readColour(said.accent) ?? readColour(said.tokens?.['--sd-accent']) ?? readColour(settings.accent) ?? '#1f6f5c';
    const values = { ...palette(accent, isDark), ...corners(settings.radius ?? 16), ...readTokens(settings.custom), ...readTokens(said.tokens) };
    for (const name of set) if (!(name in values)) root.style.removeProperty(name);
    for (const [name, value] of Object.entries(values)) root.style.setProperty(name, value);
    set = Object.keys(values);
  };
  dark.addEventListener('change', draw);
  draw();

  return {
    /** @param {any} next */
    setSettings(next) {
      settings = next;
      draw();
    },
    /** @param {any} next by the page */
    say(next) {
      said = next;
      draw();
    },
  };
}
