//! The team's labels.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::domain::conversations::labels::{self, COLOURS, Label, clean_name};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::conversations::label_catalogue;
use crate::ids::LabelId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// A label.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LabelRow {
    #[schema(example = "l_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "Refund")]
    name: String,
    /// One of the design's colours for labels: 1, 2, 3, 4 or 6.
    colour: i64,
    /// How many of the conversations that the asking agent reads have it.
    conversations: i64,
}

impl LabelRow {
    fn new(label: Label) -> Self {
        let Label { id, name, colour, conversations } = label;
        Self { id: id.to_string(), name, colour, conversations }
    }
}

/// List labels
///
/// By name, at most 500. Labels that a shop's page gives its visitors are on their conversations only.
#[utoipa::path(operation_id = "list_labels", tag = "Labels", responses(
    (status = 200, description = "The labels", body = Items<LabelRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/labels")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let scope = who.caller().scope;
    let labels = desk.db.read(move |conn| Ok(labels::all(conn, scope)?)).await?;
    let items: Vec<LabelRow> = labels.into_iter().map(LabelRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// A label to be added.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewLabel {
    /// 1 to 40 printable characters.
    #[schema(example = "Refund")]
    name: String,
    /// 1, 2, 3, 4 or 6; the next one if left out.
    colour: Option<i64>,
}

/// Add a label
///
/// Labelling a conversation with an unknown name adds it, too.
#[utoipa::path(operation_id = "add_label", tag = "Labels", request_body = NewLabel, responses(
    (status = 201, description = "The label", body = LabelRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 409, description = "label_taken", body = Problem),
    (status = 422, description = "label_limit", body = Problem),
))]
#[post("/labels")]
pub(super) async fn add(who: CurrentAgent, body: Body<NewLabel>, call: Call) -> Reply {
    let Body { value: NewLabel { name, colour }, raw } = body;
    let name = clean_name("name", &name)?;
    let colour = colour.map(checked).transpose()?;
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| {
        label_catalogue::add(unit, &caller, &name, colour).map(LabelRow::new)
    })
    .await
}

/// What shall be different.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct LabelChange {
    name: Option<String>,
    colour: Option<i64>,
}

/// Change a label
///
/// A new name is the name on every conversation that has it. Owners and admins only.
#[utoipa::path(operation_id = "change_label", tag = "Labels", request_body = LabelChange,
    params(("id" = String, Path, description = "The label's id")), responses(
    (status = 200, description = "The label", body = LabelRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "label_taken: merge them instead", body = Problem),
))]
#[patch("/labels/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<LabelChange>,
    call: Call,
) -> Reply {
    let id: LabelId = id(&path)?;
    let Body { value: LabelChange { name, colour }, raw } = body;
    let name = name.map(|name| clean_name("name", &name)).transpose()?;
    let colour = colour.map(checked).transpose()?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        label_catalogue::change(unit, &caller, id, name.as_deref(), colour).map(LabelRow::new)
    })
    .await
}

/// The label that stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Merge {
    #[schema(example = "l_01jb7q2m4k9zz")]
    into: String,
}

/// Merge a label into another
///
/// Conversations that have it get the other one. Owners and admins only.
#[utoipa::path(operation_id = "merge_label", tag = "Labels", request_body = Merge,
    params(("id" = String, Path, description = "The id of the label that goes")), responses(
    (status = 200, description = "The label that stays", body = LabelRow),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found: one of the two", body = Problem),
))]
#[post("/labels/{id}/merge")]
pub(super) async fn merge(who: CurrentAgent, path: Path<String>, body: Body<Merge>, call: Call) -> Reply {
    let goes: LabelId = id(&path)?;
    let stays: LabelId = id(&body.value.into)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        label_catalogue::merge(unit, &caller, goes, stays).map(LabelRow::new)
    })
    .await
}

/// Delete a label
///
/// Takes it off every conversation. Owners and admins only.
#[utoipa::path(operation_id = "delete_label", tag = "Labels",
    params(("id" = String, Path, description = "The label's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/labels/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: LabelId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| label_catalogue::remove(unit, &caller, id)).await
}

fn checked(colour: i64) -> Result<i64, Fault> {
    if COLOURS.contains(&colour) {
        return Ok(colour);
    }
    Err(Fault::invalid("colour", "Use 1, 2, 3, 4 or 6."))
}
