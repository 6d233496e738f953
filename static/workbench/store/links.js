/**
 * What links in messages lead to, as the desk found out: asked for once per message and link, remembered while the page lives, within
 * a bound. Nothing is asked where the desk does not look at links.
 *
 * @typedef {{title:string, text:string, site:string}} Preview
 */

const KEPT_MAX = 500;

/** Previews of links, by message and address. @param {{api:import('../api.js').Api, enabled:boolean, changed:()=>void}} host */
export function createLinks({ api, enabled, changed }) {
  /** null = there is nothing to show, or it is on its way. @type {Map<string, Preview|null>} */
  const known = new Map();
  /** @param {string} message @param {string} url */
  const key = (message, url) => `${message} ${url}`;

  return {
    enabled,
    /** @param {string} message @param {string} url @returns {Preview|null} */
    get: (message, url) => known.get(key(message, url)) ?? null,
    /** @param {string} message @param {string} url */
    isKnown: (message, url) => known.has(key(message, url)),
    /** Somebody sees the message. @param {string} message @param {string} url */
    async look(message, url) {
      const name = key(message, url);
      if (!enabled || known.has(name)) return;
      const [oldest] = known.keys();
      if (known.size >= KEPT_MAX) known.delete(oldest);
      known.set(name, null);
      try {
        const found = await api.linkPreview(message, url);
        if (!found?.title || !known.has(name)) return;
        known.set(name, found);
        changed();
      } catch {
        // Without a preview the link is still a link.
      }
    },
  };
}

/** @typedef {ReturnType<typeof createLinks>} Links */
