//! The only place where a fault becomes an HTTP status: RFC 9457 problem documents with a stable code.

use std::fmt;

use actix_web::error::QueryPayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use super::middleware::current_request_id;
use crate::fault::{Fault, Kind, Named, plain};

/// A fault on its way out.
#[derive(Debug)]
pub(super) struct Failure(pub(super) Fault);

/// What every handler answers.
pub(super) type Reply = Result<HttpResponse, Failure>;

/// An error as the API tells it (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Problem {
    /// Always `about:blank`: the code says which problem it is.
    #[schema(example = "about:blank")]
    pub(super) r#type: &'static str,
    /// The status in words.
    #[schema(example = "Not Found")]
    pub(super) title: &'static str,
    /// The HTTP status.
    #[schema(example = 404)]
    pub(super) status: u16,
    /// Stable; what programs compare.
    #[schema(example = "not_found")]
    pub(super) code: String,
    /// One sentence that says what to do next.
    pub(super) detail: String,
    /// Repeated in the header `X-Request-Id` and in the log.
    pub(super) request_id: String,
    /// The field at fault, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) field: Option<String>,
    /// What is in the way, with `in_use`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) named: Vec<Named>,
}

impl Problem {
    /// The document for a fault of the present request.
    pub(super) fn of(fault: &Fault) -> Self {
        let status = status(fault.kind);
        Self {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code: fault.code.to_owned(),
            detail: fault.message.clone().into_owned(),
            request_id: current_request_id(),
            field: fault.field.clone().map(std::borrow::Cow::into_owned),
            named: fault.named.clone(),
        }
    }
}

const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::RuleBroken => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        status(self.0.kind)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        response.insert_header((CONTENT_TYPE, "application/problem+json"));
        if let Some(ms) = self.0.retry_after_ms {
            response.insert_header((RETRY_AFTER, ms.div_ceil(1_000).to_string()));
        }
        response.body(serde_json::to_string(&Problem::of(&self.0)).unwrap_or_default())
    }
}

/// A problem that was kept with an idempotency key, given again.
pub(super) fn kept(status: u16, body: String) -> HttpResponse {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
    HttpResponse::build(status).insert_header((CONTENT_TYPE, kind)).body(body)
}

/// What addresses without a route answer.
pub(super) async fn nothing_here() -> Reply {
    Err(Fault::not_found().into())
}

/// The same in words that do not show types of this program.
fn plain_query(message: &str) -> String {
    let named = message.contains("field `") || message.contains("expected one of");
    if named { plain(message) } else { "A value in the query cannot be used here.".to_owned() }
}

/// A query that cannot be read.
#[expect(clippy::needless_pass_by_value, reason = "actix hands the error over by value")]
pub(super) fn wrong_query(error: QueryPayloadError, _: &HttpRequest) -> actix_web::Error {
    let said = error.to_string();
    let message = said.strip_prefix("Query deserialize error: ").unwrap_or(&said);
    Failure(Fault::invalid("query", plain_query(message))).into()
}
