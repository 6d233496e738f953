//! Makes everything anew, at night: what the FAQ knows by now, groups from scratch, what is too old, answers that do not help.
//!
//! What a person decided stays as it is; a group that nobody looked at keeps its name where most of it stays together.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rusqlite::Connection;

use super::faq::Faq;
use super::learn::Learner;
use super::read;
use super::words::shape_of;
use crate::clock::Timestamp;
use crate::domain::faq::{daily, store as entries};
use crate::domain::learning::groups::{Groups, keep_names};
use crate::domain::learning::outcome::Outcome;
use crate::domain::learning::store::{self, DAY_MS, Example, Gap};
use crate::domain::learning::{GapKind, GapState};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::count;
use crate::flows::learning::shown::DAYS;
use crate::ids::{ConversationId, FaqId, GapId};
use crate::storage::Unit;

/// Questions are kept so long.
pub const KEPT_DAYS: i64 = 90;
/// Most questions that are kept.
pub const KEPT: usize = 50_000;
/// Most questions that are grouped anew, the newest.
pub const GROUPED: usize = 20_000;
/// Conversations that are read again at one time, and questions stored in one unit.
const AT_ONCE: usize = 200;
/// Rows removed in one unit.
const REMOVED: usize = 500;

/// Makes everything anew.
pub async fn freshen(desk: &Desk, learner: &mut Learner, faq: &Arc<dyn Faq>) -> Result<(), Fault> {
    tidy_up(desk).await?;
    read_again(desk, faq).await?;
    group_again(desk).await?;
    desk.db.write(find_weak).await?;
    learner.forget();
    desk.db.write(|unit| Ok(store::freshened(unit.conn(), unit.now())?)).await
}

/// Removes what is old, and brings back what was put off.
async fn tidy_up(desk: &Desk) -> Result<(), Fault> {
    loop {
        let more = desk
            .db
            .write(|unit| {
                let before = Timestamp(unit.now().0 - KEPT_DAYS * DAY_MS);
                let removed = store::prune(unit.conn(), before, KEPT, REMOVED)?;
                let empty = store::remove_empty(unit.conn(), REMOVED)?;
                store::bring_back(unit.conn(), unit.now())?;
                Ok(removed == REMOVED || empty == REMOVED)
            })
            .await?;
        if !more {
            return Ok(());
        }
    }
}

/// Asks the FAQ, as it is by now, about every question again.
async fn read_again(desk: &Desk, faq: &Arc<dyn Faq>) -> Result<(), Fault> {
    let after = Timestamp(desk.clock.now().0 - KEPT_DAYS * DAY_MS);
    let all = desk.db.read(move |conn| Ok(store::since(conn, after, GROUPED)?)).await?;
    let mut conversations: Vec<ConversationId> = all.iter().map(|example| example.conversation).collect();
    conversations.sort_unstable();
    conversations.dedup();
    for some in conversations.chunks(AT_ONCE) {
        let (some, faq, now) = (some.to_vec(), Arc::clone(faq), desk.clock.now());
        let changed = desk
            .db
            .read(move |conn| {
                let mut changed = Vec::new();
                for id in some {
                    changed.extend(judged_anew(conn, id, faq.as_ref(), now)?);
                }
                Ok(changed)
            })
            .await?;
        desk.db.write(move |unit| store_judged(unit, &changed)).await?;
    }
    Ok(())
}

/// Questions of which something else became.
fn judged_anew(
    conn: &Connection,
    id: ConversationId,
    faq: &dyn Faq,
    now: Timestamp,
) -> rusqlite::Result<Vec<(Example, Example)>> {
    let Some(looked) = read::look(conn, id, faq, now)? else { return Ok(Vec::new()) };
    let known = store::of_conversation(conn, id)?;
    let pairs = looked.seen.iter().filter_map(|seen| {
        let before = known.iter().find(|known| known.sequence == seen.example.sequence)?;
        let same = before.outcome == seen.example.outcome && before.entry == seen.example.entry;
        (!same).then_some((*before, seen.example))
    });
    Ok(pairs.collect())
}

fn store_judged(unit: &mut Unit<'_>, changed: &[(Example, Example)]) -> Result<(), Fault> {
    for (before, after) in changed {
        let there = store::of_conversation(unit.conn(), before.conversation)?;
        // Erased, or read anew by the follower meanwhile.
        if !there.contains(before) {
            continue;
        }
        let decided = match before.gap {
            Some(gap) => store::find(unit.conn(), gap)?.is_some_and(|gap| is_decided(&gap)),
            None => false,
        };
        let gap = match (after.outcome, after.entry) {
            _ if decided => before.gap,
            (Outcome::Phrasing, Some(entry)) => Some(gap_about(unit, GapKind::Phrasing, entry)?),
            (Outcome::Conflict, Some(entry)) => Some(gap_about(unit, GapKind::Conflict, entry)?),
            _ => None,
        };
        store::put(unit.conn(), &Example { gap, ..*after })?;
    }
    Ok(())
}

fn gap_about(unit: &mut Unit<'_>, kind: GapKind, entry: FaqId) -> Result<GapId, Fault> {
    if let Some(gap) = store::about(unit.conn(), kind, entry)? {
        return Ok(gap.id);
    }
    let gap = Gap::new(unit.mint(), kind, Some(entry), unit.now());
    store::save(unit.conn(), &gap)?;
    Ok(gap.id)
}

const fn is_decided(gap: &Gap) -> bool {
    !matches!(gap.state, GapState::Open)
}

/// The group of each question that changed: of one that stands, or the place of a new one.
#[derive(Debug, Default)]
struct Regrouped {
    stands: Vec<(ConversationId, i64, GapId)>,
    new: BTreeMap<usize, Vec<(ConversationId, i64)>>,
}

/// Groups what nobody answered from scratch.
async fn group_again(desk: &Desk) -> Result<(), Fault> {
    let after = Timestamp(desk.clock.now().0 - KEPT_DAYS * DAY_MS);
    let Regrouped { stands, new } = desk.db.read(move |conn| Ok(regroup(conn, after)?)).await?;
    for some in stands.chunks(AT_ONCE) {
        let some = some.to_vec();
        desk.db
            .write(move |unit| {
                for (conversation, sequence, gap) in &some {
                    if store::find(unit.conn(), *gap)?.is_some() {
                        store::move_some(unit.conn(), &[(*conversation, *sequence)], *gap)?;
                    }
                }
                Ok(())
            })
            .await?;
    }
    for places in new.into_values() {
        desk.db
            .write(move |unit| {
                let gap = Gap::new(unit.mint(), GapKind::Unanswered, None, unit.now());
                store::save(unit.conn(), &gap)?;
                Ok(store::move_some(unit.conn(), &places, gap.id)?)
            })
            .await?;
    }
    desk.db.write(|unit| Ok(store::remove_empty(unit.conn(), REMOVED)?)).await.map(drop)
}

fn regroup(conn: &Connection, after: Timestamp) -> rusqlite::Result<Regrouped> {
    let gaps: BTreeMap<GapId, Gap> = store::all(conn)?.into_iter().map(|gap| (gap.id, gap)).collect();
    let joined: HashSet<GapId> = gaps.values().filter_map(|gap| gap.merged_into).collect();
    let fixed = |id: GapId| joined.contains(&id) || gaps.get(&id).is_some_and(is_decided);
    let mut questions = store::since(conn, after, GROUPED)?;
    questions.retain(|example| example.outcome == Outcome::Unanswered);
    let mut groups = Groups::new();
    let mut free = Vec::new();
    for example in questions {
        let Some(shape) = shape_of(conn, &example)? else { continue };
        match example.gap.filter(|gap| fixed(*gap)) {
            Some(gap) => groups.add(gap.0, (example.conversation.0, example.sequence), shape),
            None => free.push((example, shape)),
        }
    }
    // New groups count from -1 down, so that none has the name of one that stands.
    let (mut next, mut of_each) = (0, Vec::new());
    for (example, shape) in free {
        let name = groups.find(&shape).map_or_else(
            || {
                next -= 1;
                next
            },
            |(name, _)| name,
        );
        groups.add(name, (example.conversation.0, example.sequence), shape);
        of_each.push((example, name));
    }
    let found = of_each.iter().filter(|(_, name)| *name < 0);
    let before: Vec<(usize, Option<i64>)> =
        found.map(|(example, name)| (name.unsigned_abs() as usize, example.gap.map(|gap| gap.0))).collect();
    let names = keep_names(&before);
    let mut regrouped = Regrouped::default();
    for (example, name) in of_each {
        let place = (example.conversation, example.sequence);
        let number = name.unsigned_abs() as usize;
        let stays = if name > 0 { Some(name) } else { names.get(&number).copied() };
        match stays {
            Some(gap) if example.gap == Some(GapId(gap)) => {}
            Some(gap) => regrouped.stands.push((place.0, place.1, GapId(gap))),
            None => regrouped.new.entry(number).or_default().push(place),
        }
    }
    Ok(regrouped)
}

/// Answers of which customers say that they do not help; one that does again is no longer among them.
fn find_weak(unit: &mut Unit<'_>) -> Result<(), Fault> {
    let today = count::day(unit.conn(), unit.now())?;
    let published = entries::facts(unit.conn(), None)?;
    let ids: Vec<FaqId> = published.into_iter().map(|(id, _)| id).collect();
    let counts = daily::by_entry(unit.conn(), &ids, today - DAYS + 1)?;
    let weak: HashSet<FaqId> = counts
        .iter()
        .filter(|(_, counts)| is_weak(counts.helpful, counts.unhelpful))
        .map(|(id, _)| *id)
        .collect();
    let all = store::all(unit.conn())?;
    for gap in &all {
        let stands = gap.entry.is_some_and(|entry| weak.contains(&entry));
        if gap.kind == GapKind::Weak && gap.state == GapState::Open && !stands {
            store::remove_gap(unit.conn(), gap.id)?;
        }
    }
    let mut weak: Vec<FaqId> = weak.into_iter().collect();
    weak.sort_unstable();
    // What was said before somebody changed the answer is counted for so long.
    let since = unit.now().0 - DAYS * DAY_MS;
    let mended = |entry: FaqId| {
        let done =
            |gap: &&Gap| gap.kind == GapKind::Weak && gap.state == GapState::Done && gap.entry == Some(entry);
        all.iter().filter(done).any(|gap| gap.decided_at.is_some_and(|at| at.0 > since))
    };
    weak.retain(|entry| !mended(*entry));
    for entry in weak {
        gap_about(unit, GapKind::Weak, entry)?;
    }
    Ok(())
}

/// Whether an answer counts as weak: a few customers said so, and two of five of those who said anything.
const fn is_weak(helpful: i64, unhelpful: i64) -> bool {
    unhelpful >= 3 && unhelpful * 5 >= (helpful + unhelpful) * 2
}

/// Whether it is time: once a day, in the small hours of the shop.
#[must_use]
pub fn is_due(last: Timestamp, now: Timestamp, offset_ms: i64) -> bool {
    const FROM_HOUR: i64 = 3;
    let night = |at: Timestamp| (at.0 + offset_ms - FROM_HOUR * 3_600_000).div_euclid(DAY_MS);
    last.0 == 0 || night(now) > night(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_weak_when_several_say_so() {
        for (helpful, unhelpful, weak) in
            [(0, 2, false), (0, 3, true), (4, 3, true), (5, 3, false), (60, 40, true), (61, 39, false)]
        {
            assert_eq!(is_weak(helpful, unhelpful), weak, "{helpful} {unhelpful}");
        }
    }

    #[test]
    fn it_is_due_once_a_night() {
        let hour = 3_600_000;
        let at = |day: i64, hours: i64| Timestamp(day * DAY_MS + hours * hour);
        for (last, now, due) in [
            (at(10, 4), at(10, 12), false),
            (at(10, 4), at(11, 2), false),
            (at(10, 4), at(11, 3), true),
            (at(10, 2), at(10, 4), true),
            (at(10, 23), at(11, 4), true),
            (Timestamp(0), at(10, 1), true),
        ] {
            assert_eq!(is_due(last, now, 0), due, "{last:?} {now:?}");
        }
        // 3:00 in Shanghai is 19:00 the day before.
        assert!(is_due(at(10, 18), at(10, 19), 8 * hour) && !is_due(at(10, 19), at(11, 18), 8 * hour));
    }
}
