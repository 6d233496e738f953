//! What is asked, and how much of an answer is wanted.

use crate::domain::search::question::Question;
use crate::events::LogPosition;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What was typed.
    pub question: Question,
    /// Items of the answer at most.
    pub limit: usize,
    /// Only what stands below this position: the next page.
    pub before: Option<LogPosition>,
    /// Messages that are looked at, at most.
    pub candidates: usize,
}
