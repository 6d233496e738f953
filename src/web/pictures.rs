//! `GET /p/{digest}`: a public picture. Its address names its bytes, so browsers keep it for ever.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::{Data, Path, ServiceConfig, get, head, resource};

use super::error::Reply;
use crate::domain::pictures::{is_digest, store};
use crate::fault::Fault;
use crate::flows::Desk;

pub(super) fn routes(app: &mut ServiceConfig) {
    app.service(resource("/p/{digest}").route(get().to(picture)).route(head().to(picture)));
}

async fn picture(path: Path<String>, desk: Data<Desk>) -> Reply {
    let digest = path.into_inner();
    if !is_digest(&digest) {
        return Err(Fault::not_found().into());
    }
    let found = desk.db.read(move |conn| Ok(store::find(conn, &digest)?)).await?;
    let picture = found.ok_or_else(Fault::not_found)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, picture.media_type.name()))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        // Shown in frames and, once, as a page of its own: whatever the bytes are, nothing in them may act.
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .insert_header(("cross-origin-resource-policy", "cross-origin"))
        .body(picture.bytes))
}
