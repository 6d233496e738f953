//! Browsers in which the asking agent is signed in.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::access::sessions::{self, Session};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::sign_in::sign_out;
use crate::ids::AgentSessionId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::device::Device;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// A signed-in browser.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SessionRow {
    #[schema(example = "as_01jb7q2m4k9zz")]
    id: String,
    /// Whether this call came from it.
    current: bool,
    user_agent: Option<String>,
    device: Option<Device>,
    /// Where it was last used from.
    address: Option<String>,
    #[schema(value_type = String)]
    created_at: Timestamp,
    #[schema(value_type = String)]
    last_seen_at: Timestamp,
}

impl SessionRow {
    fn new(session: Session, current: i64) -> Self {
        Self {
            id: session.id.to_string(),
            current: session.id.0 == current,
            device: session.user_agent.as_deref().and_then(Device::of),
            user_agent: session.user_agent,
            address: session.address,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
        }
    }
}

/// List signed-in browsers
///
/// The asking agent's own, the one used last on top.
#[utoipa::path(operation_id = "list_browsers", tag = "Access", responses(
    (status = 200, description = "The browsers", body = Items<SessionRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/agents/me/sessions")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let (agent, now) = (who.agent.id, desk.clock.now());
    let all = desk.db.read(move |conn| Ok(sessions::of_agent(conn, agent, now)?)).await?;
    let current = who.credential.number();
    let items: Vec<SessionRow> = all.into_iter().map(|session| SessionRow::new(session, current)).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// Sign a browser out
///
/// Ends one of the asking agent's sign-ins and the sockets opened with it.
#[utoipa::path(operation_id = "sign_out_browser", tag = "Access",
    params(("id" = String, Path, description = "The browser's id")), responses(
    (status = 204, description = "Signed out"),
    (status = 403, description = "sign_in_required: asked with an API token", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/agents/me/sessions/{id}")]
pub(super) async fn end(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let session: AgentSessionId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| {
        if sign_out(unit, &caller, session)? { Ok(()) } else { Err(Fault::not_found()) }
    })
    .await
}
