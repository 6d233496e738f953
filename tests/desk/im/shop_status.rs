//! `shop`: whether somebody answers, told to visitors while it is so.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::fault::Fault;
use servicedesk::ids::{CalendarId, TeamId};
use servicedesk::storage::Unit;

use crate::support::{Agent, Events, Link, TestDesk};

fn shop(state: &str, until: &Value) -> Value {
    json!({ "type": "shop", "state": state, "until": until })
}

async fn choose(desk: &TestDesk, agent: &Agent, state: &str) {
    agent.call(Method::PUT, "/api/v1/agents/me/availability", &json!({ "state": state })).await.ok(200);
    desk.written().await;
}

#[tokio::test]
async fn what_an_agent_chooses_is_on_every_visitors_link() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    assert_ne!(link.expect("shop").await["state"], "online", "right after the welcome");
    let mut stream = Events::open(&desk, &visitor.session_token, None).await;
    assert_ne!(stream.expect("shop").await["state"], "online");
    let mut workbench = owner.connect().await;
    while link.expect("shop").await["state"] != "online" {}
    for state in ["away", "online", "offline"] {
        choose(&desk, &owner, state).await;
        assert_eq!(link.expect("shop").await, shop(state, &json!(null)));
        while stream.expect("shop").await != shop(state, &json!(null)) {}
    }
    // Who comes now is told what holds now, and no agent is told anything.
    assert_eq!(visitor.connect().await.expect("shop").await, shop("offline", &json!(null)));
    assert_eq!(workbench.ephemerals("shop").await.len(), 0);
}

#[tokio::test]
async fn a_workbench_that_closes_is_missed_after_a_moment() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let workbench = owner.connect().await;
    let mut link = visitor.connect().await;
    while link.expect("shop").await != shop("online", &json!(null)) {}
    workbench.leave().await;
    // A page that is loaded anew is no farewell.
    let again = owner.connect().await;
    desk.clock.advance(Duration::from_secs(6));
    assert_eq!(link.ephemerals("shop").await.len(), 0);
    again.leave().await;
    // The desk has seen the end once the agent is gone from its list.
    while owner.get("/api/v1/me").await.ok(200)["agent"]["online"] == true {}
    let told = link.expect("shop");
    desk.clock.advance(Duration::from_secs(6));
    assert_eq!(told.await, shop("away", &json!(null)));
    desk.disable(&owner).await;
    assert_eq!(link.expect("shop").await, shop("offline", &json!(null)));
}

/// Time goes on, and the links stay.
async fn half_a_minute(desk: &TestDesk, links: &mut [&mut Link]) {
    for link in links {
        link.head().await;
    }
    desk.clock.advance(Duration::from_secs(30));
}

#[tokio::test]
async fn the_hours_open_and_close_the_shop_on_open_panels() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut workbench = owner.connect().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    // It is Sunday, 08:00.
    let hours = json!({ "always": false, "week": [{ "day": 7, "opens": "08:01", "closes": "08:02" }], "holidays": [] });
    let change = json!({ "time_zone": "UTC", "hours": hours });
    owner.call(Method::PATCH, "/api/v1/shop", &change).await.ok(200);
    while link.expect("shop").await != shop("closed", &json!("2026-03-01T08:01:00.000Z")) {}
    half_a_minute(&desk, &mut [&mut workbench, &mut link]).await;
    half_a_minute(&desk, &mut [&mut workbench, &mut link]).await;
    assert_eq!(link.expect("shop").await, shop("online", &json!("2026-03-01T08:02:00.000Z")));
    half_a_minute(&desk, &mut [&mut workbench, &mut link]).await;
    half_a_minute(&desk, &mut [&mut workbench, &mut link]).await;
    assert_eq!(link.expect("shop").await, shop("closed", &json!("2026-03-08T08:01:00.000Z")));
}

/// A team with this member and a calendar of its own, that is open from 08:01 to 08:02 on Sundays.
async fn night_team(desk: &TestDesk, owner: &Agent, member: &Agent) -> (TeamId, CalendarId) {
    let week = json!([{ "day": 7, "opens": "08:01", "closes": "08:02" }]);
    let body = json!({ "name": "Night", "time_zone": "UTC", "week": week });
    let made = owner.post("/api/v1/calendars", &body).await.ok(201);
    let calendar: CalendarId = made["id"].as_str().unwrap().parse().unwrap();
    let team = desk.team("Night").await;
    let members = json!({ "agent_ids": [member.id] });
    owner.call(Method::PUT, &format!("/api/v1/teams/{team}/members"), &members).await.ok(200);
    let work = move |unit: &mut Unit<'_>| {
        let sql = "UPDATE teams SET calendar_id = ?2 WHERE id = ?1";
        Ok::<_, Fault>(unit.conn().write(sql, rusqlite::params![team, calendar])?)
    };
    desk.inside().db.write(work).await.unwrap();
    (team, calendar)
}

#[tokio::test]
async fn whose_conversation_a_team_has_is_told_of_that_team() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (team, _) = night_team(&desk, &owner, &colleague).await;
    let mut workbench = owner.connect().await;
    let (mut other, _) = desk.visitor().await.begin("在吗").await;
    while other.expect("shop").await != shop("online", &json!(null)) {}
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("杯子碎了").await;
    assert_eq!(link.expect("shop").await, shop("online", &json!(null)));

    // The team's hours are others.
    owner.act(&conversation, "transfer", json!({ "team_id": team })).await.ok(200);
    let closed = shop("closed", &json!("2026-03-01T08:01:00.000Z"));
    assert_eq!(link.expect("shop").await, closed);
    assert_eq!(visitor.connect().await.expect("shop").await, closed, "whoever comes later is told the same");
    let again = visitor.come_back(&desk, json!({})).await;
    let session = again.settings();
    assert_eq!((&session["open"]["now"], &session["agents"].as_array().unwrap().len()), (&json!(false), &1));

    // They open, and nobody of the team is there, as somebody of the shop is.
    for _ in 0..2 {
        for link in [&mut workbench, &mut other, &mut link] {
            link.say(&json!({ "type": "ping" })).await;
            while link.told().await["type"] != "pong" {}
        }
        desk.clock.advance(Duration::from_secs(30));
    }
    assert_eq!(link.expect("shop").await, shop("away", &json!("2026-03-01T08:02:00.000Z")));
    let there = colleague.connect().await;
    assert_eq!(link.expect("shop").await, shop("online", &json!("2026-03-01T08:02:00.000Z")));
    other.say(&json!({ "type": "ping" })).await;
    while other.told().await["type"] != "pong" {}
    assert_eq!(other.ephemerals("shop").await.len(), 0, "it is nobody else's");

    // And back to everybody.
    let back = desk.team("Day").await;
    owner.act(&conversation, "transfer", json!({ "team_id": back })).await.ok(200);
    assert_eq!(link.expect("shop").await, shop("online", &json!(null)), "a team of nobody is the shop");
    drop(there);
}
