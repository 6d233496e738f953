//! Shows certificates to those who connect: the desk's own, and while a name is being proved the one with the proof.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

/// The protocol that an authority offers to see a proof.
pub(super) const PROTOCOL: &[u8] = b"acme-tls/1";

/// What is shown now; changed while connections are made.
#[derive(Debug, Default)]
pub struct Resolver {
    own: RwLock<Option<Arc<CertifiedKey>>>,
    proofs: RwLock<HashMap<String, Arc<CertifiedKey>>>,
}

impl Resolver {
    /// Whether there is a certificate, so that browsers can be sent to https.
    pub fn has_certificate(&self) -> bool {
        self.own.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Shows another certificate from the next connection on.
    pub(super) fn show(&self, certificate: Arc<CertifiedKey>) {
        *self.own.write().unwrap_or_else(PoisonError::into_inner) = Some(certificate);
    }

    /// Shows `proof` to an authority that asks about `name`.
    pub(super) fn prove(&self, name: String, proof: Arc<CertifiedKey>) {
        self.proofs.write().unwrap_or_else(PoisonError::into_inner).insert(name, proof);
    }

    /// Proves nothing any more.
    pub(super) fn end_proofs(&self) {
        self.proofs.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl ResolvesServerCert for Resolver {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // An authority offers this protocol and no other (RFC 8737); browsers never do.
        let asks_for_proof = hello.alpn().is_some_and(|mut offered| offered.any(|name| name == PROTOCOL));
        if asks_for_proof {
            let proofs = self.proofs.read().unwrap_or_else(PoisonError::into_inner);
            return proofs.get(&hello.server_name()?.to_ascii_lowercase()).cloned();
        }
        self.own.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
