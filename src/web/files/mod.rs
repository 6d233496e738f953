//! Files: sent in slices, fetched by whoever may read a message that shows them. `docs/protocol.md`, "Files".

pub(super) mod fetch;
pub(super) mod upload;

use actix_web::http::Method;
use actix_web::web::{ServiceConfig, get, post, put, route};

use super::cors;

pub(super) fn routes(app: &mut ServiceConfig) {
    app.route("/files/v1/uploads", post().to(upload::begin))
        .route("/files/v1/uploads/{id}", get().to(upload::read))
        .route("/files/v1/uploads/{id}/slices/{n}", put().to(upload::slice))
        .route("/files/v1/uploads/{id}/complete", post().to(upload::complete))
        .route("/files/v1/{id}", get().to(fetch::whole))
        .route("/files/v1/{id}/thumbnail", get().to(fetch::thumbnail))
        // `.route` beside a path names what the API describes; this is for browsers alone.
        .service(
            actix_web::web::resource("/files/v1/{rest:.*}")
                .route(route().method(Method::OPTIONS).to(cors::preflight)),
        );
}
