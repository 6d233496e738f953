//! Everything that a database holds, to be compared.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::Value;
use servicedesk::storage::pragmas;

/// Each table with its rows, in the order of their keys.
pub type Tables = BTreeMap<String, Vec<Vec<Value>>>;

/// All of it, `sqlite_sequence` and the schema included.
pub fn read(path: &std::path::Path) -> rusqlite::Result<Tables> {
    let conn = pragmas::open_to_inspect(path)?;
    let mut tables = Tables::new();
    let mut names = of(&conn)?;
    names.push("sqlite_schema".to_owned());
    for name in names {
        // A copy has the same things in pages of its own.
        let what = match name.as_str() {
            "sqlite_schema" => {
                "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name".to_owned()
            }
            name => format!("SELECT * FROM {name}"),
        };
        let mut statement = conn.prepare(&what)?;
        let width = statement.column_count();
        let rows = statement
            .query_map([], |row| (0..width).map(|at| row.get(at)).collect())?
            .collect::<rusqlite::Result<_>>()?;
        tables.insert(name, rows);
    }
    Ok(tables)
}

fn of(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    // What is virtual keeps its rows in tables beside it.
    let sql = "SELECT name FROM sqlite_schema
                WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
    conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

/// The first difference, in words.
pub fn difference(one: &Tables, other: &Tables) -> Option<String> {
    if one.keys().ne(other.keys()) {
        return Some("there are other tables".to_owned());
    }
    one.iter().zip(other.values()).find_map(|((name, rows), others)| {
        let at = (0..rows.len().max(others.len())).find(|at| rows.get(*at) != others.get(*at))?;
        Some(format!("row {at} of {name}: {:?}, repeated as {:?}", rows.get(at), others.get(at)))
    })
}
