/**
 * A customer without a browser, for tests of the workbench: a visitor session and its socket, spoken as the protocol document has
 * it. Says, types, reads, and hears what a visitor may hear.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import WebSocket from 'ws';
import { eventually } from './eventually.js';

/**
 * @param {{origin:string}} desk @param {string} key of the widget
 * @param {{locale?:string, identity?:object|null, page?:{url:string, title:string, referrer:string}}} [who]
 */
export async function openVisitor(desk, key, { locale = 'zh-CN', identity = null, page } = {}) {
  const response = await fetch(`${desk.origin}/widget/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      key,
      device_id: randomUUID(),
      visitor_token: null,
      identity,
      locale,
      page: page ?? { url: 'https://www.banshantea.cn/cart', title: '购物车', referrer: '' },
    }),
  });
  if (response.status !== 200) throw new Error(`session: ${response.status} ${await response.text()}`);
  const session = await response.json();
  /** @type {any[]} */ const heard = [];
  const socket = new WebSocket(`${desk.origin.replace('http', 'ws')}/im/v1/socket`, 'servicedesk.im.v1');
  socket.on('message', (data) => {
    for (const line of String(data).split('\n')) if (line) heard.push(JSON.parse(line));
  });
  socket.on('error', () => {});
  await once(socket, 'open');
  const tell = (/** @type {object} */ frame) => socket.send(JSON.stringify(frame));
  tell({
    type: 'hello',
    protocol: 'servicedesk.im.v1',
    session_token: session.session_token,
    client: { kind: 'test', version: '1' },
    resume: null,
    client_state: 'visible',
  });
  await eventually('the desk says welcome', () => heard.find((frame) => frame.type === 'welcome'));
  /** @type {string|null} */ let conversation = null;

  /** @param {string} text @param {string|null} where */
  const send = async (text, where) => {
    const id = randomUUID();
    tell({ type: 'send', client_message_id: id, conversation_id: where, note: false, content: { kind: 'text', text } });
    const taken = await eventually(`"${text}" is accepted`, () => heard.find((frame) => frame.type === 'accepted' && frame.client_message_id === id));
    conversation = taken.conversation_id;
    return taken;
  };

  return {
    id: session.visitor_id,
    heard,
    get conversation() {
      return conversation;
    },
    /** Where the conversation goes on. @param {string} text */
    say: (text) => send(text, conversation),
    /** In a new conversation, whatever there was. @param {string} text */
    begin: (text) => send(text, 'new'),
    /** @param {boolean} [active] */
    typing: (active = true) => tell({ type: 'typing', conversation_id: conversation, active, preview: null }),
    /** @param {number} sequence */
    read: (sequence) => tell({ type: 'progress', received: { [String(conversation)]: sequence }, read: { [String(conversation)]: sequence } }),
    /** @param {string} text */
    hears: (text) => eventually(`the visitor hears "${text}"`, () => heard.find((frame) => frame.type === 'message' && frame.content?.text === text)),
    leave: () => socket.close(),
  };
}
