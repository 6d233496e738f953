//! Merging a conversation into another one of the same customer, and undoing it. The source is closed and later words go to the
//! target; messages stay where they were said.

use serde_json::json;

use crate::domain::access::rights::Right;
use crate::domain::contacts;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::merges::{self, Merge, Side, check, end_of};
use crate::domain::conversations::{store, wrong_state};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::flows::conversations::merge_moves::{bring_back, hand_over};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// A conversation as the rule sees it.
fn side(unit: &Unit<'_>, conversation: &Conversation) -> Result<Side, Fault> {
    let visitor = contacts::store::find_visitor(unit.conn(), conversation.visitor())?;
    Ok(Side::of(conversation, visitor.is_some_and(|visitor| visitor.verified)))
}

/// Lets `source` go on in `target`; drafts, followers, links and labels go with it.
pub fn merge(
    unit: &mut Unit<'_>,
    caller: &Caller,
    source: ConversationId,
    target: ConversationId,
) -> Result<Appended, Fault> {
    caller.may(Right::Merge)?;
    let mut from = append::within(unit, caller, source)?;
    let mut into = append::within(unit, caller, target)?;
    let end = end_of(unit.conn(), into.clone())?;
    check(&side(unit, &from)?, &side(unit, &into)?, end.id())?;
    let before = from.standing();
    // What waits already goes on waiting since then.
    let waits_since =
        from.waiting_since().or(from.asked_since()).filter(|_| into.waiting_since().is_none());
    let moment = append::moment(unit, caller.actor);
    let steps = from.merge(moment, target)?;
    let answer = append::finish(unit, &from, &steps, None)?;
    let left = append::agent_left(unit, &into)?;
    let steps = into.take_over(moment, source, waits_since, left);
    append::finish(unit, &into, &steps, Some(&json!({ "link": "merged" })))?;
    let merge = Merge {
        source,
        target,
        state: before.state,
        snoozed_until: before.snoozed_until,
        target_end: into.last_sequence(),
        waits_since,
    };
    merges::insert(unit.conn(), &merge, unit.now())?;
    hand_over(unit, caller, source, target)?;
    Ok(answer)
}

/// Lets a merged conversation stand for itself again, as it did before; what was said since stays in the target.
pub fn unmerge(unit: &mut Unit<'_>, caller: &Caller, source: ConversationId) -> Result<Appended, Fault> {
    caller.may(Right::Merge)?;
    let mut from = append::within(unit, caller, source)?;
    let merge = merges::find(unit.conn(), source)?.ok_or_else(wrong_state)?;
    append::within(unit, caller, merge.target)?;
    bring_back(unit, caller, source, merge.target)?;
    let moment = append::moment(unit, caller.actor);
    let mut into = append::conversation_of(unit, merge.target)?;
    let brought = merge.waits_since.is_some() && into.waiting_since() == merge.waits_since;
    if brought && !store::has_word_after(unit.conn(), merge.target, merge.target_end)? {
        let steps = into.no_answer_needed(moment)?;
        append::finish(unit, &into, &steps, None)?;
    }
    let steps = into.link(moment, source);
    append::finish(unit, &into, &steps, Some(&json!({ "link": "unmerged" })))?;
    merges::remove(unit.conn(), source)?;
    let left = append::agent_left(unit, &from)?;
    let steps = from.unmerge(moment, (merge.state, merge.snoozed_until), left)?;
    append::finish(unit, &from, &steps, None)
}
