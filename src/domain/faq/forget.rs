//! Words of a person who is erased: SQL.

use rusqlite::{OptionalExtension, params};

use super::EntryState;
use crate::ids::{ConversationId, FaqId};
use crate::storage::Writing;
use crate::text;

/// Stands for a question of which nothing is left, until somebody writes another one.
const NOTHING: &str = "…";

/// Somebody else said these words too: from now on they are theirs.
pub fn is_also_of(
    conn: &Writing,
    entry: FaqId,
    norm: &str,
    (conversation, sequence): (ConversationId, i64),
) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE faq_phrasings SET conversation_id = ?3, sequence = ?4
          WHERE entry_id = ?1 AND norm = ?2 AND conversation_id IS NOT NULL",
        params![entry, norm, conversation, sequence],
    )
    .map(drop)
}

/// Takes words out of an entry, in every version. A question that used them is asked with the oldest other words that are left; with
/// none it waits as a draft for a person.
pub fn forget(conn: &Writing, entry: FaqId, norm: &str) -> rusqlite::Result<()> {
    conn.write("DELETE FROM faq_phrasings WHERE entry_id = ?1 AND norm = ?2", params![entry, norm])?;
    let locales: Vec<String> = conn
        .prepare_cached(
            "SELECT DISTINCT locale FROM faq_texts WHERE entry_id = ?1 AND norm = ?2 AND channel IS NULL ORDER BY locale",
        )?
        .query_map(params![entry, norm], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for locale in locales {
        let other: Option<(i64, String)> = conn
            .prepare_cached(
                "SELECT id, text FROM faq_phrasings WHERE entry_id = ?1 AND locale = ?2 AND removed IS NULL
                  ORDER BY id LIMIT 1",
            )?
            .query_row(params![entry, locale], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let question = match other {
            Some((id, text)) => {
                conn.write("DELETE FROM faq_phrasings WHERE id = ?1", params![id])?;
                text
            }
            None => {
                let (draft, published) = (EntryState::Draft as i64, EntryState::Published as i64);
                conn.write(
                    "UPDATE faq_entries SET state = ?2 WHERE id = ?1 AND state = ?3",
                    params![entry, draft, published],
                )?;
                NOTHING.to_owned()
            }
        };
        conn.write(
            "UPDATE faq_texts SET question = ?4, norm = ?5
              WHERE entry_id = ?1 AND locale = ?2 AND norm = ?3 AND channel IS NULL",
            params![entry, locale, norm, question, text::bare(&question)],
        )?;
    }
    Ok(())
}
