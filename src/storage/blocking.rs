//! Where blocking work runs.

use crate::fault::Fault;

/// Beside the async threads, or in the task that asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blocking {
    /// On tokio's threads for it.
    Threads,
    /// In the task, with a rest before and after it: where a run must repeat exactly.
    Task,
}

impl Blocking {
    pub(super) async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        match self {
            Self::Threads => tokio::task::spawn_blocking(work).await.map_err(Fault::internal),
            Self::Task => {
                tokio::task::yield_now().await;
                let result = work();
                tokio::task::yield_now().await;
                Ok(result)
            }
        }
    }
}
