//! Appending entries to a conversation: the one place that gives out sequences.

use serde_json::Value;

use crate::domain::conversations::state::State;
use crate::domain::conversations::store::{self, Head};
use crate::events::{Actor, Event, EventKind, LogPosition};
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Appends an entry that is no message and advances `head`, which the caller then writes back.
pub fn entry(
    unit: &mut Unit<'_>,
    head: &mut Head,
    kind: EventKind,
    actor: Actor,
    (subject, amount): (i64, i64),
    detail: Option<&Value>,
) -> Result<LogPosition, Fault> {
    head.last_sequence += 1;
    let position = unit.emit(&Event {
        kind,
        conversation: Some(head.id),
        sequence: Some(head.last_sequence),
        actor,
        subject,
        amount,
    })?;
    if let Some(detail) = detail {
        store::insert_detail(unit.conn(), position, head.id, detail)?;
    }
    Ok(position)
}

/// Appends a change of state, with what follows from it for the head.
pub fn state(
    unit: &mut Unit<'_>,
    head: &mut Head,
    next: State,
    actor: Actor,
    detail: Option<&Value>,
) -> Result<LogPosition, Fault> {
    head.state = next;
    head.closed_at = (next == State::Closed).then_some(unit.now());
    if next == State::Closed {
        head.waiting_since = None;
    }
    if next != State::Snoozed {
        head.snoozed_until = None;
    }
    entry(unit, head, EventKind::StateChanged, actor, (0, next as i64), detail)
}

/// The head of a conversation that must exist.
pub fn head_of(unit: &Unit<'_>, id: ConversationId) -> Result<Head, Fault> {
    store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)
}

/// Where the last entry of a changed conversation stands; what actions answer.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Appended {
    /// The conversation.
    pub conversation_id: ConversationId,
    /// The entry's sequence.
    pub sequence: i64,
    /// Its place in the log.
    pub log_position: LogPosition,
}

/// Writes `head` back after the entry at `position`.
pub fn finish(unit: &Unit<'_>, head: &Head, position: LogPosition) -> Result<Appended, Fault> {
    store::advance(unit.conn(), head, None, unit.now())?;
    Ok(Appended { conversation_id: head.id, sequence: head.last_sequence, log_position: position })
}
