//! The socket: an actix-ws connection as a transport for a link; nothing else.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::HttpRequest;
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::SEC_WEBSOCKET_PROTOCOL;
use actix_web::web::{Data, Payload, ServiceConfig, get};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, CloseCode, CloseReason, ProtocolError};

use super::error::{Failure, Reply};
use super::origin::{asking_origin, client_address, is_own};
use crate::domain::access::forbidden;
use crate::domain::widgets::{origins, store as widgets};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::im::PROTOCOL;
use crate::im::frames::Frame;
use crate::im::hub::Hub;
use crate::im::link::{Gone, Inbound, Transport, serve};
use crate::im::session::Close;

pub(super) fn routes(app: &mut ServiceConfig) {
    app.route("/im/v1/socket", get().to(socket));
}

/// How many connections each address holds.
#[derive(Debug)]
pub(super) struct Connections {
    per_address: usize,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Connections {
    pub(super) fn new(per_address: usize) -> Self {
        Self { per_address, held: Arc::default() }
    }

    pub(super) fn enter(&self, address: IpAddr) -> Result<Held, Fault> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(address).or_insert(0);
        if *count >= self.per_address {
            return Err(Fault::rate_limited(5_000));
        }
        *count += 1;
        Ok(Held { address, held: Arc::clone(&self.held) })
    }
}

/// A held place; given free when the connection is gone.
pub(super) struct Held {
    address: IpAddr,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.address);
            }
        }
    }
}

async fn socket(
    request: HttpRequest,
    body: Payload,
    desk: Data<Desk>,
    hub: Data<Hub>,
    connections: Data<Connections>,
) -> Reply {
    check_origin(&request, &desk).await?;
    let offered = request.headers().get_all(SEC_WEBSOCKET_PROTOCOL).filter_map(|value| value.to_str().ok());
    if !offered.flat_map(|value| value.split(',')).any(|protocol| protocol.trim() == PROTOCOL) {
        return Err(
            Fault::invalid("Sec-WebSocket-Protocol", format!("Offer the subprotocol {PROTOCOL}.")).into()
        );
    }
    let held = connections.enter(client_address(&request))?;
    let (response, session, stream) = actix_ws::handle_with_protocols(&request, body, &[PROTOCOL])
        .map_err(|error| bad_handshake(&error))?;
    // One byte over the bound is let in, so that the session itself can say what was wrong.
    let most = hub.limits.frame_bytes + 1;
    let stream = stream.max_frame_size(most).aggregate_continuations().max_continuation_size(most);
    let desk = desk.get_ref().clone();
    let hub = hub.into_inner();
    actix_web::rt::spawn(async move {
        let _held = held;
        serve(desk, hub, Socket { session, stream }).await;
    });
    Ok(response)
}

fn bad_handshake(error: &actix_web::Error) -> Failure {
    let status = error.as_response_error().status_code();
    let message = if status == StatusCode::METHOD_NOT_ALLOWED {
        "Use GET."
    } else {
        "This is not a WebSocket handshake."
    };
    Fault::invalid("Upgrade", message).into()
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

struct Socket {
    session: actix_ws::Session,
    stream: AggregatedMessageStream,
}

const TOO_LARGE: Close = Close { code: 4009, reason: "frame too large" };
const BAD_FRAMING: Close = Close { code: 1002, reason: "broken framing" };
const NOT_UTF8: Close = Close { code: 1007, reason: "not UTF-8" };

/// What the peer broke, as far as the library tells it under the name of an I/O error; `None` for a lost connection.
fn broken(error: &std::io::Error) -> Option<Close> {
    let lost = !matches!(error.get_ref(), Some(cause) if !cause.is::<PayloadError>());
    match error.kind() {
        ErrorKind::InvalidData if error.to_string().contains("reserved bits") => Some(BAD_FRAMING),
        ErrorKind::InvalidData => Some(NOT_UTF8),
        // Fragments that are too large together.
        ErrorKind::Other if !lost => Some(TOO_LARGE),
        _ => None,
    }
}

impl Transport for Socket {
    async fn receive(&mut self) -> Option<Inbound> {
        Some(match self.stream.recv().await? {
            Ok(AggregatedMessage::Text(text)) => Inbound::Text(text),
            Ok(AggregatedMessage::Binary(_)) => Inbound::Binary,
            Ok(AggregatedMessage::Pong(_)) => Inbound::Alive,
            Ok(AggregatedMessage::Ping(bytes)) => {
                self.session.pong(&bytes).await.ok()?;
                Inbound::Alive
            }
            Ok(AggregatedMessage::Close(reason)) => {
                // The peer waits for the same frame back (RFC 6455, section 5.5.1).
                drop(self.session.clone().close(reason).await);
                return None;
            }
            Err(ProtocolError::Overflow) => Inbound::Broken(TOO_LARGE),
            Err(ProtocolError::Io(error)) => return broken(&error).map(Inbound::Broken),
            Err(_) => Inbound::Broken(BAD_FRAMING),
        })
    }

    async fn write(&mut self, frame: Frame) -> Result<(), Gone> {
        self.session.text(frame).await.map_err(|_| Gone)
    }

    async fn ping(&mut self) -> Result<(), Gone> {
        self.session.ping(b"").await.map_err(|_| Gone)
    }

    async fn close(self, close: Close) {
        let reason =
            CloseReason { code: CloseCode::from(close.code), description: Some(close.reason.to_owned()) };
        // A peer that is gone already needs no goodbye.
        drop(self.session.close(Some(reason)).await);
    }
}
