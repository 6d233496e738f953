/** The view of one conversation: its head, what was said, where the visitor writes, and what is fetched for them later. */
import { createComposer } from '../composer.js';
import { el, icon } from '../dom.js';
import { createDraft } from '../draft.js';
import { createHead } from '../head.js';
import { createLazyParts } from '../lazy-parts.js';
import { createTalk } from '../talk.js';
import { createTimeline } from '../timeline.js';
import { pastedFiles } from '../../design/paste.js';

/** Unsent words of a talk go to the agent at most this long. */
const PREVIEW_CHARS = 500;

/**
 * Files are pasted and dropped wherever the conversation is: what is dropped goes at once, what is pasted waits for the press.
 * @param {HTMLElement} node
 * @param {HTMLElement} field hidden where nothing can be sent
 * @param {(files:File[], waits:boolean) => void} attach
 */
function takeFiles(node, field, attach) {
  for (const name of ['paste', 'dragover', 'drop']) {
    node.addEventListener(name, (/** @type {any} */ event) => {
      const { clipboardData, dataTransfer } = event;
      const files = clipboardData ? pastedFiles(clipboardData) : [...dataTransfer.files];
      if (field.hidden || !(files.length || dataTransfer?.types.includes('Files'))) return;
      event.preventDefault();
      if (files.length) attach(files, Boolean(clipboardData));
    });
  }
}

/**
 * What stands under the field, and in its place once the conversation has ended.
 * @param {import('../types.js').Texts['t']} t
 * @param {() => void} begin
 * @param {() => void} goOn
 */
function createFoot(t, begin, goOn) {
  /** @param {string} look @param {() => void} press @param {...Node|string} inside */
  const button = (look, press, ...inside) => el('button', { type: 'button', class: look, onclick: press }, ...inside);
  const again = el('div', { class: 'again', hidden: true }, button('quiet', begin, icon('chat', 20), el('span', {}, t('again'))), button('quiet less', goOn, t('again.same')));
  return { again, privacy: el('p', { class: 'privacy' }) };
}

/**
 * The view of one conversation.
 * @param {import('../chat.js').Options & import('../chat.js').Joined} frame
 */
export function createTalkView({ config, texts, client, session, loader, lent, here, cache, views, pageCalls, go, draw }) {
  const { t } = texts;
  const { tell, hello } = loader;
  /** The visitor goes on with a conversation that has ended. */
  let reopened = false;
  const looking = () => here.isOpen && document.visibilityState === 'visible' && views.now?.name === 'talk';

  const head = createHead({ texts, close: go.close, back: go.back, menu: (button) => parts.menu(button) });
  const timeline = createTimeline({ texts, onTop: () => talk.more(), onBottom: () => talk.maybeRead() });
  const composer = createComposer({
    texts,
    draft: createDraft(`servicedesk:draft:${config.key}`, lent(':draft')),
    emoji: (button) => parts.emoji(button),
    attach: (button) => parts.attach(button),
    onWriting: (writing, text) => talk.writing(writing, writing && here.shop.typing_preview ? text.slice(0, PREVIEW_CHARS) : null),
    send(text, about) {
      if (about?.kind !== 'edit') return talk.send(about ? { content: { kind: 'text', text, quote: about.id } } : { text });
      parts.attempt(session.call('PATCH', `/widget/v1/messages/${encodeURIComponent(about.id)}`, { content: { kind: 'text', text } }), 'failed.edit');
      return true;
    },
  });
  const goOn = () => {
    if (views.now?.name !== 'talk') views.swap('talk', talk.current);
    reopened = true;
    draw();
    composer.focus();
  };
  const inside = { texts, session, client, head, timeline, composer, cache, tell };
  const parts = createLazyParts({
    ...inside,
    assets: config.assets,
    talk: () => talk,
    shop: () => here.shop,
    habits: hello.kept,
    go: { ...go, open: (id) => views.go('talk', id), ask: (text) => talk.send({ text }), goOn, phone: () => here.phone },
  });
  const talk = createTalk({
    ...inside,
    looking,
    onChange: draw,
    extras: {
      ...parts,
      named(/** @type {string} */ id) {
        if (views.now?.name === 'talk') views.name(id);
        parts.begun(id);
        pageCalls.look();
      },
      moved: (/** @type {string} */ id) => views.swap('talk', id),
    },
    onHeard(entry, name) {
      tell('event', { name: 'message', detail: { from: name } });
      if (here.shop.sound !== false && !hello.kept.mute && !looking()) tell('sound');
      if (!here.isOpen) parts.peek(entry, name, () => !here.isOpen).catch(() => {});
      parts.heard(entry.content?.text ?? '');
    },
  });

  const { again, privacy } = createFoot(t, () => go.begin(), goOn);
  const node = el('section', { class: 'view', hidden: true }, head.node, timeline.node, el('footer', { class: 'foot' }, composer.node, again, privacy));
  takeFiles(node, composer.node, parts.attach);

  return {
    node,
    head,
    composer,
    parts,
    talk,
    goOn,
    /** Another conversation comes to sight, or the same one again. @param {string|undefined} id @param {boolean} isFresh */
    enter(id, isFresh) {
      reopened = false;
      composer.calm();
      if (id === undefined || id !== talk.current || !timeline.node.querySelector('.turn')) talk.turnTo(id ?? null, isFresh);
    },
    draw() {
      const { state, ticket } = cache.get(talk.current) ?? {};
      head.setTicket(ticket);
      again.hidden = state !== 'closed' || reopened;
      composer.node.hidden = !again.hidden;
      parts.end();
      parts.waits();
    },
    focus() {
      timeline.toEnd();
      talk.more();
      talk.maybeRead();
      composer.refresh();
      // On a phone the keyboard would jump up and hide what was answered.
      (here.phone || composer.node.hidden ? head : composer).focus();
    },
    /** Settings of the session, or the shop's state has changed. */
    setShop() {
      const { limits, shop_name: name = '', typing_preview: seen } = here.shop;
      head.setShop(here.shop);
      talk.setSettings(here.shop);
      composer.setLimit(limits?.text_chars ?? 8000);
      privacy.textContent = seen ? t('privacy.preview') : t('privacy', { shop: name });
    },
  };
}
