//! What a visitor, or the shop's page for them, says about themself and their conversation. Said, not proven: it is shown as
//! such and leads to nobody else's conversations.

use serde_json::{Map, Value};

use crate::domain::contacts::fields::{self, Source};
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::taken::Taking;
use crate::domain::contacts::{attributes, store as contacts, visitor_events};
use crate::domain::conversations::store as conversations;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::flows::conversations::label::label_for_page;
use crate::flows::search::keep as search;
use crate::ids::{ContactId, ConversationId};
use crate::storage::Unit;
use crate::text;

/// Stores the answers of a form as unproven: shown only where neither the shop nor the team gave a value.
pub fn answer_form(
    unit: &mut Unit<'_>,
    caller: &Caller,
    profile: &Profile,
    answers: &Map<String, Value>,
) -> Result<(), Fault> {
    let visitor = contacts::find_visitor(unit.conn(), caller.as_visitor()?)?.ok_or_else(Fault::not_found)?;
    contacts::touch(unit.conn(), visitor.contact, unit.now())?;
    fields::put(unit.conn(), visitor.contact, Source::Said, profile, unit.now())?;
    search::contact_changed(unit, visitor.contact)?;
    if !answers.is_empty() {
        set_contact_attributes(unit, visitor.contact, "answers", answers)?;
    }
    Ok(())
}

/// Merges attributes into those of the visitor's contact; what there is no room for is reported.
pub fn set_attributes(
    unit: &mut Unit<'_>,
    caller: &Caller,
    change: &Map<String, Value>,
    mut taking: Taking,
) -> Result<Taking, Fault> {
    let visitor = contacts::find_visitor(unit.conn(), caller.as_visitor()?)?.ok_or_else(Fault::not_found)?;
    let stored = contacts::attributes(unit.conn(), visitor.contact)?;
    let change = taking.room("attributes", &stored, change);
    set_contact_attributes(unit, visitor.contact, "attributes", &change)?;
    Ok(taking)
}

fn set_contact_attributes(
    unit: &mut Unit<'_>,
    contact: ContactId,
    field: &'static str,
    change: &Map<String, Value>,
) -> Result<(), Fault> {
    let stored = contacts::attributes(unit.conn(), contact)?;
    let merged = attributes::merged(field, &stored, change)?;
    Ok(contacts::set_attributes(unit.conn(), contact, &merged)?)
}

/// Merges attributes into those of one of the visitor's conversations; what there is no room for is reported.
pub fn set_conversation_attributes(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    change: &Map<String, Value>,
    mut taking: Taking,
) -> Result<Taking, Fault> {
    caller.as_visitor()?;
    append::within(unit, caller, id)?;
    let stored = conversations::attributes(unit.conn(), id)?;
    let change = taking.room("attributes", &stored, change);
    let merged = attributes::merged("attributes", &stored, &change)?;
    conversations::set_attributes(unit.conn(), id, &merged)?;
    Ok(taking)
}

/// Adds and removes labels that the page gave a conversation of theirs; `None` where nothing changes.
pub fn relabel(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    change: (&[String], &[String]),
) -> Result<Option<Appended>, Fault> {
    label_for_page(unit, caller, id, change)
}

/// Records what the visitor did on the shop's pages.
pub fn track(
    unit: &mut Unit<'_>,
    caller: &Caller,
    name: &str,
    properties: &Map<String, Value>,
) -> Result<(), Fault> {
    let chars = visitor_events::NAME_CHARS;
    let name = &text::given(name, chars)
        .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {chars} printable characters.")))?;
    attributes::check("properties", properties)?;
    let visitor = caller.as_visitor()?;
    let event = unit.mint();
    let properties = serde_json::to_string(properties).map_err(Fault::internal)?;
    Ok(visitor_events::add(unit.conn(), event, visitor, name, &properties, unit.now())?)
}
