//! What makes the workbench an app that can be put on a phone's home screen: its manifest, its worker, and the page that the worker
//! shows while the desk cannot be reached.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde_json::json;

use crate::domain::shop;
use crate::flows::Desk;
use crate::i18n::Texts;
use crate::web::error::Reply;
use crate::web::page::{page, workbench_policy};
use crate::web::{assets, locale};

/// The worker's own rights: it fetches from the desk and nothing else.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'; script-src 'self'";

/// `GET /manifest.webmanifest` (<https://www.w3.org/TR/appmanifest/>).
pub(super) async fn manifest(request: HttpRequest, desk: Data<Desk>) -> Reply {
    let shop = desk.db.read(|conn| Ok(shop::store::shop(conn)?)).await?;
    let t = Texts::new(locale::of(&request));
    let icon = |file: &str, sizes: &str, purpose: &str| json!({ "src": format!("{}/img/{file}", assets::prefix()), "sizes": sizes, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "id": "/inbox",
        "name": shop.name,
        "short_name": shop.name.chars().take(12).collect::<String>(),
        "description": t.get("app.description"),
        "lang": t.lang(),
        "start_url": "/inbox",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f2f2f0",
        "theme_color": "#f2f2f0",
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable-512.png", "512x512", "maskable"),
        ],
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/manifest+json"))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(manifest.to_string()))
}

/// `GET /sw.js`: below the root, so that it may look after the whole desk.
pub(super) async fn worker(request: HttpRequest) -> HttpResponse {
    let mut answer = assets::at_its_own_address(request.headers(), "dist/sw.js");
    answer
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, actix_web::http::header::HeaderValue::from_static(WORKER_POLICY));
    answer
}

#[derive(Template)]
#[template(path = "workbench/offline.html")]
struct OfflinePage {
    t: Texts,
    assets: &'static str,
}

/// `GET /offline`: kept by the worker.
pub(super) async fn offline(request: HttpRequest) -> Reply {
    let html = OfflinePage { t: Texts::new(locale::of(&request)), assets: assets::prefix() };
    page(&request, StatusCode::OK, workbench_policy(&request), &html)
}
