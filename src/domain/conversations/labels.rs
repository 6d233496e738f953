//! The team's labels: names with a colour, and where they are used. Conversations hold names, so that a label can be renamed,
//! joined with another or removed everywhere in one transaction.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::scope::Scope;
use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};
use crate::ids::{ConversationId, LabelId};
use crate::storage::Writing;
use crate::text;

/// Longest label, in characters.
pub const LABEL_CHARS: usize = 40;
/// Most labels the team keeps.
pub const CATALOGUE_MAX: usize = 500;
/// Colours of the design that are for labels; the fifth warns.
pub const COLOURS: [i64; 5] = [1, 2, 3, 4, 6];

/// Another label has this name.
#[must_use]
pub const fn label_taken() -> Fault {
    Fault::new(Kind::Conflict, "label_taken", "Another label has this name. Merge them instead.")
}

/// The catalogue is full.
#[must_use]
pub const fn label_limit() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "label_limit",
        "The desk has as many labels as it can keep. Merge or delete some.",
    )
}

/// A checked label: trimmed, printable, not too long.
pub fn clean_name(field: &'static str, name: &str) -> Result<String, Fault> {
    text::given(name, LABEL_CHARS)
        .ok_or_else(|| Fault::invalid(field, format!("A label has 1 to {LABEL_CHARS} printable characters.")))
}

/// A label of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The id.
    pub id: LabelId,
    /// The name, as conversations hold it.
    pub name: String,
    /// One of [`COLOURS`].
    pub colour: i64,
    /// How many conversations have it.
    pub conversations: i64,
}

/// Labels with how many conversations of a scope have them, and the scope's parameter.
fn counted(scope: Scope) -> (String, i64) {
    let (within, value) = scope.sql("c");
    // Of everybody's conversations the index of labels alone tells it.
    let inside = if scope == Scope::Everything {
        within
    } else {
        format!("EXISTS (SELECT 1 FROM conversations c WHERE c.id = l.conversation_id AND {within})")
    };
    let count = format!(
        "SELECT COUNT(DISTINCT l.conversation_id) FROM conversation_labels l WHERE l.label = labels.name AND {inside}"
    );
    (format!("SELECT id, name, colour, ({count}) FROM labels"), value)
}

fn label(row: &Row<'_>) -> rusqlite::Result<Label> {
    Ok(Label { id: row.get(0)?, name: row.get(1)?, colour: row.get(2)?, conversations: row.get(3)? })
}

/// Every label, by name; counted in this scope.
pub fn all(conn: &Connection, scope: Scope) -> rusqlite::Result<Vec<Label>> {
    let (labels, scope) = counted(scope);
    let mut statement = conn.prepare_cached(&format!("{labels} ORDER BY name"))?;
    statement.query_map(named_params! { ":scope": scope }, label)?.collect()
}

/// One label; counted in this scope.
pub fn find(conn: &Connection, id: LabelId, scope: Scope) -> rusqlite::Result<Option<Label>> {
    let (labels, scope) = counted(scope);
    conn.prepare_cached(&format!("{labels} WHERE id = :id"))?
        .query_row(named_params! { ":id": id, ":scope": scope }, label)
        .optional()
}

/// The label with this name, or one that looks alike.
pub fn named(conn: &Connection, name: &str) -> rusqlite::Result<Option<(LabelId, String)>> {
    let wanted = text::alike(name);
    let mut statement = conn.prepare_cached("SELECT id, name FROM labels ORDER BY name = ?1 DESC, id")?;
    let mut rows = statement.query([name])?;
    while let Some(row) = rows.next()? {
        let found: String = row.get(1)?;
        if text::alike(&found) == wanted {
            return Ok(Some((row.get(0)?, found)));
        }
    }
    Ok(None)
}

/// How many there are.
pub fn count(conn: &Connection) -> rusqlite::Result<usize> {
    conn.prepare_cached("SELECT COUNT(*) FROM labels")?
        .query_row([], |row| row.get::<_, i64>(0))
        .map(|count| count as usize)
}

/// Adds a label.
pub fn insert(conn: &Writing, id: LabelId, name: &str, colour: i64, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO labels (id, name, colour, created_at) VALUES (?1, ?2, ?3, ?4)",
        params![id, name, colour, now.0],
    )
    .map(drop)
}

/// Changes name and colour of a label; conversations keep the old name until [`replace_on_conversations`].
pub fn update(conn: &Writing, id: LabelId, name: &str, colour: i64) -> rusqlite::Result<()> {
    conn.write("UPDATE labels SET name = ?2, colour = ?3 WHERE id = ?1", params![id, name, colour]).map(drop)
}

/// Removes a label from the catalogue.
pub fn remove(conn: &Writing, id: LabelId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM labels WHERE id = ?1", params![id]).map(drop)
}

/// Removes a name from every conversation.
pub fn remove_from_conversations(conn: &Writing, name: &str) -> rusqlite::Result<()> {
    conn.write("DELETE FROM conversation_labels WHERE label = ?1", params![name]).map(drop)
}

/// Forgets the labels that this conversation alone has: they may say something of its customer.
pub fn forget_unshared(conn: &Writing, id: ConversationId) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM labels
          WHERE name IN (SELECT label FROM conversation_labels WHERE conversation_id = ?1)
            AND NOT EXISTS (SELECT 1 FROM conversation_labels WHERE label = name AND conversation_id <> ?1)",
        params![id],
    )
    .map(drop)
}

/// Writes `to` wherever a conversation has `from`; one that has both of one giver keeps one.
pub fn replace_on_conversations(conn: &Writing, from: &str, to: &str) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM conversation_labels
          WHERE label = ?1
            AND EXISTS (SELECT 1 FROM conversation_labels other
                         WHERE other.conversation_id = conversation_labels.conversation_id
                           AND other.label = ?2 AND other.by_team = conversation_labels.by_team)",
        params![from, to],
    )?;
    conn.write("UPDATE conversation_labels SET label = ?2 WHERE label = ?1", params![from, to]).map(drop)
}

/// A label on a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name.
    pub label: String,
    /// Whether the team gave it, or the shop's page for its visitor. Both may have given the same.
    pub by_team: bool,
}

/// The names on a conversation, each once, in their order.
pub fn of_conversation(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT label FROM conversation_labels WHERE conversation_id = ?1 GROUP BY label ORDER BY MIN(place)",
    )?
    .query_map([id], |row| row.get(0))?
    .collect()
}

/// The labels of a conversation with who gave them, in their order.
pub fn given(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<Given>> {
    conn.prepare_cached(
        "SELECT label, by_team FROM conversation_labels WHERE conversation_id = ?1 ORDER BY place",
    )?
    .query_map([id], |row| Ok(Given { label: row.get(0)?, by_team: row.get(1)? }))?
    .collect()
}

/// Replaces them.
pub fn give(conn: &Writing, id: ConversationId, labels: &[Given]) -> rusqlite::Result<()> {
    conn.write("DELETE FROM conversation_labels WHERE conversation_id = ?1", params![id])?;
    for (place, Given { label, by_team }) in labels.iter().enumerate() {
        conn.write(
            "INSERT INTO conversation_labels (conversation_id, place, label, by_team) VALUES (?1, ?2, ?3, ?4)",
            params![id, place as i64, label, by_team],
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_printable() {
        assert_eq!(clean_name("name", " 物流 "), Ok("物流".into()));
        for wrong in ["", "  ", "\u{200b}", "a\nb", &"长".repeat(LABEL_CHARS + 1)] {
            assert!(clean_name("name", wrong).is_err(), "{wrong:?}");
        }
    }
}
