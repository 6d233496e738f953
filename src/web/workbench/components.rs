//! The parts that pages are made of, in all their states, on one page; in debug builds, for whoever changes the look.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;

use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::page::{page, workbench_policy};
use crate::web::{assets, locale};

#[derive(Template)]
#[template(path = "dev/components.html")]
struct ComponentsPage {
    t: Texts,
    assets: &'static str,
}

pub(super) async fn components(request: HttpRequest) -> Reply {
    let html = ComponentsPage { t: locale::texts(&request), assets: assets::prefix() };
    page(&request, StatusCode::OK, workbench_policy(&request), &html)
}
