/** Bytes of files as addresses that an element can show; each is fetched once while it is kept, and a bounded number is. */

const KEPT = 80;

/** Addresses of files by their path, the least lately used given up first. @param {(path:string) => Promise<Blob>} load */
export function createFetched(load) {
  /** Least lately used first. @type {Map<string, Promise<string>>} */
  const known = new Map();
  const use = (/** @type {string} */ path, /** @type {() => Promise<string>} */ make) => {
    const found = known.get(path) ?? make();
    known.delete(path);
    known.set(path, found);
    for (const [old, address] of known) {
      if (known.size <= KEPT) break;
      known.delete(old);
      address.then(URL.revokeObjectURL, () => {});
    }
    return found;
  };

  return {
    /** @param {string} path @returns {Promise<string>} rejects with `code` where the file is not there */
    get(path) {
      const found = use(path, () => load(path).then((blob) => URL.createObjectURL(blob)));
      // What did not come is asked for again the next time.
      found.catch(() => known.delete(path));
      return found;
    },
    /** What was sent from here need not be fetched. @param {string} file_id @param {string} address */
    know(file_id, address) {
      for (const path of [`/files/v1/${file_id}`, `/files/v1/${file_id}/thumbnail`]) use(path, () => Promise.resolve(address));
    },
    clear() {
      for (const address of known.values()) address.then(URL.revokeObjectURL, () => {});
      known.clear();
    },
  };
}
