//! A writing request: one unit, answered once per `Idempotency-Key`.

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::error::{Failure, Problem, Reply, kept};
use super::identity::{CurrentAgent, data};
use super::settings::Settings;
use crate::domain::idempotency::{KEY_BYTES, Key, at_work};
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::idempotent::{Answer, once};
use crate::storage::Unit;

/// Keys whose first call is still running.
#[derive(Debug, Default)]
pub(super) struct KeysAtWork(Mutex<HashSet<Key>>);

impl KeysAtWork {
    fn begin(self: Arc<Self>, key: &Key) -> Result<AtWork, Fault> {
        let fresh = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
        if fresh { Ok(AtWork { keys: self, key: key.clone() }) } else { Err(at_work()) }
    }
}

/// Releases the key, however the call ends.
struct AtWork {
    keys: Arc<KeysAtWork>,
    key: Key,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

/// A call that may write, with its key if it has one.
pub(super) struct Call {
    desk: Data<Desk>,
    keys: Data<KeysAtWork>,
    key: Option<(String, String)>,
    kept_for: Duration,
}

impl FromRequest for Call {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let key = match request.headers().get("idempotency-key") {
                Some(value) => {
                    let key = value.to_str().ok().filter(|key| !key.is_empty() && key.len() <= KEY_BYTES);
                    let key = key.ok_or_else(|| {
                        Fault::invalid(
                            "Idempotency-Key",
                            format!("Use 1 to {KEY_BYTES} printable ASCII characters."),
                        )
                    })?;
                    Some((format!("{} {}", request.method(), request.path()), key.to_owned()))
                }
                None => None,
            };
            Ok(Self {
                desk: data::<Desk>(&request)?,
                keys: data::<KeysAtWork>(&request)?,
                key,
                kept_for: data::<Settings>(&request)?.idempotency_kept,
            })
        })
    }
}

impl Call {
    /// Runs `flow` for an agent and answers with `status` and its result as JSON.
    pub(super) async fn write<T, F>(self, who: &CurrentAgent, body: &[u8], status: u16, flow: F) -> Reply
    where
        T: Serialize + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        self.write_for(Actor::agent(who.agent.id), body, status, flow).await
    }

    /// The same for whoever writes, agent or visitor.
    pub(super) async fn write_for<T, F>(self, who: Actor, body: &[u8], status: u16, flow: F) -> Reply
    where
        T: Serialize + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        let principal = who.public_id().unwrap_or_default();
        self.write_as(principal, body, status, flow).await
    }

    async fn write_as<T, F>(self, principal: String, body: &[u8], status: u16, flow: F) -> Reply
    where
        T: Serialize + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        let work = move |unit: &mut Unit<'_>| {
            let value = flow(unit)?;
            let body = serde_json::to_string(&value).map_err(Fault::internal)?;
            Ok(Answer { status, body })
        };
        let answer = match self.key {
            None => self.desk.db.write(work).await?,
            Some((route, key)) => {
                let key = Key { principal, route, key };
                let at_work = self.keys.into_inner().begin(&key)?;
                let digest: [u8; 32] = Sha256::digest(body).into();
                let kept_for = self.kept_for;
                // The problem document is written now, with this request's id, because the unit runs elsewhere.
                let render = problem_renderer();
                let pending =
                    self.desk.db.submit(move |unit| once(unit, &key, &digest, kept_for, work, render))?;
                let answer = pending.await?;
                drop(at_work);
                answer
            }
        };
        Ok(respond(answer))
    }
}

fn respond(answer: Answer) -> HttpResponse {
    if answer.status == 204 {
        return HttpResponse::NoContent().finish();
    }
    kept(answer.status, answer.body)
}

/// Renders a fault with the id of the present request, wherever it is called.
fn problem_renderer() -> impl FnOnce(&Fault) -> Answer + Send + 'static {
    let request_id = super::middleware::current_request_id();
    move |fault| {
        let problem = Problem { request_id, ..Problem::of(fault) };
        Answer { status: problem.status, body: serde_json::to_string(&problem).unwrap_or_default() }
    }
}
