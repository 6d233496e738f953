/**
 * UUIDv7 (RFC 9562 §5.7) from a clock and random bytes. Ids made by one maker sort in the order they were made, also
 * within a millisecond and when the clock steps back. Needs no secure context: `crypto.randomUUID` would.
 */

/** @param {Uint8Array} bytes */
const systemRandom = (bytes) => (crypto.getRandomValues(/** @type {any} */ (bytes)), bytes);

/**
 * A maker of UUIDv7 whose ids sort in the order of making.
 * @param {{now?:()=>number, randomBytes?:(bytes:Uint8Array)=>Uint8Array}} [options]
 * @returns {() => string}
 */
export function createIdMaker({ now = Date.now, randomBytes = systemRandom } = {}) {
  let last = 0;
  let counter = 0;
  return () => {
    const bytes = randomBytes(new Uint8Array(16));
    const time = now();
    if (time > last) {
      last = time;
      // The top bit stays free, so that a busy millisecond can count 2048 ids before it borrows from the next.
      counter = ((bytes[6] & 0x07) << 8) | bytes[7];
    } else if (++counter > 0xfff) {
      last += 1;
      counter = 0;
    }
    let rest = last;
    for (let i = 5; i >= 0; i -= 1) {
      bytes[i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    bytes[6] = 0x70 | (counter >> 8);
    bytes[7] = counter & 0xff;
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
