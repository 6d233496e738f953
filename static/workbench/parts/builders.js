/** Where a shop's page is made, and what is pasted there. The places in words are in the catalogue, as `settings_site.how_…`. */
import { tagLine } from './tag.js';
import { t } from '../app/texts.js';

/** The first is any site, the last a person who does it. */
export const BUILDERS = ['any', 'youzan', 'wordpress', 'shopify', 'next', 'send'];

/** What a page of Next.js says. @param {string} origin @param {string} key */
const nextLines = (origin, key) => `import Script from 'next/script';

<Script src="${origin}/w.js" data-key="${key}" strategy="afterInteractive" />`;

/** What is pasted there. @param {string} builder @param {string} origin of the desk @param {string} key the widget's */
export function snippet(builder, origin, key) {
  if (builder === 'next') return nextLines(origin, key);
  if (builder === 'send') return t('settings_site.letter', { tag: tagLine(origin, key) });
  return tagLine(origin, key);
}
