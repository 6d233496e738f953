/**
 * What the shop's page says about its visitor: attributes, tags, events, pages. Told to the desk in order once there is a session,
 * and about a conversation once there is one. Bounded; what the desk refuses is dropped and reported.
 */

const MAX = 100;

/**
 * Calls of the page on their way to the desk.
 * @param {object} options
 * @param {(method:string, path:string, body?:any) => Promise<any>} options.call of the visitor
 * @param {() => boolean} options.ready whether there is a session
 * @param {() => string|null} options.conversation the one that goes on
 * @param {(code:string) => void} options.onRefused
 * @param {(answer:any) => void} options.onAnswer
 */
export function createPageApi({ call, ready, conversation, onRefused, onAnswer }) {
  /** @type {Array<{method:string, args:any[]}>} */ const waiting = [];
  let busy = false;

  /** @param {string} method @param {any[]} args @returns {[string, string, any]|null} null = it has to wait for a conversation */
  const request = (method, [first, second]) => {
    if (method === 'setAttributes') return ['PATCH', '/widget/v1/me', { attributes: first ?? {} }];
    if (method === 'track') return ['POST', '/widget/v1/events', { name: String(first ?? ''), properties: second ?? {} }];
    if (method === 'page') return ['POST', '/widget/v1/page', first];
    const id = conversation();
    if (!id) return null;
    const at = `/widget/v1/conversations/${encodeURIComponent(id)}`;
    if (method === 'setConversationAttributes') return ['PATCH', `${at}/attributes`, { attributes: first ?? {} }];
    const tags = [first].flat().map(String);
    return ['POST', `${at}/labels`, method === 'addTag' ? { add: tags, remove: [] } : { add: [], remove: tags }];
  };

  const flush = async () => {
    if (!ready() || busy) return;
    busy = true;
    try {
      for (let i = 0; i < waiting.length; ) {
        const { method, args } = waiting[i];
        const found = request(method, args);
        if (!found) {
          i += 1;
          continue;
        }
        try {
          const response = await call(...found);
          if (response.status === 200) onAnswer(await response.json());
        } catch (error) {
          // Away for the moment: the next look goes on here.
          if (!(/** @type {any} */ (error)?.final)) return;
          onRefused(method);
        }
        waiting.splice(i, 1);
      }
    } finally {
      busy = false;
    }
  };

  return {
    /** @param {string} method @param {any[]} args */
    add(method, args) {
      // The last word on a page counts.
      const same = method === 'page' ? waiting.findIndex((one) => one.method === 'page') : -1;
      if (same >= 0) waiting.splice(same, 1);
      if (waiting.length < MAX) waiting.push({ method, args });
      flush();
    },
    /** There is a session, or a conversation, or the link is back. */
    look: flush,
    clear() {
      waiting.length = 0;
    },
  };
}

// The name under which pages of an older release ask for it.
export { createPageApi as createSays };
