/**
 * The round button on the shop's page, its badge, and the empty panel beside it, in a closed shadow root: the page's CSS does
 * not reach in, ours not out. Built without markup strings and without style attributes, so that it stands under
 * `default-src 'none'` and Trusted Types.
 */
import { ground, hover, readColour } from './accent.js';

const SVG = 'http://www.w3.org/2000/svg';
const CHAT = 'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719';
const DOWN = 'm6 9 6 6 6-6';

const CSS = `:host{all:initial;position:fixed;z-index:var(--z,2147483000);inset:auto;display:block;
font:600 13px/1 system-ui,"Segoe UI",Roboto,"PingFang SC","HarmonyOS Sans SC",MiSans,"Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}
[hidden]{display:none!important}
button{all:unset;box-sizing:border-box;position:fixed;bottom:calc(var(--y)*1px + env(safe-area-inset-bottom,0px));width:60px;height:60px;border-radius:30px;cursor:pointer;
display:flex;align-items:center;justify-content:center;background:var(--back);color:var(--ink);
box-shadow:0 6px 20px #1b1f1a3d,0 0 0 1px #1b1f1a0f;transition:background .12s ease-out;-webkit-tap-highlight-color:transparent}
.right button{right:calc(var(--x)*1px)}.left button{left:calc(var(--x)*1px)}
button:hover{background:var(--hover)}
button:focus-visible{outline:2px solid #1d5fb8;outline-offset:2px;box-shadow:0 0 0 2px #fff,0 6px 20px #1b1f1a3d}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
span{position:absolute;top:-5px;right:-5px;min-width:24px;height:24px;padding:0 6px;box-sizing:border-box;border-radius:12px;border:2px solid #fff;
background:#b3261e;color:#fff;text-align:center;line-height:20px;font-variant-numeric:tabular-nums}
@media(prefers-reduced-motion:reduce){button{transition:none}}
@media(forced-colors:active){button{border:2px solid ButtonText}}
@media print{:host{display:none}}`;

/** @param {ShadowRoot} root @param {string} css @param {string} nonce */
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
 * @param {object} options
 * @param {string} options.nonce of our own script tag
 * @param {() => void} options.press
 * @param {() => void} options.near the pointer or the focus has come: an opening is likely
 */
export function createLauncher({ nonce, press, near }) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const side = document.createElement('div');
  const panel = document.createElement('div');
  const button = document.createElement('button');
  const badge = document.createElement('span');
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  addStyle(root, CSS, nonce);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  badge.hidden = true;
  badge.setAttribute('aria-hidden', 'true');
  panel.id = 'panel';
  panel.hidden = true;
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-controls', 'panel');
  button.append(svg, badge);
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
    /** @param {{accent:string, position:string, offset:{x:number,y:number}, zIndex?:number, hidden:boolean}} look */
    dress({ accent, position, offset, zIndex, hidden }) {
      const pair = ground(readColour(accent) ?? '#1f6f5c');
      const set = (/** @type {string} */ name, /** @type {any} */ value) => host.style.setProperty(name, String(value));
      set('--back', pair.back);
      set('--hover', hover(pair));
      set('--ink', pair.ink);
      set('--x', offset.x);
      set('--y', offset.y);
      if (zIndex) set('--z', zIndex);
      side.className = position === 'left' ? 'left' : 'right';
      button.hidden = hidden;
    },
    /** @param {{open:boolean, unread:number, label:string}} state */
    show({ open, unread, label }) {
      path.setAttribute('d', open ? DOWN : CHAT);
      badge.textContent = unread > 99 ? '99+' : String(unread);
      badge.hidden = open || !unread;
      button.setAttribute('aria-expanded', String(open));
      button.setAttribute('aria-label', label);
      button.title = label;
    },
  };
}
