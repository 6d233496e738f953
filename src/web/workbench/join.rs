//! The page behind an invitation's link: a name, a password, and somebody is a colleague.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::shop;
use crate::flows::{Desk, invite};
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::page::{page, workbench_policy};
use crate::web::{assets, locale};

/// The token of the link.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    token: Option<String>,
}

#[derive(Template)]
#[template(path = "workbench/join.html")]
struct JoinPage {
    t: Texts,
    assets: &'static str,
    shop_name: String,
    /// Empty where the link no longer works.
    token: String,
    email: String,
    name: String,
}

pub(super) async fn join(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let token = asked.into_inner().token.unwrap_or_default();
    let (given, now) = (token.clone(), desk.clock.now());
    let (shop_name, found) = desk
        .db
        .read(move |conn| Ok((shop::store::name(conn)?, invite::find(conn, &given, now).ok())))
        .await?;
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let (token, email, name) = match found {
        Some(invitation) => (token, invitation.email, invitation.name),
        None => Default::default(),
    };
    let html =
        JoinPage { t: locale::texts(&request), assets: assets::prefix(), shop_name, token, email, name };
    page(&request, status, workbench_policy(&request), &html)
}
