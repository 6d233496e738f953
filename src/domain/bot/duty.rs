//! Where the bot takes what begins: by the mode of the channel, the hours, and who is there.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// When the bot is on duty on a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DutyMode)]
pub enum Mode {
    /// It always answers first.
    Always,
    /// While everybody is busy, or nobody is there.
    BusyOrClosed,
    /// While nobody is there.
    Closed,
    /// Never.
    Off,
}

impl Mode {
    /// The name as stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::BusyOrClosed => "busy_or_closed",
            Self::Closed => "closed",
            Self::Off => "off",
        }
    }

    /// What a channel has of which nothing was said: conversations that other systems open, and mail, stay with people.
    #[must_use]
    pub fn usual(channel: &str) -> Self {
        if matches!(channel, "email" | "api") { Self::Off } else { Self::Always }
    }
}

/// Who is there for a customer now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Staff {
    /// Somebody who has room.
    Free,
    /// Somebody, and all have as many as they can take.
    Busy,
    /// Nobody, or it is closed.
    Gone,
}

impl Staff {
    /// From what is known: whether the shop is open, whether somebody takes conversations and has a link, and whether one of these has
    /// room. Somebody who works while it is closed is there.
    #[must_use]
    pub const fn of(ready: bool, room: bool) -> Self {
        match (ready, room) {
            (true, true) => Self::Free,
            (true, false) => Self::Busy,
            (false, _) => Self::Gone,
        }
    }
}

/// Whether the bot is on duty. Without a published entry it never is.
#[must_use]
pub const fn on_duty(mode: Mode, staff: Staff, entries: usize) -> bool {
    entries > 0
        && matches!(
            (mode, staff),
            (Mode::Always, _)
                | (Mode::BusyOrClosed, Staff::Busy | Staff::Gone)
                | (Mode::Closed, Staff::Gone)
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_answers_by_the_table_of_modes() {
        // closed, nobody linked · all busy · somebody free
        for (mode, expected) in [
            (Mode::Always, [true, true, true]),
            (Mode::BusyOrClosed, [true, true, false]),
            (Mode::Closed, [true, false, false]),
            (Mode::Off, [false, false, false]),
        ] {
            let staff = [Staff::Gone, Staff::Busy, Staff::Free];
            assert_eq!(staff.map(|staff| on_duty(mode, staff, 1)), expected, "{mode:?}");
            assert_eq!(staff.map(|staff| on_duty(mode, staff, 0)), [false; 3], "no entry: as before");
        }
    }

    #[test]
    fn who_is_there_follows_from_links_and_room() {
        assert_eq!(Staff::of(true, true), Staff::Free);
        assert_eq!(Staff::of(true, false), Staff::Busy);
        assert_eq!(Staff::of(false, false), Staff::Gone);
    }

    #[test]
    fn channels_of_which_nothing_was_said() {
        assert_eq!(Mode::usual("web"), Mode::Always);
        assert_eq!(Mode::usual("email"), Mode::Off);
        assert_eq!(Mode::usual("api"), Mode::Off);
    }
}
