//! Colleagues.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, patch};
use rusqlite::Connection;
use serde::Deserialize;
use utoipa::ToSchema;

use super::cursor::{self, Page, Paging};
use super::id;
use super::rows::AgentRow;
use crate::domain::access::agent::{Agent, Role};
use crate::domain::access::availability;
use crate::domain::access::rights::Right;
use crate::domain::access::roles::{self, Reading, RoleDescription};
use crate::domain::access::store;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::update_agent::{Changes, set_standing, update_agent};
use crate::ids::{AgentId, RoleId};
use crate::im::hub::Hub;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::confirm::{Need, confirm, without_password};
use crate::web::error::{Problem, Reply};
use crate::web::identity::{CurrentAgent, data};
use crate::web::settings::Settings;

/// An agent, with how they stand.
pub(in crate::web) fn row_of(conn: &Connection, hub: &Hub, agent: &Agent) -> Result<AgentRow, Fault> {
    let standing = availability::find(conn, agent.id)?.ok_or_else(Fault::not_found)?;
    let online = hub.is_online(Actor::agent(agent.id));
    Ok(AgentRow::new(agent, online, hub.presence_of(agent.id, &standing)))
}

/// List agents
///
/// Everybody who works or worked at the desk, in the order they were added.
#[utoipa::path(operation_id = "list_agents", tag = "Agents", params(Paging), responses(
        (status = 200, description = "A page", body = Page<AgentRow>),
        (status = 401, description = "unauthenticated", body = Problem),
    ))]
#[get("/agents")]
pub(super) async fn list(
    _who: CurrentAgent,
    paging: Query<Paging>,
    desk: Data<Desk>,
    hub: Data<Hub>,
    settings: Data<Settings>,
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let [after] = paging.cursor::<1>()?.unwrap_or_default();
    let mut agents = desk.db.read(move |conn| Ok(store::list(conn, after, limit + 1)?)).await?;
    let more = agents.len() > limit;
    agents.truncate(limit);
    let next = agents.last().filter(|_| more).map(|last| cursor::encode(&[last.id.0]));
    let hub = hub.into_inner();
    let rows: Result<Vec<AgentRow>, Fault> =
        desk.db.read(move |conn| Ok(agents.iter().map(|agent| row_of(conn, &hub, agent)).collect())).await?;
    Ok(cursor::page(rows?, next))
}

/// Get an agent
#[utoipa::path(operation_id = "get_agent", tag = "Agents",
    params(("id" = String, Path, description = "The agent's id")), responses(
    (status = 200, description = "The agent", body = AgentRow),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/agents/{id}")]
pub(super) async fn read(_who: CurrentAgent, path: Path<String>, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let id: AgentId = id(&path)?;
    let hub = hub.into_inner();
    let row = desk.db.read(move |conn| {
        let agent = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
        row_of(conn, &hub, &agent)
    });
    Ok(HttpResponse::Ok().json(row.await?))
}

/// What changes about an agent; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Change {
    name: Option<String>,
    /// Most live conversations at once, 0 to 100.
    #[schema(example = 8)]
    capacity: Option<i64>,
    /// `owner`, `admin` or `agent`. Owners and admins only; only owners make owners.
    #[schema(example = "agent")]
    role: Option<String>,
    /// Any role, by its id; goes before `role`. Nobody gives one with rights that they lack.
    #[schema(example = "ro_01jb7q2m4k9zz")]
    role_id: Option<String>,
    /// Tags of the languages that the agent speaks, at most 30.
    #[schema(example = json!(["zh-CN", "en"]))]
    languages: Option<Vec<String>>,
    /// What the agent knows, at most 30.
    #[schema(example = json!(["refunds"]))]
    skills: Option<Vec<String>>,
    /// Whether the agent has a seat. False ends all browsers, tokens and sockets at once. Owners and admins only.
    active: Option<bool>,
    /// The present password; needed to give somebody more rights or a seat again, unless the sign-in has just been made
    /// (`sessions.fresh_for`).
    #[schema(example = "a long sentence of yours")]
    password: Option<String>,
}

impl Change {
    /// The role that is wanted, by its id or as one of three.
    fn wanted_role(&self) -> Result<Option<RoleId>, Fault> {
        if let Some(id) = &self.role_id {
            let unknown = |_| Fault::invalid("role_id", "There is no role with this id.");
            return Ok(Some(id.parse().map_err(unknown)?));
        }
        let unknown = || Fault::invalid("role", "Use owner, admin or agent.");
        let named = self.role.as_deref().map(|role| Role::from_name(role).ok_or_else(unknown)).transpose()?;
        Ok(named.map(RoleId::from))
    }
}

/// Change an agent
///
/// Agents change themselves; owners and admins change everybody. More rights and a seat again are given in a signed-in browser only.
#[utoipa::path(operation_id = "change_agent", tag = "Agents", request_body = Change,
    params(("id" = String, Path, description = "The agent's id")), responses(
    (status = 200, description = "The agent as it is now", body = AgentRow),
    (status = 403, description = "forbidden, password_required, or sign_in_required: asked with an API token", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "last_owner, seat_limit or wrong_password", body = Problem),
))]
#[patch("/agents/{id}")]
pub(super) async fn change(
    request: HttpRequest,
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Change>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let id: AgentId = target(&who, &path)?;
    let Body { value, raw } = body;
    let role = value.wanted_role()?;
    let Change { name, capacity, active, password, languages, skills, .. } = value;
    if role.is_some() || active == Some(true) {
        let desk = data::<Desk>(&request)?;
        let both = move |conn: &Connection| {
            let role = role.map_or(Ok(None), |role| roles::find(conn, role))?;
            Ok((store::find(conn, id)?, role))
        };
        let (before, role) = desk.db.read(both).await?;
        let gains = before.is_some_and(|before| gives(&before, role.as_ref(), active));
        if gains && who.caller().may(Right::Agents).is_ok() {
            confirm(&request, &who, password, Need::PasswordOrFresh).await?;
        }
    }
    let changes = Changes { name, capacity, languages, skills, ..Changes::default() };
    let hub = hub.into_inner();
    let caller = who.caller();
    call.write(&who, &without_password(&raw), 200, move |unit| {
        update_agent(unit, &caller, id, &changes)?;
        let agent = set_standing(unit, &caller, id, role, active)?;
        row_of(unit.conn(), &hub, &agent)
    })
    .await
}

/// Whether a change gives an agent what they did not have.
fn gives(before: &Agent, role: Option<&RoleDescription>, active: Option<bool>) -> bool {
    let had = &before.standing.role;
    let raises = role.is_some_and(|role| {
        let reads_more = (had.reading, role.reading) == (Reading::Teams, Reading::All);
        role.rights.exceed(had.rights) || reads_more
    });
    raises || (active == Some(true) && !before.active)
}

/// Whom a change is about.
pub(super) fn target(who: &CurrentAgent, path: &str) -> Result<AgentId, Fault> {
    if path == "me" { Ok(who.agent.id) } else { id(path) }
}
