//! What agents change about themselves, and admins about them.

use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::store;
use crate::events::{Actor, Event, EventKind};
use crate::fault::Fault;
use crate::flows::add_agent::check_name;
use crate::ids::AgentId;
use crate::storage::Unit;

/// Most live conversations an agent can be set to take.
const CAPACITY_MAX: i64 = 100;

/// What changes; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// What customers and colleagues see.
    pub name: Option<String>,
    /// Most live conversations at once, 0 to 100.
    pub capacity: Option<i64>,
    /// Language of the workbench.
    pub locale: Option<String>,
    /// `auto`, `light` or `dark`.
    pub theme: Option<String>,
}

/// Changes an agent.
pub fn update_agent(unit: &mut Unit<'_>, id: AgentId, changes: &Changes) -> Result<Agent, Fault> {
    let mut agent = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if let Some(name) = &changes.name {
        agent.name = check_name(name)?;
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
    store::update(unit.conn(), &agent)?;
    Ok(agent)
}

/// Sets whether an agent takes conversations; everybody who watches hears of it.
pub fn set_availability(
    unit: &mut Unit<'_>,
    id: AgentId,
    availability: Availability,
    actor: Actor,
) -> Result<Agent, Fault> {
    let mut agent = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    agent.availability = availability;
    store::update(unit.conn(), &agent)?;
    unit.emit(&Event::about(EventKind::AvailabilityChanged, actor, id.0, availability as i64))?;
    Ok(agent)
}
