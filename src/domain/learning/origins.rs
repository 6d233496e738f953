//! Where words of the FAQ came from, and what became of suggestions: SQL.

use rusqlite::{Connection, params};

use super::Used;
use crate::clock::Timestamp;
use crate::ids::{AgentId, ConversationId, FaqId};
use crate::storage::Writing;

/// Notes from whose words a phrasing came.
pub fn put_source(
    conn: &Writing,
    entry: FaqId,
    norm: &str,
    (conversation, sequence): (ConversationId, i64),
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO faq_sources (entry_id, norm, conversation_id, sequence) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (entry_id, norm, conversation_id, sequence) DO NOTHING",
        params![entry, norm, conversation, sequence],
    )
    .map(drop)
}

/// What came from the words of a conversation and from nobody else's: entry and words. Other conversations count as somebody
/// else's unless they are among `going`.
pub fn alone_from(conn: &Connection, going: &[ConversationId]) -> rusqlite::Result<Vec<(FaqId, String)>> {
    let ids: Vec<i64> = going.iter().map(|id| id.0).collect();
    let ids = serde_json::to_string(&ids).unwrap_or_default();
    conn.prepare_cached(
        "SELECT entry_id, norm FROM faq_sources
          WHERE (entry_id, norm) IN (SELECT entry_id, norm FROM faq_sources
                                      WHERE conversation_id IN (SELECT value FROM json_each(?1)))
          GROUP BY entry_id, norm
         HAVING SUM(conversation_id NOT IN (SELECT value FROM json_each(?1))) = 0
          ORDER BY entry_id, norm",
    )?
    .query_map([ids], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// What came from the words of these conversations and of others too: entry, words, and where one of the others said them.
pub fn shared_with(
    conn: &Connection,
    going: &[ConversationId],
) -> rusqlite::Result<Vec<(FaqId, String, ConversationId, i64)>> {
    let ids: Vec<i64> = going.iter().map(|id| id.0).collect();
    let ids = serde_json::to_string(&ids).unwrap_or_default();
    conn.prepare_cached(
        "SELECT entry_id, norm, conversation_id, sequence FROM faq_sources
          WHERE (entry_id, norm) IN (SELECT entry_id, norm FROM faq_sources
                                      WHERE conversation_id IN (SELECT value FROM json_each(?1)))
            AND conversation_id NOT IN (SELECT value FROM json_each(?1))
          ORDER BY entry_id, norm, conversation_id, sequence",
    )?
    .query_map([ids], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
    .collect::<rusqlite::Result<Vec<_>>>()
    .map(|mut found| {
        // The first of the others is enough.
        found.dedup_by(|next, before| (next.0, &next.1) == (before.0, &before.1));
        found
    })
}

/// Removes what is kept of where an entry's words came from.
pub fn forget_sources(conn: &Writing, entry: FaqId, norm: &str) -> rusqlite::Result<()> {
    conn.write("DELETE FROM faq_sources WHERE entry_id = ?1 AND norm = ?2", params![entry, norm]).map(drop)
}

/// Notes what an agent did with a suggestion.
pub fn put_use(
    conn: &Writing,
    (conversation, sequence): (ConversationId, i64),
    entry: FaqId,
    (agent, used): (AgentId, Used),
    now: Timestamp,
) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO suggestion_uses (conversation_id, sequence, entry_id, agent_id, used, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (conversation_id, sequence, entry_id) DO UPDATE SET agent_id = ?4, used = ?5, at = ?6",
        params![conversation, sequence, entry, agent, used as i64, now.0],
    )
    .map(drop)
}

/// Entries whose suggestion was taken, or edited, for what was asked in a conversation: sequence and entry.
pub fn taken(conn: &Connection, id: ConversationId) -> rusqlite::Result<Vec<(i64, FaqId)>> {
    conn.prepare_cached(
        "SELECT sequence, entry_id FROM suggestion_uses WHERE conversation_id = ?1 AND used IN (?2, ?3)
          ORDER BY sequence, entry_id",
    )?
    .query_map(params![id, Used::Taken as i64, Used::Edited as i64], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}
