/**
 * Files in the widget, fetched when there is one: choosing, recording, sending and showing them. The parts know nothing of each
 * other; they meet here.
 */
import { el } from '../dom.js';
import { createIdMaker } from '../../im/ids.js';
import { createIndexedStore } from '../../im/store-indexed.js';
import { createSystemClock, createTabs, singleTab } from '../../im/browser.js';
import { createFileOutbox } from '../../im/file-outbox.js';
import { prepare, renamed } from '../../im/picture.js';
import { canRecord } from '../../im/recorder.js';
import { createFetched } from './fetched.js';
import { createShown } from './shown.js';
import { createTray } from './tray.js';
import { createVoice } from './voice.js';

/** Files taken at once. */
const AT_ONCE = 10;
/** Reasons that have words of their own. */
const REASONS = ['too_large', 'no_room', 'too_many_pixels', 'unreadable', 'empty'];

/**
 * Files on their way, in the talk.
 * @param {() => import('../types.js').Talk} talk
 * @param {Map<string, {bubble:import('../timeline.js').Bubble, draw:() => void, address:string|null}>} waiting
 * @param {ReturnType<typeof import('./shown.js').createShown>} shown
 * @param {ReturnType<typeof import('../../im/file-outbox.js').createFileOutbox>} outbox
 * @param {import('../types.js').Timeline} timeline
 * @param {import('../types.js').Texts['t']} t
 */
function createPlaces(talk, waiting, shown, outbox, timeline, t) {
  const belongs = (/** @type {import('../../im/file-outbox.js').OutgoingFile} */ outgoing) => (outgoing.conversation_id ?? null) === talk().current || (!outgoing.conversation_id && !talk().current);
  /** @param {import('../../im/file-outbox.js').OutgoingFile} outgoing */
  const place = (outgoing) => {
    const id = outgoing.client_message_id;
    if (!belongs(outgoing) || waiting.has(id)) return;
    const address = /^(image|audio|video)\//.test(outgoing.blob.type) ? URL.createObjectURL(outgoing.blob) : null;
    const { holder, draw } = shown.waiting(outgoing, address, () => outbox.cancel(id));
    const at = new Date(outgoing.created_at);
    const bubble = timeline.bubble(
      { mine: true, author: '', group: 'me', at, content: { kind: 'file', name: outgoing.name }, state: 'sending' },
      { retry: () => outbox.retry(id), remove: () => outbox.cancel(id), edit() {}, file: () => holder },
    );
    const redraw = () => {
      draw();
      const { state, code } = outgoing;
      const why = REASONS.includes(code ?? '') ? t(`failed.file.${code}`) : '';
      bubble.update({ state: state === 'failed' ? 'failed' : 'sending', code, why });
    };
    waiting.set(id, { bubble, draw: redraw, address });
    redraw();
    timeline.append(bubble.node, at, { follow: true });
  };
  const show = () => {
    for (const { bubble } of waiting.values()) if (bubble.node.isConnected) timeline.remove(bubble.node);
    waiting.clear();
    for (const outgoing of outbox.list()) place(outgoing);
  };

  return { place, show };
}

/**
 * How files come in: chosen, pasted, dropped, recorded.
 * @param {(key:string) => void} complain
 * @param {import('../types.js').Texts['t']} t
 * @param {ReturnType<typeof import('../../im/file-outbox.js').createFileOutbox>} outbox
 * @param {() => import('../types.js').Talk} talk
 * @param {import('../types.js').Texts} texts
 * @param {import('../types.js').Composer} composer
 * @param {ReturnType<typeof import('../../im/browser.js').createSystemClock>} clock
 * @param {typeof import('../more.js')} more
 */
function createChoosing(complain, t, outbox, talk, texts, composer, clock, more) {
  /** @param {File} file @param {any} [about] */
  const take = async (file, about = {}) => {
    if (!file.size) return complain('failed.file.empty');
    const { blob, width, height, ending } = await prepare(file);
    // Browsers call what was pasted `image.png`, all of them.
    const name = !file.name || /^image\.\w+$/.test(file.name) ? `${t('file.pasted')}.${ending ?? (file.type.split('/')[1] || 'bin')}` : renamed(file.name, ending);
    return outbox.add({ blob, name, conversation_id: talk().current, width, height, ...about });
  };
  /** @param {Iterable<File>} files */
  const takeAll = async (files) => {
    const all = [...files];
    if (all.length > AT_ONCE) complain('failed.file.too_many');
    for (const file of all.slice(0, AT_ONCE)) await take(file);
  };
  const tray = createTray({ texts, composer, most: AT_ONCE, send: takeAll, tooMany: () => complain('failed.file.too_many') });
  /** @param {Record<string, any>} [more] */
  const choose = (more = {}) => {
    const input = el('input', { type: 'file', multiple: true, hidden: true, ...more });
    input.addEventListener('change', () => {
      takeAll(input.files ?? []);
      input.remove();
      composer.focus();
    });
    input.addEventListener('cancel', () => input.remove());
    // Some engines let go of an input that stands nowhere before its answer has come.
    document.body.append(input);
    input.click();
  };
  const voice = createVoice({ texts, composer, clock, complain, done: (recorded) => outbox.add({ ...recorded, name: `${t('file.voice_name')}.${recorded.ending}`, conversation_id: talk().current }) });
  /** @param {HTMLElement} button */
  const openMenu = (button) => {
    const items = [{ icon: 'file', label: t('file.choose'), press: () => choose() }];
    if (matchMedia('(hover: none) and (pointer: coarse)').matches) {
      items.push({ icon: 'camera', label: t('file.photo'), press: () => choose({ accept: 'image/*', capture: 'environment', multiple: false }) });
    }
    if (canRecord()) items.push({ icon: 'dictate', label: t('file.voice'), press: voice.begin });
    // One way is no choice.
    if (items.length === 1) choose();
    else more.openMenu(button, t('attach'), items);
  };

  return { openMenu, tray, takeAll };
}

/**
 * Everything that the frame does with files.
 * @param {object} host
 * @param {typeof import('../more.js')} host.more
 * @param {import('../types.js').Texts} host.texts
 * @param {import('../types.js').Session} host.session
 * @param {import('../types.js').Client} host.client
 * @param {import('../types.js').Composer} host.composer
 * @param {import('../types.js').Timeline} host.timeline
 * @param {() => import('../types.js').Talk} host.talk
 * @param {(key:string) => void} host.complain
 * @param {(change:object) => void} host.save  kept by the loader
 */
export function createFiles({ more, texts, session, client, composer, timeline, talk, complain, save }) {
  const { t } = texts;
  const clock = createSystemClock();
  const fetched = createFetched((path) => session.call('GET', path).then((/** @type {Response} */ response) => response.blob()));
  const size = (/** @type {number} */ bytes) =>
    bytes < 1e6 ? t('size.kb', { size: Math.max(1, Math.round(bytes / 1e3)) }) : t('size.mb', { size: (bytes / 1e6).toFixed(1) });
  const shown = createShown({ texts, fetched, complain, size });
  /** What stands in the talk for each file on its way. @type {Map<string, {bubble:import('../timeline.js').Bubble, draw:() => void, address:string|null}>} */
  const waiting = new Map();

  /** A request that carries the session's token. @param {string} method @param {string} path @param {any} init */
  const call = (method, path, init) => session.fetch(path, { ...init, method });
  const outbox = createFileOutbox({
    send: (message) => (message.conversation_id || talk().current ? client.send({ ...message, conversation_id: message.conversation_id ?? talk().current }) : talk().send(message)),
    call,
    store: createIndexedStore('servicedesk-files'),
    tabs: navigator.locks ? createTabs('servicedesk:files') : singleTab(),
    clock,
    random: Math.random,
    makeId: createIdMaker({ now: clock.now }),
    owner: () => session.owner,
    onOnline(wake) {
      addEventListener('online', wake);
      return () => removeEventListener('online', wake);
    },
    onChange(outgoing, change) {
      const id = outgoing.client_message_id;
      if (change === 'added') place(outgoing);
      else if (change === 'changed') waiting.get(id)?.draw();
      else {
        const gone = waiting.get(id);
        if (change === 'sent' && gone?.address) fetched.know(String(outgoing.file_id), gone.address);
        waiting.delete(id);
        if (gone) timeline.remove(gone.bubble.node);
      }
      save({ files: outbox.list().length > 0 || null });
    },
  });
  const { place, show } = createPlaces(talk, waiting, shown, outbox, timeline, t);

  const { openMenu, tray, takeAll } = createChoosing(complain, t, outbox, talk, texts, composer, clock, more);

  const restore = async () => {
    await session.get();
    await outbox.restore();
    save({ files: outbox.list().length > 0 || null });
  };
  restore().catch(() => {});
  client.on('outbox', ({ item, change }) => change !== 'queued' && outbox.kept(item.client_message_id));
  client.on('welcome', () => restore().catch(() => {}));
  return {
    /** @param {HTMLElement|File[]} what @param {boolean} [waits] */
    attach: (what, waits) => (what instanceof HTMLElement ? openMenu(what) : waits ? tray.hold(what) : takeAll(what)),
    draw: shown.draw,
    show,
    /** @param {string} id */
    named: (id) => outbox.named(id),
    clear() {
      outbox.clear();
      tray.clear();
      fetched.clear();
    },
  };
}
