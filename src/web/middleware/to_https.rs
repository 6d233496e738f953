//! The way to https for pages that were asked for by plain http.
//!
//! Only pages that a reader opens: a program, a script of the widget or a socket that was told an http address would rather fail
//! on a redirect than follow it, and `/healthz` is asked by machines. Nobody on this machine is redirected, so that the desk can be
//! repaired. The redirect is a temporary one: a browser that remembered it would be locked out when https is turned off.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT, LOCATION};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest, HttpResponse};
use url::Url;

use crate::web::origin;
use crate::web::settings::Settings;

/// Redirects where it is wanted.
pub(crate) async fn to_https<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    match https_address(request.request()) {
        Some(address) => {
            let redirect = HttpResponse::TemporaryRedirect().insert_header((LOCATION, address)).finish();
            Ok(request.into_response(redirect).map_into_right_body())
        }
        None => Ok(next.call(request).await?.map_into_left_body()),
    }
}

/// Where the page is by https, if its reader should go there.
fn https_address(request: &HttpRequest) -> Option<String> {
    let port = request.app_data::<Data<Settings>>()?.redirect_port()?;
    if !is_page(request) || origin::is_https(request) {
        return None;
    }
    if origin::client_address(request).to_canonical().is_loopback() {
        return None;
    }
    let mut url = Url::parse(&origin::own_origin(request)).ok()?;
    if url.scheme() == "http" {
        url.set_scheme("https").ok()?;
        url.set_port(Some(port)).ok()?;
    }
    let path = request.uri().path_and_query()?;
    Some(format!("{}{path}", url.origin().ascii_serialization()))
}

/// Browsers name this type when a reader opens a page, and then only. Frames of the widget stay with their script.
fn is_page(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    matches!(*request.method(), Method::GET | Method::HEAD)
        && accepted.is_some_and(|types| types.contains("text/html"))
        && !request.path().starts_with("/w/")
        && !matches!(request.path(), "/healthz" | "/readyz")
}
