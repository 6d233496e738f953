//! E-mail addresses, parsed once at the edge.

use crate::fault::Fault;
use crate::text::is_invisible;

/// Longest address SMTP can carry (RFC 5321, section 4.5.3.1.3, less the angle brackets), in bytes.
const BYTES_MAX: usize = 254;

/// An address that looks deliverable: one `@`, something on both sides, no spaces, control or invisible characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Trims and checks `text`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        // Two addresses that look the same are not the same person.
        let whole = text.len() <= BYTES_MAX && !text.chars().any(is_invisible);
        let parts = text.split_once('@').filter(|(local, domain)| {
            !local.is_empty()
                && !domain.is_empty()
                && !domain.contains('@')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && !domain.contains("..")
        });
        if whole && parts.is_some() {
            Ok(Self(text.to_owned()))
        } else {
            Err(Fault::invalid("email", "This does not look like an e-mail address."))
        }
    }

    /// As entered.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one address share.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_text() {
        for good in ["mei@banshantea.cn", " Mei+a@x.io ", "梅@茶.cn", "root@localhost"] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "mei",
            "@x.cn",
            "mei@",
            "a@b@c.cn",
            "a b@c.cn",
            "a@.cn",
            "a@c..cn",
            "a@c.cn.",
            "a@b.cn\u{200b}",
            "\u{202e}a@b.cn",
            "a\u{ad}@b.cn",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad}");
        }
    }
}
