//! TLS for clients that believe every certificate, and for the floor.

#[path = "../../tests/fixtures/any_certificate.rs"]
mod any_certificate;

use std::path::PathBuf;
use std::sync::Arc;

use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::{TlsAcceptor, TlsConnector};

/// Certificate and key, as files.
pub fn files() -> (PathBuf, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    (folder.join("localhost.cert.pem"), folder.join("localhost.key.pem"))
}

/// Connects to whoever answers.
pub fn connector() -> anyhow::Result<TlsConnector> {
    Ok(TlsConnector::from(Arc::new(any_certificate::believed()?)))
}

/// Accepts with the certificate of the tests.
pub fn acceptor() -> anyhow::Result<TlsAcceptor> {
    let (certificate, key) = files();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from_pem_file(certificate)?],
            PrivateKeyDer::from_pem_file(key)?,
        )?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}
