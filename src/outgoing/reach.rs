//! Where the desk may be sent by a link: out into the public internet, never to itself or to its neighbours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Whether a request to this address may be made, as far as its text tells: http or https, no password in it, the usual
/// ports, and no literal address inside.
pub(crate) fn may_ask(url: &Url, private_networks: bool) -> bool {
    if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() || url.password().is_some() {
        return false;
    }
    if private_networks {
        return url.host().is_some();
    }
    let usual = matches!(url.port_or_known_default(), Some(80 | 443));
    usual
        && match url.host() {
            Some(Host::Ipv4(address)) => is_public(address.into()),
            Some(Host::Ipv6(address)) => is_public(address.into()),
            Some(Host::Domain(name)) => name.contains('.'),
            None => false,
        }
}

/// Whether an address is out in the internet: in none of the blocks that the registries keep for other purposes
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>, <https://www.iana.org/assignments/iana-ipv6-special-registry>).
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let v4 = |high: u16, low: u16| is_public_v4(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)));
    match address.segments() {
        // IPv4 behind a translator, mapped, or tunnelled counts as what it leads to.
        [0, 0, 0, 0, 0, 0xffff, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => v4(high, low),
        [0x2001, second, ..] => second >= 0x200 && second != 0xdb8,
        [first, ..] => (0x2000..0x4000).contains(&first) && first != 0x3fff,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_internet_is_public() {
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
            "3fff::1",
            "::7f00:1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in [
            "93.184.215.14",
            "100.128.0.1",
            "172.32.0.1",
            "2606:2800:21f::1",
            "64:ff9b::5db8:d70e",
            "240e::1",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn a_link_is_judged_before_anything_is_asked() {
        let may = |url: &str, private: bool| may_ask(&Url::parse(url).unwrap(), private);
        for url in
            ["https://shop.cn/tea", "http://shop.cn:80/", "https://shop.cn:443/", "http://93.184.215.14/"]
        {
            assert!(may(url, false), "{url}");
        }
        for url in [
            "ftp://shop.cn/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "https://a:b@shop.cn/",
            "http://shop.cn:6379/",
            "http://localhost/",
            "http://127.1/",
            "http://0x7f000001/",
            "http://2130706433/",
            "http://[::1]/",
            "http://[::ffff:a00:1]/",
            "http://router/",
        ] {
            assert!(!may(url, false), "{url}");
        }
        assert!(
            may("http://127.0.0.1:8080/", true) && may("http://wiki/", true) && !may("ftp://wiki/", true)
        );
    }
}
