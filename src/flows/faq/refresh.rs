//! Brings the index of the FAQ up to what is written: what changed is found out by versions, and put into the index or built anew.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::Connection;

use super::knowledge::{Current, source};
use crate::domain::faq::{Facts, store};
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::ids::FaqId;
use crate::matcher::{Index, Source, SourceEntry};

/// Up to so many phrasings, and from so many changed entries on, the index is built anew at once.
const SMALL: usize = 2_000;
const MANY: usize = 50;

/// What the database holds now, compared with an index.
struct Change {
    facts: HashMap<FaqId, Facts>,
    synonyms: Vec<Vec<String>>,
    /// All of it, or the entries that changed; without phrasings where they are gone.
    what: What,
}

enum What {
    Nothing,
    All(Source),
    Some(Vec<SourceEntry>),
}

fn compare(conn: &Connection, current: &Current, whole: bool) -> Result<Change, Fault> {
    let facts: HashMap<FaqId, Facts> = store::facts(conn, None)?.into_iter().collect();
    let synonyms = store::synonyms(conn)?;
    let known =
        |id: &FaqId, facts: &Facts| current.facts.get(id).is_some_and(|was| was.version == facts.version);
    let mut changed: Vec<FaqId> =
        facts.iter().filter(|(id, facts)| !known(id, facts)).map(|(id, _)| *id).collect();
    changed.extend(current.facts.keys().filter(|id| !facts.contains_key(id)));
    changed.sort_unstable();
    let small = current.index.as_ref().is_none_or(|index| index.phrasings() <= SMALL);
    let what = if changed.is_empty() && synonyms == current.synonyms && !whole {
        What::Nothing
    } else if whole || small || changed.len() >= MANY || synonyms != current.synonyms {
        What::All(source(conn, None)?)
    } else {
        let mut entries = Vec::with_capacity(changed.len());
        for id in changed {
            let found = source(conn, Some(id))?.entries.pop();
            entries.push(found.unwrap_or_else(|| SourceEntry::new(id.0, Vec::new())));
        }
        What::Some(entries)
    };
    Ok(Change { facts, synonyms, what })
}

/// Brings the index up to the log. `whole` builds it anew where changes were only put into it.
pub async fn refresh(desk: &Desk, whole: bool) -> Result<(), Fault> {
    let knowledge = &desk.knowledge;
    let _turn = knowledge.turn.lock().await;
    let current = knowledge.current();
    let position = desk.db.newest_of(&[EventKind::SettingsChanged]);
    let compared = Arc::clone(&current);
    let change = desk.db.read(move |conn| compare(conn, &compared, whole)).await?;
    if matches!(change.what, What::Nothing) && current.position >= 0 && current.facts == change.facts {
        if position > current.position {
            // Whoever waits for this position has it.
            knowledge.moved.send_if_modified(|reached| std::mem::replace(reached, position) != position);
        }
        return Ok(());
    }
    let made = tokio::task::spawn_blocking(move || {
        let Change { facts, synonyms, what } = change;
        let (index, patched) = match what {
            What::All(source) if source.entries.is_empty() => (None, false),
            What::All(source) => (Some(Index::build(&source, &synonyms)), false),
            What::Some(entries) => (current.index.as_ref().map(|index| index.with(&entries)), true),
            What::Nothing => (current.index.as_ref().map(|index| index.with(&[])), current.patched),
        };
        Current { index, facts, synonyms, position, patched }
    });
    knowledge.swap(made.await.map_err(Fault::internal)?);
    Ok(())
}

/// Waits until what was written before now is in the index. Where nobody follows the log it is brought up here.
pub async fn up_to_date(desk: &Desk) -> Result<(), Fault> {
    refresh(desk, false).await
}
