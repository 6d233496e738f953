//! The HTTP edge: requests in, flows called, pages and JSON out.
//!
//! Order of middleware, outermost first: request id, access log, security headers, the way to https; every route group below on one
//! screen. What something costs is counted in `rate`, who asks is found out in `identity`, and `error` alone knows which
//! fault is which status.

mod api;
pub mod assets;
mod backup_work;
mod body;
mod brotli;
mod call;
mod cookies;
mod cors;
mod device;
mod error;
mod fallback;
mod files;
mod identity;
mod link_previews;
mod locale;
mod middleware;
mod ops;
mod origin;
mod page;
mod pictures;
mod rate;
mod settings;
mod widget;
mod workbench;
mod ws;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::web::{Data, QueryConfig, ServiceConfig};
use actix_web::{App, HttpServer};
use anyhow::Context;

pub use api::openapi::document as openapi_document;

use crate::config::Config;
use crate::flows::Desk;
use crate::flows::uploads::Files;
use crate::im::hub::Hub;
use crate::im::relay::Relays;
use crate::link_preview::LinkPreviews;
use crate::tls::Https;
use crate::web::call::KeysAtWork;
use crate::web::rate::Rates;
use crate::web::settings::Settings;
use crate::web::ws::Connections;

/// Seconds that requests still at work are given once every socket is closed.
const UNANSWERED_SECS: u64 = 2;

/// Longest time for the handshake of TLS: it goes back and forth on slow lines, too.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// A server, not yet running, and the addresses it got.
pub struct Listening {
    /// To be run.
    pub server: Server,
    /// Where it speaks plain HTTP.
    pub http: SocketAddr,
    /// Where it speaks https, if anywhere.
    pub https: Option<SocketAddr>,
}

/// Binds the addresses of the configuration.
pub fn listen(
    desk: &Desk,
    hub: &Arc<Hub>,
    files: Files,
    config: &Config,
    https: Option<&Https>,
) -> anyhow::Result<Listening> {
    let desk = Data::new(desk.clone());
    let files = Data::new(files);
    let hub: Data<Hub> = Data::from(Arc::clone(hub));
    let settings = Data::new(Settings::new(config, https));
    let redirects = settings.clone();
    let rates = Data::new(Rates::new(&config.limits, config.link_previews.per_minute));
    let previews = Data::new(LinkPreviews::new(&config.link_previews, desk.clock.clone()));
    let keys = Data::new(KeysAtWork::default());
    let relays = Data::new(Relays::default());
    let connections = Data::new(Connections::new(config.limits.connections_per_address));
    let server = HttpServer::new(move || {
        App::new()
            .app_data(desk.clone())
            .app_data(files.clone())
            .app_data(hub.clone())
            .app_data(settings.clone())
            .app_data(rates.clone())
            .app_data(previews.clone())
            .app_data(keys.clone())
            .app_data(connections.clone())
            .app_data(relays.clone())
            .app_data(QueryConfig::default().error_handler(error::wrong_query))
            .wrap(from_fn(middleware::to_https))
            .wrap(from_fn(middleware::security_headers))
            .wrap(from_fn(middleware::access_log))
            .wrap(from_fn(middleware::request_id))
            .configure(routes)
    })
    .workers(config.server.workers)
    .max_connections(config.server.max_connections.div_ceil(config.server.workers.max(1)))
    .client_request_timeout(config.server.request_timeout.duration())
    .shutdown_timeout(UNANSWERED_SECS)
    .keep_alive(Duration::from_secs(75))
    .tls_handshake_timeout(HANDSHAKE)
    .disable_signals();
    let cannot = |address| format!("cannot listen on {address}");
    let mut server = server.bind(config.server.listen).with_context(|| cannot(config.server.listen))?;
    if let Some(https) = https {
        server = server
            .bind_rustls_0_23(https.listen, https.server.clone())
            .with_context(|| cannot(https.listen))?;
    }
    let mut addresses = server.addrs().into_iter();
    let http = addresses.next().unwrap_or(config.server.listen);
    let https = addresses.next();
    redirects.learn_https(https);
    Ok(Listening { server: server.run(), http, https })
}

/// Every route of the desk.
fn routes(app: &mut ServiceConfig) {
    app.service(assets::files())
        .configure(ops::routes)
        .configure(widget::routes)
        .configure(pictures::routes)
        .configure(ws::routes)
        .configure(fallback::routes)
        .configure(files::routes)
        .configure(api::routes)
        .configure(workbench::routes)
        .default_service(actix_web::web::to(error::nothing_here));
}
