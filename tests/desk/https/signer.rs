//! Who signs certificates here: a root of its own and what it vouches for.

use rcgen::{
    BasicConstraints, CertificateParams, CertificateSigningRequestParams, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::{RootCertStore, pki_types::PrivateKeyDer};

/// A private authority's key and root.
pub struct Signer {
    issuer: Issuer<'static, KeyPair>,
    root: CertificateDer<'static>,
    /// The root as a PEM file holds it.
    pub root_pem: String,
}

impl Signer {
    pub fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::DigitalSignature];
        let root = params.self_signed(&key).unwrap();
        Self { root: root.der().clone(), root_pem: root.pem(), issuer: Issuer::new(params, key) }
    }

    /// What trusts this authority alone.
    pub fn roots(&self) -> RootCertStore {
        let mut roots = RootCertStore::empty();
        roots.add(self.root.clone()).unwrap();
        roots
    }

    /// Certificate and key of a name, as PEM; it holds as long as anybody can want.
    pub fn pair(&self, name: &str) -> (String, String) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        (format!("{}{}", certificate.pem(), self.root_pem), key.serialize_pem())
    }

    /// The same for a listener.
    pub fn server(&self, name: &str) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        (vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
    }

    /// Signs what was asked for, for the 90 days around the beginning of every story; names and chain.
    pub fn sign(&self, request: &[u8]) -> (Vec<String>, String) {
        let mut request = CertificateSigningRequestParams::from_der(&request.into()).unwrap();
        request.params.not_before = date_time_ymd(2026, 2, 28);
        request.params.not_after = date_time_ymd(2026, 5, 29);
        let names = request.params.subject_alt_names.iter().map(|name| match name {
            rcgen::SanType::DnsName(name) => name.as_str().to_owned(),
            other => panic!("asked for {other:?}"),
        });
        let names = names.collect();
        let certificate = request.signed_by(&self.issuer).unwrap();
        (names, format!("{}{}", certificate.pem(), self.root_pem))
    }
}
