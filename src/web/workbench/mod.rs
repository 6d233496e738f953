//! Pages of the desk: sign-in, set-up, inbox, settings, demo shop, API reference. One file per page.

mod app;
#[cfg(debug_assertions)]
mod components;
mod demo;
mod docs;
mod inbox;
mod join;
mod login;
mod settings;
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
    app.route("/", get().to(home))
        .route("/inbox", get().to(inbox::inbox))
        .route("/inbox/{id}", get().to(inbox::inbox))
        .route("/settings", get().to(settings::settings))
        .route("/settings/{page}", get().to(settings::settings))
        .route("/manifest.webmanifest", get().to(app::manifest))
        .route("/sw.js", get().to(app::worker))
        .route("/offline", get().to(app::offline))
        .route("/login", get().to(login::login))
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
