//! The request id: told to the caller, written in the log.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;

use super::security_headers::is_part_of_page;
use crate::flows::Desk;

tokio::task_local! {
    static REQUEST_ID: String;
}

/// The id of the request at work; empty outside of one.
pub(crate) fn current_request_id() -> String {
    REQUEST_ID.try_with(Clone::clone).unwrap_or_default()
}

/// Gives each request a random id, whatever the client sent: ids of others must not end up in our log.
pub(crate) async fn request_id<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let number = request.app_data::<Data<Desk>>().map_or(0, |desk| desk.entropy.number());
    let id = format!("{number:016x}");
    let header = HeaderValue::from_str(&id);
    let mut response = REQUEST_ID.scope(id, next.call(request)).await?;
    // Of a script or a style sheet nobody asks for the number, and a page loads many.
    if let Ok(value) = header
        && !is_part_of_page(response.headers())
    {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    Ok(response)
}
