/** What a message says, in a few words: for rows, notices and quotes. */
import { unmarked } from '../../design/markdown.js';
import { t } from '../app/texts.js';

/** What a file is called by its type. @param {string} [media_type] @returns {string|null} null = what is best told by its name */
export function kindOf(media_type = '') {
  const [kind] = media_type.split('/');
  return { image: t('common.kind_picture'), audio: t('common.kind_voice'), video: t('common.kind_film') }[kind] ?? null;
}

/**
 * Words with the kind of file before them.
 * @param {string|null} text its words, or the name of a file @param {string|null} [media_type]
 * @param {string} [from] kind of the sender: what customers write has no marks
 */
export function withKind(text, media_type, from) {
  if (text === null) return null;
  const isName = Boolean(media_type) && /\.\w{2,5}$/.test(text);
  const words = isName || from === 'visitor' ? text : unmarked(text);
  const kind = media_type ? kindOf(media_type) : null;
  if (!kind) return words;
  // The name of a picture says nothing; words to it do.
  return words && !isName ? `${kind} · ${words}` : kind;
}

/**
 * A message in one line.
 * @param {import('../../im/types.js').Content|null} content @param {string} [from] kind of the sender @returns {string|null} null = recalled
 */
export const summaryOf = (content, from) => (content ? withKind(content.text || content.name || '', content.media_type, from) : null);
