//! Tickets: a life from a chat to closed for good, what is refused, links, followers, documents, lists.

use std::collections::BTreeSet;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::fold::the_log_tells_where_all_stand;
use crate::support::{Agent, TestDesk, said};

const NONE: &str = "c_000000000000z";

/// The status of a category that every desk has.
fn usual(category: &str) -> String {
    let number =
        ["new", "open", "pending", "on_hold", "solved", "closed"].iter().position(|it| *it == category);
    format!("ts_{:013}", number.expect("a category") + 1)
}

async fn set(owner: &Agent, ticket: &str, category: &str) -> Value {
    let body = json!({ "status_id": usual(category) });
    owner.post(&format!("/api/v1/tickets/{ticket}/status"), &body).await.ok(200)
}

async fn own_status(owner: &Agent, name: &str, public: &str, category: &str) -> String {
    let mut document = owner.get("/api/v1/ticket-statuses").await.ok(200);
    let new = json!({ "name": name, "public_name": { "zh-CN": public }, "category": category });
    document["statuses"].as_array_mut().unwrap().push(new);
    let kept = owner.call(Method::PUT, "/api/v1/ticket-statuses", &document).await.ok(200);
    kept["statuses"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned()
}

async fn own_type(owner: &Agent, name: &str, fields: Value) -> String {
    let mut document = owner.get("/api/v1/ticket-types").await.ok(200);
    document["types"].as_array_mut().unwrap().push(json!({ "name": name, "public": true, "fields": fields }));
    let kept = owner.call(Method::PUT, "/api/v1/ticket-types", &document).await.ok(200);
    kept["types"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned()
}

async fn open(owner: &Agent, title: &str, more: Value) -> Value {
    let mut body = json!({ "user_id": "user-1", "title": title });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    owner.post("/api/v1/tickets", &body).await.ok(201)
}

fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_chip_in_a_cup_becomes_a_ticket_is_solved_and_opens_again() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("盖碗口上磕掉了一块").await;
    owner.reply(&conversation, "给您补发一只").await;
    let turned = owner.act(&conversation, "ticket", json!({ "title": "盖碗破损，要求补发" })).await.ok(201);
    assert_eq!((&turned["id"], &turned["name"]), (&json!(conversation), &json!("T-1")));
    assert_eq!((&turned["status"]["category"], &turned["state"]), (&json!("open"), &json!("open")));
    assert_eq!(turned["message_count"], 2);
    owner.act(&conversation, "ticket", json!({ "title": "again" })).await.problem(422, "wrong_state");

    // It waits for the courier: its conversation rests, and the customer is told in the shop's words for them.
    let courier = own_status(&owner, "等快递 (内部)", "快递途中", "on_hold").await;
    let body = json!({ "status_id": courier });
    let waits = owner.post("/api/v1/tickets/t-1/status", &body).await.ok(200);
    assert_eq!((&waits["state"], &waits["status"]["name"]), (&json!("snoozed"), &json!("等快递 (内部)")));
    loop {
        let told = link.told().await;
        if told["kind"] == "ticket_changed" {
            assert_eq!(told["status"], json!({ "zh-CN": "快递途中", "en": "快递途中" }));
            break;
        }
    }
    let say = async |id: &str, text: &str| {
        visitor
            .come_back(&desk, json!(null))
            .await
            .connect()
            .await
            .post_amid(id, conversation.as_str(), text)
            .await
    };
    // A word of theirs opens it.
    say("m2", "到了吗?").await;
    let ticket = owner.get("/api/v1/tickets/T-1").await.ok(200);
    assert_eq!((&ticket["state"], &ticket["status"]["category"]), (&json!("open"), &json!("open")));
    assert!(ticket["waiting_since"].is_string());

    // Solved it opens again for two weeks, closed never.
    let solved = set(&owner, "T-1", "solved").await;
    assert_eq!((&solved["state"], solved["solved_at"].is_string()), (&json!("closed"), true));
    desk.pass(Duration::from_hours(13 * 24));
    say("m3", "又裂了").await;
    let ticket = owner.get("/api/v1/tickets/T-1").await.ok(200);
    assert_eq!((&ticket["status"]["category"], &ticket["solved_at"]), (&json!("open"), &json!(null)));
    owner.act(&conversation, "resolve", json!({})).await.ok(200);
    let ticket = owner.get("/api/v1/tickets/T-1").await.ok(200);
    assert_eq!(ticket["status"]["category"], "solved", "the status goes with the conversation");
    set(&owner, "T-1", "closed").await;
    let said = say("m4", "还在吗?").await;
    assert_ne!(said["conversation_id"], conversation, "words go elsewhere");
    let linked = owner.get("/api/v1/tickets/T-1").await.ok(200);
    let expected = json!([{ "id": said["conversation_id"], "name": null, "title": null, "kind": "related", "category": null }]);
    assert_eq!(linked["links"], expected, "with a link");
    // What is closed for good is not opened by hand either.
    owner.act(&conversation, "reopen", json!({})).await.problem(422, "wrong_state");
    owner.act(&conversation, "messages", json!({ "content": said_text() })).await.problem(422, "wrong_state");
    let back = json!({ "status_id": usual("open") });
    owner.post("/api/v1/tickets/T-1/status", &back).await.problem(422, "wrong_state");
    the_log_tells_where_all_stand(&desk).await;
}

fn said_text() -> Value {
    said("好的")
}

#[tokio::test]
async fn words_without_a_target_skip_tickets() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("坏了").await;
    owner.act(&conversation, "ticket", json!({ "title": "坏了" })).await.ok(201);
    let other = visitor.connect().await.post("m2", json!(null), "另外，发票呢?").await;
    assert_ne!(other["conversation_id"], conversation);
    let inbox = owner.get("/api/v1/conversations?view=all").await.ok(200);
    let ids: Vec<&Value> = inbox["items"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&other["conversation_id"]], "the inbox shows chats");
    let counts = owner.get("/api/v1/conversations/counts").await.ok(200);
    assert_eq!((&counts["all"], &counts["tickets:waiting"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn a_status_and_its_conversation_go_together() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for (category, state, alone) in [
        ("new", "waiting", "waiting"),
        ("open", "open", "waiting"),
        ("pending", "snoozed", "snoozed"),
        ("on_hold", "snoozed", "snoozed"),
        ("solved", "closed", "closed"),
        ("closed", "closed", "closed"),
    ] {
        let mine = json!({ "status_id": usual(category) });
        let ticket = open(&owner, "one", mine).await;
        assert_eq!((&ticket["state"], &ticket["status"]["category"]), (&json!(alone), &json!(category)));
        if category == "open" {
            let id = ticket["id"].as_str().unwrap();
            owner.act(id, "assign", json!({ "agent_id": owner.id })).await.ok(200);
            let row = owner.get(&format!("/api/v1/tickets/{id}")).await.ok(200);
            assert_eq!(row["state"], state);
        }
    }
    let ticket = open(&owner, "two", json!({ "agent_id": owner.id })).await;
    let id = ticket["id"].as_str().unwrap();
    let category =
        async || owner.get(&format!("/api/v1/tickets/{id}")).await.ok(200)["status"]["category"].clone();
    assert_eq!(category().await, "new");
    for (action, body, expected) in [
        ("messages", json!({ "content": said("您好") }), "open"),
        ("snooze", json!({ "until": null }), "pending"),
        ("reopen", json!({}), "open"),
        ("snooze", json!({ "until": "2026-03-02T09:00:00Z" }), "on_hold"),
        ("resolve", json!({}), "solved"),
        ("reopen", json!({}), "open"),
    ] {
        owner.act(id, action, body).await;
        assert_eq!(category().await, expected, "{action}");
    }
    let again =
        owner.post(&format!("/api/v1/tickets/{id}/status"), &json!({ "status_id": usual("new") })).await;
    again.problem(422, "wrong_state");
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn what_a_type_asks_for_is_checked_by_its_place() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let order =
        json!({ "key": "order_no", "label": { "zh-CN": "订单号" }, "type": "text", "required": true });
    let pieces = json!({ "key": "pieces", "label": { "en": "Pieces" }, "type": "number" });
    let broken = own_type(&owner, "破损", json!([order, pieces])).await;
    let other = own_type(&owner, "发票", json!([pieces])).await;
    let new = |more: Value| {
        let mut body = json!({ "user_id": "user-1", "title": "盖碗", "type_id": broken, "fields": { "order_no": "1042" } });
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        body
    };
    for (more, field) in [
        (json!({ "title": "" }), "title"),
        (json!({ "title": "长".repeat(201) }), "title"),
        (json!({ "fields": {} }), "fields.order_no"),
        (json!({ "fields": { "order_no": 7 } }), "fields.order_no"),
        (json!({ "fields": { "order_no": "1", "pieces": "x" } }), "fields.pieces"),
        (json!({ "fields": { "order_no": "1", "colour": "red" } }), "fields.colour"),
        (json!({ "type_id": "tt_0000000000001" }), "type_id"),
        (json!({ "type_id": "x" }), "type_id"),
        (json!({ "status_id": "ts_000000000000z" }), "status_id"),
        (json!({ "priority": "huge" }), "priority"),
        (json!({ "due_at": "tomorrow" }), "due_at"),
        (json!({ "agent_id": "x" }), "agent_id"),
        (json!({ "contact_id": "p_1" }), "contact_id"),
        (json!({ "user_id": null }), "contact_id"),
        (json!({ "message": "" }), "message"),
        (json!({ "external_id": "" }), "external_id"),
        (json!({ "colour": "red" }), "colour"),
    ] {
        let answer = owner.post("/api/v1/tickets", &new(more.clone())).await;
        assert_eq!(answer.wrong_field(), field, "{more}");
    }
    let counted = owner.get("/api/v1/tickets/counts").await.ok(200);
    assert_eq!(counted["views"]["all"], 0, "nothing is left of what was refused");
    let ticket = owner
        .post("/api/v1/tickets", &new(json!({ "fields": { "order_no": "1042", "pieces": 2 } })))
        .await
        .ok(201);
    assert_eq!((&ticket["number"], &ticket["fields"]["pieces"]), (&json!(1), &json!(2)));
    let path = "/api/v1/tickets/T-1";
    for (body, field) in [
        (json!({ "fields": { "order_no": null } }), "fields.order_no"),
        (json!({ "fields": { "size": 1 } }), "fields.size"),
        (json!({ "title": " " }), "title"),
        (json!({ "type_id": null, "fields": { "order_no": "1" } }), "fields.order_no"),
    ] {
        assert_eq!(owner.call(Method::PATCH, path, &body).await.wrong_field(), field, "{body}");
    }
    // Of another type it keeps what that asks for, too.
    let body = json!({ "type_id": other, "title": "发票抬头", "due_at": "2026-03-05T09:00:00Z" });
    let ticket = owner.call(Method::PATCH, path, &body).await.ok(200);
    assert_eq!((&ticket["fields"], &ticket["type"]["name"]), (&json!({ "pieces": 2 }), &json!("发票")));
    assert_eq!(ticket["due_at"], "2026-03-05T09:00:00.000Z");
    let activity = owner.get(&format!("{path}/activity")).await.ok(200);
    let fields: Vec<&str> = activity["items"][0]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["due_at", "field:order_no", "title", "type"]);
    // What tickets have stays.
    let document = owner.get("/api/v1/ticket-types").await.ok(200);
    let gone = json!({ "version": document["version"], "types": [document["types"][0]] });
    owner.call(Method::PUT, "/api/v1/ticket-types", &gone).await.problem(422, "in_use");
    let stale = json!({ "version": 0, "types": document["types"] });
    owner.call(Method::PUT, "/api/v1/ticket-types", &stale).await.problem(409, "version");
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn numbers_are_dense_and_unique_under_a_hundred_writers() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..100 {
        let owner = owner.clone();
        writers.spawn(async move {
            // Every fifth is refused, and uses no number up.
            let title = if writer % 5 == 0 { "" } else { "票" };
            let body = json!({ "user_id": format!("user-{writer}"), "title": title });
            let answer = owner.post("/api/v1/tickets", &body).await;
            (answer.status == 201).then(|| answer.ok(201)["number"].as_i64().unwrap())
        });
    }
    let mut numbers = BTreeSet::new();
    while let Some(number) = writers.join_next().await {
        if let Some(number) = number.unwrap() {
            assert!(numbers.insert(number), "{number} was used twice");
        }
    }
    assert_eq!(numbers, (1..=80).collect());
}

#[tokio::test]
async fn the_same_id_of_the_shops_system_is_the_same_ticket() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let first = open(&owner, "盖碗", json!({ "external_id": "erp-1042", "message": "坏了" })).await;
    let again = open(&owner, "别的", json!({ "external_id": "erp-1042", "message": "坏了" })).await;
    assert_eq!(
        (&again["id"], &again["title"], &again["message_count"]),
        (&first["id"], &json!("盖碗"), &json!(1))
    );
    assert_eq!(first["last_message"]["sender"]["kind"], "visitor");
    assert_eq!(open(&owner, "二", json!({})).await["number"], 2);
}

#[tokio::test]
async fn links_read_both_ways_and_lead_to_no_circle() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for title in ["一", "二", "三"] {
        open(&owner, title, json!({})).await;
    }
    let link = async |one: &str, other: &str, kind: &str| {
        let path = format!("/api/v1/tickets/{one}/links");
        owner.post(&path, &json!({ "other": other, "kind": kind })).await
    };
    link("T-1", "T-2", "child").await.ok(200);
    let third = link("T-3", "T-2", "parent").await.ok(200);
    assert_eq!((&third["links"][0]["name"], &third["links"][0]["kind"]), (&json!("T-2"), &json!("parent")));
    let second = owner.get("/api/v1/tickets/T-2").await.ok(200);
    let kinds: Vec<&str> =
        second["links"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["parent", "child"]);
    for (one, other, kind) in [("T-1", "T-1", "related"), ("T-1", "T-3", "parent"), ("T-3", "T-1", "child")] {
        link(one, other, kind).await.problem(422, "circle");
    }
    link("T-1", NONE, "related").await.problem(404, "not_found");
    link("T-1", "T-99", "related").await.problem(404, "not_found");
    assert_eq!(link("T-1", "T-2", "friend").await.wrong_field(), "kind");

    // One answer for what is below; what is done hears nothing.
    let answer = json!({ "content": said("补发已寄出") });
    let posted = owner.post("/api/v1/tickets/T-1/answer-children", &answer).await.ok(201);
    assert_eq!(posted["items"].as_array().unwrap().len(), 1);
    let second = owner.get("/api/v1/tickets/T-2").await.ok(200);
    assert_eq!(
        (&second["last_message"]["text"], &second["status"]["category"]),
        (&json!("补发已寄出"), &json!("open"))
    );
    set(&owner, "T-2", "solved").await;
    owner.post("/api/v1/tickets/T-1/answer-children", &answer).await.problem(422, "no_children");

    let gone = owner.call(Method::DELETE, "/api/v1/tickets/T-1/links/T-2", &json!({})).await.ok(200);
    assert_eq!(gone["links"], json!([]));
    let again = owner.call(Method::DELETE, "/api/v1/tickets/T-1/links/T-2", &json!({})).await;
    again.problem(404, "not_found");
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn lists_hold_what_their_views_say_in_every_order() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mine = json!({ "agent_id": owner.id, "priority": "urgent" });
    open(&owner, "mine", mine).await;
    open(&owner, "today", json!({ "due_at": "2026-03-01T10:00:00Z", "priority": "low" })).await;
    open(&owner, "later", json!({ "due_at": "2026-03-09T10:00:00Z" })).await;
    open(&owner, "customer", json!({ "status_id": usual("pending") })).await;
    open(&owner, "done", json!({ "status_id": usual("solved") })).await;
    open(&owner, "asks", json!({ "message": "在吗?" })).await;
    let list = async |query: &str| owner.get(&format!("/api/v1/tickets?{query}")).await.ok(200);
    for (query, expected) in [
        ("view=unsolved&sort=number", vec!["T-6", "T-4", "T-3", "T-2", "T-1"]),
        ("view=unsolved&sort=priority", vec!["T-1", "T-3", "T-4", "T-6", "T-2"]),
        ("view=mine", vec!["T-1"]),
        ("view=due_today", vec!["T-2"]),
        ("view=customer", vec!["T-4"]),
        ("view=waiting", vec!["T-6"]),
        ("view=solved", vec!["T-5"]),
        ("view=all&sort=number", vec!["T-6", "T-5", "T-4", "T-3", "T-2", "T-1"]),
    ] {
        assert_eq!(names(&list(query).await), expected, "{query}");
    }
    let due = list("view=unsolved&sort=due").await;
    assert_eq!(names(&due)[..2], ["T-2", "T-3"], "{due}");
    // Page by page it is the same, in each order.
    for sort in ["due", "updated", "priority", "number"] {
        for view in ["unsolved", "all"] {
            let whole = list(&format!("view={view}&sort={sort}")).await;
            let (mut paged, mut cursor) = (Vec::new(), String::new());
            loop {
                let page = list(&format!("view={view}&sort={sort}&limit=2{cursor}")).await;
                paged.extend(names(&page).into_iter().map(str::to_owned));
                let Some(next) = page["next"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(paged, names(&whole), "{view} by {sort}");
        }
    }
    let counts = owner.get("/api/v1/tickets/counts").await.ok(200);
    let expected = json!({
        "unsolved": 5, "mine": 1, "waiting": 1, "due_today": 1, "customer": 1, "solved": 1, "all": 6,
    });
    assert_eq!(counts["views"], expected);
    let board = owner.get("/api/v1/tickets/board?view=all").await.ok(200);
    let columns: Vec<(i64, usize)> = board["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| (column["count"].as_i64().unwrap(), column["items"].as_array().unwrap().len()))
        .collect();
    assert_eq!(columns, [(4, 4), (0, 0), (1, 1), (0, 0), (1, 1), (0, 0)]);
    for (query, field) in [("view=mood", "view"), ("sort=mood", "sort"), ("status=x", "status")] {
        assert_eq!(owner.get(&format!("/api/v1/tickets?{query}")).await.wrong_field(), field);
    }

    // A saved view over tickets is one of theirs, not of the inbox.
    let filter = json!({ "all": [
        { "field": "kind", "op": "is", "value": "ticket" },
        { "field": "category", "op": "in", "value": ["new", "open"] },
        { "field": "priority", "op": "is", "value": "urgent" },
    ] });
    let view = owner.post("/api/v1/views", &json!({ "name": "急", "filter": filter })).await.ok(201);
    let id = view["id"].as_str().unwrap();
    assert_eq!(names(&list(&format!("view={id}")).await), ["T-1"]);
    assert_eq!(owner.get("/api/v1/tickets/counts").await.ok(200)["views"][id], 1);
    let inbox = owner.get("/api/v1/conversations/counts").await.ok(200);
    assert_eq!(inbox.get(id), None);
}

#[tokio::test]
async fn many_tickets_change_at_once_and_back() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let one = open(&owner, "一", json!({ "message": "在吗?" })).await;
    let two = open(&owner, "二", json!({ "status_id": usual("closed") })).await;
    let ids = json!([one["id"], two["id"]]);
    let body = json!({ "action": "status", "ids": ids, "status_id": usual("solved") });
    let done = owner.post("/api/v1/conversations/bulk", &body).await.ok(200);
    assert_eq!((&done["items"][0]["done"], &done["items"][1]["code"]), (&json!(true), &json!("wrong_state")));
    let before = &done["items"][0]["before"];
    assert_eq!(before["status_id"], usual("new"));
    let mut item = before.clone();
    item["id"] = one["id"].clone();
    let undo = json!({ "action": "restore", "items": [item] });
    owner.post("/api/v1/conversations/bulk", &undo).await.ok(200);
    let back = owner.get("/api/v1/tickets/T-1").await.ok(200);
    assert_eq!((&back["status"]["category"], &back["state"]), (&json!("new"), &json!("waiting")));
    assert_eq!(back["waiting_since"], one["waiting_since"], "the customer still waits");
    let body = json!({ "action": "status", "ids": ids, "status_id": "x" });
    assert_eq!(owner.post("/api/v1/conversations/bulk", &body).await.wrong_field(), "status_id");
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn who_follows_a_ticket_reads_it_whatever_team_has_it() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let body = json!({ "name": "narrow", "rights": ["reply", "ticket"], "reading": "teams" });
    let browser = owner.sign_in().await;
    let role = browser.call(Method::POST, "/api/v1/roles", &body).await.ok(201);
    let colleague = desk.colleague().await;
    let path = format!("/api/v1/agents/{}", colleague.id);
    browser.call(Method::PATCH, &path, &json!({ "role_id": role["id"] })).await.ok(200);
    let team = desk.team("售后").await;
    open(&owner, "一", json!({ "team_id": team })).await;
    colleague.get("/api/v1/tickets/T-1").await.problem(404, "not_found");
    assert_eq!(names(&colleague.get("/api/v1/tickets").await.ok(200)), [""; 0]);
    let follow = json!({ "agent_ids": [colleague.id] });
    let ticket = owner.call(Method::PUT, "/api/v1/tickets/T-1/followers", &follow).await.ok(200);
    assert_eq!(ticket["followers"], json!([colleague.id]));
    colleague.get("/api/v1/tickets/T-1").await.ok(200);
    assert_eq!(names(&colleague.get("/api/v1/tickets").await.ok(200)), ["T-1"]);
    let unknown = json!({ "agent_ids": ["a_0000000000001"] });
    owner.call(Method::PUT, "/api/v1/tickets/T-1/followers", &unknown).await.problem(422, "unknown_agent");
    // Without the right nothing about tickets is changed.
    let body = json!({ "name": "reader", "rights": ["reply"], "reading": "all" });
    let reader = browser.call(Method::POST, "/api/v1/roles", &body).await.ok(201);
    browser.call(Method::PATCH, &path, &json!({ "role_id": reader["id"] })).await.ok(200);
    let status = json!({ "status_id": usual("solved") });
    colleague.post("/api/v1/tickets/T-1/status", &status).await.problem(403, "forbidden");
    colleague.get("/api/v1/tickets/T-1").await.ok(200);
}

#[tokio::test]
async fn an_erased_person_leaves_nothing_of_their_tickets() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let ticket = open(&owner, "白毫银针退款", json!({ "external_id": "erp-77" })).await;
    open(&owner, "别人的", json!({ "user_id": "user-2" })).await;
    owner.post("/api/v1/tickets/T-2/links", &json!({ "other": "T-1", "kind": "related" })).await.ok(200);
    let contact = ticket["contact"]["id"].as_str().unwrap();
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    owner.get("/api/v1/tickets/T-1").await.problem(404, "not_found");
    assert_eq!(owner.get("/api/v1/tickets/T-2").await.ok(200)["links"], json!([]));
    let left: i64 = desk
        .inside()
        .db
        .read(|conn| {
            let sql = "SELECT (SELECT COUNT(*) FROM tickets WHERE title LIKE '%白毫%' OR external_id = 'erp-77')
                            + (SELECT COUNT(*) FROM ticket_changes WHERE after LIKE '%白毫%' OR after LIKE '%erp-77%')";
            Ok(conn.query_row(sql, [], |row| row.get(0))?)
        })
        .await
        .unwrap();
    assert_eq!(left, 0);
    // Its number is not used again.
    assert_eq!(open(&owner, "三", json!({})).await["number"], 3);
}
