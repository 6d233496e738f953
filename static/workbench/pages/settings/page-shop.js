/** The shop: its name, the language it speaks where nobody says otherwise, and the clock its hours follow. */
import { html } from '../../lit.js';
import { lang, t } from '../../app/texts.js';
import { clockIn } from '../../parts/zone.js';
import { section, segments, selectField, textField } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';

const NAME_CHARS = 80;
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** Every zone this browser knows, and the one that is set. @param {string} now */
const zones = (now) => {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([now, ...known])].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
};

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function shopPage({ me, call, changed, touched }) {
  const form = createForm({
    read: async () => {
      const { name, locale, time_zone } = await call('GET', '/shop');
      return { name, locale, time_zone };
    },
    check: (draft) => (draft.name.trim() ? {} : { name: t('settings_shop.name_missing') }),
    refused: (error) => (error?.field === 'name' ? { name: t('settings_shop.name_odd') } : error?.field === 'time_zone' ? { time_zone: t('settings_shop.zone_odd') } : {}),
    async write(draft) {
      const { name, locale, time_zone } = await call('PATCH', '/shop', { ...draft, name: draft.name.trim() });
      me.shop.name = name;
      touched();
      return { name, locale, time_zone };
    },
    changed,
  });
  return {
    form,
    body: () => html`${section(
      t('settings_shop.name'),
      textField(form, 'name', { label: t('settings_shop.name_label'), max: NAME_CHARS, autocomplete: 'organization' }),
      t('settings_shop.name_intro'),
    )}
    ${section(
      t('settings_shop.language'),
      '',
      t('settings_shop.language_intro'),
      segments(t('settings_shop.language'), LANGUAGES, form.get('locale'), (value) => form.set('locale', value)),
    )}
    ${section(
      t('settings_shop.zone'),
      selectField(form, 'time_zone', {
        label: t('settings_shop.zone_label'),
        options: zones(form.get('time_zone')),
        hint: t('settings_shop.zone_now', { time: clockIn(form.get('time_zone'), Date.now(), lang) }),
      }),
      html`${t('settings_shop.zone_intro')} <a href="/settings/hours">${t('settings_shop.to_hours')}</a>`,
    )}`,
  };
}
