//! How much the desk holds, and what it is made of.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde_json::{Value, json};

use super::backups::on_disk;
use crate::domain::access::{seats, store as agents};
use crate::domain::shop::volume;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::storage::{backups, migrate};
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// How much is stored
///
/// Bytes on disk and what is in them. Owners and admins only.
#[utoipa::path(get, path = "/api/v1/data", tag = "Data", responses(
    (status = 200, description = "Bytes of database, log, snapshots, files and backups, bytes free, and counts"),
    (status = 403, description = "forbidden", body = Problem),
))]
pub(super) async fn read(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    who.must_manage()?;
    let folder = desk.db.folder().to_owned();
    let usage = on_disk(move || backups::usage(&folder)).await?;
    let volume = desk.db.read(|conn| Ok(volume::count(conn)?)).await?;
    Ok(HttpResponse::Ok().json(json!({
        "database_bytes": usage.database,
        "wal_bytes": usage.wal,
        "snapshots_bytes": usage.snapshots,
        "files_bytes": usage.files,
        "backups_bytes": usage.backups,
        "disk_free_bytes": usage.free,
        "conversations": volume.conversations,
        "messages": volume.messages,
        "contacts": volume.contacts,
    })))
}

/// What the executable is made of: name, version and licence of what it names itself, checked in and held by a test.
const LICENCES: &str = include_str!("licences.json");

/// About this desk
///
/// Versions, and the licences of the libraries that the executable is built from.
#[utoipa::path(get, path = "/api/v1/about", tag = "Data", responses(
    (status = 200, description = "`version`, `started_at`, `schema`, `log_epoch`, `seats`, `sqlite`, `licences`"),
    (status = 401, description = "unauthenticated", body = Problem),
))]
pub(super) async fn about(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let used = desk.db.read(|conn| Ok(agents::active_count(conn)?)).await?;
    let licences: Value = serde_json::from_str(LICENCES).map_err(Fault::internal)?;
    Ok(HttpResponse::Ok().json(json!({
        "version": env!("CARGO_PKG_VERSION"),
        "started_at": desk.started_at,
        "schema": migrate::newest(),
        "log_epoch": desk.db.meta().log_epoch,
        "seats": { "used": used, "allowed": seats::FREE_SEATS },
        "sqlite": rusqlite::version(),
        "licences": licences,
    })))
}
