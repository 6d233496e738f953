//! The page behind an invitation's link: a name, a password, and somebody is a colleague. The token stands behind the `#` of the
//! link, or in the query of an earlier version's.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::shop;
use crate::flows::Desk;
use crate::flows::access::invite;
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
    /// The link no longer works.
    gone: bool,
    /// Empty where the script has to show it first.
    token: String,
    email: String,
    name: String,
}

pub(super) async fn join(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let asked = asked.into_inner().token;
    let in_query = asked.is_some();
    let token = asked.unwrap_or_default();
    let (given, now) = (token.clone(), desk.clock.now());
    let (shop_name, found) = desk
        .db
        .read(move |conn| Ok((shop::store::name(conn)?, invite::find(conn, &given, now).ok())))
        .await?;
    let gone = in_query && found.is_none();
    let status = if gone { StatusCode::GONE } else { StatusCode::OK };
    let (token, email, name) = match found {
        Some(invitation) => (token, invitation.email, invitation.name),
        None => Default::default(),
    };
    let (t, assets) = (locale::texts(&request), assets::prefix());
    let html = JoinPage { t, assets, shop_name, gone, token, email, name };
    page(&request, status, workbench_policy(&request), &html)
}
