/**
 * My profile: how customers and colleagues see me, where I sign in, and how the workbench looks to me. The look shows at once and
 * stays with saving; the password has a form of its own, since it signs other browsers out.
 */
import { html, live, nothing } from '../../lit.js';
import { looksLikeEmail } from '../../parts/fields.js';
import { agentAvatar } from '../../parts/people.js';
import { strength } from '../../parts/password-strength.js';
import { lang, t } from '../../app/texts.js';
import { section, segments, textField } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { pictureField } from '../../parts/picture.js';

const NAME_CHARS = 80;
const FACE_PX = 256;
const PASSWORD_CHARS = 10;
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/**
 * Another password, with the present one.
 * @param {object} host
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['say']} host.say
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 */
function createPassword({ call, say, failed, changed }) {
  const password = { current: '', next: '', wrong: '', busy: false };
  /** @param {Event} event */
  const changePassword = async (event) => {
    event.preventDefault();
    if (password.busy) return;
    password.wrong = [...password.next].length < PASSWORD_CHARS ? 'settings_profile.password_short' : '';
    if (!password.wrong) {
      password.busy = true;
      try {
        await call('PUT', '/me/password', { current: password.current, new: password.next });
        Object.assign(password, { current: '', next: '' });
        say(t('settings_profile.password_changed'));
      } catch (error) {
        const known = { wrong_password: 'settings_profile.password_wrong', weak_password: 'settings_profile.password_weak' };
        password.wrong = known[/** @type {keyof typeof known} */ (/** @type {import('../../api.js').Problem} */ (error).code)] ?? '';
        if (!password.wrong) failed(error);
      }
      password.busy = false;
    }
    changed();
  };
  /** @param {'current'|'next'} which @param {string} label @param {string} autocomplete */
  const passwordField = (which, label, autocomplete) =>
    html`<div class="set-field">
      <div class="set-label"><label for="password-${which}">${label}</label></div>
      <input
        id="password-${which}"
        class="input"
        type="password"
        autocomplete=${autocomplete}
        aria-describedby="password-wrong"
        .value=${live(password[which])}
        @input=${(/** @type {FieldEvent} */ event) => {
          password[which] = event.target.value;
          password.wrong = '';
          changed();
        }}
      />
    </div>`;
  const level = () => (password.next ? strength(password.next) : null);

  return { changePassword, passwordField, password, level };
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function profilePage({ me, call, upload, changed, setTheme, say, failed, touched }) {
  /** Whether the person will sign in with another address: that needs the password. @param {any} draft */
  const moves = (draft) => draft.email.trim() !== me.agent.email;
  const form = createForm({
    read: async () => {
      const now = await call('GET', '/me');
      const { name, email, picture } = now.agent;
      return { name, email, picture: picture ?? null, locale: now.locale, theme: now.theme, password: '' };
    },
    check(draft) {
      /** @type {Record<string, string>} */ const wrong = {};
      if (!draft.name.trim()) wrong.name = t('settings_profile.name_missing');
      if (!looksLikeEmail(draft.email.trim())) wrong.email = t('settings_profile.email_odd');
      else if (moves(draft) && !draft.password) wrong.password = t('settings_profile.email_password_missing');
      return wrong;
    },
    refused(error) {
      if (error?.code === 'wrong_password') return { password: t('settings_profile.password_wrong') };
      if (error?.code === 'email_taken') return { email: t('settings_profile.email_taken') };
      if (error?.field === 'email') return { email: t('settings_profile.email_odd') };
      return error?.field === 'name' ? { name: t('settings_profile.name_odd') } : {};
    },
    async write(draft) {
      const password = moves(draft) ? draft.password : undefined;
      const { name, email, picture } = await call('PATCH', '/me', { ...draft, name: draft.name.trim(), email: draft.email.trim(), password });
      Object.assign(me.agent, { name, email, picture });
      Object.assign(me, { locale: draft.locale, theme: draft.theme });
      touched();
      // The words come with the page: another language is another page.
      if (draft.locale !== lang) setTimeout(() => location.reload());
      return { ...draft, name, email, picture: picture ?? null, password: '' };
    },
    changed: () => {
      if (form?.draft) setTheme(form.draft.theme);
      changed();
    },
  });
  const { changePassword, passwordField, password, level } = createPassword({ call, say, failed, changed });

  return {
    form,
    words: { save: 'settings_frame.save', changes: 'settings_frame.not_saved' },
    body: () => html`${section(
      t('settings_profile.who'),
      html`<div class="face-big">
          ${agentAvatar({ ...me.agent, name: form.get('name').trim() || me.agent.name, picture: form.get('picture') })}
          <div>
            <strong>${form.get('name').trim() || me.agent.name}</strong><span class="thing-about">${form.get('email')}</span>
            ${pictureField(form, 'picture', { upload, failed, most: FACE_PX, choose: t('settings_profile.picture'), remove: t('settings_profile.picture_remove') })}
          </div>
        </div>
        <div class="set-columns">
          ${textField(form, 'name', { label: t('settings_profile.name'), hint: t('settings_profile.name_hint'), max: NAME_CHARS, autocomplete: 'name' })}
          ${textField(form, 'email', { label: t('settings_profile.email'), hint: t('settings_profile.email_hint'), type: 'email', inputmode: 'email', autocomplete: 'email' })}
        </div>
        ${form.draft && moves(form.draft)
          ? html`<div class="set-columns">
              ${textField(form, 'password', { label: t('settings_profile.email_password'), hint: t('settings_profile.email_password_hint'), type: 'password', autocomplete: 'current-password' })}
            </div>`
          : nothing}`,
      t('settings_profile.who_intro'),
    )}
    ${section(
      t('agent.language'),
      '',
      t('settings_profile.language_hint'),
      segments(t('agent.language'), LANGUAGES, form.get('locale'), (value) => form.set('locale', value)),
    )}
    ${section(
      t('agent.theme'),
      '',
      t('settings_profile.theme_hint'),
      segments(
        t('agent.theme'),
        ['auto', 'light', 'dark'].map((value) => ({ value, label: t(`agent.theme_${value}`) })),
        form.get('theme'),
        (value) => form.set('theme', value),
      ),
    )}
    ${section(
      t('settings_profile.password'),
      html`<form class="set-stack" @submit=${changePassword}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${me.agent.email} />
        <div class="set-columns">
          ${passwordField('current', t('settings_profile.password_current'), 'current-password')}
          ${passwordField('next', t('settings_profile.password_new'), 'new-password')}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${password.wrong ? t(password.wrong) : ''}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!password.current || !password.next} aria-busy=${password.busy}>
            ${t('settings_profile.password_change')}
          </button>
          <span class="field-hint" role="status">${level() === null ? nothing : t(`settings_profile.strength_${level()}`)}</span>
        </div>
      </form>`,
      t('settings_profile.password_intro'),
    )}`,
  };
}
