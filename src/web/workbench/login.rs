//! The sign-in page.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::go_to;
use crate::domain::shop;
use crate::flows::Desk;
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::identity::signed_in;
use crate::web::page::{page, workbench_policy};
use crate::web::{assets, locale};

/// Where to go after signing in.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "workbench/login.html")]
struct LoginPage {
    t: Texts,
    assets: &'static str,
    shop_name: String,
    next: String,
}

/// Only places of this desk: an address that could lead elsewhere becomes the inbox.
fn local(next: Option<String>) -> String {
    let plain = |next: &String| {
        next.starts_with('/')
            && !next.starts_with("//")
            && !next.contains('\\')
            && !next.chars().any(char::is_control)
    };
    next.filter(plain).unwrap_or_else(|| "/inbox".to_owned())
}

pub(super) async fn login(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let next = local(asked.into_inner().next);
    if signed_in(&request).await?.is_some() {
        return Ok(go_to(&next));
    }
    let shop_name = desk.db.read(|conn| Ok(shop::store::name(conn)?)).await?;
    let html = LoginPage { t: locale::texts(&request), assets: assets::prefix(), shop_name, next };
    page(&request, StatusCode::OK, workbench_policy(&request), &html)
}
