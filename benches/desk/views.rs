//! Lists of a desk that has been at work for years: a hundredth of its conversations is not closed. Rows are written by SQL into a
//! temporary folder that the desk has made, and read over HTTP with a token, by a desk that has one processor.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Context;
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use servicedesk::clock::SystemClock;
use servicedesk::ids::ConversationId;

use crate::process::rest::Program;
use crate::process::{Served, UNLIMITED, done};
use crate::usage;

/// Requests of each kind.
const ROUNDS: usize = 40;
/// Entries of the long thread.
const LONG: i64 = 10_000;
const SAID: &str = "你好，昨天下单的龙井还没有发货，麻烦帮我看一下什么时候可以寄出？";
const DAY_MS: i64 = 86_400_000;

const PEOPLE: &str = "
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
    INSERT INTO contacts (id, verified, name, created_at, last_seen_at)
    SELECT 1000000 + i, i % 10 < 3, '客户 ' || i, ?2, ?2 FROM n";
const VISITORS: &str = "
    INSERT INTO visitors (id, contact_id, channel, created_at, last_seen_at)
    SELECT 10000000 + id, id, 'web', created_at, last_seen_at FROM contacts WHERE id > 1000000";
/// One in a hundred is open, waiting or put off, scattered over the newest tenth; the others were closed one after the other.
const CONVERSATIONS: &str = "
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1),
    drawn AS (SELECT i, i > ?1 * 9 / 10 AND i % 10 = 3 AS live, ?2 - (?1 - i) * 60000 AS at FROM n)
    INSERT INTO conversations (id, contact_id, visitor_id, channel, state, agent_id, last_sequence, opened_at, updated_at,
                               waiting_since, closed_at, snoozed_until, team_id, priority, due_at)
    SELECT 20000000 + i, 1000000 + i, 11000000 + i, CASE i % 5 WHEN 0 THEN 'api' ELSE 'web' END,
           CASE WHEN NOT live THEN 5 WHEN i % 70 = 3 THEN 4 WHEN i % 20 = 3 THEN 2 ELSE 3 END,
           CASE WHEN live AND i % 20 = 3 THEN NULL ELSE (SELECT id FROM agents) END,
           ?3, at - 3600000, at, CASE WHEN live AND i % 30 <> 3 THEN at - i % 90 * 60000 END,
           CASE WHEN NOT live THEN at END, NULL, CASE i % 4 WHEN 0 THEN NULL ELSE 500 + i % 4 END, 1 + i % 97 % 4,
           CASE WHEN live AND i % 3 = 0 THEN ?2 + i % 600 * 60000 END
      FROM drawn";
const LABELS: &str = "
    INSERT INTO conversation_labels (conversation_id, place, label, by_team)
    SELECT id, 0, CASE WHEN id % 5000 = 3 THEN '罕见' WHEN id % 3 = 0 THEN '退款' ELSE '物流' END, 1
      FROM conversations WHERE id % 5 = 3";
const EVENTS: &str = "
    WITH RECURSIVE n(s) AS (SELECT 1 UNION ALL SELECT s + 1 FROM n WHERE s < ?1)
    INSERT INTO event_log (at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount)
    SELECT c.updated_at - (?1 - s) * 1000, 1, c.id, s, CASE s % 2 WHEN 1 THEN 1 ELSE 2 END,
           CASE s % 2 WHEN 1 THEN c.visitor_id ELSE (SELECT id FROM agents) END, 0, 0
      FROM conversations c, n ORDER BY c.id, s";
const MESSAGES: &str = "
    INSERT INTO messages (log_position, conversation_id, sequence, sender_kind, sender_id, client_message_id, digest, note,
                          content, sent_at)
    SELECT log_position, conversation_id, sequence, actor_kind, actor_id, 'm-' || log_position, randomblob(32), 0,
           json_object('kind', 'text', 'text', ?1 || sequence), at
      FROM event_log e WHERE kind = 1 AND conversation_id > 20000000
       AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.log_position = e.log_position)";
const LAST: &str = "
    UPDATE conversations
       SET last_message = (SELECT log_position FROM event_log e
                            WHERE e.conversation_id = conversations.id AND e.sequence = conversations.last_sequence)";
const READ: &str = "
    INSERT INTO progress (conversation_id, member_id, member_kind, received, read, at_position)
    SELECT id, (SELECT id FROM agents), 2, last_sequence, last_sequence - id % 3, 1 FROM conversations";

/// Makes the folder, and fills it.
fn fill(data: &Path, conversations: usize, messages: usize) -> anyhow::Result<String> {
    done(data, &["init"], "");
    let add = ["agent", "add", "--email", "bench@example.com", "--name", "Bench", "--password-stdin"];
    done(data, &add, "a password of no importance\n");
    let token = done(data, &["token", "create", "--agent", "bench@example.com", "--name", "bench"], "");
    let conn = Connection::open(data.join(servicedesk::storage::DATABASE_FILE))?;
    conn.execute_batch(
        "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF; BEGIN",
    )?;
    let (count, each, now) = (conversations as i64, messages as i64, SystemClock::shared().now().0);
    for (number, name) in ["售前", "售后", "物流"].iter().enumerate() {
        let row = params![501 + number as i64, number as i64, name];
        conn.execute(
            "INSERT INTO teams (id, slot, name, name_key, created_at) VALUES (?1, ?2, ?3, ?3, 0)",
            row,
        )?;
    }
    conn.execute(PEOPLE, params![count, now - 700 * DAY_MS])?;
    conn.execute(VISITORS, [])?;
    conn.execute(CONVERSATIONS, params![count, now, each])?;
    conn.execute(LABELS, [])?;
    conn.execute(EVENTS, [each])?;
    // The newest conversation that somebody works on has a long thread.
    let long = long_thread(&conn)?;
    conn.execute(
        "WITH RECURSIVE n(s) AS (SELECT ?2 + 1 UNION ALL SELECT s + 1 FROM n WHERE s < ?3)
         INSERT INTO event_log (at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount)
         SELECT updated_at, 1, id, s, 1, visitor_id, 0, 0 FROM conversations, n WHERE id = ?1",
        params![long, each, LONG],
    )?;
    conn.execute("UPDATE conversations SET last_sequence = ?2 WHERE id = ?1", params![long, LONG])?;
    conn.execute(MESSAGES, [SAID])?;
    conn.execute(LAST, [])?;
    conn.execute(READ, [])?;
    conn.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")?;
    Ok(token)
}

fn long_thread(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("SELECT MAX(id) FROM conversations WHERE state = 3", [], |row| row.get(0))
}

/// Ten filters that people save.
fn filters() -> Vec<(&'static str, Value)> {
    let is = |field: &str, value: Value| json!({ "field": field, "op": "is", "value": value });
    let has = |label: &str| json!({ "field": "label", "op": "has", "value": label });
    let more = |field: &str, ms: i64| json!({ "field": field, "op": "more_than", "value": ms });
    let unclosed = json!({ "field": "state", "op": "is_not", "value": "closed" });
    let urgent = json!({ "field": "priority", "op": "in", "value": ["urgent", "high"] });
    let group = json!({ "any": [has("退款"), urgent, more("waiting_ms", 1_800_000)] });
    let many: Vec<Value> = (0..28).map(|number| more("age_ms", number * 60_000)).collect();
    vec![
        ("everything", json!({ "all": [] })),
        ("unclosed with a label", json!({ "all": [unclosed, has("退款")] })),
        ("a label that many have", has("物流")),
        ("a label that few have", has("罕见")),
        ("waiting long, urgent or labelled", json!({ "all": [unclosed, group] })),
        (
            "mine, verified",
            json!({ "all": [is("agent", json!("me")), is("verified", json!(true)), unclosed] }),
        ),
        ("closed, by a team", json!({ "all": [is("state", json!("closed")), is("channel", json!("api"))] })),
        ("of nobody", json!({ "all": [is("agent", Value::Null), more("idle_ms", 600_000)] })),
        ("what nothing is", json!({ "all": [is("channel", json!("fax")), is("verified", json!(true))] })),
        ("thirty conditions", json!({ "all": [unclosed, is("channel", json!("web")), { "any": many }] })),
    ]
}

fn told(what: &str, mut took: Vec<Duration>) -> f64 {
    took.sort_unstable();
    let at = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)].as_secs_f64() * 1_000.0;
    println!("  {what:48} p50 {:7.2} ms   p95 {:7.2} ms", at(50), at(95));
    at(95)
}

async fn timed(program: &Program, path: &str) -> anyhow::Result<Vec<Duration>> {
    let mut took = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let answer = program.call(path, None).await;
        anyhow::ensure!(answer.status().is_success(), "{path}: {}", answer.status());
        drop(answer.bytes().await?);
        took.push(began.elapsed());
    }
    Ok(took)
}

/// Fills a folder and measures the desk on it.
pub async fn measure(conversations: usize, messages: usize) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let data = folder.path().join("data");
    let began = Instant::now();
    let token = fill(&data, conversations, messages)?;
    let file = data.join(servicedesk::storage::DATABASE_FILE);
    let (bytes, all) = (std::fs::metadata(&file)?.len(), conversations * messages + LONG as usize);
    println!(
        "{conversations} conversations, {all} messages, by SQL in {:.0} s",
        began.elapsed().as_secs_f64()
    );
    println!("  database: {:.2} GB, {:.0} bytes a message", bytes as f64 / 1e9, bytes as f64 / all as f64);

    // The desk and who asks it share one processor from here on.
    let alone = Command::new("taskset").args(["-acp", "0", &std::process::id().to_string()]).output();
    anyhow::ensure!(alone.is_ok_and(|ended| ended.status.success()), "taskset (util-linux) is needed");
    // Nothing is given out meanwhile: that moves rows.
    let variables: Vec<(&str, &str)> =
        UNLIMITED.iter().copied().chain([("SERVICEDESK_ROUTING__ENABLED", "false")]).collect();
    Served::start(&data, &variables).stop();
    let began = Instant::now();
    let served = Served::start(&data, &variables);
    println!("  start: {:.0} ms", began.elapsed().as_secs_f64() * 1_000.0);
    let program = Program::new(&served.origin, &token);

    let mut worst = Vec::new();
    for view in ["mine", "mentions", "unassigned", "waiting", "open", "snoozed", "closed", "all"] {
        for sort in ["waiting", "newest", "due"] {
            let path = format!("/api/v1/conversations?view={view}&sort={sort}");
            worst.push(told(&format!("{view}, by {sort}"), timed(&program, &path).await?));
        }
    }
    for (name, filter) in filters() {
        let view: Value = program
            .call("/api/v1/views", Some(json!({ "name": name, "filter": filter })))
            .await
            .error_for_status()?
            .json()
            .await?;
        let view = view["id"].as_str().context("an id")?.to_owned();
        for sort in ["waiting", "newest", "due"] {
            let path = format!("/api/v1/conversations?view={view}&sort={sort}");
            worst.push(told(&format!("saved: {name}, by {sort}"), timed(&program, &path).await?));
        }
    }
    println!("  the worst page: p95 {:.2} ms, at most 100", worst.iter().copied().fold(0.0, f64::max));
    let counts = told("counts of all views", timed(&program, "/api/v1/conversations/counts").await?);
    println!("  {:?}", program.get("/api/v1/conversations/counts").await.to_string());
    println!("  counts: p95 {counts:.2} ms, at most 10");
    let long = ConversationId(long_thread(&Connection::open(&file)?)?);
    let path = format!("/api/v1/conversations/{long}/entries?limit=200");
    told("the end of a thread of 10,000", timed(&program, &path).await?);
    let began = Instant::now();
    anyhow::ensure!(program.entries(&long.to_string()).await.len() == LONG as usize, "a whole thread");
    println!("  all of it in pages of 200: {:.0} ms", began.elapsed().as_secs_f64() * 1_000.0);
    let (own, with_files) = (usage::resident(served.pid())?, usage::resident_all(served.pid())?);
    println!("  memory: {:.1} MB of its own, {:.1} MB with files", own as f64 / 1e6, with_files as f64 / 1e6);
    served.stop();
    Ok(())
}
