//! A desk that runs: what it says of itself, and whether it is reached from near and through its proxy.

use std::net::SocketAddr;

use super::finding::{Finding, chain};
use super::http::{self, Reached};
use crate::control::Status;
use crate::im::PROTOCOL;

/// The path of the socket.
const SOCKET: &str = "/im/v1/socket";

/// What it says of itself.
pub(super) fn desk(status: &Status) -> Finding {
    const ABOUT: &str = "desk";
    let version = env!("CARGO_PKG_VERSION");
    if !status.writable {
        return Finding::fail(ABOUT, "runs and cannot commit", "look at the disk and at the desk's log");
    }
    if status.version != version {
        let text = format!("runs version {}, this command is {version}", status.version);
        return Finding::warn(ABOUT, text, "restart the desk after an upgrade");
    }
    let address = status.address.map_or_else(String::new, |address| format!(" at {address}"));
    Finding::ok(ABOUT, format!("runs{address}, {} commits, {} units", status.batches, status.units))
}

/// Whether it answers and is ready, asked without any proxy.
pub(super) async fn answers(address: SocketAddr) -> Finding {
    const ABOUT: &str = "http";
    match http::get(&near(address), "/readyz", None).await {
        Ok(Reached { status: 200, .. }) => Finding::ok(ABOUT, "the desk is ready"),
        Ok(reached) => {
            let advice = "look at the disk and at the desk's log";
            Finding::fail(ABOUT, format!("/readyz answers {}", reached.status), advice)
        }
        Err(error) => {
            Finding::fail(ABOUT, chain(error.as_ref()), "look at the desk's log; restart it if it hangs")
        }
    }
}

/// Whether it opens sockets, asked without any proxy.
pub(super) async fn sockets(address: SocketAddr) -> Finding {
    const ABOUT: &str = "sockets";
    match http::get(&near(address), SOCKET, Some(PROTOCOL)).await {
        Ok(Reached { status: 101, .. }) => Finding::ok(ABOUT, "the desk opens them"),
        Ok(reached) => {
            let advice =
                "look at the limits of connections (limits.connections_per_address) and the desk's log";
            Finding::fail(ABOUT, format!("{SOCKET} answers {}", reached.status), advice)
        }
        Err(error) => Finding::fail(ABOUT, chain(error.as_ref()), "look at the desk's log"),
    }
}

/// Whether browsers reach it under its public address, sockets included.
pub(super) async fn public(origin: &str, runs: bool) -> Finding {
    const ABOUT: &str = "proxy";
    if !runs {
        return Finding::ok(ABOUT, format!("{origin} is looked at while the desk runs"));
    }
    match http::get(origin, "/healthz", None).await {
        Err(error) => {
            let advice = "start the proxy, look at its certificate and at the name's address (DNS)";
            return Finding::fail(ABOUT, format!("{origin}: {}", chain(error.as_ref())), advice);
        }
        Ok(reached) if reached.status != 200 => {
            let text = format!("{origin}/healthz answers {}", reached.status);
            return Finding::fail(ABOUT, text, "let the proxy pass everything to the desk's address");
        }
        Ok(reached) if origin.starts_with("https:") && !reached.body.contains(r#""scheme":"https""#) => {
            return Finding::fail(
                ABOUT,
                format!("{origin} reaches the desk, but the desk does not see that it is https"),
                "let the proxy send X-Forwarded-Proto, and name its address in server.trusted_proxies",
            );
        }
        Ok(_) => {}
    }
    match http::get(origin, SOCKET, Some(PROTOCOL)).await {
        Ok(Reached { status: 101, protocol: Some(protocol), .. }) if protocol == PROTOCOL => {
            Finding::ok(ABOUT, format!("{origin} reaches the desk, sockets too"))
        }
        Ok(reached) => Finding::fail(
            ABOUT,
            format!(
                "{origin} reaches the desk, but its sockets do not open ({SOCKET} answers {})",
                reached.status
            ),
            "let the proxy pass the headers Upgrade and Connection with HTTP/1.1; docs/operations.md has the lines",
        ),
        Err(error) => Finding::fail(
            ABOUT,
            format!("{origin}{SOCKET}: {}", chain(error.as_ref())),
            "let the proxy pass the headers Upgrade and Connection; docs/operations.md has the lines",
        ),
    }
}

/// The origin of a desk on this machine; one that listens everywhere is asked on the loopback.
fn near(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(if address.is_ipv4() {
            std::net::Ipv4Addr::LOCALHOST.into()
        } else {
            std::net::Ipv6Addr::LOCALHOST.into()
        });
    }
    format!("http://{address}")
}
