/** Sign-in, joining and first run: the pages that work before there is a workbench. Starts whichever is in the document. */
import { startJoin } from './join.js';
import { startLogin } from './login.js';
import { startOffline } from './offline.js';
import { startSetup } from './setup/setup.js';

/** A field's eye shows the password while it is pressed in. */
for (const eye of document.querySelectorAll('[data-eye]')) {
  eye.addEventListener('click', () => {
    const input = /** @type {HTMLInputElement|null} */ (eye.parentElement?.querySelector('input'));
    if (!input) return;
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    eye.setAttribute('aria-pressed', String(!shown));
    input.focus();
  });
}
startLogin();
startJoin();
startOffline();
startSetup();
