//! Bodies that a shop's page sends without anybody who could correct them: made well-formed while they come in.
//!
//! A title that was cut in the middle of an emoji holds half of a pair, which is no text; an address may be as long as the
//! page likes. Half pairs become U+FFFD, and of a longer text only the beginning is kept, so that what is held stays small
//! whatever is sent. Which fields can be used is decided by whoever reads them.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use serde_json::{Map, Value};

use super::body::{pour, too_large};
use super::error::Failure;
use super::settings::Settings;
use crate::fault::Fault;

/// Longest text that is kept, in bytes: above everything that a field may hold.
const TEXT_BYTES: usize = 12 * 1_024;
/// Longest body that is read, in bytes; most of it is not kept.
const WIRE_BYTES: usize = 2 * 1_024 * 1_024;
/// What half of a pair becomes.
const REPLACEMENT: &[u8] = b"\\ufffd";

/// The fields of a body.
#[derive(Debug)]
pub(super) struct Mended(pub(super) Map<String, Value>);

impl FromRequest for Mended {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let most = request.app_data::<Data<Settings>>().map_or(0, |settings| settings.body_bytes);
        let payload = payload.take();
        Box::pin(async move {
            let mut mending = Mending::default();
            let take = |chunk: &[u8]| {
                mending.feed(chunk);
                mending.kept.len() <= most
            };
            pour(payload, WIRE_BYTES.max(most), take).await?.then_some(()).ok_or_else(|| too_large(most))?;
            Ok(Self(mending.fields()?))
        })
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    #[default]
    Outside,
    Text,
    /// Behind a backslash.
    Escape,
    /// In `\u`, so many digits read, and their value.
    Unicode(u8, u16),
}

/// Goes through JSON as it comes in.
#[derive(Debug, Default)]
struct Mending {
    at: At,
    kept: Vec<u8>,
    /// Where the present text began.
    began: usize,
    /// The present text is long enough.
    full: bool,
    /// The first half of a pair, whose second half has not come.
    high: Option<u16>,
}

impl Mending {
    fn feed(&mut self, chunk: &[u8]) {
        for &byte in chunk {
            self.step(byte);
        }
    }

    fn step(&mut self, byte: u8) {
        match self.at {
            At::Outside => {
                self.kept.push(byte);
                if byte == b'"' {
                    (self.at, self.began, self.full) = (At::Text, self.kept.len(), false);
                }
            }
            At::Text => match byte {
                b'\\' => self.at = At::Escape,
                b'"' => {
                    self.end_pair();
                    self.kept.push(byte);
                    self.at = At::Outside;
                }
                _ => {
                    self.end_pair();
                    // Never within a character.
                    let begins = byte & 0b1100_0000 != 0b1000_0000;
                    self.full |= begins && self.kept.len() - self.began >= TEXT_BYTES;
                    if !self.full {
                        self.kept.push(byte);
                    }
                }
            },
            At::Escape if byte == b'u' => self.at = At::Unicode(0, 0),
            At::Escape => {
                self.end_pair();
                self.keep(&[b'\\', byte]);
                self.at = At::Text;
            }
            At::Unicode(digits, value) => {
                // What is no digit is left to the parser to refuse.
                let Some(digit) = char::from(byte).to_digit(16) else {
                    self.kept.extend_from_slice(&[b'\\', b'u', byte]);
                    self.at = At::Text;
                    return;
                };
                let value = value << 4 | digit as u16;
                self.at = if digits == 3 { At::Text } else { At::Unicode(digits + 1, value) };
                if digits == 3 {
                    self.unit(value);
                }
            }
        }
    }

    /// One unit of UTF-16.
    fn unit(&mut self, unit: u16) {
        match (unit, self.high.take()) {
            (0xdc00..=0xdfff, Some(high)) => {
                let pair = format!("\\u{high:04x}\\u{unit:04x}");
                self.keep(pair.as_bytes());
            }
            (0xd800..=0xdbff, before) => {
                self.high = before;
                self.end_pair();
                self.high = Some(unit);
            }
            (0xdc00..=0xdfff, None) => self.keep(REPLACEMENT),
            (_, before) => {
                self.high = before;
                self.end_pair();
                self.keep(format!("\\u{unit:04x}").as_bytes());
            }
        }
    }

    /// Something else follows than the second half.
    fn end_pair(&mut self) {
        if self.high.take().is_some() {
            self.keep(REPLACEMENT);
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        self.full |= self.kept.len() - self.began >= TEXT_BYTES;
        if !self.full {
            self.kept.extend_from_slice(bytes);
        }
    }

    /// The fields of what came. Of a field that is said twice the last counts.
    fn fields(self) -> Result<Map<String, Value>, Fault> {
        if self.kept.iter().all(u8::is_ascii_whitespace) {
            return Ok(Map::new());
        }
        let text = String::from_utf8_lossy(&self.kept);
        serde_json::from_str(&text)
            .map_err(|_| Fault::invalid("body", "Send a JSON object; this cannot be read as one."))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn mended(body: &[u8]) -> Option<Value> {
        let mut mending = Mending::default();
        mending.feed(body);
        mending.fields().ok().map(Value::Object)
    }

    #[test]
    fn texts_become_well_formed() {
        for (body, expected) in [
            (r#"{"a":"限时特惠 \ud83c"}"#, "限时特惠 \u{fffd}"),
            (r#"{"a":"\ud83c\udf75"}"#, "🍵"),
            (r#"{"a":"\uD83C\uDF75!"}"#, "🍵!"),
            (r#"{"a":"\ud83cx\udf75"}"#, "\u{fffd}x\u{fffd}"),
            (r#"{"a":"\ud83c\n\ud83c\ud83c\udf75"}"#, "\u{fffd}\n\u{fffd}🍵"),
            (r#"{"a":"\ud83c\u0041\u00e4\\\"\/"}"#, "\u{fffd}Aä\\\"/"),
            (r#"{"a":"","a":"last"}"#, "last"),
        ] {
            assert_eq!(mended(body.as_bytes()), Some(json!({ "a": expected })), "{body}");
        }
        assert_eq!(mended(b"{\"a\":\"\xff\"}"), Some(json!({ "a": "\u{fffd}" })));
        for body in [&br#"{"a":"\ug000"}"#[..], br#"{"a":"\x"}"#, b"[]", b"{", b"{} {}", br#"{"a":"\u00"}"#] {
            assert_eq!(mended(body), None);
        }
        assert_eq!(mended(b" "), Some(json!({})));
    }

    #[test]
    fn of_a_long_text_the_beginning_is_kept() {
        for text in ["a", "茶", "🍵", r"\n", r"\u8336", r"\ud83c\udf75"] {
            let body = format!(r#"{{"a":"{}","b":1}}"#, text.repeat(20_000));
            let mut mending = Mending::default();
            mending.feed(body.as_bytes());
            assert!(mending.kept.len() < TEXT_BYTES + 40, "{text}: {}", mending.kept.len());
            let fields = mending.fields().unwrap();
            assert_eq!(fields["b"], 1);
            assert!(!fields["a"].as_str().unwrap().contains('\u{fffd}'), "{text}");
        }
    }
}
