//! `GET /w.js`: the loader, and behind it how the button looks, so that it stands on the shop's page one round trip earlier
//! than its settings.

use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderValue, REFERER, VARY};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse, Resource};
use serde_json::json;

use crate::domain::shop::{self, Shop};
use crate::domain::widgets::origins;
use crate::domain::widgets::store::{self, Widget};
use crate::flows::Desk;
use crate::i18n::Texts;
use crate::web::origin::is_own;
use crate::web::{assets, locale};

/// Lifetime of the loader: a shop's pages follow an update of the desk within ten minutes.
const LIFETIME: &str = "public, max-age=600";

/// The route of the loader, `/w.js`.
pub(super) fn resource() -> Resource {
    web::resource("/w.js").route(web::route().guard(assets::get_or_head()).to(loader))
}

async fn loader(request: HttpRequest, desk: Data<Desk>) -> HttpResponse {
    let only =
        desk.db.read(|conn| Ok(store::list(conn)?.into_iter().zip([shop::store::shop(conn)?]).next())).await;
    // The appended line then depends on the asking page.
    let listed = only
        .as_ref()
        .is_ok_and(|only| only.as_ref().is_some_and(|(widget, _)| !widget.allowed_origins.is_empty()));
    // Without it the button comes with its settings: a desk that cannot read just now still has a loader.
    let button = only.ok().flatten().and_then(|(widget, shop)| appearance(&request, &widget, &shop));
    let mut response =
        assets::going_on(request.headers(), "dist/w.js", &button.unwrap_or_default(), LIFETIME);
    response.headers_mut().append(VARY, HeaderValue::from_static(ACCEPT_LANGUAGE.as_str()));
    if listed {
        response.headers_mut().append(VARY, HeaderValue::from_static(REFERER.as_str()));
    }
    response
}

/// What the button needs of the boot answer, as a line of script. None for a site that may not have it.
fn appearance(request: &HttpRequest, widget: &Widget, shop: &Shop) -> Option<String> {
    let page = request.headers().get(REFERER).and_then(|value| value.to_str().ok());
    let site = page.and_then(|page| url::Url::parse(page).ok()).map(|url| url.origin().ascii_serialization());
    let may = site.map_or(widget.allowed_origins.is_empty(), |site| {
        is_own(request, &site) || origins::allowed(&widget.allowed_origins, &site)
    });
    let locale = locale::visitors(request, None, &shop.locale);
    let launcher = &widget.settings.launcher;
    let mut button =
        json!({ "position": launcher.position, "offset": launcher.offset, "icon": launcher.icon });
    let label = launcher.label.of(locale.tag());
    if !label.is_empty() {
        button["label"] = label.as_str().into();
    }
    if launcher.hidden {
        button["hidden"] = true.into();
    }
    let appearance = json!({
        "key": widget.public_key,
        "accent": widget.settings.accent,
        "launcher": button,
        "texts": { "open": Texts::new(locale).get("widget_launcher.open") },
    });
    // U+2028 and U+2029 may stand unescaped in JSON, but not in older JavaScript.
    let text = appearance.to_string().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    may.then(|| format!("servicedesk.look={text};\n"))
}
