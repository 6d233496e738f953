/** What is done with what is open: saved, published, decided in the queue, taken back; with the words that say so. */
import { lang, plural, t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { openPick } from './pick.js';
import { hands } from './actions.js';
import { titleOf } from './draft.js';
import { nextOf } from './gaps.js';

const own = /** @type {import('./draft.js').Locale} */ (lang === 'en' ? 'en' : 'zh-CN');

/** What went wrong, in words. @type {Record<string, string>} */
const PROBLEMS = { entry_limit: 'faq_editor.too_many', phrasing_limit: 'faq_editor.too_many' };

/** Decisions about a question of the queue, each with a way back. @param {import('./editor.js').Table} faq */
function createDecisions(faq) {
  const { api, at, queue, editing, say, app } = faq;
  /** The one after it is opened; what was decided is gone from the column. @param {string} id */
  const goOn = (id) => {
    const next = nextOf(queue.all(), id);
    queue.drop(id);
    if (at.id !== id) return;
    if (next) faq.go('queue', next);
    else faq.go('queue', null);
  };
  /** @param {string} id @param {string} text */
  const done = (id, text) => {
    const back = async () => {
      hands.undo = null;
      try {
        await api.decide(id, 'restore');
        await Promise.all([queue.load(), faq.entries.load()]);
        faq.go('queue', id);
      } catch (error) {
        app.desk.failed(error);
      }
    };
    hands.undo = back;
    say({ text, icon: 'circle-check', action: { label: t('faq_editor.undo'), run: back } });
  };
  /** @param {import('./gaps.js').Gap} gap @param {() => Promise<any>} work @param {string} text */
  const decide = async (gap, work, text) => {
    if (editing.at.busy) return;
    try {
      await work();
      goOn(gap.id);
      done(gap.id, text);
      queue.load();
    } catch (error) {
      app.desk.failed(error);
    }
  };
  return { goOn, done, decide };
}

/** Lists to choose from: an entry that a question belongs to, another question that means the same. @param {import('./editor.js').Table} faq @param {ReturnType<typeof createDecisions>} decisions */
function createPicks(faq, { decide }) {
  const { api, queue, entries, editing } = faq;
  const anchor = () => /** @type {HTMLElement|null} */ (faq.root.querySelector('.faq-merge, .faq-head'));
  /** @param {HTMLElement} at */
  const attach = (at) => {
    const { gap } = editing.at;
    if (!gap) return;
    const phrasings = () => [gap.title, ...editing.chosen()];
    openPick(at, {
      label: t('faq.key_phrasing'),
      placeholder: t('faq_editor.pick_entry'),
      nothing: t('faq_editor.pick_none'),
      options: (query) =>
        entries.at.items
          .map((one) => ({ id: one.id, label: titleOf(one, own), more: one.category }))
          .filter((one) => `${one.label} ${one.more}`.toLowerCase().includes(query.toLowerCase())),
      choose: ({ id, label }) => decide(gap, () => api.decide(gap.id, 'attach', { faq_id: id, phrasings: phrasings() }), t('faq_editor.attached', { question: label })),
    });
  };
  /** @param {HTMLElement} at */
  const merge = (at) => {
    const { gap } = editing.at;
    if (!gap) return;
    openPick(at, {
      label: t('faq.key_merge'),
      placeholder: t('faq_editor.pick_gap'),
      nothing: t('faq_editor.pick_none'),
      options: (query) =>
        queue.at.items
          .filter((one) => one.id !== gap.id && one.title.toLowerCase().includes(query.toLowerCase()))
          .map((one) => ({ id: one.id, label: one.title, hint: String(one.count) })),
      choose: ({ id, label }) => decide(gap, () => api.decide(gap.id, 'merge', { gap_id: id }), t('faq_editor.merged', { question: label })),
    });
  };
  return {
    attach,
    merge,
    /** By key: beside the buttons. @param {'attach'|'merge'} what */
    pick(what) {
      const at = anchor();
      if (at) ({ attach, merge })[what](at);
    },
    /** @param {HTMLElement} at */
    menu: (at) =>
      openMenu(at, t('faq_editor.merge'), [
        {
          items: [
            { label: t('faq.key_phrasing'), hint: 'p', run: () => attach(at) },
            { label: t('faq.key_merge'), hint: 'm', run: () => merge(at) },
            { label: t('faq_editor.later'), hint: 'l', run: () => hands.decide?.('later') },
            { label: t('faq_editor.dismiss'), hint: 'd', run: () => hands.decide?.('dismiss') },
          ],
        },
      ]),
  };
}

/** What else can be done with an entry. @param {import('./editor.js').Table} faq @param {ReturnType<typeof import('./versions.js').createVersions>} versions */
function createMore(faq, versions) {
  const { api, editing, entries, say, app, at } = faq;
  /** @param {() => Promise<import('./draft.js').Entry>} work @param {string} text */
  const run = async (work, text) => {
    try {
      const entry = await work();
      editing.took(entry);
      entries.put(entry);
      versions.forget();
      say({ text, icon: 'circle-check' });
    } catch (error) {
      app.desk.failed(error);
    }
  };
  const remove = async () => {
    const { entry } = editing.at;
    if (!entry) return;
    const sure = await app.dialogs.ask({ title: t('faq_editor.remove_ask', { question: titleOf(entry, own) }), text: t('faq_editor.remove_means'), confirm: t('faq_editor.remove_entry') });
    if (!sure) return;
    try {
      await api.remove(entry.id);
      editing.revert();
      const next = nextOf(entries.at.items, entry.id);
      entries.drop(entry.id);
      if (at.id === entry.id) faq.go('entries', next);
      say({ text: t('faq_editor.removed'), icon: 'circle-check' });
    } catch (error) {
      app.desk.failed(error);
    }
  };
  /** @param {HTMLElement} anchor */
  return (anchor) => {
    const { entry } = editing.at;
    if (!entry) return;
    const items = [
      ...(editing.dirty() ? [{ label: t('faq_editor.discard'), run: () => editing.revert() }] : []),
      { label: t('faq_editor.versions'), run: () => versions.open() },
      ...(faq.may && entry.state === 'published' ? [{ label: t('faq_editor.unpublish'), run: () => run(() => api.unpublish(entry.id), t('faq_editor.unpublished')) }] : []),
      ...(faq.may ? [{ label: t('faq_editor.remove_entry'), run: () => void remove() }] : []),
    ];
    openMenu(anchor, t('faq_editor.more'), [{ items }]);
  };
}

/** @param {import('./editor.js').Table} faq @param {ReturnType<typeof import('./versions.js').createVersions>} versions */
export function createDeciding(faq, versions) {
  const { api, at, entries, queue, editing, say, app } = faq;
  const decisions = createDecisions(faq);
  const picks = createPicks(faq, decisions);

  /** @param {any} error */
  const failed = (error) => {
    const key = PROBLEMS[error.code];
    if (key) say({ text: t(key), icon: 'circle-alert' });
    else app.desk.failed(error);
  };
  /** @param {boolean} publish @param {any} answer what the desk has now */
  const told = (publish, answer) => {
    const entry = answer?.entry ?? answer;
    if (entry?.texts) entries.put(entry);
    else entries.load();
    versions.forget();
    if (!publish) return say({ text: t('faq_editor.draft_saved'), icon: 'circle-check' });
    say({ text: answer?.told ? plural('faq_editor.published_told', answer.told) : t('faq_editor.published'), icon: 'circle-check' });
  };

  return {
    title: () => titleOf(editing.at.draft, editing.at.locale),
    /** @param {boolean} publish */
    async save(publish) {
      const { gap } = editing.at;
      const waits = at.place === 'queue' && gap !== null && publish;
      const place = at.id;
      const { done, answer, error } = await editing.save(publish);
      if (error) return failed(error);
      if (!done) return void requestAnimationFrame(() => /** @type {HTMLElement|null} */ (faq.root.querySelector('[aria-invalid="true"], .faq-concerns'))?.scrollIntoView({ block: 'nearest' }));
      told(publish, answer);
      if (waits && gap) {
        decisions.goOn(gap.id);
        decisions.done(gap.id, answer?.told ? plural('faq_editor.published_told', answer.told) : t('faq_editor.published'));
        queue.load();
      } else if (place === 'new' && at.id === 'new') {
        const entry = answer?.entry ?? answer;
        at.id = entry.id;
        editing.openEntry(entry);
        history.replaceState(history.state, '', faq.address());
        app.moved();
      }
    },
    /** @param {'dismiss'|'later'} what */
    async decide(what) {
      const { gap } = editing.at;
      if (gap) await decisions.decide(gap, () => api.decide(gap.id, what), t(`faq_editor.done_${what}`));
    },
    pick: picks.pick,
    mergeMenu: picks.menu,
    moreMenu: createMore(faq, versions),
  };
}
