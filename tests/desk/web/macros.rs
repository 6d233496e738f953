//! Macros: kept, refused by their place, run whole or not at all, tried without a trace, undone.

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::access::agent::Role;
use servicedesk::storage::event_log;

use crate::support::{Agent, TestDesk, spoken};

const ALL: &str = "/api/v1/macros";

async fn keep(agent: &Agent, document: Value) -> String {
    let mut body = json!({ "name": "m" });
    body.as_object_mut().unwrap().extend(document.as_object().unwrap().clone());
    agent.post(ALL, &body).await.ok(201)["id"].as_str().unwrap().to_owned()
}

fn on(conversations: &[&str]) -> Value {
    json!({ "conversation_ids": conversations })
}

async fn row(agent: &Agent, id: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{id}")).await.ok(200)
}

#[tokio::test]
async fn macros_are_kept_and_the_teams_take_a_right() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let reply = json!({ "reply": "Hello {{contact.name}}" });
    let own = keep(&colleague, reply.clone()).await;
    let shared = json!({ "name": "all", "shared": true, "reply": "Hello" });
    colleague.post(ALL, &shared).await.problem(403, "forbidden");
    let team = owner.post(ALL, &shared).await.ok(201);
    assert_eq!(
        (&team["shared"], &team["used"], &team["unreadable"]),
        (&json!(true), &json!(0), &json!(false))
    );

    let names = async |agent: &Agent| -> Vec<Value> {
        agent.get(ALL).await.ok(200)["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].clone())
            .collect()
    };
    assert_eq!(names(&owner).await, ["all"], "nobody sees a colleague's own");
    assert_eq!(names(&colleague).await, ["all", "m"]);
    let (of_team, of_colleague) = (format!("{ALL}/{}", team["id"].as_str().unwrap()), format!("{ALL}/{own}"));
    for (method, body) in [(Method::PATCH, json!({ "name": "x" })), (Method::DELETE, json!({}))] {
        colleague.call(method.clone(), &of_team, &body).await.problem(403, "forbidden");
        owner.call(method, &of_colleague, &body).await.problem(404, "not_found");
    }
    colleague.call(Method::PATCH, &of_colleague, &json!({ "shared": true })).await.problem(403, "forbidden");
    let changed = colleague.call(Method::PATCH, &of_colleague, &json!({ "name": "greet" })).await.ok(200);
    assert_eq!((&changed["name"], &changed["reply"]), (&json!("greet"), &reply["reply"]));
    let changed = colleague
        .call(Method::PATCH, &of_colleague, &json!({ "actions": [{ "do": "close" }] }))
        .await
        .ok(200);
    assert_eq!((&changed["reply"], &changed["actions"]), (&Value::Null, &json!([{ "do": "close" }])));
    colleague.call(Method::DELETE, &of_colleague, &json!({})).await.ok(204);
    assert_eq!(names(&colleague).await, ["all"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_macro_is_told_by_its_place() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for (document, field) in [
        (json!({}), "actions"),
        (json!({ "reply": "{{contact.age}}" }), "reply"),
        (json!({ "actions": [{ "do": "close" }, { "do": "fly" }] }), "actions[1].do"),
        (json!({ "actions": vec![json!({ "do": "assign" }); 21] }), "actions"),
        (json!({ "actions": [{ "do": "add_labels", "labels": [] }] }), "actions[0].labels"),
        (json!({ "actons": [] }), "actons"),
    ] {
        let mut body = json!({ "name": "m" });
        body.as_object_mut().unwrap().extend(document.as_object().unwrap().clone());
        assert_eq!(owner.post(ALL, &body).await.wrong_field(), field, "{document}");
    }
    assert_eq!(owner.post(ALL, &json!({ "reply": "x" })).await.wrong_field(), "name");
    let missing = json!({ "name": "m", "actions": [{ "do": "close" }, { "do": "team", "team_id": "tm_0000000000001" }] });
    let wrong = json!({ "name": "m", "actions": [{ "do": "team", "team_id": "tm_0000000000001" }] });
    owner.post(ALL, &missing).await.problem(400, "invalid");
    assert_eq!(owner.post(ALL, &wrong).await.problem(422, "unknown_team")["field"], "actions[0]");
    let run = format!("{ALL}/{}/run", keep(&owner, json!({ "reply": "x" })).await);
    for (body, field) in [
        (json!({}), "conversation_ids"),
        (on(&[]), "conversation_ids"),
        (on(&["c_1"; 101]), "conversation_ids"),
        (json!({ "conversation_ids": ["c_1"], "values": { "contact.age": "9" } }), "values.contact.age"),
        (json!({ "conversation_ids": ["c_1"], "values": { "contact.name": " " } }), "values.contact.name"),
    ] {
        assert_eq!(owner.post(&run, &body).await.wrong_field(), field, "{body}");
    }
}

#[tokio::test]
async fn all_of_it_is_done_in_its_order_and_can_be_undone_but_for_words() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let team = desk.team("returns").await.to_string();
    let (_link, id) = desk.visitor().await.begin("it broke").await;
    let contact = row(&owner, &id).await["contact"]["id"].as_str().unwrap().to_owned();
    owner
        .call(Method::PATCH, &format!("/api/v1/contacts/{contact}"), &json!({ "name": "李娜" }))
        .await
        .ok(200);
    colleague.call(Method::PUT, &format!("/api/v1/drafts/{id}"), &json!({ "text": "a draft" })).await.ok(204);
    let mine = keep(
        &colleague,
        json!({
            "reply": "{{contact.name}}, {{agent.name}} sends a new one.",
            "actions": [
                { "do": "add_labels", "labels": ["broken", "vip"] },
                { "do": "remove_labels", "labels": ["vip"] },
                { "do": "priority", "priority": "high" },
                { "do": "note", "text": "for {{contact.name}}" },
                { "do": "team", "team_id": team },
                { "do": "assign", "agent_id": owner.id },
                { "do": "close" },
            ],
        }),
    )
    .await;
    let before = row(&owner, &id).await;
    let answer = colleague.post(&format!("{ALL}/{mine}/run"), &on(&[&id])).await.ok(200);
    let fate = &answer["items"][0];
    assert_eq!((&fate["id"], &fate["done"]), (&json!(id), &json!(true)));
    let after = row(&owner, &id).await;
    assert_eq!(
        (&after["state"], &after["agent_id"], &after["team_id"], &after["priority"], &after["labels"]),
        (&json!("closed"), &json!(owner.id), &json!(team), &json!("high"), &json!(["broken"]))
    );
    let entries = owner.entries(&id).await;
    let said = spoken(&entries);
    assert_eq!(said[..2], ["it broke", "李娜, 阿强 sends a new one."]);
    assert!(said.contains(&"for 李娜".to_owned()), "{said:?}");
    let drafts = colleague.get("/api/v1/drafts").await.ok(200);
    assert_eq!(drafts["items"][0]["text"], "a draft", "what an agent writes themselves stays");
    assert_eq!(colleague.get(ALL).await.ok(200)["items"][0]["used"], 1);

    let mut item = fate["before"].clone();
    item["id"] = json!(id);
    let undone = json!({ "action": "restore", "items": [item] });
    colleague.post("/api/v1/conversations/bulk", &undone).await.ok(200);
    let restored = row(&owner, &id).await;
    for field in ["state", "agent_id", "team_id", "priority", "labels"] {
        assert_eq!(restored[field], before[field], "{field}");
    }
    assert!(spoken(&owner.entries(&id).await).contains(&"李娜, 阿强 sends a new one.".to_owned()));
}

#[tokio::test]
async fn a_missing_variable_asks_and_nothing_is_done_anywhere() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_one, first) = desk.visitor().await.begin("one").await;
    let (_two, second) = desk.visitor().await.begin("two").await;
    let contact = row(&owner, &first).await["contact"]["id"].as_str().unwrap().to_owned();
    owner
        .call(Method::PATCH, &format!("/api/v1/contacts/{contact}"), &json!({ "name": "Li Na" }))
        .await
        .ok(200);
    let id = keep(
        &owner,
        json!({ "reply": "Hello {{contact.name}}", "actions": [{ "do": "note", "text": "{{contact.phone}}" }] }),
    )
    .await;
    let run = format!("{ALL}/{id}/run");
    let problem = owner.post(&run, &on(&[&first, &second])).await.problem(422, "missing_variable");
    let names: Vec<&str> =
        problem["named"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["contact.name", "contact.phone"]);
    for (id, words) in [(&first, "one"), (&second, "two")] {
        assert_eq!(spoken(&owner.entries(id).await), [words]);
    }
    let preview = owner.post(&format!("{ALL}/{id}/preview"), &on(&[&first, &second])).await.ok(200);
    assert_eq!(preview["items"][0]["reply"], "Hello Li Na");
    assert_eq!(preview["items"][1]["reply"], "Hello …");
    assert_eq!(preview["items"][1]["missing"], json!(["contact.name", "contact.phone"]));

    let mut asked = on(&[&first, &second]);
    asked["values"] = json!({ "contact.name": " dear customer ", "contact.phone": "no number" });
    owner.post(&run, &asked).await.ok(200);
    // What is known goes before what was said for the rest.
    assert_eq!(spoken(&owner.entries(&first).await)[1], "Hello Li Na");
    assert_eq!(spoken(&owner.entries(&second).await)[1], "Hello dear customer");
}

#[tokio::test]
async fn a_removed_agent_is_named_with_the_action_and_nothing_is_done() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (_link, conversation) = desk.visitor().await.begin("hello").await;
    let id = keep(
        &owner,
        json!({ "reply": "Hi", "actions": [{ "do": "close" }, { "do": "add_labels", "labels": ["x"] }] }),
    )
    .await;
    let to_colleague =
        json!([{ "do": "add_labels", "labels": ["x"] }, { "do": "assign", "agent_id": colleague.id }]);
    let path = format!("{ALL}/{id}");
    owner.call(Method::PATCH, &path, &json!({ "reply": "Hi", "actions": to_colleague })).await.ok(200);
    desk.disable(&colleague).await;
    for call in ["run", "preview"] {
        let problem = owner.post(&format!("{path}/{call}"), &on(&[&conversation])).await;
        let problem = problem.problem(422, "unknown_agent");
        assert_eq!(problem["field"], "actions[1]");
        assert_eq!(problem["named"], json!([{ "kind": "action", "id": "1", "name": "assign" }]));
    }
    assert_eq!(spoken(&owner.entries(&conversation).await), ["hello"]);
    let kept = owner.call(Method::PATCH, &path, &json!({ "actions": to_colleague })).await;
    kept.problem(422, "unknown_agent");
}

#[tokio::test]
async fn a_preview_tells_what_would_be_and_leaves_nothing() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_link, open) = desk.visitor().await.begin("hello").await;
    let (_other, closed) = desk.visitor().await.begin("bye").await;
    owner.act(&closed, "resolve", json!({})).await.ok(200);
    let id = keep(
        &owner,
        json!({ "actions": [{ "do": "assign", "agent_id": "me" }, { "do": "add_labels", "labels": ["new"] }] }),
    )
    .await;
    let head = async || desk.inside().db.read(|conn| Ok(event_log::head(conn)?)).await.unwrap();
    let position = head().await;
    let preview =
        owner.post(&format!("{ALL}/{id}/preview"), &on(&[&open, &closed, "c_0000000000001"])).await.ok(200);
    let items = preview["items"].as_array().unwrap();
    assert_eq!(
        (&items[0]["before"]["state"], &items[0]["after"]["state"]),
        (&json!("waiting"), &json!("open"))
    );
    assert_eq!(items[0]["after"]["labels"], json!(["new"]));
    assert_eq!((&items[1]["code"], &items[2]["code"]), (&json!("wrong_state"), &json!("not_found")));
    assert_eq!(spoken(&owner.entries(&open).await), ["hello"]);
    assert_eq!(owner.get("/api/v1/labels").await.ok(200)["items"], json!([]));
    assert_eq!(owner.get(ALL).await.ok(200)["items"][0]["used"], 0);
    assert_eq!(head().await, position);
}

#[tokio::test]
async fn each_conversation_gets_all_or_nothing_and_newer_words_are_heeded() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let mut sequences = json!({});
    let mut ids = Vec::new();
    let mut links = Vec::new();
    for words in ["one", "two"] {
        let (link, id) = desk.visitor().await.begin(words).await;
        sequences[&id] = row(&owner, &id).await["last_sequence"].clone();
        ids.push(id);
        links.push(link);
    }
    links[1].post("more", ids[1].as_str(), "wait").await;
    let id = keep(&owner, json!({ "reply": "Done", "actions": [{ "do": "close" }] })).await;
    let asked = json!({ "conversation_ids": ids, "last_sequences": sequences });
    let path = format!("{ALL}/{id}/run");
    let first = owner.call_once("once", Method::POST, &path, &asked).await.ok(200);
    assert_eq!(
        (&first["items"][0]["done"], &first["items"][1]["code"]),
        (&json!(true), &json!("newer_message"))
    );
    // The same call again gives the same answer and says nothing twice.
    assert_eq!(owner.call_once("once", Method::POST, &path, &asked).await.ok(200), first);
    assert_eq!(spoken(&owner.entries(&ids[0]).await), ["one", "Done", "[state]"]);
    assert_eq!(spoken(&owner.entries(&ids[1]).await), ["two", "wait"]);
}

#[tokio::test]
async fn a_macro_does_no_more_than_its_caller_may() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let role = owner.sign_in().await;
    let new = json!({ "name": "reader", "rights": ["reply", "label"], "reading": "all" });
    let role = role.call(Method::POST, "/api/v1/roles", &new).await.ok(201);
    let colleague = Agent::join(&desk, "阿强", "qiang@example.com", Role::Agent).await;
    let change = json!({ "role_id": role["id"] });
    owner
        .sign_in()
        .await
        .call(Method::PATCH, &format!("/api/v1/agents/{}", colleague.id), &change)
        .await
        .ok(200);
    let (_one, first) = desk.visitor().await.begin("one").await;
    let (_two, second) = desk.visitor().await.begin("two").await;
    let shared = json!({
        "name": "m", "shared": true, "reply": "Hi",
        "actions": [{ "do": "add_labels", "labels": ["x"] }, { "do": "close" }],
    });
    let id = owner.post(ALL, &shared).await.ok(201)["id"].as_str().unwrap().to_owned();
    let run = format!("{ALL}/{id}/run");
    assert_eq!(colleague.post(&run, &on(&[&first])).await.problem(403, "forbidden")["field"], "actions[1]");
    let actions = json!({ "reply": "Hi", "actions": [{ "do": "add_labels", "labels": ["x"] }] });
    owner.call(Method::PATCH, &format!("{ALL}/{id}"), &actions).await.ok(200);
    colleague.post(&run, &on(&[&first, &second])).await.problem(403, "forbidden");
    colleague.post(&run, &on(&[&first])).await.ok(200);
    colleague.post(ALL, &json!({ "name": "m", "reply": "x" })).await.problem(403, "forbidden");
}

#[tokio::test]
async fn a_ticket_gets_another_status_and_a_chat_has_none() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_one, ticket) = desk.visitor().await.begin("it broke").await;
    let (_two, chat) = desk.visitor().await.begin("hello").await;
    owner.act(&ticket, "ticket", json!({ "title": "Broken" })).await.ok(201);
    let statuses = owner.get("/api/v1/ticket-statuses").await.ok(200)["statuses"].clone();
    let pending =
        statuses.as_array().unwrap().iter().find(|one| one["category"] == "pending").unwrap()["id"].clone();
    let id =
        keep(&owner, json!({ "reply": "Which one?", "actions": [{ "do": "status", "status_id": pending }] }))
            .await;
    let answer = owner.post(&format!("{ALL}/{id}/run"), &on(&[&ticket, &chat])).await.ok(200);
    assert_eq!(
        (&answer["items"][0]["done"], &answer["items"][1]["code"]),
        (&json!(true), &json!("wrong_state"))
    );
    let shown = owner.get(&format!("/api/v1/tickets/{ticket}")).await.ok(200);
    assert_eq!(shown["status"]["id"], pending);
    assert_eq!(spoken(&owner.entries(&chat).await), ["hello"], "all of it or nothing");
    let gone = json!({ "name": "m", "actions": [{ "do": "status", "status_id": "ts_0700000000001" }] });
    assert_eq!(owner.post(ALL, &gone).await.problem(422, "unknown_status")["field"], "actions[0]");
}
