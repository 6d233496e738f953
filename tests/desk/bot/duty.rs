//! Where the bot is on duty, and who may say so.

use reqwest::Method;
use serde_json::json;
use servicedesk::domain::bot::store;

use super::{row, with_bot};
use crate::support::TestDesk;

/// Waits until the bot is on duty, or is not.
async fn until_duty(desk: &TestDesk, on: bool) {
    for _ in 0..2_000 {
        if desk.inside().db.read(|conn| Ok(store::is_on_duty(conn, "web")?)).await.unwrap() == on {
            return;
        }
        desk.written().await;
    }
    panic!("the bot is not {on}");
}

#[tokio::test]
async fn a_desk_without_entries_is_as_before() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, id) = desk.visitor().await.begin("在吗?").await;
    let row = row(&owner, &id).await;
    assert_eq!(row["state"], "waiting");
    assert_eq!(owner.entries(&id).await.len(), 1);
    assert_eq!(owner.get("/api/v1/bot").await.ok(200)["entries"], 0);
    owner.act(&id, "give-to-bot", json!({})).await.problem(422, "no_bot");
}

#[tokio::test]
async fn modes_follow_who_is_there() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let settings = |mode: &str| json!({ "duty": { "web": mode } });
    owner.call(Method::PUT, "/api/v1/bot", &settings("closed")).await.ok(200);
    until_duty(&desk, true).await;
    let workbench = owner.connect().await;
    owner.call(Method::PUT, "/api/v1/agents/me/availability", &json!({ "state": "online" })).await.ok(200);
    until_duty(&desk, false).await;
    owner.call(Method::PUT, "/api/v1/bot", &settings("busy_or_closed")).await.ok(200);
    until_duty(&desk, false).await;
    drop(workbench);
    until_duty(&desk, true).await;
    owner.call(Method::PUT, "/api/v1/bot", &settings("off")).await.ok(200);
    until_duty(&desk, false).await;
    owner.call(Method::PUT, "/api/v1/bot", &json!({ "enabled": false })).await.ok(200);
    until_duty(&desk, false).await;
    owner.call(Method::PUT, "/api/v1/bot", &json!({})).await.ok(200);
    until_duty(&desk, true).await;
}

#[tokio::test]
async fn settings_are_written_whole_by_whoever_may() {
    let desk = with_bot().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let wanted = json!({ "name": { "zh-CN": "小茶" }, "carefulness": "bold" });
    colleague.call(Method::PUT, "/api/v1/bot", &wanted).await.problem(403, "forbidden");
    let now = owner.call(Method::PUT, "/api/v1/bot", &wanted).await.ok(200);
    assert_eq!((&now["name"]["zh-CN"], &now["carefulness"]), (&json!("小茶"), &json!("bold")));
    let stale = json!({ "version": 0 });
    owner.call(Method::PUT, "/api/v1/bot", &stale).await.problem(409, "version");
    let wrong = json!({ "hourly_cost": -1 });
    assert_eq!(owner.call(Method::PUT, "/api/v1/bot", &wrong).await.wrong_field(), "settings.hourly_cost");
    assert_eq!(colleague.get("/api/v1/bot").await.ok(200)["name"]["zh-CN"], "小茶");
}

#[tokio::test]
async fn the_view_of_the_bot_holds_what_it_answers() {
    let desk = with_bot().await;
    let owner = desk.owner().await;
    let (_link, id) = desk.visitor().await.begin("怎么退货?").await;
    let list = owner.get("/api/v1/conversations?view=bot").await.ok(200);
    assert_eq!(list["items"][0]["id"], json!(id));
    for view in ["unassigned", "open", "waiting"] {
        let list = owner.get(&format!("/api/v1/conversations?view={view}")).await.ok(200);
        assert_eq!(list["items"], json!([]), "{view}");
    }
}
