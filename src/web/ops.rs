//! For operators: is the desk alive, can it take work?

use actix_web::web::{Data, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse, http::header::CONTENT_TYPE};

use super::error::Reply;
use super::origin::is_https;
use super::settings::Settings;
use crate::fault::Fault;
use crate::flows::Desk;

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
    // A unit that writes nothing still shows that the writer takes and answers work.
    desk.db.write(|_| Ok(())).await?;
    if !desk.db.is_writable() {
        return Err(Fault::unavailable("storage_unavailable").into());
    }
    let free = free_bytes(desk.db.folder()).map_err(Fault::internal)?;
    if free < settings.disk_free_min.bytes() {
        return Err(Fault::unavailable("storage_full")
            .saying(format!("Only {} MiB are free in the data folder. Make room.", free >> 20))
            .into());
    }
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(r#"{"status":"ready"}"#))
}

/// Bytes an ordinary user may still write to the file system of `folder`.
fn free_bytes(folder: &std::path::Path) -> std::io::Result<u64> {
    let stat = rustix::fs::statvfs(folder)?;
    Ok(stat.f_bavail.saturating_mul(stat.f_frsize))
}
