//! How an authority looks at a proof (RFC 8737): a handshake for the name with the protocol `acme-tls/1` and no other, answered with
//! a certificate that carries the digest of the key authorization.

#[path = "../../fixtures/any_certificate.rs"]
mod any_certificate;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

/// The extension up to the digest: its name, that it is critical, and that 32 bytes follow.
const EXTENSION: [u8; 17] =
    [0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x1f, 0x01, 0x01, 0xff, 0x04, 0x22, 0x04, 0x20];

/// What is wrong with the proof for `name` at `address`, if anything.
pub async fn look(address: SocketAddr, name: &str, digest: &[u8]) -> Result<(), String> {
    // A proof signs itself; what counts is the digest in it.
    let mut config = any_certificate::believed().map_err(|error| error.to_string())?;
    config.alpn_protocols = vec![b"acme-tls/1".to_vec()];
    let stream = TcpStream::connect(address).await.map_err(|error| error.to_string())?;
    let server_name = ServerName::try_from(name.to_owned()).unwrap();
    let stream = TlsConnector::from(Arc::new(config))
        .connect(server_name, stream)
        .await
        .map_err(|error| error.to_string())?;
    let connection = stream.get_ref().1;
    if connection.alpn_protocol() != Some(b"acme-tls/1") {
        return Err("another protocol".to_owned());
    }
    let [certificate] = connection.peer_certificates().unwrap() else {
        return Err("more than one certificate".to_owned());
    };
    let holds = |wanted: &[u8]| certificate.windows(wanted.len()).any(|part| part == wanted);
    if !holds(name.as_bytes()) {
        return Err("a certificate for another name".to_owned());
    }
    if holds(&[&EXTENSION[..], digest].concat()) { Ok(()) } else { Err("another digest".to_owned()) }
}
