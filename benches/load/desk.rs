//! A desk under load: on a data folder of its own, with nothing that slows a client down.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::process::rest::Program;
use crate::process::sync::Disk;
use crate::process::{Served, UNLIMITED, done};
use crate::wire::{Target, Wire};
use crate::{secure, usage};

/// Clients that do something at the same time.
pub const AT_ONCE: usize = 128;

/// What everybody says: as long as what customers write.
pub const SAID: &str =
    "你好，昨天下单的龙井还没有发货，麻烦帮我看一下什么时候可以寄出？订单号是 20261127-0417，谢谢！";

/// A folder with an agent and sessions of visitors.
pub struct Ground {
    folder: TempDir,
    /// What stands between desks and the drive, and how many milliseconds each sync takes at least.
    slowed: Option<(Disk, String)>,
    token: String,
    /// Where https is, if it is asked for.
    secure: Option<SocketAddr>,
    /// Sockets that it takes; a quarter of them is how many may ask for something at once.
    most: usize,
}

/// A running desk on it.
pub struct Desk {
    pub served: Served,
    pub target: Target,
    /// An agent, by REST.
    pub agent: Program,
    /// Whose syncs are counted.
    disk: Option<Disk>,
}

impl Ground {
    /// A new one, for so many connections.
    pub fn lay(connections: usize, tls: bool) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        done(&data, &["init"], "");
        let password = "a password of no importance\n";
        done(
            &data,
            &["agent", "add", "--email", "load@example.com", "--name", "Load", "--password-stdin"],
            password,
        );
        let token = done(&data, &["token", "create", "--agent", "load@example.com", "--name", "load"], "");
        // Free a moment ago; nobody else asks for it meanwhile.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        Ok(Self {
            folder,
            token,
            secure: tls.then_some(port),
            // A sixteenth of them is for the requests of one address.
            most: connections.max(17 * AT_ONCE) + 64,
            slowed: None,
        })
    }

    /// From now on each sync of what runs on it takes so many milliseconds at least, and is counted.
    pub fn slow_down(&mut self, milliseconds: usize) {
        self.slowed = Some((Disk::new(self.folder.path()), milliseconds.to_string()));
    }

    /// What whoever runs on it must find in its environment.
    pub fn disk(&self) -> Vec<(&str, &str)> {
        let variables =
            self.slowed.as_ref().map(|(disk, milliseconds)| disk.variables(milliseconds).to_vec());
        variables.unwrap_or_default()
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Starts a desk on it.
    pub fn serve(&self) -> anyhow::Result<Desk> {
        self.serve_on("127.0.0.1:0", &[])
    }

    /// Starts a desk on it at that address, with further settings.
    pub fn serve_on(&self, listen: &str, settings: &[(&str, &str)]) -> anyhow::Result<Desk> {
        let most = self.most.to_string();
        let mut variables: Vec<(&str, &str)> = UNLIMITED.to_vec();
        variables.extend([
            ("SERVICEDESK_SERVER__MAX_CONNECTIONS", most.as_str()),
            ("SERVICEDESK_LIMITS__CONNECTIONS_PER_ADDRESS", most.as_str()),
            ("SERVICEDESK_SERVER__SHUTDOWN_GRACE", "1s"),
        ]);
        let (certificate, key) = secure::files();
        let (certificate, key) = (text(&certificate)?, text(&key)?);
        let secure = self.secure.map(|address| address.to_string());
        if let Some(secure) = &secure {
            variables.extend([
                ("SERVICEDESK_TLS__LISTEN", secure.as_str()),
                ("SERVICEDESK_TLS__CERTIFICATE", certificate),
                ("SERVICEDESK_TLS__PRIVATE_KEY", key),
            ]);
        }
        variables.extend(self.disk());
        variables.extend(settings);
        let served = Served::start_on(listen, &self.data(), &variables);
        let plain = served.origin.trim_start_matches("http://").parse().context("an address")?;
        let target = match self.secure {
            Some(address) => Target { address, tls: Some(secure::connector()?) },
            None => Target { address: plain, tls: None },
        };
        let agent = Program::new(&served.origin, &self.token);
        Ok(Desk { served, target, agent, disk: self.slowed.as_ref().map(|(disk, _)| disk.clone()) })
    }
}

fn text(path: &Path) -> anyhow::Result<&str> {
    path.to_str().context("a path in UTF-8")
}

impl Desk {
    /// How long processors worked for it so far.
    pub fn processor(&self) -> anyhow::Result<Duration> {
        usage::processor(self.served.pid())
    }

    /// Commits that were synced so far, where somebody counts.
    pub fn commits(&self) -> Option<usize> {
        self.disk.as_ref().map(Disk::commits_synced)
    }

    /// Opens so many sessions, each of a visitor of its own; what opens their sockets.
    pub async fn sessions(&self, count: usize) -> anyhow::Result<Vec<String>> {
        let http = crate::process::http::client();
        let page = http.get(format!("{}/demo", self.served.origin)).send().await?.text().await?;
        let key = page.split_once("pk_").context("no key on the demo page")?.1;
        let key: String = key.chars().take_while(char::is_ascii_alphanumeric).collect();
        let body = json!({"key": format!("pk_{key}"), "device_id": null, "visitor_token": null, "identity": null,
                          "page": null, "locale": "zh-CN"});
        let open = async |_| {
            let asked = http.post(format!("{}/widget/v1/session", self.served.origin)).json(&body);
            let session: Value = asked.send().await?.error_for_status()?.json().await?;
            session["session_token"].as_str().map(str::to_owned).context("no session")
        };
        stream::iter(0..count).map(open).buffer_unordered(AT_ONCE).try_collect().await
    }
}

/// A link that was welcomed.
pub async fn greeted(desk: &Desk, token: &str, number: usize) -> anyhow::Result<Wire> {
    let mut wire = Wire::open(&desk.target, number).await?;
    hello(&mut wire, token, &Value::Null).await?;
    Ok(wire)
}

/// Says hello, to go on from a cursor or from nothing; the `welcome`.
pub async fn hello(wire: &mut Wire, token: &str, cursor: &Value) -> anyhow::Result<Value> {
    let hello = json!({"type": "hello", "protocol": "servicedesk.im.v1", "session_token": token,
                       "resume": cursor, "heartbeat_ms": 600_000});
    wire.say(&hello.to_string()).await?;
    wire.expect("welcome").await
}

/// One for each session.
pub async fn greet_all(desk: &Desk, tokens: Vec<String>) -> anyhow::Result<Vec<Wire>> {
    let greet = async |(number, token): (usize, String)| greeted(desk, &token, number).await;
    stream::iter(tokens.into_iter().enumerate()).map(greet).buffered(AT_ONCE).try_collect().await
}
