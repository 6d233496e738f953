/** Saving what is on the table: looked at for what it would make worse first, sent, and what somebody else changed meanwhile. Without a DOM. */
import { concernsOf } from './check.js';
import { toDesk, wrongIn } from './draft.js';
import { titleOf } from './spoken.js';

/**
 * @param {object} host
 * @param {import('./api.js').FaqApi} host.api
 * @param {import('./editing.js').Open} host.at
 * @param {() => boolean} host.dirty
 * @param {() => object} host.whole      as it would be saved
 * @param {() => string[]} host.chosen   wordings that are ticked
 * @param {(entry:import('./draft.js').Entry) => void} host.took
 * @param {(key:string) => void} host.drop   what was kept of it
 * @param {() => void} host.changed
 */
export function createSaving({ api, at, dirty, whole, chosen, took, drop, changed }) {
  /** What the concerns were found for. */
  let looked = '';

  /** Asks what it would make worse; what was looked at already is not shown again. @returns {Promise<boolean>} nothing stands against it */
  const looksWell = async () => {
    const what = whole();
    const print = JSON.stringify(what);
    if (looked === print) return true;
    const found = await api.check({ id: at.draft.id, entry: what, question: at.question.trim() || titleOf(at.draft, at.locale) });
    looked = print;
    at.concerns = concernsOf(found);
    return at.concerns === null;
  };

  /** @param {boolean} publish @param {boolean} despite what it makes worse @returns {Promise<any>} what the desk answered */
  const send = (publish, despite) => {
    const { gap, draft } = at;
    if (gap && publish) {
      if (gap.faq_id && !dirty()) return api.decide(gap.id, 'attach', { faq_id: gap.faq_id, phrasings: chosen(), despite });
      const entry = { ...toDesk(draft), ...(draft.id ? { version: draft.version } : {}) };
      return api.decide(gap.id, 'approve', { entry, phrasings: chosen(), tell: at.tell, despite });
    }
    const state = publish || (draft.id && at.base.state === 'published') ? 'published' : 'draft';
    return draft.id ? api.change(draft.id, { ...whole(), version: draft.version, state }) : api.add({ ...whole(), state });
  };

  /** What the desk would not take. @param {any} error @returns {Promise<{done:false, error?:any}>} */
  const refused = async (error) => {
    if (error.code === 'changed_meanwhile' && at.draft.id) {
      at.theirs = await api.get(at.draft.id).catch(() => null);
      if (at.theirs) return { done: false };
    }
    // Something else was saved since it was looked at: a second press says so.
    if (error.code === 'makes_worse') {
      at.concerns = { worse: [], conflicts: [] };
      return { done: false };
    }
    return { done: false, error };
  };

  /**
   * @param {boolean} publish
   * @returns {Promise<{done:boolean, answer?:any, error?:any}>} not done without an error = something is shown that has to be looked at
   */
  return async (publish) => {
    const key = at.key;
    if (at.busy || !key) return { done: false };
    at.wrong = wrongIn(at.draft, publish);
    if (Object.keys(at.wrong).length > 0) {
      changed();
      return { done: false };
    }
    at.busy = publish ? 'publish' : 'draft';
    changed();
    try {
      if (publish && at.concerns === null && !(await looksWell())) return { done: false };
      const answer = await send(publish, at.concerns !== null);
      const entry = answer?.entry ?? answer;
      if (at.key === key && entry?.texts) took(entry);
      else drop(key);
      looked = '';
      return { done: true, answer };
    } catch (error) {
      return at.key === key ? await refused(error) : { done: false, error };
    } finally {
      at.busy = null;
      changed();
    }
  };
}
