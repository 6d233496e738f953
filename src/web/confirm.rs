//! What changes who gets in: a signed-in browser alone is not enough for it, and an API token never. The present password comes with the
//! call, or the sign-in has just been made.

use actix_web::HttpRequest;

use super::calls::sign_in_required;
use super::identity::{Credential, CurrentAgent, data};
use super::settings::Settings;
use super::sign_in_rate::SignInRates;
use crate::domain::access::{sessions, store};
use crate::fault::{Fault, Kind};
use crate::flows::Desk;
use crate::flows::access::hashing::Asking;
use crate::ids::AgentSessionId;

/// Whether a sign-in that was just made stands for the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// The password, whatever else.
    Password,
    /// The password, or a sign-in not older than `sessions.fresh_for`.
    PasswordOrFresh,
}

const fn password_required() -> Fault {
    Fault::new(Kind::Forbidden, "password_required", "Send your present password in the field password.")
}

/// The browser of whoever asks; API tokens are refused.
pub(super) const fn browser_of(who: &CurrentAgent) -> Result<AgentSessionId, Fault> {
    match who.credential {
        Credential::Session(session) => Ok(session),
        Credential::Token(_) => Err(sign_in_required()),
    }
}

/// Makes sure that it is the agent, and not somebody who found the browser open.
pub(super) async fn confirm(
    request: &HttpRequest,
    who: &CurrentAgent,
    password: Option<String>,
    need: Need,
) -> Result<(), Fault> {
    let session = browser_of(who)?;
    if let Some(password) = password {
        return check_password(request, who, password, "password").await;
    }
    if need == Need::PasswordOrFresh {
        let desk = data::<Desk>(request)?;
        let made_at = desk.db.read(move |conn| Ok(sessions::created_at(conn, session)?)).await?;
        let fresh_for = data::<Settings>(request)?.sessions.fresh_for.duration();
        if made_at.is_some_and(|at| desk.clock.now() < at.plus(fresh_for)) {
            return Ok(());
        }
    }
    Err(Fault { field: Some("password".into()), ..password_required() })
}

/// What was asked, as an `Idempotency-Key` remembers it: a digest of a password would be far quicker to guess than its hash.
pub(super) fn without_password(body: &[u8]) -> Vec<u8> {
    let Ok(mut said) = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(body) else {
        return body.to_vec();
    };
    if said.remove("password").is_none() {
        return body.to_vec();
    }
    serde_json::to_vec(&said).unwrap_or_default()
}

/// Whether `password` is the present one of whoever asks; `field` is its name in the call. Tries are counted by agent.
pub(super) async fn check_password(
    request: &HttpRequest,
    who: &CurrentAgent,
    password: String,
    field: &'static str,
) -> Result<(), Fault> {
    data::<SignInRates>(request)?.own_password(who.agent.id)?;
    let (desk, id) = (data::<Desk>(request)?, who.agent.id);
    let stored = desk.db.read(move |conn| Ok(store::password_hash(conn, id)?)).await?;
    if desk.verify_password(Asking::Known, password, stored.unwrap_or_default()).await? {
        return Ok(());
    }
    let fault = Fault::new(Kind::RuleBroken, "wrong_password", "This is not your present password.");
    Err(Fault { field: Some(field.into()), ..fault })
}
