/**
 * The workbench's worker. Files of the desk have addresses that never change their content, so the browser's own cache keeps
 * them; what the worker adds is a page of the desk's own when the desk cannot be reached, and notices that lead to their
 * conversation, also on phones. It answers nothing but visits of the workbench: widgets and shops go past it.
 */
const KEPT = 'offline-1';
const OFFLINE = '/offline';
/** The words of notices, as a page of the desk left them here. */
const WORDS = '/push-words';
const PAGES = /^\/(inbox|settings|login)?(\/|$)/;

/**
 * What the library of types knows under another name than pages do.
 * @typedef {Event & {waitUntil:(work:Promise<unknown>) => void}} Lasting
 * @typedef {Event & {request:Request, respondWith:(answer:Promise<Response>) => void}} Asked
 * @typedef {Lasting & {notification:Notification}} Pressed
 * @typedef {Lasting & {data:{json:() => any}|null}} Pushed
 * @typedef {{url:string, focus:() => Promise<unknown>, postMessage:(message:object) => void}} Page
 * @typedef {object} Pages
 * @property {() => Promise<void>} claim
 * @property {(which:object) => Promise<Page[]>} matchAll
 * @property {(address:string) => Promise<unknown>} openWindow
 */
const self_ = /** @type {{skipWaiting:() => void, clients:Pages, addEventListener:(name:string, fn:(event:never) => void) => void}} */ (/** @type {unknown} */ (self));

/** The offline page with everything it shows. */
async function keep() {
  const cache = await caches.open(KEPT);
  const answer = await fetch(OFFLINE, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`offline page: ${answer.status}`);
  const html = await answer.clone().text();
  const files = [...html.matchAll(/(?:href|src)="(\/s\/[^"]+)"/g)].map((found) => found[1]);
  await cache.addAll(files);
  await cache.put(OFFLINE, answer);
}

self_.addEventListener('install', (/** @type {Lasting} */ event) => {
  self_.skipWaiting();
  event.waitUntil(keep());
});
self_.addEventListener('activate', (/** @type {Lasting} */ event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
    await self_.clients.claim();
  };
  event.waitUntil(clean());
});

self_.addEventListener('fetch', (/** @type {Asked} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate' && PAGES.test(pathname)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(OFFLINE)) ?? Response.error()));
  } else if (pathname.startsWith('/s/') && !navigator.onLine) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

/**
 * What a push says: ids and a kind, names where an owner allows them. The words are the desk's own, left here by its pages.
 * @param {{kind?:string, conversation_id?:string, name?:string, by?:string, at?:string}} told
 */
async function announce(told) {
  const kept = await caches.match(WORDS).then((answer) => answer?.json()).catch(() => null);
  const { texts = {}, icon, lang } = kept ?? {};
  const named = told.kind === 'mention' ? told.by : told.name;
  const pattern = texts[named ? `push_${told.kind}_name` : `push_${told.kind}`] ?? location.host;
  const title = pattern.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {'name'|'by'} */ key) => told[key] ?? '');
  const { registration } = /** @type {{registration:ServiceWorkerRegistration}} */ (/** @type {unknown} */ (self));
  const options = { body: texts.push_open ?? '', tag: told.conversation_id, data: { id: told.conversation_id }, icon, lang, timestamp: Date.parse(told.at ?? '') || undefined };
  await registration.showNotification(title, options);
}

self_.addEventListener('push', (/** @type {Pushed} */ event) => {
  let told = {};
  try {
    told = event.data?.json() ?? {};
  } catch {
    // A notice is shown all the same: browsers want one for each push.
  }
  event.waitUntil(announce(told));
});

self_.addEventListener('notificationclick', (/** @type {Pressed} */ event) => {
  event.notification.close();
  const { id } = event.notification.data ?? {};
  const address = id ? `/inbox/${encodeURIComponent(id)}` : '/inbox';
  const show = async () => {
    const pages = await self_.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find((one) => new URL(one.url).pathname.startsWith('/inbox'));
    if (!page) return self_.clients.openWindow(address);
    await page.focus();
    page.postMessage({ open: id ?? null });
  };
  event.waitUntil(show());
});
