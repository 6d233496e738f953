//! Teams, priorities and words that need no answer.

use serde_json::json;

use crate::support::TestDesk;
use crate::support::fold::the_log_tells_where_all_stand;

#[tokio::test]
async fn what_goes_to_a_team_waits_there_unassigned() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let team = desk.team("售后").await;
    let (mut link, conversation) = desk.visitor().await.begin("杯子碎了").await;
    owner.act(&conversation, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    link.expect("entry").await;
    let mut agent = owner.connect().await;
    let to = json!({ "team_id": team, "note": "要补发" });
    owner.act(&conversation, "transfer", to).await.ok(200);
    let entry = agent.expect("entry").await;
    assert_eq!(
        (&entry["kind"], &entry["team_name"], &entry["note"]),
        (&json!("team"), &json!("售后"), &json!("要补发"))
    );
    let row = owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!(
        (&row["team_id"], &row["agent_id"], &row["state"]),
        (&json!(team), &json!(null), &json!("waiting"))
    );
    // The customer learns that there is an entry, and nothing else.
    assert_eq!(link.expect("entry").await["kind"], "hidden");
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn a_transfer_names_one_agent_or_one_team_that_exists() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let team = desk.team("售后").await;
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    for body in [json!({}), json!({ "agent_id": owner.id, "team_id": team })] {
        assert_eq!(owner.act(&conversation, "transfer", body).await.wrong_field(), "agent_id");
    }
    let body = json!({ "team_id": "a_1" });
    assert_eq!(owner.act(&conversation, "transfer", body).await.wrong_field(), "team_id");
    let gone = json!({ "team_id": "tm_0000000000001" });
    owner.act(&conversation, "transfer", gone).await.problem(422, "unknown_team");
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    let late = owner.act(&conversation, "transfer", json!({ "team_id": team })).await;
    late.problem(422, "wrong_state");
}

#[tokio::test]
async fn words_that_need_no_answer_wait_for_none() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("谢谢").await;
    let path = format!("/api/v1/conversations/{conversation}");
    assert!(owner.get(&path).await.ok(200)["waiting_since"].is_string());
    owner.act(&conversation, "no-answer-needed", json!({})).await.ok(200);
    assert!(owner.get(&path).await.ok(200)["waiting_since"].is_null());
    let again = owner.act(&conversation, "no-answer-needed", json!({})).await;
    again.problem(422, "wrong_state");
    link.expect("entry").await;
    link.post("m2", json!(null), "还有一个问题").await;
    assert!(owner.get(&path).await.ok(200)["waiting_since"].is_string());
}

#[tokio::test]
async fn undoing_gives_team_and_priority_back() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (first, second) = (desk.team("售前").await, desk.team("售后").await);
    let (_link, conversation) = desk.visitor().await.begin("几点发货?").await;
    owner.act(&conversation, "transfer", json!({ "team_id": first })).await.ok(200);
    owner.act(&conversation, "priority", json!({ "priority": "high" })).await.ok(200);
    owner.act(&conversation, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    let wrong = owner.act(&conversation, "priority", json!({ "priority": "huge" })).await;
    assert_eq!(wrong.wrong_field(), "priority");
    let path = format!("/api/v1/conversations/{conversation}");
    let before = owner.get(&path).await.ok(200);
    for (action, field, value) in
        [("team", "team_id", json!(second)), ("priority", "priority", json!("urgent"))]
    {
        let mut body = json!({ "action": action, "ids": [conversation] });
        body[field] = value.clone();
        let done = owner.post("/api/v1/conversations/bulk", &body).await.ok(200)["items"][0].take();
        assert_eq!(owner.get(&path).await.ok(200)[field], value);
        let mut item = done["before"].clone();
        item["id"] = json!(conversation);
        let undo = json!({ "action": "restore", "items": [item] });
        assert_eq!(owner.post("/api/v1/conversations/bulk", &undo).await.ok(200)["items"][0]["done"], true);
        let after = owner.get(&path).await.ok(200);
        for field in ["team_id", "priority", "agent_id", "state", "waiting_since"] {
            assert_eq!(after[field], before[field], "{action}: {field}");
        }
    }
    the_log_tells_where_all_stand(&desk).await;
}
