//! Where a request comes from: the client's address and the origin under which it sees the desk, trusted proxies
//! resolved.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::HttpRequest;
use actix_web::http::header::{HOST, HeaderMap, ORIGIN};
use actix_web::web::Data;

use super::settings::Settings;
use crate::config::address::ClientNet;
use crate::domain::access::forbidden;
use crate::fault::Fault;

/// What a listener speaks; among the data of its app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Http,
    Https,
}

fn settings(request: &HttpRequest) -> Option<&Settings> {
    request.app_data::<Data<Settings>>().map(Data::get_ref)
}

fn is_trusted(settings: &Settings, address: IpAddr) -> bool {
    settings.trusted_proxies.iter().any(|network| network.contains(address))
}

fn from_trusted_proxy(request: &HttpRequest) -> bool {
    let peer = request.peer_addr().map(|peer| peer.ip());
    settings(request).zip(peer).is_some_and(|(settings, peer)| is_trusted(settings, peer))
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The client's address: the peer, or what trusted proxies say of it, read from the right up to the first that is not
/// trusted.
pub(super) fn client_address(request: &HttpRequest) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
    let Some(settings) = settings(request) else { return peer };
    if !is_trusted(settings, peer) {
        return peer;
    }
    // Proxies append to the line or add a line of their own: together they are one list.
    let lines = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let chain: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    let mut client = peer;
    for part in chain.into_iter().rev() {
        let Ok(address) = part.trim().parse::<IpAddr>() else { break };
        client = address;
        if !is_trusted(settings, address) {
            break;
        }
    }
    client
}

/// Whom the client's address stands for where something is counted.
pub(super) fn client_net(request: &HttpRequest) -> ClientNet {
    client_address(request).into()
}

/// Whether the request came by https: as trusted proxies say, else to the listener that speaks it.
pub(super) fn is_https(request: &HttpRequest) -> bool {
    let forwarded = header(request.headers(), "x-forwarded-proto").filter(|_| from_trusted_proxy(request));
    let first = forwarded.and_then(|proto| proto.split(',').next());
    let own = || request.app_data::<Scheme>() == Some(&Scheme::Https);
    first.map_or_else(own, |proto| proto.trim() == "https")
}

/// The origin under which the client sees the desk. `X-Forwarded-Host` is not believed: proxies that do not know it pass on
/// what a stranger wrote there.
pub(super) fn own_origin(request: &HttpRequest) -> String {
    if let Some(origin) = settings(request).and_then(|settings| settings.public_origin.clone()) {
        return origin;
    }
    let scheme = if is_https(request) { "https" } else { "http" };
    let host = header(request.headers(), HOST.as_str()).map_or("localhost", str::trim);
    // Only what can be a host is repeated into pages and policies.
    let plain = host
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']'));
    format!("{scheme}://{}", if plain { host } else { "localhost" })
}

/// The `Origin` header, if a browser sent one.
pub(super) fn asking_origin(request: &HttpRequest) -> Option<&str> {
    header(request.headers(), ORIGIN.as_str())
}

/// Whether `origin` is the desk's own. Scheme is not compared: a proxy that ends TLS without saying so is common.
pub(super) fn is_own(request: &HttpRequest, origin: &str) -> bool {
    let host = |origin: &str| origin.split_once("://").map(|(_, host)| host.to_ascii_lowercase());
    let seen = header(request.headers(), HOST.as_str()).map(str::to_ascii_lowercase);
    let asking = host(origin);
    asking.is_some() && (asking == host(&own_origin(request)) || asking == seen)
}

/// Refuses a foreign site's page that would sign its reader in as somebody else.
pub(super) fn check_own_page(request: &HttpRequest) -> Result<(), Fault> {
    match asking_origin(request) {
        Some(origin) if !is_own(request, origin) => {
            Err(forbidden().saying("Sign in on the desk's own page."))
        }
        _ => Ok(()),
    }
}
