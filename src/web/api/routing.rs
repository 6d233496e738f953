//! Who gets which conversation: what a team may change about it.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::routing::settings::Settings;
use crate::domain::routing::store;
use crate::events::LogPosition;
use crate::flows::Desk;
use crate::flows::routing::settings;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// The settings of the routing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct RoutingRow {
    /// Grows with each change; 0 before the first.
    version: LogPosition,
    settings: Settings,
}

/// New settings; what is left out has its default.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRouting {
    /// The version that they were made from.
    version: LogPosition,
    settings: Settings,
}

/// Read the settings of the routing
#[utoipa::path(operation_id = "get_routing_settings", tag = "Routing", responses(
    (status = 200, description = "The settings", body = RoutingRow),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/routing/settings")]
pub(super) async fn read_settings(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let (settings, version) = desk.db.read(|conn| Ok(store::settings(conn)?)).await?;
    Ok(HttpResponse::Ok().json(RoutingRow { version, settings }))
}

/// Change the settings of the routing
///
/// They are written whole. What waits gets its place by the new head starts.
#[utoipa::path(operation_id = "change_routing_settings", tag = "Routing", request_body = NewRouting, responses(
    (status = 200, description = "The settings as they are now", body = RoutingRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "version: somebody else changed them meanwhile", body = Problem),
))]
#[put("/routing/settings")]
pub(super) async fn change_settings(who: CurrentAgent, body: Body<NewRouting>, call: Call) -> Reply {
    let Body { value: NewRouting { version, settings: new }, raw } = body;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        let version = settings::change(unit, &caller, &new, version)?;
        Ok(RoutingRow { version, settings: new.clone() })
    })
    .await
}
