//! What customers who wait are told: their place in the queue, and how long that has taken lately.

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::conversations::store as conversations;
use crate::domain::routing::place::{PLACE_MAX, wait_ms};
use crate::domain::routing::store;
use crate::fault::Fault;
use crate::ids::{ContactId, ConversationId, VisitorId};

/// Somebody's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The conversation.
    pub conversation: ConversationId,
    /// Whose it is.
    pub owner: (ContactId, VisitorId),
    /// 1 is next.
    pub position: usize,
    /// How long it may take; `None` where there is too little to tell.
    pub wait_ms: Option<i64>,
}

/// The places of all who are told one.
pub fn places(conn: &Connection, now: Timestamp) -> Result<Vec<Place>, Fault> {
    let mut places = Vec::new();
    let waiting = store::waiting(conn, PLACE_MAX)?;
    for of_team in waiting.chunk_by(|one, other| one.team == other.team) {
        let Some(first) = of_team.first() else { continue };
        let gaps = store::paces(conn, first.team)?;
        for (position, row) in (1..).zip(of_team) {
            let Some(conversation) = conversations::find(conn, row.conversation)? else { continue };
            places.push(Place {
                conversation: row.conversation,
                owner: (conversation.contact(), conversation.visitor()),
                position,
                wait_ms: wait_ms(position, &gaps, now),
            });
        }
    }
    Ok(places)
}
