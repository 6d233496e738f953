/**
 * What is left to set up on this desk, for those who may do it, and its demo data. The desk says what is done; this asks again when
 * somebody comes back to the page or answers for the first time.
 *
 * @typedef {{name:string, done:boolean}} FirstStep
 * @typedef {{steps:FirstStep[], dismissed:boolean, demo_data:boolean}} SetupList
 */

/**
 * The set-up list of this desk.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {SetupList|null} host.list  as the page came with it; null for an agent who may not set up
 * @param {() => void} host.changed
 * @param {(error:unknown) => void} host.failed
 */
export function createFirstSteps({ api, list, changed, failed }) {
  let now = list;
  /** @type {'adding'|'removing'|null} */ let work = null;

  const left = () => (now ? now.steps.filter((step) => !step.done).length : 0);
  /** @param {SetupList} next */
  const take = (next) => {
    now = next;
    changed();
  };
  const refresh = async () => {
    if (!now) return;
    try {
      take(await api.setupList());
    } catch {
      // It is asked again the next time.
    }
  };
  /** @param {'adding'|'removing'} what @param {() => Promise<unknown>} call */
  const during = async (what, call) => {
    if (work) return;
    work = what;
    changed();
    try {
      await call();
      await refresh();
    } catch (error) {
      failed(error);
    }
    work = null;
    changed();
  };

  return {
    get steps() {
      return now?.steps ?? [];
    },
    get left() {
      return left();
    },
    /** Whether the list is there to be seen: something is left and nobody put it away. */
    get shown() {
      return now !== null && !now.dismissed && left() > 0;
    },
    get demo() {
      return now?.demo_data ?? false;
    },
    /** Whether this agent may set up at all. */
    get allowed() {
      return now !== null;
    },
    get work() {
      return work;
    },
    /** Somebody came back to the page: perhaps from doing a step. */
    async looked() {
      if (now && (left() > 0 || now.demo_data)) await refresh();
    },
    /** An answer left this page: perhaps the first. */
    async answered() {
      if (now?.steps.some((step) => step.name === 'first_answer' && !step.done)) await refresh();
    },
    /** Put away for the whole team; Settings show everything it led to. */
    async dismiss() {
      if (!now) return;
      const before = now;
      take({ ...now, dismissed: true });
      try {
        take(await api.dismissSetupList(true));
      } catch (error) {
        take(before);
        failed(error);
      }
    },
    addDemo: () => during('adding', api.addDemoData),
    removeDemo: () => during('removing', api.removeDemoData),
  };
}

/** @typedef {ReturnType<typeof createFirstSteps>} FirstSteps */
