//! Promises of time, the clocks that run by them, and what is told of them.

use serde_json::json;
use servicedesk::domain::clocks::policy::Policy;
use servicedesk::domain::clocks::store;
use servicedesk::fault::Fault;
use servicedesk::flows::clocks::book::Book;
use servicedesk::flows::clocks::{alarms, keep as keeping, policies};
use servicedesk::ids::{ConversationId, PolicyId};
use servicedesk::storage::Unit;

use super::{any, somebody};
use crate::random::Random;

pub fn promise(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let actor = somebody(unit, dice)?;
    let minutes = |most: usize, dice: &mut Random| 60_000 * (1 + dice.below(most) as i64);
    let steps = [
        json!([]),
        json!([{ "at": "broken", "do": "set_priority", "priority": "urgent" }, { "at": "warned", "do": "tell_supervisors" }]),
    ];
    let document = json!({
        "name": "a promise",
        "calendar_id": dice.once_in(2).then_some("cal_0000000000001"),
        "targets": { "first": { "normal": minutes(5, dice) }, "next": { "normal": minutes(600, dice) },
                     "solution": { "normal": minutes(9_000, dice), "urgent": minutes(60, dice) } },
        "pause_for_customer": dice.once_in(2),
        "steps": steps[dice.below(2)],
    });
    let policy: Policy = serde_json::from_value(document).map_err(Fault::internal)?;
    let (running, all) = (dice.once_in(3), store::policies(unit.conn())?);
    let one = all.first().map(|kept| (kept.id, kept.version));
    match (dice.below(5), one) {
        (0, Some((id, version))) => policies::change(unit, &actor, id, &policy, (version, running)).map(drop),
        (1, Some((id, _))) => policies::remove(unit, &actor, id, running),
        (2, Some(_)) => {
            let ids: Vec<PolicyId> = all.iter().rev().map(|kept| kept.id).collect();
            policies::order(unit, &actor, &ids, running).map(drop)
        }
        _ => policies::add(unit, &actor, &policy, running).map(drop),
    }
}

/// What the follower and the timer do.
pub fn keep(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = ConversationId(any(unit, dice, "conversations")?);
    if store::is_used(unit.conn())? {
        let book = Book::new(unit.conn());
        keeping::keep(unit, id, &book)?;
    }
    keeping::go_on_looking(unit, 1 + dice.below(5))?;
    alarms::tell(unit, 1 + dice.below(5))
}
