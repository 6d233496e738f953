/**
 * Whose turn it is in a conversation with a bot, as the head says it: the bot answers, a person is on the way, or one is there. What
 * began on this page has not been told its state: a bot that speaks in it has it.
 */
import { botFace, markBot } from './bot.js';

/** @typedef {{name:string, face?:string|null}} Bot */

/**
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Client} options.client
 * @param {import('./types.js').Timeline} options.timeline
 * @param {ReturnType<typeof import('./head.js').createHead>} options.head
 * @param {import('./types.js').Talk} options.talk
 * @param {() => import('./types.js').Shop} options.shop settings of the session
 */
export function createTurn({ texts, client, timeline, head, talk, shop }) {
  const { t } = texts;
  /** The bot of each conversation in which one spoke. @type {Map<string, Bot>} */
  const bots = new Map();
  /** Conversations that a person has taken since their state was told. @type {Set<string>} */
  const taken = new Set();
  /** @param {string} id */
  const stateOf = (id) => {
    const state = client.conversation(id)?.state;
    return taken.has(id) && state !== 'closed' ? 'open' : state || 'bot';
  };
  /** Whether the head shows the bot. */
  let isIn = false;

  /** @param {Bot} bot */
  const showBot = (bot) => {
    texts.add({ 'state.bot': t('bot.answers', { name: bot.name }) });
    head.setAgent({ name: bot.name });
    head.setShop({ ...shop(), open: undefined, availability: 'bot' });
    head.node.querySelector('.faces')?.replaceChildren(botFace(36, bot));
  };

  return {
    /** What the head says of the conversation that is shown. @param {boolean} placed its place in the queue is told */
    show(placed) {
      const now = shop();
      const id = String(talk.current);
      const bot = bots.get(id);
      const state = bot ? stateOf(id) : '';
      timeline.node.dataset.turn = state;
      const was = isIn;
      isIn = state === 'bot';
      if (isIn && bot) return showBot(bot);
      if (was) head.setAgent(null);
      const coming = state === 'waiting' && now.open?.now !== false && now.availability === 'online';
      if (coming) texts.add({ 'state.connecting': t('bot.connecting') });
      // What is true of everybody says less than what is true of them.
      head.setShop({ ...now, ...(placed && { wait_ms: null }), ...(coming && { availability: 'connecting' }) });
    },
    /** A bot has said something. @param {import('./timeline.js').Bubble} bubble */
    spoke({ node, entry, said }) {
      const bot = { name: entry?.sender.name || said.author, face: shop().bot?.face };
      if (entry) bots.set(entry.conversation_id, bot);
      markBot(node, bot, texts);
    },
    /** @param {any} entry @returns {string} the state that it leads to; empty = none */
    hear(entry) {
      const { conversation_id: id, kind, type, sender } = entry;
      if (kind === 'assigned' || (type === 'message' && sender.kind === 'agent')) {
        taken.add(id);
        return 'open';
      }
      if (kind !== 'state') return '';
      taken.delete(id);
      return entry.state;
    },
  };
}
