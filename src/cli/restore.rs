//! `restore`: a copy takes the place of the database.
//!
//! The copy is made ready in a folder of its own inside the data folder: upgraded, given a new epoch, and rid of everybody
//! who was erased before or after it was made. Only then one rename puts it in place, so that a crash on the way leaves
//! the old desk, and at no moment is there one in which an erased person has come back.

use std::fs::{self, DirBuilder};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::progress::Progress;
use super::{Call, output, reach};
use crate::app::{self, Options};
use crate::domain::contacts::journal::{self, Erased};
use crate::flows::Desk;
use crate::flows::contacts::erase_contact::erase_again;
use crate::storage::lock::LockError;
use crate::storage::{self, DATABASE_FILE, OpenError, SNAPSHOTS_FOLDER, backup, blobs, pragmas};

/// Name of the folder in which the copy is made ready.
const STAGING: &str = "restoring";

/// Put a copy back into a data folder that is not in use
///
/// The copy is checked first. A database that is there is kept in the folder's snapshots/. The restored desk begins a new
/// epoch of its log, so clients drop what they remember and load anew. Whoever was erased, before or after the copy was
/// made, is erased in it again.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk --data /var/lib/servicedesk restore /backups/desk-2026-03-01
  servicedesk --data ./try-it restore /backups/desk-2026-03-01")]
pub(super) struct Restore {
    /// Folder that `backup` made, or a single database such as one from snapshots/
    src: PathBuf,
}

impl Restore {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let progress = Progress::new();
        let options = call.options(call.config()?);
        let outcome = restore(&options, &self.src, &|step| progress.step(step));
        progress.finish();
        let done = outcome?;
        output::line(&format!("restored {} into {}", self.src.display(), call.data.display()))?;
        if done.erased > 0 {
            output::line(&format!("erased again: {}", done.erased))?;
        }
        if done.files > 0 {
            output::line(&format!("files brought back: {}", done.files))?;
        }
        if let Some(kept) = done.kept {
            output::line(&format!("the database that was there is kept as {}", kept.display()))?;
        }
        Ok(())
    }
}

/// What was put in place.
pub(super) struct Restored {
    /// Persons who were erased again.
    pub(super) erased: usize,
    /// Files that were not there any more.
    pub(super) files: u64,
    /// Where the database that was there is kept.
    pub(super) kept: Option<PathBuf>,
}

/// Puts the backup `src` in place of the database in a data folder that nobody uses. A failure leaves the old one.
pub(super) fn restore(options: &Options, src: &Path, step: &dyn Fn(&str)) -> anyhow::Result<Restored> {
    let (mut options, data) = (options.clone(), options.data.clone());
    let _lock = storage::lock(&data).map_err(explain)?;
    step("checking the copy");
    let file = backup::inspect(src).with_context(|| format!("cannot restore {}", src.display()))?;
    let gone = erased_so_far(&data.join(DATABASE_FILE));

    step("making it ready");
    let staging = data.join(STAGING);
    remove(&staging)?;
    DirBuilder::new().mode(0o700).create(&staging).context("cannot use the data folder")?;
    backup::stage(&file, &staging.join(DATABASE_FILE)).context("cannot copy it into the data folder")?;
    options.data.clone_from(&staging);
    let (desk, writer) = app::open_desk(&options, true)?;
    let erased = reach::runtime()?.block_on(erase(&desk, gone))?;
    reach::close(desk, writer)?;

    step("bringing the files back");
    // A single file is a database alone.
    let files =
        if src.is_dir() { blobs::share(src, &data).context("cannot bring the files back")? } else { 0 };
    // Those that only the database knew that is replaced stay with it for a while.
    blobs::touch(&data, options.clock.now()).context("cannot look through the files")?;
    step("putting it in place");
    let stamp = options.clock.now().to_string().replace([':', '.'], "-");
    let kept = data.join(SNAPSHOTS_FOLDER).join(format!("before-restore-{stamp}.sqlite"));
    let there =
        backup::install(&staging.join(DATABASE_FILE), &data, &kept).context("cannot put it in place")?;
    remove(&staging)?;
    Ok(Restored { erased, files, kept: there.then_some(kept) })
}

fn explain(error: OpenError) -> anyhow::Error {
    let held = matches!(error, OpenError::Lock(LockError::Held(_)));
    let error = anyhow::Error::from(error);
    if held { error.context("stop the desk before its data is replaced") } else { error }
}

/// Whoever was erased from the database that is replaced. One that cannot be read any more is no reason not to restore.
fn erased_so_far(database: &Path) -> Erased {
    if !database.exists() {
        return Erased::default();
    }
    let journal = pragmas::open_to_inspect(database).and_then(|conn| journal::read(&conn));
    journal.unwrap_or_else(|error| {
        output::note(&format!(
            "warning: who was erased since the copy was made cannot be read from the old database ({error}); erase them \
             again"
        ));
        Erased::default()
    })
}

/// Erases everybody whom either journal names.
async fn erase(desk: &Desk, gone: Erased) -> anyhow::Result<usize> {
    let erased = desk.db.write(move |unit| {
        let mut journal = journal::read(unit.conn())?;
        journal.add(&gone);
        erase_again(unit, &journal)
    });
    erased.await.context("cannot erase again who was erased")
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
