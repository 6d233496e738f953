//! Conversations: lists, heads, entries.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::cursor::{self, Page, Paging};
use super::entry_shape::EntryShape;
use super::id;
use super::rows::conversation;
use crate::domain::conversations::asked::Asked;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::entries::Range;
use crate::domain::conversations::list as lists;
use crate::domain::conversations::paging::{self, Found, Mark};
use crate::domain::conversations::store;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::clocks::shown::Looking;
use crate::flows::conversations::open_conversation::{CHANNEL, open_conversation};
use crate::flows::views::ask::{self, Terms};
use crate::ids::ConversationId;
use crate::im::clock_row::ClockRow;
use crate::im::conversation_row::{ConversationRow, Counts};
use crate::im::hub::Hub;
use crate::im::link;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Bytes of entries in one answer.
const PAGE_BYTES: usize = 1 << 20;

/// Which conversations, in which order.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListParams {
    /// The view by its name, or a saved one by its id; `all` unless given.
    view: Option<String>,
    /// `waiting`, `newest` or `due`.
    sort: Option<String>,
    /// Only those with this label.
    label: Option<String>,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConversationPage {
    items: Vec<ConversationRow>,
    /// What to send as `cursor` for the next page; null after the last one.
    next_cursor: Option<String>,
    /// True where the page ended because enough was looked through, not because it is full: a saved view looks through so many
    /// conversations a page beyond those that are not closed. Else it is not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    partial: Option<bool>,
}

/// List conversations
///
/// Views: `mine`, `mentions` (a note names the asking agent), `unassigned`, `waiting` (we owe an answer), `open`,
/// `snoozed`, `closed`, `all`, and saved ones by their id. Sorted by `waiting` (longest wait first, then newest), `newest` or
/// `due` (what is due next first, then newest).
#[utoipa::path(operation_id = "list_conversations", tag = "Conversations", params(ListParams, Paging), responses(
        (status = 200, description = "A page", body = ConversationPage),
        (status = 400, description = "invalid: no such view, sort, limit or cursor", body = Problem),
        (status = 401, description = "unauthenticated", body = Problem),
        (status = 404, description = "not_found: no such saved view, or a colleague's own", body = Problem),
        (status = 422, description = "view_unreadable: its filter is of another version", body = Problem),
    ))]
#[get("/conversations")]
pub(super) async fn list(
    who: CurrentAgent,
    which: Query<ListParams>,
    paging: Query<Paging>,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let ListParams { view, sort, label } = which.into_inner();
    let asked = Asked::read(view.as_deref().unwrap_or("all"), sort.as_deref(), label.as_deref())?;
    answer(&who, asked, &paging, &desk, (&hub, &settings)).await
}

/// Answers with a page of what is asked for.
pub(super) async fn answer(
    who: &CurrentAgent,
    asked: Asked,
    paging: &Paging,
    desk: &Desk,
    (hub, settings): (&Hub, &Settings),
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let from = paging.cursor::<3>()?.map(|[phase, key, id]| Mark { phase, key, id });
    let (reader, terms) = (who.asker(), terms(desk, settings));
    let find = move |conn: &Connection| {
        let wanted = ask::resolve(conn, &asked, reader, terms)?;
        let Found { rows, next, partial } = paging::page(conn, &wanted, reader, from, limit)?;
        Ok((Looking::new(conn, terms.now)?.rows(rows)?, next, partial))
    };
    let (rows, next, partial) = desk.db.read(find).await?;
    Ok(HttpResponse::Ok().json(ConversationPage {
        items: rows.into_iter().map(|row| conversation(row, hub)).collect(),
        next_cursor: next.map(|mark| cursor::encode(&[mark.phase, mark.key, mark.id])),
        partial: partial.then_some(true),
    }))
}

/// The time now, and how far is looked.
pub(super) fn terms(desk: &Desk, settings: &Settings) -> Terms {
    Terms { now: desk.clock.now(), walk_rows: settings.walk_rows }
}

/// Count conversations
///
/// How many conversations each view holds, saved ones by their id; null where `closed` or `all` is more than 999. Saved views
/// count what is not closed, and are null where they hold closed ones alone.
#[utoipa::path(operation_id = "count_conversations", tag = "Conversations", responses(
    (status = 200, description = "A number per view", body = Counts),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/conversations/counts")]
pub(super) async fn counts(who: CurrentAgent, desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    let (asker, terms) = (who.asker(), terms(&desk, &settings));
    let counted = desk.db.read(move |conn| ask::counts(conn, asker, terms)).await?;
    Ok(HttpResponse::Ok().json(Counts::from(counted)))
}

/// A conversation that the shop's own system opens for a customer.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewConversation {
    /// The customer's id at the shop.
    #[schema(example = "user-1042")]
    user_id: String,
    /// Where the customer wrote, `api` unless named.
    #[schema(example = "api")]
    channel: Option<String>,
    /// The customer's first words: text, or content as in messages.
    #[schema(value_type = Object, example = "Where is order 1042?")]
    initial_message: Option<Value>,
}

/// Open a conversation
///
/// Said by the customer `user_id`, whom the caller vouches for.
#[utoipa::path(operation_id = "open_conversation", tag = "Conversations", request_body = NewConversation, responses(
    (status = 201, description = "The conversation", body = ConversationRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[post("/conversations")]
pub(super) async fn open(
    who: CurrentAgent,
    body: Body<NewConversation>,
    call: Call,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let Body { value: new, raw } = body;
    let words = match &new.initial_message {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => {
            let content = serde_json::json!({ "kind": "text", "text": text });
            Some(
                Content::parse(&content, settings.text_chars)
                    .map_err(|fault| named(fault, "initial_message"))?,
            )
        }
        Some(content) => Some(
            Content::parse(content, settings.text_chars).map_err(|fault| named(fault, "initial_message"))?,
        ),
    };
    let key = desk.db.meta().digest_key;
    let (caller, asker) = (who.caller(), who.asker());
    call.write(&who, &raw, 201, move |unit| {
        let channel = new.channel.as_deref().unwrap_or(CHANNEL);
        let id = open_conversation(unit, &caller, &key, &new.user_id, channel, words)?;
        let row = lists::one(unit.conn(), id, asker)?.ok_or_else(Fault::not_found)?;
        Ok(conversation(Looking::new(unit.conn(), unit.now())?.row(row)?, &hub))
    })
    .await
}

fn named(fault: Fault, field: &'static str) -> Fault {
    Fault { field: Some(field.into()), ..fault }
}

/// A conversation that was asked for alone.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OneConversation {
    #[serde(flatten)]
    row: ConversationRow,
    /// Its clocks, each in its last run: `first` answer, `next` answer, `solution`.
    clocks: Vec<ClockRow>,
    /// Said by the shop's page, not proven.
    #[schema(value_type = Object)]
    attributes: Box<RawValue>,
}

/// Get a conversation
#[utoipa::path(operation_id = "get_conversation", tag = "Conversations",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The conversation", body = OneConversation),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/conversations/{id}")]
pub(super) async fn read(who: CurrentAgent, path: Path<String>, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let id: ConversationId = id(&path)?;
    let asker = who.asker();
    let now = desk.clock.now();
    let (row, clocks, attributes) = desk
        .db
        .read(move |conn| {
            let row = lists::one(conn, id, asker)?.ok_or_else(Fault::not_found)?;
            let looking = Looking::new(conn, now)?;
            Ok((looking.row(row)?, looking.all(id)?, store::attributes(conn, id)?))
        })
        .await?;
    let attributes = RawValue::from_string(attributes).unwrap_or_default();
    let clocks = clocks.iter().map(|clock| ClockRow::new(clock, now)).collect();
    Ok(HttpResponse::Ok().json(OneConversation { row: conversation(row, &hub), clocks, attributes }))
}

/// Which entries; text, so that wrong ones get our own error.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Between {
    /// Entries with a higher sequence alone.
    #[param(value_type = Option<i64>)]
    after_sequence: Option<String>,
    /// Entries with a lower sequence alone.
    #[param(value_type = Option<i64>)]
    before_sequence: Option<String>,
}

fn sequence(field: &'static str, text: Option<&str>) -> Result<Option<i64>, Fault> {
    let parsed = text.map(str::parse).transpose();
    parsed.map_err(|_| Fault::invalid(field, "Use a whole number."))
}

/// List entries
///
/// Messages and everything else that happened, ascending: nearest to `after_sequence` where given, else to
/// `before_sequence`, else the end. The objects are those of the socket.
#[utoipa::path(operation_id = "list_entries", tag = "Conversations",
    params(("id" = String, Path, description = "The conversation's id"), Between, Paging),
    responses(
        (status = 200, description = "A page; the next one goes on in the same direction", body = Page<EntryShape>),
        (status = 404, description = "not_found", body = Problem),
    ))]
#[get("/conversations/{id}/entries")]
pub(super) async fn entries(
    who: CurrentAgent,
    path: Path<String>,
    between: Query<Between>,
    paging: Query<Paging>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let limit = paging.limit(settings.page_items_max)?;
    let mut range = Range {
        after: sequence("after_sequence", between.after_sequence.as_deref())?,
        before: sequence("before_sequence", between.before_sequence.as_deref())?,
    };
    let upward = range.after.is_some();
    if let Some([bound]) = paging.cursor::<1>()? {
        if upward {
            range.after = Some(bound);
        } else {
            range.before = Some(bound);
        }
    }
    let caller = who.caller();
    let (items, more) =
        desk.db.read(move |conn| link::fetch(conn, &caller, id, range, limit, PAGE_BYTES)).await?;
    let edge = if upward { items.last() } else { items.first() };
    let next = edge
        .filter(|_| more)
        .and_then(|entry| edge_sequence(entry.get()))
        .map(|bound| cursor::encode(&[bound]));
    Ok(cursor::page(items, next))
}

fn edge_sequence(entry: &str) -> Option<i64> {
    serde_json::from_str::<Value>(entry).ok()?.get("sequence")?.as_i64()
}
