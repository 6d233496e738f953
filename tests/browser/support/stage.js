/**
 * The stage of a test file: one browser, one desk that is set up, one shop. `scene` is a test on it: people come and go with the
 * scene, their consoles have to be quiet at its end, and when it fails, what was on their screens and consoles is told with it.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.js';
import { openDesk } from './desk.js';
import { openLine } from './line.js';
import { openShop } from './shop.js';

const out = fileURLToPath(new URL('../out/', import.meta.url));

/**
 * @typedef {object} Stage
 * @property {import('./desk.js').Desk} desk
 * @property {Awaited<ReturnType<import('./desk.js').Desk['setUp']>>} owner
 * @property {import('./shop.js').Shop} shop whose widget reaches the desk over the line, where there is one
 * @property {import('./line.js').Line} line
 * @typedef {object} Means
 * @property {Awaited<ReturnType<typeof openBrowser>>['person']} person who comes
 * @property {(...patterns:RegExp[]) => void} expect what a browser reports where a scene breaks something on purpose
 * @property {<T extends {end:()=>Promise<void>}>(thing:T) => T} keep a desk or a shop of this scene alone: ends after the people left
 * @typedef {Stage & Means} Scene
 */

/**
 * @param {{env?:Record<string,string|undefined>, setUp?:Parameters<import('./desk.js').Desk['setUp']>[0]|false, line?:boolean}} [how]
 *   setUp:false = an empty desk, no shop; line = one that can be cut
 */
export function openStage({ env, setUp = {}, line = false } = {}) {
  /** @type {Awaited<ReturnType<typeof openBrowser>>} */ let browser;
  const stage = /** @type {Stage} */ ({});

  before(async () => {
    browser = await openBrowser();
    stage.desk = await openDesk({ env });
    if (setUp === false) return;
    stage.owner = await stage.desk.setUp(setUp);
    if (line) stage.line = await openLine(stage.desk);
    stage.shop = await openShop(stage.line ?? stage.desk, stage.owner.key);
  });
  after(async () => {
    await browser?.end();
    await stage.shop?.end();
    await stage.line?.end();
    await stage.desk?.end();
  });

  /** @param {string} name @param {(scene:Scene) => Promise<void>} play */
  const scene = (name, play) =>
    test(name, async () => {
      /** @type {import('./browser.js').Person[]} */ const people = [];
      /** @type {RegExp[]} */ const expected = [];
      /** @type {{end:()=>Promise<void>}[]} */ const kept = [];
      try {
        await play({
          ...stage,
          expect: (...patterns) => void expected.push(...patterns),
          keep(thing) {
            kept.unshift(thing);
            return thing;
          },
          person: async (how) => {
            const one = await browser.person(how);
            people.push(one);
            return one;
          },
        });
        for (const one of people) one.quiet(...expected);
      } catch (error) {
        throw new Error(`${/** @type {Error} */ (error).message}${await tell(name, people)}`, { cause: error });
      } finally {
        await Promise.all(people.map((one) => one.context.close()));
        for (const thing of kept) await thing.end();
      }
    });
  return { stage, scene };
}

/** @param {string} name @param {import('./browser.js').Person[]} people */
async function tell(name, people) {
  await mkdir(out, { recursive: true });
  const told = [];
  for (const [i, one] of people.entries()) {
    for (const [j, page] of one.context.pages().entries()) {
      const file = path.join(out, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${i + 1}-${j + 1}.png`);
      const kept = await page.screenshot({ path: file, timeout: 5000 }).then(
        () => file,
        (error) => `no picture: ${error.message}`,
      );
      told.push(`  person ${i + 1} at ${page.url()}: ${kept}`);
    }
    told.push(...one.problems.map((problem) => `    ${problem}`));
  }
  return `\n${told.join('\n')}`;
}
