//! Backups in the data folder: made, listed, fetched, removed, put back.

use std::fs::File;
use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::body::SizedStream;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{self, Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};
use crate::flows::{Desk, backups as flow};
use crate::storage::DATABASE_FILE;
use crate::storage::backups::{self, Kept};
use crate::web::backup_work::Work;
use crate::web::body::{Binary, Body, Nothing};
use crate::web::doors::watch_of;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Bytes read of a backup at once while it is fetched.
const PIECE: usize = 256 * 1024;

/// Looks into the data folder off the async threads.
pub(super) async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    in_the_folder(move || work().map_err(Fault::internal)).await
}

/// Runs a flow that reads or writes the data folder, off the async threads.
async fn in_the_folder<T: Send + 'static>(
    flow: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    web::block(flow).await.map_err(Fault::internal)?
}

/// A backup.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BackupRow {
    #[schema(example = "desk-2026-03-01T08-00-00-000Z")]
    name: String,
    bytes: u64,
    #[schema(value_type = String)]
    created_at: Timestamp,
}

/// How far a backup is that is being made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RunningBackup {
    copied_bytes: u64,
    total_bytes: u64,
    #[schema(value_type = String)]
    started_at: Timestamp,
}

/// A backup that was to be put back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RestoreRow {
    name: String,
    #[schema(value_type = String)]
    at: Timestamp,
    /// False where the desk started with what it had.
    done: bool,
}

/// Backups, and what is being done about them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BackupList {
    items: Vec<BackupRow>,
    /// While one is being made.
    running: Option<RunningBackup>,
    /// If the last one failed.
    #[schema(value_type = Option<String>)]
    failed_at: Option<Timestamp>,
    /// If one was put back since the process started.
    last_restore: Option<RestoreRow>,
}

/// List backups
///
/// Newest first. Owners and admins only.
#[utoipa::path(operation_id = "list_backups", tag = "Data", responses(
    (status = 200, description = "The backups", body = BackupList),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/backups")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    let (caller, folder) = (who.caller(), desk.db.folder().to_owned());
    let (kept, copied) = in_the_folder(move || flow::list(&caller, &folder)).await?;
    let items = kept
        .into_iter()
        .map(|Kept { name, bytes, created_at }| BackupRow { name, bytes, created_at })
        .collect();
    let Work { running, failed_at } = settings.backups.status();
    let running = running.map(|(started_at, total_bytes)| RunningBackup {
        copied_bytes: copied.min(total_bytes),
        total_bytes,
        started_at,
    });
    let last_restore = desk.restart.last.as_ref().map(|last| RestoreRow {
        name: last.name.clone(),
        at: last.at,
        done: last.done,
    });
    Ok(HttpResponse::Ok().json(BackupList { items, running, failed_at, last_restore }))
}

/// A backup that is being made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BackupBegun {
    /// What it will be called.
    name: String,
}

/// Make a backup
///
/// A consistent, checked copy in the data folder's `backups/`; the newest `backups.kept` stay. Owners and admins only.
#[utoipa::path(operation_id = "create_backup", tag = "Data", responses(
    (status = 202, description = "Begun", body = BackupBegun),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "backup_running", body = Problem),
    (status = 503, description = "storage_full: there is no room for a copy", body = Problem),
))]
#[post("/backups")]
pub(super) async fn create(
    who: CurrentAgent,
    _body: Body<Nothing>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let (caller, folder) = (who.caller(), desk.db.folder().to_owned());
    let free_min = settings.disk_free_min.bytes();
    let total = in_the_folder(move || flow::measure(&caller, &folder, free_min)).await?;
    let now = desk.clock.now();
    settings.backups.begin(now, total)?;
    let (name, kept) = (backups::name_at(now), settings.backups_kept);
    let (folder, wanted, clock) = (desk.db.folder().to_owned(), name.clone(), Arc::clone(&desk.clock));
    tokio::spawn(async move {
        let made = tokio::task::spawn_blocking(move || backups::make(&folder, &wanted, kept)).await;
        let failed = match made {
            Ok(Ok(())) => false,
            Ok(Err(error)) => {
                tracing::error!(%error, "a backup could not be made");
                true
            }
            Err(_) => true,
        };
        settings.backups.end(failed.then(|| clock.now()));
    });
    Ok(HttpResponse::Accepted().json(BackupBegun { name }))
}

/// Remove a backup
///
/// Owners only.
#[utoipa::path(operation_id = "remove_backup", tag = "Data",
    params(("name" = String, Path, description = "The backup's name")), responses(
    (status = 204, description = "Removed"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/backups/{name}")]
pub(super) async fn remove(
    who: CurrentAgent,
    path: Path<String>,
    _body: Body<Nothing>,
    desk: Data<Desk>,
) -> Reply {
    let (caller, folder, name) = (who.caller(), desk.db.folder().to_owned(), path.into_inner());
    in_the_folder(move || flow::remove(&caller, &folder, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Fetch a backup
///
/// The database as one file. It holds everything, password hashes and the widget's secret included. Owners only.
#[utoipa::path(operation_id = "fetch_backup", tag = "Data",
    params(("name" = String, Path, description = "The backup's name")), responses(
    (status = 200, description = "The database", body = Binary, content_type = "application/vnd.sqlite3"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/backups/{name}")]
pub(super) async fn fetch(
    request: HttpRequest,
    who: CurrentAgent,
    path: Path<String>,
    desk: Data<Desk>,
) -> Reply {
    // A large desk on a slow line takes longer than other answers may.
    if let Some(watch) = watch_of(&request) {
        watch.endless();
    }
    let name = path.into_inner();
    let file = flow::find(&who.caller(), desk.db.folder(), &name)?.join(DATABASE_FILE);
    let (file, bytes) = on_disk(move || {
        let file = File::open(file)?;
        let bytes = file.metadata()?.len();
        Ok((Arc::new(Mutex::new(file)), bytes))
    })
    .await?;
    let pieces = stream::unfold(file, |file| async move {
        let reading = Arc::clone(&file);
        let piece = web::block(move || {
            let mut piece = vec![0; PIECE];
            let read = reading.lock().unwrap_or_else(PoisonError::into_inner).read(&mut piece)?;
            piece.truncate(read);
            Ok::<_, std::io::Error>(Bytes::from(piece))
        });
        match piece.await {
            Ok(Ok(piece)) if piece.is_empty() => None,
            Ok(piece) => Some((piece, file)),
            Err(stopped) => Some((Err(std::io::Error::other(stopped)), file)),
        }
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/vnd.sqlite3"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.sqlite\"")))
        .body(SizedStream::new(bytes, pieces)))
}

/// The name once more, so that nobody restores by a slip.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Confirm {
    #[schema(example = "desk-2026-03-01T08-00-00-000Z")]
    confirm: String,
}

/// What the desk does next.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Restoring {
    restoring: bool,
}

/// Put a backup back
///
/// The backup is checked, then the desk stops, takes it in place of its database, which is kept in `snapshots/`, and starts
/// again in the same process. What was stored since the backup was made is gone. If it fails, the desk starts with what it
/// had; `last_restore` of the list tells. Whoever was erased is erased again. Owners only.
#[utoipa::path(operation_id = "restore_backup", tag = "Data", request_body = Confirm,
    params(("name" = String, Path, description = "The backup's name")), responses(
    (status = 202, description = "The desk is about to stop and start again", body = Restoring),
    (status = 400, description = "invalid: `confirm` is not the name", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "backup_running", body = Problem),
    (status = 422, description = "damaged_backup", body = Problem),
))]
#[post("/backups/{name}/restore")]
pub(super) async fn restore(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Confirm>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let name = path.into_inner();
    let caller = who.caller();
    flow::find(&caller, desk.db.folder(), &name)?;
    if body.value.confirm != name {
        return Err(Fault::invalid("confirm", "Repeat the backup's name.").into());
    }
    if settings.backups.status().running.is_some() {
        return Err(
            Fault::new(Kind::Conflict, "backup_running", "A backup is being made. Wait for it.").into()
        );
    }
    in_the_folder(move || flow::restore(&caller, desk.db.folder(), &desk.restart, name)).await?;
    Ok(HttpResponse::Accepted().json(Restoring { restoring: true }))
}
