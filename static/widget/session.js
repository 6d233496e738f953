/**
 * The visitor's session: gets a token from the desk, renews it before it ends, knows who the visitor is. Tokens that last are
 * handed to the loader to keep; the session token stays in memory. Its life is measured by the time that passes: clocks of
 * visitors go wrong by hours.
 */

/** Of a token's life, after which a new one is fetched. */
const RENEW_SHARE = 0.8;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** JSON that UTF-8 can carry: a title cut in the middle of an emoji is half a character. @param {object} value */
const wire = (value) => JSON.stringify(value).replace(/\\\\|\\ud[89a-f]../g, (found) => (found[1] === 'u' ? '\ufffd' : found));
/** @param {string} code @param {boolean} final */
const fault = (code, final) => Object.assign(new Error(code), { code, final });

/**
 * @typedef {import('./types.js').Identity} Identity
 *
 * @typedef {object} Visit  of a page by its visitor
 * @property {string} key
 * @property {string} locale
 * @property {string} [timeZone] The device's, an IANA name.
 * @property {{device_id:string, visitor_token?:string, visitor_id?:string, anonymous?:boolean}} kept by the loader
 * @property {Identity|null} identity said by the shop's page
 * @property {{url:string,title:string,referrer:string}|null} page
 * @property {(change:object) => void} save
 * @property {(settings:import('./types.js').Shop) => void} onSettings
 * @property {() => Promise<Identity|null>} awaitIdentity a moment for the page to say who it is
 * @property {(result:{visitor_id:string, verified:boolean}) => void} onIdentified the desk took what the page said
 * @property {(code:string) => void} onRefused the desk did not believe it
 * @property {(answer:any) => void} onAnswer tells what of it the desk could not use
 */

/** Asks for a session. @param {Visit} options @param {string|null} visitorToken @param {Identity|null} identity */
async function askDesk({ key, kept, page, locale, timeZone }, visitorToken, identity) {
  const response = await fetch('/widget/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: wire({ key, device_id: kept.device_id, visitor_token: visitorToken, identity, page, locale, time_zone: timeZone }),
  });
  const body = await response.json().catch(() => ({}));
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
  return { status: response.status, code: body.code, body, life: Date.parse(body.session_expires_at) - now };
}

/** Tells what could not be used once, however often the session is renewed. @param {(answer:any) => void} tell */
function tellOnce(tell) {
  let unused = '[]';
  return (/** @type {any} */ body) => {
    const news = unused !== (unused = JSON.stringify(body.dropped));
    if (news) tell(body);
  };
}

/** The session of one visitor. @param {Visit} options */
export function createSession(options) {
  let { visitor_token: visitorToken = null, visitor_id: visitorId = null, anonymous = true } = options.kept;
  let { identity } = options;
  /** Identity of the last request. @type {Identity|null} */ let used = null;
  /** Identity that the page was last told about. @type {Identity|null} */ let told = null;
  const tellDropped = tellOnce(options.onAnswer);
  /** @type {any} */ let current = null;
  /** @type {Promise<any>|null} */ let asking = null;
  /** @type {Timer} */ let timer = null;

  const request = () => askDesk(options, visitorToken, (used = identity));

  const create = async () => {
    if (!anonymous && !identity) identity = await options.awaitIdentity();
    let answer = await request();
    if (answer.status === 401 && visitorToken && (answer.code === 'invalid_visitor_token' || answer.code === 'identity_required')) {
      // The desk no longer knows this browser, or knows it as somebody who must prove it: somebody new.
      visitorToken = null;
      answer = await request();
    }
    const { status, code, body, life } = answer;
    if (status === 403 || status === 404) throw fault(code === 'blocked' ? code : 'unavailable', true);
    if (status > 399 && status < 500 && status !== 429) {
      if (identity) {
        // Back to whom the desk believed: what it refuses once it would refuse at every renewal.
        identity = identity === told ? null : told;
        options.onRefused(code ?? 'invalid_identity');
        throw fault(code ?? 'invalid_identity', false);
      }
      // Nor does a page of the shop keep a visitor out.
      options.page = null;
    }
    if (status !== 200) throw fault(code ?? 'unreachable', false);
    tellDropped(body);
    visitorToken = body.visitor_token ?? visitorToken;
    visitorId = body.visitor_id;
    anonymous = !(body.verified ?? (identity?.token || identity?.hash));
    options.save({ visitor_token: visitorToken, visitor_id: visitorId, anonymous });
    options.onSettings(body.settings);
    if (identity && identity !== told) options.onIdentified(result());
    told = identity;
    current = { token: body.session_token, endsAt: performance.now() + life, identity: { kind: 'visitor', id: visitorId }, anonymous };
    clearTimeout(timer);
    if (life > 0) timer = setTimeout(() => renew().catch(() => {}), Math.min(life * RENEW_SHARE, LONGEST_TIMER_MS));
    return current;
  };
  const result = () => ({ visitor_id: String(visitorId), verified: !anonymous });
  const renew = () => (asking ??= create().finally(() => (asking = null)));

  return {
    told: options.onAnswer,
    get owner() {
      return visitorId && `visitor:${visitorId}`;
    },
    get anonymous() {
      return anonymous;
    },
    /** @param {{renew?:boolean}} [ask] */
    get: async (ask) => (ask?.renew || !current || current.endsAt - performance.now() < 30000 ? renew() : current),
    /** @param {Identity} said @returns {Promise<{visitor_id:string, verified:boolean}>} rejects where the desk does not believe it */
    async identify(said) {
      if (asking) {
        const fault = await asking.then(() => null, (error) => error);
        // The session that was waiting for this word has just used it.
        if (used === said) {
          if (fault) throw fault;
          return result();
        }
      }
      identity = said;
      await renew();
      return result();
    },
    forget() {
      clearTimeout(timer);
      visitorToken = visitorId = current = identity = told = null;
      anonymous = true;
    },
    /** A request with the token of the visitor; with a new one where the desk no longer takes it. @param {string} path @param {{method:string, headers?:Record<string, string>, body?:BodyInit}} init @returns {Promise<Response>} */
    async fetch(path, init) {
      const ask = async (/** @type {boolean} */ again) => {
        const { token } = await this.get({ renew: again });
        return fetch(path, { ...init, credentials: 'omit', headers: { ...init.headers, authorization: `Bearer ${token}` } });
      };
      const response = await ask(false);
      return response.status === 401 ? ask(true) : response;
    },
    /**
     * A call of the visitor's own. @param {string} method @param {string} path @param {object} [body]
     * @returns {Promise<Response>} rejects with `code`, and with `final` where asking again would not help
     */
    async call(method, path, body) {
      const response = await this.fetch(path, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: wire(body) }) });
      if (response.ok) return response;
      const { code = 'call', field } = await response.json().catch(() => ({}));
      throw Object.assign(fault(code, response.status >= 400 && response.status < 500 && response.status !== 401 && response.status !== 429), { field });
    },
  };
}
