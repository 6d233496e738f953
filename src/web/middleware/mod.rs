//! What happens to every request: it gets an id, a line in the log, and headers that keep browsers strict.

mod access_log;
mod request_id;
mod security_headers;

pub(super) use access_log::access_log;
pub(super) use request_id::{current_request_id, request_id};
pub(super) use security_headers::security_headers;
