/**
 * The line between a browser and the desk, which a test can cut: a proxy of bytes with a port of its own. While it is cut nothing
 * gets through; while it only refuses links, pages load and the live link does not; while it lets no WebSocket through, or no stream
 either, links have to find another way.
 */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** What a line that is not whole lets no request ask for. @type {Record<string, RegExp>} */
const REFUSED = {
  'no links': / \/im\/v1\//,
  'no sockets': / \/im\/v1\/socket/,
  'no streams': / \/im\/v1\/(socket|stream)/,
};

/** @param {{origin:string}} desk */
export async function openLine(desk) {
  /** @type {'whole'|'cut'|'no links'|'no sockets'|'no streams'} */ let state = 'whole';
  /** @type {Set<import('node:net').Socket>} */ const ends = new Set();

  const server = createServer((near) => {
    ends.add(near);
    near.on('error', () => {});
    near.on('close', () => ends.delete(near));
    if (state === 'cut') return near.destroy();
    const far = connect(Number(new URL(desk.origin).port), '127.0.0.1');
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (chunk) => {
      // A request's head comes in one piece from a browser.
      if (REFUSED[state]?.test(String(chunk))) near.destroy();
      else far.write(chunk);
    });
    far.pipe(near, { end: false });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  /** @param {typeof state} next */
  const become = (next) => {
    state = next;
    if (next !== 'whole') for (const end of ends) end.destroy();
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    cut: () => become('cut'),
    refuseLinks: () => become('no links'),
    refuseSockets: () => become('no sockets'),
    refuseStreams: () => become('no streams'),
    heal: () => become('whole'),
    async end() {
      become('cut');
      server.close();
      await once(server, 'close');
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openLine>>} Line */
