//! The rules as the team keeps them: read, replaced, and asked what they name.

use rusqlite::Connection;
use serde_json::Value;

use crate::domain::access::rights::Right;
use crate::domain::access::{store as agents, teams};
use crate::domain::routing::rules::named::{Named, named};
use crate::domain::routing::rules::store::{self, Stored};
use crate::domain::routing::rules::{NAME_CHARS, Rule, read};
use crate::domain::widgets::store as widgets;
use crate::events::{Area, Event, Record};
use crate::fault::{Fault, Kind};
use crate::filters::{Field, Problem};
use crate::flows::Caller;
use crate::ids::{RuleId, TeamId, WidgetId};
use crate::storage::Unit;
use crate::text;

/// The rules in their order.
#[derive(Debug, Clone)]
pub struct RuleSet {
    /// How often they were replaced.
    pub version: i64,
    /// Each with what keeps it from being asked, if something does.
    pub rules: Vec<(Stored, Option<Problem>)>,
}

/// A rule as somebody sends it.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its id; `None` for a new one.
    pub id: Option<String>,
    /// What the team calls it.
    pub name: String,
    /// Whether it is asked.
    pub enabled: bool,
    /// Whether no rule after it is asked where it holds.
    pub stop: bool,
    /// Whom it concerns.
    pub when: Value,
    /// What follows.
    pub then: Value,
}

/// Somebody else replaced them meanwhile.
const fn outdated() -> Fault {
    Fault::new(Kind::Conflict, "version", "Somebody changed the rules meanwhile. Read them again.")
}

/// Reads them.
pub fn rule_set(conn: &Connection) -> Result<RuleSet, Fault> {
    let mut rules = Vec::new();
    for stored in store::all(conn)? {
        let problem = match stored.read() {
            Ok(rule) => unknown(conn, &rule)?,
            Err(problem) => Some(problem),
        };
        rules.push((stored, problem));
    }
    Ok(RuleSet { version: store::version(conn)?, rules })
}

/// Those that are asked: they are enabled, they read, and what they name is there. The others stop nothing.
pub fn asked(conn: &Connection) -> Result<Vec<Rule>, Fault> {
    let mut rules = Vec::new();
    for stored in store::all(conn)?.iter().filter(|stored| stored.enabled) {
        if let Ok(rule) = stored.read()
            && unknown(conn, &rule)?.is_none()
        {
            rules.push(rule);
        }
    }
    Ok(rules)
}

/// Replaces them all; `version` is what they were read under.
pub fn replace(
    unit: &mut Unit<'_>,
    caller: &Caller,
    version: i64,
    sent: Vec<Sent>,
    most: usize,
) -> Result<RuleSet, Fault> {
    caller.may(Right::Routing)?;
    if sent.len() > most {
        return Err(Fault::invalid("rules", format!("Keep at most {most} rules.")));
    }
    if version != store::version(unit.conn())? {
        return Err(outdated());
    }
    let before = store::all(unit.conn())?;
    let mut rules: Vec<Stored> = Vec::new();
    for (place, sent) in sent.into_iter().enumerate() {
        let within = format!("rules[{place}]");
        let stored = accept(unit, sent, &within, &before)?;
        if rules.iter().any(|other| other.id == stored.id) {
            return Err(Fault::invalid(format!("{within}.id"), "This rule is there twice."));
        }
        rules.push(stored);
    }
    if rules != before {
        store::replace(unit.conn(), &rules, version + 1)?;
        unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Routing)))?;
    }
    rule_set(unit.conn())
}

/// A rule as it will be stored. One that is sent as it is stored is kept even where it does not read any more: nobody has to mend
/// another version's rule to save one of their own.
fn accept(unit: &mut Unit<'_>, sent: Sent, within: &str, before: &[Stored]) -> Result<Stored, Fault> {
    let Sent { id, name, enabled, stop, when, then } = sent;
    let id: Option<RuleId> = match id.map(|id| id.parse()) {
        Some(Ok(id)) if before.iter().any(|stored| stored.id == id) => Some(id),
        Some(_) => return Err(Fault::invalid(format!("{within}.id"), "There is no rule with this id.")),
        None => None,
    };
    let name = text::given(&name, NAME_CHARS).ok_or_else(|| {
        Fault::invalid(format!("{within}.name"), format!("Use 1 to {NAME_CHARS} printable characters."))
    })?;
    let id_or_new = |unit: &mut Unit<'_>| id.unwrap_or_else(|| unit.mint());
    let stands = |stored: &&Stored| Some(stored.id) == id && stored.when == when && stored.then == then;
    if let Some(stored) = before.iter().find(stands) {
        return Ok(Stored { name, enabled, stop, ..stored.clone() });
    }
    let filter = read::when(&when).map_err(|problem| problem.fault(within))?;
    let then = read::then(&then).map_err(|problem| problem.fault(within))?;
    let rule = Rule { id: id_or_new(unit), name, enabled, when: filter, then, stop };
    if let Some(problem) = unknown(unit.conn(), &rule)? {
        return Err(problem.fault(within));
    }
    let Rule { id, name, enabled, when, then, stop } = rule;
    let when = serde_json::to_value(&when).map_err(Fault::internal)?;
    Ok(Stored { id, name, enabled, stop, when, then: read::written(&then) })
}

/// What a rule names that is not there.
fn unknown(conn: &Connection, rule: &Rule) -> Result<Option<Problem>, Fault> {
    for Named { path, field, id } in named(rule) {
        let (there, what) = match field {
            Field::Agent => (is_there(&id, |id| agents::find(conn, id))?, "colleague"),
            Field::Widget => (is_there(&id, |id: WidgetId| widgets::find(conn, id))?, "widget"),
            _ => (is_there(&id, |id: TeamId| teams::name_of(conn, id))?, "team"),
        };
        if !there {
            return Ok(Some(Problem { path, why: format!("There is no {what} with this id.") }));
        }
    }
    Ok(None)
}

fn is_there<Id: std::str::FromStr, T>(
    id: &str,
    find: impl FnOnce(Id) -> rusqlite::Result<Option<T>>,
) -> Result<bool, Fault> {
    Ok(match id.parse() {
        Ok(id) => find(id)?.is_some(),
        Err(_) => false,
    })
}

/// The names of the rules that a team stands in, whether they read or not: it cannot go while there are some.
pub fn naming_team(conn: &Connection, team: TeamId) -> Result<Vec<(RuleId, String)>, Fault> {
    Ok(store::naming(conn, &team.to_string())?)
}
