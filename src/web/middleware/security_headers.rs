//! Headers that keep browsers strict. Pages set their own content security policy; everything else gets one that allows
//! nothing. Scripts and style sheets get none of what browsers read on documents alone: they are most of what a page loads, and
//! each such line would be sent with every one of them. JSON has no links and opens no windows, so that it does without the two
//! lines on those; the policy that allows nothing stays.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::middleware::Next;

use crate::web::origin;

/// Browsers that came by https use https for half a year (RFC 6797). Subdomains are not ours to bind.
const HTTPS_ONLY: &str = "max-age=15552000";

/// Adds what the response does not say itself.
pub(crate) async fn security_headers<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let is_https = origin::is_https(request.request());
    let mut response = next.call(request).await?;
    if is_https {
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HTTPS_ONLY));
    }
    let everywhere = [(X_CONTENT_TYPE_OPTIONS, "nosniff"), (CACHE_CONTROL, "no-store")];
    let on_documents = [
        (REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    let headers = response.headers();
    let (is_part, is_json) = (is_part_of_page(headers), is_kind(headers, "application/json"));
    let on_documents = on_documents
        .into_iter()
        .filter(|(name, _)| !is_part && (!is_json || *name == CONTENT_SECURITY_POLICY));
    for (name, value) in everywhere.into_iter().chain(on_documents.collect::<Vec<_>>()) {
        if !response.headers().contains_key(&name) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    Ok(response)
}

/// Whether this is a script or a style sheet: what browsers never show as a document of its own.
pub(super) fn is_part_of_page(headers: &HeaderMap) -> bool {
    is_kind(headers, "text/css") || is_kind(headers, "text/javascript")
}

fn is_kind(headers: &HeaderMap, kind: &str) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with(kind))
}
