/** What the shop's page says of its visitor, kept until the part that tells the desk is there; it is fetched with the first word. */

/**
 * Calls of the page, in order.
 * @param {object} options
 * @param {string} options.assets where the files of this version are
 * @param {import('../types.js').Session} options.session
 * @param {() => string|null} options.conversation the one that goes on
 * @param {(type:string, value?:unknown) => void} options.tell the loader
 */
export function createPageCalls({ assets, session, conversation, tell }) {
  /** @type {Promise<ReturnType<typeof import('../page-api.js').createPageApi>>|null} */
  let loading = null;
  let isReady = false;
  /** Said while it could not be fetched. @type {Array<[string, unknown[]]>} */
  const unsaid = [];
  const load = async () => {
    const { createPageApi } = await import(`${assets}/dist/frame-says.js`);
    return createPageApi({
      call: session.call.bind(session),
      ready: () => isReady,
      conversation,
      onRefused: (/** @type {string} */ name) => tell('event', { name: 'error', detail: { code: 'refused', detail: name } }),
      onAnswer: session.told,
    });
  };

  const calls = {
    /** @param {string} method @param {unknown[]} args */
    add(method, args) {
      (loading ??= load()).then(
        (api) => api.add(method, args),
        () => {
          loading = null;
          unsaid.push([method, args]);
        },
      );
    },
    /** There is a session, or a conversation, or the link is back. */
    look() {
      isReady = true;
      for (const [method, args] of unsaid.splice(0)) calls.add(method, args);
      loading?.then((api) => api.look(), () => {});
    },
    clear() {
      isReady = false;
      loading?.then((api) => api.clear(), () => {});
    },
  };
  return calls;
}
