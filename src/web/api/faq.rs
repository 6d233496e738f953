//! The FAQ: its entries, their versions.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::{Items, Paging, encode};
use super::faq_row::{Around, Editor, FaqChange, FaqRow};
use super::id;
use crate::clock::Timestamp;
use crate::domain::access::store as agents;
use crate::domain::faq::list::{self as listed, Order};
use crate::domain::faq::{Document, EntryState, store, versions};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::count;
use crate::flows::faq::keep::{self, Wanted};
use crate::ids::FaqId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// `?state=&category=&q=&sort=`.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FaqFilter {
    /// `draft` or `published`; both without.
    state: Option<String>,
    /// Of this category.
    category: Option<String>,
    /// Words that stand in a question, an alternative or an answer.
    q: Option<String>,
    /// `updated`, `question`, `category` or `asked`.
    sort: Option<String>,
}

/// A category with how many entries it has.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqCategory {
    #[schema(example = "Orders")]
    name: String,
    entries: i64,
}

/// A page of entries.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqPage {
    items: Vec<FaqRow>,
    /// What to send as `cursor` for the next page; null after the last one.
    next_cursor: Option<String>,
    /// How many there are that were asked for.
    total: usize,
    /// How many of all are published.
    published: usize,
    /// Every category that is in use.
    categories: Vec<FaqCategory>,
}

/// List entries of the FAQ
#[utoipa::path(operation_id = "list_faq", tag = "FAQ", params(FaqFilter, Paging), responses(
    (status = 200, description = "The entries", body = FaqPage),
    (status = 400, description = "invalid", body = Problem),
))]
#[get("/faq")]
pub(super) async fn list(
    _who: CurrentAgent,
    filter: Query<FaqFilter>,
    paging: Query<Paging>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let skip = paging.cursor::<1>()?.map_or(0, |[skip]| usize::try_from(skip).unwrap_or(0));
    let FaqFilter { state, category, q, sort } = filter.into_inner();
    let state = state.as_deref().map(named_state).transpose()?;
    let order = sort.as_deref().map(Order::named).transpose()?.unwrap_or_default();
    let now = desk.clock.now();
    let page = desk
        .db
        .read(move |conn| {
            let since = count::day(conn, now)? - 29;
            let wanted = listed::Wanted { state, category, words: q, order, since };
            let (entries, total) = listed::page(conn, &wanted, skip, limit)?;
            let around = Around::read(conn, &entries, now)?;
            let next = skip + entries.len();
            let categories = listed::categories(conn)?;
            Ok(FaqPage {
                items: entries.into_iter().map(|entry| FaqRow::new(entry, &around)).collect(),
                next_cursor: (next < total).then(|| encode(&[next as i64])),
                total,
                published: store::counts(conn)?.1,
                categories: categories
                    .into_iter()
                    .map(|(name, entries)| FaqCategory { name, entries })
                    .collect(),
            })
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

fn named_state(name: &str) -> Result<EntryState, Fault> {
    match name {
        "draft" => Ok(EntryState::Draft),
        "published" => Ok(EntryState::Published),
        _ => Err(Fault::invalid("state", "Use draft or published.")),
    }
}

/// Add an entry
///
/// A draft takes the right `faq_draft`, a published one `faq`.
#[utoipa::path(operation_id = "add_faq", tag = "FAQ", request_body = FaqChange, responses(
    (status = 201, description = "The entry", body = FaqRow),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 422, description = "entry_limit, phrasing_limit, nothing_to_publish", body = Problem),
))]
#[post("/faq")]
pub(super) async fn add(
    who: CurrentAgent,
    body: Body<FaqChange>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: wanted, raw } = body;
    let state = wanted.wanted_state()?;
    let document = wanted.applied(Document::default())?;
    let (caller, bounds) = (who.caller(), settings.faq_bounds);
    call.write(&who, &raw, 201, move |unit| {
        let wanted = Wanted { state, ..Wanted::default() };
        let entry = keep::add(unit, &caller, document, &wanted, bounds)?;
        FaqRow::one(unit.conn(), entry, unit.now())
    })
    .await
}

/// Read an entry
#[utoipa::path(operation_id = "read_faq", tag = "FAQ",
    params(("id" = String, Path, description = "The entry's id")), responses(
    (status = 200, description = "The entry", body = FaqRow),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/faq/{id}")]
pub(super) async fn read(_who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let id: FaqId = id(&path)?;
    let now = desk.clock.now();
    let row = desk
        .db
        .read(move |conn| {
            let entry = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
            FaqRow::one(conn, entry, now)
        })
        .await?;
    Ok(HttpResponse::Ok().json(row))
}

/// Change an entry
///
/// Each change is a new version. Drafts take the right `faq_draft`; what is published, or shall be, takes `faq`.
#[utoipa::path(operation_id = "change_faq", tag = "FAQ", request_body = FaqChange,
    params(("id" = String, Path, description = "The entry's id")), responses(
    (status = 200, description = "The entry", body = FaqRow),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "changed_meanwhile", body = Problem),
    (status = 422, description = "phrasing_limit, nothing_to_publish", body = Problem),
))]
#[patch("/faq/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<FaqChange>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id: FaqId = id(&path)?;
    let Body { value: change, raw } = body;
    let (caller, bounds) = (who.caller(), settings.faq_bounds);
    let wanted = Wanted { version: change.version, state: change.wanted_state()?, said: Vec::new() };
    call.write(&who, &raw, 200, move |unit| {
        let entry = keep::change(unit, &caller, id, |document| change.applied(document), &wanted, bounds)?;
        FaqRow::one(unit.conn(), entry, unit.now())
    })
    .await
}

/// Delete an entry
///
/// It can be taken back for a while, by its versions.
#[utoipa::path(operation_id = "delete_faq", tag = "FAQ",
    params(("id" = String, Path, description = "The entry's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/faq/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: FaqId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| keep::remove(unit, &caller, id, None)).await
}

/// A version that was looked at.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = FaqSeen)]
pub(super) struct Seen {
    /// `changed_meanwhile` where there is a newer one.
    version: Option<i64>,
}

/// Publish an entry
///
/// From the next question on the bot answers with it.
#[utoipa::path(operation_id = "publish_faq", tag = "FAQ", request_body = Seen,
    params(("id" = String, Path, description = "The entry's id")), responses(
    (status = 200, description = "The entry", body = FaqRow),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "changed_meanwhile", body = Problem),
    (status = 422, description = "nothing_to_publish", body = Problem),
))]
#[post("/faq/{id}/publish")]
pub(super) async fn publish(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Seen>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    set_state(&who, &path, body, call, &settings, EntryState::Published).await
}

/// Make a draft of an entry again
#[utoipa::path(operation_id = "unpublish_faq", tag = "FAQ", request_body = Seen,
    params(("id" = String, Path, description = "The entry's id")), responses(
    (status = 200, description = "The entry", body = FaqRow),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "changed_meanwhile", body = Problem),
))]
#[post("/faq/{id}/unpublish")]
pub(super) async fn unpublish(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Seen>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    set_state(&who, &path, body, call, &settings, EntryState::Draft).await
}

async fn set_state(
    who: &CurrentAgent,
    path: &str,
    body: Body<Seen>,
    call: Call,
    settings: &Settings,
    state: EntryState,
) -> Reply {
    let id: FaqId = id(path)?;
    let (caller, bounds, version) = (who.caller(), settings.faq_bounds, body.value.version);
    call.write(who, &body.raw, 200, move |unit| {
        let entry = keep::set_state(unit, &caller, id, state, version, bounds)?;
        FaqRow::one(unit.conn(), entry, unit.now())
    })
    .await
}

/// A version of an entry.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqVersion {
    version: i64,
    #[schema(value_type = String)]
    at: Timestamp,
    /// Null for the desk itself.
    by: Option<Editor>,
    /// The import that made it, or that it takes back.
    #[schema(example = "fim_01jb7q2m4k9zz")]
    import_id: Option<String>,
    /// Whether it takes that import back.
    undoes: bool,
    /// The entry as it was.
    entry: FaqRow,
}

/// `?limit=`.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct VersionsWanted {
    /// At most so many, the newest; 20 without.
    #[param(value_type = Option<u32>)]
    limit: Option<String>,
}

/// List the versions of an entry
///
/// The newest first; of an entry that was deleted, too. The last 100 are kept.
#[utoipa::path(operation_id = "list_faq_versions", tag = "FAQ",
    params(("id" = String, Path, description = "The entry's id"), VersionsWanted), responses(
    (status = 200, description = "The versions", body = Items<FaqVersion>),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/faq/{id}/versions")]
pub(super) async fn list_versions(
    _who: CurrentAgent,
    path: Path<String>,
    wanted: Query<VersionsWanted>,
    desk: Data<Desk>,
) -> Reply {
    let id: FaqId = id(&path)?;
    let most = crate::domain::faq::VERSIONS_KEPT as usize;
    let limit = match &wanted.limit {
        None => 20,
        Some(text) => text
            .parse()
            .ok()
            .filter(|limit| (1..=most).contains(limit))
            .ok_or_else(|| Fault::invalid("limit", format!("Use 1 to {most}.")))?,
    };
    let now = desk.clock.now();
    let items = desk
        .db
        .read(move |conn| {
            let found = versions::list(conn, id)?;
            if found.is_empty() {
                return Err(Fault::not_found());
            }
            let mut items = Vec::new();
            for one in found.into_iter().take(limit) {
                let Some(entry) = versions::at(conn, id, one.version)? else { continue };
                let by = one.agent.map(|id| agents::find(conn, id)).transpose()?.flatten();
                items.push(FaqVersion {
                    version: one.version,
                    at: one.at,
                    by: by.map(|agent| Editor { id: agent.id.to_string(), name: agent.name }),
                    import_id: one.set.map(|set| set.to_string()),
                    undoes: one.undoes,
                    entry: FaqRow::one(conn, entry, now)?,
                });
            }
            Ok(items)
        })
        .await?;
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// The version to go back to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Revert {
    #[schema(example = 2)]
    version: i64,
}

/// Go back to a version
///
/// As a new version; an entry that was deleted comes back.
#[utoipa::path(operation_id = "revert_faq", tag = "FAQ", request_body = Revert,
    params(("id" = String, Path, description = "The entry's id")), responses(
    (status = 200, description = "The entry", body = FaqRow),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "unknown_version, entry_limit, phrasing_limit", body = Problem),
))]
#[post("/faq/{id}/revert")]
pub(super) async fn revert(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Revert>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id: FaqId = id(&path)?;
    let (caller, bounds, version) = (who.caller(), settings.faq_bounds, body.value.version);
    call.write(&who, &body.raw, 200, move |unit| {
        let entry = keep::revert(unit, &caller, id, version, bounds)?;
        FaqRow::one(unit.conn(), entry, unit.now())
    })
    .await
}
