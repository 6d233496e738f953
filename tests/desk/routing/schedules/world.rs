//! A desk without sockets: the flows, the database step by step, a clock and a board of who is there.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use rusqlite::{Connection, params};
use servicedesk::clock::{Clock, HandClock, SharedClock, Timestamp};
use servicedesk::domain::access::agent::{Availability, Role};
use servicedesk::domain::access::store as agents;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::read_marks::Marks;
use servicedesk::domain::conversations::target::Target;
use servicedesk::domain::widgets::{DEFAULT_NAME, store as widgets};
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::{ActorKind, Priority};
use servicedesk::fault::Fault;
use servicedesk::flows::access::availability::{Choice, choose};
use servicedesk::flows::access::disable_agent;
use servicedesk::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use servicedesk::flows::conversations::post_message::{Post, post_message};
use servicedesk::flows::conversations::record_progress::record_progress;
use servicedesk::flows::conversations::{assign, change_state, triage};
use servicedesk::flows::routing::round::{Asked, Queue, round};
use servicedesk::flows::shop::set_up_desk::ensure_defaults;
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::{AgentId, ContactId, ConversationId, LinkId, TeamId, VisitorId};
use servicedesk::storage::follower::{self, Follower, Followers};
use servicedesk::storage::{self, CommitLoop, DATABASE_FILE, Limits, Unit, pragmas};
use tempfile::TempDir;

use super::look::{self, Deed};

pub const AGENTS: usize = 4;
pub const VISITORS: usize = 12;
const TEAMS: i64 = 2;
/// The least that everybody can take, so that some are full.
const CAPACITY: i64 = 2;

/// Something that happens.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    Say { visitor: usize, anew: bool },
    Reply { agent: usize, which: usize },
    Note { agent: usize, which: usize },
    Read { agent: usize, which: usize },
    Close { agent: usize, which: usize },
    Take { agent: usize, which: usize },
    GiveUp { agent: usize, which: usize },
    ToTeam { agent: usize, which: usize, team: usize },
    Prioritize { which: usize, to: Priority },
    Choose { agent: usize, to: Availability },
    Come { agent: usize },
    Go { agent: usize },
    Disable { agent: usize },
    Pass { seconds: u64 },
    End(Ending),
}

/// How a desk ends.
#[derive(Debug, Clone, Copy)]
pub enum Ending {
    Stopped,
    /// Between two steps.
    Killed,
    /// In the middle of a round: what it wrote is there, and nobody heard of it.
    KilledUnanswered,
}

/// A promise that is broken, to see that it is noticed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sabotage {
    /// The queue loses somebody.
    Forget,
    /// Everybody is given more than they can take.
    Overfill,
    /// The newest come first.
    Backwards,
    /// Whoever has most gets more.
    Pile,
    /// A number of a reason is another.
    Lie,
    /// Whoever vanished keeps what they have.
    Keep,
}

struct Running {
    desk: Desk,
    commits: CommitLoop,
    reached: i64,
}

pub struct World {
    folder: TempDir,
    clock: Arc<HandClock>,
    running: Option<Running>,
    starts: u64,
    agents: Vec<AgentId>,
    visitors: Vec<VisitorId>,
    /// Links of the desk that runs.
    links: BTreeMap<usize, LinkId>,
    words: u64,
    sabotage: Option<Sabotage>,
}

impl World {
    pub fn new(sabotage: Option<Sabotage>) -> Self {
        let mut world = Self {
            folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
            clock: HandClock::starting_at(Timestamp(1_772_352_000_000)),
            running: None,
            starts: 0,
            agents: Vec::new(),
            visitors: Vec::new(),
            links: BTreeMap::new(),
            words: 0,
            sabotage,
        };
        world.start();
        (world.agents, world.visitors) = world.write(populate).unwrap();
        world
    }

    fn start(&mut self) {
        self.starts += 1;
        let clock: SharedClock = Arc::<HandClock>::clone(&self.clock);
        let entropy = SeededEntropy::shared(self.starts);
        let followers = Followers::from(vec![Arc::new(Queue::default()) as Arc<dyn Follower>]);
        let folder = self.folder.path().join("data");
        let (db, commits) =
            storage::open_stepped(&folder, Limits::default(), &clock, &entropy, false, followers).unwrap();
        let desk = Desk::new(db, clock, entropy, 8, 1);
        self.running = Some(Running { desk, commits, reached: -1 });
        self.links.clear();
    }

    fn end(&mut self) {
        let running = self.running.take().unwrap();
        // As a killed process leaves them: closing in good order would tidy them up.
        let folder = self.folder.path().join("data");
        let path = |suffix: &str| folder.join(format!("{DATABASE_FILE}{suffix}"));
        let files: Vec<_> =
            ["", "-wal"].map(|suffix| (path(suffix), fs::read(path(suffix)).unwrap_or_default())).into();
        drop(running);
        for (path, bytes) in files {
            fs::write(path, bytes).unwrap();
        }
        drop(fs::remove_file(path("-shm")));
    }

    fn write<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let running = self.running.as_mut().unwrap();
        let pending = running.desk.db.submit(work).unwrap();
        running.commits.gather();
        running.commits.store(self.clock.now());
        running.commits.answer();
        running.commits.publish();
        pending.now_or_never().unwrap()
    }

    /// Something happens, and the routing has a look. What is wrong is told.
    pub fn play(&mut self, step: Step) -> Result<(), String> {
        let is_unanswered = matches!(step, Step::End(Ending::KilledUnanswered));
        self.happen(step);
        self.route(is_unanswered)
    }

    fn route(&mut self, is_unanswered: bool) -> Result<(), String> {
        let now = self.clock.now();
        let running = self.running.as_ref().unwrap();
        let (presence, started_at) = (Arc::clone(&running.desk.presence), running.desk.started_at);
        let (epoch, reached) = (running.desk.db.meta().log_epoch.clone(), running.reached);
        // The queue is brought up to the log first, so that what stands before the round can be read.
        let read_on = move |unit: &mut Unit<'_>| {
            while follower::step(unit, &Queue::default(), &epoch)?.more {}
            Ok(epoch)
        };
        let epoch = self.write(read_on).map_err(|fault| fault.to_string())?;
        let conn = self.look();
        let there = presence.seen(now);
        let heard = |agent: &AgentId| match there.iter().find(|(one, ..)| one == agent) {
            Some((_, stay, true)) => (None, stay.since.0),
            Some((_, stay, false)) => (Some(stay.last_seen.max(started_at).0), stay.since.0),
            None => (Some(started_at.0), 0),
        };
        let links = self.agents.iter().map(|agent| (agent.0, heard(agent))).collect();
        let mut before = look::before(&conn, now.0, &links);
        drop(conn);
        self.break_before();
        let work = move |unit: &mut Unit<'_>| {
            let there = presence.seen(unit.now());
            let asked =
                Asked { epoch: &epoch, reached, is_due: true, there: &there, started_at, looked_at: 500 };
            round(unit, &asked)
        };
        if is_unanswered {
            let running = self.running.as_mut().unwrap();
            drop(running.desk.db.submit(work).unwrap());
            running.commits.gather();
            running.commits.store(now);
            self.end();
            self.start();
        } else {
            let done = self.write(work).map_err(|fault| fault.to_string())?;
            self.running.as_mut().unwrap().reached = done.reached;
        }
        let mut deeds = look::deeds(&self.look(), before.head);
        self.break_after(&mut before, &mut deeds);
        before.check(&deeds)
    }

    fn break_before(&mut self) {
        let sql = match self.sabotage {
            Some(Sabotage::Forget) => "DELETE FROM routing_queue WHERE conversation_id > 0",
            Some(Sabotage::Backwards) => "UPDATE routing_queue SET key = -key",
            _ => return,
        };
        self.write(move |unit| Ok(unit.conn().write(sql, params![])?)).unwrap();
    }

    fn break_after(&self, before: &mut look::Before, deeds: &mut Vec<Deed>) {
        if self.sabotage == Some(Sabotage::Overfill) {
            before.agents.values_mut().for_each(|agent| agent.capacity = 0);
        }
        let taken = deeds.iter().position(|deed| matches!(deed, Deed::Taken { .. }));
        if let Some(taken) = taken.filter(|_| self.sabotage == Some(Sabotage::Keep)) {
            deeds.truncate(taken);
        }
        // Whoever has just lost one may not get it again.
        let is_calm = taken.is_none();
        for deed in deeds {
            let Deed::Assigned { talk, to, why } = deed else { continue };
            match self.sabotage {
                Some(Sabotage::Pile) if is_calm => *to = before.heavier(*talk, *to).unwrap_or(*to),
                Some(Sabotage::Lie) => {
                    for name in ["waited_ms", "ago_ms", "load", "free"] {
                        if let Some(number) = why[name].as_i64() {
                            why[name] = (number + 1).into();
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn look(&self) -> Connection {
        pragmas::open_to_inspect(&self.folder.path().join("data").join(DATABASE_FILE)).unwrap()
    }

    fn agent(&self, at: usize) -> Caller {
        Caller::agent(self.agents[at], Role::Agent)
    }

    /// Some conversation that is not closed.
    fn some(&self, which: usize) -> Option<ConversationId> {
        let conn = self.look();
        let mut query = conn.prepare("SELECT id FROM conversations WHERE state <> 5 ORDER BY id").unwrap();
        let ids: Vec<i64> = query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        (!ids.is_empty()).then(|| ConversationId(ids[which % ids.len()]))
    }

    /// It happens, or is refused: that is the desk's business.
    fn happen(&mut self, step: Step) {
        match step {
            Step::Say { visitor, anew } => {
                let visitor = self.visitors[visitor];
                let target = if anew { Target::New } else { Target::Newest };
                self.words += 1;
                let post = post(ActorKind::Visitor, target, false, self.words);
                drop(self.write(move |unit| {
                    post_message(unit, &Caller::visitor(visitor, ContactId(0), false), &post)
                }));
            }
            Step::Come { agent } => {
                if !self.links.contains_key(&agent) {
                    let link = LinkId(i64::try_from(self.words).unwrap() * 10 + agent as i64 + 1);
                    self.words += 1;
                    self.links.insert(agent, link);
                    self.running.as_ref().unwrap().desk.presence.came(self.agents[agent], link);
                }
            }
            Step::Go { agent } => {
                if let Some(link) = self.links.remove(&agent) {
                    let heard = self.clock.tick();
                    self.running.as_ref().unwrap().desk.presence.went(self.agents[agent], link, heard);
                }
            }
            Step::Pass { seconds } => self.clock.advance(Duration::from_secs(seconds)),
            Step::End(Ending::Stopped | Ending::Killed) => {
                self.end();
                self.start();
            }
            Step::End(Ending::KilledUnanswered) => {}
            Step::Choose { agent, to } => {
                let (agent, caller) = (self.agents[agent], self.agent(agent));
                let choice = Choice { availability: to, reason: None, until: None };
                drop(self.write(move |unit| choose(unit, &caller, agent, &choice)));
            }
            Step::Disable { agent } => {
                let id = self.agents[agent];
                let work = move |unit: &mut Unit<'_>| {
                    let mut agent = agents::find(unit.conn(), id)?.unwrap();
                    if agent.active {
                        disable_agent::end(unit, &Caller::operator(), &mut agent)
                    } else {
                        unit.conn().write("UPDATE agents SET active = 1 WHERE id = ?1", params![id])?;
                        Ok(())
                    }
                };
                drop(self.write(work));
            }
            Step::Prioritize { which, to } => {
                let Some(id) = self.some(which) else { return };
                let caller = self.agent(0);
                drop(self.write(move |unit| triage::set_priority(unit, &caller, id, to)));
            }
            Step::Reply { .. }
            | Step::Note { .. }
            | Step::Read { .. }
            | Step::Close { .. }
            | Step::Take { .. }
            | Step::GiveUp { .. }
            | Step::ToTeam { .. } => self.work(step),
        }
    }

    /// An agent works on some conversation.
    fn work(&mut self, step: Step) {
        let (Step::Reply { agent, which }
        | Step::Note { agent, which }
        | Step::Read { agent, which }
        | Step::Close { agent, which }
        | Step::Take { agent, which }
        | Step::GiveUp { agent, which }
        | Step::ToTeam { agent, which, .. }) = step
        else {
            return;
        };
        let Some(id) = self.some(which) else { return };
        let (caller, oneself) = (self.agent(agent), self.agents[agent]);
        self.words += 1;
        let note = matches!(step, Step::Note { .. });
        let post = post(ActorKind::Agent, Target::Named(id), note, self.words);
        let work = move |unit: &mut Unit<'_>| -> Result<(), Fault> {
            match step {
                Step::Reply { .. } | Step::Note { .. } => post_message(unit, &caller, &post).map(drop),
                Step::Read { .. } => {
                    let all = Marks { received: 1_000, read: 1_000 };
                    record_progress(unit, &caller, &[(id, all)]).map(drop)
                }
                Step::Close { .. } => change_state::resolve(unit, &caller, id, None).map(drop),
                Step::Take { .. } => assign::assign(unit, &caller, id, Some(oneself)).map(drop),
                Step::GiveUp { .. } => assign::assign(unit, &caller, id, None).map(drop),
                Step::ToTeam { team, .. } => {
                    let team = TeamId(team as i64 + 1);
                    triage::transfer_to_team(unit, &caller, id, team, None).map(drop)
                }
                _ => Ok(()),
            }
        };
        drop(self.write(work));
    }
}

fn post(speaker: ActorKind, target: Target, note: bool, number: u64) -> Post {
    let content = Content::text(format!("text {number}"));
    Post::new(&[7; 32], speaker, None, target, note, content, Duration::from_hours(1)).unwrap()
}

/// More people than there are free seats: they are put in as they would be stored.
fn populate(unit: &mut Unit<'_>) -> Result<(Vec<AgentId>, Vec<VisitorId>), Fault> {
    ensure_defaults(unit, "pk_test", "sk_test")?;
    let now = unit.now().0;
    let mut agents: Vec<AgentId> = Vec::new();
    for number in 0..AGENTS as i64 {
        let id: AgentId = unit.mint();
        unit.conn().write(
            "INSERT INTO agents (id, email, email_key, name, role, password_hash, active, availability, capacity, locale,
                                 theme, created_at)
             VALUES (?1, ?2, ?2, ?2, 'owner', 'none', 1, 1, ?3, 'en', 'auto', ?4)",
            params![id, format!("{number}@example.com"), CAPACITY + number % 2, now],
        )?;
        agents.push(id);
    }
    for team in 1..=TEAMS {
        unit.conn().write(
            "INSERT INTO teams (id, slot, name, name_key, created_at) VALUES (?1, ?1, ?2, ?2, ?3)",
            params![team, format!("team {team}"), now],
        )?;
        for agent in agents.iter().skip(usize::try_from(team).unwrap()) {
            unit.conn().write(
                "INSERT INTO team_members (team_id, agent_id) VALUES (?1, ?2)",
                params![team, agent],
            )?;
        }
    }
    let widget = widgets::find_by_name(unit.conn(), DEFAULT_NAME)?.unwrap().id;
    let mut visitors = Vec::new();
    for number in 0..VISITORS {
        let arrival = Arrival {
            widget,
            device_id: None,
            known_token: None,
            new_token: [number as u8; 32],
            identity: None,
            locale: None,
            page: None,
            time_zone: None,
            user_agent: None,
            address: None,
        };
        visitors.push(open_visitor_session(unit, &arrival)?.visitor);
    }
    Ok((agents, visitors))
}
