//! Tickets: lists, counts, and the board by status.

use actix_web::web::{Data, Query};
use actix_web::{HttpResponse, get};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversations::terms;
use super::cursor::{self, Paging};
use super::ticket_row::{Read, TicketRow};
use crate::domain::conversations::asked::Asked;
use crate::domain::conversations::counts::{self, COUNTED_MAX};
use crate::domain::conversations::list::Asker;
use crate::domain::conversations::paging::{self, Found, Mark};
use crate::domain::conversations::view::TICKETS;
use crate::domain::tickets::documents;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::views::ask::{self, Terms};
use crate::ids::TicketStatusId;
use crate::im::hub::Hub;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Tickets of one column at first.
const COLUMN_ITEMS: usize = 50;

/// Which tickets, in which order.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct TicketsParams {
    /// `unsolved` unless given, `mine`, `waiting`, `due_today`, `customer`, `solved`, `all`, or a saved one by its id.
    view: Option<String>,
    /// `due`, `updated`, `priority` or `number`.
    sort: Option<String>,
    /// Only those with this label.
    label: Option<String>,
    /// Only those with this status, by its id.
    status: Option<String>,
}

impl TicketsParams {
    fn asked(&self) -> Result<Asked, Fault> {
        let view = format!("{TICKETS}{}", self.view.as_deref().unwrap_or("unsolved"));
        let status = self.status.as_deref().map(|text| {
            text.parse().map_err(|_| Fault::invalid("status", "This is not the id of a status."))
        });
        let asked = Asked::read(&view, self.sort.as_deref(), self.label.as_deref())?;
        Ok(Asked { status: status.transpose()?, ..asked })
    }
}

/// A page of tickets.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TicketPage {
    items: Vec<TicketRow>,
    /// What to send as `cursor` for the next page; null after the last one.
    next: Option<String>,
    /// Whether the page ended because enough was looked through, not because it is full.
    partial: bool,
}

/// A page before whether customers are there is known.
struct Page {
    items: Vec<Read>,
    next: Option<Mark>,
    partial: bool,
}

impl Page {
    fn read(
        conn: &Connection,
        asked: &Asked,
        reader: Asker,
        terms: Terms,
        (from, limit): (Option<Mark>, usize),
    ) -> Result<Self, Fault> {
        let wanted = ask::resolve(conn, asked, reader, terms)?;
        let Found { rows, next, partial } = paging::page(conn, &wanted, reader, from, limit)?;
        Ok(Self { items: Read::many(conn, rows, reader, terms.now)?, next, partial })
    }

    fn into_json(self, hub: &Hub) -> TicketPage {
        TicketPage {
            items: self.items.into_iter().map(|read| read.row(hub)).collect(),
            next: self.next.map(|mark| cursor::encode(&[mark.phase, mark.key, mark.id])),
            partial: self.partial,
        }
    }
}

/// List tickets
///
/// Sorted by `due` (what is due next first, by its own date or by its clocks), `updated` (what changed last first), `priority` (most
/// urgent first) or `number` (highest first).
#[utoipa::path(operation_id = "list_tickets", tag = "Tickets", params(TicketsParams, Paging), responses(
    (status = 200, description = "A page", body = TicketPage),
    (status = 400, description = "invalid: no such view, sort, status, limit or cursor", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 404, description = "not_found: no such saved view, or a colleague's own", body = Problem),
    (status = 422, description = "view_unreadable: its filter is of another version", body = Problem),
))]
#[get("/tickets")]
pub(super) async fn list(
    who: CurrentAgent,
    which: Query<TicketsParams>,
    paging: Query<Paging>,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let asked = which.asked()?;
    let limit = paging.limit(settings.page_items_max)?;
    let from = paging.cursor::<3>()?.map(|[phase, key, id]| Mark { phase, key, id });
    let (reader, terms) = (who.asker(), terms(&desk, &settings));
    let page = desk.db.read(move |conn| Page::read(conn, &asked, reader, terms, (from, limit))).await?;
    Ok(HttpResponse::Ok().json(page.into_json(&hub)))
}

/// Count tickets
///
/// How many tickets each view holds, saved ones by their id; null where `solved` or `all` is more than 999. `waiting` are those whose
/// customers wait for an answer.
#[utoipa::path(operation_id = "count_tickets", tag = "Tickets", responses(
    (status = 200, description = "A number per view", body = TicketViews),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/tickets/counts")]
pub(super) async fn count_each(who: CurrentAgent, desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    let (reader, terms) = (who.asker(), terms(&desk, &settings));
    let counted = desk.db.read(move |conn| ask::ticket_counts(conn, reader, terms)).await?;
    Ok(HttpResponse::Ok().json(TicketViews { views: counted.views.into_iter().collect() }))
}

/// How many tickets each view holds.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TicketViews {
    /// By the name of the view, or the id of a saved one; null where there are more than are counted.
    #[schema(value_type = HashMap<String, Option<i64>>)]
    views: std::collections::BTreeMap<String, Option<i64>>,
}

/// Tickets of one status.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoardColumn {
    #[schema(example = "ts_01jb7q2m4k9zz")]
    status_id: String,
    /// How many of them are unsolved, or have been solved; null where there are more than are counted.
    count: Option<i64>,
    /// The first of them.
    items: Vec<TicketRow>,
    /// What to send as `cursor` to the list, with the same view and order and this status, for more of them.
    next: Option<String>,
    /// Whether it ended because enough was looked through.
    partial: bool,
}

/// Tickets by status.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Board {
    columns: Vec<BoardColumn>,
}

/// Tickets by status
///
/// A column for each status, in their order, with its first 50 tickets; more of them come from the list by `status`.
#[utoipa::path(operation_id = "get_ticket_board", tag = "Tickets", params(TicketsParams), responses(
    (status = 200, description = "The columns", body = Board),
    (status = 400, description = "invalid: no such view, sort or status", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 404, description = "not_found: no such saved view, or a colleague's own", body = Problem),
))]
#[get("/tickets/board")]
pub(super) async fn board(
    who: CurrentAgent,
    which: Query<TicketsParams>,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let asked = which.asked()?;
    let (reader, terms) = (who.asker(), terms(&desk, &settings));
    let limit = COLUMN_ITEMS.min(settings.page_items_max);
    let found = desk
        .db
        .read(move |conn| {
            let unsolved = counts::by_status(conn, reader)?;
            let done = counts::done_by_status(conn, reader)?;
            let mut columns = Vec::new();
            for status in documents::statuses(conn)? {
                if asked.status.is_some_and(|only| only != status.id) {
                    continue;
                }
                let of_it = Asked { status: Some(status.id), ..asked.clone() };
                let page = Page::read(conn, &of_it, reader, terms, (None, limit))?;
                let count = if status.category.is_done() { &done } else { &unsolved };
                let count = count.get(&status.id).copied().unwrap_or_default();
                columns.push((status.id, Some(count).filter(|count| *count <= COUNTED_MAX), page));
            }
            Ok(columns)
        })
        .await?;
    let column = |(status, count, page): (TicketStatusId, Option<i64>, Page)| {
        let TicketPage { items, next, partial } = page.into_json(&hub);
        BoardColumn { status_id: status.to_string(), count, items, next, partial }
    };
    Ok(HttpResponse::Ok().json(Board { columns: found.into_iter().map(column).collect() }))
}
