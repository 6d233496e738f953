//! Which page counts as a sighting of the widget: one that customers can see.

use url::{Host, Url};

/// The address of a page on which the widget was seen; `None` for what is no page of a site, and for the own machine.
#[must_use]
pub fn sighting(page: &str) -> Option<Url> {
    let url = Url::parse(page).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let is_here = match url.host()? {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        Host::Ipv4(address) => address.is_loopback() || address.is_unspecified(),
        Host::Ipv6(address) => {
            let four = address.to_ipv4_mapped();
            address.is_loopback() || address.is_unspecified() || four.is_some_and(|four| four.is_loopback())
        }
    };
    (!is_here).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_that_customers_see_count() {
        for (page, counts) in [
            ("https://www.shop.cn/tea", true),
            ("http://192.168.1.20/", true),
            ("https://localhost.shop.cn/", true),
            ("http://localhost:8000/", false),
            ("http://shop.localhost/", false),
            ("http://127.0.0.1:8080/demo", false),
            ("http://127.9.9.9/", false),
            ("http://0.0.0.0/", false),
            ("http://[::1]/", false),
            ("http://[::ffff:127.0.0.1]/", false),
            ("file:///home/me/index.html", false),
            ("javascript:alert(1)", false),
            ("about:blank", false),
            ("nonsense", false),
        ] {
            assert_eq!(sighting(page).is_some(), counts, "{page}");
        }
    }
}
