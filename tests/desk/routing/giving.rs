//! Arrivals, places that come free, teams, and what stays with people.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use servicedesk::domain::routing::eligible::Refusal;
use servicedesk::flows::routing::gather::Around;
use servicedesk::flows::routing::trial::{Imagined, trial};

use super::{at_work, begun, capacity, choose, given, of_kind, queued, row, settled, waits};
use crate::support::TestDesk;
use crate::support::fold::the_log_tells_where_all_stand;

#[tokio::test]
async fn with_nothing_set_up_everybody_is_answered_and_two_share_evenly() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _links = (at_work(&owner).await, at_work(&colleague).await);
    for agent in [&owner, &colleague] {
        capacity(&owner, agent, 100).await;
    }
    let mut got = Vec::new();
    for number in 0..110 {
        let conversation = begun(&desk.visitor().await, &format!("问题 {number}")).await;
        got.push(given(&owner, &conversation).await);
    }
    let of_owner = |got: &[String]| got.iter().filter(|id| **id == owner.id).count();
    assert_eq!(of_owner(&got[..10]), 5);
    assert_eq!(of_owner(&got), 55);
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn the_reason_is_told_to_the_team_and_not_to_the_customer() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _workbench = at_work(&owner).await;
    let visitor = desk.visitor().await;
    let (mut link, first) = visitor.begin("在吗?").await;
    given(&owner, &first).await;
    let entry = of_kind(&owner, &first, "assigned").await.remove(0);
    assert_eq!(entry["why"], json!({ "code": "only_one" }));
    assert_eq!(entry["reason"], "当时只有 小梅 有空");
    assert_eq!(entry["by"]["kind"], "system");
    let seen = link.expect("entry").await;
    assert_eq!((&seen["kind"], &seen["agent_name"]), (&json!("assigned"), &json!("小梅")));
    assert!(seen.get("why").is_none() && seen.get("reason").is_none(), "{seen}");
    // With a colleague there, too, the reason has numbers.
    let _other = at_work(&colleague).await;
    let second = begun(&desk.visitor().await, "几点发货?").await;
    assert_eq!(given(&owner, &second).await, colleague.id);
    let entry = of_kind(&owner, &second, "assigned").await.remove(0);
    assert_eq!(entry["why"], json!({ "code": "least_load", "load": 0, "capacity": 8, "free": 2 }));
}

#[tokio::test]
async fn nobody_gets_more_than_they_can_take_but_by_hand() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    capacity(&owner, &owner, 3).await;
    let _workbench = at_work(&owner).await;
    let mut conversations = Vec::new();
    for number in 0..5 {
        conversations.push(begun(&desk.visitor().await, &format!("{number}")).await);
    }
    for conversation in &conversations[..3] {
        assert_eq!(given(&owner, conversation).await, owner.id);
    }
    waits(&desk, &owner, &conversations[3]).await;
    assert_eq!(queued(&desk).await, 2);
    // The oldest one comes as soon as a place is free.
    owner.act(&conversations[1], "resolve", json!({})).await.ok(200);
    assert_eq!(given(&owner, &conversations[3]).await, owner.id);
    let why = of_kind(&owner, &conversations[3], "assigned").await.remove(0)["why"].take();
    assert_eq!(why, json!({ "code": "longest_wait", "waited_ms": 0, "behind": 1 }));
    waits(&desk, &owner, &conversations[4]).await;
    // Who takes one by hand may have more.
    owner.act(&conversations[4], "assign", json!({ "agent_id": owner.id })).await.ok(200);
    settled(&desk).await;
    assert_eq!(row(&owner, &conversations[4]).await["agent_id"], json!(owner.id));
    assert_eq!(queued(&desk).await, 0);
}

#[tokio::test]
async fn who_is_offline_gets_nothing_and_who_comes_gets_all_that_waits() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    capacity(&owner, &owner, 10).await;
    choose(&owner, "offline").await;
    let workbench = at_work(&owner).await;
    let mut conversations = Vec::new();
    for number in 0..4 {
        conversations.push(begun(&desk.visitor().await, &format!("{number}")).await);
    }
    waits(&desk, &owner, &conversations[0]).await;
    choose(&owner, "online").await;
    for conversation in &conversations {
        assert_eq!(given(&owner, conversation).await, owner.id);
    }
    // Without a link nobody is there, whatever they chose.
    workbench.leave().await;
    while owner.get("/api/v1/me").await.ok(200)["agent"]["online"] == true {}
    let late = begun(&desk.visitor().await, "还有人吗?").await;
    waits(&desk, &owner, &late).await;
    let _again = at_work(&owner).await;
    assert_eq!(given(&owner, &late).await, owner.id);
}

#[tokio::test]
async fn what_goes_to_a_team_waits_for_somebody_of_it() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _links = (at_work(&owner).await, at_work(&colleague).await);
    choose(&colleague, "offline").await;
    let team = desk.team("售后").await;
    desk.join(team, &colleague).await;
    let conversation = begun(&desk.visitor().await, "杯子碎了").await;
    assert_eq!(given(&owner, &conversation).await, owner.id);
    owner.act(&conversation, "transfer", json!({ "team_id": team, "note": "要补发" })).await.ok(200);
    waits(&desk, &owner, &conversation).await;
    choose(&colleague, "online").await;
    assert_eq!(given(&owner, &conversation).await, colleague.id);
    // The customer has waited since their first word, not since the transfer.
    let kinds: Vec<Value> =
        owner.entries(&conversation).await.iter().map(|entry| entry["kind"].clone()).collect();
    assert_eq!(kinds[1..], [json!("assigned"), json!("team"), json!("assigned")]);
}

#[tokio::test]
async fn what_somebody_gives_up_does_not_come_back_to_them_at_once() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _workbench = at_work(&owner).await;
    let conversation = begun(&desk.visitor().await, "在吗?").await;
    assert_eq!(given(&owner, &conversation).await, owner.id);
    owner.act(&conversation, "assign", json!({ "agent_id": null })).await.ok(200);
    waits(&desk, &owner, &conversation).await;
    let _other = at_work(&colleague).await;
    assert_eq!(given(&owner, &conversation).await, colleague.id);
}

#[tokio::test]
async fn an_urgent_one_counts_as_having_waited_longer() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    capacity(&owner, &owner, 1).await;
    choose(&owner, "offline").await;
    let _workbench = at_work(&owner).await;
    let first = begun(&desk.visitor().await, "先来的").await;
    desk.pass(Duration::from_secs(20));
    let second = begun(&desk.visitor().await, "急的").await;
    owner.act(&second, "priority", json!({ "priority": "urgent" })).await.ok(200);
    settled(&desk).await;
    choose(&owner, "online").await;
    assert_eq!(given(&owner, &second).await, owner.id);
    waits(&desk, &owner, &first).await;
}

#[tokio::test]
async fn switched_off_it_leaves_everything_to_people() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut workbench = at_work(&owner).await;
    let conversation = begun(&desk.visitor().await, "在吗?").await;
    assert_eq!(workbench.entries(1).await[0]["conversation_id"], json!(conversation));
    workbench.silent().await;
    assert_eq!(row(&owner, &conversation).await["agent_id"], Value::Null);
}

#[tokio::test]
async fn words_that_need_no_answer_leave_the_queue() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    let conversation = begun(&desk.visitor().await, "谢谢").await;
    settled(&desk).await;
    assert_eq!(queued(&desk).await, 1);
    owner.act(&conversation, "no-answer-needed", json!({})).await.ok(200);
    owner.act(&conversation, "priority", json!({ "priority": "high" })).await.ok(200);
    settled(&desk).await;
    assert_eq!(queued(&desk).await, 0);
}

#[tokio::test]
async fn a_demo_is_nobodys_work_before_somebody_writes_in_it() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    let _workbench = at_work(&owner).await;
    owner.call(Method::POST, "/api/v1/demo-data", &json!({})).await.ok(201);
    settled(&desk).await;
    assert_eq!(queued(&desk).await, 0);
    let rows = owner.all("/api/v1/conversations?view=all&limit=200").await;
    assert!(rows.iter().any(|row| row["state"] == "waiting"), "the demo has some that wait");
    let conversation = begun(&desk.visitor().await, "真的客人").await;
    assert_eq!(given(&owner, &conversation).await, owner.id);
}

#[tokio::test]
async fn rules_and_skills_decide_who_gets_it_and_a_trial_says_so_before() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _links = (at_work(&owner).await, at_work(&colleague).await);
    let path = format!("/api/v1/agents/{}", colleague.id);
    owner.call(Method::PATCH, &path, &json!({ "skills": ["退款"] })).await.ok(200);
    let rule = json!({
        "name": "退款", "enabled": true, "stop": true,
        "when": { "field": "channel", "op": "is", "value": "web" },
        "then": { "priority": "high", "required_skills": ["退款"] },
    });
    owner.call(Method::PUT, "/api/v1/routing/rules", &json!({ "version": 0, "rules": [rule] })).await.ok(200);
    settled(&desk).await;
    let (started_at, now) = (desk.inside().started_at, desk.now());
    let there = desk.inside().presence.seen(now);
    let imagined = Imagined { required: vec!["退款".into()], ..Imagined::default() };
    let work = move |conn: &rusqlite::Connection| {
        trial(conn, imagined, &Around { there: &there, started_at, looked_at: 500, now })
    };
    let trial = desk.inside().db.read(work).await.unwrap();
    assert_eq!(trial.chosen.unwrap().0.to_string(), colleague.id);
    let refused = trial.candidates.iter().find(|(one, _)| one.agent.to_string() == owner.id).unwrap().1;
    assert_eq!(refused, Some(Refusal::LacksSkill));
    let conversation = begun(&desk.visitor().await, "我要退款").await;
    assert_eq!(given(&owner, &conversation).await, colleague.id);
    assert_eq!(row(&owner, &conversation).await["priority"], "high");
    // Nobody else who has the skill is there: after a minute it is only liked.
    choose(&colleague, "offline").await;
    let second = begun(&desk.visitor().await, "也要退款").await;
    waits(&desk, &owner, &second).await;
    desk.pass(Duration::from_mins(1));
    assert_eq!(given(&owner, &second).await, owner.id);
}

#[tokio::test]
async fn a_team_that_is_given_work_only_in_its_hours_waits_for_them() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    let _workbench = at_work(&owner).await;
    // It is Sunday, 08:00.
    let hours = json!({ "always": false, "week": [{ "day": 7, "opens": "08:02", "closes": "09:00" }], "holidays": [] });
    let change = json!({ "time_zone": "UTC", "hours": hours });
    owner.call(Method::PATCH, "/api/v1/shop", &change).await.ok(200);
    let team = json!({ "name": "售后", "only_in_hours": true });
    let team = owner.post("/api/v1/teams", &team).await.ok(201)["id"].as_str().unwrap().to_owned();
    desk.join(team.parse().unwrap(), &owner).await;
    let conversation = begun(&desk.visitor().await, "在吗?").await;
    assert_eq!(given(&owner, &conversation).await, owner.id);
    owner.reply(&conversation, "转售后").await;
    owner.act(&conversation, "transfer", json!({ "team_id": team })).await.ok(200);
    waits(&desk, &owner, &conversation).await;
    // Whoever gave it up is tried again once they are free anew.
    let other = begun(&desk.visitor().await, "别的").await;
    assert_eq!(given(&owner, &other).await, owner.id);
    owner.reply(&other, "好").await;
    desk.pass(Duration::from_secs(119));
    owner.act(&other, "resolve", json!({})).await.ok(200);
    waits(&desk, &owner, &conversation).await;
    desk.pass(Duration::from_secs(1));
    assert_eq!(given(&owner, &conversation).await, owner.id);
}

#[tokio::test]
async fn a_ticket_goes_to_whoever_has_the_fewest_there_or_not() {
    let desk = TestDesk::routing().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let open = async |number: usize| {
        let body = json!({ "user_id": format!("user-{number}"), "title": "票" });
        owner.post("/api/v1/tickets", &body).await.ok(201)["id"].as_str().unwrap().to_owned()
    };
    // Nobody has ever been there.
    let first = open(0).await;
    waits(&desk, &owner, &first).await;
    let (_one, two) = (at_work(&owner).await, at_work(&colleague).await);
    let mut had = vec![given(&owner, &first).await];
    // Offline and gone, within a day: no chat reaches them, but a ticket does.
    choose(&colleague, "offline").await;
    drop(two);
    for number in 1..4 {
        had.push(given(&owner, &open(number).await).await);
    }
    for agent in [&owner, &colleague] {
        assert_eq!(had.iter().filter(|id| **id == agent.id).count(), 2, "{had:?}");
    }
    // Nobody has to take one at once.
    desk.pass(Duration::from_mins(10));
    settled(&desk).await;
    assert_eq!(row(&owner, &first).await["agent_id"], had[0]);
    // A limit of its own, none unless it is set.
    let mut settings = owner.get("/api/v1/routing/settings").await.ok(200);
    assert_eq!(settings["settings"]["tickets_max"], json!(null));
    settings["settings"]["tickets_max"] = json!(2);
    owner.call(Method::PUT, "/api/v1/routing/settings", &settings).await.ok(200);
    let fifth = open(5).await;
    waits(&desk, &owner, &fifth).await;
}
