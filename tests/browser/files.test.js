/**
 * Pictures, files and voice messages between a customer and the desk: chosen, pasted, dropped, recorded; with progress, over a cut
 * and over a reload; what a camera knows stays with the customer.
 */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { openBrowser } from './support/browser.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage({ line: true });
const SLICES = '**/files/v1/uploads/*/slices/*';

/** A photograph as a camera makes it: its size, and where it was taken. @param {import('playwright-core').Page} page @param {number} [wide] */
async function photograph(page, wide = 2400) {
  const drawn = await page.evaluate(async (width) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height: (width * 2) / 3 });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    for (let x = 0; x < width; x += 16) {
      pen.fillStyle = `hsl(${(x * 7) % 360} 60% ${40 + (x % 30)}%)`;
      pen.fillRect(x, 0, 16, canvas.height);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  }, wide);
  const bytes = Buffer.from(drawn, 'base64');
  const place = Buffer.from('Exif\0\0GPS 30.2741 120.1551 West Lake');
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), head, place, bytes.subarray(2)]);
}

/** @param {Awaited<ReturnType<typeof openChat>>} chat @param {any} files */
async function attach(chat, files) {
  const page = chat.frame.page();
  await chat.frame.locator('.composer [aria-haspopup=menu]').first().click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), chat.frame.locator('.pop-item').first().click()]);
  await chooser.setFiles(files);
}
const loaded = (/** @type {import('playwright-core').Locator} */ picture) =>
  eventually('the picture is loaded', () => picture.evaluate((img) => /** @type {HTMLImageElement} */ (img).complete && /** @type {HTMLImageElement} */ (img).naturalWidth > 0));
/** The newest message, whole. @param {any} owner @returns {Promise<any>} */
const newest = async (owner) => {
  const rows = (await owner.call('GET', '/conversations?view=all')).items;
  const [row] = rows.sort((/** @type {any} */ a, /** @type {any} */ b) => b.updated_at.localeCompare(a.updated_at));
  return (await owner.call('GET', `/conversations/${row.id}/entries?limit=200`)).items.filter((/** @type {any} */ one) => one.type === 'message').at(-1);
};

scene('a photograph goes with progress, smaller, and without what the camera knew', async ({ desk, shop, owner, person }) => {
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('杯口磕掉了一块');
  let held = true;
  await page.route(SLICES, async (route) => {
    await eventually('the slice may go', () => !held || route.request().url().endsWith('/0') || route.request().url().endsWith('/1'));
    await route.continue();
  });
  await attach(chat, { name: 'IMG_2041.JPG', mimeType: 'image/jpeg', buffer: await photograph(page) });
  const going = chat.frame.locator('.picture .on-the-way');
  await going.getByText(/正在上传 [1-9]\d*%/).waitFor();
  await assertAccessible(chat.frame, 'a picture on its way');
  // Words do not wait for it.
  await chat.write('先看看文字');
  await chat.becomes('先看看文字', 'sent');
  held = false;
  const shown = chat.frame.locator('button.picture img');
  await loaded(shown);
  await page.unroute(SLICES);

  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.open('图片');
  const picture = bench.page.locator('button.file-picture img');
  await loaded(picture);
  await assertAccessible(bench.page, 'a picture in the workbench');
  const { content } = await newest(owner);
  assert.deepEqual([content.name, content.width, content.height, content.media_type], ['IMG_2041.jpg', 1600, 1067, 'image/jpeg']);
  const bytes = await bench.page.evaluate(async (id) => String.fromCharCode(...new Uint8Array(await (await fetch(`/files/v1/${id}`)).arrayBuffer()).subarray(0, 20_000)), content.file_id);
  assert.doesNotMatch(bytes, /GPS|Exif/);

  await picture.click();
  await bench.page.locator('dialog.viewer img').waitFor();
  await assertAccessible(bench.page, 'the viewer of the workbench');
  await bench.page.keyboard.press('Escape');
  await chat.frame.locator('button.picture').press('Enter');
  await loaded(chat.frame.locator('.viewer img'));
  await assertAccessible(chat.frame, 'the viewer of the widget');
  await page.keyboard.press('Escape');
  await settles(() => chat.frame.locator('.viewer').count(), 0);
  await settles(() => chat.frame.evaluate(() => document.activeElement?.className), 'picture', 'the focus is back');
});

scene('an upload outlives a cut and a reload, and only what is missing is sent again', async ({ shop, line, owner, person, expect }) => {
  expect(/ERR_|Failed to load resource|WebSocket/);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('小票在这');
  await chat.becomes('小票在这', 'sent');
  /** @type {string[]} */ const sent = [];
  let answered = 0;
  let most = 4;
  page.on('requestfinished', (request) => (answered += request.url().includes('/slices/') ? 1 : 0));
  await page.route(SLICES, (route) => {
    if (sent.length >= most) return route.abort('connectionreset');
    sent.push(/** @type {string} */ (route.request().url().split('/').pop()));
    return route.continue();
  });
  await attach(chat, { name: '小票.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'x')]) });
  await eventually('some slices are there', () => answered === 4);
  line.cut();
  line.heal();
  // The page goes in the middle of it. What it had asked for is let through, unseen, when the browser takes it down: so nothing
  // more is allowed until it is gone.
  await page.reload();
  most = 100;
  const again = await openChat(page, { press: false });
  await again.frame.locator('.paper-name', { hasText: '小票.pdf' }).waitFor();
  await eventually('the desk has it', async () => (await newest(owner)).content?.name === '小票.pdf');
  const file = (await newest(owner)).content;
  assert.equal(file.byte_size, 50_009);
  assert.ok(sent.length > 4, `the new page went on: ${sent}`);
  assert.equal(new Set(sent).size, sent.length, `no slice twice: ${sent}`);
  const [download] = await Promise.all([page.waitForEvent('download'), again.frame.locator('button.paper').click()]);
  assert.equal(download.suggestedFilename(), '小票.pdf');
});

scene('one that is stopped is gone, one that is refused says why', async ({ shop, owner, person, expect }) => {
  expect(/413|status of 4/);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('发个大文件');
  await chat.becomes('发个大文件', 'sent');
  await page.route(SLICES, (route) => eventually('it is stopped', async () => (await chat.frame.locator('.stop').count()) === 0).then(() => route.abort()));
  await attach(chat, { name: 'a.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(40_000, 1) });
  await chat.frame.locator('.stop').click();
  await eventually('it is gone', async () => (await chat.frame.locator('.paper').count()) === 0);
  await page.route('**/files/v1/uploads', (route) => route.fulfill({ status: 413, contentType: 'application/problem+json', body: '{"code":"too_large"}' }));
  await attach(chat, { name: 'b.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(4_000, 1) });
  const why = chat.frame.locator('.turn[data-state=failed] .why');
  await why.getByText('文件太大，没发出去').waitFor();
  await assertAccessible(chat.frame, 'a file that was refused');
  await page.unroute('**/files/v1/uploads');
  await page.unroute(SLICES);
  await chat.frame.locator('.turn[data-state=failed]').getByRole('button', { name: '点一下重发' }).click();
  await eventually('the desk has it', async () => (await newest(owner)).content?.name === 'b.bin');
});

scene('the workbench pastes and drops, into a note too, and a recalled picture is gone', async ({ desk, shop, owner, person, expect }) => {
  expect(/404/);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('有图吗');
  await chat.becomes('有图吗', 'sent');
  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.open('有图吗');
  const bytes = [...(await photograph(bench.page, 900))];
  /** @param {'paste'|'drop'} kind @param {string} name */
  const give = (kind, name) =>
    bench.page.evaluate(
      ({ kind: how, name: called, bytes: raw }) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(raw)], called, { type: 'image/jpeg' }));
        const at = /** @type {Element} */ (document.querySelector(how === 'paste' ? '#composer-text' : '.thread-scroll'));
        const event = how === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        at.dispatchEvent(event);
        return event.defaultPrevented;
      },
      { kind, name, bytes },
    );
  assert.equal(await give('paste', 'image.jpeg'), true);
  await bench.page.locator('.composer-tray img').waitFor();
  assert.equal((await newest(owner)).content.text, '有图吗', 'it waits for the press');
  await bench.page.locator('.composer-send').click();
  await settles(() => bench.page.locator('.composer-tray').count(), 0);
  await loaded(chat.frame.locator('.theirs button.picture img'));
  assert.equal((await newest(owner)).content.name, '截图.jpg');
  await bench.page.locator('#tab-note').click();
  assert.equal(await give('drop', 'plan.jpg'), true);
  await bench.page.locator('.note button.file-picture img').waitFor();
  assert.equal((await newest(owner)).note, true);
  assert.equal(await chat.frame.locator('.theirs button.picture').count(), 1, 'a note is for the team');

  const { content } = await newest(owner);
  await bench.page.locator('.turn', { has: bench.page.locator('.note') }).locator('.turn-tools').click();
  await bench.page.getByRole('menuitem', { name: '撤回' }).click();
  await eventually('it is gone for everybody', async () => (await bench.page.evaluate(async (id) => (await fetch(`/files/v1/${id}`, { cache: 'no-store' })).status, content.file_id)) === 404);
});

/** Pastes words, files or both, as a browser would hand them in. @param {import('playwright-core').Locator} box @param {string} text @param {number} files @param {string} [type] */
const paste = (box, text, files, type = 'image/png') =>
  box.evaluate(
    (at, said) => {
      const data = new DataTransfer();
      if (said.text) data.setData('text/html', '<table><tr><td>A</td></tr></table>');
      if (said.text) data.setData('text/plain', said.text);
      for (let i = 0; i < said.files; i += 1) data.items.add(new File([new Uint8Array(200).fill(65)], said.files > 1 ? `f${i}.txt` : 'image.png', { type: said.type }));
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      at.dispatchEvent(event);
      return event.defaultPrevented;
    },
    { text, files, type },
  );

scene('words from Word or Excel are words, on both sides; what is pasted waits, and what is too much is told', async ({ desk, shop, owner, person }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('从表格里贴');
  await chat.becomes('从表格里贴', 'sent', 'delivered');
  assert.equal(await paste(chat.box, 'A\tB\r\n', 1), false, 'the browser puts the words in');
  const bench = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await bench.open('从表格里贴');
  assert.equal(await paste(bench.composer, 'A\tB\r\n', 1), false);

  assert.equal(await paste(chat.box, '', 12, 'text/plain'), true);
  await settles(() => chat.frame.locator('.tray li').count(), 10);
  await chat.frame.getByText('一次最多 10 个文件').waitFor();
  assert.equal(await paste(bench.composer, '', 12, 'text/plain'), true);
  await settles(() => bench.page.locator('.composer-tray li').count(), 10);
  await bench.page.getByText('一次最多添加 10 个文件').waitFor();
  assert.equal((await newest(owner)).content.text, '从表格里贴', 'nothing has gone out');

  for (let left = 9; left > 0; left -= 1) {
    await chat.frame.locator('.tray button').first().click();
    await settles(() => chat.frame.locator('.tray li').count(), left);
  }
  await chat.write('就这一个');
  await chat.frame.locator('.turn.mine .paper').waitFor();
  await chat.becomes('就这一个', 'sent', 'delivered', 'read');
  await settles(() => chat.frame.locator('.tray').count(), 0);
  await bench.page.locator('.file-paper').first().waitFor();
  await settles(() => bench.page.locator('.composer-tray li').count(), 10, 'what waits on the other side stays');
});

scene('a voice message is recorded and played on both sides', async ({ desk, shop, owner, keep }) => {
  const browser = keep(await openBrowser({ flags: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required'] }));
  const lina = await browser.person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.frame.locator('.composer [aria-haspopup=menu]').first().click();
  await chat.frame.getByRole('menuitem', { name: '语音' }).click();
  const bar = chat.frame.locator('.voice');
  // What is shown is rounded: two seconds say that one has passed.
  await bar.getByText('正在录音 0:02').waitFor();
  await assertAccessible(chat.frame, 'recording');
  await bar.locator('.send').click();
  await chat.frame.locator('.sound').waitFor();
  await eventually('the desk has it', async () => (await newest(owner))?.content?.media_type === 'audio/webm');
  assert.ok((await newest(owner)).content.duration_ms >= 1000);

  const mei = await browser.person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.open('语音');
  await assertAccessible(bench.page, 'a voice message in the workbench');
  await bench.page.locator('desk-sound button').click();
  await bench.page.locator('desk-sound button[aria-label="暂停"]').waitFor();
  await chat.frame.locator('.sound-button').click();
  await eventually('it was played to its end', async () => (await chat.frame.locator('.sound-button').getAttribute('aria-label'))?.startsWith('播放'));
  lina.quiet();
  mei.quiet();
});

scene('on a phone everything is in reach, and saved data waits for a tap', async ({ shop, owner, person }) => {
  const lina = await person({ phone: true });
  await lina.context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true, addEventListener() {} } }));
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('拍给您看');
  await chat.becomes('拍给您看', 'sent');
  await attach(chat, { name: 'cup.jpg', mimeType: 'image/jpeg', buffer: await photograph(page) });
  const button = chat.frame.locator('button.picture');
  await button.waitFor();
  await eventually('the desk has it', async () => (await newest(owner)).content?.kind === 'file');
  await page.reload();
  const again = await openChat(page, { press: false });
  const asked = again.frame.getByRole('button', { name: /查看 cup.jpg/ });
  await asked.getByText(/点击查看图片/).waitFor();
  await settles(() => again.frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'no sideways scroll');
  await asked.tap();
  await loaded(asked.locator('img'));
});
