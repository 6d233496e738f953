/** The first five canned replies: proposed in the owner's language, to be changed or left out. */
import { t } from '../../app/texts.js';

const PROPOSED = 5;

const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.answers li')]);
/** @param {HTMLElement} row @param {string} name @returns {HTMLInputElement} */
const at = (row, name) => /** @type {HTMLInputElement} */ (row.querySelector(`[name="${name}"]`));

/** What is ticked and says something. The shortcut is the title, too. */
export const answers = () =>
  rows()
    .filter((row) => at(row, 'answer').checked)
    .map((row) => ({ shortcut: at(row, 'shortcut').value.trim().replace(/^\/+/, '').replace(/\s+/g, '-'), text: at(row, 'text').value.trim() }))
    .filter(({ shortcut, text }) => shortcut && text);

export function proposeAnswers() {
  rows().forEach((row, i) => {
    const n = i + 1;
    if (n > PROPOSED) return;
    at(row, 'shortcut').value = t(`setup.answer_key_${n}`);
    at(row, 'text').value = t(`setup.answer_${n}`);
    at(row, 'answer').setAttribute('aria-label', t('setup.answer_take', { n }));
    at(row, 'shortcut').setAttribute('aria-label', t('setup.answer_shortcut', { n }));
    at(row, 'text').setAttribute('aria-label', t('setup.answer_text', { n }));
    const show = () => (row.dataset.off = String(!at(row, 'answer').checked));
    at(row, 'answer').addEventListener('change', show);
    show();
  });
}
