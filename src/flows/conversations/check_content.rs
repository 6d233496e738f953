//! Checks that references in content hold: a quoted or answered message is in the conversation, a mentioned agent exists, and
//! a file it names has arrived.

use crate::domain::access;
use crate::domain::conversations::content::{About, Content, no_agent, no_file};
use crate::domain::conversations::store;
use crate::domain::files;
use crate::events::Actor;
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Checks content that goes into the conversation `here`; `named` is the one its sender meant, where that has been
/// closed too long to take another message: the sender answers what they see there.
pub(super) fn check_content(
    unit: &Unit<'_>,
    content: &Content,
    note: bool,
    here: ConversationId,
    named: Option<ConversationId>,
) -> Result<(), Fault> {
    for agent in content.mentions() {
        access::store::find(unit.conn(), *agent)?.ok_or_else(no_agent)?;
    }
    let Some((id, field)) = content.refers_to() else { return Ok(()) };
    let missing = || Fault::invalid(field, "There is no such message here.");
    if id.conversation != here && Some(id.conversation) != named {
        return Err(missing());
    }
    // Whoever reads the message can read what it refers to: a message to the customer never refers to a note.
    let message = store::find_message(unit.conn(), id.conversation, id.sequence)?
        .filter(|message| note || !message.note)
        .ok_or_else(missing)?;
    content.check_answers(message.content.as_deref())
}

/// Adds name, type and size of the file to content that names one. The file must be complete and the sender's own.
pub(super) fn describe_file(
    unit: &Unit<'_>,
    content: &Content,
    speaker: Actor,
) -> Result<Option<String>, Fault> {
    let Content::File(message) = content else { return Ok(None) };
    let file = files::store::find(unit.conn(), message.file_id)?
        .filter(|file| file.owner == speaker)
        .ok_or_else(no_file)?;
    Ok(Some(message.described(&About {
        name: file.file_name,
        media_type: file.media_type,
        byte_size: file.byte_size,
        width: file.size.map(|(width, _)| width),
        height: file.size.map(|(_, height)| height),
    })))
}
