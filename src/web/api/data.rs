//! How much the desk holds, and what it is made of.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::backups::on_disk;
use super::rows::Seats;
use crate::clock::Timestamp;
use crate::domain::access::store as agents;
use crate::domain::shop::volume;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::storage::{backups, migrate};
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Bytes on disk, and what is in them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StorageUse {
    database_bytes: u64,
    /// The write-ahead log.
    wal_bytes: u64,
    snapshots_bytes: u64,
    files_bytes: u64,
    backups_bytes: u64,
    disk_free_bytes: u64,
    conversations: i64,
    messages: i64,
    contacts: i64,
}

/// How much is stored
///
/// Bytes on disk and what is in them. Owners and admins only.
#[utoipa::path(operation_id = "get_storage_use", tag = "Data", responses(
    (status = 200, description = "Bytes and counts", body = StorageUse),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/data")]
pub(super) async fn read(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let folder = desk.db.folder().to_owned();
    let usage = on_disk(move || backups::usage(&folder)).await?;
    let volume = desk.db.read(|conn| Ok(volume::count(conn)?)).await?;
    Ok(HttpResponse::Ok().json(StorageUse {
        database_bytes: usage.database,
        wal_bytes: usage.wal,
        snapshots_bytes: usage.snapshots,
        files_bytes: usage.files,
        backups_bytes: usage.backups,
        disk_free_bytes: usage.free,
        conversations: volume.conversations,
        messages: volume.messages,
        contacts: volume.contacts,
    }))
}

/// What the executable is made of: name, version and licence of what it names itself, checked in and held by a test.
const LICENCES: &str = include_str!("licences.json");

/// A library that the executable is built from.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the name of the field is a promise")]
pub(super) struct Licence {
    #[schema(example = "actix-web")]
    name: String,
    version: String,
    #[schema(example = "MIT OR Apache-2.0")]
    licence: String,
}

/// Which desk this is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct About {
    #[schema(example = "0.1.0")]
    version: &'static str,
    #[schema(value_type = String)]
    started_at: Timestamp,
    /// Number of the newest migration.
    schema: i32,
    /// Changes when the log begins anew: after a backup was put back.
    log_epoch: String,
    seats: Seats,
    /// Version of SQLite.
    sqlite: &'static str,
    licences: Vec<Licence>,
}

/// About this desk
///
/// Versions, and the licences of the libraries that the executable is built from.
#[utoipa::path(operation_id = "get_about", tag = "Data", responses(
    (status = 200, description = "This desk", body = About),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/about")]
pub(super) async fn about(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let used = desk.db.read(|conn| Ok(agents::active_count(conn)?)).await?;
    let licences: Vec<Licence> = serde_json::from_str(LICENCES).map_err(Fault::internal)?;
    Ok(HttpResponse::Ok().json(About {
        version: env!("CARGO_PKG_VERSION"),
        started_at: desk.started_at,
        schema: migrate::newest(),
        log_epoch: desk.db.meta().log_epoch.clone(),
        seats: Seats::used(used),
        sqlite: rusqlite::version(),
        licences,
    }))
}
