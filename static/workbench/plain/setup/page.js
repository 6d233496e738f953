/** The first-run page as all its steps see it: its places, its texts in the picture at the right, and a button that is at work. */
import { t } from '../../app/texts.js';

/** What the desk answered when it was set up. @typedef {{csrf_token:string, widget:{key:string, tag?:string}}} Made */
/** What a step says when it is left. @typedef {{save():Promise<boolean>}} Step */

/** What a meta tag of the document says. @param {string} name */
export const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
/** All elements with an attribute. @param {string} name */
export const all = (name) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[${name}]`));
/** The element with an attribute. @param {string} name */
export const one = (name) => /** @type {HTMLElement} */ (document.querySelector(`[${name}]`));
/** Writes a text into all places for it. @param {string} name @param {string} text */
export const say = (name, text) => all(name).forEach((place) => (place.textContent = text));

/** Whether something runs already is seen and heard. @param {HTMLElement} button @param {() => Promise<void>} work */
export async function busy(button, work) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-busy');
  }
}

/** Copies on a press; plain http has no clipboard: there the text is selected instead, one key away. @param {HTMLElement} button @param {HTMLElement} code @param {() => string} text */
export function copies(button, code, text) {
  const label = /** @type {HTMLElement} */ (button.querySelector('span') ?? button);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      label.textContent = t('setup.copied');
      setTimeout(() => (label.textContent = t('setup.copy')), 2000);
    } catch {
      getSelection()?.selectAllChildren(code);
    }
  });
}
