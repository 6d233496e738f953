//! The asking agent's own preferences and password.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, put};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::domain::access::credentials::digest;
use crate::domain::access::password_strength::Whose;
use crate::domain::access::preferences::Preferences;
use crate::domain::access::store;
use crate::domain::shop;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::change_password::change_own_password;
use crate::flows::access::update_agent::set_preferences;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::confirm::{browser_of, check_password};
use crate::web::cookies::presented_device;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Get preferences
///
/// Notifications, quiet hours, keys: the whole document, with defaults for what was never set.
#[utoipa::path(operation_id = "get_preferences", tag = "Agents", responses(
    (status = 200, description = "The document", body = Preferences),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/me/preferences")]
pub(super) async fn read(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let id = who.agent.id;
    let stored = desk.db.read(move |conn| Ok(store::preferences(conn, id)?)).await?;
    Ok(HttpResponse::Ok().json(Preferences::read(&stored)))
}

/// Set preferences
///
/// Takes the whole document; what is left out gets its default.
#[utoipa::path(operation_id = "set_preferences", tag = "Agents",
    request_body = Preferences, responses(
    (status = 200, description = "The document as it is now", body = Preferences),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[put("/me/preferences")]
pub(super) async fn replace(
    who: CurrentAgent,
    body: Body<Preferences>,
    call: Call,
    desk: Data<Desk>,
) -> Reply {
    let Body { value: preferences, raw } = body;
    let stored = preferences.to_stored()?;
    let caller = who.caller();
    let answer = call.write(&who, &raw, 200, move |unit| {
        set_preferences(unit, &caller, &stored)?;
        Ok(preferences)
    });
    let answer = answer.await;
    desk.presence.judge_anew();
    answer
}

/// The password that holds, and the one that shall.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewPassword {
    #[schema(example = "a long sentence of yours")]
    current: String,
    #[schema(example = "another long sentence")]
    new: String,
}

/// Change the password
///
/// Every other browser of the agent is signed out. API tokens stay, and cannot ask for it. Tries are counted by agent.
#[utoipa::path(operation_id = "change_password", tag = "Agents", request_body = NewPassword, responses(
    (status = 204, description = "Changed"),
    (status = 403, description = "sign_in_required: asked with an API token", body = Problem),
    (status = 422, description = "wrong_password or weak_password", body = Problem),
    (status = 429, description = "rate_limited", body = Problem),
))]
#[put("/me/password")]
pub(super) async fn change_password(
    request: HttpRequest,
    who: CurrentAgent,
    body: Body<NewPassword>,
    desk: Data<Desk>,
) -> Reply {
    let session = browser_of(&who)?;
    let NewPassword { current, new } = body.value;
    check_password(&request, &who, current, "current").await?;
    let caller = who.caller();
    let shop = desk.db.read(|conn| Ok(shop::store::name(conn)?)).await?;
    let whose = Whose { email: who.agent.email.clone(), name: who.agent.name.clone(), shop };
    let hash = desk.hash_password(new, whose).await.map_err(about_new)?;
    let device = presented_device(&request).map(|token| digest(&token));
    desk.db.write(move |unit| change_own_password(unit, &caller, &hash, Some(session), device)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A complaint about the new password names its field of this call.
fn about_new(fault: Fault) -> Fault {
    if fault.field.is_some() { Fault { field: Some("new".into()), ..fault } } else { fault }
}
