//! Customers.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, delete, get, patch};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::blocks;
use super::cursor::{self, Page, Paging};
use super::id;
use super::rows::{ContactDetails, ContactRow};
use crate::clock::Timestamp;
use crate::domain::blocks::store as blocked;
use crate::domain::contacts::store::Contact;
use crate::domain::contacts::{fields, store, visitor_events};
use crate::domain::conversations::list::{self as conversations, Asker};
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::clocks::shown::Looking;
use crate::flows::contacts::edit_contact::{Edit, Said, edit_contact};
use crate::flows::contacts::erase_contact::erase_contact;
use crate::flows::contacts::find_contacts;
use crate::flows::fold_log::until_folded;
use crate::flows::{Caller, Desk};
use crate::ids::ContactId;
use crate::im::hub::Hub;
use crate::web::body::{Body, Nothing, said};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Conversations shown beside a contact.
const CONVERSATIONS: usize = 10;
/// Things that happened on the shop's pages, shown beside a contact.
const EVENTS: usize = 10;
/// Longest text looked for, in characters.
const QUERY_CHARS: usize = 100;

/// What to look for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Search {
    /// Text to look for.
    q: Option<String>,
}

/// List contacts
///
/// Newest first; `q` looks in name, e-mail, phone and user id.
#[utoipa::path(operation_id = "list_contacts", tag = "Contacts", params(Search, Paging), responses(
        (status = 200, description = "A page", body = Page<ContactRow>),
        (status = 401, description = "unauthenticated", body = Problem),
    ))]
#[get("/contacts")]
pub(super) async fn list(
    who: CurrentAgent,
    paging: Query<Paging>,
    search: Query<Search>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let [before] = paging.cursor::<1>()?.unwrap_or([i64::MAX]);
    let text = search.into_inner().q.unwrap_or_default();
    if text.chars().count() > QUERY_CHARS {
        return Err(Fault::invalid("q", format!("Use at most {QUERY_CHARS} characters.")).into());
    }
    let caller = who.caller();
    let now = desk.clock.now();
    let found = move |conn: &Connection| {
        let mut contacts = find_contacts::search(conn, &caller, text.trim(), before, limit + 1)?;
        let more = contacts.len() > limit;
        contacts.truncate(limit);
        let next = contacts.last().filter(|_| more).map(|last| cursor::encode(&[last.id.0]));
        let row = |contact: &Contact| {
            let block = blocked::of_contact(conn, contact.id, now)?;
            Ok(ContactRow::new(contact, block.is_some()))
        };
        Ok::<_, Fault>((contacts.iter().map(row).collect::<Result<Vec<_>, Fault>>()?, next))
    };
    let (rows, next) = desk.db.read(found).await?;
    Ok(cursor::page(rows, next))
}

/// Get a contact
///
/// With the page the customer is on, their device, what was said of them, and the newest conversations.
#[utoipa::path(operation_id = "get_contact", tag = "Contacts",
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 200, description = "The contact", body = ContactDetails),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/contacts/{id}")]
pub(super) async fn read(who: CurrentAgent, path: Path<String>, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let id: ContactId = id(&path)?;
    let (caller, now) = (who.caller(), desk.clock.now());
    let details = desk.db.read(move |conn| details(conn, &hub, id, &caller, now)).await?;
    Ok(HttpResponse::Ok().json(details))
}

fn details(
    conn: &Connection,
    hub: &Hub,
    id: ContactId,
    caller: &Caller,
    now: Timestamp,
) -> Result<ContactDetails, Fault> {
    let contact = find_contacts::within(conn, caller, id)?;
    let asker = Asker { agent: caller.as_agent()?, scope: caller.scope };
    let conversations = conversations::of_contact(conn, id, asker, CONVERSATIONS)?;
    let conversations = Looking::new(conn, now)?.rows(conversations)?;
    let said = (store::attributes(conn, id)?, visitor_events::newest(conn, id, EVENTS)?);
    let (visitor, remarks) = (store::latest_of(conn, id)?, store::remarks(conn, id)?);
    let block = blocks::of_contact(conn, id, now)?;
    let remarks = (remarks, fields::known(conn, id)?);
    let visitors = store::visitors_of(conn, id)?;
    let mut details = ContactDetails::new(&contact, visitor, (conversations, hub), remarks, said, block);
    details.online = visitors.into_iter().any(|visitor| hub.is_online(Actor::visitor(visitor)));
    Ok(details)
}

/// What shall be different: what is left out stays, null clears.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ContactChange {
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, example = "Li Na")]
    name: Said,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    email: Said,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    phone: Said,
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, example = "Hangzhou")]
    city: Said,
    /// At most 2,000 characters.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    note: Said,
    /// Laid over those there are; null takes one away.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    attributes: Map<String, Value>,
}

/// Change a contact
///
/// What the team has learnt. A proven `user_id` cannot be changed. Of name, e-mail and phone, what the shop proves goes before what
/// is written here, and that before what the customer or the page says; `null` clears both the team's and what was said.
#[utoipa::path(operation_id = "change_contact", tag = "Contacts", request_body = ContactChange,
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 200, description = "The contact", body = ContactDetails),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[patch("/contacts/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<ContactChange>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let id: ContactId = id(&path)?;
    let caller = who.caller();
    let Body { value: ContactChange { name, email, phone, city, note, attributes }, raw } = body;
    let edit = Edit { name, email, phone, city, note, attributes };
    call.write(&who, &raw, 200, move |unit| {
        edit_contact(unit, &caller, id, edit)?;
        details(unit.conn(), &hub, id, &caller, unit.now())
    })
    .await
}

/// What is left to do after an erasure.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Folding {
    #[schema(example = "in_use")]
    log: &'static str,
}

/// Erase a contact
///
/// Removes the person, all conversations and every word in them, for good, under every id they ever had here. The answer
/// comes when the words are out of the database's write-ahead log, too; 202 says that something still reads an older state
/// of the log (a backup that is being made), and that it is emptied as soon as that ends. Owners and admins only.
#[utoipa::path(operation_id = "erase_contact", tag = "Contacts",
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 204, description = "Erased"),
    (status = 202, description = "Erased; old pages of the log go once nobody reads them", body = Folding),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/contacts/{id}")]
pub(super) async fn erase(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
    desk: Data<Desk>,
) -> Reply {
    let id: ContactId = id(&path)?;
    let caller = who.caller();
    let answer = call.write(&who, &body.raw, 204, move |unit| erase_contact(unit, &caller, id)).await?;
    if answer.status().is_success() && !until_folded(&desk).await.unwrap_or(false) {
        return Ok(HttpResponse::Accepted().json(Folding { log: "in_use" }));
    }
    Ok(answer)
}
