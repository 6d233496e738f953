/**
 * Calls of the shop's page on their way into the frame, fetched at the first of them: each is looked at by itself, what cannot be
 * used is left out and told of, and texts are cut to what anybody could have meant.
 */
import { isBlank } from '../im/text.js';

/** Of one text, in characters, and of all that one call says. */
const TEXT_CHARS = 2000;
const CALL_CHARS = 16000;
/** @param {string} text */
const cut = (text) => (text.length > TEXT_CHARS ? text.slice(0, TEXT_CHARS) : text);
/** @param {any} value @returns {value is Record<string, any>} */
const isRecord = (value) => Boolean(value) && typeof value === 'object' && !Array.isArray(value);
/** @param {any} value @returns {string|null} */
const asText = (value) => (typeof value === 'string' || typeof value === 'number' ? cut(String(value)) : null);

/**
 * What goes into the frame for a call; `undefined` = nothing.
 * @param {string} method @param {any[]} args plain values @param {(field:string) => void} dropped
 * @returns {any[]|undefined}
 */
export function readCall(method, args, dropped) {
  const [first, second] = args;
  /** @param {any} value @param {string} name @returns {any} */
  const record = (value, name) => {
    if (value === undefined || value === null) return null;
    if (!isRecord(value)) return dropped(name), null;
    const kept = Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? cut(one) : one]);
    const found = Object.fromEntries(kept);
    if (JSON.stringify(found).length <= CALL_CHARS) return found;
    // The long ones are what no call was meant to carry.
    for (const [key, one] of kept) {
      if (String(JSON.stringify(one)).length <= TEXT_CHARS / 10) continue;
      delete found[key];
      dropped(key);
    }
    return JSON.stringify(found).length <= CALL_CHARS ? found : (dropped(name), null);
  };
  if (method === 'identify') {
    if (typeof second === 'string' && second) return [{ token: second }];
    if (second !== undefined && second !== null) dropped('token');
    return [record(first, 'user')];
  }
  if (method === 'addTag' || method === 'removeTag') {
    const tags = [first].flat().map(asText).filter((tag) => (tag !== null && !isBlank(tag)) || dropped('tag'));
    return tags.length ? [tags] : undefined;
  }
  if (method === 'track') {
    const name = asText(first);
    if (name === null || isBlank(name)) return dropped('event'), undefined;
    return [name, record(second, 'properties') ?? {}];
  }
  if (method === 'prefill') {
    const text = typeof first === 'string' || typeof first === 'number' ? String(first) : null;
    return text === null ? (dropped('text'), undefined) : [text];
  }
  const found = record(first, 'attributes');
  return found && Object.keys(found).length ? [found] : undefined;
}
