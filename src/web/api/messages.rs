//! What agents say by REST.

use actix_web::web::{Data, Path};
use actix_web::{delete, patch, post};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::id;
use super::rows::AppendedRow;
use super::scheduled::{ScheduledRow, read_send_at};
use crate::clock::Timestamp;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::target::Target;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::conversations::edit_message::{edit_message, recall_message};
use crate::flows::conversations::post_message::{Post, post_message};
use crate::flows::conversations::scheduled::{Later, schedule};
use crate::ids::{ConversationId, MessageId};
use crate::storage::Unit;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A reply or note.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewMessage {
    /// Your own id: the same one with the same content never makes a second message.
    #[schema(example = "0192f3c1-7a54-7cc3-9d1e-2f6b8f0a11c2")]
    client_message_id: Option<String>,
    #[schema(value_type = Object, example = json!({"kind": "text", "text": "It left this morning."}))]
    content: Value,
    /// Only for the team.
    #[serde(default)]
    note: bool,
    /// Send it then, within the next year: RFC 3339. It takes `schedule`; only text, and no note. Where the customer writes first it
    /// becomes a draft.
    #[schema(example = "2026-03-02T09:00:00+08:00")]
    send_at: Option<String>,
    /// With `send_at`: the newest sequence that was seen. Where the customer said something after it, nothing is done: `newer_message`.
    last_sequence: Option<i64>,
}

/// Place of a message: its ids and its position in the log.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PostedRow {
    /// Where it went: elsewhere than it was sent to if that was merged.
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    #[schema(example = "m_01jb7q2m4k9zz_12")]
    message_id: String,
    #[schema(example = 12)]
    sequence: i64,
    #[schema(example = 48231)]
    log_position: i64,
    #[schema(value_type = String)]
    sent_at: Timestamp,
}

/// Post a message
///
/// A repeat with the same `client_message_id` and content gives the stored result again.
#[utoipa::path(operation_id = "post_message", tag = "Messages", request_body = NewMessage,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 201, description = "Stored, or stored before", body = PostedRow),
    (status = 202, description = "With `send_at`: it goes out then", body = ScheduledRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "id_conflict: the id was used for another message", body = Problem),
    (status = 413, description = "too_large: the text is too long", body = Problem),
    (status = 422, description = "With `send_at`: newer_message, scheduled_limit", body = Problem),
    (status = 503, description = "The desk cannot commit just now; repeat later", body = Problem),
))]
#[post("/conversations/{id}/messages")]
pub(super) async fn post(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<NewMessage>,
    call: Call,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let Body { value: new, raw } = body;
    let content = Content::parse(&new.content, settings.text_chars)?;
    if let Some(send_at) = &new.send_at {
        if new.note {
            return Err(Fault::invalid("note", "A note is written at once.").into());
        }
        let later = Later {
            conversation: id,
            client_message_id: new.client_message_id,
            content,
            send_at: read_send_at(send_at)?,
            seen: new.last_sequence,
        };
        let caller = who.caller();
        let write = move |unit: &mut Unit<'_>| schedule(unit, &caller, &later).map(ScheduledRow::new);
        return call.write(&who, &raw, 202, write).await;
    }
    let post = Post::new(
        &desk.db.meta().digest_key,
        ActorKind::Agent,
        new.client_message_id,
        Target::Named(id),
        new.note,
        content,
        settings.reopen_within,
    )?;
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| {
        let posted = post_message(unit, &caller, &post)?;
        Ok(PostedRow {
            conversation_id: posted.conversation.to_string(),
            message_id: posted.message_id().to_string(),
            sequence: posted.sequence,
            log_position: posted.position,
            sent_at: posted.at,
        })
    })
    .await
}

/// New content.
#[derive(Debug, Deserialize, ToSchema)]
pub(in crate::web) struct NewContent {
    #[schema(value_type = Object, example = json!({"kind": "text", "text": "It left yesterday."}))]
    pub(in crate::web) content: Value,
}

/// Reads the two ids of a message's address, which must agree.
fn message(conversation: &str, message: &str) -> Result<MessageId, Fault> {
    let conversation: ConversationId = id(conversation)?;
    let message: MessageId = id(message)?;
    if message.conversation == conversation { Ok(message) } else { Err(Fault::not_found()) }
}

/// Edit a message
///
/// Only one's own; the message shows its new content, and an entry says that it was edited.
#[utoipa::path(operation_id = "edit_message", tag = "Messages",
    request_body = NewContent,
    params(("id" = String, Path, description = "The conversation's id"),
           ("message_id" = String, Path, description = "The message's id")), responses(
    (status = 200, description = "The entry that says so", body = AppendedRow),
    (status = 404, description = "not_found, also somebody else's message", body = Problem),
    (status = 422, description = "wrong_state: it was recalled", body = Problem),
))]
#[patch("/conversations/{id}/messages/{message_id}")]
pub(super) async fn edit(
    who: CurrentAgent,
    path: Path<(String, String)>,
    body: Body<NewContent>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id = message(&path.0, &path.1)?;
    let content = Content::parse(&body.value.content, settings.text_chars)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        edit_message(unit, &caller, id, &content).map(AppendedRow::from)
    })
    .await
}

/// Recall a message
///
/// Only one's own; its words are gone, its place stays.
#[utoipa::path(operation_id = "recall_message", tag = "Messages",
    params(("id" = String, Path, description = "The conversation's id"),
           ("message_id" = String, Path, description = "The message's id")), responses(
    (status = 200, description = "The entry that says so", body = AppendedRow),
    (status = 404, description = "not_found, also somebody else's message", body = Problem),
    (status = 422, description = "wrong_state: it was recalled before", body = Problem),
))]
#[delete("/conversations/{id}/messages/{message_id}")]
pub(super) async fn recall(
    who: CurrentAgent,
    path: Path<(String, String)>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    let id = message(&path.0, &path.1)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| recall_message(unit, &caller, id).map(AppendedRow::from))
        .await
}
