//! What a team may change about routing. One small document; what is left out has its default.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::events::Priority;
use crate::fault::Fault;

/// Longest head start, one day.
const HEAD_START_MAX_MS: i64 = 24 * 60 * 60 * 1_000;
/// Longest of the other times, one day.
const WAIT_MAX_MS: i64 = 24 * 60 * 60 * 1_000;
/// Shortest time in which somebody has to take what they were given: a person has to see it first.
const TAKEN_MIN_MS: i64 = 10_000;
/// Most tickets of a limit.
pub const TICKETS_MAX: i64 = 100_000;
/// Longest memory of the last agent, in days.
const STICKY_DAYS_MAX: i64 = 365;

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = RoutingSettings)]
pub struct Settings {
    /// How much earlier an urgent conversation counts than it came.
    pub urgent_head_start_ms: i64,
    /// The same for a high priority.
    pub high_head_start_ms: i64,
    /// The same for a low one: negative, it counts as later.
    pub low_head_start_ms: i64,
    /// Days for which a customer comes back to whoever answered last; 0 never.
    pub sticky_days: i64,
    /// How long that agent is waited for while there and full.
    pub sticky_wait_ms: i64,
    /// How long an agent has to take what they were given.
    pub taken_within_ms: i64,
    /// After how long without a link an agent counts as gone.
    pub gone_after_ms: i64,
    /// After how long an agent who is away loses customers who wait.
    pub away_after_ms: i64,
    /// After how long required skills are preferred ones.
    pub skills_relax_after_ms: i64,
    /// Open tickets that an agent is given at most; null for no limit.
    pub tickets_max: Option<i64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            urgent_head_start_ms: 30 * 60_000,
            high_head_start_ms: 10 * 60_000,
            low_head_start_ms: -10 * 60_000,
            sticky_days: 30,
            sticky_wait_ms: 60_000,
            taken_within_ms: 90_000,
            gone_after_ms: 2 * 60_000,
            away_after_ms: 5 * 60_000,
            skills_relax_after_ms: 60_000,
            tickets_max: None,
        }
    }
}

impl Settings {
    /// The stored document; what cannot be read any more has its default.
    #[must_use]
    pub fn read(stored: &str) -> Self {
        serde_json::from_str(stored).unwrap_or_default()
    }

    /// Refuses what cannot be, naming the field.
    pub fn check(&self) -> Result<(), Fault> {
        for (field, value, (least, most)) in [
            ("urgent_head_start_ms", self.urgent_head_start_ms, (0, HEAD_START_MAX_MS)),
            ("high_head_start_ms", self.high_head_start_ms, (0, HEAD_START_MAX_MS)),
            ("low_head_start_ms", self.low_head_start_ms, (-HEAD_START_MAX_MS, 0)),
            ("sticky_days", self.sticky_days, (0, STICKY_DAYS_MAX)),
            ("sticky_wait_ms", self.sticky_wait_ms, (0, WAIT_MAX_MS)),
            ("taken_within_ms", self.taken_within_ms, (TAKEN_MIN_MS, WAIT_MAX_MS)),
            ("gone_after_ms", self.gone_after_ms, (0, WAIT_MAX_MS)),
            ("away_after_ms", self.away_after_ms, (0, WAIT_MAX_MS)),
            ("skills_relax_after_ms", self.skills_relax_after_ms, (0, WAIT_MAX_MS)),
        ] {
            if !(least..=most).contains(&value) {
                return Err(Fault::invalid(field, format!("Use {least} to {most}.")));
            }
        }
        if self.tickets_max.is_some_and(|most| !(1..=TICKETS_MAX).contains(&most)) {
            return Err(Fault::invalid(
                "tickets_max",
                format!("Use 1 to {TICKETS_MAX}, or null for no limit."),
            ));
        }
        Ok(())
    }

    /// How much earlier a conversation of this priority counts than it came.
    #[must_use]
    pub const fn head_start_ms(&self, priority: Priority) -> i64 {
        match priority {
            Priority::Urgent => self.urgent_head_start_ms,
            Priority::High => self.high_head_start_ms,
            Priority::Normal => 0,
            Priority::Low => self.low_head_start_ms,
        }
    }

    /// For how long a customer comes back to whoever answered last.
    #[must_use]
    pub fn sticky(&self) -> Duration {
        Duration::from_hours(24 * self.sticky_days.unsigned_abs())
    }

    /// [`Self::sticky_wait_ms`].
    #[must_use]
    pub const fn sticky_wait(&self) -> Duration {
        Duration::from_millis(self.sticky_wait_ms.unsigned_abs())
    }

    /// [`Self::taken_within_ms`].
    #[must_use]
    pub const fn taken_within(&self) -> Duration {
        Duration::from_millis(self.taken_within_ms.unsigned_abs())
    }

    /// [`Self::gone_after_ms`].
    #[must_use]
    pub const fn gone_after(&self) -> Duration {
        Duration::from_millis(self.gone_after_ms.unsigned_abs())
    }

    /// [`Self::away_after_ms`].
    #[must_use]
    pub const fn away_after(&self) -> Duration {
        Duration::from_millis(self.away_after_ms.unsigned_abs())
    }

    /// [`Self::skills_relax_after_ms`].
    #[must_use]
    pub const fn skills_relax_after(&self) -> Duration {
        Duration::from_millis(self.skills_relax_after_ms.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_hold_and_what_cannot_be_names_its_field() {
        let ours = Settings::default();
        assert_eq!(ours.check(), Ok(()));
        for (field, wrong) in [
            ("urgent_head_start_ms", Settings { urgent_head_start_ms: -1, ..ours.clone() }),
            ("low_head_start_ms", Settings { low_head_start_ms: 1, ..ours.clone() }),
            ("sticky_days", Settings { sticky_days: 366, ..ours.clone() }),
            ("taken_within_ms", Settings { taken_within_ms: 9_999, ..ours.clone() }),
            ("gone_after_ms", Settings { gone_after_ms: -1, ..ours.clone() }),
            ("tickets_max", Settings { tickets_max: Some(0), ..ours.clone() }),
        ] {
            assert_eq!(wrong.check().unwrap_err().field.as_deref(), Some(field));
        }
    }

    #[test]
    fn a_stored_document_is_filled_up_and_one_that_does_not_read_has_defaults() {
        let stored = Settings::read(r#"{"taken_within_ms": 30000}"#);
        assert_eq!(stored, Settings { taken_within_ms: 30_000, ..Settings::default() });
        for broken in ["", "[]", "{\"taken_within_ms\": \"soon\"}"] {
            assert_eq!(Settings::read(broken), Settings::default(), "{broken}");
        }
    }
}
