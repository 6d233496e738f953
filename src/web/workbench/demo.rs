//! A shop page with the widget, served with the desk.

use actix_web::HttpRequest;
use actix_web::web::Data;
use askama::Template;

use crate::domain::widgets::{self, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::origin::own_origin;
use crate::web::page::{public_page, socket_source};
use crate::web::{assets, locale};

#[derive(Template)]
#[template(path = "public/demo.html")]
struct DemoPage {
    t: Texts,
    assets: &'static str,
    widget_key: String,
    origin: String,
}

pub(super) async fn demo(request: HttpRequest, desk: Data<Desk>) -> Reply {
    let widget = desk
        .db
        .read(|conn| Ok(store::find_by_name(conn, widgets::DEFAULT_NAME)?))
        .await?
        .ok_or_else(Fault::not_found)?;
    let html = DemoPage {
        t: locale::texts(&request),
        assets: assets::prefix(),
        widget_key: widget.public_key,
        origin: own_origin(&request),
    };
    // A shop's page with the strictest policy under which the widget works.
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' {}; \
         frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        socket_source(&request)
    );
    public_page(&request, policy, &html)
}
