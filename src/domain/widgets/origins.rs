//! Allowed origins: which sites may show a widget.
//!
//! An entry is `https://www.shop.cn`, `www.shop.cn` (any scheme), `*.shop.cn` (any name below, not the name itself) or
//! either with a port. Each entry is also a valid source of the CSP directive `frame-ancestors`
//! (<https://www.w3.org/TR/CSP3/#framework-directive-source-list>).

use crate::fault::Fault;

/// One allowed origin, normalised: lower case, no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedOrigin {
    scheme: Option<String>,
    wildcard: bool,
    host: String,
    port: Option<u16>,
}

impl AllowedOrigin {
    /// Parses an entry; a trailing slash is forgiven, anything else after the host is not.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let wrong = || {
            Fault::invalid(
                "allowed_origins",
                format!("«{text}» is not a site. Write https://www.shop.cn or *.shop.cn."),
            )
        };
        let trimmed = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let (scheme, rest) = match trimmed.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => (Some(scheme.to_owned()), rest),
            Some(_) => return Err(wrong()),
            None => (None, trimmed.as_str()),
        };
        let (wildcard, rest) = rest.strip_prefix("*.").map_or((false, rest), |rest| (true, rest));
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse::<u16>().map_err(|_| wrong())?)),
            None => (rest, None),
        };
        let named = !host.is_empty()
            && host.len() <= 253
            && host.split('.').all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            });
        if named { Ok(Self { scheme, wildcard, host: host.to_owned(), port }) } else { Err(wrong()) }
    }

    /// Whether a browser's `Origin` header names this site.
    #[must_use]
    pub fn allows(&self, origin: &str) -> bool {
        let Some((scheme, rest)) = origin.split_once("://") else { return false };
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => match port.parse::<u16>() {
                Ok(port) => (host, port),
                Err(_) => return false,
            },
            None => (rest, if scheme == "https" { 443 } else { 80 }),
        };
        let default_port = if scheme == "https" { 443 } else { 80 };
        let same_host = if self.wildcard {
            host.strip_suffix(&self.host).is_some_and(|front| front.len() > 1 && front.ends_with('.'))
        } else {
            host == self.host
        };
        same_host
            && self.scheme.as_deref().is_none_or(|wanted| wanted == scheme)
            && self.port.unwrap_or(default_port) == port
    }
}

impl std::fmt::Display for AllowedOrigin {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(scheme) = &self.scheme {
            write!(out, "{scheme}://")?;
        }
        if self.wildcard {
            out.write_str("*.")?;
        }
        out.write_str(&self.host)?;
        if let Some(port) = self.port {
            write!(out, ":{port}")?;
        }
        Ok(())
    }
}

/// Labels under which a country gives out names, as in `co.uk` and `com.cn`.
const REGISTRY: [&str; 14] =
    ["ac", "co", "com", "edu", "gob", "gov", "go", "gouv", "mil", "ne", "net", "nom", "or", "org"];
/// Where many shops of many owners live under one name; never complete, as the whole list is far larger than the desk.
const SHARED: [&str; 24] = [
    "myshopify.com",
    "myshopline.com",
    "mystrikingly.com",
    "wixsite.com",
    "weebly.com",
    "wordpress.com",
    "blogspot.com",
    "github.io",
    "gitlab.io",
    "gitee.io",
    "pages.dev",
    "workers.dev",
    "vercel.app",
    "netlify.app",
    "web.app",
    "firebaseapp.com",
    "herokuapp.com",
    "onrender.com",
    "fly.dev",
    "azurewebsites.net",
    "cloudfront.net",
    "amazonaws.com",
    "aliyuncs.com",
    "myqcloud.com",
];

impl AllowedOrigin {
    /// Refuses a star under a name that belongs to nobody alone: it would allow everybody's sites.
    pub fn check_narrow(&self) -> Result<(), Fault> {
        let labels: Vec<&str> = self.host.split('.').collect();
        let country = |label: &str| label.len() == 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
        let shared = match labels[..] {
            [_] => self.host != "localhost",
            [second, top] => {
                SHARED.contains(&self.host.as_str()) || country(top) && REGISTRY.contains(&second)
            }
            _ => SHARED.contains(&self.host.as_str()),
        };
        if self.wildcard && shared {
            let message = format!(
                "*.{0} would allow the sites of everybody who has a name under {0}. Write your own, such as *.shop.{0}.",
                self.host
            );
            return Err(Fault::invalid("allowed_origins", message));
        }
        Ok(())
    }
}

/// Whether a widget with these entries may be used from `origin`; no entries allow every origin.
#[must_use]
pub fn allowed(entries: &[AllowedOrigin], origin: &str) -> bool {
    entries.is_empty() || entries.iter().any(|entry| entry.allows(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_name_exactly_the_sites_they_say() {
        let allows =
            |entry: &str, origin: &str| AllowedOrigin::parse(entry).is_ok_and(|entry| entry.allows(origin));
        assert!(allows("https://www.shop.cn/", "https://www.shop.cn"));
        assert!(allows("WWW.shop.cn", "http://www.shop.cn"));
        assert!(allows("*.shop.cn", "https://a.b.shop.cn"));
        assert!(allows("http://localhost:8000", "http://localhost:8000"));
        assert!(allows("shop.cn:443", "https://shop.cn"));
        for (entry, origin) in [
            ("https://www.shop.cn", "http://www.shop.cn"),
            ("www.shop.cn", "https://www.shop.cn.evil.io"),
            ("*.shop.cn", "https://shop.cn"),
            ("*.shop.cn", "https://evilshop.cn"),
            ("shop.cn", "https://shop.cn:8443"),
            ("shop.cn", "null"),
        ] {
            assert!(!allows(entry, origin), "{entry} must not allow {origin}");
        }
        for wrong in [
            "",
            "*",
            "https://",
            "ftp://shop.cn",
            "shop.cn/path",
            "a b.cn",
            "shop..cn",
            "shop.cn:x",
            "shop.cn; x",
        ] {
            assert!(AllowedOrigin::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_star_needs_a_name_of_ones_own() {
        for (entry, fits) in [
            ("*.com", false),
            ("*.cn", false),
            ("https://*.com.cn", false),
            ("*.co.uk", false),
            ("*.myshopify.com", false),
            ("*.tea.myshopify.com", true),
            ("*.shop.cn", true),
            ("*.shop.com.cn", true),
            ("*.co.com", true),
            ("*.localhost", true),
            ("com", true),
        ] {
            let parsed = AllowedOrigin::parse(entry).unwrap();
            assert_eq!(parsed.check_narrow().is_ok(), fits, "{entry}");
        }
    }
}
