//! A preview for whoever may read the message that holds the link: agents and visitors ask alike.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use super::error::Reply;
use super::origin::client_net;
use super::rate::Rates;
use crate::domain::conversations::links;
use crate::domain::conversations::scope::Scope;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::ids::MessageId;
use crate::link_preview::{LinkPreviews, URL_BYTES};

/// `?message=&url=`.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// The message's id.
    message: String,
    /// The link, as it stands in the message.
    url: String,
}

/// 200 with the preview, 204 where there is none, 404 where the message does not hold the link or is not for the asker.
pub(super) async fn answer(
    request: &HttpRequest,
    asked: Asked,
    scope: Scope,
    desk: &Desk,
    previews: &LinkPreviews,
    rates: &Data<Rates>,
) -> Reply {
    rates.link_preview(client_net(request))?;
    let Asked { message, url } = asked;
    let id: MessageId = message.parse().map_err(|_| Fault::not_found())?;
    if url.is_empty() || url.len() > URL_BYTES {
        return Err(Fault::not_found().into());
    }
    let (said, url) = desk.db.read(move |conn| Ok((links::is_said(conn, id, scope, &url)?, url))).await?;
    if !said {
        return Err(Fault::not_found().into());
    }
    // Kept by the browser for as long as anybody looks at one conversation.
    let kept = (CACHE_CONTROL, "private, no-store");
    Ok(match previews.fetch(&url).await {
        Some(preview) => HttpResponse::Ok().insert_header(kept).json(preview),
        None => HttpResponse::NoContent().insert_header(kept).finish(),
    })
}
