//! Saved views: kept, refused, counted and asked for like the views that every desk has.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::fault::Fault;
use servicedesk::ids::{ConversationId, ViewId};
use servicedesk::storage::Unit;

use crate::support::{Agent, TestDesk, hurried};

const ALL: &str = "/api/v1/views";

fn is(field: &str, value: impl Into<Value>) -> Value {
    json!({ "field": field, "op": "is", "value": value.into() })
}

fn labelled(label: &str) -> Value {
    json!({ "field": "label", "op": "has", "value": label })
}

async fn save(agent: &Agent, name: &str, filter: Value) -> String {
    let view = agent.post(ALL, &json!({ "name": name, "filter": filter })).await.ok(201);
    view["id"].as_str().unwrap().to_owned()
}

async fn names(agent: &Agent) -> Vec<String> {
    let listed = agent.get(ALL).await.ok(200);
    listed["items"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

fn ids(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn views_are_kept_changed_ordered_and_removed() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let own = save(&colleague, " 退款 ", labelled("退款")).await;
    let team = owner
        .post(ALL, &json!({ "name": "VIP", "filter": labelled("vip"), "sort": "due", "shared": true }))
        .await
        .ok(201);
    assert_eq!(
        (&team["sort"], &team["shared"], &team["filter"]),
        (&json!("due"), &json!(true), &labelled("vip"))
    );
    assert_eq!(names(&owner).await, ["VIP"], "nobody sees a colleague's own");
    assert_eq!(names(&colleague).await, ["VIP", "退款"]);

    // What everybody sees takes the right; a colleague's own view is as missing as any.
    let shared = format!("{ALL}/{}", team["id"].as_str().unwrap());
    let theirs = format!("{ALL}/{own}");
    for (method, body) in [(Method::PATCH, json!({ "name": "x" })), (Method::DELETE, json!({}))] {
        colleague.call(method.clone(), &shared, &body).await.problem(403, "forbidden");
        owner.call(method, &theirs, &body).await.problem(404, "not_found");
    }
    colleague.call(Method::PATCH, &theirs, &json!({ "shared": true })).await.problem(403, "forbidden");
    let order = format!("{ALL}/order");
    colleague.call(Method::PUT, &order, &json!({ "ids": [team["id"]] })).await.problem(403, "forbidden");
    owner.call(Method::PUT, &order, &json!({ "ids": [own] })).await.problem(404, "not_found");
    for path in [
        format!("{theirs}/conversations"),
        format!("{theirs}/counts"),
        format!("/api/v1/conversations?view={own}"),
    ] {
        owner.get(&path).await.problem(404, "not_found");
        colleague.get(&path).await.ok(200);
    }
    assert!(owner.get("/api/v1/conversations/counts").await.ok(200).get(&own).is_none());

    let changed =
        colleague.call(Method::PATCH, &theirs, &json!({ "name": "退货", "sort": "newest" })).await.ok(200);
    assert_eq!(
        (&changed["name"], &changed["sort"], &changed["filter"]),
        (&json!("退货"), &json!("newest"), &labelled("退款"))
    );
    let second = save(&colleague, "早上", json!({ "all": [] })).await;
    colleague.call(Method::PUT, &order, &json!({ "ids": [second, own] })).await.ok(204);
    assert_eq!(names(&colleague).await, ["VIP", "早上", "退货"]);
    owner.call(Method::PATCH, &shared, &json!({ "shared": false })).await.ok(200);
    assert_eq!(names(&colleague).await, ["早上", "退货"]);
    colleague.call(Method::DELETE, &theirs, &json!({})).await.ok(204);
    assert_eq!(names(&colleague).await, ["早上"]);
}

#[tokio::test]
async fn what_is_wrong_is_told_by_its_place() {
    let desk = TestDesk::with(|config| config.views.saved_max = 2).await;
    let owner = desk.owner().await;
    let web = is("channel", "web");
    for (filter, field) in [
        (json!({ "all": vec![web.clone(); 31] }), "filter.all[30]"),
        (json!({ "all": [{ "any": [{ "all": [web.clone()] }] }] }), "filter.all[0].any[0].all"),
        (json!({ "any": [web.clone(), is("mood", "bad")] }), "filter.any[1].field"),
        (json!({ "all": [is("state", "done")] }), "filter.all[0].value"),
        (json!({ "all": [is("page", "/cart")] }), "filter.all[0].field"),
        (json!({ "all": [{ "field": "state", "op": "more_than", "value": 1 }] }), "filter.all[0].op"),
        (json!({ "some": [] }), "filter.some"),
        (json!(7), "filter"),
    ] {
        let answer = owner.post(ALL, &json!({ "name": "x", "filter": filter })).await;
        assert_eq!(answer.wrong_field(), field, "{filter}");
    }
    let view = json!({ "name": "x", "filter": web });
    for (field, value) in [("name", json!(" ")), ("name", json!("长".repeat(41))), ("sort", json!("loudest"))]
    {
        let mut wrong = view.clone();
        wrong[field] = value;
        assert_eq!(owner.post(ALL, &wrong).await.wrong_field(), field);
    }
    assert_eq!(owner.post(ALL, &json!({ "name": "x" })).await.wrong_field(), "filter");
    assert_eq!(owner.call(Method::PUT, &format!("{ALL}/order"), &json!({})).await.wrong_field(), "ids");
    owner.post(ALL, &view).await.ok(201);
    let second = owner.post(ALL, &view).await.ok(201);
    owner.post(ALL, &view).await.problem(422, "view_limit");
    let path = format!("{ALL}/{}", second["id"].as_str().unwrap());
    let wrong = json!({ "filter": { "all": [is("team", "sales")] } });
    assert_eq!(owner.call(Method::PATCH, &path, &wrong).await.wrong_field(), "filter.all[0].value");
    assert_eq!(owner.get("/api/v1/conversations?view=vip").await.wrong_field(), "view");
    assert_eq!(owner.get("/api/v1/conversations?sort=loudest").await.wrong_field(), "sort");
}

#[tokio::test]
async fn a_view_holds_what_its_filter_asks_for_page_by_page() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let mut talks = Vec::new();
    for number in 0..6 {
        desk.clock.advance(Duration::from_mins(1));
        let (_link, id) = desk.visitor().await.begin("在吗?").await;
        if number % 2 == 0 {
            owner.act(&id, "labels", json!({ "labels": ["加急"] })).await.ok(200);
        }
        talks.push(id);
    }
    owner.act(&talks[0], "resolve", json!({})).await.ok(200);
    owner.act(&talks[2], "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    owner.act(&talks[3], "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    owner.act(&talks[3], "priority", json!({ "priority": "urgent" })).await.ok(200);
    desk.clock.advance(Duration::from_mins(1));

    let unclosed = json!({ "field": "state", "op": "is_not", "value": "closed" });
    for (filter, wanted, count) in [
        (json!({ "all": [] }), vec![0, 1, 2, 3, 4, 5], Some(5)),
        (labelled("加急"), vec![0, 2, 4], Some(2)),
        (json!({ "all": [labelled("加急"), unclosed] }), vec![2, 4], Some(2)),
        (json!({ "any": [labelled("加急"), is("priority", "urgent")] }), vec![0, 2, 3, 4], Some(3)),
        (is("state", "closed"), vec![0], None),
        (is("agent", "me"), vec![2, 3], Some(2)),
        (is("agent", Value::Null), vec![0, 1, 4, 5], Some(3)),
        (json!({ "field": "waiting_ms", "op": "more_than", "value": 230_000 }), vec![1, 2], Some(2)),
        (is("verified", true), vec![], Some(0)),
    ] {
        let view = save(&colleague, "x", filter.clone()).await;
        for sort in ["waiting", "newest", "due"] {
            let list = format!("/api/v1/conversations?view={view}&sort={sort}&limit=2");
            let mut found = colleague.all(&list).await;
            found.sort_by_key(|row| talks.iter().position(|id| row["id"] == **id));
            let expected: Vec<&str> = wanted.iter().map(|at| talks[*at].as_str()).collect();
            assert_eq!(ids(&found), expected, "{filter} by {sort}");
        }
        let counts = colleague.get("/api/v1/conversations/counts").await.ok(200);
        assert_eq!(counts[&view], json!(count), "{filter}");
        let alone = colleague.get(&format!("{ALL}/{view}/counts")).await.ok(200);
        assert_eq!(alone["unclosed"], json!(count), "{filter}");
    }
    // The view's own order, and another.
    let view = save(&owner, "全部", json!({ "all": [] })).await;
    let list = format!("{ALL}/{view}/conversations");
    let first =
        async |more: &str| owner.get(&format!("{list}{more}")).await.ok(200)["items"][0]["id"].clone();
    assert_eq!(first("").await, json!(talks[1]), "waits longest");
    owner.call(Method::PATCH, &format!("{ALL}/{view}"), &json!({ "sort": "newest" })).await.ok(200);
    assert_eq!(first("").await, json!(talks[5]), "came last");
    assert_eq!(first("?sort=waiting").await, json!(talks[1]));
}

#[tokio::test]
async fn what_is_due_next_stands_on_top() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut talks = Vec::new();
    for _ in 0..4 {
        desk.clock.advance(Duration::from_secs(1));
        talks.push(desk.visitor().await.begin("在吗?").await.1);
    }
    let due = [(talks[0].clone(), 9_000), (talks[2].clone(), 5_000)];
    let write = move |unit: &mut Unit<'_>| {
        for (id, at) in &due {
            let id: ConversationId = id.parse().map_err(|_| Fault::not_found())?;
            let sql = "UPDATE conversations SET due_at = ?2 WHERE id = ?1";
            unit.conn().write(sql, &[&id, at])?;
        }
        Ok(())
    };
    desk.inside().db.write(write).await.unwrap();
    let view = save(&owner, "x", is("channel", "web")).await;
    for which in ["all", "open", "unassigned", &view] {
        for limit in [1, 3, 50] {
            let rows = owner.all(&format!("/api/v1/conversations?view={which}&sort=due&limit={limit}")).await;
            assert_eq!(ids(&rows), [&talks[2], &talks[0], &talks[3], &talks[1]], "{which}, {limit} a page");
        }
    }
}

#[tokio::test]
async fn a_page_ends_where_enough_was_looked_through() {
    let desk = TestDesk::with(|config| {
        hurried(config);
        config.views.walk_rows = 100;
    })
    .await;
    let owner = desk.owner().await;
    let mut rare = Vec::new();
    let (_link, urgent) = desk.visitor().await.begin("在吗?").await;
    owner.act(&urgent, "priority", json!({ "priority": "urgent" })).await.ok(200);
    owner.act(&urgent, "resolve", json!({})).await.ok(200);
    for number in 0..230 {
        let opened = owner
            .post(
                "/api/v1/conversations",
                &json!({ "user_id": format!("u{number}"), "initial_message": "你好" }),
            )
            .await
            .ok(201);
        let id = opened["id"].as_str().unwrap().to_owned();
        owner.act(&id, "resolve", json!({})).await.ok(200);
        desk.clock.advance(Duration::from_secs(1));
        rare.push(id);
    }
    let view = save(&owner, "x", is("priority", "urgent")).await;
    let list = format!("/api/v1/conversations?view={view}&limit=10");
    let (mut path, mut found, mut pages) = (list.clone(), Vec::new(), Vec::new());
    loop {
        let page = owner.get(&path).await.ok(200);
        found.extend(page["items"].as_array().unwrap().iter().map(|row| row["id"].clone()));
        pages.push(page["partial"] == true);
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("{list}&cursor={cursor}");
    }
    assert_eq!(found, [json!(urgent)]);
    assert_eq!(pages, [true, true, false], "100, 100 and 31 looked through");
    // A page that is full is not partial, and nothing is missed or doubled.
    let everything = save(&owner, "y", is("state", "closed")).await;
    let rows = owner.all(&format!("/api/v1/conversations?view={everything}&limit=7")).await;
    let mut closed = ids(&rows);
    closed.reverse();
    assert_eq!(closed[1..], rare);
}

#[tokio::test]
async fn a_filter_of_another_version_is_skipped_and_told() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let view = save(&owner, "旧的", is("channel", "web")).await;
    let id: ViewId = view.parse().unwrap();
    let stored = r#"{"all":[{"field":"mood","op":"is","value":"bad"}]}"#;
    let write = move |unit: &mut Unit<'_>| {
        let sql = "UPDATE views SET filter = ?2 WHERE id = ?1";
        unit.conn().write(sql, &[&id, &stored])?;
        Ok(())
    };
    desk.inside().db.write(write).await.unwrap();
    let row = owner.get(ALL).await.ok(200)["items"][0].take();
    assert_eq!((&row["filter"], &row["problem"]["field"]), (&json!(null), &json!("filter.all[0].field")));
    assert!(owner.get("/api/v1/conversations/counts").await.ok(200).get(&view).is_none());
    owner.get(&format!("/api/v1/conversations?view={view}")).await.problem(422, "view_unreadable");
    // Another name leaves it as it is; a new filter mends it.
    let path = format!("{ALL}/{view}");
    let renamed = owner.call(Method::PATCH, &path, &json!({ "name": "更旧的" })).await.ok(200);
    assert_eq!(renamed["problem"]["field"], "filter.all[0].field");
    owner.call(Method::PATCH, &path, &json!({ "filter": is("channel", "web") })).await.ok(200);
    owner.get(&format!("/api/v1/conversations?view={view}")).await.ok(200);
}
