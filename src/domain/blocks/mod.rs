//! Who may not write to the shop: a visitor, a person, or a range of addresses, for a while or until it is lifted.
//!
//! A block takes what a customer says, not what they may read: their earlier conversations stay open to them. Reason, author and end
//! are for the team alone. Agents are never blocked by an address: they may share it with customers.

pub mod store;

use crate::clock::Timestamp;
use crate::config::address::Network;
use crate::fault::{Fault, Kind};
use crate::ids::{AgentId, BlockId, ContactId, VisitorId};

/// Longest reason, in characters.
pub const REASON_CHARS: usize = 200;
/// Most blocks the desk keeps; each request of a visitor may be compared with all addresses among them.
pub const BLOCKS_MAX: usize = 1_000;
/// Shortest prefixes of a range of addresses: a larger one would keep out a country.
const PREFIX_MIN: (u8, u8) = (16, 32);
/// What one household or server holds of IPv6 (RFC 6177).
const IPV6_PREFIX: u8 = 64;

/// Who is blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One browser or app.
    Visitor(VisitorId),
    /// A person with all browsers and apps of theirs.
    Contact(ContactId),
    /// Whoever comes from these addresses.
    Network(Network),
}

/// A block as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The id.
    pub id: BlockId,
    /// Who is blocked.
    pub target: Target,
    /// Reason, shown to the team.
    pub reason: Option<String>,
    /// Who blocked; `None` for the command line.
    pub by: Option<AgentId>,
    /// Start.
    pub at: Timestamp,
    /// End; `None` until it is lifted.
    pub until: Option<Timestamp>,
}

/// The sender may not say anything any more.
#[must_use]
pub const fn blocked() -> Fault {
    Fault::new(Kind::Forbidden, "blocked", "You cannot write here any more.")
}

/// The number of blocks is at its bound.
#[must_use]
pub const fn block_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "block_limit", "The desk has as many blocks as it can keep. Lift some.")
}

/// Reads an address or a range. A single IPv6 address stands for its /64, because whoever has one has all of them.
pub fn read_network(text: &str) -> Result<Network, Fault> {
    let network: Network =
        text.trim().parse().map_err(|message: String| Fault::invalid("address", message))?;
    let single = !text.contains('/');
    let prefix = if single && network.address().is_ipv6() { IPV6_PREFIX } else { network.prefix() };
    // One range has one name, whatever stood behind its prefix.
    let network = network.widened(prefix);
    let shortest = if network.address().is_ipv4() { PREFIX_MIN.0 } else { PREFIX_MIN.1 };
    if network.prefix() < shortest {
        let message = format!("A range is at least /{shortest}: a larger one keeps too many out.");
        return Err(Fault::invalid("address", message));
    }
    Ok(network)
}

/// A reason as it can be: trimmed, one line, not too long; empty counts as none.
pub fn read_reason(reason: Option<&str>) -> Result<Option<String>, Fault> {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let wrong = |reason: &str| reason.chars().count() > REASON_CHARS || reason.chars().any(char::is_control);
    match reason {
        Some(reason) if wrong(reason) => Err(Fault::invalid(
            "reason",
            format!("A reason has at most {REASON_CHARS} printable characters."),
        )),
        reason => Ok(reason.map(str::to_owned)),
    }
}

/// An end as it can be: later than `now`.
pub fn check_until(until: Option<Timestamp>, now: Timestamp) -> Result<(), Fault> {
    match until {
        Some(until) if until <= now => Err(Fault::invalid("until", "A block ends in the future.")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_the_range_it_stands_for() {
        let cases = [
            ("203.0.113.7", Ok("203.0.113.7")),
            (" 203.0.113.7 ", Ok("203.0.113.7")),
            ("203.0.113.77/24", Ok("203.0.113.0/24")),
            ("::ffff:203.0.113.7", Ok("203.0.113.7")),
            ("2001:db8::1", Ok("2001:db8::/64")),
            ("2001:db8::1/128", Ok("2001:db8::1")),
            ("2001:db8::/48", Ok("2001:db8::/48")),
            ("10.0.0.0/8", Err(())),
            ("0.0.0.0/0", Err(())),
            ("::/0", Err(())),
            ("2001::/16", Err(())),
            ("203.0.113.0/33", Err(())),
            ("example.com", Err(())),
            ("", Err(())),
        ];
        for (text, expected) in cases {
            let read = read_network(text).map(|network| network.to_string());
            assert_eq!(read.as_deref().map_err(drop), expected, "{text}");
        }
    }

    #[test]
    fn a_reason_is_one_short_line() {
        assert_eq!(read_reason(None), Ok(None));
        assert_eq!(read_reason(Some("  ")), Ok(None));
        assert_eq!(read_reason(Some(" spam ")), Ok(Some("spam".into())));
        assert!(read_reason(Some("a\nb")).is_err());
        assert!(read_reason(Some(&"字".repeat(REASON_CHARS))).is_ok());
        assert!(read_reason(Some(&"字".repeat(REASON_CHARS + 1))).is_err());
    }
}
