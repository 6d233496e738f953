//! Uploading small pictures: faces, logos, header pictures.

use actix_web::post;
use actix_web::web::{Data, Payload};
use futures_util::StreamExt;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::pictures::{self, MediaType, store};
use crate::fault::{Fault, Kind};
use crate::web::body::Binary;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A picture that was taken in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PictureRow {
    /// The name to use.
    picture: String,
    /// Where everybody can fetch it.
    url: String,
}

/// Upload a picture
///
/// The body is the picture itself: PNG, JPEG or WebP, at most `limits.picture`. Everybody can fetch it from `url`. One that
/// is used nowhere after a day is removed.
#[utoipa::path(operation_id = "upload_picture", tag = "Widgets",
    request_body(content((Binary = "image/png"), (Binary = "image/jpeg"), (Binary = "image/webp"))), responses(
    (status = 201, description = "The picture", body = PictureRow),
    (status = 400, description = "invalid: no picture of these kinds", body = Problem),
    (status = 413, description = "too_large", body = Problem),
))]
#[post("/pictures")]
pub(super) async fn upload(
    who: CurrentAgent,
    mut payload: Payload,
    settings: Data<Settings>,
    call: Call,
) -> Reply {
    let most = settings.picture_bytes;
    let mut bytes = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Fault::invalid("body", "The body broke off. Send it again."))?;
        if bytes.len() + chunk.len() > most {
            let fault = Fault::new(Kind::TooLarge, "too_large", "");
            return Err(fault.saying(format!("The picture is larger than {most} bytes.")).into());
        }
        bytes.extend_from_slice(&chunk);
    }
    let kind = MediaType::of(&bytes)
        .ok_or_else(|| Fault::invalid("body", "Send a PNG, JPEG or WebP picture as the body."))?;
    let digest = pictures::digest(&bytes);
    let raw = bytes.clone();
    call.write(&who, &raw, 201, move |unit| {
        store::insert(unit.conn(), &digest, kind, &bytes, unit.now())?;
        Ok(PictureRow { url: format!("/p/{digest}"), picture: digest })
    })
    .await
}
