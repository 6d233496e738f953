//! Web push: notices for agents of whom no page is in sight (RFC 8030). What goes out is sealed for one browser (`sealing`), signed
//! by the desk (`vapid`), and holds ids and a kind; names only where an owner allows it. `store` has the SQL.

pub mod sealing;
pub mod store;
pub mod vapid;

use std::time::Duration;

use serde::Serialize;
use url::Url;

use crate::domain::push::store::Subscription;
use crate::fault::Fault;

/// Browsers of one agent; the oldest makes room.
pub const SUBSCRIPTIONS_MAX: usize = 20;
/// Notices that wait for one browser; the oldest makes room.
pub const NOTICES_MAX: usize = 100;
/// How long a page may be out of sight before a notice goes out: a reload is no leaving, and what is read meanwhile is no news.
pub const GRACE: Duration = Duration::from_secs(3);
/// How long a notice is worth something.
pub const TTL: Duration = Duration::from_hours(1);
/// Longest address of a browser, in bytes.
pub const ENDPOINT_BYTES: usize = 1_000;
/// Longest name of a device, in characters.
pub const DEVICE_CHARS: usize = 60;

/// Hosts of browsers' push services.
const KNOWN_HOSTS: [&str; 4] =
    ["fcm.googleapis.com", "updates.push.services.mozilla.com", "*.notify.windows.com", "web.push.apple.com"];

/// What a notice is about. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[repr(i64)]
pub enum Kind {
    /// A customer waits for somebody.
    New = 1,
    /// A conversation was assigned to the agent.
    Assigned = 2,
    /// A customer of the agent's wrote.
    Message = 3,
    /// A colleague mentioned the agent.
    Mention = 4,
    /// A clock calls the agent.
    Clock = 5,
    /// The customer answered in a ticket of the agent's.
    Ticket = 6,
    /// Something was said in a ticket that the agent follows.
    Followed = 7,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::New, Self::Assigned, Self::Message, Self::Mention, Self::Clock, Self::Ticket, Self::Followed];

    /// The kind with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as i64 == number)
    }
}

/// Whether notices may go to this address, and whether the operator named its host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A service of a browser's maker.
    Known,
    /// One that the operator added; it may be inside.
    Added,
}

/// Reads an endpoint: https, and of a known host, or one that was added. A host may be added with its port, and with `*.` before it.
#[must_use]
pub fn endpoint(text: &str, added: &[String]) -> Option<(Url, Host)> {
    if text.len() > ENDPOINT_BYTES {
        return None;
    }
    let url = Url::parse(text).ok()?;
    if url.scheme() != "https" || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let host = url.host_str()?;
    if added.iter().any(|pattern| is_of(pattern, host, url.port())) {
        return Some((url, Host::Added));
    }
    let known = KNOWN_HOSTS.iter().any(|pattern| is_of(pattern, host, url.port()));
    known.then_some((url, Host::Known))
}

fn is_of(pattern: &str, host: &str, port: Option<u16>) -> bool {
    let (name, wanted) = match pattern.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (name, port.parse().ok()),
        _ => (pattern, None),
    };
    let named = match name.strip_prefix("*.") {
        Some(parent) => {
            host.strip_suffix(parent).is_some_and(|front| front.len() > 1 && front.ends_with('.'))
        }
        None => host.eq_ignore_ascii_case(name),
    };
    named && wanted.filter(|wanted| *wanted != 443) == port
}

/// The address is none of a browser's push service.
#[must_use]
pub fn unknown_host() -> Fault {
    Fault::invalid(
        "endpoint",
        "Use the https address that the browser gave, at a known push service; `[push] hosts` adds more.",
    )
}

/// What becomes of a notice by the status with which it was answered (RFC 8030, section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The service has it.
    Sent,
    /// The browser is gone.
    Gone,
    /// Later, after so long.
    Later(Duration),
    /// It will not be taken; the browser stays.
    Refused(u16),
}

/// Judges an answer: `None` for none at all. `retry_after_s` is what the service asked for, `tries` how often it was sent before.
#[must_use]
pub fn judge(status: Option<u16>, retry_after_s: Option<u64>, tries: u32) -> Outcome {
    // 2 s, 4 s, 8 s … up to ten minutes.
    let pause = Duration::from_secs((2_u64 << tries.min(9)).min(600));
    let asked = retry_after_s.map_or(pause, |seconds| Duration::from_secs(seconds.clamp(1, 3_600)));
    match status {
        Some(200..=299) => Outcome::Sent,
        Some(404 | 410) => Outcome::Gone,
        Some(429) => Outcome::Later(asked),
        Some(500..) => Outcome::Later(asked.max(pause)),
        None => Outcome::Later(pause),
        Some(status) => Outcome::Refused(status),
    }
}

/// By whom a notice is replaced while the service holds it: all of one conversation are one (RFC 8030, section 5.4).
#[must_use]
pub fn topic(conversation: &str) -> String {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(conversation.as_bytes());
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&digest[..24])
}

impl Subscription {
    /// The origin for which the desk's signature counts.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        Url::parse(&self.endpoint).ok().map(|url| url.origin().ascii_serialization())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_go_to_known_services_and_those_that_were_added() {
        let added = ["push.example.com".to_owned(), "127.0.0.1:9443".into(), "*.push.cn".into()];
        for (address, host) in [
            ("https://fcm.googleapis.com/fcm/send/x", Some(Host::Known)),
            ("https://fcm.googleapis.com:443/fcm/send/x", Some(Host::Known)),
            ("https://updates.push.services.mozilla.com/wpush/v2/x", Some(Host::Known)),
            ("https://db5p.notify.windows.com/w/?token=x", Some(Host::Known)),
            ("https://web.push.apple.com/x", Some(Host::Known)),
            ("https://push.example.com/x", Some(Host::Added)),
            ("https://127.0.0.1:9443/x", Some(Host::Added)),
            ("https://a.push.cn/x", Some(Host::Added)),
            ("http://fcm.googleapis.com/fcm/send/x", None),
            ("https://fcm.googleapis.com:8443/fcm/send/x", None),
            ("https://fcm.googleapis.com.evil.cn/x", None),
            ("https://evilnotify.windows.com/x", None),
            ("https://notify.windows.com/x", None),
            ("https://user:word@fcm.googleapis.com/x", None),
            ("https://127.0.0.1/x", None),
            ("https://127.0.0.1:9444/x", None),
            ("https://[::1]/x", None),
            ("https://169.254.169.254/x", None),
            ("https://push.example.com:8443/x", None),
            ("https://example.org/x", None),
            ("ftp://fcm.googleapis.com/x", None),
            ("not an address", None),
        ] {
            assert_eq!(endpoint(address, &added).map(|(_, host)| host), host, "{address}");
        }
        assert_eq!(endpoint(&format!("https://fcm.googleapis.com/{}", "x".repeat(2_000)), &added), None);
    }

    #[test]
    fn what_an_answer_means() {
        let seconds = |seconds| Outcome::Later(Duration::from_secs(seconds));
        for (status, asked, tries, outcome) in [
            (Some(201), None, 0, Outcome::Sent),
            (Some(200), None, 3, Outcome::Sent),
            (Some(404), None, 0, Outcome::Gone),
            (Some(410), None, 0, Outcome::Gone),
            (Some(429), Some(90), 0, seconds(90)),
            (Some(429), None, 0, seconds(2)),
            (Some(429), Some(999_999), 0, seconds(3_600)),
            (Some(500), None, 0, seconds(2)),
            (Some(503), Some(30), 1, seconds(30)),
            (Some(503), Some(1), 4, seconds(32)),
            (None, None, 20, seconds(600)),
            (Some(400), None, 0, Outcome::Refused(400)),
            (Some(403), None, 0, Outcome::Refused(403)),
            (Some(413), None, 0, Outcome::Refused(413)),
            (Some(301), None, 0, Outcome::Refused(301)),
        ] {
            assert_eq!(judge(status, asked, tries), outcome, "{status:?} {asked:?} {tries}");
        }
        assert_eq!(topic("c_8f2k").len(), 32);
    }
}
