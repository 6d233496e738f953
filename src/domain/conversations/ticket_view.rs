//! Views of tickets: which of them a list holds.

use super::state::State;

/// Which tickets a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TicketView {
    /// Neither solved nor closed.
    Unsolved,
    /// With the asking agent and unsolved.
    Mine,
    /// The customer waits for an answer.
    Waiting,
    /// Unsolved and due before the day ends, or due already.
    DueToday,
    /// The customer is to answer.
    Customer,
    /// Solved, or closed.
    Solved,
    /// Every ticket.
    All,
}

/// When a ticket is due first, by its own date or by its clocks.
pub(super) const DUE: &str = "COALESCE(MIN(c.due_at, c.ticket_due_at), c.due_at, c.ticket_due_at)";
/// The stored number of the category in which the customer is to answer.
const PENDING: i64 = 3;

impl TicketView {
    /// All of them, in the order the workbench shows them.
    pub const ALL: [Self; 7] = [
        Self::Unsolved,
        Self::Mine,
        Self::Waiting,
        Self::DueToday,
        Self::Customer,
        Self::Solved,
        Self::All,
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsolved => "unsolved",
            Self::Mine => "mine",
            Self::Waiting => "waiting",
            Self::DueToday => "due_today",
            Self::Customer => "customer",
            Self::Solved => "solved",
            Self::All => "all",
        }
    }

    /// The name where views of chats stand beside it.
    #[must_use]
    pub const fn long_name(self) -> &'static str {
        match self {
            Self::Unsolved => "tickets:unsolved",
            Self::Mine => "tickets:mine",
            Self::Waiting => "tickets:waiting",
            Self::DueToday => "tickets:due_today",
            Self::Customer => "tickets:customer",
            Self::Solved => "tickets:solved",
            Self::All => "tickets:all",
        }
    }

    /// The view with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// The condition over table `c`; `:agent` is the asking agent, `:today` the end of the day.
    pub(super) fn condition(self) -> String {
        match self {
            Self::Unsolved | Self::Solved | Self::All => "TRUE".to_owned(),
            Self::Mine => "c.agent_id = :agent".to_owned(),
            Self::Waiting => format!(
                "c.state IN ({}, {}) AND c.waiting_since IS NOT NULL",
                State::Waiting as i64,
                State::Open as i64
            ),
            Self::DueToday => format!("{DUE} < :today"),
            Self::Customer => format!("c.ticket_category = {PENDING}"),
        }
    }
}
