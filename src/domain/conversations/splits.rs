//! Conversations that were split off another one of the same visitor: which of its messages they show. Rules and SQL.

use rusqlite::{Connection, OptionalExtension, params};

use super::scope::Scope;
use super::store;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::storage::Writing;

/// Most messages that are chosen for one split.
pub const CHOSEN_MAX: usize = 200;

/// Messages to choose, as somebody names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// Every message from one sequence to another, both included.
    Range(i64, i64),
    /// These.
    Sequences(Vec<i64>),
}

/// What is shown of another conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The other conversation.
    pub conversation: ConversationId,
    /// Sequences of its messages, ascending.
    pub sequences: Vec<i64>,
}

impl Chosen {
    /// Reads what somebody asks for: a range, or sequences.
    pub fn read(from: Option<i64>, to: Option<i64>, sequences: Option<Vec<i64>>) -> Result<Self, Fault> {
        match (from, to, sequences) {
            (Some(from), Some(to), None) if 1 <= from && from <= to => Ok(Self::Range(from, to)),
            (Some(_), Some(_), None) => {
                Err(Fault::invalid("to", "Name sequences from 1 on, the first before the last."))
            }
            (None, None, Some(sequences)) if sequences.is_empty() || sequences.len() > CHOSEN_MAX => {
                Err(Fault::invalid("sequences", format!("Choose 1 to {CHOSEN_MAX} messages.")))
            }
            (None, None, Some(mut sequences)) => {
                sequences.sort_unstable();
                sequences.dedup();
                Ok(Self::Sequences(sequences))
            }
            _ => Err(Fault::invalid("sequences", "Name either from and to, or sequences.")),
        }
    }

    /// The messages of a conversation that are meant; the fault says which are none.
    pub fn messages(&self, conn: &Connection, id: ConversationId) -> Result<Vec<i64>, Fault> {
        match self {
            Self::Range(from, to) => {
                let found = between(conn, id, *from, *to)?;
                match found.len() {
                    0 => Err(Fault::invalid("from", "There are no messages in this range.")),
                    many if many > CHOSEN_MAX => {
                        Err(Fault::invalid("to", format!("Choose 1 to {CHOSEN_MAX} messages.")))
                    }
                    _ => Ok(found),
                }
            }
            Self::Sequences(sequences) => {
                for sequence in sequences {
                    if between(conn, id, *sequence, *sequence)?.is_empty() {
                        return Err(Fault::invalid("sequences", format!("{sequence} is no message here.")));
                    }
                }
                Ok(sequences.clone())
            }
        }
    }
}

/// Sequences of messages between two, both included, one more than may be chosen at most.
fn between(conn: &Connection, id: ConversationId, from: i64, to: i64) -> rusqlite::Result<Vec<i64>> {
    conn.prepare_cached(
        "SELECT sequence FROM event_log
          WHERE conversation_id = ?1 AND sequence >= ?2 AND sequence <= ?3 AND kind = ?4
          ORDER BY sequence
          LIMIT ?5",
    )?
    .query_map(params![id, from, to, EventKind::Message as i64, CHOSEN_MAX as i64 + 1], |row| row.get(0))?
    .collect()
}

/// Notes a split.
pub fn insert(conn: &Writing, id: ConversationId, source: &Source) -> rusqlite::Result<()> {
    let sequences = serde_json::to_string(&source.sequences).unwrap_or_default();
    conn.write(
        "INSERT INTO splits (conversation_id, source_id, sequences) VALUES (?1, ?2, ?3)",
        params![id, source.conversation, sequences],
    )
    .map(drop)
}

/// What a conversation was split off; `None` for one that began by itself.
pub fn source_of(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Source>> {
    conn.prepare_cached("SELECT source_id, sequences FROM splits WHERE conversation_id = ?1")?
        .query_row([id], |row| {
            let sequences = serde_json::from_str(&row.get::<_, String>(1)?).unwrap_or_default();
            Ok(Source { conversation: row.get(0)?, sequences })
        })
        .optional()
}

/// The same as far as customers may know: what they said or were told, and only if they read the other conversation.
pub fn shown_to_customers(
    conn: &Connection,
    scope: Scope,
    id: ConversationId,
) -> rusqlite::Result<Option<Source>> {
    let Some(mut source) = source_of(conn, id)? else { return Ok(None) };
    let from = store::find(conn, source.conversation)?;
    let reads = from.map_or(Ok(false), |from| scope.holds(conn, &from))?;
    let mut kept = Vec::new();
    for sequence in source.sequences {
        if store::find_message(conn, source.conversation, sequence)?.is_some_and(|message| !message.note) {
            kept.push(sequence);
        }
    }
    source.sequences = kept;
    Ok(Some(source).filter(|source| reads && !source.sequences.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_or_sequences_are_chosen() {
        for (from, to, sequences, expected) in [
            (Some(2), Some(5), None, Ok(Chosen::Range(2, 5))),
            (Some(2), Some(2), None, Ok(Chosen::Range(2, 2))),
            (Some(5), Some(2), None, Err("to")),
            (Some(0), Some(2), None, Err("to")),
            (None, None, Some(vec![7, 3, 7]), Ok(Chosen::Sequences(vec![3, 7]))),
            (None, None, Some(vec![]), Err("sequences")),
            (None, None, Some(vec![1; CHOSEN_MAX + 1]), Err("sequences")),
            (Some(1), None, None, Err("sequences")),
            (Some(1), Some(2), Some(vec![1]), Err("sequences")),
            (None, None, None, Err("sequences")),
        ] {
            let told = Chosen::read(from, to, sequences.clone());
            let told = told.map_err(|fault| fault.field.unwrap_or_default().into_owned());
            assert_eq!(told, expected.map_err(str::to_owned), "{from:?} {to:?} {sequences:?}");
        }
    }
}
