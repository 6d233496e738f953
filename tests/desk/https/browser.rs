//! A browser's way to an https desk: the name is looked up elsewhere, the certificate held against a root, at the story's time.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use servicedesk::clock::Timestamp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{ServerName, UnixTime};
use tokio_rustls::rustls::time_provider::TimeProvider;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// A time that stands still.
#[derive(Debug)]
struct At(Timestamp);

impl TimeProvider for At {
    fn current_time(&self) -> Option<UnixTime> {
        Some(UnixTime::since_unix_epoch(Duration::from_millis(self.0.0.cast_unsigned())))
    }
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    /// Head, with names in lower case, and body.
    pub text: String,
}

/// Connects as to `name`, trusting `roots`, at `time`.
pub async fn connect(
    address: SocketAddr,
    name: &str,
    roots: RootCertStore,
    time: Timestamp,
) -> std::io::Result<TlsStream<TcpStream>> {
    let config = ClientConfig::builder_with_details(Arc::new(ring::default_provider()), Arc::new(At(time)))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(name.to_owned()).unwrap();
    let stream = TcpStream::connect(address).await?;
    TlsConnector::from(Arc::new(config)).connect(name, stream).await
}

/// Sends one request whose body is JSON, if any, and reads to the end.
pub async fn ask(mut stream: TlsStream<TcpStream>, head: &str, body: &str) -> Page {
    let more =
        format!("Connection: close\r\nContent-Type: application/json\r\nContent-Length: {}", body.len());
    stream.write_all(format!("{head}\r\n{more}\r\n\r\n{body}").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // Servers that hang up without a farewell are common.
    drop(stream.read_to_end(&mut answer).await);
    let text = String::from_utf8_lossy(&answer).into_owned();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Page { status, text }
}
