//! SLA policies: what customers are promised, and when.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, delete, get, post, put};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::clocks::policy::{Policy, name_of};
use crate::domain::clocks::store::{self, Kept};
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::clocks::policies;
use crate::ids::PolicyId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// A policy.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SlaPolicy)]
pub(super) struct PolicyRow {
    #[schema(example = "sla_01jb7q2m4k9zz")]
    id: String,
    /// Goes along with a change, so that nobody overwrites what they have not seen.
    #[schema(value_type = i64, example = 48231)]
    version: LogPosition,
    #[schema(value_type = String)]
    changed_at: Timestamp,
    /// What is stored can no longer be read: it promises nothing, and only its name is told. Write it anew, or delete it.
    unreadable: bool,
    #[serde(flatten)]
    policy: Policy,
}

impl PolicyRow {
    fn new(kept: &Kept) -> Self {
        let read = Policy::stored(&kept.document);
        Self {
            id: kept.id.to_string(),
            version: kept.version,
            changed_at: kept.changed_at,
            unreadable: read.is_none(),
            policy: read.unwrap_or_else(|| Policy::named(name_of(&kept.document))),
        }
    }
}

/// List SLA policies
///
/// In the order in which they are asked: the first one whose conditions fit a conversation is the one that promises. It is looked
/// for anew when the conversation's team, priority or labels change; what was spent stays.
#[utoipa::path(operation_id = "list_sla_policies", tag = "SLA", responses(
    (status = 200, description = "The policies", body = Items<PolicyRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/sla/policies")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let kept = desk.db.read(|conn| Ok(store::policies(conn)?)).await?;
    let items: Vec<PolicyRow> = kept.iter().map(PolicyRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// A policy as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewPolicy {
    /// Whether it counts for clocks that run already, too.
    #[serde(default)]
    also_running: bool,
    #[serde(flatten)]
    #[schema(value_type = Policy)]
    policy: Map<String, Value>,
}

impl NewPolicy {
    /// Its parts are read one by one, so that what is wrong is named as it was sent.
    fn read(self) -> Result<(Policy, bool), Fault> {
        let document = Value::Object(self.policy);
        let policy =
            serde_path_to_error::deserialize(&document).map_err(|error| Fault::misread("", &error))?;
        Ok((policy, self.also_running))
    }
}

/// Add an SLA policy
///
/// Behind the others. Without `also_running` it promises for what starts from now on.
#[utoipa::path(operation_id = "add_sla_policy", tag = "SLA", request_body = NewPolicy, responses(
    (status = 201, description = "The policy", body = PolicyRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 422, description = "policy_limit", body = Problem),
))]
#[post("/sla/policies")]
pub(super) async fn add(who: CurrentAgent, body: Body<NewPolicy>, call: Call) -> Reply {
    let (policy, running) = body.value.read()?;
    let caller = who.caller();
    call.write(&who, &body.raw, 201, move |unit| {
        policies::add(unit, &caller, &policy, running).map(|kept| PolicyRow::new(&kept))
    })
    .await
}

/// A policy as it shall be, and the version that is replaced.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct PolicyReplacement {
    /// The version that was read.
    version: i64,
    #[serde(flatten)]
    policy: NewPolicy,
}

/// Replace an SLA policy
///
/// Clocks that run keep what was promised when they started, unless `also_running` says otherwise.
#[utoipa::path(operation_id = "replace_sla_policy", tag = "SLA", request_body = PolicyReplacement,
    params(("id" = String, Path, description = "The policy's id")), responses(
    (status = 200, description = "The policy", body = PolicyRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "version: somebody changed it since it was read", body = Problem),
))]
#[put("/sla/policies/{id}")]
pub(super) async fn replace(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<PolicyReplacement>,
    call: Call,
) -> Reply {
    let id: PolicyId = id(&path)?;
    let PolicyReplacement { version, policy } = body.value;
    let (policy, running) = policy.read()?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        let kept = policies::change(unit, &caller, id, &policy, (version, running))?;
        Ok(PolicyRow::new(&kept))
    })
    .await
}

/// Whether a change counts for clocks that run already.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AlsoRunning {
    /// Whether clocks that run already lose its promise, too.
    #[serde(default)]
    also_running: bool,
}

/// Delete an SLA policy
///
/// Clocks that run keep what was promised, unless `also_running` says otherwise.
#[utoipa::path(operation_id = "delete_sla_policy", tag = "SLA",
    params(("id" = String, Path, description = "The policy's id"), AlsoRunning), responses(
    (status = 204, description = "Deleted"),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/sla/policies/{id}")]
pub(super) async fn remove(
    who: CurrentAgent,
    path: Path<String>,
    asked: Query<AlsoRunning>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    let id: PolicyId = id(&path)?;
    let (caller, running) = (who.caller(), asked.also_running);
    call.write(&who, &body.raw, 204, move |unit| policies::remove(unit, &caller, id, running)).await
}

/// The policies in their order.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct PolicyOrder {
    /// All of them, each once.
    #[schema(value_type = Vec<String>, example = json!(["sla_01jb7q2m4k9zz"]))]
    ids: Vec<String>,
    /// Whether the order counts for clocks that run already, too.
    #[serde(default)]
    also_running: bool,
}

/// Order SLA policies
#[utoipa::path(operation_id = "order_sla_policies", tag = "SLA", request_body = PolicyOrder, responses(
    (status = 200, description = "The policies", body = Items<PolicyRow>),
    (status = 400, description = "invalid: not all of them, or one twice", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[post("/sla/policies/order")]
pub(super) async fn order(who: CurrentAgent, body: Body<PolicyOrder>, call: Call) -> Reply {
    let PolicyOrder { ids, also_running } = body.value;
    // What is no id names no policy.
    let ids: Vec<PolicyId> = ids.iter().map(|id| id.parse().unwrap_or(PolicyId(0))).collect();
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        let kept = policies::order(unit, &caller, &ids, also_running)?;
        Ok(Items { items: kept.iter().map(PolicyRow::new).collect::<Vec<_>>() })
    })
    .await
}
