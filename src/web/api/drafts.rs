//! What the asking agent has begun to write and not sent. Nobody else sees it.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::conversations::drafts::{self, Draft};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::conversations::save_draft::save_draft;
use crate::ids::ConversationId;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A text begun and not sent.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftRow {
    conversation_id: String,
    /// Only for the team.
    note: bool,
    #[schema(example = "The tin was squeezed on its way")]
    text: String,
    #[schema(value_type = String)]
    updated_at: Timestamp,
}

impl DraftRow {
    fn new(draft: Draft) -> Self {
        Self {
            conversation_id: draft.conversation.to_string(),
            note: draft.note,
            text: draft.text,
            updated_at: draft.updated_at,
        }
    }
}

/// List drafts
///
/// The asking agent's own, newest first, at most 500.
#[utoipa::path(operation_id = "list_drafts", tag = "Messages", responses(
    (status = 200, description = "The drafts", body = Items<DraftRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/drafts")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let asker = who.asker();
    let drafts = desk.db.read(move |conn| Ok(drafts::of_agent(conn, asker)?)).await?;
    let items: Vec<DraftRow> = drafts.into_iter().map(DraftRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// A text as far as it got.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewDraft {
    /// Only for the team.
    #[serde(default)]
    note: bool,
    /// Empty removes the draft.
    #[schema(example = "The tin was squeezed on its way")]
    text: String,
}

/// Keep a draft
///
/// One reply and one note of each conversation; sending it removes it.
#[utoipa::path(operation_id = "keep_draft", tag = "Messages", request_body = NewDraft,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 204, description = "Kept, or removed"),
    (status = 400, description = "invalid: too long", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[put("/drafts/{id}")]
pub(super) async fn keep(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<NewDraft>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let conversation: ConversationId = id(&path)?;
    let Body { value: NewDraft { note, text }, raw } = body;
    let most = settings.text_chars;
    if text.chars().count() > most {
        return Err(Fault::invalid("text", format!("Use at most {most} characters.")).into());
    }
    let caller = who.caller();
    call.write(&who, &raw, 204, move |unit| save_draft(unit, &caller, conversation, note, &text)).await
}
