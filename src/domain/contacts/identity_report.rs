//! What the desk reads in a pasted proof, and why it would not believe it: for whoever writes the shop's side of it.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::identity::{Claim, Identity, LEEWAY, TOKEN_LIFE_MAX, check};
use super::jwt::{Token, Unreadable};
use crate::clock::Timestamp;

/// Why a proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = IdentityProblem)]
pub enum Problem {
    /// Not three parts of base64url with JSON in them, far too large, or of a kind that only looks like a JWT.
    Malformed,
    /// Signed in another way than HS256.
    Algorithm,
    /// Signed with another secret.
    Signature,
    /// Not valid yet (`nbf`).
    NotYet,
    /// Expired (`exp`).
    Expired,
    /// Holds for longer than a day, or has no `exp`.
    TooLong,
    /// No `sub`, or one that cannot be an id.
    NoSubject,
    /// Not the HMAC of the id.
    Hash,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = IdentityReport)]
pub struct Report {
    /// Whether a visitor with it would be verified.
    pub valid: bool,
    /// Reason why not.
    pub problem: Option<Problem>,
    /// What the token says, believed or not.
    #[schema(value_type = Option<Object>)]
    pub claims: Option<Value>,
    /// When it ends.
    #[schema(value_type = Option<String>)]
    pub expires_at: Option<Timestamp>,
}

/// Checks a proof as a session would.
#[must_use]
pub fn report(claim: Claim, secret: &str, now: Timestamp) -> Report {
    let Some(token) = claim.token.clone() else {
        let valid = matches!(check(claim, secret, now), Ok(Identity::Verified { .. }));
        return Report { valid, problem: (!valid).then_some(Problem::Hash), claims: None, expires_at: None };
    };
    let text = token.trim();
    let Ok(token) = Token::parse(text) else {
        return Report { valid: false, problem: Some(Problem::Malformed), claims: None, expires_at: None };
    };
    let claims = token.claims.clone();
    let seconds =
        |name: &str| claims.get(name).and_then(Value::as_i64).map(|at| Timestamp(at.saturating_mul(1_000)));
    let (begins_at, expires_at) = (seconds("nbf"), seconds("exp"));
    let claim = Claim { token: Some(text.to_owned()), ..Claim::default() };
    let valid = check(claim, secret, now).is_ok();
    let problem = (!valid).then(|| match token.verify(secret) {
        Err(Unreadable::Malformed) => Problem::Malformed,
        Err(Unreadable::Algorithm) => Problem::Algorithm,
        Err(Unreadable::Signature) => Problem::Signature,
        Ok(_) => match expires_at {
            None => Problem::TooLong,
            Some(at) if at <= now => Problem::Expired,
            Some(at) if at > now.plus(TOKEN_LIFE_MAX) => Problem::TooLong,
            Some(_) if begins_at.is_some_and(|at| at > now.plus(LEEWAY)) => Problem::NotYet,
            Some(_) => Problem::NoSubject,
        },
    });
    Report { valid, problem, claims: Some(Value::Object(claims)), expires_at }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::contacts::jwt::signed;

    const NOW: Timestamp = Timestamp(1_772_352_000_000);

    fn token(claims: &Value, secret: &str, algorithm: &str) -> Claim {
        let head = json!({"alg": algorithm, "typ": "JWT"});
        Claim { token: Some(signed(&head, claims, secret)), ..Claim::default() }
    }

    #[test]
    fn each_way_to_fail_has_its_name() {
        let hour = NOW.0 / 1_000 + 3_600;
        let good = json!({"sub": "u1", "exp": hour, "name": "李娜"});
        let read = report(token(&good, "s", "HS256"), "s", NOW);
        assert!(read.valid && read.problem.is_none());
        assert_eq!(read.claims, Some(good.clone()));
        assert_eq!(read.expires_at, Some(Timestamp(hour * 1_000)));
        for (claim, problem) in [
            (token(&good, "other", "HS256"), Problem::Signature),
            (token(&good, "s", "HS384"), Problem::Algorithm),
            (token(&json!({"sub": "u1", "exp": 1}), "s", "HS256"), Problem::Expired),
            (token(&json!({"sub": "u1", "exp": hour + 90_000}), "s", "HS256"), Problem::TooLong),
            (token(&json!({"sub": "u1"}), "s", "HS256"), Problem::TooLong),
            (token(&json!({"sub": "u1", "exp": hour, "nbf": hour - 60}), "s", "HS256"), Problem::NotYet),
            (token(&json!({"exp": hour}), "s", "HS256"), Problem::NoSubject),
            (Claim { token: Some("a.b".into()), ..Claim::default() }, Problem::Malformed),
            (Claim { token: Some("x".repeat(9_000)), ..Claim::default() }, Problem::Malformed),
            (Claim { id: Some("u1".into()), hash: Some("00".into()), ..Claim::default() }, Problem::Hash),
        ] {
            let read = report(claim, "s", NOW);
            assert_eq!((read.valid, read.problem), (false, Some(problem)));
        }
    }
}
