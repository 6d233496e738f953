/** Sixty-four emoji that shops and their customers use, in rows of eight; pictures where a sign could be text. */
const SIGNS = [...'😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅'];

export const COLUMNS = 8;
export const EMOJI = SIGNS.slice(0, 64).map((one) => (/[\u2600-\u27bf\u2b50\u23f0]/.test(one) ? `${one}\ufe0f` : one));

/** Where an arrow key leads in the grid; null = it is no arrow. @param {string} key @param {number} from */
export function walk(key, from) {
  const step = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS })[key];
  return step ? Math.min(EMOJI.length - 1, Math.max(0, from + step)) : null;
}
