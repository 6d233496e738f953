/** Several pages on one table: a lock with a queue and stealing, and a channel that reaches the others. */

export function createTable({ locks = true } = {}) {
  /** @type {Set<any>} */
  const pages = new Set();
  /** @type {Map<string, any[]>} */
  const queues = new Map();
  const grant = (/** @type {string} */ name) => {
    const queue = queues.get(name) ?? [];
    const [first] = queue;
    if (first && !first.held) {
      first.held = true;
      setImmediate(() => queue.includes(first) && first.got());
    }
  };
  return () => {
    const page = { listeners: /** @type {((message:any) => void)[]} */ ([]), closed: false };
    pages.add(page);
    return {
      locks,
      /** @param {string} name @param {() => void} got @param {() => void} lost @param {boolean} [steal] */
      lock(name, got, lost, steal) {
        if (!queues.has(name)) queues.set(name, []);
        const queue = queues.get(name) ?? [];
        const request = { got, lost, held: false };
        if (steal) {
          const holder = queue[0]?.held ? queue.shift() : null;
          queue.unshift(request);
          holder?.lost();
        } else {
          queue.push(request);
        }
        grant(name);
        return () => {
          const at = queue.indexOf(request);
          if (at >= 0) queue.splice(at, 1);
          grant(name);
        };
      },
      /** @param {any} message */
      post(message) {
        const copy = JSON.stringify(message);
        for (const other of pages) {
          if (other !== page && !page.closed) setImmediate(() => other.listeners.forEach((/** @type {(message:any) => void} */ fn) => fn(JSON.parse(copy))));
        }
      },
      listen: (/** @type {(message:any) => void} */ fn) => void page.listeners.push(fn),
      close() {
        page.closed = true;
        pages.delete(page);
      },
    };
  };
}
