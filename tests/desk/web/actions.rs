//! What agents do with a conversation: each leaves an entry, typing leaves none.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Agent, TestDesk, send};

async fn row(agent: &Agent, conversation: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)
}

#[tokio::test]
async fn each_action_leaves_an_entry_and_says_where_it_stands() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let mut agent = owner.connect().await;
    let mut sequence = 1;
    for (action, body, kind, told) in [
        (
            "assign",
            json!({ "agent_id": owner.id }),
            "assigned",
            json!({ "agent_id": owner.id, "agent_name": "小梅", "reason": null }),
        ),
        ("assign", json!({ "agent_id": null }), "unassigned", json!({})),
        (
            "transfer",
            json!({ "agent_id": colleague.id, "note": " 认识快递 " }),
            "transferred",
            json!({ "agent_id": colleague.id, "agent_name": "阿强", "note": "认识快递" }),
        ),
        (
            "snooze",
            json!({ "until": "2026-03-02T17:00:00+08:00" }),
            "state",
            json!({ "state": "snoozed", "until": "2026-03-02T09:00:00.000Z" }),
        ),
        ("reopen", json!({}), "state", json!({ "state": "open", "until": null })),
        ("resolve", json!({}), "state", json!({ "state": "closed" })),
        ("reopen", json!({}), "state", json!({ "state": "open" })),
        ("rate", json!({ "score": 4 }), "rated", json!({ "score": 4, "comment": null })),
        (
            "labels",
            json!({ "labels": [" 退款 ", "常客", "退款"] }),
            "labels",
            json!({ "labels": ["退款", "常客"] }),
        ),
    ] {
        let answer = owner.act(&conversation, action, body).await.ok(200);
        let entry = agent.expect("entry").await;
        sequence += 1;
        assert_eq!(answer["sequence"], sequence, "{action}");
        for field in ["conversation_id", "sequence", "log_position"] {
            assert_eq!(answer[field], entry[field], "{action} {field}");
        }
        assert_eq!(entry["kind"], kind);
        assert_eq!(entry["by"], json!({ "kind": "agent", "id": owner.id, "name": "小梅" }));
        assert_eq!(entry["at"], "2026-03-01T08:00:00.000Z");
        for (field, value) in told.as_object().unwrap() {
            assert_eq!(&entry[field], value, "{action} {field}");
        }
    }
    let row = row(&owner, &conversation).await;
    assert_eq!((&row["labels"], &row["last_sequence"]), (&json!(["退款", "常客"]), &json!(sequence)));
    owner.act(&conversation, "typing", json!({ "active": true })).await.ok(204);
    assert_eq!(owner.entries(&conversation).await.len(), 10);
}

#[tokio::test]
async fn assigning_opens_and_taking_back_makes_wait() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    owner.act(&conversation, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    let taken = row(&owner, &conversation).await;
    assert_eq!((&taken["state"], &taken["agent_id"]), (&json!("open"), &json!(owner.id)));
    owner.act(&conversation, "assign", json!({ "agent_id": null })).await.ok(200);
    let free = row(&owner, &conversation).await;
    assert_eq!((&free["state"], &free["agent_id"]), (&json!("waiting"), &json!(null)));
}

#[tokio::test]
async fn a_snoozed_conversation_wakes_at_its_time() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let mut agent = owner.connect().await;
    owner.act(&conversation, "snooze", json!({ "until": "2026-03-01T08:00:50Z" })).await.ok(200);
    agent.expect("entry").await;
    assert_eq!(row(&owner, &conversation).await["snoozed_until"], "2026-03-01T08:00:50.000Z");
    desk.pass(Duration::from_secs(49));
    agent.silent().await;
    desk.pass_until(async || row(&owner, &conversation).await["state"] != "snoozed").await;
    let woke = agent.expect("entry").await;
    assert_eq!((&woke["state"], &woke["by"]["kind"]), (&json!("waiting"), &json!("system")));
    assert!(woke["at"].as_str().unwrap() >= "2026-03-01T08:00:50.000Z", "{woke}");
    assert_eq!(row(&owner, &conversation).await["snoozed_until"], json!(null));
}

#[tokio::test]
async fn a_state_that_does_not_allow_it_is_said_so_and_nothing_changes() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    owner.act(&conversation, "reopen", json!({})).await.problem(422, "wrong_state");
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    for (action, body) in [
        ("resolve", json!({})),
        ("snooze", json!({ "until": "2026-03-02T08:00:00Z" })),
        ("assign", json!({ "agent_id": owner.id })),
        ("assign", json!({ "agent_id": null })),
        ("transfer", json!({ "agent_id": colleague.id })),
    ] {
        owner.act(&conversation, action, body).await.problem(422, "wrong_state");
    }
    assert_eq!(owner.entries(&conversation).await.len(), 2);
}

#[tokio::test]
async fn what_is_wrong_is_named_and_what_is_missing_not_found() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗?").await;
    let long = "长".repeat(41);
    for (action, body, field) in [
        ("assign", json!({ "agent_id": "nobody" }), "agent_id"),
        ("assign", json!({ "agent_id": visitor.id }), "agent_id"),
        ("assign", json!({ "agent_id": 7 }), "agent_id"),
        ("transfer", json!({}), "agent_id"),
        ("transfer", json!({ "agent_id": owner.id, "note": "长".repeat(2_001) }), "note"),
        ("snooze", json!({}), "until"),
        ("snooze", json!({ "until": "tomorrow" }), "until"),
        ("snooze", json!({ "until": "2026-03-01T07:59:59Z" }), "until"),
        ("snooze", json!({ "until": "2027-04-01T08:00:00Z" }), "until"),
        ("rate", json!({ "score": 6 }), "score"),
        ("rate", json!({ "score": 5, "comment": "长".repeat(2_001) }), "comment"),
        ("labels", json!({}), "labels"),
        ("labels", json!({ "labels": [""] }), "labels"),
        ("labels", json!({ "labels": [long] }), "labels"),
        ("labels", json!({ "labels": (0..21).map(|n| n.to_string()).collect::<Vec<_>>() }), "labels"),
        ("labels", json!({ "labels": [1] }), "labels[0]"),
        ("typing", json!({}), "active"),
    ] {
        assert_eq!(
            owner.act(&conversation, action, body.clone()).await.wrong_field(),
            field,
            "{action} {body}"
        );
    }
    owner
        .act(&conversation, "assign", json!({ "agent_id": "a_0000000000001" }))
        .await
        .problem(422, "unknown_agent");
    for (action, body) in [
        ("assign", json!({ "agent_id": owner.id })),
        ("transfer", json!({ "agent_id": owner.id })),
        ("snooze", json!({ "until": "2026-03-02T08:00:00Z" })),
        ("resolve", json!({})),
        ("reopen", json!({})),
        ("rate", json!({ "score": 5 })),
        ("labels", json!({ "labels": [] })),
        ("typing", json!({ "active": true })),
    ] {
        for missing in ["c_0000000000001", "nonsense"] {
            owner.act(missing, action, body.clone()).await.problem(404, "not_found");
        }
    }
    assert_eq!(owner.entries(&conversation).await.len(), 1);
}

#[tokio::test]
async fn a_disabled_agent_gets_nothing_assigned() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    desk.disable(&colleague).await;
    for action in ["assign", "transfer"] {
        let answer = owner.act(&conversation, action, json!({ "agent_id": colleague.id })).await;
        answer.problem(422, "unknown_agent");
    }
}

#[tokio::test]
async fn a_word_that_was_not_seen_keeps_a_conversation_open() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    let (_other, quiet) = desk.visitor().await.begin("谢谢").await;
    let seen = owner.reply(&conversation, "在的").await["sequence"].clone();
    link.expect("message").await;
    let newer = link.post("late", conversation.as_str(), "还有一件事").await;
    for (action, body) in [
        ("resolve", json!({ "last_sequence": seen })),
        ("snooze", json!({ "until": null, "last_sequence": seen })),
    ] {
        let kept = owner.act(&conversation, action, body).await.ok(200);
        assert_eq!(
            kept,
            json!({
                "conversation_id": conversation, "sequence": newer["sequence"],
                "log_position": newer["log_position"], "state": "open",
            }),
            "{action}"
        );
    }
    let now = row(&owner, &conversation).await;
    assert_eq!((&now["state"], now["waiting_since"].is_string()), (&json!("open"), true));

    // Of many, each by itself.
    for action in ["close", "snooze"] {
        let asked = json!({
            "action": action, "ids": [conversation, quiet], "until": null,
            "last_sequences": { (conversation.as_str()): seen, (quiet.as_str()): 1 },
        });
        let fates = owner.post("/api/v1/conversations/bulk", &asked).await.ok(200);
        assert_eq!(fates["items"][0]["code"], "newer_message", "{fates}");
        assert_eq!(fates["items"][1]["done"], true, "{fates}");
        owner.act(&quiet, "reopen", json!({})).await.ok(200);
    }

    // What was seen is closed; what colleagues wrote since changes nothing about that.
    owner.reply(&conversation, "请讲").await;
    let closed =
        owner.act(&conversation, "resolve", json!({ "last_sequence": newer["sequence"] })).await.ok(200);
    assert_eq!(closed["state"], "closed");
    assert_eq!(row(&owner, &conversation).await["state"], "closed");
    owner.act(&quiet, "resolve", json!({})).await.ok(200);
}

#[tokio::test]
async fn closing_at_the_moment_of_a_word_loses_none() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    for round in 0..20 {
        let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
        let closing = owner.act(&conversation, "resolve", json!({ "last_sequence": 1 }));
        let word = send(&format!("late-{round}"), conversation.as_str(), "还有一件事");
        let saying = link.say(&word);
        let (closed, ()) = tokio::join!(closing, saying);
        closed.ok(200);
        while link.told().await["type"] != "accepted" {}
        let now = row(&owner, &conversation).await;
        assert_ne!(now["state"], "closed", "an unanswered word stays open, whichever came first");
        assert!(now["waiting_since"].is_string(), "{now}");
    }
}
