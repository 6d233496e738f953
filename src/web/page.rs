//! Answering with a page, under a policy that allows no inline script or style.

use std::io::Write as _;
use std::sync::OnceLock;

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use askama::Template;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::error::Reply;
use super::{cookies, locale, origin};
use crate::fault::Fault;

/// What the workbench's own pages may do.
pub(super) fn workbench_policy(request: &HttpRequest) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         media-src 'self' blob:; connect-src 'self' {}; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html servicedesk-worker",
        socket_source(request)
    )
}

/// The socket's origin: browsers before 2022 do not count it as `'self'`.
pub(super) fn socket_source(request: &HttpRequest) -> String {
    origin::own_origin(request).replacen("http", "ws", 1)
}

/// Renders a page.
pub(super) fn page(request: &HttpRequest, status: StatusCode, policy: String, page: &impl Template) -> Reply {
    let html = page.render().map_err(Fault::internal)?;
    Ok(dressed(request, status, policy).body(html))
}

/// A page's headers. A language asked for in the address is kept.
fn dressed(request: &HttpRequest, status: StatusCode, policy: String) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_SECURITY_POLICY, policy));
    if let Some(locale) = locale::asked(request) {
        response.cookie(cookies::language(request, locale.tag()));
    }
    response
}

/// Renders a page that is the same for everybody, compressed. Pages with a token in them are never compressed: their
/// length would tell of it (<https://breachattack.com>).
pub(super) fn public_page(request: &HttpRequest, policy: String, page: &impl Template) -> Reply {
    Ok(kept_page(request, policy, &Kept::new(page.render().map_err(Fault::internal)?)?))
}

/// A public page that was rendered before.
pub(super) fn kept_page(request: &HttpRequest, policy: String, page: &Kept) -> HttpResponse {
    page.answer(request, dressed(request, StatusCode::OK, policy), "Accept-Encoding, Accept-Language, Cookie")
}

/// A text that everybody may have, and the same compressed.
#[derive(Debug)]
pub(super) struct Kept {
    plain: Bytes,
    gzip: Bytes,
    /// For those who take it, where the text is asked for often enough; made for the first of them.
    brotli: Option<OnceLock<Option<Bytes>>>,
}

/// Of eleven steps the last one costs much time and brings little.
const BROTLI_QUALITY: i32 = 10;

/// A text in Brotli.
pub(super) fn brotli(text: &[u8], quality: i32) -> Option<Bytes> {
    let parameters = BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*text, &mut compressed, &parameters).ok()?;
    Some(compressed.into())
}

impl Kept {
    pub(super) fn new(text: String) -> Result<Self, Fault> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(text.as_bytes()).map_err(Fault::internal)?;
        Ok(Self { gzip: gzip.finish().map_err(Fault::internal)?.into(), plain: text.into(), brotli: None })
    }

    /// One that every page brings: a fifth smaller for browsers that take Brotli.
    pub(super) fn dense(text: String) -> Result<Self, Fault> {
        Ok(Self { brotli: Some(OnceLock::new()), ..Self::new(text)? })
    }

    /// Answers with it, compressed for those who take that.
    pub(super) fn answer(
        &self,
        request: &HttpRequest,
        mut response: HttpResponseBuilder,
        varies: &'static str,
    ) -> HttpResponse {
        response.insert_header((VARY, varies));
        let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let takes = |name: &str| {
            accepted.is_some_and(|codings| codings.split(',').any(|coding| coding.trim().starts_with(name)))
        };
        let dense = self.brotli.as_ref().filter(|_| takes("br"));
        if let Some(bytes) =
            dense.and_then(|made| made.get_or_init(|| brotli(&self.plain, BROTLI_QUALITY)).as_ref())
        {
            return response.insert_header((CONTENT_ENCODING, "br")).body(bytes.clone());
        }
        if takes("gzip") {
            return response.insert_header((CONTENT_ENCODING, "gzip")).body(self.gzip.clone());
        }
        response.body(self.plain.clone())
    }
}
