//! What a transaction wrote, statement by statement, so that a second database can repeat it.
//!
//! Off unless somebody asks ([`super::CommitLoop::record`]). What a savepoint rolls back leaves what is recorded. A statement that
//! changed nothing is kept as well: it must change nothing on the other side either.

use std::collections::HashSet;
use std::fmt;
use std::mem::size_of;
use std::sync::Arc;

use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value};

/// Bytes that one transaction may take in memory while it is recorded. The largest unit brings a picture of a few megabytes,
/// so that a whole batch of ordinary units fits many times.
pub const RECORDED_BYTES: usize = 64 << 20;
/// Texts of statements that are kept to be shared; there are a few hundred.
const TEXTS: usize = 1_024;

/// A statement that ran, with what it was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Its text.
    pub sql: Arc<str>,
    /// What was bound, in order.
    pub values: Vec<Value>,
    /// Rows it changed; those changed by triggers and foreign keys count.
    pub changed: u64,
}

impl Written {
    /// Bytes it takes, about; the shared text counts nothing.
    fn bytes(&self) -> usize {
        let held = |value: &Value| match value {
            Value::Text(text) => text.len(),
            Value::Blob(bytes) => bytes.len(),
            Value::Null | Value::Integer(_) | Value::Real(_) => 0,
        };
        size_of::<Self>() + self.values.iter().map(|value| size_of::<Value>() + held(value)).sum::<usize>()
    }
}

/// What one transaction wrote, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    /// Its statements.
    pub statements: Vec<Written>,
}

/// What a recorder hears of transactions, each once it is committed.
#[derive(Debug, Clone, PartialEq)]
pub enum Recorded {
    /// All that one wrote.
    Batch(Batch),
    /// One cannot be told: it took more than [`RECORDED_BYTES`], or its COMMIT failed and nobody knows what is stored. A second
    /// database has to be copied anew.
    Gap,
}

/// Called on the writer's thread for each transaction, before any caller is answered.
pub struct Recorder(pub Box<dyn FnMut(Recorded) + Send>);

impl fmt::Debug for Recorder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Recorder")
    }
}

/// How much was recorded when a savepoint began.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    statements: usize,
    bytes: usize,
    gap: bool,
}

/// What was written since the transaction began.
#[derive(Debug, Default)]
pub(super) struct Recording {
    texts: HashSet<Arc<str>>,
    statements: Vec<Written>,
    bytes: usize,
    /// Whether something could not be kept.
    gap: bool,
}

impl Recording {
    /// Keeps a statement that ran.
    pub(super) fn note(&mut self, sql: &str, values: &[&dyn ToSql], changed: u64) {
        let Some(values) = values.iter().map(|value| owned(*value)).collect::<Option<Vec<Value>>>() else {
            self.gap = true;
            return;
        };
        let written = Written { sql: self.text(sql), values, changed };
        let bytes = self.bytes + written.bytes();
        if bytes > RECORDED_BYTES {
            self.gap = true;
            return;
        }
        self.bytes = bytes;
        self.statements.push(written);
    }

    fn text(&mut self, sql: &str) -> Arc<str> {
        if let Some(text) = self.texts.get(sql) {
            return Arc::clone(text);
        }
        if self.texts.len() >= TEXTS {
            self.texts.clear();
        }
        let text: Arc<str> = sql.into();
        self.texts.insert(Arc::clone(&text));
        text
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { statements: self.statements.len(), bytes: self.bytes, gap: self.gap }
    }

    pub(super) fn back_to(&mut self, mark: Mark) {
        self.statements.truncate(mark.statements);
        (self.bytes, self.gap) = (mark.bytes, mark.gap);
    }

    /// All of it, if there is any; what follows begins anew.
    pub(super) fn take(&mut self) -> Option<Recorded> {
        let statements = std::mem::take(&mut self.statements);
        self.bytes = 0;
        if std::mem::take(&mut self.gap) {
            return Some(Recorded::Gap);
        }
        (!statements.is_empty()).then_some(Recorded::Batch(Batch { statements }))
    }
}

/// The value as `SQLite` got it; `None` for what exists in one process alone.
fn owned(value: &dyn ToSql) -> Option<Value> {
    match value.to_sql().ok()? {
        ToSqlOutput::Borrowed(value) => value.try_into().ok(),
        ToSqlOutput::Owned(value) => Some(value),
        ToSqlOutput::ZeroBlob(bytes) => Some(Value::Blob(vec![0; usize::try_from(bytes).ok()?])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(recording: &mut Recording) -> Option<Vec<(String, usize)>> {
        match recording.take()? {
            Recorded::Batch(batch) => {
                Some(batch.statements.iter().map(|it| (it.sql.to_string(), it.values.len())).collect())
            }
            Recorded::Gap => Some(vec![("gap".to_owned(), 0)]),
        }
    }

    #[test]
    fn what_is_rolled_back_leaves() {
        let mut recording = Recording::default();
        assert_eq!(recorded(&mut recording), None);
        recording.note("a", &[&1, &"text"], 1);
        let mark = recording.mark();
        recording.note("b", &[], 1);
        recording.back_to(mark);
        recording.note("c", &[&None::<i64>], 0);
        assert_eq!(recorded(&mut recording), Some(vec![("a".into(), 2), ("c".into(), 1)]));
        assert_eq!(recorded(&mut recording), None, "it is told once");
    }

    #[test]
    fn what_does_not_fit_is_a_gap_unless_it_is_rolled_back() {
        let large = vec![0_u8; RECORDED_BYTES / 2];
        let mut recording = Recording::default();
        recording.note("a", &[&large], 1);
        let mark = recording.mark();
        recording.note("b", &[&large], 1);
        recording.back_to(mark);
        assert_eq!(recorded(&mut recording), Some(vec![("a".into(), 1)]));
        recording.note("a", &[&large], 1);
        recording.note("b", &[&large], 1);
        assert!(recording.bytes <= RECORDED_BYTES);
        assert_eq!(recorded(&mut recording), Some(vec![("gap".into(), 0)]));
        recording.note("c", &[], 1);
        assert_eq!(
            recorded(&mut recording),
            Some(vec![("c".into(), 0)]),
            "the next transaction is told again"
        );
    }

    #[test]
    fn the_texts_that_are_kept_are_bounded() {
        let mut recording = Recording::default();
        for n in 0..2 * TEXTS {
            recording.note(&format!("statement {n}"), &[], 0);
        }
        assert!(recording.texts.len() <= TEXTS);
    }
}
