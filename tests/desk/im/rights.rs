//! What somebody may read changes other than by new entries: live links are told, old cursors reload.

use serde_json::json;

use crate::support::{TestDesk, Visitor, hash, jwt, spoken};

#[tokio::test]
async fn who_identifies_is_told_that_their_rights_changed_and_reloads() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("我是谁").await;
    let cursor = link.cursor();
    let mut agent = owner.connect().await;
    let known = visitor.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    assert_eq!(known.id, visitor.id);
    let behind = loop {
        let frame = link.told().await;
        if frame["type"] == "behind" {
            break frame;
        }
        assert_eq!(frame["kind"], "hidden");
    };
    assert_eq!(behind["reason"], "rights_changed");
    let moved = agent.expect("entry").await;
    assert_eq!(
        (&moved["kind"], &moved["conversation_id"]),
        (&json!("contact_changed"), &json!(conversation))
    );

    let mut reloaded = known.resume(&cursor).await;
    assert_eq!(reloaded.welcome["resume"], "reload");
    assert_eq!(reloaded.welcome["identity"]["id"], visitor.id);
    let page = reloaded.fetch(&conversation, json!({})).await;
    assert_eq!(spoken(page["entries"].as_array().unwrap()), ["我是谁", "[hidden]"]);
    // From there on it resumes as ever.
    let cursor = reloaded.leave().await;
    assert_eq!(known.resume(&cursor).await.welcome["resume"], "replaying");
}

#[tokio::test]
async fn a_link_that_does_not_leave_is_closed_with_4008() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut link = visitor.connect().await;
    visitor.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    // It is still answered that it lives, and takes nothing else.
    link.say(&crate::support::send("m1", json!(null), "一")).await;
    link.silent().await;
    desk.pass(std::time::Duration::from_secs(10));
    assert_eq!(link.closed().await, 4008);
}

#[tokio::test]
async fn what_was_given_before_the_proof_opens_nothing_any_more() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let known = visitor.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    let mut link = desk.knock().await;
    link.greet(&visitor.session_token, json!({})).await;
    assert_eq!(link.expect("error").await["code"], "unauthenticated");
    // And the visitor's own token alone no longer opens the person's conversations.
    Visitor::ask(&desk, known.visitor_token.as_str().into(), json!(null))
        .await
        .problem(401, "identity_required");
}

#[tokio::test]
async fn a_verified_person_reads_all_their_conversations_on_every_device() {
    let desk = TestDesk::open().await;
    let phone = desk.customer("u1").await;
    let (mut on_phone, first) = phone.begin("手机").await;
    let laptop = Visitor::come(&desk, json!({ "id": "u1", "hash": hash(&desk, "u1"), "name": "李娜" })).await;
    assert_ne!(phone.id, laptop.id);
    let mut on_laptop = laptop.connect().await;
    assert_eq!(on_laptop.welcome["conversations"][0]["conversation_id"], first);
    on_laptop.post("m1", json!(null), "电脑").await;
    let told = on_phone.expect("message").await;
    assert_eq!((&told["conversation_id"], &told["sender"]["id"]), (&json!(first), &json!(laptop.id)));
    assert_eq!(told["client_message_id"], json!(null));
}

#[tokio::test]
async fn joining_a_person_moves_the_conversations_and_reloads_every_device() {
    let desk = TestDesk::open().await;
    let phone = desk.customer("u1").await;
    let (mut on_phone, _) = phone.begin("手机").await;
    let before = on_phone.cursor();
    let visitor = desk.visitor().await;
    let (anonymous, conversation) = visitor.begin("还没登录").await;
    drop(anonymous);
    visitor.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    let behind = loop {
        let frame = on_phone.told().await;
        if frame["type"] == "behind" {
            break frame;
        }
        assert_eq!(frame["kind"], "hidden");
    };
    assert_eq!(behind["reason"], "rights_changed");
    let mut on_phone = phone.resume(&before).await;
    assert_eq!(on_phone.welcome["resume"], "reload");
    assert_eq!(on_phone.welcome["conversations"].as_array().unwrap().len(), 2);
    let page = on_phone.fetch(&conversation, json!({})).await;
    assert_eq!(spoken(page["entries"].as_array().unwrap()), ["还没登录", "[hidden]"]);
}

#[tokio::test]
async fn an_unverified_visitor_reads_only_what_they_began() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("一").await;
    // The same name and e-mail are words, no proof.
    let identity = json!({ "name": "李娜", "email": "li@example.com" });
    let one = Visitor::come(&desk, identity.clone()).await;
    let two = Visitor::come(&desk, identity).await;
    let (_one, theirs) = one.begin("二").await;
    let mut link = two.connect().await;
    assert_eq!(link.welcome["conversations"], json!([]));
    for foreign in [conversation, theirs] {
        let fetch = json!({ "type": "fetch", "request_id": "1", "conversation_id": foreign });
        assert_eq!(link.error(&fetch).await, "not_found");
    }
}

#[tokio::test]
async fn another_customer_on_the_same_device_is_another_visitor() {
    let desk = TestDesk::open().await;
    let first = desk.customer("u1").await;
    let (_link, conversation) = first.begin("一").await;
    let second = first.come_back(&desk, json!({ "token": jwt(&desk, "u2") })).await;
    assert_ne!(second.id, first.id);
    let mut link = second.connect().await;
    assert_eq!(link.welcome["conversations"], json!([]));
    let fetch = json!({ "type": "fetch", "request_id": "1", "conversation_id": conversation });
    assert_eq!(link.error(&fetch).await, "not_found");
    // The first one stays as they are.
    assert_eq!(first.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await.id, first.id);
}
