/** Sends a history to the desk in slices: several at a time, and after a cut only those that are missing. Only its slices are read, so that any size fits. */
import { Problem } from '../../api.js';
import { sha256 } from '../../../im/sha256.js';

const PARALLEL = 3;
const TRIES = 6;
const PAUSE_MS = 1000;

/** @param {ArrayBuffer|Uint8Array} digest */
const base64 = (digest) => btoa(String.fromCharCode(...new Uint8Array(digest)));

/**
 * @param {object} host
 * @param {(method:string, path:string, body?:object) => Promise<any>} host.call
 * @param {(path:string, body:ArrayBuffer, digest:string) => Promise<void>} host.put   sends a slice, or throws a Problem
 * @param {File} host.file
 * @param {import('../../answers.js').ImportRow} host.import
 * @param {AbortSignal} host.signal
 * @param {(there:number) => void} host.progress   bytes that are at the desk
 */
export async function sendHistory({ call, put, file, import: row, signal, progress }) {
  const { id } = row;
  for (let tried = 0; ; tried += 1) {
    try {
      const { slices } = /** @type {import('../../answers.js').ImportRow} */ (await call('GET', `/imports/${id}`));
      if (!slices) return;
      const has = new Set(slices.received);
      const missing = Array.from({ length: slices.slice_count }, (_, number) => number).filter((number) => !has.has(number));
      const sizeOf = (/** @type {number} */ number) => Math.min(slices.slice_bytes, file.size - number * slices.slice_bytes);
      let there = slices.received.reduce((sum, number) => sum + sizeOf(number), 0);
      progress(there);
      const lane = async () => {
        for (let number = missing.shift(); number !== undefined && !signal.aborted; number = missing.shift()) {
          const from = number * slices.slice_bytes;
          const bytes = await file.slice(from, from + slices.slice_bytes).arrayBuffer();
          await put(`/imports/${id}/slices/${number}`, bytes, `sha-256=:${base64(await sha256(new Blob([bytes])))}:`);
          there += bytes.byteLength;
          progress(there);
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, lane));
      if (signal.aborted) return;
      await call('POST', `/imports/${id}/complete`, {});
      return;
    } catch (error) {
      const passing = error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500);
      if (!passing || tried >= TRIES || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** tried));
    }
  }
}
