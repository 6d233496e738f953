//! Views: which conversations a list holds, and by which index they are found.

use super::kind::Kind;
use super::state::State;
use super::ticket_view::{DUE, TicketView};

/// Which conversations a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// With the asking agent, neither snoozed nor closed.
    Mine,
    /// A note names the asking agent: all that are not closed, and the closed ones where they have not read it.
    Mentions,
    /// With nobody and not closed.
    Unassigned,
    /// The customer waits for an answer.
    Waiting,
    /// With an agent or waiting for one, neither snoozed nor closed.
    Open,
    /// The bot answers.
    Bot,
    /// Put off.
    Snoozed,
    /// Done.
    Closed,
    /// Everything not closed or snoozed first, then the rest: every chat.
    All,
    /// Tickets; the others hold chats.
    Tickets(TicketView),
}

impl View {
    /// Those of chats, in the order the workbench shows them.
    pub const ALL: [Self; 9] = [
        Self::Mine,
        Self::Mentions,
        Self::Unassigned,
        Self::Waiting,
        Self::Open,
        Self::Bot,
        Self::Snoozed,
        Self::Closed,
        Self::All,
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Mentions => "mentions",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Bot => "bot",
            Self::Snoozed => "snoozed",
            Self::Closed => "closed",
            Self::All => "all",
            Self::Tickets(view) => view.long_name(),
        }
    }

    /// The view with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let of_tickets = || name.strip_prefix(TICKETS).and_then(TicketView::from_name).map(Self::Tickets);
        Self::ALL.into_iter().find(|view| view.name() == name).or_else(of_tickets)
    }

    /// Whether it holds tickets.
    #[must_use]
    pub const fn is_of_tickets(self) -> bool {
        matches!(self, Self::Tickets(_))
    }

    /// The condition over table `c`; `:agent` is the asking agent.
    pub(super) fn condition(self) -> String {
        let (snoozed, closed) = (State::Snoozed as i64, State::Closed as i64);
        let live = live();
        let chat = Kind::Chat as i64;
        let condition = match self {
            Self::Tickets(view) => return view.condition(),
            Self::Mine => format!("c.agent_id = :agent AND {live}"),
            Self::Mentions => format!(
                "c.id IN (SELECT conversation_id FROM mentions WHERE agent_id = :agent)
                 AND (c.state <> {closed}
                      OR c.id IN (SELECT conversation_id FROM unread_mentions WHERE agent_id = :agent))"
            ),
            Self::Unassigned => format!("c.agent_id IS NULL AND {live}"),
            Self::Waiting => format!("{live} AND c.waiting_since IS NOT NULL"),
            Self::Open => live,
            Self::Bot => format!("c.state = {}", State::Bot as i64),
            Self::Snoozed => format!("c.state = {snoozed}"),
            Self::Closed => format!("c.state = {closed}"),
            Self::All => "TRUE".to_owned(),
        };
        format!("c.kind = {chat} AND {condition}")
    }

    /// The order a view has unless asked otherwise.
    #[must_use]
    pub const fn usual_sort(self) -> Sort {
        match self {
            Self::Tickets(TicketView::Solved | TicketView::All)
            | Self::Mentions
            | Self::Bot
            | Self::Snoozed
            | Self::Closed => Sort::Newest,
            Self::Tickets(_) => Sort::Due,
            _ => Sort::Waiting,
        }
    }
}

/// Before the name of a view of tickets.
pub const TICKETS: &str = "tickets:";

/// The condition over table `c` of what somebody owes an answer. Its numbers stand in the text, because other parts of it
/// have their parameters by name; they are few and fixed, so that the statement is kept prepared.
pub(super) fn live() -> String {
    format!("c.state IN ({}, {})", State::Waiting as i64, State::Open as i64)
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Those who wait first, longest on top; then the rest, newest on top.
    Waiting,
    /// Newest on top.
    Newest,
    /// Those with a clock that runs first, the one due next on top; then the rest, newest on top. Tickets with a date of their own as
    /// well.
    Due,
    /// Tickets: most urgent on top, oldest first among equals; what is solved after them.
    Priority,
    /// Tickets: the highest number on top.
    Number,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Newest, Self::Due, Self::Priority, Self::Number];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Newest => "newest",
            Self::Due => "due",
            Self::Priority => "priority",
            Self::Number => "number",
        }
    }

    /// Whether it sorts tickets alone.
    #[must_use]
    pub const fn is_of_tickets(self) -> bool {
        matches!(self, Self::Priority | Self::Number)
    }

    /// The order with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// A part of a list with an order of its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Phase {
    /// Those who wait, longest first.
    Waiting,
    /// The rest, newest first.
    NotWaiting,
    /// Those with a clock that runs, soonest due first.
    Due,
    /// The rest, newest first.
    NotDue,
    /// All, newest first.
    Everything,
    /// Tickets that are due, soonest first.
    TicketDue,
    /// The rest of them, newest first.
    TicketNotDue,
    /// Unsolved tickets, most urgent first, oldest first among equals.
    Urgent,
    /// Tickets that are done, newest first.
    Done,
    /// Tickets, highest number first.
    Number,
}

impl Phase {
    /// Which of a list's conversations, by what they are sorted, and in which direction.
    pub(super) fn order(self) -> (String, &'static str, &'static str) {
        let waits = || format!("(c.waiting_since IS NOT NULL AND {})", live());
        let due = || format!("(c.due_at IS NOT NULL AND c.state <> {})", State::Closed as i64);
        let ticket_due = || format!("({DUE} IS NOT NULL AND c.state <> {})", State::Closed as i64);
        match self {
            Self::Waiting => (waits(), "c.waiting_since", "ASC"),
            Self::NotWaiting => (format!("NOT {}", waits()), "c.updated_at", "DESC"),
            Self::Due => (due(), "c.due_at", "ASC"),
            Self::NotDue => (format!("NOT {}", due()), "c.updated_at", "DESC"),
            Self::Everything => ("TRUE".to_owned(), "c.updated_at", "DESC"),
            Self::TicketDue => (ticket_due(), DUE, "ASC"),
            Self::TicketNotDue => (format!("NOT {}", ticket_due()), "c.updated_at", "DESC"),
            Self::Urgent => (format!("c.state <> {}", State::Closed as i64), "c.priority", "ASC"),
            Self::Done => (format!("c.state = {}", State::Closed as i64), "c.updated_at", "DESC"),
            Self::Number => ("TRUE".to_owned(), "c.ticket_number", "DESC"),
        }
    }
}

/// How much has to be looked through for a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Few, found by who is named in them.
    Named,
    /// What is not closed: little.
    Unclosed,
    /// What is closed: much.
    Closed,
    /// Everything.
    All,
    /// Tickets that are not done.
    TicketsUnclosed,
    /// Tickets that are done.
    TicketsDone,
    /// All tickets.
    TicketsAll,
}

impl View {
    /// How much has to be looked through for it.
    pub(super) const fn extent(self) -> Extent {
        match self {
            Self::Tickets(TicketView::Solved) => Extent::TicketsDone,
            Self::Tickets(TicketView::All) => Extent::TicketsAll,
            Self::Tickets(_) => Extent::TicketsUnclosed,
            Self::Mentions => Extent::Named,
            Self::Closed => Extent::Closed,
            Self::All => Extent::All,
            Self::Mine | Self::Unassigned | Self::Waiting | Self::Open | Self::Bot | Self::Snoozed => {
                Extent::Unclosed
            }
        }
    }
}

/// What is read for a phase, with the condition of its index: SQLite takes a partial one only where it is named, and its
/// condition has to stand in the query (<https://sqlite.org/partialindex.html>).
pub(super) fn source(extent: Extent, phase: Phase) -> (&'static str, String) {
    let closed = State::Closed as i64;
    let ticket = Kind::Ticket as i64;
    match (extent, phase) {
        (Extent::TicketsDone, _) | (Extent::TicketsAll, Phase::Done) => (
            "conversations c INDEXED BY conversations_tickets_done",
            format!("c.kind = {ticket} AND c.state = {closed}"),
        ),
        (Extent::TicketsAll, Phase::Number) => {
            ("conversations c INDEXED BY conversations_tickets_by_number", format!("c.kind = {ticket}"))
        }
        (Extent::TicketsAll, Phase::NotWaiting | Phase::TicketNotDue | Phase::Everything) => {
            ("conversations c INDEXED BY conversations_tickets_by_update", format!("c.kind = {ticket}"))
        }
        (Extent::TicketsUnclosed | Extent::TicketsAll, _) => (
            "conversations c INDEXED BY conversations_tickets",
            format!("c.kind = {ticket} AND c.state <> {closed}"),
        ),
        (Extent::Named, _) => ("conversations c", "TRUE".to_owned()),
        (Extent::Closed, _) => {
            ("conversations c INDEXED BY conversations_closed", format!("c.state = {closed}"))
        }
        (Extent::All, Phase::NotWaiting | Phase::NotDue | Phase::Everything) => {
            ("conversations c INDEXED BY conversations_by_update", "TRUE".to_owned())
        }
        (Extent::Unclosed | Extent::All, _) => {
            ("conversations c INDEXED BY conversations_unclosed", format!("c.state <> {closed}"))
        }
    }
}
