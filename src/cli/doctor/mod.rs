//! `doctor`: looks at everything a desk depends on and says what to do.
//!
//! It changes nothing. With a running desk it asks it, over the control socket and over HTTP; without one it looks at what
//! lies in the data folder.

mod certificate;
mod finding;
mod folder;
mod http;
mod machine;
mod running;
mod search;
mod views;

use super::{Call, output, reach};
use crate::clock::SystemClock;
use crate::config::Config;
use crate::control::client::Client;
use crate::control::{Reply, Request, Status};
use crate::telemetry;
use finding::{Finding, Level};

/// Check disk, database, clock, certificate, limits and proxy, and say what to do
///
/// Changes nothing, and works on a running desk as well as on a stopped one. Each line is ok, warn or fail; under the last
/// two stands what to do. Exit code 1 if anything failed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  servicedesk --config /etc/servicedesk.toml --data /var/lib/servicedesk doctor")]
pub(super) struct Doctor {}

impl Doctor {
    #[expect(clippy::unused_self, reason = "every command has the same shape")]
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let findings = reach::runtime()?.block_on(check(call));
        let failed = findings.iter().filter(|finding| finding.level == Level::Fail).count();
        findings.iter().try_for_each(|finding| output::line(&finding.to_string()))?;
        if failed > 0 {
            anyhow::bail!("{failed} of {} checks failed", findings.len());
        }
        Ok(())
    }
}

async fn check(call: &Call) -> Vec<Finding> {
    let (config, settings) = settings(call);
    let (status, desk) = ask_running(call).await;
    let clock = SystemClock::shared();
    let mut findings = vec![settings, desk];
    findings.extend(folder::check(&call.data, &config));
    findings.push(machine::clock(clock.now(), &call.data));
    findings.extend(certificate::check(clock.now(), &call.data, &config));
    findings.extend(certificate::key(&config));
    findings.extend(machine::proxies(&config));
    findings.push(machine::descriptors(status.as_ref(), &config));
    if let Some(address) = status.as_ref().and_then(|status| status.address) {
        findings.push(running::answers(address).await);
        findings.push(running::sockets(address).await);
    }
    if let Some(origin) = config.server.public_url.origin() {
        findings.push(running::public(origin, status.is_some()).await);
    }
    findings
}

/// The settings; the defaults if they are wrong, so that the other checks can go on.
fn settings(call: &Call) -> (Config, Finding) {
    const ABOUT: &str = "settings";
    let advice = "run `servicedesk check-config`; a restart would fail";
    match call.config() {
        Ok(config) => match telemetry::check(&config.log) {
            Ok(()) => (config, Finding::ok(ABOUT, "hold")),
            Err(error) => (config, Finding::fail(ABOUT, error, advice)),
        },
        Err(error) => (Config::default(), Finding::fail(ABOUT, error, advice)),
    }
}

/// What the desk that runs on the folder says about itself, if one does.
async fn ask_running(call: &Call) -> (Option<Status>, Finding) {
    const ABOUT: &str = "desk";
    let ask = async {
        let Some(mut running) = Client::connect(&call.data).await? else { return Ok(None) };
        running.ask(&Request::Status {}, &|_| {}).await.map(Some)
    };
    match ask.await {
        Ok(None) => {
            (None, Finding::ok(ABOUT, "is not running; what can only be seen while it runs is left out"))
        }
        Ok(Some(Reply::Status(status))) => {
            let finding = running::desk(&status);
            (Some(status), finding)
        }
        Ok(Some(_)) => (None, Finding::fail(ABOUT, "answers something else", "restart it")),
        Err(error) => {
            let advice = "run doctor as the user who runs the desk; if it hangs, restart it";
            (None, Finding::fail(ABOUT, finding::chain(&error), advice))
        }
    }
}
