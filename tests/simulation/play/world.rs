//! One run: people on devices, a network, a desk, and what goes wrong. A seed decides everything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rusqlite::Connection;
use servicedesk::clock::{Clock, Timestamp};
use servicedesk::domain::access::session_token::{self, Claims, Subject};
use servicedesk::domain::access::store as agents;
use servicedesk::domain::contacts::store as contacts;
use servicedesk::ids::{AgentId, ContactId, ConversationId, FileId, VisitorId};
use servicedesk::im::{link, relay};
use servicedesk::storage::blobs::Digest;
use servicedesk::storage::{DATABASE_FILE, pragmas};

use super::bot;
use super::check;
use super::client::{Client, Kept, News, Role};
use super::clock::SimClock;
use super::desk::{Running, Start, TOKEN_LIFE};
use super::executor::Executor;
use super::gateway;
use super::parcels::Parcel;
use super::populate::populate;
use super::random::Random;
use super::sabotage::Sabotage;
use super::wire::{Down, Network};

/// Words that only the team may read.
pub const NOTE: &str = "NOTE:";
/// When a run begins.
const BEGINNING: Timestamp = Timestamp(1_772_353_812_500);
/// Ticks of each part of a run, in milliseconds: with faults, and without.
const STORMY_MS: u64 = 120_000;
/// After the storm everybody must have caught up within so much time.
const CALM_MS: u64 = 400_000;
/// During the storm something goes wrong once in so many steps.
const FAULT_EVERY: usize = 120;
/// Silence after which every dead link was noticed by both ends, with a heartbeat to spare.
const REST_MS: u64 = 200_000;
/// A run that takes more steps than this does not come to rest.
const STEPS_MAX: u64 = 100_000;

/// Who holds a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Visitor(VisitorId),
    Agent(AgentId, i64),
}

/// A device and what it did.
pub struct Device {
    pub who: Who,
    pub client: Client,
    pub(super) connection: Option<u64>,
    /// When its user does something next.
    pub(super) acts_at: u64,
    pub written: Vec<String>,
    /// Conversations of which anything was heard.
    pub heard_of: BTreeSet<String>,
    /// Ascending positions of the present connection.
    pub(super) last_position: i64,
}

/// An answer that counts: it must hold for ever.
#[derive(Debug, Clone)]
pub struct Accepted {
    pub device: usize,
    pub conversation: String,
    pub sequence: i64,
    pub position: i64,
}

/// What happened in a run.
#[derive(Debug, Default, Clone)]
pub struct Counts {
    pub steps: u64,
    pub commits: u64,
    pub accepted: u64,
    pub refused: u64,
    pub links: u64,
    pub requests: u64,
    pub files: u64,
    /// Conversations that the routing gave to somebody.
    pub routed: u64,
    pub faults: BTreeMap<&'static str, u64>,
}

pub struct World {
    pub(super) folder: PathBuf,
    pub random: Random,
    pub clock: SimClock,
    pub(super) network: Network,
    pub(super) executor: Executor,
    pub(super) running: Option<Running>,
    /// When the desk comes back.
    pub(super) starts_at: u64,
    pub devices: Vec<Device>,
    pub accepted: BTreeMap<String, Accepted>,
    pub refused: BTreeMap<String, String>,
    pub erased: BTreeSet<ContactId>,
    pub(super) backup: Option<(PathBuf, i64)>,
    pub(super) fault_until: u64,
    /// When the desk that drains stops.
    pub(super) stops_at: Option<u64>,
    pub(super) calm: bool,
    pub(super) generation: u64,
    pub counts: Counts,
    pub violations: Vec<String>,
    pub sabotage: Option<Sabotage>,
    /// Of everything that happened, in order.
    pub trace: u64,
    pub(super) parcels: Vec<Parcel>,
    /// What each file holds that was finished.
    pub files: BTreeMap<FileId, Digest>,
    pub(super) held_frame: Option<(usize, String)>,
    pub(super) sent: BTreeSet<(usize, String)>,
    pub(super) renamed: BTreeMap<String, String>,
    pub(super) seed: u64,
    tells: bool,
}

impl World {
    /// A desk with two agents on three devices, and four visitors on five, two of whom may turn out to be one person.
    pub fn new(seed: u64, folder: PathBuf, sabotage: Option<Sabotage>) -> Self {
        let clock = SimClock::starting_at(BEGINNING);
        let mut executor = Executor::default();
        let how = Start {
            seed,
            new_epoch: false,
            bounded: sabotage != Some(Sabotage::NoBound),
            routed: sabotage != Some(Sabotage::ForgetLastCommit),
        };
        let mut running = Running::start(&folder, &clock, how, &mut executor);
        let (agents, visitors) = running.now(populate);
        let mut world = Self {
            folder,
            random: Random::new(seed),
            clock,
            network: Network::default(),
            executor,
            running: Some(running),
            starts_at: 0,
            devices: Vec::new(),
            accepted: BTreeMap::new(),
            refused: BTreeMap::new(),
            erased: BTreeSet::new(),
            backup: None,
            fault_until: 0,
            stops_at: None,
            calm: false,
            generation: 0,
            counts: Counts::default(),
            violations: Vec::new(),
            sabotage,
            trace: 0xcbf2_9ce4_8422_2325,
            parcels: Vec::new(),
            files: BTreeMap::new(),
            held_frame: None,
            sent: BTreeSet::new(),
            renamed: BTreeMap::new(),
            seed,
            tells: is_to_tell(),
        };
        for (agent, credential) in agents {
            world.add_device(Who::Agent(agent, credential), Role::Agent);
        }
        // The last one has two pages open, which share an outbox.
        let again = visitors.last().copied();
        for visitor in visitors.into_iter().chain(again) {
            world.add_device(Who::Visitor(visitor), Role::Visitor);
        }
        world
    }

    pub(super) fn add_device(&mut self, who: Who, role: Role) {
        let now = self.clock.millis();
        let client = Client::new(role, Kept::default(), now, self.random.number());
        let acts_at = now + self.random.between(100, 3_000);
        self.devices.push(Device {
            who,
            client,
            connection: None,
            acts_at,
            written: Vec::new(),
            heard_of: BTreeSet::new(),
            last_position: 0,
        });
    }

    /// Runs the storm and the calm after it; what was broken is in `violations`.
    pub fn run(&mut self) {
        while self.clock.millis() < STORMY_MS && self.violations.is_empty() && self.counts.steps < STEPS_MAX {
            self.step();
        }
        self.make_calm();
        let calm_since = self.clock.millis();
        let end = calm_since + CALM_MS;
        while self.violations.is_empty() && (self.clock.millis() < calm_since + REST_MS || !self.is_at_rest())
        {
            self.step();
            if self.clock.millis() > end || self.counts.steps > STEPS_MAX {
                let who: Vec<String> = self.unsettled();
                self.violations.push(format!("did not come to rest: {}", who.join("; ")));
            }
        }
        if self.violations.is_empty() {
            self.look_at_links();
            if let (Some(sabotage), Some(running)) = (self.sabotage, &mut self.running) {
                running.now(move |unit| bot::spoil(unit, sabotage));
            }
            check::check(self);
        }
    }

    pub(super) fn make_calm(&mut self) {
        self.calm = true;
        self.fault_until = 0;
        if let Some(running) = &mut self.running {
            running.inject(None);
        }
    }

    pub(super) fn unsettled(&self) -> Vec<String> {
        let odd = self.devices.iter().enumerate().filter(|(_, device)| !is_settled(device));
        let files = self.parcels.iter().filter(|parcel| !parcel.is_over()).map(Parcel::whats_open);
        odd.map(|(at, device)| format!("device {at}: {}", device.client.whats_open())).chain(files).collect()
    }

    pub(super) fn is_at_rest(&self) -> bool {
        let quiet = self.running.as_ref().is_some_and(|running| !running.has_work());
        quiet
            && self.executor.ready().is_empty()
            && self.devices.iter().all(is_settled)
            && self.parcels.iter().all(Parcel::is_over)
            && self.network.next_arrival().is_none()
    }

    /// One thing happens: a task goes on, a frame arrives, the writer takes a step, somebody acts, or time passes.
    pub(super) fn step(&mut self) {
        self.counts.steps += 1;
        let now = self.clock.millis();
        self.network.set_now(now);
        if !self.calm && self.random.once_in(FAULT_EVERY) {
            self.inject_something();
        }
        if self.running.is_none() && now >= self.starts_at {
            let how = self.next_start(false);
            self.running = Some(Running::start(&self.folder, &self.clock, how, &mut self.executor));
        }
        if self.stops_at.is_some_and(|at| now >= at) {
            self.end_desk(now, false);
        }
        if self.fault_until > 0 && now >= self.fault_until {
            self.fault_until = 0;
            if let Some(running) = &mut self.running {
                running.inject(None);
            }
        }
        let ready = self.executor.ready();
        let due = self.network.due();
        let work = self.running.as_ref().is_some_and(Running::has_work);
        let clients: Vec<usize> = (0..self.devices.len()).filter(|at| self.device_is_due(*at, now)).collect();
        let parcels: Vec<usize> = (0..self.parcels.len()).filter(|at| self.parcel_is_due(*at, now)).collect();
        let choices = ready.len() + due.len() + usize::from(work) * 2 + clients.len() + parcels.len();
        if choices == 0 {
            return self.pass_time(now);
        }
        let choice = self.random.below(choices);
        self.note(choice as u64);
        if let Some(task) = ready.get(choice) {
            return self.executor.poll(*task);
        }
        let choice = choice - ready.len();
        if let Some(connection) = due.get(choice) {
            return self.deliver(*connection);
        }
        let choice = choice - due.len();
        if let Some(device) = clients.get(choice) {
            return self.device_acts(*device, now);
        }
        let choice = choice - clients.len();
        if let Some(parcel) = parcels.get(choice) {
            return self.parcel_acts(*parcel, now);
        }
        if let Some(running) = &mut self.running {
            let what = running.step();
            self.counts.commits += u64::from(what == "store");
            self.look_at_bounds();
        }
    }

    /// Tells what happens, where somebody wants to read it: `TELL=1`.
    pub(super) fn tell(&self, words: impl FnOnce() -> String) {
        if self.tells {
            let line = format!("{:>8} {}\n", self.clock.millis(), words());
            drop(std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes()));
        }
    }

    pub(super) fn note(&mut self, what: u64) {
        self.trace = (self.trace ^ what).wrapping_mul(0x0100_0000_01b3);
    }

    pub(super) fn note_text(&mut self, text: &str) {
        for byte in text.bytes() {
            self.note(u64::from(byte));
        }
    }

    pub(super) fn pass_time(&mut self, now: u64) {
        let mut next = [
            self.clock.next_deadline(),
            self.network.next_arrival(),
            self.running.is_none().then_some(self.starts_at),
            (self.fault_until > 0).then_some(self.fault_until),
            self.stops_at,
            self.next_parcel(),
        ]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(u64::MAX);
        for device in &self.devices {
            if !self.calm && !device.client.has_ended() {
                next = next.min(device.acts_at);
            }
            let waits_for_desk = self.running.is_none() && device.client.wants_link(now);
            if !waits_for_desk {
                next = next.min(device.client.next_deadline().unwrap_or(u64::MAX));
            }
        }
        if next == u64::MAX {
            next = now + 1_000;
        }
        self.clock.advance_to(next.max(now + 1));
    }

    pub(super) fn next_start(&mut self, new_epoch: bool) -> Start {
        self.generation += 1;
        let bounded = self.sabotage != Some(Sabotage::NoBound);
        let routed = self.sabotage != Some(Sabotage::ForgetLastCommit);
        Start { seed: self.seed ^ (self.generation << 32), new_epoch, bounded, routed }
    }

    pub(super) fn device_is_due(&self, at: usize, now: u64) -> bool {
        let device = &self.devices[at];
        let acts = !self.calm && !device.client.has_ended() && device.acts_at <= now;
        let opens = device.client.wants_link(now) && self.running.is_some();
        let waits =
            !device.client.wants_link(now) && device.client.next_deadline().is_some_and(|due| due <= now);
        acts || opens || waits
    }

    pub(super) fn device_acts(&mut self, at: usize, now: u64) {
        let wants_link = self.devices[at].client.wants_link(now);
        if wants_link && self.running.is_some() {
            self.open_link(at, now);
        } else if !wants_link && self.devices[at].client.next_deadline().is_some_and(|due| due <= now) {
            self.devices[at].client.tick(now);
        } else {
            let pause = self.random.between(200, 6_000);
            self.devices[at].acts_at = now + pause;
            self.person_acts(at, now);
        }
        self.follow_client(at);
    }

    /// Reads the database as it stands now.
    pub fn look(&self) -> Connection {
        pragmas::open_to_inspect(&self.folder.join(DATABASE_FILE)).expect("the database is there")
    }

    pub(super) fn open_link(&mut self, at: usize, now: u64) {
        let Some(running) = &self.running else { return };
        let conn = self.look();
        let expires_at = self.clock.now().plus(TOKEN_LIFE);
        let subject = match self.devices[at].who {
            Who::Visitor(id) => contacts::find_visitor(&conn, id)
                .expect("it can be read")
                .map(|visitor| Subject::Visitor { id, generation: visitor.generation }),
            Who::Agent(id, credential) => agents::credential_holds(&conn, id, credential, self.clock.now())
                .expect("it can be read")
                .then_some(Subject::Agent { id, credential }),
        };
        drop(conn);
        let device = &mut self.devices[at];
        let Some(subject) = subject else {
            device.client.refuse_for_good();
            return;
        };
        let token = session_token::sign(&running.desk.db.meta().token_key, &Claims { subject, expires_at });
        let latency = self.random.between(5, 120);
        let (connection, wire) = self.network.open(latency);
        let (desk, hub) = (running.desk.clone(), Arc::clone(&running.hub));
        match at % 3 {
            0 => self.executor.spawn(link::serve(link::LinkContext::new(desk, hub), wire)),
            1 => self.executor.spawn(gateway::serve(desk, hub, relay::Kind::Stream, wire)),
            _ => self.executor.spawn(gateway::serve(desk, hub, relay::Kind::Poll, wire)),
        }
        device.connection = Some(connection);
        device.last_position = 0;
        device.client.opened(&token, now);
        self.counts.links += 1;
    }

    /// Carries out what a client wants after anything happened to it.
    pub(super) fn follow_client(&mut self, at: usize) {
        if self.devices[at].client.take_drop()
            && let Some(connection) = self.devices[at].connection.take()
        {
            let silently = self.random.once_in(3);
            self.network.leave(connection, silently);
        }
        while let Some(frame) = self.devices[at].client.next_frame() {
            if let Some(connection) = self.devices[at].connection {
                let frame = self.spoil_send(at, frame);
                self.tell(|| format!("{at} on {connection} says {frame}"));
                self.network.send(connection, frame, &mut self.random);
            }
        }
        for news in self.devices[at].client.take_news() {
            self.hear(at, news);
        }
    }

    pub(super) fn hear(&mut self, at: usize, news: News) {
        match news {
            News::Accepted { id, conversation, sequence, position } => {
                self.counts.accepted += 1;
                let accepted = Accepted { device: at, conversation, sequence, position };
                let place = (accepted.conversation.clone(), accepted.sequence, accepted.position);
                if let Some(before) = self.accepted.insert(id.clone(), accepted)
                    && (before.device == at
                        || (before.conversation, before.sequence, before.position) != place)
                {
                    self.violations.push(format!("{id} was settled twice, now as {place:?}"));
                }
            }
            News::Refused { id, code } => {
                self.counts.refused += 1;
                self.tell_pages(at, &id);
                self.refused.insert(id, code);
            }
            News::ListWanted => {
                let conn = self.look();
                let mut list = conn.prepare("SELECT id, last_sequence FROM conversations").expect("a table");
                let rows = list.query_map([], |row| {
                    Ok((ConversationId(row.get(0)?).to_string(), row.get::<_, i64>(1)?))
                });
                let rows: Vec<(String, i64)> = rows.and_then(Iterator::collect).expect("it can be read");
                self.devices[at].client.listed(&rows);
                while let Some(frame) = self.devices[at].client.next_frame() {
                    if let Some(connection) = self.devices[at].connection {
                        self.network.send(connection, frame, &mut self.random);
                    }
                }
            }
            News::Forgot | News::Ended(_) => {}
        }
    }

    pub(super) fn deliver(&mut self, connection: u64) {
        let Some(down) = self.network.deliver(connection) else { return };
        let Some(at) = self.devices.iter().position(|device| device.connection == Some(connection)) else {
            return;
        };
        let now = self.clock.millis();
        match down {
            Down::Frame(text) => {
                self.note_text(&text);
                for (to, text) in self.spoil_frame(at, text) {
                    self.tell(|| format!("{to} on {connection} hears {text}"));
                    self.look_at_frame(to, &text);
                    self.devices[to].client.receive(&text, now);
                    self.follow_client(to);
                }
            }
            Down::Ping => self.devices[at].client.heard(now),
            Down::Closed(code) => {
                self.devices[at].connection = None;
                self.devices[at].client.closed(code, now);
                self.network.leave(connection, false);
            }
        }
        self.follow_client(at);
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch for whoever looks into one run")]
fn is_to_tell() -> bool {
    std::env::var_os("TELL").is_some()
}

fn is_settled(device: &Device) -> bool {
    device.client.has_ended() || device.client.is_settled()
}
