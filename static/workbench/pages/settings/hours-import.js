/** A file of holidays: what it changes is looked at before it goes into the calendar that is written. */
import { html, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { select } from '../../parts/controls.js';
import { SPECIAL_DAYS_MAX, inOrder, runs } from './calendars.js';
import { runText, whatOf } from './hours-days.js';
import { NAMES } from './hours-week.js';

/** @typedef {import('./calendars.js').Special} Special */
/** @typedef {{added:Special[], changed:{before:Special, after:Special}[], same:number, refused:{line:number, code:string, text:string}[], refused_in_all:number}} Changes */

/** Changes of days that follow one another and change alike, as one. @param {Changes['changed']} changed */
const changeRuns = (changed) => {
  const from = new Map(changed.map(({ before, after }) => [after.date, before]));
  return runs(changed.map(({ after }) => after)).map((run) => ({ run, before: /** @type {Special} */ (from.get(run.date)) }));
};

/**
 * @param {object} host
 * @param {import('../../parts/form.js').SettingsForm} host.form
 * @param {import('./page.js').Context['send']} host.send
 * @param {import('./page.js').Context['say']} host.say
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 */
export function createImport({ form, send, say, failed, changed }) {
  /** @type {{path:string, file:File, like:number, changes:Changes}|null} */ let seen = null;

  /** @param {string} path @param {File} file @param {number} like */
  const look = async (path, file, like) => {
    try {
      const changes = await send(`/calendars/${path}/import?preview=true&like=${like}`, file);
      seen = { path, file, like, changes };
    } catch (error) {
      const { status, field } = /** @type {import('../../api.js').Problem} */ (error);
      seen = null;
      if (status === 413) say(t('settings_hours.import_large'), { bad: true });
      else if (status === 400) say(t(field === 'special_days' ? 'settings_hours.import_full' : 'settings_hours.import_odd'), { bad: true });
      else failed(error);
    }
    changed();
    requestAnimationFrame(() => document.getElementById('import-title')?.focus());
  };
  const end = () => {
    seen = null;
    changed();
  };
  /** @param {Changes} changes */
  const news = ({ added, changed: other }) => [...added, ...other.map(({ after }) => after)];
  const take = () => {
    if (!seen) return;
    const place = `${seen.path}.special_days`;
    const days = news(seen.changes);
    const dates = new Set(days.map((day) => day.date));
    /** @type {Special[]} */ const all = form.get(place);
    const whole = inOrder([...all.filter((day) => !dates.has(day.date)), ...days]);
    if (whole.length > SPECIAL_DAYS_MAX) return say(t('settings_hours.import_full'), { bad: true });
    form.set(place, whole);
    end();
  };

  /** @param {Changes} changes */
  const facts = ({ added, changed: other, same }) =>
    [
      added.length ? plural('settings_hours.import_added', added.length) : '',
      other.length ? plural('settings_hours.import_changed', other.length) : '',
      same ? plural('settings_hours.import_same', same) : '',
    ]
      .filter(Boolean)
      .join(t('common.list_comma')) || t('settings_hours.import_nothing');

  /** @param {Changes} changes */
  const refused = ({ refused: lines, refused_in_all }) =>
    html`<details class="import-refused">
      <summary>${plural('settings_hours.refused', refused_in_all)}</summary>
      <ul>
        ${lines.map((one) => html`<li>${t('settings_hours.refused_line', { line: one.line, why: t(`settings_hours.refused_${one.code}`) })} <code>${one.text}</code></li>`)}
      </ul>
    </details>`;

  return {
    look,
    /** @param {string} path of the calendar that is shown */
    view: (path) => {
      if (seen?.path !== path) return nothing;
      const { file, like, changes } = seen;
      const days = news(changes);
      return html`<div class="thing-edit import" role="group" aria-labelledby="import-title">
        <p id="import-title" class="import-title" tabindex="-1"><b>${file.name}</b> ${facts(changes)}</p>
        ${days.some((day) => day.like)
          ? html`<div class="import-like">
              <label for="import-like">${t('settings_hours.import_like')}</label>
              ${select('import-like', NAMES.map((label, n) => ({ value: String(n + 1), label })), String(like), (value) => void look(path, file, Number(value)))}
            </div>`
          : nothing}
        ${days.length
          ? html`<ul class="runs import-days">
              ${runs(changes.added).map((run) => html`<li class="run">${runText(run)}</li>`)}
              ${changeRuns(changes.changed).map(({ run, before }) => html`<li class="run">${runText(run, html`<s>${whatOf(before)}</s> `)}</li>`)}
            </ul>`
          : nothing}
        ${changes.refused_in_all ? refused(changes) : nothing}
        <div class="set-actions">
          <button type="button" class="button quiet" @click=${end}>${t('settings_frame.cancel')}</button>
          ${days.length ? html`<button type="button" class="button primary" @click=${take}>${plural('settings_hours.import_take', days.length)}</button>` : nothing}
        </div>
      </div>`;
    },
  };
}
