//! Search: whatever was ever said, and who said it.

use actix_web::web::{Data, Query};
use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::{self, Paging};
use crate::clock::Timestamp;
use crate::domain::search::question::Question;
use crate::domain::search::switched_off;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::search::ask::Ask;
use crate::flows::search::find::{self, Found, Item, Of, TicketName};
use crate::ids::MessageId;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::rate::Rates;
use crate::web::settings::Settings;

/// What to look for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchParams {
    /// Words, at most 200 characters; operators narrow where they are looked for.
    #[param(value_type = String)]
    q: Option<String>,
    /// Items of a page, at most 200.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
    /// `next` of the page before.
    before: Option<String>,
}

/// Who wrote a message.
#[derive(Debug, Serialize, ToSchema)]
struct WriterRow {
    /// `visitor`, `agent`, `bot` or `system`.
    #[schema(example = "visitor")]
    kind: &'static str,
    id: Option<String>,
    name: Option<String>,
}

/// A customer in short.
#[derive(Debug, Serialize, ToSchema)]
struct CustomerRow {
    #[schema(example = "p_01jb7q2m4k9zz")]
    id: String,
    name: Option<String>,
}

/// What a ticket is called.
#[derive(Debug, Serialize, ToSchema)]
struct TicketNameRow {
    #[schema(example = 218)]
    number: i64,
    #[schema(example = "T-218")]
    name: String,
    title: String,
}

impl From<TicketName> for TicketNameRow {
    fn from(TicketName { number, name, title }: TicketName) -> Self {
        Self { number, name, title }
    }
}

/// Something that was found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundRow {
    /// `message`, `note`, `file`, `contact`, `ticket` or `canned`.
    #[schema(example = "message")]
    kind: &'static str,
    /// Of a message its `message_id`, else the id of the customer, the ticket or the canned reply.
    #[schema(example = "m_01jb7q2m4k9zz_12")]
    id: String,
    /// Of a customer their newest; null for what is in none.
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: Option<String>,
    sequence: Option<i64>,
    /// Plain text, with what was asked for between `<mark>` and `</mark>`; a long one is cut.
    #[schema(example = "Where is my <mark>refund</mark>?")]
    text: String,
    /// When it was written; of a customer when they were last seen.
    #[schema(value_type = String)]
    at: Timestamp,
    /// Null for what is no message.
    who: Option<WriterRow>,
    contact: Option<CustomerRow>,
    #[schema(example = "web")]
    channel: Option<String>,
    /// Of a ticket, and of what is said in one.
    ticket: Option<TicketNameRow>,
}

impl FoundRow {
    fn new(item: Item) -> Self {
        let Item { of, text, at } = item;
        let nothing = Self {
            kind: "",
            id: String::new(),
            conversation_id: None,
            sequence: None,
            text,
            at,
            who: None,
            contact: None,
            channel: None,
            ticket: None,
        };
        match of {
            Of::Message {
                is_file,
                note,
                conversation,
                sequence,
                sender: (actor, name),
                contact,
                channel,
                ticket,
            } => Self {
                kind: match (note, is_file) {
                    (true, _) => "note",
                    (false, true) => "file",
                    (false, false) => "message",
                },
                id: MessageId { conversation, sequence }.to_string(),
                conversation_id: Some(conversation.to_string()),
                sequence: Some(sequence),
                who: Some(WriterRow { kind: actor.kind.name(), id: actor.public_id(), name }),
                contact: Some(CustomerRow { id: contact.0.to_string(), name: contact.1 }),
                channel: Some(channel),
                ticket: ticket.map(TicketNameRow::from),
                ..nothing
            },
            Of::Ticket { id, name, contact, channel } => Self {
                kind: "ticket",
                id: id.to_string(),
                conversation_id: Some(id.to_string()),
                contact: Some(CustomerRow { id: contact.0.to_string(), name: contact.1 }),
                channel: Some(channel),
                ticket: Some(name.into()),
                ..nothing
            },
            Of::Contact { id, name, conversation } => Self {
                kind: "contact",
                id: id.to_string(),
                conversation_id: conversation.map(|id| id.to_string()),
                contact: Some(CustomerRow { id: id.to_string(), name }),
                ..nothing
            },
            Of::Canned { id } => Self { kind: "canned", id: id.to_string(), ..nothing },
        }
    }
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
struct FoundRows {
    /// Newest first. Customers, tickets and canned replies, five of each at most, are on the first page.
    items: Vec<FoundRow>,
    /// What to send as `before` for the next page; null after the last one.
    next: Option<String>,
    /// Questions that find something, where this one found nothing.
    suggestions: Vec<String>,
    /// Whether messages are missing, because the index is being made.
    partial: bool,
}

/// Search
///
/// Looks for all the words in messages, notes, names of files, customers, tickets and canned replies, as they are now, and tells
/// what the asking agent may read. Chinese is found by each character, English by the stem of its words, numbers by any
/// four of their digits. `from:`, `tag:`, `agent:`, `team:`, `channel:`, `before:`, `after:`, `in:ticket`, `in:chat` and
/// `has:file` narrow where; values with spaces stand in quotes. Everything else is plain text.
#[utoipa::path(operation_id = "search", tag = "Search", params(SearchParams), responses(
    (status = 200, description = "What was found", body = FoundRows),
    (status = 400, description = "invalid: q is missing, too long, or holds an operator that cannot be read", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 422, description = "search_off", body = Problem),
    (status = 429, description = "rate_limited", body = Problem),
))]
#[get("/search")]
pub(super) async fn search(
    who: CurrentAgent,
    asked: Query<SearchParams>,
    desk: Data<Desk>,
    rates: Data<Rates>,
    settings: Data<Settings>,
) -> Reply {
    let SearchParams { q, limit, before } = asked.into_inner();
    let typed = q.ok_or_else(|| Fault::invalid("q", "Say what to look for."))?;
    let paging = Paging { limit, cursor: before };
    let limit = paging.limit(settings.page_items_max)?;
    let before = paging.cursor::<1>().map_err(|fault| Fault { field: Some("before".into()), ..fault })?;
    let question = Question::parse(&typed)?;
    let candidates = settings.search_candidates.ok_or_else(switched_off)?;
    rates.search(who.agent.id)?;
    let (caller, before) = (who.caller(), before.map(|[position]| position));
    let ask = Ask { question, limit, before, candidates };
    let found = desk.db.read(move |conn| find::find(conn, &caller, &ask)).await?;
    let Found { items, next, suggestions, partial } = found;
    let items: Vec<FoundRow> = items.into_iter().map(FoundRow::new).collect();
    let next = next.map(|position| cursor::encode(&[position]));
    Ok(HttpResponse::Ok().json(FoundRows { items, next, suggestions, partial }))
}
