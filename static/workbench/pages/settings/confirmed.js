/**
 * What changes who gets in is done once without a password, since a fresh sign-in is enough. Where the desk wants it, it is asked for,
 * and again as long as it is wrong.
 */
import { html } from '../../lit.js';
import { t } from '../../app/texts.js';

/**
 * Does something, with the password where the desk asks for one.
 * @template T
 * @param {(asks:import('../../app/dialogs.js').Question) => Promise<boolean>} ask
 * @param {(more:{password?:string}) => Promise<T>} work
 * @returns {Promise<T|null>} null where the person thought better of it
 */
export async function confirmed(ask, work) {
  let password = '';
  let wrong = false;
  for (;;) {
    try {
      return await work(password ? { password } : {});
    } catch (error) {
      const code = /** @type {import('../../api.js').Problem|undefined} */ (error)?.code;
      if (code !== 'password_required' && code !== 'wrong_password') throw error;
      wrong = code === 'wrong_password';
    }
    password = '';
    const sure = await ask({
      title: t('settings_frame.password_title'),
      text: t('settings_frame.password_text'),
      confirm: t('settings_frame.password_go'),
      content: html`<div class="set-field dialog-type">
        <div class="set-label"><label for="dialog-password">${t('settings_frame.password')}</label></div>
        <input
          id="dialog-password"
          class="input"
          type="password"
          autocomplete="current-password"
          autofocus
          aria-describedby="dialog-password-wrong"
          @input=${(/** @type {FieldEvent} */ event) => (password = event.target.value)}
        />
        <p class="field-error" id="dialog-password-wrong" role="alert">${wrong ? t('settings_frame.password_wrong') : ''}</p>
      </div>`,
    });
    if (!sure || !password) return null;
  }
}
