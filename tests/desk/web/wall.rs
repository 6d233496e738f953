//! The wall: the whole room at one look, by REST and live; and what a supervisor does about it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Link, TestDesk};

async fn wall(agent: &Agent) -> Value {
    agent.get("/api/v1/wall").await.ok(200)
}

/// The next wall that is so.
async fn until(link: &mut Link, is_so: impl Fn(&Value) -> bool) -> Value {
    loop {
        let frame = link.expect("wall").await;
        if is_so(&frame) {
            return frame;
        }
    }
}

fn person<'a>(wall: &'a Value, agent: &Agent) -> &'a Value {
    let is_them = |person: &&Value| person["id"] == agent.id;
    wall["people"].as_array().unwrap().iter().find(is_them).unwrap()
}

fn alarms(wall: &Value) -> Vec<(&str, &str)> {
    let alarms = wall["alarms"].as_array().unwrap();
    alarms.iter().map(|one| (one["code"].as_str().unwrap(), one["cure"]["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn the_room_at_one_look() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let empty = wall(&mei).await;
    assert_eq!((&empty["waiting"], &empty["queue"], &empty["alarms"]), (&json!(0), &json!([]), &json!([])));
    assert_eq!(empty["today"]["first_answer_ms"], json!(null));
    assert_eq!(person(&empty, &qiang)["presence"]["there"], false);

    let (_lina, first) = desk.visitor().await.begin("在吗").await;
    desk.pass(Duration::from_mins(1));
    let (_bob, second) = desk.visitor().await.begin("Where is my parcel?").await;
    let nobody = wall(&mei).await;
    assert_eq!(nobody["waiting"], 2);
    assert_eq!(nobody["longest_since"], "2026-03-01T08:00:00.000Z");
    let queue: Vec<(&Value, &Value)> =
        nobody["queue"].as_array().unwrap().iter().map(|row| (&row["id"], &row["text"])).collect();
    assert_eq!(
        queue,
        [(&json!(first), &json!("在吗")), (&json!(second), &json!("Where is my parcel?"))],
        "who waits longest is first"
    );
    assert_eq!(alarms(&nobody), [("nobody_there", "call_in")]);

    let _here = qiang.connect().await;
    qiang.act(&first, "assign", json!({ "agent_id": qiang.id })).await.ok(200);
    desk.pass(Duration::from_secs(30));
    qiang.reply(&first, "在的").await;
    let answered = wall(&mei).await;
    assert_eq!((&answered["waiting"], &answered["open"]), (&json!(1), &json!(1)));
    let today = &answered["today"];
    assert_eq!(
        (&today["conversations"], &today["answered"], &today["first_answer_ms"]),
        (&json!(2), &json!(1), &json!(90_000))
    );
    // 16:00 where the shop is.
    let hours = today["hours"].as_array().unwrap();
    assert_eq!((hours.len(), &hours[16]), (17, &json!(2)));
    assert_eq!(today["hours_before"].as_array().unwrap().len(), 24);
    let they = person(&answered, &qiang);
    assert_eq!((&they["load"], &they["presence"]["there"]), (&json!(1), &json!(true)));
    assert_eq!(answered["people"][0]["id"], qiang.id, "who is there comes first");
    assert_eq!(alarms(&answered), [] as [(&str, &str); 0]);

    qiang.act(&first, "resolve", json!({})).await.ok(200);
    assert_eq!(wall(&mei).await["today"]["closed"], 1);
}

#[tokio::test]
async fn an_alarm_names_who_could_help() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let (_here, _there) = (mei.connect().await, qiang.connect().await);
    let path = format!("/api/v1/agents/{}", qiang.id);
    mei.call(Method::PATCH, &path, &json!({ "capacity": 1 })).await.ok(200);
    let (_lina, first) = desk.visitor().await.begin("在吗").await;
    mei.act(&first, "assign", json!({ "agent_id": qiang.id })).await.ok(200);
    let full = wall(&mei).await;
    assert_eq!(alarms(&full), [("full", "give_to")]);
    assert_eq!(full["alarms"][0]["agent_id"], qiang.id);
    assert_eq!(full["alarms"][0]["cure"]["agent_id"], mei.id);
    let away = json!({ "state": "away", "reason": "meeting" });
    for agent in [&mei, &qiang] {
        mei.call(Method::PUT, &format!("/api/v1/agents/{}/availability", agent.id), &away).await.ok(200);
    }
    let nobody = wall(&mei).await;
    assert_eq!(alarms(&nobody), [("nobody_there", "set_online")]);
    assert_eq!(nobody["alarms"][0]["conversation_id"], first);
    assert_eq!(nobody["alarms"][0]["cure"]["agent_id"], mei.id, "the other one is full");
}

#[tokio::test]
async fn whoever_shows_it_is_told_what_changed_once_a_second() {
    let desk = TestDesk::open().await;
    let mei = desk.owner().await;
    let mut link = mei.connect().await;
    link.say(&json!({ "type": "watch_wall", "active": true })).await;
    let frame = until(&mut link, |_| true).await;
    assert_eq!((&frame["waiting"], &frame["at"]), (&json!(0), &json!("2026-03-01T08:00:00.000Z")));
    let visitor = desk.visitor().await;
    let (mut customer, conversation) = visitor.begin("在吗").await;
    for number in 0..4 {
        customer.post(&format!("m{number}"), conversation.as_str(), "在吗?").await;
    }
    link.entries(5).await;
    assert!(link.ephemerals("wall").await.is_empty(), "not twice within a second");
    desk.pass(Duration::from_secs(1));
    until(&mut link, |frame| frame["waiting"] == 1).await;
    // What is late is told without anything happening.
    for _ in 0..20 {
        // Whoever touches nothing for ten minutes is away.
        link.say(&json!({ "type": "active" })).await;
        desk.pass(Duration::from_secs(30));
        link.head().await;
    }
    let late = until(&mut link, |frame| frame["late"] == 1).await;
    assert_eq!(alarms(&late), [("late", "give_to")]);
    link.say(&json!({ "type": "watch_wall", "active": false })).await;
    let _waits = desk.visitor().await.begin("还有我").await;
    link.entries(1).await;
    link.ephemerals("wall").await;
    desk.pass(Duration::from_secs(30));
    assert!(link.ephemerals("wall").await.is_empty());
}

#[tokio::test]
async fn it_is_for_who_supervises() {
    let desk = TestDesk::open().await;
    let qiang = desk.colleague().await;
    qiang.get("/api/v1/wall").await.problem(403, "forbidden");
    let show = json!({ "type": "watch_wall", "active": true });
    let mut link = qiang.connect().await;
    assert_eq!(link.error(&show).await, "forbidden");
    assert!(link.ephemerals("wall").await.is_empty());
    let mut customer = desk.visitor().await.connect().await;
    customer.say(&show).await;
    assert!(customer.ephemerals("wall").await.is_empty());
}

#[tokio::test]
async fn a_supervisor_takes_over_and_colleagues_see_why() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let (mut customer, conversation) = desk.visitor().await.begin("在吗").await;
    qiang.act(&conversation, "assign", json!({ "agent_id": qiang.id })).await.ok(200);
    customer.expect("entry").await;
    let mut watching = qiang.connect().await;
    qiang.act(&conversation, "take-over", json!({})).await.problem(403, "forbidden");
    mei.act(&conversation, "take-over", json!({})).await.ok(200);
    let entry = watching.expect("entry").await;
    assert_eq!(
        (&entry["kind"], &entry["agent_id"], &entry["why"]["code"]),
        (&json!("assigned"), &json!(mei.id), &json!("taken_over"))
    );
    let told = customer.expect("entry").await;
    assert_eq!((&told["kind"], &told["why"]), (&json!("assigned"), &json!(null)));
    let row = mei.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    assert_eq!((&row["agent_id"], &row["state"]), (&json!(mei.id), &json!("open")));
    mei.act(&conversation, "resolve", json!({})).await.ok(200);
    mei.act(&conversation, "take-over", json!({})).await.problem(422, "wrong_state");
    mei.act("c_0000000000001", "take-over", json!({})).await.problem(404, "not_found");
}

#[tokio::test]
async fn whose_conversation_it_is_sees_who_looks_in() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let (mut customer, conversation) = desk.visitor().await.begin("在吗").await;
    qiang.act(&conversation, "assign", json!({ "agent_id": qiang.id })).await.ok(200);
    customer.expect("entry").await;
    let mut theirs = qiang.connect().await;
    let mut link = mei.connect().await;
    let seen = async |theirs: &mut Link| loop {
        let frame = theirs.expect("presence").await;
        if frame["member"]["id"] == mei.id && frame["presence"].is_null() && frame["availability"].is_null() {
            return (frame["viewing"].clone(), frame["look_in"].clone());
        }
    };
    let look =
        |look_in: bool| json!({ "type": "viewing", "conversation_id": conversation, "look_in": look_in });
    link.say(&look(true)).await;
    assert_eq!(seen(&mut theirs).await, (json!(conversation), json!(true)), "on whatever page they are");
    theirs.say(&look(false)).await;
    assert_eq!(seen(&mut theirs).await, (json!(conversation), json!(true)));
    link.say(&json!({ "type": "viewing" })).await;
    assert_eq!(seen(&mut theirs).await, (json!(null), json!(null)));
    assert!(customer.ephemerals("presence").await.iter().all(|frame| frame["look_in"].is_null()));
    // Who does not supervise only looks.
    theirs.say(&json!({ "type": "viewing" })).await;
    theirs.say(&look(true)).await;
    link.say(&look(false)).await;
    let frame = loop {
        let frame = link.expect("presence").await;
        if frame["member"]["id"] == qiang.id && !frame["viewing"].is_null() {
            break frame;
        }
    };
    assert_eq!(frame["look_in"], json!(null));
}
