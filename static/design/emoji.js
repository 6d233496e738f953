/** Sixty-four emoji that shops and their customers use, in rows of eight; pictures where a sign could be text. */
const SIGNS = [...'😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅'];

export const COLUMNS = 8;
export const EMOJI = SIGNS.slice(0, 64).map((one) => (/[\u2600-\u27bf\u2b50\u23f0]/.test(one) ? `${one}\ufe0f` : one));

/**
 * Those whose names begin with what was written, or hold it where it is not Latin; one that is called just so comes first.
 * @param {string} query
 * Where names are not Latin, Latin ones beside them are found and not shown: many write `:smile` in any language.
 * @param {string} names of all, in their order, between bars; the words of one between blanks
 * @returns {{emoji:string, name:string}[]}
 */
export function findEmoji(query, names) {
  const wanted = query.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  const latin = /^[\x00-\x7f]*$/.test(wanted);
  const found = names.split('|').flatMap((name, index) => {
    const words = name.split(' ');
    const fits = latin ? words.some((word) => word.startsWith(wanted)) : name.includes(wanted);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
    const shown = words.filter((word) => !/^[\x00-\x7f]+$/.test(word)).join(' ') || name;
    return fits ? [{ emoji: EMOJI[index], name: shown, exact: words.includes(wanted) }] : [];
  });
  return [...found.filter((one) => one.exact), ...found.filter((one) => !one.exact)].map(({ emoji, name }) => ({ emoji, name }));
}

/** Where an arrow key leads in the grid; null = it is no arrow. @param {string} key @param {number} from */
export function walk(key, from) {
  const step = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS })[key];
  return step ? Math.min(EMOJI.length - 1, Math.max(0, from + step)) : null;
}
