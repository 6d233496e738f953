//! What customers' browsers ask for: the loader, the closed widget's settings, the conversation frame, the visitor's session and
//! calls. No route here reads the workbench's cookie.

mod articles;
mod boot;
mod frame;
mod links;
mod loader;
mod preview;
mod session;
mod settings;
mod tickets;
mod visitor_reports;
mod visitor;

use super::cors;
use actix_web::http::Method;
use actix_web::web::{ServiceConfig, delete, get, patch, post, route};

pub(super) fn routes(app: &mut ServiceConfig) {
    app.service(loader::resource())
        .route("/w/boot", get().to(boot::boot))
        .route("/w/boot", route().method(Method::OPTIONS).to(cors::preflight))
        .route("/w/frame", get().to(frame::frame))
        .route("/w/preview", get().to(preview::preview))
        .route("/widget/v1/session", post().to(session::open))
        .route("/widget/v1/page", post().to(visitor::page))
        .route("/widget/v1/profile", post().to(visitor_reports::profile))
        .route("/widget/v1/me", patch().to(visitor_reports::me))
        .route("/widget/v1/events", post().to(visitor_reports::event))
        .route("/widget/v1/conversations", get().to(visitor_reports::conversations))
        .route("/widget/v1/conversations/{id}/attributes", patch().to(visitor_reports::attributes))
        .route("/widget/v1/conversations/{id}/labels", post().to(visitor_reports::labels))
        .route("/widget/v1/articles", get().to(articles::search))
        .route("/widget/v1/articles/{id}", get().to(articles::read))
        .route("/widget/v1/articles/{id}/helpful", post().to(articles::helpful))
        .route("/widget/v1/ticket-types", get().to(tickets::types))
        .route("/widget/v1/tickets", post().to(tickets::open))
        .route("/widget/v1/link-preview", get().to(links::preview))
        .route("/widget/v1/forget", post().to(visitor::forget))
        .route("/widget/v1/conversations/{id}/rate", post().to(visitor::rate))
        .route("/widget/v1/conversations/{id}/end", post().to(visitor::end))
        .route("/widget/v1/conversations/{id}/transcript", get().to(visitor::transcript))
        .route("/widget/v1/conversations/{id}/transcript", post().to(visitor::transcript))
        .route("/widget/v1/messages/{id}", patch().to(visitor::edit))
        .route("/widget/v1/messages/{id}", delete().to(visitor::recall))
        .route("/widget/v1/{rest:.*}", route().method(Method::OPTIONS).to(cors::preflight));
}
