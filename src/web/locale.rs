//! Which language a page speaks: the address (`?lang=en`), the cookie, the browser.

use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT_LANGUAGE;

use super::cookies;
use crate::i18n::{Locale, Texts};

/// The language asked for in the address.
pub(super) fn asked(request: &HttpRequest) -> Option<Locale> {
    let query = request.query_string();
    url::form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "lang" || name == "locale")
        .and_then(|(_, tag)| Locale::parse(&tag))
}

/// The language of a page for this reader.
pub(super) fn of(request: &HttpRequest) -> Locale {
    asked(request)
        .or_else(|| request.cookie(cookies::LANGUAGE).and_then(|cookie| Locale::parse(cookie.value())))
        .unwrap_or_else(|| browsers(request))
}

/// The language the browser prefers.
pub(super) fn browsers(request: &HttpRequest) -> Locale {
    let accept = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Locale::negotiate(accept.unwrap_or_default())
}

/// The language in which a widget speaks: asked for, or the browser's, or the shop's.
pub(super) fn visitors(request: &HttpRequest, asked: Option<&str>, shop: &str) -> Locale {
    let accept = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    asked
        .and_then(Locale::parse)
        .or_else(|| Locale::preferred(accept.unwrap_or_default()))
        .or_else(|| Locale::parse(shop))
        .unwrap_or_default()
}

/// The texts of a page for this reader.
pub(super) fn texts(request: &HttpRequest) -> Texts {
    Texts::new(of(request))
}
