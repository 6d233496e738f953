//! Which sites may call, and telling their browsers so.

use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, HeaderValue, VARY,
};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

use crate::domain::access::forbidden;
use crate::domain::widgets::origins::{self, AllowedOrigin};
use crate::fault::Fault;
use crate::web::error::Reply;
use crate::web::origin::{asking_origin, is_own};

/// Calls that never look at a cookie: one that comes along changes nothing.
const COOKIELESS: [&str; 3] = ["/w/", "/widget/v1/", "/im/v1/"];
/// Headers that calls of the widget bring of themselves.
const HEADERS: &str = "authorization, content-type, content-digest, idempotency-key, last-event-id, range";
/// Longest list of headers that is repeated, in bytes.
const HEADERS_BYTES: usize = 1_024;

/// Checks the asking site against a widget's list. No origin (apps, servers) and the desk's own always pass.
pub(super) fn check(request: &HttpRequest, allowed: &[AllowedOrigin]) -> Result<(), Fault> {
    match asking_origin(request) {
        Some(origin) if !is_own(request, origin) && !origins::allowed(allowed, origin) => {
            Err(forbidden()
                .saying("This site may not use this widget. Add it to the widget's allowed sites."))
        }
        _ => Ok(()),
    }
}

/// Lets the asking site read the answer. Tokens travel in the body or a header; where no cookie is ever read, a page whose
/// `fetch` was changed to send them all the same may do so.
pub(super) fn allow(request: &HttpRequest, mut response: HttpResponse) -> HttpResponse {
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = asking_origin(request).and_then(|origin| HeaderValue::from_str(origin).ok()) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if COOKIELESS.iter().any(|prefix| request.path().starts_with(prefix)) {
            headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
        }
    }
    response
}

/// Answers a call of a shop's page. A refused site learns nothing; everybody else must be able to read what went wrong.
pub(super) fn answer(request: &HttpRequest, reply: Reply) -> HttpResponse {
    match reply {
        Ok(response) => allow(request, response),
        Err(failure) if failure.0.code == forbidden().code => failure.error_response(),
        Err(failure) => allow(request, failure.error_response()),
    }
}

/// The headers that a page's call may bring: those of the widget, and whatever tools of the page add to every call. They are
/// not looked at.
fn headers_for(request: &HttpRequest) -> HeaderValue {
    let asked = request.headers().get(ACCESS_CONTROL_REQUEST_HEADERS).and_then(|value| value.to_str().ok());
    let is_list = |list: &&str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_!#$%&'*+.^`|~, ".contains(&byte);
        list.len() <= HEADERS_BYTES && list.bytes().all(plain)
    };
    let list = asked.filter(is_list).map(|asked| format!("{HEADERS}, {asked}"));
    list.and_then(|list| HeaderValue::try_from(list).ok()).unwrap_or(HeaderValue::from_static(HEADERS))
}

/// `OPTIONS`: browsers ask before they send. What is really allowed is decided by the call itself.
pub(super) async fn preflight(request: HttpRequest) -> HttpResponse {
    let response = HttpResponse::NoContent()
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"))
        .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, headers_for(&request)))
        .append_header((VARY, ACCESS_CONTROL_REQUEST_HEADERS.as_str()))
        .insert_header((ACCESS_CONTROL_MAX_AGE, "7200"))
        .finish();
    allow(&request, response)
}
