//! Rules of the routing: read and replaced as a whole, so that their order is one thing.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, put};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::domain::access::rights::Right;
use crate::filters::Problem as Unreadable;
use crate::flows::Desk;
use crate::flows::routing::rules::{self, RuleSet, Sent};
use crate::ids::RuleId;
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
