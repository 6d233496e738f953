/**
 * Joins the delivery core and the list: entries, unsent messages and marks of the one conversation that is shown become bubbles,
 * lines and states. What happens in the others goes into the cache and the count.
 */
import { followCore } from './talk/arrivals.js';
import { createEntries } from './talk/entries.js';
import { createHistory } from './talk/history.js';
import { createPeople } from './talk/people.js';
import { createReceipts } from './talk/receipts.js';
import { createUnsent } from './talk/unsent.js';

/**
 * @typedef {object} Options
 * @property {import('./types.js').Client} client
 * @property {import('./types.js').Timeline} timeline
 * @property {ReturnType<typeof import('./head.js').createHead>} head
 * @property {import('./types.js').Composer} composer
 * @property {import('./types.js').ConversationCache} cache
 * @property {import('./types.js').Texts} texts
 * @property {(type:string, value?:unknown) => void} tell the loader
 * @property {() => boolean} looking somebody has the conversation in sight
 * @property {Extras} extras what is drawn by parts that come later: cards, link previews, menus
 * @property {(entry:import('./types.js').Entry, name:string) => void} onHeard somebody else's message came
 * @property {() => void} onChange the cache, the count or the state of the conversation has changed
 *
 * @typedef {import('./types.js').LazyParts & {named:(id:string) => void, moved:(id:string) => void}} Extras
 *
 * @typedef {object} Parts
 * @property {ReturnType<typeof createPeople>} people
 * @property {ReturnType<typeof createReceipts>} receipts
 * @property {ReturnType<typeof createEntries>} entries
 * @property {ReturnType<typeof createUnsent>} unsent
 * @property {ReturnType<typeof createHistory>} history
 */

/** What is shown, which all parts look at. */
const begun = () => ({
  /** The conversation; null = one that has not begun. @type {string|null} */
  current: null,
  /** Whether the one that has not begun is to be a new one, whatever else goes on. */
  fresh: false,
  /** The team that was chosen for it; empty = none. */
  team: '',
  /** Everything shown, by what it may be called later: sequence, id of the message, id in the outbox. @type {Map<string, import('./timeline.js').Bubble|null>} */
  known: new Map(),
  settings: /** @type {import('./types.js').Shop} */ ({}),
});
/** @typedef {ReturnType<typeof begun>} Here */

/**
 * The conversation that is shown.
 * @param {Options} frame
 */
export function createTalk(frame) {
  const { client, timeline, cache, tell, extras, onChange } = frame;
  const here = begun();
  /** A reset came, its welcome has not. */
  let waiting = false;

  const changed = () => {
    tell('unread', cache.total());
    tell('save', { live: client.items().length > 0 || client.conversations().some(isGoing) });
    onChange();
  };
  const isGoing = (/** @type {import('../im/types.js').Conversation} */ one) => one.state !== 'closed';

  const people = createPeople(here, frame.head);
  const receipts = createReceipts(frame, here);
  const entries = createEntries(frame, here, people, receipts);
  const unsent = createUnsent(frame, here, entries);
  const history = createHistory(frame, here, { people, entries, unsent }, () => {
    changed();
    receipts.maybeRead();
  });
  followCore(frame, here, { people, receipts, entries, unsent, history }, changed);

  /** Empties what is shown; the talk is about `id` from here on. @param {string|null} id */
  const turnTo = (id) => {
    here.current = id;
    here.known.clear();
    entries.clear();
    history.turn(waiting);
    timeline.clear();
    timeline.typing(null);
    people.setAgent(null);
    unsent.turn();
    extras.turned();
  };
  client.on('reset', () => {
    cache.clear();
    people.forget();
    waiting = true;
    turnTo(here.current);
  });

  return {
    more: history.more,
    maybeRead: receipts.maybeRead,
    turnTo(/** @type {string|null} */ id, isFresh = false) {
      here.fresh = isFresh;
      waiting = false;
      turnTo(id);
      history.more();
    },
    get current() {
      return here.current;
    },
    get empty() {
      return !here.current && unsent.empty;
    },
    /** A welcome said what there is: the conversation that is shown may be asked for again. */
    resume() {
      if (waiting) {
        waiting = false;
        history.turn();
      }
      history.more();
    },
    answer: entries.answer,
    /** @param {string} team */
    choose(team) {
      here.team = team;
    },
    /** @param {{text?:string, content?:import('./types.js').Content}} message @returns {boolean} */
    send(message) {
      try {
        const isNew = here.fresh && client.conversations().some(isGoing) && !client.items().some(unsent.belongs);
        client.send({ conversation_id: here.current ?? (isNew ? 'new' : null), team: here.team, ...message });
        return true;
      } catch {
        return false;
      }
    },
    /** @param {boolean} writing @param {string|null} preview what is being written, where the shop sees it */
    writing(writing, preview) {
      if (here.current) client.typing(here.current, writing, preview);
    },
    /** @param {import('./types.js').Shop} next */
    setSettings(next) {
      here.settings = next;
    },
    setLate: unsent.setLate,
  };
}
