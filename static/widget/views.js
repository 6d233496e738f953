/**
 * Which view the frame shows, and the way back. The first one is where the visitor landed: Back from there leaves the chat, an
 * arrow leads to the home view. The loader hears how deep they are, so that the phone's Back walks the same way.
 */

/** @typedef {{name:string, id?:any}} Shown   of a view that stands for one thing: which, by whatever tells it from others */

/**
 * Switches between the views and keeps the way back.
 * @param {object} options
 * @param {(depth:number) => void} options.onDepth
 * @param {(view:Shown, before:Shown|null) => void} options.onShow
 */
export function createViews({ onDepth, onShow }) {
  /** @type {Shown[]} */ let stack = [];
  let told = -1;

  const now = () => stack[stack.length - 1] ?? null;
  /** @param {Shown|null} before */
  const show = (before) => {
    onShow(now(), before);
    const depth = Math.max(0, stack.length - 1);
    if (depth !== told) onDepth((told = depth));
  };

  return {
    get now() {
      return now();
    },
    /** The only view. @param {string} name @param {Shown['id']} [id] */
    land(name, id) {
      const before = now();
      stack = [{ name, id }];
      show(before);
    },
    /** One step further; what is already below is gone back to. @param {string} name @param {Shown['id']} [id] */
    go(name, id) {
      const before = now();
      const at = stack.findIndex((one) => one.name === name && one.id === id);
      if (at >= 0) stack.length = at + 1;
      else stack.push({ name, id });
      show(before);
    },
    /** Takes the place of the present one. @param {string} name @param {Shown['id']} [id] */
    swap(name, id) {
      const before = stack.pop() ?? null;
      const last = now();
      if (last?.name !== name || last.id !== id) stack.push({ name, id });
      show(before);
    },
    /** @returns {boolean} whether there was somewhere to go */
    back() {
      const before = now();
      if (stack.length > 1) stack.pop();
      else if (before && before.name !== 'home') stack = [{ name: 'home' }];
      else return false;
      show(before);
      return true;
    },
    /** The present conversation has a name now. @param {string} id */
    name(id) {
      const last = now();
      if (last) last.id = id;
    },
  };
}
