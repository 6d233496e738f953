//! `check-config`: whether the settings hold, before a restart finds out.

use std::path::Path;

use super::{Call, output};
use crate::config::DEFAULT_FILE;
use crate::{telemetry, tls};

/// Tell what is wrong in the configuration
///
/// Reads the file, the environment and the certificate files as a start would, and names every wrong key with the nearest
/// right one. Exit code 1 if there is any.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk check-config
  servicedesk --config /etc/servicedesk.toml check-config")]
pub(super) struct CheckConfig {}

impl CheckConfig {
    #[expect(clippy::unused_self, reason = "every command has the same shape")]
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let config = call.config()?;
        telemetry::check(&config.log)?;
        tls::check(&config.tls, &call.data)?;
        if let Some(wide) = config.server.wide_proxies() {
            output::note(&format!("warning: {wide}"));
        }
        let file = call.config_file.as_deref().unwrap_or(Path::new(DEFAULT_FILE));
        output::line(&if file.exists() {
            format!("{} is right", file.display())
        } else {
            format!("there is no {}; the defaults hold", file.display())
        })?;
        Ok(())
    }
}
