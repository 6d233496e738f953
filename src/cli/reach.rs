//! Reaching the desk: through its control socket while it runs, else by opening the free data folder.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::runtime::{Builder, Runtime};

use super::progress::Progress;
use super::{Call, output};
use crate::app;
use crate::clock::SystemClock;
use crate::control::client::{AskError, Client};
use crate::control::execute::execute;
use crate::control::{Refusal, Reply, Request};
use crate::flows::Desk;
use crate::flows::shop::set_up_desk;
use crate::storage::lock::LockError;
use crate::storage::{DATABASE_FILE, OpenError, WriterThread};

/// Longest wait for a folder that is held by a desk which is just starting or stopping, or by another command.
const HELD_FOR: Duration = Duration::from_secs(5);
/// Pause between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// Whether a command may begin a new desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// A data folder that is not there is created.
    Create,
    /// It is most likely a typing error.
    Refuse,
}

/// Asks the desk on the data folder.
pub(super) fn ask(call: &Call, request: &Request, missing: Missing) -> anyhow::Result<Reply> {
    let progress = Progress::new();
    let outcome = runtime()?.block_on(ask_either(call, request, missing, &progress));
    progress.finish();
    outcome
}

/// Gives the next request for the last reply, and tells steps; `None` at the end.
pub(super) type Next<'a> = dyn FnMut(Option<Reply>, &dyn Fn(&str)) -> Option<Request> + 'a;

/// Asks the desk on the data folder one request after the other.
pub(super) fn ask_each(call: &Call, missing: Missing, next: &mut Next<'_>) -> anyhow::Result<()> {
    let progress = Progress::new();
    let step = progress.clone();
    let outcome = runtime()?.block_on(async {
        let mut reply = None;
        while let Some(request) = next(reply.take(), &|text| step.step(text)) {
            reply = Some(ask_either(call, &request, missing, &progress).await?);
        }
        Ok(())
    });
    progress.finish();
    outcome
}

/// Closes a desk that nobody else uses: everything is in its file then.
pub(super) fn close(desk: Desk, writer: WriterThread) -> anyhow::Result<()> {
    drop(desk);
    writer.join().map_err(|_| anyhow::anyhow!("the writer ended by a defect; what was answered is stored"))
}

/// A runtime for the length of one command.
pub(super) fn runtime() -> anyhow::Result<Runtime> {
    Builder::new_current_thread().enable_all().build().context("cannot start the runtime")
}

async fn ask_either(
    call: &Call,
    request: &Request,
    missing: Missing,
    progress: &Progress,
) -> anyhow::Result<Reply> {
    if !call.data.exists() && missing == Missing::Refuse {
        bail!(
            "there is no data folder {}; name it with --data, or start a new desk with `servicedesk serve`",
            call.data.display()
        );
    }
    let clock = SystemClock::shared();
    let deadline = clock.tick().plus(HELD_FOR);
    loop {
        if let Some(mut running) = Client::connect(&call.data).await? {
            return match running.ask(request, &|step| progress.step(step)).await {
                Err(AskError::Refused(refusal)) => Err(refusal.into()),
                reply => Ok(reply?),
            };
        }
        match ask_folder(call, request, progress).await {
            Err(error) if is_held(&error) && clock.tick() < deadline => {
                clock.sleep_until(clock.tick().plus(PAUSE)).await;
            }
            Err(error) if is_held(&error) => {
                return Err(error.context("the data folder is held by a process that takes no commands"));
            }
            outcome => return outcome,
        }
    }
}

fn is_held(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(OpenError::Lock(LockError::Held(_))))
}

/// Opens the folder, does what is asked, and closes it again.
async fn ask_folder(call: &Call, request: &Request, progress: &Progress) -> anyhow::Result<Reply> {
    let fresh = !call.data.join(DATABASE_FILE).exists();
    let (desk, writer) = app::open_desk(&call.options(call.config()?), false)?;
    if fresh {
        output::note(&format!("created a new desk in {}", call.data.display()));
        let (public_key, secret) = set_up_desk::make_widget_keys(desk.entropy.as_ref());
        desk.db.write(move |unit| set_up_desk::ensure_defaults(unit, &public_key, &secret)).await?;
    }
    let progress = progress.clone();
    let steps = Arc::new(move |step: &str| progress.step(step));
    let outcome = execute(&desk, None, request.clone(), steps).await;
    close(desk, writer)?;
    Ok(outcome.map_err(Refusal::from)?)
}
