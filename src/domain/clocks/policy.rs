//! A policy: for which conversations it is, what it promises, and what happens when a promise is at risk or broken.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::promise::{Case, Promise};
use crate::clock::Timestamp;
use crate::events::{Alarm, ClockKind, LogPosition, Priority, State};
use crate::fault::{Fault, Kind};
use crate::filters::{Condition, Facts, Field, Fields, Filter};
use crate::ids::{CalendarId, PolicyId, TeamId, TicketTypeId};
use crate::text;

/// Most policies.
pub const POLICIES_MAX: usize = 50;
/// Most steps of one policy.
pub const STEPS_MAX: usize = 10;
/// Longest name, in characters.
pub const NAME_CHARS: usize = 60;
/// Shortest promise.
const TARGET_MIN_MS: i64 = 1_000;
/// Longest promise.
const TARGET_MAX_MS: i64 = 366 * 86_400_000;

/// There are as many as can be.
#[must_use]
pub const fn policy_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "policy_limit", "There are as many policies as can be kept. Delete some.")
}

/// Somebody else changed it meanwhile.
#[must_use]
pub const fn other_version() -> Fault {
    Fault::new(Kind::Conflict, "version", "Somebody changed this meanwhile. Load it again.")
}

/// How long something may take, by priority; null promises nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Milliseconds for urgent conversations.
    #[schema(example = 60_000)]
    pub urgent: Option<i64>,
    /// Milliseconds for those of high priority.
    #[schema(example = 120_000)]
    pub high: Option<i64>,
    /// Milliseconds for all others.
    #[schema(example = 120_000)]
    pub normal: Option<i64>,
    /// Milliseconds for those of low priority.
    #[schema(example = 600_000)]
    pub low: Option<i64>,
}

impl Limits {
    const fn of(&self, priority: Priority) -> Option<i64> {
        match priority {
            Priority::Urgent => self.urgent,
            Priority::High => self.high,
            Priority::Normal => self.normal,
            Priority::Low => self.low,
        }
    }

    fn check(&self, name: &str) -> Result<bool, Fault> {
        let mut some = false;
        for priority in Priority::ALL {
            let Some(ms) = self.of(priority) else { continue };
            some = true;
            if !(TARGET_MIN_MS..=TARGET_MAX_MS).contains(&ms) {
                return Err(Fault::invalid(
                    format!("targets.{name}.{}", priority.name()),
                    format!("Use {TARGET_MIN_MS} to {TARGET_MAX_MS} milliseconds."),
                ));
            }
        }
        Ok(some)
    }
}

/// What is promised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Targets {
    /// The first answer of a person.
    pub first: Limits,
    /// Each answer after it.
    pub next: Limits,
    /// The solution.
    pub solution: Limits,
}

/// When a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// When time is short.
    Warned,
    /// When it is over.
    Broken,
}

/// What is done then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Notify the agent who has the conversation.
    TellAgent,
    /// Notify the supervisors.
    TellSupervisors,
    /// Give it `priority`.
    SetPriority,
    /// Give it to the team `team_id`.
    SetTeam,
}

/// Something that is done when a promise is at risk or broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SlaStep)]
pub struct Step {
    /// When.
    pub at: At,
    /// What.
    #[serde(rename = "do")]
    pub deed: Deed,
    /// With `set_priority`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "urgent")]
    pub priority: Option<String>,
    /// With `set_team`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "tm_01jb7q2m4k9zz")]
    pub team_id: Option<String>,
}

impl Step {
    /// Whether it is taken at this alarm.
    #[must_use]
    pub const fn is_at(&self, alarm: Alarm) -> bool {
        matches!((self.at, alarm), (At::Warned, Alarm::Warned) | (At::Broken, Alarm::Broken))
    }

    /// The priority that it gives.
    #[must_use]
    pub fn priority(&self) -> Option<Priority> {
        self.priority.as_deref().filter(|_| self.deed == Deed::SetPriority).and_then(Priority::from_name)
    }

    /// The team that it gives the conversation to.
    #[must_use]
    pub fn team(&self) -> Option<TeamId> {
        self.team_id.as_deref().filter(|_| self.deed == Deed::SetTeam)?.parse().ok()
    }
}

fn everything() -> Filter {
    Filter::All(Vec::new())
}

const fn warn_percent() -> i64 {
    75
}

/// A policy as somebody wrote it down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SlaPolicyDocument)]
pub struct Policy {
    /// 1 to 60 printable characters.
    #[schema(example = "First answer within 2 minutes")]
    pub name: String,
    /// For which conversations: a filter over `team`, `priority`, `channel`, `kind`, `label` and `type`; everything if left out.
    #[serde(default = "everything")]
    #[schema(value_type = Object)]
    pub when: Filter,
    /// The calendar whose open time counts; null = day and night.
    #[serde(default)]
    #[schema(example = "cal_01jb7q2m4k9zz")]
    pub calendar_id: Option<String>,
    /// What is promised.
    pub targets: Targets,
    /// When to warn, in hundredths of the target: 1 to 99.
    #[serde(default = "warn_percent")]
    #[schema(example = 75)]
    pub warn_percent: i64,
    /// Whether the clock of the solution stops while the customer is to answer.
    #[serde(default)]
    pub pause_for_customer: bool,
    /// What is done when a promise is at risk or broken.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// Fields that promises may depend on: what entries tell, so that a change is heard of.
const FIELDS: [Field; 6] =
    [Field::Team, Field::Priority, Field::Channel, Field::Kind, Field::Label, Field::TicketType];

impl Policy {
    /// As it was stored; `None` for what can no longer be read, which promises nothing.
    #[must_use]
    pub fn stored(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|policy: &Self| policy.check().is_ok())
    }

    /// One of which nothing but the name is known; it promises nothing.
    #[must_use]
    pub fn named(name: String) -> Self {
        Self {
            name,
            when: everything(),
            calendar_id: None,
            targets: Targets::default(),
            warn_percent: warn_percent(),
            pause_for_customer: false,
            steps: Vec::new(),
        }
    }

    /// As it is stored.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Checks what can be checked without the rest of the desk.
    pub fn check(&self) -> Result<(), Fault> {
        if text::given(&self.name, NAME_CHARS).as_deref() != Some(self.name.as_str()) {
            let message = format!("A name has 1 to {NAME_CHARS} printable characters.");
            return Err(Fault::invalid("name", message));
        }
        self.when.check(Fields::Views).map_err(|problem| problem.fault("when"))?;
        if let Some(path) = foreign(&self.when, "when") {
            return Err(Fault::invalid(
                path,
                "Promises depend on team, priority, channel, kind, label and type.",
            ));
        }
        if self.calendar_id.as_ref().is_some_and(|id| id.parse::<CalendarId>().is_err()) {
            return Err(unknown("calendar_id", "calendar"));
        }
        let Targets { first, next, solution } = &self.targets;
        if !(first.check("first")? | next.check("next")? | solution.check("solution")?) {
            return Err(Fault::invalid("targets", "Promise at least one thing."));
        }
        if !(1..=99).contains(&self.warn_percent) {
            return Err(Fault::invalid("warn_percent", "Use 1 to 99."));
        }
        if self.steps.len() > STEPS_MAX {
            return Err(Fault::invalid("steps", format!("Use at most {STEPS_MAX} steps.")));
        }
        self.steps.iter().enumerate().try_for_each(|(place, step)| check_step(place, step))
    }

    /// The calendar whose open time counts.
    #[must_use]
    pub fn calendar(&self) -> Option<CalendarId> {
        self.calendar_id.as_ref()?.parse().ok()
    }

    /// Whether it is for this conversation.
    #[must_use]
    pub fn is_for(&self, case: &Case) -> bool {
        self.when.matches(&facts(case))
    }

    /// What it promises in this case; `version` is its own.
    #[must_use]
    pub fn promise(
        &self,
        kind: ClockKind,
        case: &Case,
        (id, version): (PolicyId, LogPosition),
    ) -> Option<Promise> {
        let limits = match kind {
            ClockKind::First => &self.targets.first,
            ClockKind::Next => &self.targets.next,
            ClockKind::Solution => &self.targets.solution,
        };
        let target_ms = limits.of(case.priority())?;
        Some(Promise {
            policy: id.0,
            version,
            target_ms,
            warn_ms: target_ms / 100 * self.warn_percent + target_ms % 100 * self.warn_percent / 100,
            calendar: self.calendar().map(|calendar| calendar.0),
            rests_with_customer: self.pause_for_customer,
        })
    }
}

fn check_step(place: usize, step: &Step) -> Result<(), Fault> {
    let (priority, team) = (step.priority.is_some(), step.team_id.is_some());
    let wrong = match step.deed {
        Deed::SetPriority if step.priority().is_none() => Some("priority"),
        Deed::SetTeam if step.team().is_none() => Some("team_id"),
        Deed::SetTeam => priority.then_some("priority"),
        Deed::TellAgent | Deed::TellSupervisors if priority => Some("priority"),
        Deed::SetPriority | Deed::TellAgent | Deed::TellSupervisors => team.then_some("team_id"),
    };
    match wrong {
        None => Ok(()),
        Some("priority") if step.deed == Deed::SetPriority => {
            Err(Fault::invalid(format!("steps[{place}].priority"), "Use urgent, high, normal or low."))
        }
        Some("team_id") if step.deed == Deed::SetTeam => {
            Err(unknown(format!("steps[{place}].team_id"), "team"))
        }
        Some(field) => Err(Fault::invalid(format!("steps[{place}].{field}"), "This step has no use for it.")),
    }
}

/// There is no such thing.
#[must_use]
pub fn unknown(field: impl Into<std::borrow::Cow<'static, str>>, what: &str) -> Fault {
    Fault::invalid(field, format!("There is no such {what}."))
}

/// The name in a document that may be no policy any more; empty if it has none.
#[must_use]
pub fn name_of(json: &str) -> String {
    let document: Option<serde_json::Value> = serde_json::from_str(json).ok();
    document.and_then(|document| Some(document.get("name")?.as_str()?.to_owned())).unwrap_or_default()
}

/// The first condition over something that promises may not depend on.
fn foreign(filter: &Filter, path: &str) -> Option<String> {
    let (name, filters) = match filter {
        Filter::One(Condition { field, .. }) => {
            return (!FIELDS.contains(field)).then(|| format!("{path}.field"));
        }
        Filter::All(filters) => ("all", filters),
        Filter::Any(filters) => ("any", filters),
    };
    filters.iter().enumerate().find_map(|(at, filter)| foreign(filter, &format!("{path}.{name}[{at}]")))
}

/// What a filter is asked about. Only what a case knows can be asked for.
fn facts(case: &Case) -> Facts {
    Facts {
        now: Timestamp(0),
        me: None,
        state: State::Open,
        agent: None,
        team: case.team(),
        priority: case.priority(),
        kind: case.kind,
        channel: case.channel.clone(),
        labels: case.labels.clone(),
        waiting_since: None,
        updated_at: Timestamp(0),
        opened_at: Timestamp(0),
        due_at: None,
        verified: false,
        status: None,
        category: None,
        ticket_type: case.ticket_type.map(TicketTypeId),
        language: None,
        widget: None,
        page: None,
        chosen_team: None,
        hours_open: false,
        returning: false,
        attributes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn policy(change: &Value) -> Result<Policy, Fault> {
        let mut document = json!({ "name": "Two minutes", "targets": { "first": { "normal": 120_000 } } });
        for (name, value) in change.as_object().expect("an object") {
            document[name] = value.clone();
        }
        let text = document.to_string();
        let policy: Policy = serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(&text))
            .map_err(|error| Fault::misread("", &error))?;
        policy.check().map(|()| policy)
    }

    #[test]
    fn what_is_wrong_is_named() {
        let condition = |field: &str, value: Value| json!({ "field": field, "op": "is", "value": value });
        let many = |count: usize| json!({ "all": vec![condition("channel", json!("web")); count] });
        let team = TeamId(7).to_string();
        for (change, field) in [
            (json!({}), None),
            (json!({ "name": "  " }), Some("name")),
            (json!({ "name": "长".repeat(61) }), Some("name")),
            (json!({ "when": many(30) }), None),
            (json!({ "when": many(31) }), Some("when.all[30]")),
            (json!({ "when": condition("state", json!("open")) }), Some("when.field")),
            (json!({ "when": { "any": [condition("page", json!("x"))] } }), Some("when.any[0].field")),
            (json!({ "calendar_id": "cal_?" }), Some("calendar_id")),
            (json!({ "targets": {} }), Some("targets")),
            (json!({ "targets": { "next": { "urgent": 999 } } }), Some("targets.next.urgent")),
            (json!({ "targets": { "next": { "soon": 9_000 } } }), Some("targets.next.soon")),
            (json!({ "warn_percent": 100 }), Some("warn_percent")),
            (json!({ "steps": [{ "at": "broken", "do": "tell_supervisors" }] }), None),
            (json!({ "steps": [{ "at": "later", "do": "tell_agent" }] }), Some("steps[0].at")),
            (json!({ "steps": [{ "at": "broken", "do": "set_priority" }] }), Some("steps[0].priority")),
            (
                json!({ "steps": [{ "at": "broken", "do": "set_team", "team_id": "tm_x" }] }),
                Some("steps[0].team_id"),
            ),
            (json!({ "steps": [{ "at": "broken", "do": "set_team", "team_id": team }] }), None),
            (
                json!({ "steps": [{ "at": "warned", "do": "tell_agent", "priority": "low" }] }),
                Some("steps[0].priority"),
            ),
            (json!({ "steps": vec![json!({ "at": "warned", "do": "tell_agent" }); 11] }), Some("steps")),
        ] {
            let found = policy(&change).map_err(|fault| fault.field.unwrap_or_default().into_owned());
            assert_eq!(found.err().as_deref(), field, "{change}");
        }
    }

    #[test]
    fn it_promises_by_priority_to_whom_it_is_for() {
        let wanted = policy(&json!({
            "when": { "field": "label", "op": "has", "value": "VIP" },
            "targets": { "first": { "urgent": 60_000, "normal": 100_001 } },
            "warn_percent": 50,
        }))
        .expect("a policy");
        assert_eq!(Policy::stored(&wanted.to_json()), Some(wanted.clone()));
        let mut case = Case::new(0, "web".to_owned());
        assert!(!wanted.is_for(&case));
        case.labels.push("VIP".to_owned());
        assert!(wanted.is_for(&case));
        let promise = |kind, case: &Case| {
            let found = wanted.promise(kind, case, (PolicyId(1), 2))?;
            Some((found.target_ms, found.warn_ms))
        };
        assert_eq!(promise(ClockKind::First, &case), Some((100_001, 50_000)));
        assert_eq!(promise(ClockKind::Next, &case), None);
        case.priority = Priority::Urgent as i64;
        assert_eq!(promise(ClockKind::First, &case), Some((60_000, 30_000)));
        case.priority = Priority::Low as i64;
        assert_eq!(promise(ClockKind::First, &case), None);
    }

    #[test]
    fn what_no_longer_reads_is_none() {
        for text in ["", "{}", r#"{"name":"x","targets":{"first":{"normal":1}}}"#] {
            assert_eq!(Policy::stored(text), None, "{text}");
        }
    }
}
