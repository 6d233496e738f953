//! Teams that customers may choose before their first words: those that the shop offers, and of those that are given conversations
//! only in their hours the ones that are open.

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::access::teams::{self, Team};
use crate::domain::calendars::store as calendars;
use crate::fault::Fault;
use crate::ids::TeamId;

/// The teams that are offered now, by name.
pub fn offered(conn: &Connection, now: Timestamp) -> Result<Vec<(TeamId, String)>, Fault> {
    let mut found = Vec::new();
    for team in teams::all(conn)? {
        if is_chosen_from(conn, &team, now)? {
            found.push((team.id, team.name));
        }
    }
    Ok(found)
}

/// Whether a team is among them.
pub fn is_offered(conn: &Connection, id: TeamId, now: Timestamp) -> Result<bool, Fault> {
    match teams::find(conn, id)? {
        Some(team) => is_chosen_from(conn, &team, now),
        None => Ok(false),
    }
}

fn is_chosen_from(conn: &Connection, team: &Team, now: Timestamp) -> Result<bool, Fault> {
    Ok(team.offered && (!team.only_in_hours || is_open(conn, team, now)?))
}

/// A team without a calendar of its own keeps the shop's hours.
fn is_open(conn: &Connection, team: &Team, now: Timestamp) -> Result<bool, Fault> {
    Ok(calendars::open_at(conn, team.calendar, now)?.now)
}
