//! Requests to an authority; a certificate takes a dozen.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use instant_acme::{BodyWrapper, BytesResponse, Error, HttpClient};
use tokio_rustls::rustls::RootCertStore;

use crate::outgoing::{Bounds, Client, Reach};

/// Longest wait for one answer, and most that is read of it.
const BOUNDS: Bounds = Bounds { timeout: Duration::from_secs(30), bytes: 1 << 20 };

/// The client.
pub(super) struct Https(Client);

impl Https {
    /// Trusts servers that these roots vouch for.
    pub(super) fn new(roots: &Arc<RootCertStore>) -> Self {
        Self(Client::new(Arc::clone(roots), Reach::Anywhere))
    }
}

impl HttpClient for Https {
    fn request(
        &self,
        request: Request<BodyWrapper<Bytes>>,
    ) -> Pin<Box<dyn Future<Output = Result<BytesResponse, Error>> + Send>> {
        let client = self.0.clone();
        Box::pin(async move { exchange(&client, request).await.map_err(|error| Error::Other(error.into())) })
    }
}

async fn exchange(client: &Client, request: Request<BodyWrapper<Bytes>>) -> Result<BytesResponse> {
    let (head, body) = request.into_parts();
    ensure!(head.uri.scheme_str() == Some("https"), "{} is not https", head.uri);
    let body = body.collect().await?.to_bytes();
    let answer = client.send(Request::from_parts(head, body).try_into()?, BOUNDS).await?;
    ensure!(!answer.cut, "it answers with more than {} bytes", BOUNDS.bytes);
    let mut response = Response::new(());
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    let (parts, ()) = response.into_parts();
    Ok(BytesResponse { parts, body: Box::new(Bytes::from(answer.bytes)) })
}
