//! What agents change about themselves, and owners and admins about them.

use crate::domain::access::agent::{Agent, Role};
use crate::domain::access::email::EmailAddress;
use crate::domain::access::{email_taken, roles, skills, store};
use crate::domain::pictures;
use crate::events::{AgentEvent, Event, Record};
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::access::add_agent::check_name;
use crate::flows::access::disable_agent;
use crate::flows::access::reload_agents::reload_agent;
use crate::ids::{AgentId, RoleId};
use crate::storage::Unit;

/// Most live conversations an agent can be set to take.
const CAPACITY_MAX: i64 = 100;

/// What changes; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// What customers and colleagues see.
    pub name: Option<String>,
    /// Where to sign in with.
    pub email: Option<EmailAddress>,
    /// The name of a picture, or none.
    pub picture: Option<Option<String>>,
    /// Most live conversations at once, 0 to 100.
    pub capacity: Option<i64>,
    /// Language of the workbench.
    pub locale: Option<String>,
    /// `auto`, `light` or `dark`.
    pub theme: Option<String>,
    /// Languages the agent speaks, as tags.
    pub languages: Option<Vec<String>>,
    /// What the agent knows.
    pub skills: Option<Vec<String>>,
}

/// Changes an agent. Agents change themselves, admins everybody but owners, owners everybody; colleagues hear of what they see.
pub fn update_agent(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: AgentId,
    changes: &Changes,
) -> Result<Agent, Fault> {
    let mut agent = changeable(unit, caller, id)?;
    let before = agent.clone();
    if let Some(name) = &changes.name {
        agent.name = check_name(name)?;
    }
    if let Some(email) = &changes.email {
        let taken = store::find_by_email(unit.conn(), &email.key())?;
        if taken.is_some_and(|(other, _)| other.id != id) {
            return Err(email_taken());
        }
        email.as_str().clone_into(&mut agent.email);
        store::set_email(unit.conn(), id, email.as_str(), &email.key())?;
    }
    if let Some(picture) = &changes.picture {
        if let Some(digest) = picture
            && !pictures::store::exists(unit.conn(), digest)?
        {
            return Err(Fault::invalid("picture", "There is no picture with this name. Upload it first."));
        }
        agent.picture.clone_from(picture);
    }
    if let Some(capacity) = changes.capacity {
        if !(0..=CAPACITY_MAX).contains(&capacity) {
            return Err(Fault::invalid("capacity", format!("Use 0 to {CAPACITY_MAX}.")));
        }
        agent.capacity = capacity;
    }
    if let Some(locale) = &changes.locale {
        agent.locale.clone_from(locale);
    }
    if let Some(theme) = &changes.theme {
        if !["auto", "light", "dark"].contains(&theme.as_str()) {
            return Err(Fault::invalid("theme", "Use auto, light or dark."));
        }
        agent.theme.clone_from(theme);
    }
    if let Some(languages) = &changes.languages {
        agent.standing.languages = skills::languages(languages)?;
    }
    if let Some(given) = &changes.skills {
        agent.standing.skills = skills::skills(given)?;
        store::set_skills(unit.conn(), id, &agent.standing.skills)?;
    }
    store::update(unit.conn(), &agent)?;
    if looks_other(&before, &agent) {
        unit.emit(&Record::of(caller.actor, Event::Agent(id, AgentEvent::Changed)))?;
    }
    Ok(agent)
}

/// Whether a change is one that colleagues see: language and theme are the agent's own.
fn looks_other(before: &Agent, after: &Agent) -> bool {
    before.name != after.name
        || before.email != after.email
        || before.picture != after.picture
        || before.capacity != after.capacity
        || before.standing != after.standing
}

fn changeable(unit: &Unit<'_>, caller: &Caller, id: AgentId) -> Result<Agent, Fault> {
    let agent = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    caller.may_change(&agent)?;
    Ok(agent)
}

/// The desk would be left without an owner.
const fn last_owner() -> Fault {
    Fault::new(Kind::RuleBroken, "last_owner", "The desk keeps at least one owner. Make another one first.")
}

/// There is no such role.
fn unknown_role() -> Fault {
    Fault::invalid("role_id", "There is no role with this id.")
}

/// Changes an agent's role or seat. Callers change whom they stand over, to what they could be themselves; the last owner stays.
pub fn set_standing(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: AgentId,
    role: Option<RoleId>,
    active: Option<bool>,
) -> Result<Agent, Fault> {
    let mut agent = changeable(unit, caller, id)?;
    let next_active = active.unwrap_or(agent.active);
    let next_role = match role {
        Some(role) => roles::find(unit.conn(), role)?.ok_or_else(unknown_role)?,
        None => agent.standing.role.clone(),
    };
    if (&next_role, next_active) == (&agent.standing.role, agent.active) {
        return Ok(agent);
    }
    // Also one's own role.
    caller.may_give(&agent.standing.role)?;
    caller.may_give(&next_role)?;
    let stays_owner = next_active && next_role.base == Role::Owner;
    if agent.active && agent.role == Role::Owner && !stays_owner && store::owner_count(unit.conn())? <= 1 {
        return Err(last_owner());
    }
    if next_role != agent.standing.role {
        agent.role = next_role.base;
        agent.standing.role = next_role;
        store::update(unit.conn(), &agent)?;
        reload_agent(unit, caller, id)?;
        unit.emit(&Record::of(caller.actor, Event::Agent(id, AgentEvent::Changed)))?;
    }
    if next_active {
        disable_agent::enable(unit, caller, &mut agent)?;
    } else {
        disable_agent::end(unit, caller, &mut agent)?;
    }
    Ok(agent)
}

/// Stores an agent's own preferences.
pub fn set_preferences(unit: &mut Unit<'_>, caller: &Caller, stored: &str) -> Result<(), Fault> {
    Ok(store::set_preferences(unit.conn(), caller.as_agent()?, stored)?)
}
