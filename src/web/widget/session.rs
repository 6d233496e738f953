//! `POST /widget/v1/session`: a visitor comes.

use actix_web::http::header::USER_AGENT;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};

use super::boot::widget_of;
use super::settings;
use crate::domain::access::credentials;
use crate::domain::access::session_token::{self, Claims, Subject};
use crate::domain::blocks::blocked;
use crate::domain::calendars::zone;
use crate::domain::contacts::identity::{self, Claim, Identity};
use crate::domain::contacts::store::Page;
use crate::domain::contacts::taken::Taking;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use crate::im::hub::Hub;
use crate::im::spending::NEW_VISITOR_BYTES;
use crate::web::cors;
use crate::web::error::{Failure, Reply};
use crate::web::locale;
use crate::web::mended::Mended;
use crate::web::origin::{client_address, client_net};
use crate::web::rate::Rates;
use crate::web::settings::Settings;

/// Longest device id, in characters.
const DEVICE_CHARS: usize = 64;
/// Longest locale and time zone looked at, in characters.
const NAME_CHARS: usize = 100;
/// Longest name of a browser, in characters.
const BROWSER_CHARS: usize = 500;

/// What the visitor brings.
#[derive(Debug)]
struct Coming {
    key: String,
    device_id: Option<String>,
    visitor_token: Option<String>,
    identity: Option<Claim>,
    page: Option<Page>,
    locale: Option<String>,
    /// IANA name of the browser's time zone; one that is not known counts as not said.
    time_zone: Option<String>,
}

impl Coming {
    /// Takes what can be used: a session begins whatever the shop's page says beside the key.
    fn taken(mut said: Map<String, Value>, taking: &mut Taking) -> Result<Self, Fault> {
        let mut field = |name: &str| said.remove(name).unwrap_or_default();
        let key = taking.raw("key", field("key"));
        Ok(Self {
            key: key.ok_or_else(|| Fault::invalid("key", "Send the widget's key."))?,
            device_id: taking.whole("device_id", field("device_id"), DEVICE_CHARS),
            visitor_token: taking.raw("visitor_token", field("visitor_token")),
            identity: taking.claim(field("identity")),
            page: taking.page(field("page")),
            locale: taking.whole("locale", field("locale"), NAME_CHARS),
            time_zone: taking.whole("time_zone", field("time_zone"), NAME_CHARS),
        })
    }
}

/// How the browser names itself.
fn agent_of(request: &HttpRequest) -> Option<String> {
    let name = request.headers().get(USER_AGENT)?.to_str().ok()?;
    Some(name.chars().take(BROWSER_CHARS).collect())
}

pub(super) async fn open(
    request: HttpRequest,
    body: Result<Mended, Failure>,
    desk: Data<Desk>,
    hub: Data<Hub>,
    rates: Data<Rates>,
    settings: Data<Settings>,
) -> HttpResponse {
    let answer = match body {
        Ok(body) => answer(&request, body.0, &desk, &hub, &rates, &settings).await,
        Err(failure) => Err(failure),
    };
    cors::answer(&request, answer)
}

async fn answer(
    request: &HttpRequest,
    said: Map<String, Value>,
    desk: &Desk,
    hub: &Hub,
    rates: &Rates,
    limits: &Settings,
) -> Reply {
    if hub.blocked.covers(client_address(request), desk.clock.now()) {
        return Err(blocked().into());
    }
    let mut taking = Taking::default();
    let coming = Coming::taken(said, &mut taking)?;
    let is_new = coming.visitor_token.is_none();
    rates.visitor_session(client_net(request), is_new)?;
    let (widget, shop) = widget_of(desk, Some(coming.key)).await?;
    cors::check(request, &widget.allowed_origins)?;
    let now = desk.clock.now();
    let check = |claim| identity::check_taking(claim, &widget.secret, now, &mut taking);
    let identity = coming.identity.map(check).transpose()?;
    let is_verified = matches!(identity, Some(Identity::Verified { .. }));
    let locale = locale::visitors(request, coming.locale.as_deref(), &shop.locale);
    let fresh_token = credentials::make("vt_", desk.entropy.as_ref());
    let arrival = Arrival {
        widget: widget.id,
        device_id: coming.device_id,
        known_token: coming.visitor_token.as_deref().map(credentials::digest),
        new_token: credentials::digest(&fresh_token),
        identity,
        locale: Some(locale.tag().to_owned()),
        page: coming.page,
        time_zone: coming.time_zone.filter(|name| zone(name).is_ok()),
        user_agent: agent_of(request),
        address: Some(client_address(request)),
    };
    if is_new {
        hub.spending
            .store(client_address(request), NEW_VISITOR_BYTES, desk.clock.tick())
            .map_err(Fault::from)?;
    }
    let arrived = desk.db.write(move |unit| open_visitor_session(unit, &arrival)).await?;
    let expires_at = now.plus(limits.sessions.visitor_token_ttl.duration());
    let subject = Subject::Visitor { id: arrived.visitor, generation: arrived.generation };
    let session_token = session_token::sign(&desk.db.meta().token_key, &Claims { subject, expires_at });
    let known_token = coming.visitor_token.filter(|_| !arrived.is_new);
    Ok(HttpResponse::Ok().json(json!({
        "visitor_id": arrived.visitor,
        "visitor_token": known_token.unwrap_or(fresh_token),
        "session_token": session_token,
        "session_expires_at": expires_at,
        "verified": is_verified,
        "dropped": taking.dropped(),
        "settings": settings::describe(desk, hub, limits, &widget, locale, arrived.visitor).await?,
    })))
}
