//! The numbers under which events are stored.

/// The kinds of events. The numbers are stored: append, never change. 27 preceded imported events, until each
/// was marked itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum EventKind {
    /// A message or note.
    Message = 1,
    /// A message got new content.
    Edited = 2,
    /// A message lost its content.
    Recalled = 3,
    /// Assigned to an agent.
    Assigned = 4,
    /// Unassigned.
    Unassigned = 5,
    /// Transferred from one agent to another.
    Transferred = 6,
    /// The state changed.
    StateChanged = 7,
    /// Rated with stars.
    Rated = 8,
    /// The labels changed.
    Labelled = 9,
    /// Moved to another contact.
    ContactChanged = 10,
    /// Moved to another team, or to none.
    TeamChanged = 11,
    /// The priority changed.
    PriorityChanged = 12,
    /// Became a ticket.
    Ticket = 13,
    /// Something about the ticket changed.
    TicketChanged = 14,
    /// A clock told that time is short or over.
    Clock = 15,
    /// Went on in another conversation.
    Merged = 16,
    /// Stands for itself again.
    Unmerged = 17,
    /// Linked with another conversation.
    Linked = 19,
    /// A conversation was erased.
    Erased = 20,
    /// An agent was disabled.
    AgentDisabled = 21,
    /// A credential no longer holds.
    CredentialRevoked = 22,
    /// An agent changed their availability.
    AvailabilityChanged = 23,
    /// The rights of a visitor or agent changed.
    RightsChanged = 24,
    /// A visitor's credentials were revoked.
    VisitorEnded = 25,
    /// A contact was erased.
    ContactErased = 26,
    /// An agent came or was gone.
    Presence = 28,
    /// Settings changed.
    SettingsChanged = 29,
    /// The customer's words need no answer.
    NoAnswerNeeded = 30,
    /// A conversation began.
    Opened = 31,
    /// An agent joined or changed.
    AgentChanged = 32,
}

/// A set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(u64);

impl Kinds {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// The set of these kinds.
    #[must_use]
    pub fn of(kinds: &[EventKind]) -> Self {
        kinds.iter().fold(Self::NONE, |set, kind| set.with(*kind))
    }

    /// The set with one more kind.
    #[must_use]
    pub const fn with(self, kind: EventKind) -> Self {
        Self(self.0 | 1 << kind as i64)
    }

    /// The union of both sets.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// The stored numbers of those in the set; below 64.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |number| self.0 >> number & 1 == 1)
    }
}

impl EventKind {
    /// All of them, in stored order.
    pub const ALL: [Self; 30] = [
        Self::Message,
        Self::Edited,
        Self::Recalled,
        Self::Assigned,
        Self::Unassigned,
        Self::Transferred,
        Self::StateChanged,
        Self::Rated,
        Self::Labelled,
        Self::ContactChanged,
        Self::TeamChanged,
        Self::PriorityChanged,
        Self::Ticket,
        Self::TicketChanged,
        Self::Clock,
        Self::Merged,
        Self::Unmerged,
        Self::Linked,
        Self::Erased,
        Self::AgentDisabled,
        Self::CredentialRevoked,
        Self::AvailabilityChanged,
        Self::RightsChanged,
        Self::VisitorEnded,
        Self::ContactErased,
        Self::Presence,
        Self::SettingsChanged,
        Self::NoAnswerNeeded,
        Self::Opened,
        Self::AgentChanged,
    ];

    /// The kind with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as i64 == number)
    }
}
