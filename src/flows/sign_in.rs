//! Signing in with e-mail and password, and out again.

use std::time::Duration;

use crate::domain::access::agent::Agent;
use crate::domain::access::sessions::{self, Browser};
use crate::domain::access::{credentials, invalid_credentials, store};
use crate::events::{Actor, Event, EventKind};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::hashing::Asking;
use crate::ids::{AgentId, AgentSessionId};
use crate::storage::Unit;

/// A browser that was just signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub agent: Agent,
    /// The browser.
    pub session: AgentSessionId,
    /// The cookie's value, known only here and there.
    pub cookie: String,
}

/// Checks e-mail and password and signs the browser in. An unknown e-mail costs as much time as a wrong password.
pub async fn sign_in(
    desk: &Desk,
    email: &str,
    password: String,
    browser: Browser,
    life: Duration,
) -> Result<SignedIn, Fault> {
    let key = email.trim().to_lowercase();
    let found = desk.db.read(move |conn| Ok(store::find_by_email(conn, &key)?)).await?;
    let (agent, stored) = match found {
        Some((agent, stored)) => (Some(agent), stored),
        None => (None, String::new()),
    };
    let right = desk.verify_password(Asking::Stranger, password, stored).await?;
    let agent = agent.filter(|agent| right && agent.active).ok_or_else(invalid_credentials)?;
    open_session(desk, agent, browser, life).await
}

/// Signs a browser in for an agent who has just proven himself.
pub async fn open_session(
    desk: &Desk,
    agent: Agent,
    browser: Browser,
    life: Duration,
) -> Result<SignedIn, Fault> {
    let cookie = credentials::make("", desk.entropy.as_ref());
    let digest = credentials::digest(&cookie);
    let id = agent.id;
    let session = desk
        .db
        .write(move |unit| {
            let session: AgentSessionId = unit.mint();
            let (now, until) = (unit.now(), unit.now().plus(life));
            sessions::insert(unit.conn(), session, id, &digest, &browser, now, until)?;
            Ok(session)
        })
        .await?;
    Ok(SignedIn { agent, session, cookie })
}

/// Signs one browser out.
pub fn sign_out(unit: &mut Unit<'_>, session: AgentSessionId, actor: Actor) -> Result<(), Fault> {
    if store::remove_session(unit.conn(), session)? {
        unit.emit(&Event::about(EventKind::CredentialRevoked, actor, session.0, 0))?;
    }
    Ok(())
}

/// Signs every browser of an agent out.
pub fn sign_out_everywhere(unit: &mut Unit<'_>, agent: AgentId, actor: Actor) -> Result<(), Fault> {
    for session in store::remove_sessions(unit.conn(), agent)? {
        unit.emit(&Event::about(EventKind::CredentialRevoked, actor, session, 0))?;
    }
    Ok(())
}
