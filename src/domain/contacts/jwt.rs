//! JSON Web Tokens as shops send them: signed with HMAC-SHA-256 (RFC 7515, RFC 7519), and nothing else. What a token may say of itself
//! is a list of what is allowed (RFC 8725, section 3.1): no other algorithm, no other type, no extension that has to be understood.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value};
use sha2::Sha256;

/// Longest token that is parsed, in bytes.
const BYTES_MAX: usize = 8_192;

/// Why a token is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Not three parts of base64url with JSON in the first two, far too large, or of a kind that only looks like a JWT.
    Malformed,
    /// Signed in another way than HS256.
    Algorithm,
    /// Signed with another secret.
    Signature,
}

/// A parsed token, its signature not verified yet.
#[derive(Debug)]
pub(super) struct Token<'a> {
    head: Map<String, Value>,
    /// What it says, believed or not.
    pub(super) claims: Map<String, Value>,
    signed: &'a str,
    signature: Vec<u8>,
}

impl<'a> Token<'a> {
    /// Parses a token.
    pub(super) fn parse(text: &'a str) -> Result<Self, Unreadable> {
        let malformed = Unreadable::Malformed;
        if text.len() > BYTES_MAX {
            return Err(malformed);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(malformed)?;
        let (head, claims) = signed.split_once('.').ok_or(malformed)?;
        // A dot is no letter of base64url: more than three parts are refused here.
        let object = |part: &str| {
            let bytes = BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| malformed)?;
            serde_json::from_slice::<Map<String, Value>>(&bytes).map_err(|_| malformed)
        };
        let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).map_err(|_| malformed)?;
        Ok(Self { head: object(head)?, claims: object(claims)?, signed, signature })
    }

    /// What it says, if it is one of ours and signed with `secret`.
    pub(super) fn verify(self, secret: &str) -> Result<Map<String, Value>, Unreadable> {
        if self.head.get("alg").and_then(Value::as_str) != Some("HS256") {
            return Err(Unreadable::Algorithm);
        }
        let is_plain = match self.head.get("typ") {
            None => true,
            Some(kind) => kind.as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("JWT")),
        };
        // `crit` names extensions that must be understood, and we know none; `enc` and `zip` belong to encrypted tokens.
        if !is_plain || ["crit", "enc", "zip", "b64"].iter().any(|name| self.head.contains_key(*name)) {
            return Err(Unreadable::Malformed);
        }
        let mut mac =
            Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
        mac.update(self.signed.as_bytes());
        // Compares in constant time, the whole length.
        mac.verify_slice(&self.signature).map_err(|_| Unreadable::Signature)?;
        Ok(self.claims)
    }
}

/// A token as a shop would make it, for tests.
#[cfg(test)]
pub(super) fn signed(head: &Value, claims: &Value, secret: &str) -> String {
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(head), part(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(text.as_bytes());
    format!("{text}.{}", BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Result<Map<String, Value>, Unreadable> {
        Token::parse(text)?.verify("your-256-bit-secret")
    }

    #[test]
    fn the_example_of_jwt_io_is_read() {
        let text = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.\
                    SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
        assert_eq!(read(text).expect("a token")["name"], "John Doe");
        assert_eq!(Token::parse(text).expect("a token").verify("another"), Err(Unreadable::Signature));
    }

    #[test]
    fn only_plain_tokens_signed_by_hs256_are_read() {
        use Unreadable::{Algorithm, Malformed};
        for (head, wanted) in [
            (json!({"alg": "HS256"}), Ok(())),
            (json!({"alg": "HS256", "typ": "jwt", "kid": "1"}), Ok(())),
            (json!({"alg": "HS512"}), Err(Algorithm)),
            (json!({"alg": "none"}), Err(Algorithm)),
            (json!({"alg": "hs256"}), Err(Algorithm)),
            (json!({"alg": ["HS256"]}), Err(Algorithm)),
            (json!({}), Err(Algorithm)),
            (json!({"alg": "HS256", "typ": "JWE"}), Err(Malformed)),
            (json!({"alg": "HS256", "typ": 1}), Err(Malformed)),
            (json!({"alg": "HS256", "crit": ["x"]}), Err(Malformed)),
            (json!({"alg": "HS256", "crit": []}), Err(Malformed)),
            (json!({"alg": "HS256", "b64": false}), Err(Malformed)),
            (json!({"alg": "HS256", "enc": "A256GCM"}), Err(Malformed)),
            (json!({"alg": "HS256", "zip": "DEF"}), Err(Malformed)),
            (json!(["HS256"]), Err(Malformed)),
        ] {
            let text = signed(&head, &json!({"sub": "u1"}), "your-256-bit-secret");
            assert_eq!(read(&text).map(drop), wanted, "{head}");
        }
    }

    #[test]
    fn what_is_no_token_is_malformed() {
        let good = signed(&json!({"alg": "HS256"}), &json!({"sub": "u1"}), "your-256-bit-secret");
        let (signed, signature) = good.rsplit_once('.').expect("three parts");
        for text in [
            String::new(),
            "a.b".to_owned(),
            "..".to_owned(),
            "x".repeat(9_000),
            format!("{good}."),
            format!(".{good}"),
            format!("{good}="),
            format!("{signed}.{signature}."),
            format!(" {good}"),
            format!("{good}.{signature}"),
        ] {
            assert_eq!(read(&text).map(drop), Err(Unreadable::Malformed), "{text:.40}");
        }
        for text in [format!("{signed}."), format!("{signed}.{}", &signature[..signature.len() - 3])] {
            assert_eq!(read(&text).map(drop), Err(Unreadable::Signature), "{text}");
        }
    }
}
