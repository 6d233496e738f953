//! Editing and recalling one's own messages. The edit is an entry at the end; the message shows its current content.

use crate::domain::access::rights::Right;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::mentions::{self, Place};
use crate::domain::conversations::store::{self, Stored};
use crate::domain::conversations::wrong_state;
use crate::domain::files;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::bot;
use crate::flows::conversations::append::{self, Appended};
use crate::flows::conversations::check_content::check_content;
use crate::flows::search::keep as search;
use crate::ids::MessageId;
use crate::storage::Unit;

/// Gives the sender's own message new content of the same kind. What a customer answered to a card stays said: it can be
/// recalled.
pub fn edit_message(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: MessageId,
    content: &Content,
) -> Result<Appended, Fault> {
    replace(unit, caller, id, Some(content))
}

/// Takes the sender's own message back: its words are gone, its place stays.
pub fn recall_message(unit: &mut Unit<'_>, caller: &Caller, id: MessageId) -> Result<Appended, Fault> {
    replace(unit, caller, id, None)
}

fn replace(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: MessageId,
    content: Option<&Content>,
) -> Result<Appended, Fault> {
    let mut conversation = append::within(unit, caller, id.conversation)?;
    // Somebody else's message gives the same answer as one that does not exist.
    let message = store::find_message(unit.conn(), id.conversation, id.sequence)?
        .filter(|message| message.sender == caller.actor)
        .ok_or_else(Fault::not_found)?;
    caller.may(if message.note { Right::Note } else { Right::Reply })?;
    if message.content.is_none() {
        return Err(wrong_state());
    }
    if let Some(content) = content {
        check_edit(unit, &message, content, id)?;
    }
    let edited_at = content.is_some().then_some(unit.now());
    let json = content.map(Content::to_json);
    store::replace_content(unit.conn(), message.position, json.as_deref(), edited_at)?;
    if message.sender.kind == ActorKind::Visitor {
        let before = message.content.as_deref().unwrap_or_default();
        bot::forget::forget_words(unit, id.conversation, before)?;
    }
    search::message_changed(unit, message.position, message.content.as_deref(), json.as_deref())?;
    unit.forget_soon();
    if content.is_none() {
        files::store::hide(unit.conn(), id.conversation, Some(id.sequence))?;
    }
    let steps = conversation.replace(append::moment(unit, caller.actor), id.sequence, content.is_none());
    if message.note {
        let sequence = conversation.last_sequence();
        let place = Place { conversation: id.conversation, message: id.sequence, sequence };
        mentions::set(unit.conn(), place, caller.actor, content.map(Content::mentions).unwrap_or_default())?;
    }
    append::finish(unit, &conversation, &steps, None)
}

fn check_edit(unit: &Unit<'_>, message: &Stored, content: &Content, id: MessageId) -> Result<(), Fault> {
    content.check_speaker(message.sender.kind, message.note)?;
    let before = message.content.as_deref().and_then(Content::stored);
    let same = before.is_some_and(|before| before.kind() == content.kind());
    if !same || !matches!(content, Content::Text(_) | Content::Card(_)) {
        return Err(Fault::invalid(
            "content.kind",
            "Only text and cards can be edited, and stay what they are.",
        ));
    }
    check_content(unit, content, message.note, id.conversation, None)
}
