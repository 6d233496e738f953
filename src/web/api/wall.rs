//! The wall: the whole room at one look.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use crate::flows::Desk;
use crate::im::wall::{Wall, reading};
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// The wall
///
/// Who waits, who is there and how busy, what today brought by the shop's clocks, and what somebody should do something about, each
/// with what would help. The frame `wall` of the socket tells the same whenever it changes.
#[utoipa::path(operation_id = "get_wall", tag = "Conversations", responses(
    (status = 200, description = "The room now", body = Wall),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden: it takes `supervise`", body = Problem),
))]
#[get("/wall")]
pub(super) async fn read(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let (asker, now, presence) = (who.asker(), desk.clock.now(), Arc::clone(&desk.presence));
    Ok(HttpResponse::Ok().json(desk.db.read(move |conn| reading::read(conn, &presence, asker, now)).await?))
}
