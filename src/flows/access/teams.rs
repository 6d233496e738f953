//! Teams: made, changed, filled, deleted. Who reads by teams has their links reloaded when theirs change.

use std::collections::BTreeSet;

use crate::domain::access::agent::Agent;
use crate::domain::access::rights::Right;
use crate::domain::access::roles::{Reading, name_taken};
use crate::domain::access::teams::{self, NAME_CHARS, TEAMS_MAX, Team, team_limit};
use crate::domain::access::{forbidden, store};
use crate::domain::calendars::store as calendars;
use crate::domain::conversations::scope::Scope;
use crate::domain::conversations::store as conversations;
use crate::events::{AgentEvent, Area, Event, Record};
use crate::fault::{Fault, Kind, Named};
use crate::flows::Caller;
use crate::flows::access::reload_agents::reload_agent;
use crate::flows::clocks::policies;
use crate::flows::conversations::append;
use crate::flows::routing::rules::naming_team;
use crate::ids::{AgentId, CalendarId, TeamId};
use crate::storage::Unit;
use crate::text;

/// Most members of one team.
const MEMBERS_MAX: usize = 1_000;
/// Conversations that one unit takes from a team; more would keep others waiting.
const EMPTIED_AT_ONCE: usize = 500;
/// Agents at most.
const AGENTS_MAX: usize = 10_000;

/// What a team shall be; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Its name.
    pub name: Option<String>,
    /// Its calendar; none is the shop's hours.
    pub calendar: Option<Option<CalendarId>>,
    /// Whether customers may choose it.
    pub offered: Option<bool>,
    /// Whether it is given conversations only in its hours.
    pub only_in_hours: Option<bool>,
}

/// Adds a team without members, in the first free slot.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, changes: Changes) -> Result<Team, Fault> {
    caller.may(Right::Teams)?;
    let taken: BTreeSet<i64> = teams::all(unit.conn())?.into_iter().map(|team| team.slot).collect();
    let slot = (0..TEAMS_MAX).find(|slot| !taken.contains(slot)).ok_or_else(team_limit)?;
    let mut team = Team {
        id: unit.mint(),
        slot,
        name: String::new(),
        calendar: None,
        offered: false,
        only_in_hours: false,
        members: Vec::new(),
    };
    apply(unit, &mut team, Changes { name: Some(changes.name.unwrap_or_default()), ..changes })?;
    teams::insert(unit.conn(), &team, unit.now())?;
    tell(unit, caller)?;
    Ok(team)
}

/// Changes a team, but for its members.
pub fn change(unit: &mut Unit<'_>, caller: &Caller, id: TeamId, changes: Changes) -> Result<Team, Fault> {
    let before = found(unit, caller, id)?;
    let mut team = before.clone();
    apply(unit, &mut team, changes)?;
    if team != before {
        teams::update(unit.conn(), &team)?;
        tell(unit, caller)?;
    }
    Ok(team)
}

/// Puts these agents into the team, and nobody else.
pub fn set_members(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: TeamId,
    members: &[AgentId],
) -> Result<Team, Fault> {
    let mut team = found(unit, caller, id)?;
    if members.len() > MEMBERS_MAX {
        return Err(Fault::invalid("agent_ids", format!("Name at most {MEMBERS_MAX} agents.")));
    }
    let (before, after): (BTreeSet<AgentId>, BTreeSet<AgentId>) =
        (team.members.iter().copied().collect(), members.iter().copied().collect());
    let mut changed = Vec::new();
    for agent in before.symmetric_difference(&after) {
        let agent = store::find(unit.conn(), *agent)?
            .ok_or_else(|| Fault::invalid("agent_ids", "There is no agent with one of these ids."))?;
        if after.contains(&agent.id) {
            check_readable(caller, &team)?;
        }
        changed.push(agent);
    }
    if changed.is_empty() {
        return Ok(team);
    }
    team.members = after.into_iter().collect();
    teams::set_members(unit.conn(), id, &team.members)?;
    concerned(unit, caller, &changed)?;
    tell(unit, caller)?;
    Ok(team)
}

/// Nobody gives others to read what they do not read themselves.
fn check_readable(caller: &Caller, team: &Team) -> Result<(), Fault> {
    match caller.scope {
        Scope::Everything => Ok(()),
        Scope::Teams { teams: own, .. } if own & teams::bit(team.slot) != 0 => Ok(()),
        _ => Err(forbidden()),
    }
}

/// Tells that these agents' teams are others.
fn concerned(unit: &mut Unit<'_>, caller: &Caller, agents: &[Agent]) -> Result<(), Fault> {
    for agent in agents {
        if agent.standing.role.reading == Reading::Teams {
            reload_agent(unit, caller, agent.id)?;
        }
        unit.emit(&Record::of(caller.actor, Event::Agent(agent.id, AgentEvent::Changed)))?;
    }
    Ok(())
}

/// Takes some of its conversations from a team that is to be deleted: they belong to everybody then. Whether it may have more.
pub fn empty(unit: &mut Unit<'_>, caller: &Caller, id: TeamId) -> Result<bool, Fault> {
    found(unit, caller, id)?;
    check_unnamed(unit, id)?;
    let conversations = conversations::of_team(unit.conn(), id, EMPTIED_AT_ONCE)?;
    for id in &conversations {
        let mut conversation = append::conversation_of(unit, *id)?;
        let steps = conversation.lose_team(append::moment(unit, caller.actor));
        append::write(unit, *id, &steps)?;
        conversations::save(unit.conn(), &conversation, None, None)?;
    }
    Ok(conversations.len() == EMPTIED_AT_ONCE)
}

/// Refuses to delete a team that rules of the routing or SLA policies name: they would send nobody there without a word.
fn check_unnamed(unit: &Unit<'_>, id: TeamId) -> Result<(), Fault> {
    let rules = naming_team(unit.conn(), id)?.into_iter();
    let rules = rules.map(|(id, name)| Named { kind: "rule", id: id.to_string(), name });
    let named: Vec<Named> = rules.chain(policies::with_team(unit, id)?).collect();
    if named.is_empty() {
        return Ok(());
    }
    let message = "Rules of the routing or SLA policies name this team. Change them first.";
    Err(Fault { named, ..Fault::new(Kind::RuleBroken, "in_use", message) })
}

/// Deletes a team that no rule names. What it had belongs to everybody, and who reads by teams reads it.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: TeamId) -> Result<(), Fault> {
    let team = found(unit, caller, id)?;
    check_unnamed(unit, id)?;
    while empty(unit, caller, id)? {}
    teams::remove(unit.conn(), id)?;
    for agent in store::list(unit.conn(), 0, AGENTS_MAX)? {
        if agent.active && agent.standing.role.reading == Reading::Teams {
            reload_agent(unit, caller, agent.id)?;
        }
        if team.members.contains(&agent.id) {
            unit.emit(&Record::of(caller.actor, Event::Agent(agent.id, AgentEvent::Changed)))?;
        }
    }
    tell(unit, caller)
}

fn found(unit: &Unit<'_>, caller: &Caller, id: TeamId) -> Result<Team, Fault> {
    caller.may(Right::Teams)?;
    teams::find(unit.conn(), id)?.ok_or_else(Fault::not_found)
}

fn apply(unit: &Unit<'_>, team: &mut Team, changes: Changes) -> Result<(), Fault> {
    if let Some(name) = changes.name {
        team.name = text::given(&name, NAME_CHARS)
            .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))?;
        let same = |other: &Team| other.id != team.id && text::alike(&other.name) == text::alike(&team.name);
        if teams::all(unit.conn())?.iter().any(same) {
            return Err(name_taken());
        }
    }
    if let Some(calendar) = changes.calendar {
        if let Some(id) = calendar
            && calendars::find(unit.conn(), id)?.is_none()
        {
            return Err(Fault::invalid("calendar_id", "There is no calendar with this id."));
        }
        team.calendar = calendar;
    }
    team.offered = changes.offered.unwrap_or(team.offered);
    team.only_in_hours = changes.only_in_hours.unwrap_or(team.only_in_hours);
    Ok(())
}

fn tell(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Teams)))?;
    Ok(())
}
