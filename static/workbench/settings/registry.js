/** Which module draws which page; the names are those of `pages.js`. */
import { profilePage } from './page-profile.js';
import { teamPage } from './page-team.js';
import { widgetPage } from './page-widget.js';

export const PAGES = { widget: widgetPage, team: teamPage, profile: profilePage };
