//! How nouns look in JSON.

use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::blocks::BlockRow;
use crate::clock::Timestamp;
use crate::domain::access::agent::Agent;
use crate::domain::access::seats::FREE_SEATS;
use crate::domain::contacts::fields::{Known, Source, Sources};
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::store::{Contact, Remarks, Visitor};
use crate::domain::contacts::visitor_events::VisitorEvent;
use crate::events::LogPosition;
use crate::flows::clocks::shown::Clocked;
use crate::flows::conversations::append::Appended;
use crate::flows::conversations::change_state::Settled;
use crate::im::agent_presence::AgentPresence;
use crate::im::conversation_row::ConversationRow;
use crate::im::hub::Hub;
use crate::web::device::Device;

/// An agent as colleagues see them.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct AgentRow {
    #[schema(example = "a_01jb7q2m4k9zz")]
    id: String,
    name: String,
    email: String,
    #[schema(example = "agent")]
    role: &'static str,
    active: bool,
    #[schema(example = "online")]
    availability: &'static str,
    /// Whether a socket of the agent is open.
    online: bool,
    presence: AgentPresence,
    capacity: i64,
    /// The name of the agent's picture, `/p/{name}`.
    picture: Option<String>,
    /// The role whose rights the agent has; `role` is the nearest of the three.
    #[schema(example = "ro_01jb7q2m4k9zz")]
    role_id: String,
    /// `owner`, `admin`, `supervisor`, `agent`, or the name that the desk gave it.
    #[schema(example = "supervisor")]
    role_name: String,
    team_ids: Vec<String>,
    /// As tags.
    #[schema(example = json!(["zh-CN", "en"]))]
    languages: Vec<String>,
    skills: Vec<String>,
}

impl AgentRow {
    pub(in crate::web) fn new(agent: &Agent, online: bool, presence: AgentPresence) -> Self {
        Self {
            id: agent.id.to_string(),
            name: agent.name.clone(),
            email: agent.email.clone(),
            role: agent.role.name(),
            active: agent.active,
            availability: agent.availability.name(),
            online,
            presence,
            capacity: agent.capacity,
            picture: agent.picture.clone(),
            role_id: agent.standing.role.id.to_string(),
            role_name: agent.standing.role.name.clone(),
            team_ids: agent.standing.teams.iter().map(|(id, _)| id.to_string()).collect(),
            languages: agent.standing.languages.clone(),
            skills: agent.standing.skills.clone(),
        }
    }
}

/// A conversation in a list, and whether its customer is there.
pub(super) fn conversation(row: Clocked, hub: &Hub) -> ConversationRow {
    let online = hub.is_customer_online((row.summary.contact, row.summary.visitor));
    ConversationRow::new(row, online)
}

/// Where the entry stands that an action left.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AppendedRow {
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    #[schema(example = 12)]
    sequence: i64,
    #[schema(value_type = i64, example = 48231)]
    log_position: LogPosition,
}

impl From<Appended> for AppendedRow {
    fn from(Appended { conversation_id, sequence, log_position }: Appended) -> Self {
        Self { conversation_id: conversation_id.to_string(), sequence, log_position }
    }
}

/// The conversation after a call that closes or snoozes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SettledRow {
    #[serde(flatten)]
    at: AppendedRow,
    /// As wanted, or as it was: then the customer has written since.
    #[schema(example = "closed")]
    state: &'static str,
}

impl From<Settled> for SettledRow {
    fn from(Settled { at, state }: Settled) -> Self {
        Self { at: at.into(), state: state.name() }
    }
}

/// A page of the shop's, and when somebody was there.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SightingRow {
    #[schema(example = "https://www.example.com/")]
    url: String,
    #[schema(value_type = String)]
    at: Timestamp,
}

impl SightingRow {
    pub(super) fn new((url, at): (String, Timestamp)) -> Self {
        Self { url, at }
    }
}

/// Seats of the desk.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Seats {
    used: i64,
    allowed: i64,
}

impl Seats {
    pub(super) const fn used(used: i64) -> Self {
        Self { used, allowed: FREE_SEATS }
    }
}

/// The page a visitor was last on.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PageRow {
    url: Option<String>,
    title: Option<String>,
    referrer: Option<String>,
    #[schema(value_type = Option<String>)]
    at: Option<Timestamp>,
}

/// Of each field who says what is shown: `proven` by the shop's signature, written down by the `team`, or `said` by the customer
/// or the page. Proven goes before the team's, the team's before what was said.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SourcesRow {
    #[schema(example = "proven")]
    name: Option<&'static str>,
    email: Option<&'static str>,
    phone: Option<&'static str>,
}

impl SourcesRow {
    fn new(Sources { name, email, phone }: Sources) -> Self {
        Self { name: name.map(Source::name), email: email.map(Source::name), phone: phone.map(Source::name) }
    }
}

/// Name, e-mail and phone as one source knows them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProfileRow {
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

impl From<Profile> for ProfileRow {
    fn from(Profile { name, email, phone }: Profile) -> Self {
        Self { name, email, phone }
    }
}

/// All that is known, by who says so.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct KnownRow {
    /// The shop vouches for it.
    proven: ProfileRow,
    /// Somebody of the team wrote it down.
    team: ProfileRow,
    /// Unproven.
    said: ProfileRow,
}

impl From<Known> for KnownRow {
    fn from(Known { proven, team, said }: Known) -> Self {
        Self { proven: proven.into(), team: team.into(), said: said.into() }
    }
}

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactRow {
    #[schema(example = "p_01jb7q2m4k9zz")]
    id: String,
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    /// Who says so.
    sources: SourcesRow,
    /// The person's id at the shop, once proven.
    user_id: Option<String>,
    verified: bool,
    #[schema(value_type = String)]
    created_at: Timestamp,
    #[schema(value_type = String)]
    last_seen_at: Timestamp,
    /// Whether they, or a browser or app of theirs, may not write.
    blocked: bool,
}

impl ContactRow {
    pub(super) fn new(contact: &Contact, blocked: bool) -> Self {
        Self {
            id: contact.id.to_string(),
            name: contact.profile.name.clone(),
            email: contact.profile.email.clone(),
            phone: contact.profile.phone.clone(),
            sources: SourcesRow::new(contact.sources),
            user_id: contact.user_id.clone(),
            verified: contact.verified,
            created_at: contact.created_at,
            last_seen_at: contact.last_seen_at,
            blocked,
        }
    }
}

/// A customer with everything the side panel shows.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContactDetails {
    #[serde(flatten)]
    contact: ContactRow,
    /// Whether a page of the customer's is open, with the chat in it: a live link, not the time of the last page.
    pub(super) online: bool,
    /// Name, e-mail and phone by who says so; above stands what is shown.
    known: KnownRow,
    locale: Option<String>,
    page: Option<PageRow>,
    visits: i64,
    /// Of the browser seen last.
    device: Option<Device>,
    /// IANA name of its time zone.
    time_zone: Option<String>,
    /// Where the person lives, as the team wrote it down.
    city: Option<String>,
    /// The team's own words about the person.
    note: Option<String>,
    /// Said by the shop's pages or a form, not proven.
    #[schema(value_type = Object)]
    attributes: Box<RawValue>,
    /// What happened on the shop's pages, newest first.
    events: Vec<EventRow>,
    /// The newest ten.
    conversations: Vec<ConversationRow>,
    /// Where the browser seen last came from, so that it can be blocked.
    #[schema(example = "203.0.113.7")]
    address: Option<String>,
    /// What keeps the person from writing.
    block: Option<BlockRow>,
}

/// Something a customer did on the shop's pages.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EventRow {
    name: String,
    #[schema(value_type = Object)]
    properties: Box<RawValue>,
    #[schema(value_type = String)]
    at: Timestamp,
}

impl EventRow {
    fn new(event: VisitorEvent) -> Self {
        Self { name: event.name, properties: event.properties, at: event.at }
    }
}

impl ContactDetails {
    pub(super) fn new(
        contact: &Contact,
        visitor: Option<Visitor>,
        (conversations, hub): (Vec<Clocked>, &Hub),
        (remarks, known): (Remarks, Known),
        (attributes, events): (String, Vec<VisitorEvent>),
        block: Option<BlockRow>,
    ) -> Self {
        let Remarks { city, note } = remarks;
        let device = visitor.as_ref().and_then(|visitor| visitor.user_agent.as_deref()).and_then(Device::of);
        let time_zone = visitor.as_ref().and_then(|visitor| visitor.time_zone.clone());
        let attributes = RawValue::from_string(attributes).unwrap_or_default();
        let events = events.into_iter().map(EventRow::new).collect();
        let visits = visitor.as_ref().map_or(0, |visitor| visitor.visits);
        let locale = visitor.as_ref().and_then(|visitor| visitor.locale.clone());
        let address = visitor.as_ref().and_then(|visitor| visitor.last_address.clone());
        let page = visitor.filter(|visitor| visitor.page.url.is_some()).map(|visitor| PageRow {
            url: visitor.page.url,
            title: visitor.page.title,
            referrer: visitor.page.referrer,
            at: visitor.page_at,
        });
        let conversations = conversations.into_iter().map(|row| conversation(row, hub)).collect();
        let contact = ContactRow::new(contact, block.is_some());
        Self {
            contact,
            online: false,
            known: known.into(),
            locale,
            page,
            visits,
            device,
            time_zone,
            city,
            note,
            attributes,
            events,
            conversations,
            address,
            block,
        }
    }
}
