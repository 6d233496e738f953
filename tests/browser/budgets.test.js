/**
 * What a page costs, as the browser's network counted it: bytes on the line with their heads, and requests, of visitors with an
 * empty cache, from the files that are compiled into the executable. The figures are printed.
 */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { get } from 'node:http';
import { COLLEAGUE, openDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { callWidget, launcher, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

// The files as they are shipped, also where this shell has the desk read them from the source tree.
const SHIPPED = { SERVICEDESK_STATIC_DIR: undefined };
const { scene } = openStage({ env: SHIPPED });

/**
 * Counts what a context gets from the desk from here on.
 * @param {import('playwright-core').BrowserContext} context @param {string} origin
 */
function meter(context, origin) {
  /** @type {import('playwright-core').Request[]} */ let begun = [];
  /** @type {Map<import('playwright-core').Request, {head:number, body:number}>} */ const spent = new Map();
  context.on('request', (request) => request.url().startsWith(origin) && begun.push(request));
  context.on('requestfinished', async (request) => {
    const { responseHeadersSize, responseBodySize } = await request.sizes();
    spent.set(request, { head: responseHeadersSize, body: responseBodySize });
  });
  return {
    /** Something was asked for. @param {string} name */
    has: (name) => begun.some((request) => request.url().includes(name)),
    /** What was spent so far, once nothing is under way; the next count begins at nothing. */
    async read() {
      await eventually('all is loaded', () => begun.every((request) => spent.has(request)));
      const list = begun.map((request) => {
        const { head, body } = /** @type {{head:number, body:number}} */ (spent.get(request));
        return { what: new URL(request.url()).pathname, bytes: head + body, body };
      });
      begun = [];
      return list;
    },
  };
}

/** @param {string} name @param {{what:string, bytes:number}[]} list @param {number} bytes @param {number} requests */
function within(name, list, bytes, requests) {
  const sum = list.reduce((total, one) => total + one.bytes, 0);
  const told = `${name}: ${sum} B in ${list.length} requests, at most ${bytes} in ${requests}`;
  console.log(told);
  assert.ok(sum <= bytes && list.length <= requests, `${told}\n${list.map((one) => `  ${one.bytes} ${one.what}`).join('\n')}`);
}

/**
 * An inbox that somebody sits at: what comes once they move is there, and counted.
 * @param {import('playwright-core').Page} page @param {ReturnType<typeof meter>} count @param {string} locale
 */
async function sitDown(page, count, locale) {
  await page.waitForLoadState('networkidle');
  await count.read();
  await page.mouse.move(9, 9);
  await eventually('menus are there', () => count.has('/thread-windows.js'));
  within(`inbox once somebody moves, ${locale}`, await count.read(), 6000, 4);
}

/** What a file weighs on the line. @param {string} address @returns {Promise<number>} */
const weigh = (address) =>
  new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => (bytes += chunk.length));
      answer.on('end', () => (answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${answer.statusCode}`))));
    }).on('error', reject);
  });

/** Pieces of the workbench that have a figure of their own; every other one is a page. @type {Record<string, number>} */
const PIECES = { 'app.js': 40_000, 'thread.js': 32_000 };
const PAGE = 15_000;

scene('each piece of the workbench', async ({ desk }) => {
  const files = await readdir(new URL('../../static/dist/', import.meta.url));
  const pieces = files.filter((name) => /^(app|faq|inbox|settings|thread|tickets|with)\b.*\.js$/.test(name));
  assert.ok(pieces.length > 15, pieces.join(' '));
  for (const name of pieces) {
    const bytes = await weigh(`${desk.origin}/s/0/dist/${name}`);
    console.log(`${name}: ${bytes} B, at most ${PIECES[name] ?? PAGE}`);
    assert.ok(bytes <= (PIECES[name] ?? PAGE), `${name} has ${bytes} B`);
  }
});

for (const locale of ['zh-CN', 'en']) {
  scene(`the widget, closed and at its first opening, ${locale}`, async ({ person, shop, desk }) => {
    const lina = await person({ locale });
    const count = meter(lina.context, desk.origin);
    const page = await lina.newPage();
    await page.goto(shop.page({ lang: locale }));
    await eventually('the launcher is there', () => launcher(page));
    const closed = await count.read();
    const loader = closed.find((one) => one.what === '/w.js');
    console.log(`w.js: ${loader?.body} B, at most 4000`);
    assert.ok(loader && loader.body <= 4000);
    within(`closed widget, ${locale}`, closed, 6000, 3);

    const chat = await openChat(page);
    await chat.frame.locator('.view:not([hidden]) .state:not(:empty)').first().waitFor();
    within(`first opening, ${locale}`, await count.read(), 40_000, 6);

    await chat.write('?');
    await chat.becomes('?', 'sent', 'delivered');
    await callWidget(page, 'close');
    assert.deepEqual(await count.read(), [], 'talking asks for nothing more');
  });

  scene(`the inbox, ${locale}`, async ({ person, owner, desk }) => {
    const visitor = await openVisitor(desk, owner.key);
    await visitor.say('在吗');
    const mei = await person({ as: owner });
    await owner.call('PATCH', '/me', { locale });
    const count = meter(mei.context, desk.origin);
    const mine = await openInbox(await mei.newPage(), desk.links.workbench);
    await mine.row('在吗').first().waitFor();
    within(`inbox, ${locale}`, await count.read(), 118_000, 20);

    visitor.leave();
  });

  scene(`tickets, opened first and after the inbox, ${locale}`, async ({ person, owner, desk }) => {
    const visitor = await openVisitor(desk, owner.key);
    await visitor.say('盖碗破损');
    const { contact } = await owner.call('GET', `/conversations/${visitor.conversation}`);
    const { name } = await owner.call('POST', '/tickets', { contact_id: contact.id, title: '盖碗破损，要求补发' });
    await owner.call('PATCH', '/me', { locale });
    for (const path of ['/tickets', `/tickets/${name}`]) {
      const at = await person({ as: owner });
      const first = meter(at.context, desk.origin);
      await (await at.newPage()).goto(desk.origin + path, { waitUntil: 'networkidle' });
      within(`${path === '/tickets' ? 'tickets' : 'a ticket'} opened first, ${locale}`, await first.read(), 120_000, 26);
    }
    const mei = await person({ as: owner });
    const count = meter(mei.context, desk.origin);
    const page = await mei.newPage();
    await openInbox(page, desk.links.workbench);
    await sitDown(page, count, locale);
    await page.locator('.rail-item[href="/tickets"]').click();
    await page.locator('.ticket-row').first().waitFor();
    within(`tickets after the inbox, ${locale}`, await count.read(), 32_000, 12);
    visitor.leave();
  });

  scene(`a page of the settings, after the inbox and opened first, ${locale}`, async ({ person, keep }) => {
    // A desk of its own: who is on the team is told to visitors, too.
    const desk = keep(await openDesk({ env: SHIPPED }));
    await desk.setUp();
    await desk.addAgent(COLLEAGUE);
    const wang = await desk.signIn(COLLEAGUE);
    await wang.call('PATCH', '/me', { locale });
    const at = await person({ as: wang });
    const count = meter(at.context, desk.origin);
    const page = await at.newPage();
    await openInbox(page, desk.links.workbench);
    await sitDown(page, count, locale);
    await page.locator('.rail-item[href="/settings"]').click();
    await page.locator('.page-content .set-head').first().waitFor();
    within(`settings after the inbox, ${locale}`, await count.read(), 15_000, 6);

    const fresh = await person({ as: wang });
    const first = meter(fresh.context, desk.origin);
    await (await fresh.newPage()).goto(`${desk.origin}/settings/labels`, { waitUntil: 'networkidle' });
    within(`settings opened first, ${locale}`, await first.read(), 65_000, 20);
  });

  scene(`the FAQ, opened first, ${locale}`, async ({ person, owner, desk }) => {
    await owner.call('PATCH', '/me', { locale });
    await owner.call('POST', '/faq', { state: 'published', texts: { [locale]: { question: `1042 ${locale}?`, answer: '**1042**' } } });
    const at = await person({ as: owner });
    const first = meter(at.context, desk.origin);
    await (await at.newPage()).goto(`${desk.origin}/faq/entries`, { waitUntil: 'networkidle' });
    within(`FAQ opened first, ${locale}`, await first.read(), 65_000, 20);
  });

  scene(`the wall, opened first, ${locale}`, async ({ person, owner, desk }) => {
    await owner.call('PATCH', '/me', { locale });
    const at = await person({ as: owner });
    const first = meter(at.context, desk.origin);
    await (await at.newPage()).goto(`${desk.origin}/wall`, { waitUntil: 'networkidle' });
    within(`wall opened first, ${locale}`, await first.read(), 65_000, 20);
  });

  scene(`pages of the server, ${locale}`, async ({ person, keep, desk }) => {
    const empty = keep(await openDesk({ env: SHIPPED }));
    const places = [`${desk.origin}/login`, `${desk.origin}/docs`, `${desk.origin}/demo`, String(empty.links.setup)];
    for (const place of places) {
      const guest = await person({ locale });
      const count = meter(guest.context, new URL(place).origin);
      const page = await guest.newPage();
      await page.goto(place, { waitUntil: 'networkidle' });
      within(`${new URL(place).pathname}, ${locale}`, await count.read(), 60_000, 20);
    }
  });
}
