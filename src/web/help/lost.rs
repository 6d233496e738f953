//! The page that says that there is none, with the way on; and the ways from other spellings.

use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::sent::{self, KEPT};
use super::sheet::{Ground, Sheet, readers};
use crate::flows::Desk;
use crate::i18n::Locale;
use crate::web::error::Reply;
use crate::web::origin::client_net;
use crate::web::rate::Rates;

#[derive(Template)]
#[template(path = "help/lost.html")]
struct LostPage {
    s: Sheet,
    q: String,
}

/// Says it in a language; `ground` is missing while the pages are off.
pub(super) fn say(request: &HttpRequest, ground: Option<&Ground>, locale: Option<Locale>) -> Reply {
    let shop = ground.map_or("zh-CN", |ground| ground.shop.locale.as_str());
    let locale = locale.unwrap_or_else(|| readers(request, shop));
    sent::lost(&LostPage { s: Sheet::new(request, ground, locale, &[]), q: String::new() })
}

/// Nothing is there.
pub(super) async fn lost(request: HttpRequest, desk: Data<Desk>, rates: Data<Rates>) -> Reply {
    rates.articles(client_net(&request))?;
    let ground = desk.db.read(Ground::read).await?;
    say(&request, ground.as_ref(), None)
}

/// It stands there, and always will.
pub(super) fn moved(place: &str) -> HttpResponse {
    HttpResponse::MovedPermanently()
        .insert_header((CACHE_CONTROL, KEPT))
        .insert_header((LOCATION, place))
        .finish()
}

/// It stands there for now.
pub(super) fn elsewhere(place: &str) -> HttpResponse {
    HttpResponse::Found().insert_header((LOCATION, place)).finish()
}
