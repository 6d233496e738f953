//! Contacts as a caller reads them: whoever lies outside their scope is not there.

use rusqlite::Connection;

use crate::domain::contacts::store::{self, Contact};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::ContactId;

/// A contact that must exist inside the caller's scope.
pub fn within(conn: &Connection, caller: &Caller, id: ContactId) -> Result<Contact, Fault> {
    let (within, scope) = caller.scope.sql_of_contacts();
    store::find_within(conn, id, (&within, scope))?.ok_or_else(Fault::not_found)
}

/// Contacts inside the caller's scope that `text` fits, newest first, before the contact `before`.
pub fn search(
    conn: &Connection,
    caller: &Caller,
    text: &str,
    before: i64,
    limit: usize,
) -> Result<Vec<Contact>, Fault> {
    let (within, scope) = caller.scope.sql_of_contacts();
    Ok(store::search(conn, text, before, limit, (&within, scope))?)
}
