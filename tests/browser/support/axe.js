/** Looks at a page or frame as axe does, and says every violation in one line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('playwright-core').Page|import('playwright-core').Frame} place @param {string[]} rules none = all */
const violations = (place, rules) =>
  place.evaluate(async (only) => {
    const how = only.length ? { runOnly: { type: 'rule', values: only } } : {};
    const found = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'], ...how });
    return found.violations.map((/** @type {any} */ one) => `${one.id} (${one.impact}): ${one.nodes.map((/** @type {any} */ node) => `${node.target.join(' ')} – ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`).join(' | ')}`);
  }, rules);

/**
 * As it stands, and its colours in the other theme as well where it follows the system's.
 * @param {import('playwright-core').Page|import('playwright-core').Frame} place
 * @param {string} name of the state, for the message
 */
export async function assertAccessible(place, name) {
  // Through the debugger, so that the page's own policy stays in force.
  if (!(await place.evaluate('"axe" in window'))) await place.evaluate(source);
  assert.deepEqual(await violations(place, []), [], `axe finds nothing: ${name}`);
  const theme = await place.evaluate(() => (document.documentElement.dataset.theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' : null));
  if (!theme) return;
  const page = 'mainFrame' in place ? place : place.page();
  const other = theme === 'dark' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme: other });
  const found = await violations(place, ['color-contrast']);
  await page.emulateMedia({ colorScheme: /** @type {'light'|'dark'} */ (theme) });
  assert.deepEqual(found, [], `axe finds nothing: ${name}, ${other}`);
}
