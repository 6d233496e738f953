/**
 * The button on the shop's page, round or with a word, its badge, and the empty panel beside it, in a closed shadow root: the
 * page's CSS does not reach in, ours not out. Their element has a name that no page has rules for, and its own are `!important`:
 * those of a shadow root go before those of the page. Built without markup strings and without style attributes, so that it stands under
 * `default-src 'none'` and Trusted Types.
 */
import { ground, hover, readColour } from './accent.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Lucide (ISC); the others are in icons.js. */
const BUBBLE = 'M2.99 16.34a2 2 0 0 1 .1 1.17l-1.07 3.29a1 1 0 0 0 1.24 1.17l3.41-1a2 2 0 0 1 1.1.09 10 10 0 1 0-4.78-4.72';
const DOWN = 'm6 9 6 6 6-6';

const CSS = `:host{all:initial!important;position:fixed!important;z-index:var(--z,2147483000)!important;display:block!important;
font:600 13px/1 system-ui,sans-serif!important}
[hidden]{display:none!important}
button{all:unset;box-sizing:border-box;position:fixed;bottom:calc(var(--y)*1px + env(safe-area-inset-bottom,0px));min-width:60px;height:60px;border-radius:30px;cursor:pointer;
display:flex;align-items:center;justify-content:center;background:var(--back);color:var(--ink);
box-shadow:0 6px 20px #1b1f1a3d,0 0 0 1px #1b1f1a0f;transition:background .12s ease-out;-webkit-tap-highlight-color:transparent}
.right button{right:calc(var(--x)*1px)}.left button{left:calc(var(--x)*1px)}
button:hover{background:var(--hover)}
button:focus-visible{outline:2px solid #1d5fb8;outline-offset:2px;box-shadow:0 0 0 2px #fff,0 6px 20px #1b1f1a3d}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.said{height:48px;padding:0 20px 0 16px}.said svg{margin-inline-end:8px;width:22px;height:22px}
b{font-size:15px;white-space:nowrap}
span{position:absolute;top:-5px;right:-5px;min-width:24px;height:24px;padding:0 6px;box-sizing:border-box;border-radius:12px;border:2px solid #fff;
background:#b3261e;color:#fff;text-align:center;line-height:20px;font-variant-numeric:tabular-nums}
@media(prefers-reduced-motion:reduce){button{transition:none}}
@media(forced-colors:active){button{border:2px solid ButtonText}}
@media print{:host{display:none!important}}`;

/** Adds rules to a shadow root. @param {ShadowRoot} root @param {string} css @param {string} nonce */
export function addStyle(root, css, nonce) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // No constructed sheets (Safari before 16.4): an element, which a page with a nonce lets through.
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}

/**
 * Puts the launcher on the page and hides it again.
 * @param {object} options
 * @param {string} options.nonce of our own script tag
 * @param {() => void} options.press
 * @param {() => void} options.near the pointer or the focus has come: an opening is likely
 */
export function createLauncher({ nonce, press, near }) {
  const make = (/** @type {string} */ tag) => /** @type {any} */ (document.createElement(tag));
  const host = make('servicedesk-widget');
  const root = host.attachShadow({ mode: 'closed' });
  const side = make('div');
  const panel = make('div');
  const button = make('button');
  const badge = make('span');
  const word = make('b');
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  let shape = '';
  addStyle(root, CSS, nonce);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.append(path);
  panel.id = 'panel';
  panel.hidden = true;
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-controls', 'panel');
  for (const part of [svg, word, badge]) part.setAttribute('aria-hidden', 'true');
  button.append(svg, word, badge);
  button.onclick = press;
  button.onpointerenter = button.onfocus = near;
  // The panel follows the button in the tab order.
  side.append(button, panel);
  root.append(side);

  return {
    host,
    root,
    panel,
    button,
    /**
     * @param {{accent:string, icon?:string, position:string, offset:{x:number,y:number}, zIndex?:number, hidden?:boolean}} look
     * @param {Record<string, string>|undefined} icons once they are there; until then the place of another one stays empty
     */
    dress({ accent, icon = 'bubble', position, offset, zIndex, hidden }, icons) {
      const pair = ground(readColour(accent) ?? '#1f6f5c');
      const set = (/** @type {string} */ name, /** @type {any} */ value) => host.style.setProperty(name, String(value));
      set('--back', pair.back);
      set('--hover', hover(pair));
      set('--ink', pair.ink);
      set('--x', parseFloat(/** @type {any} */ (offset.x)) || 0);
      set('--y', parseFloat(/** @type {any} */ (offset.y)) || 0);
      if (zIndex) set('--z', zIndex);
      side.className = position === 'left' ? 'left' : 'right';
      shape = icon === 'bubble' ? BUBBLE : icons ? icons[icon] ?? BUBBLE : '';
      button.hidden = Boolean(hidden);
    },
    /** @param {{open:boolean, unread:number, name:string, label?:string}} state `label` = words on the button itself */
    show({ open, unread, name, label = '' }) {
      path.setAttribute('d', open ? DOWN : shape);
      word.textContent = open ? '' : label;
      button.className = word.textContent && 'said';
      badge.textContent = unread > 99 ? '99+' : String(unread);
      badge.hidden = open || !unread;
      button.setAttribute('aria-expanded', String(open));
      button.setAttribute('aria-label', name);
      button.title = name;
    },
  };
}
