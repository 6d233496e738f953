//! Words, proofs and frames as clients make them.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::TestDesk;

/// The content of a text message.
pub fn said(text: &str) -> Value {
    json!({ "kind": "text", "text": text })
}

/// A `send`.
pub fn send(id: &str, conversation: impl Into<Value>, text: &str) -> Value {
    json!({
        "type": "send",
        "client_message_id": id,
        "conversation_id": conversation.into(),
        "content": said(text),
    })
}

/// The words of messages, in order; other entries by their kind in brackets.
pub fn spoken(entries: &[Value]) -> Vec<String> {
    entries
        .iter()
        .map(|entry| match entry["type"].as_str() {
            Some("message") => entry["content"]["text"].as_str().unwrap_or("[recalled]").to_owned(),
            _ => format!("[{}]", entry["kind"].as_str().unwrap_or("?")),
        })
        .collect()
}

/// What the shop's server signs for a customer who is logged in there; holds for an hour.
pub fn jwt(desk: &TestDesk, user_id: &str) -> String {
    let claims = json!({ "sub": user_id, "exp": desk.now().0 / 1_000 + 3_600 });
    signed(&json!({ "alg": "HS256", "typ": "JWT" }), &claims, &desk.secret)
}

/// A token with any head, signed by HMAC-SHA-256.
pub fn signed(head: &Value, claims: &Value, secret: &str) -> String {
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(head), part(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(text.as_bytes());
    format!("{text}.{}", BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// The other proof: lower-case hex of HMAC-SHA-256 of the id.
pub fn hash(desk: &TestDesk, user_id: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(desk.secret.as_bytes()).unwrap();
    mac.update(user_id.as_bytes());
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap();
    mac.finalize().into_bytes().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
