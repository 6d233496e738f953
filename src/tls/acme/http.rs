//! Requests to an authority: HTTP/1.1 over TLS, a connection each; a certificate takes a dozen.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{HOST, HeaderValue};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use instant_acme::{BodyWrapper, BytesResponse, Error, HttpClient};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::tls::provider;

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Most that is read of an answer.
const ANSWER_BYTES: usize = 1 << 20;

/// The client.
pub(super) struct Https {
    connector: TlsConnector,
}

impl Https {
    /// Trusts servers that these roots vouch for.
    pub(super) fn new(roots: &Arc<RootCertStore>) -> Result<Self> {
        let config = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()?
            .with_root_certificates(Arc::clone(roots))
            .with_no_client_auth();
        Ok(Self { connector: TlsConnector::from(Arc::new(config)) })
    }
}

impl HttpClient for Https {
    fn request(
        &self,
        request: Request<BodyWrapper<Bytes>>,
    ) -> Pin<Box<dyn Future<Output = Result<BytesResponse, Error>> + Send>> {
        let connector = self.connector.clone();
        Box::pin(async move {
            let answer = tokio::time::timeout(PATIENCE, exchange(&connector, request)).await;
            let late = |_| anyhow::anyhow!("no answer within {} s", PATIENCE.as_secs());
            let answer = answer.map_err(late).flatten();
            answer.map(BytesResponse::from).map_err(|error| Error::Other(error.into()))
        })
    }
}

async fn exchange(
    connector: &TlsConnector,
    mut request: Request<BodyWrapper<Bytes>>,
) -> Result<Response<Full<Bytes>>> {
    let uri = request.uri().clone();
    let address = uri.to_string();
    let authority = uri.authority().with_context(|| format!("{address} names no host"))?;
    anyhow::ensure!(uri.scheme_str() == Some("https"), "{address} is not https");
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let port = authority.port_u16().unwrap_or(443);
    let name = ServerName::try_from(host.to_owned())?;
    let stream = TcpStream::connect((host, port)).await.with_context(|| format!("{host}:{port}"))?;
    let stream = connector.connect(name, stream).await.with_context(|| format!("{host}:{port}"))?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    request.headers_mut().insert(HOST, HeaderValue::from_str(authority.as_str())?);
    *request.uri_mut() = uri.path_and_query().map_or("/", |path| path.as_str()).parse()?;
    // The connection ends with the answer: it is driven here, not in a task that nobody waits for.
    let answer = async {
        let (head, body) = sender.send_request(request).await?.into_parts();
        let body = Limited::new(body, ANSWER_BYTES).collect().await.map_err(anyhow::Error::from_boxed)?;
        Ok(Response::from_parts(head, Full::new(body.to_bytes())))
    };
    tokio::select! {
        answered = answer => answered,
        Err(error) = connection => Err(error).with_context(|| format!("{host}:{port} hangs up")),
    }
}
