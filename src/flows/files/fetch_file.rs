//! Who may have a file: whoever sent it, or may read a message that shows it.

use rusqlite::Connection;

use crate::domain::conversations::audience::Audience;
use crate::domain::conversations::store as conversations;
use crate::domain::files::store::{self, StoredFile};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::FileId;

/// The file `id`, if it is for the caller. Fails with `not_found`.
pub fn fetch_file(conn: &Connection, caller: &Caller, id: FileId) -> Result<StoredFile, Fault> {
    let file = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    if file.owner == caller.actor {
        return Ok(file);
    }
    for (conversation, note) in store::shown_in(conn, id)? {
        let head = conversations::find(conn, conversation)?;
        let told = !note || caller.scope.audience() == Audience::Agents;
        if told && head.is_some_and(|head| caller.reaches(conn, &head).is_ok()) {
            return Ok(file);
        }
    }
    Err(Fault::not_found())
}
