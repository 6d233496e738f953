/** With lit-repeat.js the one place that names lit-html's version: everything else imports from here. */
export { html, svg, render, nothing, noChange } from '../vendor/lit-html@3.3.3/lit-html.js';
export { live } from '../vendor/lit-html@3.3.3/directives/live.js';
export { ifDefined } from '../vendor/lit-html@3.3.3/directives/if-defined.js';
