/**
 * Messages of the open conversation that are chosen to be split off it, and what was split off another one. What is drawn for
 * either is loaded when it is met.
 */
import { t } from '../app/texts.js';
import { html, live, nothing } from '../lit.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {typeof import('./split.js')} Split */

/** @type {Split|null} */ let parts = null;
/** @type {{id:string, sequences:Set<number>}|null} */ let chosen = null;

/** @param {Desk} desk */
const load = (desk) => void import('./split.js').then((split) => ((parts = split), desk.touch('thread'), desk.touch('composer')), desk.failed);

/**
 * Asks where a conversation is to go on, beside a button or, where that is not seen, in the head of the thread.
 * @param {import('./conversation.js').Bench} app @param {string} id @param {string} button
 */
export const openMerge = (app, id, button) =>
  // A menu that asked for it is gone by then.
  setTimeout(() => {
    const anchors = [document.getElementById(button), ...document.querySelectorAll('.ticket-does button, .thread-head button')];
    const anchor = anchors.find((one) => one && /** @type {HTMLElement} */ (one).offsetParent !== null) ?? document.body;
    import('./merge.js').then((merge) => merge.openMerge(app, /** @type {HTMLElement} */ (anchor), id), app.desk.failed);
  });

/** @param {Desk} desk @param {number} sequence the first one */
export function choose(desk, sequence) {
  chosen = { id: String(desk.openId), sequences: new Set([sequence]) };
  load(desk);
}

/** @param {Desk} desk */
export function leaveChoosing(desk) {
  chosen = null;
  desk.touch('thread');
  desk.touch('composer');
}

/** What is chosen in the open conversation. @param {Desk} desk */
export const chosenIn = (desk) => (chosen && chosen.id === desk.openId ? chosen.sequences : null);

/** The box beside a stored message while messages are chosen. @param {Desk} desk @param {number} sequence 0 = not stored */
export function chooseBox(desk, sequence) {
  const sequences = chosenIn(desk);
  if (!sequences || !sequence) return nothing;
  return html`<input
    class="turn-choose"
    type="checkbox"
    aria-label=${t('merge.choose_this')}
    .checked=${live(sequences.has(sequence))}
    @change=${() => {
      if (!sequences.delete(sequence)) sequences.add(sequence);
      desk.touch('thread');
      desk.touch('composer');
    }}
  />`;
}

/** What stands in the composer's place while messages are chosen; null = nothing is. @param {Desk} desk */
export const chooseBar = (desk) => {
  const sequences = chosenIn(desk);
  return sequences && parts ? parts.barView(desk, sequences) : null;
};

/** The messages of another conversation that this one was split off with. @param {Desk} desk @param {import('../../im/types.js').EventEntry} entry */
export function sourceView(desk, entry) {
  if (!parts) load(desk);
  return parts ? parts.sourceView(desk, entry) : nothing;
}
