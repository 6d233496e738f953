//! Who is connected and what each of them is told of.
//!
//! The hub holds mailboxes, not sockets. Registering and publishing share one lock, so that a new link knows exactly
//! from which position on its mailbox is complete.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::alarms::Alarms;
use super::blocked::BlockedAddresses;
use super::item::Item;
use super::limits::Limits;
use super::linked::{Linked, NO_SLOT};
use super::lists::Lists;
use super::mailbox::{Ephemeral, Mailbox, Order};
use super::place::Place;
use super::queue_board::QueueBoard;
use super::sends::Sends;
use super::shop_board::ShopBoard;
use super::spending::Spending;
use super::wall::board::Walls;
use crate::clock::{SharedClock, Tick};
use crate::domain::conversations::scope::{Placement, Scope};
use crate::entropy::SharedEntropy;
use crate::events::{Actor, LogPosition};
use crate::flows::access::authenticate::Viewer;
use crate::flows::access::presence::Presence;
use crate::ids::{ContactId, ConversationId, LinkId, VisitorId};

/// Links that leave in each millisecond when the desk stops: about as many as come in when it is back.
const LEAVING_PER_MS: u64 = 5;
/// From this many departed senders on, those whose minute is over are forgotten.
const SENT_SWEPT_ABOVE: usize = 10_000;

/// A conversation that an agent looks at.
#[derive(Debug)]
pub(super) struct Viewing {
    pub(super) place: Place,
    pub(super) look_in: bool,
    pub(super) link: Arc<Linked>,
}

/// Everything behind the lock. Trees, because they take memory as links come and give it back as they go, and are gone
/// through in the same order in each run of a simulation.
#[derive(Debug)]
pub(super) struct Registry {
    /// Every link, under the number of its visitor's or agent's id and its own.
    links: BTreeMap<(i64, LinkId), Arc<Linked>>,
    by_person: BTreeMap<(ContactId, LinkId), Arc<Linked>>,
    pub(super) agents: BTreeMap<LinkId, Arc<Linked>>,
    pub(super) viewing: BTreeMap<LinkId, Viewing>,
    tail: LogPosition,
    /// Told under the lock, so that a link never leaves before it came.
    pub(super) presence: Arc<Presence>,
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
        self.hub.registry().remove(&self.link);
        self.hub.lists.forget(self.link.id);
        self.hub.walls.forget(self.link.id);
    }
}

/// Result of registering a link.
#[derive(Debug)]
pub struct Entry {
    /// Its registration.
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
    /// Deadlines of the links.
    pub alarms: Alarms,
    /// Blocked addresses.
    pub blocked: BlockedAddresses,
    /// How much visitors wrote, by their address.
    pub spending: Spending,
    pub(super) clock: SharedClock,
    entropy: SharedEntropy,
    pub(super) shop: ShopBoard,
    pub(super) lists: Lists,
    pub(super) queue: QueueBoard,
    pub(super) walls: Walls,
}

impl Hub {
    /// A hub that starts publishing above `tail`.
    #[must_use]
    pub fn new(
        limits: Limits,
        clock: SharedClock,
        entropy: SharedEntropy,
        presence: Arc<Presence>,
        tail: LogPosition,
    ) -> Arc<Self> {
        let registry = Mutex::new(Registry::new(presence, tail));
        let limits = Arc::new(limits);
        let (writes, stored) = limits.address_spends;
        Arc::new(Self {
            registry,
            limits,
            alarms: Alarms::default(),
            blocked: BlockedAddresses::default(),
            spending: Spending::new(writes, stored),
            clock,
            entropy,
            shop: ShopBoard::default(),
            lists: Lists::default(),
            queue: QueueBoard::default(),
            walls: Walls::default(),
        })
    }

    pub(super) fn registry(&self) -> MutexGuard<'_, Registry> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes links at their deadlines. Never returns.
    pub async fn keep_time(&self) {
        self.alarms.ring(self.clock.as_ref()).await;
    }

    /// Adds a link. The link it replaces ends first; over the bound the longest silent one of the same person ends.
    #[must_use]
    pub fn register(self: &Arc<Self>, viewer: &Viewer, replaces: Option<LinkId>) -> Entry {
        let caller = viewer.caller();
        let member = caller.actor.id;
        let id = LinkId(((self.entropy.number() >> 2) | 1).cast_signed());
        let (credential, most) = match viewer {
            Viewer::Visitor { .. } => (None, self.limits.sockets_per_visitor),
            Viewer::Agent { credential, .. } => (Some(*credential), self.limits.sockets_per_agent),
        };
        let link = Arc::new(Linked {
            id,
            caller,
            credential,
            mailbox: Mailbox::default(),
            heard_at: AtomicU64::new(self.clock.tick().0),
            sends: Sends::default(),
            slot: AtomicU8::new(NO_SLOT),
        });
        let mut registry = self.registry();
        if let Some(old) = replaces.and_then(|old| registry.links.get(&(member, old)).cloned()) {
            registry.end(&old, "replaced");
        }
        while registry.links_of(member).count() >= most.max(1) {
            let silent = registry.links_of(member).min_by_key(|link| link.heard_at.load(Ordering::Relaxed));
            let Some(silent) = silent.cloned() else { break };
            registry.end(&silent, "replaced");
        }
        let is_first = !registry.is_online(member);
        if registry.draining {
            // Turned away and not counted: the shutdown waits only for links that were open when it began.
            link.mailbox.order(Order::GoAway);
        } else {
            registry.add(&link);
        }
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

    /// Whether a page of a conversation's customer is open: the visitor's own, or any of the verified person's.
    #[must_use]
    pub fn is_customer_online(&self, owner: (ContactId, VisitorId)) -> bool {
        self.registry().links_of_owner(owner).next().is_some()
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
            for link in registry.concerned(item) {
                link.mailbox.put(item, &self.limits);
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

    /// Who looks at one of these conversations and may read it no more hears of nothing on that link any longer: it reloads.
    pub(super) fn check_viewers(&self, moved: &[(ConversationId, &Placement)]) {
        for Viewing { place, link, .. } in self.registry().viewing.values() {
            let now = moved.iter().rfind(|(id, _)| *id == place.conversation);
            if now.is_some_and(|(_, now)| !link.caller.scope.covers(now)) {
                link.mailbox.order(Order::RightsChanged);
            }
        }
    }

    /// Puts something in for each visitor for whom there is something; it may be lost.
    pub(super) fn tell_visitors(&self, what: impl Fn(&Linked) -> Option<Ephemeral>) {
        for link in self.registry().links.values().filter(|link| !link.is_of_team()) {
            if let Some(ephemeral) = what(link) {
                link.mailbox.put_ephemeral(ephemeral);
            }
        }
    }

    /// Does something with each link of a customer.
    pub(super) fn each_of_customer(&self, place: &Placement, work: impl Fn(&Linked)) {
        for link in self.registry().links_of_owner((place.contact, place.visitor)) {
            work(link);
        }
    }

    /// Puts something in for a conversation's customer that may be lost.
    pub(super) fn tell_owner(&self, owner: (ContactId, VisitorId), ephemeral: &Ephemeral) {
        for link in self.registry().links_of_owner(owner) {
            link.mailbox.put_ephemeral(ephemeral.clone());
        }
    }

    /// Gives an order to every link of a visitor or agent, by the number of its id.
    pub fn order_member(&self, member: i64, order: Order) {
        let registry = self.registry();
        for link in registry.links_of(member) {
            link.mailbox.order(order);
        }
    }

    /// Gives an order to every link that was opened with this credential.
    pub fn order_credential(&self, credential: i64, order: Order) {
        let registry = self.registry();
        let is_meant = |link: &&Arc<Linked>| link.credential == Some(credential);
        for link in registry.agents.values().filter(is_meant) {
            link.mailbox.order(order);
        }
    }

    /// Counts a send of the person over all their links. Over the hard cap it returns how long to wait.
    pub fn admit_send(&self, link: &Linked) -> Result<(), Duration> {
        let now = self.clock.tick();
        let registry = self.registry();
        let open = registry.links_of(link.member()).map(|open| &open.sends);
        let all = open.chain(registry.sent.get(&link.member()));
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

    /// Tells every link when to come back, spread over `spread` at most, and turns new ones away.
    pub fn drain(&self, spread: Duration) {
        let mut registry = self.registry();
        registry.draining = true;
        // Going slower does not help: whoever leaves early finds no desk until the last link has left.
        let needed = registry.links.len() as u64 / LEAVING_PER_MS;
        let spread_ms = u64::try_from(spread.as_millis()).unwrap_or(u64::MAX).min(needed).max(1);
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
    fn new(presence: Arc<Presence>, tail: LogPosition) -> Self {
        Self {
            links: BTreeMap::new(),
            by_person: BTreeMap::new(),
            agents: BTreeMap::new(),
            viewing: BTreeMap::new(),
            tail,
            presence,
            awaited: Vec::new(),
            sent: BTreeMap::new(),
            draining: false,
        }
    }

    fn add(&mut self, link: &Arc<Linked>) {
        if let Scope::Contact(person) = link.caller.scope {
            self.by_person.insert((person, link.id), Arc::clone(link));
        }
        if link.is_of_team() {
            self.agents.insert(link.id, Arc::clone(link));
        }
        if let Some(agent) = link.caller.agent_id() {
            self.presence.came(agent, link.id);
        }
        self.links.insert((link.member(), link.id), Arc::clone(link));
    }

    fn end(&mut self, link: &Linked, code: &'static str) {
        link.mailbox.order(Order::End(code));
        self.remove(link);
    }

    fn remove(&mut self, link: &Linked) {
        if self.links.remove(&(link.member(), link.id)).is_none() {
            return;
        }
        self.agents.remove(&link.id);
        self.viewing.remove(&link.id);
        if let Some(agent) = link.caller.agent_id() {
            self.presence.went(agent, link.id, Tick(link.heard_at.load(Ordering::Relaxed)));
        }
        if let Scope::Contact(person) = link.caller.scope {
            self.by_person.remove(&(person, link.id));
        }
        self.remember_sends(link);
    }

    /// Links of a visitor or agent, by the number of its id.
    pub(super) fn links_of(&self, member: i64) -> impl Iterator<Item = &Arc<Linked>> {
        let every = (member, LinkId(i64::MIN))..=(member, LinkId(i64::MAX));
        self.links.range(every).map(|(_, link)| link)
    }

    /// Whether a link has not ended yet.
    pub(super) fn holds(&self, link: &Linked) -> bool {
        self.links.contains_key(&(link.member(), link.id))
    }

    pub(super) fn is_online(&self, member: i64) -> bool {
        self.links_of(member).next().is_some()
    }

    /// The links that hear of an item: the team's, as far as they may read it, and those of the customer.
    fn concerned(&self, item: &Item) -> impl Iterator<Item = &Arc<Linked>> {
        let placement = item.row().placement.as_ref();
        // What was erased is nobody's any more: every client drops what it has of it.
        let may_read =
            move |link: &&Arc<Linked>| placement.is_none_or(|place| link.caller.scope.covers(place));
        let owner = placement.map(|place| (place.contact, place.visitor));
        let customers = owner.into_iter().flat_map(|owner| self.links_of_owner(owner));
        self.agents.values().filter(may_read).chain(customers)
    }

    /// Links that may read a customer's conversation: the visitor's own, or all of the verified person.
    pub(super) fn links_of_owner(
        &self,
        (contact, visitor): (ContactId, VisitorId),
    ) -> impl Iterator<Item = &Arc<Linked>> {
        let own = self.links_of(visitor.0).filter(move |link| link.caller.scope == Scope::Visitor(visitor));
        let every = (contact, LinkId(i64::MIN))..=(contact, LinkId(i64::MAX));
        own.chain(self.by_person.range(every).map(|(_, link)| link))
    }

    /// Links of agents who look at a conversation.
    pub(super) fn viewers(&self, conversation: ConversationId) -> impl Iterator<Item = &Arc<Linked>> {
        let looking = self.viewing.values().filter(move |viewing| viewing.place.conversation == conversation);
        looking.map(|viewing| &viewing.link)
    }

    /// Reconnecting does not reset the count.
    fn remember_sends(&mut self, link: &Linked) {
        if link.sends.is_none() {
            return;
        }
        self.sent.entry(link.member()).or_default().add(&link.sends);
        if self.sent.len() > SENT_SWEPT_ABOVE {
            let newest = link.sends.began();
            self.sent.retain(|_, sends| sends.within_minute(newest).0 > 0);
        }
    }
}
