//! Splitting messages off a conversation: a new thread of the same visitor that shows them in place. Messages stay where they were
//! said, and whoever may not read them there does not read them here.

use serde_json::json;

use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::splits::{self, Chosen, Source};
use crate::domain::conversations::store::{self, Origin};
use crate::domain::tickets::ticket::Source as PartOf;
use crate::domain::tickets::{clean_title, store as tickets};
use crate::events::By;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::flows::tickets::create::{Begin, turn_into};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// What was split off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The new conversation.
    pub id: ConversationId,
    /// The number of a ticket, and the same as it is shown.
    pub ticket: Option<(i64, String)>,
}

/// Opens a conversation of the same visitor, for the same team, that shows the chosen messages; a ticket where there is a title.
/// Whoever splits it off has it.
pub fn split(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    chosen: &Chosen,
    title: Option<&str>,
) -> Result<Split, Fault> {
    caller.may(Right::Merge)?;
    if let Some(title) = title {
        caller.may(Right::Ticket)?;
        clean_title("title", title)?;
    }
    let mut from = append::within(unit, caller, id)?;
    let sequences = chosen.messages(unit.conn(), id)?;
    let new = open(unit, caller, &from, &sequences)?;
    let steps = from.link(append::moment(unit, caller.actor), new);
    append::finish(unit, &from, &steps, Some(&json!({ "link": "split" })))?;
    let Some(title) = title else { return Ok(Split { id: new, ticket: None }) };
    let (first, last) = (sequences.first().copied(), sequences.last().copied());
    let source = first.zip(last).map(|(from, to)| PartOf { conversation_id: id, from, to });
    turn_into(unit, caller, new, &Begin { title: title.to_owned(), source, ..Begin::default() })?;
    let number = tickets::find(unit.conn(), new)?.ok_or_else(Fault::not_found)?.number;
    let name = format!("{}{number}", tickets::prefix(unit.conn())?);
    Ok(Split { id: new, ticket: Some((number, name)) })
}

/// Opens a conversation beside `from`, with what is shown of that.
fn open(
    unit: &mut Unit<'_>,
    caller: &Caller,
    from: &Conversation,
    sequences: &[i64],
) -> Result<ConversationId, Fault> {
    let id = from.id();
    let channel = store::channel(unit.conn(), id)?;
    let moment = append::moment(unit, caller.actor);
    let (mut new, step) = Conversation::open(unit.mint(), from.contact(), from.visitor(), caller.actor);
    store::insert(unit.conn(), &new, (&channel, Origin::Live), unit.now())?;
    append::write(unit, new.id(), &[step])?;
    let source = Source { conversation: id, sequences: sequences.to_vec() };
    splits::insert(unit.conn(), new.id(), &source)?;
    let steps = new.link(moment, id);
    append::finish(unit, &new, &steps, Some(&json!({ "link": "source", "sequences": sequences })))?;
    if let Some(team) = from.team() {
        let steps = new.set_team(moment, Some(team), By::Person)?;
        append::finish(unit, &new, &steps, None)?;
    }
    if let Some(agent) = caller.agent_id() {
        let steps = new.assign(moment, agent, By::Person)?;
        append::finish(unit, &new, &steps, None)?;
    }
    Ok(new.id())
}
