/**
 * What an agent can do in the inbox, once: id, default key, name and what it does. Keys, the palette and the buttons' hints read this map;
 * whoever rebinds a key changes it elsewhere, never here. An action whose `when` says no is not offered and its key does nothing.
 * Knows no pane: it is given what the page can do.
 *
 * @typedef {object} Action
 * @property {string} label      catalogue key of its name
 * @property {string} key        default key: `j`, `Enter`, `Shift+x`, `mod+b` (⌘ on a Mac, Ctrl elsewhere); '' = none
 * @property {'move'|'conversation'|'write'|'select'|'view'|'go'|'desk'} group
 * @property {import('../../parts/icons.js').IconName} [icon]
 * @property {boolean} [field]   acts also while a field has the focus (keys with `mod` always do)
 * @property {() => boolean} [when]   left out = always
 * @property {() => void} run
 *
 * @typedef {Record<string, Action>} Actions
 */
import { VIEWS } from '../../store/rows.js';
import { asksTickets } from '../../store/views.js';

/**
 * One for each view that every desk has, and for the first saved ones.
 * @param {import('../../store/desk.js').Desk} desk
 * @param {{showView:(view:import('../../store/rows.js').View)=>void}} list
 * @returns {Actions}
 */
function viewActions(desk, list) {
  /** @type {Actions} */
  const actions = {};
  VIEWS.forEach((view, index) => {
    actions[`view_${view}`] = {
      label: `inbox.view_${view}`,
      key: view === 'bot' ? '0' : String(index + 1),
      group: 'view',
      icon: 'inbox',
      run: () => list.showView(view),
    };
  });
  // Keys that are left go to the first saved views.
  for (const at of [0, 1]) {
    const view = () => desk.views.all.filter((one) => one.filter && !asksTickets(one.filter))[at];
    actions[`view_saved_${at + 1}`] = {
      label: `inbox.view_saved_${at + 1}`,
      key: String(VIEWS.length + at),
      group: 'view',
      icon: 'list-filter',
      when: () => Boolean(view()),
      run: () => list.showView(/** @type {import('../../store/rows.js').View} */ (view().id)),
    };
  }
  return actions;
}

/**
 * The actions of the inbox, by id.
 * @param {object} page
 * @param {import('../../store/desk.js').Desk} page.desk
 * @param {import('../../app/ui.js').Ui} page.ui
 * @param {{step:(by:number)=>void, focused:string|null, aimed:string|null, showView:(view:import('../../store/rows.js').View)=>void, choose:(range:boolean)=>void, chooseAll:()=>void}} page.list
 * @param {{choose:(tab:'reply'|'note')=>void, send:(close?:boolean)=>void, attach:()=>void}} page.composer
 * @param {(id:string) => void} page.open
 * @param {() => void} page.back     one step out: a drawer, the field, the conversation
 * @param {(action:import('../../store/actions.js').ActionName, how?:import('../../store/actions.js').How) => void} page.perform   on what is selected, else on the row that has the focus, else on what is open
 * @param {() => void} page.closeNext   closes it and opens its neighbour
 * @param {() => void} page.assign   shows the menu of colleagues
 * @param {() => void} page.handOver   asks whom to hand it to, and for a note
 * @param {() => void} page.prioritize   shows how urgent it can be
 * @param {() => void} page.snooze   shows the menu of times
 * @param {() => void} page.label    shows the labels
 * @param {() => void} page.macro    shows the macros
 * @param {() => void} page.print    opens the page for paper
 * @param {() => void} page.merge    asks where it is to go on
 * @param {() => void} page.giveToBot   gives it back to the bot
 * @param {(row:import('../../store/rows.js').Row|null|undefined) => boolean} page.mayGetBot
 * @param {(() => void)|null} page.toTicket   makes it a ticket; null = not for this agent
 * @returns {Actions}
 */
export function createInboxActions({ desk, ui, list, composer, open, back, perform, closeNext, assign, handOver, prioritize, snooze, label, merge, toTicket, giveToBot, mayGetBot, macro, print }) {
  const isOpen = () => Boolean(desk.openId);
  const aimed = () => (list.aimed ? desk.cache.rows.get(list.aimed) : desk.row);
  /** There is something to act on: the row in focus, what is open, or what is selected. */
  const isKnown = () => Boolean(aimed()) || desk.selection.size > 0;
  const isOne = () => Boolean(aimed()) && desk.selection.size === 0;
  const closed = () => (isOne() ? aimed()?.state === 'closed' : desk.list.view === 'closed');

  /** @type {Actions} */
  const actions = {
    next: { label: 'inbox.key_next', key: 'j', group: 'move', icon: 'arrow-down', run: () => list.step(1) },
    previous: { label: 'inbox.key_previous', key: 'k', group: 'move', icon: 'arrow-up', run: () => list.step(-1) },
    open: {
      label: 'inbox.key_open',
      key: 'Enter',
      group: 'move',
      run: () => {
        const id = list.focused;
        const at = document.activeElement;
        // A focused link or button has its own Enter.
        if (at instanceof HTMLElement && at.matches('a, button, summary')) at.click();
        else if (id) open(id);
      },
    },
    reply: { label: 'inbox.key_reply', key: 'r', group: 'write', when: isOpen, run: () => composer.choose('reply') },
    attach: { label: 'thread.tool_attach', key: 'f', group: 'write', icon: 'paperclip', when: isOpen, run: () => composer.attach() },
    note: { label: 'inbox.key_note', key: 'n', group: 'write', icon: 'lock', when: isOpen, run: () => composer.choose('note') },
    take: {
      label: 'inbox.key_take',
      key: 'm',
      group: 'conversation',
      icon: 'user-plus',
      when: isKnown,
      run: () => perform('assign', { agent_id: desk.agent.id }),
    },
    assign: { label: 'inbox.key_assign', key: 'a', group: 'conversation', icon: 'users', when: isKnown, run: assign },
    hand_over: { label: 'thread.hand_over_note', key: 'Shift+a', group: 'conversation', icon: 'users', when: () => isOne() && !closed(), run: handOver },
    priority: { label: 'thread.priority', key: 'p', group: 'conversation', icon: 'flag', when: isKnown, run: prioritize },
    close: {
      label: 'inbox.key_close',
      key: 'e',
      group: 'conversation',
      icon: 'check',
      when: isKnown,
      run: () => perform(closed() ? 'reopen' : 'close'),
    },
    close_next: { label: 'inbox.close_next', key: 'Shift+e', group: 'conversation', icon: 'check', when: () => isOne() && !closed(), run: closeNext },
    details: {
      label: 'inbox.key_details',
      key: 'i',
      group: 'view',
      icon: 'panel-right',
      when: isOpen,
      run: () => ui.details.toggle(),
    },
    send_close: { label: 'thread.send_close', key: 'mod+Shift+Enter', group: 'write', icon: 'check', when: isOpen, run: () => composer.send(true) },
    undo_send: {
      label: 'thread.undo_send',
      key: 'mod+z',
      group: 'write',
      icon: 'undo-2',
      // A field with words in it has an undo of its own.
      when: () => desk.holding && !/** @type {any} */ (document.activeElement)?.value,
      run: () => {
        const tab = desk.undoSend();
        if (tab) composer.choose(tab);
      },
    },
    no_answer: {
      label: 'inbox.key_no_answer',
      key: 'q',
      group: 'conversation',
      icon: 'check',
      when: () => isOne() && Boolean(aimed()?.waiting_since),
      run: () => desk.noAnswer(/** @type {import('../../store/rows.js').Row} */ (aimed()).id),
    },
    give_to_bot: { label: 'inbox.key_bot', key: 'b', group: 'conversation', icon: 'bot', when: () => isOne() && mayGetBot(aimed()), run: giveToBot },
    snooze: { label: 'thread.snooze', key: 'z', group: 'conversation', icon: 'alarm-clock', when: () => isKnown() && !closed(), run: snooze },
    label: { label: 'thread.labels', key: 't', group: 'conversation', icon: 'tag', when: isKnown, run: label },
    macro: { label: 'inbox.key_macro', key: 'y', group: 'conversation', icon: 'zap', when: isKnown, run: macro },
    print: { label: 'inbox.key_print', key: 'Shift+p', group: 'conversation', when: isOne, run: print },
    merge: { label: 'inbox.key_merge', key: 'Shift+m', group: 'conversation', icon: 'git-merge', when: () => isOne() && desk.may('merge'), run: merge },
    to_ticket: { label: 'inbox.to_ticket', key: 'Shift+t', group: 'conversation', icon: 'ticket', when: () => isOne() && toTicket !== null, run: () => toTicket?.() },
    undo: { label: 'inbox.key_undo', key: 'u', group: 'conversation', icon: 'undo-2', when: () => desk.undoable, run: () => desk.undoAction() },
    select: { label: 'inbox.key_select', key: 'x', group: 'select', icon: 'list-checks', run: () => list.choose(false) },
    select_range: { label: 'inbox.key_select_range', key: 'Shift+x', group: 'select', run: () => list.choose(true) },
    select_all: { label: 'inbox.key_select_all', key: 'mod+Shift+a', group: 'select', run: () => list.chooseAll() },
    back: { label: 'inbox.key_back', key: 'Escape', group: 'move', field: true, run: back },
  };
  return { ...actions, ...viewActions(desk, list) };
}
