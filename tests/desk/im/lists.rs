//! Lists that agents watch: the desk says which conversations stand in them, and in which order.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::units::TimeSpan;

use crate::support::{Agent, Link, TestDesk, Visitor, hurried, send};

/// A desk that tells every change at once, and counts as often.
async fn told_at_once() -> TestDesk {
    TestDesk::with(|config| {
        hurried(config);
        config.im.rows_every = TimeSpan::from_millis(0);
        config.im.counts_every = TimeSpan::from_millis(0);
    })
    .await
}

fn watch(more: &Value) -> Value {
    let mut frame = json!({ "type": "watch" });
    frame.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    frame
}

/// What a client knows of the list.
#[derive(Default)]
struct Known {
    rows: Vec<Value>,
    counts: Value,
}

impl Known {
    fn ids(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
    }

    fn take(&mut self, frame: &Value) {
        match frame["type"].as_str().unwrap() {
            "rows" => {
                self.rows.clone_from(frame["items"].as_array().unwrap());
                self.counts = frame["counts"].clone();
            }
            "counts" => {
                self.counts = frame.clone();
                self.counts.as_object_mut().unwrap().retain(|key, _| key != "type" && key != "request_id");
            }
            "row" if frame["gone"] == true => self.rows.retain(|row| row["id"] != frame["id"]),
            "row" => {
                self.rows.retain(|row| row["id"] != frame["row"]["id"]);
                let at = match frame["after"].as_str() {
                    Some(after) => {
                        1 + self.ids().iter().position(|id| *id == after).expect("it stands there")
                    }
                    None => 0,
                };
                self.rows.insert(at, frame["row"].clone());
            }
            other => panic!("{other} is nothing of lists"),
        }
    }
}

/// The next frame that tells of the list.
async fn next(link: &mut Link) -> Value {
    loop {
        if let crate::support::Arrival::Frame(frame) = link.next().await
            && ["rows", "row", "counts"].iter().any(|kind| frame["type"] == *kind)
        {
            return frame;
        }
    }
}

/// Reads until the client knows what the desk answers who asks.
async fn agrees(link: &mut Link, known: &mut Known, owner: &Agent, list: &str, rows: usize) {
    loop {
        let asked = owner.get(&format!("/api/v1/conversations?{list}&limit={rows}")).await.ok(200);
        let counts = owner.get("/api/v1/conversations/counts").await.ok(200);
        if *asked["items"].as_array().unwrap() == known.rows && counts == known.counts {
            return;
        }
        let frame = next(link).await;
        known.take(&frame);
    }
}

#[tokio::test]
async fn what_happens_moves_the_rows() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let mut link = owner.connect().await;
    link.say(&watch(&json!({ "view": "open", "rows": 50, "request_id": "r1" }))).await;
    let rows = link.expect("rows").await;
    assert_eq!(
        (&rows["view"], &rows["request_id"], &rows["more"]),
        (&json!("open"), &json!("r1"), &json!(false))
    );
    assert_eq!((&rows["items"], &rows["counts"]["open"]), (&json!([]), &json!(0)));
    let (_first, one) = desk.visitor().await.begin("在吗?").await;
    let row = link.expect("row").await;
    assert_eq!(
        (&row["row"]["id"], &row["after"], &row["request_id"]),
        (&json!(one), &json!(null), &json!("r1"))
    );
    desk.clock.advance(Duration::from_secs(1));
    let (_second, two) = desk.visitor().await.begin("有人吗?").await;
    loop {
        let row = link.expect("row").await;
        if row["row"]["id"] == json!(two) {
            assert_eq!(row["after"], json!(one), "who waits longer stands above");
            break;
        }
    }
    owner.act(&one, "resolve", json!({})).await.ok(200);
    loop {
        let row = link.expect("row").await;
        if row["gone"] == true {
            assert_eq!((&row["id"], &row["view"]), (&json!(one), &json!("open")));
            break;
        }
    }
}

#[tokio::test]
async fn whatever_happens_the_watched_list_is_the_list() {
    for (view, sort) in [
        ("open", "waiting"),
        ("mine", "newest"),
        ("waiting", "waiting"),
        ("closed", "newest"),
        ("saved", "due"),
    ] {
        let desk = told_at_once().await;
        let owner = desk.owner().await;
        let (mut link, mut known) = (owner.connect().await, Known::default());
        let filter =
            json!({ "any": [{ "field": "agent", "op": "is", "value": "me" }, is("state", "closed")] });
        let saved = saved(&owner, &filter).await;
        let view = if view == "saved" { &saved } else { view };
        let list = format!("view={view}&sort={sort}");
        link.say(&watch(&json!({ "view": view, "sort": sort, "rows": 3 }))).await;
        let mut customers: Vec<(Visitor, Link, String)> = Vec::new();
        for step in 0..40_usize {
            desk.clock.advance(Duration::from_millis(700));
            // Of 40 acts in a fixed order, each hits another conversation.
            if step % 5 == 0 {
                let visitor = desk.visitor().await;
                let (link, id) = visitor.begin("你好").await;
                customers.push((visitor, link, id));
            }
            let which = (step * 7) % customers.len();
            let (_, customer, id) = &mut customers[which];
            let act = |action: &'static str, body: Value| (action, body);
            let (action, body) = match step % 9 {
                1 => act("assign", json!({ "agent_id": owner.id })),
                2 => act("messages", json!({ "content": { "kind": "text", "text": "好" } })),
                3 => act("labels", json!({ "labels": ["退款"] })),
                4 => act("resolve", json!({})),
                5 => act("reopen", json!({})),
                6 => act("snooze", json!({ "until": null })),
                7 => act("assign", json!({ "agent_id": null })),
                _ => {
                    customer.say(&send(&format!("m{step}"), id.as_str(), "还在吗")).await;
                    // Among what was said to them meanwhile.
                    while customer.told().await["type"] != "accepted" {}
                    continue;
                }
            };
            // Some cannot be done where the conversation stands.
            drop(owner.act(id, action, body).await);
            if step % 3 == 0 {
                agrees(&mut link, &mut known, &owner, &list, 3).await;
            }
        }
        agrees(&mut link, &mut known, &owner, &list, 3).await;
    }
}

fn is(field: &str, value: &str) -> Value {
    json!({ "field": field, "op": "is", "value": value })
}

async fn saved(agent: &Agent, filter: &Value) -> String {
    let view = agent.post("/api/v1/views", &json!({ "name": "x", "filter": filter })).await.ok(201);
    view["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_saved_view_tells_what_time_alone_changes() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let waits_long = json!({ "field": "waiting_ms", "op": "more_than", "value": 20_000 });
    let view = saved(&owner, &waits_long).await;
    let (_customer, id) = desk.visitor().await.begin("在吗?").await;
    let (mut link, mut known) = (owner.connect().await, Known::default());
    link.say(&watch(&json!({ "view": view }))).await;
    agrees(&mut link, &mut known, &owner, &format!("view={view}"), 50).await;
    assert_eq!((known.rows.len(), &known.counts[&view]), (0, &json!(0)));
    desk.clock.advance(Duration::from_secs(21));
    agrees(&mut link, &mut known, &owner, &format!("view={view}"), 50).await;
    assert_eq!((&known.rows[0]["id"], &known.counts[&view]), (&json!(id), &json!(1)));
    // Whoever looks at another list is told the new number, too.
    link.say(&watch(&json!({ "view": "closed" }))).await;
    agrees(&mut link, &mut known, &owner, "view=closed", 50).await;
    let (_second, _) = desk.visitor().await.begin("有人吗?").await;
    desk.clock.advance(Duration::from_secs(21));
    agrees(&mut link, &mut known, &owner, "view=closed", 50).await;
    assert_eq!(known.counts[&view], json!(2));
}

#[tokio::test]
async fn a_view_that_is_gone_is_told_no_more() {
    let desk = told_at_once().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let view = saved(&owner, &is("channel", "web")).await;
    let mut link = owner.connect().await;
    link.say(&watch(&json!({ "view": view, "request_id": "r1" }))).await;
    link.expect("rows").await;
    let path = format!("/api/v1/views/{view}");
    let narrower = json!({ "filter": is("state", "closed") });
    owner.call(Method::PATCH, &path, &narrower).await.ok(200);
    link.expect("rows").await;
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    let gone = link.expect("error").await;
    assert_eq!((&gone["code"], &gone["request_id"]), (&json!("not_found"), &json!("r1")));
    // A colleague's is as missing as one that never was.
    let other = saved(&owner, &is("channel", "web")).await;
    let mut link = colleague.connect().await;
    link.say(&watch(&json!({ "view": other, "request_id": "r2" }))).await;
    let gone = link.expect("error").await;
    assert_eq!((&gone["code"], &gone["request_id"]), (&json!("not_found"), &json!("r2")));
}

#[tokio::test]
async fn whether_the_customer_is_there_is_told_with_the_row() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (there, id) = visitor.begin("在吗?").await;
    let (mut link, mut known) = (owner.connect().await, Known::default());
    link.say(&watch(&json!({ "view": "open" }))).await;
    agrees(&mut link, &mut known, &owner, "view=open", 50).await;
    assert_eq!((&known.rows[0]["id"], &known.rows[0]["online"]), (&json!(id), &json!(true)));
    drop(there);
    while known.rows[0]["online"] == true {
        let frame = next(&mut link).await;
        known.take(&frame);
    }
    // What the agent reads changes what they have not read.
    assert_eq!(known.rows[0]["unread"], 1);
    link.say(&json!({ "type": "viewing", "conversation_id": id })).await;
    link.say(&json!({ "type": "progress", "read": { &id: 1 } })).await;
    while known.rows[0]["unread"] == 1 {
        desk.clock.advance(Duration::from_secs(1));
        let frame = next(&mut link).await;
        known.take(&frame);
    }
}

#[tokio::test]
async fn another_list_takes_the_place_of_the_first_and_null_ends_it() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let labelled = owner.act(&id, "labels", json!({ "labels": ["退款"] })).await.ok(200);
    owner.published(&labelled["log_position"]).await;
    let mut link = owner.connect().await;
    for (frame, length) in [
        (json!({ "view": "open", "label": "退款" }), 1),
        (json!({ "view": "open", "label": "别的" }), 0),
        (json!({ "view": "closed" }), 0),
    ] {
        link.say(&watch(&frame)).await;
        let rows = link.expect("rows").await;
        assert_eq!(rows["request_id"], frame["request_id"]);
        assert_eq!(rows["items"].as_array().unwrap().len(), length, "{frame}");
    }
    link.say(&watch(&json!({ "view": null }))).await;
    link.silent().await;
    owner.act(&id, "resolve", json!({})).await.ok(200);
    link.expect("entry").await;
    assert!(link.ephemerals("row").await.is_empty());
    for wrong in
        [json!({ "view": "nowhere" }), json!({ "view": "open", "sort": "size" }), json!({ "view": 7 })]
    {
        let mut frame = watch(&wrong);
        frame["request_id"] = json!("w");
        assert_eq!(link.error(&frame).await, "invalid");
    }
}

#[tokio::test]
async fn a_list_ends_with_the_longest_frame_and_says_so() {
    let desk = TestDesk::with(|config| {
        config.im.rows_every = TimeSpan::from_millis(0);
        config.im.frame_bytes = 8_192;
    })
    .await;
    let owner = desk.owner().await;
    for _ in 0..20 {
        desk.visitor().await.begin("在吗?".repeat(20).as_str()).await;
    }
    let mut link = owner.connect().await;
    link.say(&watch(&json!({ "view": "open", "rows": 200 }))).await;
    let rows = link.expect("rows").await;
    assert!(rows.to_string().len() <= 8_192 && rows["more"] == true, "{rows}");
    let count = rows["items"].as_array().unwrap().len();
    assert!((2..20).contains(&count), "{count}");
}

#[tokio::test]
async fn lists_are_nothing_for_visitors() {
    let desk = told_at_once().await;
    let (mut link, _) = desk.visitor().await.begin("在吗?").await;
    link.say(&watch(&json!({ "view": "all" }))).await;
    link.post("m2", json!(null), "还在吗").await;
    assert!(link.ephemerals("rows").await.is_empty());
    let owner = desk.owner().await;
    owner.call(Method::GET, "/api/v1/conversations?view=all", &json!({})).await.ok(200);
}

#[tokio::test]
async fn pages_that_share_a_link_watch_lists_of_their_own() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let mut link = owner.connect().await;
    for name in ["a", "b"] {
        let view = if name == "a" { "open" } else { "closed" };
        link.say(&watch(&json!({ "view": view, "request_id": name }))).await;
        assert_eq!(link.expect("rows").await["request_id"], name);
    }
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let row = link.expect("row").await;
    assert_eq!((&row["request_id"], &row["row"]["id"]), (&json!("a"), &json!(id)));
    link.say(&watch(&json!({ "view": null, "request_id": "a" }))).await;
    owner.act(&id, "resolve", json!({})).await.ok(200);
    loop {
        let row = link.expect("row").await;
        // What was on its way before the list ended may still come.
        if row["request_id"] == "b" {
            assert_eq!(row["row"]["id"], json!(id));
            break;
        }
    }
    // One more than can be watched ends another.
    for number in 0..8 {
        link.say(&watch(&json!({ "view": "open", "request_id": format!("more {number}") }))).await;
        link.expect("rows").await;
    }
    let (_other, _) = desk.visitor().await.begin("你好").await;
    let mut told = std::collections::BTreeSet::new();
    while told.len() < 8 {
        let row = link.expect("row").await;
        told.insert(row["request_id"].as_str().unwrap().to_owned());
    }
    assert!(!told.contains("b"), "{told:?}");
}

#[tokio::test]
async fn a_list_of_tickets_is_told_as_it_changes() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let new = |title: &str| json!({ "user_id": "user-1", "title": title });
    let first = owner.post("/api/v1/tickets", &new("一")).await.ok(201);
    let mut link = owner.connect().await;
    link.say(&watch(&json!({ "view": "tickets:unsolved", "sort": "number", "rows": 10 }))).await;
    let mut known = Known::default();
    known.take(&link.expect("rows").await);
    assert_eq!(known.ids(), [first["id"].as_str().unwrap()]);
    let expected = json!({
        "number": 1, "name": "T-1", "title": "一", "status_id": "ts_0000000000001", "category": "new",
        "type_id": null, "due_at": null,
    });
    assert_eq!(known.rows[0]["ticket"], expected);
    assert_eq!((&known.counts["unsolved"], &known.counts["solved"]), (&json!(1), &json!(0)));
    // A chat is none of it.
    let (_link, _) = desk.visitor().await.begin("在吗?").await;
    let second = owner.post("/api/v1/tickets", &new("二")).await.ok(201);
    while known.rows.len() < 2 {
        known.take(&next(&mut link).await);
    }
    assert_eq!(known.ids(), [second["id"].as_str().unwrap(), first["id"].as_str().unwrap()]);
    let solved = json!({ "status_id": "ts_0000000000005" });
    owner.post("/api/v1/tickets/T-1/status", &solved).await.ok(200);
    while known.rows.len() > 1 || known.counts["solved"] != 1 {
        known.take(&next(&mut link).await);
    }
    assert_eq!(known.ids(), [second["id"].as_str().unwrap()]);
    link.say(&watch(&json!({ "view": "tickets:mood" }))).await;
    // What was on its way comes first.
    let refused = loop {
        let told = link.told().await;
        if told["type"] == "error" {
            break told;
        }
    };
    assert_eq!(refused["code"], "invalid");
}
