//! The first run: owner, shop and tag.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::access::{LoggedIn, LoggedInResponse, welcome};
use super::rows::SightingRow;
use crate::domain::access::agent::Role;
use crate::domain::access::store as agents;
use crate::domain::shop::check_name;
use crate::domain::widgets::origins::AllowedOrigin;
use crate::domain::widgets::{self, store as widget_store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::add_agent;
use crate::flows::access::sign_in::open_session;
use crate::flows::shop::set_up_desk::{Setup, invalid_setup_token, is_setup_token, set_up_desk};
use crate::i18n::Locale;
use crate::im::hub::Hub;
use crate::web::body::Body;
use crate::web::error::{Problem, Reply};
use crate::web::identity::{CurrentAgent, shown};
use crate::web::origin::{check_own_page, client_address, client_net, own_origin};
use crate::web::rate::Rates;
use crate::web::settings::Settings;
use crate::web::sign_in_rate::SignInRates;

/// What the owner says.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct FirstRun {
    /// The token of the printed link.
    token: String,
    name: String,
    email: String,
    password: String,
    /// The owner's language, and the one the shop writes in first.
    #[schema(example = "zh-CN")]
    locale: Option<String>,
    /// Where the shop's clocks are: an IANA name; one that the desk does not know is left out.
    #[schema(example = "Asia/Shanghai")]
    time_zone: Option<String>,
    shop_name: String,
    #[schema(example = "#1f6f5c")]
    accent: Option<String>,
    /// Sites that may show the widget; none allows every site.
    #[serde(default)]
    allowed_origins: Vec<String>,
}

/// Reads the sites of a widget.
pub(super) fn parse_origins(texts: &[String]) -> Result<Vec<AllowedOrigin>, Fault> {
    let said = texts.iter().filter(|text| !text.trim().is_empty());
    said.map(|text| {
        let origin = AllowedOrigin::parse(text)?;
        origin.check_narrow()?;
        Ok(origin)
    })
    .collect()
}

/// The script tag of a widget.
pub(in crate::web) fn tag(origin: &str, key: &str) -> String {
    format!("<script async src=\"{origin}/w.js\" data-key=\"{key}\"></script>")
}

/// The tag of a widget, with its key.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TagRow {
    tag: String,
    key: String,
}

/// Who set the desk up, and the first widget.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SetUp {
    #[serde(flatten)]
    signed_in: LoggedIn,
    widget: TagRow,
}

/// Set the desk up
///
/// Takes the one-time token that `serve` printed, makes the owner's account and signs in.
#[utoipa::path(operation_id = "set_up_desk", tag = "Access", request_body = FirstRun, security(()), responses(
    (status = 201, description = "The desk is set up; the cookie is set", body = SetUp),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "invalid_setup_token: used, replaced or expired", body = Problem),
    (status = 422, description = "weak_password", body = Problem),
))]
#[post("/setup")]
pub(super) async fn set_up(
    request: HttpRequest,
    body: Body<FirstRun>,
    desk: Data<Desk>,
    hub: Data<Hub>,
    rates: Data<SignInRates>,
    settings: Data<Settings>,
) -> Reply {
    check_own_page(&request)?;
    rates.link(client_address(&request))?;
    let first = body.value;
    let token = first.token.clone();
    let now = desk.clock.now();
    // Checked before anything is hashed, so that guessing tokens costs the desk nothing.
    if !desk.db.read(move |conn| is_setup_token(conn, &token, now)).await? {
        return Err(invalid_setup_token().into());
    }
    let locale = first.locale.as_deref().and_then(Locale::parse).unwrap_or_default();
    let shop_name = check_name(&first.shop_name)?;
    let allowed_origins = parse_origins(&first.allowed_origins)?;
    let (owner, password_hash) = add_agent::prepare(
        &desk,
        &first.email,
        &first.name,
        Role::Owner,
        locale.tag(),
        first.password,
        shop_name.clone(),
    )
    .await?;
    let setup = Setup {
        token: first.token,
        owner,
        password_hash,
        shop_name,
        locale: locale.tag().to_owned(),
        time_zone: first.time_zone,
        accent: first.accent.unwrap_or_else(|| widgets::DEFAULT_ACCENT.to_owned()),
        allowed_origins,
    };
    let (agent, widget) = desk
        .db
        .write(move |unit| {
            let id = set_up_desk(unit, &setup)?;
            let agent = agents::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
            Ok((agent, widget_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?))
        })
        .await?;
    let signed_in =
        open_session(&desk, agent, shown(&request), settings.sessions.cookie_ttl.duration()).await?;
    let LoggedInResponse { cookies: [session, device], body } =
        welcome(&request, &desk, &hub, &settings, &signed_in).await?;
    let key = widget.map(|widget| widget.public_key).unwrap_or_default();
    let widget = TagRow { tag: tag(&own_origin(&request), &key), key };
    Ok(HttpResponse::Created().cookie(session).cookie(device).json(SetUp { signed_in: body, widget }))
}

/// The token of a link.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Link {
    /// What stands behind `#token=` of the link.
    pub(super) token: String,
}

/// Does a set-up link hold?
#[utoipa::path(operation_id = "check_setup_link", tag = "Access", request_body = Link, security(()), responses(
    (status = 204, description = "It holds"),
    (status = 401, description = "invalid_setup_token: used, replaced or expired", body = Problem),
))]
#[post("/setup/check")]
pub(super) async fn check(
    request: HttpRequest,
    body: Body<Link>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> Reply {
    rates.api(client_net(&request))?;
    let (token, now) = (body.value.token, desk.clock.now());
    if desk.db.read(move |conn| is_setup_token(conn, &token, now)).await? {
        Ok(HttpResponse::NoContent().finish())
    } else {
        Err(invalid_setup_token().into())
    }
}

/// Where a widget was last seen.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Seen {
    seen: Option<SightingRow>,
}

/// Has the widget been seen?
///
/// The page on which a widget was last loaded, the demo page and pages of the own machine not counted.
#[utoipa::path(operation_id = "get_widget_sighting", tag = "Access", responses(
    (status = 200, description = "Where and when, or null", body = Seen),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/setup/seen")]
pub(super) async fn seen(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let widget = desk.db.read(|conn| Ok(widget_store::find_by_name(conn, widgets::DEFAULT_NAME)?)).await?;
    let seen = widget.and_then(|widget| widget.seen).map(SightingRow::new);
    Ok(HttpResponse::Ok().json(Seen { seen }))
}
