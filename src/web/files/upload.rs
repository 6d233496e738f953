//! Sending a file: announced, in slices of any order, finished.

use std::time::Duration;

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::files::slices::Slices;
use crate::domain::files::store::{self, ClientDigest, StoredFile};
use crate::domain::files::wrong_digest;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::files::uploads::{Announced, Files, Slice, find};
use crate::ids::UploadId;
use crate::storage::Unit;
use crate::storage::blobs::Digest;
use crate::web::body::{Binary, Body};
use crate::web::call::Call;
use crate::web::cors;
use crate::web::error::{Failure, Problem};
use crate::web::identity::{CurrentPerson, data};
use crate::web::origin::client_net;

/// A slice of which nothing comes for this long is given up.
const SILENT: Duration = Duration::from_mins(1);
/// Bytes of a slice that are written together.
const PIECE: usize = 64 << 10;

type Who = Result<CurrentPerson, Failure>;

/// What is going to be sent.
#[derive(Debug, Deserialize, ToSchema)]
pub(in crate::web) struct Announcement {
    /// Its name, with the ending.
    #[schema(example = "receipt.jpg")]
    file_name: String,
    /// Its size in bytes.
    #[schema(example = 51200)]
    byte_size: u64,
    /// What its sender takes it for; what it is, the desk finds out.
    #[serde(default)]
    #[schema(example = "image/jpeg")]
    content_type: Option<String>,
    /// SHA-256 of the whole, 64 hexadecimal digits; needed at `complete` at the latest.
    #[serde(default)]
    sha256: Option<String>,
}

/// How a file is finished.
#[derive(Debug, Deserialize, ToSchema)]
pub(in crate::web) struct Completion {
    /// SHA-256 of the whole, 64 hexadecimal digits, unless it was said at the start.
    #[serde(default)]
    sha256: Option<String>,
}

/// An upload, and how to send it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct UploadRow {
    #[schema(example = "u_01jb7q2m4k9zz")]
    upload_id: String,
    slice_bytes: u64,
    slice_count: u64,
    #[schema(value_type = String)]
    expires_at: Timestamp,
}

/// How far an upload is.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct UploadState {
    /// `arriving` or `complete`.
    #[schema(example = "arriving")]
    state: &'static str,
    /// Slices that are on disk.
    received: Vec<u64>,
    /// Slices that are still to be sent.
    missing: Vec<u64>,
    /// While it arrives.
    #[serde(skip_serializing_if = "Option::is_none")]
    slice_bytes: Option<u64>,
    /// Once it is complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<FileRow>,
}

/// A file that messages can name.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct FileRow {
    #[schema(example = "f_01jb7q2m4k9zz")]
    file_id: String,
    url: String,
    /// Of pictures.
    thumbnail_url: Option<String>,
    #[schema(example = "receipt.jpg")]
    name: String,
    #[schema(example = "image/jpeg")]
    media_type: String,
    byte_size: u64,
    /// Of pictures, in pixels.
    width: Option<u32>,
    height: Option<u32>,
}

/// Announce a file
///
/// Takes an `Idempotency-Key`. The file is sent in slices of `slice_bytes`, the last one shorter, counted from 0; several at a time, in any order.
#[utoipa::path(operation_id = "begin_upload", tag = "Files", request_body = Announcement,
    responses(
    (status = 201, description = "The upload", body = UploadRow),
    (status = 400, description = "invalid, naming the field", body = Problem),
    (status = 413, description = "too_large", body = Problem),
    (status = 422, description = "no_room, too_many_uploads", body = Problem),
    (status = 503, description = "storage_full", body = Problem),
))]
#[post("/files/v1/uploads")]
pub(in crate::web) async fn begin(
    request: HttpRequest,
    who: Who,
    call: Result<Call, Failure>,
    body: Result<Body<Announcement>, Failure>,
    files: Data<Files>,
) -> HttpResponse {
    let reply = async {
        let (who, body) = (who?, body?);
        let said = body.value;
        let announced = Announced {
            file_name: said.file_name,
            byte_size: said.byte_size,
            content_type: said.content_type.unwrap_or_default().chars().take(100).collect(),
            sha256: said.sha256.map(|text| digest("sha256", &text)).transpose()?,
            client: who.caller.visitor_id().map(|_| client_digest(&request)).transpose()?,
        };
        files.admit(announced.byte_size).await?;
        let flow = move |unit: &mut Unit<'_>| {
            let upload = files.begin(unit, &who.caller, announced)?;
            Ok(UploadRow {
                upload_id: upload.id.to_string(),
                slice_bytes: upload.slices.slice_bytes,
                slice_count: upload.slices.count(),
                expires_at: upload.expires_at,
            })
        };
        call?.write_for(who.caller.actor, &body.raw, 201, flow).await
    };
    cors::answer(&request, reply.await)
}

/// Send a slice
///
/// The body is the slice itself; `Content-Digest: sha-256=:…:` (RFC 9530) is its digest. The same slice again is answered
/// the same.
#[utoipa::path(operation_id = "send_slice", tag = "Files",
    params(("id" = String, Path, description = "The upload"), ("n" = u64, Path, description = "Which slice, from 0"),
        ("Content-Digest" = String, Header, description = "`sha-256=:…:`")),
    request_body(content = Binary, content_type = "application/octet-stream"), responses(
    (status = 204, description = "It is on disk"),
    (status = 400, description = "invalid: no such slice, not its length, no digest", body = Problem),
    (status = 404, description = "not_found: also somebody else's, or one whose time is over", body = Problem),
    (status = 409, description = "slice_conflict: it arrived before with other bytes", body = Problem),
    (status = 422, description = "wrong_digest", body = Problem),
))]
#[put("/files/v1/uploads/{id}/slices/{n}")]
pub(in crate::web) async fn send(
    request: HttpRequest,
    who: Who,
    path: Path<(String, String)>,
    payload: Payload,
    desk: Data<Desk>,
    files: Data<Files>,
) -> HttpResponse {
    let reply = async {
        let (who, (id, number)) = (who?, path.into_inner());
        let id: UploadId = id.parse().map_err(|_| Fault::not_found())?;
        let number = number.parse().map_err(|_| Fault::invalid("slice", "Slices are counted from 0."))?;
        let said = content_digest(&request)?;
        if let Some(slice) = files.expect(&desk, &who.caller, id, number, said).await? {
            receive(&desk, &files, &slice, payload).await?;
            files.keep_slice(&desk, slice).await?;
        }
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}

/// Writes a slice as it comes. Nothing counts before the whole of it does.
async fn receive(desk: &Desk, files: &Files, slice: &Slice, mut payload: Payload) -> Result<(), Failure> {
    let wrong_length = || Fault::invalid("body", format!("This slice has {} bytes.", slice.length));
    let mut part = files.open(slice).await?;
    let mut piece = Vec::with_capacity(PIECE);
    loop {
        let chunk = tokio::select! {
            chunk = payload.next() => chunk,
            () = desk.clock.sleep_until(desk.clock.tick().plus(SILENT)) => None,
        };
        let Some(chunk) = chunk else { break };
        let chunk = chunk.map_err(|_| Fault::invalid("body", "The body broke off. Send it again."))?;
        if part.length + (piece.len() + chunk.len()) as u64 > slice.length {
            return Err(wrong_length().into());
        }
        piece.extend_from_slice(&chunk);
        if piece.len() >= PIECE {
            part = files.write(part, std::mem::take(&mut piece)).await?;
        }
    }
    part = files.write(part, piece).await?;
    if part.length != slice.length {
        return Err(wrong_length().into());
    }
    if files.finish(part).await? == slice.digest { Ok(()) } else { Err(wrong_digest().into()) }
}

/// Look at an upload
///
/// After a cut it says which slices are still to be sent.
#[utoipa::path(operation_id = "get_upload", tag = "Files",
    params(("id" = String, Path, description = "The upload")), responses(
    (status = 200, description = "How far it is", body = UploadState),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/files/v1/uploads/{id}")]
pub(in crate::web) async fn read(
    request: HttpRequest,
    who: Who,
    path: Path<String>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = who?;
        let id: UploadId = path.parse().map_err(|_| Fault::not_found())?;
        let upload = find(&desk, who.caller.actor, id).await?;
        let state = desk
            .db
            .read(move |conn| {
                let all = 0..upload.slices.count();
                Ok(match upload.file.map(|file| store::find(conn, file)).transpose()?.flatten() {
                    Some(file) => UploadState {
                        state: "complete",
                        received: all.collect(),
                        missing: Vec::new(),
                        slice_bytes: None,
                        file: Some(FileRow::new(file)),
                    },
                    None => arriving(upload.slices, store::slices(conn, id)?),
                })
            })
            .await?;
        Ok(HttpResponse::Ok().json(state))
    };
    cors::answer(&request, reply.await)
}

fn arriving(slices: Slices, received: Vec<u64>) -> UploadState {
    let missing = (0..slices.count()).filter(|n| received.binary_search(n).is_err()).collect();
    UploadState { state: "arriving", received, missing, slice_bytes: Some(slices.slice_bytes), file: None }
}

/// Finish a file
///
/// From here on a message can name it: `{"kind":"file","file_id":"f_…"}`. One that no message shows after
/// `files.unused_kept` is removed.
#[utoipa::path(operation_id = "complete_upload", tag = "Files",
    request_body = Completion,
    params(("id" = String, Path, description = "The upload")), responses(
    (status = 200, description = "The file", body = FileRow),
    (status = 400, description = "invalid: nobody said the digest", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "incomplete; wrong_digest: all slices have to be sent again; too_many_pixels",
        body = Problem),
))]
#[post("/files/v1/uploads/{id}/complete")]
pub(in crate::web) async fn complete(
    request: HttpRequest,
    who: Who,
    path: Path<String>,
    body: Result<Body<Completion>, Failure>,
    desk: Data<Desk>,
    files: Data<Files>,
) -> HttpResponse {
    let reply = async {
        let (who, said) = (who?, body?.value);
        let id: UploadId = path.parse().map_err(|_| Fault::not_found())?;
        let said = said.sha256.map(|text| digest("sha256", &text)).transpose()?;
        let file = files.complete(&desk, &who.caller, id, said).await?;
        Ok(HttpResponse::Ok().json(FileRow::new(file)))
    };
    cors::answer(&request, reply.await)
}

impl FileRow {
    fn new(file: StoredFile) -> Self {
        Self {
            file_id: file.id.to_string(),
            url: format!("/files/v1/{}", file.id),
            thumbnail_url: file.size.map(|_| format!("/files/v1/{}/thumbnail", file.id)),
            name: file.file_name,
            media_type: file.media_type,
            byte_size: file.byte_size,
            width: file.size.map(|(width, _)| width),
            height: file.size.map(|(_, height)| height),
        }
    }
}

/// Where a visitor is, so that it can be counted and not read.
fn client_digest(request: &HttpRequest) -> Result<ClientDigest, Fault> {
    let key = data::<Desk>(request)?.db.meta().token_key;
    let digest = Sha256::new()
        .chain_update(b"upload's client")
        .chain_update(key)
        .chain_update(client_net(request).to_bytes())
        .finalize();
    digest.first_chunk().copied().ok_or_else(|| Fault::internal("a digest is longer"))
}

fn digest(field: &'static str, text: &str) -> Result<Digest, Fault> {
    text.parse().map_err(|_| Fault::invalid(field, "Send a SHA-256 as 64 hexadecimal digits."))
}

/// The digest of the body that its sender gives: a member `sha-256` of the dictionary (RFC 9530, section 2).
pub(in crate::web) fn content_digest(request: &HttpRequest) -> Result<Digest, Fault> {
    let missing = || Fault::invalid("Content-Digest", "Send Content-Digest: sha-256=:…: of the slice.");
    let header = request.headers().get("content-digest").and_then(|value| value.to_str().ok());
    let member = header.unwrap_or_default().split(',').find_map(|member| {
        let (name, value) = member.trim().split_once('=')?;
        name.eq_ignore_ascii_case("sha-256").then_some(value)
    });
    let encoded = member.and_then(|value| value.strip_prefix(':')?.strip_suffix(':')).ok_or_else(missing)?;
    let bytes = STANDARD.decode(encoded).map_err(|_| missing())?;
    bytes.try_into().map(Digest).map_err(|_| missing())
}
