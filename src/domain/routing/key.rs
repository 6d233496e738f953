//! The order of the queue: who waits longest comes first, and a priority counts as time waited. The key never changes while
//! somebody waits, so that nobody can be overtaken for ever.

use super::Item;
use crate::ids::ConversationId;

/// The key of an item; smaller ones come first.
#[must_use]
pub const fn key(item: &Item) -> (i64, ConversationId) {
    (item.since.0.saturating_sub(item.head_start_ms), item.conversation)
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{item, minutes};
    use super::*;

    #[test]
    fn who_waits_longest_comes_first_and_a_head_start_counts_as_time() {
        for (name, first, second) in [
            ("longest wait", item(2).since(1), item(1).since(2)),
            ("same moment: the older conversation", item(1).since(5), item(2).since(5)),
            (
                "urgent over one that came 29 minutes earlier",
                item(2).since(29).ahead(minutes(30)),
                item(1).since(0),
            ),
            (
                "but not over one that came 31 minutes earlier",
                item(1).since(0),
                item(2).since(31).ahead(minutes(30)),
            ),
            (
                "low after one that came 9 minutes later",
                item(2).since(9),
                item(1).since(0).ahead(-minutes(10)),
            ),
        ] {
            assert!(key(&first) < key(&second), "{name}");
        }
    }
}
