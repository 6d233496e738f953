/**
 * Push in this browser: whether it is possible, turned on and off, and the words that the worker shows with it. What a push service
 * does not answer for long is as good as not there.
 */
import { lang, t } from './texts.js';

const WITHIN_MS = 10_000;
const WORDS = '/push-words';
const KEPT = 'offline-1';
const KINDS = ['new', 'assigned', 'message', 'mention', 'clock', 'ticket', 'followed'];

/** @typedef {(method:string, path:string, body?:object) => Promise<any>} Call */

/** Whether this browser can take pushes at all. */
export const canPush = () => Boolean(globalThis.isSecureContext && navigator.serviceWorker && globalThis.PushManager && globalThis.Notification);

/** @param {Promise<T>} work @returns {Promise<T>} @template T */
const soon = (work) => Promise.race([work, new Promise((_, give) => setTimeout(() => give(new Error('late')), WITHIN_MS))]);

/** @param {string} text base64url */
export const octets = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));

/** Leaves the words of notices where the worker finds them. */
export async function leaveWords() {
  const names = [...KINDS.flatMap((kind) => [`push_${kind}`, `push_${kind}_name`]), 'push_open'];
  const texts = Object.fromEntries(names.map((name) => [name, t(`notify.${name}`)]));
  const assets = document.querySelector('meta[name="assets"]')?.getAttribute('content') ?? '';
  const cache = await caches.open(KEPT);
  await cache.put(WORDS, new Response(JSON.stringify({ texts, lang, icon: `${assets}/img/icon-192.png` })));
}

/** What this browser is called. */
function device() {
  const { userAgent } = navigator;
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name)) ?? '';
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'].find((name) => userAgent.includes(name)) ?? '';
  return [{ Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser, { 'Mac OS X': 'macOS' }[system] ?? system].filter(Boolean).join(' · ');
}

/** The subscription of this browser, if it has one. @returns {Promise<PushSubscription|null>} */
export async function subscription() {
  if (!canPush()) return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** @param {Call} call @param {PushSubscription} given */
export const tell = (call, given) => {
  const { endpoint, keys } = given.toJSON();
  return call('POST', '/push/subscriptions', { endpoint, keys, device: device(), time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
};

/**
 * Turns push on here. @param {Call} call @param {string} key the desk's
 * @returns {Promise<'on'|'denied'|'unreachable'>}
 */
export async function turnOn(call, key) {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  await leaveWords();
  let given;
  try {
    const worker = await soon(navigator.serviceWorker.ready);
    given = await soon(worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: octets(key) }));
  } catch {
    return 'unreachable';
  }
  await tell(call, given);
  return 'on';
}

/** Turns push off here. @param {Call} call */
export async function turnOff(call) {
  const given = await subscription();
  if (!given) return;
  await call('DELETE', '/push/subscriptions', { endpoint: given.endpoint }).catch(() => {});
  await given.unsubscribe();
}
