//! Pages of the desk: sign-in, set-up, the workbench, demo shop, API reference. One file per page; the workbench's own stand in
//! one table, `pages.rs`.

mod app;
mod bench;
#[cfg(debug_assertions)]
mod components;
mod demo;
mod docs;
mod join;
mod login;
mod page_words;
mod pages;
mod print;
mod setup;

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, ServiceConfig, get};

use crate::domain::access::store as agents;
use crate::flows::Desk;
use crate::web::error::Reply;

pub(super) fn routes(app: &mut ServiceConfig) {
    #[cfg(debug_assertions)]
    app.route("/dev/components", get().to(components::components));
    for page in pages::PAGES {
        app.route(page.path, get().to(bench::bench));
        if page.inner {
            app.route(&format!("{}/{{id}}", page.path), get().to(bench::bench));
        }
    }
    app.route("/", get().to(home))
        .route("/words/{hash}/{locale}/{page}", get().to(page_words::send_words))
        .route("/manifest.webmanifest", get().to(app::manifest))
        .route("/sw.js", get().to(app::worker))
        .route("/offline", get().to(app::offline))
        .route("/login", get().to(login::login))
        .route("/print/{id}", get().to(print::print))
        .route("/setup", get().to(setup::setup))
        .route("/join", get().to(join::join))
        .route("/demo", get().to(demo::demo))
        .route("/docs", get().to(docs::docs));
}

/// Sends the browser elsewhere.
fn go_to(place: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, place)).finish()
}

/// To the inbox; on a desk that nobody can sign in to yet, to the page that says where the set-up link is.
async fn home(desk: Data<Desk>) -> Reply {
    let is_new = desk.db.read(|conn| Ok(agents::list(conn, 0, 1)?.is_empty())).await?;
    Ok(go_to(if is_new { "/setup" } else { "/inbox" }))
}
