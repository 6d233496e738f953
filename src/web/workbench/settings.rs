//! The settings: one shell for every page, filled by the workbench's scripts. A page brings the words of its own subject only, so
//! that each costs little where nothing may be compressed.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::go_to;
use crate::domain::access::credentials::csrf;
use crate::domain::access::rights::Right;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::{Locale, Texts};
use crate::im::hub::Hub;
use crate::web::api::describe_me;
use crate::web::assets;
use crate::web::error::Reply;
use crate::web::identity::{Credential, CurrentAgent, signed_in};
use crate::web::origin::own_origin;
use crate::web::page::{page, workbench_policy};

/// A page of the settings.
struct Page {
    /// Last part of its address.
    name: &'static str,
    /// The areas of its words, beside those that every page brings.
    areas: &'static [&'static str],
    /// Only for those who have this right.
    right: Option<Right>,
}

const fn managed(right: Right, name: &'static str, areas: &'static [&'static str]) -> Page {
    Page { name, areas, right: Some(right) }
}

const fn own(name: &'static str, areas: &'static [&'static str]) -> Page {
    Page { name, areas, right: None }
}

/// The first that is allowed is shown where none is named.
const PAGES: [Page; 13] = [
    managed(Right::Widgets, "widget", &["settings_widget", "settings_site"]),
    managed(Right::Shop, "hours", &["settings_hours"]),
    own("canned", &["settings_canned"]),
    own("labels", &["settings_labels"]),
    own("blocks", &["settings_blocks"]),
    managed(Right::Agents, "team", &["settings_team"]),
    managed(Right::Shop, "shop", &["settings_shop"]),
    managed(Right::StorageUse, "data", &["settings_data"]),
    own("about", &["settings_about"]),
    own("profile", &["settings_profile"]),
    own("notifications", &["settings_notices", "thread"]),
    own("sessions", &["settings_devices"]),
    own("tokens", &["settings_tokens"]),
];

#[derive(Template)]
#[template(path = "workbench/settings.html")]
struct SettingsPage {
    t: Texts,
    assets: &'static str,
    csrf: String,
    theme: String,
    me_json: String,
    origin: String,
    /// Empty where none was named: a phone then shows the list.
    name: String,
    /// The page that is shown where none was named and there is room.
    shown: &'static str,
    areas: &'static [&'static str],
}

pub(super) async fn settings(request: HttpRequest, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let name = request.match_info().get("page").unwrap_or_default().to_owned();
    let Some((session, agent)) = signed_in(&request).await? else {
        let next: String = url::form_urlencoded::byte_serialize(request.path().as_bytes()).collect();
        return Ok(go_to(&format!("/login?next={next}")));
    };
    let who = CurrentAgent { agent, credential: Credential::Session(session) };
    let rights = who.caller().rights;
    let mut open = PAGES.iter().filter(|page| page.right.is_none_or(|right| rights.hold(right)));
    let found = if name.is_empty() { open.next() } else { open.find(|page| page.name == name) };
    let Some(&Page { name: shown, areas, .. }) = found else { return Err(Fault::not_found().into()) };
    let me = describe_me(&request, &who, &desk, &hub).await?;
    let html = SettingsPage {
        t: Texts::new(Locale::parse(&who.agent.locale).unwrap_or_default()),
        assets: assets::prefix(),
        csrf: csrf(&desk.db.meta().token_key, session.0),
        theme: who.agent.theme,
        me_json: serde_json::to_string(&me).map_err(Fault::internal)?,
        origin: own_origin(&request),
        name,
        shown,
        areas,
    };
    // The preview of the widget is a page of this desk in a frame.
    let policy = format!("{}; frame-src 'self'", workbench_policy(&request));
    page(&request, StatusCode::OK, policy, &html)
}
