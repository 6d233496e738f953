/**
 * The sign of unread words on the shop's page while nobody looks at it: its title, which comes back exactly as it was.
 */

const BLINK_MS = 1500;

/**
 * Shows the unread count in the page's title, in turn with the title itself.
 * @param {{words:() => string}} options what is said about the unread ones
 */
export function createTitleBadge({ words }) {
  let count = 0;
  let own = '';
  let before = '';
  /** @type {Timer} */ let timer = null;

  const restore = () => {
    clearInterval(timer);
    timer = null;
    // The page may have given itself another title meanwhile: that one stays.
    if (own && document.title === own) document.title = before;
    own = '';
  };
  const turn = () => {
    if (own && document.title === own) {
      document.title = before;
      own = '';
      return;
    }
    before = document.title;
    document.title = `(${count}) ${words()}`;
    own = document.title;
  };
  const look = () => {
    if (!count || !document.hidden) return restore();
    timer ??= (turn(), setInterval(turn, BLINK_MS));
  };
  document.addEventListener('visibilitychange', look);

  return {
    /** @param {number} next */
    unread(next) {
      if (count !== next && own) restore();
      count = next;
      look();
    },
    end: () => document.removeEventListener('visibilitychange', look),
  };
}
