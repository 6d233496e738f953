//! Brings a file in: a thread reads it, the writer stores piece after piece, and real work goes on in between.

use std::path::PathBuf;
use std::time::Duration;

use tokio::sync::mpsc;

use super::keep::{Tally, keep};
use super::reader::{Piece, Reading, read_file};
use crate::domain::imports::known::Maker;
use crate::domain::imports::report::Report;
use crate::domain::imports::store::{self, State};
use crate::fault::{Fault, Kind};
use crate::flows::access::reload_agents;
use crate::flows::{Caller, Desk};
use crate::ids::ImportId;
use crate::storage::Unit;

/// Pieces that are read ahead of what is stored.
const AHEAD: usize = 2;
/// Pause before a piece is tried again that the writer could not take.
const RETRY: Duration = Duration::from_millis(500);
/// So often in a row it is tried.
const TRIES: usize = 60;

/// A file to bring in.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// The import that keeps how far it is; a command keeps nothing, and goes through the file again.
    pub import: Option<ImportId>,
    /// Whether ids of people in it are the shop's own.
    pub user_ids: bool,
    /// Bytes and lines that are in, and what became of them.
    pub from: (u64, Report),
}

/// How far it is.
#[derive(Debug, Clone)]
pub struct Progress<'a> {
    /// Bytes whose lines are in.
    pub read_bytes: u64,
    /// Bytes of the whole file.
    pub byte_size: u64,
    /// What became of these lines.
    pub report: &'a Report,
}

/// How it ended.
#[derive(Debug)]
pub enum End {
    /// All of it is in.
    Done(Report),
    /// Somebody stopped it.
    Stopped(Report),
}

/// How to read files for this desk.
#[must_use]
pub fn reading(desk: &Desk, user_ids: bool) -> Reading {
    Reading { maker: Maker::new(&desk.db.meta().digest_key), now: desk.clock.now(), user_ids }
}

/// Brings in a file, one at a time; `progress` hears of each piece that is stored.
pub async fn run(
    desk: &Desk,
    caller: Caller,
    source: Source,
    progress: &(dyn Fn(Progress<'_>) + Sync),
) -> Result<End, Fault> {
    let _turn = desk.importing.turn.lock().await;
    let byte_size = std::fs::metadata(&source.path).map_err(|error| unreadable(&error))?.len();
    let (mut at, report) = source.from.clone();
    let (pieces, mut read_ahead) = mpsc::channel::<Piece>(AHEAD);
    let (reading, path, from) = (reading(desk, source.user_ids), source.path.clone(), (at, report.passed));
    let reader = tokio::task::spawn_blocking(move || {
        read_file(&path, from, &reading, |piece| pieces.blocking_send(piece).is_ok())
    });
    let changed = |report: &Report| (report.conversations, report.entries);
    let (before, mut tally, mut stopped) = (changed(&report), Tally::from(report), false);
    while let Some(piece) = read_ahead.recv().await {
        at = piece.read_bytes;
        match store_piece(desk, caller, source.import, piece, &mut tally).await? {
            true => progress(Progress { read_bytes: at, byte_size, report: &tally.report }),
            false => {
                stopped = true;
                break;
            }
        }
    }
    drop(read_ahead);
    reader.await.map_err(Fault::internal)?.map_err(|error| unreadable(&error))?;
    if changed(&tally.report) != before {
        desk.db.write(move |unit| reload_agents::reload_agents(unit, &caller)).await?;
    }
    Ok(if stopped { End::Stopped(tally.report) } else { End::Done(tally.report) })
}

/// Stores a piece; `false` where the import was stopped before. What the writer cannot take now is tried again.
async fn store_piece(
    desk: &Desk,
    caller: Caller,
    import: Option<ImportId>,
    piece: Piece,
    tally: &mut Tally,
) -> Result<bool, Fault> {
    let piece = std::sync::Arc::new(piece);
    let mut tries = 0;
    loop {
        let (piece, mut next) = (std::sync::Arc::clone(&piece), tally.clone());
        let work = move |unit: &mut Unit<'_>| {
            let goes_on = note(unit, caller, import, &piece, &mut next)?;
            Ok((goes_on, next))
        };
        match desk.db.write(work).await {
            Ok((goes_on, next)) => {
                *tally = next;
                return Ok(goes_on);
            }
            Err(fault) if fault.kind == Kind::Unavailable && tries < TRIES => {
                tries += 1;
                desk.clock.sleep_until(desk.clock.tick().plus(RETRY)).await;
            }
            Err(fault) => return Err(fault),
        }
    }
}

fn note(
    unit: &mut Unit<'_>,
    caller: Caller,
    import: Option<ImportId>,
    piece: &Piece,
    tally: &mut Tally,
) -> Result<bool, Fault> {
    let import = match import {
        None => None,
        Some(id) => match store::find(unit.conn(), id)?.filter(|import| import.state == State::Running) {
            Some(import) => Some(import),
            None => return Ok(false),
        },
    };
    keep(unit, &caller, piece, tally)?;
    tally.report.passed = piece.passed;
    if let Some(mut import) = import {
        import.read_bytes = piece.read_bytes;
        import.report = tally.report.clone();
        store::save(unit.conn(), &import)?;
    }
    Ok(true)
}

/// The file cannot be read.
#[must_use]
pub fn unreadable(error: &std::io::Error) -> Fault {
    Fault::new(Kind::RuleBroken, "unreadable_file", "").saying(format!("The file cannot be read: {error}."))
}
