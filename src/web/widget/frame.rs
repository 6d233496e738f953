//! `GET /w/frame`: the conversation, in a document of the desk's own origin inside the shop's page.

use actix_web::HttpRequest;
use actix_web::http::header::{CROSS_ORIGIN_RESOURCE_POLICY, HeaderName, HeaderValue};
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

/// `?k=KEY&locale=`; with `preview` the views alone, which ask the desk for nothing.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    k: Option<String>,
    locale: Option<String>,
    preview: Option<String>,
}

#[derive(Template)]
#[template(path = "widget/frame.html")]
struct FramePage {
    t: Texts,
    assets: &'static str,
    config: String,
    preview: bool,
}

pub(super) async fn frame(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let Asked { k, locale: wanted, preview } = asked.into_inner();
    let (widget, shop) = widget_of(&desk, k).await?;
    let locale = locale::visitors(&request, wanted.as_deref(), &shop.locale);
    let config = json!({ "key": widget.public_key, "assets": assets::prefix(), "version": VERSION });
    let html = FramePage {
        t: Texts::new(locale),
        assets: assets::prefix(),
        config: config.to_string(),
        preview: preview.is_some(),
    };
    let ancestors = if html.preview { "'self'".to_owned() } else { ancestors(&widget.allowed_origins) };
    let mut page = public_page(&request, policy(&request, &ancestors), &html)?;
    // Pages that are isolated from other origins (COEP) show only frames that say they may be shown and are isolated, too.
    for (name, value) in [
        (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
        (CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin"),
    ] {
        page.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(page)
}

/// Who may show the frame: the desk's own pages and the widget's allowed sites.
fn ancestors(allowed: &[AllowedOrigin]) -> String {
    if allowed.is_empty() {
        return "*".to_owned();
    }
    let mut sources = String::from("'self'");
    for origin in allowed {
        sources.push(' ');
        sources.push_str(&origin.to_string());
    }
    sources
}

/// The frame talks to the desk alone.
fn policy(request: &HttpRequest, ancestors: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; \
         connect-src 'self' {}; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}; \
         require-trusted-types-for 'script'; trusted-types lit-html",
        socket_source(request)
    )
}
