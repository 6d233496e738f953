/** The picture at the right: what is typed, as customers and colleagues will see it. */
import { readable } from '../../parts/colour.js';
import { field } from '../../parts/fields.js';
import { initials } from '../../parts/initials.js';
import { t } from '../../app/texts.js';
import { answers } from './answers.js';
import { readHours } from './hours.js';
import { one, say } from './page.js';

export const accent = () => /** @type {HTMLInputElement} */ (document.querySelector('[name="accent"]:checked'))?.value ?? field('accent-own').value;

/** The widget's own words, as the page came with them: what is promised here is what customers read. @type {{hello:string, online:string, closed:string}|null} */
let words = null;

/** What the head of the chat says about who is there. @param {string} step */
function presence(step) {
  const hours = readHours();
  const closed = step === '4' && !hours.always;
  one('data-preview-presence').classList.toggle('on', !closed);
  say('data-preview-online', closed ? (words?.closed ?? '').replace('{when}', hours.opens) : (words?.online ?? ''));
}

/** The answers as the composer offers them after a slash. */
function offered() {
  const list = one('data-preview-answers');
  list.replaceChildren(
    ...answers().map(({ shortcut, text }) => {
      const row = document.createElement('p');
      const key = document.createElement('b');
      key.textContent = `/${shortcut}`;
      row.append(key, text);
      return row;
    }),
  );
}

/** Keeps the picture equal to what is typed. @param {HTMLElement} page */
export function drawPicture(page) {
  const name = field('name').value.trim();
  const shop = field('shop').value.trim();
  const { step = '1' } = page.dataset;
  say('data-preview-title', step === '1' ? name || t('setup.preview_name') : shop || t('setup.preview_shop'));
  say('data-preview-initial', initials((step === '1' ? name : shop) || '·'));
  const online = one('data-preview-online');
  words ??= { hello: one('data-preview-hello').textContent ?? '', online: online.textContent ?? '', closed: online.dataset.previewClosed ?? '' };
  say('data-preview-hello', (step === '4' && !readHours().always && field('offline').value.trim()) || words.hello);
  say('data-preview-shop', shop);
  presence(step);
  offered();
  const { accent: ground, on } = readable(accent());
  page.style.setProperty('--shop-accent', ground);
  page.style.setProperty('--shop-on-accent', on);
}
