/**
 * Size and place of the panel: beside the launcher, or full screen on phones above the keyboard, with the page behind held
 * still; focus, Esc and the Back button. Leaves the shop's page as it found it.
 */
import { addStyle } from './launcher.js';

const PHONE = '(max-width: 560px), (max-height: 440px) and (max-width: 960px)';

/** Of the panel in its shadow root. */
export const PANEL = `#panel{position:fixed;bottom:calc((var(--y) + 72)*1px);width:384px;height:680px;max-height:calc(100vh - (var(--y) + 88)*1px);overflow:hidden;border-radius:var(--round,16px);
background:#fff;box-shadow:0 12px 40px #1b1f1a29,0 0 0 1px #1b1f1a0d;animation:rise .18s cubic-bezier(.2,.8,.2,1)}
.right #panel{right:calc(var(--x)*1px)}.left #panel{left:calc(var(--x)*1px)}
#panel.wide{width:min(640px,100vw - var(--x)*2px);height:920px}
#panel.dark{background:#191d1a;box-shadow:0 12px 40px #0006,0 0 0 1px #343b35}
#panel.peek{width:320px;max-width:calc(100vw - var(--x)*2px);height:calc(var(--peek)*1px)}
#panel.phone{inset:0;width:auto;height:100vh;height:100dvh;max-height:none;border-radius:0;box-shadow:none}
iframe{display:block;width:100%;height:100%;border:0;background:none}
p{position:absolute;inset:0;margin:0;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:12px;padding:24px;background:inherit;color:#1b1f1a;font:15px/1.5 system-ui,sans-serif;text-align:center}
.dark p{color:#edf1ec}
p button{position:static;height:44px;padding:0 20px;box-shadow:none}
.covered{visibility:hidden}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
@media(prefers-reduced-motion:reduce){#panel{animation:none}}`;

/** How the panel stands. */
const begun = () => ({
  shown: false,
  full: false,
  /** Steps of the page's history that are ours: one for being open, one more for each view gone into. */
  ours: 0,
  views: 0,
  /** Steps taken back by ourselves, whose `popstate` is still to come. */
  expected: 0,
  /** @type {() => void} */
  unlock: () => {},
  /** @type {HTMLElement|null} */
  word: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * The page behind a panel that fills the screen does not scroll.
 * @param {State} here
 */
function createLock(here) {
  /** The page behind stands still and is out of reach; its place and its styles come back. */
  const lock = () => {
    const { style } = document.body;
    const top = scrollY;
    const wanted = { position: 'fixed', top: `${-top}px`, left: '0', right: '0', overflow: 'hidden' };
    const before = Object.keys(wanted).map((name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)]);
    for (const [name, value] of Object.entries(wanted)) style.setProperty(name, value, 'important');
    const made = [...document.body.children].filter((child) => !child.hasAttribute('inert'));
    for (const child of made) child.setAttribute('inert', '');
    return () => {
      for (const [name, value, priority] of before) style.setProperty(name, value, priority);
      if (!document.body.getAttribute('style')) document.body.removeAttribute('style');
      for (const child of made) child.removeAttribute('inert');
      scrollTo({ top, behavior: /** @type {any} */ ('instant') });
      here.unlock = () => {};
    };
  };

  return lock;
}

/**
 * Where the panel is, and how large.
 * @param {State} here
 * @param {any} panel
 * @param {any} at
 * @param {MediaQueryList} phone
 * @param {MediaQueryList} dark
 * @param {any} button
 * @param {() => () => void} lock
 * @param {(type:string, value?:any) => void} tell
 */
function createShape(here, panel, at, phone, dark, button, lock, tell) {
  /** Keeps the panel above the keyboard: only this page sees it, the frame does not. */
  const fit = () => {
    const view = window.visualViewport;
    const follow = here.shown && here.full && view && view.scale < 1.01;
    panel.style.setProperty('top', follow ? `${view.offsetTop}px` : '');
    panel.style.setProperty('height', follow ? `${view.height}px` : '');
    panel.style.setProperty('bottom', follow ? 'auto' : '');
  };
  const arrange = () => {
    const was = here.full;
    const theme = at.options.theme === 'auto' ? at.settings.theme : at.options.theme;
    here.full = here.shown && phone.matches;
    panel.classList.toggle('dark', theme === 'dark' || (theme !== 'light' && dark.matches));
    panel.classList.toggle('phone', phone.matches);
    button.classList.toggle('covered', here.full);
    if (here.full) panel.setAttribute('aria-modal', 'true');
    else panel.removeAttribute('aria-modal');
    if (here.full && !was) here.unlock = lock();
    if (!here.full) here.unlock();
    fit();
    if (here.shown) tell('open', { phone: here.full });
  };

  return { arrange, fit };
}

/**
 * Back leads through the panel: steps in the history that are its own.
 * @param {State} here
 * @param {(type:string, value?:any) => void} tell
 * @param {() => void} hide
 * @param {() => void} closed
 */
function createTrail(here, tell, hide, closed) {
  /** The page's own router keeps what it put into the state. */
  const mark = () => history.state?.servicedesk ?? 0;
  /** Brings the history to so many steps of ours. On a wide screen Back belongs to the page. @param {number} wanted */
  const walk = (wanted) => {
    if (!here.ours && !here.full) return;
    // The page has gone on since: its steps are not ours to take back.
    if (here.ours && mark() !== here.ours) {
      here.ours = 0;
      return;
    }
    for (; here.ours < wanted; here.ours += 1) history.pushState({ ...history.state, servicedesk: here.ours + 1 }, '');
    if (here.ours > wanted) {
      here.expected += 1;
      history.go(wanted - here.ours);
      here.ours = wanted;
    }
  };
  const onBack = () => {
    if (here.expected) {
      here.expected -= 1;
      return;
    }
    if (!here.ours) return;
    const now = mark();
    if (now >= here.ours) return;
    here.ours = now;
    if (!here.shown) return;
    if (here.ours) tell('back');
    else {
      hide();
      closed();
    }
  };

  return { walk, onBack, mark };
}

/**
 * The panel opens, and follows its views.
 * @param {State} here
 * @param {any} panel
 * @param {any} at
 * @param {MediaQueryList} phone
 * @param {() => any} mark
 * @param {(wanted: number) => void} walk
 * @param {() => void} arrange
 * @param {any} button
 * @param {any} host
 */
function openingOf(here, panel, at, phone, mark, walk, arrange, button, host) {
  return {
    open() {
      if (here.shown) return;
      panel.setAttribute('aria-label', at.settings.texts.title);
      here.shown = true;
      panel.hidden = false;
      panel.classList.remove('peek');
      // Before the page is held still: Back returns to the place it has now. After a reload the steps are there already.
      here.full = phone.matches;
      here.ours = here.full ? mark() : 0;
      walk(Math.max(1, here.views + 1));
      here.full = false;
      arrange();
      at.frame?.focus();
    },
    /** How many views the frame can go back. @param {number} count */
    depth(count) {
      here.views = count;
      if (here.shown) walk(here.views + 1);
    },
    /** A few words at the closed button, drawn by the frame: the page cannot read them. @param {number} height 0 = none */
    peek(height) {
      if (here.shown || (height && button.hidden)) return;
      arrange();
      panel.classList.remove('phone');
      panel.classList.toggle('peek', height > 0);
      host.style.setProperty('--peek', String(height));
      panel.hidden = !height;
    },
  };
}

/**
 * Places the panel and moves the focus in and out of it.
 * @param {object} options
 * @param {any} options.at what the loader shares
 * @param {(type:string, value?:any) => void} options.tell the frame
 * @param {() => void} options.closed by Back or Esc, not by a call
 */
export function createPlace({ at, tell, closed }) {
  const { host, root, panel, button } = at.launcher;
  const phone = matchMedia(PHONE);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  addStyle(root, PANEL, at.nonce);
  panel.setAttribute('role', 'dialog');
  host.style.setProperty('--round', `${at.settings.radius ?? 16}px`);
  const here = begun();

  const lock = createLock(here);

  const { arrange, fit } = createShape(here, panel, at, phone, dark, button, lock, tell);

  const { walk, onBack, mark } = createTrail(here, tell, () => hide(), closed);

  const hide = () => {
    const inside = root.activeElement;
    here.shown = false;
    panel.hidden = true;
    arrange();
    tell('close');
    // A call from the page does not take the focus from where it is.
    if (inside) button.focus();
  };

  /** Closes, and takes back the history entries where the present one is ours. */
  const leave = () => {
    if (!here.shown) return;
    hide();
    walk(0);
  };

  const changed = () => here.shown && arrange();
  const onKey = (/** @type {any} */ event) => {
    if (event.key !== 'Escape' || !here.shown || event.isComposing) return;
    event.stopPropagation();
    leave();
    closed();
  };
  phone.addEventListener('change', changed);
  dark.addEventListener('change', changed);
  window.visualViewport?.addEventListener('resize', fit);
  window.visualViewport?.addEventListener('scroll', fit);
  root.addEventListener('keydown', onKey);
  addEventListener('popstate', onBack);

  return {
    ...openingOf(here, panel, at, phone, mark, walk, arrange, button, host),
    close: leave,
    /** The frame has just come: tell it how it is shown. */
    greet: () => here.shown && arrange(),
    arrange: () => here.shown && arrange(),
    /** The frame does not load: said where it would stand, with a way out. @param {(() => void)|null} again null = it is there */
    stuck(again) {
      here.word?.remove();
      here.word = null;
      if (!again) return;
      const { texts } = at.settings;
      const make = (/** @type {string} */ words, /** @type {() => void} */ press) => {
        const one = document.createElement('button');
        one.textContent = words;
        one.onclick = press;
        return one;
      };
      here.word = document.createElement('p');
      here.word.setAttribute('role', 'alert');
      here.word.append(
        texts.stuck,
        make(texts.again, () => {
          this.stuck(null);
          again();
          at.frame?.focus();
        }),
        make(texts.close, () => {
          leave();
          closed();
        }),
      );
      panel.append(here.word);
    },
    /** @param {boolean} on */
    wide: (on) => panel.classList.toggle('wide', on),
    end() {
      phone.removeEventListener('change', changed);
      dark.removeEventListener('change', changed);
      window.visualViewport?.removeEventListener('resize', fit);
      window.visualViewport?.removeEventListener('scroll', fit);
      removeEventListener('popstate', onBack);
    },
  };
}
