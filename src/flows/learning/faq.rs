//! What learning asks of the FAQ as it stands.

use std::sync::Arc;

use rusqlite::Connection;

use super::decide::language;
use crate::domain::faq::store as entries;
use crate::flows::Desk;
use crate::flows::faq::knowledge::Current;
use crate::ids::FaqId;
use crate::matcher::Carefulness;

/// The FAQ as it stands.
pub trait Faq: Send + Sync {
    /// The nearest entry, and how probable it is that it is meant.
    fn nearest(&self, question: &str) -> Option<(FaqId, f32)>;

    /// From where on the FAQ answers.
    fn threshold(&self, question: &str) -> f32;

    /// What an entry answers to a question.
    fn answer(&self, conn: &Connection, entry: FaqId, question: &str) -> rusqlite::Result<Option<String>>;
}

/// The FAQ as the desk asks it now.
#[derive(Debug, Clone)]
pub struct Now(Arc<Current>);

impl Now {
    /// As it stands, for a step.
    #[must_use]
    pub fn shared(desk: &Desk) -> Arc<dyn Faq> {
        Arc::new(Self(desk.knowledge.current()))
    }
}

impl Faq for Now {
    fn nearest(&self, question: &str) -> Option<(FaqId, f32)> {
        let found = self.0.index.as_ref()?.ask(question);
        found.candidates.first().map(|first| (FaqId(first.entry), first.p))
    }

    fn threshold(&self, _: &str) -> f32 {
        self.0.index.as_ref().map_or(1.0, |index| index.threshold(Carefulness::default()))
    }

    fn answer(&self, conn: &Connection, entry: FaqId, question: &str) -> rusqlite::Result<Option<String>> {
        let found = entries::find(conn, entry)?;
        let said = found.and_then(|entry| entry.document.texts.nearest(language(question)).map(|(_, words)| words.answer.clone()));
        Ok(said.filter(|answer| !answer.is_empty()))
    }
}
