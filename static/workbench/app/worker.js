/** Puts the desk's worker to work where the browser has room for one: an offline page, notices on phones, an app on the home screen. */

/** Addresses of scripts have to come from a policy that the page names (Trusted Types). @param {string} address @returns {any} */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (window);
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy('servicedesk-worker', { createScriptURL: () => address }).createScriptURL('');
}

/** The worker and its page are fetched once the first view stands. */
const LATER_MS = 5000;

/**
 * Registers the worker and listens to it.
 * @param {(id:string|null) => void} open what a pressed notice is about
 * @param {(method:string, path:string, body?:object) => Promise<any>} call below `/api/v1`
 */
export function startWorker(open, call) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  serviceWorker.addEventListener('message', ({ data }) => data && 'open' in data && open(data.open));
  // Private windows and plain http refuse; the workbench needs none.
  const register = async () => {
    await serviceWorker.register(trusted('/sw.js'));
    // Only who turned push on here fetches what it takes.
    const worker = await serviceWorker.getRegistration();
    if (await worker?.pushManager?.getSubscription()) await import('./push-renewal.js').then(({ renewPush }) => renewPush(call));
  };
  setTimeout(() => register().catch(() => {}), LATER_MS);
}
