/** Statuses and types of tickets as the settings work on them: there and back, what is missing, where a complaint belongs. Pure. */

/** @typedef {{'zh-CN':string, en:string}} Both */
/** @typedef {{key:string, id?:string, name:string, public_name:Both, category:string, builtin:boolean}} StatusDraft */
/** @typedef {{row:string, key:string, label:Both, type:string, options:string, required:boolean, public:boolean}} FieldDraft */
/** @typedef {{key:string, id?:string, name:string, public:boolean, fields:FieldDraft[]}} TypeDraft */

export const CATEGORIES = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'];
export const FIELD_TYPES = ['text', 'email', 'phone', 'number', 'date', 'select', 'checkbox'];

/** @param {any} words @returns {Both} */
const both = (words) => ({ 'zh-CN': words?.['zh-CN'] ?? '', en: words?.en ?? '' });

/** @param {any[]} statuses @returns {StatusDraft[]} */
export const statusesToDraft = (statuses) => statuses.map(({ id, name, public_name, category, builtin }) => ({ key: id, id, name, public_name: both(public_name), category, builtin: Boolean(builtin) }));

/** @param {StatusDraft[]} statuses */
export const statusesToDesk = (statuses) =>
  statuses.map(({ id, name, public_name, category }) => ({ ...(id ? { id } : {}), name: name.trim(), public_name: public_name['zh-CN'].trim() || public_name.en.trim() ? public_name : null, category }));

/** @param {any[]} types @returns {TypeDraft[]} */
export const typesToDraft = (types) =>
  types.map(({ id, name, public: offered, fields }) => ({
    key: id,
    id,
    name,
    public: offered,
    fields: fields.map((/** @type {any} */ field) => ({ row: `${id}-${field.key}`, key: field.key, label: both(field.label), type: field.type, options: (field.options ?? []).join('\n'), required: Boolean(field.required), public: Boolean(field.public) })),
  }));

/** One to a line, each once. @param {string} text */
export const optionLines = (text) => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];

/** @param {TypeDraft[]} types */
export const typesToDesk = (types) =>
  types.map(({ id, name, public: offered, fields }) => ({
    ...(id ? { id } : {}),
    name: name.trim(),
    public: offered,
    fields: fields.map(({ key, label, type, options, required, public: asked }) => ({ key, label, type, ...(type === 'select' ? { options: optionLines(options) } : {}), required, public: asked })),
  }));

/** A name for a field in values that no other of the type has. @param {FieldDraft[]} fields */
export function freeKey(fields) {
  for (let i = fields.length + 1; ; i += 1) if (!fields.some((one) => one.key === `field_${i}`)) return `field_${i}`;
}

/** What is missing, by the path that the desk would name. @param {{statuses:StatusDraft[], types:TypeDraft[]}} draft @returns {Record<string, 'name'|'label'|'key'|'key_twice'|'options'>} */
export function missing({ statuses, types }) {
  /** @type {Record<string, any>} */ const wrong = {};
  statuses.forEach((one, i) => {
    if (!one.name.trim()) wrong[`statuses[${i}].name`] = 'name';
  });
  types.forEach((type, i) => {
    if (!type.name.trim()) wrong[`types[${i}].name`] = 'name';
    type.fields.forEach((field, j) => {
      const path = `types[${i}].fields[${j}]`;
      if (!field.label['zh-CN'].trim() && !field.label.en.trim()) wrong[`${path}.label`] = 'label';
      if (!/^[a-z0-9_]{1,32}$/.test(field.key)) wrong[`${path}.key`] = 'key';
      else if (type.fields.findIndex((one) => one.key === field.key) !== j) wrong[`${path}.key`] = 'key_twice';
      if (field.type === 'select' && optionLines(field.options).length === 0) wrong[`${path}.options`] = 'options';
    });
  });
  return wrong;
}

/** The first thing that is complained about, by its list and place; null = none of these. @param {Record<string, string|undefined>} errors @returns {{list:'statuses'|'types', at:number}|null} */
export function wrongAt(errors) {
  for (const path of Object.keys(errors)) {
    const found = /^(statuses|types)\[(\d+)\]/.exec(path);
    if (found) return { list: /** @type {'statuses'|'types'} */ (found[1]), at: Number(found[2]) };
  }
  return null;
}

/** The same list with one thing at another place. @template T @param {T[]} all @param {number} from @param {number} to @returns {T[]} */
export function movedTo(all, from, to) {
  const place = Math.max(0, Math.min(all.length - 1, to));
  return all.toSpliced(from, 1).toSpliced(place, 0, all[from]);
}
