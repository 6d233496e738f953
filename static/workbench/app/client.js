/**
 * The workbench's end of the delivery core: the agent's session, the outbox that all pages of this browser share, and the parts that
 * are fetched when they are needed. One for all pages of this document.
 */
import {
  createClient,
  createFallbackStore,
  createIndexedStore,
  createMemoryStore,
  createSocketTransport,
  createSteady,
  createTabs,
  createTransport,
} from '../../im/index.js';

const VERSION = '0.1.0';

/**
 * The agent's client, and what it has learnt of the network.
 * @param {{me:import('../answers.js').Me, api:import('../api.js').Api}} host
 */
export function createAgentClient({ me, api }) {
  const steady = createSteady(() => import(new URL('im-steady.js', import.meta.url).href));
  const client = createClient({
    role: 'agent',
    transport: createTransport(createSocketTransport('/im/v1/socket'), () => import(new URL('im-requests.js', import.meta.url).href)),
    meet: () => import(new URL('im-meeting.js', import.meta.url).href),
    steady,
    session: async () => {
      try {
        const { session_token } = await api.session();
        return { token: session_token, identity: { kind: 'agent', id: me.agent.id } };
      } catch (error) {
        // Without a session there is nothing to come back to; the page is already leaving.
        throw Object.assign(/** @type {Error} */ (error), { final: /** @type {import('../api.js').Problem} */ (error).status === 401, code: 'logged_out' });
      }
    },
    store: createFallbackStore(createIndexedStore('servicedesk-outbox'), createMemoryStore()),
    tabs: createTabs('servicedesk'),
    owner: `agent:${me.agent.id}`,
    name: me.agent.name,
    version: VERSION,
  });
  return { client, steady };
}
