//! Conversations: lists, heads, entries.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::cursor::{self, Page, Paging};
use super::entry_shape::EntryShape;
use super::id;
use super::rows::conversation;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::counts as counting;
use crate::domain::conversations::entries::Range;
use crate::domain::conversations::labels::clean_name;
use crate::domain::conversations::list::{self as lists, ListQuery, Mark};
use crate::domain::conversations::store;
use crate::domain::conversations::view::{Sort, View};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::clocks::shown::Looking;
use crate::flows::conversations::open_conversation::{CHANNEL, open_conversation};
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
    /// The view; `all` unless given.
    view: Option<String>,
    /// `waiting` or `newest`.
    sort: Option<String>,
    /// Only those with this label.
    label: Option<String>,
}

/// List conversations
///
/// Views: `mine`, `mentions` (a note names the asking agent), `unassigned`, `waiting` (we owe an answer), `open`,
/// `snoozed`, `closed`, `all`. Sorted by `waiting` (longest wait first, then newest) or `newest`.
#[utoipa::path(operation_id = "list_conversations", tag = "Conversations", params(ListParams, Paging), responses(
        (status = 200, description = "A page", body = Page<ConversationRow>),
        (status = 400, description = "invalid: no such view, sort, limit or cursor", body = Problem),
        (status = 401, description = "unauthenticated", body = Problem),
    ))]
#[get("/conversations")]
pub(super) async fn list(
    who: CurrentAgent,
    which: Query<ListParams>,
    paging: Query<Paging>,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let view = match which.view.as_deref() {
        None => View::All,
        Some(name) => {
            View::from_name(name).ok_or_else(|| Fault::invalid("view", "There is no such view."))?
        }
    };
    let sort = match which.sort.as_deref() {
        None => view.usual_sort(),
        Some(name) => {
            Sort::from_name(name).ok_or_else(|| Fault::invalid("sort", "Use waiting or newest."))?
        }
    };
    let label = which.label.as_deref().map(|name| clean_name("label", name)).transpose()?;
    let wanted = ListQuery { view, sort, label };
    let limit = paging.limit(settings.page_items_max)?;
    let from = paging.cursor::<3>()?.map(|[phase, key, id]| Mark { phase, key, id });
    let asker = who.asker();
    let now = desk.clock.now();
    let (rows, next) = desk
        .db
        .read(move |conn| {
            let (rows, next) = lists::page(conn, &wanted, asker, from, limit)?;
            Ok((Looking::new(conn, now)?.rows(rows)?, next))
        })
        .await?;
    let next = next.map(|mark| cursor::encode(&[mark.phase, mark.key, mark.id]));
    let rows: Vec<ConversationRow> = rows.into_iter().map(|row| conversation(row, &hub)).collect();
    Ok(cursor::page(rows, next))
}

/// Count conversations
///
/// How many conversations each view holds; null where `closed` or `all` is more than 999.
#[utoipa::path(operation_id = "count_conversations", tag = "Conversations", responses(
    (status = 200, description = "A number per view", body = Counts),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/conversations/counts")]
pub(super) async fn counts(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let asker = who.asker();
    let (counts, unread) = desk
        .db
        .read(move |conn| Ok((counting::counts(conn, asker)?, counting::unread_mentions(conn, asker)?)))
        .await?;
    let views = View::ALL.iter().map(|view| view.name()).zip(counts).collect();
    Ok(HttpResponse::Ok().json(Counts { views, mentions_unread: unread }))
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
