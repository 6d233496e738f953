//! Links for networks that let no WebSocket through: a stream of events with requests beside it, or one request after the
//! other. The same frames in the same order; `docs/protocol.md`, "Without a WebSocket".

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{Bytes, Query, ServiceConfig, get, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::body::Body;
use super::cors;
use super::doors::{Doors, Watch, watch_of};
use super::error::Reply;
use super::identity::{bearer, data};
use super::origin::{client_address, client_net};
use super::rate::Rates;
use super::socket::{Connections, Held, check_origin};
use crate::clock::SharedClock;
use crate::events::LogPosition;
use crate::fault::{Fault, Kind};
use crate::flows::Desk;
use crate::flows::access::authenticate::authenticate;
use crate::im::PROTOCOL;
use crate::im::frames::Frame;
use crate::im::hub::Hub;
use crate::im::link::{LinkContext, serve};
use crate::im::member::Member;
use crate::im::relay::{self, Next, Refusal, Relay, Relays};

/// An idle stream gets a comment this often, which keeps it open.
const COMMENT_EVERY: Duration = Duration::from_secs(15);
/// Answers to frames that take longer go out in the stream.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// Longest time that a request waits for something to come.
const WAIT_MAX: Duration = Duration::from_secs(50);
/// How long the last frames of an ended link can be taken.
const KEPT_AFTER: Duration = Duration::from_mins(1);

pub(super) fn routes(app: &mut ServiceConfig) {
    let preflight = || actix_web::web::route().method(actix_web::http::Method::OPTIONS).to(cors::preflight);
    app.service(resource("/im/v1/stream").route(get().to(stream)).route(preflight()))
        .service(resource("/im/v1/frames").route(post().to(frames)).route(preflight()))
        .service(resource("/im/v1/poll").route(post().to(poll)).route(preflight()));
}

/// What `hello` says besides token and cursor.
#[derive(Debug, Default, Deserialize)]
struct Greeting {
    client_state: Option<String>,
    previous_session_id: Option<String>,
    heartbeat_ms: Option<u64>,
}

impl Greeting {
    fn hello(&self, token: &str, resume: &Value) -> String {
        json!({
            "type": "hello", "protocol": PROTOCOL, "session_token": token, "resume": resume,
            "client_state": self.client_state, "previous_session_id": self.previous_session_id,
            "heartbeat_ms": self.heartbeat_ms,
        })
        .to_string()
    }
}

/// The asking member and their token. A token that does not hold is 401 before anything else.
async fn asking(request: &HttpRequest) -> Result<(Member, String), Fault> {
    let desk = data::<Desk>(request)?;
    data::<Rates>(request)?.api(client_net(request))?;
    check_origin(request, &desk).await?;
    let token = bearer(request).ok_or_else(Fault::unauthenticated)?;
    let (key, now, given) = (desk.db.meta().token_key, desk.clock.now(), token.clone());
    let viewer = desk.db.read(move |conn| authenticate(conn, &key, &given, now)).await?;
    Ok((Member::from(viewer.caller().actor), token))
}

/// Starts a link over a relay.
fn begin(request: &HttpRequest, kind: relay::Kind, first: Vec<String>) -> Result<Arc<Relay>, Fault> {
    let (desk, hub, relays) = (data::<Desk>(request)?, data::<Hub>(request)?, data::<Relays>(request)?);
    let is_agents = data::<Doors>(request)?.is_agents(client_net(request));
    let connections = data::<Connections>(request)?.into_inner();
    let held: Held = connections.enter(client_address(request), is_agents)?;
    let relays = relays.into_inner();
    let room = relay::Room { frames: hub.limits.queue_frames, bytes: hub.limits.queue_bytes };
    let relay = Relay::new(&relays, kind, room, first);
    let (transport, mine) = (relay.transport().at(client_address(request)), Arc::clone(&relay));
    let (context, clock) = (data::<LinkContext>(request)?.into_inner(), Arc::clone(&desk.clock));
    actix_web::rt::spawn(async move {
        let _held = held;
        serve(context, transport).await;
        let Some(known) = mine.known() else { return };
        if kind == relay::Kind::Poll {
            clock.sleep_until(clock.tick().plus(KEPT_AFTER)).await;
        }
        relays.remove(&known.session_id);
    });
    Ok(relay)
}

/// A link of the caller. Somebody else's is not found.
fn find(request: &HttpRequest, session_id: &str, who: &Member) -> Result<Arc<Relay>, Fault> {
    let relay = data::<Relays>(request)?.find(session_id).ok_or_else(ended)?;
    let is_own = relay.known().is_some_and(|known| known.identity == (who.kind.to_owned(), who.id.clone()));
    if is_own { Ok(relay) } else { Err(ended()) }
}

fn ended() -> Fault {
    Fault::not_found().saying("This link has ended. Begin a new one with your cursor.")
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::InFlight => Self::new(
                Kind::Conflict,
                "in_flight",
                "Another request of this link is at work. Wait for its answer.",
            ),
            Refusal::TooMany => Self::rate_limited(1_000),
            Refusal::Ended => ended(),
        }
    }
}

/// `GET /im/v1/stream`: events, each with the cursor after it.
async fn stream(request: HttpRequest, greeting: Query<Greeting>) -> HttpResponse {
    let reply = open_stream(&request, &greeting).await;
    cors::answer(&request, reply)
}

async fn open_stream(request: &HttpRequest, greeting: &Greeting) -> Reply {
    let (_, token) = asking(request).await?;
    let last = request.headers().get("last-event-id").and_then(|value| value.to_str().ok());
    let resume = last.map_or(Value::Null, |last| match last.rsplit_once(':') {
        Some((epoch, position)) => json!({
            "log_epoch": epoch, "log_position": position.parse::<LogPosition>().ok(),
        }),
        None => json!({}),
    });
    let relay = begin(request, relay::Kind::Stream, vec![greeting.hello(&token, &resume)])?;
    let clock = Arc::clone(&data::<Desk>(request)?.clock);
    let watch = watch_of(request);
    if let Some(watch) = &watch {
        watch.endless();
    }
    let open = Open { relay, clock, watch, cursor: None, commented: false };
    let events = stream::unfold(open, |mut open| async move {
        let text = open.next().await?;
        Some((Ok::<_, actix_web::Error>(Bytes::from(text)), open))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // nginx would buffer small responses.
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(events))
}

/// A response that goes on. When it is dropped, because the reader is gone, the link ends.
struct Open {
    relay: Arc<Relay>,
    clock: SharedClock,
    /// The connection it goes out by.
    watch: Option<Arc<Watch>>,
    /// The newest cursor that was named.
    cursor: Option<LogPosition>,
    /// Whether the last item was a comment: a poll for more means that it was taken.
    commented: bool,
}

impl Open {
    async fn next(&mut self) -> Option<String> {
        if std::mem::take(&mut self.commented) {
            self.relay.heard();
        }
        let quiet = self.clock.sleep_until(self.clock.tick().plus(COMMENT_EVERY));
        let next = tokio::select! {
            biased;
            // The client is gone: what goes out would be lost.
            () = gone(self.watch.as_deref()) => return None,
            next = self.relay.next() => next,
            () = quiet => Next::Ping,
        };
        match next {
            Next::Frame(leaving) => {
                let cursor = leaving.cursor.filter(|cursor| Some(*cursor) > self.cursor);
                let id = cursor.zip(self.relay.known()).map_or_else(String::new, |(cursor, known)| {
                    self.cursor = Some(cursor);
                    format!("id: {}:{cursor}\n", known.log_epoch)
                });
                Some(format!("{id}data: {}\n\n", leaving.frame))
            }
            Next::Ping => {
                self.commented = true;
                Some(":\n\n".to_owned())
            }
            Next::End => None,
        }
    }
}

/// Waits until the client has hung up.
async fn gone(watch: Option<&Watch>) {
    match watch {
        Some(watch) => watch.gone().await,
        None => std::future::pending().await,
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.relay.leave();
    }
}

#[derive(Debug, Deserialize)]
struct Named {
    session_id: String,
}

/// `POST /im/v1/frames`: frames for a stream; what they are answered without a place in the order comes back here.
async fn frames(request: HttpRequest, named: Query<Named>, body: Body<Vec<Box<RawValue>>>) -> HttpResponse {
    let reply = bring(&request, &named.session_id, &body.value).await;
    cors::answer(&request, reply)
}

async fn bring(request: &HttpRequest, session_id: &str, frames: &[Box<RawValue>]) -> Reply {
    let (who, _) = asking(request).await?;
    let relay = find(request, session_id, &who)?;
    relay.bring(texts(frames)).map_err(Fault::from)?;
    let at_work = AtWork(&relay);
    let clock = &data::<Desk>(request)?.clock;
    let answers = tokio::select! {
        answers = relay.answers() => answers,
        () = clock.sleep_until(clock.tick().plus(ANSWER_WITHIN)) => relay.done(),
    };
    drop(at_work);
    Ok(list(&answers))
}

/// A request that brought frames; however it ends, the next one may.
struct AtWork<'a>(&'a Relay);

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        drop(self.0.done());
    }
}

#[derive(Debug, Deserialize)]
struct Poll {
    session_id: Option<String>,
    resume: Option<Value>,
    #[serde(default)]
    frames: Vec<Box<RawValue>>,
    wait_ms: Option<u64>,
    client_state: Option<String>,
    previous_session_id: Option<String>,
    heartbeat_ms: Option<u64>,
}

/// `POST /im/v1/poll`: brings frames, confirms what came before, and waits for what comes next.
async fn poll(request: HttpRequest, body: Body<Poll>) -> HttpResponse {
    let reply = take(&request, &body.value).await;
    cors::answer(&request, reply)
}

async fn take(request: &HttpRequest, asked: &Poll) -> Reply {
    let (who, token) = asking(request).await?;
    let bytes = data::<Hub>(request)?.limits.frame_bytes;
    let clock = &data::<Desk>(request)?.clock;
    if asked.frames.len() > relay::UP_FRAMES {
        return Err(Fault::from(Refusal::TooMany).into());
    }
    let Some(session_id) = &asked.session_id else {
        let resume = asked.resume.as_ref().unwrap_or(&Value::Null);
        let greeting = Greeting {
            client_state: asked.client_state.clone(),
            previous_session_id: asked.previous_session_id.clone(),
            heartbeat_ms: asked.heartbeat_ms,
        };
        let mut first = vec![greeting.hello(&token, resume)];
        first.extend(texts(&asked.frames));
        let relay = begin(request, relay::Kind::Poll, first)?;
        let opening = async {
            relay.opened().await;
            relay.take(bytes).await
        };
        return Ok(list(&within(clock, ANSWER_WITHIN, opening).await));
    };
    let relay = find(request, session_id, &who)?;
    if relay.is_over() {
        data::<Relays>(request)?.remove(session_id);
        return Err(ended().into());
    }
    let cursor = asked.resume.as_ref().zip(relay.known()).filter(|(resume, known)| {
        resume.get("log_epoch").and_then(Value::as_str) == Some(known.log_epoch.as_str())
    });
    let cursor = cursor.and_then(|(resume, _)| resume.get("log_position")?.as_i64());
    relay.confirm(cursor.unwrap_or(LogPosition::MIN));
    let wait = Duration::from_millis(asked.wait_ms.unwrap_or_default()).min(WAIT_MAX);
    if !asked.frames.is_empty() {
        relay.bring(texts(&asked.frames)).map_err(Fault::from)?;
        let at_work = AtWork(&relay);
        // Whoever waits already gets the answers.
        let is_waited_on = relay.is_waited_on();
        drop(within(clock, ANSWER_WITHIN, relay.answers()).await);
        drop(at_work);
        if is_waited_on {
            return Ok(list(&[]));
        }
    }
    let watch = watch_of(request);
    tokio::select! {
        // Takes nothing for a client that is gone.
        biased;
        () = gone(watch.as_deref()) => Ok(list(&[])),
        frames = within(clock, wait, relay.take(bytes)) => Ok(list(&frames)),
    }
}

/// What comes within `time`, else nothing.
async fn within(clock: &SharedClock, time: Duration, taking: impl Future<Output = Vec<Frame>>) -> Vec<Frame> {
    tokio::select! {
        biased;
        taken = taking => taken,
        () = clock.sleep_until(clock.tick().plus(time)) => Vec::new(),
    }
}

fn texts(frames: &[Box<RawValue>]) -> Vec<String> {
    frames.iter().map(|frame| frame.get().to_owned()).collect()
}

/// Frames as one JSON array.
fn list(frames: &[Frame]) -> HttpResponse {
    let all: Vec<&str> = frames.iter().map(|frame| &**frame).collect();
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(format!("[{}]", all.join(",")))
}
