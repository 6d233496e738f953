//! Changing or taking back one's own words. The entry that says so stands at the end; the message shows what holds now.

use crate::domain::conversations::content::Content;
use crate::domain::conversations::store::{self, Reach};
use crate::domain::conversations::wrong_state;
use crate::events::{Actor, EventKind};
use crate::fault::Fault;
use crate::flows::append::{self, Appended};
use crate::ids::MessageId;
use crate::storage::Unit;

/// Gives the sender's own message new content.
pub fn edit_message(
    unit: &mut Unit<'_>,
    id: MessageId,
    reach: Option<Reach>,
    content: &Content,
    actor: Actor,
) -> Result<Appended, Fault> {
    replace(unit, id, reach, Some(&content.to_json()), actor)
}

/// Takes the sender's own message back: its words are gone, its place stays.
pub fn recall_message(
    unit: &mut Unit<'_>,
    id: MessageId,
    reach: Option<Reach>,
    actor: Actor,
) -> Result<Appended, Fault> {
    replace(unit, id, reach, None, actor)
}

fn replace(
    unit: &mut Unit<'_>,
    id: MessageId,
    reach: Option<Reach>,
    content: Option<&str>,
    actor: Actor,
) -> Result<Appended, Fault> {
    let mut head = append::head_of(unit, id.conversation)?;
    if reach.is_some_and(|reach| !reach.covers(head.contact, head.visitor)) {
        return Err(Fault::not_found());
    }
    // Somebody else's message is as missing as one that never was.
    let message = store::find_message(unit.conn(), id.conversation, id.sequence)?
        .filter(|message| message.sender == actor)
        .ok_or_else(Fault::not_found)?;
    if message.content.is_none() {
        return Err(wrong_state());
    }
    let edited_at = content.is_some().then_some(unit.now());
    store::replace_content(unit.conn(), message.position, content, edited_at)?;
    let kind = if content.is_some() { EventKind::Edited } else { EventKind::Recalled };
    let position = append::entry(unit, &mut head, kind, actor, (0, id.sequence), None)?;
    append::finish(unit, &head, position)
}
