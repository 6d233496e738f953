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
use actix_web::web::get;
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use super::error::nothing_here;
use super::identity::agents_only;

/// Every call of the API, in the order in which paths are compared. Where a call is found stands beside its handler, and
/// both the router and the description read it there.
pub(super) fn routes(app: &mut ServiceConfig) {
    app.route("/openapi.json", get().to(openapi::json));
    app.service(
        scope("/api/v1")
            .wrap(from_fn(agents_only))
            .service(access::login)
            .service(access::logout)
            .service(access::logout_everywhere)
            .service(access::im_session)
            .service(setup::set_up)
            .service(setup::check)
            .service(setup::seen)
            .service(me::read)
            .service(me::change)
            .service(preferences::read)
            .service(preferences::replace)
            .service(preferences::change_password)
            .service(first_steps::list)
            .service(first_steps::dismiss)
            .service(first_steps::add_demo)
            .service(first_steps::remove_demo)
            .service(invitations::join)
            .service(invitations::check)
            .service(pictures::upload)
            .service(tokens::list)
            .service(tokens::create)
            .service(tokens::revoke)
            .service(data::read)
            .service(data::about)
            .service(backups::list)
            .service(backups::create)
            .service(backups::fetch)
            .service(backups::remove)
            .service(backups::restore)
            .service(agents::list)
            .service(sessions::list)
            .service(sessions::end)
            .service(invitations::list)
            .service(invitations::create)
            .service(invitations::remove)
            .service(agents::read)
            .service(agents::change)
            .service(agents::set_availability)
            .service(shop::read)
            .service(shop::change)
            .service(widgets::list)
            .service(widgets::read)
            .service(widgets::change)
            .service(widgets::read_secret)
            .service(widgets::new_secret)
            .service(widgets::check_identity)
            .service(widgets::set_allowed_origins)
            .service(contacts::list)
            .service(contacts::read)
            .service(contacts::change)
            .service(contacts::erase)
            .service(conversations::list)
            .service(conversations::open)
            .service(conversations::counts)
            .service(bulk::act_on_many)
            .service(conversations::read)
            .service(conversations::entries)
            .service(messages::post)
            .service(messages::edit)
            .service(messages::recall)
            .service(actions::assign)
            .service(actions::transfer)
            .service(actions::snooze)
            .service(actions::resolve)
            .service(actions::reopen)
            .service(actions::rate)
            .service(actions::label)
            .service(actions::typing)
            .service(links::preview)
            .service(drafts::list)
            .service(drafts::keep)
            .service(canned::list)
            .service(canned::add)
            .service(canned::change)
            .service(canned::remove)
            .service(canned::used)
            .service(blocks::list)
            .service(blocks::add)
            .service(blocks::remove)
            .service(labels::list)
            .service(labels::add)
            .service(labels::change)
            .service(labels::remove)
            .service(labels::merge)
            .default_service(actix_web::web::to(nothing_here)),
    );
}

/// Reads an id from an address; one that names nothing is as missing as one that never was.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, crate::fault::Fault> {
    text.parse().map_err(|_| crate::fault::Fault::not_found())
}
