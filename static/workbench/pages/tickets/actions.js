/**
 * What can be done to tickets by keys and from the palette, in the form of the inbox's actions; what both pages call the same has one
 * name and one key.
 *
 * @typedef {import('../inbox/actions.js').Action} Action
 */
/**
 * @param {object} page
 * @param {string[]} [page.views]          those that have keys
 * @param {() => boolean} page.isOpen       the page of a ticket is seen
 * @param {() => boolean} page.isKnown      there is something to act on: what is chosen, the line in focus, what is open
 * @param {() => boolean} page.isBoard
 * @param {(by:number) => void} page.step
 * @param {() => void} page.open
 * @param {() => void} page.back
 * @param {(range:boolean) => void} page.choose
 * @param {() => void} page.chooseAll
 * @param {(view:string) => void} page.showView
 * @param {() => void} page.look
 * @param {() => void} page.add
 * @param {() => void} page.take
 * @param {() => void} page.solve
 * @param {(() => void)|null} page.merge   null = not for this agent
 * @param {(name:'assign'|'status'|'priority'|'label') => void} page.menu
 * @param {(name:'type'|'due'|'link'|'followers'|'title'|'details') => void} page.property
 * @param {{choose:(tab:'reply'|'note') => void, attach:() => void, send:(close?:boolean) => void}} page.composer
 * @param {() => boolean} page.undoable
 * @param {() => void} page.undo
 * @param {() => boolean} page.holding
 * @param {() => void} page.undoSend
 * @returns {Record<string, Action>}
 */
export function createTicketActions({
  views = [], isOpen, isKnown, isBoard, step, open, back, choose, chooseAll, showView, look, add, take, solve, merge, menu, property, composer, undoable, undo, holding, undoSend,
}) {
  const isList = () => !isOpen() && !isBoard();
  /** @param {string} label @param {string} key @param {import('../../parts/icons.js').IconName} icon @param {'assign'|'status'|'priority'|'label'} name @returns {Action} */
  const menuOf = (label, key, icon, name) => ({ label, key, group: 'conversation', icon, when: isKnown, run: () => menu(name) });
  /** @param {string} label @param {string} key @param {import('../../parts/icons.js').IconName} icon @param {'type'|'due'|'link'|'followers'|'title'} name @returns {Action} */
  const propertyOf = (label, key, icon, name) => ({ label, key, group: 'conversation', icon, when: isOpen, run: () => property(name) });
  /** @type {Record<string, Action>} */
  const actions = {
    next: { label: 'tickets.key_next', key: 'j', group: 'move', icon: 'arrow-down', run: () => step(1) },
    previous: { label: 'tickets.key_previous', key: 'k', group: 'move', icon: 'arrow-up', run: () => step(-1) },
    open: { label: 'inbox.key_open', key: 'Enter', group: 'move', run: open },
    ticket_new: { label: 'tickets.new', key: 'c', group: 'desk', icon: 'plus', run: add },
    reply: { label: 'inbox.key_reply', key: 'r', group: 'write', when: isOpen, run: () => composer.choose('reply') },
    attach: { label: 'thread.tool_attach', key: 'f', group: 'write', icon: 'paperclip', when: isOpen, run: () => composer.attach() },
    note: { label: 'inbox.key_note', key: 'n', group: 'write', icon: 'lock', when: isOpen, run: () => composer.choose('note') },
    take: { label: 'inbox.key_take', key: 'm', group: 'conversation', icon: 'user-plus', when: isKnown, run: take },
    assign: menuOf('inbox.key_assign', 'a', 'users', 'assign'),
    ticket_status: menuOf('tickets.key_status', 's', 'circle-dot', 'status'),
    ticket_priority: menuOf('tickets.key_priority', 'p', 'flag', 'priority'),
    label: menuOf('thread.labels', 't', 'tag', 'label'),
    ticket_type: propertyOf('tickets.key_type', 'y', 'list', 'type'),
    ticket_due: propertyOf('tickets.key_due', 'd', 'calendar', 'due'),
    ticket_link: propertyOf('tickets.add_link', 'l', 'link', 'link'),
    ticket_followers: propertyOf('tickets.change_followers', 'w', 'bell', 'followers'),
    ticket_title: propertyOf('tickets.key_title', 'h', 'pencil-line', 'title'),
    ticket_solve: { label: 'tickets.key_solve', key: 'e', group: 'conversation', icon: 'circle-check', when: isKnown, run: solve },
    merge: { label: 'inbox.key_merge', key: 'Shift+m', group: 'conversation', icon: 'git-merge', when: () => isOpen() && merge !== null, run: () => merge?.() },
    details: { label: 'tickets.properties', key: 'i', group: 'view', icon: 'panel-right', when: isOpen, run: () => property('details') },
    ticket_look: { label: 'tickets.key_look', key: 'b', group: 'view', icon: 'kanban', when: () => !isOpen(), run: look },
    send_close: { label: 'thread.send_close', key: 'mod+Shift+Enter', group: 'write', icon: 'check', when: isOpen, run: () => composer.send(true) },
    undo_send: { label: 'thread.undo_send', key: 'mod+z', group: 'write', icon: 'undo-2', when: () => holding() && !(/** @type {any} */ (document.activeElement)?.value), run: undoSend },
    undo: { label: 'inbox.key_undo', key: 'u', group: 'conversation', icon: 'undo-2', when: undoable, run: undo },
    select: { label: 'tickets.key_select', key: 'x', group: 'select', icon: 'list-checks', when: isList, run: () => choose(false) },
    select_range: { label: 'tickets.key_select_range', key: 'Shift+x', group: 'select', when: isList, run: () => choose(true) },
    select_all: { label: 'inbox.key_select_all', key: 'mod+Shift+a', group: 'select', when: isList, run: chooseAll },
    back: { label: 'inbox.key_back', key: 'Escape', group: 'move', field: true, run: back },
  };
  views.forEach((view, index) => {
    actions[`tickets_${view}`] = { label: `tickets.view_${view}`, key: String(index + 1), group: 'view', icon: 'list-filter', when: () => !isOpen(), run: () => showView(view) };
  });
  return actions;
}
