//! Inviting a colleague by a link, and joining with it.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::domain::access::agent::Role;
use crate::domain::access::email::EmailAddress;
use crate::domain::access::invitations::{self, Invitation};
use crate::domain::access::rights::Right;
use crate::domain::access::roles::RoleDescription;
use crate::domain::access::{credentials, email_taken, seat_limit, seats, store};
use crate::events::{Area, Event, Record};
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::access::add_agent::{NewAgent, add_agent, check_name};
use crate::ids::{AgentId, InvitationId};
use crate::storage::Unit;

/// How long a link works.
pub const LIFE: Duration = Duration::from_hours(7 * 24);

/// The link was used, replaced, taken back or has expired.
#[must_use]
pub const fn invalid_invitation() -> Fault {
    Fault::new(
        Kind::Unauthenticated,
        "invalid_invitation",
        "This invitation was used, replaced or taken back, or has expired. Ask for a new one.",
    )
}

/// The colleague to invite.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Checked.
    pub email: EmailAddress,
    /// Not yet checked.
    pub name: String,
    /// Admin or agent.
    pub role: Role,
}

/// Keeps an invitation under the digest of its link's token. An earlier one for the same e-mail stops working.
pub fn invite(
    unit: &mut Unit<'_>,
    caller: &Caller,
    asked: &Asked,
    digest: &[u8; 32],
) -> Result<Invitation, Fault> {
    caller.may_give(&RoleDescription::of(asked.role))?;
    let name = if asked.name.trim().is_empty() { String::new() } else { check_name(&asked.name)? };
    let key = asked.email.key();
    if store::find_by_email(unit.conn(), &key)?.is_some() {
        return Err(email_taken());
    }
    // A valid link reserves a seat, so that nobody opens one and finds none free.
    let out = invitations::open_count(unit.conn(), unit.now(), &key)?;
    let used = store::active_count(unit.conn())? + out;
    if !seats::has_room(used, seats::FREE_SEATS) {
        return Err(seat_limit(used, seats::FREE_SEATS));
    }
    let invitation = Invitation {
        id: unit.mint(),
        email: asked.email.as_str().to_owned(),
        name,
        role: asked.role,
        invited_by: caller.as_agent()?,
        created_at: unit.now(),
        expires_at: unit.now().plus(LIFE),
    };
    invitations::insert(unit.conn(), &invitation, &key, digest)?;
    changed(unit, caller)?;
    Ok(invitation)
}

/// Takes an invitation back: its link stops working.
pub fn take_back(unit: &mut Unit<'_>, caller: &Caller, id: InvitationId) -> Result<(), Fault> {
    caller.may(Right::Agents)?;
    if !invitations::remove(unit.conn(), id)? {
        return Err(Fault::not_found());
    }
    changed(unit, caller)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Members)))?;
    Ok(())
}

/// The invitation behind a link's token. It holds as long as whoever asked could ask again.
pub fn find(conn: &rusqlite::Connection, token: &str, now: Timestamp) -> Result<Invitation, Fault> {
    let found = invitations::find(conn, &credentials::digest(token), now)?.ok_or_else(invalid_invitation)?;
    let inviter = store::find(conn, found.invited_by)?;
    let role = RoleDescription::of(found.role);
    let may_ask = inviter.is_some_and(|agent| agent.active && Caller::of(&agent).may_give(&role).is_ok());
    if may_ask { Ok(found) } else { Err(invalid_invitation()) }
}

/// Adds the colleague and uses the link up.
pub fn join(
    unit: &mut Unit<'_>,
    token: &str,
    name: &str,
    locale: &str,
    password_hash: &str,
) -> Result<AgentId, Fault> {
    let invitation = find(unit.conn(), token, unit.now())?;
    let new = NewAgent {
        email: EmailAddress::parse(&invitation.email)?,
        name: check_name(name)?,
        role: invitation.role,
        locale: locale.to_owned(),
    };
    let id = add_agent(unit, &Caller::system(), &new, password_hash)?;
    invitations::remove(unit.conn(), invitation.id)?;
    Ok(id)
}
