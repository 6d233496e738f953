//! Requests that the desk makes: one way out, for previews of links, the certificate authority, and whatever comes.
//!
//! Every answer is bounded in time and bytes. Nothing is followed: where an answer leads elsewhere the caller decides. A client
//! for addresses that somebody else named goes to the public internet alone; its names are resolved by the desk and the
//! connection goes to what was found then, so that a name cannot change its mind in between.

mod names;
pub mod reach;

use std::sync::Arc;
use std::time::Duration;

use bytestring::ByteString;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Request, StatusCode};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Url;

use names::PublicNames;

/// Where a client may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Wherever it is sent: addresses come from the operator.
    Anywhere,
    /// Into the public internet, on the usual ports: addresses come from strangers.
    Public,
}

/// What may become of one request.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Until the last byte.
    pub timeout: Duration,
    /// Most that is read of an answer.
    pub bytes: usize,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// The address is inside, or not one that is gone to.
    #[error("the desk does not go to {0}")]
    OutOfReach(ByteString),
    /// Not reached, broken off, or too late.
    #[error("no answer")]
    Failed(#[from] reqwest::Error),
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its beginning, at most what was allowed.
    pub bytes: Vec<u8>,
    /// Whether there was more.
    pub cut: bool,
}

/// One way out. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    reach: Reach,
}

impl Client {
    /// Trusts servers that these roots vouch for.
    #[must_use]
    pub fn new(roots: impl Into<Arc<RootCertStore>>, reach: Reach) -> Self {
        let mut builder = builder(roots)
            .http1_only()
            .redirect(Policy::none())
            .no_proxy()
            // Few requests, far apart: a connection each.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("servicedesk/", env!("CARGO_PKG_VERSION")));
        if reach == Reach::Public {
            builder = builder.dns_resolver(Arc::new(PublicNames));
        }
        let http = builder.build().expect("the settings of the client hold together");
        Self { http, reach }
    }

    /// Sends a request and reads its answer.
    pub async fn send(&self, mut request: Request, bounds: Bounds) -> Result<Answer, NoAnswer> {
        if !self.may_ask(request.url()) {
            return Err(NoAnswer::OutOfReach(request.url().as_str().into()));
        }
        *request.timeout_mut() = Some(bounds.timeout);
        let mut response = self.http.execute(request).await?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            let room = bounds.bytes - bytes.len();
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if chunk.len() > room {
                return Ok(Answer { status, headers, bytes, cut: true });
            }
        }
        Ok(Answer { status, headers, bytes, cut: false })
    }

    /// Whether the address may be gone to, as far as its text tells.
    #[must_use]
    pub fn may_ask(&self, url: &Url) -> bool {
        reach::may_ask(url, self.reach == Reach::Anywhere)
    }
}

/// A client with the desk's cryptography that trusts servers of these roots, and nothing else set.
pub fn builder(roots: impl Into<Arc<RootCertStore>>) -> reqwest::ClientBuilder {
    let tls = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .expect("the provider speaks TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth();
    reqwest::Client::builder().tls_backend_preconfigured(tls)
}

/// The roots that browsers trust.
#[must_use]
pub fn public_roots() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

/// The cryptography of every TLS connection, in and out.
#[must_use]
pub fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}
