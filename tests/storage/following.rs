//! Followers see every event once, in its order, whatever comes between: kills at any step, pages that fail, events brought in,
//! conversations erased, and a backup put in place. One that begins in the middle ends up where one from the start does.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, params};
use servicedesk::clock::{HandClock, SharedClock, Timestamp};
use servicedesk::entropy::{SeededEntropy, SharedEntropy};
use servicedesk::events::{Actor, ConversationEvent, Event, EventKind, LogPosition, Logged, Record, State};
use servicedesk::fault::Fault;
use servicedesk::ids::{ContactId, ConversationId, VisitorId};
use servicedesk::storage::follower::{self, Follower, Followers};
use servicedesk::storage::{self, CommitLoop, DATABASE_FILE, Db, Limits, Unit, Writing};

const KINDS: &[EventKind] =
    &[EventKind::Opened, EventKind::Message, EventKind::StateChanged, EventKind::Erased];
/// Events of one history.
const STEPS: u64 = 120;

/// Where every conversation stands and how much was said there: kept in the units that write the log, and by followers.
fn make_table(conn: &Writing, name: &str) -> rusqlite::Result<()> {
    let sql = format!(
        "CREATE TABLE IF NOT EXISTS {name} (id INTEGER PRIMARY KEY, state INTEGER NOT NULL, said INTEGER NOT NULL)"
    );
    conn.write(&sql, params![]).map(drop)
}

fn apply(conn: &Writing, table: &str, id: ConversationId, event: &ConversationEvent) -> rusqlite::Result<()> {
    let run = |sql: &str, state: State| conn.write(sql, params![id, state as i64]).map(drop);
    match event {
        ConversationEvent::Opened { .. } => {
            run(&format!("INSERT INTO {table} (id, state, said) VALUES (?1, ?2, 0)"), State::Waiting)
        }
        ConversationEvent::Message { .. } => {
            conn.write(&format!("UPDATE {table} SET said = said + 1 WHERE id = ?1"), params![id]).map(drop)
        }
        ConversationEvent::StateChanged { to, .. } => {
            run(&format!("UPDATE {table} SET state = ?2 WHERE id = ?1"), *to)
        }
        ConversationEvent::Erased => {
            conn.write(&format!("DELETE FROM {table} WHERE id = ?1"), params![id]).map(drop)
        }
        _ => Ok(()),
    }
}

/// Folds the log into a table of its own: what is there, from the first event on, or (`counts`) what ever was there, from what
/// the tables say when it begins.
#[derive(Debug)]
struct Fold {
    name: &'static str,
    counts: bool,
    /// Whether the next page fails after half of it.
    fails: Arc<AtomicBool>,
}

impl Follower for Fold {
    fn name(&self) -> &'static str {
        self.name
    }

    fn kinds(&self) -> &'static [EventKind] {
        KINDS
    }

    fn begin(&self, unit: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        let (conn, name) = (unit.conn(), self.name);
        make_table(conn, name)?;
        conn.write(&format!("DELETE FROM {name}"), params![])?;
        if self.counts {
            conn.write(&format!("INSERT INTO {name} SELECT * FROM ever"), params![])?;
        }
        Ok(if self.counts { unit.head() } else { 0 })
    }

    fn handle(&self, unit: &mut Unit<'_>, page: &[Logged]) -> Result<(), Fault> {
        let fails = self.fails.swap(false, Ordering::Relaxed);
        for (at, logged) in page.iter().enumerate() {
            if fails && at == page.len() / 2 {
                return Err(Fault::unavailable("told_to"));
            }
            let Event::Conversation(id, event) = logged.record.event else { continue };
            if self.counts && event == ConversationEvent::Erased {
                continue;
            }
            apply(unit.conn(), self.name, id, &event)?;
        }
        Ok(())
    }
}

/// A desk without threads, worked by hand.
struct Desk {
    db: Db,
    commits: CommitLoop,
}

/// A history in the making.
struct Story {
    entropy: SharedEntropy,
    clock: SharedClock,
    folder: tempfile::TempDir,
    followers: Vec<Arc<dyn Follower>>,
    fails: Arc<AtomicBool>,
    desk: Option<Desk>,
    next_id: i64,
}

impl Story {
    fn new(seed: u64) -> Self {
        let fails = Arc::new(AtomicBool::new(false));
        let mut story = Self {
            entropy: SeededEntropy::shared(seed),
            clock: HandClock::starting_at(Timestamp(1_772_353_812_000)),
            folder: tempfile::tempdir().expect("a folder"),
            followers: Vec::new(),
            fails,
            desk: None,
            next_id: 1,
        };
        story.follow("fold_first", false);
        story.follow("count_first", true);
        story.open(false);
        story.write(|unit| {
            make_table(unit.conn(), "truth")?;
            Ok(make_table(unit.conn(), "ever")?)
        });
        story
    }

    fn follow(&mut self, name: &'static str, counts: bool) {
        let fails = Arc::clone(&self.fails);
        self.followers.push(Arc::new(Fold { name, counts, fails }));
    }

    fn dice(&self, below: u64) -> u64 {
        self.entropy.number() % below
    }

    fn open(&mut self, new_epoch: bool) {
        self.desk = None;
        let followers = Followers::from(self.followers.clone());
        let (db, commits) = storage::open_stepped(
            self.folder.path(),
            Limits::default(),
            &self.clock,
            &SeededEntropy::shared(self.entropy.number()),
            new_epoch,
            followers,
        )
        .expect("opens");
        self.desk = Some(Desk { db, commits });
    }

    /// Queues a unit and takes it through so many of the writer's four steps; less than four is a kill.
    fn run<F>(&mut self, work: F, steps: u64)
    where
        F: FnOnce(&mut Unit<'_>) -> Result<(), Fault> + Send + 'static,
    {
        let now = self.clock.now();
        let desk = self.desk.as_mut().expect("it is open");
        drop(desk.db.submit(work).expect("there is room"));
        for step in 0..steps {
            match step {
                0 => drop(desk.commits.gather()),
                1 => desk.commits.store(now),
                2 => desk.commits.answer(),
                _ => desk.commits.publish(),
            }
        }
        if steps < 4 {
            self.open(false);
        }
    }

    fn write<F>(&mut self, work: F)
    where
        F: FnOnce(&mut Unit<'_>) -> Result<(), Fault> + Send + 'static,
    {
        self.run(work, 4);
    }

    /// One thing that happens to a conversation, in the tables and in the log, perhaps cut short by a kill.
    fn happen(&mut self) {
        let (what, which) = (self.dice(8), self.dice(self.next_id.unsigned_abs()));
        let id = ConversationId(if what == 0 { self.next_id } else { which.cast_signed() });
        self.next_id += i64::from(what == 0);
        let brought_in = self.dice(4) == 0;
        let steps = if self.dice(6) == 0 { self.dice(4) } else { 4 };
        let event = match what {
            0 => ConversationEvent::Opened { contact: ContactId(id.0), visitor: VisitorId(id.0) },
            1 | 2 => ConversationEvent::StateChanged { to: State::Open, until: None, undone: false },
            3 => ConversationEvent::StateChanged { to: State::Closed, until: None, undone: false },
            4 if self.dice(3) == 0 => ConversationEvent::Erased,
            _ => ConversationEvent::Message { note: false },
        };
        let work = move |unit: &mut Unit<'_>| {
            let there: bool = unit
                .conn()
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM truth WHERE id = ?1)")?
                .query_row([id], |row| row.get(0))?;
            if there == matches!(event, ConversationEvent::Opened { .. }) {
                return Ok(());
            }
            if event == ConversationEvent::Erased {
                unit.catch_up()?;
                unit.conn().write("DELETE FROM event_log WHERE conversation_id = ?1", params![id])?;
            }
            apply(unit.conn(), "truth", id, &event)?;
            if event != ConversationEvent::Erased {
                apply(unit.conn(), "ever", id, &event)?;
            }
            let record = Record::of(Actor::SYSTEM, Event::Conversation(id, event));
            if brought_in {
                unit.bring_in(&record, Timestamp(1))?
            } else {
                unit.emit(&record)?
            };
            Ok(())
        };
        self.run(work, steps);
    }

    /// A follower takes a page, or is killed or fails on the way.
    fn step(&mut self) {
        let which = usize::try_from(self.dice(self.followers.len() as u64)).expect("few");
        let follower = Arc::clone(&self.followers[which]);
        let steps = if self.dice(5) == 0 { self.dice(4) } else { 4 };
        self.fails.store(self.dice(6) == 0, Ordering::Relaxed);
        let epoch = self.epoch();
        self.run(move |unit| follower::step(unit, follower.as_ref(), &epoch).map(drop), steps);
        self.fails.store(false, Ordering::Relaxed);
    }

    fn copy(&mut self) {
        let copy = self.folder.path().join("copy");
        if copy.exists() {
            fs::remove_file(&copy).expect("the copy goes");
        }
        let conn = opened(self.folder.path());
        conn.execute("VACUUM INTO ?1", [copy.to_str().expect("text")]).expect("copies");
    }

    fn restore(&mut self) {
        let (copy, file) = (self.folder.path().join("copy"), self.folder.path().join(DATABASE_FILE));
        if !copy.exists() {
            return;
        }
        self.desk = None;
        for end in ["-wal", "-shm"] {
            drop(fs::remove_file(self.folder.path().join(format!("{DATABASE_FILE}{end}"))));
        }
        fs::rename(copy, file).expect("the copy comes back");
        self.open(true);
    }

    fn epoch(&self) -> String {
        self.desk.as_ref().expect("it is open").db.meta().log_epoch.clone()
    }

    /// A follower reads to the end.
    fn read_on(&mut self, follower: Arc<dyn Follower>) {
        let epoch = self.epoch();
        self.write(move |unit| {
            while follower::step(unit, follower.as_ref(), &epoch)?.more {}
            Ok(())
        });
    }

    /// Everybody reads to the end; what each holds.
    fn end(mut self) -> Vec<(String, Vec<Row>)> {
        for follower in self.followers.clone() {
            self.read_on(follower);
        }
        let names = self.followers.iter().map(|follower| follower.name());
        let tables: Vec<&str> = ["truth", "ever"].into_iter().chain(names).collect();
        self.desk = None;
        let conn = opened(self.folder.path());
        tables.into_iter().map(|table| (table.to_owned(), rows(&conn, table))).collect()
    }
}

/// Id, state and number of messages.
type Row = (i64, i64, i64);

#[expect(clippy::disallowed_methods, reason = "looks into the file as another program would")]
fn opened(folder: &Path) -> Connection {
    Connection::open(folder.join(DATABASE_FILE)).expect("opens")
}

fn rows(conn: &Connection, table: &str) -> Vec<Row> {
    let mut statement =
        conn.prepare(&format!("SELECT id, state, said FROM {table} ORDER BY id")).expect("reads");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("reads");
    rows.collect::<Result<_, _>>().expect("reads")
}

#[expect(clippy::disallowed_methods, reason = "the knob of a test")]
fn histories() -> u64 {
    std::env::var("HISTORIES").ok().and_then(|number| number.parse().ok()).unwrap_or(24)
}

#[test]
fn whoever_follows_sees_each_event_once_whatever_comes_between() {
    for seed in 0..histories() {
        let mut story = Story::new(seed);
        let joins = story.dice(STEPS);
        for at in 0..STEPS {
            if at == joins {
                story.follow("fold_later", false);
                story.follow("count_later", true);
                story.open(false);
            }
            match story.dice(24) {
                0 => story.copy(),
                1 => story.restore(),
                2..6 => story.step(),
                _ => story.happen(),
            }
        }
        let ends = story.end();
        for (name, rows) in &ends[2..] {
            let wanted = usize::from(name.starts_with("count"));
            assert_eq!(rows, &ends[wanted].1, "{name} saw something else in history {seed}");
        }
    }
}

#[test]
fn a_follower_far_behind_keeps_events_from_being_removed() {
    let mut story = Story::new(1);
    let many = follower::PAGE * 120;
    story.write(move |unit| {
        for number in 0..many {
            let id = ConversationId(number as i64 + 1);
            let opened = ConversationEvent::Opened { contact: ContactId(1), visitor: VisitorId(1) };
            unit.emit(&Record::of(Actor::SYSTEM, Event::Conversation(id, opened)))?;
        }
        Ok(())
    });
    let tried = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&tried);
    story.write(move |unit| {
        let outcome = unit.catch_up().map(drop);
        seen.store(outcome == Err(Fault::unavailable("catching_up")), Ordering::Relaxed);
        outcome
    });
    assert!(tried.load(Ordering::Relaxed), "nothing is removed that somebody has not read");
    // It goes on by itself, and a later try finds it nearer.
    let follower = Arc::clone(&story.followers[0]);
    story.read_on(follower);
    let seen = Arc::clone(&tried);
    story.write(move |unit| {
        unit.catch_up()?;
        seen.store(false, Ordering::Relaxed);
        Ok(())
    });
    assert!(!tried.load(Ordering::Relaxed));
}

/// Nothing wanted, nothing written: a cursor does not cost a transaction for what others do.
#[test]
fn only_kinds_that_are_wanted_wake_a_follower() {
    let mut story = Story::new(2);
    let before = story.desk.as_ref().expect("open").db.newest_of(KINDS);
    let labelled = Event::Conversation(ConversationId(1), ConversationEvent::Labelled);
    story.write(move |unit| unit.emit(&Record::of(Actor::SYSTEM, labelled)).map(drop));
    let db = &story.desk.as_ref().expect("open").db;
    assert_eq!(db.newest_of(KINDS), before);
    assert!(db.newest_of(&[EventKind::Labelled]) > before);
}
