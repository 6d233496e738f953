//! REST v1: JSON in and out, one file per resource. `openapi` describes what stands here.

mod access;
mod actions;
mod agents;
mod backups;
mod blocks;
mod bulk;
mod canned;
mod contacts;
mod conversations;
mod cursor;
mod data;
mod drafts;
mod entry_shape;
mod first_steps;
mod invitations;
mod labels;
mod links;
mod me;
mod messages;
pub(super) mod openapi;
mod pictures;
mod preferences;
mod rows;
mod sessions;
mod setup;
mod shop;
mod tokens;
mod widgets;

pub(super) use actions::Rate;
pub(super) use me::describe as describe_me;
pub(super) use messages::NewContent;

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, delete, get, patch, post, put, scope};

use super::error::nothing_here;
use super::identity::agents_only;

/// Every call of the API.
pub(super) fn routes(app: &mut ServiceConfig) {
    app.route("/openapi.json", get().to(openapi::json));
    app.service(
        scope("/api/v1")
            .wrap(from_fn(agents_only))
            .route("/login", post().to(access::login))
            .route("/logout", post().to(access::logout))
            .route("/logout-everywhere", post().to(access::logout_everywhere))
            .route("/im/session", post().to(access::im_session))
            .route("/setup", post().to(setup::set_up))
            .route("/setup/check", post().to(setup::check))
            .route("/setup/seen", get().to(setup::seen))
            .route("/me", get().to(me::read))
            .route("/me", patch().to(me::change))
            .route("/me/preferences", get().to(preferences::read))
            .route("/me/preferences", put().to(preferences::replace))
            .route("/me/password", put().to(preferences::change_password))
            .route("/setup/list", get().to(first_steps::list))
            .route("/setup/list", patch().to(first_steps::dismiss))
            .route("/demo-data", post().to(first_steps::add_demo))
            .route("/demo-data", delete().to(first_steps::remove_demo))
            .route("/join", post().to(invitations::join))
            .route("/join/check", post().to(invitations::check))
            .route("/pictures", post().to(pictures::upload))
            .route("/tokens", get().to(tokens::list))
            .route("/tokens", post().to(tokens::create))
            .route("/tokens/{id}", delete().to(tokens::revoke))
            .route("/data", get().to(data::read))
            .route("/about", get().to(data::about))
            .route("/backups", get().to(backups::list))
            .route("/backups", post().to(backups::create))
            .route("/backups/{name}", get().to(backups::fetch))
            .route("/backups/{name}", delete().to(backups::remove))
            .route("/backups/{name}/restore", post().to(backups::restore))
            .route("/agents", get().to(agents::list))
            .route("/agents/me/sessions", get().to(sessions::list))
            .route("/agents/me/sessions/{id}", delete().to(sessions::end))
            .route("/agents/invitations", get().to(invitations::list))
            .route("/agents/invitations", post().to(invitations::create))
            .route("/agents/invitations/{id}", delete().to(invitations::remove))
            .route("/agents/{id}", get().to(agents::read))
            .route("/agents/{id}", patch().to(agents::change))
            .route("/agents/{id}/availability", put().to(agents::set_availability))
            .route("/shop", get().to(shop::read))
            .route("/shop", patch().to(shop::change))
            .route("/widgets", get().to(widgets::list))
            .route("/widgets/{name}", get().to(widgets::read))
            .route("/widgets/{name}", patch().to(widgets::change))
            .route("/widgets/{name}/secret", get().to(widgets::secret))
            .route("/widgets/{name}/secret", post().to(widgets::replace))
            .route("/widgets/{name}/identity-check", post().to(widgets::check_identity))
            .route("/widgets/{name}/allowed-origins", put().to(widgets::set_allowed_origins))
            .route("/contacts", get().to(contacts::list))
            .route("/contacts/{id}", get().to(contacts::read))
            .route("/contacts/{id}", patch().to(contacts::change))
            .route("/contacts/{id}", delete().to(contacts::erase))
            .route("/conversations", get().to(conversations::list))
            .route("/conversations", post().to(conversations::open))
            .route("/conversations/counts", get().to(conversations::counts))
            .route("/conversations/bulk", post().to(bulk::act))
            .route("/conversations/{id}", get().to(conversations::read))
            .route("/conversations/{id}/entries", get().to(conversations::entries))
            .route("/conversations/{id}/messages", post().to(messages::post))
            .route("/conversations/{id}/messages/{message_id}", patch().to(messages::edit))
            .route("/conversations/{id}/messages/{message_id}", delete().to(messages::recall))
            .route("/conversations/{id}/assign", post().to(actions::assign))
            .route("/conversations/{id}/transfer", post().to(actions::transfer))
            .route("/conversations/{id}/snooze", post().to(actions::snooze))
            .route("/conversations/{id}/resolve", post().to(actions::resolve))
            .route("/conversations/{id}/reopen", post().to(actions::reopen))
            .route("/conversations/{id}/rate", post().to(actions::rate))
            .route("/conversations/{id}/labels", post().to(actions::label))
            .route("/conversations/{id}/typing", post().to(actions::typing))
            .route("/link-preview", get().to(links::preview))
            .route("/drafts", get().to(drafts::list))
            .route("/drafts/{id}", put().to(drafts::keep))
            .route("/canned", get().to(canned::list))
            .route("/canned", post().to(canned::add))
            .route("/canned/{id}", patch().to(canned::change))
            .route("/canned/{id}", delete().to(canned::remove))
            .route("/canned/{id}/used", post().to(canned::used))
            .route("/blocks", get().to(blocks::list))
            .route("/blocks", post().to(blocks::add))
            .route("/blocks/{id}", delete().to(blocks::remove))
            .route("/labels", get().to(labels::list))
            .route("/labels", post().to(labels::add))
            .route("/labels/{id}", patch().to(labels::change))
            .route("/labels/{id}", delete().to(labels::remove))
            .route("/labels/{id}/merge", post().to(labels::merge))
            .default_service(actix_web::web::to(nothing_here)),
    );
}

/// Reads an id from an address; one that names nothing is as missing as one that never was.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, crate::fault::Fault> {
    text.parse().map_err(|_| crate::fault::Fault::not_found())
}
