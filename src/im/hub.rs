//! Who is connected and what each of them is told of.
//!
//! The hub holds mailboxes, not sockets. Registering and publishing share one lock, so that a new link knows exactly
//! from which position on its mailbox is complete.

use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::item::Item;
use super::limits::Limits;
use super::mailbox::{Aside, Mailbox, Order};
use crate::clock::{SharedClock, Tick};
use crate::entropy::SharedEntropy;
use crate::events::{Actor, ActorKind, LogPosition};
use crate::flows::authenticate::Viewer;
use crate::ids::{AgentId, ContactId, ConversationId, LinkId, VisitorId};

/// Hashes without a secret: the keys are ids made here, and links are gone through in the same order in each run of a
/// simulation.
type Plain = BuildHasherDefault<DefaultHasher>;

/// A live link, as the hub knows it.
#[derive(Debug)]
pub(super) struct Linked {
    pub(super) actor: Actor,
    /// The person, once verified: then the link hears of all of the person's conversations.
    pub(super) person: Option<ContactId>,
    pub(super) credential: i64,
    pub(super) mailbox: Arc<Mailbox>,
    pub(super) heard_at: Arc<AtomicU64>,
    pub(super) viewing: Option<(ConversationId, (ContactId, VisitorId))>,
}

/// Everything behind the lock.
#[derive(Debug, Default)]
pub(super) struct Registry {
    pub(super) links: HashMap<LinkId, Linked, Plain>,
    pub(super) by_actor: HashMap<i64, Vec<LinkId>, Plain>,
    pub(super) by_person: HashMap<ContactId, Vec<LinkId>, Plain>,
    pub(super) agents: HashSet<LinkId, Plain>,
    tail: LogPosition,
    awaited: Vec<(LogPosition, Arc<Mailbox>)>,
    sends: HashMap<i64, (Tick, u32), Plain>,
    draining: bool,
}

/// What a new link gets. Dropping it removes the link, however its task ends.
#[derive(Debug)]
pub struct Registered {
    hub: Arc<Hub>,
    /// Its name.
    pub id: LinkId,
    /// Whether its visitor or agent had no other link.
    pub is_first: bool,
    /// Its mailbox.
    pub mailbox: Arc<Mailbox>,
    /// Everything above this position arrives in the mailbox.
    pub tail: LogPosition,
    /// When the link was last heard, kept by the link itself.
    pub heard_at: Arc<AtomicU64>,
}

impl Drop for Registered {
    fn drop(&mut self) {
        self.hub.registry().remove(self.id);
    }
}

/// The registry of live links.
#[derive(Debug)]
pub struct Hub {
    registry: Mutex<Registry>,
    /// The bounds every link lives by.
    pub limits: Arc<Limits>,
    clock: SharedClock,
    entropy: SharedEntropy,
}

impl Hub {
    /// A hub that starts publishing above `tail`.
    #[must_use]
    pub fn new(limits: Limits, clock: SharedClock, entropy: SharedEntropy, tail: LogPosition) -> Arc<Self> {
        let registry = Registry { tail, ..Registry::default() };
        Arc::new(Self { registry: Mutex::new(registry), limits: Arc::new(limits), clock, entropy })
    }

    pub(super) fn registry(&self) -> MutexGuard<'_, Registry> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a link. The link it replaces ends first; over the bound the longest silent one of the same person ends.
    #[must_use]
    pub fn register(self: &Arc<Self>, viewer: &Viewer, replaces: Option<LinkId>) -> Registered {
        let actor = viewer.actor();
        let id = LinkId(((self.entropy.number() >> 2) | 1).cast_signed());
        let mailbox = Mailbox::new(self.limits.queue_frames, self.limits.queue_bytes);
        let heard_at = Arc::new(AtomicU64::new(self.clock.tick().0));
        let mut registry = self.registry();
        if let Some(old) =
            replaces.filter(|old| registry.links.get(old).is_some_and(|link| link.actor == actor))
        {
            registry.end(old, "replaced");
        }
        let most = match actor.kind {
            ActorKind::Agent => self.limits.sockets_per_agent,
            _ => self.limits.sockets_per_visitor,
        };
        while registry.by_actor.get(&actor.id).map_or(0, Vec::len) >= most.max(1) {
            let Some(silent) = registry.longest_silent(actor) else { break };
            registry.end(silent, "replaced");
        }
        let (person, credential) = match viewer {
            Viewer::Visitor { contact, verified, .. } => (verified.then_some(*contact), 0),
            Viewer::Agent { credential, .. } => (None, *credential),
        };
        let own = registry.by_actor.entry(actor.id).or_default();
        let is_first = own.is_empty();
        own.push(id);
        if let Some(person) = person {
            registry.by_person.entry(person).or_default().push(id);
        }
        if actor.kind == ActorKind::Agent {
            registry.agents.insert(id);
        }
        if registry.draining {
            mailbox.order(Order::GoAway);
        }
        let linked = Linked {
            actor,
            person,
            credential,
            mailbox: Arc::clone(&mailbox),
            heard_at: Arc::clone(&heard_at),
            viewing: None,
        };
        registry.links.insert(id, linked);
        Registered { hub: Arc::clone(self), id, is_first, mailbox, tail: registry.tail, heard_at }
    }

    /// How many links are open.
    #[must_use]
    pub fn count(&self) -> usize {
        self.registry().links.len()
    }

    /// What waits in the fullest mailbox: events and about how many bytes.
    #[must_use]
    pub fn fullest_mailbox(&self) -> (usize, usize) {
        let registry = self.registry();
        let held = registry.links.values().map(|link| link.mailbox.held());
        held.fold((0, 0), |fullest, held| (fullest.0.max(held.0), fullest.1.max(held.1)))
    }

    /// Whether a visitor or agent has a link open.
    #[must_use]
    pub fn is_online(&self, actor: Actor) -> bool {
        self.registry().by_actor.contains_key(&actor.id)
    }

    /// The position up to which everything was published.
    #[must_use]
    pub fn tail(&self) -> LogPosition {
        self.registry().tail
    }

    /// Rings `mailbox` once everything up to `position` was published; whether that is so already.
    pub fn await_tail(&self, position: LogPosition, mailbox: &Arc<Mailbox>) -> bool {
        let mut registry = self.registry();
        if registry.tail >= position {
            return true;
        }
        registry.awaited.push((position, Arc::clone(mailbox)));
        false
    }

    /// Puts a batch of the log, ascending and complete up to `until`, into the mailboxes of those concerned.
    pub fn publish(&self, items: &[Arc<Item>], until: LogPosition) {
        let mut registry = self.registry();
        for item in items {
            for id in registry.concerned(item) {
                if let Some(link) = registry.links.get(&id) {
                    link.mailbox.put(item);
                }
            }
        }
        registry.tail = registry.tail.max(until);
        let tail = registry.tail;
        registry.awaited.retain(|(position, mailbox)| {
            let waits = *position > tail;
            if !waits {
                mailbox.ring();
            }
            waits
        });
    }

    /// Gives an order to every link of a visitor or agent, by the number of its id.
    pub fn order_member(&self, member: i64, order: Order) {
        let registry = self.registry();
        for id in registry.by_actor.get(&member).into_iter().flatten() {
            if let Some(link) = registry.links.get(id) {
                link.mailbox.order(order);
            }
        }
    }

    /// Gives an order to every link that was opened with this credential.
    pub fn order_credential(&self, credential: i64, order: Order) {
        let registry = self.registry();
        let links = registry.agents.iter().filter_map(|id| registry.links.get(id));
        for link in links.filter(|link| link.credential == credential) {
            link.mailbox.order(order);
        }
    }

    /// Counts a send of `actor` over all its links; over the hard cap says how long to wait.
    pub fn admit_send(&self, actor: Actor) -> Result<(), Duration> {
        let minute = Duration::from_mins(1);
        let now = self.clock.tick();
        let mut registry = self.registry();
        if registry.sends.len() > 10_000 {
            registry.sends.retain(|_, (since, _)| now.since(*since) < minute);
        }
        let (since, count) = registry.sends.entry(actor.id).or_insert((now, 0));
        if now.since(*since) >= minute {
            (*since, *count) = (now, 0);
        }
        if *count >= self.limits.sends_hard_per_minute {
            return Err(minute.saturating_sub(now.since(*since)).max(Duration::from_millis(500)));
        }
        *count += 1;
        Ok(())
    }

    /// Tells every link when to come back, spread over the configured time, and turns new ones away.
    pub fn drain(&self, spread: Duration) {
        let spread_ms = u64::try_from(spread.as_millis()).unwrap_or(u64::MAX).max(1);
        let mut registry = self.registry();
        registry.draining = true;
        for link in registry.links.values() {
            link.mailbox.order(Order::Drain(self.entropy.number() % spread_ms));
        }
    }

    /// Closes every link.
    pub fn go_away(&self) {
        for link in self.registry().links.values() {
            link.mailbox.order(Order::GoAway);
        }
    }
}

impl Registry {
    fn end(&mut self, id: LinkId, code: &'static str) {
        if let Some(link) = self.links.get(&id) {
            link.mailbox.order(Order::End(code));
        }
        self.remove(id);
    }

    fn remove(&mut self, id: LinkId) {
        let Some(link) = self.links.remove(&id) else { return };
        self.agents.remove(&id);
        if let Some(person) = link.person {
            forget(&mut self.by_person, &person, id);
        }
        forget(&mut self.by_actor, &link.actor.id, id);
    }

    fn longest_silent(&self, actor: Actor) -> Option<LinkId> {
        let ids = self.by_actor.get(&actor.id)?;
        ids.iter()
            .min_by_key(|id| self.links.get(id).map_or(0, |link| link.heard_at.load(Ordering::Relaxed)))
            .copied()
    }

    /// The links that hear of an item: every agent's, and those of the customer.
    fn concerned(&self, item: &Item) -> Vec<LinkId> {
        let mut ids: Vec<LinkId> = self.agents.iter().copied().collect();
        if let Some((contact, visitor)) = item.row().owner {
            ids.extend(self.links_of_owner(contact, visitor));
        }
        ids
    }

    /// Links that may read a customer's conversation: the visitor's own, or all of the verified person.
    pub(super) fn links_of_owner(&self, contact: ContactId, visitor: VisitorId) -> Vec<LinkId> {
        let own = self.by_actor.get(&visitor.0).into_iter().flatten();
        let own = own.filter(|id| self.links.get(id).is_some_and(|link| link.person.is_none()));
        let persons = self.by_person.get(&contact).into_iter().flatten();
        own.chain(persons).copied().collect()
    }

    pub(super) fn tell<'a>(&self, ids: impl Iterator<Item = &'a LinkId>, aside: &Aside) {
        for link in ids.filter_map(|id| self.links.get(id)) {
            link.mailbox.put_ephemeral(aside.clone());
        }
    }

    /// Links of agents who look at a conversation.
    pub(super) fn viewers(&self, conversation: ConversationId) -> impl Iterator<Item = &LinkId> {
        self.agents.iter().filter(move |id| {
            self.links.get(id).and_then(|link| link.viewing).is_some_and(|(viewed, _)| viewed == conversation)
        })
    }

    /// Links of one agent.
    pub(super) fn links_of_agent(&self, agent: AgentId) -> impl Iterator<Item = &LinkId> {
        self.by_actor.get(&agent.0).into_iter().flatten()
    }
}

/// Takes `id` out of a list, and the list out of the map once it is empty.
fn forget<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Vec<LinkId>, Plain>, key: &K, id: LinkId) {
    let Some(ids) = map.get_mut(key) else { return };
    ids.retain(|known| *known != id);
    if ids.is_empty() {
        map.remove(key);
    }
}
