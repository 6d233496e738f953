//! Customers.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::cursor::{self, Paging};
use super::id;
use super::rows::{ContactDetails, ContactRow};
use crate::domain::contacts::{store, visitor_events};
use crate::domain::conversations::list;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::erase_contact::erase_contact;
use crate::ids::ContactId;
use crate::web::body::{Body, Nothing};
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
#[derive(Debug, Deserialize)]
pub(super) struct Search {
    q: Option<String>,
}

/// List contacts
///
/// Newest first; `q` looks in name, e-mail, phone and user id.
#[utoipa::path(get, path = "/api/v1/contacts", tag = "Contacts",
    params(("q" = Option<String>, Query, description = "Text to look for"),
           ("limit" = Option<u32>, Query, description = "Items of a page, at most 200"),
           ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before")),
    responses(
        (status = 200, description = "A page: `items` and `next_cursor`", body = [ContactRow]),
        (status = 401, description = "unauthenticated", body = Problem),
    ))]
pub(super) async fn list(
    _who: CurrentAgent,
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
    let mut contacts =
        desk.db.read(move |conn| Ok(store::search(conn, text.trim(), before, limit + 1)?)).await?;
    let more = contacts.len() > limit;
    contacts.truncate(limit);
    let next = contacts.last().filter(|_| more).map(|last| cursor::encode(&[last.id.0]));
    let rows: Vec<ContactRow> = contacts.iter().map(ContactRow::new).collect();
    Ok(cursor::page(&rows, next.as_deref()))
}

/// Get a contact
///
/// With the page the customer is on, his device, what was said of him, and the newest conversations.
#[utoipa::path(get, path = "/api/v1/contacts/{id}", tag = "Contacts",
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 200, description = "The contact", body = ContactDetails),
    (status = 404, description = "not_found", body = Problem),
))]
pub(super) async fn read(who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let id: ContactId = id(&path)?;
    let agent = who.agent.id;
    let details = desk
        .db
        .read(move |conn| {
            let contact = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
            let conversations = list::of_contact(conn, id, agent, CONVERSATIONS)?;
            let said = (store::attributes(conn, id)?, visitor_events::newest(conn, id, EVENTS)?);
            Ok(ContactDetails::new(&contact, store::latest_of(conn, id)?, conversations, said))
        })
        .await?;
    Ok(HttpResponse::Ok().json(details))
}

/// Erase a contact
///
/// Removes the person, all conversations and every word in them, for good. Owners and admins only.
#[utoipa::path(delete, path = "/api/v1/contacts/{id}", tag = "Contacts",
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 204, description = "Erased"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
pub(super) async fn erase(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    who.must_manage()?;
    let id: ContactId = id(&path)?;
    let actor = who.actor();
    call.write(&who, &body.raw, 204, move |unit| erase_contact(unit, id, actor)).await
}
