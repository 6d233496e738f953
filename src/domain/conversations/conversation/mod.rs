//! A conversation as an aggregate: what may happen to it, decided without a database. Each decision gives its events; applying
//! events, one after another, gives the conversation, so that the log alone determines its state.

mod bot;
mod decide;
mod merged;
mod ticket;
mod triage;

use super::kind::Kind;
use super::state::State;
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, By, ConversationEvent, Priority};
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, VisitorId};

pub use ticket::Asks;

/// A conversation without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    pub(super) id: ConversationId,
    pub(super) contact: ContactId,
    pub(super) visitor: VisitorId,
    pub(super) state: State,
    pub(super) agent: Option<AgentId>,
    pub(super) last_sequence: i64,
    pub(super) waiting_since: Option<Timestamp>,
    /// Since when the bot owes an answer, while it is the one who answers.
    pub(super) asked_since: Option<Timestamp>,
    /// When it last came from the bot to people.
    pub(super) handed_over_at: Option<Timestamp>,
    /// What `waiting_since`, or `asked_since`, was when it was last closed, for whoever undoes that.
    pub(super) waited_since: Option<Timestamp>,
    pub(super) closed_at: Option<Timestamp>,
    pub(super) snoozed_until: Option<Timestamp>,
    pub(super) team: Option<TeamId>,
    pub(super) priority: Priority,
    /// When the routing gave it to its agent, until they say something in it.
    pub(super) given_at: Option<Timestamp>,
    pub(super) kind: Kind,
    /// The conversation in which it goes on.
    pub(super) merged_into: Option<ConversationId>,
}

/// What can be undone about a conversation: where it stood before an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// State.
    pub state: State,
    /// The assigned agent.
    pub agent: Option<AgentId>,
    /// End of the snooze.
    pub snoozed_until: Option<Timestamp>,
    /// The team.
    pub team: Option<TeamId>,
    /// The priority.
    pub priority: Priority,
}

/// Who acts, and when.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Who acts.
    pub actor: Actor,
    /// The time.
    pub at: Timestamp,
}

/// One event of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Who did it.
    pub actor: Actor,
    /// The entry's sequence; `None` for what the entry before it implies.
    pub sequence: Option<i64>,
    /// What happened.
    pub event: ConversationEvent,
}

impl Conversation {
    /// A new conversation, waiting for an agent, and its event.
    #[must_use]
    pub fn open(id: ConversationId, contact: ContactId, visitor: VisitorId, actor: Actor) -> (Self, Step) {
        let event = ConversationEvent::Opened { contact, visitor };
        (Self::opened(id, contact, visitor), Step { actor, sequence: None, event })
    }

    /// A conversation right after [`ConversationEvent::Opened`].
    #[must_use]
    pub const fn opened(id: ConversationId, contact: ContactId, visitor: VisitorId) -> Self {
        Self {
            id,
            contact,
            visitor,
            state: State::Waiting,
            agent: None,
            last_sequence: 0,
            waiting_since: None,
            asked_since: None,
            handed_over_at: None,
            waited_since: None,
            closed_at: None,
            snoozed_until: None,
            team: None,
            priority: Priority::Normal,
            given_at: None,
            kind: Kind::Chat,
            merged_into: None,
        }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> ConversationId {
        self.id
    }

    /// The customer.
    #[must_use]
    pub const fn contact(&self) -> ContactId {
        self.contact
    }

    /// The visitor who began it.
    #[must_use]
    pub const fn visitor(&self) -> VisitorId {
        self.visitor
    }

    /// Its state.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// The assigned agent.
    #[must_use]
    pub const fn agent(&self) -> Option<AgentId> {
        self.agent
    }

    /// The newest entry's sequence; 0 before the first.
    #[must_use]
    pub const fn last_sequence(&self) -> i64 {
        self.last_sequence
    }

    /// Since when the customer waits for an answer.
    #[must_use]
    pub const fn waiting_since(&self) -> Option<Timestamp> {
        self.waiting_since
    }

    /// Since when the bot owes an answer.
    #[must_use]
    pub const fn asked_since(&self) -> Option<Timestamp> {
        self.asked_since
    }

    /// When it last came from the bot to people.
    #[must_use]
    pub const fn handed_over_at(&self) -> Option<Timestamp> {
        self.handed_over_at
    }

    /// When it was closed.
    #[must_use]
    pub const fn closed_at(&self) -> Option<Timestamp> {
        self.closed_at
    }

    /// End of the snooze.
    #[must_use]
    pub const fn snoozed_until(&self) -> Option<Timestamp> {
        self.snoozed_until
    }

    /// The team it belongs to; `None` is everybody.
    #[must_use]
    pub const fn team(&self) -> Option<TeamId> {
        self.team
    }

    /// Its priority.
    #[must_use]
    pub const fn priority(&self) -> Priority {
        self.priority
    }

    /// When the routing gave it to its agent; `None` once they said something in it, and for what a person gave.
    #[must_use]
    pub const fn given_at(&self) -> Option<Timestamp> {
        self.given_at
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The conversation in which it goes on.
    #[must_use]
    pub const fn merged_into(&self) -> Option<ConversationId> {
        self.merged_into
    }

    /// Where it stands, for whoever may undo what comes next.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            agent: self.agent,
            snoozed_until: self.snoozed_until,
            team: self.team,
            priority: self.priority,
        }
    }

    /// Applies one event of its log. What an event means for a conversation is defined here and nowhere else.
    pub fn apply(&mut self, event: &ConversationEvent, sequence: Option<i64>, Moment { actor, at }: Moment) {
        if let Some(sequence) = sequence {
            self.last_sequence = sequence;
        }
        match *event {
            ConversationEvent::Message { note } => self.said(actor, note, at),
            ConversationEvent::Assigned { to, by } => self.given(Some(to), by, at),
            ConversationEvent::Transferred { to } => self.given(Some(to), By::Person, at),
            ConversationEvent::Unassigned { by } => self.given(None, by, at),
            ConversationEvent::TeamChanged { to, .. } => self.team = to,
            ConversationEvent::PriorityChanged { to, .. } => self.priority = to,
            ConversationEvent::NoAnswerNeeded => self.waiting_since = None,
            ConversationEvent::StateChanged { to, until, undone } => self.stands(actor, (to, until, undone), at),
            ConversationEvent::ContactChanged { to } => self.contact = to,
            ConversationEvent::Ticket { .. } => self.kind = Kind::Ticket,
            ConversationEvent::Merged { into } => self.merged_into = Some(into),
            ConversationEvent::Unmerged { .. } => self.merged_into = None,
            ConversationEvent::Linked { waits_since, .. } => {
                self.waiting_since = self.waiting_since.or(waits_since);
            }
            ConversationEvent::Opened { .. }
            | ConversationEvent::Feedback
            | ConversationEvent::Edited { .. }
            | ConversationEvent::Recalled { .. }
            | ConversationEvent::Rated { .. }
            | ConversationEvent::Labelled
            | ConversationEvent::Clock { .. }
            | ConversationEvent::TicketChanged { .. }
            | ConversationEvent::Erased => {}
        }
    }

    fn said(&mut self, actor: Actor, note: bool, at: Timestamp) {
        match actor.kind {
            // A customer waits from the first unanswered message.
            ActorKind::Visitor if self.state == State::Bot => {
                self.asked_since = self.asked_since.or(Some(at));
            }
            ActorKind::Visitor => self.waiting_since = self.waiting_since.or(Some(at)),
            ActorKind::Agent => {
                self.asked_since = self.asked_since.filter(|_| note);
                self.waiting_since = self.waiting_since.filter(|_| note);
                self.given_at = self.given_at.filter(|_| self.agent != Some(AgentId(actor.id)));
            }
            ActorKind::Bot if actor == Actor::BOT => self.asked_since = None,
            ActorKind::Bot | ActorKind::System => {}
        }
    }

    fn given(&mut self, agent: Option<AgentId>, by: By, at: Timestamp) {
        self.agent = agent;
        self.given_at = (agent.is_some() && by == By::Router).then_some(at);
    }

    fn stands(&mut self, actor: Actor, to: (State, Option<Timestamp>, bool), at: Timestamp) {
        let (to, until, undone) = to;
        let asked_since = self.asked_since.take();
        if to.is_closed() {
            self.given_at = None;
            self.waited_since = self.waiting_since.take().or(asked_since);
        }
        if undone {
            self.waiting_since = self.waited_since;
        }
        match (self.state, to) {
            (_, State::Bot) => {
                self.asked_since = asked_since.or(self.waiting_since.take());
                self.agent = None;
                self.given_at = None;
            }
            // Whom the bot hands over waits for a person, with a word or without one.
            (State::Bot, State::Waiting | State::Open | State::Snoozed) => {
                self.handed_over_at = Some(at);
                self.waiting_since = asked_since.or((actor == Actor::BOT).then_some(at));
            }
            _ => {}
        }
        self.state = to;
        self.closed_at = to.is_closed().then_some(at);
        self.snoozed_until = until.filter(|_| to == State::Snoozed);
    }
}
