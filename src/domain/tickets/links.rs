//! Links between tickets: what belongs together, what is the same, what is a part of what.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::ConversationId;

/// Most links of one ticket.
pub const LINKS_MAX: usize = 200;

/// How one ticket is linked with another, seen from the one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// They have to do with one another.
    Related,
    /// They are about the same.
    Duplicate,
    /// The other one is what this is a part of.
    Parent,
    /// The other one is a part of this.
    Child,
}

impl LinkKind {
    const ALL: [Self; 4] = [Self::Related, Self::Duplicate, Self::Parent, Self::Child];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::Duplicate => "duplicate",
            Self::Parent => "parent",
            Self::Child => "child",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The same, seen from the other one.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            other => other,
        }
    }

    /// The stored number; of a parent and its child the parent stands first.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::Related => 1,
            Self::Duplicate => 2,
            Self::Parent | Self::Child => 3,
        }
    }

    /// What a row of this number says to the one that stands first, or second.
    #[must_use]
    pub const fn from_number(number: i64, is_first: bool) -> Self {
        match (number, is_first) {
            (1, _) => Self::Related,
            (2, _) => Self::Duplicate,
            (_, true) => Self::Child,
            (_, false) => Self::Parent,
        }
    }
}

/// Whether `child` below `parent` would lead back to itself. `parents` are those of each ticket, as far as they are known.
#[must_use]
pub fn is_circle(
    parent: ConversationId,
    child: ConversationId,
    parents: &BTreeMap<ConversationId, Vec<ConversationId>>,
) -> bool {
    let (mut above, mut seen) = (vec![parent], BTreeSet::new());
    while let Some(id) = above.pop() {
        if id == child {
            return true;
        }
        if seen.insert(id) {
            above.extend(parents.get(&id).into_iter().flatten());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_part_of_itself() {
        let id = ConversationId;
        // 1 is above 2, 2 above 3 and 4; 5 above 4 as well.
        let parents = BTreeMap::from([
            (id(2), vec![id(1)]),
            (id(3), vec![id(2)]),
            (id(4), vec![id(2), id(5)]),
        ]);
        for (parent, child, circle) in [
            (1, 1, true),
            (2, 1, true),
            (4, 1, true),
            (4, 5, true),
            (3, 5, false),
            (1, 3, false),
            (1, 5, false),
            (9, 1, false),
        ] {
            assert_eq!(is_circle(id(parent), id(child), &parents), circle, "{child} below {parent}");
        }
        let endless = BTreeMap::from([(id(1), vec![id(2)]), (id(2), vec![id(1)])]);
        assert!(!is_circle(id(1), id(3), &endless), "it ends");
    }

    #[test]
    fn a_link_reads_both_ways() {
        for kind in LinkKind::ALL {
            assert_eq!(LinkKind::from_name(kind.name()), Some(kind));
            assert_eq!(kind.turned().turned(), kind);
            let first = kind != LinkKind::Parent;
            assert_eq!(LinkKind::from_number(kind.number(), first), kind);
            assert_eq!(LinkKind::from_number(kind.number(), !first), kind.turned());
        }
    }
}
