/** The bot's own picture, as customers see it: asked for with the first words of the bot that are shown, once for a page. */
import { html } from '../lit.js';
import { icon } from '../parts/icons.js';

/** @typedef {import('../store/desk.js').Desk} Desk */

/** @type {WeakMap<Desk, {face:string|null}>} */
const known = new WeakMap();

/** Its picture; the robot where it has none, or while it is on its way. @param {Desk} desk */
export function botFace(desk) {
  let one = known.get(desk);
  if (!one) {
    const found = { face: /** @type {string|null} */ (null) };
    known.set(desk, (one = found));
    desk.api.call('GET', '/bot').then(
      ({ face }) => {
        found.face = face ?? null;
        if (face) desk.touch('thread');
      },
      // The robot stands for it; the next page asks again.
      () => {},
    );
  }
  return one.face ? html`<img class="bot-face" src=${one.face} alt="" width="16" height="16" />` : icon('bot', 14);
}
