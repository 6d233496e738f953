/**
 * Has the desk tell which rows stand in the list that is shown, and in which order: said at each welcome of the link and whenever
 * another list is shown. While nothing is told (the link is away) the list stands as it was, and the counts are asked for.
 */

/** Rows from the top that are told; below, pages are loaded. */
const ROWS = 50;

/**
 * Keeps the list that is shown equal to what the desk says.
 * @param {object} host
 * @param {import('../../im/client.js').Client} host.client
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 * @param {string} [host.name]              tells lists of one link apart
 * @param {(view:string) => string} [host.named]   what the desk calls a view
 * @param {() => boolean} [host.wanted]     whether the list is shown at all
 */
export function createListWatch({ client, cache, list, name = '', named = (view) => view, wanted = () => true }) {
  let asked = 0;
  // The link may have been quicker than the page.
  let welcome = client.status?.phase === 'live';
  let watches = false;
  const request = () => `${name}${asked}`;
  /** What is told under another name was asked for before. @param {{request_id?:string|null}} frame */
  const meant = (frame) => watches && frame.request_id === request();

  const watch = () => {
    if (!welcome) return;
    // A new name, so that nothing that is on its way is taken for this list; the old one ends.
    if (watches) client.watch({ view: null, request_id: request() });
    watches = wanted();
    if (!watches) return;
    asked += 1;
    client.watch({ view: named(list.view), sort: list.sort, label: list.label, rows: ROWS, request_id: request() });
  };

  client.on('welcome', () => {
    welcome = true;
    asked = 0;
    watches = false;
    watch();
  });
  client.on('status', (status) => {
    if (!welcome || status.phase === 'live') return;
    welcome = false;
    watches = false;
    cache.countsTold(false);
  });
  client.on('rows', (frame) => {
    if (!meant(frame)) return;
    const items = /** @type {import('./rows.js').Row[]} */ (frame.items);
    for (const row of items) cache.put(row);
    cache.countsTold(true);
    cache.setCounts(frame.counts);
    list.told(items.map((row) => row.id), frame.more);
  });
  client.on('row', (frame) => {
    if (!meant(frame)) return;
    if (frame.gone) return list.gone(/** @type {string} */ (frame.id));
    const row = /** @type {import('./rows.js').Row} */ (frame.row);
    cache.put(row);
    // Never so on one link; but then the list is asked for anew.
    if (!list.moved(row.id, frame.after ?? null)) watch();
  });
  client.on('counts', (frame) => {
    const { type: _type, request_id: _request, ...counts } = frame;
    if (meant(frame)) cache.setCounts(counts);
  });

  return { watch };
}
