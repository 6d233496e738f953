/** Step 5: a colleague's link, the first canned replies, and questions that a customer asks with one tap. */
import { Problem, request } from '../../api.js';
import { complain, field, looksLikeEmail } from '../../parts/fields.js';
import { lang, t } from '../../app/texts.js';
import { answers, proposeAnswers } from './answers.js';
import { busy, copies, one } from './page.js';

/** @param {string} email @param {string} url */
function showLink(email, url) {
  const box = document.createElement('div');
  box.className = 'link-made';
  const head = document.createElement('span');
  head.textContent = t('setup.colleague_made', { email });
  const code = document.createElement('code');
  code.tabIndex = 0;
  code.textContent = url;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button' });
  const label = document.createElement('span');
  label.textContent = t('setup.copy');
  button.append(label);
  copies(button, code, () => url);
  box.append(head, code, button);
  one('data-links').append(box);
}

/** @param {unknown} error */
function whyNot(error) {
  if (error instanceof Problem) {
    if (error.code === 'seat_limit') return t('setup.colleague_no_seat');
    if (error.code === 'email_taken') return t('setup.colleague_taken');
    if (error.field === 'email') return t('setup.email_odd');
    if (error.status === 0) return t('setup.unreachable');
  }
  return t('setup.failed');
}

/** The proposed questions, in the shop's language: those of the other, and what is set already, stay. @param {string} csrf */
async function takeQuestions(csrf) {
  const asked = [...document.querySelectorAll('[data-question]')].map((one) => one.textContent ?? '');
  const { settings } = await request('GET', '/api/v1/widgets/default');
  if (settings.questions[lang].length > 0) return;
  await request('PATCH', '/api/v1/widgets/default', { settings: { questions: { ...settings.questions, [lang]: asked } } }, csrf);
}

/** @param {import('./page.js').Made} made @returns {import('./page.js').Step} */
export function startTeam({ csrf_token }) {
  proposeAnswers();
  const button = one('data-invite');
  const input = field('colleague');
  const invite = async () => {
    const email = input.value.trim();
    if (!looksLikeEmail(email)) {
      complain('colleague', t('setup.email_odd'));
      return false;
    }
    try {
      const made = await request('POST', '/api/v1/agents/invitations', { email, name: '', role: 'agent' }, csrf_token);
      showLink(email, made.url);
      input.value = '';
      return true;
    } catch (error) {
      complain('colleague', whyNot(error));
      return false;
    }
  };
  button.addEventListener('click', () => busy(button, async () => void (await invite())));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !input.value.trim()) return;
    event.preventDefault();
    button.click();
  });

  return {
    async save() {
      // An address that was typed and not yet sent is a link still to be made and seen.
      if (input.value.trim()) {
        await invite();
        return false;
      }
      for (const { shortcut, text } of answers()) {
        try {
          await request('POST', '/api/v1/canned', { shortcut, title: shortcut, text, shared: true }, csrf_token);
        } catch (error) {
          // One that is there already was kept by the press before.
          if (error instanceof Problem && error.code === 'shortcut_taken') continue;
          const odd = error instanceof Problem && error.status === 400;
          complain('answers', odd ? t('setup.answers_odd', { key: `/${shortcut}` }) : whyNot(error));
          return false;
        }
      }
      if (/** @type {HTMLInputElement} */ (document.querySelector('[name="questions"]')).checked) {
        try {
          await takeQuestions(csrf_token);
        } catch (error) {
          complain('questions', whyNot(error));
          return false;
        }
      }
      return true;
    },
  };
}
