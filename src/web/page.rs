//! Answering with a page, under a policy that allows no inline script or style.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::error::Reply;
use super::{cookies, locale, origin};
use crate::fault::Fault;

/// What the workbench's own pages may do.
pub(super) fn workbench_policy(request: &HttpRequest) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         media-src 'self' blob:; connect-src 'self' {}; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
        socket_source(request)
    )
}

/// The socket's origin: browsers before 2022 do not count it as `'self'`.
pub(super) fn socket_source(request: &HttpRequest) -> String {
    origin::own_origin(request).replacen("http", "ws", 1)
}

/// Renders a page. A language asked for in the address is kept.
pub(super) fn page(request: &HttpRequest, status: StatusCode, policy: String, page: &impl Template) -> Reply {
    let html = page.render().map_err(Fault::internal)?;
    let mut response = HttpResponse::build(status);
    response
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_SECURITY_POLICY, policy));
    if let Some(locale) = locale::asked(request) {
        response.cookie(cookies::language(request, locale.tag()));
    }
    Ok(response.body(html))
}
