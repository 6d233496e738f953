/** What the menus of the conversation offer: the one in its head, and the one of a message. */
import { createAbout } from './about.js';
import { el } from './dom.js';
import { openMenu } from './menu.js';

const QUOTED_CHARS = 120;

/**
 * The menus of the conversation that is shown.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Session} options.session
 * @param {import('./types.js').Composer} options.composer
 * @param {import('./types.js').ConversationCache} options.cache
 * @param {any} [options.book]  the same, as pages of an older release hand it over
 * @param {(type:string, value?:any) => void} options.tell the loader
 * @param {() => import('./types.js').Talk} options.talk
 * @param {() => import('./types.js').Shop} options.shop
 * @param {{mute?:boolean, wide?:boolean, aloud?:boolean}} options.habits
 * @param {any} options.go
 * @param {(id:string|null, rest:string) => string} options.at the path of a conversation
 * @param {(doing:Promise<any>, key?:string) => void} options.attempt
 * @param {ReturnType<typeof import('../design/speech.js').createSpeech>} options.speech
 */
export function createMenus({ texts, session, composer, book, cache = book, tell, talk, shop, habits, go, at, attempt, speech }) {
  const { t } = texts;
  // The composer of an older page quotes and corrects by itself.
  const about = 'about' in composer ? createAbout(texts, composer) : /** @type {any} */ (composer);
  /** @type {{icon:string, label:string, press:() => void}[]} */ let items = [];
  /** @param {string} icon @param {string} key @param {() => void} press */
  const add = (icon, key, press) => items.push({ icon, label: t(key), press });
  const keep = (/** @type {object} */ change) => {
    Object.assign(habits, change);
    tell('save', change);
  };
  const transcript = async (/** @type {string} */ id) => {
    const response = await session.call('GET', at(id, '/transcript'));
    const address = URL.createObjectURL(await response.blob());
    const link = el('a', { href: address, download: t('menu.transcript_file') });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  return {
    /** @param {HTMLElement} button */
    head(button) {
      items = [];
      const id = talk().current;
      const row = cache.get(id);
      if (cache.list().length > 1) add('list', 'menu.list', go.list);
      if (shop().tickets && go.leave) add('plus', 'menu.ticket', go.leave);
      if (id) add('download', 'menu.transcript', () => attempt(transcript(id)));
      if (shop().sound !== false) add(habits.mute ? 'bell' : 'bell-off', habits.mute ? 'menu.sound' : 'menu.mute', () => keep({ mute: !habits.mute }));
      if (speech.canSpeak) {
        add('speak', habits.aloud ? 'menu.hush' : 'menu.aloud', () => {
          keep({ aloud: !habits.aloud });
          if (!habits.aloud) speech.hush();
        });
      }
      if (speech.canListen) add('dictate', speech.listening ? 'menu.dictate_end' : 'menu.dictate', () => speech.listen());
      if (!go.phone()) {
        add(habits.wide ? 'narrow' : 'wide', habits.wide ? 'menu.narrow' : 'menu.wide', () => {
          keep({ wide: !habits.wide });
          tell('wide', habits.wide);
        });
      }
      if (row && row.state !== 'closed') add('end', 'menu.end', () => attempt(session.call('POST', at(id, '/end'))));
      openMenu(button, t('menu'), items);
    },
    /** @param {HTMLElement} button @param {import('./timeline.js').Bubble} bubble */
    message(button, bubble) {
      items = [];
      const { content, mine } = bubble.said;
      const id = bubble.entry?.message_id;
      const path = `/widget/v1/messages/${encodeURIComponent(String(id))}`;
      const words = content?.text ?? '';
      if (id) add('quote', 'message.quote', () => about.quote(id, words.slice(0, QUOTED_CHARS)));
      if (navigator.clipboard) add('copy', 'message.copy', () => attempt(navigator.clipboard.writeText(words)));
      if (mine && id && content?.kind === 'text') add('edit', 'message.edit', () => about.correct(id, words));
      if (mine && id) add('recall', 'message.recall', () => attempt(session.call('DELETE', path), 'failed.recall'));
      // A finger holds the bubble: there is no button to stand at.
      openMenu(button, t('message.more'), items, matchMedia('(hover: none)').matches ? bubble.body : button);
    },
  };
}
