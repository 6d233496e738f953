//! A phrasing that a customer said.

use crate::ids::ConversationId;

/// Words that came from a customer, and go with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words, as they stand among the alternatives.
    pub text: String,
    /// Where they were said.
    pub conversation: ConversationId,
    /// Which message it was.
    pub sequence: i64,
}
