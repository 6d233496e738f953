//! What the whole FAQ has: words that mean the same, and the help pages.

use std::collections::HashSet;

use super::keep::told;
use crate::domain::access::rights::Right;
use crate::domain::faq::help::{self, Help};
use crate::domain::faq::{SYNONYMS_MAX, save, store};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::storage::Unit;
use crate::text;

/// Most words of a group.
const WORDS_MAX: usize = 20;
/// Longest of them, in characters.
const WORD_CHARS: usize = 40;

/// Checks groups of words that mean the same. Words of no letters, and groups that are left with one word, say nothing.
pub fn check_synonyms(groups: Vec<Vec<String>>) -> Result<Vec<Vec<String>>, Fault> {
    let mut kept = Vec::with_capacity(groups.len());
    for (at, group) in groups.into_iter().enumerate() {
        let mut seen = HashSet::new();
        let mut words = Vec::new();
        for word in group {
            let word = text::line(&word);
            let bare = text::bare(&word);
            if bare.is_empty() || !seen.insert(bare) {
                continue;
            }
            if word.chars().count() > WORD_CHARS {
                return Err(Fault::invalid(
                    format!("synonyms[{at}]"),
                    format!("Use words of {WORD_CHARS} characters at most."),
                ));
            }
            words.push(word);
        }
        if words.len() > WORDS_MAX {
            return Err(Fault::invalid(format!("synonyms[{at}]"), format!("Use {WORDS_MAX} words at most.")));
        }
        if words.len() > 1 {
            kept.push(words);
        }
    }
    if kept.len() > SYNONYMS_MAX {
        return Err(Fault::invalid("synonyms", format!("Use {SYNONYMS_MAX} groups at most.")));
    }
    Ok(kept)
}

/// Replaces the groups of synonyms with checked ones.
pub fn set_synonyms(unit: &mut Unit<'_>, caller: &Caller, groups: &[Vec<String>]) -> Result<(), Fault> {
    caller.may(Right::Faq)?;
    if store::synonyms(unit.conn())? == groups {
        return Ok(());
    }
    save::set_synonyms(unit.conn(), groups)?;
    told(unit, caller)
}

/// Changes the help pages, with checked settings.
pub fn set_help(unit: &mut Unit<'_>, caller: &Caller, wanted: &Help) -> Result<(), Fault> {
    caller.may(Right::Faq)?;
    if help::read(unit.conn())? == *wanted {
        return Ok(());
    }
    help::save(unit.conn(), wanted)?;
    told(unit, caller)
}
