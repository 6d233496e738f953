/** Looks at a page or frame as axe does, and says every violation in one line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('playwright-core').Page|import('playwright-core').Frame} place
 * @param {string} name of the state, for the message
 */
export async function assertAccessible(place, name) {
  // Through the debugger, so that the page's own policy stays in force.
  if (!(await place.evaluate('"axe" in window'))) await place.evaluate(source);
  const found = await place.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return violations.map((/** @type {any} */ one) => `${one.id} (${one.impact}): ${one.nodes.map((/** @type {any} */ node) => `${node.target.join(' ')} – ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`).join(' | ')}`);
  });
  assert.deepEqual(found, [], `axe finds nothing: ${name}`);
}
