//! Messages that go out later.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, delete, get, patch};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::scheduled::{self as store, Scheduled};
use crate::domain::conversations::store as conversations;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::conversations::scheduled;
use crate::ids::{ConversationId, ScheduledId};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A message that goes out later.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ScheduledMessage)]
pub(super) struct ScheduledRow {
    #[schema(example = "sm_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    /// Who wrote it.
    #[schema(example = "a_047vcntdk2gas")]
    agent_id: String,
    /// Under which it goes out.
    client_message_id: String,
    #[schema(value_type = Object, example = json!({"kind": "text", "text": "Has it arrived?"}))]
    content: Value,
    #[schema(value_type = String)]
    send_at: Timestamp,
    #[schema(value_type = String)]
    created_at: Timestamp,
    /// Since when it is kept back: its author is gone, and nobody has the conversation who could be given it. It does not go out by
    /// itself any more.
    #[schema(value_type = Option<String>)]
    kept_at: Option<Timestamp>,
}

impl ScheduledRow {
    pub(super) fn new(one: Scheduled) -> Self {
        Self {
            id: one.id.to_string(),
            conversation_id: one.conversation.to_string(),
            agent_id: one.agent.to_string(),
            client_message_id: one.client_message_id,
            content: serde_json::from_str(&one.content).unwrap_or_default(),
            send_at: one.send_at,
            created_at: one.created_at,
            kept_at: one.kept_at,
        }
    }
}

/// Reads when it shall go out.
pub(super) fn read_send_at(text: &str) -> Result<Timestamp, Fault> {
    Timestamp::parse(text)
        .ok_or_else(|| Fault::invalid("send_at", "Write the time as RFC 3339, with its offset."))
}

/// Which of them.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct OfWhat {
    /// Those of this conversation, whoever wrote them; else the asking agent's own.
    conversation_id: Option<String>,
}

/// List messages that go out later
///
/// The next one first. Those that went out are messages, and no longer here.
#[utoipa::path(operation_id = "list_scheduled", tag = "Messages", params(OfWhat), responses(
    (status = 200, description = "The messages", body = Items<ScheduledRow>),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 404, description = "not_found: no such conversation", body = Problem),
))]
#[get("/scheduled")]
pub(super) async fn list(who: CurrentAgent, query: Query<OfWhat>, desk: Data<Desk>) -> Reply {
    let conversation: Option<ConversationId> = query.conversation_id.as_deref().map(id).transpose()?;
    let (caller, asker) = (who.caller(), who.asker());
    let read = move |conn: &Connection| {
        let Some(id) = conversation else { return Ok::<_, Fault>(store::of_agent(conn, asker)?) };
        let conversation = conversations::find(conn, id)?.ok_or_else(Fault::not_found)?;
        caller.reaches(conn, &conversation)?;
        Ok(store::of_conversation(conn, id)?)
    };
    let items: Vec<ScheduledRow> = desk.db.read(read).await?.into_iter().map(ScheduledRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// What shall be different; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ScheduledChange {
    #[schema(value_type = Option<Object>, example = json!({"kind": "text", "text": "Has it arrived?"}))]
    content: Option<Value>,
    /// RFC 3339, within the next year.
    #[schema(example = "2026-03-02T09:00:00+08:00")]
    send_at: Option<String>,
}

/// Change a message that goes out later
///
/// Only one's own. With a new time one that was kept back goes out again.
#[utoipa::path(operation_id = "change_scheduled", tag = "Messages", request_body = ScheduledChange,
    params(("id" = String, Path, description = "The message's id")), responses(
    (status = 200, description = "The message", body = ScheduledRow),
    (status = 400, description = "invalid: a field is wrong, or the time is past or over a year away", body = Problem),
    (status = 403, description = "forbidden: a colleague wrote it", body = Problem),
    (status = 404, description = "not_found: it went out, or there was none", body = Problem),
    (status = 413, description = "too_large: the text is too long", body = Problem),
))]
#[patch("/scheduled/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<ScheduledChange>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id: ScheduledId = id(&path)?;
    let Body { value: ScheduledChange { content, send_at }, raw } = body;
    let content = content.map(|content| Content::parse(&content, settings.text_chars)).transpose()?;
    let send_at = send_at.as_deref().map(read_send_at).transpose()?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        scheduled::change(unit, &caller, id, (content.as_ref(), send_at)).map(ScheduledRow::new)
    })
    .await
}

/// Take back a message that goes out later
///
/// One's own; with `supervise` also a colleague's; everybody those that were kept back.
#[utoipa::path(operation_id = "cancel_scheduled", tag = "Messages",
    params(("id" = String, Path, description = "The message's id")), responses(
    (status = 204, description = "It does not go out"),
    (status = 403, description = "forbidden: a colleague wrote it", body = Problem),
    (status = 404, description = "not_found: it went out, or there was none", body = Problem),
))]
#[delete("/scheduled/{id}")]
pub(super) async fn cancel(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: ScheduledId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| scheduled::cancel(unit, &caller, id)).await
}
