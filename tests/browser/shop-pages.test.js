/**
 * Pages of shops as they really are: themes whose rules reach everything, routers that swap the body, tags that are there twice or
 * lost their attributes, tools that wrap `fetch`, sandboxes, isolation. The button stands, and the conversation works.
 */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { callWidget, launcher, launcherBox, openChat, pressLauncher } from './support/widget.js';

const { scene } = openStage();

const QUEUE = '<script>window.servicedesk=window.servicedesk||function(){(servicedesk.q=servicedesk.q||[]).push(arguments)};window.wrong=[];servicedesk("on","error",(one)=>wrong.push(one));</script>';
/** @param {string} body @param {string} [head] */
const html = (body, head = '') => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>茶店</title>${head}</head><body><h1>茶店</h1>${body}</body></html>`;

/** The button is where the window ends, and writing works. @param {import('playwright-core').Page} page @param {string} what */
async function works(page, what) {
  const { x, y, width, height } = await launcherBox(page);
  const { width: wide, height: high } = /** @type {{width:number, height:number}} */ (page.viewportSize());
  assert.ok(x + width > wide - 40 && x + width <= wide && y + height > high - 40 && y + height <= high, `${what}: at ${x}, ${y}`);
  const chat = await openChat(page);
  await chat.write('在吗');
  await chat.becomes('在吗', 'sent', 'delivered');
  return chat;
}

const RULES = {
  'empty elements are hidden': 'div:empty, :empty { display: none }',
  'everything is hidden, turned and moved': 'html > * { display: none !important; transform: rotate(9deg) !important; opacity: 0 !important } html > body { display: block !important; opacity: 1 !important; transform: none !important }',
  'the body is grey': 'body { filter: grayscale(1); height: 3000px }',
  'the body is moved': 'body { transform: translateX(0); perspective: 100px; contain: paint; height: 3000px }',
  'the root is a grid': 'html { display: grid; grid-template-columns: 1fr 1fr; overflow: clip } * { position: static; z-index: auto; all: revert }',
};
for (const [what, rules] of Object.entries(RULES)) {
  scene(`rules of a page: ${what}`, async ({ person, shop }) => {
    const page = await (await person()).newPage();
    await page.goto(shop.whole(html('{{TAG}}', `<style>${rules}</style>`)));
    await works(page, what);
  });
}

scene('a router that swaps the body, or all under the root, finds the button where it was', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.whole(html('', '{{TAG}}')));
  await works(page, 'at first');
  await page.evaluate(() => {
    const next = document.createElement('body');
    next.append(document.createElement('h2'));
    document.documentElement.replaceChild(next, document.body);
    history.pushState({}, '', '/two');
  });
  assert.equal((await launcher(page))?.expanded, true);
  await page.evaluate(() => document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body')));
  const chat = await openChat(page, { press: false });
  await eventually('the talk is there again', async () => String(await chat.said()) === '> 在吗');
  await page.evaluate(() => {
    const root = document.createElement('html');
    root.append(document.createElement('head'), document.createElement('body'));
    document.replaceChild(root, document.documentElement);
  });
  await eventually('it is back', () => launcher(page));
});

scene('a page that takes it away again and again is left in peace', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.whole(html('{{TAG}}')));
  await eventually('the launcher is there', () => launcher(page));
  const taken = page.evaluate(
    () =>
      new Promise((resolve) => {
        let count = 0;
        /** @type {any} */ let rest;
        const take = () => {
          const found = document.querySelector('servicedesk-widget');
          if (!found) return;
          count += 1;
          found.remove();
          clearTimeout(rest);
          rest = setTimeout(() => resolve(count), 500);
        };
        new MutationObserver(take).observe(document.documentElement, { childList: true });
        take();
      }),
  );
  const count = Number(await taken);
  assert.ok(count > 2 && count <= 21, `taken away ${count} times`);
});

scene('the tag twice is one button, and calls of both are heard', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.whole(html(`${QUEUE}{{TAG}}{{TAG}}`)));
  await works(page, 'twice');
  // A part of the page that brings its own queue and tag with it.
  await page.evaluate(() => {
    const all = /** @type {any} */ (window);
    all.servicedesk = function queue() {
      (all.servicedesk.q = all.servicedesk.q || []).push(arguments);
    };
    all.servicedesk('on', 'close', () => (all.shut = true));
    all.servicedesk('close');
    const again = document.createElement('script');
    again.src = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="w.js"]')).src;
    document.body.append(again);
  });
  await page.waitForFunction(() => /** @type {any} */ (window).shut);
  assert.equal(await page.evaluate(() => document.querySelectorAll('servicedesk-widget').length), 1);
});

const TAGS = {
  'key in the address': '<script async src="{{DESK}}/w.js?key={{KEY}}"></script>',
  'k in the address': '<script async src="{{DESK}}/w.js?k={{KEY}}"></script>',
  'key in the settings': '<script>window.servicedeskSettings={key:"{{KEY}}",locale:"en"}</script><script async src="{{DESK}}/w.js"></script>',
  'by a tag manager, without anything': '<script>var s=document.createElement("script");s.async=true;s.src="{{DESK}}/w.js";document.head.appendChild(s)</script>',
  'as a module': '<script type="module" src="{{DESK}}/w.js" data-key="{{KEY}}"></script>',
};
for (const [what, tag] of Object.entries(TAGS)) {
  scene(`the tag: ${what}`, async ({ person, shop }) => {
    const page = await (await person()).newPage();
    await page.goto(shop.whole(html(tag)));
    await works(page, what);
  });
}

const WRAPPED = {
  'a header of a tracing tool': "{...o,headers:{...(o||{}).headers,traceparent:'00-0-0-01',baggage:'a=b'}}",
  'with credentials': "{...o,credentials:'include'}",
};
for (const [what, options] of Object.entries(WRAPPED)) {
  scene(`fetch is wrapped: ${what}`, async ({ person, shop }) => {
    const page = await (await person()).newPage();
    await page.goto(shop.whole(html(`<script>const f=fetch;window.fetch=(u,o)=>f(u,${options})</script>{{TAG}}`)));
    await works(page, what);
  });
}

for (const policy of ['require-corp', 'credentialless']) {
  scene(`a cross-origin isolated page, ${policy}`, async ({ person, shop }) => {
    const page = await (await person()).newPage();
    await page.goto(shop.whole(html('{{TAG}}'), { headers: { 'cross-origin-embedder-policy': policy, 'cross-origin-opener-policy': 'same-origin' } }));
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
    await works(page, policy);
  });
}

scene('a sandbox without storage has a button all the same', async ({ person, shop, expect }) => {
  expect(/sandbox/i, /CORS policy/, /net::ERR_FAILED/);
  const page = await (await person()).newPage();
  const inner = html("<script async src='{{DESK}}/w.js' data-key='{{KEY}}'></script>").replaceAll('"', '&quot;');
  await page.goto(shop.whole(html(`<iframe sandbox="allow-scripts" width="900" height="700" srcdoc="${inner}"></iframe>`)));
  const frame = await eventually('the sandbox', () => page.frames().find((one) => one.url() === 'about:srcdoc'));
  await eventually('its button', () => frame.evaluate(() => Boolean(document.querySelector('servicedesk-widget'))));
});

const SAID = {
  'a number as id': "servicedesk('identify',{id:42,hash:'of-42',name:'Anna'})",
  'a name that is too long': "servicedesk('identify',{name:'n'.repeat(300),phone:13800138000})",
  'a name of a megabyte': "servicedesk('identify',{name:'n'.repeat(1e6)})",
  'a proxy': "servicedesk('identify',new Proxy({name:'Vue'},{}))",
  'an object of a class': "servicedesk('identify',new (class { name='Ivy'; greet=()=>1 })())",
  'a proxy among the options': "servicedesk('boot',{tags:new Proxy(['vip'],{}),tokens:new Proxy({},{}),offset:null,launcher:null})",
  'half an emoji in the title': "document.title='限时特惠 🍵'.slice(0,6)",
  'a long address': "history.replaceState(null,'','#'+'a'.repeat(300000))",
  'a listener that throws': "servicedesk('on','ready',()=>{throw new Error('of the page')});servicedesk('on','error',()=>{throw new Error('again')})",
  'what is no listener': "servicedesk('on','open',5);servicedesk();servicedesk('dance');servicedesk('identify',5,6);servicedesk('setTheme',null)",
};
for (const [what, call] of Object.entries(SAID)) {
  scene(`a page says: ${what}`, async ({ person, shop, expect }) => {
    expect(/of the page|again|is not a function|status of 4\d\d/);
    const page = await (await person()).newPage();
    await page.goto(shop.whole(html(`${QUEUE}<script>${call}</script>{{TAG}}`)));
    await works(page, what);
  });
}

scene('one call that cannot be used takes no other with it, and the page hears of it', async ({ person, shop, owner, expect }) => {
  expect(/of the page/);
  const page = await (await person()).newPage();
  const calls = [
    "servicedesk('dance')",
    "servicedesk('setAttributes',{f(){},plan:'gold'})",
    "const round={};round.round=round;servicedesk('setAttributes',round)",
    "servicedesk('setAttributes',{id:2n**64n,size:3})",
    "servicedesk('addTag',null);servicedesk('addTag',{});servicedesk('addTag','\\u200b');servicedesk('boot',{tags:'early'})",
    "servicedesk('on','open',()=>{throw new Error('of the page')})",
    "servicedesk('addTag',['vip',7,{}])",
  ];
  await page.goto(shop.whole(html(`${QUEUE}<script>${calls.join(';')}</script>{{TAG}}`)));
  await works(page, 'bad calls');
  const row = (await owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0];
  await eventually('the labels', async () => {
    const labels = (await owner.call('GET', `/conversations/${row.id}`)).labels ?? [];
    return ['7', 'early', 'vip'].every((one) => labels.some((/** @type {any} */ label) => (label.name ?? label) === one)) && labels.length === 3;
  });
  await eventually('the attributes', async () => {
    const { attributes = {} } = await owner.call('GET', `/contacts/${row.contact?.id ?? row.contact_id}`);
    return JSON.stringify(attributes).includes('gold');
  });
  const wrong = await page.evaluate(() => /** @type {any} */ (window).wrong.map((/** @type {any} */ one) => `${one.code} ${one.detail}`));
  for (const told of ['dropped f', 'dropped id', 'dropped tag', 'listener open']) assert.ok(wrong.includes(told), `${told} in ${wrong}`);
  assert.equal(wrong.filter((/** @type {string} */ one) => one.startsWith('call ')).length, 2, String(wrong));
});

scene('a clock that is a day slow or fast changes nothing', async ({ person, shop, expect }) => {
  expect(/status of 401/);
  for (const days of [-1, 1]) {
    const one = await person();
    await one.context.addInitScript((ms) => {
      const Real = Date;
      const real = Real.now;
      globalThis.Date = /** @type {any} */ (
        class extends Real {
          /** @param {...any} given */
          constructor(...given) {
            super(.../** @type {[]} */ (given.length ? given : [real.call(Real) + ms]));
          }
          static now() {
            return real.call(Real) + ms;
          }
        }
      );
    }, days * 86_400_000);
    const page = await one.newPage();
    await page.goto(shop.whole(html('{{TAG}}')));
    const chat = await works(page, `${days} days`);
    await chat.frame.locator('.turn.mine').first().waitFor();
  }
});

scene('a frame that does not load says so in the panel, and comes at the second try', async ({ person, shop, desk, expect }) => {
  expect(/net::ERR/, /Failed to load resource/);
  const page = await (await person()).newPage();
  await page.clock.install();
  let broken = true;
  await page.route(`${desk.origin}/w/frame**`, (route) => (broken ? route.abort() : route.continue()));
  await page.goto(shop.whole(html(`${QUEUE}{{TAG}}`)));
  await page.clock.resume();
  await eventually('the launcher is there', () => launcher(page));
  await pressLauncher(page);
  await page.waitForFunction(() => document.querySelector('servicedesk-widget'));
  await callWidget(page, 'open');
  await page.clock.fastForward(11_000);
  await page.waitForFunction(() => /** @type {any} */ (window).wrong.some((/** @type {any} */ one) => one.code === 'frame'));
  const tools = await page.context().newCDPSession(page);
  const said = async () => (await tools.send('Accessibility.getFullAXTree')).nodes;
  const again = await eventually('a way to try again', async () => (await said()).find((node) => node.role?.value === 'button' && node.name?.value === '重新加载'));
  assert.ok((await said()).some((node) => String(node.name?.value).includes('聊天没有加载出来')));
  broken = false;
  const { model } = await tools.send('DOM.getBoxModel', { backendNodeId: again.backendDOMNodeId });
  await page.mouse.click((model.border[0] + model.border[2]) / 2, (model.border[1] + model.border[5]) / 2);
  await openChat(page, { press: false });
});

scene('after shutdown nothing of it listens, and boot brings it back', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const heard = /** @type {any} */ (window).ears = new Map();
    for (const target of [window, document]) {
      const { addEventListener: add, removeEventListener: remove } = target;
      target.addEventListener = (/** @type {any[]} */ ...args) => {
        if (/\/w(-open)?\.js/.test(String(new Error().stack))) heard.set(args[1], args[0]);
        return Reflect.apply(add, target, args);
      };
      target.removeEventListener = (/** @type {any[]} */ ...args) => {
        heard.delete(args[1]);
        return Reflect.apply(remove, target, args);
      };
    }
  });
  await page.goto(shop.whole(html(`<button id="ask">问一下</button><script>window.servicedeskSettings={openOn:'#ask'}</script>{{TAG}}`)));
  await works(page, 'before');
  const ears = () => page.evaluate(() => [.../** @type {any} */ (window).ears.values()]);
  assert.ok((await ears()).includes('message'));
  await callWidget(page, 'shutdown');
  assert.deepEqual(await ears(), []);
  await page.locator('#ask').click();
  assert.equal(await launcher(page), null);
  await callWidget(page, 'boot');
  await page.locator('#ask').click();
  await eventually('open', async () => (await launcher(page))?.expanded);
});
