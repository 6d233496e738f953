/** What a browser that takes pushes does at each start. */
import { leaveWords, octets, subscription, tell } from './push.js';

/**
 * At each start: the desk knows of this browser's subscription, and the worker has today's words. A subscription under another key
 * than the desk's rings no more and is given up.
 * @param {import('./push.js').Call} call
 */
export async function renewPush(call) {
  const given = await subscription();
  if (!given) return;
  const { key } = await call('GET', '/push/key');
  const own = given.options.applicationServerKey;
  const same = key && own && btoa(String.fromCharCode(...new Uint8Array(own))) === btoa(String.fromCharCode(...octets(key)));
  if (!same) return void (await given.unsubscribe());
  await leaveWords();
  await tell(call, given);
}
