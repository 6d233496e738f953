//! Signing in with e-mail and password, and out again.

use std::time::Duration;

use crate::domain::access::agent::Agent;
use crate::domain::access::sessions::{self, Browser};
use crate::domain::access::{credentials, devices, invalid_credentials, store};
use crate::events::{Record, revoked};
use crate::fault::Fault;
use crate::flows::access::hashing::Asking;
use crate::flows::{Caller, Desk};
use crate::ids::{AgentId, AgentSessionId};
use crate::storage::Unit;

/// What a browser sends along with a sign-in.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// User agent and address of the browser.
    pub browser: Browser,
    /// The cookie of an earlier sign-in, which ends with the new one.
    pub session: Option<String>,
    /// The token that shows that somebody signed in with it before.
    pub device: Option<String>,
}

/// A browser that was just signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// The agent.
    pub agent: Agent,
    /// The browser.
    pub session: AgentSessionId,
    /// The cookie's value; the desk keeps only its digest.
    pub cookie: String,
    /// What shows at the next sign-in that this browser was let in before.
    pub device: String,
}

/// Checks e-mail and password and signs the browser in. An unknown e-mail costs as much time as a wrong password.
pub async fn sign_in(
    desk: &Desk,
    asking: Asking,
    email: &str,
    password: String,
    shown: Shown,
    life: Duration,
) -> Result<SignedIn, Fault> {
    let key = email.trim().to_lowercase();
    let found = desk.db.read(move |conn| Ok(store::find_by_email(conn, &key)?)).await?;
    let (agent, stored) = match found {
        Some((agent, stored)) => (Some(agent), stored),
        None => (None, String::new()),
    };
    let right = desk.verify_password(asking, password, stored).await?;
    let agent = agent.filter(|agent| right && agent.active).ok_or_else(invalid_credentials)?;
    open_session(desk, agent, shown, life).await
}

/// Signs a browser in for an agent who has just proven who they are. What it was signed in as before ends.
pub async fn open_session(
    desk: &Desk,
    agent: Agent,
    shown: Shown,
    life: Duration,
) -> Result<SignedIn, Fault> {
    let cookie = credentials::make("", desk.entropy.as_ref());
    let fresh = credentials::make("", desk.entropy.as_ref());
    let digest = credentials::digest(&cookie);
    let (id, caller) = (agent.id, Caller::of(&agent));
    let (session, device) = desk
        .db
        .write(move |unit| {
            if let Some(earlier) = &shown.session {
                end_earlier(unit, &caller, earlier)?;
            }
            let session: AgentSessionId = unit.mint();
            let (now, until) = (unit.now(), unit.now().plus(life));
            sessions::insert(unit.conn(), session, id, &digest, &shown.browser, now, until)?;
            // A token that this desk did not issue is not accepted: somebody else may know it.
            let device = match shown.device {
                Some(given) if devices::is_anybodys(unit.conn(), &credentials::digest(&given))? => given,
                _ => fresh,
            };
            devices::remember(unit.conn(), id, &credentials::digest(&device), now)?;
            Ok((session, device))
        })
        .await?;
    Ok(SignedIn { agent, session, cookie, device })
}

/// Ends the sign-in behind a cookie, whoever's it is: its holder has just shown it.
fn end_earlier(unit: &mut Unit<'_>, caller: &Caller, cookie: &str) -> Result<(), Fault> {
    match sessions::find(unit.conn(), &credentials::digest(cookie))? {
        Some(session) => end(unit, caller, session),
        None => Ok(()),
    }
}

/// Signs one of the caller's browsers out; whether it was one of theirs.
pub fn sign_out(unit: &mut Unit<'_>, caller: &Caller, session: AgentSessionId) -> Result<bool, Fault> {
    let own = sessions::belongs(unit.conn(), session, caller.as_agent()?)?;
    if own {
        end(unit, caller, session)?;
    }
    Ok(own)
}

fn end(unit: &mut Unit<'_>, caller: &Caller, session: AgentSessionId) -> Result<(), Fault> {
    if store::remove_session(unit.conn(), session)? {
        unit.emit(&Record::of(caller.actor, revoked(session.0)))?;
    }
    Ok(())
}

/// Signs every browser of the caller out, and forgets that they ever were in.
pub fn sign_out_everywhere(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    end_everywhere(unit, caller, caller.as_agent()?)
}

/// The same for whomever the caller may sign out.
pub(super) fn end_everywhere(unit: &mut Unit<'_>, caller: &Caller, agent: AgentId) -> Result<(), Fault> {
    devices::forget(unit.conn(), agent, None)?;
    for session in store::remove_sessions(unit.conn(), agent)? {
        unit.emit(&Record::of(caller.actor, revoked(session)))?;
    }
    Ok(())
}
