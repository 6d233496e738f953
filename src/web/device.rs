//! Kind of device, read from `User-Agent`: good enough to tell one's phone from a stranger's, and
//! used for nothing else.

use serde::Serialize;
use utoipa::ToSchema;

/// A device in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct Device {
    /// `phone`, `tablet` or `desktop`.
    #[schema(example = "phone")]
    pub(super) kind: &'static str,
    #[schema(example = "Safari")]
    pub(super) browser: Option<&'static str>,
    #[schema(example = "iOS")]
    pub(super) os: Option<&'static str>,
    /// The app around the page, such as `WeChat`.
    pub(super) app: Option<&'static str>,
}

/// Marks of apps that show pages inside themselves.
const APPS: [(&str, &str); 6] = [
    ("MicroMessenger/", "WeChat"),
    ("AlipayClient/", "Alipay"),
    ("DingTalk/", "DingTalk"),
    ("aweme", "Douyin"),
    ("Weibo", "Weibo"),
    (" QQ/", "QQ"),
];

/// Marks of browsers; those that also carry another's mark come first.
const BROWSERS: [(&str, &str); 14] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("HuaweiBrowser/", "Huawei Browser"),
    ("MiuiBrowser/", "Mi Browser"),
    ("MQQBrowser/", "QQ Browser"),
    ("UCBrowser/", "UC Browser"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Marks of operating systems; those that also carry another's mark come first.
const SYSTEMS: [(&str, &str); 8] = [
    ("OpenHarmony", "HarmonyOS"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Android", "Android"),
    ("Windows NT", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Device {
    /// Reads `User-Agent`; `None` for what names neither a browser nor a system, as programs do.
    pub(super) fn of(user_agent: &str) -> Option<Self> {
        let find = |marks: &[(&'static str, &'static str)]| {
            marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
        };
        let (browser, os, app) = (find(&BROWSERS), find(&SYSTEMS), find(&APPS));
        if browser.is_none() && os.is_none() {
            return None;
        }
        let has = |mark: &str| user_agent.contains(mark);
        let kind = if has("iPad") || has("Tablet") || (os == Some("Android") && !has("Mobile")) {
            "tablet"
        } else if has("Mobile") || has("iPhone") {
            "phone"
        } else {
            "desktop"
        };
        // The engine inside an app says nothing: the user did not choose it.
        Some(Self { kind, browser: browser.filter(|_| app.is_none()), os, app })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_browsers_are_told_apart() {
        for (text, kind, browser, os, app) in [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "phone",
                Some("Safari"),
                Some("iOS"),
                None,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49",
                "phone",
                None,
                Some("Android"),
                Some("WeChat"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0 Safari/537.36",
                "tablet",
                Some("Samsung Internet"),
                Some("Android"),
                None,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0",
                "desktop",
                Some("Edge"),
                Some("Windows"),
                None,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                "desktop",
                Some("Safari"),
                Some("macOS"),
                None,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
                "desktop",
                Some("Firefox"),
                Some("Linux"),
                None,
            ),
        ] {
            assert_eq!(Device::of(text), Some(Device { kind, browser, os, app }), "{text}");
        }
        assert_eq!(Device::of("curl/8.5.0"), None);
        assert_eq!(Device::of(""), None);
    }
}
