/**
 * Session and transport for a link that pages of one identity share.
 * @param {import('./types.js').Options & {tabs:import('./types.js').Tabs}} options
 * @param {() => import('./types.js').Conversation[]} rows  what this page knows, for one that follows it
 * @returns {Pick<import('./types.js').Options, 'session'|'transport'>}
 */
export declare function shareLink(options: import('./types.js').Options & {
    tabs: import('./types.js').Tabs;
}, rows: () => import('./types.js').Conversation[]): Pick<import('./types.js').Options, 'session' | 'transport'>;
