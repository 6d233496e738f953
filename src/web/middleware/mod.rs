//! What happens to every request: it gets an id, a line in the log, headers that keep browsers strict, and as a page the way to
//! https.

mod access_log;
mod request_id;
mod security_headers;
mod to_https;

pub(super) use access_log::access_log;
pub(super) use request_id::{current_request_id, request_id};
pub(super) use security_headers::security_headers;
pub(super) use to_https::to_https;
