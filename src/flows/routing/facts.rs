//! What rules go by, gathered from everything that is stored.

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::access::teams;
use crate::domain::calendars::store as calendars;
use crate::domain::contacts::vouched;
use crate::domain::conversations;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::routing::rules::store as rules;
use crate::fault::Fault;
use crate::filters::Facts;

/// What is known of a conversation at `now`.
pub fn of(conn: &Connection, conversation: &Conversation, now: Timestamp) -> Result<Facts, Fault> {
    let id = conversation.id();
    let facts = conversations::facts::of(conn, id, now)?.ok_or_else(Fault::not_found)?;
    // A team may be deleted after somebody chose it.
    let chosen = rules::wants(conn, id)?.chosen_team;
    let chosen_team = match chosen {
        Some(team) if teams::name_of(conn, team)?.is_some() => Some(team),
        _ => None,
    };
    Ok(Facts {
        chosen_team,
        hours_open: is_open(conn, now)?,
        attributes: vouched::all(conn, conversation.contact())?,
        ..facts
    })
}

/// Whether the shop is open.
pub fn is_open(conn: &Connection, now: Timestamp) -> Result<bool, Fault> {
    Ok(calendars::shop_at(conn, now)?.now)
}
