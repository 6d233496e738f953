//! The pool of read-only connections. Reads never wait for the writer (WAL), only for a free connection.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::blocking::Blocking;
use super::pragmas::{self, Tuning};
use crate::fault::Fault;

/// A bounded pool with a bounded queue of waiting reads.
#[derive(Debug)]
pub(super) struct Readers {
    path: PathBuf,
    tuning: Tuning,
    idle: Mutex<Vec<Connection>>,
    free: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    blocking: Blocking,
}

impl Readers {
    /// `count` connections, opened when first needed; at most `queue` reads wait for one.
    pub(super) fn new(
        path: &Path,
        tuning: Tuning,
        count: usize,
        queue: usize,
        blocking: Blocking,
    ) -> Arc<Self> {
        Arc::new(Self {
            path: path.to_owned(),
            tuning,
            idle: Mutex::new(Vec::with_capacity(count)),
            free: Arc::new(Semaphore::new(count)),
            waiting: Arc::new(Semaphore::new(count + queue)),
            blocking,
        })
    }

    /// Runs `work` on a connection, off the async threads.
    pub(super) async fn run<T, F>(self: &Arc<Self>, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        let overloaded = || Fault::unavailable("overloaded");
        let place = Arc::clone(&self.waiting).try_acquire_owned().map_err(|_| overloaded())?;
        let permit = Arc::clone(&self.free).acquire_owned().await.map_err(|_| overloaded())?;
        let pool = Arc::clone(self);
        let reading = move || {
            let (_place, _permit) = (place, permit);
            let conn = pool.take()?;
            // If `work` panics the connection is dropped with it and a later read opens a new one.
            let result = work(&conn);
            pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
            result
        };
        self.blocking.run(reading).await?
    }

    fn take(&self) -> Result<Connection, Fault> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(conn) => Ok(conn),
            None => Ok(pragmas::open_reader(&self.path, self.tuning)?),
        }
    }
}
