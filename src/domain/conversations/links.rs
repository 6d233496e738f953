//! Links in messages: SQL.

use rusqlite::Connection;

use super::audience::Audience;
use super::scope::Scope;
use super::{content, store};
use crate::ids::MessageId;

/// Whether this message holds `url` and may be read by whoever has `scope`; notes are for the team.
pub fn is_said(conn: &Connection, id: MessageId, scope: Scope, url: &str) -> rusqlite::Result<bool> {
    let head = store::find(conn, id.conversation)?;
    let Some(head) = head else { return Ok(false) };
    if !scope.holds(conn, &head)? {
        return Ok(false);
    }
    let message = store::find_message(conn, id.conversation, id.sequence)?
        .filter(|message| !message.note || scope.audience() == Audience::Agents);
    Ok(message
        .and_then(|message| message.content)
        .is_some_and(|stored| content::words(&stored).contains(url)))
}
