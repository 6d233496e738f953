//! `POST /widget/v1/session`: a visitor comes.

use actix_web::http::header::USER_AGENT;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use super::boot::widget_of;
use super::settings;
use crate::domain::access::credentials;
use crate::domain::access::session_token::{self, Claims, Subject};
use crate::domain::contacts::identity::{self, Claim};
use crate::domain::contacts::profile::clean;
use crate::domain::contacts::store::Page;
use crate::domain::shop::hours;
use crate::flows::Desk;
use crate::flows::open_visitor_session::{Arrival, open_visitor_session};
use crate::im::hub::Hub;
use crate::text::is_trick;
use crate::web::body::Body;
use crate::web::cors;
use crate::web::error::{Failure, Reply};
use crate::web::locale;
use crate::web::origin::client_address;
use crate::web::rate::Rates;
use crate::web::settings::Settings;

/// Longest device id, in characters.
const DEVICE_CHARS: usize = 64;
/// Longest address, title and referrer of a page, in characters; longer ones are cut, because no visitor typed them.
const PAGE_CHARS: usize = 500;

/// What the visitor brings.
#[derive(Debug, Deserialize)]
pub(super) struct Coming {
    key: String,
    device_id: Option<String>,
    visitor_token: Option<String>,
    identity: Option<Claim>,
    page: Option<PageBody>,
    locale: Option<String>,
    /// IANA name of the browser's time zone; one that is not known counts as not said.
    time_zone: Option<String>,
}

/// A page of the shop.
#[derive(Debug, Deserialize)]
pub(super) struct PageBody {
    pub(super) url: Option<String>,
    pub(super) title: Option<String>,
    pub(super) referrer: Option<String>,
}

impl PageBody {
    /// The page as it is kept.
    pub(super) fn cleaned(self) -> Page {
        let cut = |text: Option<String>| {
            let text: String = text?.trim().chars().filter(|c| !c.is_control() && !is_trick(*c)).take(PAGE_CHARS).collect();
            Some(text).filter(|text| !text.is_empty())
        };
        // Shown to agents as a link: only what a browser opens as a page.
        let web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
        Page {
            url: cut(self.url).filter(web),
            title: cut(self.title),
            referrer: cut(self.referrer).filter(web),
        }
    }
}

/// How the browser names itself.
fn agent_of(request: &HttpRequest) -> Option<String> {
    let name = request.headers().get(USER_AGENT)?.to_str().ok()?;
    Some(name.chars().take(PAGE_CHARS).collect())
}

pub(super) async fn open(
    request: HttpRequest,
    body: Result<Body<Coming>, Failure>,
    desk: Data<Desk>,
    hub: Data<Hub>,
    rates: Data<Rates>,
    settings: Data<Settings>,
) -> HttpResponse {
    let answer = match body {
        Ok(body) => answer(&request, body.value, &desk, &hub, &rates, &settings).await,
        Err(failure) => Err(failure),
    };
    cors::answer(&request, answer)
}

async fn answer(
    request: &HttpRequest,
    coming: Coming,
    desk: &Desk,
    hub: &Hub,
    rates: &Rates,
    limits: &Settings,
) -> Reply {
    rates.visitor_session(client_address(request))?;
    let (widget, shop) = widget_of(desk, Some(coming.key)).await?;
    cors::check(request, &widget.allowed_origins)?;
    let now = desk.clock.now();
    let identity = coming.identity.map(|claim| identity::check(claim, &widget.secret, now)).transpose()?;
    let locale = locale::visitors(request, coming.locale.as_deref(), &shop.locale);
    let fresh_token = credentials::make("vt_", desk.entropy.as_ref());
    let arrival = Arrival {
        widget: widget.id,
        device_id: clean("device_id", coming.device_id, DEVICE_CHARS)?,
        known_token: coming.visitor_token.as_deref().map(credentials::digest),
        new_token: credentials::digest(&fresh_token),
        identity,
        locale: Some(locale.tag().to_owned()),
        page: coming.page.map(PageBody::cleaned),
        time_zone: coming.time_zone.filter(|zone| hours::zone(zone).is_ok()),
        user_agent: agent_of(request),
    };
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
        "settings": settings::describe(desk, hub, limits, &widget, locale, arrived.visitor).await?,
    })))
}
