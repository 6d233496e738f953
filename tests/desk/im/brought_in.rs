//! Demo data is told to no live link; agents' clients load anew when it is there, and again when it has gone.

use std::collections::BTreeMap;

use rusqlite::types::Value as Cell;
use serde_json::json;
use servicedesk::flows::Caller;
use servicedesk::flows::demo::{self, Plan};

use crate::support::TestDesk;

/// Every row of every table but the log itself, which never forgets that something was there.
/// The index of the search is of its own form, and held against what it is made from elsewhere.
async fn rows(desk: &TestDesk) -> BTreeMap<String, Vec<String>> {
    let all = desk.inside().db.read(|conn| {
        let names: Vec<String> = conn
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                       AND name NOT LIKE 'search_%'",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut tables = BTreeMap::new();
        for name in names {
            // Kinds 24 and 27 only say that something was brought in or taken out.
            let only = if name == "event_log" { "WHERE kind NOT IN (24, 27)" } else { "" };
            let mut statement = conn.prepare(&format!("SELECT * FROM {name} {only}"))?;
            let kept: Vec<usize> = (0..statement.column_count())
                .filter(|column| {
                    !matches!(statement.column_name(*column), Ok("rights_position" | "last_seen_at"))
                })
                .collect();
            let read = statement.query_map([], |row| {
                let cells: Vec<Cell> =
                    kept.iter().map(|column| row.get(*column)).collect::<rusqlite::Result<_>>()?;
                Ok(format!("{cells:?}"))
            })?;
            tables.insert(name, read.collect::<rusqlite::Result<_>>()?);
        }
        Ok(tables)
    });
    all.await.unwrap()
}

#[tokio::test]
async fn it_is_told_to_nobody_and_goes_without_a_trace() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let (mut customer, conversation) = visitor.begin("真的").await;
    let mut agent = owner.connect().await;
    // The log has it that they came.
    while agent.expect("presence").await["presence"].is_null() {}
    let before = rows(&desk).await;

    let wanted = Plan { conversations: 60, messages: None, locale: None };
    let stored = demo::seed(desk.inside(), Caller::operator(), wanted, &|_| {}).await.unwrap();
    assert_eq!(stored.conversations, 60);
    assert_eq!(agent.expect("behind").await["reason"], "rights_changed");
    let cursor = agent.cursor();
    let mut reloaded = owner.resume(&cursor).await;
    assert_eq!(reloaded.welcome["resume"], "reload");
    // The customer heard nothing of it, and real work goes on over both links.
    customer.silent().await;
    owner.reply(&conversation, "您好").await;
    assert_eq!(reloaded.expect("message").await["content"]["text"], "您好");
    customer.expect("message").await;
    let rows_of = |view: &'static str| {
        let owner = owner.clone();
        async move { owner.all(&format!("/api/v1/conversations?view={view}&limit=200")).await }
    };
    assert_eq!(rows_of("all").await.len(), 61);
    for view in ["waiting", "open", "snoozed", "closed"] {
        assert!(!rows_of(view).await.is_empty(), "{view}");
    }
    // Whatever is done to demo data goes with it.
    let waiting = rows_of("waiting").await;
    let demo = waiting.iter().find(|row| row["id"] != conversation.as_str()).unwrap()["id"].as_str().unwrap();
    let answered = owner.reply(demo, "在的").await;
    assert_eq!(reloaded.expect("message").await["sequence"], answered["sequence"]);
    owner.act(demo, "transfer", json!({ "agent_id": colleague.id, "note": "看一下" })).await.ok(200);

    let removed = demo::remove(desk.inside(), Caller::operator(), &|_| {}).await.unwrap();
    assert_eq!(removed.conversations, 60);
    assert_eq!(rows_of("all").await.len(), 1);
    owner.act(demo, "resolve", json!({})).await.problem(404, "not_found");
    let mut after = rows(&desk).await;
    // What was really said meanwhile stays, what the answer implied, that labels were added and went again, and that each
    // demo conversation is gone.
    for (table, more) in [("event_log", 65), ("messages", 1)] {
        assert_eq!(after[table].len(), before[table].len() + more, "{table}");
        after.insert(table.into(), before[table].clone());
    }
    // When a token was last used is noted in passing, and how far readers of the log are.
    for table in ["conversations", "api_tokens", "followers"] {
        after.insert(table.into(), before[table].clone());
    }
    assert_eq!(after, before);
}
