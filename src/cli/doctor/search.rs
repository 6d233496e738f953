//! The index of the search: how far it is behind, and how much room it takes.

use std::path::Path;

use super::finding::Finding;
use crate::config::Config;
use crate::domain::search::state::{self, Stage};
use crate::storage::pragmas;

/// Messages that wait while nobody waits for them: more tells of an index that is stuck, or being made.
const BEHIND: i64 = 10_000;
/// So many are counted.
const COUNTED: i64 = 1_000_000;

/// Looks at it; `None` where the database cannot be read, or has none yet.
pub(super) fn check(file: &Path, config: &Config) -> Option<Finding> {
    const ABOUT: &str = "search";
    const KIB: i64 = 1 << 10;
    let conn = pragmas::open_to_inspect(file).ok()?;
    let condition = state::condition(&conn, COUNTED).ok()?;
    let mut text =
        format!("{} messages behind, the index takes {} KiB", condition.behind, condition.bytes / KIB);
    if condition.behind == COUNTED {
        text.insert_str(0, "more than ");
    }
    if !config.search.enabled {
        return Some(Finding::ok(ABOUT, format!("is switched off; {text}")));
    }
    if condition.state.stage != Stage::Messages {
        text.push_str(", and is being made");
    }
    if condition.behind > BEHIND {
        let advice = "start the desk and look again; where the number stays, its log says what fails, and \
                      `servicedesk search rebuild` makes the index anew";
        return Some(Finding::warn(ABOUT, text, advice));
    }
    Some(Finding::ok(ABOUT, text))
}
