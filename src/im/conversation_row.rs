//! A conversation in a list, as REST and the socket show it.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::clock_row::ClockRow;
use super::member::Member;
use crate::clock::Timestamp;
use crate::domain::contacts::fields::Source;
use crate::domain::conversations::read_marks::Marks;
use crate::flows::clocks::shown::Clocked;
use crate::flows::views::ask::Counted;

/// A customer in short.
#[derive(Debug, Serialize, ToSchema)]
struct ContactRef {
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
struct LastMessageRow {
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
struct MarksRow {
    received: i64,
    read: i64,
}

impl From<Marks> for MarksRow {
    fn from(marks: Marks) -> Self {
        Self { received: marks.received, read: marks.read }
    }
}

/// A conversation in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConversationRow {
    #[schema(example = "c_01jb7q2m4k9zz")]
    id: String,
    /// `bot`, `waiting`, `open`, `snoozed` or `closed`.
    #[schema(example = "waiting")]
    state: &'static str,
    #[schema(example = "web")]
    channel: String,
    last_sequence: i64,
    contact: ContactRef,
    visitor_id: String,
    /// Whether a page of the customer's is open, with the chat in it.
    online: bool,
    agent_id: Option<String>,
    /// The team; null is everybody.
    #[schema(example = "tm_01jb7q2m4k9zz")]
    team_id: Option<String>,
    /// `urgent`, `high`, `normal` or `low`.
    #[schema(example = "normal")]
    priority: &'static str,
    /// When the earliest of its running clocks is due.
    #[schema(value_type = Option<String>)]
    due_at: Option<Timestamp>,
    /// Of its clocks that did not end the one that is due first; null while nothing is promised.
    clock: Option<ClockRow>,
    #[schema(value_type = String)]
    updated_at: Timestamp,
    #[schema(value_type = String)]
    opened_at: Timestamp,
    /// Since when the customer waits for an answer.
    #[schema(value_type = Option<String>)]
    waiting_since: Option<Timestamp>,
    #[schema(value_type = Option<String>)]
    snoozed_until: Option<Timestamp>,
    labels: Vec<String>,
    last_message: Option<LastMessageRow>,
    /// Customer's messages above the asking agent's read mark, at most 99.
    unread: i64,
    /// The newest entry that mentions the asking agent in a note; unread while above their read mark.
    mention_sequence: Option<i64>,
    mine: MarksRow,
    theirs: MarksRow,
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
