//! Reads what is there into the indexes: once from the beginning, then whatever is written.
//!
//! One step at a time, from wherever the state says, so that a crash costs a step and `search rebuild` goes on while the desk
//! works. Words are made from a reader's page, off the writer; the unit that stores them looks again at what has changed since.

use rusqlite::Connection;

use super::{keep, shown};
use crate::domain::canned::store as canned;
use crate::domain::contacts::store as contacts;
use crate::domain::search::candidates::{self, Words};
use crate::domain::search::index::Index;
use crate::domain::search::nouns::{self, Noun};
use crate::domain::search::state::{self, Stage, State};
use crate::domain::tickets::store as tickets;
use crate::events::{EventKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::storage::{Unit, event_log};
use crate::text::words;

/// Messages of one page, and bytes of their contents.
const MESSAGES: usize = 500;
const MESSAGE_BYTES: usize = 512 << 10;
/// Persons, and canned replies, of one unit.
const NOUNS: usize = 200;
/// Pages of an index that are removed in one unit; each has 4 KiB.
const PAGES: usize = 500;
/// Positions by which the stored place may lag where no message stands.
const UNSTORED: LogPosition = 1_000;

/// Where a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What is done next.
    pub stage: Stage,
    /// Messages up to here are in the index.
    pub reached: LogPosition,
    /// The newest position of the log.
    pub head: LogPosition,
    /// Whether there is more to do.
    pub more: bool,
}

/// Takes one step; steps of one desk wait for one another.
pub async fn step(desk: &Desk) -> Result<Step, Fault> {
    let _turn = desk.indexing.lock().await;
    let state = desk.db.read(|conn| Ok(state::read(conn)?)).await?;
    if state.stage == Stage::Messages {
        let page = desk.db.read(move |conn| Page::read(conn, state)).await?;
        if page.is_stored() {
            return Ok(page.step());
        }
        return desk.db.write(move |unit| page.store(unit)).await;
    }
    let next = desk.db.write(|unit| advance(unit)).await?;
    Ok(Step { stage: next, reached: 0, head: *desk.db.head().borrow(), more: true })
}

/// Begins both indexes anew and fills them; `told` hears of each step.
pub async fn rebuild(desk: &Desk, told: &(dyn Fn(Step) + Sync)) -> Result<(), Fault> {
    desk.db.write(|unit| keep::begin_anew(unit)).await?;
    let until = *desk.db.head().borrow();
    loop {
        let step = step(desk).await?;
        told(step);
        if step.stage == Stage::Messages && step.reached >= until {
            return Ok(());
        }
    }
}

/// What may have changed words between reading and storing.
const CHANGES: &[EventKind] = &[EventKind::Edited, EventKind::Recalled, EventKind::Erased];

/// A piece of every stage but the last; what is done next.
fn advance(unit: &Unit<'_>) -> Result<Stage, Fault> {
    let state = state::read(unit.conn())?;
    let last = match state.stage {
        Stage::Messages => return Ok(state.stage),
        Stage::Emptying => {
            for index in Index::ALL {
                if index.shrink(unit.conn(), PAGES)? {
                    state::write(unit.conn(), State::ANEW)?;
                    return Ok(Stage::Emptying);
                }
            }
            return Ok(keep::empty(unit)?.stage);
        }
        Stage::Contacts => {
            let ids = contacts::ids_after(unit.conn(), state.after_id, NOUNS)?;
            ids.iter().try_for_each(|id| keep::put_contact(unit, *id))?;
            ids.last().map(|id| id.0)
        }
        Stage::Canned => {
            let replies = canned::after(unit.conn(), state.after_id, NOUNS)?;
            for reply in &replies {
                nouns::put(unit.conn(), Noun::Canned, reply.id.0, Some(&shown::canned(reply)))?;
            }
            replies.last().map(|reply| reply.id.0)
        }
        Stage::Tickets => {
            let ids = tickets::ids_after(unit.conn(), state.after_id, NOUNS)?;
            ids.iter().try_for_each(|id| keep::put_ticket(unit, *id))?;
            ids.last().map(|id| id.0)
        }
    };
    let next = match last {
        Some(id) => State { after_id: id, ..state },
        None => State { stage: state.stage.next(), after_id: 0, position: 0 },
    };
    state::write(unit.conn(), next)?;
    Ok(next.stage)
}

/// Messages as they were read.
#[derive(Debug)]
struct Page {
    /// The state behind which they stand.
    state: State,
    /// The newest position when they were read.
    head: LogPosition,
    /// Everything up to here was read.
    reached: LogPosition,
    /// Each message with its tokens.
    messages: Vec<(Words, String)>,
}

impl Page {
    fn read(conn: &Connection, state: State) -> Result<Self, Fault> {
        // Before the messages: whatever is written behind it comes with the next page.
        let head = event_log::head(conn)?;
        let mut messages = candidates::after(conn, state.position, MESSAGES, MESSAGE_BYTES)?;
        messages.retain(|message| message.position <= head);
        let is_whole = messages.len() < MESSAGES
            && messages.iter().map(|words| words.content.as_deref().map_or(0, str::len)).sum::<usize>()
                < MESSAGE_BYTES;
        let last = messages.last().map(|message| message.position);
        let reached = last.filter(|_| !is_whole).unwrap_or(head.max(state.position));
        let messages = messages.into_iter().map(|words| (tokens(words.content.as_deref()), words));
        let messages = messages.map(|(tokens, words)| (words, tokens)).collect();
        Ok(Self { state, head, reached, messages })
    }

    /// Whether storing it can wait for a page that holds something.
    fn is_stored(&self) -> bool {
        self.messages.is_empty() && self.reached - self.state.position <= UNSTORED
    }

    fn step(&self) -> Step {
        Step {
            stage: Stage::Messages,
            reached: self.reached,
            head: self.head,
            more: self.reached < self.head,
        }
    }

    fn store(&self, unit: &Unit<'_>) -> Result<Step, Fault> {
        let conn = unit.conn();
        if state::read(conn)? != self.state {
            // Begun anew meanwhile.
            return Ok(Step { more: true, reached: 0, ..self.step() });
        }
        let changed = !event_log::of_kinds(conn, (self.head, unit.head()), CHANGES, 1)?.is_empty();
        for (read, made) in &self.messages {
            if !changed {
                Index::Messages.add(conn, read.position, made)?;
                continue;
            }
            let now = candidates::content_at(conn, read.position)?;
            if now == read.content {
                Index::Messages.add(conn, read.position, made)?;
            } else {
                Index::Messages.add(conn, read.position, &tokens(now.as_deref()))?;
            }
        }
        Index::Messages.flush(conn)?;
        state::write(conn, State { position: self.reached, ..self.state })?;
        Ok(self.step())
    }
}

fn tokens(content: Option<&str>) -> String {
    content.map(|content| words::tokens(&shown::message(content).text)).unwrap_or_default()
}
