//! Who may have a file, where it is shown, and when it goes.

use std::path::PathBuf;
use std::time::Duration;

use image::ImageFormat;
use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::units::ByteSize;
use servicedesk::storage::blobs::{Blobs, Digest};

use super::{noise, picture};
use crate::support::{Answer, Courier, TestDesk, announced, jwt, spoken};

fn shown(file: &Value) -> Value {
    json!({ "kind": "file", "file_id": file["file_id"] })
}

fn frame(id: &str, conversation: &Value, content: &Value) -> Value {
    json!({ "type": "send", "client_message_id": id, "conversation_id": conversation, "content": content })
}

fn blob(desk: &TestDesk, bytes: &[u8]) -> PathBuf {
    Blobs::new(desk.inside().db.folder()).path(Digest::of(bytes))
}

/// Waits until the desk has looked and these are gone. It is asked in between, so that time does not run away from it.
async fn swept(desk: &TestDesk, gone: &[PathBuf]) {
    desk.pass_until(async || {
        desk.get("/healthz").await.ok(200);
        !gone.iter().any(|path| path.exists())
    })
    .await;
}

#[tokio::test]
async fn who_reads_the_message_has_the_file_and_nobody_else() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (visitor, stranger) = (desk.visitor().await, desk.visitor().await);
    let (mine, theirs) =
        (Courier::new(&desk, &visitor.session_token), Courier::new(&desk, &stranger.session_token));
    let desk_side = Courier::new(&desk, &owner.token);
    let (mut link, conversation) = visitor.begin("看这个").await;
    let named = json!(conversation);
    let file = mine.send("tea.png", &picture(20, 10, ImageFormat::Png)).await;
    let id = file["file_id"].as_str().unwrap().to_owned();
    // Before it is shown it is its sender's alone.
    assert_eq!(mine.fetch(&id).await.0.status, 200);
    desk_side.fetch(&id).await.0.problem(404, "not_found");
    theirs.fetch(&id).await.0.problem(404, "not_found");

    let mut agent = owner.connect().await;
    let mut content = shown(&file);
    content["text"] = json!("这一款");
    link.say(&frame("m2", &named, &content)).await;
    link.expect("accepted").await;
    let told = agent.expect("message").await;
    assert_eq!(
        told["content"],
        json!({
            "kind": "file", "file_id": id, "text": "这一款", "name": "tea.png", "media_type": "image/png",
            "byte_size": file["byte_size"], "width": 20, "height": 10,
        })
    );
    assert_eq!(desk_side.fetch(&id).await.0.status, 200);
    theirs.fetch(&id).await.0.problem(404, "not_found");
    theirs.fetch(&format!("{id}/thumbnail")).await.0.problem(404, "not_found");
    // Nobody speaks with somebody else's file, or with one that never was.
    let (mut other, _) = stranger.begin("我也要").await;
    for file in [id.as_str(), "f_0000000000001"] {
        other.say(&frame("m3", &Value::Null, &json!({ "kind": "file", "file_id": file }))).await;
        assert_eq!(other.expect("refused").await["code"], "invalid");
    }

    // A colleague's file in a note is not for the customer; the same file aloud is.
    let plan = desk_side.send("plan.pdf", b"%PDF-1.7 for the team").await;
    let plan_id = plan["file_id"].as_str().unwrap();
    let note = json!({ "content": shown(&plan), "note": true });
    owner.act(&conversation, "messages", note).await.ok(201);
    mine.fetch(plan_id).await.0.problem(404, "not_found");
    let aloud = json!({ "client_message_id": "m9", "content": shown(&plan) });
    let said = owner.act(&conversation, "messages", aloud.clone()).await.ok(201);
    // The same again is the same message, although more is stored than was sent.
    assert_eq!(owner.act(&conversation, "messages", aloud).await.ok(201), said);
    let (answer, _) = mine.fetch(plan_id).await;
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert!(answer.header("content-disposition").starts_with("attachment;"));
}

#[tokio::test]
async fn a_verified_person_sees_files_of_all_their_devices() {
    let desk = TestDesk::open().await;
    let phone = desk.visitor().await.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    let laptop = desk.visitor().await.come_back(&desk, json!({ "token": jwt(&desk, "u1") })).await;
    let file = Courier::new(&desk, &phone.session_token).send("a.bin", b"\x01from the phone").await;
    let mut link = phone.connect().await;
    link.say(&frame("m1", &Value::Null, &shown(&file))).await;
    link.expect("accepted").await;
    let laptop = Courier::new(&desk, &laptop.session_token);
    assert_eq!(laptop.fetch(file["file_id"].as_str().unwrap()).await.1, b"\x01from the phone");
}

#[tokio::test]
async fn the_workbench_reads_and_sends_with_its_cookie() {
    let desk = TestDesk::open().await;
    let browser = desk.owner().await.sign_in().await;
    let body = announced("a.bin", b"a");
    browser.call(Method::POST, "/files/v1/uploads", &body).await.ok(201);
    browser.call_with("", Method::POST, "/files/v1/uploads", &body).await.problem(403, "csrf");
}

#[tokio::test]
async fn what_is_recalled_or_erased_is_gone_from_the_disk() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let (mut link, conversation) = visitor.begin("看").await;
    let (first, second) = (noise(9_000), noise(8_000));
    let mut messages = Vec::new();
    for (number, bytes) in [(2, &first), (3, &second), (4, &second)] {
        let file = courier.send("a.bin", bytes).await;
        link.say(&frame(&format!("m{number}"), &json!(conversation), &shown(&file))).await;
        messages.push((link.expect("accepted").await["message_id"].as_str().unwrap().to_owned(), file));
    }
    assert!(blob(&desk, &first).exists() && blob(&desk, &second).exists());
    for (message, _) in &messages[..2] {
        visitor.call(Method::DELETE, &format!("/widget/v1/messages/{message}"), &json!({})).await.ok(200);
    }
    courier.fetch(messages[0].1["file_id"].as_str().unwrap()).await.0.problem(404, "not_found");
    swept(&desk, &[blob(&desk, &first)]).await;
    // The second file's bytes are shown by another message.
    assert!(blob(&desk, &second).exists());

    let contact =
        owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)["contact"]["id"].clone();
    courier.bring("never said.bin", b"never finished").await;
    owner
        .call(Method::DELETE, &format!("/api/v1/contacts/{}", contact.as_str().unwrap()), &json!({}))
        .await
        .ok(204);
    swept(&desk, &[blob(&desk, &second)]).await;
}

#[tokio::test]
async fn what_nobody_needs_goes_after_a_day() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let (kept, unsaid) = (noise(100), noise(200));
    let (_, conversation) = visitor.begin("看").await;
    let file = Courier::new(&desk, &owner.token).send("kept.bin", &kept).await;
    owner.act(&conversation, "messages", json!({ "content": shown(&file) })).await.ok(201);
    courier.send("unsaid.bin", &unsaid).await;
    let unfinished = courier.bring("unfinished.bin", &noise(300)).await;
    desk.pass(Duration::from_hours(25));
    let arriving = Blobs::new(desk.inside().db.folder()).arriving(&unfinished);
    swept(&desk, &[blob(&desk, &unsaid), arriving]).await;
    assert!(blob(&desk, &kept).exists());
    let again = visitor.come_back(&desk, Value::Null).await;
    let courier = Courier::new(&desk, &again.session_token);
    courier.look(&unfinished).await.problem(404, "not_found");
    courier.complete(&unfinished, &json!({})).await.problem(404, "not_found");
}

#[tokio::test]
async fn room_is_bounded_for_one_and_for_all() {
    let desk = TestDesk::with(|config| {
        config.files.unfinished_max = 2;
        config.files.visitor_total = ByteSize::from_kib(10);
        config.files.total = ByteSize::from_kib(25);
        config.files.agents_percent = 0;
        config.files.silent_percent = 90;
    })
    .await;
    let owner = desk.owner().await;
    let (one, two) = (desk.visitor().await, desk.visitor().await);
    let (one, two) = (Courier::new(&desk, &one.session_token), Courier::new(&desk, &two.session_token));
    let announce = |bytes: u64| json!({ "file_name": "a", "byte_size": bytes });
    one.begin(&announce(6 << 10)).await.ok(201);
    one.begin(&announce(5 << 10)).await.problem(422, "no_room");
    one.begin(&announce(4 << 10)).await.ok(201);
    one.begin(&announce(1)).await.problem(422, "too_many_uploads");
    two.begin(&announce(10 << 10)).await.ok(201);
    let owner = Courier::new(&desk, &owner.token);
    owner.begin(&announce(6 << 10)).await.problem(422, "no_room");
    owner.begin(&announce(5 << 10)).await.ok(201);
}

#[tokio::test]
async fn announcements_take_no_room_from_others() {
    let desk = TestDesk::with(|config| {
        config.files.max = ByteSize::from_kib(10);
        config.files.total = ByteSize::from_kib(100);
        config.files.silent_total = ByteSize::from_kib(10);
        config.files.address_unfinished = ByteSize::from_kib(40);
    })
    .await;
    let owner = desk.owner().await;
    let announce = |bytes: u64| json!({ "file_name": "a", "byte_size": bytes });
    let mut silent = Vec::new();
    for _ in 0..3 {
        silent.push(Courier::new(&desk, &desk.visitor().await.session_token));
    }
    // Each of them little, and all together a fifth.
    silent[0].begin(&announce(8 << 10)).await.ok(201);
    silent[0].begin(&announce(3 << 10)).await.problem(422, "no_room");
    silent[1].begin(&announce(10 << 10)).await.ok(201);
    silent[2].begin(&announce(10 << 10)).await.problem(422, "no_room");
    // Who has written has more, as far as the address goes.
    let visitor = desk.visitor().await;
    visitor.begin("在吗?").await;
    let courier = Courier::new(&desk, &visitor.session_token);
    courier.begin(&announce(10 << 10)).await.ok(201);
    courier.begin(&announce(10 << 10)).await.ok(201);
    courier.begin(&announce(10 << 10)).await.problem(422, "too_many_uploads");
    let far = |bytes: u64| {
        let request = desk.request(Method::POST, "/files/v1/uploads").bearer_auth(&visitor.session_token);
        Answer::to(request.header("x-forwarded-for", "2001:db8::1").json(&announce(bytes)))
    };
    for _ in 0..4 {
        far(10 << 10).await.ok(201);
    }
    // What is left is for agents.
    far(8 << 10).await.problem(422, "no_room");
    let owner = Courier::new(&desk, &owner.token);
    owner.begin(&announce(10 << 10)).await.ok(201);
    owner.begin(&announce(10 << 10)).await.ok(201);
    owner.begin(&announce(10 << 10)).await.problem(422, "no_room");
}

#[tokio::test]
async fn lists_and_transcripts_name_a_file_that_came_without_words() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("看").await;
    let file = Courier::new(&desk, &visitor.session_token).send("小票.pdf", b"%PDF-1.7").await;
    link.say(&frame("m2", &json!(conversation), &shown(&file))).await;
    link.expect("accepted").await;
    let page = owner.get(&format!("/api/v1/conversations/{conversation}/entries")).await.ok(200);
    assert_eq!(spoken(page["items"].as_array().unwrap()).len(), 2);
    let text = visitor.get(&format!("/widget/v1/conversations/{conversation}/transcript")).await.text;
    assert!(text.contains("小票.pdf"), "{text}");
}
