//! `GET /w/frame`: the conversation, in a document of the desk's own origin inside the shop's page.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use serde_json::json;

use super::boot::{VERSION, widget_of};
use crate::domain::widgets::origins::AllowedOrigin;
use crate::flows::Desk;
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::page::{public_page, socket_source};
use crate::web::{assets, locale};

/// `?k=KEY&locale=`.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    k: Option<String>,
    locale: Option<String>,
}

#[derive(Template)]
#[template(path = "widget/frame.html")]
struct FramePage {
    t: Texts,
    assets: &'static str,
    config: String,
}

pub(super) async fn frame(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let Asked { k, locale: wanted } = asked.into_inner();
    let (widget, shop) = widget_of(&desk, k).await?;
    let locale = locale::visitors(&request, wanted.as_deref(), &shop.locale);
    let config = json!({ "key": widget.public_key, "assets": assets::prefix(), "version": VERSION });
    let html = FramePage { t: Texts::new(locale), assets: assets::prefix(), config: config.to_string() };
    public_page(&request, policy(&request, &widget.allowed_origins), &html)
}

/// The frame may be shown by the desk's own pages and the widget's allowed sites, and talks to the desk alone.
fn policy(request: &HttpRequest, allowed: &[AllowedOrigin]) -> String {
    let ancestors: String = if allowed.is_empty() {
        "*".to_owned()
    } else {
        let mut sources = String::from("'self'");
        for origin in allowed {
            sources.push(' ');
            sources.push_str(&origin.to_string());
        }
        sources
    };
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; \
         connect-src 'self' {}; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; \
         require-trusted-types-for 'script'; trusted-types lit-html",
        socket_source(request)
    )
}
