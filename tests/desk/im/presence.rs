//! Who is there, as colleagues and the log see it: by links, over machines and restarts; away by the clock.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::events::{AgentEvent, Event};
use servicedesk::storage::event_log;

use crate::support::{Agent, Link, TestDesk};

/// Seconds since the desk opened, and what the log says of who came and is gone.
async fn logged(desk: &TestDesk) -> Vec<(i64, bool)> {
    let start = crate::support::START.0;
    let read = desk.inside().db.read(move |conn| {
        let head = event_log::head(conn)?;
        let events = event_log::after(conn, 0, head, 10_000)?;
        let moved = events.into_iter().filter_map(|logged| match logged.record.event {
            Event::Agent(_, AgentEvent::Presence { there }) => Some(((logged.at.0 - start) / 1_000, there)),
            _ => None,
        });
        Ok(moved.collect())
    });
    read.await.unwrap()
}

/// An agent's presence, as a colleague reads it.
async fn presence(asking: &Agent, of: &Agent) -> Value {
    asking.get(&format!("/api/v1/agents/{}", of.id)).await.ok(200)["presence"].clone()
}

async fn until(asking: &Agent, of: &Agent, field: &str, value: impl Into<Value>) -> Value {
    let value = value.into();
    loop {
        let now = presence(asking, of).await;
        if now[field] == value {
            return now;
        }
    }
}

async fn until_logged(desk: &TestDesk, expected: &[(i64, bool)]) {
    while logged(desk).await != expected {
        desk.written().await;
    }
}

/// Time goes on, and the links stay.
async fn pass(desk: &TestDesk, minutes: u64, links: &mut [&mut Link]) {
    for _ in 0..minutes * 2 {
        for link in links.iter_mut() {
            link.head().await;
        }
        desk.pass(Duration::from_secs(30));
        for link in links.iter_mut() {
            link.head().await;
        }
    }
}

async fn choose(agent: &Agent, body: Value) -> Value {
    agent.call(Method::PUT, "/api/v1/agents/me/availability", &body).await.ok(200)["presence"].clone()
}

#[tokio::test]
async fn two_machines_are_one_person_and_two_minutes_pass_before_they_are_gone() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    assert_eq!(presence(&qiang, &mei).await["there"], false);
    let (one, other) = (mei.connect().await, mei.connect().await);
    until_logged(&desk, &[(0, true)]).await;
    assert_eq!(presence(&qiang, &mei).await["there"], true);
    desk.pass(Duration::from_secs(10));
    one.leave().await;
    other.leave().await;
    while mei.get("/api/v1/me").await.ok(200)["agent"]["online"] == true {}
    desk.pass(Duration::from_secs(119));
    assert_eq!(presence(&qiang, &mei).await["there"], true, "a page that is loaded anew is no leaving");
    until_logged(&desk, &[(0, true)]).await;
    desk.pass(Duration::from_secs(1));
    assert_eq!(presence(&qiang, &mei).await["there"], false);
    // The stay ends with the last sign of life, not when it was noticed.
    until_logged(&desk, &[(0, true), (10, false)]).await;
    let back = mei.connect().await;
    until_logged(&desk, &[(0, true), (10, false), (130, true)]).await;
    drop(back);
}

#[tokio::test]
async fn colleagues_hear_who_came_and_who_is_gone() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let mut watching = mei.connect().await;
    let theirs = qiang.connect().await;
    let told = async |link: &mut Link, there: bool| loop {
        let frame = link.expect("presence").await;
        if frame["member"]["id"] == qiang.id && frame["presence"]["there"] == there {
            return frame;
        }
    };
    let frame = told(&mut watching, true).await;
    assert_eq!(frame["presence"]["availability"], "online");
    assert_eq!(frame["presence"]["since"], "2026-03-01T08:00:00.000Z");
    theirs.leave().await;
    while qiang.get("/api/v1/me").await.ok(200)["agent"]["online"] == true {}
    pass(&desk, 2, &mut [&mut watching]).await;
    told(&mut watching, false).await;
}

#[tokio::test]
async fn a_restart_sends_nobody_away_who_is_back_in_time() {
    let mut desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let mut links = (mei.connect().await, qiang.connect().await);
    until_logged(&desk, &[(0, true), (0, true)]).await;
    desk.pass(Duration::from_secs(5));
    // Their last sign of life.
    links.0.head().await;
    links.1.head().await;
    drop(links);
    desk = desk.reopened(|_| {}).await;
    // The desk lives at another address now.
    let moved = |agent: &Agent| agent.at(&desk);
    let (mei, qiang) = (moved(&mei), moved(&qiang));
    assert_eq!(presence(&mei, &qiang).await["there"], true, "nobody is gone at the start");
    desk.pass(Duration::from_secs(100));
    let mut link = mei.connect().await;
    desk.pass(Duration::from_secs(19));
    assert_eq!(presence(&mei, &qiang).await["there"], true);
    link.head().await;
    desk.pass(Duration::from_secs(1));
    until(&mei, &qiang, "there", false).await;
    assert_eq!(presence(&qiang, &mei).await["there"], true);
    // One of them was there all the time; the other's stay ended before the restart.
    until_logged(&desk, &[(0, true), (0, true), (5, false)]).await;
}

#[tokio::test]
async fn away_when_nothing_is_touched_and_back_at_the_next_touch_of_any_machine() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let (mut desktop, mut laptop) = (mei.connect().await, mei.connect().await);
    pass(&desk, 9, &mut [&mut desktop, &mut laptop]).await;
    laptop.say(&json!({ "type": "active" })).await;
    pass(&desk, 9, &mut [&mut desktop, &mut laptop]).await;
    assert_eq!(presence(&qiang, &mei).await["availability"], "online", "one of two machines is enough");
    pass(&desk, 1, &mut [&mut desktop, &mut laptop]).await;
    let away = until(&qiang, &mei, "availability", "away").await;
    assert_eq!((&away["set_by"], &away["there"]), (&json!("idle"), &json!(true)));
    // A page that opens is no touch.
    let mut page = mei.connect().await;
    pass(&desk, 1, &mut [&mut desktop, &mut laptop, &mut page]).await;
    assert_eq!(presence(&qiang, &mei).await["availability"], "away");
    desktop.say(&json!({ "type": "active" })).await;
    until(&qiang, &mei, "availability", "online").await;
}

#[tokio::test]
async fn what_somebody_chose_stays_whatever_they_touch_and_whatever_opens() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let mut link = mei.connect().await;
    for state in ["away", "offline"] {
        choose(&mei, json!({ "state": state })).await;
        link.say(&json!({ "type": "active" })).await;
        let mut page = mei.connect().await;
        pass(&desk, 20, &mut [&mut link, &mut page]).await;
        page.say(&json!({ "type": "active" })).await;
        page.head().await;
        desk.written().await;
        let now = presence(&qiang, &mei).await;
        assert_eq!((&now["availability"], &now["set_by"]), (&json!(state), &json!(null)));
    }
}

#[tokio::test]
async fn who_is_never_to_be_sent_away_is_not() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let mut link = mei.connect().await;
    let mut preferences = mei.get("/api/v1/me/preferences").await.ok(200);
    preferences["away_after_min"] = json!(0);
    mei.call(Method::PUT, "/api/v1/me/preferences", &preferences).await.ok(200);
    pass(&desk, 60, &mut [&mut link]).await;
    desk.written().await;
    assert_eq!(presence(&qiang, &mei).await["availability"], "online");
    preferences["away_after_min"] = json!(5);
    mei.call(Method::PUT, "/api/v1/me/preferences", &preferences).await.ok(200);
    until(&qiang, &mei, "availability", "away").await;
}

#[tokio::test]
async fn a_reason_and_an_end_stand_beside_away() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let mut link = mei.connect().await;
    let until_one = "2026-03-01T08:30:00.000Z";
    let meal = choose(&mei, json!({ "state": "away", "reason": "meal", "until": until_one })).await;
    assert_eq!((&meal["reason"], &meal["until"]), (&json!("meal"), &json!(until_one)));
    assert_eq!(presence(&qiang, &mei).await, meal);
    let mut theirs = qiang.connect().await;
    choose(&mei, json!({ "state": "away", "reason": "meeting", "until": until_one })).await;
    while theirs.expect("presence").await["presence"]["reason"] != "meeting" {}
    pass(&desk, 25, &mut [&mut link, &mut theirs]).await;
    link.say(&json!({ "type": "active" })).await;
    pass(&desk, 4, &mut [&mut link, &mut theirs]).await;
    assert_eq!(presence(&qiang, &mei).await["availability"], "away", "touches do not shorten it");
    pass(&desk, 1, &mut [&mut link, &mut theirs]).await;
    let back = until(&qiang, &mei, "availability", "online").await;
    assert_eq!((&back["reason"], &back["until"]), (&json!(null), &json!(null)));
    // Without a reason it works as before.
    choose(&mei, json!({ "state": "away" })).await;
    for (body, field) in [
        (json!({ "state": "gone" }), "state"),
        (json!({ "state": "away", "reason": "golf" }), "reason"),
        (json!({ "state": "online", "reason": "meal" }), "reason"),
        (json!({ "state": "offline", "until": "2026-03-01T12:00:00Z" }), "until"),
        (json!({ "state": "away", "until": "2026-03-01T07:00:00Z" }), "until"),
        (json!({ "state": "away", "until": "2027-03-01T07:00:00Z" }), "until"),
        (json!({ "state": "away", "until": "lunch" }), "until"),
    ] {
        let answer = mei.call(Method::PUT, "/api/v1/agents/me/availability", &body).await;
        assert_eq!(answer.wrong_field(), field, "{body}");
    }
}

#[tokio::test]
async fn the_team_keeps_its_own_reasons() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let path = "/api/v1/availability-reasons";
    let built_in = json!([
        { "id": "break", "name": null },
        { "id": "meal", "name": null },
        { "id": "meeting", "name": null },
        { "id": "training", "name": null },
    ]);
    assert_eq!(qiang.get(path).await.ok(200)["items"], built_in);
    qiang.post(path, &json!({ "name": "盘点" })).await.problem(403, "forbidden");
    let added = mei.post(path, &json!({ "name": " 仓库盘点 " })).await.ok(201);
    assert_eq!(added["name"], "仓库盘点");
    mei.post(path, &json!({ "name": "仓库盘点" })).await.problem(409, "name_taken");
    assert_eq!(mei.post(path, &json!({ "name": "" })).await.wrong_field(), "name");
    let own = format!("{path}/{}", added["id"].as_str().unwrap());
    mei.call(Method::PATCH, &own, &json!({ "name": "理货" })).await.ok(200);
    mei.call(Method::PATCH, &format!("{path}/meal"), &json!({ "name": "饭点" })).await.ok(200);
    choose(&qiang, json!({ "state": "away", "reason": added["id"] })).await;
    mei.call(Method::DELETE, &own, &json!({})).await.ok(204);
    mei.call(Method::DELETE, &own, &json!({})).await.problem(404, "not_found");
    let left = presence(&mei, &qiang).await;
    assert_eq!((&left["availability"], &left["reason"]), (&json!("away"), &json!(null)));
    for number in 5..=30 {
        mei.post(path, &json!({ "name": format!("理由 {number}") })).await.ok(201);
    }
    mei.post(path, &json!({ "name": "再来一个" })).await.problem(422, "reason_limit");
}

#[tokio::test]
async fn who_supervises_sets_a_colleagues_availability_and_an_agent_does_not() {
    let desk = TestDesk::open().await;
    let (mei, qiang) = (desk.owner().await, desk.colleague().await);
    let of = |agent: &Agent| format!("/api/v1/agents/{}/availability", agent.id);
    mei.call(Method::PUT, &of(&qiang), &json!({ "state": "away", "reason": "meeting" })).await.ok(200);
    assert_eq!(presence(&mei, &qiang).await["reason"], "meeting");
    qiang.call(Method::PUT, &of(&mei), &json!({ "state": "away" })).await.problem(403, "forbidden");
}

#[tokio::test]
async fn customers_hear_nothing_of_it_and_may_not_say_it() {
    let desk = TestDesk::open().await;
    let mei = desk.owner().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    choose(&mei, json!({ "state": "away", "reason": "meal" })).await;
    let _there = mei.connect().await;
    until_logged(&desk, &[(0, true)]).await;
    link.say(&json!({ "type": "active" })).await;
    assert!(link.ephemerals("presence").await.is_empty());
}
