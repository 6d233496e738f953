/**
 * What somebody changes before it is made live: a copy to work on beside what the desk has, how many settings differ, saving and
 * going back. Plain JS without a DOM. A list counts as one setting; so does everything inside it.
 *
 * @typedef {object} Form
 * @property {'loading'|'ready'|'failed'} phase
 * @property {any} saved     what the desk has
 * @property {any} draft     what is shown and worked on
 * @property {boolean} busy  it is being saved
 * @property {Complaints} errors
 *
 * @typedef {{[setting:string]: string|undefined}} Complaints  what is wrong, by setting
 */

/** @param {any} value */
const isPlain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Paths of the settings that differ, as `a.b.c`.
 * @param {any} before @param {any} after @param {string} [path] @returns {string[]}
 */
export function differing(before, after, path = '') {
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differing(before[key], after[key], path ? `${path}.${key}` : key));
  }
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null) ? [] : [path];
}

/** @param {any} value */
const copy = (value) => structuredClone(value);

/** The value at a path. @param {any} target @param {string} path */
export const at = (target, path) => path.split('.').reduce((value, key) => value?.[key], target);

/**
 * A form over one thing that the desk has.
 * @param {object} host
 * @param {() => Promise<any>} host.read        asks the desk
 * @param {(draft:any, changes:string[]) => Promise<any>} host.write  returns what the desk has now
 * @param {(draft:any) => Complaints} [host.check]        complaints by setting; none = may be saved
 * @param {(error:import('../api.js').Problem) => Complaints} [host.refused]      what the desk said against it, by setting
 * @param {() => void} host.changed
 */
export function createForm({ read, write, check, refused, changed }) {
  /** @type {Form} */
  const form = { phase: 'loading', saved: null, draft: null, busy: false, errors: {} };

  const took = (/** @type {any} */ value) => {
    form.saved = value;
    form.draft = copy(value);
    form.errors = {};
    form.phase = 'ready';
    changed();
  };

  const methods = {
    /** Again later: what is shown stays until the answer comes, and what was changed meanwhile is not thrown away. */
    async load() {
      const known = form.phase === 'ready';
      if (!known) form.phase = 'loading';
      changed();
      try {
        const value = await read();
        if (!known || methods.changes.length === 0) took(value);
      } catch {
        if (!known) form.phase = 'failed';
        changed();
      }
    },
    /** @param {string} path @param {any} value */
    set(path, value) {
      const keys = path.split('.');
      const last = /** @type {string} */ (keys.pop());
      const place = keys.reduce((target, key) => (target[key] ??= {}), form.draft);
      place[last] = value;
      delete form.errors[path];
      changed();
    },
    /** @param {string} path */
    get: (path) => at(form.draft, path),
    get changes() {
      return form.phase === 'ready' ? differing(form.saved, form.draft) : [];
    },
    revert() {
      form.draft = copy(form.saved);
      form.errors = {};
      changed();
    },
    /** @returns {Promise<boolean>} whether the desk took it */
    async save() {
      if (form.busy || form.phase !== 'ready') return false;
      form.errors = check?.(form.draft) ?? {};
      if (Object.keys(form.errors).length > 0) {
        changed();
        return false;
      }
      form.busy = true;
      changed();
      try {
        const value = await write(form.draft, differing(form.saved, form.draft));
        took(value);
        return true;
      } catch (error) {
        form.errors = refused?.(/** @type {import('../api.js').Problem} */ (error)) ?? {};
        if (Object.keys(form.errors).length === 0) throw error;
        return false;
      } finally {
        form.busy = false;
        changed();
      }
    },
  };
  // `changes` is asked anew each time: copying it would freeze what it says.
  Object.defineProperties(form, Object.getOwnPropertyDescriptors(methods));
  return /** @type {Form & typeof methods} */ (form);
}

/** @typedef {ReturnType<typeof createForm>} SettingsForm */
