//! What entries do.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an entry does. The numbers are stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = FaqKind)]
#[repr(i64)]
pub enum EntryKind {
    /// It answers.
    #[default]
    Answer = 1,
    /// It asks for some things first.
    Task = 2,
}

impl EntryKind {
    /// The kind with this stored number; what a later version wrote answers.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        if number == 2 { Self::Task } else { Self::Answer }
    }
}
