//! A visitor arrives: known by their token, proven by a signed identity, or new.

use std::net::IpAddr;
use std::time::Duration;

use crate::domain::blocks::store as blocks;
use crate::domain::contacts::fields::{self, Source};
use crate::domain::contacts::identity::Identity;
use crate::domain::contacts::journal;
use crate::domain::contacts::store::{self as contacts, NewVisitor, Page, Visitor};
use crate::domain::contacts::{identity_required, invalid_visitor_token, vouched};
use crate::domain::conversations::store as conversations;
use crate::events::{Actor, Record, rights_changed};
use crate::fault::Fault;
use crate::flows::conversations::append;
use crate::flows::search::keep as search;
use crate::ids::{ContactId, VisitorId, WidgetId};
use crate::storage::Unit;

/// The channel of widgets.
pub const CHANNEL: &str = "web";
/// Coming back after this long counts as another visit.
const VISIT_GAP: Duration = Duration::from_mins(30);

/// What a browser sends to open a session.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The widget.
    pub widget: WidgetId,
    /// Id that the device gave itself.
    pub device_id: Option<String>,
    /// Digest of the token it was given before.
    pub known_token: Option<[u8; 32]>,
    /// Digest of the token it gets if it is new.
    pub new_token: [u8; 32],
    /// Its checked identity, if it claims one.
    pub identity: Option<Identity>,
    /// Language.
    pub locale: Option<String>,
    /// The page it is on.
    pub page: Option<Page>,
    /// IANA name of its time zone.
    pub time_zone: Option<String>,
    /// User agent of the browser.
    pub user_agent: Option<String>,
    /// Client address.
    pub address: Option<IpAddr>,
}

/// Result of opening a session.
#[derive(Debug, Clone, Copy)]
pub struct Arrived {
    /// The visitor.
    pub visitor: VisitorId,
    /// The generation its session token carries.
    pub generation: i64,
    /// Whether the new token was given; else the known one goes on.
    pub is_new: bool,
}

/// Finds the visitor, verifies them, or adds a new one.
pub fn open_visitor_session(unit: &mut Unit<'_>, arrival: &Arrival) -> Result<Arrived, Fault> {
    let known = match &arrival.known_token {
        Some(digest) => Some(
            contacts::find_by_token(unit.conn(), arrival.widget, digest)?
                .ok_or_else(invalid_visitor_token)?,
        ),
        None => None,
    };
    match (known, &arrival.identity) {
        (Some(visitor), Some(Identity::Verified { user_id, .. })) if !visitor.verified => {
            let contact = verified_contact(unit, user_id)?;
            let visitor = join(unit, visitor, contact)?;
            come_back(unit, visitor, arrival)
        }
        (Some(visitor), Some(Identity::Verified { user_id, .. })) => {
            let own = contacts::find(unit.conn(), visitor.contact)?.and_then(|contact| contact.user_id);
            if own.as_deref() == Some(user_id.as_str()) {
                come_back(unit, visitor, arrival)
            } else {
                // Somebody else signed in on this device: another visitor, and the first one stays as it is.
                let contact = verified_contact(unit, user_id)?;
                add(unit, arrival, contact, true)
            }
        }
        (Some(visitor), _) if visitor.verified => Err(identity_required()),
        (Some(visitor), _) => come_back(unit, visitor, arrival),
        (None, Some(Identity::Verified { user_id, .. })) => {
            let contact = verified_contact(unit, user_id)?;
            add(unit, arrival, contact, true)
        }
        (None, _) => {
            let contact = unit.mint();
            contacts::insert(unit.conn(), contact, None, unit.now())?;
            add(unit, arrival, contact, false)
        }
    }
}

fn verified_contact(unit: &mut Unit<'_>, user_id: &str) -> Result<ContactId, Fault> {
    if let Some(contact) = contacts::find_by_user_id(unit.conn(), user_id)? {
        return Ok(contact.id);
    }
    let id = unit.mint();
    contacts::insert(unit.conn(), id, Some(user_id), unit.now())?;
    Ok(id)
}

/// Stores proven and unproven fields apart.
fn identify(unit: &Unit<'_>, contact: ContactId, arrival: &Arrival) -> Result<(), Fault> {
    contacts::touch(unit.conn(), contact, unit.now())?;
    let put = |source, profile| fields::put(unit.conn(), contact, source, profile, unit.now());
    match &arrival.identity {
        Some(Identity::Verified { proven, said, .. }) => {
            put(Source::Proven, proven)?;
            put(Source::Said, said)?;
        }
        Some(Identity::Said(said)) => put(Source::Said, said)?,
        None => return Ok(()),
    }
    search::contact_changed(unit, contact)
}

fn add(unit: &mut Unit<'_>, arrival: &Arrival, contact: ContactId, verified: bool) -> Result<Arrived, Fault> {
    identify(unit, contact, arrival)?;
    let id: VisitorId = unit.mint();
    let new = NewVisitor {
        id,
        contact,
        widget: Some(arrival.widget),
        channel: CHANNEL,
        device_id: arrival.device_id.as_deref(),
        token_digest: Some(&arrival.new_token),
        verified,
        locale: arrival.locale.as_deref(),
    };
    contacts::insert_visitor(unit.conn(), &new, unit.now())?;
    let mut visitor = contacts::find_visitor(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    told(unit, &mut visitor, arrival);
    contacts::update_visitor(unit.conn(), &visitor)?;
    Ok(Arrived { visitor: id, generation: visitor.generation, is_new: true })
}

fn come_back(unit: &mut Unit<'_>, mut visitor: Visitor, arrival: &Arrival) -> Result<Arrived, Fault> {
    identify(unit, visitor.contact, arrival)?;
    if unit.now() > visitor.last_seen_at.plus(VISIT_GAP) {
        visitor.visits += 1;
    }
    visitor.last_seen_at = unit.now();
    visitor.locale = arrival.locale.clone().or(visitor.locale);
    told(unit, &mut visitor, arrival);
    contacts::update_visitor(unit.conn(), &visitor)?;
    Ok(Arrived { visitor: visitor.id, generation: visitor.generation, is_new: false })
}

/// What the browser says of itself and of where it is.
fn told(unit: &Unit<'_>, visitor: &mut Visitor, arrival: &Arrival) {
    if let Some(page) = &arrival.page {
        visitor.page = page.clone();
        visitor.page_at = Some(unit.now());
    }
    visitor.time_zone = arrival.time_zone.clone().or(visitor.time_zone.take());
    visitor.last_address = arrival.address.map(|address| address.to_string()).or(visitor.last_address.take());
    visitor.user_agent = arrival.user_agent.clone().or(visitor.user_agent.take());
}

/// An anonymous visitor proves who they are: their conversations join those of the person, everybody concerned reloads, and
/// earlier session tokens stop working, because the shop's scripts could read them.
fn join(unit: &mut Unit<'_>, mut visitor: Visitor, contact: ContactId) -> Result<Visitor, Fault> {
    let before = visitor.contact;
    let actor = Actor::visitor(visitor.id);
    visitor.contact = contact;
    visitor.verified = true;
    visitor.generation += 1;
    contacts::update_visitor(unit.conn(), &visitor)?;
    for id in conversations::move_to_contact(unit.conn(), visitor.id, contact)? {
        let mut conversation = append::conversation_of(unit, id)?;
        let steps = conversation.belong(append::moment(unit, actor), contact);
        append::finish(unit, &conversation, &steps, None)?;
    }
    journal::join(unit.conn(), before, contact)?;
    fields::take_over(unit.conn(), before, contact)?;
    contacts::take_over_remarks(unit.conn(), before, contact)?;
    vouched::take_over(unit.conn(), before, contact)?;
    blocks::move_to_contact(unit.conn(), before, contact)?;
    contacts::remove_if_orphan(unit.conn(), before)?;
    search::contact_changed(unit, before)?;
    search::contact_changed(unit, contact)?;
    let mut position = unit.head();
    for id in contacts::visitors_of(unit.conn(), contact)? {
        position = unit.emit(&Record::of(actor, rights_changed(id.0)))?;
    }
    contacts::set_rights_positions(unit.conn(), contact, position)?;
    contacts::find_visitor(unit.conn(), visitor.id)?.ok_or_else(Fault::not_found)
}
