//! The two full-text indexes: what is written to them. Made of tokens as `text::words` keeps them.
//!
//! Everything that was written is moved to the tables before a unit ends: `SQLite` would do it at the next savepoint, where no
//! unit knows of it. What is taken out goes before what is put in, because FTS5 loses entries of a word without positions
//! that has both in one go.

use rusqlite::{Connection, OptionalExtension, params};

use crate::storage::Writing;

/// An index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// Messages, by their position in the log.
    Messages,
    /// Everything else, by its id.
    Nouns,
}

impl Index {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Messages, Self::Nouns];

    /// Puts the tokens of something in that is not there.
    pub fn add(self, conn: &Writing, id: i64, tokens: &str) -> rusqlite::Result<()> {
        if tokens.is_empty() {
            return Ok(());
        }
        let sql = match self {
            Self::Messages => "INSERT INTO search_docs (rowid, words) VALUES (?1, ?2)",
            Self::Nouns => "INSERT INTO search_words (rowid, words) VALUES (?1, ?2)",
        };
        conn.write(sql, params![id, tokens]).map(drop)
    }

    /// Takes out what was put in with these tokens.
    pub fn remove(self, conn: &Writing, id: i64, tokens: &str) -> rusqlite::Result<()> {
        if tokens.is_empty() {
            return Ok(());
        }
        let sql = match self {
            Self::Messages => "INSERT INTO search_docs (search_docs, rowid, words) VALUES ('delete', ?1, ?2)",
            Self::Nouns => "INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', ?1, ?2)",
        };
        conn.write(sql, params![id, tokens]).map(drop)
    }

    /// Moves what was written to the tables.
    pub fn flush(self, conn: &Writing) -> rusqlite::Result<()> {
        let sql = match self {
            Self::Messages => "INSERT INTO search_docs (search_docs) VALUES ('flush')",
            Self::Nouns => "INSERT INTO search_words (search_words) VALUES ('flush')",
        };
        conn.write(sql, &[]).map(drop)
    }

    /// Removes a part of everything, at most `pages`; whether something is left. Nobody may look into it until it is [emptied].
    ///
    /// [emptied]: Index::empty
    pub fn shrink(self, conn: &Writing, pages: usize) -> rusqlite::Result<bool> {
        let sql = match self {
            // The first rows say how the others belong together.
            Self::Messages => {
                "DELETE FROM search_docs_data
                  WHERE id IN (SELECT id FROM search_docs_data WHERE id > 10 LIMIT ?1)"
            }
            Self::Nouns => {
                "DELETE FROM search_words_data
                  WHERE id IN (SELECT id FROM search_words_data WHERE id > 10 LIMIT ?1)"
            }
        };
        Ok(conn.write(sql, params![pages as i64])? >= pages)
    }

    /// Removes everything.
    pub fn empty(self, conn: &Writing) -> rusqlite::Result<()> {
        let sql = match self {
            Self::Messages => "INSERT INTO search_docs (search_docs) VALUES ('delete-all')",
            Self::Nouns => "INSERT INTO search_words (search_words) VALUES ('delete-all')",
        };
        conn.write(sql, &[])?;
        self.flush(conn)
    }

    /// Removes tokens that were taken out, and stand nowhere any more, from the directory of the index.
    ///
    /// The directory names the first token of each page, and goes on naming it when `secure-delete` took it from the page. The
    /// token that is the first now takes its place. See the format of segments in FTS5's sources, `fts5_index.c`.
    pub fn scrub<'a>(
        self,
        conn: &Writing,
        tokens: impl IntoIterator<Item = &'a str>,
    ) -> rusqlite::Result<()> {
        let segments = self.segments(conn)?;
        for token in tokens {
            // Tokens of the index itself, not of one of its prefixes, begin so.
            let key = format!("0{token}");
            for segment in &segments {
                let page = self.page_named(conn, *segment, key.as_bytes())?;
                if let Some(page) = page
                    && !self.has(conn, token)?
                {
                    self.rename(conn, *segment, key.as_bytes(), page)?;
                }
            }
        }
        Ok(())
    }

    /// The segments whose pages the directory names.
    fn segments(self, conn: &Connection) -> rusqlite::Result<Vec<i64>> {
        let table = self.directory();
        let mut found = Vec::new();
        let mut next = conn.prepare_cached(&format!("SELECT MIN(segid) FROM {table} WHERE segid > ?1"))?;
        let mut last = -1;
        while let Some(segment) = next.query_row([last], |row| row.get::<_, Option<i64>>(0))? {
            found.push(segment);
            last = segment;
        }
        Ok(found)
    }

    const fn directory(self) -> &'static str {
        match self {
            Self::Messages => "search_docs_idx",
            Self::Nouns => "search_words_idx",
        }
    }

    /// The page of a segment that the directory names so.
    fn page_named(self, conn: &Connection, segment: i64, key: &[u8]) -> rusqlite::Result<Option<i64>> {
        let table = self.directory();
        conn.prepare_cached(&format!("SELECT pgno / 2 FROM {table} WHERE segid = ?1 AND term = ?2"))?
            .query_row(params![segment, key], |row| row.get(0))
            .optional()
    }

    /// Whether something has the token.
    pub fn has(self, conn: &Connection, token: &str) -> rusqlite::Result<bool> {
        let sql = match self {
            Self::Messages => "SELECT 1 FROM search_docs WHERE search_docs MATCH ?1 LIMIT 1",
            Self::Nouns => "SELECT 1 FROM search_words WHERE search_words MATCH ?1 LIMIT 1",
        };
        conn.prepare_cached(sql)?.exists([format!("\"{token}\"")])
    }

    /// Names a page after its first token; one that has none, or is gone, is named no more.
    fn rename(self, conn: &Writing, segment: i64, key: &[u8], page: i64) -> rusqlite::Result<()> {
        let (read, rename, forget) = match self {
            Self::Messages => (
                "SELECT block FROM search_docs_data WHERE id = ?1",
                "UPDATE search_docs_idx SET term = ?3 WHERE segid = ?1 AND term = ?2",
                "DELETE FROM search_docs_idx WHERE segid = ?1 AND term = ?2",
            ),
            Self::Nouns => (
                "SELECT block FROM search_words_data WHERE id = ?1",
                "UPDATE search_words_idx SET term = ?3 WHERE segid = ?1 AND term = ?2",
                "DELETE FROM search_words_idx WHERE segid = ?1 AND term = ?2",
            ),
        };
        let block: Option<Vec<u8>> = conn
            .prepare_cached(read)?
            .query_row([(segment << PAGE_BITS) + page], |row| row.get(0))
            .optional()?;
        match block.as_deref().and_then(first_token) {
            Some(first) => conn.write(rename, params![segment, key, first]),
            None => conn.write(forget, params![segment, key]),
        }
        .map(drop)
    }
}

/// Bits of a row's id below the number of its segment: of the page, of its height, and whether it lists rows.
const PAGE_BITS: u32 = 31 + 5 + 1;

/// The first token of a page. The page begins with where its first row and its footer stand, two bytes each; the footer with
/// where the first token stands; the token with its length.
fn first_token(page: &[u8]) -> Option<&[u8]> {
    let footer = usize::from(u16::from_be_bytes([*page.get(2)?, *page.get(3)?]));
    let (at, _) = number(page.get(footer..)?)?;
    let (length, digits) = number(page.get(at..)?)?;
    page.get(at + digits..at + digits + length)
}

/// A number as `SQLite` writes it, seven bits a byte, and how many bytes it took.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for (at, byte) in bytes.iter().take(4).enumerate() {
        value = value << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_token_of_a_page() {
        // First row at 10; footer at 12; first token at 4: three bytes.
        let page = [0, 10, 0, 12, 3, b'0', b'a', b'b', 7, 1, 2, 0, 4, 5];
        assert_eq!(first_token(&page), Some(&b"0ab"[..]));
        assert_eq!(first_token(&page[..12]), None, "no footer");
        assert_eq!(first_token(&[0, 0, 0, 4, 4]), None, "nothing in it");
        assert_eq!(first_token(&[]), None);
        assert_eq!(number(&[0x81, 0x01]), Some((129, 2)));
        assert_eq!(number(&[0xff; 9]), None);
    }
}
