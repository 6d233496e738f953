//! Finding a ticket, by its id or as it is called.

use rusqlite::Connection;

use crate::domain::conversations::conversation::Conversation;
use crate::domain::tickets::store;
use crate::domain::tickets::ticket::Ticket;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// A ticket that must exist inside the caller's scope, with its conversation.
pub fn within(unit: &Unit<'_>, caller: &Caller, id: ConversationId) -> Result<(Conversation, Ticket), Fault> {
    let conversation = append::within(unit, caller, id)?;
    let ticket = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    Ok((conversation, ticket))
}

/// The id behind a conversation's id, or behind a number with what stands before it, in any letter case.
pub fn id_of(conn: &Connection, name: &str) -> Result<ConversationId, Fault> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let prefix = store::prefix(conn)?;
    let bare = name.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(&prefix));
    let number = bare.and_then(|_| name.get(prefix.len()..)).unwrap_or(name);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: Option<i64> = number.parse().ok().filter(|_| is_number);
    number.and_then(|number| store::with_number(conn, number).transpose()).transpose()?.ok_or_else(Fault::not_found)
}
