//! Links that were said: SQL.

use rusqlite::Connection;

use super::content;
use super::store::{self, Reach};
use crate::ids::MessageId;

/// Whether this message holds `url` and may be read by whoever has `reach`; agents have none and read everything.
pub fn is_said(conn: &Connection, id: MessageId, reach: Option<Reach>, url: &str) -> rusqlite::Result<bool> {
    if let Some(reach) = reach {
        let head = store::find(conn, id.conversation)?;
        if !head.is_some_and(|head| reach.covers(head.contact, head.visitor)) {
            return Ok(false);
        }
    }
    let message = store::find_message(conn, id.conversation, id.sequence)?
        .filter(|message| reach.is_none() || !message.note);
    Ok(message
        .and_then(|message| message.content)
        .is_some_and(|stored| content::words(&stored).contains(url)))
}
