//! Rules of the routing: read and replaced as a whole, so that their order is one thing.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, get, post, put};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::domain::access::rights::Right;
use crate::domain::routing::eligible::Refusal;
use crate::domain::routing::why::Why;
use crate::events::Priority;
use crate::fault::Fault;
use crate::filters::Problem as Unreadable;
use crate::flows::Desk;
use crate::flows::routing::gather::Around;
use crate::flows::routing::rules::{self, RuleSet, Sent};
use crate::flows::routing::try_rules::{Described, Tested, Tried, Whom, try_rules};
use crate::ids::{AgentId, RuleId, TeamId};
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// What keeps a rule from being asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BrokenRule)]
pub(super) struct Broken {
    /// Where, below the rule.
    #[schema(example = "when.all[0].op")]
    path: String,
    /// One sentence.
    why: String,
}

/// A rule.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoutingRule {
    #[schema(value_type = String, example = "rr_01jb7q2m4k9zz")]
    id: RuleId,
    #[schema(example = "Refunds")]
    name: String,
    /// Whether it is asked.
    enabled: bool,
    /// Whom it concerns: a condition, or `all` or `any` of several.
    #[schema(value_type = Object, example = json!({ "field": "channel", "op": "is", "value": "web" }))]
    when: Value,
    /// What follows: `team_id`, `priority`, `required_skills`, `preferred_skills`.
    #[schema(value_type = Object, example = json!({ "priority": "high" }))]
    then: Value,
    /// Whether no rule after it is asked where it holds.
    stop: bool,
    /// What keeps it from being asked: another version stored it, or what it names is gone.
    broken: Option<Broken>,
}

/// The rules in their order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoutingRules {
    /// Send it back with a change.
    version: i64,
    rules: Vec<RoutingRule>,
    /// Most rules there can be.
    rules_max: usize,
}

impl RoutingRules {
    fn new(RuleSet { version, rules }: RuleSet, rules_max: usize) -> Self {
        let broken = |Unreadable { path, why }| Broken { path, why };
        let rules = rules
            .into_iter()
            .map(|(stored, problem)| RoutingRule {
                id: stored.id,
                name: stored.name,
                enabled: stored.enabled,
                when: stored.when,
                then: stored.then,
                stop: stored.stop,
                broken: problem.map(broken),
            })
            .collect();
        Self { version, rules, rules_max }
    }
}

/// Read the rules
///
/// In the order in which they are asked. A rule that is broken is skipped until somebody mends it.
#[utoipa::path(operation_id = "get_routing_rules", tag = "Routing", responses(
    (status = 200, description = "The rules", body = RoutingRules),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/routing/rules")]
pub(super) async fn read(who: CurrentAgent, desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    who.caller().may(Right::Routing)?;
    let set = desk.db.read(rules::rule_set).await?;
    Ok(HttpResponse::Ok().json(RoutingRules::new(set, settings.rules_max)))
}

/// A rule to be kept; of one that is there, with its id.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct RuleChange {
    #[schema(example = "rr_01jb7q2m4k9zz")]
    id: Option<String>,
    /// 1 to 60 printable characters.
    #[schema(example = "Refunds")]
    name: String,
    /// True if left out.
    enabled: Option<bool>,
    /// At most 30 conditions, in groups two deep. `{"all": []}` concerns every conversation.
    #[schema(value_type = Object, example = json!({ "field": "label", "op": "has", "value": "refund" }))]
    when: Value,
    #[schema(value_type = Object, example = json!({ "priority": "high", "required_skills": ["vat"] }))]
    then: Value,
    /// False if left out.
    #[serde(default)]
    stop: bool,
}

/// The rules as they shall be, in their order.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct RulesChange {
    /// What they were read under.
    version: i64,
    rules: Vec<RuleChange>,
}

/// Replace the rules
///
/// All of them, in their order. One that is sent as it is stored is kept, even if it is broken. Conversations that nobody has had
/// yet are judged anew when the next thing happens to them.
#[utoipa::path(operation_id = "replace_routing_rules", tag = "Routing", request_body = RulesChange, responses(
    (status = 200, description = "The rules as they are now", body = RoutingRules),
    (status = 400, description = "invalid: a field is wrong; its path is named, as in rules[0].when.all[1].op", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "version: somebody changed them meanwhile; read them again", body = Problem),
))]
#[put("/routing/rules")]
pub(super) async fn replace(
    who: CurrentAgent,
    body: Body<RulesChange>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: RulesChange { version, rules }, raw } = body;
    let sent = rules
        .into_iter()
        .map(|RuleChange { id, name, enabled, when, then, stop }| Sent {
            id,
            name,
            enabled: enabled.unwrap_or(true),
            stop,
            when,
            then,
        })
        .collect();
    let (caller, most) = (who.caller(), settings.rules_max);
    call.write(&who, &raw, 200, move |unit| {
        rules::replace(unit, &caller, version, sent, most).map(|set| RoutingRules::new(set, most))
    })
    .await
}

/// Whom to try: a conversation, or somebody described.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WhomToTry {
    /// Its customer, as if it waited now; the rest is not read then.
    #[schema(example = "c_048jpvq0hmasw")]
    conversation_id: Option<String>,
    /// `web` if left out.
    #[schema(example = "web")]
    channel: Option<String>,
    /// The language that the browser asks for.
    #[schema(example = "zh-CN")]
    language: Option<String>,
    /// Address of the page that the customer looks at.
    page: Option<String>,
    widget_id: Option<String>,
    /// The team that the customer chooses.
    chosen_team_id: Option<String>,
    /// Whether the shop vouches for them.
    #[serde(default)]
    verified: bool,
    /// Whether they have written before.
    #[serde(default)]
    returning: bool,
    /// Labels that the team would give; at most 50.
    #[serde(default)]
    labels: Vec<String>,
    /// Attributes that the team wrote, as texts; at most 50.
    #[serde(default)]
    attributes: BTreeMap<String, String>,
}

/// Longest text of somebody who is described, in characters; of an address, it is as long as those that are kept.
const TEXT_CHARS: usize = 2_000;
/// Most labels and attributes.
const MOST: usize = 50;

impl WhomToTry {
    fn read(self) -> Result<Whom, Fault> {
        fn id<Id: std::str::FromStr>(field: &'static str, text: Option<&str>) -> Result<Option<Id>, Fault> {
            text.map(|text| text.parse().map_err(|_| Fault::invalid(field, "Use an id."))).transpose()
        }
        if let Some(id) = id("conversation_id", self.conversation_id.as_deref())? {
            return Ok(Whom::Conversation(id));
        }
        for (field, text) in [("channel", &self.channel), ("language", &self.language), ("page", &self.page)]
        {
            if text.as_ref().is_some_and(|text| text.chars().count() > TEXT_CHARS) {
                return Err(Fault::invalid(field, format!("Use at most {TEXT_CHARS} characters.")));
            }
        }
        for (field, count) in [("labels", self.labels.len()), ("attributes", self.attributes.len())] {
            if count > MOST {
                return Err(Fault::invalid(field, format!("Name at most {MOST}.")));
            }
        }
        Ok(Whom::Somebody(Box::new(Described {
            channel: self.channel.unwrap_or_else(|| "web".to_owned()),
            language: self.language,
            page: self.page,
            widget: id("widget_id", self.widget_id.as_deref())?,
            chosen_team: id("chosen_team_id", self.chosen_team_id.as_deref())?,
            verified: self.verified,
            returning: self.returning,
            labels: self.labels,
            attributes: self.attributes.into_iter().collect(),
        })))
    }
}

/// A rule that holds.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MatchedRule {
    #[schema(value_type = String, example = "rr_01jb7q2m4k9zz")]
    id: RuleId,
    #[schema(example = "Refunds")]
    name: String,
}

/// Somebody of the team.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TriedAgent {
    #[schema(value_type = String, example = "a_047vcntdk2gas")]
    id: AgentId,
    name: String,
}

/// Somebody of the team, and what keeps them from it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TriedCandidate {
    #[schema(value_type = String, example = "a_047vcntdk2gas")]
    id: AgentId,
    name: String,
    /// Whether they may get it now.
    eligible: bool,
    /// What keeps them from it: `offline`, `away`, `not_there`, `other_team`, `closed`, `lacks_skill`, `missed` or `full`.
    #[schema(value_type = Option<String>, example = "full")]
    why_not: Option<Refusal>,
    /// How many conversations they have.
    load: i64,
    /// How many they can take.
    capacity: i64,
}

/// What would happen.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoutingTrial {
    /// The rules that hold, in their order.
    rules: Vec<MatchedRule>,
    /// The team; null for everybody.
    #[schema(value_type = Option<String>, example = "tm_01jb7q2m4k9zz")]
    team_id: Option<TeamId>,
    /// Null where no rule sets one: normal.
    #[schema(value_type = Option<String>, example = "high")]
    priority: Option<Priority>,
    required_skills: Vec<String>,
    preferred_skills: Vec<String>,
    /// Who would get it now; null if it would wait.
    agent: Option<TriedAgent>,
    why: Option<Why>,
    /// The same as a sentence in the shop's language.
    reason: Option<String>,
    /// Everybody who may sign in; those who may get it come first.
    candidates: Vec<TriedCandidate>,
}

impl From<Tried> for RoutingTrial {
    fn from(Tried { rules, outcome, given, candidates }: Tried) -> Self {
        let (agent, why, reason) = match given {
            Some((id, name, why, reason)) => (Some(TriedAgent { id, name }), Some(why), Some(reason)),
            None => (None, None, None),
        };
        let candidate = |one: Tested| TriedCandidate {
            id: one.agent,
            name: one.name,
            eligible: one.refusal.is_none(),
            why_not: one.refusal,
            load: one.load,
            capacity: one.capacity,
        };
        Self {
            rules: rules.into_iter().map(|(id, name)| MatchedRule { id, name }).collect(),
            team_id: outcome.team,
            priority: outcome.priority,
            required_skills: outcome.required,
            preferred_skills: outcome.preferred,
            agent,
            why,
            reason,
            candidates: candidates.into_iter().map(candidate).collect(),
        }
    }
}

/// Try the routing
///
/// Whom this customer would get now, and why nobody else. Nothing is changed.
#[utoipa::path(operation_id = "try_routing", tag = "Routing", request_body = WhomToTry, responses(
    (status = 200, description = "What would happen", body = RoutingTrial),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found: there is no such conversation", body = Problem),
))]
#[post("/routing/test")]
pub(super) async fn test(who: CurrentAgent, body: Body<WhomToTry>, desk: Data<Desk>) -> Reply {
    let caller = who.caller();
    caller.may(Right::Routing)?;
    let whom = body.value.read()?;
    let (now, started_at) = (desk.clock.now(), desk.started_at);
    let there = desk.presence.seen(now);
    let tried = desk
        .db
        .read(move |conn| {
            let around = Around { there: &there, started_at, looked_at: 0, now };
            try_rules(conn, &caller, whom, &around)
        })
        .await?;
    Ok(HttpResponse::Ok().json(RoutingTrial::from(tried)))
}
