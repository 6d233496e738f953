//! Storing received and read marks.

use crate::domain::conversations::read_marks::{self, Marks};
use crate::domain::conversations::scope::{self, Placement};
use crate::domain::conversations::{demand, store};
use crate::domain::routing::store as routing;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Marks that moved, with the members who hear of it.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The conversation.
    pub conversation: ConversationId,
    /// The member's marks now.
    pub marks: Marks,
    /// Where the conversation belongs.
    pub placement: Placement,
}

/// Who read the customer's newest word has taken what they were given.
fn take(unit: &Unit<'_>, caller: &Caller, id: ConversationId, marks: Marks) -> Result<(), Fault> {
    if let Some(agent) = caller.agent_id()
        && routing::is_untaken(unit.conn(), id, agent)?
        && marks.read >= demand::newest_word(unit.conn(), id)?
    {
        routing::take(unit.conn(), id, agent)?;
    }
    Ok(())
}

/// Raises the caller's marks in several conversations. What they may not read, or what did not move, is left
/// out of the answer: progress never fails.
pub fn record_progress(
    unit: &mut Unit<'_>,
    caller: &Caller,
    marks: &[(ConversationId, Marks)],
) -> Result<Vec<Moved>, Fault> {
    let mut moved = Vec::new();
    for (id, marks) in marks {
        let Some(head) = store::find(unit.conn(), *id)? else { continue };
        if caller.reaches(unit.conn(), &head).is_err() {
            continue;
        }
        let raised =
            read_marks::raise(unit.conn(), *id, caller.actor, *marks, head.last_sequence(), unit.head())?;
        if let Some(marks) = raised
            && let Some(placement) = scope::placement(unit.conn(), *id)?
        {
            take(unit, caller, *id, marks)?;
            moved.push(Moved { conversation: *id, marks, placement });
        }
    }
    Ok(moved)
}
