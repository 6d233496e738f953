//! What a link in a message leads to.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, get};

use crate::flows::Desk;
use crate::link_preview::{LinkPreviews, Preview};
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::link_previews::{Asked, answer};
use crate::web::rate::Rates;

/// Look at a link
///
/// Title, text and site of the page that a message links to. The desk fetches it, within the bounds of the section
/// `[link_previews]`, and remembers the answer.
#[utoipa::path(operation_id = "preview_link", tag = "Messages", params(Asked), responses(
    (status = 200, description = "What the page says of itself", body = Preview),
    (status = 204, description = "There is nothing to show"),
    (status = 404, description = "not_found: the message does not hold the link", body = Problem),
    (status = 429, description = "rate_limited", body = Problem),
))]
#[get("/link-preview")]
pub(super) async fn preview(
    request: HttpRequest,
    who: CurrentAgent,
    asked: Query<Asked>,
    desk: Data<Desk>,
    previews: Data<LinkPreviews>,
    rates: Data<Rates>,
) -> Reply {
    answer(&request, asked.into_inner(), who.caller().scope, &desk, &previews, &rates).await
}
