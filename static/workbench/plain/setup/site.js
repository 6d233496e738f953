/** Step 3: the line to paste and where it goes, the sites that may use it, and whether a page with it was seen. */
import { request } from '../../api.js';
import { BUILDERS, snippet } from '../../parts/builders.js';
import { complain, field } from '../../parts/fields.js';
import { tagParts, tagTrouble } from '../../parts/tag.js';
import { t } from '../../app/texts.js';
import { all, busy, copies, meta, one, say } from './page.js';

const SEEN_EVERY_MS = 2000;

/** What was typed as web addresses; names without a scheme are https. @param {string} text */
export function readOrigins(text) {
  const origins = [];
  for (const part of text.split(/[\s,，;；、]+/).filter(Boolean)) {
    const whole = /^https?:\/\//i.test(part) ? part : `https://${part}`;
    const star = whole.replace('://*.', '://');
    try {
      const { origin, hostname } = new URL(star);
      if (!/^(localhost|[\d.]+|\[.*\]|.*\.[^.]+)$/.test(hostname)) return { origins, odd: part };
      origins.push(star === whole ? origin : origin.replace('://', '://*.'));
    } catch {
      return { origins, odd: part };
    }
  }
  return { origins: [...new Set(origins)], odd: null };
}

/** @param {{url:string, at:string}} seen */
function showSeen(seen) {
  const minutes = Math.floor((Date.now() - Date.parse(seen.at)) / 60_000);
  const time = minutes < 1 ? t('setup.seen_now') : t('setup.seen_minutes', { count: minutes });
  one('data-seen').dataset.seen = 'yes';
  say('data-seen-title', t('setup.seen_title'));
  say('data-seen-text', t('setup.seen_text', { url: seen.url.replace(/^https?:\/\//, ''), time }));
}

async function watch() {
  try {
    const { seen } = await request('GET', '/api/v1/setup/seen');
    if (seen) showSeen(seen);
  } catch {
    // The next look asks again.
  }
  setTimeout(watch, SEEN_EVERY_MS);
}

/** @param {string} key the widget's */
function startBuilders(key) {
  const code = /** @type {HTMLElement} */ (document.getElementById('tag'));
  const trouble = tagTrouble(meta('origin'));
  one('data-tag-trouble').hidden = !trouble;
  if (trouble) say('data-tag-trouble', t(`settings_site.${trouble}`, { origin: meta('origin') }));
  let text = '';
  /** @param {string} builder */
  const show = (builder) => {
    for (const button of all('data-builder')) {
      button.setAttribute('aria-pressed', String(button.dataset.builder === builder));
    }
    say('data-how', t(`settings_site.how_${builder}`));
    text = snippet(builder, meta('origin'), key);
    code.replaceChildren(
      ...tagParts(text).map((part) => {
        const span = document.createElement('span');
        span.className = part.kind;
        span.textContent = part.text;
        return span;
      }),
    );
  };
  one('data-builders').append(
    ...BUILDERS.map((builder) => {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', className: 'builder', textContent: t(`settings_site.builder_${builder}`) });
      button.dataset.builder = builder;
      button.addEventListener('click', () => show(builder));
      return button;
    }),
  );
  copies(one('data-copy'), code, () => text);
  show(BUILDERS[0]);
}

/** @param {import('./page.js').Made} made @returns {import('./page.js').Step} */
export function startSite(made) {
  startBuilders(made.widget.key);
  const save = one('data-save-origins');
  const input = field('origins');
  let kept = '';
  input.addEventListener('input', () => (save.textContent = t('setup.origins_save')));
  const store = async () => {
    if (input.value.trim() === kept) return true;
    const { origins, odd } = readOrigins(input.value);
    if (odd) {
      complain('origins', t('setup.origins_odd', { origin: odd }));
      return false;
    }
    try {
      await request('PUT', '/api/v1/widgets/default/allowed-origins', { allowed_origins: origins }, made.csrf_token);
    } catch {
      complain('origins', t('setup.failed'));
      return false;
    }
    kept = origins.join(' ');
    input.value = kept;
    save.textContent = t('setup.origins_saved');
    if (origins[0]) say('data-preview-address', new URL(origins[0].replace('*.', 'www.')).host);
    return true;
  };
  save.addEventListener('click', () => busy(save, async () => void (await store())));
  say('data-preview-address', 'www.example.com');
  watch();
  return { save: store };
}
