/** What a customer is called. Draws nothing, so that what only tells of them needs nothing that draws. */
import { t } from '../app/texts.js';

/** The name, or what stands in for it. @param {{name:string|null, label?:string}} contact */
export const contactName = (contact) => contact.name || t('common.visitor', { label: contact.label ?? '' });
