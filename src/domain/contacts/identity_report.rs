//! What the desk reads in a pasted proof, and why it would not believe it: for whoever writes the shop's side of it.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::Value;

use super::identity::{Claim, Identity, TOKEN_LIFE_MAX, check};
use crate::clock::Timestamp;

/// Longest token looked at, in bytes.
const TOKEN_BYTES: usize = 8_192;

/// Why a proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Not three parts of base64url with JSON in them, or far too large.
    Malformed,
    /// Signed in another way than HS256.
    Algorithm,
    /// Signed with another secret.
    Signature,
    /// Its time is over.
    Expired,
    /// Holds for longer than a day, or has no `exp`.
    TooLong,
    /// No `sub`, or one that cannot be an id.
    NoSubject,
    /// Not the HMAC of the id.
    Hash,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Whether a visitor with it would be verified.
    pub valid: bool,
    /// Why not.
    pub problem: Option<Problem>,
    /// What the token says, believed or not.
    pub claims: Option<Value>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

fn part(text: &str) -> Option<Value> {
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok().filter(Value::is_object)
}

/// Looks at a proof as a session would.
#[must_use]
pub fn report(claim: Claim, secret: &str, now: Timestamp) -> Report {
    let Some(token) = claim.token.clone() else {
        let valid = matches!(check(claim, secret, now), Ok(Identity::Verified { .. }));
        return Report { valid, problem: (!valid).then_some(Problem::Hash), claims: None, expires_at: None };
    };
    let mut parts = token.trim().split('.');
    let read = (parts.next().and_then(part), parts.next().and_then(part), parts.next(), parts.next());
    let (Some(head), Some(claims), Some(_), None, true) =
        (read.0, read.1, read.2, read.3, token.len() <= TOKEN_BYTES)
    else {
        return Report { valid: false, problem: Some(Problem::Malformed), claims: None, expires_at: None };
    };
    let expires_at = claims["exp"].as_i64().map(|seconds| Timestamp(seconds.saturating_mul(1_000)));
    let claim = Claim { token: Some(token.trim().to_owned()), ..Claim::default() };
    let valid = check(claim, secret, now).is_ok();
    let problem = (!valid).then(|| {
        if head["alg"] != "HS256" {
            return Problem::Algorithm;
        }
        let signed = signature_holds(token.trim(), secret);
        match expires_at {
            _ if !signed => Problem::Signature,
            None => Problem::TooLong,
            Some(at) if at <= now => Problem::Expired,
            Some(at) if at > now.plus(TOKEN_LIFE_MAX) => Problem::TooLong,
            Some(_) => Problem::NoSubject,
        }
    });
    Report { valid, problem, claims: Some(claims), expires_at }
}

fn signature_holds(token: &str, secret: &str) -> bool {
    let Some((signed, signature)) = token.rsplit_once('.') else { return false };
    let key = jsonwebtoken::DecodingKey::from_secret(secret.as_bytes());
    jsonwebtoken::crypto::verify(signature, signed.as_bytes(), &key, jsonwebtoken::Algorithm::HS256)
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{Algorithm, EncodingKey, Header};
    use serde_json::json;

    use super::*;

    const NOW: Timestamp = Timestamp(1_772_352_000_000);

    fn token(claims: &Value, secret: &str, algorithm: Algorithm) -> Claim {
        let key = EncodingKey::from_secret(secret.as_bytes());
        let token = jsonwebtoken::encode(&Header::new(algorithm), claims, &key).expect("signs");
        Claim { token: Some(token), ..Claim::default() }
    }

    #[test]
    fn each_way_to_fail_has_its_name() {
        let hour = NOW.0 / 1_000 + 3_600;
        let good = json!({"sub": "u1", "exp": hour, "name": "李娜"});
        let read = report(token(&good, "s", Algorithm::HS256), "s", NOW);
        assert!(read.valid && read.problem.is_none());
        assert_eq!(read.claims, Some(good.clone()));
        assert_eq!(read.expires_at, Some(Timestamp(hour * 1_000)));
        for (claim, problem) in [
            (token(&good, "other", Algorithm::HS256), Problem::Signature),
            (token(&good, "s", Algorithm::HS384), Problem::Algorithm),
            (token(&json!({"sub": "u1", "exp": 1}), "s", Algorithm::HS256), Problem::Expired),
            (token(&json!({"sub": "u1", "exp": hour + 90_000}), "s", Algorithm::HS256), Problem::TooLong),
            (token(&json!({"sub": "u1"}), "s", Algorithm::HS256), Problem::TooLong),
            (token(&json!({"exp": hour}), "s", Algorithm::HS256), Problem::NoSubject),
            (Claim { token: Some("a.b".into()), ..Claim::default() }, Problem::Malformed),
            (Claim { token: Some("x".repeat(9_000)), ..Claim::default() }, Problem::Malformed),
            (Claim { id: Some("u1".into()), hash: Some("00".into()), ..Claim::default() }, Problem::Hash),
        ] {
            let read = report(claim, "s", NOW);
            assert_eq!((read.valid, read.problem), (false, Some(problem)));
        }
    }
}
