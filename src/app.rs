//! The composition root: builds every part from its own section of the configuration, starts them in order and stops
//! them in reverse.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use anyhow::Context;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::clock::SharedClock;
use crate::config::Config;
use crate::control;
use crate::domain::access::credentials;
use crate::entropy::SharedEntropy;
use crate::flows::Desk;
use crate::flows::conversations::assign;
use crate::flows::faq::Bounds;
use crate::flows::faq::knowledge::Knowledge;
use crate::flows::files::uploads::Files;
use crate::flows::restart::LastRestore;
use crate::flows::shop::set_up_desk;
use crate::flows::tickets::prefix;
use crate::im::hub::Hub;
use crate::im::limits::Limits as ImLimits;
use crate::im::{lists, queue, shop_status, tail, wall};
use crate::storage::pragmas::Tuning;
use crate::storage::{self, OpenError, WriterThread};
use crate::{followers, tls, web, workers};

/// What a desk is built from.
#[derive(Debug, Clone)]
pub struct Options {
    /// All settings.
    pub config: Config,
    /// The data folder.
    pub data: PathBuf,
    /// Time.
    pub clock: SharedClock,
    /// Randomness.
    pub entropy: SharedEntropy,
}

/// Opens the data folder and starts the writer; `new_epoch` after a restore.
pub fn open_desk(options: &Options, new_epoch: bool) -> Result<(Desk, WriterThread), OpenError> {
    let config = &options.config;
    let limits = storage::Limits {
        readers: config.storage.readers,
        read_queue: config.storage.read_queue,
        writer_queue: config.storage.writer_queue,
        batch_units: config.storage.batch_units,
        snapshots_kept: config.storage.snapshots_kept,
        tuning: Tuning { wal_pages: config.storage.wal_pages, cache_bytes: config.storage.cache.bytes() },
    };
    let (db, writer) = storage::open(
        &options.data,
        limits,
        Arc::clone(&options.clock),
        &options.entropy,
        new_epoch,
        followers::all(config),
    )?;
    let mut desk = Desk::new(
        db,
        Arc::clone(&options.clock),
        Arc::clone(&options.entropy),
        config.password.min_chars,
        config.password.argon2_parallel,
    );
    desk.knowledge = Arc::new(Knowledge::new(Bounds::new(&config.faq)));
    Ok((desk, writer))
}

/// Addresses of a started desk, as links to print.
#[derive(Debug, Clone)]
pub struct Links {
    /// The workbench.
    pub workbench: String,
    /// The owner's set-up page, usable once; `None` when the desk has an owner.
    pub setup: Option<String>,
    /// A shop page with the widget.
    pub demo: String,
}

/// A running desk.
#[derive(Debug)]
pub struct Running {
    /// The address it listens on.
    pub address: SocketAddr,
    /// The address for https, where it is on.
    pub https: Option<SocketAddr>,
    /// Notified to read the certificate files anew.
    pub reload: Arc<Notify>,
    /// Links to print.
    pub links: Links,
    hub: Arc<Hub>,
    desk: Desk,
    server: ServerHandle,
    serving: JoinHandle<std::io::Result<()>>,
    sockets: web::Sockets,
    tail: JoinHandle<()>,
    alarms: JoinHandle<()>,
    shop_status: JoinHandle<()>,
    lists: JoinHandle<()>,
    places: Option<JoinHandle<()>>,
    walls: JoinHandle<()>,
    workers: Vec<JoinHandle<()>>,
    control: JoinHandle<()>,
    stop: CancellationToken,
    writer: WriterThread,
    grace: Duration,
    spread: Duration,
}

/// Starts a desk: data folder, defaults, delivery, workers, HTTP and HTTPS, control socket.
pub async fn start(options: Options) -> anyhow::Result<Running> {
    start_after(options, None).await
}

/// Starts a desk in a process in which another one ran before; `last` is the result of the restore it asked for.
pub async fn start_after(options: Options, last: Option<LastRestore>) -> anyhow::Result<Running> {
    let (mut desk, writer) = open_desk(&options, false)?;
    desk.restart.last = last;
    let setup = prepare(&desk, &options.config).await.context("cannot prepare the desk")?;
    workers::presence::restore(&desk)
        .await
        .map_err(anyhow::Error::new)
        .context("cannot read who was there")?;
    let config = &options.config;
    let limits = ImLimits::new(config);
    let tail_start = *desk.db.head().borrow();
    let (clock, entropy) = (Arc::clone(&options.clock), Arc::clone(&options.entropy));
    let hub = Hub::new(limits, clock, entropy, Arc::clone(&desk.presence), tail_start);
    hub.blocked.load(&desk.db).await.map_err(anyhow::Error::new).context("cannot read the blocks")?;
    let tail = tokio::spawn(tail::follow(desk.db.clone(), Arc::clone(&hub), Arc::clone(&options.clock)));
    let timing = Arc::clone(&hub);
    let alarms = tokio::spawn(async move { timing.keep_time().await });
    let shop_status = tokio::spawn(shop_status::keep(desk.clone(), Arc::clone(&hub)).await);
    let lists = tokio::spawn(lists::keeping::keep(desk.clone(), Arc::clone(&hub)));
    let places = config.routing.enabled.then(|| tokio::spawn(queue::keep(desk.clone(), Arc::clone(&hub))));
    let walls = tokio::spawn(wall::keeping::keep(desk.clone(), Arc::clone(&hub)));
    let https = tls::open(&config.tls, desk.db.folder(), &desk.clock).context("cannot offer https")?;
    let stop = CancellationToken::new();
    let files = Files::new(&desk, config);
    let mut workers = workers::start(&desk, &files, config, &stop);
    workers.extend(followers::start(&desk, config, &stop));
    let listening = web::listen(&desk, &hub, files, config, https.as_ref(), &stop)?;
    let (server, address) = (listening.server, listening.http);
    let reload = Arc::new(Notify::new());
    workers.push(listening.keeper);
    workers.extend(https.map(|https| https.keep(Arc::clone(&reload), stop.clone())));
    let control = control::server::serve(desk.clone(), desk.db.folder(), address)
        .context("cannot open the control socket")?;
    let handle = server.handle();
    let serving = tokio::spawn(server);
    let origin = origin(config, address, listening.https);
    let links = Links {
        workbench: format!("{origin}/inbox"),
        setup: setup.map(|token| format!("{origin}/setup#token={token}")),
        demo: format!("{origin}/demo"),
    };
    Ok(Running {
        address,
        https: listening.https,
        reload,
        links,
        hub,
        desk,
        server: handle,
        serving,
        sockets: listening.sockets,
        tail,
        alarms,
        shop_status,
        lists,
        places,
        walls,
        workers,
        control,
        stop,
        writer,
        grace: config.server.shutdown_grace.duration(),
        spread: config.im.drain_spread.duration(),
    })
}

/// Where links lead: to the public address, to the name that a certificate is got for, or to this machine.
fn origin(config: &Config, http: SocketAddr, https: Option<SocketAddr>) -> String {
    let own = || match (config.tls.acme_domains.first(), https) {
        (Some(domain), Some(https)) if https.port() == 443 => format!("https://{domain}"),
        (Some(domain), Some(https)) => format!("https://{domain}:{}", https.port()),
        _ => format!("http://{http}"),
    };
    config.server.public_url.origin().map_or_else(own, str::to_owned)
}

/// Makes the default widget where it is missing and, while nobody can sign in, a set-up token.
async fn prepare(desk: &Desk, config: &Config) -> anyhow::Result<Option<String>> {
    let (public_key, secret) = set_up_desk::make_widget_keys(desk.entropy.as_ref());
    let token = credentials::make("", desk.entropy.as_ref());
    let life = config.sessions.setup_token_ttl.duration();
    let offered = token.clone();
    let ticket_prefix = config.tickets.prefix.clone();
    let open = desk
        .db
        .write(move |unit| {
            set_up_desk::ensure_defaults(unit, &public_key, &secret)?;
            assign::hand_over_stranded(unit)?;
            prefix::settle(unit, &ticket_prefix)?;
            set_up_desk::offer_setup(unit, &offered, life)
        })
        .await?;
    Ok(open.then_some(token))
}

impl Running {
    /// Everything a caller inside the process may need; for tests.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Waits until somebody asks for a backup to be put in place; its name.
    pub async fn restore_asked(&self) -> String {
        self.desk.restart.asked().await
    }

    /// Stops in reverse: tells clients when to come back, answers pending requests, closes, and ends with the writer.
    pub async fn stop(self) {
        let clock = Arc::clone(&self.desk.clock);
        let spread = self.spread.min(self.grace);
        self.hub.drain(spread);
        let links = || self.hub.count();
        let waited = tokio::time::timeout(self.grace, until_none(links, &clock)).await;
        if waited.is_err() {
            tracing::info!(links = self.hub.count(), "closing the links that are left");
        }
        // Stop accepting first: a late connection would wait for the close handshake and delay the others.
        self.server.pause().await;
        self.hub.go_away();
        // The server does not know of sockets: they would end with its threads, before their close frame is sent.
        let goodbye = until_none(|| self.sockets.count(), &clock);
        drop(tokio::time::timeout(web::Sockets::goodbye_within(), goodbye).await);
        self.server.stop(true).await;
        drop(self.serving.await);
        self.stop.cancel();
        self.control.abort();
        drop(self.control.await);
        for worker in self.workers {
            drop(worker.await);
        }
        let always = [self.tail, self.alarms, self.shop_status, self.lists, self.walls];
        for task in always.into_iter().chain(self.places) {
            task.abort();
            drop(task.await);
        }
        drop(self.desk);
        drop(self.hub);
        // The thread ends once nobody holds its queue; tasks that still hold it are being dropped now.
        let ended = tokio::task::spawn_blocking(move || self.writer.join());
        if tokio::time::timeout(Duration::from_secs(10), ended).await.is_err() {
            tracing::warn!("the writer did not end in time; what was answered is stored all the same");
        }
    }
}

async fn until_none(count: impl Fn() -> usize, clock: &SharedClock) {
    const STEP: Duration = Duration::from_millis(20);
    while count() > 0 {
        clock.sleep_until(clock.tick().plus(STEP)).await;
    }
}
