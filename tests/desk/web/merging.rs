//! Conversations that go on in another one, what is undone of that, and what is split off them.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::fold::the_log_tells_where_all_stand;
use crate::support::{Agent, TestDesk, Visitor, jwt, said, spoken};

/// Two chats of one visitor, the second one opened later.
async fn two_chats(visitor: &Visitor) -> (crate::support::Link, String, String) {
    let (mut link, first) = visitor.begin("盖碗破了").await;
    let second = link.post("second", "new", "还有发票").await["conversation_id"].as_str().unwrap().to_owned();
    (link, first, second)
}

async fn merge(agent: &Agent, source: &str, target: &str) -> Value {
    let merged = agent.act(source, "merge", json!({ "into": target })).await.ok(200);
    agent.published(&merged["log_position"]).await;
    merged
}

async fn row(agent: &Agent, id: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{id}")).await.ok(200)
}

#[tokio::test]
async fn later_words_of_everybody_go_on_in_the_target_and_none_twice() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, first, second) = two_chats(&visitor).await;
    let away = visitor.connect().await.leave().await;
    let before = owner.reply(&second, "在查").await;
    owner.published(&before["log_position"]).await;
    assert_eq!(spoken(&link.entries(1).await), ["在查"]);
    // The newest is the source: who names nothing means it.
    let merged = merge(&owner, &second, &first).await;
    assert_eq!(merged["conversation_id"], json!(second));
    let told = link.entries(3).await;
    assert_eq!(spoken(&told), ["[merged]", "[state]", "[hidden]"]);
    assert_eq!((&told[0]["into"], &told[1]["state"]), (&json!(first), &json!("closed")));
    for (id, target) in [("named", json!(second)), ("newest", json!(null)), ("there", json!(first))] {
        let accepted = link.post(id, target.clone(), id).await;
        assert_eq!(accepted["conversation_id"], json!(first), "{id}");
        // Sent again, by whatever name it is known, it is the same.
        assert_eq!(link.post_again(id, target, id).await, accepted);
        assert_eq!(link.post_again(id, first.as_str(), id).await, accepted);
    }
    // A colleague's page that did not hear of it yet.
    let said_there = owner
        .act(&second, "messages", json!({ "client_message_id": "a1", "content": said("好了") }))
        .await
        .ok(201);
    let again = owner
        .act(&second, "messages", json!({ "client_message_id": "a1", "content": said("好了") }))
        .await
        .ok(201);
    assert_eq!((&said_there, &said_there["conversation_id"]), (&again, &json!(first)));
    owner.act(&second, "messages", json!({ "content": said("别忘了"), "note": true })).await.ok(201);
    assert_eq!(spoken(&link.entries(2).await), ["好了", "[hidden]"]);
    // What was stored before it went on is found there.
    assert_eq!(link.post_again("second", "new", "还有发票").await["conversation_id"], json!(second));
    // A browser that was away meanwhile.
    let mut back = visitor.resume(&away).await;
    let (missed, _) = back.replayed().await;
    assert!(missed.iter().any(|entry| entry["kind"] == "merged" && entry["into"] == json!(first)));
    assert_eq!(back.post("late", second.as_str(), "我回来了").await["conversation_id"], json!(first));
    assert_eq!(spoken(&owner.entries(&second).await), ["还有发票", "在查", "[merged]", "[state]"]);
    let words: Vec<String> =
        spoken(&owner.entries(&first).await).into_iter().filter(|one| !one.starts_with('[')).collect();
    assert_eq!(words, ["盖碗破了", "named", "newest", "there", "好了", "别忘了", "我回来了"]);
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn words_are_handed_on_through_every_merge() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, first, second) = two_chats(&desk.visitor().await).await;
    let third = link.post("third", "new", "三").await["conversation_id"].as_str().unwrap().to_owned();
    merge(&owner, &first, &second).await;
    merge(&owner, &second, &third).await;
    link.entries(6).await;
    assert_eq!(link.post("m", first.as_str(), "到哪了").await["conversation_id"], json!(third));
    // Undone in the middle, they end there again.
    let undone = owner.act(&second, "unmerge", json!({})).await.ok(200);
    owner.published(&undone["log_position"]).await;
    link.entries(3).await;
    assert_eq!(link.post("n", first.as_str(), "这里?").await["conversation_id"], json!(second));
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn only_one_customers_conversations_go_together_and_none_in_a_circle() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, first, second) = two_chats(&desk.visitor().await).await;
    let (_other, stranger) = desk.visitor().await.begin("在吗").await;
    let refused = async |source: &str, target: &str, code: &str| {
        owner.act(source, "merge", json!({ "into": target })).await.problem(422, code);
    };
    refused(&first, &stranger, "different_people").await;
    refused(&first, &first, "circle").await;
    merge(&owner, &first, &second).await;
    refused(&second, &first, "circle").await;
    refused(&first, &second, "wrong_state").await;
    owner.act(&first, "reopen", json!({})).await.problem(422, "wrong_state");
    owner.act(&second, "unmerge", json!({})).await.problem(422, "wrong_state");
    owner.act(&second, "resolve", json!({})).await.ok(200);
    owner.act(&first, "unmerge", json!({})).await.ok(200);
    refused(&first, &second, "wrong_state").await;
    owner.act(&first, "merge", json!({ "into": "c_0000000000001" })).await.problem(404, "not_found");
    owner.act(&first, "merge", json!({})).await.problem(400, "invalid");

    // Two devices of one proven person; and one who only says that they are.
    let phone = Visitor::come(&desk, json!({ "token": jwt(&desk, "li") })).await;
    let tablet = Visitor::come(&desk, json!({ "token": jwt(&desk, "li") })).await;
    let (_a, there) = phone.begin("一").await;
    let mut other = tablet.connect().await;
    let here = other.post("m", "new", "二").await["conversation_id"].as_str().unwrap().to_owned();
    merge(&owner, &here, &there).await;
    let said = Visitor::come(&desk, json!({ "id": "li", "name": "Li" })).await;
    let (_c, unproven) = said.begin("三").await;
    refused(&unproven, &there, "different_people").await;
}

#[tokio::test]
async fn undoing_gives_everything_back_as_it_was() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mei = desk.colleague().await;
    let (_link, first, second) = two_chats(&desk.visitor().await).await;
    owner.act(&first, "assign", json!({ "agent_id": mei.id })).await.ok(200);
    owner.act(&second, "labels", json!({ "labels": ["破损", "老客"] })).await.ok(200);
    owner.act(&first, "labels", json!({ "labels": ["老客"] })).await.ok(200);
    let draft = |id: &str| format!("/api/v1/drafts/{id}");
    mei.call(Method::PUT, &draft(&second), &json!({ "note": false, "text": "给您补发" })).await.ok(204);
    owner.call(Method::PUT, &draft(&second), &json!({ "note": false, "text": "稍等" })).await.ok(204);
    owner.call(Method::PUT, &draft(&first), &json!({ "note": false, "text": "您好" })).await.ok(204);
    let before = (row(&owner, &first).await, row(&owner, &second).await);
    let drafts = async |agent: &Agent| -> Vec<(String, String)> {
        let items = agent.get("/api/v1/drafts").await.ok(200)["items"].as_array().unwrap().clone();
        let mut found: Vec<(String, String)> = items
            .iter()
            .map(|one| {
                (one["conversation_id"].as_str().unwrap().into(), one["text"].as_str().unwrap().into())
            })
            .collect();
        found.sort();
        found
    };
    let (owners, meis) = (drafts(&owner).await, drafts(&mei).await);
    for _ in 0..2 {
        merge(&owner, &second, &first).await;
        let target = row(&owner, &first).await;
        assert_eq!(target["labels"], json!(["老客", "破损"]));
        assert_eq!(drafts(&mei).await, [(first.clone(), "给您补发".to_owned())]);
        assert_eq!(drafts(&owner).await, [(first.clone(), "您好\n\n稍等".to_owned())]);
        let closed = row(&owner, &second).await;
        assert_eq!((&closed["state"], &closed["waiting_since"]), (&json!("closed"), &json!(null)));
        owner.act(&second, "unmerge", json!({})).await.ok(200);
        let after = (row(&owner, &first).await, row(&owner, &second).await);
        for name in ["state", "agent_id", "labels", "waiting_since", "snoozed_until", "priority", "team_id"] {
            assert_eq!(after.0[name], before.0[name], "{name} of the target");
            assert_eq!(after.1[name], before.1[name], "{name} of the source");
        }
        assert_eq!((drafts(&owner).await, drafts(&mei).await), (owners.clone(), meis.clone()));
    }
    // What was said or changed since stays.
    merge(&owner, &second, &first).await;
    mei.call(Method::PUT, &draft(&first), &json!({ "note": false, "text": "给您补发,今天" })).await.ok(204);
    owner.reply(&first, "您好\n\n稍等").await;
    owner.act(&second, "unmerge", json!({})).await.ok(200);
    assert_eq!(drafts(&mei).await, [(first.clone(), "给您补发,今天".to_owned())]);
    assert_eq!(drafts(&owner).await, []);
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn who_waited_in_the_source_waits_in_the_target() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (_link, first, second) = two_chats(&visitor).await;
    owner.reply(&first, "好的").await;
    owner.act(&first, "snooze", json!({ "until": "2026-03-02T08:00:00Z" })).await.ok(200);
    let since = row(&owner, &second).await["waiting_since"].clone();
    assert!(since.is_string());
    merge(&owner, &second, &first).await;
    let target = row(&owner, &first).await;
    assert_eq!((&target["state"], &target["waiting_since"]), (&json!("open"), &since), "it woke");
    owner.act(&second, "unmerge", json!({})).await.ok(200);
    assert_eq!(row(&owner, &first).await["waiting_since"], json!(null));
    assert_eq!(row(&owner, &second).await["waiting_since"], since);
    // A word in the target is waited for there, whatever is undone.
    merge(&owner, &second, &first).await;
    desk.pass(Duration::from_secs(5));
    let accepted = visitor.connect().await.post("m", second.as_str(), "还在吗").await;
    assert_eq!(accepted["conversation_id"], json!(first));
    owner.act(&second, "unmerge", json!({})).await.ok(200);
    assert_eq!(row(&owner, &first).await["waiting_since"], since);
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn a_merge_is_done_once_under_its_key_and_only_by_who_may() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, first, second) = two_chats(&desk.visitor().await).await;
    let path = format!("/api/v1/conversations/{second}/merge");
    let body = json!({ "into": first });
    let done = owner.call_once("k1", Method::POST, &path, &body).await.ok(200);
    assert_eq!(owner.call_once("k1", Method::POST, &path, &body).await.ok(200), done);
    owner.call_once("k2", Method::POST, &path, &body).await.problem(422, "wrong_state");
    owner
        .call_once("k1", Method::POST, &path, &json!({ "into": second }))
        .await
        .problem(409, "idempotency_key_reused");
}

#[tokio::test]
async fn chosen_messages_are_shown_in_a_thread_of_their_own_and_stay() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, id) = visitor.begin("盖碗破了").await;
    owner.reply(&id, "给您补发").await;
    link.entries(1).await;
    link.post("m3", id.as_str(), "另外发票开了吗").await;
    owner.act(&id, "messages", json!({ "content": said("财务在查"), "note": true })).await.ok(201);
    let before = spoken(&owner.entries(&id).await);
    let split = async |body: Value| owner.act(&id, "split", body).await;
    let chat = split(json!({ "kind": "chat", "from": 3, "to": 4 })).await.ok(201);
    assert_eq!((&chat["number"], &chat["name"]), (&json!(null), &json!(null)));
    let new = chat["conversation_id"].as_str().unwrap();
    let entries = owner.entries(new).await;
    assert_eq!(spoken(&entries), ["[linked]", "[assigned]"]);
    let source = &entries[0];
    assert_eq!(
        (&source["link"], &source["other"], &source["sequences"]),
        (&json!("source"), &json!(id), &json!([3, 4]))
    );
    let there = row(&owner, new).await;
    assert_eq!((&there["agent_id"], &there["visitor_id"]), (&json!(owner.id), &json!(visitor.id)));
    // The customer finds it, sees of it what they see there, and answers in it.
    let items = visitor.get("/widget/v1/conversations").await.ok(200);
    let item = items["items"].as_array().unwrap().iter().find(|item| item["id"] == new).unwrap().clone();
    assert_eq!(item["source"], json!({ "conversation_id": id, "sequences": [3] }));
    assert_eq!(visitor.connect().await.fetch(new, json!({})).await["entries"][0]["kind"], "hidden");
    // Messages stay where they were said.
    let after = spoken(&owner.entries(&id).await);
    assert_eq!(after[..before.len()], before);
    assert_eq!(after[before.len()..], ["[linked]"]);
    for (body, field) in [
        (json!({ "kind": "chat" }), "sequences"),
        (json!({ "kind": "chat", "sequences": [99] }), "sequences"),
        (json!({ "kind": "chat", "from": 90, "to": 99 }), "from"),
        (json!({ "kind": "chat", "from": 4, "to": 3 }), "to"),
        (json!({ "kind": "letter", "from": 3, "to": 4 }), "kind"),
        (json!({ "kind": "ticket", "sequences": [3], "title": " " }), "title"),
    ] {
        assert_eq!(split(body.clone()).await.wrong_field(), field, "{body}");
    }
    let ticket = split(json!({ "kind": "ticket", "sequences": [3, 1], "title": "补发与发票" })).await.ok(201);
    let ticket = owner.get(&format!("/api/v1/tickets/{}", ticket["name"].as_str().unwrap())).await.ok(200);
    assert_eq!(ticket["title"], "补发与发票");
    assert_eq!(ticket["source"], json!({ "conversation_id": id, "from": 1, "to": 3 }));
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn tickets_merge_by_their_numbers_and_keep_their_status() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mei = desk.colleague().await;
    let visitor = desk.visitor().await;
    let (mut link, chat) = visitor.begin("到哪了").await;
    let leave =
        async |words: &str| visitor.post("/widget/v1/tickets", &json!({ "message": words })).await.ok(201);
    let (one, two) = (leave("盖碗破了").await, leave("盖碗还没寄").await);
    let name = |ticket: &Value| ticket["name"].as_str().unwrap().to_owned();
    let path = |ticket: &Value, rest: &str| format!("/api/v1/tickets/{}{rest}", name(ticket));
    owner.call(Method::PUT, &path(&two, "/followers"), &json!({ "agent_ids": [mei.id] })).await.ok(200);
    owner.post(&path(&two, "/links"), &json!({ "other": chat, "kind": "related" })).await.ok(200);
    let before = owner.get(&path(&two, "")).await.ok(200);
    owner.post(&path(&two, "/merge"), &json!({ "into": name(&one) })).await.ok(200);
    let target = owner.get(&path(&one, "")).await.ok(200);
    assert_eq!(target["followers"], json!([mei.id]));
    assert!(target["links"].as_array().unwrap().iter().any(|linked| linked["id"] == json!(chat)));
    let merged = owner.get(&path(&two, "")).await.ok(200);
    assert_eq!((&merged["merged_into"], &merged["status"]), (&one["conversation_id"], &before["status"]));
    // A chat goes on in a ticket, and so do the words that name none.
    merge(&owner, &chat, one["conversation_id"].as_str().unwrap()).await;
    assert_eq!(link.post_amid("m", chat.as_str(), "收到").await["conversation_id"], one["conversation_id"]);
    owner.post(&path(&two, "/unmerge"), &json!({})).await.ok(200);
    let after = owner.get(&path(&two, "")).await.ok(200);
    for field in ["status", "followers", "merged_into", "title", "solved_at"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    let target = owner.get(&path(&one, "")).await.ok(200);
    assert_eq!(target["followers"], json!([]));
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn who_read_the_target_only_by_the_merge_drops_it_with_the_merge() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mei = desk.colleague().await;
    let visitor = desk.visitor().await;
    let leave = async |words: &str| {
        let left = visitor.post("/widget/v1/tickets", &json!({ "message": words })).await.ok(201);
        left["conversation_id"].as_str().unwrap().to_owned()
    };
    let (one, two) = (leave("盖碗破了").await, leave("盖碗还没寄").await);
    let team = owner.post("/api/v1/teams", &json!({ "name": "售后" })).await.ok(201);
    for id in [&one, &two] {
        owner.act(id, "transfer", json!({ "team_id": team["id"] })).await.ok(200);
    }
    let browser = owner.sign_in().await;
    let role = json!({ "name": "By teams", "reading": "teams" });
    let role = browser.call(Method::POST, "/api/v1/roles", &role).await.ok(201);
    let path = format!("/api/v1/agents/{}", mei.id);
    browser.call(Method::PATCH, &path, &json!({ "role_id": role["id"] })).await.ok(200);
    let followers = format!("/api/v1/tickets/{two}/followers");
    owner.call(Method::PUT, &followers, &json!({ "agent_ids": [mei.id] })).await.ok(200);
    let reads = async |id: &str| mei.get(&format!("/api/v1/conversations/{id}")).await.status;
    assert_eq!((reads(&one).await, reads(&two).await), (404, 200));
    let merged = owner.act(&two, "merge", json!({ "into": one })).await.ok(200);
    owner.published(&merged["log_position"]).await;
    assert_eq!((reads(&one).await, reads(&two).await), (200, 200));
    let mut link = mei.connect().await;
    owner.act(&two, "unmerge", json!({})).await.ok(200);
    loop {
        let told = link.told().await;
        if told["type"] == "behind" {
            assert_eq!(told["reason"], "rights_changed");
            break;
        }
    }
    assert_eq!((reads(&one).await, reads(&two).await), (404, 200));
}
