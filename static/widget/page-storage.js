/**
 * What the widget keeps in the shop page's own storage: tokens of the visitor, never texts of a conversation (but an outbox
 * and a draft that have no other place). Where storage is blocked or full, or the page says that nobody has consented yet, it
 * lasts as long as the page. With `cookieDomain` the tokens also stand in a cookie, so that all of a shop's hosts share them.
 */

const COOKIE_S = 400 * 24 * 3600;

/**
 * The widget's place in the page's storage.
 * @param {string} key of the widget @param {{consent?:boolean, cookieDomain?:string}} [options]
 */
export function createPageStorage(key, options = {}) {
  const name = `servicedesk:${key}`;
  let { consent = true, cookieDomain } = options;
  /** @type {Map<string, string>} */
  const memory = new Map();

  /** @param {string|null} text */
  const bake = (text) => {
    if (!cookieDomain || typeof document === 'undefined') return;
    const secure = location.protocol === 'https:' ? ';secure' : '';
    const life = text === null ? 0 : COOKIE_S;
    // biome-ignore lint/suspicious/noDocumentCookie: the only store that is shared by the subdomains of a shop
    document.cookie = `${encodeURIComponent(name)}=${encodeURIComponent(text ?? '')};domain=${cookieDomain};path=/;max-age=${life};samesite=lax${secure}`;
  };
  const baked = () => {
    if (!cookieDomain || typeof document === 'undefined') return null;
    const found = document.cookie.split('; ').find((one) => one.startsWith(`${encodeURIComponent(name)}=`));
    return found ? decodeURIComponent(found.slice(found.indexOf('=') + 1)) : null;
  };

  /** @param {string} part @returns {string|null} */
  const get = (part) => {
    try {
      const kept = consent ? ((part ? null : baked()) ?? localStorage.getItem(name + part)) : null;
      if (kept !== null) return kept;
    } catch {
      // Blocked: memory has what there is.
    }
    return memory.get(part) ?? null;
  };
  /** @param {string} part @param {string|null} text null = forget */
  const set = (part, text) => {
    if (text === null) memory.delete(part);
    else memory.set(part, text);
    try {
      if (!part && (consent || text === null)) bake(text);
      if (text === null) localStorage.removeItem(name + part);
      else if (consent) localStorage.setItem(name + part, text);
    } catch {
      // Blocked or full: memory has it.
    }
  };
  /** @returns {Record<string, any>} */
  const read = () => {
    try {
      return JSON.parse(get('') ?? '{}') ?? {};
    } catch {
      return {};
    }
  };
  /** @param {boolean} open whether this tab shows the conversation; the next page of the tab goes on with it */
  const leave = (open) => {
    try {
      if (open && consent) sessionStorage.setItem(name, 'open');
      else sessionStorage.removeItem(name);
    } catch {
      // Blocked: the next page begins closed.
    }
  };

  return {
    get,
    set,
    read,
    leave,
    /** @param {Record<string, any>} change */
    save: (change) => set('', JSON.stringify({ ...read(), ...change })),
    /** Consent was given or taken back, or the cookie's reach has changed. @param {{consent?:boolean, cookieDomain?:string}} next */
    change(next) {
      const had = consent;
      ({ consent = true, cookieDomain } = next);
      if (had === consent) return;
      const kept = [...memory];
      for (const [part, text] of kept) {
        set(part, null);
        set(part, text);
      }
      if (!consent) leave(false);
    },
    clear() {
      for (const part of ['', ':outbox', ':draft']) set(part, null);
      leave(false);
    },
  };
}
