//! Section `[tls]`: https, by certificate files or by certificates that the desk gets itself.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use url::Url;

use super::check::Check;

/// Let's Encrypt, which browsers trust.
const LETS_ENCRYPT: &str = "https://acme-v02.api.letsencrypt.org/directory";

/// Names that one certificate may have; authorities take no more.
const MOST_DOMAINS: usize = 100;

/// Settings of `[tls]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tls {
    /// Address and port to listen on for https; empty leaves it off.
    pub listen: HttpsListen,
    /// PEM file with the certificate and those that it is signed by.
    pub certificate: PathBuf,
    /// PEM file with the private key of that certificate, without a passphrase.
    pub private_key: PathBuf,
    /// Names for which the desk gets a certificate itself, by ACME.
    pub acme_domains: Vec<Domain>,
    /// E-mail address that the authority writes to; may be empty.
    pub acme_contact: Contact,
    /// Directory of the certificate authority.
    pub acme_directory: Directory,
    /// PEM file with the root certificates of an authority of your own; empty trusts those that browsers trust.
    pub acme_roots: PathBuf,
    /// Whether pages asked for by plain http are redirected, once there is a certificate.
    pub redirect_http: bool,
}

impl Default for Tls {
    fn default() -> Self {
        Self {
            listen: HttpsListen::default(),
            certificate: PathBuf::new(),
            private_key: PathBuf::new(),
            acme_domains: Vec::new(),
            acme_contact: Contact::default(),
            acme_directory: Directory(LETS_ENCRYPT.to_owned()),
            acme_roots: PathBuf::new(),
            redirect_http: true,
        }
    }
}

impl Tls {
    /// Adds what does not go together.
    pub(super) fn check(&self, check: &mut Check) {
        let set = |path: &Path| !path.as_os_str().is_empty();
        let (files, acme) = (set(&self.certificate), !self.acme_domains.is_empty());
        let listens = self.listen.address().is_some();
        check.holds("tls.listen", !listens || files || acme, "needs tls.certificate or tls.acme_domains");
        check.holds("tls.certificate", !files || listens, "has no effect without tls.listen");
        check.holds("tls.certificate", !files || !acme, "cannot stand beside tls.acme_domains");
        check.holds("tls.certificate", !files || set(&self.private_key), "needs tls.private_key");
        check.holds("tls.private_key", !set(&self.private_key) || files, "needs tls.certificate");
        check.holds("tls.acme_domains", !acme || listens, "has no effect without tls.listen");
        check.holds("tls.acme_domains", self.acme_domains.len() <= MOST_DOMAINS, "has more than 100 names");
        check.holds(
            "tls.acme_contact",
            self.acme_contact == Contact::default() || acme,
            "has no effect without tls.acme_domains",
        );
        check.holds(
            "tls.acme_roots",
            !set(&self.acme_roots) || acme,
            "has no effect without tls.acme_domains",
        );
    }
}

/// Where https is listened for, or nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HttpsListen(Option<SocketAddr>);

impl HttpsListen {
    /// The address, where one is set.
    #[must_use]
    pub fn address(self) -> Option<SocketAddr> {
        self.0
    }
}

impl From<Option<SocketAddr>> for HttpsListen {
    fn from(address: Option<SocketAddr>) -> Self {
        Self(address)
    }
}

impl FromStr for HttpsListen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Ok(Self(None));
        }
        let wrong = |_| format!("\"{text}\" is not an address and port such as \"0.0.0.0:443\"");
        Ok(Self(Some(text.parse().map_err(wrong)?)))
    }
}

impl fmt::Display for HttpsListen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |address| address.fmt(f))
    }
}

/// A name that a certificate can be got for: no address, no wildcard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain(String);

impl Domain {
    /// The name, in lower case.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl FromStr for Domain {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let name = text.to_ascii_lowercase();
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let ends_in_letters =
            name.rsplit('.').next().is_some_and(|last| last.bytes().any(|b| b.is_ascii_alphabetic()));
        if name.len() <= 253 && name.split('.').all(is_label) && ends_in_letters {
            return Ok(Self(name));
        }
        Err(format!(
            "\"{text}\" is not a name such as \"desk.example.com\" (no address, no wildcard; names in other \
             scripts as \"xn--…\")"
        ))
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An e-mail address, or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact(Option<String>);

impl Contact {
    /// The address, where one is set.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl FromStr for Contact {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Ok(Self(None));
        }
        let whole = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic());
        match text.split_once('@') {
            Some((user, host)) if whole(user) && whole(host) && !host.contains('@') => {
                Ok(Self(Some(text.to_owned())))
            }
            _ => Err(format!("\"{text}\" is not an e-mail address")),
        }
    }
}

impl fmt::Display for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_deref().unwrap_or_default())
    }
}

/// The address at which an authority describes itself; https always, for its answers must be its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory(String);

impl Directory {
    /// The address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0
    }
}

impl FromStr for Directory {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match Url::parse(text) {
            Ok(url) if url.scheme() == "https" && url.host().is_some() => Ok(Self(text.to_owned())),
            _ => Err(format!("\"{text}\" is not an address such as \"{LETS_ENCRYPT}\" (https only)")),
        }
    }
}

impl fmt::Display for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// These are all written as text.
macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    )+};
}

as_text!(HttpsListen, Domain, Contact, Directory);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_addresses_and_no_wildcards() {
        for (text, name) in [
            ("desk.example.com", "desk.example.com"),
            ("Desk.Example.COM", "desk.example.com"),
            ("xn--fiq228c.cn", "xn--fiq228c.cn"),
            ("localhost", "localhost"),
        ] {
            assert_eq!(text.parse::<Domain>().expect(text).name(), name);
        }
        let long = format!("{}.com", "a".repeat(64));
        for text in ["", "*.example.com", "203.0.113.9", "::1", "a..b", "-a.com", "a-.com", "客服.cn", &long]
        {
            assert!(text.parse::<Domain>().is_err(), "{text}");
        }
    }

    #[test]
    fn authorities_are_asked_by_https_and_write_to_mailboxes() {
        assert!("https://ca.example.com:9000/acme/directory".parse::<Directory>().is_ok());
        for text in ["", "http://ca.example.com/directory", "ca.example.com", "https://"] {
            assert!(text.parse::<Directory>().is_err(), "{text}");
        }
        assert_eq!("mei@example.com".parse::<Contact>().expect("one").email(), Some("mei@example.com"));
        assert_eq!("".parse::<Contact>().expect("none").email(), None);
        for text in ["mei", "@example.com", "mei@", "a@b@c", "m ei@example.com"] {
            assert!(text.parse::<Contact>().is_err(), "{text}");
        }
    }
}
