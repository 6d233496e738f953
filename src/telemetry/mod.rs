//! What the desk tells about itself: log lines on standard error.
//!
//! A line reads alone and carries fields (ids, numbers, codes); never message texts, names, addresses of customers or
//! tokens. Standard output stays free for what a command prints.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

use crate::config::{Log, LogFormat};

/// Libraries that greet at `info`, and one that calls it an error when somebody sends what is no HTTP; a filter that names them hears them
/// again.
const QUIET: &str = "actix_server=warn,rusqlite_migration=warn,actix_http::h1=off";

/// Why logging cannot start.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The filter is not one (`log.filter`).
    #[error("log.filter: \"{filter}\" is not a filter such as \"info\" or \"info,servicedesk::im=debug\"")]
    Filter {
        /// What was given.
        filter: String,
        /// What the parser says.
        source: ParseError,
    },
    /// Somebody else has set up logging in this process before.
    #[error("logging is already set up")]
    Twice(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Starts logging for the whole process; to be called once, before the first thread.
pub fn start(settings: &Log) -> Result<(), TelemetryError> {
    let filter = parse(&settings.filter)?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    match settings.format {
        LogFormat::Text => lines.with_ansi(io::stderr().is_terminal()).try_init(),
        LogFormat::Json => {
            lines.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
        }
    }
    .map_err(TelemetryError::Twice)
}

/// Checks the settings without starting anything, for `check-config`.
pub fn check(settings: &Log) -> Result<(), TelemetryError> {
    parse(&settings.filter).map(drop)
}

fn parse(filter: &str) -> Result<EnvFilter, TelemetryError> {
    EnvFilter::builder()
        .parse(format!("{QUIET},{filter}"))
        .map_err(|source| TelemetryError::Filter { filter: filter.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malformed_filter_is_refused() {
        for filter in ["info", "warn,servicedesk::im=debug", "off", ""] {
            assert!(parse(filter).is_ok(), "{filter}");
        }
        let shown = parse("info,actix_server=debug").map(|filter| filter.to_string()).expect("a filter");
        assert!(shown.contains("actix_server=debug") && !shown.contains("actix_server=warn"), "{shown}");
        for filter in ["info,servicedesk=loud", "=", "a=b=c"] {
            assert!(parse(filter).is_err(), "{filter}");
        }
    }
}
