//! Getting a page: HTTP/1.1, a connection each, to an address that was looked at. Names are resolved once and the connection goes
//! to what was found then, so that a name cannot change its mind in between.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail, ensure};
use http_body_util::{BodyExt, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HOST, LOCATION, USER_AGENT};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::rustls::pki_types::ServerName;
use url::Url;

use super::{LinkPreviews, reach};

/// How often a page may say that it is somewhere else.
const REDIRECTS_MAX: usize = 4;

/// The beginning of a page.
#[derive(Debug)]
pub struct Page {
    /// Where it was found in the end.
    pub address: Url,
    /// The character encoding that the answer names, if it does.
    pub charset: Option<String>,
    /// At most as much as was allowed.
    pub bytes: Vec<u8>,
}

/// Follows redirects to a page.
pub(super) async fn page(on: &LinkPreviews, mut address: Url) -> Result<Page> {
    for _ in 0..=REDIRECTS_MAX {
        match ask(on, &address).await? {
            Answered::Page { charset, bytes } => return Ok(Page { address, charset, bytes }),
            Answered::Elsewhere(next) => {
                ensure!(reach::may_ask(&next, on.private_networks), "it leads where the desk does not go");
                address = next;
            }
        }
    }
    bail!("it leads from one place to the next")
}

enum Answered {
    Page { charset: Option<String>, bytes: Vec<u8> },
    Elsewhere(Url),
}

/// An address of this host; none if any of them is inside.
async fn resolve(on: &LinkPreviews, host: &str, port: u16) -> Result<SocketAddr> {
    let found: Vec<SocketAddr> = tokio::net::lookup_host((host, port)).await?.collect();
    ensure!(
        on.private_networks || found.iter().all(|address| reach::is_public(address.ip())),
        "it is not in the public internet"
    );
    found.into_iter().next().context("nobody has this name")
}

async fn ask(on: &LinkPreviews, url: &Url) -> Result<Answered> {
    let host = url.host_str().context("it names no host")?.trim_start_matches('[').trim_end_matches(']');
    let port = url.port_or_known_default().context("it names no port")?;
    let stream = TcpStream::connect(resolve(on, host, port).await?).await?;
    if url.scheme() == "https" {
        let name = ServerName::try_from(host.to_owned())?;
        exchange(on, url, on.connector.connect(name, stream).await?).await
    } else {
        exchange(on, url, stream).await
    }
}

async fn exchange(
    on: &LinkPreviews,
    url: &Url,
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
) -> Result<Answered> {
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let host = url.host_str().unwrap_or_default();
    let authority = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let request = Request::get(&url[url::Position::BeforePath..])
        .header(HOST, authority)
        .header(ACCEPT, "text/html,application/xhtml+xml")
        .header(ACCEPT_ENCODING, "identity")
        .header(USER_AGENT, concat!("servicedesk/", env!("CARGO_PKG_VERSION"), " (link preview)"))
        .body(Empty::<Bytes>::new())?;
    // The connection ends with the answer: it is driven here, not in a task that nobody waits for.
    let answer = async {
        let response = sender.send_request(request).await?;
        judge(url, response, on.page_bytes).await
    };
    tokio::select! {
        answered = answer => answered,
        Err(error) = connection => Err(error).context("it hangs up"),
    }
}

async fn judge(url: &Url, response: Response<Incoming>, most: usize) -> Result<Answered> {
    let header = |name| {
        response.headers().get(name).and_then(|value: &hyper::header::HeaderValue| value.to_str().ok())
    };
    if response.status().is_redirection() {
        let next = header(LOCATION).context("it leads nowhere")?;
        return Ok(Answered::Elsewhere(url.join(next)?));
    }
    ensure!(response.status().is_success(), "it answers {}", response.status());
    let kind = header(CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    ensure!(matches!(essence, "text/html" | "application/xhtml+xml"), "it is no page");
    let charset = kind
        .split(';')
        .filter_map(|part| part.trim().strip_prefix("charset="))
        .map(|name| name.trim_matches('"').to_owned())
        .next();
    let mut body = response.into_body();
    let mut bytes = Vec::new();
    while bytes.len() < most {
        let Some(frame) = body.frame().await else { break };
        if let Ok(data) = frame?.into_data() {
            bytes.extend_from_slice(&data[..data.len().min(most - bytes.len())]);
        }
    }
    Ok(Answered::Page { charset, bytes })
}
