//! How a help page goes out: compressed, for five minutes, under a tag by which it is asked for again.

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use sha2::{Digest, Sha256};

use crate::fault::Fault;
use crate::web::error::Reply;
use crate::web::page::brotli;

/// How long pages may be kept without asking.
pub(super) const KEPT: &str = "public, max-age=300";
/// Made for each reader: of eleven steps the one that costs little.
const BROTLI_QUALITY: i32 = 5;
/// A page that runs nothing.
const POLICY: &str = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn header(request: &HttpRequest, name: actix_web::http::header::HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Sends a text. The tag is of what is sent, in its coding: nothing that changes a page can be forgotten in it.
pub(super) fn text(
    request: &HttpRequest,
    kind: &'static str,
    policy: Option<&str>,
    body: String,
) -> HttpResponse {
    let takes = |part: &str| {
        let (name, weight) = part.trim().split_once(';').unwrap_or((part.trim(), ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|weight| weight.parse() == Ok(0.0_f32));
        name.trim().eq_ignore_ascii_case("br") && !refused
    };
    let wanted = header(request, ACCEPT_ENCODING).split(',').any(takes);
    let small = if wanted { brotli(body.as_bytes(), BROTLI_QUALITY) } else { None };
    let number = Sha256::digest(body.as_bytes()).first_chunk().copied().map_or(0, u64::from_be_bytes);
    let tag = format!("\"{number:016x}{}\"", if small.is_some() { "-br" } else { "" });
    let known = header(request, IF_NONE_MATCH).split(',').any(|known| known.trim() == tag);
    let mut response = HttpResponse::build(if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
    response
        .insert_header((CACHE_CONTROL, KEPT))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((ETAG, tag));
    if let Some(policy) = policy {
        response.insert_header((CONTENT_SECURITY_POLICY, policy));
    }
    if known {
        return response.finish();
    }
    response.insert_header((CONTENT_TYPE, kind));
    match small {
        Some(small) => response.insert_header((CONTENT_ENCODING, "br")).body(small),
        None => response.body(body),
    }
}

/// Sends a page that runs nothing.
pub(super) fn page(request: &HttpRequest, page: &impl Template) -> Reply {
    page_under(request, POLICY, page)
}

/// Sends a page under a policy of its own.
pub(super) fn page_under(request: &HttpRequest, policy: &str, page: &impl Template) -> Reply {
    let html = page.render().map_err(Fault::internal)?;
    Ok(text(request, "text/html; charset=utf-8", Some(policy), html))
}

/// Sends a page that says that there is none.
pub(super) fn lost(page: &impl Template) -> Reply {
    let html = page.render().map_err(Fault::internal)?;
    Ok(HttpResponse::NotFound()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .body(html))
}
