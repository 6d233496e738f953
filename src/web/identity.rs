//! Who asks: a signed-in browser, an API token, a visitor's session. A credential that does not hold is always the same
//! 401.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{AUTHORIZATION, CONTENT_LENGTH, TRANSFER_ENCODING, USER_AGENT};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, ResponseError};

use super::calls::{Calls, Line};
use super::cookies;
use super::doors::Doors;
use super::error::Failure;
use super::origin::{client_address, client_net};
use super::rate::Rates;
use super::settings::Settings;
use crate::clock::Timestamp;
use crate::domain::access::agent::Agent;
use crate::domain::access::credentials::{csrf, digest};
use crate::domain::access::session_token;
use crate::domain::access::sessions::{self, Browser};
use crate::domain::access::{forbidden, store};
use crate::domain::blocks;
use crate::domain::conversations::list::Asker;
use crate::fault::{Fault, Kind};
use crate::flows::access::authenticate::{Viewer, authenticate};
use crate::flows::access::sign_in::Shown;
use crate::flows::{Caller, Desk};
use crate::ids::{AgentSessionId, ApiTokenId};
use crate::im::hub::Hub;
use crate::im::spending::Spending;

/// A browser's use is noted at most this often.
const TOUCH_EVERY: std::time::Duration = std::time::Duration::from_mins(5);

/// The credential of an agent.
#[derive(Debug, Clone, Copy)]
pub(super) enum Credential {
    /// A signed-in browser.
    Session(AgentSessionId),
    /// An API token.
    Token(ApiTokenId),
}

impl Credential {
    /// The number by which sessions that follow from it are ended.
    pub(super) const fn number(self) -> i64 {
        match self {
            Self::Session(id) => id.0,
            Self::Token(id) => id.0,
        }
    }
}

/// An agent whose credential holds.
#[derive(Debug, Clone)]
pub(super) struct CurrentAgent {
    pub(super) agent: Agent,
    pub(super) credential: Credential,
}

impl CurrentAgent {
    /// The agent as lists know them.
    pub(super) fn asker(&self) -> Asker {
        Asker { agent: self.agent.id, scope: self.caller().scope }
    }

    /// The agent as flows know them.
    pub(super) fn caller(&self) -> Caller {
        Caller::of(&self.agent)
    }
}

const fn wrong_csrf() -> Fault {
    Fault::new(Kind::Forbidden, "csrf", "Send the header X-CSRF-Token with the token of this sign-in.")
}

/// The token after `Bearer`; an empty one if there is another kind of authorization.
pub(super) fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(AUTHORIZATION)?;
    let token = value.to_str().ok().and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
    });
    Some(token.unwrap_or_default())
}

/// The path as the router compares it: decoded.
fn path_of(request: &HttpRequest) -> &str {
    request.match_info().get_ref().path()
}

/// Answers a credential that does not hold, or that does not open this call, before the call is looked at: query and body are read
/// for those who may call. Without a line a call finds nobody who asks, and refuses.
pub(super) async fn agents_only(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let calls = request.app_data::<Data<Calls>>().cloned();
    let line = calls.as_ref().and_then(|calls| calls.find(request.method(), path_of(request.request())));
    if line.is_some_and(Line::is_open) || (line.is_none() && request.match_pattern().is_none()) {
        return next.call(request).await;
    }
    let admitted = recognise(request.request()).await.and_then(|agent| {
        let Some(line) = line else { return Ok(None) };
        line.admit(&agent.caller())?;
        if let Credential::Token(_) = agent.credential {
            line.admit_token()?;
        }
        Ok(Some(agent))
    });
    match admitted {
        Ok(Some(agent)) => drop(request.extensions_mut().insert(agent)),
        Ok(None) => {}
        Err(fault) => return Ok(request.into_response(Failure(fault).error_response())),
    }
    next.call(request).await
}

/// The agent whose credential a request carries; from there agents are let in first.
async fn recognise(request: &HttpRequest) -> Result<CurrentAgent, Fault> {
    let agent = find_agent(request).await?;
    data::<Doors>(request)?.agent_at(client_net(request));
    Ok(agent)
}

async fn find_agent(request: &HttpRequest) -> Result<CurrentAgent, Fault> {
    let desk = data::<Desk>(request)?;
    data::<Rates>(request)?.api(client_net(request))?;
    if let Some(token) = bearer(request) {
        let (digest, now) = (digest(&token), desk.clock.now());
        let found = desk.db.read(move |conn| Ok(store::find_token(conn, &digest, now)?)).await?;
        let (token, agent, used) = found.ok_or_else(Fault::unauthenticated)?;
        if used.is_none_or(|used| desk.clock.now() > used.plus(TOUCH_EVERY)) {
            // Runs in the background, as below.
            drop(desk.db.submit(move |unit| Ok(store::touch_token(unit.conn(), token, unit.now())?)));
        }
        return Ok(CurrentAgent { agent, credential: Credential::Token(token) });
    }
    let (session, agent) = signed_in(request).await?.ok_or_else(Fault::unauthenticated)?;
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        check_csrf(request, &desk.db.meta().token_key, session)?;
    }
    Ok(CurrentAgent { agent, credential: Credential::Session(session) })
}

impl FromRequest for CurrentAgent {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let agent = request.extensions().get::<Self>().cloned();
        ready(agent.ok_or_else(|| Fault::unauthenticated().into()))
    }
}

fn check_csrf(request: &HttpRequest, key: &[u8; 32], session: AgentSessionId) -> Result<(), Fault> {
    let given = request.headers().get("x-csrf-token").map(actix_web::http::header::HeaderValue::as_bytes);
    let wanted = csrf(key, session.0);
    let same: bool = subtle::ConstantTimeEq::ct_eq(given.unwrap_or_default(), wanted.as_bytes()).into();
    if same { Ok(()) } else { Err(wrong_csrf()) }
}

/// The browser and agent behind the session cookie, if it holds.
pub(super) async fn signed_in(request: &HttpRequest) -> Result<Option<(AgentSessionId, Agent)>, Fault> {
    let Some(cookie) = cookies::presented_session(request) else { return Ok(None) };
    let desk = data::<Desk>(request)?;
    let idle = data::<Settings>(request)?.sessions.cookie_idle.duration();
    let digest = digest(&cookie);
    let now = desk.clock.now();
    let found =
        desk.db.read(move |conn| Ok(store::find_session(conn, &digest, now, now.minus(idle))?)).await?;
    if let Some((session, _, seen)) = &found {
        touch(&desk, *session, *seen, now, client_address(request).to_string());
    }
    Ok(found.map(|(session, agent, _)| (session, agent)))
}

fn touch(desk: &Desk, session: AgentSessionId, seen: Timestamp, now: Timestamp, address: String) {
    if now > seen.plus(TOUCH_EVERY) {
        // Runs in the background; if it is lost the next request tries again.
        drop(desk.db.submit(move |unit| Ok(sessions::touch(unit.conn(), session, &address, unit.now())?)));
    }
}

/// The asking browser, and its tokens of earlier sign-ins.
pub(super) fn shown(request: &HttpRequest) -> Shown {
    let user_agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    Shown {
        browser: Browser::new(user_agent, client_address(request).to_string()),
        session: cookies::presented_session(request),
        device: cookies::presented_device(request),
    }
}

/// A capability of the application.
pub(super) fn data<T: 'static>(request: &HttpRequest) -> Result<Data<T>, Fault> {
    request.app_data::<Data<T>>().cloned().ok_or_else(|| Fault::internal("a capability is missing"))
}

/// What blocked visitors may still do besides reading: give their data up, and say on which page they are.
const OPEN_TO_BLOCKED: [&str; 2] = ["/widget/v1/forget", "/widget/v1/page"];

/// Whether a request writes something.
fn writes(request: &HttpRequest) -> bool {
    !matches!(*request.method(), Method::GET | Method::HEAD) && !OPEN_TO_BLOCKED.contains(&request.path())
}

/// Who holds a session token. What a blocked visitor writes, or anybody who comes from a blocked address and is no agent, is
/// refused here, for every call alike, and so is what comes from an address that wrote too much.
async fn viewer_of(request: &HttpRequest, token: String) -> Result<Viewer, Fault> {
    let (desk, hub) = (data::<Desk>(request)?, data::<Hub>(request)?);
    let (key, now, writes) = (desk.db.meta().token_key, desk.clock.now(), writes(request));
    let address = client_address(request);
    let from_blocked = hub.blocked.covers(address, now);
    let viewer = desk
        .db
        .read(move |conn| {
            let viewer = authenticate(conn, &key, &token, now)?;
            if let Viewer::Visitor { id, contact, .. } = viewer
                && writes
                && (from_blocked || blocks::store::is_blocked(conn, id, contact, now)?)
            {
                return Err(blocks::blocked());
            }
            Ok(viewer)
        })
        .await?;
    if writes && matches!(viewer, Viewer::Visitor { .. }) {
        // Of a file, each slice is a request, and the file is one thing.
        let spent = if *request.method() == Method::PUT { Spending::store } else { Spending::write };
        spent(&hub.spending, address, body_bytes(request)?, desk.clock.tick())?;
    }
    Ok(viewer)
}

/// How long a request's body is; one that does not say it counts as the longest one.
fn body_bytes(request: &HttpRequest) -> Result<u64, Fault> {
    let headers = request.headers();
    let said = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    Ok(match said {
        Some(bytes) => bytes,
        None if headers.contains_key(TRANSFER_ENCODING) => data::<Settings>(request)?.body_bytes as u64,
        None => 0,
    })
}

/// A visitor whose session token holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct CurrentVisitor {
    pub(super) caller: Caller,
}

impl FromRequest for CurrentVisitor {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            data::<Rates>(&request)?.api(client_net(&request))?;
            let token = bearer(&request).ok_or_else(Fault::unauthenticated)?;
            let viewer = viewer_of(&request, token).await?;
            match viewer {
                Viewer::Visitor { .. } => Ok(Self { caller: viewer.caller() }),
                Viewer::Agent { .. } => Err(Fault::unauthenticated().into()),
            }
        })
    }
}

/// Whoever writes and reads messages: an agent or a visitor.
#[derive(Debug, Clone, Copy)]
pub(super) struct CurrentPerson {
    pub(super) caller: Caller,
}

impl CurrentPerson {
    /// A person who may make this call.
    fn admitted(request: &HttpRequest, caller: Caller) -> Result<Self, Failure> {
        let calls = data::<Calls>(request)?;
        calls.find(request.method(), path_of(request)).ok_or_else(forbidden)?.admit(&caller)?;
        Ok(Self { caller })
    }
}

impl FromRequest for CurrentPerson {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let desk = data::<Desk>(&request)?;
            let (key, now) = (desk.db.meta().token_key, desk.clock.now());
            // A session token is a visitor's or an agent's; what is none may be an API token.
            let is_signed = |token: &String| session_token::verify(&key, token, now).is_some();
            if let Some(token) = bearer(&request).filter(is_signed) {
                data::<Rates>(&request)?.api(client_net(&request))?;
                let viewer = viewer_of(&request, token).await?;
                return Self::admitted(&request, viewer.caller());
            }
            Self::admitted(&request, recognise(&request).await?.caller())
        })
    }
}
