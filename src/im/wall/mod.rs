//! The wall: everything a supervisor sees at once, for a screen that hangs three metres away. Read as a whole, told as a whole, at
//! most once a second and only when it changed; the same object by REST.

mod alarms;
pub(super) mod board;
pub mod keeping;
pub mod reading;

use serde::Serialize;
use utoipa::ToSchema;

use self::alarms::Alarm;
use super::agent_presence::AgentPresence;
use crate::clock::Timestamp;

/// Customers shown, those who wait longest.
pub const QUEUE_MAX: usize = 50;
/// People shown, those who are there first.
pub const PEOPLE_MAX: usize = 60;
/// Characters shown of what a customer said last.
const SAID_CHARS: usize = 80;

/// A customer who waits for us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct QueueRow {
    /// The conversation.
    #[schema(example = "c_01jb7q2m4k9zz")]
    id: String,
    /// The customer's name, if it is known.
    name: Option<String>,
    /// What to call a customer without a name.
    #[schema(example = "83f1")]
    label: String,
    /// The first 80 characters of what was said last.
    text: Option<String>,
    #[schema(example = "web")]
    channel: String,
    /// The agent who has it; null is nobody.
    agent_id: Option<String>,
    /// The team; null is everybody.
    team_id: Option<String>,
    /// `urgent`, `high`, `normal` or `low`.
    #[schema(example = "normal")]
    priority: &'static str,
    #[schema(value_type = String)]
    waiting_since: Timestamp,
    /// When it is late.
    #[schema(value_type = String)]
    late_at: Timestamp,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonRow {
    #[schema(example = "a_01jb7q2m4k9zz")]
    id: String,
    name: String,
    /// The name of their picture, `/p/{name}`.
    picture: Option<String>,
    presence: AgentPresence,
    /// Conversations that they are at: what they have open, but for what has been quiet for half an hour with nobody waiting.
    load: i64,
    /// How many they take.
    capacity: i64,
}

/// What today brought, by the shop's clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TodayRow {
    /// When the day began.
    #[schema(value_type = String)]
    began_at: Timestamp,
    /// Conversations that began.
    conversations: i64,
    /// Those of them that a person answered.
    answered: i64,
    /// Conversations that were closed.
    closed: i64,
    /// The median of how long customers waited for the first answer of a person.
    first_answer_ms: Option<i64>,
    /// Conversations that began, by hour from midnight to now.
    hours: Vec<i64>,
    /// The same of the whole day a week ago.
    hours_before: Vec<i64>,
    /// Conversations that had begun a week ago at this time.
    conversations_before: i64,
}

/// The whole room at one look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Wall {
    shop_name: String,
    #[schema(example = "Asia/Shanghai")]
    time_zone: String,
    /// How many customers wait for us.
    waiting: i64,
    /// How many of them wait for too long.
    late: i64,
    /// Since when the first of them waits.
    #[schema(value_type = Option<String>)]
    longest_since: Option<Timestamp>,
    /// After how long a customer waits for too long, where no clock says otherwise.
    target_ms: u64,
    /// Conversations that somebody has.
    open: i64,
    /// Those who wait longest first, at most 50.
    queue: Vec<QueueRow>,
    /// Who is there first, at most 60.
    people: Vec<PersonRow>,
    /// How many agents there are.
    people_count: usize,
    today: TodayRow,
    /// What somebody should do something about, the worst first.
    alarms: Vec<Alarm>,
    /// When the next customer is late.
    #[serde(skip)]
    next_late_at: Option<Timestamp>,
}
