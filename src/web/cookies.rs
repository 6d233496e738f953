//! The workbench's cookies and the reader's choice of language.
//!
//! On https the names of the former begin with `__Host-`: a browser then takes them from this host alone, never from a neighbour below
//! the same domain (RFC 6265bis, section 4.1.3.2).

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration as CookieDuration;
use actix_web::cookie::{Cookie, SameSite};

use super::origin;

/// A cookie's name on http and on https.
struct Name {
    plain: &'static str,
    host: &'static str,
}

/// Name of the session cookie on http.
pub(super) const SESSION_NAME: &str = "servicedesk_session";
/// The sign-in.
const SESSION: Name = Name { plain: SESSION_NAME, host: "__Host-servicedesk_session" };
/// Shows that somebody signed in with this browser before.
const DEVICE: Name = Name { plain: "servicedesk_device", host: "__Host-servicedesk_device" };
/// Name of the language cookie.
pub(super) const LANGUAGE: &str = "servicedesk_lang";
/// How long a browser keeps what shows that it signed in before.
const DEVICE_DAYS: i64 = 365;

impl Name {
    fn for_request(&self, request: &HttpRequest) -> &'static str {
        if origin::is_https(request) { self.host } else { self.plain }
    }
}

fn dressed(request: &HttpRequest, name: &'static str, value: String) -> Cookie<'static> {
    // `Secure` exactly when the request came by https: on a plain LAN desk the cookie would never come back.
    Cookie::build(name, value).path("/").same_site(SameSite::Lax).secure(origin::is_https(request)).finish()
}

fn presented(request: &HttpRequest, name: &Name) -> Option<String> {
    request.cookie(name.for_request(request)).map(|cookie| cookie.value().to_owned())
}

/// What the request shows as its sign-in.
pub(super) fn presented_session(request: &HttpRequest) -> Option<String> {
    presented(request, &SESSION)
}

/// What the request shows as its browser's earlier sign-in.
pub(super) fn presented_device(request: &HttpRequest) -> Option<String> {
    presented(request, &DEVICE)
}

/// The cookie of a browser that was just signed in.
pub(super) fn session(request: &HttpRequest, value: String, life: std::time::Duration) -> Cookie<'static> {
    let mut cookie = dressed(request, SESSION.for_request(request), value);
    cookie.set_http_only(true);
    cookie.set_max_age(CookieDuration::seconds(i64::try_from(life.as_secs()).unwrap_or(i64::MAX)));
    cookie
}

/// Takes the session cookie away.
pub(super) fn no_session(request: &HttpRequest) -> Cookie<'static> {
    let mut cookie = dressed(request, SESSION.for_request(request), String::new());
    cookie.set_http_only(true);
    cookie.set_max_age(CookieDuration::ZERO);
    cookie
}

/// Shows the desk at the next sign-in that this browser was let in before.
pub(super) fn device(request: &HttpRequest, value: String) -> Cookie<'static> {
    let mut cookie = dressed(request, DEVICE.for_request(request), value);
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Strict);
    cookie.set_max_age(CookieDuration::days(DEVICE_DAYS));
    cookie
}

/// Keeps the reader's language for a year.
pub(super) fn language(request: &HttpRequest, tag: &'static str) -> Cookie<'static> {
    let mut cookie = dressed(request, LANGUAGE, tag.to_owned());
    cookie.set_max_age(CookieDuration::days(365));
    cookie
}
