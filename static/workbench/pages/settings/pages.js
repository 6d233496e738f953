/**
 * Every page of the settings, once: the list at their left, the palette and the server's routes (`src/web/workbench/settings.rs`)
 * name the same ones. Words are catalogue keys of the area `settings`; `keywords` are what else somebody may type to find a page.
 *
 * @typedef {'channels'|'answering'|'team'|'me'} SettingsGroup
 * @typedef {object} SettingsPage
 * @property {string} id        last part of its address, `/settings/ID`
 * @property {SettingsGroup} group
 * @property {string} label     catalogue key
 * @property {string} keywords  catalogue key
 * @property {boolean} manage   only for those who manage the desk
 */

/** @type {{id:SettingsGroup, label:string}[]} */
export const SETTINGS_GROUPS = [
  { id: 'channels', label: 'settings.group_channels' },
  { id: 'answering', label: 'settings.group_answering' },
  { id: 'team', label: 'settings.group_team' },
  { id: 'me', label: 'settings.group_me' },
];

/** @type {SettingsPage[]} */
export const SETTINGS_PAGES = [
  { id: 'widget', group: 'channels', label: 'settings.widget', keywords: 'settings.find_widget', manage: true },
  { id: 'hours', group: 'answering', label: 'settings.hours', keywords: 'settings.find_hours', manage: true },
  { id: 'canned', group: 'answering', label: 'settings.canned', keywords: 'settings.find_canned', manage: false },
  { id: 'labels', group: 'answering', label: 'settings.labels', keywords: 'settings.find_labels', manage: false },
  { id: 'blocks', group: 'answering', label: 'settings.blocks', keywords: 'settings.find_blocks', manage: false },
  { id: 'team', group: 'team', label: 'settings.team', keywords: 'settings.find_team', manage: true },
  { id: 'shop', group: 'team', label: 'settings.shop', keywords: 'settings.find_shop', manage: true },
  { id: 'data', group: 'team', label: 'settings.data', keywords: 'settings.find_data', manage: true },
  { id: 'about', group: 'team', label: 'settings.about', keywords: 'settings.find_about', manage: false },
  { id: 'profile', group: 'me', label: 'settings.profile', keywords: 'settings.find_profile', manage: false },
  { id: 'notifications', group: 'me', label: 'settings.notifications', keywords: 'settings.find_notifications', manage: false },
  { id: 'sessions', group: 'me', label: 'settings.sessions', keywords: 'settings.find_sessions', manage: false },
  { id: 'tokens', group: 'me', label: 'settings.tokens', keywords: 'settings.find_tokens', manage: false },
];

/** The pages that somebody of this role may open, in their order. @param {string} role */
export const settingsPagesFor = (role) => SETTINGS_PAGES.filter((page) => !page.manage || role !== 'agent');
