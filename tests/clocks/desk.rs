//! A desk without doors: its flows, its follower and its alarms, one unit after another, at times that the test makes up.

mod tickets;

use std::collections::BTreeMap;

use futures_util::FutureExt;
use serde_json::{Value, json};
use servicedesk::clock::{HandClock, SharedClock, Timestamp};
use servicedesk::config::Config;
use servicedesk::domain::access::agent::Role;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::calendars::Plan;
use servicedesk::domain::clocks::policy::Policy;
use servicedesk::domain::clocks::store;
use servicedesk::domain::conversations::conversation::{Conversation, Moment, Step};
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::{Actor, By, ClockKind, ConversationEvent, Priority, State};
use servicedesk::fault::{Fault, Kind};
use servicedesk::flows::Caller;
use servicedesk::flows::access::add_agent::{NewAgent, add_agent};
use servicedesk::flows::clocks::{alarms, keep, policies};
use servicedesk::flows::conversations::append;
use servicedesk::flows::conversations::label::label;
use servicedesk::flows::conversations::open_conversation::open_conversation;
use servicedesk::flows::shop::calendars::{self as hours, Wanted};
use servicedesk::followers;
use servicedesk::ids::{AgentId, CalendarId, ConversationId, PolicyId, TeamId, TicketTypeId};
use servicedesk::storage::follower::{self, Followers};
use servicedesk::storage::pragmas::Tuning;
use servicedesk::storage::{self, CommitLoop, Db, Limits, Unit};
use tempfile::TempDir;

use crate::held;
use crate::random::Random;
use crate::slow::{Beside, Slow, TICK, Wrote};

const ZONES: [&str; 4] = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];
/// A week before clocks are set: in October, and in March.
const BEGINS: [i64; 2] = [1_792_800_000_000 / TICK * TICK, 1_772_600_000_000 / TICK * TICK];
const LABELS: [&str; 2] = ["refund", "vip"];
/// Types of tickets.
const TYPES: [i64; 2] = [31, 32];
const HOUR: i64 = 3_600_000;

/// The followers of a desk that gives nothing out by itself.
fn followed() -> Followers {
    let mut config = Config::default();
    config.routing.enabled = false;
    followers::all(&config)
}

/// A desk, and what the test wrote down beside its log.
pub struct Played {
    random: Random,
    folder: TempDir,
    seed: u64,
    running: Option<(Db, CommitLoop)>,
    /// What the wall clock shows, and the latest it ever showed.
    now: i64,
    latest: i64,
    agent: AgentId,
    teams: Vec<TeamId>,
    conversations: Vec<ConversationId>,
    before_closing: BTreeMap<ConversationId, Conversation>,
    before_merging: BTreeMap<ConversationId, Conversation>,
    calendars: Vec<(CalendarId, i64)>,
    policies: Vec<Wrote>,
    beside: Beside,
    compared: u64,
}

impl Played {
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let now = BEGINS[random.below(2)];
        let mut played = Self {
            random,
            folder: tempfile::tempdir().unwrap(),
            seed,
            running: None,
            now,
            latest: now,
            agent: AgentId(0),
            teams: Vec::new(),
            conversations: Vec::new(),
            before_closing: BTreeMap::new(),
            before_merging: BTreeMap::new(),
            calendars: Vec::new(),
            policies: Vec::new(),
            beside: Beside::default(),
            compared: 0,
        };
        played.open();
        // As a desk does that was just installed.
        played.follow();
        played.agent = played.unit(|unit| {
            let email = EmailAddress::parse("mei@example.com")?;
            let new = NewAgent { email, name: "Mei".into(), role: Role::Owner, locale: "en".into() };
            add_agent(unit, &Caller::operator(), &new, "none")
        });
        for name in ["sales", "care"] {
            let team = played.unit(move |unit| {
                let id: TeamId = unit.mint();
                unit.conn().write(
                    "INSERT INTO teams (id, slot, name, name_key, created_at)
                     VALUES (?1, (SELECT COUNT(*) FROM teams), ?2, ?2, ?3)",
                    rusqlite::params![id, name, unit.now().0],
                )?;
                Ok(id)
            });
            played.teams.push(team);
        }
        played.add_calendar();
        if !played.random.once_in(5) {
            played.write_policy();
        }
        played.begin();
        played
    }

    pub const fn compared(&self) -> u64 {
        self.compared
    }

    fn open(&mut self) {
        self.running = None;
        let clock: SharedClock = HandClock::starting_at(Timestamp(self.now));
        let entropy = SeededEntropy::shared(self.random.number());
        let limits = Limits {
            readers: 1,
            tuning: Tuning { wal_pages: 1_000, cache_bytes: 1 << 20 },
            ..Limits::default()
        };
        let opened = storage::open_stepped(self.folder.path(), limits, &clock, &entropy, false, followed());
        self.running = Some(opened.unwrap());
    }

    fn try_unit<T, F>(&mut self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        let (db, commits) = self.running.as_mut().unwrap();
        let pending = db.submit(work).unwrap();
        commits.gather();
        commits.store(Timestamp(self.now));
        commits.answer();
        commits.publish();
        pending.now_or_never().unwrap()
    }

    fn unit<T, F>(&mut self, work: F) -> T
    where
        T: Send + 'static,
        F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    {
        let seed = self.seed;
        self.try_unit(work).unwrap_or_else(|fault| panic!("history {seed}: {fault:?}"))
    }

    /// Does the next thing, after a while.
    pub fn step(&mut self) {
        let most = [1, 12, 60, 150][self.random.below(4)];
        self.now += TICK * self.random.below(most) as i64;
        if self.random.once_in(12) {
            // The wall clock was set.
            let hours = 1 + self.random.below(30) as i64;
            self.now = if self.random.once_in(2) { self.latest - hours * HOUR } else { self.now + HOUR };
        }
        self.latest = self.latest.max(self.now);
        match self.random.below(40) {
            0 | 1 => self.write_policy(),
            2 => self.change_calendar(),
            3 => self.add_calendar(),
            4 | 5 => self.begin(),
            6..8 => self.compare(),
            8..11 => self.alarms(),
            11 => self.follow(),
            _ => self.talk(),
        }
    }

    fn begin(&mut self) {
        let name = format!("user-{}", self.conversations.len());
        let id =
            self.unit(move |unit| open_conversation(unit, &Caller::operator(), &[7; 32], &name, "web", None));
        self.conversations.push(id);
        self.decide(id, |conversation, moment, _| Ok(conversation.receive(moment, false)));
    }

    /// Something that a conversation decides; what it forbids is left.
    fn decide<F>(&mut self, id: ConversationId, decision: F)
    where
        F: FnOnce(&mut Conversation, Moment, Moment) -> Result<Vec<Step>, Fault> + Send + 'static,
    {
        let agent = Actor::agent(self.agent);
        let done = self.try_unit(move |unit| {
            let mut conversation = append::conversation_of(unit, id)?;
            let customer = append::moment(unit, Actor::visitor(conversation.visitor()));
            let steps = decision(&mut conversation, customer, append::moment(unit, agent))?;
            append::finish(unit, &conversation, &steps, None)
        });
        assert!(done.as_ref().map_or_else(|fault| fault.kind != Kind::Internal, |_| true), "{done:?}");
    }

    fn talk(&mut self) {
        let id = *self.random.pick(&self.conversations).unwrap();
        let (agent, team) = (self.agent, *self.random.pick(&self.teams).unwrap());
        let until = Timestamp(self.now + HOUR * (1 + self.random.below(40) as i64));
        let changed = |to| ConversationEvent::StateChanged { to, until: None, undone: false };
        match self.random.below(25) {
            20..22 => self.ticket(id),
            22 | 23 => self.ticket_stands(id),
            24 => self.merge(id),
            0..5 => self.decide(id, |it, customer, _| Ok(it.receive(customer, false))),
            5..8 => self.decide(id, |it, _, agent| Ok(it.reply(agent, false))),
            8 => self.decide(id, |it, _, agent| Ok(it.note(agent))),
            9 | 10 => {
                let known = self.unit(move |unit| append::conversation_of(unit, id));
                if !known.state().is_closed() {
                    self.before_closing.insert(id, known);
                }
                self.decide(id, |it, _, agent| it.close(agent));
            }
            11 => self.decide(id, |it, _, agent| it.reopen(agent, false)),
            12 => {
                // What closing did is undone.
                let Some(before) = self.before_closing.remove(&id) else { return };
                self.decide(id, move |it, _, agent| {
                    if it.state().is_closed() { it.restore(agent, before.standing()) } else { Ok(Vec::new()) }
                });
            }
            13 => self.decide(id, |it, _, agent| it.snooze(agent, None)),
            14 => self.decide(id, move |it, _, agent| it.snooze(agent, Some(until))),
            15 => self.decide(id, move |it, _, moment| it.assign(moment, agent, By::Person)),
            16 => {
                let to = (!self.random.once_in(3)).then_some(team);
                self.decide(id, move |it, _, agent| it.set_team(agent, to, By::Person));
            }
            17 => {
                let to = if self.random.once_in(2) { Priority::Urgent } else { Priority::Low };
                self.decide(id, move |it, _, agent| Ok(it.set_priority(agent, to, By::Person)));
            }
            18 if self.random.once_in(2) => {
                let labels: Vec<String> =
                    LABELS.into_iter().filter(|_| self.random.once_in(2)).map(str::to_owned).collect();
                self.unit(move |unit| label(unit, &Caller::agent(agent, Role::Owner), id, &labels).map(drop));
            }
            18 => {
                let to = if self.random.once_in(2) { State::Bot } else { State::Waiting };
                self.decide(id, move |it, _, agent| {
                    if it.state().is_closed() { Ok(Vec::new()) } else { Ok(it.follow(agent, changed(to))) }
                });
            }
            19 => self.decide(id, |it, _, agent| it.no_answer_needed(agent)),
            20 => self.decide(id, |it, _, agent| Ok(it.speak(agent))),
            21 => self.decide(id, |it, customer, _| Ok(it.feed_back(customer))),
            _ => self.decide(id, |it, _, agent| it.hand_over(agent)),
        }
    }

    fn hours(&mut self) -> Plan {
        let mut week = Vec::new();
        for day in 1..=7 {
            match self.random.below(5) {
                0 => {}
                1 => week.push(json!({ "day": day, "opens": "20:00", "closes": "01:30" })),
                2 => week.extend([
                    json!({ "day": day, "opens": "09:00", "closes": "12:00" }),
                    json!({ "day": day, "opens": "13:30", "closes": "18:05" }),
                ]),
                _ => week.push(json!({ "day": day, "opens": "01:30", "closes": "17:00" })),
            }
        }
        let date = |at: i64| jiff::Timestamp::from_millisecond(at).unwrap().strftime("%Y-%m-%d").to_string();
        let (off, worked) = (self.now + 30 * HOUR, self.now + 80 * HOUR);
        let special = json!([
            { "date": date(off), "ranges": [] },
            { "date": date(worked), "like": 1 + self.random.below(7) },
        ]);
        let zone = ZONES[self.random.below(4)];
        serde_json::from_value(json!({
            "time_zone": zone, "always": self.random.once_in(10), "week": week, "special_days": special,
        }))
        .unwrap()
    }

    fn add_calendar(&mut self) {
        let (name, plan) = (format!("hours {}", self.calendars.len()), self.hours());
        let wanted = Wanted { name, plan: plan.clone() };
        if let Ok(stored) = self.try_unit(move |unit| hours::add(unit, &Caller::operator(), wanted)) {
            self.calendars.push((stored.id, stored.version));
            self.beside.calendars.push((stored.id.0, self.now, plan));
        }
    }

    /// Whoever edits hours has the time right: what was counted before stays as it was.
    fn change_calendar(&mut self) {
        self.now = self.latest;
        let at = self.random.below(self.calendars.len());
        let ((id, version), plan) = (self.calendars[at], self.hours());
        let wanted = Wanted { name: format!("hours {at}"), plan: plan.clone() };
        let done = self.try_unit(move |unit| hours::replace(unit, &Caller::operator(), id, version, wanted));
        if let Ok(stored) = done {
            self.calendars[at].1 = stored.version;
            self.beside.calendars.push((id.0, self.now, plan));
            self.beside.forget();
        }
    }

    fn wrote(&mut self) -> Wrote {
        let mut target = || (!self.random.once_in(6)).then(|| TICK * (1 + self.random.below(100) as i64));
        let targets = [[target(), target()], [target(), target()], [target(), target()]];
        let team = self.random.once_in(3).then(|| self.random.pick(&self.teams).unwrap().0);
        let label = self.random.once_in(4).then(|| LABELS[self.random.below(2)]);
        let calendar = (!self.random.once_in(3)).then(|| self.random.pick(&self.calendars).unwrap().0.0);
        let kind = self.random.once_in(3).then(|| self.random.below(2) as i64);
        let of = self.random.once_in(4).then(|| TYPES[self.random.below(2)]);
        let waits = self.random.once_in(2);
        Wrote { id: 0, team, label, kind, of, targets, calendar, waits, position: 0 }
    }

    fn document(&mut self, wrote: &Wrote) -> Policy {
        let limits = |[urgent, other]: [Option<i64>; 2]| json!({ "urgent": urgent, "high": other, "normal": other, "low": other });
        let mut all = Vec::new();
        if let Some(team) = wrote.team {
            all.push(json!({ "field": "team", "op": "is", "value": TeamId(team).to_string() }));
        }
        if let Some(label) = wrote.label {
            all.push(json!({ "field": "label", "op": "has", "value": label }));
        }
        if let Some(kind) = wrote.kind {
            let name = ["chat", "ticket"][kind as usize];
            all.push(json!({ "field": "kind", "op": "is", "value": name }));
        }
        if let Some(of) = wrote.of {
            all.push(json!({ "field": "type", "op": "is", "value": TicketTypeId(of).to_string() }));
        }
        let steps: Vec<Value> = match self.random.below(4) {
            0 => vec![json!({ "at": "broken", "do": "set_priority", "priority": "urgent" })],
            1 => vec![json!({ "at": "warned", "do": "tell_supervisors" })],
            _ => Vec::new(),
        };
        let calendar = wrote.calendar.map(|calendar| CalendarId(calendar).to_string());
        let [first, next, solution] = wrote.targets.map(limits);
        serde_json::from_value(json!({
            "name": "x", "when": { "all": all }, "calendar_id": calendar, "pause_for_customer": wrote.waits,
            "targets": { "first": first, "next": next, "solution": solution }, "steps": steps,
        }))
        .unwrap()
    }

    /// Somebody adds, changes, removes or moves a policy.
    fn write_policy(&mut self) {
        let running = self.random.once_in(3);
        let (choice, known) = (self.random.below(5), self.policies.len());
        let mut wrote = self.wrote();
        let document = self.document(&wrote);
        let by = Caller::operator();
        let position = match choice {
            0 if known > 0 => {
                let at = self.random.below(known);
                (wrote.id, wrote.position) = (self.policies[at].id, self.policies[at].position);
                let (id, version) = (PolicyId(wrote.id), wrote.position);
                let done =
                    self.try_unit(move |unit| policies::change(unit, &by, id, &document, (version, running)));
                let Ok(kept) = done else { return };
                wrote.position = kept.version;
                self.policies[at] = wrote;
                kept.version
            }
            1 if known > 0 => {
                let gone = self.policies.remove(self.random.below(known));
                self.unit(move |unit| {
                    policies::remove(unit, &by, PolicyId(gone.id), running)?;
                    Ok(unit.head())
                })
            }
            2 if known > 1 => {
                self.policies.rotate_left(1);
                let ids: Vec<PolicyId> = self.policies.iter().map(|wrote| PolicyId(wrote.id)).collect();
                let kept = self.unit(move |unit| policies::order(unit, &by, &ids, running));
                for (wrote, kept) in self.policies.iter_mut().zip(&kept) {
                    wrote.position = kept.version;
                }
                kept.iter().map(|kept| kept.version).max().unwrap()
            }
            _ => {
                let done = self.try_unit(move |unit| policies::add(unit, &by, &document, running));
                let Ok(kept) = done else { return };
                (wrote.id, wrote.position) = (kept.id.0, kept.version);
                self.policies.push(wrote);
                kept.version
            }
        };
        self.beside.policies.push((position, self.now, running, self.policies.clone()));
    }

    /// The follower reads on, as far as it comes.
    fn follow(&mut self) {
        let epoch = self.running.as_ref().unwrap().0.meta().log_epoch.clone();
        self.unit(move |unit| {
            for follower in followed().iter() {
                while follower::step(unit, follower.as_ref(), &epoch)?.more {}
            }
            Ok(())
        });
    }

    fn alarms(&mut self) {
        self.follow();
        self.unit(|unit| {
            while store::anew_after(unit.conn())?.is_some() {
                keep::go_on_looking(unit, 2)?;
            }
            // Another promise may be due at once: its alarm comes behind the first one's.
            for _ in 0..4 {
                alarms::tell(unit, 100)?;
            }
            assert!(store::next_alarm(unit.conn())?.is_none_or(|at| at >= unit.now()), "it was told");
            Ok(())
        });
        self.follow();
    }

    /// Starts the desk again, and holds what is stored against the log and against counting.
    pub fn compare(&mut self) {
        // Nothing is looked at before what happened last.
        self.now = self.latest;
        self.open();
        self.alarms();
        let now = self.now;
        let (kept, logs) = self.unit(move |unit| {
            let ids: Vec<ConversationId> = unit
                .conn()
                .prepare("SELECT id FROM conversations ORDER BY id")?
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            let mut kept = Vec::new();
            for id in ids {
                kept.push((id, held::stored(unit.conn(), id, Timestamp(now))?));
            }
            Ok((kept, held::read_log(unit.conn())?))
        });
        for (id, stored) in kept {
            let mut slow = Slow::new();
            let mut changes = self.beside.policies.iter().filter(|(_, _, running, _)| *running).peekable();
            for (position, at, actor, event, (labels, of)) in logs.get(&id).into_iter().flatten() {
                while let Some((change, at, ..)) = changes.next_if(|(change, ..)| change < position) {
                    slow.policies_changed(*change, *at, &self.beside);
                }
                slow.takes((*position, *at), *actor, event, (labels, *of), &self.beside);
            }
            for (change, at, ..) in changes {
                slow.policies_changed(*change, *at, &self.beside);
            }
            slow.goes_on(now, &self.beside);
            for kind in ClockKind::ALL {
                let (found, seed) = (stored.get(&(kind as i64)).cloned(), self.seed);
                assert_eq!(found, slow.clock(kind), "history {seed}, {id}, {kind:?} at {now}");
                self.compared += u64::from(found.is_some());
            }
        }
    }
}
