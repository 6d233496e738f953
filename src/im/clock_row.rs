//! A clock as REST and the socket show it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::clocks::view::Shown;

/// What was promised for a conversation, and how it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClockRow {
    /// `first` answer, `next` answer or `solution`.
    #[schema(example = "first")]
    kind: &'static str,
    /// `running`, `paused`, `met`, `void` (it ended without an answer being owed) or `broken`.
    #[schema(example = "running")]
    state: &'static str,
    /// When its time is over, if it goes on running.
    #[schema(value_type = Option<String>)]
    due_at: Option<Timestamp>,
    /// How long it may take, in open time.
    #[schema(example = 120_000)]
    target_ms: i64,
    /// From how much spent time on it is short.
    #[schema(example = 90_000)]
    warn_ms: i64,
    /// Open time that was spent until `at`.
    #[schema(example = 30_000)]
    spent_ms: i64,
    /// When this was told; while it runs, time is spent from then on.
    #[schema(value_type = String)]
    at: Timestamp,
    /// Whether time counts just now.
    running: bool,
    /// Why not: `hours` (outside business hours), `customer` (the customer is to answer) or `snoozed`.
    #[schema(example = "hours")]
    paused: Option<&'static str>,
    /// When business hours begin or end next.
    #[schema(value_type = Option<String>)]
    changes_at: Option<Timestamp>,
    /// When its time was over.
    #[schema(value_type = Option<String>)]
    broken_at: Option<Timestamp>,
    /// When it ended.
    #[schema(value_type = Option<String>)]
    ended_at: Option<Timestamp>,
    /// Whose promise it is.
    #[schema(example = "sla_01jb7q2m4k9zz")]
    policy_id: String,
}

impl ClockRow {
    /// The row of a clock that was looked at `at`.
    #[must_use]
    pub fn new(shown: &Shown, at: Timestamp) -> Self {
        Self {
            kind: shown.kind.name(),
            state: shown.state.name(),
            due_at: shown.due_at,
            target_ms: shown.target_ms,
            warn_ms: shown.warn_ms,
            spent_ms: shown.spent_ms,
            at,
            running: shown.running,
            paused: shown.paused.map(super::super::domain::clocks::view::Pause::name),
            changes_at: shown.changes_at,
            broken_at: shown.broken_at,
            ended_at: shown.ended_at,
            policy_id: shown.policy.to_string(),
        }
    }
}
