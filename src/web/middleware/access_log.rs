//! One line per request: method, path, status, milliseconds. Never a query string, a body or an address.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use super::current_request_id;
use crate::flows::Desk;

/// Logs the request once it is answered.
pub(crate) async fn access_log<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let clock = request.app_data::<Data<Desk>>().map(|desk| desk.clock.clone());
    let started = clock.as_ref().map(|clock| clock.tick());
    let (method, path) = (request.method().clone(), request.path().to_owned());
    let response = next.call(request).await?;
    let took = clock.zip(started).map_or(0, |(clock, started)| clock.tick().since(started).as_millis());
    let status = response.status().as_u16();
    let id = current_request_id();
    if status >= 500 {
        tracing::error!(%method, path, status, ms = took, request_id = id, "request failed");
    } else {
        tracing::debug!(%method, path, status, ms = took, request_id = id, "request");
    }
    Ok(response)
}
