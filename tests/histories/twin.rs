//! Two databases: one that a desk works on, and one that repeats what it hears of it.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_util::FutureExt;
use servicedesk::clock::{HandClock, SharedClock, Timestamp};
use servicedesk::config::Config;
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::{EventKind, LogPosition, Logged};
use servicedesk::fault::{Fault, Kind};
use servicedesk::flows::Desk;
use servicedesk::flows::files::uploads::Files;
use servicedesk::storage::follower::{Follower, Followers};
use servicedesk::storage::pragmas::{self, Tuning};
use servicedesk::storage::recording::{Batch, Recorded, Recorder};
use servicedesk::storage::repeat::Repeat;
use servicedesk::storage::{self, CommitLoop, DATABASE_FILE, InjectedFault, Limits, Pending, Unit};
use tempfile::TempDir;

use crate::acts::{self, files, wrong};
use crate::indexed;
use crate::random::Random;
use crate::tables;

/// Somebody who follows the log and keeps nothing but their place in it: it moves before anything is erased.
#[derive(Debug)]
struct Reader;

impl Follower for Reader {
    fn name(&self) -> &'static str {
        "reader"
    }

    fn kinds(&self) -> &'static [EventKind] {
        &[EventKind::Message, EventKind::Erased]
    }

    fn begin(&self, _: &mut Unit<'_>) -> Result<LogPosition, Fault> {
        Ok(0)
    }

    fn handle(&self, _: &mut Unit<'_>, _: &[Logged]) -> Result<(), Fault> {
        Ok(())
    }
}

/// What a history went through.
#[derive(Default)]
pub struct Told {
    pub acts: BTreeMap<&'static str, u64>,
    pub statements: Vec<String>,
    pub tables: Vec<String>,
    pub batches: u64,
    pub gaps: u64,
    pub openings: u64,
}

/// How often each act of a unit did something.
pub type Tally = Arc<Mutex<BTreeMap<&'static str, u64>>>;

struct Running {
    desk: Desk,
    files: Files,
    commits: CommitLoop,
}

/// The two, and who plays with them.
pub struct Twin {
    folder: TempDir,
    seed: u64,
    random: Random,
    clock: Arc<HandClock>,
    running: Option<Running>,
    heard: Arc<Mutex<Vec<Recorded>>>,
    repeat: Option<Repeat>,
    /// Changes what is repeated, to see that it is noticed.
    tamper: fn(&mut Batch, u64),
    tally: Tally,
    told: Told,
}

type Wrong = String;

/// What begins with this is wrong between the two, and not with the first one alone.
pub const NOT_EQUAL: &str = "the repeat is not equal";

/// The bytes of a database in use, as a killed process leaves them.
struct Bytes {
    database: Vec<u8>,
    log: Vec<u8>,
}

impl Bytes {
    fn read(folder: &Path) -> Self {
        let read =
            |suffix: &str| fs::read(folder.join(format!("{DATABASE_FILE}{suffix}"))).unwrap_or_default();
        Self { database: read(""), log: read("-wal") }
    }

    fn write(&self, folder: &Path) {
        fs::write(folder.join(DATABASE_FILE), &self.database).expect("the folder is there");
        fs::write(folder.join(format!("{DATABASE_FILE}-wal")), &self.log).expect("the folder is there");
        drop(fs::remove_file(folder.join(format!("{DATABASE_FILE}-shm"))));
    }
}

impl Twin {
    pub fn new(seed: u64, tamper: fn(&mut Batch, u64)) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            seed,
            random: Random::new(seed),
            clock: HandClock::starting_at(Timestamp(1_772_353_812_000)),
            running: None,
            heard: Arc::default(),
            repeat: None,
            tamper,
            tally: Tally::default(),
            told: Told::default(),
        }
    }

    pub fn play(&mut self, steps: usize) -> Result<Told, Wrong> {
        let twin = self;
        twin.open()?;
        twin.copy()?;
        twin.unit("populate", acts::house::populate)?;
        for _ in 0..steps {
            twin.step()?;
        }
        twin.compare()?;
        twin.indexed()?;
        twin.close();
        let tally = twin.tally.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut told = std::mem::take(&mut twin.told);
        told.acts.extend(tally);
        Ok(told)
    }

    fn step(&mut self) -> Result<(), Wrong> {
        let away = [1_000, 60_000, 3_600_000, 86_400_000][self.random.below(4)];
        self.clock.advance(Duration::from_millis(self.random.between(1, away)));
        match self.random.below(28) {
            0 => self.run("open_session", |running, random| acts::people::sign_in(running.0.clone(), random)),
            1 | 2 => self
                .run("upload", |running, random| files::send(running.0.clone(), running.1.clone(), random)),
            3 => self.run("seed", |running, random| acts::house::seed(running.0.clone(), random)),
            4 => self.run("unseed", |running, _| acts::house::unseed(running.0.clone())),
            5 => self.lost(),
            6 => self.kill(),
            7 => self.kill_within(),
            8 => {
                self.close();
                self.open()
            }
            9 => self.compare(),
            10..=12 => {
                self.run("index", |running, _| acts::house::index(running.0.clone()))?;
                self.indexed()
            }
            13 => self.run("index anew", |running, dice| acts::house::index_anew(running.0.clone(), dice)),
            _ => {
                let (pending, _) = self.submit();
                self.commit()?;
                answered(pending)
            }
        }
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn second(&self) -> PathBuf {
        self.folder().join("second.sqlite")
    }

    fn open(&mut self) -> Result<(), Wrong> {
        self.told.openings += 1;
        let clock: SharedClock = Arc::<HandClock>::clone(&self.clock);
        let entropy = SeededEntropy::shared(self.seed * 1_000 + self.told.openings);
        let limits = Limits {
            readers: 1,
            tuning: Tuning { wal_pages: 60, cache_bytes: 1 << 20 },
            ..Limits::default()
        };
        let (db, mut commits) = storage::open_stepped(
            self.folder(),
            limits,
            &clock,
            &entropy,
            false,
            Followers::from(vec![Arc::new(Reader) as Arc<dyn Follower>]),
        )
        .map_err(wrong)?;
        let heard = Arc::clone(&self.heard);
        commits.record(Recorder(Box::new(move |recorded| {
            heard.lock().unwrap_or_else(PoisonError::into_inner).push(recorded);
        })));
        let desk = Desk::new(db, clock, entropy, 8, 1);
        let files = Files::new(&desk, &Config::default());
        self.running = Some(Running { desk, files, commits });
        Ok(())
    }

    fn close(&mut self) {
        self.running = None;
    }

    /// The second database begins anew.
    fn copy(&mut self) -> Result<(), Wrong> {
        self.repeat = None;
        for suffix in ["", "-wal", "-shm"] {
            drop(fs::remove_file(self.folder().join(format!("second.sqlite{suffix}"))));
        }
        let conn = pragmas::open_to_inspect(&self.folder().join(DATABASE_FILE)).map_err(wrong)?;
        conn.execute("VACUUM INTO ?1", [self.second().to_string_lossy()]).map_err(wrong)?;
        self.repeat = Some(Repeat::open(&self.second(), Tuning::default()).map_err(wrong)?);
        Ok(())
    }

    /// Stores what waits, repeats it, and answers.
    fn commit(&mut self) -> Result<(), Wrong> {
        let running = self.running.as_mut().expect("it runs");
        running.commits.gather();
        running.commits.store(running.desk.clock.now());
        self.repeat_heard()?;
        let running = self.running.as_mut().expect("it runs");
        running.commits.answer();
        running.commits.publish();
        Ok(())
    }

    fn repeat_heard(&mut self) -> Result<(), Wrong> {
        let heard = std::mem::take(&mut *self.heard.lock().unwrap_or_else(PoisonError::into_inner));
        for recorded in heard {
            match recorded {
                Recorded::Batch(mut batch) => {
                    self.told.batches += 1;
                    let changing = batch.statements.iter().filter(|written| written.changed > 0);
                    self.told.statements.extend(changing.map(|written| written.sql.to_string()));
                    (self.tamper)(&mut batch, self.told.batches);
                    self.repeat.as_mut().expect("it was opened").apply(&batch).map_err(not_equal)?;
                }
                Recorded::Gap => {
                    self.told.gaps += 1;
                    self.copy()?;
                }
            }
        }
        Ok(())
    }

    fn compare(&mut self) -> Result<(), Wrong> {
        let first = tables::read(&self.folder().join(DATABASE_FILE)).map_err(wrong)?;
        let second = tables::read(&self.second()).map_err(wrong)?;
        self.told.tables = first.keys().cloned().collect();
        tables::difference(&first, &second).map_or(Ok(()), |words| Err(not_equal(words)))
    }

    /// What search finds by is what there is.
    fn indexed(&self) -> Result<(), Wrong> {
        let wrong = indexed::difference(&self.folder().join(DATABASE_FILE)).map_err(wrong)?;
        wrong.map_or(Ok(()), Err)
    }

    /// A few units of a few acts each, queued.
    fn submit(&mut self) -> (Vec<(Pending<()>, bool)>, usize) {
        let running = self.running.as_ref().expect("it runs");
        let count = 1 + self.random.below(4);
        let units = (0..count).map(|_| {
            let (dice, tally) = (Random::new(self.random.number()), Arc::clone(&self.tally));
            let panics = self.random.once_in(20);
            let unit = running.desk.db.submit(move |unit| acts::several(unit, dice, &tally, panics));
            (unit.expect("there is room"), panics)
        });
        (units.collect(), count)
    }

    fn unit<F>(&mut self, name: &'static str, work: F) -> Result<(), Wrong>
    where
        F: FnOnce(&mut Unit<'_>) -> Result<(), Fault> + Send + 'static,
    {
        let pending = self.running.as_ref().expect("it runs").desk.db.submit(work).map_err(wrong)?;
        self.commit()?;
        pending.now_or_never().expect("it was answered").map_err(|fault| format!("{name}: {fault}"))
    }

    /// Something that writes in more than one unit.
    fn run<F: Future<Output = Result<(), Fault>>>(
        &mut self,
        name: &'static str,
        work: impl FnOnce((&Desk, &Files), Random) -> F,
    ) -> Result<(), Wrong> {
        let dice = Random::new(self.random.number());
        let running = self.running.as_ref().expect("it runs");
        let mut work = pin!(work((&running.desk, &running.files), dice));
        let mut context = Context::from_waker(Waker::noop());
        loop {
            match work.as_mut().poll(&mut context) {
                Poll::Ready(Err(fault)) if fault.kind == Kind::Internal => {
                    return Err(format!("{name}: {fault}"));
                }
                Poll::Ready(done) => {
                    acts::count(&self.tally, name, done.is_ok());
                    return Ok(());
                }
                Poll::Pending if self.running.as_ref().expect("it runs").commits.waiting() > 0 => {
                    self.commit()?;
                }
                Poll::Pending => {}
            }
        }
    }

    /// A batch that is lost.
    fn lost(&mut self) -> Result<(), Wrong> {
        let (pending, _) = self.submit();
        let injected = [InjectedFault::DiskFull, InjectedFault::SyncFailed, InjectedFault::Unreachable]
            [self.random.below(3)];
        self.running.as_mut().expect("it runs").commits.inject(Some(injected));
        self.commit()?;
        self.running.as_mut().expect("it runs").commits.inject(None);
        for (answer, _) in pending {
            let fault = answer.now_or_never().expect("it was answered").expect_err("it was lost");
            if fault.kind != Kind::Unavailable {
                return Err(format!("a lost batch: {fault}"));
            }
        }
        Ok(())
    }

    /// The process ends after a commit, before anybody is answered. Closing files in good order would tidy them up, so that
    /// they are put back as they lay.
    fn kill(&mut self) -> Result<(), Wrong> {
        let _unanswered = self.submit();
        let running = self.running.as_mut().expect("it runs");
        running.commits.gather();
        running.commits.store(running.desk.clock.now());
        let files = Bytes::read(self.folder());
        self.repeat_heard()?;
        self.close();
        files.write(self.folder());
        self.open()
    }

    /// The process ends within a unit: nothing of the batch is there, and nobody hears of it.
    fn kill_within(&mut self) -> Result<(), Wrong> {
        let _unanswered = self.submit();
        let (kept, folder) = (Arc::new(Mutex::new(None)), self.folder().to_owned());
        let keep = Arc::clone(&kept);
        let running = self.running.as_mut().expect("it runs");
        let last = running.desk.db.submit(move |_| {
            *keep.lock().unwrap_or_else(PoisonError::into_inner) = Some(Bytes::read(&folder));
            Ok(())
        });
        let _unanswered_either = last.map_err(wrong)?;
        running.commits.gather();
        running.commits.store(running.desk.clock.now());
        self.close();
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clear();
        let files = kept.lock().unwrap_or_else(PoisonError::into_inner).take().expect("the unit ran");
        files.write(self.folder());
        self.open()
    }
}

/// What is wrong between the two.
fn not_equal(words: impl Display) -> Wrong {
    format!("{NOT_EQUAL}: {words}")
}

/// A unit may be refused; what is wrong inside is told, unless it panicked on purpose.
fn answered(units: Vec<(Pending<()>, bool)>) -> Result<(), Wrong> {
    for (answer, panics) in units {
        match answer.now_or_never().expect("it was answered") {
            Err(fault) if fault.kind == Kind::Internal && !panics => return Err(format!("a unit: {fault}")),
            Err(fault) if fault.kind == Kind::Unavailable => return Err(format!("a unit: {fault}")),
            _ => {}
        }
    }
    Ok(())
}
