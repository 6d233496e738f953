/**
 * Every page of the workbench, as the server's table has it (`src/web/workbench/pages.rs`): rail, list of settings, palette and
 * router read this one. A page's words come from the desk when it is first shown.
 */
import { learn } from './texts.js';

/**
 * @typedef {object} PageRow
 * @property {string} name       `inbox`, `settings-team`: its room, and what of the room
 * @property {string} path
 * @property {boolean} inner     things of its own have addresses below it
 * @property {string} title      catalogue key
 * @property {string} find       catalogue key of what else somebody may type to find it; '' = nothing
 * @property {string} icon
 * @property {'rail'|'foot'|'settings'} place
 * @property {string} group      of the settings
 * @property {string|null} right   only for those who hold it
 * @property {string} words      address of its words; '' = it has none of its own
 * @property {string[]} parts     styles that its room shares with others
 */

/** The room that draws a page. @param {PageRow} page */
export const roomOf = (page) => page.name.split('-')[0];

/** What is asked for again while the network is away. */
const AGAIN_AFTER_MS = 2000;

/** Every page, and the addresses of words that come when they are first used. @typedef {{pages:PageRow[], later:Record<string, string>}} Contents */

/** @param {string} address @returns {Promise<{words:Record<string, Record<string, string>>} & Partial<Contents>>} */
async function ask(address) {
  // The way the document asked for it beforehand; another one would be fetched twice.
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** The words that every page has, and the table that comes with them. @param {string} address @returns {Promise<Contents>} */
export async function openTable(address) {
  for (;;) {
    try {
      const { words, pages = [], later = {} } = await ask(address);
      learn(words);
      return { pages, later };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
}

/** @typedef {'commands'|'shift'|'ticket_new'|'bot'|'faq_editor'|'faq_more'} Later */

/** Words that come when they are first used, for whoever has no table at hand. @type {(name:Later) => Promise<void>} */
export let laterWords = () => Promise.resolve();

/** The pages that an agent with these rights may open. @param {Contents} all @param {string[]} rights */
export function createTable({ pages: all, later }, rights) {
  const pages = all.filter((page) => !page.right || rights.includes(page.right));
  /** @type {Map<string, Promise<void>>} */
  const known = new Map();
  /** Asked for once, unless it did not come. @param {string} name @param {string} address '' = there are none */
  const fetched = (name, address) => {
    const asked = known.get(name) ?? (address ? ask(address).then(({ words }) => learn(words)) : Promise.resolve());
    known.set(name, asked);
    asked.catch(() => known.delete(name));
    return asked;
  };

  const table = {
    /** Pages that are offered in one place. @param {PageRow['place']} place */
    in: (place) => pages.filter((page) => page.place === place),
    /** The page that an address names, and what of it. @param {string} path @returns {{page:PageRow, inner:string|null}|null} */
    find(path) {
      for (const page of pages) {
        if (path === page.path) return { page, inner: null };
        const inner = page.inner && path.startsWith(`${page.path}/`) ? path.slice(page.path.length + 1) : '';
        if (inner && !inner.includes('/')) return { page, inner: decodeURIComponent(inner) };
      }
      return null;
    },
    /** Its words are there. @param {PageRow} page */
    words: (page) => fetched(page.name, page.words),
    /** Words that come when they are first used are there. @param {Later} name */
    later: (name) => fetched(name, later[name] ?? ''),
  };
  laterWords = table.later;
  return table;
}

/** @typedef {ReturnType<typeof createTable>} Table */
