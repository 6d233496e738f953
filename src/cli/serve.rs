//! `serve`: the running desk, until it is told to stop.

use std::net::SocketAddr;

use anyhow::Context;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::runtime::Builder;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Notify;

use super::restore::restore;
use super::{Call, output};
use crate::app::{self, Links, Options, Running};
use crate::flows::restart::LastRestore;
use crate::storage::backups;
use crate::telemetry;

/// Threads that follow the log, run the workers and take commands; HTTP has its own (`server.workers`).
const THREADS: usize = 2;

/// Descriptors for everything that is no connection: database, log, sockets, threads' own.
const DESCRIPTORS_BESIDE: u64 = 256;

/// Run the desk
///
/// Prints where to go: the workbench, a demo shop and, as long as the desk has no agent, a set-up link for its owner that
/// works once. An empty data folder is filled. Logs go to standard error.
///
/// SIGTERM and SIGINT stop it in order: clients are asked to come back later, what was sent is answered. A second signal
/// ends it at once; nothing that was accepted is lost either way. With https on, SIGHUP reads the certificate files anew.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk serve
  servicedesk --data /var/lib/servicedesk serve --listen 127.0.0.1:9000")]
pub(super) struct Serve {
    /// Address and port to listen on, over `server.listen`; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR:PORT")]
    listen: Option<SocketAddr>,
}

impl Serve {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let mut config = call.config()?;
        if let Some(listen) = self.listen {
            config.server.listen = listen;
        }
        telemetry::start(&config.log)?;
        raise_descriptors(config.server.descriptors() + DESCRIPTORS_BESIDE);
        let runtime =
            Builder::new_multi_thread().worker_threads(THREADS).enable_all().build().context("no runtime")?;
        let offers_https = config.tls.listen.address().is_some();
        let options = call.options(config);
        let outcome = runtime.block_on(async {
            // Listened for before the desk starts, so that a signal during the start is not lost.
            let mut signals = Signals::new(offers_https)?;
            serve(options, &mut signals).await
        });
        // After a second signal work may still be under way; it is not waited for.
        runtime.shutdown_background();
        outcome
    }
}

/// Runs the desk until a signal. A backup that was asked for is put in place between two runs, in this process.
async fn serve(mut options: Options, signals: &mut Signals) -> anyhow::Result<()> {
    let mut last = None;
    loop {
        let first = last.is_none();
        let running = app::start_after(options.clone(), last.take()).await?;
        if first {
            announce(&running.links)?;
            // Clients and links know the address: the next run keeps it.
            options.config.server.listen = running.address;
            options.config.tls.listen = running.https.into();
        }
        let asked = tokio::select! {
            () = signals.end(&running.reload) => None,
            name = running.restore_asked() => Some(name),
        };
        let ended = stop(running, signals).await;
        let Some(name) = asked.filter(|_| ended) else { return Ok(()) };
        last = Some(put_back(&options, name).await);
    }
}

/// Puts a backup in place. Whatever becomes of it, there is a whole database afterwards.
async fn put_back(options: &Options, name: String) -> LastRestore {
    tracing::info!(name, "restoring");
    let (at, given) = (options.clock.now(), options.clone());
    let source = backups::find(&options.data, &name);
    let restoring = tokio::task::spawn_blocking(move || {
        let source = source.context("the backup has gone")?;
        restore(&given, &source, &|step| tracing::info!("{step}"))
    });
    let done = match restoring.await {
        Ok(Ok(restored)) => {
            tracing::info!(erased_again = restored.erased, "restored");
            true
        }
        Ok(Err(error)) => {
            tracing::error!(error = format!("{error:#}"), "not restored; the desk goes on with what it had");
            false
        }
        Err(_) => false,
    };
    LastRestore { name, at, done }
}

fn announce(links: &Links) -> std::io::Result<()> {
    output::line(&format!("workbench  {}", links.workbench))?;
    if let Some(setup) = &links.setup {
        output::line(&format!("set-up     {setup}"))?;
    }
    output::line(&format!("demo shop  {}", links.demo))
}

/// Stops the desk; whether it came to its end.
async fn stop(running: Running, signals: &mut Signals) -> bool {
    tracing::info!("stopping; a second signal ends at once");
    tokio::select! {
        () = running.stop() => {
            tracing::info!("stopped");
            true
        }
        () = signals.next() => {
            tracing::warn!("ended at once");
            false
        }
    }
}

/// The two signals that ask for an end, and with https the one that asks for certificate files to be read anew: without it a
/// desk ends by that one as every program.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Option<Signal>,
}

impl Signals {
    fn new(with_https: bool) -> anyhow::Result<Self> {
        let listen = |kind| signal(kind).context("cannot listen for signals");
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            hangup: with_https.then(|| listen(SignalKind::hangup())).transpose()?,
        })
    }

    /// Waits for the end, and passes the wish for fresh files on until then.
    async fn end(&mut self, reload: &Notify) {
        loop {
            let Some(hangup) = &mut self.hangup else { return self.next().await };
            tokio::select! {
                _ = self.terminate.recv() => return,
                _ = self.interrupt.recv() => return,
                _ = hangup.recv() => reload.notify_one(),
            }
        }
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Lets the process open as many files as the system grants, at most `wanted`: the usual soft limit of 1024 is far below
/// the connections that a desk may hold.
fn raise_descriptors(wanted: u64) {
    let limit = getrlimit(Resource::Nofile);
    let grant = limit.maximum.map_or(wanted, |most| most.min(wanted));
    if limit.current.is_some_and(|now| now < grant) {
        let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(grant), maximum: limit.maximum });
        if let Err(error) = raised {
            tracing::warn!(%error, "the limit of open files stays as it is");
        }
    }
    if grant < wanted {
        tracing::warn!(
            grant,
            wanted,
            "fewer open files are allowed than server.max_connections needs; see doctor"
        );
    }
}
