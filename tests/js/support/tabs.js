/** Several pages on one table: a lock with a queue and stealing, and a channel that reaches the others. */

export function createTable({ locks = true } = {}) {
  const pages = new Set();
  const queues = new Map();
  const grant = (name) => {
    const queue = queues.get(name) ?? [];
    const [first] = queue;
    if (first && !first.held) {
      first.held = true;
      setImmediate(() => queue.includes(first) && first.got());
    }
  };
  return () => {
    const page = { listeners: [] };
    pages.add(page);
    return {
      locks,
      lock(name, got, lost, steal) {
        if (!queues.has(name)) queues.set(name, []);
        const queue = queues.get(name);
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
      post(message) {
        const copy = JSON.stringify(message);
        for (const other of pages) {
          if (other !== page && !page.closed) setImmediate(() => other.listeners.forEach((fn) => fn(JSON.parse(copy))));
        }
      },
      listen: (fn) => page.listeners.push(fn),
      close() {
        page.closed = true;
        pages.delete(page);
      },
    };
  };
}
