//! A desk from the days of the first schema comes up to this version, with a copy kept from before.

mod process;

use std::path::Path;

use process::rest::Program;
use process::{Served, run, servicedesk};
use rusqlite::Connection;
use serde_json::Value;
use servicedesk::clock::SystemClock;
use servicedesk::domain::calendars::{self, shop_hours::Hours};
use servicedesk::ids::AgentId;
use servicedesk::storage::{DATABASE_FILE, SNAPSHOTS_FOLDER, migrate};

const FIRST: &str = include_str!("fixtures/schema-0001.sql");
/// The API token whose digest is in the fixture.
const TOKEN: &str = "sd_6Zz3OQNsaJZbFkazbK0rrJGBsnZcSt6xCiep9Z6LOE4";
const CONVERSATION: &str = "c_06xtw46mz9aar";

#[expect(clippy::disallowed_methods, reason = "looks into files as an older version would")]
fn open(file: &Path) -> Connection {
    Connection::open(file).expect("opens")
}

/// When the fixture was last written to, in milliseconds since 1970.
const LAST_USED: i64 = 1_795_239_314_306;

/// The fixture as if it had been in use until just now: whatever may end by age is still there.
fn first_schema() -> String {
    let age = SystemClock::shared().now().0 - LAST_USED;
    let moved = |cell: &str| match cell.parse::<i64>() {
        Ok(at) if cell.len() == 13 => (at + age).to_string(),
        _ => cell.to_owned(),
    };
    let digits = |c: char| c.is_ascii_digit();
    let mut sql = String::with_capacity(FIRST.len());
    let mut rest = FIRST;
    while let Some(start) = rest.find(digits) {
        let (before, from) = rest.split_at(start);
        let (number, behind) = from.split_at(from.find(|c: char| !digits(c)).unwrap_or(from.len()));
        sql.push_str(before);
        sql.push_str(&moved(number));
        rest = behind;
    }
    sql + rest
}

/// A data folder as the first version left it.
fn first_desk(folder: &Path) -> std::path::PathBuf {
    let data = folder.join("desk");
    std::fs::create_dir(&data).expect("a data folder");
    open(&data.join(DATABASE_FILE)).execute_batch(&first_schema()).expect("the first schema");
    data
}

fn snapshots(data: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(data.join(SNAPSHOTS_FOLDER)) else { return Vec::new() };
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

/// Every row of every table, as text; virtual ones keep theirs in tables beside them.
fn rows(conn: &Connection) -> Vec<String> {
    let tables: Vec<String> = conn
        .prepare(
            "SELECT name FROM sqlite_schema
              WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
        )
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the tables");
    let mut all = Vec::new();
    for table in tables {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).expect("a table");
        let columns = statement.column_count();
        let read = statement.query_map([], |row| {
            let cells = (0..columns).map(|n| row.get::<_, rusqlite::types::Value>(n));
            Ok(format!("{table} {:?}", cells.collect::<rusqlite::Result<Vec<_>>>()?))
        });
        all.extend(read.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).expect("the rows"));
    }
    all.sort();
    all
}

#[tokio::test]
async fn the_first_schema_is_upgraded_with_its_data_and_a_snapshot() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = first_desk(folder.path());
    let before = rows(&open(&data.join(DATABASE_FILE)));

    let desk = Served::start(&data, &[]);
    let program = Program::new(&desk.origin, TOKEN);
    let entries = program.entries(CONVERSATION).await;
    let texts: Vec<_> = entries.iter().map(|entry| entry["content"]["text"].as_str()).collect();
    assert_eq!(
        texts,
        [
            Some("几点发货?"),
            Some("寄到杭州要几天"),
            Some("今天下午四点前下单，当天发出。"),
            Some("老顾客，记得放试饮装"),
            None
        ]
    );
    assert_eq!(entries[4]["labels"], serde_json::json!(["发货", "龙井"]));
    // A repeat of what was sent before the upgrade is still known.
    let again = serde_json::json!({"client_message_id": "agent-1", "note": false,
                                   "content": {"kind": "text", "text": "今天下午四点前下单，当天发出。"}});
    let repeated = program.call(&format!("/api/v1/conversations/{CONVERSATION}/messages"), Some(again)).await;
    assert_eq!(repeated.status(), 201);
    assert_eq!(repeated.json::<Value>().await.expect("JSON")["sequence"], 3);
    assert_eq!(desk.setup_token, None, "the owner is still there");
    desk.stop();

    let now = open(&data.join(DATABASE_FILE));
    assert_eq!(migrate::version(&now).expect("a version"), migrate::newest());
    let after = rows(&now);
    // A newer schema adds columns behind those that were there.
    let is_there = |row: &str| after.iter().any(|now| now.starts_with(row.trim_end_matches(']')));
    let lost: Vec<_> = before.iter().filter(|row| !is_there(row)).collect();
    assert!(lost.is_empty(), "{lost:?}");

    let kept = snapshots(&data);
    assert_eq!(kept.len(), 1, "{kept:?}");
    let snapshot = open(&kept[0]);
    assert_eq!(migrate::version(&snapshot).expect("a version"), 1);
    assert_eq!(rows(&snapshot), before, "the snapshot is the desk as it was");
    let whole: String = snapshot.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a check");
    assert_eq!(whole, "ok");
}

#[test]
fn mentions_from_before_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = first_desk(folder.path());
    let database = data.join(DATABASE_FILE);
    let agent: i64 =
        open(&database).query_row("SELECT id FROM agents", [], |row| row.get(0)).expect("an agent");
    let note = |sequence: i64, sender: i64, named: &str| {
        let content = format!(r#"{{"kind":"text","text":"@","mentions":["{named}"]}}"#);
        open(&database)
            .execute(
                "UPDATE messages SET note = 1, sender_id = ?2, content = ?3 WHERE sequence = ?1",
                (sequence, sender, content),
            )
            .expect("a note");
    };
    let me = AgentId(agent).to_string();
    note(1, agent + 1, &me);
    note(2, agent, &me);
    note(3, agent + 1, "a_zzzzzzzzzzzzz");
    assert_eq!(run(servicedesk(&data).args(["seat", "status"]), "").code, Some(0));
    let found: Vec<(i64, i64, i64)> = open(&database)
        .prepare("SELECT agent_id, message, sequence FROM mentions")
        .and_then(|mut rows| rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect())
        .expect("the mentions");
    assert_eq!(found, [(agent, 1, 1)], "nobody mentions themselves, and who never was here is nobody");
}

#[test]
fn what_was_brought_in_and_until_when_it_sleeps_stands_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let data = first_desk(folder.path());
    let conn = open(&data.join(DATABASE_FILE));
    // As earlier versions wrote it: one event before those that were brought in, and the end of a snooze as words.
    conn.execute_batch(
        "INSERT INTO event_log (at, kind, actor_kind, actor_id, subject_id, amount) VALUES (1, 27, 4, 0, 0, 2);
         INSERT INTO event_log (at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount)
              VALUES (2, 1, 77, 1, 1, 5, 0, 0), (3, 7, 77, 2, 4, 0, 0, 4), (4, 1, 77, 3, 1, 5, 0, 0);
         INSERT INTO entry_details (log_position, conversation_id, detail)
              SELECT log_position, 77, '{\"until\":\"2026-03-01T08:00:00.125Z\"}' FROM event_log WHERE kind = 7 AND at = 3;",
    )
    .unwrap();
    drop(conn);
    assert_eq!(run(servicedesk(&data).args(["seat", "status"]), "").code, Some(0));
    let conn = open(&data.join(DATABASE_FILE));
    let told: Vec<(i64, bool, i64)> = conn
        .prepare(
            "SELECT at, imported, subject_id FROM event_log WHERE conversation_id = 77 ORDER BY log_position",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(told, [(2, true, 0), (3, true, 1_772_352_000_125), (4, false, 0)]);
}

#[test]
fn an_upgraded_desk_has_the_tables_of_a_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = first_desk(folder.path());
    let new = folder.path().join("new");
    std::fs::create_dir(&new).expect("a data folder");
    for data in [&old, &new] {
        assert_eq!(run(servicedesk(data).args(["seat", "status"]), "").code, Some(0));
    }
    let schema = |data: &Path| -> Vec<String> {
        open(&data.join(DATABASE_FILE))
            .prepare("SELECT type || ' ' || name || ': ' || COALESCE(sql, '') FROM sqlite_schema ORDER BY 1")
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .expect("the schema")
    };
    assert_eq!(schema(&old), schema(&new));
}

#[test]
fn a_second_start_upgrades_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = first_desk(folder.path());
    for _ in 0..2 {
        assert_eq!(run(servicedesk(&data).args(["seat", "status"]), "").out, "used\t1\nallowed\t2\n");
        assert_eq!(snapshots(&data).len(), 1);
    }
}

#[test]
fn the_snapshot_is_a_way_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = first_desk(folder.path());
    assert_eq!(run(servicedesk(&data).args(["seat", "status"]), "").code, Some(0));
    let snapshot = snapshots(&data).remove(0);
    let elsewhere = folder.path().join("elsewhere");
    let restored = run(servicedesk(&elsewhere).arg("restore").arg(&snapshot), "");
    assert_eq!(restored.code, Some(0), "{}", restored.err);
    assert_eq!(run(servicedesk(&elsewhere).args(["seat", "status"]), "").out, "used\t1\nallowed\t2\n");
}

#[test]
fn a_newer_database_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = first_desk(folder.path());
    open(&data.join(DATABASE_FILE)).pragma_update(None, "user_version", 99).expect("writes");
    let before = std::fs::read(data.join(DATABASE_FILE)).expect("the file");
    for args in [&["serve", "--listen", "127.0.0.1:0"][..], &["agent", "list"], &["doctor"]] {
        let ended = run(servicedesk(&data).args(args), "");
        assert_eq!(ended.code, Some(1), "{args:?}");
        let said = format!("{}{}", ended.out, ended.err);
        assert!(
            said.contains(&format!(
                "the database has schema 99, this servicedesk knows up to {}",
                migrate::newest()
            )),
            "{args:?}: {said}"
        );
    }
    assert!(std::fs::read(data.join(DATABASE_FILE)).expect("the file") == before, "it is left alone");
    assert!(snapshots(&data).is_empty());
}

#[test]
fn hours_set_before_are_the_first_calendar() {
    for (hours, now) in [
        (
            Some(
                r#"{"always":false,"week":[{"day":1,"opens":"09:00","closes":"18:00"}],"holidays":[
                    {"date":"2026-10-01","name":"国庆节"},{"date":"20261002","name":"","opens":"10:00","closes":"12:00"}]}"#,
            ),
            r#"{"always":false,"week":[{"day":1,"opens":"09:00","closes":"18:00"}],"holidays":[
                {"date":"2026-10-01","name":"国庆节","opens":null,"closes":null},
                {"date":"20261002","name":"","opens":"10:00","closes":"12:00"}]}"#,
        ),
        (Some("nonsense"), r#"{"always":true,"week":[],"holidays":[]}"#),
        (None, r#"{"always":true,"week":[],"holidays":[]}"#),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let data = first_desk(folder.path());
        let mut conn = open(&data.join(DATABASE_FILE));
        let set = "INSERT INTO settings VALUES (?1, ?2)";
        conn.execute(set, ("time_zone", "Europe/Berlin")).expect("writes");
        if let Some(hours) = hours {
            conn.execute(set, ("hours", hours)).expect("writes");
        }
        migrate::run(&mut conn, &data.join(SNAPSHOTS_FOLDER), 1, SystemClock::shared().now())
            .expect("upgrades");
        let plan = calendars::store::shops(&conn).expect("a calendar");
        assert_eq!(plan.time_zone, "Europe/Berlin");
        let expected: Value = serde_json::from_str(now).expect("JSON");
        assert_eq!(serde_json::to_value(Hours::of(&plan)).expect("JSON"), expected);
        let was_set: bool = conn
            .query_row("SELECT set_at IS NOT NULL FROM calendars WHERE id = 1", [], |row| row.get(0))
            .expect("a row");
        assert_eq!(was_set, hours.is_some());
    }
}
