//! The workbench's cookie and the reader's choice of language.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration as CookieDuration;
use actix_web::cookie::{Cookie, SameSite};

use super::origin;

/// Name of the session cookie.
pub(super) const SESSION: &str = "servicedesk_session";
/// Name of the language cookie.
pub(super) const LANGUAGE: &str = "servicedesk_lang";

fn dressed(request: &HttpRequest, name: &'static str, value: String) -> Cookie<'static> {
    // `Secure` exactly when the request came by https: on a plain LAN desk the cookie would never come back.
    Cookie::build(name, value).path("/").same_site(SameSite::Lax).secure(origin::is_https(request)).finish()
}

/// The cookie of a browser that was just signed in.
pub(super) fn session(request: &HttpRequest, value: String, life: std::time::Duration) -> Cookie<'static> {
    let mut cookie = dressed(request, SESSION, value);
    cookie.set_http_only(true);
    cookie.set_max_age(CookieDuration::seconds(i64::try_from(life.as_secs()).unwrap_or(i64::MAX)));
    cookie
}

/// Takes the session cookie away.
pub(super) fn no_session(request: &HttpRequest) -> Cookie<'static> {
    let mut cookie = dressed(request, SESSION, String::new());
    cookie.set_http_only(true);
    cookie.set_max_age(CookieDuration::ZERO);
    cookie
}

/// Keeps the reader's language for a year.
pub(super) fn language(request: &HttpRequest, tag: &'static str) -> Cookie<'static> {
    let mut cookie = dressed(request, LANGUAGE, tag.to_owned());
    cookie.set_max_age(CookieDuration::days(365));
    cookie
}
