//! Writing policies down: adding, changing, putting them in order, removing them. Each change is a version that counts for clocks
//! that start behind it, and for those that run already where somebody says so.

use super::keep;
use crate::domain::access::rights::Right;
use crate::domain::access::teams;
use crate::domain::calendars;
use crate::domain::clocks::circle;
use crate::domain::clocks::policy::{POLICIES_MAX, Policy, other_version, policy_limit, unknown};
use crate::domain::clocks::store::{self, Kept, Version};
use crate::events::{Area, Event, LogPosition, Record};
use crate::fault::{Fault, Named};
use crate::filters::{Condition, Field, Filter};
use crate::flows::Caller;
use crate::ids::{CalendarId, PolicyId, TeamId};
use crate::storage::Unit;

/// The right that it takes.
pub const MAY: Right = Right::Sla;

/// Where a version stands, and whether it counts for clocks that run already.
type From = (LogPosition, bool);

/// Adds a policy behind the others.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, policy: &Policy, running: bool) -> Result<Kept, Fault> {
    caller.may(MAY)?;
    policy.check()?;
    let all = store::policies(unit.conn())?;
    if all.len() >= POLICIES_MAX {
        return Err(policy_limit());
    }
    check_names(unit, policy)?;
    check_steps(&all, policy, None)?;
    let id = unit.mint();
    let place = all.last().map_or(1, |last| last.place + 1);
    let version = changed(unit, caller)?;
    write(unit, (id, place), policy.to_json(), (version, running))
}

/// Changes a policy that is in the version that the caller knows.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: PolicyId,
    policy: &Policy,
    (known, running): From,
) -> Result<Kept, Fault> {
    caller.may(MAY)?;
    policy.check()?;
    let all = store::policies(unit.conn())?;
    let kept = all.iter().find(|kept| kept.id == id).ok_or_else(Fault::not_found)?;
    if kept.version != known {
        return Err(other_version());
    }
    check_names(unit, policy)?;
    check_steps(&all, policy, Some(id))?;
    let version = changed(unit, caller)?;
    write(unit, (id, kept.place), policy.to_json(), (version, running))
}

/// Removes a policy. Clocks that run keep its promise, unless `running` says otherwise.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: PolicyId, running: bool) -> Result<(), Fault> {
    caller.may(MAY)?;
    let all = store::policies(unit.conn())?;
    let kept = all.iter().find(|kept| kept.id == id).ok_or_else(Fault::not_found)?;
    let version = changed(unit, caller)?;
    store::remove(unit.conn(), id)?;
    note(unit, (id, kept.place), None, (version, running))
}

/// Puts the policies in order: all of them, each once.
pub fn order(
    unit: &mut Unit<'_>,
    caller: &Caller,
    ids: &[PolicyId],
    running: bool,
) -> Result<Vec<Kept>, Fault> {
    caller.may(MAY)?;
    let all = store::policies(unit.conn())?;
    let mut named: Vec<PolicyId> = ids.to_vec();
    named.sort_unstable();
    named.dedup();
    if named.len() != ids.len() || ids.len() != all.len() || all.iter().any(|kept| !ids.contains(&kept.id)) {
        return Err(Fault::invalid("ids", "Name every policy once."));
    }
    let version = changed(unit, caller)?;
    for kept in all {
        let place = ids.iter().position(|id| *id == kept.id).map_or(0, |place| place as i64 + 1);
        if place != kept.place {
            write(unit, (kept.id, place), kept.document, (version, running))?;
        }
    }
    Ok(store::policies(unit.conn())?)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<LogPosition, Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Sla)))
}

fn write(unit: &Unit<'_>, (id, place): (PolicyId, i64), document: String, from: From) -> Result<Kept, Fault> {
    let kept = Kept { id, place, document, version: from.0, changed_at: unit.now() };
    store::save(unit.conn(), &kept)?;
    note(unit, (id, place), Some(kept.document.clone()), from)?;
    Ok(kept)
}

fn note(
    unit: &Unit<'_>,
    (policy, place): (PolicyId, i64),
    document: Option<String>,
    (position, also_running): From,
) -> Result<(), Fault> {
    let version = Version { policy, position, at: unit.now(), place, document, also_running };
    store::note(unit.conn(), &version)?;
    if also_running { keep::look_again(unit) } else { Ok(()) }
}

/// Refuses teams and calendars that there are not.
fn check_names(unit: &Unit<'_>, policy: &Policy) -> Result<(), Fault> {
    if let Some(calendar) = policy.calendar()
        && calendars::store::find(unit.conn(), calendar)?.is_none()
    {
        return Err(unknown("calendar_id", "calendar"));
    }
    for (place, step) in policy.steps.iter().enumerate() {
        if let Some(team) = step.team()
            && teams::name_of(unit.conn(), team)?.is_none()
        {
            return Err(unknown(format!("steps[{place}].team_id"), "team"));
        }
    }
    check_teams(unit, &policy.when, "when")
}

fn check_teams(unit: &Unit<'_>, filter: &Filter, path: &str) -> Result<(), Fault> {
    let (name, filters) = match filter {
        Filter::One(condition) => return check_team(unit, condition, path),
        Filter::All(filters) => ("all", filters),
        Filter::Any(filters) => ("any", filters),
    };
    let mut all = filters.iter().enumerate();
    all.try_for_each(|(place, filter)| check_teams(unit, filter, &format!("{path}.{name}[{place}]")))
}

fn check_team(unit: &Unit<'_>, Condition { field, value, .. }: &Condition, path: &str) -> Result<(), Fault> {
    for team in value.values().iter().flatten().filter(|_| *field == Field::Team) {
        let is_there = match team.parse::<TeamId>() {
            Ok(team) => teams::name_of(unit.conn(), team)?.is_some(),
            Err(_) => false,
        };
        if !is_there {
            return Err(unknown(format!("{path}.value"), "team"));
        }
    }
    Ok(())
}

/// Refuses steps that lead back to the policy they stand in.
fn check_steps(all: &[Kept], policy: &Policy, id: Option<PolicyId>) -> Result<(), Fault> {
    let others = all.iter().filter(|kept| Some(kept.id) != id);
    let others: Vec<Policy> = others.filter_map(|kept| Policy::stored(&kept.document)).collect();
    let mut policies: Vec<&Policy> = others.iter().collect();
    policies.push(policy);
    match circle::leads_back(&policies, policies.len() - 1) {
        Some(step) => Err(Fault::invalid(
            format!("steps[{step}]"),
            "This step leads back to this policy over the steps of others.",
        )),
        None => Ok(()),
    }
}

/// Policies that count the open time of a calendar, with their names: those that are kept, and those that clocks still run by.
pub fn with_calendar(unit: &Unit<'_>, id: CalendarId) -> Result<Vec<Named>, Fault> {
    let mut named: Vec<Named> = Vec::new();
    for (policy, document) in store::documents_in_use(unit.conn())? {
        let read = Policy::stored(&document).filter(|policy| policy.calendar() == Some(id));
        let policy = policy.to_string();
        if let Some(read) = read.filter(|_| named.iter().all(|known| known.id != policy)) {
            named.push(Named { kind: "sla_policy", id: policy, name: read.name });
        }
    }
    Ok(named)
}

/// The same for a team that conditions or steps name.
pub fn with_team(unit: &Unit<'_>, id: TeamId) -> Result<Vec<Named>, Fault> {
    let team = id.to_string();
    let names_it = |policy: &Policy| {
        policy.steps.iter().any(|step| step.team() == Some(id)) || names_team(&policy.when, &team)
    };
    let all = store::policies(unit.conn())?.into_iter();
    let read = all.filter_map(|kept| Some((kept.id, Policy::stored(&kept.document)?)));
    let named = read.filter(|(_, policy)| names_it(policy));
    let one = |(id, policy): (PolicyId, Policy)| Named {
        kind: "sla_policy",
        id: id.to_string(),
        name: policy.name,
    };
    Ok(named.map(one).collect())
}

fn names_team(filter: &Filter, team: &str) -> bool {
    match filter {
        Filter::All(filters) | Filter::Any(filters) => filters.iter().any(|filter| names_team(filter, team)),
        Filter::One(Condition { field, value, .. }) => {
            *field == Field::Team && value.values().iter().flatten().any(|named| named == team)
        }
    }
}
