/** What comes over the link changes the store. */

/**
 * What comes over the link.
 * @param {object} host
 * @param {ReturnType<typeof import('./book.js').createBook>} host.book
 * @param {ReturnType<typeof import('./presence.js').createPresence>} host.presence
 * @param {ReturnType<typeof import('./first-steps.js').createFirstSteps>} host.firstSteps
 * @param {ReturnType<typeof import('./labels.js').createLabels>} host.labels
 * @param {ReturnType<typeof import('./canned.js').createCanned>} host.canned
 * @param {ReturnType<typeof import('./sending.js').createSending>} host.sending
 * @param {Set<(entry:import('../../im/types.js').Entry)=>void>} host.entered
 * @param {import('./desk.js').State} host.at
 * @param {(quiet: boolean) => Promise<void>} host.loadContact
 * @param {Set<(entry:import('../../im/types.js').Entry)=>void>} host.heard
 * @param {import('../../im/client.js').Client} host.client
 * @param {() => void} host.reload
 * @param {ReturnType<typeof import('./threads.js').createThreads>} host.threads
 * @param {() => Promise<void>} host.loadAgents
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {(id: string) => void} host.forget
 * @param {() => void} host.signedOut
 */
export function hearLink({
  book, presence, firstSteps, labels, canned, sending, entered, at, loadContact, heard, client, reload, threads, loadAgents, touch,
  forget, signedOut,
}) {
  /** @param {import('../../im/types.js').Entry} entry */
  const take = (entry) => {
    book.apply(entry);
    if (entry.type === 'message') presence.spoke(entry.conversation_id, entry.sender);
    if (entry.type === 'message' && entry.sender.kind === 'agent') firstSteps.answered();
    if (entry.kind === 'labels') labels.heard(entry.labels ?? []);
    sending.heard(entry);
    for (const listener of entered) listener(entry);
    if (entry.conversation_id !== at.open) return;
    if (entry.kind === 'contact_changed' || entry.kind === 'rated') loadContact(true);
    for (const listener of heard) listener(entry);
  };
  client.on('reset', reload);
  client.on('welcome', () => presence.forget());
  client.on('notice', ({ entry }) => take(entry));
  client.on('entry', ({ entry }) => {
    threads.apply(entry);
    take(entry);
  });
  client.on('progress', ({ conversation_id: id, mine, theirs }) => {
    const row = book.rows.get(id);
    if (!row) return;
    // The core knows marks only from when it heard of the conversation; the row may know higher ones.
    const read = Math.max(row.mine.read, mine.read);
    book.patch(id, {
      mine: { received: Math.max(row.mine.received, mine.received), read },
      theirs: { received: Math.max(row.theirs.received, theirs.received), read: Math.max(row.theirs.read, theirs.read) },
      unread: read >= row.last_sequence ? 0 : row.unread,
    });
  });
  client.on('typing', presence.typing);
  client.on('presence', (frame) => {
    // Of customers, the one counts whose conversation is on the screen.
    presence.presence(frame, at.open && book.rows.get(at.open)?.visitor_id === frame.member.id ? at.open : null);
    if (frame.member.kind === 'visitor') book.seen(frame.member.id, frame.online);
    const known = at.agents.find((one) => one.id === frame.member.id);
    if (!known && frame.member.kind === 'agent') loadAgents();
    else if (known) {
      Object.assign(known, { online: frame.online, availability: frame.availability ?? known.availability });
      touch('frame');
    }
  });
  /** What is read anew when an area of the settings changed. @type {Record<string, () => void>} */
  const followed = { blocks: () => loadContact(true), labels: () => labels.load(), canned: () => canned.stale(), members: () => loadAgents() };
  client.on('settings', ({ area }) => followed[area]?.());
  client.on('outbox', ({ item: about, change, entry }) => {
    if (change === 'settled') sending.settled(about, entry);
    const over = change === 'removed' || change === 'settled';
    at.unsent = new Map();
    for (const item of client.items()) {
      if (over && item.client_message_id === about.client_message_id) continue;
      at.unsent.set(item.conversation_id, [...(at.unsent.get(item.conversation_id) ?? []), item]);
    }
    touch('list', 'thread');
  });
  client.on('gone', ({ conversation_id }) => forget(conversation_id));
  client.on('status', () => touch('frame'));
  client.on('ended', ({ code }) => (code === 'logged_out' ? signedOut() : touch('frame')));
}
