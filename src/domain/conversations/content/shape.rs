//! The bounds and shapes that kinds of content share, each fault naming its field.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use url::Url;

use crate::fault::Fault;
use crate::text::is_blank;

/// Longest label, title or price, in characters.
pub(super) const LABEL_CHARS: usize = 80;
/// Longest text on a card, in characters.
pub(super) const TEXT_CHARS: usize = 2_000;
/// Longest id of a button, item or field, in bytes.
const ID_BYTES: usize = 64;
/// Longest address, in bytes.
const URL_BYTES: usize = 2_048;
/// Longest name of a picture.
const PICTURE_BYTES: usize = 128;

/// Reads `value` as a `T`; a fault names the field below `within`.
pub(super) fn read<'v, T: Deserialize<'v>>(value: &'v Value, within: &str) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| Fault::misread(within, &error))
}

/// A list that may be missing or `null`.
pub(super) fn or_empty<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// One line of 1 to [`LABEL_CHARS`] printable characters.
pub(super) fn check_label(field: &str, text: &str) -> Result<(), Fault> {
    let fits = text.len() <= LABEL_CHARS || text.chars().count() <= LABEL_CHARS;
    if fits && !is_blank(text) && !text.chars().any(char::is_control) {
        return Ok(());
    }
    Err(Fault::invalid(field.to_owned(), format!("Use 1 to {LABEL_CHARS} printable characters.")))
}

/// Text of 1 to `most` characters, lines allowed.
pub(super) fn check_text(field: &str, text: &str, most: usize) -> Result<(), Fault> {
    let fits = text.len() <= most || text.chars().count() <= most;
    if fits && !is_blank(text) && !text.contains('\0') {
        return Ok(());
    }
    Err(Fault::invalid(field.to_owned(), format!("Use 1 to {most} characters.")))
}

/// An id that is unlike those in `seen`, which it joins.
pub(super) fn check_id<'t>(field: &str, id: &'t str, seen: &mut Vec<&'t str>) -> Result<(), Fault> {
    if id.is_empty() || id.len() > ID_BYTES || id.chars().any(char::is_control) {
        return Err(Fault::invalid(
            field.to_owned(),
            format!("Use 1 to {ID_BYTES} bytes of printable text."),
        ));
    }
    if seen.contains(&id) {
        return Err(Fault::invalid(field.to_owned(), "Two things of one card have this id."));
    }
    seen.push(id);
    Ok(())
}

/// 1 to `most` things.
pub(super) fn check_count(field: &str, count: usize, most: usize) -> Result<(), Fault> {
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err(Fault::invalid(field.to_owned(), format!("Use 1 to {most} of them.")))
}

/// An address of the web that hides nothing: http or https, with a host, without a name and password before it.
pub(super) fn check_url(field: &str, text: &str) -> Result<(), Fault> {
    let plain = text.len() <= URL_BYTES && !text.chars().any(|c| c.is_control() || c.is_whitespace());
    let parsed = Url::parse(text).ok().filter(|_| plain);
    let good = parsed.is_some_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
    });
    if good { Ok(()) } else { Err(Fault::invalid(field.to_owned(), "Use an address with http or https.")) }
}

/// The address of a picture of this desk: `/p/` and its name.
pub(super) fn check_picture(field: &str, text: &str) -> Result<(), Fault> {
    let name = text.strip_prefix("/p/").unwrap_or_default();
    let good = !name.is_empty()
        && name.len() <= PICTURE_BYTES
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if good { Ok(()) } else { Err(Fault::invalid(field.to_owned(), "Use a picture of this desk: /p/….")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_the_web() {
        for good in
            ["https://shop.cn", "http://shop.cn:8080/tea?x=1#y", "https://商店.cn/茶", "HTTPS://shop.cn"]
        {
            assert_eq!(check_url("url", good), Ok(()), "{good}");
        }
        let long = format!("https://shop.cn/{}", "x".repeat(URL_BYTES));
        for wrong in [
            "",
            "shop.cn",
            "/tea",
            "//shop.cn",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://shop.cn",
            "https://",
            "https://shop.cn@evil.example/",
            "https://shop.cn:x@evil.example/",
            "https://shop.cn/a b",
            "java\nscript:alert(1)",
            " https://shop.cn",
            &long,
        ] {
            assert!(check_url("url", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn pictures_are_the_desks_own() {
        assert_eq!(check_picture("picture", "/p/0a1b_-Z"), Ok(()));
        let long = format!("/p/{}", "a".repeat(PICTURE_BYTES + 1));
        for wrong in ["", "/p/", "/p/../w", "p/a", "/s/a", "https://shop.cn/p/a", "/p/a?b", "/p/a/b", &long] {
            assert!(check_picture("picture", wrong).is_err(), "{wrong}");
        }
    }
}
