//! A desk within this process, with as many agents as it takes, and their sockets.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rusqlite::params;
use serde_json::{Value, json};
use servicedesk::app::{self, Options, Running};
use servicedesk::clock::SystemClock;
use servicedesk::config::Config;
use servicedesk::domain::access::credentials;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::entropy::SystemEntropy;
use servicedesk::flows::Caller;
use servicedesk::flows::access::api_tokens;
use servicedesk::ids::AgentId;
use servicedesk::storage::Unit;
use tempfile::TempDir;

use crate::wire::{Target, Wire};

/// Never met in a bench.
const MANY: u32 = 1_000_000;

/// A running desk.
pub struct Ground {
    pub running: Running,
    target: Target,
    key: String,
    http: reqwest::Client,
    _folder: TempDir,
}

/// An agent who was put in.
pub struct Agent {
    token: String,
}

fn unlimited(config: &mut Config) {
    config.server.listen.set_port(0);
    config.server.max_connections = 40_000;
    let limits = &mut config.limits;
    for rate in [
        &mut limits.visitor_sends_per_second,
        &mut limits.visitor_sends_burst,
        &mut limits.agent_sends_per_second,
        &mut limits.agent_sends_burst,
        &mut limits.sends_hard_per_minute,
        &mut limits.frames_per_second,
        &mut limits.frames_burst,
        &mut limits.session_per_second,
        &mut limits.session_burst,
        &mut limits.api_per_second,
        &mut limits.api_burst,
        &mut limits.address_writes_per_minute,
    ] {
        *rate = MANY;
    }
    limits.connections_per_address = 40_000;
    limits.requests_per_address = 10_000;
}

impl Ground {
    /// Starts one.
    pub async fn lay(routing: bool) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
        let mut config = Config::default();
        unlimited(&mut config);
        config.routing.enabled = routing;
        let options = Options {
            config,
            data: folder.path().join("data"),
            clock: SystemClock::shared(),
            entropy: Arc::new(SystemEntropy),
        };
        let running = app::start(options).await?;
        let http = crate::process::http::client();
        let page = http.get(format!("http://{}/demo", running.address)).send().await?.text().await?;
        let key = page.split_once("pk_").context("no key on the demo page")?.1;
        let key: String = key.chars().take_while(char::is_ascii_alphanumeric).collect();
        let target = Target { address: running.address, tls: None };
        Ok(Self { running, target, key: format!("pk_{key}"), http, _folder: folder })
    }

    /// Puts agents in, more than there are free seats, as they would be stored.
    pub async fn agents(&self, count: usize, capacity: i64) -> anyhow::Result<Vec<Agent>> {
        let desk = self.running.desk();
        let tokens: Vec<String> =
            (0..count).map(|_| credentials::make(api_tokens::PREFIX, desk.entropy.as_ref())).collect();
        let digests: Vec<[u8; 32]> = tokens.iter().map(|token| credentials::digest(token)).collect();
        desk.db
            .write(move |unit: &mut Unit<'_>| {
                for (number, digest) in digests.iter().enumerate() {
                    let (id, now): (AgentId, i64) = (unit.mint(), unit.now().0);
                    let email = format!("{number}@example.com");
                    unit.conn().write(
                        "INSERT INTO agents (id, email, email_key, name, role, password_hash, active, availability,
                                             capacity, locale, theme, created_at)
                         VALUES (?1, ?2, ?2, ?2, 'owner', 'none', 1, 1, ?3, 'en', 'auto', ?4)",
                        params![id, email, capacity, now],
                    )?;
                    let address = EmailAddress::parse(&email)?;
                    api_tokens::create(unit, &Caller::operator(), &address, "bench", None, digest)?;
                }
                Ok(())
            })
            .await?;
        Ok(tokens.into_iter().map(|token| Agent { token }).collect())
    }

    fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.address)
    }

    /// A call of an agent.
    pub async fn call(&self, agent: &Agent, path: &str, body: &Value) -> anyhow::Result<Value> {
        let asked = self.http.post(self.address(path)).bearer_auth(&agent.token).json(body);
        let answer = asked.send().await?;
        let status = answer.status();
        let text = answer.text().await?;
        anyhow::ensure!(status.is_success(), "{path}: {status} {text}");
        Ok(serde_json::from_str(&text)?)
    }

    /// An agent's socket.
    pub async fn at_work(&self, agent: &Agent, number: usize) -> anyhow::Result<Wire> {
        let session = self.call(agent, "/api/v1/im/session", &json!({})).await?;
        self.greet(session["session_token"].as_str().context("no token")?, number).await
    }

    /// A new visitor's socket.
    pub async fn visitor(&self, number: usize) -> anyhow::Result<Wire> {
        let body = json!({"key": self.key, "device_id": null, "visitor_token": null, "identity": null,
                          "page": null, "locale": "en"});
        let answer = self.http.post(self.address("/widget/v1/session")).json(&body).send().await?;
        let session: Value = answer.error_for_status()?.json().await?;
        self.greet(session["session_token"].as_str().context("no token")?, number).await
    }

    async fn greet(&self, token: &str, number: usize) -> anyhow::Result<Wire> {
        let mut wire = Wire::open(&self.target, number).await?;
        let hello = json!({"type": "hello", "protocol": "servicedesk.im.v1", "session_token": token,
                           "client": {"kind": "web", "version": "1.0.0"}, "resume": null, "heartbeat_ms": 600_000});
        wire.say(&hello.to_string()).await?;
        wire.expect("welcome").await?;
        Ok(wire)
    }
}

/// A `send` into the newest conversation.
pub fn said(id: usize) -> String {
    json!({"type": "send", "client_message_id": format!("m-{id}"), "conversation_id": null,
           "content": {"kind": "text", "text": "几点发货? 订单号 20261127-0417，谢谢！"}})
    .to_string()
}
