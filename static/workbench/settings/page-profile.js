/** My profile: the name that customers read, and how the workbench looks to oneself. The look shows at once and stays with saving. */
import { html } from '../lit.js';
import { agentAvatar } from '../people.js';
import { lang, t } from '../texts.js';
import { section, segments, textField } from './controls.js';
import { createForm } from './form.js';

const NAME_CHARS = 80;
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** @param {import('./settings.js').Context} on @returns {import('./frame.js').SettingsView} */
export function profilePage({ me, call, changed, setTheme }) {
  const form = createForm({
    read: async () => ({ name: me.agent.name, locale: me.locale, theme: me.theme }),
    check: (draft) => (draft.name.trim() ? {} : { name: t('settings_profile.name_missing') }),
    refused: (error) => (error?.field === 'name' ? { name: t('settings_profile.name_odd') } : {}),
    async write(draft) {
      const { name } = await call('PATCH', '/me', { ...draft, name: draft.name.trim() });
      Object.assign(me.agent, { name });
      Object.assign(me, { locale: draft.locale, theme: draft.theme });
      // The words come with the page: another language is another page.
      if (draft.locale !== lang) setTimeout(() => location.reload());
      return { ...draft, name };
    },
    changed: () => {
      if (form?.draft) setTheme(form.draft.theme);
      changed();
    },
  });

  return {
    form,
    words: { save: 'settings_frame.save', changes: 'settings_frame.not_saved' },
    body: () => html`${section(
      t('settings_profile.who'),
      html`<div class="face-big">
          ${agentAvatar({ ...me.agent, name: form.get('name').trim() || me.agent.name })}
          <div><strong>${form.get('name').trim() || me.agent.name}</strong><span class="thing-about">${me.agent.email}</span></div>
        </div>
        ${textField(form, 'name', { label: t('settings_profile.name'), hint: t('settings_profile.name_hint'), max: NAME_CHARS, autocomplete: 'name' })}`,
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
    )}`,
  };
}
