//! Canned replies: the team's, and each agent's own.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::canned::Reply as Words;
use crate::domain::canned::store::{self, Canned};
use crate::flows::Desk;
use crate::flows::shop::canned_replies;
use crate::ids::CannedReplyId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A canned reply.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CannedRow {
    #[schema(example = "cr_01jb7q2m4k9zz")]
    id: String,
    /// Typed after a slash.
    #[schema(example = "refund")]
    shortcut: String,
    #[schema(example = "Refund is on its way")]
    title: String,
    #[schema(example = "Hello {{contact.name}}, the refund is on its way.")]
    text: String,
    /// The team's; otherwise the asking agent's own.
    shared: bool,
    /// How often it was put into an answer.
    used: i64,
    #[schema(value_type = String)]
    updated_at: Timestamp,
}

impl CannedRow {
    fn new(canned: Canned) -> Self {
        let Words { shortcut, title, text } = canned.reply;
        Self {
            id: canned.id.to_string(),
            shortcut,
            title,
            text,
            shared: canned.agent.is_none(),
            used: canned.used,
            updated_at: canned.updated_at,
        }
    }
}

/// List canned replies
///
/// The team's and the asking agent's own, by shortcut.
#[utoipa::path(operation_id = "list_canned_replies", tag = "Canned replies", responses(
    (status = 200, description = "The replies", body = Items<CannedRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/canned")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let agent = who.agent.id;
    let replies = desk.db.read(move |conn| Ok(store::for_agent(conn, agent)?)).await?;
    let items: Vec<CannedRow> = replies.into_iter().map(CannedRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// A reply to be kept.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewCanned {
    /// 1 to 40 characters without spaces.
    #[schema(example = "refund")]
    shortcut: String,
    #[schema(example = "Refund is on its way")]
    title: String,
    /// Variables: `{{contact.name}}`, `{{contact.email}}`, `{{agent.name}}`, `{{shop.name}}`, `{{page.title}}`.
    #[schema(example = "Hello {{contact.name}}, the refund is on its way.")]
    text: String,
    /// For the team: owners and admins only.
    #[serde(default)]
    shared: bool,
}

/// Add a canned reply
#[utoipa::path(operation_id = "add_canned_reply", tag = "Canned replies", request_body = NewCanned, responses(
    (status = 201, description = "The reply", body = CannedRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "shortcut_taken", body = Problem),
    (status = 422, description = "canned_limit", body = Problem),
))]
#[post("/canned")]
pub(super) async fn add(
    who: CurrentAgent,
    body: Body<NewCanned>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: NewCanned { shortcut, title, text, shared }, raw } = body;
    let words = Words::checked(&shortcut, &title, text, settings.text_chars)?;
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| {
        canned_replies::add(unit, &caller, words, shared).map(CannedRow::new)
    })
    .await
}

/// What shall be different.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct CannedChange {
    shortcut: Option<String>,
    title: Option<String>,
    text: Option<String>,
    shared: Option<bool>,
}

/// Change a canned reply
///
/// The team's are changed by owners and admins.
#[utoipa::path(operation_id = "change_canned_reply", tag = "Canned replies", request_body = CannedChange,
    params(("id" = String, Path, description = "The reply's id")), responses(
    (status = 200, description = "The reply", body = CannedRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "shortcut_taken", body = Problem),
    (status = 422, description = "canned_limit", body = Problem),
))]
#[patch("/canned/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<CannedChange>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id: CannedReplyId = id(&path)?;
    let Body { value: CannedChange { shortcut, title, text, shared }, raw } = body;
    let (caller, most) = (who.caller(), settings.text_chars);
    call.write(&who, &raw, 200, move |unit| {
        let changed = |was: Words| {
            Words::checked(
                shortcut.as_deref().unwrap_or(&was.shortcut),
                title.as_deref().unwrap_or(&was.title),
                text.unwrap_or(was.text),
                most,
            )
        };
        canned_replies::change(unit, &caller, id, shared, changed).map(CannedRow::new)
    })
    .await
}

/// Delete a canned reply
#[utoipa::path(operation_id = "delete_canned_reply", tag = "Canned replies",
    params(("id" = String, Path, description = "The reply's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/canned/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: CannedReplyId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| canned_replies::remove(unit, &caller, id)).await
}

/// Count a use
///
/// The reply was put into an answer; lists show what is used most.
#[utoipa::path(operation_id = "count_canned_reply_use", tag = "Canned replies",
    params(("id" = String, Path, description = "The reply's id")), responses(
    (status = 204, description = "Counted"),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/canned/{id}/used")]
pub(super) async fn used(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: CannedReplyId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| canned_replies::used(unit, &caller, id)).await
}
