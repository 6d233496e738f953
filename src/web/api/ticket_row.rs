//! A ticket in JSON.

use rusqlite::Connection;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::clocks::view;
use crate::domain::conversations::list::{self, Asker, Summary};
use crate::domain::tickets::category::Category;
use crate::domain::tickets::statuses::Named;
use crate::events::ClockKind;
use crate::fault::Fault;
use crate::flows::clocks::shown::Looking;
use crate::flows::tickets::show::{Linked, Shown, show};
use crate::ids::ConversationId;
use crate::im::clock_row::ClockRow;
use crate::im::conversation_row::{ContactRef, ConversationRow, LastMessageRow, MarksRow, TicketInShort};
use crate::im::hub::Hub;
use crate::web::api::rows::conversation;

/// A ticket.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TicketRow {
    /// The id of its conversation.
    #[schema(example = "c_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = 218)]
    number: i64,
    #[schema(example = "T-218")]
    name: String,
    title: String,
    status: Named,
    #[serde(rename = "type")]
    of: Option<TypeRef>,
    /// By the keys of its type.
    #[schema(value_type = Object, example = json!({"order_no": "1042"}))]
    fields: Map<String, Value>,
    /// `urgent`, `high`, `normal` or `low`.
    #[schema(example = "high")]
    priority: &'static str,
    /// Its own date.
    #[schema(value_type = Option<String>)]
    due_at: Option<Timestamp>,
    agent_id: Option<String>,
    team_id: Option<String>,
    labels: Vec<String>,
    contact: ContactRef,
    /// Agents' ids.
    followers: Vec<String>,
    links: Vec<LinkRow>,
    source: Option<SourceRow>,
    /// The conversation in which it goes on.
    merged_into: Option<String>,
    /// Its id at the shop's own system.
    external_id: Option<String>,
    /// The clock of its solution.
    clock: Option<ClockRow>,
    /// The clock of its first answer.
    first_clock: Option<ClockRow>,
    #[schema(value_type = String)]
    created_at: Timestamp,
    #[schema(value_type = String)]
    updated_at: Timestamp,
    #[schema(value_type = Option<String>)]
    solved_at: Option<Timestamp>,
    message_count: i64,
    /// As with conversations.
    #[schema(example = "open")]
    state: &'static str,
    #[schema(example = "web")]
    channel: String,
    last_sequence: i64,
    visitor_id: String,
    online: bool,
    #[schema(value_type = Option<String>)]
    waiting_since: Option<Timestamp>,
    #[schema(value_type = Option<String>)]
    snoozed_until: Option<Timestamp>,
    last_message: Option<LastMessageRow>,
    unread: i64,
    mine: MarksRow,
    theirs: MarksRow,
    /// As in rows of lists.
    ticket: Option<TicketInShort>,
}

/// A type by its name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TypeRef {
    #[schema(example = "tt_01jb7q2m4k9zz")]
    id: String,
    name: String,
}

/// Another conversation that has to do with the ticket.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LinkRow {
    #[schema(example = "c_01jb7q2m4k9zz")]
    id: String,
    /// Null for chats, as are title and category.
    #[schema(example = "T-201")]
    name: Option<String>,
    title: Option<String>,
    /// `related`, `duplicate`, `parent` (the other one is) or `child`.
    #[schema(example = "related")]
    kind: &'static str,
    #[schema(example = "solved")]
    category: Option<&'static str>,
}

/// The part of another conversation that it came from.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SourceRow {
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    from: i64,
    to: i64,
}

impl From<Linked> for LinkRow {
    fn from(Linked { id, kind, ticket }: Linked) -> Self {
        let (name, title, category) = match ticket {
            Some((name, title, category)) => (Some(name), Some(title), Some(Category::name(category))),
            None => (None, None, None),
        };
        Self { id: id.to_string(), name, title, kind: kind.name(), category }
    }
}

impl TicketRow {
    fn new(row: ConversationRow, shown: Shown, clocks: &[view::Shown], now: Timestamp) -> Self {
        let Shown { ticket, name, status, of, followers, links, merged_into, message_count } = shown;
        let clock = |kind: ClockKind| {
            clocks.iter().find(|clock| clock.kind == kind).map(|clock| ClockRow::new(clock, now))
        };
        Self {
            id: ticket.id.to_string(),
            number: ticket.number,
            name,
            title: ticket.title,
            status,
            of: of.map(|(id, name)| TypeRef { id: id.to_string(), name }),
            fields: ticket.fields,
            priority: row.priority,
            due_at: ticket.due_at,
            agent_id: row.agent_id,
            team_id: row.team_id,
            labels: row.labels,
            contact: row.contact,
            followers: followers.iter().map(ToString::to_string).collect(),
            links: links.into_iter().map(LinkRow::from).collect(),
            source: ticket.source.map(|source| SourceRow {
                conversation_id: source.conversation_id.to_string(),
                from: source.from,
                to: source.to,
            }),
            merged_into: merged_into.map(|id| id.to_string()),
            external_id: ticket.external_id,
            clock: clock(ClockKind::Solution),
            first_clock: clock(ClockKind::First),
            created_at: ticket.created_at,
            updated_at: row.updated_at,
            solved_at: ticket.solved_at,
            message_count,
            state: row.state,
            channel: row.channel,
            last_sequence: row.last_sequence,
            visitor_id: row.visitor_id,
            online: row.online,
            waiting_since: row.waiting_since,
            snoozed_until: row.snoozed_until,
            last_message: row.last_message,
            unread: row.unread,
            mine: row.mine,
            theirs: row.theirs,
            ticket: row.ticket,
        }
    }
}

/// A ticket before whether its customer is there is known.
pub(super) struct Read {
    row: crate::flows::clocks::shown::Clocked,
    shown: Shown,
    clocks: Vec<view::Shown>,
    now: Timestamp,
}

impl Read {
    /// A ticket as the asker sees it, now.
    pub(super) fn one(
        conn: &Connection,
        id: ConversationId,
        asker: Asker,
        now: Timestamp,
    ) -> Result<Self, Fault> {
        let summary = list::one(conn, id, asker)?.ok_or_else(Fault::not_found)?;
        Self::of(conn, summary, asker, &Looking::new(conn, now)?, now)?.ok_or_else(Fault::not_found)
    }

    /// Rows of a list, each with its ticket.
    pub(super) fn many(
        conn: &Connection,
        summaries: Vec<Summary>,
        asker: Asker,
        now: Timestamp,
    ) -> Result<Vec<Self>, Fault> {
        let looking = Looking::new(conn, now)?;
        let read = |summary| Self::of(conn, summary, asker, &looking, now).transpose();
        summaries.into_iter().filter_map(read).collect()
    }

    fn of(
        conn: &Connection,
        summary: Summary,
        asker: Asker,
        looking: &Looking<'_>,
        now: Timestamp,
    ) -> Result<Option<Self>, Fault> {
        let Some(shown) = show(conn, summary.id, asker.scope)? else { return Ok(None) };
        let (row, clocks) = looking.whole(summary)?;
        Ok(Some(Self { row, shown, clocks, now }))
    }

    /// As JSON has it.
    pub(super) fn row(self, hub: &Hub) -> TicketRow {
        TicketRow::new(conversation(self.row, hub), self.shown, &self.clocks, self.now)
    }
}
