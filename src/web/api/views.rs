//! Saved views: lists that agents choose by a filter, for themselves or for everybody.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, delete, get, patch, post, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversations::{ConversationPage, answer, terms};
use super::cursor::{Items, Paging};
use super::id;
use crate::domain::conversations::asked::{Asked, Which};
use crate::domain::conversations::view::Sort;
use crate::domain::views::{SavedView, store};
use crate::fault::Fault;
use crate::filters::Filter;
use crate::flows::Desk;
use crate::flows::views::ask;
use crate::flows::views::keep::{self, Wanted};
use crate::ids::ViewId;
use crate::im::hub::Hub;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A saved view.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ViewRow {
    #[schema(example = "view_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "Refunds")]
    name: String,
    /// Everybody sees it; otherwise the asking agent alone.
    shared: bool,
    /// Which conversations it holds; null where that cannot be read.
    #[schema(value_type = Option<Object>)]
    filter: Option<Filter>,
    /// What of the filter cannot be read, and why.
    problem: Option<ViewProblem>,
    /// `waiting`, `newest` or `due`.
    #[schema(example = "waiting")]
    sort: String,
}

/// Why a filter cannot be read.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ViewProblem {
    #[schema(example = "filter.all[0].field")]
    field: Option<String>,
    message: String,
}

impl ViewRow {
    fn new(view: SavedView) -> Self {
        let (filter, problem) = match view.filter {
            Ok(filter) => (Some(filter), None),
            Err(Fault { field, message, .. }) => {
                (None, Some(ViewProblem { field: field.map(Into::into), message: message.into() }))
            }
        };
        Self {
            id: view.id.to_string(),
            name: view.name,
            shared: view.shared,
            filter,
            problem,
            sort: view.sort,
        }
    }
}

/// List saved views
///
/// Those that everybody sees, then the asking agent's own, each in their order. Lists and counts leave out what cannot be read.
#[utoipa::path(operation_id = "list_views", tag = "Views", responses(
    (status = 200, description = "The views", body = Items<ViewRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/views")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let agent = who.agent.id;
    let views = desk.db.read(move |conn| Ok(store::for_agent(conn, agent)?)).await?;
    let items: Vec<ViewRow> = views.into_iter().map(ViewRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// A view to be kept.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewView {
    /// 1 to 40 characters.
    #[schema(example = "Refunds")]
    name: String,
    /// `{"all": […]}` or `{"any": […]}` of conditions and, one level deep, such groups of them; at most 30 conditions
    /// `{"field", "op", "value"}` in all. See "Filters".
    #[schema(value_type = Object,
             example = json!({"all": [{"field": "label", "op": "has", "value": "refund"}, {"field": "state", "op": "is_not", "value": "closed"}]}))]
    filter: Filter,
    /// `waiting` (unless given), `newest` or `due`.
    #[schema(example = "waiting")]
    sort: Option<String>,
    /// For everybody: with the right `view_shared` only.
    #[serde(default)]
    shared: bool,
}

/// What shall be different.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ViewChange {
    name: Option<String>,
    #[schema(value_type = Option<Object>)]
    filter: Option<Filter>,
    sort: Option<String>,
    shared: Option<bool>,
}

fn sort(name: Option<&str>) -> Result<Option<Sort>, Fault> {
    let read =
        |name| Sort::from_name(name).ok_or_else(|| Fault::invalid("sort", "Use waiting, newest or due."));
    name.map(read).transpose()
}

/// Save a view
#[utoipa::path(operation_id = "add_view", tag = "Views", request_body = NewView, responses(
    (status = 201, description = "The view, behind the others", body = ViewRow),
    (status = 400, description = "invalid: a field is wrong, with its place in the filter", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 422, description = "view_limit", body = Problem),
))]
#[post("/views")]
pub(super) async fn add(
    who: CurrentAgent,
    body: Body<NewView>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: new, raw } = body;
    let wanted = Wanted {
        name: Some(new.name),
        filter: Some(new.filter),
        sort: sort(new.sort.as_deref())?,
        shared: Some(new.shared),
    };
    let (caller, most) = (who.caller(), settings.saved_views_max);
    call.write(&who, &raw, 201, move |unit| keep::add(unit, &caller, wanted, most).map(ViewRow::new)).await
}

/// Change a saved view
///
/// One that everybody sees with the right `view_shared` only; no longer shared it is the asking agent's own.
#[utoipa::path(operation_id = "change_view", tag = "Views", request_body = ViewChange,
    params(("id" = String, Path, description = "The view's id")), responses(
    (status = 200, description = "The view", body = ViewRow),
    (status = 400, description = "invalid: a field is wrong, with its place in the filter", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "view_limit", body = Problem),
))]
#[patch("/views/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<ViewChange>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id: ViewId = id(&path)?;
    let Body { value: change, raw } = body;
    let ViewChange { name, filter, shared, .. } = change;
    let wanted = Wanted { name, filter, sort: sort(change.sort.as_deref())?, shared };
    let (caller, most) = (who.caller(), settings.saved_views_max);
    call.write(&who, &raw, 200, move |unit| keep::change(unit, &caller, id, wanted, most).map(ViewRow::new))
        .await
}

/// Delete a saved view
#[utoipa::path(operation_id = "delete_view", tag = "Views",
    params(("id" = String, Path, description = "The view's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/views/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: ViewId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| keep::remove(unit, &caller, id)).await
}

/// Saved views in an order.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ViewOrder {
    /// What is not named comes after. Those that everybody sees stand before each agent's own.
    #[serde(default)]
    #[schema(example = json!(["view_01jb7q2m4k9zz"]))]
    ids: Vec<String>,
}

/// Order saved views
///
/// To move one that everybody sees takes the right `view_shared`.
#[utoipa::path(operation_id = "order_views", tag = "Views", request_body = ViewOrder, responses(
    (status = 204, description = "Ordered"),
    (status = 400, description = "invalid: nothing is named, or too much", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found: one of them", body = Problem),
))]
#[put("/views/order")]
pub(super) async fn order(
    who: CurrentAgent,
    body: Body<ViewOrder>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: ViewOrder { ids }, raw } = body;
    let most = 2 * settings.saved_views_max;
    if ids.is_empty() || ids.len() > most {
        return Err(Fault::invalid("ids", format!("Name 1 to {most} views.")).into());
    }
    let ids = ids.iter().map(|text| id(text)).collect::<Result<Vec<ViewId>, _>>()?;
    let caller = who.caller();
    call.write(&who, &raw, 204, move |unit| keep::order(unit, &caller, &ids)).await
}

/// Which order, and which of them.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Sought {
    /// `waiting`, `newest` or `due`; the view's own unless given.
    sort: Option<String>,
    /// Only those with this label.
    label: Option<String>,
}

/// List a saved view's conversations
///
/// The same as `GET /conversations` with the view's id as `view`.
#[utoipa::path(operation_id = "list_view_conversations", tag = "Views",
    params(("id" = String, Path, description = "The view's id"), Sought, Paging), responses(
    (status = 200, description = "A page", body = ConversationPage),
    (status = 400, description = "invalid: no such sort, limit or cursor", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "view_unreadable: its filter is of another version", body = Problem),
))]
#[get("/views/{id}/conversations")]
pub(super) async fn conversations(
    who: CurrentAgent,
    path: Path<String>,
    which: Query<Sought>,
    paging: Query<Paging>,
    (desk, hub): (Data<Desk>, Data<Hub>),
    settings: Data<Settings>,
) -> Reply {
    let view: ViewId = id(&path)?;
    let Sought { sort, label } = which.into_inner();
    let asked = Asked::read(&Which::Saved(view).name(), sort.as_deref(), label.as_deref())?;
    answer(&who, asked, &paging, &desk, (&hub, &settings)).await
}

/// How many there are.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ViewCount {
    /// Those that are not closed; null where the view holds closed ones alone.
    #[schema(example = 12)]
    unclosed: Option<i64>,
}

/// Count a saved view's conversations
#[utoipa::path(operation_id = "count_view_conversations", tag = "Views",
    params(("id" = String, Path, description = "The view's id")), responses(
    (status = 200, description = "The number", body = ViewCount),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "view_unreadable: its filter is of another version", body = Problem),
))]
#[get("/views/{id}/counts")]
pub(super) async fn counts(
    who: CurrentAgent,
    path: Path<String>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let view: ViewId = id(&path)?;
    let (asker, terms) = (who.asker(), terms(&desk, &settings));
    let unclosed = desk.db.read(move |conn| ask::count(conn, view, asker, terms)).await?;
    Ok(HttpResponse::Ok().json(ViewCount { unclosed }))
}
