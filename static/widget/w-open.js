/**
 * The rest of the loader, fetched at the first opening: size and place of the panel, full screen on phones above the
 * keyboard, scroll lock, focus, Esc and the Back button. Leaves the shop's page as it found it.
 */
import { addStyle } from './launcher.js';

const PHONE = '(max-width: 560px), (max-height: 440px) and (max-width: 960px)';

const CSS = `#panel{position:fixed;bottom:calc((var(--y) + 72)*1px);width:384px;height:680px;max-height:calc(100vh - (var(--y) + 88)*1px);overflow:hidden;border-radius:16px;
background:#fff;box-shadow:0 12px 40px #1b1f1a29,0 0 0 1px #1b1f1a0d;animation:rise .18s cubic-bezier(.2,.8,.2,1)}
.right #panel{right:calc(var(--x)*1px)}.left #panel{left:calc(var(--x)*1px)}
#panel.dark{background:#191d1a;box-shadow:0 12px 40px #0006,0 0 0 1px #343b35}
#panel.phone{inset:0;width:auto;height:100vh;height:100dvh;max-height:none;border-radius:0;box-shadow:none}
iframe{display:block;width:100%;height:100%;border:0;background:none}
.covered{visibility:hidden}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
@media(prefers-reduced-motion:reduce){#panel{animation:none}}`;

/**
 * @param {object} options
 * @param {any} options.launcher
 * @param {string} options.nonce
 * @param {(type:string, value?:any) => void} options.tell the frame
 * @param {() => void} options.closed by Back or Esc, not by a call
 * @param {() => string} options.theme
 */
export function createPanel({ launcher, nonce, tell, closed, theme }) {
  const { host, root, panel, button } = launcher;
  const phone = matchMedia(PHONE);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  addStyle(root, CSS, nonce);
  panel.setAttribute('role', 'dialog');

  let shown = false;
  let full = false;
  let entry = false;
  /** @type {() => void} */
  let unlock = () => {};

  /** The page behind stands still and is out of reach; its place and its styles come back. */
  const lock = () => {
    const { style } = document.body;
    const top = scrollY;
    const wanted = { position: 'fixed', top: `${-top}px`, left: '0', right: '0', overflow: 'hidden' };
    const before = Object.keys(wanted).map((name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)]);
    for (const [name, value] of Object.entries(wanted)) style.setProperty(name, value, 'important');
    const made = [...document.body.children].filter((child) => child !== host && !child.hasAttribute('inert'));
    for (const child of made) child.setAttribute('inert', '');
    return () => {
      for (const [name, value, priority] of before) style.setProperty(name, value, priority);
      for (const child of made) child.removeAttribute('inert');
      scrollTo({ top, behavior: /** @type {any} */ ('instant') });
      unlock = () => {};
    };
  };

  /** Keeps the panel above the keyboard: only this page sees it, the frame does not. */
  const fit = () => {
    const view = window.visualViewport;
    const follow = shown && full && view && view.scale < 1.01;
    panel.style.setProperty('top', follow ? `${view.offsetTop}px` : '');
    panel.style.setProperty('height', follow ? `${view.height}px` : '');
    panel.style.setProperty('bottom', follow ? 'auto' : '');
  };

  const arrange = () => {
    const was = full;
    full = phone.matches;
    const wanted = theme();
    panel.classList.toggle('dark', wanted === 'dark' || (wanted !== 'light' && dark.matches));
    panel.classList.toggle('phone', full);
    button.classList.toggle('covered', shown && full);
    if (shown && full) panel.setAttribute('aria-modal', 'true');
    else panel.removeAttribute('aria-modal');
    if (shown && full && !was) unlock = lock();
    if (!full) unlock();
    fit();
    if (shown) tell('open', { phone: full });
  };

  const hide = () => {
    const inside = root.activeElement;
    shown = false;
    unlock();
    full = false;
    panel.hidden = true;
    button.classList.remove('covered');
    tell('close');
    // A call from the page does not take the focus from where it is.
    if (inside) button.focus();
  };

  phone.addEventListener('change', () => shown && arrange());
  window.visualViewport?.addEventListener('resize', fit);
  window.visualViewport?.addEventListener('scroll', fit);
  root.addEventListener('keydown', (/** @type {any} */ event) => {
    if (event.key === 'Escape' && shown && !event.isComposing) {
      event.stopPropagation();
      leave();
      closed();
    }
  });
  addEventListener('popstate', () => {
    if (!entry) return;
    entry = false;
    if (!shown) return;
    hide();
    closed();
  });

  /** Closes, and takes back the history entry where the present one is ours. */
  const leave = () => {
    if (!shown) return;
    hide();
    if (!entry) return;
    if (history.state?.servicedesk) history.back();
    else entry = false;
  };

  return {
    open() {
      if (shown) return;
      const frame = panel.querySelector('iframe');
      panel.setAttribute('aria-label', frame.title);
      shown = true;
      panel.hidden = false;
      full = false;
      if (phone.matches) {
        // Before the page is held still: Back returns to the place it has now. Its own router keeps what it put into the state.
        history.pushState({ ...history.state, servicedesk: true }, '');
        entry = true;
      }
      arrange();
      frame.focus();
    },
    close: leave,
    /** The frame has just come: tell it how it is shown. */
    greet: arrange,
  };
}
