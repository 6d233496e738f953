//! How the desk tells push services who it is (RFC 8292): a token signed with its own key, for one origin and some hours.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::json;

use super::sealing::point;
use crate::clock::Timestamp;

/// How long a token counts; services take no more than a day.
pub const LIFE: Duration = Duration::from_hours(12);
/// When it is made anew.
pub const RENEW_AFTER: Duration = Duration::from_hours(6);

/// The desk's key, as browsers subscribe with it.
#[must_use]
pub fn public_key(key: &SecretKey) -> String {
    URL_SAFE_NO_PAD.encode(point(&key.public_key()))
}

/// The header `Authorization` for an origin. `contact` is where the service may write to: `mailto:` or https.
#[must_use]
pub fn authorization(key: &SecretKey, origin: &str, contact: Option<&str>, now: Timestamp) -> String {
    let mut claims = json!({ "aud": origin, "exp": now.plus(LIFE).0 / 1_000 });
    if let Some(contact) = contact {
        claims["sub"] = contact.into();
    }
    let head = json!({ "typ": "JWT", "alg": "ES256" }).to_string();
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(head), URL_SAFE_NO_PAD.encode(claims.to_string()));
    let signature: Signature = SigningKey::from(key).sign(signed.as_bytes());
    format!("vapid t={signed}.{}, k={}", URL_SAFE_NO_PAD.encode(signature.to_bytes()), public_key(key))
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier;
    use serde_json::Value;

    use super::*;
    use crate::domain::push::sealing::secret;

    fn verified(token: &str, key: &str) -> Value {
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let key = VerifyingKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(key).unwrap()).unwrap();
        let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
        key.verify(signed.as_bytes(), &signature).unwrap();
        let claims = signed.split_once('.').unwrap().1;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap()
    }

    #[test]
    fn the_sample_of_the_standard_is_read_as_ours_are() {
        let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA";
        let key = "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
        assert_eq!(verified(token, key)["aud"], "https://push.example.net");
    }

    #[test]
    fn a_token_names_origin_end_and_contact() {
        let key = secret(&[7; 32]).unwrap();
        let now = Timestamp(1_772_353_812_500);
        let header = authorization(&key, "https://127.0.0.1:9443", Some("mailto:it@shop.cn"), now);
        let (token, named) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(named, public_key(&key));
        let claims = verified(token, named);
        assert_eq!(
            (&claims["aud"], &claims["sub"]),
            (&"https://127.0.0.1:9443".into(), &"mailto:it@shop.cn".into())
        );
        let life_s = claims["exp"].as_i64().unwrap() - now.0 / 1_000;
        assert!(life_s > 0 && life_s <= 24 * 60 * 60, "{life_s}");
        let anonymous = authorization(&key, "https://x.cn", None, now);
        let token = anonymous.strip_prefix("vapid t=").unwrap().split_once(", ").unwrap().0;
        assert!(verified(token, named).get("sub").is_none());
    }
}
