/**
 * The list of what was said: groups, days, lines between, pages of history above without moving what is read, and the end
 * kept in sight. New nodes are only ever added to the live log; history goes into a list of its own, so that a screen reader
 * does not read it out again.
 */
import { createBubble } from './bubble.js';
import { el, face, icon } from './dom.js';

const GROUP_MS = 5 * 60 * 1000;
const NEAR_PX = 48;
const EARLY_PX = 240;

/** @typedef {ReturnType<typeof createBubble> & {entry?:import('./types.js').MessageEntry, linked?:string}} Bubble  `linked`: words whose link was looked up */

/** Where the reader is, and which days are shown. */
const begun = () => ({
  unseen: 0,
  stuck: true,
  lastTop: 0,
  oldest: 0,
  latest: 0,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Messages of one person and one stretch of time stand together.
 * @param {HTMLDivElement} log
 * @param {HTMLDivElement} history
 */
function createGroups(log, history) {
  /** @type {Map<Element, Bubble>} */
  const bubbles = new Map();
  /** @param {Element} node @param {-1|1} way @returns {Element|null} */
  const neighbour = (node, way) => {
    const next = way < 0 ? node.previousElementSibling : node.nextElementSibling;
    if (next) return next;
    if (way < 0) return node.parentElement === log ? history.lastElementChild : null;
    return node.parentElement === history ? log.firstElementChild : null;
  };
  /** @param {Element|null} a @param {Element|null} b */
  const together = (a, b) => {
    const [one, two] = [a && bubbles.get(a), b && bubbles.get(b)];
    return Boolean(
      one && two && one.said.group === two.said.group && one.said.state !== 'failed' && two.said.state !== 'failed' &&
        Math.abs(two.said.at.getTime() - one.said.at.getTime()) < GROUP_MS,
    );
  };
  /** @param {Element|null} node */
  const regroup = (node) => {
    const bubble = node && bubbles.get(node);
    if (bubble) bubble.place(!together(neighbour(node, -1), node), !together(node, neighbour(node, 1)));
  };
  /** @param {Element} node */
  const settleIn = (node) => {
    regroup(neighbour(node, -1));
    regroup(node);
    regroup(neighbour(node, 1));
  };

  return { bubbles, regroup, neighbour, settleIn };
}

/**
 * Keeps the end in sight for whoever is there.
 * @param {HTMLDivElement} scroll
 * @param {State} here
 * @param {HTMLButtonElement} jump
 * @param {() => void} onBottom
 * @param {() => void} onTop
 * @param {HTMLDivElement} log
 * @param {HTMLDivElement} end
 */
function keepEnd(scroll, here, jump, onBottom, onTop, log, end) {
  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_PX;
  const toEnd = () => {
    here.stuck = true;
    scroll.scrollTop = scroll.scrollHeight;
    seen();
  };
  const seen = () => {
    here.unseen = 0;
    jump.hidden = true;
    onBottom();
  };
  scroll.addEventListener(
    'scroll',
    () => {
      // Only a reader who scrolls up leaves the end; a box that shrinks or grows under them does not.
      if (atEnd()) here.stuck = true;
      else if (scroll.scrollTop < here.lastTop) here.stuck = false;
      here.lastTop = scroll.scrollTop;
      if (here.stuck) seen();
      else if (here.lastTop < EARLY_PX) onTop();
    },
    { passive: true },
  );
  // The keyboard, the composer and late fonts change the height: the end stays in sight.
  if (window.ResizeObserver) {
    const watch = new ResizeObserver(() => here.stuck && (scroll.scrollTop = scroll.scrollHeight));
    for (const node of [scroll, log, end]) watch.observe(node);
  }
  /** Keeps what is read where it is while `change` adds above it. @param {() => void} change */
  const inPlace = (change) => {
    const below = scroll.scrollHeight - scroll.scrollTop;
    change();
    scroll.scrollTop = here.stuck ? scroll.scrollHeight : scroll.scrollHeight - below;
  };

  return { toEnd, inPlace };
}

/**
 * Lines between the days.
 * @param {import('./types.js').Texts} texts
 */
function createDays(texts) {
  /** @param {Date} at */
  const dayOf = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  /** @param {Date} at */
  const day = (at) => el('p', { class: 'day', 'data-day': dayOf(at) }, el('span', {}, texts.day(at, new Date())));
  /** Nodes of a page, oldest first, with the days between. @param {Array<{node:Element, at:Date}>} items */
  const withDays = (items) => {
    /** @type {Element[]} */ const nodes = [];
    let last = 0;
    for (const { node, at } of items) {
      if (dayOf(at) !== last) nodes.push(day(at));
      last = dayOf(at);
      nodes.push(node);
    }
    return nodes;
  };

  return { dayOf, withDays, day };
}

/**
 * Puts nodes where they belong.
 * @param {(change: () => void) => void} inPlace
 * @param {HTMLDivElement} history
 * @param {HTMLDivElement} log
 * @param {(at: Date) => number} dayOf
 * @param {(items: { node: Element; at: Date; }[]) => Element[]} withDays
 * @param {State} here
 * @param {(node: Element | null) => void} regroup
 * @param {(node: Element, way: -1 | 1) => Element | null} neighbour
 * @param {(at: Date) => HTMLParagraphElement} day
 * @param {(node: Element) => void} settleIn
 * @param {() => void} toEnd
 * @param {WeakMap<Element, Bubble>} bubbles
 * @param {HTMLSpanElement} jumpText
 * @param {import('./types.js').Texts} texts
 * @param {HTMLButtonElement} jump
 */
function placingOf(inPlace, history, log, dayOf, withDays, here, regroup, neighbour, day, settleIn, toEnd, bubbles, jumpText, texts, jump) {
  return {
    /** A page above everything. @param {Array<{node:Element, at:Date}>} items oldest first */
    prepend(items) {
      if (!items.length) return;
      inPlace(() => {
        const first = /** @type {HTMLElement|null} */ (history.querySelector('.day') ?? log.querySelector('.day'));
        const lastDay = dayOf(items[items.length - 1].at);
        if (first && Number(first.dataset.day) === lastDay) first.remove();
        history.prepend(...withDays(items));
        here.oldest = here.oldest || lastDay;
        here.latest = here.latest || lastDay;
        for (const { node } of items) regroup(node);
        regroup(neighbour(items[items.length - 1].node, 1));
      });
    },
    /** What stands above all history, once there is no more. @param {Element} node */
    crown(node) {
      inPlace(() => {
        history.prepend(node);
        const after = history.children[1];
        // The first day is told before the first word.
        if (after?.classList.contains('day')) history.prepend(after);
        else if (!history.querySelector('.day') && !log.querySelector('.day')) {
          history.prepend(day(new Date()));
          here.latest = dayOf(new Date());
        } else if (!history.querySelector('.day')) {
          history.prepend(/** @type {Element} */ (log.querySelector('.day')));
        }
        settleIn(node);
      });
    },
    /** @param {Element} node @param {Date} at @param {{before?:Element|null, follow?:boolean}} [how] follow = go to the end */
    append(node, at, { before = null, follow = false } = {}) {
      const held = here.stuck || follow;
      if (dayOf(at) !== here.latest) {
        here.latest = dayOf(at);
        log.insertBefore(day(at), before);
      }
      node.classList.add('new');
      log.insertBefore(node, before);
      settleIn(node);
      if (held) toEnd();
      else if (bubbles.get(node) && !bubbles.get(node)?.said.mine) {
        here.unseen += 1;
        jumpText.textContent = texts.count('new', here.unseen);
        jump.hidden = false;
      }
    },
    /** @param {Element} node */
    remove(node) {
      const [above, below] = [neighbour(node, -1), neighbour(node, 1)];
      bubbles.delete(node);
      node.remove();
      regroup(above);
      regroup(below);
    },
    /** Moves up to before `other`, where it stands below it. @param {Element} node @param {Element|null} other */
    raise(node, other) {
      if (other && other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) {
        const [above, below] = [neighbour(node, -1), neighbour(node, 1)];
        log.insertBefore(node, other);
        regroup(above);
        regroup(below);
      }
      settleIn(node);
    },
    regroup: settleIn,
  };
}

/**
 * The list of messages with its scrolling.
 * @param {object} options
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {() => void} options.onTop    the reader comes near the oldest shown
 * @param {() => void} options.onBottom the newest is in sight
 */
export function createTimeline({ texts, onTop, onBottom }) {
  const { t } = texts;
  const history = el('div', { class: 'history' });
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': t('log') });
  const dots = el('div', { class: 'turn theirs typing', hidden: true });
  /** What stands under everything said: first questions, the rating. */
  const end = el('div', { class: 'end' });
  const scroll = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('log') }, history, log, dots, end);
  const jumpText = el('span');
  const jump = el('button', { type: 'button', class: 'jump', hidden: true, onclick: () => toEnd() }, icon('arrow-down'), jumpText);
  const { bubbles, regroup, neighbour, settleIn } = createGroups(log, history);
  const here = begun();

  const { toEnd, inPlace } = keepEnd(scroll, here, jump, onBottom, onTop, log, end);

  const { dayOf, withDays, day } = createDays(texts);

  return {
    node: el('div', { class: 'talk' }, scroll, jump),
    scroll,
    end,
    toEnd,
    inSight: () => here.stuck,
    /** More history is wanted: the oldest shown is near, or, while nobody sees it, nothing is shown yet. */
    hungry: () => (scroll.clientHeight ? scroll.scrollTop < EARLY_PX : !bubbles.size),

    /** @param {import('./bubble.js').Said} said @param {any} act */
    bubble(said, act) {
      const bubble = createBubble(said, texts, act);
      bubbles.set(bubble.node, bubble);
      return bubble;
    },
    /** @param {string} text @param {string} [name] whose face stands in it @param {string|null} [picture] */
    line: (text, name, picture) => el('p', { class: 'line' }, el('span', {}, name ? face(name, 20, picture) : null, text)),

    ...placingOf(inPlace, history, log, dayOf, withDays, here, regroup, neighbour, day, settleIn, toEnd, bubbles, jumpText, texts, jump),
    /** @param {string|null} name of who is typing @param {string|null} [picture] */
    typing(name, picture) {
      const held = here.stuck;
      dots.hidden = name === null;
      if (name !== null) {
        dots.replaceChildren(
          face(name, 28, picture),
          el('div', { class: 'bubble' }, el('span', { class: 'sr' }, t('typing', { name })), el('i'), el('i'), el('i')),
        );
      }
      if (held) scroll.scrollTop = scroll.scrollHeight;
    },
    clear() {
      history.replaceChildren();
      log.replaceChildren();
      end.replaceChildren();
      bubbles.clear();
      here.latest = here.oldest = here.unseen = 0;
      jump.hidden = true;
      here.stuck = true;
    },
  };
}
