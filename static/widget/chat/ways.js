/** The ways between the views: where a visitor lands, what the page asks for, how a conversation begins, and what is asked before. */

/**
 * Knows what the visitor may do next.
 * @param {import('../chat.js').Options & import('../chat.js').Joined} frame
 * @param {ReturnType<typeof import('./talk-view.js').createTalkView>} talkView
 */
export function createWays({ texts, client, session, loader, here, cache, views, go }, { parts, talk }) {
  const signature = () => (here.shop.form?.fields ?? []).map((field) => field.id).join(' ');
  /** Whether the shop asks something first, of this visitor, now. */
  const asks = () => {
    const { when, fields = [] } = here.shop.form ?? {};
    const shut = here.shop.open && !here.shop.open.now;
    if (when === 'closed' && shut) return 'closed';
    if (when !== 'before' || !fields.length || here.shop.profile?.verified) return '';
    return here.answeredForm === signature() ? '' : shut ? 'closed' : 'before';
  };
  /** The part that has the other views, or a word about that. */
  const load = () => parts.load().catch(() => parts.complain('failed.call'));
  /** The preview may have drawn everything anew meanwhile: then there is nothing to stand before. @param {{node:HTMLElement, focus:() => void}} view that has come */
  const stand = (view) => {
    here.form?.node.remove();
    parts.trouble.before((here.form = view).node);
    views[views.now?.name === 'form' ? 'swap' : 'go']('form', Symbol());
  };
  /** What each of those views is told. */
  const common = { texts, session, close: go.close, back: go.back };
  /** @param {string} words @param {boolean} [ticket] whatever the hours */
  const ask = async (words, ticket) => {
    const leaves = asks() === 'closed' ? 'closed' : ticket ? 'ticket' : '';
    const more = await load();
    if (!more) return;
    const asked = signature();
    const opening = {
      ...common,
      shop: here.shop,
      words,
      answered: here.answeredForm === asked,
      onAnswered: () => loader.tell('save', { form: (here.answeredForm = asked) }),
    };
    stand(
      leaves
        ? await more.openTicketForm({ ...opening, leaves, open: (id) => views.swap('talk', id) })
        : await more.openForm({ ...opening, begin: () => views.swap('talk', undefined), send: (text) => talk.send({ text }) }),
    );
  };
  /** To somebody who answers: where the talk goes on, a new one, or first the shop's form. @param {boolean} [goesOn] @param {string} [question] */
  const begin = (goesOn = false, question = '') => {
    const going = goesOn ? cache.going() : null;
    const name = views.now?.name;
    if (!going && asks()) return void ask(question);
    // A form, or articles, are not gone back to.
    views[name === 'form' || (name === 'talk' && !going) ? 'swap' : 'go']('talk', going?.id);
    if (question) talk.send({ text: question });
  };
  /** The shop's articles, to be searched. */
  const help = async () => {
    const more = await load();
    if (more) stand(more.createHelp({ ...common, talk: begin }));
  };
  /** @param {string} name of a ticket */
  const find = async (name) => {
    const id = await load().then((more) => more?.findTicket({ name, session, cache }), () => null);
    views.land(id ? 'talk' : 'list', id ?? undefined);
  };
  /** @param {string} name by the page */
  const show = (name) => {
    if (!here.landed) {
      here.wanted = name;
      return;
    }
    here.wanted = '';
    if (name === 'conversations') views.land('list');
    else if (name === 'talk') begin(true);
    else if (name === 'home') views.land('home');
    else if (name.startsWith('ticket:')) find(name.slice(7));
    if (!views.now) views.land('home');
  };

  return {
    begin,
    show,
    help,
    /** Words are left that become a ticket. */
    leave: () => ask('', true),
    /** Where a visitor who opens the chat begins. */
    land() {
      here.landed = true;
      const going = cache.going();
      const { shop } = here;
      if (here.wanted) return show(here.wanted);
      const unsent = client.items().pop();
      const id = unsent?.conversation_id;
      if (going || unsent) views.land('talk', going?.id ?? (id === 'new' ? undefined : id ?? undefined));
      else if (cache.list().length || shop.questions?.length || shop.articles || shop.header || asks()) views.land('home');
      // A home view with nothing but a greeting would only be one press more.
      else views.land('talk', undefined);
    },
    async loadList() {
      const more = await load();
      if (!more) return go.back();
      here.list = more.createList({ texts, close: go.close, back: go.back, open: (/** @type {string} */ id) => views.go('talk', id), begin: () => begin(), ...(here.shop.tickets && { leave: go.leave }) });
      parts.trouble.before(here.list.node);
      views.swap('list');
    },
  };
}
