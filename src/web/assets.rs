//! Static files: scripts, styles and pictures, from the executable's own memory.
//!
//! They lie under `/s/<hash>/…`, where the hash changes with any of them, so browsers keep them for ever and relative
//! imports stay inside one release. A page of an older release still gets its file, as it is today and not to be kept.
//! Everything here is public and readable from any origin; it was compressed when the desk was built, all but the loader for
//! browsers without Brotli, because it goes on with words of the desk.

use std::borrow::Cow;
use std::future::{Ready, ready};
use std::io::Write;

use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Resource, guard, web};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::brotli;

/// `…/name`, and compressed where that is smaller `…/name.br` and `…/name.gz`; made by the build script.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/assets/"]
struct Files;

/// Lifetime of a file under the present hash: a year, which stands for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Lifetime of a file asked for under another hash: ask again each time.
const ASK_AGAIN: &str = "no-cache";

/// The folder of all files in addresses: `/s/<hash>`, without a slash at the end.
#[must_use]
pub const fn prefix() -> &'static str {
    concat!("/s/", env!("ASSETS_HASH"))
}

/// The route of the hashed files, `/s/{hash}/{path}`.
pub fn files() -> Resource {
    web::resource("/s/{hash}/{path:.*}").route(web::route().guard(get_or_head()).to(file))
}

/// Size in bytes of an embedded file as a browser with brotli receives it.
#[must_use]
pub fn transfer_size(path: &str) -> Option<usize> {
    Files::get(&format!("{path}.br")).or_else(|| Files::get(path)).map(|file| file.data.len())
}

pub(super) fn get_or_head() -> impl guard::Guard {
    guard::Any(guard::Get()).or(guard::Head())
}

#[expect(clippy::needless_pass_by_value, reason = "actix hands extractors over by value")]
fn file(request: HttpRequest, address: web::Path<(String, String)>) -> Ready<HttpResponse> {
    let (hash, path) = address.into_inner();
    let lifetime = if prefix().ends_with(&format!("/{hash}")) { FOR_EVER } else { ASK_AGAIN };
    ready(serve(request.headers(), &path, lifetime))
}

/// A file under an address of its own, asked for again each time.
pub(super) fn at_its_own_address(asked: &HeaderMap, path: &str) -> HttpResponse {
    serve(asked, path, ASK_AGAIN)
}

/// Answers with the smallest form that the client takes, or that its copy is still good.
fn serve(asked: &HeaderMap, path: &str, lifetime: &'static str) -> HttpResponse {
    going_on(asked, path, "", lifetime)
}

/// As a file, with a few bytes of its own behind it; only for a file that the build script left open, or with nothing.
pub(super) fn going_on(asked: &HeaderMap, path: &str, tail: &str, lifetime: &'static str) -> HttpResponse {
    #[cfg(debug_assertions)]
    if let Some(folder) = working_folder() {
        return match read_from(&folder, path) {
            Some(body) => answer(content_type(path), ASK_AGAIN).body([&body, tail.as_bytes()].concat()),
            None => missing(),
        };
    }
    let Some(form) = Encoding::ALL.into_iter().find_map(|encoding| encoding.of(path, tail, asked)) else {
        return missing();
    };
    if header_text(asked, header::IF_NONE_MATCH).split(',').any(|known| known.trim() == form.etag) {
        let mut answer = HttpResponse::NotModified();
        for (name, value) in [(header::CACHE_CONTROL, lifetime), (header::VARY, "Accept-Encoding")] {
            answer.insert_header((name, value));
        }
        return answer.insert_header((header::ETAG, form.etag)).finish();
    }
    let mut answer = answer(content_type(path), lifetime);
    if let Some(name) = form.encoding.name() {
        answer.insert_header((header::CONTENT_ENCODING, name));
    }
    answer.insert_header((header::ETAG, form.etag));
    match form.bytes {
        Cow::Borrowed(bytes) => answer.body(bytes),
        Cow::Owned(bytes) => answer.body(bytes),
    }
}

/// An answer with the headers that every file has.
fn answer(content_type: &'static str, lifetime: &'static str) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    for (name, value) in [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, lifetime),
        (header::VARY, "Accept-Encoding"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin"),
    ] {
        answer.insert_header((name, HeaderValue::from_static(value)));
    }
    answer
}

fn missing() -> HttpResponse {
    HttpResponse::NotFound()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body("no such file\n")
}

/// A file in one of its forms.
struct Form {
    encoding: Encoding,
    bytes: Cow<'static, [u8]>,
    etag: String,
}

/// How a file may be compressed.
#[derive(Clone, Copy)]
enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// The best first.
    const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Identity];

    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// The file in this form with its tail, if it exists and the client takes it.
    fn of(self, path: &str, tail: &str, asked: &HeaderMap) -> Option<Form> {
        if !self.name().is_none_or(|name| accepts(header_text(asked, header::ACCEPT_ENCODING), name)) {
            return None;
        }
        let file = match self {
            Self::Brotli if tail.is_empty() => Files::get(&format!("{path}.br")),
            Self::Brotli => Files::get(&format!("{path}.part.br")),
            Self::Gzip if tail.is_empty() => Files::get(&format!("{path}.gz")),
            Self::Gzip | Self::Identity => Files::get(path),
        }?;
        if tail.is_empty() {
            let etag = u64::from_be_bytes(file.metadata.sha256_hash().first_chunk().copied()?);
            return Some(Form { encoding: self, bytes: file.data, etag: format!("\"{etag:016x}\"") });
        }
        let whole = || [&file.data, tail.as_bytes()].concat();
        let bytes = match self {
            Self::Brotli => [&file.data, brotli::ending(tail.as_bytes()).as_slice()].concat(),
            // Browsers stop at the end of a member: it is compressed as a whole. Small, and only where Brotli is not taken.
            Self::Gzip => gzip(&whole())?,
            Self::Identity => whole(),
        };
        let etag = u64::from_be_bytes(Sha256::digest(&bytes).first_chunk().copied()?);
        Some(Form { encoding: self, bytes: bytes.into(), etag: format!("\"{etag:016x}\"") })
    }
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// A header's text; empty where it is missing or not text.
fn header_text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Whether an `Accept-Encoding` names this coding with a weight above zero. `*` is not taken as naming it.
fn accepts(accept_encoding: &str, coding: &str) -> bool {
    accept_encoding.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding))
            && parts.all(|part| {
                part.strip_prefix("q=").is_none_or(|weight| weight.parse::<f32>().is_ok_and(|w| w > 0.0))
            })
    })
}

/// The media type by the name's ending; what is not known is handed out as bytes.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// For work on the front end: a folder named by `SERVICEDESK_STATIC_DIR` takes the place of the embedded files.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "no setting of the desk: release builds do not have it")]
fn working_folder() -> Option<std::path::PathBuf> {
    std::env::var_os("SERVICEDESK_STATIC_DIR").map(Into::into)
}

#[cfg(debug_assertions)]
fn read_from(folder: &std::path::Path, path: &str) -> Option<Vec<u8>> {
    let inside =
        std::path::Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if inside { std::fs::read(folder.join(path)).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use actix_web::http::StatusCode;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::{App, dev::ServiceResponse};

    use super::*;

    const LOGO: &str = "img/logo.svg";

    async fn get(request: TestRequest) -> ServiceResponse {
        let app = init_service(App::new().service(files())).await;
        call_service(&app, request.to_request()).await
    }

    fn logo(hash: &str) -> TestRequest {
        TestRequest::get().uri(&format!("/s/{hash}/{LOGO}"))
    }

    fn value<'r>(response: &'r ServiceResponse, name: &str) -> &'r str {
        response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[actix_web::test]
    async fn each_coding_is_served_to_who_takes_it() {
        let mut sizes = Vec::new();
        for (accept, coding) in
            [("", ""), ("gzip, deflate", "gzip"), ("gzip, br;q=0", "gzip"), ("gzip;q=0.5, BR", "br")]
        {
            let response = get(logo(env!("ASSETS_HASH")).insert_header(("accept-encoding", accept))).await;
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(value(&response, "content-encoding"), coding, "{accept}");
            assert_eq!(value(&response, "vary"), "Accept-Encoding");
            assert_eq!(value(&response, "content-type"), "image/svg+xml");
            assert_eq!(value(&response, "cache-control"), "public, max-age=31536000, immutable");
            assert_eq!(value(&response, "x-content-type-options"), "nosniff");
            assert_eq!(value(&response, "access-control-allow-origin"), "*");
            sizes.push(read_body(response).await.len());
        }
        assert!(sizes[0] > sizes[1] && sizes[1] > sizes[3], "{sizes:?}");
        assert_eq!(transfer_size(LOGO), Some(sizes[3]));
    }

    #[actix_web::test]
    async fn another_hash_gets_the_file_but_may_not_keep_it() {
        let response = get(logo("0123456789ab")).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(value(&response, "cache-control"), "no-cache");
        let known = value(&response, "etag").to_owned();
        let again =
            get(logo("0123456789ab").insert_header(("if-none-match", format!("\"x\", {known}")))).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert!(read_body(again).await.is_empty());
    }

    #[actix_web::test]
    async fn what_is_not_there_is_not_found() {
        for path in
            ["img/none.svg", "", "img", "../Cargo.toml", "%2e%2e/Cargo.toml", "img//logo.svg", "/etc/passwd"]
        {
            let response = get(TestRequest::get().uri(&format!("{}/{path}", prefix()))).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(value(&response, "cache-control"), "no-store");
        }
        let response = get(TestRequest::post().uri(&format!("{}/{LOGO}", prefix()))).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    }

    #[actix_web::test]
    async fn head_tells_the_same_as_get() {
        let response = get(TestRequest::default()
            .method(actix_web::http::Method::HEAD)
            .uri(&format!("{}/{LOGO}", prefix())))
        .await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(value(&response, "content-type"), "image/svg+xml");
    }

    #[test]
    fn a_file_goes_on_in_every_coding() {
        let tail = "servicedesk.look={\"texts\":{\"open\":\"打开\"}};\n";
        let whole = [&Files::get("dist/w.js").unwrap().data, tail.as_bytes()].concat();
        let mut tags = Vec::new();
        for accept in ["br", "gzip", ""] {
            let mut asked = HeaderMap::new();
            asked.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accept));
            let form = Encoding::ALL
                .into_iter()
                .find_map(|encoding| encoding.of("dist/w.js", tail, &asked))
                .unwrap();
            match form.encoding {
                // That it can be read is seen in the browser, which runs it.
                Encoding::Brotli => assert!(form.bytes.ends_with(&brotli::ending(tail.as_bytes()))),
                Encoding::Gzip => {
                    let mut read = Vec::new();
                    flate2::read::GzDecoder::new(&*form.bytes).read_to_end(&mut read).unwrap();
                    assert_eq!(read, whole);
                }
                Encoding::Identity => assert_eq!(*form.bytes, whole),
            }
            assert_ne!(form.etag, form.encoding.of("dist/w.js", "another", &asked).unwrap().etag);
            tags.push(form.etag);
        }
        tags.dedup();
        assert_eq!(tags.len(), 3);
    }
}
