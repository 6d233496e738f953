/** Blocked customers and addresses: who, why, by whom and until when; each can be let in again, and an address can be added. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { exact, when } from '../../parts/times.js';
import { section, select } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const SPANS = ['1', '7', '30', '0'];
const REASON_CHARS = 200;
/** As many as the desk keeps. */
const PAGES_MAX = 5;

/**
 * The form for a block.
 * @param {object} host
 * @param {{ open: boolean; address: string; reason: string; days: string; wrong: string; busy: boolean; }} host.draft
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['say']} host.say
 * @param {(one: import('../../answers.js').Block) => any} host.nameOf
 * @param {import('../../parts/loaded.js').Loaded<{items: import('../../answers.js').Block[], agents: Map<string, string>}>} host.loaded
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 * @param {() => void} host.toggle
 */
function createAdding({ draft, call, say, nameOf, loaded, failed, changed, toggle }) {
  /** @param {Event} event */
  const add = async (event) => {
    event.preventDefault();
    if (draft.busy) return;
    draft.busy = true;
    const days = Number(draft.days);
    const until = days ? new Date(Date.now() + days * DAY_MS).toISOString() : null;
    try {
      const made = await call('POST', '/blocks', { address: draft.address.trim(), reason: draft.reason.trim() || null, until });
      Object.assign(draft, { open: false, address: '', reason: '', wrong: '' });
      say(t('settings_blocks.added', { name: nameOf(made) }));
      await loaded.load();
    } catch (error) {
      const { code, field } = /** @type {import('../../api.js').Problem} */ (error);
      if (code === 'invalid' && field === 'address') draft.wrong = 'settings_blocks.address_wrong';
      else if (code === 'block_limit') draft.wrong = 'settings_blocks.full';
      else failed(error);
    }
    draft.busy = false;
    changed();
  };
  const fields = () => html`<form class="set-stack" novalidate @submit=${add}>
    <div class="set-columns">
      <div class="set-field">
        <div class="set-label"><label for="block-address">${t('settings_blocks.address')}</label></div>
        <input
          id="block-address"
          class="input mono"
          autocomplete="off"
          placeholder="203.0.113.7"
          aria-invalid=${draft.wrong ? 'true' : nothing}
          aria-describedby="block-wrong block-hint"
          .value=${live(draft.address)}
          @input=${(/** @type {FieldEvent} */ event) => Object.assign(draft, { address: event.target.value, wrong: '' })}
        />
        <p class="field-hint" id="block-hint">${t('settings_blocks.address_hint')}</p>
        <p class="field-error" id="block-wrong" role="alert">${draft.wrong ? t(draft.wrong) : ''}</p>
      </div>
      <div class="set-field">
        <div class="set-label"><label for="block-reason">${t('settings_blocks.reason')}</label></div>
        <input
          id="block-reason"
          class="input"
          autocomplete="off"
          maxlength=${REASON_CHARS}
          .value=${live(draft.reason)}
          @input=${(/** @type {FieldEvent} */ event) => (draft.reason = event.target.value)}
        />
      </div>
    </div>
    <div class="set-actions">
      ${select('block-days', SPANS.map((days) => ({ value: days, label: t(`settings_blocks.days_${days}`) })), draft.days, (days) => (draft.days = days), t('settings_blocks.for'))}
      <button class="button quiet" type="button" @click=${toggle}>${t('settings_frame.cancel')}</button>
      <button class="button primary" type="submit" aria-busy=${draft.busy}>${t('settings_blocks.block')}</button>
    </div>
  </form>`;

  return fields;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function blocksPage({ call, changed, say, failed }) {
  const loaded = createLoaded(async () => {
    const people = call('GET', '/agents?limit=200');
    /** @type {import('../../answers.js').Block[]} */ const items = [];
    let cursor = '';
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const answer = await call('GET', `/blocks?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      items.push(...answer.items);
      cursor = answer.next_cursor;
      if (!cursor) break;
    }
    const agents = new Map((await people).items.map((/** @type {import('../../answers.js').Agent} */ one) => [one.id, one.name]));
    return { items, agents };
  }, changed);
  const draft = { open: false, address: '', reason: '', days: '7', wrong: '', busy: false };

  /** @param {import('../../answers.js').Block} one */
  const nameOf = (one) => one.address ?? one.name ?? t('settings_blocks.nameless');
  /** @param {import('../../answers.js').Block} one */
  const lift = async (one) => {
    try {
      await call('DELETE', `/blocks/${one.id}`, {});
      say(t('settings_blocks.lifted', { name: nameOf(one) }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };
  const toggle = () => {
    draft.open = !draft.open;
    changed();
    if (draft.open) requestAnimationFrame(() => document.getElementById('block-address')?.focus());
  };
  const fields = createAdding({ draft, call, say, nameOf, loaded, failed, changed, toggle });

  /** @param {import('../../answers.js').Block} one @param {Map<string, string>} agents */
  const row = (one, agents) => {
    const now = Date.now();
    const facts = [
      one.reason,
      one.agent_id ? t('settings_blocks.by', { name: agents.get(one.agent_id) ?? '?' }) : t('settings_blocks.by_command'),
      when(one.blocked_at, now),
      one.until ? t('settings_blocks.until', { time: exact(one.until) }) : null,
    ];
    return html`<li class="thing">
      <span class="thing-mark">${mark(one.address ? 'monitor' : 'user')}</span>
      <div class="thing-what">
        <span class="thing-name">${nameOf(one)}</span>
        <span class="thing-about" title=${exact(one.blocked_at)}>${facts.filter(Boolean).join(' · ')}</span>
      </div>
      <div class="thing-does">
        <button type="button" class="button" aria-label=${t('settings_blocks.lift_one', { name: nameOf(one) })} @click=${() => lift(one)}>
          ${t('settings_blocks.lift')}
        </button>
      </div>
    </li>`;
  };

  return {
    start: loaded.load,
    body: () =>
      loaded.view(({ items, agents }) =>
        section(
          t('settings_blocks.title'),
          html`${draft.open ? fields() : nothing}
          ${items.length
            ? html`<ul class="things">
                ${items.map((one) => row(one, agents))}
              </ul>`
            : html`<p class="field-hint">${t('settings_blocks.none')}</p>`}`,
          t('settings_blocks.intro'),
          draft.open ? nothing : html`<button type="button" class="button" @click=${toggle}>${t('settings_blocks.add')}</button>`,
        ),
      ),
  };
}
