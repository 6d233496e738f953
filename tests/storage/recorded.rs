//! What a recorder hears: what was committed, once, and nothing else; and what a repeat makes of it.

use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use rusqlite::params;
use rusqlite::types::Value;
use servicedesk::clock::{HandClock, SharedClock, Timestamp};
use servicedesk::entropy::SeededEntropy;
use servicedesk::fault::Fault;
use servicedesk::storage::follower::Followers;
use servicedesk::storage::pragmas::{self, Tuning};
use servicedesk::storage::recording::{Batch, Recorded, Recorder, Written};
use servicedesk::storage::repeat::{Repeat, RepeatError};
use servicedesk::storage::{self, CommitLoop, DATABASE_FILE, Db, InjectedFault, Limits, Unit};
use tempfile::TempDir;

use super::put;

const RENAME: &str = "UPDATE settings SET value = ?1";

/// A database whose writer is worked by hand, and what its recorder heard.
struct Told {
    folder: TempDir,
    db: Db,
    commits: CommitLoop,
    heard: Arc<Mutex<Vec<Recorded>>>,
}

impl Told {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock: SharedClock = HandClock::starting_at(Timestamp(1_772_353_812_000));
        let opened = storage::open_stepped(
            folder.path(),
            Limits::default(),
            &clock,
            &SeededEntropy::shared(7),
            false,
            Followers::default(),
        );
        let (db, mut commits) = opened.expect("a new database");
        let heard: Arc<Mutex<Vec<Recorded>>> = Arc::default();
        let list = Arc::clone(&heard);
        commits.record(Recorder(Box::new(move |recorded| list.lock().expect("whole").push(recorded))));
        Self { folder, db, commits, heard }
    }

    fn unit<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let pending = self.db.submit(work).expect("room");
        self.commits.gather();
        self.commits.store(Timestamp(1_772_353_812_000));
        self.commits.answer();
        pending.now_or_never().expect("answered")
    }

    /// What was heard since this was asked last: the first value of each statement.
    fn taken(&self) -> Vec<Vec<Value>> {
        let heard = std::mem::take(&mut *self.heard.lock().expect("whole"));
        let first = |written: &Written| written.values.first().cloned().unwrap_or(Value::Null);
        heard
            .iter()
            .map(|recorded| match recorded {
                Recorded::Batch(batch) => batch.statements.iter().map(first).collect(),
                Recorded::Gap => vec![Value::Text("gap".into())],
            })
            .collect()
    }

    /// A second database as the first one is now.
    fn copy(&self) -> Repeat {
        let second = self.folder.path().join("second.sqlite");
        let conn = pragmas::open_to_inspect(&self.folder.path().join(DATABASE_FILE)).expect("opens");
        conn.execute("VACUUM INTO ?1", [second.to_string_lossy()]).expect("copies");
        Repeat::open(&second, Tuning::default()).expect("opens")
    }
}

fn names(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| Value::Text((*name).to_owned())).collect()
}

#[test]
fn what_was_rolled_back_is_not_told() {
    let mut desk = Told::new();
    desk.unit(|unit| {
        put(unit, "1")?;
        let undone = unit.attempt(|unit| {
            put(unit, "2")?;
            unit.attempt(|unit| put(unit, "3"))?;
            Err::<(), _>(Fault::not_found())
        });
        assert!(undone.is_err());
        unit.attempt(|unit| put(unit, "4"))
    })
    .expect("stored");
    assert_eq!(desk.taken(), [names(&["1", "4"])]);
    let refused = desk.unit(|unit| put(unit, "5").and(Err::<(), _>(Fault::not_found())));
    assert!(refused.is_err());
    desk.unit(|_| Ok(())).expect("nothing is done");
    assert_eq!(desk.taken(), Vec::<Vec<Value>>::new());
    let units = ["6", "7", "8"].map(|name| {
        let work = move |unit: &mut Unit<'_>| {
            put(unit, name)?;
            if name == "7" { Err(Fault::not_found()) } else { Ok(()) }
        };
        desk.db.submit(work).expect("room")
    });
    desk.unit(|unit| put(unit, "9")).expect("stored");
    drop(units);
    assert_eq!(desk.taken(), [names(&["6", "8", "9"])], "one batch, in order");
}

#[test]
fn a_lost_batch_is_told_only_if_it_may_be_there() {
    let mut desk = Told::new();
    for (injected, heard) in [
        (InjectedFault::DiskFull, Vec::new()),
        (InjectedFault::Unreachable, Vec::new()),
        (InjectedFault::SyncFailed, vec![names(&["gap"])]),
    ] {
        desk.commits.inject(Some(injected));
        assert!(desk.unit(|unit| put(unit, "lost")).is_err());
        assert_eq!(desk.taken(), heard, "{injected:?}");
        desk.commits.inject(None);
        desk.unit(|unit| Ok(unit.conn().write("DELETE FROM settings", &[])?)).expect("stored");
        assert_eq!(
            desk.taken().len(),
            1,
            "the connection that takes the place of the failed one tells again"
        );
    }
}

#[test]
fn a_repeat_that_differs_stores_nothing() {
    let mut desk = Told::new();
    let mut second = desk.copy();
    let batch = |sql: &str, changed| {
        let written = |sql: &str, name: &str, changed| Written {
            sql: sql.into(),
            values: vec![Value::Text(name.to_owned())],
            changed,
        };
        let put = "INSERT INTO settings (name, value) VALUES (?1, '')";
        Batch { statements: vec![written(put, "1", 1), written(sql, "x", changed)] }
    };
    assert!(matches!(
        second.apply(&batch(RENAME, 2)),
        Err(RepeatError::Differs { expected: 2, changed: 1, .. })
    ));
    assert!(matches!(second.apply(&batch("INSERT INTO nowhere VALUES (?1)", 1)), Err(RepeatError::Sql(_))));
    // What failed is not in the way of what follows.
    second.apply(&batch("UPDATE settings SET value = ?1 RETURNING name", 1)).expect("equal");
    desk.unit(|unit| {
        put(unit, "2")?;
        Ok(unit.conn().write(RENAME, params!["y"])?)
    })
    .expect("stored");
    let heard = std::mem::take(&mut *desk.heard.lock().expect("whole"));
    let [Recorded::Batch(heard)] = &heard[..] else { panic!("one batch, not {heard:?}") };
    let error = second.apply(heard).expect_err("the second one has a row more");
    assert!(error.to_string().contains("changed 2 rows, not 1"), "{error}");
}
