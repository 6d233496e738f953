//! What learning asks of the FAQ as it stands.

use rusqlite::Connection;

use crate::ids::FaqId;

/// The FAQ as it stands.
pub trait Faq: Send + Sync {
    /// The nearest entry, and how probable it is that it is meant.
    fn nearest(&self, question: &str) -> Option<(FaqId, f32)>;

    /// From where on the FAQ answers.
    fn threshold(&self, question: &str) -> f32;

    /// What an entry answers to a question.
    fn answer(&self, conn: &Connection, entry: FaqId, question: &str) -> rusqlite::Result<Option<String>>;
}

/// An FAQ without entries.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nothing;

impl Faq for Nothing {
    fn nearest(&self, _: &str) -> Option<(FaqId, f32)> {
        None
    }

    fn threshold(&self, _: &str) -> f32 {
        1.0
    }

    fn answer(&self, _: &Connection, _: FaqId, _: &str) -> rusqlite::Result<Option<String>> {
        Ok(None)
    }
}
