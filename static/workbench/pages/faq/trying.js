/** A line that is tried against what is being written, a moment after the last key. Without a DOM. */

const TRY_AFTER_MS = 250;

/**
 * @param {object} host
 * @param {import('./api.js').FaqApi} host.api
 * @param {import('./editing.js').Open} host.at
 * @param {() => object} host.whole   as it would be saved
 * @param {() => void} host.changed
 * @param {(fn:() => void, ms:number) => any} host.after
 */
export function createTrying({ api, at, whole, changed, after }) {
  let turn = 0;
  /** @type {Timer} */ let timer = null;
  const run = async () => {
    const mine = (turn += 1);
    const question = at.question.trim();
    /** @type {import('./check.js').Checked|null} */ let found = null;
    let failed = false;
    try {
      if (question) found = await api.check({ id: at.draft.id, entry: whole(), question });
    } catch {
      failed = true;
    }
    if (mine !== turn) return;
    at.checked = found;
    at.untried = failed;
    changed();
  };
  return {
    later() {
      clearTimeout(timer);
      timer = after(run, TRY_AFTER_MS);
    },
    /** What is on its way belongs to something else. */
    stop() {
      clearTimeout(timer);
      turn += 1;
    },
  };
}
