//! What a conversation is.

/// The kind of a conversation. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum Kind {
    /// Talked about now.
    Chat = 0,
    /// Takes longer; it has a number, and a row of its own.
    Ticket = 1,
    /// Spoken.
    Call = 2,
}

impl Kind {
    /// All of them, in stored order.
    pub const ALL: [Self; 3] = [Self::Chat, Self::Ticket, Self::Call];

    /// The kind with this stored number; unknown numbers count as chats.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|kind| *kind as i64 == number).unwrap_or(Self::Chat)
    }
}
