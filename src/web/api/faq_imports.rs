//! Entries of the FAQ from files, and into files.

use actix_web::web::{Data, Path, Payload, Query, block};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::faq::import::{self, Row};
use crate::domain::faq::sets::{self, Set};
use crate::domain::faq::{EntryState, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::import::{self as importing, Report};
use crate::ids::FaqSetId;
use crate::web::body::{Binary, Body, Nothing, pour};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Imports that are listed.
const LISTED: usize = 50;
/// Rows that a preview shows.
const SAMPLE: usize = 5;

/// An import of entries.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqImport {
    #[schema(example = "fim_01jb7q2m4k9zz")]
    id: String,
    /// `running`, `done`, `stopped`, `undoing` or `undone`.
    #[schema(example = "done")]
    state: &'static str,
    #[schema(example = "faq.csv")]
    name: String,
    #[schema(value_type = String)]
    at: Timestamp,
    /// When it was taken back.
    #[schema(value_type = Option<String>)]
    undone_at: Option<Timestamp>,
    #[serde(flatten)]
    report: Report,
}

impl FaqImport {
    fn new(set: Set) -> Self {
        Self {
            report: importing::report_of(&set),
            id: set.id.to_string(),
            state: set.state.name(),
            name: set.name,
            at: set.at,
            undone_at: set.undone_at,
        }
    }
}

/// A row of a file as it was understood.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqSample {
    line: u64,
    locale: String,
    question: String,
    alternatives: Vec<String>,
    answer: String,
    category: Option<String>,
}

impl FaqSample {
    fn new(row: &Row) -> Self {
        Self {
            line: row.line,
            locale: row.locale.clone(),
            question: row.question.clone(),
            alternatives: row.alternatives.clone(),
            answer: row.answer.clone(),
            category: row.category.clone(),
        }
    }
}

/// What a file would change.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqPreview {
    /// `dry_run`.
    #[schema(example = "dry_run")]
    state: &'static str,
    #[serde(flatten)]
    report: Report,
    /// The first rows, as they were understood.
    sample: Vec<FaqSample>,
}

/// `?name=&dry_run=`.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FaqFile {
    /// The file's name; its ending tells the form where its first bytes do not.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    name: String,
    /// Only tells what would change.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    dry_run: bool,
}

/// Import entries
///
/// The body is the file itself, at most `faq.import_max`: CSV whose first line names its columns (`question`, `alternatives` parted by
/// `|`, `answer`; also `id`, `locale`, `category`, `state`), JSON Lines with the same fields, or the first sheet of a workbook (XLSX).
/// Text may be in UTF-8, UTF-16 or GB18030. A line whose id or question is there already updates that entry. Lines that cannot be taken
/// are told with their number, field and reason; the rest goes in, 200 lines at a time. The answer comes at once; the import's own
/// address tells how far it is. With `dry_run` it tells what would change, and changes nothing.
#[utoipa::path(operation_id = "import_faq", tag = "FAQ",
    request_body(content((Binary = "text/csv"), (Binary = "application/octet-stream"))),
    params(FaqFile), responses(
    (status = 200, description = "What would change", body = FaqPreview),
    (status = 202, description = "The import, which runs", body = FaqImport),
    (status = 403, description = "forbidden", body = Problem),
    (status = 413, description = "too_large", body = Problem),
    (status = 422, description = "unreadable_file: its form or its encoding is unknown", body = Problem),
))]
#[post("/faq/imports")]
pub(super) async fn bring_in(
    who: CurrentAgent,
    file: Query<FaqFile>,
    payload: Payload,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let caller = who.caller();
    caller.may(Right::Faq)?;
    let mut bytes = Vec::new();
    let take = |chunk: &[u8]| {
        bytes.extend_from_slice(chunk);
        true
    };
    pour(payload.into_inner(), settings.faq_import_bytes, take).await?;
    let FaqFile { name, dry_run } = file.into_inner();
    let file_name = name.clone();
    let found = block(move || import::read(&file_name, &bytes)).await.map_err(Fault::internal)??;
    if dry_run {
        let sample = found.rows.iter().take(SAMPLE).map(FaqSample::new).collect();
        let report = desk.db.read(move |conn| importing::preview(conn, &found)).await?;
        return Ok(HttpResponse::Ok().json(FaqPreview { state: "dry_run", report, sample }));
    }
    let report = Report::of(&found);
    let set = desk
        .db
        .write(move |unit| {
            let id = importing::begin(unit, &caller, &name, &report)?;
            sets::find(unit.conn(), id)?.ok_or_else(Fault::not_found)
        })
        .await?;
    let (id, running) = (set.id, Desk::clone(&desk));
    actix_web::rt::spawn(async move {
        if let Err(fault) = importing::run(&running, caller, id, found.rows).await {
            tracing::warn!(code = fault.code, import = %id, "an import of the FAQ stopped");
        }
    });
    Ok(HttpResponse::Accepted().json(FaqImport::new(set)))
}

/// List imports of entries
///
/// The newest first.
#[utoipa::path(operation_id = "list_faq_imports", tag = "FAQ", responses(
    (status = 200, description = "The imports", body = Items<FaqImport>),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/faq/imports")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let sets = desk.db.read(|conn| Ok(sets::newest(conn, LISTED)?)).await?;
    let items: Vec<FaqImport> = sets.into_iter().map(FaqImport::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// Read an import of entries
#[utoipa::path(operation_id = "read_faq_import", tag = "FAQ",
    params(("id" = String, Path, description = "The import's id")), responses(
    (status = 200, description = "How far it is", body = FaqImport),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/faq/imports/{id}")]
pub(super) async fn read(_who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let id: FaqSetId = id(&path)?;
    let set = desk.db.read(move |conn| sets::find(conn, id)?.ok_or_else(Fault::not_found)).await?;
    Ok(HttpResponse::Ok().json(FaqImport::new(set)))
}

/// Take an import of entries back
///
/// Every entry that it added is deleted, and what it changed becomes what it was, as new versions.
#[utoipa::path(operation_id = "undo_faq_import", tag = "FAQ",
    params(("id" = String, Path, description = "The import's id")), responses(
    (status = 200, description = "The import", body = FaqImport),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it is still running, or was taken back already", body = Problem),
))]
#[post("/faq/imports/{id}/undo")]
pub(super) async fn undo(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
    desk: Data<Desk>,
) -> Reply {
    let id: FaqSetId = id(&path)?;
    let caller = who.caller();
    let begun = call
        .write(&who, &body.raw, 200, move |unit| importing::begin_undo(unit, &caller, id).map(FaqImport::new))
        .await?;
    if !begun.status().is_success() {
        return Ok(begun);
    }
    importing::undo(&desk, id).await?;
    let set = desk.db.read(move |conn| sets::find(conn, id)?.ok_or_else(Fault::not_found)).await?;
    Ok(HttpResponse::Ok().json(FaqImport::new(set)))
}

/// `?format=`.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FaqFormat {
    /// `csv` or `jsonl`.
    format: Option<String>,
}

/// Export entries
///
/// All that are not deleted, a line for each of their languages; the same file can be imported again.
#[utoipa::path(operation_id = "export_faq", tag = "FAQ", params(FaqFormat), responses(
    (status = 200, description = "The file", body = Binary),
    (status = 400, description = "invalid", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/faq/export")]
pub(super) async fn export(_who: CurrentAgent, wanted: Query<FaqFormat>, desk: Data<Desk>) -> Reply {
    let json = match wanted.format.as_deref() {
        None | Some("csv") => false,
        Some("jsonl") => true,
        Some(_) => return Err(Fault::invalid("format", "Use csv or jsonl.").into()),
    };
    let file = desk.db.read(move |conn| exported(conn, json)).await?;
    let (kind, name) =
        if json { ("application/jsonl", "faq.jsonl") } else { ("text/csv; charset=utf-8", "faq.csv") };
    Ok(HttpResponse::Ok()
        .insert_header(("content-type", kind))
        .insert_header(("content-disposition", format!("attachment; filename=\"{name}\"")))
        .body(file))
}

fn exported(conn: &rusqlite::Connection, json: bool) -> Result<Vec<u8>, Fault> {
    let mut file = if json { Vec::new() } else { import::csv_head() };
    for entry in store::all(conn, &[EntryState::Published, EntryState::Draft])? {
        file.extend(if json { import::json_line(&entry) } else { import::csv_rows(&entry) });
    }
    Ok(file)
}
