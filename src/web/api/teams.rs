//! Teams.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, patch, post, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::domain::access::teams::{self, Team};
use crate::fault::{Fault, Kind};
use crate::flows::Desk;
use crate::flows::access::teams as changing;
use crate::flows::contacts::edit_contact::Said;
use crate::ids::{AgentId, TeamId};
use crate::web::body::{Body, Nothing, said};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// A team.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TeamRow {
    #[schema(example = "tm_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "Returns")]
    name: String,
    /// Who is in it.
    agent_ids: Vec<String>,
    /// The calendar whose hours it keeps; null is the shop's.
    #[schema(example = "cal_01jb7q2m4k9zz")]
    calendar_id: Option<String>,
    /// Whether customers may choose it.
    offered: bool,
    /// Whether it is given conversations only in its hours.
    only_in_hours: bool,
}

impl TeamRow {
    fn new(team: &Team) -> Self {
        Self {
            id: team.id.to_string(),
            name: team.name.clone(),
            agent_ids: team.members.iter().map(ToString::to_string).collect(),
            calendar_id: team.calendar.map(|id| id.to_string()),
            offered: team.offered,
            only_in_hours: team.only_in_hours,
        }
    }
}

/// List teams
///
/// By name, at most 64.
#[utoipa::path(operation_id = "list_teams", tag = "Teams and roles", responses(
    (status = 200, description = "The teams", body = Items<TeamRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/teams")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let all = desk.db.read(|conn| Ok(teams::all(conn)?)).await?;
    let items: Vec<TeamRow> = all.iter().map(TeamRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// What a team shall be; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct TeamChange {
    /// 1 to 60 printable characters.
    #[schema(example = "Returns")]
    name: Option<String>,
    /// The calendar whose hours it keeps; null is the shop's.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, example = "cal_01jb7q2m4k9zz")]
    calendar_id: Said,
    /// Whether customers may choose it.
    offered: Option<bool>,
    /// Whether it is given conversations only in its hours.
    only_in_hours: Option<bool>,
}

impl TeamChange {
    fn checked(self) -> Result<changing::Changes, Fault> {
        let unknown = |_| Fault::invalid("calendar_id", "There is no calendar with this id.");
        let calendar = self.calendar_id.map(|id| id.map(|id| id.parse().map_err(unknown)).transpose());
        let Self { name, offered, only_in_hours, .. } = self;
        Ok(changing::Changes { name, calendar: calendar.transpose()?, offered, only_in_hours })
    }
}

/// Add a team
///
/// Without members. Needs the right `teams`.
#[utoipa::path(operation_id = "add_team", tag = "Teams and roles", request_body = TeamChange, responses(
    (status = 201, description = "The team", body = TeamRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "name_taken", body = Problem),
    (status = 422, description = "team_limit", body = Problem),
))]
#[post("/teams")]
pub(super) async fn add(who: CurrentAgent, body: Body<TeamChange>, call: Call) -> Reply {
    let Body { value, raw } = body;
    let (caller, changes) = (who.caller(), value.checked()?);
    call.write(&who, &raw, 201, move |unit| {
        changing::add(unit, &caller, changes).map(|team| TeamRow::new(&team))
    })
    .await
}

/// Change a team
#[utoipa::path(operation_id = "change_team", tag = "Teams and roles", request_body = TeamChange,
    params(("id" = String, Path, description = "The team's id")), responses(
    (status = 200, description = "The team", body = TeamRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "name_taken", body = Problem),
))]
#[patch("/teams/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<TeamChange>,
    call: Call,
) -> Reply {
    let id: TeamId = id(&path)?;
    let Body { value, raw } = body;
    let (caller, changes) = (who.caller(), value.checked()?);
    call.write(&who, &raw, 200, move |unit| {
        changing::change(unit, &caller, id, changes).map(|team| TeamRow::new(&team))
    })
    .await
}

/// Who shall be in a team.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Members {
    /// At most 1,000.
    agent_ids: Vec<String>,
}

/// Replace a team's members
///
/// Who reads by teams loses what was theirs through this team, or gains it, at once. Nobody puts somebody into a team whose
/// conversations they do not read themselves.
#[utoipa::path(operation_id = "set_team_members", tag = "Teams and roles", request_body = Members,
    params(("id" = String, Path, description = "The team's id")), responses(
    (status = 200, description = "The team", body = TeamRow),
    (status = 400, description = "invalid: no such agent", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[put("/teams/{id}/members")]
pub(super) async fn set_members(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Members>,
    call: Call,
) -> Reply {
    let id: TeamId = id(&path)?;
    let Body { value: Members { agent_ids }, raw } = body;
    let unknown = |_| Fault::invalid("agent_ids", "There is no agent with one of these ids.");
    let members: Vec<AgentId> =
        agent_ids.iter().map(|id| id.parse().map_err(unknown)).collect::<Result<_, _>>()?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        changing::set_members(unit, &caller, id, &members).map(|team| TeamRow::new(&team))
    })
    .await
}

/// Delete a team
///
/// Its conversations belong to everybody then, closed ones too: whoever reads by teams reads them.
#[utoipa::path(operation_id = "delete_team", tag = "Teams and roles",
    params(("id" = String, Path, description = "The team's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "in_use: with the rules that name it", body = Problem),
))]
#[delete("/teams/{id}")]
pub(super) async fn remove(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    desk: Data<Desk>,
    call: Call,
) -> Reply {
    let id: TeamId = id(&path)?;
    let caller = who.caller();
    // Piece by piece, so that messages get between. What is gone already is answered below.
    loop {
        match desk.db.write(move |unit| changing::empty(unit, &caller, id)).await {
            Ok(true) => {}
            Err(fault) if fault.kind != Kind::NotFound => return Err(fault.into()),
            Ok(false) | Err(_) => break,
        }
    }
    call.write(&who, &body.raw, 204, move |unit| changing::remove(unit, &caller, id)).await
}
