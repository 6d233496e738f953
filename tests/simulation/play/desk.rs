//! One desk over one data folder: started, ended between any two steps, cut from power, restored from an older copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use servicedesk::clock::SharedClock;
use servicedesk::config::Config;
use servicedesk::config::units::{ByteSize, TimeSpan};
use servicedesk::domain::contacts::journal;
use servicedesk::entropy::{SeededEntropy, SharedEntropy};
use servicedesk::flows::Desk;
use servicedesk::flows::contacts::erase_contact::erase_again;
use servicedesk::flows::files::uploads::Files;
use servicedesk::flows::routing::round::Queue;
use servicedesk::followers;
use servicedesk::im::hub::Hub;
use servicedesk::im::limits::Limits;
use servicedesk::im::tail;
use servicedesk::storage::blobs::{self, Blobs};
use servicedesk::storage::follower::{Follower, Followers};
use servicedesk::storage::pragmas::{self, Tuning};
use servicedesk::storage::{self, CommitLoop, DATABASE_FILE, InjectedFault};
use servicedesk::workers;
use tokio_util::sync::CancellationToken;

use super::bot::SomeFaq;
use super::clock::SimClock;
use super::executor::Executor;
use super::random::Random;

/// How a desk is started.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// Seed of its random bytes.
    pub seed: u64,
    /// Whether its log has a new epoch, as after a restore.
    pub new_epoch: bool,
    /// Whether what waits for a link is bounded; not, where that promise is broken on purpose.
    pub bounded: bool,
    /// Whether conversations are given to agents; not, where the last commit has to be one that somebody was told of.
    pub routed: bool,
}

/// What the writer does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Idle,
    Stored,
    Answered,
}

/// A desk at work.
pub struct Running {
    pub desk: Desk,
    pub hub: Arc<Hub>,
    pub files: Files,
    commits: CommitLoop,
    stage: Stage,
    /// The files as they were before the last commit began.
    before: Option<Bytes>,
}

/// The database's bytes, as a power cut leaves them.
struct Bytes {
    database: Vec<u8>,
    log: Vec<u8>,
}

impl Bytes {
    fn read(folder: &Path) -> Self {
        let read = |name: String| fs::read(folder.join(name)).unwrap_or_default();
        Self { database: read(DATABASE_FILE.into()), log: read(format!("{DATABASE_FILE}-wal")) }
    }

    fn write(&self, folder: &Path) {
        fs::write(folder.join(DATABASE_FILE), &self.database).expect("the folder is there");
        fs::write(folder.join(format!("{DATABASE_FILE}-wal")), &self.log).expect("the folder is there");
        drop(fs::remove_file(folder.join(format!("{DATABASE_FILE}-shm"))));
    }
}

/// Bounds small enough that every one of them is met within a run.
pub fn limits() -> Limits {
    Limits {
        sends_in_flight: 4,
        queue_frames: 12,
        queue_bytes: 16 << 10,
        replay_entries: 40,
        fetch_limit: 7,
        tail_items: 5,
        visitor_sends: (20, 40),
        agent_sends: (50, 100),
        sends_hard_per_minute: 45,
        frames: (200, 400),
        ..Limits::default()
    }
}

fn storage_limits() -> storage::Limits {
    storage::Limits {
        readers: 2,
        read_queue: 64,
        writer_queue: 64,
        batch_units: 5,
        snapshots_kept: 1,
        // A checkpoint every few commits.
        tuning: Tuning { wal_pages: 60, cache_bytes: 1 << 20 },
    }
}

impl Running {
    /// Opens the folder and starts to follow the log.
    pub fn start(folder: &Path, clock: &SimClock, how: Start, executor: &mut Executor) -> Self {
        let Start { seed, new_epoch, bounded, routed } = how;
        let shared: SharedClock = Arc::new(clock.clone());
        let entropy: SharedEntropy = SeededEntropy::shared(seed);
        let (db, commits) = storage::open_stepped(
            folder,
            storage_limits(),
            &shared,
            &entropy,
            new_epoch,
            Followers::from(vec![Arc::new(Queue::default()) as Arc<dyn Follower>]),
        )
        .expect("what a crash leaves can be opened");
        let head = *db.head().borrow();
        let limits = if bounded { limits() } else { Limits { queue_frames: 10_000, ..limits() } };
        let desk = Desk::new(db.clone(), Arc::clone(&shared), Arc::clone(&entropy), 8, 1);
        let hub = Hub::new(limits, Arc::clone(&shared), entropy, Arc::clone(&desk.presence), head);
        executor.spawn(tail::follow(db, Arc::clone(&hub), shared));
        let time = Arc::clone(&hub);
        executor.spawn(async move { time.keep_time().await });
        // Agents are online: conversations are given to whoever has a link.
        if routed {
            executor.spawn(followers::routing::run(desk.clone(), 500, CancellationToken::new()));
        }
        // The bot answers first, and hands over what it does not know.
        desk.shelf.put(Arc::new(SomeFaq));
        let limits = Config::default().bot;
        executor.spawn(workers::bot::run(desk.clone(), limits, CancellationToken::new()));
        executor.spawn(workers::bot::keep_duty(desk.clone(), CancellationToken::new()));
        let files = Files::new(&desk, &config());
        executor.spawn(workers::files::run(desk.clone(), files.clone(), CancellationToken::new()));
        Self { desk, hub, files, commits, stage: Stage::Idle, before: None }
    }

    /// Whether the writer has something to do.
    pub fn has_work(&self) -> bool {
        self.stage != Stage::Idle || self.commits.waiting() > 0
    }

    /// The writer's next step.
    pub fn step(&mut self) -> &'static str {
        match self.stage {
            Stage::Idle => {
                self.commits.gather();
                self.before = Some(Bytes::read(self.desk.db.folder()));
                self.commits.store(self.desk.clock.now());
                self.stage = Stage::Stored;
                "store"
            }
            Stage::Stored => {
                self.commits.answer();
                self.stage = Stage::Answered;
                "answer"
            }
            Stage::Answered => {
                self.commits.publish();
                self.stage = Stage::Idle;
                "publish"
            }
        }
    }

    pub fn inject(&mut self, injected: Option<InjectedFault>) {
        self.commits.inject(injected);
    }

    /// The process ends here. Everything it wrote is there, synced or not: closing the files in good order would tidy them
    /// up, so that they are put back as they lay.
    pub fn kill(self) {
        let folder = self.desk.db.folder().to_owned();
        let files = Bytes::read(&folder);
        drop((self.desk, self.files, self.hub, self.commits));
        files.write(&folder);
    }

    /// A broken promise: the process ends and its last commit was never synced, whoever was told of it.
    pub fn kill_unsynced(self) {
        let folder = self.desk.db.folder().to_owned();
        let files = self.before.unwrap_or_else(|| Bytes::read(&folder));
        drop((self.desk, self.files, self.hub, self.commits));
        files.write(&folder);
    }

    /// The power goes. What was answered had been synced; of what was being written any part may be there.
    pub fn power_cut(self, random: &mut Random) {
        let folder = self.desk.db.folder().to_owned();
        let (stage, before, mut files) = (self.stage, self.before, Bytes::read(&folder));
        drop((self.desk, self.files, self.hub, self.commits));
        if let (Stage::Stored, Some(before)) = (stage, before)
            && files.database == before.database
            && files.log.starts_with(&before.log)
        {
            let torn = before.log.len() + random.below(files.log.len() - before.log.len() + 1);
            files.log.truncate(torn);
        }
        files.write(&folder);
        // A file that arrives is in its folder for certain only when it has its place.
        for path in fs::read_dir(Blobs::new(&folder).arriving("")).into_iter().flatten().flatten() {
            if random.once_in(2) {
                drop(fs::remove_file(path.path()));
            }
        }
    }

    /// Whether nobody has been told of the last commit.
    pub fn is_between(&self) -> bool {
        self.stage == Stage::Stored
    }
}

/// A desk whose files go soon when nobody shows them, and who sends much hears that there is no room.
fn config() -> Config {
    let mut config = Config::default();
    config.files.unused_kept = TimeSpan::from_secs(60);
    config.files.unfinished_kept = TimeSpan::from_secs(90);
    config.files.unfinished_max = 4;
    config.files.visitor_total = ByteSize::from_kib(120);
    config
}

/// Copies a database that is in use, and its files.
pub fn back_up(folder: &Path) -> PathBuf {
    let copy = folder.join("copy");
    drop(fs::remove_dir_all(&copy));
    fs::create_dir(&copy).expect("the folder is there");
    let target = copy.join(DATABASE_FILE);
    let conn = pragmas::open_to_inspect(&folder.join(DATABASE_FILE)).expect("the database is there");
    conn.execute("VACUUM INTO ?1", [target.to_string_lossy()]).expect("a copy can be made");
    blobs::share(folder, &copy).expect("files can be shared");
    target
}

/// Puts an older copy in place of the database that nobody uses, as `restore` does: whoever was erased stays erased.
pub fn restore(folder: &Path, copy: &Path, clock: &SimClock, how: Start, executor: &mut Executor) -> Running {
    let current = folder.join(DATABASE_FILE);
    let conn = pragmas::open_to_inspect(&current).expect("the database is there");
    let gone = journal::read(&conn).expect("the journal can be read");
    drop(conn);
    for suffix in ["-wal", "-shm"] {
        drop(fs::remove_file(folder.join(format!("{DATABASE_FILE}{suffix}"))));
    }
    blobs::share(copy.parent().expect("it lies in a folder"), folder).expect("files can be shared");
    fs::copy(copy, &current).expect("a copy can be put in place");
    let mut running = Running::start(folder, clock, how, executor);
    running.now(move |unit| erase_again(unit, &gone).map(drop));
    running
}

impl Running {
    /// Writes something and sees it committed, before anybody connects.
    pub fn now<T, F>(&mut self, work: F) -> T
    where
        T: Send + 'static,
        F: FnOnce(&mut storage::Unit<'_>) -> Result<T, servicedesk::fault::Fault> + Send + 'static,
    {
        let pending = self.desk.db.submit(work).expect("the queue is empty");
        while self.has_work() {
            self.step();
        }
        let answer = futures_util::FutureExt::now_or_never(pending).expect("it was answered");
        answer.expect("it can be done")
    }
}

/// How long a session token holds.
pub const TOKEN_LIFE: Duration = Duration::from_hours(1);
