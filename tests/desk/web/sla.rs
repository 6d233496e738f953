//! Promises of time: policies are written down, clocks run by them, and alarms are told when due.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::units::TimeSpan;

use crate::support::{Agent, TestDesk, hurried};

const POLICIES: &str = "/api/v1/sla/policies";

/// A desk that tells every change of a list at once.
async fn told_at_once() -> TestDesk {
    TestDesk::with(|config| {
        hurried(config);
        config.im.rows_every = TimeSpan::from_millis(0);
        config.im.counts_every = TimeSpan::from_millis(0);
    })
    .await
}

fn two_minutes() -> Value {
    json!({
        "name": "两分钟内首次回复",
        "targets": { "first": { "urgent": 60_000, "high": 120_000, "normal": 120_000, "low": 120_000 } },
    })
}

fn with(mut policy: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        policy[name] = value.clone();
    }
    policy
}

async fn add(owner: &Agent, policy: Value) -> Value {
    owner.post(POLICIES, &policy).await.ok(201)
}

async fn conversation(owner: &Agent, id: &str) -> Value {
    owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200)
}

fn stands(clock: &Value) -> (&str, &str, i64) {
    let text = |name: &str| clock[name].as_str().unwrap_or_default();
    (text("kind"), text("state"), clock["spent_ms"].as_i64().unwrap_or(-1))
}

/// The alarms of a conversation: which clock, what, and how many are called.
async fn alarms(owner: &Agent, id: &str) -> Vec<(String, String, usize)> {
    let entries = owner.entries(id).await.into_iter().filter(|entry| entry["kind"] == "clock");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    entries
        .map(|entry| (text(&entry["clock"]), text(&entry["alarm"]), entry["calls"].as_array().unwrap().len()))
        .collect()
}

/// The same, once there are so many: not before `seconds` passed.
async fn told(
    desk: &TestDesk,
    owner: &Agent,
    id: &str,
    (seconds, count): (u64, usize),
) -> Vec<(String, String, usize)> {
    desk.pass(Duration::from_secs(seconds));
    desk.pass_until(async || alarms(owner, id).await.len() >= count).await;
    alarms(owner, id).await
}

#[tokio::test]
async fn policies_are_kept_in_order_and_nobody_overwrites_what_they_have_not_seen() {
    let desk = told_at_once().await;
    let (owner, agent) = (desk.owner().await, desk.colleague().await);
    assert_eq!(owner.get(POLICIES).await.ok(200)["items"], json!([]));
    let first = add(&owner, two_minutes()).await;
    let second = add(&owner, with(two_minutes(), &json!({ "name": "其他", "warn_percent": 50 }))).await;
    assert_eq!(second["warn_percent"], 50);
    let ids = json!([second["id"], first["id"]]);
    let items = owner.post(&format!("{POLICIES}/order"), &json!({ "ids": ids })).await.ok(200);
    let in_order: Vec<Value> = items["items"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    assert_eq!(json!(in_order), ids);
    for wrong in [json!([first["id"]]), json!([first["id"], first["id"]]), json!([first["id"], "sla_x"])] {
        let answer = owner.post(&format!("{POLICIES}/order"), &json!({ "ids": wrong })).await;
        assert_eq!(answer.wrong_field(), "ids");
    }
    // What moved is another version.
    let listed = owner.get(POLICIES).await.ok(200)["items"][0].clone();
    let path = format!("{POLICIES}/{}", second["id"].as_str().unwrap());
    let old = with(two_minutes(), &json!({ "version": second["version"] }));
    owner.call(Method::PUT, &path, &old).await.problem(409, "version");
    let new = with(two_minutes(), &json!({ "version": listed["version"], "name": "新" }));
    assert_eq!(owner.call(Method::PUT, &path, &new).await.ok(200)["name"], "新");
    // Agents read them, and change none.
    assert_eq!(agent.get(POLICIES).await.ok(200)["items"].as_array().unwrap().len(), 2);
    agent.post(POLICIES, &two_minutes()).await.problem(403, "forbidden");
    agent.call(Method::DELETE, &path, &json!({})).await.problem(403, "forbidden");
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    owner.call(Method::DELETE, &path, &json!({})).await.problem(404, "not_found");
    assert_eq!(owner.get(POLICIES).await.ok(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_wrong_policy_is_told_by_its_field() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let (sales, care) = (desk.team("售前").await.to_string(), desk.team("售后").await.to_string());
    let condition = |field: &str, value: &str| json!({ "field": field, "op": "is", "value": value });
    let step = |team: &str| json!({ "steps": [{ "at": "broken", "do": "set_team", "team_id": team }] });
    let many = json!({ "all": vec![condition("channel", "web"); 31] });
    let mut of_sales = step(&care);
    of_sales["when"] = condition("team", &sales);
    add(&owner, with(two_minutes(), &of_sales)).await;
    let mut circle = step(&sales);
    circle["when"] = condition("team", &care);
    for (change, field) in [
        (json!({ "when": many }), "when.all[30]"),
        (json!({ "when": condition("team", "tm_0000000000001") }), "when.value"),
        (json!({ "when": condition("weather", "fine") }), "when.field"),
        (step("tm_0000000000001"), "steps[0].team_id"),
        (circle, "steps[0]"),
        (json!({ "calendar_id": "cal_000000000000z" }), "calendar_id"),
        (json!({ "targets": { "first": { "normal": 0 } } }), "targets.first.normal"),
        (json!({ "colour": "red" }), "colour"),
    ] {
        let answer = owner.post(POLICIES, &with(two_minutes(), &change)).await;
        let found = answer.wrong_field();
        assert!(found == field || field == "when.field", "{found} is not {field}");
    }
    assert_eq!(owner.get(POLICIES).await.ok(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_first_answer_is_promised_told_late_and_met_late() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_early, before) = visitor.begin("还没有承诺").await;
    let supervisors = json!({ "steps": [{ "at": "broken", "do": "tell_supervisors" }] });
    add(&owner, with(two_minutes(), &supervisors)).await;
    // What ran before the policy has no clock.
    let row = conversation(&owner, &before).await;
    assert_eq!((&row["clock"], &row["clocks"]), (&json!(null), &json!([])));
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let row = conversation(&owner, &id).await;
    assert_eq!(stands(&row["clock"]), ("first", "running", 0));
    assert_eq!(row["due_at"], row["clock"]["due_at"]);
    assert_eq!((&row["clock"]["target_ms"], &row["clock"]["warn_ms"]), (&json!(120_000), &json!(90_000)));
    let warned = told(&desk, &owner, &id, (89, 1)).await;
    assert_eq!(warned, [("first".into(), "warned".into(), 0)]);
    assert_eq!(stands(&conversation(&owner, &id).await["clock"]).1, "running");
    let broken = told(&desk, &owner, &id, (28, 2)).await;
    assert_eq!(broken[1], ("first".into(), "broken".into(), 1), "the owner is called");
    let entries = owner.entries(&id).await;
    let [.., first, second] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!((&first["due_at"], &second["due_at"]), (&row["due_at"], &row["due_at"]));
    assert_eq!(second["calls"], json!([owner.id]));
    assert!(second["at"].as_str() > row["due_at"].as_str(), "told when it is over, not before: {second}");
    assert_eq!(stands(&conversation(&owner, &id).await["clock"]).1, "broken");
    owner.reply(&id, "您好").await;
    let row = conversation(&owner, &id).await;
    assert_eq!((&row["clock"], stands(&row["clocks"][0]).1), (&json!(null), "broken"));
    assert!(row["clocks"][0]["ended_at"].is_string());
}

#[tokio::test]
async fn a_clock_that_is_answered_or_needs_no_answer_tells_nothing() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let targets = json!({ "targets": { "first": { "normal": 60_000 }, "next": { "normal": 60_000 } } });
    add(&owner, with(two_minutes(), &targets)).await;
    let (mut link, id) = desk.visitor().await.begin("在吗?").await;
    desk.pass(Duration::from_secs(30));
    owner.reply(&id, "在的").await;
    assert_eq!(stands(&conversation(&owner, &id).await["clocks"][0]), ("first", "met", 30_000));
    link.expect("message").await;
    link.post("m2", json!(id), "谢谢").await;
    assert_eq!(stands(&conversation(&owner, &id).await["clock"]), ("next", "running", 0));
    owner.act(&id, "no-answer-needed", json!({})).await.ok(200);
    let row = conversation(&owner, &id).await;
    assert_eq!((&row["clock"], &row["due_at"]), (&json!(null), &json!(null)));
    assert_eq!(stands(&row["clocks"][1]).1, "void");
    // Somebody else's clock runs out after it: had there been an alarm here, it would stand there by then.
    let (_other, late) = desk.visitor().await.begin("有人吗?").await;
    told(&desk, &owner, &late, (60, 1)).await;
    assert_eq!(alarms(&owner, &id).await, []);
}

#[tokio::test]
async fn steps_raise_the_priority_and_change_the_team() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let team = desk.team("主管").await;
    let steps = json!({ "steps": [
        { "at": "warned", "do": "tell_agent" },
        { "at": "warned", "do": "set_priority", "priority": "high" },
        { "at": "broken", "do": "set_team", "team_id": team },
    ] });
    add(&owner, with(two_minutes(), &steps)).await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    owner.act(&id, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    assert_eq!(told(&desk, &owner, &id, (90, 1)).await[0].2, 1, "whoever has it is called");
    desk.pass_until(async || conversation(&owner, &id).await["priority"] == "high").await;
    desk.pass(Duration::from_secs(25));
    desk.pass_until(async || conversation(&owner, &id).await["team_id"] == json!(team)).await;
    let row = conversation(&owner, &id).await;
    assert_eq!((&row["agent_id"], &row["state"]), (&json!(null), &json!("waiting")));
    assert_eq!(alarms(&owner, &id).await.len(), 2);
}

#[tokio::test]
async fn after_an_outage_alarms_carry_their_time_and_call_nobody() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let supervisors = json!({ "steps": [{ "at": "broken", "do": "tell_supervisors" }] });
    add(&owner, with(two_minutes(), &supervisors)).await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let due = conversation(&owner, &id).await["due_at"].clone();
    let clock = std::sync::Arc::clone(&desk.clock);
    let desk = desk.reopened(|_| clock.advance(Duration::from_mins(30))).await;
    let owner = owner.at(&desk);
    assert_eq!(told(&desk, &owner, &id, (0, 1)).await, [("first".into(), "broken".into(), 0)]);
    let entry = owner.entries(&id).await.into_iter().find(|entry| entry["kind"] == "clock").unwrap();
    assert_eq!(entry["due_at"], due);
}

#[tokio::test]
async fn outside_business_hours_no_time_is_spent() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    // Closed all week but for a minute that is not now.
    let week = json!([{ "day": 1, "opens": "03:00", "closes": "03:01" }]);
    let hours = json!({ "name": "短", "time_zone": "Asia/Shanghai", "week": week });
    let calendar = owner.post("/api/v1/calendars", &hours).await.ok(201);
    let policy = add(&owner, with(two_minutes(), &json!({ "calendar_id": calendar["id"] }))).await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    desk.pass(Duration::from_mins(10));
    let row = conversation(&owner, &id).await;
    assert_eq!(stands(&row["clock"]), ("first", "paused", 0));
    assert_eq!((&row["clock"]["paused"], &row["clock"]["running"]), (&json!("hours"), &json!(false)));
    assert!(row["clock"]["changes_at"].is_string());
    // A calendar that a policy names stays.
    let path = format!("/api/v1/calendars/{}", calendar["id"].as_str().unwrap());
    let problem = owner.call(Method::DELETE, &path, &json!({})).await.problem(422, "in_use");
    assert_eq!(problem["named"][0]["id"], policy["id"]);
    // Open day and night from now on: what passed before does not count, what passes now does.
    let open = with(hours, &json!({ "version": calendar["version"], "always": true }));
    owner.call(Method::PUT, &path, &open).await.ok(200);
    desk.pass(Duration::from_secs(30));
    assert_eq!(stands(&conversation(&owner, &id).await["clock"]), ("first", "running", 30_000));
}

#[tokio::test]
async fn a_policy_counts_for_what_starts_later_or_for_what_runs_too() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let policy = add(&owner, two_minutes()).await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let target = async || conversation(&owner, &id).await["clock"]["target_ms"].clone();
    let path = format!("{POLICIES}/{}", policy["id"].as_str().unwrap());
    let five = json!({ "targets": { "first": { "normal": 300_000 } }, "version": policy["version"] });
    let changed = owner.call(Method::PUT, &path, &with(two_minutes(), &five)).await.ok(200);
    assert_eq!(target().await, 120_000);
    let running = with(five, &json!({ "version": changed["version"], "also_running": true }));
    owner.call(Method::PUT, &path, &with(two_minutes(), &running)).await.ok(200);
    assert_eq!(target().await, 300_000);
    let (_other, later) = desk.visitor().await.begin("你好").await;
    assert_eq!(conversation(&owner, &later).await["clock"]["target_ms"], 300_000);
    // Without the policy a clock that runs keeps its promise.
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(target().await, 300_000);
}

#[tokio::test]
async fn lists_show_the_clock_and_hear_of_policies() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    let policy = add(&owner, two_minutes()).await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let list = owner.get("/api/v1/conversations?view=waiting").await.ok(200);
    assert_eq!(stands(&list["items"][0]["clock"]), ("first", "running", 0));
    let mut agent = owner.connect().await;
    agent.say(&json!({ "type": "watch", "view": "all" })).await;
    let rows = agent.expect("rows").await;
    assert_eq!((&rows["items"][0]["id"], &rows["items"][0]["clock"]["kind"]), (&json!(id), &json!("first")));
    let path = format!("{POLICIES}/{}?also_running=true", policy["id"].as_str().unwrap());
    owner.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(agent.expect("rows").await["items"][0]["clock"], json!(null));
}

#[tokio::test]
async fn a_stored_policy_that_no_longer_reads_is_shown_and_promises_nothing() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    add(&owner, two_minutes()).await;
    let break_it = |unit: &mut servicedesk::storage::Unit<'_>| {
        for table in ["sla_policies", "sla_policy_versions"] {
            unit.conn().write(
                &format!("UPDATE {table} SET document = replace(document, '\"targets\"', '\"aims\"')"),
                rusqlite::params![],
            )?;
        }
        Ok::<_, servicedesk::fault::Fault>(())
    };
    desk.inside().db.write(break_it).await.unwrap();
    let items = owner.get(POLICIES).await.ok(200);
    assert_eq!(
        (&items["items"][0]["unreadable"], &items["items"][0]["name"]),
        (&json!(true), &two_minutes()["name"])
    );
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    assert_eq!(conversation(&owner, &id).await["clocks"], json!([]));
}

#[tokio::test]
async fn who_is_erased_leaves_no_clock() {
    let desk = told_at_once().await;
    let owner = desk.owner().await;
    add(&owner, two_minutes()).await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    told(&desk, &owner, &id, (90, 1)).await;
    let contact = conversation(&owner, &id).await["contact"]["id"].as_str().unwrap().to_owned();
    let left = async || {
        let count = |conn: &rusqlite::Connection| {
            Ok(conn.query_row(
                "SELECT (SELECT COUNT(*) FROM clocks) + (SELECT COUNT(*) FROM clock_folds)",
                [],
                |row| row.get::<_, i64>(0),
            )?)
        };
        desk.inside().db.read(count).await.unwrap()
    };
    assert_eq!(left().await, 2);
    let erased = owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await;
    assert!([202, 204].contains(&erased.tells().0));
    assert_eq!(left().await, 0);
}
