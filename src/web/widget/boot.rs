//! `GET /w/boot`: what a closed widget needs; anonymous and cacheable.

use std::time::Duration;

use actix_web::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, ETAG, HeaderValue, IF_NONE_MATCH, REFERER, VARY,
};
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::domain::calendars::{self, Open};
use crate::domain::shop::{self, Shop};
use crate::domain::widgets::settings::Settings;
use crate::domain::widgets::sighting::sighting;
use crate::domain::widgets::store::{self, Widget};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::widgets::update_widget::note_seen;
use crate::i18n::{Locale, Texts};
use crate::web::assets;
use crate::web::cors;
use crate::web::error::Reply;
use crate::web::locale;
use crate::web::origin::{asking_origin, is_own};

/// Browsers and proxies keep it this long at most, and not beyond the moment at which the shop opens or closes.
const LIFETIME_SECONDS: i64 = 60;
/// A sighting is noted at most this often.
const SEEN_EVERY: Duration = Duration::from_secs(30);
/// Version of the hand-shake between loader and frame.
pub(super) const VERSION: u32 = 1;
/// Keys of the catalogue that the closed widget shows.
const TEXTS: [(&str, &str); 7] = [
    ("open", "widget_launcher.open"),
    ("close", "widget.close"),
    ("unread.one", "widget_launcher.unread.one"),
    ("unread.other", "widget_launcher.unread.other"),
    ("title", "widget_launcher.title"),
    ("stuck", "widget_launcher.stuck"),
    ("again", "widget_launcher.stuck.again"),
];

/// `?k=KEY&locale=`.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    k: Option<String>,
    locale: Option<String>,
}

/// The widget with a key; 404 for a wrong one.
pub(super) async fn widget_of(desk: &Desk, key: Option<String>) -> Result<(Widget, Shop), Fault> {
    let key = key.unwrap_or_default();
    desk.db.read(move |conn| find(conn, &key)).await
}

fn find(conn: &Connection, key: &str) -> Result<(Widget, Shop), Fault> {
    let widget = store::find_by_key(conn, key)?.ok_or_else(Fault::not_found)?;
    Ok((widget, shop::store::shop(conn)?))
}

pub(super) async fn boot(request: HttpRequest, asked: Query<Asked>, desk: Data<Desk>) -> HttpResponse {
    cors::answer(&request, answer(&request, asked.into_inner(), &desk).await)
}

async fn answer(request: &HttpRequest, asked: Asked, desk: &Desk) -> Reply {
    let Asked { k, locale: wanted } = asked;
    let (key, now) = (k.unwrap_or_default(), desk.clock.now());
    let ((widget, shop), open) =
        desk.db.read(move |conn| Ok((find(conn, &key)?, calendars::store::shop_at(conn, now)?))).await?;
    cors::check(request, &widget.allowed_origins)?;
    see(request, desk, &widget);
    let locale = locale::visitors(request, wanted.as_deref(), &shop.locale);
    let change = open.closes_at.or(open.opens_at).map_or(i64::MAX, |at| (at.0 - now.0) / 1_000);
    let body = describe(&widget, &shop, locale, open).to_string();
    let digest = Sha256::digest(body.as_bytes());
    let tag = format!("\"{:016x}\"", u64::from_be_bytes(digest.first_chunk().copied().unwrap_or_default()));
    let known = request.headers().get(IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((CACHE_CONTROL, format!("public, max-age={}", change.clamp(0, LIFETIME_SECONDS))))
        .insert_header((ETAG, tag))
        .insert_header(("cross-origin-resource-policy", "cross-origin"));
    let mut response =
        if known { response.finish() } else { response.content_type("application/json").body(body) };
    response.headers_mut().append(VARY, HeaderValue::from_static(ACCEPT_LANGUAGE.as_str()));
    Ok(response)
}

fn describe(widget: &Widget, shop: &Shop, locale: Locale, open: Open) -> Value {
    let Settings { accent, theme, radius, launcher, texts: own, .. } = &widget.settings;
    let texts = Texts::new(locale);
    let named: serde_json::Map<String, Value> =
        TEXTS.iter().map(|(name, key)| ((*name).to_owned(), texts.get(key).into())).collect();
    json!({
        "version": VERSION,
        "assets": assets::prefix(),
        "frame": format!("/w/frame?k={}", widget.public_key),
        "shop": { "name": shop.name },
        "accent": accent,
        "theme": theme,
        "radius": radius,
        "launcher": {
            "position": launcher.position,
            "offset": launcher.offset,
            "icon": launcher.icon,
            "label": launcher.label.of(locale.tag()),
            "hidden": launcher.hidden,
        },
        "open": { "now": open.now, "opens_at": open.opens_at },
        "welcome": own.of(locale.tag()).welcome,
        "locale": locale.tag(),
        "texts": named,
    })
}

/// Notes on which page of the shop the widget was loaded. Pages of the desk itself do not count, nor those
/// on the owner's own machine: nobody else sees them.
fn see(request: &HttpRequest, desk: &Desk, widget: &Widget) {
    let page = request.headers().get(REFERER).and_then(|value| value.to_str().ok());
    let Some(page) = page.or_else(|| asking_origin(request)).filter(|page| page.len() <= 500) else { return };
    let Some(url) = sighting(page) else { return };
    if is_own(request, &url.origin().ascii_serialization()) {
        return;
    }
    let now = desk.clock.now();
    if widget.seen.as_ref().is_some_and(|(_, at)| now <= at.plus(SEEN_EVERY)) {
        return;
    }
    let (id, page) = (widget.id, page.to_owned());
    // Runs in the background.
    drop(desk.db.submit(move |unit| note_seen(unit, id, &page, now)));
}
