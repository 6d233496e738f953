//! Conversations that go on in another one: whether they may, where words go, and what was before. Rules and SQL.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::conversation::Conversation;
use super::kind::Kind as ConversationKind;
use super::scope::Scope;
use super::state::State;
use super::store;
use super::wrong_state;
use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};
use crate::ids::{ContactId, ConversationId, VisitorId};
use crate::storage::Writing;

/// Conversations that words are handed on through at most, and merges of one conversation that are gone through.
pub const CHAIN_MAX: usize = 100;
/// Merged chats that are looked through for where a visitor's words go on.
const LOOKED_AT: i64 = 50;

/// The customer may not read both.
#[must_use]
pub const fn different_people() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "different_people",
        "These conversations belong to different people. Link them, or make one the parent of the other.",
    )
}

/// It would go on in itself.
#[must_use]
pub const fn circle() -> Fault {
    Fault::new(Kind::RuleBroken, "circle", "The conversation would go on in itself. Choose another one.")
}

/// One side of a merge, as far as the rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// The conversation.
    pub id: ConversationId,
    /// The customer.
    pub contact: ContactId,
    /// The visitor who began it.
    pub visitor: VisitorId,
    /// Whether the shop vouched for that visitor.
    pub verified: bool,
    /// Its state.
    pub state: State,
    /// Where it went on already.
    pub merged_into: Option<ConversationId>,
}

impl Side {
    /// This conversation, whose visitor the shop vouched for or not.
    #[must_use]
    pub const fn of(conversation: &Conversation, verified: bool) -> Self {
        Self {
            id: conversation.id,
            contact: conversation.contact,
            visitor: conversation.visitor,
            verified,
            state: conversation.state,
            merged_into: conversation.merged_into,
        }
    }

    /// Whether the customer who reads one reads the other, by [`Scope::of_visitor`].
    fn is_read_with(&self, other: &Self) -> bool {
        self.visitor == other.visitor || (self.verified && other.verified && self.contact == other.contact)
    }
}

/// Whether `source` may go on in `target`, whose words go to `end`.
pub fn check(source: &Side, target: &Side, end: ConversationId) -> Result<(), Fault> {
    if source.id == target.id || end == source.id {
        return Err(circle());
    }
    if !source.is_read_with(target) {
        return Err(different_people());
    }
    if source.merged_into.is_some() || target.merged_into.is_some() || target.state.is_closed() {
        return Err(wrong_state());
    }
    Ok(())
}

/// The conversation in which words to this one end up; itself where it was not merged.
pub fn end_of(conn: &Connection, conversation: Conversation) -> rusqlite::Result<Conversation> {
    let mut end = conversation;
    for _ in 0..CHAIN_MAX {
        let next = match end.merged_into {
            Some(into) => store::find(conn, into)?,
            None => None,
        };
        let Some(next) = next else { break };
        end = next;
    }
    Ok(end)
}

/// Where a visitor's words go that name no conversation: the newest chat that is not closed, or that goes on in something which
/// is not.
pub fn newest_going(conn: &Connection, scope: Scope) -> rusqlite::Result<Option<Conversation>> {
    let open = store::newest_open(conn, scope)?;
    let (within, value) = scope.sql("conversations");
    let merged: Vec<(ConversationId, Timestamp)> = conn
        .prepare_cached(&format!(
            "SELECT id, opened_at FROM conversations
              WHERE {within} AND merged_into IS NOT NULL AND kind = {chat}
              ORDER BY opened_at DESC, id DESC
              LIMIT :limit",
            chat = ConversationKind::Chat as i64
        ))?
        .query_map(rusqlite::named_params! { ":scope": value, ":limit": LOOKED_AT }, |row| {
            Ok((row.get(0)?, Timestamp(row.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    if merged.is_empty() {
        return Ok(open);
    }
    let than = match &open {
        Some(open) => Some((opened_at(conn, open.id)?, open.id)),
        None => None,
    };
    for (id, at) in merged {
        if than.is_some_and(|than| than > (at, id)) {
            break;
        }
        let Some(conversation) = store::find(conn, id)? else { continue };
        let end = end_of(conn, conversation)?;
        if !end.state.is_closed() && scope.holds(conn, &end)? {
            return Ok(Some(end));
        }
    }
    Ok(open)
}

fn opened_at(conn: &Connection, id: ConversationId) -> rusqlite::Result<Timestamp> {
    conn.prepare_cached("SELECT opened_at FROM conversations WHERE id = ?1")?
        .query_row([id], |row| row.get(0).map(Timestamp))
}

/// A merge as it can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// What went on elsewhere.
    pub source: ConversationId,
    /// Where.
    pub target: ConversationId,
    /// The state that the source had.
    pub state: State,
    /// The end of the snooze that it had.
    pub snoozed_until: Option<Timestamp>,
    /// The newest sequence of the target right after.
    pub target_end: i64,
    /// Since when the target's customer waits because the source's did.
    pub waits_since: Option<Timestamp>,
}

const COLUMNS: &str = "source_id, target_id, state, snoozed_until, target_end, waits_since";

fn merge(row: &Row<'_>) -> rusqlite::Result<Merge> {
    Ok(Merge {
        source: row.get(0)?,
        target: row.get(1)?,
        state: State::from_number(row.get(2)?),
        snoozed_until: row.get::<_, Option<i64>>(3)?.map(Timestamp),
        target_end: row.get(4)?,
        waits_since: row.get::<_, Option<i64>>(5)?.map(Timestamp),
    })
}

/// Notes a merge.
pub fn insert(conn: &Writing, one: &Merge, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO merges (source_id, target_id, state, snoozed_until, target_end, waits_since, merged_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            one.source,
            one.target,
            one.state as i64,
            one.snoozed_until.map(|at| at.0),
            one.target_end,
            one.waits_since.map(|at| at.0),
            now.0
        ],
    )
    .map(drop)
}

/// The merge of a conversation.
pub fn find(conn: &Connection, source: ConversationId) -> rusqlite::Result<Option<Merge>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM merges WHERE source_id = ?1"))?
        .query_row([source], merge)
        .optional()
}

/// Forgets a merge that was undone, with what moved.
pub fn remove(conn: &Writing, source: ConversationId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM merges WHERE source_id = ?1", params![source]).map(drop)
}

/// The conversations that go on in this one, at most [`CHAIN_MAX`].
pub fn merged_into(conn: &Connection, target: ConversationId) -> rusqlite::Result<Vec<ConversationId>> {
    conn.prepare_cached("SELECT source_id FROM merges WHERE target_id = ?1 ORDER BY source_id LIMIT ?2")?
        .query_map(params![target, CHAIN_MAX as i64], |row| row.get(0))?
        .collect()
}

/// What a merge moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Of which kind.
    pub what: What,
    /// The agent, or the other end of a link.
    pub number: i64,
    /// The words of a draft, the kind of a link, a label.
    pub text: String,
}

/// Kinds of what moves. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i64)]
pub enum What {
    /// The draft of a reply.
    Reply = 1,
    /// The draft of a note.
    Note = 2,
    /// A follower of a ticket.
    Follower = 3,
    /// A link of a ticket.
    Link = 4,
    /// A label of the team.
    Label = 5,
}

impl What {
    const ALL: [Self; 5] = [Self::Reply, Self::Note, Self::Follower, Self::Link, Self::Label];
}

/// Notes what moved.
pub fn note_move(conn: &Writing, source: ConversationId, one: &Move) -> rusqlite::Result<()> {
    conn.write(
        "INSERT OR IGNORE INTO merge_moves (source_id, what, number, text) VALUES (?1, ?2, ?3, ?4)",
        params![source, one.what as i64, one.number, one.text],
    )
    .map(drop)
}

/// What a merge moved.
pub fn moves(conn: &Connection, source: ConversationId) -> rusqlite::Result<Vec<Move>> {
    conn.prepare_cached(
        "SELECT what, number, text FROM merge_moves WHERE source_id = ?1 ORDER BY what, number, text",
    )?
    .query_map([source], |row| {
        let number: i64 = row.get(0)?;
        let what = What::ALL.into_iter().find(|what| *what as i64 == number);
        Ok(what.map(|what| (what, row.get(1), row.get(2))))
    })?
    .filter_map(Result::transpose)
    .map(|found| found.and_then(|(what, number, text)| Ok(Move { what, number: number?, text: text? })))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ConversationId = ConversationId(1);
    const B: ConversationId = ConversationId(2);
    const C: ConversationId = ConversationId(3);

    /// Of visitor and contact; anonymous, open.
    fn side(id: ConversationId, visitor: i64, contact: i64) -> Side {
        Side {
            id,
            contact: ContactId(contact),
            visitor: VisitorId(visitor),
            verified: false,
            state: State::Open,
            merged_into: None,
        }
    }

    #[test]
    fn only_what_the_customer_reads_together_may_go_on_together() {
        for (one, other, right) in [
            // The same visitor, proven or not.
            (side(A, 1, 7), side(B, 1, 7), true),
            (Side { verified: true, ..side(A, 1, 7) }, Side { verified: true, ..side(B, 1, 7) }, true),
            // Two devices of one proven person.
            (Side { verified: true, ..side(A, 1, 7) }, Side { verified: true, ..side(B, 2, 7) }, true),
            // One of them is only said to be.
            (Side { verified: true, ..side(A, 1, 7) }, side(B, 2, 7), false),
            (side(A, 1, 7), side(B, 2, 7), false),
            // Somebody else.
            (Side { verified: true, ..side(A, 1, 7) }, Side { verified: true, ..side(B, 2, 8) }, false),
        ] {
            let expected = if right { Ok(()) } else { Err("different_people") };
            assert_eq!(
                check(&one, &other, other.id).map_err(|fault| fault.code),
                expected,
                "{one:?} {other:?}"
            );
        }
    }

    #[test]
    fn nothing_goes_on_in_itself_nor_in_what_is_over() {
        let (one, other) = (side(A, 1, 7), side(B, 1, 7));
        for (source, target, end, code) in [
            (one, one, A, "circle"),
            // B went on in A, at once or by C.
            (one, Side { merged_into: Some(A), ..other }, A, "circle"),
            (one, Side { merged_into: Some(C), ..other }, A, "circle"),
            // Told before who somebody is.
            (side(A, 1, 7), side(A, 2, 8), A, "circle"),
            (one, Side { merged_into: Some(C), ..other }, C, "wrong_state"),
            (Side { merged_into: Some(C), ..one }, other, B, "wrong_state"),
            (one, Side { state: State::Closed, ..other }, B, "wrong_state"),
        ] {
            assert_eq!(check(&source, &target, end).unwrap_err().code, code, "{source:?} {target:?}");
        }
        // What was closed may still go on elsewhere.
        assert!(check(&Side { state: State::Closed, ..one }, &other, B).is_ok());
    }
}
