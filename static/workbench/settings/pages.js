/**
 * Every page of the settings, once: the list at their left, the palette and the server's routes (`src/web/workbench/settings.rs`)
 * name the same ones. Words are catalogue keys of the area `settings`; `keywords` are what else somebody may type to find a page.
 *
 * @typedef {'channels'|'team'|'me'} SettingsGroup
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
  { id: 'team', label: 'settings.group_team' },
  { id: 'me', label: 'settings.group_me' },
];

/** @type {SettingsPage[]} */
export const SETTINGS_PAGES = [
  { id: 'widget', group: 'channels', label: 'settings.widget', keywords: 'settings.find_widget', manage: true },
  { id: 'team', group: 'team', label: 'settings.team', keywords: 'settings.find_team', manage: true },
  { id: 'profile', group: 'me', label: 'settings.profile', keywords: 'settings.find_profile', manage: false },
];

/** The pages that somebody of this role may open, in their order. @param {string} role */
export const settingsPagesFor = (role) => SETTINGS_PAGES.filter((page) => !page.manage || role !== 'agent');
