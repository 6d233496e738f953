//! Who is there, as the whole desk knows it: links tell it, routing and pages read it. Memory; what outlives a crash is kept by
//! whoever writes it into the log.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};

use crate::clock::{SharedClock, Tick, Timestamp};
use crate::domain::access::presence::{Activity, Board, Move, There};
use crate::ids::{AgentId, ConversationId, LinkId};

/// Conversations whose customers type that are known at one time.
const TYPING_MAX: usize = 10_000;

/// The board behind its lock. Nothing is awaited, and no other lock is taken, while it is held.
#[derive(Debug)]
pub struct Presence {
    board: Mutex<Board>,
    clock: SharedClock,
    /// Rings when the log may have to say something new.
    bell: Notify,
    /// Moves when a link of an agent opens or closes.
    links: watch::Sender<()>,
    /// Conversations whose customers type, since when.
    typing: Mutex<HashMap<ConversationId, Timestamp>>,
}

impl Presence {
    /// Nobody is there yet.
    #[must_use]
    pub fn new(clock: SharedClock) -> Self {
        Self {
            board: Mutex::default(),
            clock,
            bell: Notify::new(),
            links: watch::Sender::new(()),
            typing: Mutex::default(),
        }
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who is there, by id.
    #[must_use]
    pub fn list(&self, now: Timestamp) -> Vec<(AgentId, There)> {
        self.board().list(now)
    }

    /// Who is there, and whether a link of theirs is open.
    #[must_use]
    pub fn seen(&self, now: Timestamp) -> Vec<(AgentId, There, bool)> {
        self.board().seen(now)
    }

    /// An agent, if they are there.
    #[must_use]
    pub fn find(&self, agent: AgentId, now: Timestamp) -> Option<There> {
        self.board().find(agent, now)
    }

    /// Takes over who was there before the desk started.
    pub fn restore(&self, before: &[(AgentId, There)]) {
        let now = self.clock.now();
        let mut board = self.board();
        for (agent, there) in before {
            board.restore(*agent, *there, now);
        }
    }

    /// An agent's link opened.
    pub fn came(&self, agent: AgentId, link: LinkId) {
        let is_new = self.board().came(agent, link, self.clock.now());
        self.links.send_replace(());
        if is_new {
            self.bell.notify_one();
        }
    }

    /// An agent's link closed; it was last heard at `heard`.
    pub fn went(&self, agent: AgentId, link: LinkId, heard: Tick) {
        let heard_at = self.clock.now().minus(self.clock.tick().since(heard));
        let was_last = self.board().went(agent, link, heard_at);
        self.links.send_replace(());
        if was_last {
            self.bell.notify_one();
        }
    }

    /// A page of an agent's was hidden, or shown.
    pub fn shown(&self, agent: AgentId, link: LinkId, is_hidden: bool) {
        self.board().shown(agent, link, is_hidden);
    }

    /// A customer types, or stopped.
    pub fn customer_types(&self, conversation: ConversationId, active: bool) {
        let mut typing = self.typing.lock().unwrap_or_else(PoisonError::into_inner);
        if !active {
            typing.remove(&conversation);
        } else if typing.len() < TYPING_MAX || typing.contains_key(&conversation) {
            typing.insert(conversation, self.clock.now());
        } else {
            // Who is forgotten is answered a little sooner.
            typing.clear();
        }
    }

    /// When a customer who types was last heard to.
    #[must_use]
    pub fn customer_typed_at(&self, conversation: ConversationId) -> Option<Timestamp> {
        self.typing.lock().unwrap_or_else(PoisonError::into_inner).get(&conversation).copied()
    }

    /// Whether a page of an agent's is in sight, on any machine.
    #[must_use]
    pub fn is_in_sight(&self, agent: AgentId) -> bool {
        self.board().is_in_sight(agent)
    }

    /// An agent did something.
    pub fn touched(&self, agent: AgentId) {
        let is_awaited = self.board().touched(agent, self.clock.now());
        if is_awaited {
            self.bell.notify_one();
        }
    }

    /// When an agent who is there did something.
    #[must_use]
    pub fn activity(&self, agent: AgentId) -> Option<Activity> {
        self.board().activity(agent)
    }

    /// Rings at the next touch of these agents.
    pub fn watch_for_touches(&self, agents: &BTreeSet<AgentId>) {
        self.board().watch_for_touches(agents);
    }

    /// Something changed by which agents are judged.
    pub fn judge_anew(&self) {
        self.bell.notify_one();
    }

    /// What the log does not say yet, and when the next agent is gone.
    pub fn moves(&self, now: Timestamp) -> (Vec<(AgentId, Move)>, Option<Timestamp>) {
        let mut board = self.board();
        (board.moves(now), board.next_gone())
    }

    /// The log says so now.
    pub fn logged(&self, moves: &[(AgentId, Move)], now: Timestamp) {
        self.board().logged(moves, now);
    }

    /// Moves when a link of an agent opens or closes.
    #[must_use]
    pub fn links(&self) -> watch::Receiver<()> {
        self.links.subscribe()
    }

    /// Waits until something may have to be written.
    pub async fn rung(&self) {
        self.bell.notified().await;
    }
}
