//! `GET /w/preview`: the widget on a page of a shop without words, as the settings page shows it while it is being changed.
//! Nothing is asked of the desk and nothing is sent; only the desk's own pages may show it.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use serde_json::json;

use super::boot::widget_of;
use crate::flows::Desk;
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::page::public_page;
use crate::web::{assets, locale};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// `?k=KEY&locale=`.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    k: Option<String>,
    locale: Option<String>,
}

#[derive(Template)]
#[template(path = "widget/preview.html")]
struct PreviewPage {
    t: Texts,
    assets: &'static str,
    config: String,
}

pub(super) async fn preview(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> Reply {
    let Asked { k, locale: wanted } = asked.into_inner();
    let (widget, shop) = widget_of(&desk, k).await?;
    let t = Texts::new(locale::visitors(&request, wanted.as_deref(), &shop.locale));
    let config = json!({
        "key": widget.public_key,
        "settings": widget.settings,
        "shop": { "name": shop.name },
        "sample": {
            "agent": t.get("preview.agent"),
            "lines": [t.get("preview.asked"), t.get("preview.answered"), t.get("preview.thanked")],
        },
        "texts": { "open": t.get("widget_launcher.open"), "close": t.get("widget.close"), "title": t.get("widget_launcher.title") },
    });
    let page = PreviewPage { t, assets: assets::prefix(), config: config.to_string() };
    public_page(&request, POLICY.to_owned(), &page)
}
