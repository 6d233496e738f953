//! What is left to set up, and demo data to look around with.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::contacts::demo as demo_contacts;
use crate::domain::shop::first_steps;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::reload_agents::reload_agents;
use crate::flows::demo::{self, Drafts, Plan};
use crate::flows::shop::update_shop::dismiss_list;
use crate::i18n::Locale;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Conversations of the demo data that a workbench asks for: a morning's work.
const CONVERSATIONS: usize = 24;

/// A step of the set-up.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Step {
    /// `shop`, `site`, `hours`, `colleague`, `answers` or `first_answer`.
    #[schema(example = "site")]
    name: &'static str,
    done: bool,
}

/// What is left to set up.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct SetupList {
    steps: Vec<Step>,
    /// Whether the team has put the list away.
    dismissed: bool,
    /// Whether there is demo data.
    demo_data: bool,
}

/// The list as clients get it.
pub(super) fn list_of(conn: &rusqlite::Connection) -> Result<SetupList, Fault> {
    let steps = first_steps::steps(conn)?.into_iter().map(|(name, done)| Step { name, done }).collect();
    let demo_data = !demo_contacts::list(conn, 1)?.is_empty();
    Ok(SetupList { steps, dismissed: first_steps::is_dismissed(conn)?, demo_data })
}

/// What is left to set up
///
/// Each step is computed from what is there: `shop`, `site`, `hours`, `colleague`, `answers`, `first_answer`. Answers
/// to demo customers do not count.
#[utoipa::path(operation_id = "get_setup_list", tag = "Access", responses(
    (status = 200, description = "The list", body = SetupList),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/setup/list")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    Ok(HttpResponse::Ok().json(desk.db.read(list_of).await?))
}

/// Whether the list is shown.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Dismiss {
    dismissed: bool,
}

/// Put the list away
///
/// For the whole team; owners and admins only.
#[utoipa::path(operation_id = "dismiss_setup_list", tag = "Access", request_body = Dismiss, responses(
    (status = 200, description = "The list as it is now", body = SetupList),
    (status = 403, description = "forbidden", body = Problem),
))]
#[patch("/setup/list")]
pub(super) async fn dismiss(who: CurrentAgent, body: Body<Dismiss>, call: Call) -> Reply {
    let (caller, dismissed) = (who.caller(), body.value.dismissed);
    call.write(&who, &body.raw, 200, move |unit| {
        dismiss_list(unit, &caller, dismissed)?;
        list_of(unit.conn())
    })
    .await
}

/// How much demo data was added.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DemoAdded {
    /// 0 where there was some already.
    #[schema(example = 24)]
    conversations: usize,
}

/// Add demo data
///
/// Two dozen conversations of a made-up shop in the asking agent's language; open workbenches load anew. Does nothing
/// where there is demo data. Owners and admins only.
#[utoipa::path(operation_id = "add_demo_data", tag = "Access", responses(
    (status = 201, description = "How much was added", body = DemoAdded),
    (status = 403, description = "forbidden", body = Problem),
))]
#[post("/demo-data")]
pub(super) async fn add_demo(who: CurrentAgent, body: Body<Nothing>, desk: Data<Desk>, call: Call) -> Reply {
    let locale = Locale::parse(&who.agent.locale);
    let drafts = Drafts::make(&desk, Plan { conversations: CONVERSATIONS, messages: None, locale }).await?;
    let caller = who.caller();
    call.write(&who, &body.raw, 201, move |unit| {
        if !demo_contacts::list(unit.conn(), 1)?.is_empty() {
            return Ok(DemoAdded { conversations: 0 });
        }
        let counts = drafts.store(unit, &caller)?;
        reload_agents(unit, &caller)?;
        Ok(DemoAdded { conversations: counts.conversations })
    })
    .await
}

/// Remove demo data
///
/// All of it, with whatever was done to it, and nothing else. Owners and admins only.
#[utoipa::path(operation_id = "remove_demo_data", tag = "Access", responses(
    (status = 204, description = "Removed"),
    (status = 403, description = "forbidden", body = Problem),
))]
#[delete("/demo-data")]
pub(super) async fn remove_demo(who: CurrentAgent, _body: Body<Nothing>, desk: Data<Desk>) -> Reply {
    demo::remove(&desk, who.caller(), &|_| {}).await?;
    Ok(HttpResponse::NoContent().finish())
}
