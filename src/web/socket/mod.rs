//! The socket: its handshake, and a WebSocket as a transport for a link; nothing else.
//!
//! The handshake is a request like any other, with its route, its checks and its middleware. What it answers with 101 leaves
//! the HTTP server: [`takeover`] hands the bare connection on, and [`transport`] speaks WebSocket over it, so that an idle
//! connection holds no buffer and no part of the HTTP server.

mod connections;
mod crowd;
mod outgoing;
mod takeover;
mod transport;

use actix_http::ws::{HandshakeError, handshake};
use actix_web::http::header::{HeaderValue, SEC_WEBSOCKET_PROTOCOL};
use actix_web::web::{Data, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse};

pub(super) use connections::{Connections, Held};
pub(super) use takeover::{Accepted, hook};

use super::doors::Doors;
use super::error::Reply;
use super::origin::{asking_origin, client_address, client_net, is_own};
use crate::domain::access::forbidden;
use crate::domain::widgets::{origins, store as widgets};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::im::PROTOCOL;

pub(super) fn routes(app: &mut ServiceConfig) {
    app.route("/im/v1/socket", get().to(socket));
}

async fn socket(
    request: HttpRequest,
    desk: Data<Desk>,
    connections: Data<Connections>,
    doors: Data<Doors>,
) -> Reply {
    check_origin(&request, &desk).await?;
    let offered = request.headers().get_all(SEC_WEBSOCKET_PROTOCOL).filter_map(|value| value.to_str().ok());
    if !offered.flat_map(|value| value.split(',')).any(|protocol| protocol.trim() == PROTOCOL) {
        return Err(
            Fault::invalid("Sec-WebSocket-Protocol", format!("Offer the subprotocol {PROTOCOL}.")).into()
        );
    }
    let mut response = handshake(request.head()).map_err(bad_handshake)?;
    // A request that only resembles a handshake did not arrive as an upgrade, and cannot become a socket.
    if !takeover::is_possible(&request) {
        return Err(bad_handshake(HandshakeError::NoWebsocketUpgrade).into());
    }
    let held = connections.enter(client_address(&request), doors.is_agents(client_net(&request)))?;
    response.insert_header((SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(PROTOCOL)));
    let mut response = HttpResponse::from(response.finish().map_into_boxed_body());
    response.extensions_mut().insert(Accepted(held));
    Ok(response)
}

fn bad_handshake(error: HandshakeError) -> Fault {
    let message = match error {
        HandshakeError::GetMethodRequired => "Use GET.",
        _ => "This is not a WebSocket handshake.",
    };
    Fault::invalid("Upgrade", message)
}

/// A browser's page must be the desk's own, or one that some widget allows; apps send no origin.
pub(super) async fn check_origin(request: &HttpRequest, desk: &Desk) -> Result<(), Fault> {
    let Some(origin) = asking_origin(request) else { return Ok(()) };
    if is_own(request, origin) {
        return Ok(());
    }
    let origin = origin.to_owned();
    let allowed = desk
        .db
        .read(move |conn| {
            Ok(widgets::list(conn)?.iter().any(|widget| origins::allowed(&widget.allowed_origins, &origin)))
        })
        .await?;
    if allowed { Ok(()) } else { Err(forbidden().saying("This site may not use the desk.")) }
}
