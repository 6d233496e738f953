//! HTTPS: which certificate the desk shows, and how it stays fresh.
//!
//! [`open`] reads what the settings name and gives the configuration of the listener; [`Https::keep`] then watches files or asks
//! the authority for as long as the desk runs. Connections ask the [`Resolver`] at each handshake, so a new certificate needs no
//! restart. Keys are made by the TLS library with the machine's randomness, not by `entropy.rs`. Nothing here knows HTTP routes.

mod acme;
mod files;
mod pem;
mod resolver;
mod validity;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_util::sync::CancellationToken;

pub use pem::{TlsError, roots};
pub use resolver::Resolver;
pub use validity::Validity;

use crate::clock::SharedClock;
use crate::config::Tls as Settings;
use crate::outgoing::provider;

/// The https side of a desk.
#[derive(Debug)]
pub struct Https {
    /// Where to listen.
    pub listen: SocketAddr,
    /// What shows certificates.
    pub resolver: Arc<Resolver>,
    /// For the listener.
    pub server: ServerConfig,
    source: Source,
}

/// Where certificates come from.
#[derive(Debug)]
enum Source {
    Files(files::Files),
    Acme(Box<acme::Acme>),
}

/// Reads what the settings name; `None` where https is off. `data` is the data folder.
pub fn open(settings: &Settings, data: &Path, clock: &SharedClock) -> Result<Option<Https>, TlsError> {
    let Some(listen) = settings.listen.address() else { return Ok(None) };
    let resolver = Arc::new(Resolver::default());
    let mut protocols = Vec::new();
    let source = if settings.acme_domains.is_empty() {
        let files = files::Files::new(settings, Arc::clone(clock), Arc::clone(&resolver));
        files.load()?;
        Source::Files(files)
    } else {
        protocols.push(resolver::PROTOCOL.to_vec());
        let acme = acme::Acme::new(settings, data, Arc::clone(clock), Arc::clone(&resolver))?;
        Source::Acme(Box::new(acme))
    };
    let mut server = ServerConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Library)?
        .with_no_client_auth()
        .with_cert_resolver(Arc::clone(&resolver) as Arc<dyn rustls::server::ResolvesServerCert>);
    server.alpn_protocols = protocols;
    Ok(Some(Https { listen, resolver, server, source }))
}

/// How long the certificate holds that a start would show; `None` where https is off or there is none yet.
pub fn check(settings: &Settings, data: &Path) -> Result<Option<Validity>, TlsError> {
    if settings.listen.address().is_none() {
        return Ok(None);
    }
    if settings.acme_domains.is_empty() {
        return pem::from_files(&settings.certificate, &settings.private_key)
            .map(|loaded| Some(loaded.validity));
    }
    roots("tls.acme_roots", &settings.acme_roots)?;
    Ok(acme::kept(settings, data).map(|loaded| loaded.validity))
}

impl Https {
    /// Keeps the certificate fresh until `stop`; a notice on `reload` reads files at once.
    pub fn keep(self, reload: Arc<Notify>, stop: CancellationToken) -> JoinHandle<()> {
        tokio::spawn(async move {
            match self.source {
                Source::Files(files) => stop.run_until_cancelled(files.watch(&reload)).await,
                Source::Acme(acme) => stop.run_until_cancelled(acme.renew()).await,
            };
        })
    }
}
