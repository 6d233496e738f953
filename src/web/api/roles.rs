//! Roles.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::domain::access::roles::{self, Reading, RoleDescription};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::roles as changing;
use crate::ids::RoleId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::confirm::{Need, confirm, without_password};
use crate::web::error::{Problem, Reply};
use crate::web::identity::{CurrentAgent, data};

/// A role.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoleRow {
    #[schema(example = "ro_01jb7q2m4k9zz")]
    id: String,
    /// Built-in roles are called `owner`, `admin`, `supervisor` and `agent`.
    #[schema(example = "Night shift")]
    name: String,
    /// What its holders may do, by the names of the table.
    rights: Vec<&'static str>,
    /// `all` conversations, or those of their `teams`.
    #[schema(example = "teams")]
    reading: &'static str,
    /// Built-in roles stay as they are.
    builtin: bool,
}

impl RoleRow {
    fn new(role: &RoleDescription) -> Self {
        Self {
            id: role.id.to_string(),
            name: role.name.clone(),
            rights: role.rights.names(),
            reading: role.reading.name(),
            builtin: role.is_built_in(),
        }
    }
}

/// List roles
///
/// The built-in ones, then the desk's own by name.
#[utoipa::path(operation_id = "list_roles", tag = "Teams and roles", responses(
    (status = 200, description = "The roles", body = Items<RoleRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/roles")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let all = desk.db.read(|conn| Ok(roles::all(conn)?)).await?;
    let items: Vec<RoleRow> = all.iter().map(RoleRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// What a role shall be; what is left out stays. A new one starts from the agent's.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct RoleChange {
    /// 1 to 60 printable characters.
    #[schema(example = "Night shift")]
    name: Option<String>,
    /// All of its rights, by the names of the table.
    rights: Option<Vec<String>>,
    /// `all` or `teams`.
    #[schema(example = "teams")]
    reading: Option<String>,
    /// The present password, unless the sign-in has just been made (`sessions.fresh_for`); needed where holders gain.
    #[schema(example = "a long sentence of yours")]
    password: Option<String>,
}

impl RoleChange {
    fn checked(&self) -> Result<changing::Changes, Fault> {
        let no_reading = || Fault::invalid("reading", "Use all or teams.");
        let reading = self.reading.as_deref().map(|name| Reading::from_name(name).ok_or_else(no_reading));
        Ok(changing::Changes {
            name: self.name.clone(),
            rights: self.rights.as_deref().map(changing::checked_rights).transpose()?,
            reading: reading.transpose()?,
        })
    }
}

/// Add a role
///
/// Nobody gives a right that they lack. Needs the right `roles`, and a signed-in browser.
#[utoipa::path(operation_id = "add_role", tag = "Teams and roles", request_body = RoleChange, responses(
    (status = 201, description = "The role", body = RoleRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden, or sign_in_required: asked with an API token", body = Problem),
    (status = 409, description = "name_taken", body = Problem),
    (status = 422, description = "role_limit", body = Problem),
))]
#[post("/roles")]
pub(super) async fn add(who: CurrentAgent, body: Body<RoleChange>, call: Call) -> Reply {
    let Body { value, raw } = body;
    let (caller, changes) = (who.caller(), value.checked()?);
    call.write(&who, &without_password(&raw), 201, move |unit| {
        changing::add(unit, &caller, changes).map(|role| RoleRow::new(&role))
    })
    .await
}

/// Change a role
///
/// Holds for everybody who has it at once. Built-in roles stay as they are.
#[utoipa::path(operation_id = "change_role", tag = "Teams and roles", request_body = RoleChange,
    params(("id" = String, Path, description = "The role's id")), responses(
    (status = 200, description = "The role", body = RoleRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden, password_required, or sign_in_required: asked with an API token", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "name_taken", body = Problem),
    (status = 422, description = "wrong_password", body = Problem),
))]
#[patch("/roles/{id}")]
pub(super) async fn change(
    request: HttpRequest,
    who: CurrentAgent,
    path: Path<String>,
    body: Body<RoleChange>,
    call: Call,
) -> Reply {
    let id: RoleId = id(&path)?;
    let Body { value, raw } = body;
    let (caller, changes) = (who.caller(), value.checked()?);
    let desk = data::<Desk>(&request)?;
    let before = desk.db.read(move |conn| Ok(roles::find(conn, id)?)).await?;
    if before.is_some_and(|before| gives(&before, &changes)) {
        confirm(&request, &who, value.password, Need::PasswordOrFresh).await?;
    }
    call.write(&who, &without_password(&raw), 200, move |unit| {
        changing::change(unit, &caller, id, changes).map(|role| RoleRow::new(&role))
    })
    .await
}

/// Whether holders gain something.
fn gives(before: &RoleDescription, changes: &changing::Changes) -> bool {
    let reads_more = before.reading == Reading::Teams && changes.reading == Some(Reading::All);
    reads_more || changes.rights.is_some_and(|rights| rights.exceed(before.rights))
}

/// Delete a role
#[utoipa::path(operation_id = "delete_role", tag = "Teams and roles",
    params(("id" = String, Path, description = "The role's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden: built in, too; or sign_in_required: asked with an API token", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "in_use: with the names of who has it", body = Problem),
))]
#[delete("/roles/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: RoleId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| changing::remove(unit, &caller, id)).await
}
