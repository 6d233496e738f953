//! Colleagues, oneself, and whether somebody takes conversations.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestDesk, Visitor, send};

#[tokio::test]
async fn agents_are_listed_in_the_order_they_were_added() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let _here = colleague.connect().await;
    let listed = owner.all("/api/v1/agents?limit=1").await;
    let row = |id: &str, name: &str, email: &str, role: &str, online: bool| {
        json!({
            "id": id, "name": name, "email": email, "role": role, "active": true, "availability": "online",
            "online": online, "capacity": 8, "picture": null, "role_name": role, "team_ids": [], "languages": [],
            "skills": [], "presence": {
                "there": online, "availability": "online", "reason": null, "until": null, "set_by": null,
                "since": "2026-03-01T08:00:00.000Z",
            },
        })
    };
    let mut told = listed.clone();
    for row in &mut told {
        assert!(row.as_object_mut().unwrap().remove("role_id").is_some_and(|id| id.is_string()));
    }
    assert_eq!(
        told,
        [
            row(&owner.id, "小梅", "mei@example.com", "owner", false),
            row(&colleague.id, "阿强", "qiang@example.com", "agent", true),
        ]
    );
    assert_eq!(owner.get(&format!("/api/v1/agents/{}", colleague.id)).await.ok(200), listed[1]);
    for missing in ["a_0000000000001", "nonsense", "me"] {
        owner.get(&format!("/api/v1/agents/{missing}")).await.problem(404, "not_found");
    }
    assert_eq!(owner.get("/api/v1/agents?limit=201").await.wrong_field(), "limit");
}

#[tokio::test]
async fn agents_change_themselves_and_managers_change_others() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let path = |id: &str| format!("/api/v1/agents/{id}");
    let change = json!({ "name": " 强哥 ", "capacity": 0 });
    let changed = colleague.call(Method::PATCH, &path(&colleague.id), &change).await.ok(200);
    assert_eq!((&changed["name"], &changed["capacity"]), (&json!("强哥"), &json!(0)));
    colleague.call(Method::PATCH, &path(&owner.id), &change).await.problem(403, "forbidden");
    let changed = owner.call(Method::PATCH, &path(&colleague.id), &json!({ "capacity": 100 })).await.ok(200);
    assert_eq!((&changed["name"], &changed["capacity"]), (&json!("强哥"), &json!(100)));
    for (wrong, field) in [
        (json!({ "capacity": 101 }), "capacity"),
        (json!({ "capacity": -1 }), "capacity"),
        (json!({ "capacity": "8" }), "capacity"),
        (json!({ "name": "" }), "name"),
        (json!({ "name": "长".repeat(61) }), "name"),
        (json!({ "name": "a\u{7}" }), "name"),
    ] {
        assert_eq!(
            owner.call(Method::PATCH, &path(&colleague.id), &wrong).await.wrong_field(),
            field,
            "{wrong}"
        );
    }
    owner.call(Method::PATCH, &path("a_0000000000001"), &change).await.problem(404, "not_found");
}

#[tokio::test]
async fn availability_is_stored_and_survives_a_restart() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let set = |id: &str| format!("/api/v1/agents/{id}/availability");
    for state in ["away", "offline", "online", "away"] {
        let row = colleague.call(Method::PUT, &set("me"), &json!({ "state": state })).await.ok(200);
        assert_eq!(row["availability"], state);
    }
    owner.call(Method::PUT, &set(&owner.id), &json!({ "state": "offline" })).await.ok(200);
    colleague
        .call(Method::PUT, &set(&owner.id), &json!({ "state": "online" }))
        .await
        .problem(403, "forbidden");
    assert_eq!(owner.call(Method::PUT, &set("me"), &json!({ "state": "busy" })).await.wrong_field(), "state");
    let desk = desk.reopened(|_| {}).await;
    let request = desk.request(Method::GET, "/api/v1/agents").bearer_auth(&owner.token);
    let items = crate::support::Answer::to(request).await.ok(200)["items"].clone();
    assert_eq!([&items[0]["availability"], &items[1]["availability"]], [&json!("offline"), &json!("away")]);
}

#[tokio::test]
async fn visitors_see_who_takes_conversations_those_who_are_here_first() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let shown = async || {
        let settings = Visitor::ask(&desk, json!(null), json!(null)).await.ok(200)["settings"].clone();
        let names: Vec<Value> =
            settings["agents"].as_array().unwrap().iter().map(|agent| agent["name"].clone()).collect();
        (names, settings["availability"].clone())
    };
    let state = async |agent: &crate::support::Agent, state: &str| {
        agent.call(Method::PUT, "/api/v1/agents/me/availability", &json!({ "state": state })).await.ok(200);
    };
    assert_eq!(shown().await, (vec![json!("小梅"), json!("阿强")], json!("away")));
    let _here = colleague.connect().await;
    assert_eq!(shown().await, (vec![json!("阿强"), json!("小梅")], json!("online")));
    state(&colleague, "away").await;
    assert_eq!(shown().await.1, "away");
    state(&colleague, "offline").await;
    assert_eq!(shown().await, (vec![json!("小梅")], json!("away")));
    state(&owner, "offline").await;
    assert_eq!(shown().await, (vec![], json!("offline")));
}

#[tokio::test]
async fn me_tells_what_a_workbench_needs_to_start() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let me = owner.get("/api/v1/me").await.ok(200);
    assert_eq!((&me["agent"]["id"], &me["csrf_token"]), (&json!(owner.id), &json!(null)));
    assert_eq!((&me["locale"], &me["theme"]), (&json!("zh-CN"), &json!("auto")));
    assert_eq!(me["seats"], json!({ "used": 1, "allowed": 2 }));
    assert_eq!((&me["widget"]["key"], &me["widget"]["seen"]), (&json!(desk.key), &json!(null)));
    let tag = format!("<script async src=\"{}/w.js\" data-key=\"{}\"></script>", desk.origin(), desk.key);
    assert_eq!(me["widget"]["tag"], tag);

    let change = json!({ "locale": "en", "theme": "dark", "name": "Mei" });
    owner.call(Method::PATCH, "/api/v1/me", &change).await.ok(200);
    let me = owner.get("/api/v1/me").await.ok(200);
    assert_eq!(json!([me["locale"], me["theme"], me["agent"]["name"]]), json!(["en", "dark", "Mei"]));
    for (wrong, field) in [(json!({ "locale": "fr" }), "locale"), (json!({ "theme": "blue" }), "theme")] {
        assert_eq!(owner.call(Method::PATCH, "/api/v1/me", &wrong).await.wrong_field(), field);
    }
}

#[tokio::test]
async fn what_somebody_had_in_hand_waits_for_the_others_when_they_leave() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let begin = async |text: &str| desk.visitor().await.begin(text).await;
    let ((_one, open), (_two, snoozed), (mut three, closed)) =
        (begin("open").await, begin("snoozed").await, begin("closed").await);
    for id in [&open, &snoozed, &closed] {
        owner.act(id, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    }
    owner.act(&snoozed, "snooze", json!({ "until": null })).await.ok(200);
    owner.act(&closed, "resolve", json!({})).await.ok(200);
    let path = format!("/api/v1/agents/{}", colleague.id);
    owner.call(Method::PATCH, &path, &json!({ "active": false })).await.ok(200);

    let row = async |id: &str| owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200);
    let stands = async |id: &str| {
        let row = row(id).await;
        (row["state"].clone(), row["agent_id"].clone())
    };
    assert_eq!(stands(&open).await, (json!("waiting"), Value::Null));
    assert_eq!(stands(&snoozed).await, (json!("snoozed"), Value::Null));
    assert_eq!(stands(&closed).await, (json!("closed"), json!(colleague.id)), "who had it stays known");
    let unassigned = owner.all("/api/v1/conversations?view=unassigned&limit=50").await;
    assert_eq!(unassigned.iter().map(|row| row["id"].clone()).collect::<Vec<_>>(), [json!(open)]);
    let last = owner.entries(&open).await.pop().unwrap();
    assert_eq!((&last["kind"], &last["by"]["id"]), (&json!("unassigned"), &json!(owner.id)));

    // A customer who comes back finds somebody, too.
    for _ in 0..2 {
        three.expect("entry").await;
    }
    three.say(&send("again", closed.as_str(), "one more thing")).await;
    for told in ["entry", "entry", "accepted"] {
        three.expect(told).await;
    }
    assert_eq!(stands(&closed).await, (json!("waiting"), Value::Null));
}

#[tokio::test]
async fn the_command_that_disables_hands_over_too_and_so_does_the_next_start() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    owner.act(&conversation, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    desk.disable(&colleague).await;
    let path = format!("/api/v1/conversations/{conversation}");
    let row = owner.get(&path).await.ok(200);
    assert_eq!((&row["state"], &row["agent_id"]), (&json!("waiting"), &Value::Null));

    // As an older version left it.
    let (id, agent) = (conversation.clone(), colleague.id.clone());
    desk.inside()
        .db
        .write(move |unit| {
            let id: servicedesk::ids::ConversationId = id.parse().unwrap();
            let agent: servicedesk::ids::AgentId = agent.parse().unwrap();
            unit.conn().write(
                "UPDATE conversations SET state = 3, agent_id = ?2 WHERE id = ?1",
                rusqlite::params![id, agent],
            )?;
            Ok(())
        })
        .await
        .unwrap();
    let desk = desk.reopened(|_| {}).await;
    let found = desk
        .inside()
        .db
        .read(|conn| {
            let row = conn.query_row("SELECT state, agent_id FROM conversations", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?))
            })?;
            Ok(row)
        })
        .await;
    assert_eq!(found, Ok((2, None)));
}
