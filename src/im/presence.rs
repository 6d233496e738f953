//! Typing, viewing and being online: sent to those who view the conversation, kept in memory only, lost without harm.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::agent_presence::AgentPresence;
use super::frames::ServerFrame;
use super::hub::{Hub, Registry, Viewing};
use super::linked::Linked;
use super::mailbox::Ephemeral;
use super::member::Member;
pub use super::place::Place;
use crate::domain::access::agent::Availability;
use crate::domain::access::availability::Standing;
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
        if actor.kind == ActorKind::Visitor {
            registry.presence.customer_types(place.conversation, active);
        }
        let mut links = registry.interested(place);
        if actor.kind == ActorKind::Agent {
            links.extend(registry.links_of_owner(place.owner()));
        }
        tell(links.into_iter().filter(|link| Some(link.id) != from && link.actor() != actor), &ephemeral);
    }

    /// An agent looks at a conversation, or at none: colleagues who look there too hear of it, and the agent of them
    /// and of whether the customer is there.
    pub fn view(&self, link: &Arc<Linked>, place: Option<Place>, look_in: bool) {
        let mut registry = self.registry();
        if !registry.holds(link) {
            return;
        }
        let actor = link.actor();
        let viewing = place.as_ref().map(|place| place.conversation);
        let owner = place.as_ref().map(Place::owner);
        let placement = place.as_ref().map(|place| place.placement.clone());
        let assigned = placement.as_ref().and_then(|placement| placement.agent);
        let before = match place {
            Some(place) => {
                registry.viewing.insert(link.id, Viewing { place, look_in, link: Arc::clone(link) })
            }
            None => registry.viewing.remove(&link.id),
        };
        let frame = viewed(actor, viewing, look_in);
        // Who looked there too, and may not read where the agent went, hears that they left.
        let left = viewed(actor, None, false);
        let knows = |other: &Linked| placement.as_ref().is_none_or(|at| other.caller.scope.covers(at));
        for conversation in before.map(|left| left.place.conversation).into_iter().chain(viewing) {
            for other in registry.viewers(conversation).filter(|other| other.id != link.id) {
                other.mailbox.put_ephemeral(if knows(other) { frame.clone() } else { left.clone() });
            }
        }
        let (Some(conversation), Some(owner)) = (viewing, owner) else { return };
        let is_there = |at: &Viewing| at.place.conversation == conversation;
        if look_in {
            // Whose conversation it is knows that somebody looks in, whatever they have on their screen.
            let theirs = assigned.into_iter().flat_map(|agent| registry.links_of(agent.0));
            let elsewhere = |other: &&Arc<Linked>| !registry.viewing.get(&other.id).is_some_and(is_there);
            tell(theirs.filter(elsewhere), &frame);
        }
        for at in registry.viewing.values().filter(|at| is_there(at) && at.link.actor() != actor) {
            link.mailbox.put_ephemeral(viewed(at.link.actor(), viewing, at.look_in));
        }
        let online = registry.links_of_owner(owner).next().is_some();
        link.mailbox.put_ephemeral(presence(Actor::visitor(owner.1), online, None));
    }

    /// Somebody's first link opened or last one closed.
    pub fn came_or_went(&self, actor: Actor, online: bool, availability: Option<Availability>) {
        let frame = presence(actor, online, availability);
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

    /// An agent came, is gone, or went online, away or offline: every agent hears of it.
    pub fn standing_changed(&self, agent: AgentId, standing: &Standing) {
        let registry = self.registry();
        let frame = ServerFrame::Presence {
            member: Member::from(Actor::agent(agent)),
            online: registry.is_online(agent.0),
            availability: Some(standing.availability.name()),
            viewing: None,
            look_in: None,
            presence: Some(&AgentPresence::new(registry.presence.find(agent, self.clock.now()), standing)),
        }
        .encode();
        tell(registry.agents.values(), &Ephemeral { frame, fleeting: false });
    }

    /// An agent as colleagues see them.
    #[must_use]
    pub fn presence_of(&self, agent: AgentId, standing: &Standing) -> AgentPresence {
        let there = self.registry().presence.find(agent, self.clock.now());
        AgentPresence::new(there, standing)
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

fn presence(actor: Actor, online: bool, availability: Option<Availability>) -> Ephemeral {
    let availability = availability.map(Availability::name);
    let member = Member::from(actor);
    let frame =
        ServerFrame::Presence { member, online, availability, viewing: None, look_in: None, presence: None };
    // Of agents a hidden page has to hear: nobody tells it again. Of the customer on its screen it is told when it is seen again.
    Ephemeral { frame: frame.encode(), fleeting: actor.kind != ActorKind::Agent }
}

/// What an agent has on the screen, or nothing any more.
fn viewed(actor: Actor, viewing: Option<ConversationId>, look_in: bool) -> Ephemeral {
    let look_in = look_in.then_some(true);
    let member = Member::from(actor);
    let frame =
        ServerFrame::Presence { member, online: true, availability: None, viewing, look_in, presence: None };
    Ephemeral { frame: frame.encode(), fleeting: false }
}
