//! How long a certificate holds: the two times in it, found by walking its outer structure (RFC 5280, DER).
//!
//! Nothing is verified: that is for those who connect. A parser of everything in a certificate would weigh more than it tells.

use std::time::Duration;

use crate::clock::Timestamp;

/// From when and until when a certificate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// Earlier nobody accepts it.
    pub from: Timestamp,
    /// Later nobody accepts it.
    pub until: Timestamp,
}

impl Validity {
    /// When a new one should be there: after two thirds of its life.
    #[must_use]
    pub fn renew_at(self) -> Timestamp {
        let life = self.until.0.saturating_sub(self.from.0).max(0);
        self.until.minus(Duration::from_millis((life / 3).cast_unsigned()))
    }

    /// Whole days until it ends; below 0 once it has.
    #[must_use]
    pub fn days_left(self, now: Timestamp) -> i64 {
        self.until.0.saturating_sub(now.0).div_euclid(86_400_000)
    }
}

const SEQUENCE: u8 = 0x30;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
/// The version, which old certificates leave out.
const EXPLICIT_0: u8 = 0xa0;

/// Reads the times; `None` if this is no certificate.
pub(super) fn read(certificate: &[u8]) -> Option<Validity> {
    let (_, signed) = inside(certificate, SEQUENCE)?;
    let (_, mut rest) = inside(signed, SEQUENCE)?;
    if rest.first() == Some(&EXPLICIT_0) {
        rest = element(rest)?.2;
    }
    // Serial number, algorithm, issuer.
    for _ in 0..3 {
        rest = element(rest)?.2;
    }
    let (_, times) = inside(rest, SEQUENCE)?;
    let (tag, from, rest) = element(times)?;
    let (until_tag, until, _) = element(rest)?;
    Some(Validity { from: time(tag, from)?, until: time(until_tag, until)? })
}

/// What follows an element of this tag, and what is in it.
fn inside(input: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    let (tag, content, rest) = element(input)?;
    (tag == wanted).then_some((rest, content))
}

/// Tag, content, and what follows.
fn element(input: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = input.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
        if bytes.len() > 4 {
            return None;
        }
        (bytes.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

fn time(tag: u8, text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.is_ascii())?;
    let whole = match tag {
        // Two digits are 1950 to 2049; later years have four.
        UTC_TIME => format!("{}{text}", if text.get(..2)? < "50" { "20" } else { "19" }),
        GENERALIZED_TIME => text.to_owned(),
        _ => return None,
    };
    let part = |range| whole.get(range);
    let written = format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0..4)?,
        part(4..6)?,
        part(6..8)?,
        part(8..10)?,
        part(10..12)?,
        part(12..14)?
    );
    Timestamp::parse(&written)
}

#[cfg(test)]
mod tests {
    use tokio_rustls::rustls::pki_types::CertificateDer;
    use tokio_rustls::rustls::pki_types::pem::PemObject;

    use super::*;

    const CERTIFICATE: &[u8] = include_bytes!("../../tests/fixtures/localhost.cert.pem");

    #[test]
    fn the_times_of_a_certificate_are_found() {
        let certificate = CertificateDer::from_pem_slice(CERTIFICATE).expect("a certificate");
        let validity = read(&certificate).expect("two times");
        assert_eq!(validity.from.to_string(), "2026-11-21T06:07:09.000Z");
        assert_eq!(validity.until.to_string(), "2126-10-28T06:07:09.000Z");
        for cut in 0..certificate.len().min(200) {
            assert_eq!(read(&certificate[..cut]), None, "cut at {cut}");
        }
    }

    #[test]
    fn times_have_two_forms() {
        for (tag, text, expected) in [
            (UTC_TIME, "260301080000Z", Some("2026-03-01T08:00:00.000Z")),
            (UTC_TIME, "991231235959Z", Some("1999-12-31T23:59:59.000Z")),
            (GENERALIZED_TIME, "20500101000000Z", Some("2050-01-01T00:00:00.000Z")),
            (GENERALIZED_TIME, "2050", None),
            (UTC_TIME, "261301080000Z", None),
            (0x0c, "260301080000Z", None),
        ] {
            let read = time(tag, text.as_bytes()).map(|time| time.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn it_is_renewed_when_a_third_of_its_life_is_left() {
        let day = 86_400_000;
        let validity = Validity { from: Timestamp(0), until: Timestamp(90 * day) };
        assert_eq!(validity.renew_at(), Timestamp(60 * day));
        for (now, left) in [(0, 90), (89 * day + 1, 0), (90 * day, 0), (90 * day + 1, -1)] {
            assert_eq!(validity.days_left(Timestamp(now)), left, "{now}");
        }
    }
}
