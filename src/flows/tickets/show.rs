//! A ticket as people see it now: its row, with the names of what it points at.

use rusqlite::{Connection, params};

use super::words;
use crate::domain::conversations::scope::Scope;
use crate::domain::conversations::store as conversations;
use crate::domain::tickets::category::Category;
use crate::domain::tickets::documents;
use crate::domain::tickets::links::LinkKind;
use crate::domain::tickets::statuses::Named;
use crate::domain::tickets::store;
use crate::domain::tickets::ticket::Ticket;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::ids::{AgentId, ConversationId, TicketTypeId};

/// A ticket with its names.
#[derive(Debug)]
pub struct Shown {
    /// The ticket.
    pub ticket: Ticket,
    /// What it is called.
    pub name: String,
    /// Its status.
    pub status: Named,
    /// Its type.
    pub of: Option<(TicketTypeId, String)>,
    /// Who follows it.
    pub followers: Vec<AgentId>,
    /// What it is linked with, as far as the reader may read it.
    pub links: Vec<Linked>,
    /// The conversation in which it goes on.
    pub merged_into: Option<ConversationId>,
    /// How many messages it has, notes included.
    pub message_count: i64,
}

/// What a ticket is linked with.
#[derive(Debug)]
pub struct Linked {
    /// The other conversation.
    pub id: ConversationId,
    /// How.
    pub kind: LinkKind,
    /// Name, title and category of a ticket; `None` for a chat.
    pub ticket: Option<(String, String, Category)>,
}

/// A ticket, as somebody with this scope sees it. `None` where there is none.
pub fn show(conn: &Connection, id: ConversationId, scope: Scope) -> Result<Option<Shown>, Fault> {
    let Some(ticket) = store::find(conn, id)? else { return Ok(None) };
    let prefix = store::prefix(conn)?;
    let of = ticket.of.map(|id| documents::find_type(conn, id)).transpose()?.flatten();
    let mut links = Vec::new();
    for (other, kind) in store::links(conn, id)? {
        let Some(conversation) = conversations::find(conn, other)? else { continue };
        if scope.holds(conn, &conversation)? {
            let ticket = store::find(conn, other)?;
            let ticket = ticket.map(|it| (format!("{prefix}{}", it.number), it.title, it.category));
            links.push(Linked { id: other, kind, ticket });
        }
    }
    Ok(Some(Shown {
        name: format!("{prefix}{}", ticket.number),
        status: words::status(conn, ticket.status)?,
        of: of.map(|of| (of.id, of.name)),
        followers: store::followers(conn, id)?,
        links,
        merged_into: conversations::find(conn, id)?.and_then(|conversation| conversation.merged_into()),
        message_count: conn
            .prepare_cached(
                "SELECT COUNT(*) FROM event_log WHERE conversation_id = ?1 AND sequence IS NOT NULL AND kind = ?2",
            )?
            .query_row(params![id, EventKind::Message as i64], |row| row.get(0))?,
        ticket,
    }))
}
