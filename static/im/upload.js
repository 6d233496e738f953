/**
 * Sends one file to the desk in slices (docs/protocol.md, "Files"): several at a time, and after a cut only those that are
 * missing. Goes on until the file is there, somebody cancels, or the desk says that it will not take it.
 */
import { backoff } from './backoff.js';
import { sha256 } from './sha256.js';

/** Slices on their way at once. Browsers have six connections for a host over HTTP/1.1; the link and the page need some. */
const PARALLEL = 4;
/** How often a file may be begun anew because the desk forgot it or received it wrongly. */
const BEGINNINGS = 3;

/**
 * @typedef {object} Outcome      what the desk says of a finished file
 * @property {string} file_id
 * @property {string} name
 * @property {string} media_type
 * @property {number} byte_size
 * @property {number|null} width
 * @property {number|null} height
 */

/** @param {string} code @param {boolean} final @param {number} [after] ms */
const fault = (code, final, after) => Object.assign(new Error(code), { code, final, after });
const hex = (/** @type {Uint8Array} */ bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64 = (/** @type {Uint8Array} */ bytes) => btoa(String.fromCharCode(...bytes));

/** What a refusal means. @param {Response} response */
const refused = async (response) => {
  const { code = 'refused' } = await response.json().catch(() => ({}));
  const { status } = response;
  const seconds = Number(response.headers.get('retry-after'));
  // Incomplete: what arrived was thrown away meanwhile. It says what is missing when it is asked again.
  const later = [401, 408, 429].includes(status) || status >= 500 || code === 'incomplete';
  return fault(code, !later, seconds > 0 ? seconds * 1000 : undefined);
};

/**
 * Uploads one file; resolves when the desk has all of it.
 * @param {object} options
 * @param {Blob} options.blob
 * @param {string} options.name
 * @param {(method:string, path:string, init:{headers?:Record<string,string>, body?:BodyInit|null, signal:AbortSignal}) => Promise<Response>} options.call
 *   an authorised request; rejects only where the network does
 * @param {import('./types.js').Clock} options.clock
 * @param {() => number} options.random
 * @param {AbortSignal} options.signal
 * @param {(wake:() => void) => () => void} options.onOnline tells when the network is back; returns a way to stop
 * @param {string|null} [options.upload_id] of an earlier try
 * @param {(upload_id:string) => void} options.onBegun
 * @param {(bytes:number) => void} options.onProgress bytes that the desk has
 * @returns {Promise<Outcome>} rejects with `code`; `cancelled` after the signal
 */
export async function upload({ blob, name, call, clock, random, signal, onOnline, upload_id = null, onBegun, onProgress }) {
  let id = upload_id;
  let slice_bytes = 0;
  let beginnings = 0;
  /** @type {string|null} */ let digest = null;
  // An announcement whose answer was lost is not another file.
  const run = random().toString(36).slice(2);

  const ask = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {object|null} */ body, /** @type {Record<string, string>} */ more = {}) => {
    const headers = { 'content-type': 'application/json', ...more };
    const response = await call(method, `/files/v1/${path}`, { headers, body: body && JSON.stringify(body), signal });
    if (!response.ok) throw await refused(response);
    return response.json();
  };
  const read = async (/** @type {number} */ from, /** @type {number} */ to) => {
    try {
      return await blob.slice(from, to).arrayBuffer();
    } catch {
      // The file was moved, changed or removed since it was chosen.
      throw fault('unreadable', true);
    }
  };
  const begin = async () => {
    if (beginnings >= BEGINNINGS) throw fault('refused', true);
    digest ??= hex(await sha256(blob).catch(() => Promise.reject(fault('unreadable', true))));
    const begun = await ask('POST', 'uploads', { file_name: name, byte_size: blob.size, content_type: blob.type, sha256: digest }, { 'idempotency-key': `${run}-${beginnings}` });
    beginnings += 1;
    onBegun((id = begun.upload_id));
  };
  const send = async (/** @type {number} */ number) => {
    const bytes = await read(number * slice_bytes, (number + 1) * slice_bytes);
    const sum = base64(await sha256(new Blob([bytes])));
    const headers = { 'content-type': 'application/octet-stream', 'content-digest': `sha-256=:${sum}:` };
    const response = await call('PUT', `/files/v1/uploads/${id}/slices/${number}`, { headers, body: bytes, signal });
    if (!response.ok) throw await refused(response);
    return bytes.byteLength;
  };
  const once = async () => {
    if (!id) await begin();
    const state = await ask('GET', `uploads/${id}`, null);
    if (state.state === 'complete') return state.file;
    slice_bytes = state.slice_bytes;
    const missing = [...state.missing];
    const sizeOf = (/** @type {number} */ number) => Math.min(slice_bytes, blob.size - number * slice_bytes);
    let there = state.received.reduce((/** @type {number} */ sum, /** @type {number} */ number) => sum + sizeOf(number), 0);
    onProgress(there);
    /** @type {unknown} */ let failed = null;
    const lane = async () => {
      while (missing.length && !failed) {
        try {
          const bytes = await send(/** @type {number} */ (missing.shift()));
          there += bytes;
          onProgress(there);
        } catch (error) {
          failed ??= error;
        }
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, lane));
    if (failed) throw failed;
    return ask('POST', `uploads/${id}/complete`, {});
  };

  for (let attempt = 0; ; ) {
    try {
      return await once();
    } catch (error) {
      const { code, final, after } = /** @type {import('./types.js').Failure} */ (error);
      if (signal.aborted) throw fault('cancelled', true);
      const anew = code === 'not_found' || code === 'wrong_digest';
      if (anew) id = null;
      else if (final) throw error;
      const wait = after ?? (anew ? 0 : backoff(attempt, random));
      if (!anew) attempt += 1;
      await new Promise((resolve) => {
        const done = () => {
          clock.cancel(timer);
          stop();
          signal.removeEventListener('abort', done);
          resolve(undefined);
        };
        const timer = clock.after(done, wait);
        const stop = onOnline(() => {
          attempt = 0;
          done();
        });
        signal.addEventListener('abort', done);
      });
      if (signal.aborted) throw fault('cancelled', true);
    }
  }
}
