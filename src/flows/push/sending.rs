//! Sends notices that are due: sealed for each browser, signed for each service, and what came back decides what follows.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::join_all;
use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Body, Method, Request};
use serde::Serialize;
use tokio_rustls::rustls::RootCertStore;

use crate::clock::Timestamp;
use crate::config::Push as Settings;
use crate::domain::access::store as agents;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::store as conversations;
use crate::domain::push::sealing::{Keys, seal, secret};
use crate::domain::push::store::{self, Notice};
use crate::domain::push::{Host, Kind, Outcome, TTL, endpoint, judge, topic, vapid};
use crate::entropy;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::push::subscribe;
use crate::ids::ConversationId;
use crate::outgoing::{Bounds, Client, Reach, public_roots};

/// Notices on their way at the same time.
const AT_ONCE: usize = 16;
/// Longest wait for a push service, and most that is read of its answer.
const BOUNDS: Bounds = Bounds { timeout: Duration::from_secs(10), bytes: 4 << 10 };
/// Services for which a signature is kept.
const SIGNED_MAX: usize = 100;

/// What a notice holds.
#[derive(Debug, Serialize)]
struct Payload<'a> {
    kind: Kind,
    conversation_id: ConversationId,
    sequence: i64,
    at: Timestamp,
    /// The customer, where names are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// The colleague, where names are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
}

/// What is looked up for a notice before it goes out.
#[derive(Debug)]
struct Ready {
    notice: Notice,
    kind: Kind,
    name: Option<String>,
    by: Option<String>,
}

/// Ways out to push services, and the signatures that they take.
#[derive(Debug)]
pub struct Sender {
    public: Client,
    added: Client,
    hosts: Vec<String>,
    contact: Option<String>,
    /// By origin: the header and when it was made.
    signed: Mutex<BTreeMap<String, (String, Timestamp)>>,
}

impl Sender {
    /// By the section `[push]`. Services that the operator added are recognised by `roots`, and may be inside.
    #[must_use]
    pub fn new(settings: &Settings, origin: Option<&str>, roots: RootCertStore) -> Self {
        let own = origin.filter(|origin| origin.starts_with("https://"));
        let contact = Some(settings.contact.as_str()).filter(|contact| !contact.is_empty()).or(own);
        Self {
            public: Client::new(public_roots(), Reach::Public),
            added: Client::new(roots, Reach::Anywhere),
            hosts: settings.hosts.clone(),
            contact: contact.map(str::to_owned),
            signed: Mutex::default(),
        }
    }

    /// Sends what is due; whether there was something.
    pub async fn send_due(&self, desk: &Desk) -> Result<bool, Fault> {
        let now = desk.clock.now();
        let due = desk.db.read(move |conn| Ok(store::due(conn, now, AT_ONCE)?)).await?;
        if due.is_empty() {
            return Ok(false);
        }
        let key = subscribe::key(desk).await?;
        // What was seen meanwhile, or is worth nothing any more, goes no further.
        let (mut over, mut wanted) = (Vec::new(), Vec::new());
        for notice in due {
            let is_late = now > notice.at.plus(TTL) || desk.presence.is_in_sight(notice.to.agent);
            let ready = if is_late { None } else { look_up(desk, &notice).await? };
            match ready {
                Some(ready) => wanted.push(ready),
                None => over.push((notice.id, notice.sequence)),
            }
        }
        let sent = join_all(wanted.iter().map(|ready| self.send(desk, &key, ready))).await;
        let outcomes: Vec<(Notice, Outcome)> =
            wanted.into_iter().map(|ready| ready.notice).zip(sent).collect();
        desk.db
            .write(move |unit| {
                let conn = unit.conn();
                over.iter().try_for_each(|(id, sequence)| store::done(conn, *id, *sequence))?;
                for (notice, outcome) in &outcomes {
                    match outcome {
                        Outcome::Sent => {
                            store::done(conn, notice.id, notice.sequence)?;
                            store::note(conn, notice.to.id, Some(unit.now()), None)?;
                        }
                        Outcome::Gone => store::remove_gone(conn, notice.to.id)?,
                        Outcome::Later(pause) => {
                            store::put_off(conn, notice.to.id, notice.id, unit.now().plus(*pause))?;
                        }
                        Outcome::Refused(status) => {
                            store::done(conn, notice.id, notice.sequence)?;
                            store::note(conn, notice.to.id, None, Some(*status))?;
                        }
                    }
                }
                Ok(true)
            })
            .await
    }

    async fn send(&self, desk: &Desk, key: &p256::SecretKey, ready: &Ready) -> Outcome {
        let Notice { to, conversation, sequence, at, tries, .. } = &ready.notice;
        // A host may have been taken out of the settings since.
        let Some((url, host)) = endpoint(&to.endpoint, &self.hosts) else { return Outcome::Gone };
        let payload = Payload {
            kind: ready.kind,
            conversation_id: *conversation,
            sequence: *sequence,
            at: *at,
            name: ready.name.as_deref(),
            by: ready.by.as_deref(),
        };
        let Some(body) = sealed(desk, to, &payload) else { return Outcome::Gone };
        let left_s = (at.plus(TTL).0 - desk.clock.now().0).max(0) / 1_000;
        let origin = url.origin().ascii_serialization();
        let mut request = Request::new(Method::POST, url);
        *request.body_mut() = Some(Body::from(body));
        let authorization = self.authorization(key, &origin, desk.clock.now());
        let headers = [
            (AUTHORIZATION.as_str(), authorization),
            (CONTENT_TYPE.as_str(), "application/octet-stream".to_owned()),
            (CONTENT_ENCODING.as_str(), "aes128gcm".to_owned()),
            ("ttl", left_s.to_string()),
            ("urgency", "high".to_owned()),
            ("topic", topic(&conversation.to_string())),
        ];
        for (name, value) in headers {
            if let (Ok(name), Ok(value)) =
                (name.parse::<reqwest::header::HeaderName>(), reqwest::header::HeaderValue::from_str(&value))
            {
                request.headers_mut().insert(name, value);
            }
        }
        let client = if host == Host::Added { &self.added } else { &self.public };
        let answer = client.send(request, BOUNDS).await;
        let status = answer.as_ref().ok().map(|answer| answer.status.as_u16());
        let asked = answer.as_ref().ok().and_then(|answer| {
            answer.headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok())
        });
        let outcome = judge(status, asked, *tries);
        if let Outcome::Refused(status) = outcome {
            // Never the address: whoever knows it may ring.
            tracing::warn!(status, %origin, "a push service refuses a notice");
        }
        outcome
    }

    /// The signature for a service, made anew well before it ends.
    fn authorization(&self, key: &p256::SecretKey, origin: &str, now: Timestamp) -> String {
        let mut signed = self.signed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((header, made_at)) = signed.get(origin)
            && *made_at <= now
            && now < made_at.plus(vapid::RENEW_AFTER)
        {
            return header.clone();
        }
        if signed.len() >= SIGNED_MAX {
            signed.clear();
        }
        let header = vapid::authorization(key, origin, self.contact.as_deref(), now);
        signed.insert(origin.to_owned(), (header.clone(), now));
        header
    }
}

fn sealed(desk: &Desk, to: &store::Subscription, payload: &Payload<'_>) -> Option<Vec<u8>> {
    let keys = Keys::read(&to.p256dh, &to.auth)?;
    let plain = serde_json::to_vec(payload).ok()?;
    // A key and a salt for this one message.
    let own =
        std::iter::repeat_with(|| secret(&entropy::bytes::<32>(desk.entropy.as_ref()))).flatten().next()?;
    seal(&plain, &keys, &own, &entropy::bytes::<16>(desk.entropy.as_ref()))
}

/// What else a notice needs; `None` where it was read meanwhile, or there is nothing any more to tell of.
async fn look_up(desk: &Desk, notice: &Notice) -> Result<Option<Ready>, Fault> {
    let notice = notice.clone();
    desk.db
        .read(move |conn| {
            let agent = notice.to.agent;
            let (Some(kind), Some(conversation)) =
                (notice.kind, conversations::find(conn, notice.conversation)?)
            else {
                return Ok(None);
            };
            let is_active = agents::find(conn, agent)?.is_some_and(|agent| agent.active);
            if !is_active || store::has_read(conn, agent, notice.conversation, notice.sequence)? {
                return Ok(None);
            }
            let (mut name, mut by) = (None, None);
            if store::names_allowed(conn)? {
                name = contacts::find(conn, conversation.contact())?.and_then(|contact| contact.profile.name);
                let colleague = notice.actor.map(|actor| agents::find(conn, actor)).transpose()?.flatten();
                by = colleague.map(|agent| agent.name);
            }
            Ok(Some(Ready { notice, kind, name, by }))
        })
        .await
}
