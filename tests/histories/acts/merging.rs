//! Conversations of one visitor that go on in one another, come apart again, and are split.

use servicedesk::domain::conversations::splits::Chosen;
use servicedesk::fault::Fault;
use servicedesk::flows::conversations::merge as merging;
use servicedesk::flows::conversations::split as splitting;
use servicedesk::ids::ConversationId;
use servicedesk::storage::Unit;

use super::{any_conversation, somebody};
use crate::random::Random;

/// Two of one visitor, the second one not closed; now and then any two.
fn two(unit: &Unit<'_>, dice: &mut Random) -> Result<(ConversationId, ConversationId), Fault> {
    if dice.once_in(8) {
        return Ok((any_conversation(unit, dice)?, any_conversation(unit, dice)?));
    }
    let pairs: Vec<(ConversationId, ConversationId)> = unit
        .conn()
        .prepare_cached(
            "SELECT a.id, b.id FROM conversations a JOIN conversations b ON b.visitor_id = a.visitor_id AND b.id <> a.id
              WHERE b.state <> 5 AND a.merged_into IS NULL AND b.merged_into IS NULL
              ORDER BY a.id, b.id LIMIT 200",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    dice.pick(&pairs).copied().ok_or_else(Fault::not_found)
}

pub fn merge(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, (source, target)) = (somebody(unit, dice)?, two(unit, dice)?);
    merging::merge(unit, &caller, source, target).map(drop)
}

pub fn unmerge(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let merged: Vec<ConversationId> = unit
        .conn()
        .prepare_cached("SELECT source_id FROM merges ORDER BY source_id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let source = *dice.pick(&merged).ok_or_else(Fault::not_found)?;
    merging::unmerge(unit, &caller, source).map(drop)
}

pub fn split(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, any_conversation(unit, dice)?);
    let from = dice.between(1, 6).cast_signed();
    let chosen = Chosen::Range(from, from + dice.between(0, 9).cast_signed());
    let title = dice.once_in(2).then_some("a cup");
    splitting::split(unit, &caller, id, &chosen, title).map(drop)
}
