/**
 * Back closes what lies on top. On a phone whatever opens over the page (menu, sheet, palette, dialog) gets an entry in the
 * browser's history; Back takes the topmost away and leaves the page where it is, and closing it otherwise takes the entry away.
 * What is chosen in a layer may go elsewhere: the new place then takes over the layer's entry (`take`).
 */

/** @type {{id:number, close:()=>void}[]} */
const stack = [];
let made = 0;
/** Entries that were taken away by us: their popstate concerns nobody. */
let ours = 0;

/** @param {PopStateEvent} event */
function onPop(event) {
  if (ours > 0) {
    ours -= 1;
    event.stopImmediatePropagation();
    return;
  }
  const top = stack.at(-1);
  if (!top || history.state?.layer === top.id) return;
  stack.pop();
  event.stopImmediatePropagation();
  top.close();
}

const orphan = () => Boolean(history.state?.layer) && !stack.some((one) => one.id === history.state.layer);

/** Has to be called before anybody else listens to `popstate`. */
export const watchBack = () => addEventListener('popstate', onPop);

/**
 * Something opened over the page.
 * @param {() => void} close @returns {() => void} to be called when it is closed, however that came
 */
export function opened(close) {
  const id = (made += 1);
  history[orphan() ? 'replaceState' : 'pushState']({ ...history.state, layer: id }, '');
  stack.push({ id, close });
  return () => {
    const at = stack.findIndex((one) => one.id === id);
    if (at < 0) return;
    stack.splice(at, 1);
    // What was chosen in it comes first: it may want the entry for itself.
    setTimeout(() => {
      if (history.state?.layer !== id) return;
      ours += 1;
      history.back();
    });
  };
}

/** Goes to another address; an entry of a layer that is closing makes room. @param {object} state @param {string} address */
export function take(state, address) {
  const over = history.state?.drawer || history.state?.layer;
  history[over ? 'replaceState' : 'pushState'](state, '', address);
}
