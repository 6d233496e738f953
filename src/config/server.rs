//! Section `[server]`: how the desk listens for HTTP and sockets.
//!
//! What stands in front of it (a proxy that ends TLS) is described by `trusted_proxies` and `public_url`. This address speaks plain
//! HTTP; `[tls]` adds one for https.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use serde::{Deserialize, Serialize};

use super::address::{Network, PublicUrl};
use super::check::Check;
use super::units::{ByteSize, TimeSpan};

/// Settings of `[server]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Origin under which browsers reach the desk, printed in links and in the tag to paste; empty takes it
    /// from each request.
    pub public_url: PublicUrl,
    /// Addresses or blocks whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trusted_proxies: Vec<Network>,
    /// Threads that serve HTTP and sockets.
    pub workers: usize,
    /// Longest wait for running requests and sockets when the desk is told to stop.
    pub shutdown_grace: TimeSpan,
    /// Sockets held at once over all threads; bounds the memory they take. Further ones are told to come back. A
    /// quarter as many other connections are served beside them.
    pub max_connections: usize,
    /// Largest body of a request; more is answered with 413.
    pub max_body: ByteSize,
    /// Longest time in which a client must have sent the head of its request.
    pub request_timeout: TimeSpan,
    /// Longest time in which a client must have sent the body.
    pub body_timeout: TimeSpan,
    /// Longest time in which a client must have taken an answer; streams of events go on.
    pub answer_timeout: TimeSpan,
    /// Time over which progress is measured: a client from which too little of a body came is given up, and after twice as long
    /// one that took nothing of an answer.
    pub stalled_after: TimeSpan,
    /// Bytes of a body that must come each second meanwhile.
    pub body_bytes_per_second: u64,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            public_url: PublicUrl::default(),
            trusted_proxies: vec![
                Network::from(IpAddr::from(Ipv4Addr::LOCALHOST)),
                Network::from(IpAddr::from(Ipv6Addr::LOCALHOST)),
            ],
            workers: 2,
            shutdown_grace: TimeSpan::from_secs(10),
            max_connections: 25_000,
            max_body: ByteSize::from_kib(256),
            request_timeout: TimeSpan::from_secs(30),
            body_timeout: TimeSpan::from_secs(600),
            answer_timeout: TimeSpan::from_hours(1),
            stalled_after: TimeSpan::from_secs(30),
            body_bytes_per_second: 100,
        }
    }
}

impl Server {
    /// Connections at once that are no sockets: requests are short, a quarter is plenty beside the sockets.
    #[must_use]
    pub fn requests_at_once(&self) -> usize {
        (self.max_connections / 4).max(16)
    }

    /// Descriptors that connections of both kinds may take.
    #[must_use]
    pub fn descriptors(&self) -> u64 {
        (self.max_connections + self.requests_at_once()) as u64
    }

    /// What is wrong with believing as many as `trusted_proxies` says; `None` where it names few. It can be meant, so it is no fault.
    #[must_use]
    pub fn wide_proxies(&self) -> Option<String> {
        let wide = self.trusted_proxies.iter().find(|network| network.is_wide())?;
        Some(format!(
            "server.trusted_proxies has {wide}: whoever reaches the desk can then say that they come from any address"
        ))
    }

    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("server.workers", self.workers, 1..=64);
        check.range(
            "server.shutdown_grace",
            self.shutdown_grace,
            TimeSpan::from_secs(0)..=TimeSpan::from_secs(600),
        );
        check.range("server.max_connections", self.max_connections, 16..=1_000_000);
        check.range("server.max_body", self.max_body, ByteSize::from_kib(16)..=ByteSize::from_mib(16));
        check.range(
            "server.request_timeout",
            self.request_timeout,
            TimeSpan::from_secs(1)..=TimeSpan::from_secs(600),
        );
        let day = TimeSpan::from_hours(24);
        check.range("server.body_timeout", self.body_timeout, TimeSpan::from_secs(10)..=day);
        check.range("server.answer_timeout", self.answer_timeout, TimeSpan::from_secs(60)..=day);
        check.range(
            "server.stalled_after",
            self.stalled_after,
            TimeSpan::from_secs(5)..=TimeSpan::from_secs(600),
        );
        check.range("server.body_bytes_per_second", self.body_bytes_per_second, 1..=1_000_000);
    }
}
