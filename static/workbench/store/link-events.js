/** What comes over the link changes the inbox's store, beside what it changes for every page (core.js). */

/**
 * Connects the link's events to the parts of the store.
 * @param {object} host
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {ReturnType<typeof import('./presence.js').createPresence>} host.presence
 * @param {ReturnType<typeof import('./first-steps.js').createFirstSteps>} host.firstSteps
 * @param {ReturnType<typeof import('./labels.js').createLabels>} host.labels
 * @param {import('./collection.js').Collection<import('../answers.js').Team>} host.teams
 * @param {ReturnType<typeof import('./views.js').createViews>} host.views
 * @param {ReturnType<typeof import('./canned.js').createCanned>} host.canned
 * @param {import('./collection.js').Collection<import('./macros.js').Macro>} host.macros
 * @param {ReturnType<typeof import('./scheduled.js').createScheduled>} host.scheduled
 * @param {ReturnType<typeof import('./sending.js').createSending>} host.sending
 * @param {import('./core.js').Hooks} host.hooks
 * @param {import('./core.js').State} host.at
 * @param {(quiet: boolean) => Promise<void>} host.loadContact
 * @param {Set<(entry:import('../../im/types.js').Entry)=>void>} host.heard
 * @param {import('../../im/client.js').Client} host.client
 */
export function handleLinkEvents({ cache, presence, firstSteps, labels, teams, views, canned, macros, scheduled, sending, hooks, at, loadContact, heard, client }) {
  hooks.took = (entry) => {
    if (entry.type === 'message') presence.spoke(entry.conversation_id, entry.sender);
    if (entry.type === 'message' && entry.sender.kind === 'agent') firstSteps.answered();
    if (entry.kind === 'labels') labels.heard(entry.labels ?? []);
    sending.heard(entry);
  };
  hooks.told = (entry) => {
    if (entry.conversation_id !== at.open) return;
    if (entry.kind === 'contact_changed' || entry.kind === 'rated') loadContact(true);
    for (const listener of heard) listener(entry);
  };
  client.on('welcome', () => presence.forget());
  client.on('progress', ({ conversation_id: id, mine, theirs }) => {
    const row = cache.rows.get(id);
    if (!row) return;
    // The core knows marks only from when it heard of the conversation; the row may know higher ones.
    const read = Math.max(row.mine.read, mine.read);
    cache.patch(id, {
      mine: { received: Math.max(row.mine.received, mine.received), read },
      theirs: { received: Math.max(row.theirs.received, theirs.received), read: Math.max(row.theirs.read, theirs.read) },
      unread: read >= row.last_sequence ? 0 : row.unread,
    });
  });
  client.on('typing', presence.typing);
  // Of customers, the one counts whose conversation is on the screen.
  client.on('presence', (frame) => presence.presence(frame, at.open && cache.rows.get(at.open)?.visitor_id === frame.member.id ? at.open : null));
  /** What is read anew when an area of the settings changed. @type {Record<string, () => void>} */
  const followed = { blocks: () => loadContact(true), labels: () => labels.load(), teams: () => teams.load(), views: () => views.load(), canned: () => canned.stale(), macros: () => macros.stale(), scheduled: () => scheduled.load(), knowledge: () => void (at.faq = true) };
  client.on('settings', ({ area }) => followed[area]?.());
}
