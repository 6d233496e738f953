//! The team's labels, and one action on many conversations with its way back.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk, send};

const ALL: &str = "/api/v1/labels";

async fn labels(agent: &Agent) -> Vec<(String, i64)> {
    let listed = agent.get(ALL).await.ok(200);
    let items = listed["items"].as_array().unwrap();
    items
        .iter()
        .map(|row| (row["name"].as_str().unwrap().to_owned(), row["conversations"].as_i64().unwrap()))
        .collect()
}

async fn row(agent: &Agent, conversation: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)
}

fn at(label: &Value, more: &str) -> String {
    format!("{ALL}/{}{more}", label["id"].as_str().unwrap())
}

#[tokio::test]
async fn labels_are_added_renamed_merged_and_removed_everywhere() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_one, first) = desk.visitor().await.begin("一").await;
    let (_two, second) = desk.visitor().await.begin("二").await;
    let refund = colleague.post(ALL, &json!({ "name": " 退款 ", "colour": 4 })).await.ok(201);
    assert_eq!((refund["name"].clone(), refund["colour"].clone()), (json!("退款"), json!(4)));
    colleague.post(ALL, &json!({ "name": "退款" })).await.problem(409, "label_taken");
    // An unknown name on a conversation joins the catalogue.
    colleague.act(&first, "labels", json!({ "labels": ["退款", "常客"] })).await.ok(200);
    colleague.act(&second, "labels", json!({ "labels": ["退货"] })).await.ok(200);
    assert_eq!(labels(&owner).await, [("常客".into(), 1), ("退款".into(), 1), ("退货".into(), 1)]);

    // Changing them is for who manages.
    for (method, more, body) in [
        (Method::PATCH, "", json!({ "name": "x" })),
        (Method::POST, "/merge", json!({ "into": refund["id"] })),
        (Method::DELETE, "", json!({})),
    ] {
        colleague.call(method, &at(&refund, more), &body).await.problem(403, "forbidden");
    }
    let change = async |body: Value| owner.call(Method::PATCH, &at(&refund, ""), &body).await;
    change(json!({ "name": "常客" })).await.problem(409, "label_taken");
    assert_eq!(change(json!({ "colour": 5 })).await.wrong_field(), "colour");
    assert_eq!(change(json!({ "name": " " })).await.wrong_field(), "name");
    assert_eq!(change(json!({ "name": "退款中" })).await.ok(200)["conversations"], 1);
    assert_eq!(row(&owner, &first).await["labels"], json!(["退款中", "常客"]));

    let listed = owner.get(ALL).await.ok(200);
    let goods = listed["items"].as_array().unwrap().iter().find(|row| row["name"] == "退货").unwrap().clone();
    let merged = owner.post(&at(&goods, "/merge"), &json!({ "into": refund["id"] })).await.ok(200);
    assert_eq!(merged["conversations"], 2);
    assert_eq!(row(&owner, &second).await["labels"], json!(["退款中"]));
    owner.post(&at(&goods, "/merge"), &json!({ "into": refund["id"] })).await.problem(404, "not_found");
    owner.post(&at(&refund, "/merge"), &json!({ "into": refund["id"] })).await.ok(200);

    owner.call(Method::DELETE, &at(&refund, ""), &json!({})).await.ok(204);
    assert_eq!(row(&owner, &first).await["labels"], json!(["常客"]));
    assert_eq!(labels(&owner).await, [("常客".into(), 1)]);
}

#[tokio::test]
async fn a_list_holds_one_label_only_page_by_page() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut wanted = Vec::new();
    for i in 0..5 {
        let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
        if i % 2 == 0 {
            owner.act(&conversation, "labels", json!({ "labels": ["加急"] })).await.ok(200);
            wanted.push(conversation);
        }
    }
    for sort in ["waiting", "newest"] {
        let rows = owner.all(&format!("/api/v1/conversations?label=加急&sort={sort}&limit=2")).await;
        let mut ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        assert_eq!(ids, wanted, "{sort}");
    }
    assert_eq!(owner.all("/api/v1/conversations?label=没有&limit=2").await.len(), 0);
    assert_eq!(owner.get("/api/v1/conversations?label=%20").await.wrong_field(), "label");
}

const BULK: &str = "/api/v1/conversations/bulk";

/// What the way back has to bring back.
fn standing(row: &Value) -> Value {
    json!({
        "state": row["state"], "agent_id": row["agent_id"], "snoozed_until": row["snoozed_until"],
        "labels": row["labels"], "waiting_since": row["waiting_since"],
    })
}

#[tokio::test]
async fn many_are_acted_on_at_once_and_put_back() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let mut ids = Vec::new();
    for _ in 0..4 {
        ids.push(desk.visitor().await.begin("在吗?").await.1);
    }
    owner.act(&ids[1], "assign", json!({ "agent_id": owner.id })).await.ok(200);
    owner.act(&ids[2], "labels", json!({ "labels": ["常客"] })).await.ok(200);
    owner.act(&ids[3], "snooze", json!({ "until": "2026-03-02T09:00:00Z" })).await.ok(200);
    let mut link = colleague.connect().await;

    for (body, field, after) in [
        (json!({ "action": "assign", "agent_id": colleague.id }), "agent_id", json!(colleague.id)),
        (json!({ "action": "close" }), "state", json!("closed")),
        (json!({ "action": "snooze", "until": null }), "state", json!("snoozed")),
        (json!({ "action": "label", "labels": ["加急"] }), "labels", json!(["加急"])),
    ] {
        let mut before = Vec::new();
        for id in &ids {
            before.push(standing(&row(&owner, id).await));
        }
        let mut asked = body.clone();
        asked["ids"] = json!(ids);
        let done = owner.post(BULK, &asked).await.ok(200);
        let items = done["items"].as_array().unwrap();
        let mut changed = 0;
        for (id, item) in ids.iter().zip(items) {
            assert_eq!(item["id"], *id);
            let now = row(&owner, id).await;
            if item["done"] == true {
                changed += 1;
                let labels = now["labels"].as_array().unwrap();
                let holds = if field == "labels" { labels.contains(&after[0]) } else { now[field] == after };
                assert!(holds, "{body} {now}");
            } else {
                assert_eq!(item["code"], "wrong_state", "{body}");
            }
        }
        assert!(changed > 0, "{body}");
        // An open workbench hears of each.
        for _ in 0..changed {
            link.expect("entry").await;
        }
        let back: Vec<Value> = items
            .iter()
            .filter(|item| item["done"] == true)
            .map(|item| {
                let mut back = item["before"].clone();
                back["id"] = item["id"].clone();
                back
            })
            .collect();
        let undone = owner.post(BULK, &json!({ "action": "restore", "items": back })).await.ok(200);
        assert!(undone["items"].as_array().unwrap().iter().all(|item| item["done"] == true), "{undone}");
        for (id, before) in ids.iter().zip(&before) {
            assert_eq!(standing(&row(&owner, id).await), *before, "{body}");
        }
        link.leave().await;
        link = colleague.connect().await;
    }
}

#[tokio::test]
async fn what_names_nothing_is_told_and_the_rest_is_done() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let ids = json!([conversation, "c_0000000000001", "nonsense", conversation]);
    let done = owner.post(BULK, &json!({ "action": "close", "ids": ids })).await.ok(200);
    let codes: Vec<&Value> = done["items"].as_array().unwrap().iter().map(|item| &item["code"]).collect();
    assert_eq!(codes, [&json!(null), &json!("not_found"), &json!("not_found"), &json!("wrong_state")]);

    let many: Vec<String> = (0..201).map(|i| format!("c_{i}")).collect();
    for (body, field) in [
        (json!({ "action": "dance", "ids": [conversation] }), "action"),
        (json!({ "action": "close", "ids": [] }), "ids"),
        (json!({ "action": "close", "ids": many }), "ids"),
        (json!({ "action": "restore", "items": [] }), "items"),
        (json!({ "action": "snooze", "ids": [conversation], "until": "soon" }), "until"),
        (json!({ "action": "snooze", "ids": [conversation], "until": "2020-01-01T00:00:00Z" }), "until"),
        (json!({ "action": "assign", "ids": [conversation], "agent_id": "x" }), "agent_id"),
        (json!({ "action": "label", "ids": [conversation], "labels": [""] }), "labels"),
        (
            json!({ "action": "restore", "items": [{ "id": conversation, "state": "gone", "labels": [] }] }),
            "items.state",
        ),
    ] {
        assert_eq!(owner.post(BULK, &body).await.wrong_field(), field, "{body}");
    }
    let unknown = json!({ "action": "assign", "ids": [conversation], "agent_id": "a_0000000000001" });
    owner.post(BULK, &unknown).await.problem(422, "unknown_agent");
}

#[tokio::test]
async fn put_off_until_the_customer_answers() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    owner.act(&conversation, "snooze", json!({ "until": null })).await.ok(200);
    let put_off = row(&owner, &conversation).await;
    assert_eq!((put_off["state"].clone(), put_off["snoozed_until"].clone()), (json!("snoozed"), json!(null)));
    link.expect("entry").await;
    link.say(&send("m2", json!(null), "还在吗?")).await;
    assert_eq!(link.expect("entry").await["state"], "waiting");
    link.expect("accepted").await;
    assert_eq!(row(&owner, &conversation).await["state"], "waiting");
}
