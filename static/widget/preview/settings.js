/** A widget's settings as they are stored, in every language, as the desk tells them to an open widget in one. Pure. */

/** @param {Record<string, any>|undefined} words @param {string} locale the words of a language, or of any that has some */
const inAny = (words = {}, locale) => words[locale] || Object.values(words).find((one) => one) || '';

/**
 * The settings as a visitor of one language gets them.
 * @param {object} given
 * @param {any} given.settings as `GET /api/v1/widgets/{name}` answers them
 * @param {{name:string}} given.shop
 * @param {string} given.locale
 * @param {string} given.view what is shown: home, talk, form or offline
 * @param {ReturnType<typeof import('../texts.js').createTexts>} given.texts
 * @param {any[]} given.agents
 * @param {Date} given.now
 */
export function localise({ settings, shop, locale, view, texts, agents, now }) {
  const { form, questions, texts: words, ...rest } = settings;
  const closed = view === 'offline';
  const opens = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9);
  const fields = (form?.fields ?? []).map((/** @type {any} */ field) => ({
    ...field,
    label: inAny(field.label, locale),
    options: (field.options ?? []).map((/** @type {any} */ one) => inAny(one, locale)),
  }));
  const when = view === 'form' ? 'before' : closed ? 'closed' : 'never';
  return {
    ...rest,
    shop_name: shop.name,
    texts: words?.[locale] ?? {},
    greeting: words?.[locale]?.greeting || texts.t('greeting'),
    questions: questions?.[locale] ?? [],
    form: { when, fields },
    open: { now: !closed, opens_at: opens.toISOString(), closes_at: null },
    availability: closed ? 'offline' : 'online',
    wait_ms: 180_000,
    agents,
    locale,
    profile: null,
    limits: { text_chars: 8000 },
  };
}
