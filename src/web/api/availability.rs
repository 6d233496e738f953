//! Whether agents take conversations, and the team's words for being away.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, patch, post, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::agents::{row_of, target};
use super::cursor::Items;
use super::rows::AgentRow;
use crate::clock::Timestamp;
use crate::domain::access::agent::Availability;
use crate::domain::access::reasons::{self, Reason};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::availability::{Choice, choose};
use crate::flows::access::reasons as flow;
use crate::ids::AgentId;
use crate::im::hub::Hub;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Whether an agent takes conversations.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewAvailability {
    /// `online`, `away` or `offline`.
    #[schema(example = "away")]
    state: String,
    /// Why they are away: the id of a reason.
    #[schema(example = "meal")]
    reason: Option<String>,
    /// When they are back, at most seven days from now; the desk then sets them online.
    #[schema(example = "2026-03-01T12:30:00Z")]
    until: Option<String>,
}

/// Set availability
///
/// `me` stands for the asking agent. Owners and admins set everybody's. What is set here stays until somebody sets something else; the desk
/// itself sets away who touches nothing for the minutes of their preferences, and takes only that back.
#[utoipa::path(operation_id = "set_availability", tag = "Agents", request_body = NewAvailability,
    params(("id" = String, Path, description = "The agent's id, or `me`")), responses(
    (status = 200, description = "The agent as it is now", body = AgentRow),
    (status = 400, description = "invalid: no such state or reason, or a time that is no end", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[put("/agents/{id}/availability")]
pub(super) async fn set_availability(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<NewAvailability>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let id: AgentId = target(&who, &path)?;
    let Body { value: NewAvailability { state, reason, until }, raw } = body;
    let availability = Availability::from_name(&state)
        .ok_or_else(|| Fault::invalid("state", "Use online, away or offline."))?;
    let no_time = || Fault::invalid("until", "Use a time such as 2026-03-01T12:30:00Z.");
    let until = until.map(|text| Timestamp::parse(&text).ok_or_else(no_time)).transpose()?;
    let choice = Choice { availability, reason, until };
    let hub = hub.into_inner();
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        let agent = choose(unit, &caller, id, &choice)?;
        row_of(unit.conn(), &hub, &agent)
    })
    .await
}

/// A reason for being away.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReasonRow {
    #[schema(example = "meal")]
    id: String,
    /// What the team calls it; null for a built-in one, which each workbench words in its language.
    name: Option<String>,
}

impl ReasonRow {
    fn new(reason: Reason) -> Self {
        Self { id: reason.id, name: reason.name }
    }
}

/// List reasons for being away
///
/// In the order of the menu. `break`, `meal`, `meeting` and `training` are built in.
#[utoipa::path(operation_id = "list_availability_reasons", tag = "Agents", responses(
    (status = 200, description = "The reasons", body = Items<ReasonRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/availability-reasons")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let reasons = desk.db.read(|conn| Ok(reasons::list(conn)?)).await?;
    let items: Vec<ReasonRow> = reasons.into_iter().map(ReasonRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// What a reason is called.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ReasonName {
    /// 1 to 40 characters.
    #[schema(example = "仓库盘点")]
    name: String,
}

/// Add a reason for being away
///
/// At most 30.
#[utoipa::path(operation_id = "add_availability_reason", tag = "Agents", request_body = ReasonName, responses(
    (status = 201, description = "The reason", body = ReasonRow),
    (status = 400, description = "invalid: no usable name", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "name_taken", body = Problem),
    (status = 422, description = "reason_limit", body = Problem),
))]
#[post("/availability-reasons")]
pub(super) async fn add(who: CurrentAgent, body: Body<ReasonName>, call: Call) -> Reply {
    let Body { value: ReasonName { name }, raw } = body;
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| flow::add(unit, &caller, &name).map(ReasonRow::new)).await
}

/// Rename a reason for being away
#[utoipa::path(operation_id = "change_availability_reason", tag = "Agents", request_body = ReasonName,
    params(("id" = String, Path, description = "The reason's id")), responses(
    (status = 200, description = "The reason as it is now", body = ReasonRow),
    (status = 400, description = "invalid: no usable name", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "name_taken", body = Problem),
))]
#[patch("/availability-reasons/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<ReasonName>,
    call: Call,
) -> Reply {
    let Body { value: ReasonName { name }, raw } = body;
    let (caller, id) = (who.caller(), path.into_inner());
    call.write(&who, &raw, 200, move |unit| flow::rename(unit, &caller, id, &name).map(ReasonRow::new)).await
}

/// Remove a reason for being away
///
/// Who is away for it stays away, without a reason.
#[utoipa::path(operation_id = "remove_availability_reason", tag = "Agents",
    params(("id" = String, Path, description = "The reason's id")), responses(
    (status = 204, description = "Removed"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/availability-reasons/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let (caller, id) = (who.caller(), path.into_inner());
    call.write(&who, &body.raw, 204, move |unit| flow::remove(unit, &caller, &id)).await
}
