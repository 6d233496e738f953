//! What changes in the part of a list that somebody watches.

use std::collections::BTreeSet;

use crate::ids::ConversationId;

/// One change of the part that is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The conversation is gone from the list.
    Gone(ConversationId),
    /// The conversation is below `after`, or first.
    Row {
        /// The conversation.
        id: ConversationId,
        /// The conversation above it.
        after: Option<ConversationId>,
    },
}

/// The steps that lead from `before` to `now`: one for each that left, came, moved or is among `changed`.
pub(super) fn steps(
    before: &[ConversationId],
    now: &[ConversationId],
    changed: &BTreeSet<ConversationId>,
) -> Vec<Step> {
    let there: BTreeSet<ConversationId> = now.iter().copied().collect();
    let left = before.iter().filter(|id| !there.contains(id));
    let mut steps: Vec<Step> = left.map(|id| Step::Gone(*id)).collect();
    // Only what changed can have moved: taken out first, it leaves the rest in its order.
    let mut list: Vec<ConversationId> =
        before.iter().filter(|id| there.contains(id) && !changed.contains(id)).copied().collect();
    let mut after = None;
    for (at, id) in now.iter().enumerate() {
        if list.get(at) != Some(id) {
            list.retain(|other| other != id);
            list.insert(at.min(list.len()), *id);
            steps.push(Step::Row { id: *id, after });
        }
        after = Some(*id);
    }
    steps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ids(numbers: &[i64]) -> Vec<ConversationId> {
        numbers.iter().map(|number| ConversationId(*number)).collect()
    }

    /// Applies steps as a client does.
    fn apply(list: &[ConversationId], steps: &[Step]) -> Vec<ConversationId> {
        let mut list = list.to_vec();
        for step in steps {
            let (Step::Gone(id) | Step::Row { id, .. }) = *step;
            list.retain(|other| *other != id);
            if let Step::Row { after, .. } = *step {
                let at = after.map_or(0, |after| {
                    list.iter().position(|other| *other == after).expect("it stands there") + 1
                });
                list.insert(at, id);
            }
        }
        list
    }

    #[test]
    fn no_more_is_told_than_what_changed() {
        let told = |before: &[i64], now: &[i64], changed: &[i64]| {
            let changed = ids(changed).into_iter().collect();
            steps(&ids(before), &ids(now), &changed).len()
        };
        assert_eq!(told(&[1, 2, 3], &[1, 2, 3], &[]), 0);
        assert_eq!(told(&[1, 2, 3], &[1, 2, 3], &[2]), 1, "in its place");
        assert_eq!(told(&[1, 2, 3], &[3, 1, 2], &[3]), 1, "to the top");
        assert_eq!(told(&[1, 2, 3], &[2, 3, 1], &[1]), 1, "to the end");
        assert_eq!(told(&[1, 2, 3], &[4, 1, 2], &[4]), 2, "one comes, the last falls out");
        assert_eq!(told(&[1, 2, 3], &[2, 3, 4], &[1]), 2, "one goes, the next moves up");
        assert_eq!(told(&[], &[1, 2], &[]), 2);
    }

    fn list() -> impl Strategy<Value = Vec<ConversationId>> {
        Just((1..12).collect::<Vec<i64>>())
            .prop_shuffle()
            .prop_flat_map(|all| (0..all.len()).prop_map(move |length| ids(&all[..length])))
    }

    proptest! {
        #[test]
        fn the_steps_lead_from_one_to_the_other(before in list(), now in list(), changed in list()) {
            let changed: BTreeSet<ConversationId> = changed.into_iter().collect();
            let steps = steps(&before, &now, &changed);
            prop_assert_eq!(apply(&before, &steps), now.clone());
            for id in now.iter().filter(|id| changed.contains(id)) {
                let told = |step: &Step| matches!(step, Step::Row { id: other, .. } if other == id);
                prop_assert!(steps.iter().any(told), "a changed row is told anew");
            }
        }
    }
}
