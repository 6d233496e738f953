//! Entries as JSON: the same object whether pushed, in a page, or from REST.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::frames::{Member, to_text};
use crate::clock::Timestamp;
use crate::domain::conversations::audience::{self, Audience, Confidence, View};
use crate::domain::conversations::entries::LogRow;
use crate::domain::conversations::state::State;
use crate::events::{Actor, ActorKind, EventKind, LogPosition};
use crate::ids::{AgentId, ContactId, ConversationId, MessageId};

/// For whom an entry is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Desk or customer.
    pub audience: Audience,
    /// Who reads: a visitor sees `client_message_id` of his own messages only.
    pub actor: Actor,
}

impl Reader {
    /// The reader behind an actor.
    #[must_use]
    pub fn of(actor: Actor) -> Self {
        let audience = if actor.kind == ActorKind::Visitor { Audience::Visitors } else { Audience::Agents };
        Self { audience, actor }
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename = "message")]
struct MessageFrame<'a> {
    conversation_id: ConversationId,
    sequence: i64,
    log_position: LogPosition,
    message_id: MessageId,
    client_message_id: Option<&'a str>,
    sender: Sender<'a>,
    note: bool,
    sent_at: Timestamp,
    edited_at: Option<Timestamp>,
    content: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct Sender<'a> {
    kind: &'static str,
    id: Option<String>,
    name: Option<&'a str>,
}

impl<'a> Sender<'a> {
    fn of(row: &'a LogRow) -> Self {
        let Member { kind, id } = row.actor.into();
        Self { kind, id, name: row.actor_name.as_deref() }
    }
}

/// About how many bytes a frame has besides its content.
const AROUND_BYTES: usize = 384;

/// An entry for `reader` inside something larger; `None` for rows that are no entries.
#[must_use]
pub fn encode_within(row: &LogRow, reader: Reader) -> Option<Box<RawValue>> {
    RawValue::from_string(encode(row, reader)?).ok()
}

/// About how many bytes an entry has, without encoding it.
#[must_use]
pub fn weight(row: &LogRow) -> usize {
    let content = row.message.as_ref().and_then(|message| message.content.as_ref());
    AROUND_BYTES + content.map_or(0, |content| content.get().len())
}

/// Encodes an entry for `reader`; `None` for rows that are no entries.
#[must_use]
pub fn encode(row: &LogRow, reader: Reader) -> Option<String> {
    let (conversation, sequence) = (row.conversation?, row.sequence?);
    Some(match audience::view(row.kind, confidence(row), reader.audience) {
        View::Hidden => hidden(row, conversation, sequence).to_string(),
        View::Reduced => reduced(row, conversation, sequence).to_string(),
        View::Full if row.kind == EventKind::Message => message(row, conversation, sequence, reader),
        View::Full => full(row, conversation, sequence).to_string(),
    })
}

/// Whether only the team may know the words of this row.
fn confidence(row: &LogRow) -> Confidence {
    let team = match row.kind {
        EventKind::Message | EventKind::Edited | EventKind::Recalled => {
            row.message.as_ref().is_none_or(|message| message.note)
        }
        EventKind::Rated => row.actor.kind != ActorKind::Visitor,
        EventKind::StateChanged => row.amount == State::Snoozed as i64,
        _ => false,
    };
    if team { Confidence::Team } else { Confidence::Shared }
}

fn message(row: &LogRow, conversation: ConversationId, sequence: i64, reader: Reader) -> String {
    let words = row.message.as_ref();
    let own = reader.audience == Audience::Agents || row.actor == reader.actor;
    let frame = MessageFrame {
        conversation_id: conversation,
        sequence,
        log_position: row.position,
        message_id: MessageId { conversation, sequence },
        client_message_id: words.and_then(|words| words.client_message_id.as_deref()).filter(|_| own),
        sender: Sender::of(row),
        note: words.is_some_and(|words| words.note),
        sent_at: row.at,
        edited_at: words.and_then(|words| words.edited_at),
        content: words.and_then(|words| words.content.as_deref()),
    };
    to_text(&frame, weight(row))
}

fn hidden(row: &LogRow, conversation: ConversationId, sequence: i64) -> Value {
    json!({
        "type": "entry",
        "conversation_id": conversation,
        "sequence": sequence,
        "log_position": row.position,
        "kind": "hidden",
    })
}

fn reduced(row: &LogRow, conversation: ConversationId, sequence: i64) -> Value {
    let mut entry = hidden(row, conversation, sequence);
    entry["kind"] = kind_name(row.kind).into();
    entry["at"] = json!(row.at);
    match row.kind {
        EventKind::Assigned => entry["agent_name"] = json!(row.subject_name),
        EventKind::StateChanged => entry["state"] = json!(State::from_number(row.amount).shown_to_visitors()),
        _ => {}
    }
    entry
}

fn full(row: &LogRow, conversation: ConversationId, sequence: i64) -> Value {
    let mut entry = hidden(row, conversation, sequence);
    entry["kind"] = kind_name(row.kind).into();
    entry["at"] = json!(row.at);
    entry["by"] = json!(Sender::of(row));
    let detail: Map<String, Value> =
        row.detail.as_deref().and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
    match row.kind {
        EventKind::Assigned | EventKind::Transferred => {
            entry["agent_id"] = json!(AgentId(row.subject));
            entry["agent_name"] = json!(row.subject_name);
            let name = if row.kind == EventKind::Assigned { "reason" } else { "note" };
            entry[name] = detail.get(name).cloned().unwrap_or_default();
        }
        EventKind::StateChanged => {
            entry["state"] = json!(State::from_number(row.amount));
            entry["until"] = detail.get("until").cloned().unwrap_or_default();
        }
        EventKind::Rated => {
            entry["score"] = json!(row.amount);
            entry["comment"] = detail.get("comment").cloned().unwrap_or_default();
        }
        EventKind::Labelled => entry["labels"] = detail.get("labels").cloned().unwrap_or_else(|| json!([])),
        EventKind::ContactChanged => entry["contact_id"] = json!(ContactId(row.subject)),
        EventKind::Edited | EventKind::Recalled => {
            entry["message_id"] = json!(MessageId { conversation, sequence: row.amount });
            entry["message_sequence"] = json!(row.amount);
            if row.kind == EventKind::Edited {
                entry["content"] = json!(row.message.as_ref().and_then(|message| message.content.as_deref()));
            }
        }
        _ => {}
    }
    entry
}

/// The name of an entry's kind on the wire.
#[must_use]
pub const fn kind_name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Message => "message",
        EventKind::Edited => "edited",
        EventKind::Recalled => "recalled",
        EventKind::Assigned => "assigned",
        EventKind::Unassigned => "unassigned",
        EventKind::Transferred => "transferred",
        EventKind::StateChanged => "state",
        EventKind::Rated => "rated",
        EventKind::Labelled => "labels",
        EventKind::ContactChanged => "contact_changed",
        _ => "hidden",
    }
}
