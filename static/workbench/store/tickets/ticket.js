/**
 * Tickets as lists show them, from either shape in which the desk tells them, and what can be said of one without the desk: whether
 * a view still holds it, how its promise stands, which statuses may follow. Pure functions.
 *
 * @typedef {'new'|'open'|'pending'|'on_hold'|'solved'|'closed'} Category
 * @typedef {{'zh-CN':string, en:string}} BothLanguages
 * @typedef {{id:string, name:string, public_name:BothLanguages, category:Category, builtin?:boolean}} Status
 * @typedef {object} Field
 * @property {string} key
 * @property {BothLanguages} label
 * @property {'text'|'email'|'phone'|'number'|'date'|'select'|'checkbox'} type
 * @property {any[]} [options]
 * @property {boolean} required
 * @property {boolean} public
 * @typedef {{id:string, name:string, public:boolean, fields:Field[]}} Type
 * @typedef {import('../clocks.js').Clock & {ended_at?:string|null, state?:string}} Clock
 *
 * @typedef {object} Ticket   one line of a list
 * @property {string} id           its conversation's
 * @property {number} number
 * @property {string} name         as it is shown: T-218
 * @property {string} title
 * @property {string} status_id
 * @property {Category} category
 * @property {string|null} type_id
 * @property {string|null} due_at
 * @property {import('../rows.js').Row['contact']} contact
 * @property {string|null} agent_id
 * @property {string|null} team_id
 * @property {string} priority
 * @property {string[]} labels
 * @property {Clock|null} clock
 * @property {string} updated_at
 * @property {string|null} solved_at
 * @property {number} messages     how many were said; 0 = not told
 * @property {number} unread
 * @property {string|null} waiting_since   our answer is due since then
 * @property {number} last_sequence
 *
 * @typedef {'unsolved'|'mine'|'due_today'|'customer'|'all'|`view_${string}`} View
 * @typedef {'due'|'updated'|'priority'|'number'} Sort
 */

/** Views by the desk's names, in the order of the keys 1–5. @type {View[]} */
export const VIEWS = ['unsolved', 'mine', 'due_today', 'customer', 'all'];
/** @type {Sort[]} */
export const SORTS = ['due', 'updated', 'priority', 'number'];
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
/** @type {Category[]} */
export const CATEGORIES = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'];

/** Whether nothing is left to do. @param {Category} category */
export const isDone = (category) => category === 'solved' || category === 'closed';

/** What both shapes call the same. @param {any} one */
const shared = (one) => ({
  id: one.id,
  contact: one.contact,
  agent_id: one.agent_id ?? null,
  team_id: one.team_id ?? null,
  priority: one.priority ?? 'normal',
  labels: one.labels ?? [],
  clock: one.clock ?? null,
  updated_at: one.updated_at,
  unread: one.unread ?? 0,
  waiting_since: one.waiting_since ?? null,
  last_sequence: one.last_sequence ?? 0,
});

/** As `GET /tickets` tells it. @param {any} one @returns {Ticket} */
export const ofTicket = (one) => ({
  ...shared(one),
  number: one.number,
  name: one.name,
  title: one.title,
  status_id: one.status.id,
  category: one.status.category,
  type_id: one.type?.id ?? null,
  due_at: one.due_at ?? null,
  solved_at: one.solved_at ?? null,
  messages: one.message_count ?? 0,
});

/** As the live list tells it: a conversation's row with what makes it a ticket. @param {any} row @param {Ticket} [before] what a row leaves out stays @returns {Ticket} */
export const ofRow = (row, before) => ({
  solved_at: before?.solved_at ?? null,
  messages: before?.messages ?? 0,
  ...shared(row),
  // Of a row's clocks the one that is due first is told: an answer's says nothing of the solution.
  clock: row.clock?.kind === 'solution' ? row.clock : (before?.clock ?? null),
  ...row.ticket,
});

/** When it is due: the time that somebody set, else its promise. @param {Ticket} ticket @returns {string|null} */
export const dueOf = (ticket) => ticket.due_at ?? (ticket.clock?.kind === 'solution' ? ticket.clock.due_at : null);

/** Whether it is due before the day is over. @param {Ticket} ticket @param {Date} now */
export function isDueToday(ticket, now) {
  const due = dueOf(ticket);
  return due !== null && Date.parse(due) < new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}

/** Whether a ticket stands in a view, for as long as the desk has not said so. @param {string} view @param {any} ticket @param {string} me */
export function belongs(view, ticket, me) {
  if (view === 'all' || view.startsWith('view_')) return true;
  if (isDone(ticket.category)) return false;
  if (view === 'mine') return ticket.agent_id === me;
  return view !== 'customer' || ticket.category === 'pending';
}

/** Statuses that may follow one: what is closed stays so, and nothing becomes new again. @param {Status[]} all @param {Category|undefined} from */
export const following = (all, from) => all.filter(({ category }) => (from === 'closed' ? category === 'closed' : category !== 'new' || from === 'new' || from === undefined));

/** The first status of a category. @param {Status[]} all @param {Category} category */
export const statusOf = (all, category) => all.find((one) => one.category === category) ?? null;

/**
 * How its promise of a solution stands: in time, late, or done.
 * @typedef {object} Promised
 * @property {'running'|'warned'|'broken'|'paused'|'met'|'missed'} level
 * @property {string|null} paused   why time stands still
 * @property {number} share         of its time that is spent, 0 to 1
 * @property {number} left_ms       until it is over; how late it is, or was
 * @property {string|null} due_at
 */

/** @param {number} spent @param {number} target */
const share = (spent, target) => (target > 0 ? Math.min(1, spent / target) : 1);

/** @param {Clock|null} clock @param {number} now @returns {Promised|null} */
export function promised(clock, now) {
  if (!clock) return null;
  const due_at = clock.due_at ?? clock.broken_at ?? null;
  if (clock.ended_at) {
    const late = Boolean(clock.broken_at) || clock.spent_ms > clock.target_ms;
    return { level: late ? 'missed' : 'met', paused: null, share: share(clock.spent_ms, clock.target_ms), left_ms: Math.max(0, clock.spent_ms - clock.target_ms), due_at };
  }
  const change = clock.changes_at ? Date.parse(clock.changes_at) : Number.POSITIVE_INFINITY;
  const byHours = clock.running || clock.paused === 'hours';
  const open = now < change ? clock.running : clock.paused === 'hours';
  const [from, until] = clock.running ? [Date.parse(clock.at), Math.min(now, change)] : [change, now];
  const spent = clock.spent_ms + (byHours ? Math.max(0, until - from) : 0);
  const paused = open ? null : byHours ? 'hours' : (clock.paused ?? 'snoozed');
  const over = clock.broken_at ?? (spent > clock.target_ms ? clock.due_at : null);
  if (over) return { level: 'broken', paused, share: 1, left_ms: Math.max(0, now - Date.parse(over)), due_at: over };
  return {
    level: paused ? 'paused' : spent >= clock.warn_ms ? 'warned' : 'running',
    paused,
    share: share(spent, clock.target_ms),
    left_ms: Math.max(0, clock.target_ms - spent),
    due_at: paused ? null : due_at,
  };
}

/** What a field is called. @param {{label:BothLanguages, key?:string}} field @param {string} lang */
export const labelOf = (field, lang) => field.label[/** @type {keyof BothLanguages} */ (lang)] || field.label['zh-CN'] || field.label.en || field.key || '';

/** The choices of a field, as value and label. @param {Field} field @param {string} lang @returns {{value:string, label:string}[]} */
export const optionsOf = (field, lang) =>
  (field.options ?? []).map((one) => (typeof one === 'string' ? { value: one, label: one } : { value: one.value ?? one.key, label: one.label?.[lang] ?? one.label?.['zh-CN'] ?? String(one.label ?? one.value) }));

/** Tickets that are offered to link with. */
const FOUND_MAX = 6;

/**
 * Tickets by what somebody typed, from those that are known; a number that is not known is taken as it is.
 * @param {Iterable<Ticket>} all @param {string} text @param {string} own
 */
export function findTickets(all, text, own) {
  const asked = text.trim().toLowerCase();
  const digits = asked.replace(/^\D+/, '');
  const found = [...all].filter((one) => one.id !== own && (one.name.toLowerCase().includes(asked) || one.title.toLowerCase().includes(asked) || String(one.number) === digits));
  const rank = (/** @type {Ticket} */ one) => (one.name.toLowerCase() === asked || String(one.number) === digits ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || b.updated_at.localeCompare(a.updated_at)).slice(0, FOUND_MAX);
}
