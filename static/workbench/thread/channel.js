/** Channels in words: what they are called, where a reply goes, their sign. */
import { icon } from '../parts/icons.js';
import { has, t } from '../app/texts.js';

/** Channels that a shop's own systems name are called so. @param {string} channel */
export const channelName = (channel) => (has(`common.channel_${channel}`) ? t(`common.channel_${channel}`) : channel);
/** Where a reply goes: channels of a shop's own systems are served by the interface. @param {string} channel */
export const goesTo = (channel) => (has(`thread.goes_${channel}`) ? t(`thread.goes_${channel}`) : t('thread.goes_api'));
/** The icon of the channel that a conversation came by. @param {string} channel */
export const channelIcon = (channel) => icon(channel === 'web' ? 'globe' : 'code-xml', 12);
