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
  /** @param {string} words @param {boolean} [ticket] whatever the hours */
  const ask = async (words, ticket) => {
    const leaves = asks() === 'closed' ? 'closed' : ticket ? 'ticket' : '';
    const more = await load();
    if (!more) return;
    const asked = signature();
    here.form?.node.remove();
    const opening = {
      texts,
      session,
      shop: here.shop,
      words,
      close: go.close,
      back: go.back,
      answered: here.answeredForm === asked,
      onAnswered: () => loader.tell('save', { form: (here.answeredForm = asked) }),
    };
    here.form = leaves
      ? await more.openTicketForm({ ...opening, leaves, open: (id) => views.swap('talk', id) })
      : more.openForm({ ...opening, begin: () => views.swap('talk', undefined), send: (text) => talk.send({ text }) });
    // The preview may have drawn everything anew meanwhile: then there is nothing to stand before.
    parts.trouble.before(here.form.node);
    if (views.now?.name === 'form') views.swap('form', Symbol('again'));
    else views.go('form');
  };
  /** To somebody who answers: where the talk goes on, a new one, or first the shop's form. @param {boolean} [goesOn] @param {string} [question] */
  const begin = (goesOn = false, question = '') => {
    const going = goesOn ? cache.going() : null;
    if (!going && asks()) return void ask(question);
    if (going) views.go('talk', going.id);
    else if (views.now?.name === 'talk') views.swap('talk', undefined);
    else views.go('talk', undefined);
    if (question) talk.send({ text: question });
  };
  /** @param {string} name of a ticket */
  const find = async (name) => {
    const id = await load().then((more) => more?.findTicket({ name, session, cache }), () => null);
    if (id) views.land('talk', id);
    else views.land('list');
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
      else if (cache.list().length || shop.questions?.length || shop.header || asks()) views.land('home');
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
