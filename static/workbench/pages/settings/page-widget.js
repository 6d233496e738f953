/**
 * The chat on the shop's site: how it looks, what it says, what it asks, where it may be shown, and how customers are known. All of
 * it is one document, shown beside the page as customers would see it, and live only when somebody says so.
 */
import { html } from '../../lit.js';
import { t } from '../../app/texts.js';
import { createForm } from '../../parts/form.js';
import { formTab } from './widget-form.js';
import { createIdentity } from './widget-identity.js';
import { lookTab } from './widget-look.js';
import { createPreview } from './widget-preview.js';
import { createSite } from './widget-site.js';
import { wordsTab } from './widget-words.js';
import { fromDraft, toDraft, wrongIn } from './widget.js';

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function widgetPage(on) {
  const { me, call, changed } = on;
  let tab = 'look';
  const form = createForm({
    read: async () => toDraft(await call('GET', '/widgets/default')),
    check: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([path, what]) => [path, t(`settings_widget.wrong_${what}`)])),
    refused(error) {
      const field = String(error?.field ?? '');
      if (field.startsWith('allowed_origins')) return { origins: t('settings_widget.wrong_origin') };
      if (field.startsWith('settings.custom')) return { custom: t('settings_widget.wrong_custom') };
      return field.startsWith('settings.') ? { [field.slice('settings.'.length)]: t('settings_widget.wrong_value') } : {};
    },
    async write(draft, changes) {
      const saved = toDraft(await call('PATCH', '/widgets/default', fromDraft(draft, changes)));
      // Conversations show what the form asks for.
      if (changes.some((path) => path.startsWith('form'))) Object.assign(me.form_labels, (await call('GET', '/me')).form_labels);
      return saved;
    },
    changed,
  });
  const site = createSite(on, form);
  const identity = createIdentity(on);
  const preview = createPreview(on, form, () => tab);

  const bodies = {
    look: () => lookTab(on, form),
    words: () => wordsTab(form, me.shop.name),
    form: () => formTab(form),
    site: site.body,
    identity: identity.body,
  };
  return {
    form,
    start() {
      if (location.hash === '#site') tab = 'site';
      site.start();
    },
    status: site.status,
    tabs: Object.keys(bodies).map((id) => ({ id, label: t(`settings_widget.tab_${id}`) })),
    get tab() {
      return tab;
    },
    choose(id) {
      tab = id;
      if (id === 'identity') identity.start();
      changed();
    },
    body: () => html`${bodies[/** @type {keyof typeof bodies} */ (tab)]()}`,
    aside: me.widget ? preview.view : undefined,
  };
}
