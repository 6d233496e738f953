//! The first-run page. The link from the terminal opens it once: its token stands behind the `#`, which no server, proxy or log is
//! told, and the page's script shows it to the desk. Links of earlier versions have it in the query.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::access::store as agents;
use crate::flows::Desk;
use crate::flows::shop::set_up_desk::is_setup_token;
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::origin::own_origin;
use crate::web::page::{page, workbench_policy};
use crate::web::{assets, locale};

/// The token of the link.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    token: Option<String>,
}

#[derive(Template)]
#[template(path = "workbench/setup.html")]
struct SetupPage {
    t: Texts,
    assets: &'static str,
    state: &'static str,
    token: String,
    origin: String,
}

pub(super) async fn setup(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let asked = asked.into_inner().token;
    let in_query = asked.is_some();
    let token = asked.unwrap_or_default();
    let (given, now) = (token.clone(), desk.clock.now());
    let state = desk
        .db
        .read(move |conn| {
            let is_new = agents::list(conn, 0, 1)?.is_empty();
            Ok(match is_new {
                _ if is_setup_token(conn, &given, now)? => "ready",
                true if in_query => "invalid",
                true => "asked",
                false => "used",
            })
        })
        .await?;
    let status = if matches!(state, "ready" | "asked") { StatusCode::OK } else { StatusCode::GONE };
    let token = if state == "ready" { token } else { String::new() };
    let html = SetupPage {
        t: locale::texts(&request),
        assets: assets::prefix(),
        state,
        token,
        origin: own_origin(&request),
    };
    page(&request, status, workbench_policy(&request), &html)
}
