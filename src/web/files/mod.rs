//! Files: sent in slices, fetched by whoever may read a message that shows them. `docs/protocol.md`, "Files".

pub(super) mod fetch;
pub(super) mod upload;

use actix_web::http::Method;
use actix_web::web::route;
use utoipa_actix_web::service_config::ServiceConfig;

use super::cors;

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
