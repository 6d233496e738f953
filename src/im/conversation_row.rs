//! A conversation in a list, as REST and the socket show it.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::clock_row::ClockRow;
use super::member::Member;
use crate::clock::Timestamp;
use crate::domain::contacts::fields::Source;
use crate::domain::conversations::list;
use crate::domain::conversations::read_marks::Marks;
use crate::domain::tickets::category::Category;
use crate::flows::clocks::shown::Clocked;
use crate::flows::views::ask::Counted;

/// A customer in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactRef {
    #[schema(example = "p_01jb7q2m4k9zz")]
    id: String,
    name: Option<String>,
    /// Who says that this is the name: `proven`, `team` or `said`.
    #[schema(example = "proven")]
    name_source: Option<&'static str>,
    verified: bool,
    /// What to call a customer without a name.
    #[schema(example = "83f1")]
    label: String,
}

/// Who said or did something.
#[derive(Debug, Serialize, ToSchema)]
pub struct SenderRow {
    /// `visitor`, `agent`, `bot` or `system`.
    #[schema(example = "visitor")]
    kind: &'static str,
    id: Option<String>,
    name: Option<String>,
}

/// The newest message of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub struct LastMessageRow {
    sender: SenderRow,
    note: bool,
    /// Its first 200 characters; null once recalled.
    text: Option<String>,
    /// What its file is; null where it has none.
    media_type: Option<String>,
    #[schema(value_type = String)]
    sent_at: Timestamp,
}

/// Read and received marks.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarksRow {
    received: i64,
    read: i64,
}

impl From<Marks> for MarksRow {
    fn from(marks: Marks) -> Self {
        Self { received: marks.received, read: marks.read }
    }
}

/// A ticket in a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketInShort {
    #[schema(example = 218)]
    pub(crate) number: i64,
    #[schema(example = "T-218")]
    pub(crate) name: String,
    pub(crate) title: String,
    #[schema(example = "ts_01jb7q2m4k9zz")]
    pub(crate) status_id: String,
    /// `new`, `open`, `pending`, `on_hold`, `solved` or `closed`.
    #[schema(example = "open")]
    pub(crate) category: &'static str,
    pub(crate) type_id: Option<String>,
    /// Its own date; `due_at` beside it is that of its clocks.
    #[schema(value_type = Option<String>)]
    pub(crate) due_at: Option<Timestamp>,
}

impl TicketInShort {
    fn new(ticket: list::TicketInShort) -> Self {
        Self {
            number: ticket.number,
            name: ticket.name,
            title: ticket.title,
            status_id: ticket.status.to_string(),
            category: Category::from_number(ticket.category).name(),
            type_id: ticket.of.map(|id| id.to_string()),
            due_at: ticket.due_at,
        }
    }
}

/// A conversation in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConversationRow {
    #[schema(example = "c_01jb7q2m4k9zz")]
    pub(crate) id: String,
    /// `bot`, `waiting`, `open`, `snoozed` or `closed`.
    #[schema(example = "waiting")]
    pub(crate) state: &'static str,
    #[schema(example = "web")]
    pub(crate) channel: String,
    pub(crate) last_sequence: i64,
    pub(crate) contact: ContactRef,
    pub(crate) visitor_id: String,
    /// Whether a page of the customer's is open, with the chat in it.
    pub(crate) online: bool,
    pub(crate) agent_id: Option<String>,
    /// The team; null is everybody.
    #[schema(example = "tm_01jb7q2m4k9zz")]
    pub(crate) team_id: Option<String>,
    /// `urgent`, `high`, `normal` or `low`.
    #[schema(example = "normal")]
    pub(crate) priority: &'static str,
    /// When the earliest of its running clocks is due.
    #[schema(value_type = Option<String>)]
    pub(crate) due_at: Option<Timestamp>,
    /// Of its clocks that did not end the one that is due first; null while nothing is promised.
    pub(crate) clock: Option<ClockRow>,
    #[schema(value_type = String)]
    pub(crate) updated_at: Timestamp,
    #[schema(value_type = String)]
    pub(crate) opened_at: Timestamp,
    /// Since when the customer waits for an answer.
    #[schema(value_type = Option<String>)]
    pub(crate) waiting_since: Option<Timestamp>,
    #[schema(value_type = Option<String>)]
    pub(crate) snoozed_until: Option<Timestamp>,
    pub(crate) labels: Vec<String>,
    pub(crate) last_message: Option<LastMessageRow>,
    /// Customer's messages above the asking agent's read mark, at most 99.
    pub(crate) unread: i64,
    /// The newest entry that mentions the asking agent in a note; unread while above their read mark.
    pub(crate) mention_sequence: Option<i64>,
    pub(crate) mine: MarksRow,
    pub(crate) theirs: MarksRow,
    /// What it is as a ticket; null for chats.
    pub(crate) ticket: Option<TicketInShort>,
}

impl ConversationRow {
    /// The row of a conversation; `online` says whether a page of the customer's is open.
    #[must_use]
    pub fn new(row: Clocked, online: bool) -> Self {
        let Clocked { summary: row, clock, at } = row;
        let clock = clock.map(|clock| ClockRow::new(&clock, at));
        let visitor_id = row.visitor.to_string();
        // The last characters of an id are random: short, and as good as a name for telling visitors apart.
        let label = visitor_id.get(visitor_id.len() - 4..).unwrap_or_default().to_owned();
        Self {
            id: row.id.to_string(),
            state: row.state.name(),
            channel: row.channel,
            last_sequence: row.last_sequence,
            contact: ContactRef {
                id: row.contact.to_string(),
                name: row.contact_name,
                name_source: row.name_source.map(|number| Source::from_number(number).name()),
                verified: row.verified,
                label,
            },
            visitor_id,
            online,
            agent_id: row.agent.map(|id| id.to_string()),
            team_id: row.team.map(|id| id.to_string()),
            priority: row.priority.name(),
            due_at: row.due_at,
            clock,
            updated_at: row.updated_at,
            opened_at: row.opened_at,
            waiting_since: row.waiting_since,
            snoozed_until: row.snoozed_until,
            labels: row.labels,
            last_message: row.last_message.map(|message| {
                let Member { kind, id } = message.sender.into();
                LastMessageRow {
                    sender: SenderRow { kind, id, name: message.name },
                    note: message.note,
                    text: message.text,
                    media_type: message.media_type,
                    sent_at: message.sent_at,
                }
            }),
            unread: row.unread,
            mention_sequence: row.mention,
            mine: row.mine.into(),
            theirs: row.theirs.into(),
            ticket: row.ticket.map(TicketInShort::new),
        }
    }
}

/// How many conversations each view holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counts {
    /// By the name of the view, or the id of a saved one; `None` where there are more than are counted.
    #[serde(flatten)]
    #[schema(value_type = HashMap<String, Option<i64>>)]
    pub views: BTreeMap<String, Option<i64>>,
    /// Those where a note names the agent and they have not read it.
    pub mentions_unread: i64,
}

impl From<Counted> for Counts {
    fn from(counted: Counted) -> Self {
        Self { views: counted.views.into_iter().collect(), mentions_unread: counted.mentions_unread }
    }
}
