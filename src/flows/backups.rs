//! Backups that somebody at the desk sees, makes, fetches, removes or puts back. Blocks: it reads and writes the data folder.

use std::path::{Path, PathBuf};

use crate::domain::access::rights::Right;
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::restart::Restart;
use crate::storage::backup::{self, BackupError};
use crate::storage::backups::{self, Kept};

/// All of them, newest first, and the bytes that are written of one that is being made.
pub fn list(caller: &Caller, data: &Path) -> Result<(Vec<Kept>, u64), Fault> {
    caller.may(Right::Backup)?;
    Ok((backups::list(data).map_err(Fault::internal)?, backups::copied_bytes(data)))
}

/// The bytes of a new one, which must leave `free_min` bytes on the disk.
pub fn measure(caller: &Caller, data: &Path, free_min: u64) -> Result<u64, Fault> {
    caller.may(Right::Backup)?;
    let usage = backups::usage(data).map_err(Fault::internal)?;
    let total = usage.database + usage.wal;
    if usage.free < total.saturating_add(free_min) {
        return Err(Fault::unavailable("storage_full").saying(format!(
            "A copy needs {} MiB, {} are free. Make room.",
            total >> 20,
            usage.free >> 20
        )));
    }
    Ok(total)
}

/// The folder of one that is to be fetched: it holds everything.
pub fn find(caller: &Caller, data: &Path, name: &str) -> Result<PathBuf, Fault> {
    caller.may(Right::Restore)?;
    backups::find(data, name).ok_or_else(Fault::not_found)
}

/// Removes one.
pub fn remove(caller: &Caller, data: &Path, name: &str) -> Result<(), Fault> {
    caller.may(Right::Restore)?;
    if backups::remove(data, name).map_err(Fault::internal)? { Ok(()) } else { Err(Fault::not_found()) }
}

/// Asks for a restart with one, once it is found whole.
pub fn restore(caller: &Caller, data: &Path, restart: &Restart, name: String) -> Result<(), Fault> {
    let folder = find(caller, data, &name)?;
    backup::inspect(&folder).map_err(|error| damaged(&error))?;
    restart.ask(name);
    Ok(())
}

fn damaged(error: &BackupError) -> Fault {
    tracing::error!(%error, "a backup is damaged");
    Fault::new(Kind::RuleBroken, "damaged_backup", "This backup is damaged. Take another one.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::agent::Role;
    use crate::ids::AgentId;

    #[test]
    fn each_step_asks_for_its_right_before_it_looks_at_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, restart) = (folder.path(), Restart::new(None));
        for (role, makes, restores) in
            [(Role::Agent, false, false), (Role::Admin, true, false), (Role::Owner, true, true)]
        {
            let caller = Caller::agent(AgentId(1), role);
            let refused = |answer: Result<(), Fault>| answer.is_err_and(|fault| fault.code == "forbidden");
            assert_eq!(refused(list(&caller, data).map(drop)), !makes, "{role:?}");
            assert_eq!(refused(measure(&caller, data, 0).map(drop)), !makes, "{role:?}");
            assert_eq!(refused(find(&caller, data, "desk-1").map(drop)), !restores, "{role:?}");
            assert_eq!(refused(remove(&caller, data, "desk-1")), !restores, "{role:?}");
            assert_eq!(refused(restore(&caller, data, &restart, "desk-1".to_owned())), !restores, "{role:?}");
        }
    }
}
