//! The HTTP server: listeners, threads and bounds.
//!
//! It is put together by hand from the parts under actix-web's own `HttpServer`, because that one has no place for the hook
//! through which sockets leave it (`socket/takeover.rs`).

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpServiceBuilder, Protocol, Request};
use actix_server::{GracefulShutdownSignal, Server};
use actix_service::{Service, ServiceFactory, ServiceFactoryExt, fn_service};
use actix_web::Error;
use actix_web::rt::net::TcpStream;
use anyhow::Context;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use super::doors::{Doors, Place, Watched};
use super::origin::Scheme;
use super::socket::{self, Connections};
use super::{Parts, app};
use crate::config::Config;
use crate::flows::Desk;
use crate::flows::files::uploads::Files;
use crate::im::hub::Hub;
use crate::tls::Https;

/// Seconds that requests still at work are given once every socket is closed.
const UNANSWERED_SECS: u64 = 2;

/// Longest time for the handshake of TLS: it goes back and forth on slow lines, too.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How long a connection waits for its next request.
const KEEP_ALIVE: Duration = Duration::from_secs(75);

/// Connections that are on their way out while others take their places.
const SPARE: usize = 256;

/// Connections that the system holds until the server takes them.
const BACKLOG: i32 = 1_024;

/// A server, not yet running, and the addresses it got.
pub struct Listening {
    /// To be run.
    pub server: Server,
    /// The connections that have left it.
    pub sockets: Sockets,
    /// Where it speaks plain HTTP.
    pub http: SocketAddr,
    /// Where it speaks https, if anywhere.
    pub https: Option<SocketAddr>,
    /// Closes connections whose peers let the desk wait.
    pub keeper: JoinHandle<()>,
}

/// The sockets, of which the server knows nothing: its threads are to run on until these are closed.
#[derive(Debug)]
pub struct Sockets(Arc<Connections>);

impl Sockets {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count()
    }

    /// Longest time that they are waited for after they were told to go.
    #[must_use]
    pub const fn goodbye_within() -> Duration {
        Duration::from_secs(UNANSWERED_SECS)
    }
}

/// Binds the addresses of the configuration.
pub fn listen(
    desk: &Desk,
    hub: &Arc<Hub>,
    files: Files,
    config: &Config,
    https: Option<&Https>,
    stop: &CancellationToken,
) -> anyhow::Result<Listening> {
    let parts = Parts::new(desk, hub, files, config, https);
    let timeout = config.server.request_timeout.duration();
    let server = Server::build()
        .workers(config.server.workers)
        // The doors limit connections, not the server: only they can close one connection in favour of another.
        .max_concurrent_connections(config.server.requests_at_once() + SPARE)
        .shutdown_timeout(UNANSWERED_SECS)
        .disable_signals();
    let ending = server.graceful_shutdown_signal();
    let (listener, http) = bind(config.server.listen)?;
    let (plain, ended) = (parts.clone(), ending.clone());
    let mut server = server.listen("http", listener, move || {
        let parts = plain.clone();
        let doors = parts.doors.clone().into_inner();
        let make = move || app(parts.clone(), Scheme::Http);
        let http = builder(timeout, ended.clone())
            .upgrade(socket::hook(make.clone(), plain.context()))
            .finish(make());
        fn_service(move |stream: TcpStream| {
            let taken = take(&doors, &stream);
            async move {
                let (place, peer) = taken?;
                Ok((Watched::new(stream, place), Protocol::Http1, Some(peer)))
            }
        })
        .and_then(http)
    })?;
    let mut https_address = None;
    if let Some(https) = https {
        let (listener, address) = bind(https.listen)?;
        let mut tls = https.server.clone();
        tls.alpn_protocols.insert(0, b"http/1.1".to_vec());
        let (secured, acceptor) = (parts.clone(), TlsAcceptor::from(Arc::new(tls)));
        server = server.listen("https", listener, move || {
            let (parts, acceptor) = (secured.clone(), acceptor.clone());
            let doors = parts.doors.clone().into_inner();
            let make = move || app(parts.clone(), Scheme::Https);
            let http = builder(timeout, ending.clone())
                .secure()
                .upgrade(socket::hook(make.clone(), secured.context()))
                .finish(make());
            fn_service(move |stream: TcpStream| {
                let (taken, acceptor) = (take(&doors, &stream), acceptor.clone());
                async move {
                    let (place, peer) = taken?;
                    let shaken = tokio::select! {
                        shaken = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)) => shaken,
                        () = place.needed() => return Err(refused()),
                    };
                    let stream = shaken.map_err(|_| refused())?.map_err(DispatchError::Io)?;
                    Ok((Watched::new(stream, place), Protocol::Http1, Some(peer)))
                }
            })
            .and_then(http)
        })?;
        https_address = Some(address);
    }
    parts.settings.learn_https(https_address);
    let sockets = Sockets(parts.connections.into_inner());
    let (doors, stop) = (parts.doors.into_inner(), stop.clone());
    let keeper = tokio::spawn(async move {
        stop.run_until_cancelled(doors.keep()).await;
    });
    Ok(Listening { server: server.run(), sockets, http, https: https_address, keeper })
}

/// A place for a connection, and where it comes from.
fn take(doors: &Arc<Doors>, stream: &TcpStream) -> Result<(Place, SocketAddr), DispatchError> {
    let peer = stream.peer_addr().map_err(DispatchError::Io)?;
    let place = doors.enter(peer.ip()).ok_or_else(refused)?;
    stream.set_nodelay(true).map_err(DispatchError::Io)?;
    Ok((place, peer))
}

/// Nobody is told why: what cannot be taken in is not answered either.
fn refused() -> DispatchError {
    DispatchError::Io(io::ErrorKind::ConnectionRefused.into())
}

/// What both listeners have in common.
fn builder<S, A>(
    request_timeout: Duration,
    ending: GracefulShutdownSignal,
) -> HttpServiceBuilder<Watched<S>, A>
where
    S: 'static,
    A: ServiceFactory<Request, Config = (), Error = Error, InitError = ()>,
    <A::Service as Service<Request>>::Future: 'static,
{
    HttpServiceBuilder::default()
        .graceful_shutdown_signal(move || {
            let ending = ending.clone();
            async move { ending.notified().await }
        })
        .keep_alive(KEEP_ALIVE)
        .client_request_timeout(request_timeout)
        .on_connect_ext(|stream: &Watched<S>, extensions| {
            extensions.insert(stream.place().watch());
        })
}

fn bind(address: SocketAddr) -> anyhow::Result<(TcpListener, SocketAddr)> {
    let bound = TcpListener::bind(address).and_then(|listener| {
        // The standard library sets a shorter queue.
        rustix::net::listen(&listener, BACKLOG)?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    });
    bound.with_context(|| format!("cannot listen on {address}"))
}
