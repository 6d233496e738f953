//! Who may have a file: whoever sent it, or may read a message that shows it.

use rusqlite::Connection;

use crate::domain::conversations::store::{self as conversations, Reach};
use crate::domain::files::store::{self, StoredFile};
use crate::events::Actor;
use crate::fault::Fault;
use crate::ids::FileId;

/// The file `id`, if it is for `who`; `reach` is what a visitor may read, `None` for agents. Fails with `not_found`.
pub fn fetch_file(
    conn: &Connection,
    id: FileId,
    who: Actor,
    reach: Option<Reach>,
) -> Result<StoredFile, Fault> {
    let file = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    if file.owner == who {
        return Ok(file);
    }
    for (conversation, note) in store::shown_in(conn, id)? {
        let Some(reach) = reach else { return Ok(file) };
        let head = conversations::find(conn, conversation)?;
        if !note && head.is_some_and(|head| reach.covers(head.contact(), head.visitor())) {
            return Ok(file);
        }
    }
    Err(Fault::not_found())
}
