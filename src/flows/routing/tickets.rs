//! Tickets that wait for somebody. They are given out as chats are, by the same rules, but nobody has to be there this very moment: who
//! was within a day may get one, and whoever has the fewest open ones gets it.

use std::collections::BTreeMap;
use std::time::Duration;

use rusqlite::Connection;

use super::gather::{Around, Hours, candidates, describe, item};
use crate::domain::conversations::demand;
use crate::domain::routing::settings::{Settings, TICKETS_MAX};
use crate::domain::routing::store::{self, Waiting};
use crate::domain::routing::{Candidate, Item, There};
use crate::events::Availability;
use crate::fault::Fault;
use crate::ids::AgentId;

/// Who was there so long ago may get a ticket.
const THERE_WITHIN: Duration = Duration::from_hours(24);

/// Tickets that wait, and everybody as those see them; nothing where none waits.
pub fn gather(
    conn: &Connection,
    settings: &Settings,
    around: &Around<'_>,
) -> Result<(Vec<Item>, Vec<Candidate>), Fault> {
    let waiting = demand::waiting_tickets(conn, around.looked_at)?;
    if waiting.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let candidates = able(conn, settings, around)?;
    if candidates.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let mut hours = Hours::default();
    let mut items = Vec::new();
    for standing in waiting {
        let mut waits = item(&Waiting {
            conversation: standing.id,
            contact: standing.contact,
            team: standing.team,
            priority: standing.priority,
            since: standing.waiting_since.unwrap_or(standing.updated_at),
            head_start_ms: settings.head_start_ms(standing.priority),
        });
        describe(conn, &mut waits, (&mut hours, around.now))?;
        // Nobody misses a ticket.
        waits.missed.clear();
        items.push(waits);
    }
    Ok((items, candidates))
}

/// Everybody who may get a ticket, with the open ones that they have.
fn able(conn: &Connection, settings: &Settings, around: &Around<'_>) -> Result<Vec<Candidate>, Fault> {
    let left: BTreeMap<AgentId, _> = store::lately(conn)?
        .into_iter()
        .filter_map(|(agent, lately)| Some((agent, lately.left_at?)))
        .collect();
    let loads = demand::ticket_loads(conn)?;
    let since = around.now.minus(THERE_WITHIN);
    let able = candidates(conn, around)?.into_iter().filter(|one| {
        let is_known = around.there.iter().any(|(agent, ..)| *agent == one.agent);
        let was_there = is_known || left.get(&one.agent).is_some_and(|at| *at >= since);
        one.active && one.capacity > 0 && was_there
    });
    Ok(able
        .map(|one| Candidate {
            availability: Availability::Online,
            there: There::Here,
            load: loads.get(&one.agent).copied().unwrap_or_default(),
            capacity: settings.tickets_max.unwrap_or(TICKETS_MAX),
            asleep_at: None,
            missed_in_row: 0,
            ..one
        })
        .collect())
}
