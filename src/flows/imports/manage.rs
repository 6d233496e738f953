//! Imports from the workbench: a file is announced, arrives in slices, is looked at, started, stopped, removed. What it brought in
//! stays.

use std::path::PathBuf;

use super::reader::{Preview, preview};
use super::run::{self, End, Source, reading};
use crate::config::units::ByteSize;
use crate::domain::access::rights::Right;
use crate::domain::files::slices::Slices;
use crate::domain::files::{clean_name, wrong_digest};
use crate::domain::imports::report::Report;
use crate::domain::imports::store::{self, Import, State};
use crate::domain::imports::{KEPT, incomplete, slice_conflict, too_large, too_many, wrong_state};
use crate::fault::Fault;
use crate::flows::{Caller, Desk};
use crate::ids::ImportId;
use crate::storage::Unit;
use crate::storage::backups::free;
use crate::storage::blobs::{self, Blobs, Digest};

/// Folder in the data folder for files that are brought in.
const FOLDER: &str = "imports";
/// Lines and entries of each that are shown before it begins.
const SHOWN: (usize, usize) = (5, 6);

/// A slice that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    id: ImportId,
    number: u64,
    start: u64,
    /// Its bytes.
    pub length: u64,
    digest: Digest,
}

fn files(desk: &Desk) -> Blobs {
    Blobs::new(&desk.db.folder().join(FOLDER))
}

/// Where the bytes of an import lie.
#[must_use]
pub fn path(desk: &Desk, id: ImportId) -> PathBuf {
    files(desk).arriving(&id.to_string())
}

async fn on_disk<T: Send + 'static>(
    desk: &Desk,
    work: impl FnOnce(&Blobs) -> std::io::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    let files = files(desk);
    let done = desk.db.blocking(move || work(&files)).await?;
    done.map_err(|error| blobs::fault(&error))
}

/// One import, for whoever may see it.
pub async fn find(desk: &Desk, caller: &Caller, id: ImportId) -> Result<(Import, Vec<u64>), Fault> {
    caller.may(Right::Import)?;
    let found = desk.db.read(move |conn| Ok((store::find(conn, id)?, store::slices(conn, id)?))).await?;
    Ok((found.0.ok_or_else(Fault::not_found)?, found.1))
}

/// All of them, newest first.
pub async fn list(desk: &Desk, caller: &Caller) -> Result<Vec<Import>, Fault> {
    caller.may(Right::Import)?;
    desk.db.read(|conn| Ok(store::list(conn, KEPT)?)).await
}

/// Announces a file.
pub fn begin(
    unit: &mut Unit<'_>,
    caller: &Caller,
    (file_name, byte_size): (&str, u64),
    user_ids: bool,
) -> Result<Import, Fault> {
    caller.may(Right::Import)?;
    if byte_size == 0 {
        return Err(Fault::invalid("byte_size", "The file is empty."));
    }
    if store::list(unit.conn(), KEPT)?.len() >= KEPT {
        return Err(too_many());
    }
    let import = Import {
        id: unit.mint(),
        agent: caller.agent_id(),
        file_name: clean_name(file_name),
        byte_size,
        user_ids,
        state: State::Arriving,
        read_bytes: 0,
        report: Report::default(),
        created_at: unit.now(),
        started_at: None,
        ended_at: None,
    };
    store::insert(unit.conn(), &import)?;
    Ok(import)
}

/// How a file of this size is cut.
#[must_use]
pub fn slices(import: &Import) -> Slices {
    Slices::of(import.byte_size)
}

/// Refuses a file that is too large, or for which there is no room.
pub async fn admit(desk: &Desk, byte_size: u64, most: ByteSize, free_min: ByteSize) -> Result<(), Fault> {
    if byte_size > most.bytes() {
        return Err(too_large(most));
    }
    // It becomes about as much again in the database.
    let room = free_min.bytes().saturating_add(byte_size.saturating_mul(2));
    let folder = desk.db.folder().to_owned();
    if on_disk(desk, move |_| free(&folder)).await? < room {
        return Err(Fault::unavailable("storage_full"));
    }
    Ok(())
}

/// Whether a slice with this digest is to be sent, and where it goes; `None` where it has arrived.
pub async fn expect(
    desk: &Desk,
    caller: &Caller,
    id: ImportId,
    (number, digest): (u64, Digest),
) -> Result<Option<Slice>, Fault> {
    let (import, _) = find(desk, caller, id).await?;
    let cut = slices(&import);
    let (start, length) = cut.place(number).ok_or_else(|| {
        Fault::invalid("slice", format!("Slices are counted from 0 to {}.", cut.count() - 1))
    })?;
    if import.state != State::Arriving {
        return Err(wrong_state());
    }
    match desk.db.read(move |conn| Ok(store::slice(conn, id, number)?)).await? {
        Some(before) if before != digest => Err(slice_conflict()),
        Some(_) => Ok(None),
        None => Ok(Some(Slice { id, number, start, length, digest })),
    }
}

/// Writes a slice, syncs it, and notes that it is there.
pub async fn keep_slice(desk: &Desk, slice: Slice, bytes: Vec<u8>) -> Result<(), Fault> {
    let Slice { id, number, start, length, digest } = slice;
    if bytes.len() as u64 != length {
        return Err(Fault::invalid("body", format!("This slice has {length} bytes.")));
    }
    let written = on_disk(desk, move |files| {
        let mut part = files.part(&id.to_string(), start)?;
        part.append(&bytes)?;
        part.finish()
    });
    if written.await? != digest {
        return Err(wrong_digest());
    }
    desk.db
        .write(move |unit| {
            // It may have been removed meanwhile, or another one has brought the slice.
            store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
            match store::slice(unit.conn(), id, number)? {
                Some(before) if before == digest => Ok(()),
                Some(_) => Err(slice_conflict()),
                None => Ok(store::insert_slice(unit.conn(), id, number, digest)?),
            }
        })
        .await
}

/// The file is whole.
pub fn complete(unit: &mut Unit<'_>, caller: &Caller, id: ImportId) -> Result<Import, Fault> {
    caller.may(Right::Import)?;
    let mut import = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if import.state != State::Arriving {
        return Ok(import);
    }
    if (store::slices(unit.conn(), id)?.len() as u64) < slices(&import).count() {
        return Err(incomplete());
    }
    import.state = State::Ready;
    store::save(unit.conn(), &import)?;
    Ok(import)
}

/// The first lines as they would be taken.
pub async fn look(desk: &Desk, caller: &Caller, id: ImportId) -> Result<Preview, Fault> {
    let (import, _) = find(desk, caller, id).await?;
    if import.state == State::Arriving {
        return Err(incomplete());
    }
    let (path, reading) = (path(desk, id), reading(desk, import.user_ids));
    let shown = desk.db.blocking(move || preview(&path, &reading, SHOWN.0, SHOWN.1)).await?;
    shown.map_err(|error| run::unreadable(&error))
}

/// Starts it, or has it go on where it was stopped.
pub fn start(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ImportId,
    user_ids: Option<bool>,
) -> Result<Import, Fault> {
    caller.may(Right::Import)?;
    let mut import = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if !import.state.may_start() {
        return Err(wrong_state());
    }
    import.user_ids = user_ids.unwrap_or(import.user_ids);
    import.state = State::Running;
    (import.started_at, import.ended_at) = (Some(unit.now()), None);
    store::save(unit.conn(), &import)?;
    Ok(import)
}

/// Wakes whoever brings imports in.
pub fn ring(desk: &Desk) {
    desk.importing.ring();
}

/// Stops it behind what is in by now.
pub fn stop(unit: &mut Unit<'_>, caller: &Caller, id: ImportId) -> Result<Import, Fault> {
    caller.may(Right::Import)?;
    let mut import = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if import.state != State::Running {
        return Err(wrong_state());
    }
    (import.state, import.ended_at) = (State::Stopped, Some(unit.now()));
    store::save(unit.conn(), &import)?;
    Ok(import)
}

/// Removes it and its file.
pub async fn remove(desk: &Desk, caller: Caller, id: ImportId) -> Result<(), Fault> {
    caller.may(Right::Import)?;
    desk.db
        .write(move |unit| {
            let import = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
            if import.state == State::Running {
                return Err(wrong_state());
            }
            Ok(store::remove(unit.conn(), id)?)
        })
        .await?;
    on_disk(desk, move |files| files.abandon(&id.to_string())).await
}

/// Brings in what was started; whether there was something.
pub async fn go_on(desk: &Desk) -> Result<bool, Fault> {
    let Some(import) = desk.db.read(|conn| Ok(store::running(conn)?)).await? else { return Ok(false) };
    let id = import.id;
    let source = Source {
        path: path(desk, id),
        import: Some(id),
        user_ids: import.user_ids,
        from: (import.read_bytes, import.report),
    };
    let state = match run::run(desk, Caller::system(), source, &|_| {}).await {
        Ok(End::Done(report)) if report.is_useless() => State::Failed,
        Ok(End::Done(_)) => State::Done,
        Ok(End::Stopped(_)) => return Ok(true),
        Err(fault) => {
            tracing::error!(code = fault.code, import = %id, "a history could not be brought in");
            State::Failed
        }
    };
    desk.db
        .write(move |unit| {
            let Some(mut import) = store::find(unit.conn(), id)? else { return Ok(()) };
            if import.state == State::Running {
                (import.state, import.ended_at) = (state, Some(unit.now()));
                store::save(unit.conn(), &import)?;
                if state == State::Done {
                    store::forget_slices(unit.conn(), id)?;
                }
            }
            Ok(())
        })
        .await?;
    if state == State::Done {
        // Its words are in; a second copy would outlive whoever is erased.
        on_disk(desk, move |files| files.abandon(&id.to_string())).await?;
    }
    Ok(true)
}

/// Names of files whose import is gone; a crash came between.
pub async fn sweep(desk: &Desk) -> Result<(), Fault> {
    let all = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(u64::from(u32::MAX) * 4);
    for name in on_disk(desk, move |files| files.arriving_since(all)).await? {
        let kept = match name.parse::<ImportId>() {
            Ok(id) => {
                let import = desk.db.read(move |conn| Ok(store::find(conn, id)?)).await?;
                import.is_some_and(|import| import.state != State::Done)
            }
            Err(_) => false,
        };
        if !kept {
            on_disk(desk, move |files| files.abandon(&name)).await?;
        }
    }
    Ok(())
}
