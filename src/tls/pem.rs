//! PEM files of certificates and keys, with a sentence for each way in which they can be wrong.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{self, RootCertStore};

use super::validity::{self, Validity};
use crate::outgoing::{provider, public_roots};

/// Why https cannot be offered as the settings ask for.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file is not there, or not for this user.
    #[error("{key}: cannot read {}", path.display())]
    Unreadable {
        /// The setting that names it.
        key: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A file holds something else.
    #[error("{key}: {} {what}", path.display())]
    Wrong {
        /// The setting that names it.
        key: &'static str,
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: &'static str,
    },
    /// Certificate and key are of different pairs, or of a kind that is not supported.
    #[error("tls.private_key: {} does not fit the certificate in {}", key.display(), certificate.display())]
    Apart {
        /// The file of the certificate.
        certificate: PathBuf,
        /// The file of the key.
        key: PathBuf,
        /// What the library said.
        #[source]
        source: rustls::Error,
    },
    /// The TLS library cannot be set up.
    #[error("the TLS library refuses its settings")]
    Library(#[source] rustls::Error),
}

/// A certificate with its key, ready to be shown.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) certificate: Arc<CertifiedKey>,
    pub(super) validity: Validity,
}

/// Reads the two files of the settings.
pub(super) fn from_files(certificate: &Path, private_key: &Path) -> Result<Loaded, TlsError> {
    let text = read("tls.certificate", certificate)?;
    let wrong = |what| TlsError::Wrong { key: "tls.certificate", path: certificate.to_path_buf(), what };
    let chain = chain(&text).ok_or_else(|| wrong("holds no certificate in PEM form"))?;
    let validity =
        validity::read(&chain[0]).ok_or_else(|| wrong("holds something that is no certificate"))?;
    let key = key(&read("tls.private_key", private_key)?).map_err(|what| TlsError::Wrong {
        key: "tls.private_key",
        path: private_key.to_path_buf(),
        what,
    })?;
    let certified = CertifiedKey::from_der(chain, key, &provider()).map_err(|source| {
        let (certificate, key) = (certificate.to_path_buf(), private_key.to_path_buf());
        TlsError::Apart { certificate, key, source }
    })?;
    Ok(Loaded { certificate: Arc::new(certified), validity })
}

/// Reads key and chain from one text; `None` if they are not whole.
pub(super) fn from_text(text: &[u8]) -> Option<Loaded> {
    let chain = chain(text)?;
    let validity = validity::read(&chain[0])?;
    let certified = CertifiedKey::from_der(chain, key(text).ok()?, &provider()).ok()?;
    Some(Loaded { certificate: Arc::new(certified), validity })
}

/// The roots by which a server is recognised: those of the file that the setting `key` names, or where it names none those that
/// browsers trust.
pub fn roots(key: &'static str, file: &Path) -> Result<RootCertStore, TlsError> {
    if file.as_os_str().is_empty() {
        return Ok(public_roots());
    }
    let text = read(key, file)?;
    let wrong = |what| TlsError::Wrong { key, path: file.to_path_buf(), what };
    let mut roots = RootCertStore::empty();
    for certificate in chain(&text).ok_or_else(|| wrong("holds no certificate in PEM form"))? {
        roots.add(certificate).map_err(|_| wrong("holds a certificate that cannot be a root"))?;
    }
    Ok(roots)
}

fn read(key: &'static str, path: &Path) -> Result<Vec<u8>, TlsError> {
    fs::read(path).map_err(|source| TlsError::Unreadable { key, path: path.to_path_buf(), source })
}

/// All certificates of a text, one at least.
fn chain(text: &[u8]) -> Option<Vec<CertificateDer<'static>>> {
    let chain: Vec<_> = CertificateDer::pem_slice_iter(text).collect::<Result<_, _>>().ok()?;
    (!chain.is_empty()).then_some(chain)
}

fn key(text: &[u8]) -> Result<PrivateKeyDer<'static>, &'static str> {
    PrivateKeyDer::from_pem_slice(text).map_err(|_| {
        let is_sealed = String::from_utf8_lossy(text).contains("ENCRYPTED");
        if is_sealed {
            "has a passphrase; the desk needs the key without one"
        } else {
            "holds no private key in PEM form"
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CERTIFICATE: &str = "tests/fixtures/localhost.cert.pem";
    const KEY: &str = "tests/fixtures/localhost.key.pem";

    #[test]
    fn what_is_wrong_with_files_is_said_with_the_setting() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("writes");
            path
        };
        let sealed = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
        let other = rcgen::KeyPair::generate().expect("a key").serialize_pem();
        let (certificate, key) = (Path::new(CERTIFICATE), Path::new(KEY));
        for (certificate, key, said) in [
            (Path::new("no/such.pem"), key, "tls.certificate: cannot read no/such.pem"),
            (certificate, Path::new("no/such.pem"), "tls.private_key: cannot read no/such.pem"),
            (key, key, "holds no certificate in PEM form"),
            (certificate, certificate, "holds no private key in PEM form"),
            (certificate, &file("sealed", sealed), "has a passphrase"),
            (certificate, &file("other", &other), "does not fit the certificate in tests/fixtures"),
        ] {
            let error = from_files(certificate, key).expect_err(said).to_string();
            assert!(error.contains(said), "{error}");
        }
        assert!(from_files(certificate, key).is_ok());
    }

    #[test]
    fn roots_are_of_a_file_or_those_of_browsers() {
        assert!(roots("tls.acme_roots", Path::new("")).expect("browsers'").len() > 50);
        assert_eq!(roots("tls.acme_roots", Path::new(CERTIFICATE)).expect("one").len(), 1);
        let error = roots("tls.acme_roots", Path::new(KEY)).expect_err("none").to_string();
        assert!(error.starts_with("tls.acme_roots: tests/fixtures/localhost.key.pem holds no"), "{error}");
    }
}
