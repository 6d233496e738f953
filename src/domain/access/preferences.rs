//! An agent's own settings: notifications, quiet hours, keys, how they send. One small document; what is left out
//! has its default.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fault::{Fault, Kind};

/// Largest document, in bytes.
pub const BYTES_MAX: usize = 16 * 1024;
/// Most keys bound anew.
const KEYS_MAX: usize = 200;
/// Longest name of an action or a key, in bytes.
const KEY_BYTES: usize = 40;
/// Longest time until somebody counts as away, in minutes.
const AWAY_MAX: u16 = 240;
/// Longest time in which a send can be undone, in seconds.
const UNDO_MAX: u8 = 30;

/// The document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Preferences {
    /// Sounds and notices.
    pub notifications: Notifications,
    /// Quiet hours.
    pub quiet: Quiet,
    /// Minutes without a touch after which the agent is away; 0 never.
    pub away_after_min: u16,
    /// Keys bound anew, by action.
    pub keys: BTreeMap<String, String>,
    /// The key that sends.
    pub send_on: SendOn,
    /// Seconds in which a send can be undone.
    pub undo_send_s: u8,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            notifications: Notifications::default(),
            quiet: Quiet::default(),
            away_after_min: 10,
            keys: BTreeMap::new(),
            send_on: SendOn::Enter,
            undo_send_s: 2,
        }
    }
}

/// Sounds and notices, by event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Notifications {
    /// A customer waits in an unassigned conversation.
    pub new: Notice,
    /// A conversation was assigned to the agent.
    pub assigned: Notice,
    /// A customer of the agent's wrote.
    pub message: Notice,
    /// A colleague mentioned the agent.
    pub mention: Notice,
    /// A clock calls the agent.
    pub clock: Notice,
    /// Whether the sound for a waiting customer repeats until somebody takes the conversation.
    pub repeat: bool,
    /// 0 to 1.
    pub volume: f64,
}

impl Default for Notifications {
    fn default() -> Self {
        let notice = Notice::default();
        Self {
            new: notice,
            assigned: notice,
            message: notice,
            mention: notice,
            clock: notice,
            repeat: true,
            volume: 0.7,
        }
    }
}

/// How one kind of event is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Notice {
    /// By a sound.
    pub sound: bool,
    /// By a notice of the browser, where it allows them.
    pub browser: bool,
    /// By a push to browsers that take them, while no page is in sight.
    pub push: bool,
}

impl Default for Notice {
    fn default() -> Self {
        Self { sound: true, browser: true, push: true }
    }
}

/// Hours without sounds and notices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = QuietHours)]
pub struct Quiet {
    /// Whether there are any.
    pub enabled: bool,
    /// `HH:MM` in the agent's own time.
    pub from: String,
    /// `HH:MM`; at or before `from` it is the next morning.
    pub to: String,
    /// The days on which they begin, Monday is 1.
    pub days: Vec<u8>,
}

impl Default for Quiet {
    fn default() -> Self {
        Self { enabled: false, from: "22:00".into(), to: "08:00".into(), days: (1..=7).collect() }
    }
}

impl Quiet {
    /// Whether it is a quiet time: `day` of the week, Monday is 1, and `minute` of that day, both in the agent's own time. A night
    /// belongs to the day on which it begins; the same hour twice is the whole day.
    #[must_use]
    pub fn holds(&self, day: u8, minute: u16) -> bool {
        let (Some(from), Some(to)) = (minutes(&self.from), minutes(&self.to)) else { return false };
        if !self.enabled {
            return false;
        }
        let yesterday = if day == 1 { 7 } else { day - 1 };
        if from < to {
            return minute >= from && minute < to && self.days.contains(&day);
        }
        (minute >= from && self.days.contains(&day)) || (minute < to && self.days.contains(&yesterday))
    }
}

/// Minutes since midnight.
fn minutes(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?)
}

/// The key that sends a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum SendOn {
    /// Command or Control with Enter; Enter alone makes a line.
    #[serde(rename = "mod+enter")]
    ModEnter,
    /// Enter; with Shift it makes a line.
    #[serde(rename = "enter")]
    Enter,
}

impl Preferences {
    /// The stored document; what cannot be read any more has its default.
    #[must_use]
    pub fn read(stored: &str) -> Self {
        serde_json::from_str(stored).unwrap_or_default()
    }

    /// The document as it is stored.
    pub fn to_stored(&self) -> Result<String, Fault> {
        self.check()?;
        let text = serde_json::to_string(self).map_err(Fault::internal)?;
        if text.len() > BYTES_MAX {
            return Err(Fault::new(Kind::TooLarge, "too_large", "")
                .saying(format!("The preferences are larger than {BYTES_MAX} bytes.")));
        }
        Ok(text)
    }

    fn check(&self) -> Result<(), Fault> {
        if !(0.0..=1.0).contains(&self.notifications.volume) {
            return Err(Fault::invalid("notifications.volume", "Use 0 to 1."));
        }
        for (field, time) in [("quiet.from", &self.quiet.from), ("quiet.to", &self.quiet.to)] {
            if !is_time(time) {
                return Err(Fault::invalid(field, "Write a time as 22:00."));
            }
        }
        let days = &self.quiet.days;
        if days.len() > 7 || days.iter().any(|day| !(1..=7).contains(day)) {
            return Err(Fault::invalid("quiet.days", "Use days from 1 (Monday) to 7."));
        }
        if self.away_after_min > AWAY_MAX {
            return Err(Fault::invalid("away_after_min", format!("Use 0 to {AWAY_MAX}.")));
        }
        if self.undo_send_s > UNDO_MAX {
            return Err(Fault::invalid("undo_send_s", format!("Use 0 to {UNDO_MAX}.")));
        }
        let short = |text: &String| {
            !text.is_empty() && text.len() <= KEY_BYTES && !text.chars().any(char::is_control)
        };
        if self.keys.len() > KEYS_MAX || !self.keys.iter().all(|(action, key)| short(action) && short(key)) {
            return Err(Fault::invalid(
                "keys",
                format!("At most {KEYS_MAX} actions, each with a key of 1 to {KEY_BYTES} bytes."),
            ));
        }
        Ok(())
    }
}

/// Whether `text` is a time of day, `00:00` to `23:59`.
fn is_time(text: &str) -> bool {
    let two = |part: &str| {
        let whole = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| part.parse::<u8>().ok()).flatten()
    };
    text.split_once(':').is_some_and(|(hour, minute)| {
        two(hour).is_some_and(|hour| hour < 24) && two(minute).is_some_and(|minute| minute < 60)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_agent_hears_everything() {
        let fresh = Preferences::read("{}");
        assert_eq!(fresh, Preferences::default());
        let notices = [fresh.notifications.new, fresh.notifications.message, fresh.notifications.mention];
        assert!(notices.iter().all(|notice| notice.sound) && fresh.notifications.repeat);
        assert_eq!((fresh.away_after_min, fresh.undo_send_s, fresh.quiet.enabled), (10, 2, false));
        assert_eq!(Preferences::read("not JSON"), fresh);
    }

    #[test]
    fn a_quiet_night_belongs_to_the_day_on_which_it_begins() {
        let quiet = |from: &str, to: &str, days: &[u8]| Quiet {
            enabled: true,
            from: from.into(),
            to: to.into(),
            days: days.to_vec(),
        };
        for (quiet, day, hour, holds) in [
            (quiet("12:00", "13:00", &[1]), 1, 12, true),
            (quiet("12:00", "13:00", &[1]), 1, 13, false),
            (quiet("12:00", "13:00", &[1]), 2, 12, false),
            (quiet("22:00", "08:00", &[1]), 1, 21, false),
            (quiet("22:00", "08:00", &[1]), 1, 22, true),
            (quiet("22:00", "08:00", &[1]), 2, 7, true),
            (quiet("22:00", "08:00", &[1]), 2, 8, false),
            (quiet("22:00", "08:00", &[1]), 1, 7, false),
            (quiet("22:00", "08:00", &[7]), 1, 7, true),
            (quiet("09:00", "09:00", &[3]), 3, 23, true),
            (quiet("09:00", "09:00", &[3]), 4, 8, true),
            (Quiet { enabled: false, ..quiet("00:00", "00:00", &[1]) }, 1, 5, false),
        ] {
            assert_eq!(quiet.holds(day, hour * 60), holds, "{quiet:?} day {day}, {hour} h");
        }
    }

    #[test]
    fn times_are_told_from_other_text() {
        for (text, is) in [
            ("00:00", true),
            ("23:59", true),
            ("24:00", false),
            ("7:00", false),
            ("07:60", false),
            ("", false),
        ] {
            assert_eq!(is_time(text), is, "{text}");
        }
    }
}
