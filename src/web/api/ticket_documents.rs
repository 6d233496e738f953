//! Statuses and types of tickets: two documents, each written whole.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, put};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::tickets::documents::{self as store, Document};
use crate::domain::tickets::statuses::{self, Named};
use crate::domain::tickets::types::{self, TicketType};
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::tickets::documents;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// The statuses of tickets.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TicketStatuses {
    /// Grows with each change; 0 before the first.
    version: LogPosition,
    /// In order.
    statuses: Vec<Named>,
}

/// New statuses.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTicketStatuses {
    /// The version that they were made from.
    version: LogPosition,
    /// In order; those that every desk has are among them. What has no id is new.
    statuses: Vec<statuses::Wanted>,
}

fn read_all(conn: &Connection) -> Result<TicketStatuses, Fault> {
    let (version, statuses) = documents::read_statuses(conn)?;
    Ok(TicketStatuses { version, statuses })
}

/// Read the statuses of tickets
#[utoipa::path(operation_id = "get_ticket_statuses", tag = "Tickets", responses(
    (status = 200, description = "The statuses", body = TicketStatuses),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/ticket-statuses")]
pub(super) async fn read_statuses(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    Ok(HttpResponse::Ok().json(desk.db.read(read_all).await?))
}

/// Change the statuses of tickets
///
/// They are written whole. Six of them every desk has, one of each category: they may be renamed and moved. What tickets have stays and
/// keeps its category.
#[utoipa::path(operation_id = "change_ticket_statuses", tag = "Tickets", request_body = NewTicketStatuses, responses(
    (status = 200, description = "The statuses as they are now", body = TicketStatuses),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "version: somebody else changed them meanwhile", body = Problem),
    (status = 422, description = "in_use: tickets have one that is missing, or that is of another category now", body = Problem),
))]
#[put("/ticket-statuses")]
pub(super) async fn change_statuses(who: CurrentAgent, body: Body<NewTicketStatuses>, call: Call) -> Reply {
    let Body { value: NewTicketStatuses { version, statuses }, raw } = body;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        documents::replace_statuses(unit, &caller, version, &statuses)?;
        read_all(unit.conn())
    })
    .await
}

/// The types of tickets.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TicketTypes {
    /// Grows with each change; 0 before the first.
    version: LogPosition,
    /// In order.
    types: Vec<TicketType>,
}

/// New types.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTicketTypes {
    /// The version that they were made from.
    version: LogPosition,
    /// In order. What has no id is new.
    types: Vec<types::Wanted>,
}

fn read_types_of(conn: &Connection) -> Result<TicketTypes, Fault> {
    Ok(TicketTypes { version: store::version(conn, Document::Types)?, types: store::types(conn)? })
}

/// Read the types of tickets
#[utoipa::path(operation_id = "get_ticket_types", tag = "Tickets", responses(
    (status = 200, description = "The types", body = TicketTypes),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/ticket-types")]
pub(super) async fn read_types(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    Ok(HttpResponse::Ok().json(desk.db.read(read_types_of).await?))
}

/// Change the types of tickets
///
/// They are written whole. What tickets have stays; what tickets say in a field that is gone stays with them unseen.
#[utoipa::path(operation_id = "change_ticket_types", tag = "Tickets", request_body = NewTicketTypes, responses(
    (status = 200, description = "The types as they are now", body = TicketTypes),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "version: somebody else changed them meanwhile", body = Problem),
    (status = 422, description = "in_use: tickets have one that is missing", body = Problem),
))]
#[put("/ticket-types")]
pub(super) async fn change_types(who: CurrentAgent, body: Body<NewTicketTypes>, call: Call) -> Reply {
    let Body { value: NewTicketTypes { version, types }, raw } = body;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        documents::replace_types(unit, &caller, version, types)?;
        read_types_of(unit.conn())
    })
    .await
}
