//! Steps of a decision as rows of the log.

use crate::domain::conversations::conversation::{Moment, Step};
use crate::events::{Actor, Event, LogPosition, Record};
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// `actor` in this unit.
#[must_use]
pub fn moment(unit: &Unit<'_>, actor: Actor) -> Moment {
    Moment { actor, at: unit.now() }
}

/// Writes steps to the log and returns the last entry among them. Events that follow from an entry name it as their cause.
pub fn write(unit: &mut Unit<'_>, id: ConversationId, steps: &[Step]) -> Result<LogPosition, Fault> {
    let mut entry = 0;
    for step in steps {
        let position = unit.emit(&record(id, step, entry))?;
        if step.sequence.is_some() {
            entry = position;
        }
    }
    Ok(entry)
}

/// The record of a step behind the entry at `entry`; 0 before the first.
#[must_use]
pub fn record(id: ConversationId, step: &Step, entry: LogPosition) -> Record {
    let Step { actor, sequence, event } = *step;
    let cause = (sequence.is_none() && entry > 0).then_some(entry);
    Record { actor, sequence, cause, event: Event::Conversation(id, event) }
}
