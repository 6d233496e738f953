//! Typing, viewing and being online: sent to those who view the conversation, kept in memory only, lost without harm.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::frames::ServerFrame;
use super::hub::{Hub, Registry, Viewing};
use super::linked::Linked;
use super::mailbox::Ephemeral;
use super::member::Member;
pub use super::place::Place;
use crate::domain::access::agent::Availability;
use crate::domain::conversations::read_marks::Marks;
use crate::domain::conversations::scope::Scope;
use crate::events::{Actor, ActorKind, Area, LogPosition};
use crate::ids::{AgentId, ConversationId, LinkId, VisitorId};

/// Somebody types, or stopped.
#[derive(Debug, Clone, Copy)]
pub struct Typing<'a> {
    /// Who types.
    pub actor: Actor,
    /// An agent's name.
    pub name: Option<&'a str>,
    /// Whether they type now.
    pub active: bool,
    /// Text that a visitor has not sent yet, where the widget tells them that it is seen.
    pub preview: Option<&'a str>,
}

impl Hub {
    /// Told to agents who look at the conversation or own it and, if it is an agent who types, to the customer.
    pub fn typing(&self, place: &Place, typing: &Typing<'_>, from: Option<LinkId>) {
        let Typing { actor, name, active, preview } = *typing;
        let frame = ServerFrame::Typing {
            conversation_id: place.conversation,
            member: actor.into(),
            name,
            active,
            preview,
        }
        .encode();
        let ephemeral = Ephemeral { frame, fleeting: true };
        let registry = self.registry();
        let mut links = registry.interested(place);
        if actor.kind == ActorKind::Agent {
            links.extend(registry.links_of_owner(place.owner()));
        }
        tell(links.into_iter().filter(|link| Some(link.id) != from && link.actor() != actor), &ephemeral);
    }

    /// An agent looks at a conversation, or at none: colleagues who look there too hear of it, and the agent of them
    /// and of whether the customer is there.
    pub fn view(&self, link: &Arc<Linked>, place: Option<Place>) {
        let mut registry = self.registry();
        if !registry.holds(link) {
            return;
        }
        let actor = link.actor();
        let viewing = place.as_ref().map(|place| place.conversation);
        let owner = place.as_ref().map(Place::owner);
        let before = match place {
            Some(place) => registry.viewing.insert(link.id, Viewing { place, link: Arc::clone(link) }),
            None => registry.viewing.remove(&link.id),
        };
        let frame = presence(actor, true, None, viewing);
        for conversation in before.map(|left| left.place.conversation).into_iter().chain(viewing) {
            tell(registry.viewers(conversation).filter(|other| other.id != link.id), &frame);
        }
        let (Some(conversation), Some(owner)) = (viewing, owner) else { return };
        let colleagues = registry.viewers(conversation).map(|other| other.actor());
        for colleague in colleagues.filter(|other| *other != actor) {
            link.mailbox.put_ephemeral(presence(colleague, true, None, viewing));
        }
        let online = registry.links_of_owner(owner).next().is_some();
        link.mailbox.put_ephemeral(presence(Actor::visitor(owner.1), online, None, None));
    }

    /// Somebody's first link opened or last one closed.
    pub fn came_or_went(&self, actor: Actor, online: bool, availability: Option<Availability>) {
        let frame = presence(actor, online, availability, None);
        if actor.kind == ActorKind::Agent {
            self.agent_came_or_went(AgentId(actor.id), online, self.clock.tick());
        } else {
            self.lists.owner_changed(VisitorId(actor.id));
        }
        let registry = self.registry();
        // Who reads by teams hears of customers whom they look at; lists tell them of the others that they may read.
        let hears = |link: &&Arc<Linked>| {
            let looks = || {
                registry.viewing.get(&link.id).is_some_and(|viewing| viewing.place.owner().1.0 == actor.id)
            };
            actor.kind == ActorKind::Agent || link.caller.scope == Scope::Everything || looks()
        };
        tell(registry.agents.values().filter(|link| link.actor() != actor).filter(hears), &frame);
    }

    /// An agent went online, away or offline: every agent hears of it.
    pub fn availability_changed(&self, agent: AgentId, availability: Availability) {
        let registry = self.registry();
        let online = registry.is_online(agent.0);
        tell(registry.agents.values(), &presence(Actor::agent(agent), online, Some(availability), None));
    }

    /// Settings of an area changed: every agent's open pages read that part anew.
    pub fn settings_changed(&self, area: Area, version: LogPosition) {
        let frame = ServerFrame::Settings { area: area.name(), version }.encode();
        tell(self.registry().agents.values(), &Ephemeral { frame, fleeting: false });
    }

    /// A member received or read: told to the other side and to the member's other devices.
    pub fn progressed(&self, place: &Place, member: Actor, marks: Marks, from: Option<LinkId>) {
        let frame = ServerFrame::Progress {
            conversation_id: place.conversation,
            member: member.into(),
            received: marks.received,
            read: marks.read,
        }
        .encode();
        let ephemeral = Ephemeral { frame, fleeting: false };
        self.lists.changed(&BTreeSet::from([place.conversation]));
        let registry = self.registry();
        let mut links = registry.interested(place);
        links.extend(registry.links_of_owner(place.owner()));
        links.extend(registry.links_of(member.id));
        tell(each_once(links).into_iter().filter(|link| Some(link.id) != from), &ephemeral);
    }
}

impl Registry {
    /// Links of agents who look at a conversation, and may still read it, or own it, each once.
    fn interested(&self, place: &Place) -> Vec<&Arc<Linked>> {
        let owner = place.placement.agent.into_iter().flat_map(|agent| self.links_of(agent.0));
        let looking =
            self.viewers(place.conversation).filter(|link| link.caller.scope.covers(&place.placement));
        each_once(looking.chain(owner).collect())
    }
}

fn each_once(mut links: Vec<&Arc<Linked>>) -> Vec<&Arc<Linked>> {
    links.sort_unstable_by_key(|link| link.id);
    links.dedup_by_key(|link| link.id);
    links
}

fn tell<'a>(links: impl Iterator<Item = &'a Arc<Linked>>, ephemeral: &Ephemeral) {
    for link in links {
        link.mailbox.put_ephemeral(ephemeral.clone());
    }
}

fn presence(
    actor: Actor,
    online: bool,
    availability: Option<Availability>,
    viewing: Option<ConversationId>,
) -> Ephemeral {
    let availability = availability.map(Availability::name);
    let frame = ServerFrame::Presence { member: Member::from(actor), online, availability, viewing }.encode();
    Ephemeral { frame, fleeting: true }
}
