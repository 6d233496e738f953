//! Help pages: what the shop answers, as pages for everybody and for search engines. Off until they are switched on; no page needs
//! a script, and only what is published, public and holds now is on one.

mod answer;
mod article;
mod ask;
mod home;
mod lost;
mod place;
mod search;
mod sent;
mod sheet;
mod sitemap;

use actix_web::Resource;
use actix_web::web::{ServiceConfig, get, head, resource};

/// The channel whose answers the pages show.
const CHANNEL: &str = "web";

/// A page is asked for, or its headers alone.
macro_rules! shown {
    ($path:literal, $handler:path) => {
        on($path).route(get().to($handler)).route(head().to($handler))
    };
}

fn on(path: &str) -> Resource {
    resource(path)
}

pub(super) fn routes(app: &mut ServiceConfig) {
    app.service(shown!("/robots.txt", sitemap::robots))
        .service(shown!("/help", home::door))
        .service(shown!("/help/", home::door))
        .service(shown!("/help/sitemap.xml", sitemap::sitemap))
        .service(shown!("/help/{locale}", home::home))
        .service(shown!("/help/{locale}/", home::home))
        .service(shown!("/help/{locale}/search", search::search))
        .service(shown!("/help/{locale}/ask", ask::ask))
        .service(shown!("/help/{locale}/{article}", article::article))
        .service(shown!("/help/{rest:.*}", lost::lost));
}
