/**
 * The frame's end of the hand-shake with the loader. The frame speaks first, without a secret; only the page around it can
 * answer, and `frame-ancestors` decides who that may be. From then on everything goes through one port.
 */

const VERSION = 1;

/**
 * @typedef {object} Kept   what the loader keeps for the visitor
 * @property {string|null} [visitor_token]
 * @property {string|null} [visitor_id]
 * @property {boolean} [anonymous]
 * @property {string} [form]   fields of the shop's form that were answered
 * @property {boolean} [mute]
 * @property {boolean} [wide]
 * @property {boolean} [aloud]
 * @property {boolean} [files]
 * @property {boolean} [live]
 *
 * @typedef {object} Loader
 * @property {any} hello   what it said first; `kept` of it is a `Kept`
 * @property {(type:string, value?:unknown) => void} tell
 * @property {(type:string, value?:unknown) => Promise<any>} ask
 * @property {(type:string, fn:(value:any) => unknown) => void} on
 */

/**
 * Meets the loader; resolves once it has answered.
 * @param {Window} self
 * @returns {Promise<Loader>}
 */
export const meetLoader = (self) =>
  new Promise((resolve) => {
    self.addEventListener('message', function met({ source, data, ports: [port] }) {
      if (source !== self.parent || data?.servicedesk !== 'loader' || data.version !== VERSION || !port) return;
      self.removeEventListener('message', met);
      /** @type {Map<number, (value:any)=>void>} */
      const waiting = new Map();
      /** @type {Record<string, (value:any)=>any>} */
      const handlers = {};
      let calls = 0;

      port.onmessage = async ({ data: { type, value, call } }) => {
        if (type === 'answer') {
          waiting.get(call)?.(value);
          waiting.delete(call);
          return;
        }
        try {
          const result = await handlers[type]?.(value);
          if (call) port.postMessage({ type: 'answer', value: { call, value: result } });
        } catch (error) {
          const code = /** @type {any} */ (error)?.code ?? 'failed';
          if (call) port.postMessage({ type: 'answer', value: { call, error: code } });
        }
      };
      resolve({
        hello: data,
        tell: (type, value) => port.postMessage({ type, value }),
        ask: (type, value) =>
          new Promise((done) => {
            waiting.set((calls += 1), done);
            port.postMessage({ type, value, call: calls });
          }),
        on(type, fn) {
          handlers[type] = fn;
        },
      });
    });
    self.parent.postMessage({ servicedesk: 'frame', version: VERSION }, '*');
  });
