/**
 * From the composer to the desk: a message with what it quotes and whom it names, held a moment so that it can be undone; changes
 * and recalls of what was sent; closing once an answer has really gone out. Tells when a colleague was faster.
 */

/** Agents whose names stand behind an `@`. @param {string} text @param {{id:string, name:string}[]} agents */
export const mentionsIn = (text, agents) =>
  agents.filter((agent) => agent.name && text.includes(`@${agent.name}`)).map((agent) => agent.id);

/**
 * Sends, changes and recalls messages.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {import('../../im/client.js').Client} host.client
 * @param {ReturnType<typeof import('./drafts.js').createDrafts>} host.drafts
 * @param {ReturnType<typeof import('./composer-state.js').createComposerState>} host.compose
 * @param {() => number} host.holdMs
 * @param {(error:unknown) => void} host.failed
 * @param {() => {id:string, name:string}} host.me
 * @param {() => {id:string, name:string, active?:boolean}[]} host.agents
 * @param {() => string|null} host.open
 * @param {(id:string) => Promise<unknown>} host.close
 */
export function createSending({ api, client, drafts, compose, holdMs, failed, me, agents, open, close }) {
  return {
    /** @param {string} text @param {boolean} note @param {{close?:boolean}} [how] @returns {{code:string}|null} why it was not taken */
    send(text, note, how = {}) {
      const id = open();
      if (!id) return { code: 'empty' };
      const quote = compose.quote(id);
      const mentions = note ? mentionsIn(text, agents()) : [];
      const content = {
        kind: 'text',
        text,
        ...(quote ? { quote: quote.message_id } : {}),
        ...(mentions.length ? { mentions } : {}),
      };
      try {
        client.send({
          conversation_id: id,
          content,
          note,
          hold_ms: holdMs(),
          // biome-ignore lint/suspicious/noThenProperty: a field of the outbox's items, which nobody awaits
          ...(how.close ? { then: 'close' } : {}),
        });
      } catch (error) {
        return /** @type {{code:string}} */ (error);
      }
      drafts.set(id, note ? 'note' : 'reply', '');
      drafts.flush();
      compose.setQuote(id, null);
      compose.setAnswered(id, null);
      return null;
    },
    /** Takes the newest held message back into the composer, in front of what stands there. @param {string} id @param {string} [only] @returns {'reply'|'note'|null} where it went */
    undo(id, only) {
      for (const item of [...client.items(id)].reverse()) {
        if (only && item.client_message_id !== only) continue;
        const taken = client.unsend(item.client_message_id);
        if (!taken) continue;
        const tab = taken.note ? 'note' : 'reply';
        const rest = drafts.get(id, tab);
        drafts.set(id, tab, rest ? `${taken.content.text}\n${rest}` : (taken.content.text ?? ''));
        return tab;
      }
      return null;
    },
    /** An item of this outbox is stored. @param {import('../../im/types.js').Item} item @param {import('../../im/types.js').Entry} [entry] */
    settled(item, entry) {
      if (item.then === 'close' && item.conversation_id && entry) close(item.conversation_id);
    },
    /** @param {import('../../im/types.js').Entry} entry */
    heard(entry) {
      if (entry.type !== 'message') return;
      const { conversation_id: id, sender, note } = entry;
      if (sender.kind !== 'agent' || sender.id === me().id || note) return;
      if (drafts.get(id, 'reply')) compose.setAnswered(id, sender.name ?? agents().find((one) => one.id === sender.id)?.name ?? '');
    },
    /** Stores the own message that is being changed. @param {string} id @returns {Promise<boolean>} */
    async saveChange(id) {
      const change = compose.change(id);
      if (!change) return false;
      const text = change.text.trim();
      if (!text) return false;
      if (text === change.was) {
        compose.setChange(id, null);
        return true;
      }
      try {
        const mentions = change.note ? mentionsIn(text, agents()) : [];
        const quote = change.quote ? { quote: change.quote } : {};
        await api.editMessage(id, change.message_id, { kind: 'text', text, ...quote, ...(mentions.length ? { mentions } : {}) });
      } catch (error) {
        failed(error);
        return false;
      }
      compose.setChange(id, null);
      return true;
    },
    /** @param {string} id @param {string} message */
    async recall(id, message) {
      try {
        await api.recallMessage(id, message);
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
  };
}
