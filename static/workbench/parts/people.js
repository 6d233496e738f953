/** Names, initials and tints of people. A colour belongs to an id, so that somebody looks the same wherever they appear. */
import { html } from '../lit.js';
import { icon } from './icons.js';
import { initials } from './initials.js';
import { t } from '../app/texts.js';

export { contactName } from './contact-name.js';

const TINTS = 6;

/** @param {string} id */
function tintOf(id) {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + /** @type {number} */ (char.codePointAt(0))) >>> 0;
  return (hash % TINTS) + 1;
}

/** The tinted initials of a customer. @param {{id:string, name:string|null}} contact @param {unknown} [mark] */
export function contactAvatar(contact, mark) {
  const tint = contact.name ? tintOf(contact.id) : 0;
  return html`<span class="avatar tint-${tint}" aria-hidden="true"
    >${contact.name ? initials(contact.name) : t('common.visitor_initial')}${mark}</span
  >`;
}

/**
 * The picture of an agent, or their initials.
 * @param {{id:string, name:string, picture?:string|null}} agent @param {string} [size]
 */
export const agentAvatar = (agent, size = '') =>
  agent.picture
    ? html`<img class="avatar ${size}" src="/p/${agent.picture}" alt="" width="36" height="36" />`
    : html`<span class="avatar ${size} tint-${tintOf(agent.id)}" aria-hidden="true"
    >${size === 'tiny' ? [...initials(agent.name)][0] : initials(agent.name)}</span
  >`;

/**
 * Whether the mark may stand beside the name: the shop vouches for the person, and for this name, or there is none to mistake.
 * @param {{name:string|null, name_source?:string|null, verified:boolean}} contact
 */
export const provenName = ({ name, name_source: source, verified }) => verified && (!name || source === 'proven');

/** The badge of a customer whose identity is proven. @param {boolean} verified */
export const verifiedMark = (verified) =>
  verified
    ? html`<span class="verified" role="img" aria-label=${t('common.verified')} title=${t('common.verified')}
        >${icon('badge-check', 16)}</span
      >`
    : null;

export const dots = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
