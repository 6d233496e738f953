//! Histories of another desk: a file arrives in slices, is looked at, started, stopped.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::id;
use crate::clock::Timestamp;
use crate::domain::imports::report::{Refusal, Report};
use crate::domain::imports::store::{Import, State};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::imports::manage;
use crate::flows::imports::reader::Preview;
use crate::ids::ImportId;
use crate::web::body::{Binary, Body, Nothing, pour};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::files::upload::content_digest;
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A line, or an entry of one, that is left out.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RefusedRow {
    /// The line, from 1.
    line: u64,
    /// The entry in it, from 1; `null` for the whole line.
    entry: Option<u64>,
    #[schema(example = "wrong_date")]
    reason: &'static str,
}

impl RefusedRow {
    fn new(refusal: &Refusal) -> Self {
        Self { line: refusal.line, entry: refusal.entry, reason: refusal.reason.name() }
    }
}

/// What became of the lines that were read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportReport)]
pub(super) struct ReportRow {
    /// Lines with something in them.
    lines: u64,
    /// Conversations that are new.
    conversations: u64,
    /// Entries that are new.
    entries: u64,
    /// Conversations that were here and got new entries.
    continued: u64,
    /// Conversations of which everything was here.
    known: u64,
    /// Lines that were left out.
    refused_lines: u64,
    /// Entries that were left out of lines that went in.
    refused_entries: u64,
    /// The first 200 of both.
    refused: Vec<RefusedRow>,
}

impl ReportRow {
    fn new(report: &Report) -> Self {
        Self {
            lines: report.lines,
            conversations: report.conversations,
            entries: report.entries,
            continued: report.continued,
            known: report.known,
            refused_lines: report.refused_lines,
            refused_entries: report.refused_entries,
            refused: report.refused.iter().map(RefusedRow::new).collect(),
        }
    }
}

/// An import.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportRow {
    #[schema(example = "im_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "old-desk.jsonl")]
    file_name: String,
    byte_size: u64,
    /// Whether ids of people in it are the shop's own.
    user_ids: bool,
    /// `arriving`, `ready`, `running`, `done`, `stopped` or `failed`.
    #[schema(example = "running")]
    state: &'static str,
    /// Bytes of the file whose lines are in.
    read_bytes: u64,
    report: ReportRow,
    #[schema(value_type = String)]
    created_at: Timestamp,
    /// When it was last started.
    #[schema(value_type = Option<String>)]
    started_at: Option<Timestamp>,
    /// When it was done, stopped, or failed.
    #[schema(value_type = Option<String>)]
    ended_at: Option<Timestamp>,
    /// While the file arrives: how it is cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    slices: Option<SlicesRow>,
}

/// How a file is sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportSlices)]
pub(super) struct SlicesRow {
    slice_bytes: u64,
    slice_count: u64,
    /// Slices that are on disk; only of one import by itself.
    received: Vec<u64>,
}

impl ImportRow {
    fn new(import: &Import, received: Vec<u64>) -> Self {
        let cut = manage::slices(import);
        Self {
            id: import.id.to_string(),
            file_name: import.file_name.clone(),
            byte_size: import.byte_size,
            user_ids: import.user_ids,
            state: import.state.name(),
            read_bytes: import.read_bytes,
            report: ReportRow::new(&import.report),
            created_at: import.created_at,
            started_at: import.started_at,
            ended_at: import.ended_at,
            slices: (import.state == State::Arriving).then(|| SlicesRow {
                slice_bytes: cut.slice_bytes,
                slice_count: cut.count(),
                received,
            }),
        }
    }
}

/// Imports, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportList {
    items: Vec<ImportRow>,
}

/// List imports
///
/// Newest first. Needs the right `import`.
#[utoipa::path(operation_id = "list_imports", tag = "Imports", responses(
    (status = 200, description = "The imports", body = ImportList),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/imports")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let all = manage::list(&desk, &who.caller()).await?;
    let items = all.iter().map(|import| ImportRow::new(import, Vec::new())).collect();
    Ok(HttpResponse::Ok().json(ImportList { items }))
}

/// What is going to be sent.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewImport {
    #[schema(example = "old-desk.jsonl")]
    file_name: String,
    #[schema(example = 52_428_800)]
    byte_size: u64,
    /// Whether ids of people in it are the shop's own: whoever proves such an id in the widget sees their old conversations.
    #[serde(default)]
    user_ids: bool,
}

/// Announce a history
///
/// A file of another desk's conversations, one as JSON in each line (`docs/operations.md`). It is sent in slices, completed, looked
/// at, and started. Takes an `Idempotency-Key`.
#[utoipa::path(operation_id = "begin_import", tag = "Imports", request_body = NewImport, responses(
    (status = 201, description = "The import, and how to send its file", body = ImportRow),
    (status = 400, description = "invalid, naming the field", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 413, description = "too_large: over `limits.history_bytes`", body = Problem),
    (status = 422, description = "too_many_imports: 50 are kept", body = Problem),
    (status = 503, description = "storage_full", body = Problem),
))]
#[post("/imports")]
pub(super) async fn begin(
    who: CurrentAgent,
    body: Body<NewImport>,
    desk: Data<Desk>,
    settings: Data<Settings>,
    call: Call,
) -> Reply {
    let caller = who.caller();
    let NewImport { file_name, byte_size, user_ids } = body.value;
    manage::admit(&desk, byte_size, settings.history_bytes, settings.disk_free_min).await?;
    call.write(&who, &body.raw, 201, move |unit| {
        let import = manage::begin(unit, &caller, (&file_name, byte_size), user_ids)?;
        Ok(ImportRow::new(&import, Vec::new()))
    })
    .await
}

/// Send a slice of a history
///
/// The body is the slice itself; `Content-Digest: sha-256=:…:` (RFC 9530) is its digest. Any order; the same slice again is
/// answered the same.
#[utoipa::path(operation_id = "send_import_slice", tag = "Imports",
    params(("id" = String, Path, description = "The import"), ("n" = u64, Path, description = "Which slice, from 0"),
        ("Content-Digest" = String, Header, description = "`sha-256=:…:`")),
    request_body(content = Binary, content_type = "application/octet-stream"), responses(
    (status = 204, description = "It is on disk"),
    (status = 400, description = "invalid: no such slice, not its length, no digest", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "slice_conflict: it arrived before with other bytes", body = Problem),
    (status = 413, description = "too_large", body = Problem),
    (status = 422, description = "wrong_digest, wrong_state", body = Problem),
))]
#[put("/imports/{id}/slices/{n}")]
pub(super) async fn send(
    request: HttpRequest,
    who: CurrentAgent,
    path: Path<(String, String)>,
    payload: Payload,
    desk: Data<Desk>,
) -> Reply {
    let (text, number) = path.into_inner();
    let import: ImportId = id(&text)?;
    let number = number.parse().map_err(|_| Fault::invalid("slice", "Slices are counted from 0."))?;
    let digest = content_digest(&request)?;
    if let Some(slice) = manage::expect(&desk, &who.caller(), import, (number, digest)).await? {
        let mut bytes = Vec::with_capacity(slice.length as usize);
        let take = |chunk: &[u8]| {
            bytes.extend_from_slice(chunk);
            true
        };
        pour(payload.into_inner(), slice.length as usize, take).await?;
        manage::keep_slice(&desk, slice, bytes).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Complete a history
///
/// All slices are there. Asked again, it answers the same.
#[utoipa::path(operation_id = "complete_import", tag = "Imports",
    params(("id" = String, Path, description = "The import")), responses(
    (status = 200, description = "The import", body = ImportRow),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "incomplete", body = Problem),
))]
#[post("/imports/{id}/complete")]
pub(super) async fn complete(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    let (import, caller): (ImportId, _) = (id(&path)?, who.caller());
    call.write(&who, &body.raw, 200, move |unit| {
        Ok(ImportRow::new(&manage::complete(unit, &caller, import)?, Vec::new()))
    })
    .await
}

/// Preview a history
///
/// The first lines as they would be taken, and which of them would be left out.
#[utoipa::path(operation_id = "preview_import", tag = "Imports",
    params(("id" = String, Path, description = "The import")), responses(
    (status = 200, description = "The first lines", body = Preview),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "incomplete; unreadable_file: it is gone once all of it is in", body = Problem),
))]
#[get("/imports/{id}/preview")]
pub(super) async fn look(who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    Ok(HttpResponse::Ok().json(manage::look(&desk, &who.caller(), id(&path)?).await?))
}

/// How it is started.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct StartImport {
    /// Another choice than when it was announced.
    #[serde(default)]
    user_ids: Option<bool>,
}

/// Start an import
///
/// One at a time is brought in; others wait for their turn. One that was stopped, or failed, goes on where it was, also after the
/// desk was killed.
#[utoipa::path(operation_id = "start_import", tag = "Imports", request_body = StartImport,
    params(("id" = String, Path, description = "The import")), responses(
    (status = 200, description = "The import", body = ImportRow),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it runs, is done, or its file has not arrived", body = Problem),
))]
#[post("/imports/{id}/start")]
pub(super) async fn start(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<StartImport>,
    desk: Data<Desk>,
    call: Call,
) -> Reply {
    let (import, caller): (ImportId, _) = (id(&path)?, who.caller());
    let user_ids = body.value.user_ids;
    let reply = call
        .write(&who, &body.raw, 200, move |unit| {
            Ok(ImportRow::new(&manage::start(unit, &caller, import, user_ids)?, Vec::new()))
        })
        .await;
    manage::ring(&desk);
    reply
}

/// Stop an import
///
/// What is in stays; it can go on later.
#[utoipa::path(operation_id = "stop_import", tag = "Imports",
    params(("id" = String, Path, description = "The import")), responses(
    (status = 200, description = "The import", body = ImportRow),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it does not run", body = Problem),
))]
#[post("/imports/{id}/stop")]
pub(super) async fn stop(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let (import, caller): (ImportId, _) = (id(&path)?, who.caller());
    call.write(&who, &body.raw, 200, move |unit| {
        Ok(ImportRow::new(&manage::stop(unit, &caller, import)?, Vec::new()))
    })
    .await
}

/// Look at an import
///
/// How far it is, and which slices have arrived.
#[utoipa::path(operation_id = "get_import", tag = "Imports",
    params(("id" = String, Path, description = "The import")), responses(
    (status = 200, description = "The import", body = ImportRow),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/imports/{id}")]
pub(super) async fn read(who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let (import, received) = manage::find(&desk, &who.caller(), id(&path)?).await?;
    Ok(HttpResponse::Ok().json(ImportRow::new(&import, received)))
}

/// Remove an import
///
/// Its file and its result. What it brought in stays.
#[utoipa::path(operation_id = "remove_import", tag = "Imports",
    params(("id" = String, Path, description = "The import")), responses(
    (status = 204, description = "Removed"),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it runs", body = Problem),
))]
#[delete("/imports/{id}")]
pub(super) async fn remove(
    who: CurrentAgent,
    path: Path<String>,
    _body: Body<Nothing>,
    desk: Data<Desk>,
) -> Reply {
    manage::remove(&desk, who.caller(), id(&path)?).await?;
    Ok(HttpResponse::NoContent().finish())
}
