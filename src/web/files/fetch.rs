//! Fetching a file and its thumbnail. Who may read a message that shows it, or sent it, may have it.

use actix_files::NamedFile;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, Charset, ContentDisposition,
    DispositionParam, DispositionType, ExtendedValue, HeaderValue,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};

use crate::domain::files::kind::{UNKNOWN, is_shown};
use crate::domain::files::store::StoredFile;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::files::fetch_file::fetch_file;
use crate::flows::files::uploads::Files;
use crate::storage::blobs::Digest;
use crate::web::body::Binary;
use crate::web::cors;
use crate::web::error::{Failure, Problem};
use crate::web::identity::CurrentPerson;

/// Kept by the browser alone, and asked about each time: the next one at the same browser may be somebody else, and what was
/// erased is gone.
const KEPT: HeaderValue = HeaderValue::from_static("private, no-cache");

type Who = Result<CurrentPerson, Failure>;

/// Fetch a file
///
/// Pictures, sound and video can be looked at in place; everything else is to be saved. Ranges are answered (RFC 9110,
/// section 14).
#[utoipa::path(operation_id = "fetch_file", tag = "Files",
    params(("id" = String, Path, description = "The file")), responses(
    (status = 200, description = "The bytes", body = Binary, content_type = "application/octet-stream"),
    (status = 404, description = "not_found: also one that is not for you", body = Problem),
))]
#[get("/files/v1/{id}")]
pub(in crate::web) async fn whole(
    request: HttpRequest,
    who: Who,
    path: Path<String>,
    desk: Data<Desk>,
    files: Data<Files>,
) -> HttpResponse {
    let reply = async {
        let file = find(&desk, who?, &path).await?;
        let (digest, shown) = (file.sha256, is_shown(&file.media_type));
        let media_type = if shown { file.media_type } else { UNKNOWN.to_owned() };
        serve(&request, &files, digest, &media_type, disposition(shown, &file.file_name)).await
    };
    cors::answer(&request, reply.await)
}

/// Fetch a thumbnail
///
/// A small copy of a picture, at most 640 pixels wide and high; the picture itself where that is small.
#[utoipa::path(operation_id = "fetch_thumbnail", tag = "Files",
    params(("id" = String, Path, description = "The file")), responses(
    (status = 200, description = "The bytes", body = Binary, content_type = "image/jpeg"),
    (status = 404, description = "not_found: also what is no picture", body = Problem),
))]
#[get("/files/v1/{id}/thumbnail")]
pub(in crate::web) async fn thumbnail(
    request: HttpRequest,
    who: Who,
    path: Path<String>,
    desk: Data<Desk>,
    files: Data<Files>,
) -> HttpResponse {
    let reply = async {
        let file = find(&desk, who?, &path).await?;
        file.size.ok_or_else(Fault::not_found)?;
        let (digest, media_type) = match file.thumbnail {
            Some(small) => (small, ""),
            None => (file.sha256, file.media_type.as_str()),
        };
        serve(&request, &files, digest, media_type, disposition(true, &file.file_name)).await
    };
    cors::answer(&request, reply.await)
}

async fn find(desk: &Desk, who: CurrentPerson, id: &str) -> Result<StoredFile, Fault> {
    let id = id.parse().map_err(|_| Fault::not_found())?;
    desk.db.read(move |conn| fetch_file(conn, &who.caller, id)).await
}

/// `media_type` may be empty: JPEG or PNG, whichever a thumbnail is.
async fn serve(
    request: &HttpRequest,
    files: &Files,
    digest: Digest,
    media_type: &str,
    disposition: ContentDisposition,
) -> Result<HttpResponse, Failure> {
    let path = files.blobs.path(digest);
    let (file, png) = actix_web::web::block(move || {
        let mut head = [0; 1];
        let mut file = std::fs::File::open(path)?;
        std::io::Read::read_exact(&mut file, &mut head)?;
        std::io::Seek::rewind(&mut file)?;
        Ok::<_, std::io::Error>((file, head[0] == 0x89))
    })
    .await
    .map_err(Fault::internal)?
    // A desk that was restored from a database alone has no files.
    .map_err(|_| Fault::not_found())?;
    let media_type = match media_type {
        "" if png => "image/png",
        "" => "image/jpeg",
        known => known,
    };
    let file = NamedFile::from_file(file, "file").map_err(Fault::internal)?;
    let media_type = media_type.parse().map_err(Fault::internal)?;
    let mut response = file
        .use_last_modified(false)
        .set_content_type(media_type)
        .disable_content_disposition()
        .into_response(request);
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, KEPT);
    // Whatever the bytes are, nothing in them may act.
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(CONTENT_DISPOSITION, disposition.to_string().parse().map_err(Fault::internal)?);
    Ok(response)
}

fn disposition(shown: bool, name: &str) -> ContentDisposition {
    let ending = if shown { DispositionType::Inline } else { DispositionType::Attachment };
    let plain: String =
        name.chars().map(|c| if c.is_ascii() && c != '"' && c != '\\' { c } else { '_' }).collect();
    let extended =
        ExtendedValue { charset: Charset::Ext("UTF-8".into()), language_tag: None, value: name.into() };
    ContentDisposition {
        disposition: ending,
        parameters: vec![DispositionParam::Filename(plain), DispositionParam::FilenameExt(extended)],
    }
}
