/**
 * The workbench: one document, one live link, and pages that are loaded when they are first entered. Its one module; everything it
 * needs to start stands in the document's meta tags and in the words that come with them.
 */
import { request } from '../api.js';
import { createBench, meta } from './bench.js';
import { drawn } from './late.js';
import { createTable, openTable } from './page-table.js';
import { startWorker } from './worker.js';
// What several rooms use is here once, and not in a file of its own for each set of them.
import './idle.js';
import '../parts/choices.js';
import '../parts/menu.js';
import '../parts/popup.js';
import '../parts/reasons.js';
import '../parts/tag.js';
import '../parts/times.js';
import '../store/collection.js';
import '../store/views.js';

async function start() {
  const me = JSON.parse(meta('me'));
  const table = createTable(await openTable(meta('words')), me.rights);
  const app = createBench(me, table, {
    inbox: () => import('../pages/inbox/page.js'),
    settings: () => import('../pages/settings/page.js'),
    tickets: () => import('../pages/tickets/page.js'),
    faq: () => import('../pages/faq/page.js'),
    wall: () => import('../pages/wall/page.js'),
    search: () => import('../pages/search/page.js'),
  });
  const { client, desk } = app;

  addEventListener('online', () => client.wake());
  addEventListener('pagehide', () => {
    app.conversations?.flush();
    client.flush();
  });
  const seen = () => client.visibility(document.visibilityState === 'visible' ? 'visible' : 'hidden');
  document.addEventListener('visibilitychange', seen);
  if (document.visibilityState === 'hidden') seen();

  app.shell.start();
  client.start();
  await app.router.start();
  drawn();
  // Pages with conversations ask for themselves.
  if (!app.conversations) desk.cache.fetchCounts();
  startWorker(app.open, (method, path, body) => request(method, `/api/v1${path}`, body, app.csrf));
}

start();
