/** What keeps the elements of a list with their rows, apart from lit.js: only rooms with long lists load it. */
export { repeat } from '../vendor/lit-html@3.3.3/directives/repeat.js';
