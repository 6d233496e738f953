//! Tickets: making and reading them, and changing what they say. Priority, agent, team, labels and messages are the conversation's.

use std::sync::Arc;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, patch, post};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::actions::{priority, team};
use super::ticket_row::{Read, TicketRow};
use crate::clock::Timestamp;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::list::Asker;
use crate::fault::Fault;
use crate::flows::tickets::change::{Wanted, change};
use crate::flows::tickets::create::{self, Begin, Customer};
use crate::flows::tickets::find;
use crate::flows::tickets::set_status::set_status;
use crate::flows::{Caller, Desk};
use crate::ids::{AgentId, ConversationId, TicketStatusId, TicketTypeId};
use crate::im::hub::Hub;
use crate::storage::Unit;
use crate::web::body::{Body, said};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Values by key.
type Fields = Map<String, Value>;

fn status_id(text: &str) -> Result<TicketStatusId, Fault> {
    text.parse().map_err(|_| Fault::invalid("status_id", "This is not the id of a status."))
}

fn type_id(text: &str) -> Result<TicketTypeId, Fault> {
    text.parse().map_err(|_| Fault::invalid("type_id", "This is not the id of a type."))
}

pub(super) fn agent_id(field: &'static str, text: &str) -> Result<AgentId, Fault> {
    text.parse().map_err(|_| Fault::invalid(field, "This is not an agent's id."))
}

fn due(text: &str) -> Result<Timestamp, Fault> {
    Timestamp::parse(text)
        .ok_or_else(|| Fault::invalid("due_at", "Write the time as RFC 3339, with its offset."))
}

/// What a new ticket says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTicket {
    /// The customer; either this or `user_id`.
    #[schema(example = "p_01jb7q2m4k9zz")]
    contact_id: Option<String>,
    /// The customer's id at the shop.
    #[schema(example = "user-1042")]
    user_id: Option<String>,
    #[schema(example = "Teapot arrived broken")]
    title: String,
    /// The customer's first words: text, or content as in messages.
    #[schema(value_type = Option<Object>)]
    message: Option<Value>,
    type_id: Option<String>,
    /// By the keys of its type.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Fields,
    /// The one that every desk has for new tickets unless given.
    status_id: Option<String>,
    /// `urgent`, `high`, `normal` or `low`.
    priority: Option<String>,
    agent_id: Option<String>,
    team_id: Option<String>,
    due_at: Option<String>,
    /// Its id at the shop's own system: sent again, the same ticket is the answer.
    #[schema(example = "erp-1042")]
    external_id: Option<String>,
}

/// What a chat says as a ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TurnIntoTicket {
    #[schema(example = "Teapot arrived broken")]
    title: String,
    type_id: Option<String>,
    /// By the keys of its type.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Fields,
    status_id: Option<String>,
    priority: Option<String>,
    agent_id: Option<String>,
    team_id: Option<String>,
    due_at: Option<String>,
}

impl TurnIntoTicket {
    fn begin(self) -> Result<Begin, Fault> {
        Ok(Begin {
            title: self.title,
            of: self.type_id.as_deref().map(type_id).transpose()?,
            fields: self.fields,
            status: self.status_id.as_deref().map(status_id).transpose()?,
            priority: self.priority.as_deref().map(priority).transpose()?,
            agent: self.agent_id.as_deref().map(|text| agent_id("agent_id", text)).transpose()?,
            team: self.team_id.as_deref().map(team).transpose()?,
            due_at: self.due_at.as_deref().map(due).transpose()?,
            source: None,
            external_id: None,
            by_customer: false,
        })
    }
}

/// The ticket as the asker sees it after a write.
fn answer(unit: &Unit<'_>, id: ConversationId, asker: Asker, hub: &Hub) -> Result<TicketRow, Fault> {
    Ok(Read::one(unit.conn(), id, asker, unit.now())?.row(hub))
}

/// Open a ticket
///
/// For a customer of the desk or of the shop, with a thread of its own.
#[utoipa::path(operation_id = "open_ticket", tag = "Tickets", request_body = NewTicket, responses(
    (status = 201, description = "The ticket", body = TicketRow),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found: the contact", body = Problem),
    (status = 422, description = "unknown_agent, unknown_team, blocked", body = Problem),
))]
#[post("/tickets")]
pub(super) async fn open(
    who: CurrentAgent,
    body: Body<NewTicket>,
    call: Call,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let Body { value: new, raw } = body;
    let customer = match (&new.contact_id, &new.user_id) {
        (Some(id), None) => Customer::Contact(
            id.parse().map_err(|_| Fault::invalid("contact_id", "This is not the id of a contact."))?,
        ),
        (None, Some(id)) => Customer::UserId(id.clone()),
        _ => return Err(Fault::invalid("contact_id", "Name a contact or a customer of the shop.").into()),
    };
    let words = match &new.message {
        None | Some(Value::Null) => None,
        Some(said) => {
            let content = match said {
                Value::String(text) => serde_json::json!({ "kind": "text", "text": text }),
                content => content.clone(),
            };
            let parsed = Content::parse(&content, settings.text_chars);
            Some(parsed.map_err(|fault| Fault { field: Some("message".into()), ..fault })?)
        }
    };
    let NewTicket { title, type_id, fields, status_id, priority, agent_id, team_id, due_at, .. } = new;
    let turned = TurnIntoTicket { title, type_id, fields, status_id, priority, agent_id, team_id, due_at };
    let begin = Begin { external_id: new.external_id, ..turned.begin()? };
    let key = desk.db.meta().digest_key;
    let (caller, asker) = (who.caller(), who.asker());
    call.write(&who, &raw, 201, move |unit| {
        let id = create::create(unit, &caller, &key, &customer, words, &begin)?;
        answer(unit, id, asker, &hub)
    })
    .await
}

/// Turn a chat into a ticket
///
/// The thread stays as it is. `wrong_state` for what is a ticket already, or was merged.
#[utoipa::path(operation_id = "turn_into_ticket", tag = "Tickets", request_body = TurnIntoTicket,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 201, description = "The ticket", body = TicketRow),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state, unknown_agent, unknown_team", body = Problem),
))]
#[post("/conversations/{id}/ticket")]
pub(super) async fn turn_into(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<TurnIntoTicket>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let id: ConversationId = super::id(&path)?;
    let Body { value: new, raw } = body;
    let begin = new.begin()?;
    let (caller, asker) = (who.caller(), who.asker());
    call.write(&who, &raw, 201, move |unit| {
        create::turn_into(unit, &caller, id, &begin)?;
        answer(unit, id, asker, &hub)
    })
    .await
}

/// Get a ticket
#[utoipa::path(operation_id = "get_ticket", tag = "Tickets",
    params(("id" = String, Path, description = "The ticket's id, or what it is called")), responses(
    (status = 200, description = "The ticket", body = TicketRow),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/tickets/{id}")]
pub(super) async fn read(
    who: CurrentAgent,
    path: Path<String>,
    (desk, hub): (Data<Desk>, Data<Hub>),
) -> Reply {
    let (name, asker, now) = (path.into_inner(), who.asker(), desk.clock.now());
    let look = move |conn: &Connection| Read::one(conn, find::id_of(conn, &name)?, asker, now);
    Ok(HttpResponse::Ok().json(desk.db.read(look).await?.row(&hub)))
}

/// What shall be different about a ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TicketChange {
    title: Option<String>,
    /// Null for none. What the new type asks for has to be given.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    #[expect(clippy::option_option, reason = "not said, null and a value")]
    type_id: Option<Option<String>>,
    /// By the keys of its type; null takes a value away.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Fields,
    /// Null for no date of its own.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    #[expect(clippy::option_option, reason = "not said, null and a value")]
    due_at: Option<Option<String>>,
}

/// Change a ticket
#[utoipa::path(operation_id = "change_ticket", tag = "Tickets", request_body = TicketChange,
    params(("id" = String, Path, description = "The ticket's id, or what it is called")), responses(
    (status = 200, description = "The ticket", body = TicketRow),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it was merged", body = Problem),
))]
#[patch("/tickets/{id}")]
pub(super) async fn revise(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<TicketChange>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let Body { value: TicketChange { title, type_id: of, fields, due_at }, raw } = body;
    let of = of.map(|of| of.as_deref().map(type_id).transpose()).transpose()?;
    let due_at = due_at.map(|at| at.as_deref().map(due).transpose()).transpose()?;
    let wanted = Wanted { title, of, fields, due_at };
    act(who, path, raw, call, hub, move |unit, caller, id| change(unit, caller, id, &wanted).map(drop)).await
}

/// Does something with the ticket that a path names; the answer is the ticket.
pub(super) async fn act(
    who: CurrentAgent,
    path: Path<String>,
    raw: actix_web::web::Bytes,
    call: Call,
    hub: Data<Hub>,
    work: impl FnOnce(&mut Unit<'_>, &Caller, ConversationId) -> Result<(), Fault> + Send + 'static,
) -> Reply {
    let (name, caller, asker) = (path.into_inner(), who.caller(), who.asker());
    let hub: Arc<Hub> = hub.into_inner();
    call.write(&who, &raw, 200, move |unit| {
        let id = find::id_of(unit.conn(), &name)?;
        work(unit, &caller, id)?;
        answer(unit, id, asker, &hub)
    })
    .await
}

/// Another status.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusChange {
    #[schema(example = "ts_01jb7q2m4k9zz")]
    status_id: String,
}

/// Change the status of a ticket
///
/// The conversation opens, snoozes or closes with it. `wrong_state` where the status may not follow: what is closed stays so, and
/// nothing becomes new again.
#[utoipa::path(operation_id = "set_ticket_status", tag = "Tickets", request_body = StatusChange,
    params(("id" = String, Path, description = "The ticket's id, or what it is called")), responses(
    (status = 200, description = "The ticket", body = TicketRow),
    (status = 400, description = "invalid: no such status", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state", body = Problem),
))]
#[post("/tickets/{id}/status")]
pub(super) async fn status(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<StatusChange>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let wanted = status_id(&body.value.status_id)?;
    act(who, path, body.raw, call, hub, move |unit, caller, id| {
        set_status(unit, caller, id, wanted).map(drop)
    })
    .await
}
