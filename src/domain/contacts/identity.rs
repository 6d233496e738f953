//! Proof of who a visitor is: a JWT (HS256, RFC 7519) or an HMAC of the user's id, made by the shop with the widget's
//! secret.

use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use serde_json::Value;
use sha2::Sha256;

pub use super::claim::Claim;
use super::claim::USER_ID_CHARS;
use super::invalid_identity;
use super::jwt::Token;
use super::profile::{self, Profile};
use super::taken::Taking;
use crate::clock::Timestamp;
use crate::fault::Fault;

/// Longest life of an identity token.
pub const TOKEN_LIFE_MAX: Duration = Duration::from_hours(24);
/// Clocks of shop and desk may differ by this much.
pub(super) const LEEWAY: Duration = Duration::from_mins(1);

/// What follows from a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// The shop vouched for this person.
    Verified {
        /// The person's id at the shop.
        user_id: String,
        /// What the proof itself holds: a token's name, e-mail and phone.
        proven: Profile,
        /// What the page said beside it: a hash proves the id alone.
        said: Profile,
    },
    /// Words only: shown as unverified, never a key to anything.
    Said(Profile),
}

#[derive(Deserialize)]
struct TokenClaims {
    sub: Value,
    exp: i64,
    nbf: Option<i64>,
    #[serde(default)]
    name: Value,
    #[serde(default)]
    email: Value,
    #[serde(default)]
    phone: Value,
}

/// Checks a claim against the widget's secret. Every way in which a proof fails gives the same fault.
pub fn check(claim: Claim, secret: &str, now: Timestamp) -> Result<Identity, Fault> {
    check_taking(claim, secret, now, &mut Taking::default())
}

/// The same; what is said beside the proof and cannot be used as it came is noted.
pub fn check_taking(
    claim: Claim,
    secret: &str,
    now: Timestamp,
    taking: &mut Taking,
) -> Result<Identity, Fault> {
    if let Some(token) = claim.token {
        return check_token(&token, secret, now, taking);
    }
    let profile = taking.profile(claim.name.as_deref(), claim.email.as_deref(), claim.phone.as_deref());
    match (claim.id, claim.hash) {
        (Some(user_id), Some(hash)) => {
            let mut mac =
                Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
            mac.update(user_id.as_bytes());
            let given = decode_hex(&hash).ok_or_else(invalid_identity)?;
            // Compares in constant time.
            mac.verify_slice(&given).map_err(|_| invalid_identity())?;
            verified(user_id, Profile::default(), profile)
        }
        (None, None) => Ok(Identity::Said(profile)),
        _ => Err(invalid_identity()),
    }
}

fn check_token(token: &str, secret: &str, now: Timestamp, taking: &mut Taking) -> Result<Identity, Fault> {
    let claims =
        Token::parse(token).and_then(|token| token.verify(secret)).map_err(|_| invalid_identity())?;
    let claims: TokenClaims =
        serde_json::from_value(Value::Object(claims)).map_err(|_| invalid_identity())?;
    let expires_at = Timestamp(claims.exp.saturating_mul(1_000));
    let latest = now.plus(TOKEN_LIFE_MAX).plus(LEEWAY);
    let begins_at = Timestamp(claims.nbf.unwrap_or(0).saturating_mul(1_000));
    if expires_at.plus(LEEWAY) <= now || expires_at > latest || begins_at > now.plus(LEEWAY) {
        return Err(invalid_identity());
    }
    // The shop's server may say a number; a name that is too long does not make the proof a worse one.
    let user_id = taking.raw("identity.token", claims.sub).ok_or_else(invalid_identity)?;
    let proven = taking.claims(claims.name, claims.email, claims.phone);
    verified(user_id, proven, Profile::default())
}

fn verified(user_id: String, proven: Profile, said: Profile) -> Result<Identity, Fault> {
    if profile::is_user_id(&user_id, USER_ID_CHARS) {
        Ok(Identity::Verified { user_id, proven, said })
    } else {
        Err(invalid_identity())
    }
}

fn decode_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let bytes = text.as_bytes();
    if bytes.len() != 64 {
        return None;
    }
    bytes.chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::contacts::jwt::signed;

    const NOW: Timestamp = Timestamp(1_772_353_812_000);

    fn token(claims: &Value, secret: &str, algorithm: &str) -> Claim {
        let head = json!({"alg": algorithm, "typ": "JWT"});
        Claim { token: Some(signed(&head, claims, secret)), ..Claim::default() }
    }

    #[test]
    fn a_token_holds_only_with_our_secret_and_for_a_day() {
        let hour = NOW.0 / 1_000 + 3_600;
        let good = check(token(&json!({"sub":"u1","exp":hour,"name":"李娜"}), "s", "HS256"), "s", NOW);
        let proven = Profile { name: Some("李娜".into()), ..Profile::default() };
        let said = Profile::default();
        assert_eq!(good, Ok(Identity::Verified { user_id: "u1".into(), proven, said }));
        for (claims, secret, algorithm) in [
            (json!({"sub":"u1","exp":hour}), "t", "HS256"),
            (json!({"sub":"u1","exp":hour}), "s", "HS512"),
            (json!({"sub":"u1","exp":hour - 2 * 3_600}), "s", "HS256"),
            (json!({"sub":"u1","exp":hour + 25 * 3_600}), "s", "HS256"),
            (json!({"sub":"u1"}), "s", "HS256"),
            (json!({"sub":"u1","exp":hour,"nbf":hour - 3_000}), "s", "HS256"),
            (json!({"sub":"u1","exp":hour,"nbf":"soon"}), "s", "HS256"),
            (json!({"exp":hour}), "s", "HS256"),
            (json!({"sub":"","exp":hour}), "s", "HS256"),
        ] {
            let fault = check(token(&claims, secret, algorithm), "s", NOW);
            assert_eq!(fault, Err(invalid_identity()), "{claims}");
        }
        let none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImV4cCI6OTk5OTk5OTk5OX0.";
        assert_eq!(
            check(Claim { token: Some(none.into()), ..Claim::default() }, "s", NOW),
            Err(invalid_identity())
        );
    }

    #[test]
    fn a_hash_proves_the_id_alone() {
        let claim = |hash: &str| Claim { id: Some("u1".into()), hash: Some(hash.into()), ..Claim::default() };
        // What `printf u1 | openssl dgst -sha256 -hmac s` prints.
        let right = "6217f5feaaaad982b5f35924572e1c0ca1134b73ca1b9c28a5b1a6e183f29553";
        let named = Claim { name: Some("Boss".into()), ..claim(right) };
        let said = Profile { name: Some("Boss".into()), ..Profile::default() };
        let proven = Profile::default();
        assert_eq!(
            check(named, "s", NOW),
            Ok(Identity::Verified { user_id: "u1".into(), proven, said }),
            "a name beside a hash is said"
        );
        for wrong in [&right.replace('a', "b"), "", "zz"] {
            assert_eq!(check(claim(wrong), "s", NOW), Err(invalid_identity()));
        }
        let unproven = Claim { id: Some("u1".into()), ..Claim::default() };
        assert_eq!(check(unproven, "s", NOW), Err(invalid_identity()));
        assert!(matches!(check(Claim::default(), "s", NOW), Ok(Identity::Said(_))));
    }
}
