//! For operators: is the desk alive, can it take work?

use std::sync::atomic::Ordering;

use actix_web::web::{Data, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse, http::header::CONTENT_TYPE};

use super::error::Reply;
use super::origin::is_https;
use super::settings::Settings;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::storage::{backups, meta};

/// A write proves readiness for so many milliseconds, however often it is asked for.
const PROOF_MS: u64 = 1_000;

pub(super) fn routes(app: &mut ServiceConfig) {
    app.route("/healthz", get().to(alive)).route("/readyz", get().to(ready));
}

/// The process answers, and says by which scheme it takes the request to have come: `doctor` sees by it whether a proxy
/// tells, and is believed.
async fn alive(request: HttpRequest) -> HttpResponse {
    let scheme = if is_https(&request) { "https" } else { "http" };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .body(format!(r#"{{"status":"alive","scheme":"{scheme}"}}"#))
}

/// The writer commits and the disk is not full.
async fn ready(desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    let now = desk.clock.tick().0;
    let proven = settings.proven_at.load(Ordering::Relaxed);
    // A proof is worth nothing once the writer has lost its connection.
    if proven == 0 || now.saturating_sub(proven) >= PROOF_MS || !desk.db.is_writable() {
        // Only a write that is synced proves that the next message can be stored.
        desk.db.write(|unit| Ok(meta::write(unit.conn(), "ready_at", &unit.now().0.to_be_bytes())?)).await?;
        settings.proven_at.store(now, Ordering::Relaxed);
    }
    let free = backups::free(desk.db.folder()).map_err(Fault::internal)?;
    if free < settings.disk_free_min.bytes() {
        return Err(Fault::unavailable("storage_full")
            .saying(format!("Only {} MiB are free in the data folder. Make room.", free >> 20))
            .into());
    }
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(r#"{"status":"ready"}"#))
}
