//! What customers are told of their tickets: number, title and the public name of the status, in their language. *Nothing else* of a
//! ticket is shown to them, by any door.

use rusqlite::Connection;
use serde::Serialize;

use super::words;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::kind::Kind;
use crate::domain::tickets::store;
use crate::fault::Fault;
use crate::i18n::Locale;
use crate::ids::{ConversationId, VisitorId};

/// A ticket as its customer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Its number.
    pub number: i64,
    /// The number as it is shown.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The public name of its status.
    pub status: String,
}

/// The language of a visitor: theirs where the desk has it, else the shop's.
pub fn language(conn: &Connection, visitor: VisitorId) -> Result<Locale, Fault> {
    let own = contacts::find_visitor(conn, visitor)?.and_then(|visitor| visitor.locale);
    own.and_then(|own| Locale::parse(&own)).map_or_else(|| words::locale(conn), Ok)
}

/// What a customer is told of a ticket of theirs; `None` where the conversation is none.
pub fn of_conversation(
    conn: &Connection,
    conversation: &Conversation,
    language: Locale,
) -> Result<Option<Shown>, Fault> {
    if conversation.kind() == Kind::Ticket { of(conn, conversation.id(), language) } else { Ok(None) }
}

/// The same by the conversation's id.
pub fn of(conn: &Connection, id: ConversationId, language: Locale) -> Result<Option<Shown>, Fault> {
    let Some(ticket) = store::find(conn, id)? else { return Ok(None) };
    let status = words::status(conn, ticket.status)?.public_name.of(language.tag()).to_owned();
    let name = format!("{}{}", store::prefix(conn)?, ticket.number);
    Ok(Some(Shown { number: ticket.number, name, title: ticket.title, status }))
}
