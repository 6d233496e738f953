//! What a link in the visitor's conversation leads to.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};

use crate::flows::Desk;
use crate::link_preview::LinkPreviews;
use crate::web::cors;
use crate::web::error::Failure;
use crate::web::identity::CurrentVisitor;
use crate::web::link_previews::{Asked, answer};
use crate::web::rate::Rates;

pub(super) async fn preview(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    asked: Query<Asked>,
    desk: Data<Desk>,
    previews: Data<LinkPreviews>,
    rates: Data<Rates>,
) -> HttpResponse {
    let reply = async {
        let scope = who?.caller.scope;
        answer(&request, asked.into_inner(), scope, &desk, &previews, &rates).await
    };
    cors::answer(&request, reply.await)
}
