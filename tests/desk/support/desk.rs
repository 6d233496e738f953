//! A desk of a test's own.

use std::path::Path;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use servicedesk::app::{self, Options, Running};
use servicedesk::clock::{Clock, HandClock, Timestamp};
use servicedesk::config::Config;
use servicedesk::config::units::TimeSpan;
use servicedesk::domain::access::agent::Role;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::search::state::{self, Stage};
use servicedesk::domain::widgets::{DEFAULT_NAME, store as widgets};
use servicedesk::entropy::SeededEntropy;
use servicedesk::fault::Fault;
use servicedesk::flows::access::disable_agent::disable_agent;
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::TeamId;
use servicedesk::storage::Unit;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::{Agent, Answer, Link, Visitor};

/// Desks run here, so that they can end after the test that opened them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// When every story begins: 2026-03-01T08:00:00Z.
pub const START: Timestamp = Timestamp(1_772_352_000_000);

/// A running desk.
pub struct TestDesk {
    /// Stands still until a test moves it.
    pub clock: Arc<HandClock>,
    /// Public key of the widget `default`.
    pub key: String,
    /// What signs its visitors' identities.
    pub secret: String,
    /// The token of the set-up link.
    pub setup_token: Option<String>,
    http: reqwest::Client,
    origin: String,
    config: Config,
    running: Option<Running>,
    folder: Option<TempDir>,
}

impl TestDesk {
    /// A desk with the settings it is shipped with.
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    /// A desk that gives conversations to agents by itself, as it does when nobody says otherwise.
    pub async fn routing() -> Self {
        Self::with(|config| {
            hurried(config);
            config.routing.enabled = true;
        })
        .await
    }

    /// A desk with other settings. Where the routing is not the subject it is off, so that conversations stay where a story puts them.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::default();
        config.routing.enabled = false;
        config.server.listen.set_port(0);
        config.server.workers = 1;
        config.server.shutdown_grace = TimeSpan::from_millis(20);
        change(&mut config);
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        Self::start(config, folder, HandClock::starting_at(START), 1).await
    }

    /// A desk for stories with many words: nobody is slowed down.
    pub async fn hurried() -> Self {
        Self::with(hurried).await
    }

    async fn start(config: Config, folder: TempDir, clock: Arc<HandClock>, seed: u64) -> Self {
        let options = Options {
            config: config.clone(),
            data: folder.path().join("data"),
            clock: clock.clone(),
            entropy: SeededEntropy::shared(seed),
        };
        let running = RUNTIME.spawn(app::start(options)).await.unwrap().unwrap();
        let widget = running
            .desk()
            .db
            .read(|conn| Ok(widgets::find_by_name(conn, DEFAULT_NAME)?))
            .await
            .unwrap()
            .unwrap();
        let setup_token = running
            .links
            .setup
            .as_ref()
            .and_then(|link| link.split_once("#token=").map(|(_, token)| token.to_owned()));
        Self {
            clock,
            key: widget.public_key,
            secret: widget.secret,
            setup_token,
            http: super::http::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap(),
            origin: format!("http://{}", running.address),
            config,
            running: Some(running),
            folder: Some(folder),
        }
    }

    /// Stops the desk and starts it again on the same folder, or on what `prepare` makes of it.
    pub async fn reopened(mut self, prepare: impl FnOnce(&Path)) -> Self {
        let running = self.running.take().unwrap();
        RUNTIME.spawn(running.stop()).await.unwrap();
        let folder = self.folder.take().unwrap();
        prepare(&folder.path().join("data"));
        Self::start(self.config.clone(), folder, Arc::clone(&self.clock), 2).await
    }

    /// Tells the desk to stop; what it does meanwhile can be watched.
    pub fn stop(&mut self) -> tokio::task::JoinHandle<()> {
        RUNTIME.spawn(self.running.take().unwrap().stop())
    }

    /// The inside, for what has no public door.
    pub fn inside(&self) -> &Desk {
        self.running.as_ref().unwrap().desk()
    }

    /// Takes an agent's seat away, as `servicedesk agent disable` does.
    pub async fn disable(&self, agent: &Agent) {
        self.disable_by_mail(agent.email).await;
    }

    /// The same, for somebody of whom only the e-mail is at hand.
    pub async fn disable_by_mail(&self, email: &str) {
        let email = EmailAddress::parse(email).unwrap();
        self.inside().db.write(move |unit| disable_agent(unit, &Caller::operator(), &email)).await.unwrap();
    }

    /// Waits until everything that was queued for the writer is stored.
    pub async fn written(&self) {
        self.inside().db.write(|_| Ok(())).await.unwrap();
    }

    /// Waits until every message that is stored can be found.
    pub async fn searchable(&self) {
        loop {
            let condition = self.inside().db.read(|conn| Ok(state::condition(conn, 1)?)).await.unwrap();
            if condition.state.stage == Stage::Messages && condition.behind == 0 {
                return;
            }
        }
    }

    /// Keeps the writer busy until what comes back is dropped: nothing else is stored meanwhile.
    pub async fn hold_writer(&self) -> SyncSender<()> {
        let (release, held) = std::sync::mpsc::sync_channel::<()>(1);
        let (started, running) = tokio::sync::oneshot::channel();
        let unit = self.inside().db.submit(move |_| {
            started.send(()).unwrap();
            // Ends when the other side is dropped.
            while held.recv().is_ok() {}
            Ok(())
        });
        drop(unit.unwrap());
        running.await.unwrap();
        release
    }

    /// Where the desk's own pages come from.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A path of the desk as a whole address.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Where it speaks https.
    pub fn https(&self) -> std::net::SocketAddr {
        self.running.as_ref().unwrap().https.unwrap()
    }

    /// Has certificate files read anew, as SIGHUP does.
    pub fn reload(&self) {
        self.running.as_ref().unwrap().reload.notify_one();
    }

    /// Moves time.
    pub fn pass(&self, time: Duration) {
        self.clock.advance(time);
    }

    /// Moves time second by second, and looks often in between, until something has come about.
    pub async fn pass_until(&self, mut has_come: impl AsyncFnMut() -> bool) {
        loop {
            self.pass(Duration::from_secs(1));
            for _ in 0..50 {
                if has_come().await {
                    return;
                }
            }
        }
    }

    /// The desk's time.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A request without any credential.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, self.address(path))
    }

    /// Fetches something anybody may fetch.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::to(self.request(Method::GET, path)).await
    }

    /// Posts something without any credential.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        Answer::to(self.request(Method::POST, path).json(body)).await
    }

    /// A new visitor, not connected yet.
    pub async fn visitor(&self) -> Visitor {
        Visitor::come(self, Value::Null).await
    }

    /// A visitor whom the shop vouches for as `user_id`.
    pub async fn customer(&self, user_id: &str) -> Visitor {
        Visitor::come(self, serde_json::json!({ "token": super::jwt(self, user_id) })).await
    }

    /// The owner, with an API token.
    pub async fn owner(&self) -> Agent {
        Agent::join(self, "小梅", "mei@example.com", Role::Owner).await
    }

    /// A colleague, with an API token.
    pub async fn colleague(&self) -> Agent {
        Agent::join(self, "阿强", "qiang@example.com", Role::Agent).await
    }

    /// The id of a new team without members.
    pub async fn team(&self, name: &str) -> TeamId {
        let name = name.to_owned();
        let work = move |unit: &mut Unit<'_>| {
            let id: TeamId = unit.mint();
            unit.conn().write(
                "INSERT INTO teams (id, slot, name, name_key, created_at)
                 VALUES (?1, (SELECT COUNT(*) FROM teams), ?2, ?2, ?3)",
                rusqlite::params![id, name, unit.now().0],
            )?;
            Ok::<_, Fault>(id)
        };
        self.inside().db.write(work).await.unwrap()
    }

    /// Puts an agent into a team.
    pub async fn join(&self, team: TeamId, agent: &Agent) {
        let agent: servicedesk::ids::AgentId = agent.id.parse().unwrap();
        let work = move |unit: &mut Unit<'_>| {
            let values = rusqlite::params![team, agent];
            unit.conn().write("INSERT INTO team_members (team_id, agent_id) VALUES (?1, ?2)", values)?;
            Ok::<_, Fault>(())
        };
        self.inside().db.write(work).await.unwrap();
    }

    /// A socket that has said nothing yet.
    pub async fn knock(&self) -> Link {
        Link::open(self.origin.trim_start_matches("http://")).await
    }
}

/// Raises every rate that a busy story would meet.
pub fn hurried(config: &mut Config) {
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
        &mut limits.search_per_second,
    ] {
        *rate = 1_000_000;
    }
}

impl Drop for TestDesk {
    fn drop(&mut self) {
        let (running, folder) = (self.running.take(), self.folder.take());
        if let Some(running) = running {
            RUNTIME.spawn(async move {
                running.stop().await;
                drop(folder);
            });
        }
    }
}
