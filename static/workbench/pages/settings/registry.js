/** Which module draws which page; the names are those of `pages.js`. */
import { aboutPage } from './page-about.js';
import { blocksPage } from './page-blocks.js';
import { cannedPage } from './page-canned.js';
import { dataPage } from './page-data.js';
import { hoursPage } from './page-hours.js';
import { labelsPage } from './page-labels.js';
import { notificationsPage } from './page-notifications.js';
import { profilePage } from './page-profile.js';
import { sessionsPage } from './page-sessions.js';
import { shopPage } from './page-shop.js';
import { teamPage } from './page-team.js';
import { tokensPage } from './page-tokens.js';
import { widgetPage } from './page-widget.js';

export const PAGES = {
  widget: widgetPage,
  hours: hoursPage,
  canned: cannedPage,
  labels: labelsPage,
  blocks: blocksPage,
  team: teamPage,
  shop: shopPage,
  data: dataPage,
  about: aboutPage,
  profile: profilePage,
  notifications: notificationsPage,
  sessions: sessionsPage,
  tokens: tokensPage,
};
