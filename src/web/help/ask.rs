//! "Ask a person": the one help page with a script, which opens the shop's chat.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use super::lost::{moved, say};
use super::sent;
use super::sheet::{Ground, Sheet, Spoken, spoken};
use crate::domain::widgets::{self, store};
use crate::flows::Desk;
use crate::i18n::Locale;
use crate::web::error::Reply;
use crate::web::origin::client_net;
use crate::web::page::socket_source;
use crate::web::rate::Rates;

#[derive(Template)]
#[template(path = "help/ask.html")]
struct AskPage {
    s: Sheet,
    widget_key: String,
}

pub(super) async fn ask(
    request: HttpRequest,
    path: Path<String>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> Reply {
    rates.articles(client_net(&request))?;
    let at = |locale: Locale| format!("{}/ask", super::place::home(locale));
    let locale = match spoken(&path) {
        Spoken::Here(locale) => Some(locale),
        Spoken::Elsewhere(locale) => return Ok(moved(&at(locale))),
        Spoken::Unknown => None,
    };
    let (ground, widget) = desk
        .db
        .read(|conn| Ok((Ground::read(conn)?, store::find_by_name(conn, widgets::DEFAULT_NAME)?)))
        .await?;
    let (Some(ground), Some(locale), Some(widget)) = (&ground, locale, widget) else {
        return say(&request, ground.as_ref(), locale);
    };
    let paths = Locale::ALL.map(|locale| (locale, at(locale)));
    let mut s = Sheet::new(&request, Some(ground), locale, &paths);
    s.asks = false;
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self' {}; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        socket_source(&request)
    );
    sent::page_under(&request, &policy, &AskPage { s, widget_key: widget.public_key })
}
