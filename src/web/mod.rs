//! The HTTP edge: requests in, flows called, pages and JSON out.
//!
//! Order of middleware, outermost first: request id, access log, security headers, the way to https, the count of what is at work; every
//! route group below on one screen. What something costs is counted in `rate`, who asks is found out in `identity`, and `error` alone knows which
//! fault is which status.

mod api;
pub mod assets;
mod backup_work;
mod body;
mod brotli;
mod call;
mod calls;
mod confirm;
mod cookies;
mod cors;
mod device;
mod doors;
mod error;
mod fallback;
mod files;
mod help;
mod identity;
mod link_previews;
mod locale;
mod mended;
mod middleware;
mod ops;
mod origin;
mod page;
mod pictures;
mod rate;
mod server;
mod settings;
mod sign_in_rate;
mod socket;
mod widget;
mod workbench;

use std::sync::Arc;

use actix_http::Request;
use actix_service::{ServiceFactory, map_config};
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{Data, QueryConfig, ServiceConfig};
use actix_web::{App, Error};

pub use api::openapi::document as openapi_document;
pub use calls::CallRights;
pub use server::{Listening, Sockets, listen};

use crate::config::Config;
use crate::flows::Desk;
use crate::flows::files::uploads::Files;
use crate::im::hub::Hub;
use crate::im::link::LinkContext;
use crate::im::relay::Relays;
use crate::link_preview::LinkPreviews;
use crate::tls::Https;
use crate::web::call::KeysAtWork;
use crate::web::calls::Calls;
use crate::web::doors::Doors;
use crate::web::origin::Scheme;
use crate::web::rate::Rates;
use crate::web::settings::Settings;
use crate::web::sign_in_rate::SignInRates;
use crate::web::socket::Connections;

/// What every request may ask for; clones are the same.
#[derive(Clone)]
struct Parts {
    desk: Data<Desk>,
    files: Data<Files>,
    hub: Data<Hub>,
    context: Data<LinkContext>,
    settings: Data<Settings>,
    rates: Data<Rates>,
    sign_in_rates: Data<SignInRates>,
    previews: Data<LinkPreviews>,
    keys: Data<KeysAtWork>,
    connections: Data<Connections>,
    doors: Data<Doors>,
    relays: Data<Relays>,
    calls: Data<Calls>,
}

impl Parts {
    fn new(desk: &Desk, hub: &Arc<Hub>, files: Files, config: &Config, https: Option<&Https>) -> Self {
        let most = config.server.max_connections;
        Self {
            desk: Data::new(desk.clone()),
            files: Data::new(files),
            hub: Data::from(Arc::clone(hub)),
            context: Data::from(LinkContext::new(desk.clone(), Arc::clone(hub))),
            settings: Data::new(Settings::new(config, https)),
            rates: Data::new(Rates::new(
                &config.limits,
                config.link_previews.per_minute,
                config.faq.articles_per_minute,
            )),
            sign_in_rates: Data::new(SignInRates::new(&config.limits)),
            previews: Data::new(LinkPreviews::new(&config.link_previews, desk.clock.clone())),
            keys: Data::new(KeysAtWork::default()),
            connections: Data::from(Connections::new(most, config.limits.connections_per_address)),
            doors: Data::from(Doors::new(config, desk.clock.clone())),
            relays: Data::new(Relays::default()),
            calls: Data::new(calls()),
        }
    }

    fn context(&self) -> Arc<LinkContext> {
        Arc::clone(&self.context)
    }
}

/// The app behind one listener, with everything that happens to its requests.
fn app(
    parts: Parts,
    scheme: Scheme,
) -> impl ServiceFactory<
    Request,
    Config = (),
    Response = ServiceResponse<impl MessageBody>,
    Error = Error,
    InitError = (),
> {
    let app = App::new()
        .app_data(parts.desk)
        .app_data(parts.files)
        .app_data(parts.hub)
        .app_data(parts.context)
        .app_data(parts.settings)
        .app_data(parts.rates)
        .app_data(parts.sign_in_rates)
        .app_data(parts.previews)
        .app_data(parts.keys)
        .app_data(parts.connections)
        .app_data(parts.doors)
        .app_data(parts.relays)
        .app_data(parts.calls)
        .app_data(scheme)
        .app_data(QueryConfig::default().error_handler(error::wrong_query))
        .wrap(from_fn(doors::watched))
        .wrap(from_fn(middleware::to_https))
        .wrap(from_fn(middleware::security_headers))
        .wrap(from_fn(middleware::access_log))
        .wrap(from_fn(middleware::request_id))
        .configure(routes);
    map_config(app, |()| AppConfig::default())
}

/// Takes over routes that describe themselves; the description is made elsewhere.
fn described(
    app: &mut ServiceConfig,
    routes: impl FnOnce(&mut utoipa_actix_web::service_config::ServiceConfig<'_>),
) {
    routes(&mut utoipa_actix_web::service_config::ServiceConfig::new(app));
}

/// What each described call needs.
fn calls() -> Calls {
    Calls::new(files::lines().into_iter().chain(api::lines()))
}

/// The same for documents and tests.
#[must_use]
pub fn call_rights() -> Vec<CallRights> {
    calls().told()
}

/// Every route of the desk.
fn routes(app: &mut ServiceConfig) {
    app.service(assets::files())
        .configure(ops::routes)
        .configure(widget::routes)
        .configure(help::routes)
        .configure(pictures::routes)
        .configure(socket::routes)
        .configure(fallback::routes)
        .configure(|app| described(app, files::routes))
        .configure(|app| described(app, api::routes))
        .configure(workbench::routes)
        .default_service(actix_web::web::to(error::nothing_here));
}
