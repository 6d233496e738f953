//! Who is connected and what each of them is told of.
//!
//! The hub holds mailboxes, not sockets. Registering and publishing share one lock, so that a new link knows exactly
//! from which position on its mailbox is complete.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::alarms::Alarms;
use super::item::Item;
use super::limits::Limits;
use super::mailbox::{Aside, Mailbox, Order};
use super::sends::Sends;
use crate::clock::{SharedClock, Tick};
use crate::entropy::SharedEntropy;
use crate::events::{Actor, ActorKind, LogPosition};
use crate::flows::authenticate::Viewer;
use crate::ids::{ContactId, ConversationId, LinkId, VisitorId};

/// Persons that sent and left are looked through when there are so many, for those whose minute is over.
const SENT_SWEPT_ABOVE: usize = 10_000;

/// A live link: all that the hub and the link share.
#[derive(Debug)]
pub struct Linked {
    /// Its name.
    pub id: LinkId,
    pub(super) actor: Actor,
    /// The person, once verified: then the link hears of all of the person's conversations.
    pub(super) person: Option<ContactId>,
    pub(super) credential: i64,
    /// What waits for it.
    pub mailbox: Mailbox,
    heard_at: AtomicU64,
    sends: Sends,
}

impl Linked {
    /// Notes that the link was heard.
    pub fn heard(&self, now: Tick) {
        self.heard_at.store(now.0, Ordering::Relaxed);
    }
}

/// A conversation that an agent looks at, and whose it is.
pub(super) type Viewed = (ConversationId, (ContactId, VisitorId));

/// Everything behind the lock. Trees, because they take memory as links come and give it back as they go, and are gone
/// through in the same order in each run of a simulation.
#[derive(Debug, Default)]
pub(super) struct Registry {
    pub(super) links: BTreeMap<LinkId, Arc<Linked>>,
    by_actor: BTreeSet<(i64, LinkId)>,
    by_person: BTreeSet<(ContactId, LinkId)>,
    pub(super) agents: BTreeSet<LinkId>,
    pub(super) viewing: BTreeMap<LinkId, Viewed>,
    tail: LogPosition,
    awaited: Vec<(LogPosition, Arc<Linked>)>,
    /// Sends within the last minute over links that are gone.
    sent: BTreeMap<i64, Sends>,
    draining: bool,
}

/// A place among the links. Dropping it removes the link, however its task ends.
#[derive(Debug)]
pub struct Registered {
    hub: Arc<Hub>,
    link: Arc<Linked>,
}

impl Registered {
    /// The link.
    #[must_use]
    pub fn link(&self) -> &Arc<Linked> {
        &self.link
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        self.hub.registry().remove(self.link.id);
    }
}

/// What a new link learns.
#[derive(Debug)]
pub struct Entry {
    /// Its place.
    pub registered: Registered,
    /// Whether its visitor or agent had no other link.
    pub is_first: bool,
    /// Everything above this position arrives in the mailbox.
    pub tail: LogPosition,
}

/// The registry of live links.
#[derive(Debug)]
pub struct Hub {
    registry: Mutex<Registry>,
    /// The bounds every link lives by.
    pub limits: Arc<Limits>,
    /// When links want to be woken.
    pub alarms: Arc<Alarms>,
    clock: SharedClock,
    entropy: SharedEntropy,
}

impl Hub {
    /// A hub that starts publishing above `tail`.
    #[must_use]
    pub fn new(limits: Limits, clock: SharedClock, entropy: SharedEntropy, tail: LogPosition) -> Arc<Self> {
        let registry = Mutex::new(Registry { tail, ..Registry::default() });
        Arc::new(Self { registry, limits: Arc::new(limits), alarms: Arc::default(), clock, entropy })
    }

    pub(super) fn registry(&self) -> MutexGuard<'_, Registry> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes links at their deadlines, for ever.
    pub async fn keep_time(&self) {
        self.alarms.ring(self.clock.as_ref()).await;
    }

    /// Adds a link. The link it replaces ends first; over the bound the longest silent one of the same person ends.
    #[must_use]
    pub fn register(self: &Arc<Self>, viewer: &Viewer, replaces: Option<LinkId>) -> Entry {
        let actor = viewer.actor();
        let id = LinkId(((self.entropy.number() >> 2) | 1).cast_signed());
        let (person, credential) = match viewer {
            Viewer::Visitor { contact, verified, .. } => (verified.then_some(*contact), 0),
            Viewer::Agent { credential, .. } => (None, *credential),
        };
        let link = Arc::new(Linked {
            id,
            actor,
            person,
            credential,
            mailbox: Mailbox::new(Arc::clone(&self.limits)),
            heard_at: AtomicU64::new(self.clock.tick().0),
            sends: Sends::default(),
        });
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
        while registry.links_of(actor.id).count() >= most.max(1) {
            let Some(silent) = registry.longest_silent(actor) else { break };
            registry.end(silent, "replaced");
        }
        let is_first = !registry.is_online(actor.id);
        registry.by_actor.insert((actor.id, id));
        if let Some(person) = person {
            registry.by_person.insert((person, id));
        }
        if actor.kind == ActorKind::Agent {
            registry.agents.insert(id);
        }
        if registry.draining {
            link.mailbox.order(Order::GoAway);
        }
        registry.links.insert(id, Arc::clone(&link));
        let tail = registry.tail;
        drop(registry);
        Entry { registered: Registered { hub: Arc::clone(self), link }, is_first, tail }
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
        self.registry().is_online(actor.id)
    }

    /// The position up to which everything was published.
    #[must_use]
    pub fn tail(&self) -> LogPosition {
        self.registry().tail
    }

    /// Rings the link's mailbox once everything up to `position` was published; whether that is so already.
    pub fn await_tail(&self, position: LogPosition, link: &Arc<Linked>) -> bool {
        let mut registry = self.registry();
        if registry.tail >= position {
            return true;
        }
        registry.awaited.push((position, Arc::clone(link)));
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
        registry.awaited.retain(|(position, link)| {
            let waits = *position > tail;
            if !waits {
                link.mailbox.ring();
            }
            waits
        });
    }

    /// Gives an order to every link of a visitor or agent, by the number of its id.
    pub fn order_member(&self, member: i64, order: Order) {
        let registry = self.registry();
        for link in registry.links_of(member).filter_map(|id| registry.links.get(&id)) {
            link.mailbox.order(order);
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

    /// Counts a send of the link's person over all links; over the hard cap says how long to wait.
    pub fn admit_send(&self, link: &Linked) -> Result<(), Duration> {
        let now = self.clock.tick();
        let registry = self.registry();
        let open = registry.links_of(link.actor.id).filter_map(|id| registry.links.get(&id));
        let all = open.map(|open| &open.sends).chain(registry.sent.get(&link.actor.id));
        let (mut count, mut wait) = (0, Duration::ZERO);
        for (sent, left) in all.map(|sends| sends.within_minute(now)) {
            count += sent;
            wait = wait.max(left);
        }
        if count >= self.limits.sends_hard_per_minute {
            return Err(wait.max(Duration::from_millis(500)));
        }
        link.sends.count(now);
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
        self.viewing.remove(&id);
        if let Some(person) = link.person {
            self.by_person.remove(&(person, id));
        }
        self.by_actor.remove(&(link.actor.id, id));
        self.remember_sends(&link);
    }

    /// Links of a visitor or agent, by the number of its id.
    pub(super) fn links_of(&self, actor: i64) -> impl Iterator<Item = LinkId> {
        let every = (actor, LinkId(i64::MIN))..=(actor, LinkId(i64::MAX));
        self.by_actor.range(every).map(|(_, id)| *id)
    }

    pub(super) fn is_online(&self, actor: i64) -> bool {
        self.links_of(actor).next().is_some()
    }

    fn longest_silent(&self, actor: Actor) -> Option<LinkId> {
        let heard_at =
            |id: &LinkId| self.links.get(id).map_or(0, |link| link.heard_at.load(Ordering::Relaxed));
        self.links_of(actor.id).min_by_key(heard_at)
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
        let own = self.links_of(visitor.0);
        let own = own.filter(|id| self.links.get(id).is_some_and(|link| link.person.is_none()));
        let every = (contact, LinkId(i64::MIN))..=(contact, LinkId(i64::MAX));
        let persons = self.by_person.range(every).map(|(_, id)| *id);
        own.chain(persons).collect()
    }

    pub(super) fn tell<'a>(&self, ids: impl Iterator<Item = &'a LinkId>, aside: &Aside) {
        for link in ids.filter_map(|id| self.links.get(id)) {
            link.mailbox.put_ephemeral(aside.clone());
        }
    }

    /// Links of agents who look at a conversation.
    pub(super) fn viewers(&self, conversation: ConversationId) -> impl Iterator<Item = LinkId> {
        let looking = self.viewing.iter().filter(move |(_, (viewed, _))| *viewed == conversation);
        looking.map(|(id, _)| *id)
    }

    /// Who comes back does not start to count anew.
    fn remember_sends(&mut self, link: &Linked) {
        if link.sends.is_none() {
            return;
        }
        self.sent.entry(link.actor.id).or_default().add(&link.sends);
        if self.sent.len() > SENT_SWEPT_ABOVE {
            let newest = link.sends.began();
            self.sent.retain(|_, sends| sends.within_minute(newest).0 > 0);
        }
    }
}
