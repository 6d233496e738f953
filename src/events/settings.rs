//! The parts that settings come in.

/// A part of the settings. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum Area {
    /// The shop's name, language and time zone.
    Shop = 1,
    /// Widgets: colours, texts, allowed sites.
    Widgets = 2,
    /// The catalogue of labels.
    Labels = 3,
    /// Canned replies.
    Canned = 4,
    /// Business hours.
    Hours = 5,
    /// Agents.
    Members = 6,
    /// Blocks.
    Blocks = 7,
    /// Teams.
    Teams = 8,
    /// Roles.
    Roles = 9,
    /// Routing: its settings and rules.
    Routing = 10,
    /// Calendars.
    Calendars = 11,
    /// SLA policies.
    Sla = 12,
    /// Saved views.
    Views = 13,
    /// Tickets: their types and statuses.
    Tickets = 14,
    /// Macros.
    Macros = 15,
    /// Messages that go out later.
    Scheduled = 16,
    /// The FAQ: its entries, synonyms and help pages.
    Knowledge = 17,
    /// The bot: its settings, and on which channels it is on duty.
    Bot = 18,
}

impl Area {
    /// All of them, in stored order.
    pub const ALL: [Self; 18] = [
        Self::Shop,
        Self::Widgets,
        Self::Labels,
        Self::Canned,
        Self::Hours,
        Self::Members,
        Self::Blocks,
        Self::Teams,
        Self::Roles,
        Self::Routing,
        Self::Calendars,
        Self::Sla,
        Self::Views,
        Self::Tickets,
        Self::Macros,
        Self::Scheduled,
        Self::Knowledge,
        Self::Bot,
    ];

    /// The area with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|area| *area as i64 == number)
    }

    /// The name used in frames.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Widgets => "widgets",
            Self::Labels => "labels",
            Self::Canned => "canned",
            Self::Hours => "hours",
            Self::Members => "members",
            Self::Blocks => "blocks",
            Self::Teams => "teams",
            Self::Roles => "roles",
            Self::Routing => "routing",
            Self::Calendars => "calendars",
            Self::Sla => "sla",
            Self::Views => "views",
            Self::Tickets => "tickets",
            Self::Macros => "macros",
            Self::Scheduled => "scheduled",
            Self::Knowledge => "knowledge",
            Self::Bot => "bot",
        }
    }
}
