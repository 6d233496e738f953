//! Signing in and out, and the token that opens a socket.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::agents::row_of;
use super::rows::AgentRow;
use crate::clock::Timestamp;
use crate::domain::access::credentials::{csrf, digest};
use crate::domain::access::devices;
use crate::domain::access::session_token::{self, Claims, Subject};
use crate::fault::{Fault, Kind};
use crate::flows::Desk;
use crate::flows::access::hashing::Asking;
use crate::flows::access::sign_in::{SignedIn, sign_in, sign_out, sign_out_everywhere};
use crate::im::hub::Hub;
use crate::web::body::{Body, Nothing};
use crate::web::cookies;
use crate::web::error::{Problem, Reply};
use crate::web::identity::{Credential, CurrentAgent, shown};
use crate::web::origin::{check_own_page, client_address};
use crate::web::rate::Rates;
use crate::web::settings::Settings;
use crate::web::sign_in_rate::SignInRates;

/// E-mail and password.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Login {
    #[schema(example = "mei@example.com")]
    email: String,
    #[schema(example = "a long sentence of yours")]
    password: String,
}

/// Who signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LoggedIn {
    agent: AgentRow,
    /// Send it as `X-CSRF-Token` with every write made by cookie.
    csrf_token: String,
}

/// Answers a sign-in with cookie and CSRF token.
pub(super) async fn welcome(
    request: &HttpRequest,
    desk: &Desk,
    hub: &Data<Hub>,
    settings: &Settings,
    signed_in: &SignedIn,
) -> Result<LoggedInResponse, Fault> {
    let life = settings.sessions.cookie_ttl.duration();
    let session = cookies::session(request, signed_in.cookie.clone(), life);
    let device = cookies::device(request, signed_in.device.clone());
    let (agent, online) = (signed_in.agent.clone(), Arc::clone(hub));
    let agent = desk.db.read(move |conn| row_of(conn, &online, &agent)).await?;
    let body = LoggedIn { agent, csrf_token: csrf(&desk.db.meta().token_key, signed_in.session.0) };
    Ok(LoggedInResponse { cookies: [session, device], body })
}

/// The cookies of a sign-in and of its browser, and what goes with them.
pub(super) struct LoggedInResponse {
    pub(super) cookies: [actix_web::cookie::Cookie<'static>; 2],
    pub(super) body: LoggedIn,
}

/// Sign in
///
/// Sets the session cookie and ends the sign-in that this browser had before. Tries are counted by e-mail with address, and per address; a
/// browser that signed in before has tries of its own.
#[utoipa::path(operation_id = "sign_in", tag = "Access", request_body = Login, security(()), responses(
    (status = 200, description = "Signed in; the cookie is set", body = LoggedIn),
    (status = 401, description = "invalid_credentials: e-mail or password is not right", body = Problem),
    (status = 429, description = "rate_limited: wait as Retry-After says", body = Problem),
))]
#[post("/login")]
pub(super) async fn login(
    request: HttpRequest,
    body: Body<Login>,
    desk: Data<Desk>,
    hub: Data<Hub>,
    rates: Data<Rates>,
    sign_ins: Data<SignInRates>,
    settings: Data<Settings>,
) -> Reply {
    let Login { email, password } = body.value;
    check_own_page(&request)?;
    let (address, shown) = (client_address(&request), shown(&request));
    let known = match &shown.device {
        Some(token) => {
            // Anybody can send a cookie: looking it up counts like any call.
            rates.api(address.into())?;
            let (token, key) = (digest(token), email.trim().to_lowercase());
            desk.db.read(move |conn| Ok(devices::is_known(conn, &key, &token)?.then_some(token))).await?
        }
        None => None,
    };
    sign_ins.sign_in(address, &email, known)?;
    let asking = if known.is_some() { Asking::Known } else { Asking::Stranger };
    let signed_in = sign_in(&desk, asking, &email, password, shown, settings.sessions.cookie_ttl.duration())
        .await
        .inspect_err(|fault| {
            if fault.kind == Kind::Unauthenticated {
                sign_ins.failed();
            }
        })?;
    let LoggedInResponse { cookies: [session, device], body } =
        welcome(&request, &desk, &hub, &settings, &signed_in).await?;
    Ok(HttpResponse::Ok().cookie(session).cookie(device).json(body))
}

/// Sign out
///
/// Ends this browser's sign-in and the sockets opened with it. With an API token it does nothing.
#[utoipa::path(operation_id = "sign_out", tag = "Access", responses(
    (status = 204, description = "Signed out"),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[post("/logout")]
pub(super) async fn logout(
    request: HttpRequest,
    who: CurrentAgent,
    _body: Body<Nothing>,
    desk: Data<Desk>,
) -> Reply {
    if let Credential::Session(session) = who.credential {
        let caller = who.caller();
        desk.db.write(move |unit| sign_out(unit, &caller, session)).await?;
    }
    Ok(HttpResponse::NoContent().cookie(cookies::no_session(&request)).finish())
}

/// Sign out everywhere
///
/// Ends every browser's sign-in of the asking agent and all sockets opened with them. API tokens stay, and cannot ask for it.
#[utoipa::path(operation_id = "sign_out_everywhere", tag = "Access", responses(
    (status = 204, description = "Signed out everywhere"),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "sign_in_required: asked with an API token", body = Problem),
))]
#[post("/logout-everywhere")]
pub(super) async fn logout_everywhere(
    request: HttpRequest,
    who: CurrentAgent,
    _body: Body<Nothing>,
    desk: Data<Desk>,
) -> Reply {
    let caller = who.caller();
    desk.db.write(move |unit| sign_out_everywhere(unit, &caller)).await?;
    Ok(HttpResponse::NoContent().cookie(cookies::no_session(&request)).finish())
}

/// A token for the socket.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SocketToken {
    session_token: String,
    #[schema(value_type = String)]
    session_expires_at: Timestamp,
}

/// Get a session token
///
/// The token opens a socket until it expires; a socket outlives it, but not the sign-in or API token it came from.
#[utoipa::path(operation_id = "create_socket_token", tag = "Access", responses(
    (status = 200, description = "A token for `hello`", body = SocketToken),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[post("/im/session")]
pub(super) async fn im_session(
    who: CurrentAgent,
    _body: Body<Nothing>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let expires_at = desk.clock.now().plus(settings.sessions.agent_token_ttl.duration());
    let subject = Subject::Agent { id: who.agent.id, credential: who.credential.number() };
    let session_token = session_token::sign(&desk.db.meta().token_key, &Claims { subject, expires_at });
    Ok(HttpResponse::Ok().json(json!({ "session_token": session_token, "session_expires_at": expires_at })))
}
