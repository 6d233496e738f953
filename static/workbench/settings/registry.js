/** Which module draws which page; the names are those of `pages.js`. */
import { aboutPage } from './page-about.js';
import { profilePage } from './page-profile.js';
import { sessionsPage } from './page-sessions.js';
import { shopPage } from './page-shop.js';
import { teamPage } from './page-team.js';
import { tokensPage } from './page-tokens.js';
import { widgetPage } from './page-widget.js';

export const PAGES = {
  widget: widgetPage,
  team: teamPage,
  shop: shopPage,
  about: aboutPage,
  profile: profilePage,
  sessions: sessionsPage,
  tokens: tokensPage,
};
