/**
 * SHA-256 (FIPS 180-4, section 6.2), piece by piece: for pages that the browser gives no `crypto.subtle`, as it does over plain
 * http, and for files that are too large to be in memory at once.
 */

/** The first 32 bits of the fractional parts of the n-th root of the first primes. @param {number} root @param {number} count */
const fractions = (root, count) => {
  const found = [];
  for (let n = 2; found.length < count; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (prime) found.push(((n ** (1 / root)) % 1) * 2 ** 32 | 0);
  }
  return found;
};
const START = fractions(2, 8);
const ROUND = fractions(3, 64);
const BLOCK = 64;
/** Above this, a file is hashed in pieces. */
const AT_ONCE = 32 << 20;
const PIECE = 1 << 20;

export function createSha256() {
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  const rest = new Uint8Array(BLOCK);
  let held = 0;
  let total = 0;

  const right = (/** @type {number} */ word, /** @type {number} */ by) => (word >>> by) | (word << (32 - by));
  /** @param {Uint8Array} bytes @param {number} at */
  const take = (bytes, at) => {
    for (let i = 0; i < 16; i += 1) {
      const from = at + i * 4;
      words[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
    }
    for (let i = 16; i < 64; i += 1) {
      const [early, late] = [words[i - 15], words[i - 2]];
      const small = right(early, 7) ^ right(early, 18) ^ (early >>> 3);
      const large = right(late, 17) ^ right(late, 19) ^ (late >>> 10);
      words[i] = words[i - 16] + small + words[i - 7] + large;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const one = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i];
      const two = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
  };
  /** @param {Uint8Array} bytes */
  const update = (bytes) => {
    total += bytes.length;
    let at = 0;
    if (held) {
      at = Math.min(BLOCK - held, bytes.length);
      rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < BLOCK) return;
      take(rest, 0);
      held = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) take(bytes, at);
    rest.set(bytes.subarray(at));
    held = bytes.length - at;
  };

  return {
    update,
    /** @returns {Uint8Array} the digest, once */
    finish() {
      const bits = total * 8;
      const tail = new Uint8Array(held < 56 ? BLOCK - held : 2 * BLOCK - held);
      tail[0] = 0x80;
      const view = new DataView(tail.buffer);
      view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(tail.length - 4, bits >>> 0);
      update(tail);
      const digest = new Uint8Array(32);
      state.forEach((word, i) => new DataView(digest.buffer).setInt32(i * 4, word));
      return digest;
    },
  };
}

/** The digest of a file. @param {Blob} blob @param {SubtleCrypto|undefined} [subtle] @returns {Promise<Uint8Array>} */
export async function sha256(blob, subtle = globalThis.crypto?.subtle) {
  if (subtle && blob.size <= AT_ONCE) return new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer()));
  const hash = createSha256();
  for (let at = 0; at < blob.size; at += PIECE) {
    hash.update(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()));
  }
  return hash.finish();
}
