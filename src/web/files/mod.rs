//! Files: sent in slices, fetched by whoever may read a message that shows them. `docs/protocol.md`, "Files".

pub(super) mod fetch;
pub(super) mod upload;

use actix_web::http::Method;
use actix_web::web::route;
use utoipa_actix_web::service_config::ServiceConfig;

use super::calls::{Line, Needs, PERSON};
use super::cors;
use crate::domain::access::rights::Right::Upload;

const SENDER: Needs = Needs::for_visitors(&[Upload]);

pub(super) fn routes(app: &mut ServiceConfig) {
    app.service(upload::begin)
        .service(upload::read)
        .service(upload::send)
        .service(upload::complete)
        .service(fetch::whole)
        .service(fetch::thumbnail)
        // Not described: for browsers alone.
        .route("/files/v1/{rest:.*}", route().method(Method::OPTIONS).to(cors::preflight));
}

/// What each of them needs.
pub(super) fn lines() -> [Line; 6] {
    [
        Line::of(&upload::begin, "", SENDER),
        Line::of(&upload::read, "", SENDER),
        Line::of(&upload::send, "", SENDER),
        Line::of(&upload::complete, "", SENDER),
        Line::of(&fetch::whole, "", PERSON),
        Line::of(&fetch::thumbnail, "", PERSON),
    ]
}
