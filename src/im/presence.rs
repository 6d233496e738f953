//! Typing, viewing and being online: told to those who look, kept in memory only, lost without harm.

use super::frames::{Member, ServerFrame};
use super::hub::{Hub, Registry};
use super::mailbox::Aside;
use crate::domain::access::agent::Availability;
use crate::domain::conversations::progress::Marks;
use crate::events::{Actor, ActorKind};
use crate::ids::{AgentId, ContactId, ConversationId, LinkId, VisitorId};

/// A conversation as presence needs to know it.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Which.
    pub conversation: ConversationId,
    /// Whose.
    pub owner: (ContactId, VisitorId),
    /// The agent it is with.
    pub agent: Option<AgentId>,
}

/// Somebody types, or stopped.
#[derive(Debug, Clone, Copy)]
pub struct Typing<'a> {
    /// Who.
    pub actor: Actor,
    /// An agent's name.
    pub name: Option<&'a str>,
    /// Typing, or no more.
    pub active: bool,
    /// What a visitor has written so far, where he was told that it is seen.
    pub preview: Option<&'a str>,
}

impl Hub {
    /// Told to agents who look at the conversation or own it and, if it is an agent who types, to the customer.
    pub fn typing(&self, place: Place, typing: &Typing<'_>, from: Option<LinkId>) {
        let Typing { actor, name, active, preview } = *typing;
        let frame = ServerFrame::Typing {
            conversation_id: place.conversation,
            member: actor.into(),
            name,
            active,
            preview,
        }
        .encode();
        let aside = Aside { frame, fleeting: true };
        let registry = self.registry();
        let mut ids = registry.interested(place);
        if actor.kind == ActorKind::Agent {
            ids.extend(registry.links_of_owner(place.owner.0, place.owner.1));
        }
        let others = ids.iter().filter(|id| {
            Some(**id) != from && registry.links.get(id).is_some_and(|link| link.actor != actor)
        });
        registry.tell(others, &aside);
    }

    /// An agent looks at a conversation, or at none: colleagues who look there too hear of it, and the agent of them
    /// and of whether the customer is there.
    pub fn view(&self, id: LinkId, place: Option<Place>) {
        let mut registry = self.registry();
        let Some(actor) = registry.links.get(&id).map(|link| link.actor) else { return };
        let before = match place {
            Some(place) => registry.viewing.insert(id, (place.conversation, place.owner)),
            None => registry.viewing.remove(&id),
        };
        let viewing = place.map(|place| place.conversation);
        let frame = presence(actor, true, None, viewing);
        for conversation in before.map(|(left, _)| left).into_iter().chain(viewing) {
            let others: Vec<LinkId> = registry.viewers(conversation).filter(|other| *other != id).collect();
            registry.tell(others.iter(), &frame);
        }
        let Some(place) = place else { return };
        let colleagues: Vec<Actor> = registry
            .viewers(place.conversation)
            .filter_map(|other| registry.links.get(&other).map(|link| link.actor))
            .filter(|other| *other != actor)
            .collect();
        for colleague in colleagues {
            let frame = presence(colleague, true, None, Some(place.conversation));
            registry.tell([id].iter(), &frame);
        }
        let online = !registry.links_of_owner(place.owner.0, place.owner.1).is_empty();
        let frame = presence(Actor::visitor(place.owner.1), online, None, None);
        registry.tell([id].iter(), &frame);
    }

    /// Somebody's first link opened or last one closed.
    pub fn came_or_went(&self, actor: Actor, online: bool, availability: Option<Availability>) {
        let frame = presence(actor, online, availability, None);
        let registry = self.registry();
        let ids: Vec<LinkId> = if actor.kind == ActorKind::Agent {
            registry.agents.iter().copied().collect()
        } else {
            let looking = registry.viewing.iter().filter(|(_, (_, (_, visitor)))| visitor.0 == actor.id);
            looking.map(|(id, _)| *id).collect()
        };
        let others: Vec<LinkId> = ids
            .into_iter()
            .filter(|id| registry.links.get(id).is_some_and(|link| link.actor != actor))
            .collect();
        registry.tell(others.iter(), &frame);
    }

    /// An agent went online, away or offline: every agent hears of it.
    pub fn availability_changed(&self, agent: AgentId, availability: Availability) {
        let registry = self.registry();
        let online = registry.is_online(agent.0);
        let frame = presence(Actor::agent(agent), online, Some(availability), None);
        registry.tell(registry.agents.iter(), &frame);
    }

    /// A member received or read: told to the other side and to the member's other devices.
    pub fn progressed(&self, place: Place, member: Actor, marks: Marks, from: Option<LinkId>) {
        let frame = ServerFrame::Progress {
            conversation_id: place.conversation,
            member: member.into(),
            received: marks.received,
            read: marks.read,
        }
        .encode();
        let aside = Aside { frame, fleeting: false };
        let registry = self.registry();
        let mut ids = registry.interested(place);
        ids.extend(registry.links_of_owner(place.owner.0, place.owner.1));
        ids.extend(registry.links_of(member.id));
        ids.sort_unstable();
        ids.dedup();
        registry.tell(ids.iter().filter(|id| Some(**id) != from), &aside);
    }
}

impl Registry {
    /// Links of agents who look at a conversation or own it, each once.
    fn interested(&self, place: Place) -> Vec<LinkId> {
        let mut ids: Vec<LinkId> = self.viewers(place.conversation).collect();
        ids.extend(place.agent.into_iter().flat_map(|agent| self.links_of(agent.0)));
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

fn presence(
    actor: Actor,
    online: bool,
    availability: Option<Availability>,
    viewing: Option<ConversationId>,
) -> Aside {
    let availability = availability.map(Availability::name);
    let frame = ServerFrame::Presence { member: Member::from(actor), online, availability, viewing }.encode();
    Aside { frame, fleeting: true }
}
