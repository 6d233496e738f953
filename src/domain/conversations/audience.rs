//! How much of each kind of entry an audience sees. The table is also in the protocol document; a test compares both.

use crate::events::EventKind;

/// The audience of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// People at the desk.
    Agents,
    /// The customer.
    Visitors,
}

/// How much of an entry is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Everything.
    Full,
    /// The kind and what visitors may know.
    Reduced,
    /// Only that there is an entry at this sequence.
    Hidden,
}

/// Whether only the team may know the words of an entry of a kind that visitors otherwise see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Said to the customer, or by the customer.
    Shared,
    /// A note, an edit of one, a team member's own rating, a snooze, or what customers do not see of a ticket.
    Team,
}

/// How `audience` sees an entry of `kind`.
#[must_use]
pub const fn view(kind: EventKind, confidence: Confidence, audience: Audience) -> View {
    use EventKind::{
        Assigned, Edited, Merged, Message, Rated, Recalled, StateChanged, Ticket, TicketChanged, Unmerged,
    };
    match (audience, confidence, kind) {
        (Audience::Agents, _, _) | (_, Confidence::Shared, Message | Edited | Recalled | Rated) => View::Full,
        (
            Audience::Visitors,
            Confidence::Shared,
            Assigned | StateChanged | Ticket | TicketChanged | Merged | Unmerged,
        ) => View::Reduced,
        (Audience::Visitors, _, _) => View::Hidden,
    }
}
