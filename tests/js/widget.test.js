/** Parts of the widget that need no browser: colours, texts, tokens kept, session. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { contrast, ground, readColour } from '../../static/widget/accent.js';
import { palette } from '../../static/widget/palette.js';
import { createTexts } from '../../static/widget/texts.js';
import { createSession } from '../../static/widget/session.js';
import { createPageStorage } from '../../static/widget/page-storage.js';

const root = new URL('../../', import.meta.url);
const words = async (locale, area) => JSON.parse(await readFile(new URL(`src/i18n/${locale}/${area}.json`, root), 'utf8'));
const catalogue = async (locale) => ({ ...(await words(locale, 'widget')), ...(await words(locale, 'widget_more')) });
const COLOURS = ['#1f6f5c', '#ffffff', '#000000', '#ffd400', '#ff7a00', '#e60012', '#777777', '#8a8a8a', '#00c2ff', '#0b1f4d', '#7b2ff7', '#b4f000', '#ff9ecb'];

test('whatever a shop\'s colour is, what is written on it and in it can be read', () => {
  for (const colour of COLOURS) {
    const { back, ink } = ground(colour);
    assert.ok(contrast(back, ink) >= 4.5, `${colour}: launcher`);
    for (const dark of [false, true]) {
      const own = palette(colour, dark);
      if (!Object.keys(own).length) continue;
      const surface = dark ? '#191d1a' : '#ffffff';
      assert.ok(contrast(own['--own'], own['--on-own']) >= 4.5, `${colour} ${dark}: own bubble`);
      assert.ok(contrast(own['--accent'], own['--on-accent']) >= 4.5, `${colour} ${dark}: button`);
      assert.ok(contrast(own['--accent-text'], surface) >= 4.5, `${colour} ${dark}: text on surface`);
      assert.ok(contrast(own['--accent-text'], own['--accent-soft']) >= 4.5, `${colour} ${dark}: text on soft`);
      assert.ok(contrast(own['--accent'], surface) >= 3, `${colour} ${dark}: button on surface`);
      assert.ok(contrast(own['--accent-hover'], own['--on-accent']) >= 4.5, `${colour} ${dark}: hover`);
    }
  }
  assert.deepEqual(palette('#1f6f5c', false), {});
});

test('colours are read or refused', () => {
  assert.equal(readColour('#ABC'), '#aabbcc');
  assert.equal(readColour(' #1F6F5C '), '#1f6f5c');
  for (const bad of ['red', 'rgb(0,0,0)', '#12', '#12345678', '', null, undefined, '#ggg']) assert.equal(readColour(bad), null);
});

test('catalogues: the same keys and placeholders in both, every key used, every used key there', async () => {
  const [zh, en] = await Promise.all(['zh-CN', 'en'].map(catalogue));
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
  const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const key of Object.keys(zh)) assert.deepEqual(holes(zh[key]), holes(en[key]), key);

  const folder = new URL('static/widget/', root);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
  const code = (await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
  const page = (await Promise.all(['templates/widget/frame.html', 'src/web/widget/boot.rs'].map((name) => readFile(new URL(name, root), 'utf8')))).join('\n');
  const used = (key) => {
    const bare = key.replace(/\.(one|other)$/, '');
    const family = bare.includes('.') ? `${bare.slice(0, bare.lastIndexOf('.'))}.\${` : '';
    return [`'${bare}'`, `"${bare}"`, `\`${bare}.\${`, `widget.${bare}`].some((form) => (code + page).includes(form)) || (family && code.includes(family));
  };
  for (const key of Object.keys(en)) assert.ok(used(key), `unused: ${key}`);
});

test('texts: placeholders, plurals, days', async () => {
  const texts = createTexts(await catalogue('en'), 'en');
  assert.equal(texts.t('joined', { name: 'Mei' }), 'Mei joined and can see the messages above');
  assert.equal(texts.count('new', 1), '1 new message');
  assert.equal(texts.count('new', 2), '2 new messages');
  const now = new Date(2026, 2, 1, 12);
  assert.equal(texts.day(new Date(2026, 2, 1, 0, 5), now), 'Today');
  assert.equal(texts.day(new Date(2026, 1, 28, 23, 55), now), 'Yesterday');
  assert.match(texts.day(new Date(2025, 5, 1), now), /2025/);
  assert.equal(createTexts(await catalogue('zh-CN'), 'zh-CN').time(new Date(2026, 0, 1, 9, 5)), '09:05');
});

test('what is kept outlives blocked storage only for the page, and says nothing about it', () => {
  const storage = createPageStorage('pk_x');
  storage.save({ device_id: 'd' });
  storage.save({ visitor_token: 't' });
  storage.set(':outbox', '[1]');
  assert.deepEqual(storage.read(), { device_id: 'd', visitor_token: 't' });
  assert.equal(storage.get(':outbox'), '[1]');
  storage.clear();
  assert.deepEqual(storage.read(), {});
  assert.equal(storage.get(':outbox'), null);
});

/** @param {any[]} answers of the desk, in turn @param {any} [options] @param {number} [ahead] of this machine's clock is the desk's */
function sessions(answers, options = {}, ahead = 0) {
  const asked = [];
  const saved = [];
  const told = [];
  /** @type {any} */ (globalThis).fetch = async (/** @type {string} */ _path, /** @type {any} */ init) => {
    asked.push(init.body ? JSON.parse(init.body) : init.headers.authorization);
    const [status, body] = answers.shift() ?? [200, {}];
    const now = Date.now() + ahead;
    const ends = new Date(now + 1000).toISOString();
    const whole = status === 200 ? { visitor_id: 'v_1', visitor_token: 'vt', session_token: 'st', session_expires_at: ends, settings: {}, ...body } : body;
    return { status, ok: status === 200, headers: new Headers({ date: new Date(now).toUTCString() }), json: async () => whole };
  };
  const session = createSession({
    key: 'pk', locale: 'en', identity: null, page: { url: 'u', title: 't', referrer: '' },
    save: (change) => saved.push(change), onSettings() {}, awaitIdentity: async () => null,
    onIdentified: (result) => told.push(result), onRefused: (code) => told.push(code),
    onAnswer: ({ dropped = [] }) => told.push(...dropped.map((one) => `${one.field} ${one.code}`)),
    kept: { device_id: 'd' }, ...options,
  });
  return { session, asked, saved, told };
}

test('session: the page is told, tokens are handed on to be kept', async () => {
  const { session, asked, saved } = sessions([]);
  const got = await session.get();
  assert.deepEqual(asked[0], { key: 'pk', device_id: 'd', visitor_token: null, identity: null, page: { url: 'u', title: 't', referrer: '' }, locale: 'en' });
  assert.deepEqual(got.identity, { kind: 'visitor', id: 'v_1' });
  assert.deepEqual(saved, [{ visitor_token: 'vt', visitor_id: 'v_1', anonymous: true }]);
  assert.equal(session.owner, 'visitor:v_1');
  session.forget();
});

test('session: an identity that the desk took is told once, renewals are not', async () => {
  const { session, told } = sessions([], { identity: { name: 'Bob' } });
  await session.get();
  await session.get({ renew: true });
  await session.identify({ token: 'jwt' });
  assert.deepEqual(told, [{ visitor_id: 'v_1', verified: false }, { visitor_id: 'v_1', verified: true }]);
  session.forget();
});

test('session: a token that the desk no longer knows is given up', async () => {
  const { session, asked } = sessions([[401, { code: 'invalid_visitor_token' }]], { kept: { device_id: 'd', visitor_token: 'old' } });
  await session.get();
  assert.deepEqual(asked.map((a) => a.visitor_token), ['old', null]);
  session.forget();
});

test('session: a verified visitor is asked for who they are; without an answer somebody new begins', async () => {
  const kept = { device_id: 'd', visitor_token: 'theirs', visitor_id: 'v_7', anonymous: false };
  const answered = sessions([], { kept, awaitIdentity: async () => ({ token: 'jwt' }) });
  assert.equal((await answered.session.get()).anonymous, false);
  assert.deepEqual(answered.asked[0].identity, { token: 'jwt' });
  answered.session.forget();
  const silent = sessions([[401, { code: 'identity_required' }]], { kept });
  assert.equal((await silent.session.get()).anonymous, true);
  assert.deepEqual(silent.asked.map((a) => a.visitor_token), ['theirs', null]);
  silent.session.forget();
});

test('session: a forged identity is reported once and not tried again', async () => {
  const { session, asked, told } = sessions([[401, { code: 'invalid_identity' }]]);
  await assert.rejects(session.identify({ token: 'forged' }), { code: 'invalid_identity', final: false });
  await session.get();
  assert.deepEqual(asked.map((a) => a.identity), [{ token: 'forged' }, null]);
  assert.deepEqual(told, ['invalid_identity']);
  session.forget();
});

test('session: a refused identity does not spoil the renewals of a believed one', async () => {
  const { session, asked } = sessions([[200, { verified: true }], [401, { code: 'invalid_identity' }]], { identity: { token: 'theirs' } });
  await session.get();
  await assert.rejects(session.identify({ token: 'forged' }), { code: 'invalid_identity' });
  await session.get({ renew: true });
  assert.deepEqual(asked.map((a) => a.identity?.token), ['theirs', 'forged', 'theirs']);
  session.forget();
});

test('session: a believed identity whose time is over is given up', async () => {
  const { session, asked } = sessions([[200, { verified: true }], [401, { code: 'invalid_identity' }]], { identity: { token: 'theirs' } });
  await session.get();
  await assert.rejects(session.get({ renew: true }), { code: 'invalid_identity' });
  await session.get({ renew: true });
  assert.deepEqual(asked.map((a) => a.identity?.token), ['theirs', 'theirs', undefined]);
  session.forget();
});

test('session: what the desk could not use is told once', async () => {
  const dropped = [{ field: 'identity.name', code: 'too_long' }];
  const heard = [];
  const { session } = sessions([[200, { dropped }], [200, { dropped }]], { onAnswer: ({ dropped: left = [] }) => heard.push(...left) });
  await session.get();
  await session.get({ renew: true });
  assert.deepEqual(heard, dropped);
  session.forget();
});

test('session: a wrong key or a foreign origin ends, a desk out of reach does not', async () => {
  for (const [status, final] of [[404, true], [403, true], [503, false], [429, false]]) {
    const { session } = sessions([[status, {}]]);
    await assert.rejects(session.get(), (/** @type {any} */ error) => error.final === final);
  }
  const { session } = sessions([[403, { code: 'blocked' }]]);
  await assert.rejects(session.get(), { code: 'blocked', final: true });
});

test('session: an identity that the desk cannot use poisons no renewal, and one that it took stays', async () => {
  const { session, asked, told } = sessions([[200, {}], [400, { code: 'invalid' }], [200, {}], [413, { code: 'too_large' }]], { identity: { name: 'Anna' } });
  await session.get();
  await assert.rejects(session.identify({ name: 'n'.repeat(101) }), { code: 'invalid', final: false });
  await session.get({ renew: true });
  assert.deepEqual(asked.map((a) => a.identity?.name.length), [4, 101, 4]);
  await assert.rejects(session.get({ renew: true }));
  await session.get({ renew: true });
  assert.equal(asked[4].identity, null, 'refused since: nobody is kept out by it');
  assert.deepEqual(told.slice(1), ['invalid', 'too_large']);
  session.forget();
});

test('session: a page that the desk cannot use is left out at the next try', async () => {
  const { session, asked } = sessions([[413, { code: 'too_large' }]]);
  await assert.rejects(session.get(), { final: false });
  await session.get();
  assert.equal(asked[1].page, null);
  session.forget();
});

test('session: half a character is made whole, everything else stays to the letter', async () => {
  const title = '限时特惠 🍵'.slice(0, 6);
  const { session, asked } = sessions([], { page: { url: 'u', title, referrer: '\\ud83c 🍵 \\' } });
  await session.get();
  assert.deepEqual(asked[0].page, { url: 'u', title: '限时特惠 \ufffd', referrer: '\\ud83c 🍵 \\' });
  session.forget();
});

test('session: what the desk could not use is told', async () => {
  const { session, told } = sessions([[200, { dropped: [{ field: 'identity.phone', code: 'too_long' }] }]]);
  await session.get();
  assert.deepEqual(told, ['identity.phone too_long']);
  session.forget();
});

test('session: the clock of the visitor may say what it likes', async () => {
  for (const ahead of [-86_400_000, 86_400_000]) {
    const { session, asked } = sessions([], {}, ahead);
    const { endsAt } = await session.get();
    const life = endsAt - performance.now();
    assert.ok(life > -1000 && life < 2100, `${ahead}: ${life}`);
    assert.equal(asked.length, 1);
    session.forget();
  }
});

test('session: a token that the desk no longer takes is renewed, once', async () => {
  const session_expires_at = new Date(Date.now() + 3_600_000).toISOString();
  const begun = [200, { session_expires_at }];
  const { session, asked } = sessions([begun, [401, {}], [200, { session_expires_at, session_token: 'new' }], [200, {}], [401, {}], begun, [401, {}]]);
  const seen = () => asked.splice(0).map((one) => (typeof one === 'string' ? one : 'session'));
  await session.call('GET', '/widget/v1/conversations');
  assert.deepEqual(seen(), ['session', 'Bearer st', 'session', 'Bearer new']);
  await assert.rejects(session.call('GET', '/widget/v1/conversations'), { final: false });
  assert.deepEqual(seen(), ['Bearer new', 'session', 'Bearer st'], 'once');
  session.forget();
});

test('no call at the end of an optional chain spreads its arguments: Chrome before 91 cannot', async () => {
  for (const folder of ['static/widget/', 'static/im/', 'static/design/']) {
    const at = new URL(folder, root);
    for (const name of (await readdir(at, { recursive: true })).filter((one) => one.endsWith('.js'))) {
      assert.doesNotMatch(await readFile(new URL(name, at), 'utf8'), /\?\.[\w.]*\((?:[^(){}[\]]*,\s*)?\.\.\./, folder + name);
    }
  }
});
