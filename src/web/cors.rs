//! Which sites may call, and telling their browsers so.

use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, HeaderValue, VARY,
};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

use crate::domain::access::forbidden;
use crate::domain::widgets::origins::{self, AllowedOrigin};
use crate::fault::Fault;
use crate::web::error::Reply;
use crate::web::origin::{asking_origin, is_own};

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

/// Lets the asking site read the answer. Credentials are never allowed: tokens travel in the body or a header.
pub(super) fn allow(request: &HttpRequest, mut response: HttpResponse) -> HttpResponse {
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = asking_origin(request).and_then(|origin| HeaderValue::from_str(origin).ok()) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
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

/// `OPTIONS`: browsers ask before they send. What is really allowed is decided by the call itself.
pub(super) async fn preflight(request: HttpRequest) -> HttpResponse {
    let response = HttpResponse::NoContent()
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"))
        .insert_header((
            ACCESS_CONTROL_ALLOW_HEADERS,
            "authorization, content-type, content-digest, idempotency-key, last-event-id, range",
        ))
        .insert_header((ACCESS_CONTROL_MAX_AGE, "7200"))
        .finish();
    allow(&request, response)
}
