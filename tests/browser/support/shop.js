/**
 * The shop: pages of somebody else, on another host than the desk, with the tag as an owner pastes it. Each page is made for one
 * test, with the policy and the attributes it asks for.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

/**
 * The directives that the operations page promises to be enough, for this desk, under a policy that allows nothing else.
 * @param {string} origin of the desk
 */
export async function strictPolicy(origin) {
  const page = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('## Pages with a Content-Security-Policy'));
  const promised = /```text\n([^`]+)```/.exec(section)?.[1].replace(/\s+/g, ' ').trim() ?? '';
  if (!promised.includes('script-src')) throw new Error('docs/operations.md does not say which directives the widget needs');
  return `default-src 'none'; ${promised.replaceAll('https://desk.example.com', origin)}; require-trusted-types-for 'script'; trusted-types 'none'`;
}

const TALL = Array.from({ length: 40 }, (_, i) => `<p>第 ${i + 1} 款茶，山里来的。</p>`).join('\n');

/** @param {{origin:string}} desk @param {string} key of the widget */
export async function openShop(desk, key) {
  /** @type {Map<string, {html:string, headers:Record<string,string>}>} */
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://shop').pathname);
    if (!page) response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    /**
     * Puts up a page that somebody else wrote, whole: `{{DESK}}` in it is the desk's origin, `{{KEY}}` the widget's key, `{{TAG}}` the
     * tag as an owner pastes it.
     * @param {string} html @param {{host?:string, headers?:Record<string,string>}} [how]
     */
    whole(html, { host = 'shop.localhost', headers = {} } = {}) {
      const place = `/page-${pages.size + 1}`;
      const tag = '<script async src="{{DESK}}/w.js" data-key="{{KEY}}"></script>';
      pages.set(place, { html: html.replaceAll('{{TAG}}', tag).replaceAll('{{DESK}}', desk.origin).replaceAll('{{KEY}}', key), headers });
      return `http://${host}:${port}${place}`;
    },
    /**
     * Puts a page up and gives its address.
     * @param {{host?:string, policy?:string, title?:string, attributes?:Record<string,string>, tag?:boolean, lang?:string}} [how]
     */
    page({ host = 'shop.localhost', policy, title = '购物车', attributes = {}, tag = true, lang = 'zh-CN' } = {}) {
      const place = `/page-${pages.size + 1}`;
      const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      const script = tag ? `<script async src="${desk.origin}/w.js" data-key="${key}"${said.join('')}></script>` : '';
      const html = `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<main>
<h1>${title}</h1>
<p><a href="#last">到底</a> <input aria-label="搜索"></p>
${TALL}
<p id="last">就这些。</p>
</main>
${script}
</body>
</html>`;
      pages.set(place, { html, headers: policy ? { 'content-security-policy': policy } : {} });
      return `http://${host}:${port}${place}`;
    },
    async end() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openShop>>} Shop */
