//! Session tokens: what opens a socket. Signed by the desk, so that making one stores nothing.
//!
//! A token names a subject and the credential it came from; whether these still hold is looked up at each use.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::clock::Timestamp;
use crate::ids::{AgentId, VisitorId};

const VERSION: u8 = 1;
const CLAIMS_BYTES: usize = 34;
const MAC_BYTES: usize = 32;

/// Contents of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claims {
    /// The holder.
    pub subject: Subject,
    /// When it stops opening sockets.
    pub expires_at: Timestamp,
}

/// The holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A visitor, and the generation of their credentials.
    Visitor {
        /// The visitor.
        id: VisitorId,
        /// Tokens of an earlier generation no longer hold.
        generation: i64,
    },
    /// An agent, and the signed-in browser or API token it came from.
    Agent {
        /// The agent.
        id: AgentId,
        /// Number of the session or token.
        credential: i64,
    },
}

/// Writes and signs a token.
#[must_use]
pub fn sign(key: &[u8; 32], claims: &Claims) -> String {
    let (kind, subject, second) = match claims.subject {
        Subject::Visitor { id, generation } => (1, id.0, generation),
        Subject::Agent { id, credential } => (2, id.0, credential),
    };
    let mut bytes = Vec::with_capacity(CLAIMS_BYTES + MAC_BYTES);
    bytes.extend([VERSION, kind]);
    for number in [subject, second, claims.expires_at.0, 0] {
        bytes.extend(number.to_be_bytes());
    }
    let mac = mac(key, &bytes).finalize().into_bytes();
    bytes.extend(mac);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads a token that this desk signed and that has not expired; anything else is `None`.
#[must_use]
pub fn verify(key: &[u8; 32], token: &str, now: Timestamp) -> Option<Claims> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok().filter(|bytes| bytes.len() == CLAIMS_BYTES + MAC_BYTES)?;
    let (claims, signature) = bytes.split_at(CLAIMS_BYTES);
    // Compares in constant time.
    mac(key, claims).verify_slice(signature).ok()?;
    let number = |at: usize| Some(i64::from_be_bytes(claims.get(at..at + 8)?.try_into().ok()?));
    let subject = match (claims[0], claims[1]) {
        (VERSION, 1) => Subject::Visitor { id: VisitorId(number(2)?), generation: number(10)? },
        (VERSION, 2) => Subject::Agent { id: AgentId(number(2)?), credential: number(10)? },
        _ => return None,
    };
    let expires_at = Timestamp(number(18)?);
    (now < expires_at).then_some(Claims { subject, expires_at })
}

fn mac(key: &[u8; 32], bytes: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(b"session");
    mac.update(bytes);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_fresh_token_of_this_desk_holds() {
        let key = [7; 32];
        let now = Timestamp(1_000);
        let claims = Claims {
            subject: Subject::Agent { id: AgentId(5), credential: 9 },
            expires_at: Timestamp(2_000),
        };
        let token = sign(&key, &claims);
        assert_eq!(verify(&key, &token, now), Some(claims));
        assert_eq!(verify(&key, &token, Timestamp(2_000)), None);
        assert_eq!(verify(&[8; 32], &token, now), None);
        for place in 0..token.len() {
            let mut forged = token.clone().into_bytes();
            forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
            let forged = String::from_utf8_lossy(&forged).into_owned();
            assert_eq!(verify(&key, &forged, now), None, "changed at {place}");
        }
        assert_eq!(verify(&key, "", now), None);
        assert_eq!(verify(&key, &token[1..], now), None);
    }
}
