//! Entries as JSON: the same object whether pushed, in a page, or from REST.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::frames::to_text;
use super::member::Member;
use crate::clock::Timestamp;
use crate::domain::conversations::audience::{self, Audience, Confidence, View};
use crate::domain::conversations::entries::LogRow;
use crate::domain::conversations::state::State;
use crate::domain::tickets::changes::{self, Change};
use crate::events::{Actor, ActorKind, ConversationEvent, Event, EventKind, LogPosition};
use crate::ids::{ConversationId, MessageId};

/// For whom an entry is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Whether agents or the customer read.
    pub audience: Audience,
    /// The reader: a visitor sees `client_message_id` of their own messages only.
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
    let (Event::Conversation(conversation, event), sequence) = (row.event, row.sequence?) else {
        return None;
    };
    Some(match audience::view(event.kind(), confidence(row, &event), reader.audience) {
        View::Hidden => hidden(row, conversation, sequence).to_string(),
        View::Reduced => reduced(row, &event, conversation, sequence).to_string(),
        View::Full if matches!(event, ConversationEvent::Message { .. } | ConversationEvent::Feedback) => {
            message(row, conversation, sequence, reader)
        }
        View::Full => full(row, &event, conversation, sequence).to_string(),
    })
}

/// Whether only the team may know the words of this row.
fn confidence(row: &LogRow, event: &ConversationEvent) -> Confidence {
    let team = match event {
        ConversationEvent::Message { .. }
        | ConversationEvent::Feedback
        | ConversationEvent::Edited { .. }
        | ConversationEvent::Recalled { .. } => row.message.as_ref().is_none_or(|message| message.note),
        ConversationEvent::Rated { .. } => row.actor.kind != ActorKind::Visitor,
        ConversationEvent::StateChanged { to, .. } => *to == State::Snoozed,
        ConversationEvent::TicketChanged { public } => !public,
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

fn named(row: &LogRow, event: &ConversationEvent, conversation: ConversationId, sequence: i64) -> Value {
    let mut entry = hidden(row, conversation, sequence);
    entry["kind"] = kind_name(event.kind()).into();
    entry["at"] = json!(row.at);
    entry
}

fn reduced(row: &LogRow, event: &ConversationEvent, conversation: ConversationId, sequence: i64) -> Value {
    let mut entry = named(row, event, conversation, sequence);
    match event {
        ConversationEvent::Assigned { .. } => entry["agent_name"] = json!(row.agent_name),
        ConversationEvent::StateChanged { to, .. } => entry["state"] = json!(to.shown_to_visitors()),
        ConversationEvent::Ticket { number } => {
            entry["number"] = json!(number);
            for (name, value) in changes::shown_to_visitors(&changed(row)) {
                entry[name] = value;
            }
        }
        ConversationEvent::TicketChanged { .. } => {
            for (name, value) in changes::shown_to_visitors(&changed(row)) {
                entry[name] = value;
            }
        }
        ConversationEvent::Merged { into } | ConversationEvent::Unmerged { into } => {
            entry["into"] = json!(into);
        }
        _ => {}
    }
    entry
}

/// What the entry changed about a ticket.
fn changed(row: &LogRow) -> Vec<Change> {
    row.changes.as_deref().and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default()
}

/// A ticket as it began: what stands with the noun, by its names.
fn ticket(entry: &mut Value, row: &LogRow, number: i64) {
    entry["number"] = json!(number);
    let changed = changed(row);
    for (name, field) in [
        ("title", changes::TITLE),
        ("status", changes::STATUS),
        ("ticket_type", changes::TYPE),
        ("source", changes::SOURCE),
    ] {
        let change = changed.iter().find(|change| change.field == field);
        entry[name] = change.map(|change| change.to.clone()).unwrap_or_default();
    }
}

fn full(row: &LogRow, event: &ConversationEvent, conversation: ConversationId, sequence: i64) -> Value {
    let mut entry = named(row, event, conversation, sequence);
    entry["by"] = json!(Sender::of(row));
    let detail: Map<String, Value> =
        row.detail.as_deref().and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
    match event {
        ConversationEvent::Assigned { to, .. } | ConversationEvent::Transferred { to } => {
            entry["agent_id"] = json!(to);
            entry["agent_name"] = json!(row.agent_name);
            if matches!(event, ConversationEvent::Assigned { .. }) {
                why(&mut entry, &detail);
            } else {
                entry["note"] = detail.get("note").cloned().unwrap_or_default();
            }
        }
        ConversationEvent::Unassigned { .. } => why(&mut entry, &detail),
        ConversationEvent::TeamChanged { to, .. } => {
            entry["team_id"] = json!(to);
            entry["team_name"] = json!(row.team_name);
            entry["note"] = detail.get("note").cloned().unwrap_or_default();
            why(&mut entry, &detail);
        }
        ConversationEvent::PriorityChanged { to, .. } => entry["priority"] = json!(to),
        ConversationEvent::Clock { clock, alarm, due } => {
            entry["clock"] = json!(clock);
            entry["alarm"] = json!(alarm);
            entry["due_at"] = json!(due);
            entry["calls"] = detail.get("calls").cloned().unwrap_or_else(|| json!([]));
        }
        ConversationEvent::StateChanged { to, until, .. } => {
            entry["state"] = json!(to);
            entry["until"] = json!(until);
            // Why the bot handed over, and what there is to know of it.
            for name in ["reason", "summary"] {
                if let Some(value) = detail.get(name) {
                    entry[name] = value.clone();
                }
            }
        }
        ConversationEvent::Rated { stars } => {
            entry["score"] = json!(stars);
            entry["comment"] = detail.get("comment").cloned().unwrap_or_default();
        }
        ConversationEvent::Labelled => {
            entry["labels"] = detail.get("labels").cloned().unwrap_or_else(|| json!([]));
        }
        ConversationEvent::ContactChanged { to } => entry["contact_id"] = json!(to),
        ConversationEvent::Ticket { number } => ticket(&mut entry, row, *number),
        ConversationEvent::TicketChanged { .. } => entry["changes"] = json!(changed(row)),
        ConversationEvent::Merged { into } | ConversationEvent::Unmerged { into } => {
            entry["into"] = json!(into);
        }
        ConversationEvent::Linked { other, .. } => {
            entry["other"] = json!(other);
            let link = changed(row).into_iter().find(|change| change.field == changes::LINK);
            let chosen = link.map(|link| link.to["kind"].clone());
            entry["link"] = chosen.or_else(|| detail.get("link").cloned()).unwrap_or_default();
            if let Some(sequences) = detail.get("sequences") {
                entry["sequences"] = sequences.clone();
            }
        }
        ConversationEvent::Edited { message } | ConversationEvent::Recalled { message } => {
            entry["message_id"] = json!(MessageId { conversation, sequence: *message });
            entry["message_sequence"] = json!(message);
            if matches!(event, ConversationEvent::Edited { .. }) {
                entry["content"] = json!(row.message.as_ref().and_then(|message| message.content.as_deref()));
            }
        }
        ConversationEvent::Opened { .. }
        | ConversationEvent::Message { .. }
        | ConversationEvent::Feedback
        | ConversationEvent::NoAnswerNeeded
        | ConversationEvent::Erased => {}
    }
    entry
}

/// Why the desk did it: a code with its numbers for programs, and a sentence in the shop's language.
fn why(entry: &mut Value, detail: &Map<String, Value>) {
    for name in ["reason", "why"] {
        entry[name] = detail.get(name).cloned().unwrap_or_default();
    }
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
        EventKind::TeamChanged => "team",
        EventKind::PriorityChanged => "priority",
        EventKind::Clock => "clock",
        EventKind::NoAnswerNeeded => "no_answer_needed",
        EventKind::Ticket => "ticket",
        EventKind::TicketChanged => "ticket_changed",
        EventKind::Merged => "merged",
        EventKind::Unmerged => "unmerged",
        EventKind::Linked => "linked",
        _ => "hidden",
    }
}
