//! REST v1: JSON in and out, one file per resource. `openapi` describes what stands here.

mod access;
mod actions;
mod agents;
mod availability;
mod backups;
mod blocks;
mod bot;
mod bulk;
mod calendars;
mod canned;
mod contacts;
mod conversations;
mod cursor;
mod data;
mod drafts;
mod entry_shape;
mod faq;
mod faq_ask;
mod faq_imports;
mod faq_row;
mod first_steps;
mod gap_row;
mod gaps;
mod hand_over;
mod imports;
mod invitations;
mod labels;
mod links;
mod macros;
mod me;
mod merging;
mod messages;
pub(super) mod openapi;
mod pictures;
mod preferences;
mod push;
mod roles;
mod routing;
mod routing_rules;
mod rows;
mod scheduled;
mod search;
mod sessions;
mod setup;
mod shop;
mod sla;
mod suggestions;
mod teams;
mod ticket_actions;
mod ticket_documents;
mod ticket_lists;
mod ticket_row;
mod tickets;
mod tokens;
mod views;
mod wall;
mod widgets;

pub(super) use actions::Rate;
pub(super) use me::describe as describe_me;
pub(super) use messages::NewContent;

use actix_web::middleware::from_fn;
use actix_web::web::get;
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use super::calls::{ANYBODY, Line, MEMBER, oneself_or, right};
use super::error::nothing_here;
use super::identity::agents_only;
use crate::domain::access::rights::Right;

/// Writes the router and the table of needs from one list.
macro_rules! calls {
    ($(.service($handler:path) => $needs:expr;)+) => {
        /// Every call of the API, in the order in which paths are compared. Where a call is found stands beside its handler, and
        /// both the router and the description read it there.
        pub(super) fn routes(app: &mut ServiceConfig) {
            app.route("/openapi.json", get().to(openapi::json));
            app.service(
                scope(PREFIX)
                    .wrap(from_fn(agents_only))
                    $(.service($handler))+
                    .default_service(actix_web::web::to(nothing_here)),
            );
        }

        /// What each of them needs.
        pub(super) fn lines() -> Vec<Line> {
            vec![$(Line::of(&$handler, PREFIX, $needs),)+]
        }
    };
}

const PREFIX: &str = "/api/v1";

calls! {
    .service(access::login) => ANYBODY;
    .service(access::logout) => MEMBER;
    .service(access::logout_everywhere) => MEMBER.in_browser();
    .service(access::im_session) => MEMBER;
    .service(setup::set_up) => ANYBODY;
    .service(setup::check) => ANYBODY;
    .service(setup::seen) => MEMBER;
    .service(me::read) => MEMBER;
    .service(me::change) => MEMBER.partly_in_browser();
    .service(hand_over::list) => MEMBER;
    .service(hand_over::hand_over) => MEMBER;
    .service(preferences::read) => MEMBER;
    .service(preferences::replace) => MEMBER;
    .service(push::key) => MEMBER;
    .service(push::allow_names) => right(&[Right::Owners]);
    .service(push::list) => MEMBER;
    .service(push::add) => MEMBER;
    .service(push::remove) => MEMBER;
    .service(preferences::change_password) => MEMBER.in_browser();
    .service(first_steps::list) => MEMBER;
    .service(first_steps::dismiss) => right(&[Right::Shop]);
    .service(first_steps::add_demo) => right(&[Right::DemoData]);
    .service(first_steps::remove_demo) => right(&[Right::DemoData]);
    .service(invitations::join) => ANYBODY;
    .service(invitations::check) => ANYBODY;
    .service(pictures::upload) => MEMBER;
    .service(tokens::list) => oneself_or(Right::Agents);
    .service(tokens::create) => MEMBER.in_browser();
    .service(tokens::revoke) => oneself_or(Right::Agents).partly_in_browser();
    .service(data::read) => right(&[Right::StorageUse]);
    .service(data::about) => MEMBER;
    .service(backups::list) => right(&[Right::Backup]);
    .service(backups::create) => right(&[Right::Backup]);
    .service(backups::fetch) => right(&[Right::Restore]);
    .service(backups::remove) => right(&[Right::Restore]);
    .service(backups::restore) => right(&[Right::Restore]);
    .service(agents::list) => MEMBER;
    .service(sessions::list) => MEMBER;
    .service(sessions::end) => MEMBER.in_browser();
    .service(invitations::list) => right(&[Right::Agents]);
    .service(invitations::create) => right(&[Right::Agents]).in_browser();
    .service(invitations::remove) => right(&[Right::Agents]);
    .service(agents::read) => MEMBER;
    .service(agents::change) => oneself_or(Right::Agents).partly_in_browser();
    .service(availability::set_availability) => oneself_or(Right::Supervise);
    .service(availability::list) => MEMBER;
    .service(availability::add) => right(&[Right::Agents]);
    .service(availability::change) => right(&[Right::Agents]);
    .service(availability::remove) => right(&[Right::Agents]);
    .service(shop::read) => MEMBER;
    .service(shop::change) => right(&[Right::Shop]);
    .service(routing::read_settings) => MEMBER;
    .service(routing::change_settings) => right(&[Right::Routing]);
    .service(routing_rules::read) => right(&[Right::Routing]);
    .service(routing_rules::replace) => right(&[Right::Routing]);
    .service(routing_rules::test) => right(&[Right::Routing]);
    .service(bot::read) => MEMBER;
    .service(bot::change) => right(&[Right::Bot]);
    .service(calendars::list) => MEMBER;
    .service(calendars::read) => MEMBER;
    .service(calendars::add) => right(&[Right::Shop]);
    .service(calendars::replace) => right(&[Right::Shop]);
    .service(calendars::remove) => right(&[Right::Shop]);
    .service(calendars::import) => right(&[Right::Shop]);
    .service(widgets::list) => MEMBER;
    .service(widgets::read) => MEMBER;
    .service(widgets::change) => right(&[Right::Widgets]);
    .service(widgets::read_secret) => right(&[Right::Widgets]);
    .service(widgets::new_secret) => right(&[Right::Widgets]);
    .service(widgets::check_identity) => right(&[Right::Widgets]);
    .service(widgets::set_allowed_origins) => right(&[Right::Widgets]);
    .service(contacts::list) => MEMBER;
    .service(contacts::read) => MEMBER;
    .service(contacts::change) => right(&[Right::ContactEdit]);
    .service(contacts::erase) => right(&[Right::Erase]);
    .service(blocks::block_contact) => right(&[Right::Block]);
    .service(blocks::unblock_contact) => right(&[Right::Block]);
    .service(conversations::list) => MEMBER;
    .service(conversations::open) => right(&[Right::Open]);
    .service(conversations::counts) => MEMBER;
    .service(wall::read) => right(&[Right::Supervise]);
    .service(bulk::act_on_many) => right(&[Right::Bulk]);
    .service(conversations::read) => MEMBER;
    .service(conversations::entries) => MEMBER;
    .service(messages::post) => right(&[Right::Reply, Right::Note]);
    .service(messages::edit) => right(&[Right::Reply, Right::Note]);
    .service(messages::recall) => right(&[Right::Reply, Right::Note]);
    .service(scheduled::list) => MEMBER;
    .service(scheduled::change) => right(&[Right::Schedule]);
    .service(scheduled::cancel) => right(&[Right::Schedule]);
    .service(actions::assign) => right(&[Right::Take, Right::Assign]);
    .service(actions::take_over) => right(&[Right::Supervise]);
    .service(actions::transfer) => right(&[Right::Assign]);
    .service(bot::give_to_bot) => right(&[Right::Assign]);
    .service(bot::turns) => MEMBER;
    .service(actions::prioritize) => right(&[Right::Assign]);
    .service(actions::no_answer_needed) => right(&[Right::Reply]);
    .service(actions::snooze) => right(&[Right::Snooze]);
    .service(actions::resolve) => right(&[Right::Close]);
    .service(actions::reopen) => right(&[Right::Close]);
    .service(actions::rate) => right(&[Right::Rate]);
    .service(actions::label) => right(&[Right::Label]);
    .service(actions::typing) => right(&[Right::Reply]);
    .service(merging::merge) => right(&[Right::Merge]);
    .service(merging::unmerge) => right(&[Right::Merge]);
    .service(merging::split) => right(&[Right::Merge]);
    .service(merging::merge_ticket) => right(&[Right::Merge]);
    .service(merging::unmerge_ticket) => right(&[Right::Merge]);
    .service(ticket_lists::list) => MEMBER;
    .service(ticket_lists::count_each) => MEMBER;
    .service(ticket_lists::board) => MEMBER;
    .service(tickets::open) => right(&[Right::Ticket]);
    .service(tickets::turn_into) => right(&[Right::Ticket]);
    .service(tickets::read) => MEMBER;
    .service(tickets::revise) => right(&[Right::Ticket]);
    .service(tickets::status) => right(&[Right::Ticket]);
    .service(ticket_actions::followers) => right(&[Right::Ticket]);
    .service(ticket_actions::link) => right(&[Right::Ticket]);
    .service(ticket_actions::unlink) => right(&[Right::Ticket]);
    .service(ticket_actions::answer_all) => right(&[Right::Ticket]);
    .service(ticket_actions::activity) => MEMBER;
    .service(ticket_documents::read_statuses) => MEMBER;
    .service(ticket_documents::change_statuses) => right(&[Right::Shop]);
    .service(ticket_documents::read_types) => MEMBER;
    .service(ticket_documents::change_types) => right(&[Right::Shop]);
    .service(links::preview) => MEMBER;
    .service(views::list) => MEMBER;
    .service(views::add) => oneself_or(Right::ViewShared);
    .service(views::order) => oneself_or(Right::ViewShared);
    .service(views::change) => oneself_or(Right::ViewShared);
    .service(views::remove) => oneself_or(Right::ViewShared);
    .service(views::conversations) => MEMBER;
    .service(views::counts) => MEMBER;
    .service(search::search) => MEMBER;
    .service(drafts::list) => MEMBER;
    .service(drafts::keep) => MEMBER;
    .service(canned::list) => MEMBER;
    .service(canned::add) => oneself_or(Right::Canned);
    .service(canned::change) => oneself_or(Right::Canned);
    .service(canned::remove) => oneself_or(Right::Canned);
    .service(canned::used) => MEMBER;
    .service(macros::list) => MEMBER;
    .service(macros::add) => right(&[Right::MacroOwn, Right::MacroTeam]);
    .service(macros::change) => right(&[Right::MacroOwn, Right::MacroTeam]);
    .service(macros::remove) => right(&[Right::MacroOwn, Right::MacroTeam]);
    .service(macros::run) => MEMBER;
    .service(macros::preview) => MEMBER;
    .service(blocks::list) => MEMBER;
    .service(blocks::add) => right(&[Right::Block]);
    .service(blocks::remove) => right(&[Right::Block]);
    .service(labels::list) => MEMBER;
    .service(labels::add) => right(&[Right::Label]);
    .service(labels::change) => right(&[Right::Labels]);
    .service(labels::remove) => right(&[Right::Labels]);
    .service(labels::merge) => right(&[Right::Labels]);
    .service(sla::list) => MEMBER;
    .service(sla::order) => right(&[Right::Sla]);
    .service(sla::add) => right(&[Right::Sla]);
    .service(sla::replace) => right(&[Right::Sla]);
    .service(sla::remove) => right(&[Right::Sla]);
    .service(imports::list) => right(&[Right::Import]);
    .service(imports::begin) => right(&[Right::Import]);
    .service(imports::send) => right(&[Right::Import]);
    .service(imports::complete) => right(&[Right::Import]);
    .service(imports::look) => right(&[Right::Import]);
    .service(imports::start) => right(&[Right::Import]);
    .service(imports::stop) => right(&[Right::Import]);
    .service(imports::read) => right(&[Right::Import]);
    .service(imports::remove) => right(&[Right::Import]);
    .service(faq::list) => MEMBER;
    .service(faq::add) => right(&[Right::FaqDraft, Right::Faq]);
    .service(gaps::list) => right(&[Right::FaqDraft, Right::Faq]);
    .service(gaps::read) => right(&[Right::FaqDraft, Right::Faq]);
    .service(gaps::approve) => right(&[Right::FaqDraft, Right::Faq]);
    .service(gaps::attach) => right(&[Right::Faq]);
    .service(gaps::merge) => right(&[Right::Faq]);
    .service(gaps::dismiss) => right(&[Right::Faq]);
    .service(gaps::later) => right(&[Right::Faq]);
    .service(gaps::restore) => right(&[Right::Faq]);
    .service(suggestions::list) => MEMBER;
    .service(suggestions::note) => right(&[Right::Reply]);
    .service(faq_ask::check) => right(&[Right::FaqDraft, Right::Faq]);
    .service(faq_ask::find) => MEMBER;
    .service(faq_ask::stats) => MEMBER;
    .service(faq_imports::list) => right(&[Right::Faq]);
    .service(faq_imports::bring_in) => right(&[Right::Faq]);
    .service(faq_imports::read) => right(&[Right::Faq]);
    .service(faq_imports::undo) => right(&[Right::Faq]);
    .service(faq_imports::export) => right(&[Right::FaqDraft, Right::Faq]);
    .service(faq::read) => MEMBER;
    .service(faq::change) => right(&[Right::FaqDraft, Right::Faq]);
    .service(faq::remove) => right(&[Right::FaqDraft, Right::Faq]);
    .service(faq::publish) => right(&[Right::Faq]);
    .service(faq::unpublish) => right(&[Right::Faq]);
    .service(faq::list_versions) => MEMBER;
    .service(faq::revert) => right(&[Right::FaqDraft, Right::Faq]);
    .service(teams::list) => MEMBER;
    .service(teams::add) => right(&[Right::Teams]);
    .service(teams::change) => right(&[Right::Teams]);
    .service(teams::remove) => right(&[Right::Teams]);
    .service(teams::set_members) => right(&[Right::Teams]);
    .service(roles::list) => MEMBER;
    .service(roles::add) => right(&[Right::Roles]).in_browser();
    .service(roles::change) => right(&[Right::Roles]).in_browser();
    .service(roles::remove) => right(&[Right::Roles]).in_browser();
}

/// Reads an id from an address; one that names nothing is as missing as one that never was.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, crate::fault::Fault> {
    text.parse().map_err(|_| crate::fault::Fault::not_found())
}
