/**
 * One link for all pages of one identity in a browser. The page that comes first opens its link as if it were alone. Who finds
 * the place taken loads the rest (tab-coordination.js) and asks for the one that leads; that makes the first page load it, too.
 */
import * as CLOSE from './close.js';

/**
 * Session and transport for a link that pages of one identity share.
 * @param {import('./types.js').Options & {tabs:import('./types.js').Tabs}} options
 * @param {() => import('./types.js').Conversation[]} rows  what this page knows, for one that follows it
 * @returns {Pick<import('./types.js').Options, 'session'|'transport'>}
 */
export function shareLink(options, rows) {
  const { tabs, meet } = options;
  let name = '';
  /** @type {ReturnType<typeof import('./tab-coordination.js').coordinateTabs>|undefined} */ let coordination;
  let leave = () => {};

  /** @param {boolean} held this page has the place */
  const join = (held) =>
    /** @type {NonNullable<typeof meet>} */ (meet)().then(
      ({ coordinateTabs }) => {
        if (coordination) return;
        coordination = coordinateTabs(options, rows);
        coordination.enter(name, held);
        // The link comes back through the coordination, with its cursor.
        leave();
      },
      // It does not load now: the page has a link of its own.
      () => {},
    );
  return {
    async session(ask) {
      const session = await options.session(ask);
      const { identity, anonymous } = session;
      const wanted = identity ? `servicedesk:${identity.kind}:${identity.id}:${anonymous}` : '';
      if (meet && tabs.locks && wanted !== name) {
        name = wanted;
        if (coordination) coordination.enter(name);
        else if (name && !(await tabs.alone(name, join))) await join(false);
      }
      return session;
    },
    transport(handlers) {
      if (coordination) return coordination.transport(handlers);
      const socket = options.transport(handlers);
      leave = () => {
        socket.close();
        handlers.onclose(CLOSE.moved, '');
      };
      return socket;
    },
  };
}
