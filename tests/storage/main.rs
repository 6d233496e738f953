//! The storage engine through its public door: who is answered what when a unit, a batch or a COMMIT fails, and what
//! holds while everything is well.

mod following;
mod opening;
mod recorded;
mod writing;

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use servicedesk::clock::{HandClock, Timestamp};
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::{Actor, AgentEvent, Event, Record};
use servicedesk::fault::{Fault, Kind};
use servicedesk::ids::AgentId;
use servicedesk::storage::follower::Followers;
use servicedesk::storage::{self, DATABASE_FILE, Db, Lane, Limits, OpenError, Pending, Unit, WriterThread};
use tempfile::TempDir;

/// An open database in a folder of its own.
struct Store {
    db: Db,
    thread: WriterThread,
    folder: TempDir,
}

fn open_with(folder: &Path, limits: Limits, new_epoch: bool) -> Result<(Db, WriterThread), OpenError> {
    let clock = HandClock::starting_at(Timestamp(1_772_353_812_000));
    storage::open(
        folder,
        limits,
        clock,
        &SeededEntropy::shared(folder.as_os_str().len() as u64),
        new_epoch,
        Followers::default(),
    )
}

fn store_with(limits: Limits) -> Store {
    let folder = tempfile::tempdir().expect("a folder");
    let (db, thread) = open_with(folder.path(), limits, false).expect("a new database");
    Store { db, thread, folder }
}

fn store() -> Store {
    store_with(Limits::default())
}

impl Store {
    /// Closes the database and gives the folder.
    fn close(self) -> TempDir {
        drop(self.db);
        self.thread.join().expect("the writer ends well");
        self.folder
    }
}

/// Stores one row.
fn put(unit: &Unit<'_>, name: &str) -> Result<(), Fault> {
    unit.conn().write("INSERT INTO settings (name, value) VALUES (?1, '')", &[&name])?;
    Ok(())
}

/// What was stored, as readers see it.
async fn stored(db: &Db) -> Vec<String> {
    db.read(|conn| {
        let mut statement = conn.prepare("SELECT name FROM settings ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(names)
    })
    .await
    .expect("reads go on whatever happens to writes")
}

/// Keeps the writer busy, so that everything queued until [`Gate::open`] becomes one batch.
struct Gate {
    open: SyncSender<()>,
    passed: Pending<()>,
}

impl Gate {
    fn close(db: &Db) -> Self {
        let (open, wait): (_, Receiver<()>) = sync_channel(1);
        let (tell, entered) = sync_channel(1);
        let passed = db
            .submit(move |_| {
                tell.send(()).map_err(Fault::internal)?;
                wait.recv().map_err(Fault::internal)
            })
            .expect("the queue has room");
        entered.recv().expect("the writer runs the gate");
        Self { open, passed }
    }

    async fn open(self) {
        self.open.send(()).expect("the gate waits");
        self.passed.await.expect("the gate itself cannot fail");
    }
}

#[tokio::test]
async fn a_unit_that_fails_leaves_nothing_and_harms_no_other() {
    let store = store();
    let gate = Gate::close(&store.db);
    let before = store.db.submit(|unit| put(unit, "before")).expect("room");
    let failing = store.db.submit(|unit| {
        put(unit, "failing")?;
        Err::<(), _>(Fault::not_found())
    });
    let broken = store.db.submit(|unit| Ok(unit.conn().write("INSERT INTO nowhere VALUES (1)", &[])?));
    let after = store.db.submit(|unit| put(unit, "after")).expect("room");
    gate.open().await;
    assert_eq!(before.await, Ok(()));
    assert_eq!(failing.expect("room").await, Err(Fault::not_found()));
    assert_eq!(broken.expect("room").await.map_err(|fault| fault.kind), Err(Kind::Internal));
    assert_eq!(after.await, Ok(()));
    assert_eq!(stored(&store.db).await, ["after", "before"]);
}

#[tokio::test]
async fn a_unit_that_panics_leaves_nothing_and_harms_no_other() {
    let store = store();
    let gate = Gate::close(&store.db);
    let before = store.db.submit(|unit| put(unit, "before")).expect("room");
    let panicking = store.db.submit(|unit| -> Result<(), Fault> {
        put(unit, "panicking")?;
        panic!("a defect in a unit");
    });
    let after = store.db.submit(|unit| put(unit, "after")).expect("room");
    gate.open().await;
    assert_eq!(before.await, Ok(()));
    let fault = panicking.expect("room").await.expect_err("it panicked");
    assert_eq!((fault.kind, fault.code), (Kind::Internal, "internal"));
    assert!(!fault.message.contains("defect in a unit"), "what failed inside is not told: {fault}");
    assert_eq!(after.await, Ok(()));
    assert_eq!(stored(&store.db).await, ["after", "before"]);
    assert!(store.db.is_writable());
}

/// Leaves room for two more pages in the file, as on a disk that is nearly full.
fn fill(unit: &Unit<'_>) -> Result<(), Fault> {
    let pages: i64 = unit.conn().pragma_query_value(None, "page_count", |row| row.get(0))?;
    unit.conn().pragma_update(None, "max_page_count", pages + 2)?;
    Ok(())
}

#[tokio::test]
async fn a_full_disk_that_ends_the_transaction_is_told_to_every_caller_of_the_batch() {
    let store = store();
    let gate = Gate::close(&store.db);
    let before = store.db.submit(|unit| put(unit, "before")).expect("room");
    let filling = store.db.submit(|unit| {
        fill(unit)?;
        // A statement without a journal of its own takes the whole transaction with it.
        unit.conn().write("INSERT INTO settings (name, value) VALUES ('full', hex(zeroblob(40000)))", &[])?;
        Ok(())
    });
    // What a unit makes of it does not matter: its work is gone as well.
    let careless = store.db.submit(|unit| {
        drop(put(unit, "careless"));
        Ok(())
    });
    let after = store.db.submit(|unit| put(unit, "after")).expect("room");
    gate.open().await;
    for answer in [before.await, filling.expect("room").await, careless.expect("room").await, after.await] {
        let fault = answer.expect_err("nothing of the batch is stored");
        assert_eq!((fault.kind, fault.code), (Kind::Unavailable, "storage_full"));
        assert!(fault.retry_after_ms.is_some(), "a repeat makes sense later");
    }
    assert_eq!(stored(&store.db).await, Vec::<String>::new());
    // The writer has opened a new connection, and goes on.
    assert_eq!(store.db.write(|unit| put(unit, "repeated")).await, Ok(()));
    assert_eq!(stored(&store.db).await, ["repeated"]);
}

#[tokio::test]
async fn a_full_disk_that_ends_one_statement_is_told_to_its_caller_alone() {
    let store = store();
    let gate = Gate::close(&store.db);
    let before = store.db.submit(|unit| put(unit, "before")).expect("room");
    let filling = store.db.submit(|unit| {
        fill(unit)?;
        // Many rows with a constraint: the statement has a journal, and only it is undone.
        unit.conn().write(
            "INSERT INTO settings (name, value)
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
             SELECT 'full ' || i, hex(zeroblob(2000)) FROM n",
            &[],
        )?;
        Ok(())
    });
    let after = store.db.submit(|unit| put(unit, "after")).expect("room");
    gate.open().await;
    assert_eq!(before.await, Ok(()));
    assert_eq!(filling.expect("room").await.map_err(|fault| fault.code), Err("storage_full"));
    assert_eq!(after.await, Ok(()));
    assert_eq!(stored(&store.db).await, ["after", "before"]);
}

#[tokio::test]
async fn a_commit_that_fails_answers_nobody_with_success_and_the_repeat_finds_out() {
    let store = store();
    let head = *store.db.head().borrow();
    let gate = Gate::close(&store.db);
    let before = store.db.submit(|unit| put(unit, "before")).expect("room");
    let refused = store.db.submit(|_| Err::<(), _>(Fault::not_found())).expect("room");
    let hooked = store.db.submit(|unit| {
        unit.emit(&Record::of(Actor::SYSTEM, Event::Agent(AgentId(1), AgentEvent::Disabled)))?;
        Ok(unit.conn().commit_hook(Some(|| true))?)
    });
    gate.open().await;
    for answer in [before.await, refused.await, hooked.expect("room").await] {
        let fault = answer.expect_err("nothing is known to be stored");
        assert_eq!((fault.kind, fault.code), (Kind::Unavailable, "storage_unavailable"));
    }
    assert_eq!(stored(&store.db).await, Vec::<String>::new());
    assert_eq!(*store.db.head().borrow(), head, "no event is announced");
    assert!(store.db.is_writable(), "a new connection took the place of the old one");
    assert_eq!(store.db.write(|unit| put(unit, "before")).await, Ok(()));
    assert_eq!(stored(&store.db).await, ["before"]);
}

#[tokio::test]
async fn after_a_unit_that_could_not_be_taken_its_lane_takes_no_more() {
    let store = store();
    let (lane, other) = (Lane::default(), Lane::default());
    let gate = Gate::close(&store.db);
    let submit = |lane: &Lane, name: &'static str, fault: Option<Fault>| {
        let work = move |unit: &mut Unit<'_>| {
            put(unit, name)?;
            fault.map_or(Ok(()), Err)
        };
        store.db.submit_in(lane, work).expect("room")
    };
    let answers = [
        submit(&lane, "1", None),
        // A refusal is final and concerns nobody else.
        submit(&lane, "2", Some(Fault::not_found())),
        submit(&lane, "3", None),
        submit(&lane, "4", Some(Fault::unavailable("storage_full"))),
        submit(&other, "a", None),
        submit(&lane, "5", None),
        submit(&other, "b", None),
    ];
    gate.open().await;
    let mut codes = Vec::new();
    for answer in answers {
        codes.push(answer.await.map_or_else(|fault| fault.code, |()| "stored"));
    }
    assert_eq!(codes, ["stored", "not_found", "stored", "storage_full", "stored", "paused", "stored"]);
    assert_eq!(stored(&store.db).await, ["1", "3", "a", "b"]);
    assert!(lane.is_broken() && !other.is_broken());
    let later = store.db.submit_in(&lane, |unit| put(unit, "6")).expect("room");
    assert_eq!(later.await.map_err(|fault| fault.code), Err("paused"));
    let again = store.db.submit_in(&Lane::default(), |unit| put(unit, "4")).expect("room");
    assert_eq!(again.await, Ok(()), "the client starts again on a new lane");
}

#[tokio::test]
async fn a_lost_batch_breaks_the_lanes_in_it() {
    let store = store();
    let lane = Lane::default();
    let gate = Gate::close(&store.db);
    let first = store.db.submit_in(&lane, |unit| put(unit, "1")).expect("room");
    let hooked = store.db.submit(|unit| Ok(unit.conn().commit_hook(Some(|| true))?)).expect("room");
    gate.open().await;
    assert!(first.await.is_err() && hooked.await.is_err());
    let second = store.db.submit_in(&lane, |unit| put(unit, "2")).expect("room");
    assert_eq!(
        second.await.map_err(|fault| fault.code),
        Err("paused"),
        "2 must not overtake the repeat of 1"
    );
}

#[tokio::test]
async fn a_full_queue_takes_nothing_more() {
    let store = store_with(Limits { writer_queue: 2, ..Limits::default() });
    let lane = Lane::default();
    let gate = Gate::close(&store.db);
    let waiting = [1, 2].map(|_| store.db.submit_in(&lane, |_| Ok(())).expect("room"));
    let fault = store.db.submit_in(&lane, |_| Ok(())).expect_err("there is no room");
    assert_eq!((fault.kind, fault.code), (Kind::Unavailable, "overloaded"));
    assert!(lane.is_broken());
    gate.open().await;
    for answer in waiting {
        // They stand before the one that was not taken, and yet the client will repeat all.
        assert_eq!(answer.await.map_err(|fault| fault.code), Err("paused"));
    }
}

#[tokio::test]
async fn what_is_queued_is_committed_together() {
    for (batch_units, batches) in [(256, 1), (50, 4), (1, 200)] {
        let store = store_with(Limits { batch_units, ..Limits::default() });
        let gate = Gate::close(&store.db);
        let (batches_before, units_before) = counts(&store.db);
        let units: Vec<_> =
            (0..200).map(|n| store.db.submit(move |unit| put(unit, &n.to_string())).expect("room")).collect();
        gate.open().await;
        for unit in units {
            assert_eq!(unit.await, Ok(()));
        }
        // Counted at the latest when the next unit is answered.
        store.db.write(|_| Ok(())).await.expect("a unit that does nothing");
        let (batches_after, units_after) = counts(&store.db);
        assert_eq!(units_after - units_before, 201, "{batch_units} units a batch");
        let gate_batch = 1;
        let counted = batches_after - batches_before - gate_batch;
        // The last one may not be counted yet.
        assert!(counted == batches || counted == batches + 1, "{counted} batches, {batch_units} units each");
        assert_eq!(stored(&store.db).await.len(), 200);
    }
}

fn counts(db: &Db) -> (u64, u64) {
    (db.counts().batches.load(Ordering::Relaxed), db.counts().units.load(Ordering::Relaxed))
}

#[tokio::test]
async fn readers_see_what_is_committed_and_write_nothing() {
    let store = store();
    let (open, wait): (_, Receiver<()>) = sync_channel(1);
    let (tell, entered) = sync_channel(1);
    let writing = store.db.submit(move |unit| {
        put(unit, "half")?;
        tell.send(()).map_err(Fault::internal)?;
        wait.recv().map_err(Fault::internal)
    });
    entered.recv().expect("the unit runs");
    assert_eq!(stored(&store.db).await, Vec::<String>::new(), "a reader does not wait and does not see it");
    open.send(()).expect("the unit waits");
    writing.expect("room").await.expect("stored");
    assert_eq!(stored(&store.db).await, ["half"]);
    let write = store.db.read(|conn| Ok(conn.execute("DELETE FROM settings", [])?)).await;
    assert!(write.is_err());
    let panicking = store.db.read(|_| -> Result<(), Fault> { panic!("a defect in a query") }).await;
    assert_eq!(panicking.map_err(|fault| fault.kind), Err(Kind::Internal));
    assert_eq!(stored(&store.db).await, ["half"]);
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_stop_its_unit() {
    let store = store();
    drop(store.db.submit(|unit| put(unit, "asked")).expect("room"));
    store.db.write(|_| Ok(())).await.expect("comes after it");
    assert_eq!(stored(&store.db).await, ["asked"]);
}

#[tokio::test]
async fn every_commit_is_synced_and_deleted_words_are_overwritten() {
    let store = store();
    let pragma = |name: &'static str| {
        store.db.write(move |unit| {
            let value: rusqlite::types::Value =
                unit.conn().pragma_query_value(None, name, |row| row.get(0))?;
            Ok(format!("{value:?}"))
        })
    };
    let full = "Integer(2)";
    assert_eq!(pragma("synchronous").await.as_deref(), Ok(full));
    assert_eq!(pragma("journal_mode").await.as_deref(), Ok("Text(\"wal\")"));
    assert_eq!(pragma("foreign_keys").await.as_deref(), Ok("Integer(1)"));
    assert_eq!(pragma("secure_delete").await.as_deref(), Ok("Integer(1)"));
    // The connection that takes the place of a failed one is no weaker.
    let failed = store.db.write(|unit| Ok(unit.conn().commit_hook(Some(|| true))?)).await;
    assert!(failed.is_err());
    assert_eq!(pragma("synchronous").await.as_deref(), Ok(full));
}

#[tokio::test]
async fn positions_grow_in_commit_order_and_the_head_tells_of_each_batch() {
    let store = store();
    let mut head = store.db.head();
    let start = *head.borrow_and_update();
    let event = Record::of(Actor::SYSTEM, Event::Agent(AgentId(1), AgentEvent::Disabled));
    let gate = Gate::close(&store.db);
    let lost = store.db.submit(move |unit| unit.emit(&event).and(Err::<(), _>(Fault::not_found())));
    let first = store.db.submit(move |unit| unit.emit(&event)).expect("room");
    let second = store.db.submit(move |unit| {
        let inner = unit.attempt(|unit| unit.emit(&event).and(Err::<(), _>(Fault::not_found())));
        assert!(inner.is_err());
        unit.emit(&event)
    });
    assert!(!head.has_changed().expect("the writer lives"), "nothing is told before the commit");
    gate.open().await;
    assert!(lost.expect("room").await.is_err());
    let (first, second) = (first.await.expect("stored"), second.expect("room").await.expect("stored"));
    assert_eq!((first, second), (start + 1, start + 2), "what left nothing left no gap either");
    head.wait_for(|head| *head >= second).await.expect("the writer lives");
    let folder = store.close();
    let (db, _thread) = open_with(folder.path(), Limits::default(), false).expect("opens again");
    assert_eq!(*db.head().borrow(), second);
}

#[tokio::test]
async fn a_file_that_has_gone_is_not_replaced_by_an_empty_one() {
    let store = store();
    for name in ["", "-wal", "-shm"] {
        std::fs::remove_file(store.folder.path().join(format!("{DATABASE_FILE}{name}"))).expect("removes");
    }
    // Makes the writer look for the file again.
    let lost = store.db.write(|unit| Ok(unit.conn().commit_hook(Some(|| true))?)).await;
    assert!(lost.is_err());
    let fault = store.db.write(|unit| put(unit, "1")).await.expect_err("there is nowhere to write");
    assert_eq!((fault.kind, fault.code), (Kind::Unavailable, "storage_unavailable"));
    assert!(!store.db.is_writable());
    assert!(!store.folder.path().join(DATABASE_FILE).exists());
}
