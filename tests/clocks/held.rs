//! What is stored of clocks, held against the log: from its beginning on it gives the same.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use servicedesk::clock::Timestamp;
use servicedesk::domain::clocks::fold::{How, Typed};
use servicedesk::domain::clocks::store;
use servicedesk::domain::tickets;
use servicedesk::events::{Actor, ClockKind, ConversationEvent, Event, EventKind, LogPosition};
use servicedesk::fault::Fault;
use servicedesk::flows::clocks::book::Book;
use servicedesk::flows::clocks::keep;
use servicedesk::ids::{ConversationId, TicketTypeId};
use servicedesk::storage::event_log;

use crate::slow::Stands;

/// An entry.
type Entry = (LogPosition, i64, Actor, ConversationEvent, (Vec<String>, Typed));

/// What the log says of each conversation: position, time, who, what, and the team's labels and the ticket's type from then on.
pub fn read_log(conn: &Connection) -> Result<BTreeMap<ConversationId, Vec<Entry>>, Fault> {
    let mut logs: BTreeMap<ConversationId, Vec<Entry>> = BTreeMap::new();
    for logged in event_log::after(conn, 0, i64::MAX, usize::MAX >> 1)? {
        let Event::Conversation(id, event) = logged.record.event else { continue };
        if matches!(event, ConversationEvent::Opened { .. }) {
            continue;
        }
        let labels: Option<String> = match event.kind() {
            EventKind::Labelled => conn
                .query_row(
                    "SELECT detail FROM entry_details WHERE log_position = ?1",
                    [logged.position],
                    |row| row.get(0),
                )
                .ok(),
            _ => None,
        };
        let labels: Value = labels.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let labels = labels["team"].as_array().into_iter().flatten();
        let labels = labels.filter_map(|label| label.as_str().map(str::to_owned)).collect();
        let mut of = Typed::Same;
        if let Some(sequence) = logged.record.sequence {
            let changes = tickets::store::changes(conn, id)?.remove(&sequence).unwrap_or_default();
            if let Some(change) = changes.into_iter().find(|change| change.field == "type") {
                let named = change.to["id"].as_str().map(|id| id.parse::<TicketTypeId>().unwrap().0);
                of = Typed::As(named);
            }
        }
        let beside = (labels, of);
        logs.entry(id).or_default().push((logged.position, logged.at.0, logged.record.actor, event, beside));
    }
    Ok(logs)
}

/// What is stored of a conversation's clocks, after it was held against the log.
pub fn stored(conn: &Connection, id: ConversationId, now: Timestamp) -> Result<BTreeMap<i64, Stands>, Fault> {
    let mut found = BTreeMap::new();
    if !store::is_used(conn)? || !store::may_be_promised(conn, id)? {
        let rows: i64 =
            conn.query_row("SELECT COUNT(*) FROM clocks WHERE conversation_id = ?1", [id], |row| row.get(0))?;
        assert_eq!(rows, 0);
        return Ok(found);
    }
    let book = Book::new(conn);
    let anew = keep::anew(conn, id, &book)?.expect("it is there");
    let kept = store::fold(conn, id)?;
    assert_eq!(kept, (!anew.is_closed()).then(|| anew.to_json()), "what is stored is what the log says");
    let mut due = None;
    for (kind, clock) in anew.clocks() {
        let row = row(conn, id, kind)?;
        let Some(promise) = clock.promise else {
            assert_eq!(row, None, "nothing is promised");
            continue;
        };
        let due_at = clock.due(&book).map(|at| at.0);
        let expected = [
            Some(promise.version),
            Some(promise.target_ms),
            Some(clock.spent_ms),
            clock.since,
            due_at,
            clock.ended_at,
        ];
        assert_eq!(row, Some(expected), "the table says the same of {kind:?}");
        due = due.into_iter().chain(due_at).min();
        let how = clock.how.map(|how| match how {
            How::Answered => "answered",
            How::Closed => "closed",
            How::NotNeeded => "not needed",
            How::Merged => "merged",
        });
        let stands = Stands {
            policy: promise.policy,
            version: promise.version,
            target: promise.target_ms,
            spent: clock.spent(now, &book),
            over: clock.is_broken(now, &book),
            ended: clock.ended_at.zip(how),
            rests: anew.rest(kind, &promise).is_some() && clock.ended_at.is_none(),
        };
        found.insert(kind as i64, stands);
    }
    let row: Option<i64> =
        conn.query_row("SELECT due_at FROM conversations WHERE id = ?1", [id], |row| row.get(0))?;
    assert_eq!(row, due, "a list sorts by the same");
    book.check()?;
    Ok(found)
}

fn row(conn: &Connection, id: ConversationId, kind: ClockKind) -> rusqlite::Result<Option<[Option<i64>; 6]>> {
    conn.query_row(
        "SELECT policy_version, target_ms, spent_ms, running_since, due_at, ended_at FROM clocks
          WHERE conversation_id = ?1 AND kind = ?2",
        rusqlite::params![id, kind as i64],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]),
    )
    .optional()
}
