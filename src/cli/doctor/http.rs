//! One HTTP/1.1 request, plain or over TLS, that may ask for a WebSocket.
//!
//! Written out because the answer to an upgrade is what matters here, and clients hide it. Certificates are held against
//! the roots that browsers trust. It reads the head and the beginning of the body, and closes.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};
use url::Url;

/// Longest wait for everything together.
const PATIENCE: Duration = Duration::from_secs(10);
/// Most that is read of an answer.
const ANSWER_BYTES: u64 = 64 << 10;

/// Any of the many ways in which a server is not reached.
pub(super) type Unreached = Box<dyn Error + Send + Sync>;

/// What came back.
#[derive(Debug)]
pub(super) struct Reached {
    /// The status code; 101 when a socket was opened.
    pub(super) status: u16,
    /// The subprotocol of the socket.
    pub(super) protocol: Option<String>,
    /// The body, as it came over the wire.
    pub(super) body: String,
}

/// Asks `origin` for `path`, or there for a socket with the subprotocol `socket`.
pub(super) async fn get(origin: &str, path: &str, socket: Option<&str>) -> Result<Reached, Unreached> {
    let exchange = exchange(origin, path, socket, browsers_roots());
    match tokio::time::timeout(PATIENCE, exchange).await {
        Ok(outcome) => outcome,
        Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs()).into()),
    }
}

async fn exchange(
    origin: &str,
    path: &str,
    socket: Option<&str>,
    roots: RootCertStore,
) -> Result<Reached, Unreached> {
    let url = Url::parse(origin)?;
    let host = url.host_str().ok_or("the address has no host")?;
    let port = url.port_or_known_default().ok_or("the address has no port")?;
    let authority = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let request = request(&authority, path, socket);
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((bare, port)).await?;
    if url.scheme() == "https" {
        let name = ServerName::try_from(bare.to_owned())?;
        converse(tls(roots)?.connect(name, stream).await?, &request, socket.is_some()).await
    } else {
        converse(stream, &request, socket.is_some()).await
    }
}

fn browsers_roots() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

fn tls(roots: RootCertStore) -> Result<TlsConnector, Unreached> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

fn request(authority: &str, path: &str, socket: Option<&str>) -> String {
    let common = format!("GET {path} HTTP/1.1\r\nHost: {authority}\r\nUser-Agent: servicedesk-doctor\r\n");
    match socket {
        // The key is any 16 bytes: nothing is said on the socket.
        Some(protocol) => format!(
            "{common}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: c2VydmljZWRlc2stZG9jdA==\r\nSec-WebSocket-Protocol: {protocol}\r\n\r\n"
        ),
        None => format!("{common}Connection: close\r\n\r\n"),
    }
}

async fn converse(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    request: &str,
    stays_open: bool,
) -> Result<Reached, Unreached> {
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    let mut limited = stream.take(ANSWER_BYTES);
    let has_head = |answer: &[u8]| answer.windows(4).any(|end| end == b"\r\n\r\n");
    loop {
        match limited.read_buf(&mut answer).await {
            Ok(0) => break,
            // A socket stays open after its head; everything else ends by itself.
            Ok(_) if stays_open && has_head(&answer) => break,
            Ok(_) => {}
            // Some servers hang up without the farewell that TLS wants.
            Err(_) if has_head(&answer) => break,
            Err(error) => return Err(error.into()),
        }
    }
    read(&String::from_utf8_lossy(&answer)).ok_or_else(|| "what answers there does not speak HTTP".into())
}

fn read(answer: &str) -> Option<Reached> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.")?.get(2..5)?.parse().ok()?;
    let protocol = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("sec-websocket-protocol"))
        .map(|(_, value)| value.trim().to_owned());
    Some(Reached { status, protocol, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::pki_types::pem::PemObject;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

    use super::*;

    #[test]
    fn answers_of_a_server_are_read() {
        let socket =
            read("HTTP/1.1 101 Switching Protocols\r\nsec-websocket-protocol: x.v1\r\n\r\n").expect("whole");
        assert_eq!((socket.status, socket.protocol.as_deref()), (101, Some("x.v1")));
        let page = read("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi").expect("whole");
        assert_eq!((page.status, page.protocol, page.body.as_str()), (200, None, "hi"));
        for other in ["", "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 200 OK", "HTTP/1.1 abc\r\n\r\n"] {
            assert!(read(other).is_none(), "{other}");
        }
    }

    /// Serves one connection over TLS with a certificate that signs itself.
    async fn serve_once(listener: TcpListener) {
        let certificate = CertificateDer::from_pem_slice(CERTIFICATE).expect("a certificate");
        let key = PrivateKeyDer::from_pem_slice(KEY).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(vec![certificate], key))
            .expect("a configuration");
        let (stream, _) = listener.accept().await.expect("a connection");
        // A client that does not trust the certificate hangs up here.
        let Ok(mut stream) = TlsAcceptor::from(Arc::new(config)).accept(stream).await else { return };
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            stream.read_buf(&mut request).await.expect("a request");
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi").await.expect("is taken");
        stream.shutdown().await.expect("closes");
    }

    const CERTIFICATE: &[u8] = include_bytes!("../../../tests/fixtures/localhost.cert.pem");
    const KEY: &[u8] = include_bytes!("../../../tests/fixtures/localhost.key.pem");

    #[tokio::test]
    async fn certificates_are_held_against_the_roots() {
        let mut trusting = RootCertStore::empty();
        trusting.add(CertificateDer::from_pem_slice(CERTIFICATE).expect("a certificate")).expect("is added");
        for (roots, expected) in [(trusting, Ok("hi")), (browsers_roots(), Err("invalid peer certificate"))] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let origin = format!("https://{}", listener.local_addr().expect("an address"));
            let serving = tokio::spawn(serve_once(listener));
            let outcome = exchange(&origin, "/healthz", None, roots).await;
            serving.await.expect("ends well");
            match expected {
                Ok(body) => assert_eq!(outcome.expect("reached").body, body),
                Err(said) => assert!(outcome.expect_err("refused").to_string().starts_with(said)),
            }
        }
    }
}
