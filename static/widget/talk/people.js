/** Who takes part in the conversation that is shown: names, pictures, and whose face stands in the head. */
import { pictureAt } from '../dom.js';

/**
 * The people of one conversation.
 * @param {import('../talk.js').Here} here
 * @param {ReturnType<typeof import('../head.js').createHead>} head
 */
export function createPeople(here, head) {
  /** Names of agents, from what they said; frames about typing and presence carry ids alone. @type {Map<string, string>} */
  const names = new Map();
  /** Who came last, for whoever has not said anything yet. @type {{id:string, name:string}|null} */
  let agent = null;
  const shopName = () => here.settings.texts?.title || here.settings.shop_name || '';

  return {
    shopName,
    /** @param {{id?:string, name?:string|null}|undefined} who */
    nameOf: (who) => who?.name || names.get(who?.id ?? '') || agent?.name || shopName(),
    /** @param {{id?:string, name?:string|null}|undefined} who */
    pictureOf: (who) => pictureAt(here.settings.agents?.find((one) => one.id === who?.id)?.picture),
    /** @param {{id:string, name?:string|null}} sender of a message */
    learn({ id, name }) {
      if (name) names.set(id, name);
    },
    /** @param {{id:string, name:string}|null} who came, null = nobody yet */
    setAgent(who) {
      head.setAgent((agent = who));
    },
    forget: () => names.clear(),
  };
}
