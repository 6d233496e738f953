/** Keeps a place on the page equal to what a view function says; the function's signals decide when it is asked again. */
import { render } from '../lit.js';
import { effect, untracked } from '../signals.js';

/**
 * @param {Element|null} place
 * @param {() => unknown} view
 * @param {{before?:()=>void, after?:()=>void}} [around] for places whose scroll must be kept
 */
export function mount(place, view, around) {
  if (!(place instanceof HTMLElement)) throw new Error('nowhere to render');
  effect(() => {
    const template = view();
    untracked(() => around?.before?.());
    render(template, place);
    untracked(() => around?.after?.());
  });
}
