//! Histories of another desk: sent in slices, looked at, started, stopped; told to nobody, and shown to no customer who did not
//! have them.

use std::fmt::Write as _;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::files::slices::Slices;
use servicedesk::flows::Caller;
use servicedesk::flows::imports::run::{End, Source, run};

use crate::support::{Agent, Answer, TestDesk, Visitor, content_digest, jwt};

const LIST: &str = "/api/v1/imports";

fn entry(number: usize, sender: &str, text: &str) -> Value {
    json!({
        "external_id": number.to_string(), "sender": sender, "name": "老陈", "text": text,
        "sent_at": format!("2024-03-01T08:{number:02}:12.000Z"),
    })
}

fn line(id: &str, person: &str, state: &str) -> Value {
    json!({
        "external_id": id, "channel": "web", "state": state, "contact": { "external_id": person, "name": "李娜" },
        "entries": [entry(1, "visitor", "茶杯碎了"), entry(2, "agent", "马上补发")],
    })
}

fn text(lines: &[Value]) -> Vec<u8> {
    let mut text = String::new();
    for line in lines {
        writeln!(text, "{line}").unwrap();
    }
    text.into_bytes()
}

async fn send_slice(desk: &TestDesk, agent: &Agent, id: &str, number: u64, bytes: &[u8]) -> Answer {
    let request =
        desk.request(Method::PUT, &format!("{LIST}/{id}/slices/{number}")).bearer_auth(&agent.token);
    Answer::to(request.header("content-digest", content_digest(bytes)).body(bytes.to_vec())).await
}

/// Announces and sends a file; the import's id.
async fn bring(desk: &TestDesk, agent: &Agent, bytes: &[u8]) -> String {
    let announced = json!({ "file_name": "old.jsonl", "byte_size": bytes.len() });
    let import = agent.post(LIST, &announced).await.ok(201);
    let id = import["id"].as_str().unwrap().to_owned();
    let slices = Slices::of(bytes.len() as u64);
    assert_eq!(import["slices"]["slice_count"], slices.count());
    for number in (0..slices.count()).rev() {
        let (start, length) = slices.place(number).unwrap();
        send_slice(desk, agent, &id, number, &bytes[start as usize..][..length as usize]).await.ok(204);
    }
    id
}

async fn until(agent: &Agent, id: &str, state: &str) -> Value {
    loop {
        let import = agent.get(&format!("{LIST}/{id}")).await.ok(200);
        if import["state"] == state {
            return import;
        }
        assert!(["ready", "running"].contains(&import["state"].as_str().unwrap()), "{import}");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_file_arrives_is_looked_at_and_goes_in() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let mut lines: Vec<Value> = (0..40).map(|id| line(&id.to_string(), "7", "closed")).collect();
    lines.insert(1, json!({ "external_id": "broken" }));
    let bytes = text(&lines);
    let announced =
        owner.post(LIST, &json!({ "file_name": "old.jsonl", "byte_size": bytes.len() })).await.ok(201);
    let unsent = announced["id"].as_str().unwrap();
    assert_eq!(announced["state"], "arriving");
    for action in ["complete", "preview"] {
        let path = format!("{LIST}/{unsent}/{action}");
        let method = if action == "complete" { Method::POST } else { Method::GET };
        owner.call(method, &path, &json!({})).await.problem(422, "incomplete");
    }
    owner.post(&format!("{LIST}/{unsent}/start"), &json!({})).await.problem(422, "wrong_state");
    let first = &bytes[..announced["slices"]["slice_bytes"].as_u64().unwrap() as usize];
    send_slice(&desk, &owner, unsent, 0, first).await.ok(204);
    send_slice(&desk, &owner, unsent, 0, first).await.ok(204);
    send_slice(&desk, &owner, unsent, 0, &vec![b'x'; first.len()]).await.problem(409, "slice_conflict");
    send_slice(&desk, &owner, unsent, 1, b"short").await.problem(400, "invalid");
    send_slice(&desk, &owner, unsent, 99, first).await.problem(400, "invalid");
    assert_eq!(owner.get(&format!("{LIST}/{unsent}")).await.ok(200)["slices"]["received"], json!([0]));
    owner.call(Method::DELETE, &format!("{LIST}/{unsent}"), &json!({})).await.ok(204);
    owner.get(&format!("{LIST}/{unsent}")).await.problem(404, "not_found");

    let id = bring(&desk, &owner, &bytes).await;
    let of = |action: &str| format!("{LIST}/{id}/{action}");
    assert_eq!(owner.post(&of("complete"), &json!({})).await.ok(200)["state"], "ready");
    let preview = owner.get(&of("preview")).await.ok(200);
    assert_eq!(preview["lines"][0]["entries"][1]["name"], "老陈");
    assert_eq!(preview["refused"], json!([{ "line": 2, "entry": null, "reason": "wrong_state" }]));
    owner.post(&of("stop"), &json!({})).await.problem(422, "wrong_state");
    owner.post(&of("start"), &json!({})).await.ok(200);
    let done = until(&owner, &id, "done").await;
    assert_eq!(done["read_bytes"], done["byte_size"]);
    let report = &done["report"];
    assert_eq!(
        (&report["lines"], &report["conversations"], &report["entries"], &report["refused_lines"]),
        (&json!(41), &json!(40), &json!(80), &json!(1))
    );
    assert_eq!(report["refused"], json!([{ "line": 2, "entry": null, "reason": "wrong_state" }]));
    assert_eq!(owner.all("/api/v1/conversations?view=closed&limit=200").await.len(), 40);
    // The copy of these words is gone.
    owner.get(&of("preview")).await.problem(422, "unreadable_file");
    owner.post(&of("start"), &json!({})).await.problem(422, "wrong_state");

    let again = bring(&desk, &owner, &bytes).await;
    owner.post(&format!("{LIST}/{again}/complete"), &json!({})).await.ok(200);
    owner.post(&format!("{LIST}/{again}/start"), &json!({})).await.ok(200);
    assert_eq!(until(&owner, &again, "done").await["report"]["known"], 40);
    let useless = bring(&desk, &owner, b"{}\n[]\n").await;
    owner.post(&format!("{LIST}/{useless}/complete"), &json!({})).await.ok(200);
    owner.post(&format!("{LIST}/{useless}/start"), &json!({})).await.ok(200);
    assert_eq!(until(&owner, &useless, "failed").await["report"]["refused_lines"], 2);

    let colleague = desk.colleague().await;
    colleague.get(LIST).await.problem(403, "forbidden");
    owner.post(LIST, &json!({ "file_name": "x", "byte_size": 0 })).await.problem(400, "invalid");
    owner.post(LIST, &json!({ "file_name": "x", "byte_size": 1_u64 << 40 })).await.problem(413, "too_large");
}

/// Brings in lines as the command does.
async fn import(desk: &TestDesk, lines: &[Value], user_ids: bool) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.jsonl");
    std::fs::write(&path, text(lines)).unwrap();
    let source = Source { path, import: None, user_ids, from: Default::default() };
    let end = run(desk.inside(), Caller::operator(), source, &|_| {}).await.unwrap();
    assert!(matches!(end, End::Done(report) if report.refused.is_empty()));
}

#[tokio::test]
async fn it_is_told_to_nobody_and_real_work_goes_on() {
    let desk = TestDesk::routing().await;
    let (owner, visitor) = (desk.owner().await, desk.visitor().await);
    let (mut customer, conversation) = visitor.begin("真的").await;
    let mut agent = owner.connect().await;
    owner.reply(&conversation, "您好").await;
    while agent.told().await["content"]["text"] != "您好" {}
    while customer.told().await["content"]["text"] != "您好" {}
    let lines: Vec<Value> = (0..60).map(|id| line(&id.to_string(), &id.to_string(), "open")).collect();
    let mut lines_of_waiting = lines.clone();
    for line in &mut lines_of_waiting[..30] {
        line["entries"].as_array_mut().unwrap().push(entry(3, "visitor", "还没到"));
    }
    import(&desk, &lines_of_waiting, false).await;
    // The first thing that its link hears of is that it should load anew.
    let heard = agent.told().await;
    assert_eq!((&heard["type"], &heard["reason"]), (&json!("behind"), &json!("rights_changed")), "{heard}");
    assert_eq!(owner.resume(&agent.cursor()).await.welcome["resume"], "reload");
    customer.silent().await;
    // Nobody was given one: it is no work before somebody writes in it here.
    let waiting = owner.all("/api/v1/conversations?view=waiting&limit=200").await;
    assert_eq!(waiting.len(), 30);
    assert!(waiting.iter().all(|row| row["agent_id"].is_null() && row["unread"] == 0), "{waiting:?}");
    owner.reply(&conversation, "在的").await;
    assert_eq!(customer.expect("message").await["content"]["text"], "在的");
    let old = waiting[0]["id"].as_str().unwrap();
    owner.reply(old, "抱歉久等").await;
    let after = owner.get(&format!("/api/v1/conversations/{old}")).await.ok(200);
    assert_eq!((&after["state"], &after["agent_id"]), (&json!("open"), &json!(owner.id)));
}

async fn conversations_of(visitor: &Visitor) -> Vec<Value> {
    let list = visitor.get("/widget/v1/conversations").await.ok(200);
    list["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_id_of_another_desk_opens_nothing_to_whoever_proves_the_same_at_the_shop() {
    let desk = TestDesk::open().await;
    import(&desk, &[line("1", "user-7", "closed")], false).await;
    let customer = desk.customer("user-7").await;
    assert!(conversations_of(&customer).await.is_empty());

    // Said to be the shop's own: whoever proves it sees theirs, and only theirs.
    let mut link = customer.connect().await;
    import(&desk, &[line("2", "user-7", "closed"), line("3", "user-8", "closed")], true).await;
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    let back = customer.come_back(&desk, json!({ "token": jwt(&desk, "user-7") })).await;
    let theirs = conversations_of(&back).await;
    assert_eq!(theirs.len(), 1, "{theirs:?}");
    assert_eq!((&theirs[0]["unread"], &theirs[0]["state"]), (&json!(0), &json!("closed")));
    let id = theirs[0]["id"].as_str().unwrap();
    let mut link = back.connect().await;
    let page = link.fetch(id, json!({})).await;
    assert_eq!(page["entries"][1]["sender"]["name"], "老陈", "{page}");
    let anonymous = desk.visitor().await;
    assert!(conversations_of(&anonymous).await.is_empty());
}

#[tokio::test]
async fn who_was_erased_does_not_come_again() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let lines = [line("1", "7", "closed"), line("2", "7", "open"), line("3", "8", "closed")];
    import(&desk, &lines, false).await;
    let all = owner.all("/api/v1/conversations?view=open&limit=200").await;
    let contact = all[0]["contact"]["id"].as_str().unwrap();
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    assert_eq!(owner.all("/api/v1/conversations?view=all&limit=200").await.len(), 1);
    let id = bring(&desk, &owner, &text(&[&lines[..], &[line("4", "7", "closed")]].concat())).await;
    owner.post(&format!("{LIST}/{id}/complete"), &json!({})).await.ok(200);
    owner.post(&format!("{LIST}/{id}/start"), &json!({})).await.ok(200);
    let report = until(&owner, &id, "done").await["report"].clone();
    assert_eq!((&report["refused_lines"], &report["known"]), (&json!(3), &json!(1)), "{report}");
    assert_eq!(report["refused"][2], json!({ "line": 4, "entry": null, "reason": "erased" }));
    assert_eq!(owner.all("/api/v1/conversations?view=all&limit=200").await.len(), 1);
}

#[tokio::test]
async fn a_stop_of_the_desk_in_its_midst_costs_nothing() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let lines: Vec<Value> = (0..3_000).map(|id| line(&id.to_string(), &id.to_string(), "closed")).collect();
    let bytes = text(&lines);
    let id = bring(&desk, &owner, &bytes).await;
    owner.post(&format!("{LIST}/{id}/complete"), &json!({})).await.ok(200);
    owner.post(&format!("{LIST}/{id}/start"), &json!({})).await.ok(200);
    while owner.get(&format!("{LIST}/{id}")).await.ok(200)["read_bytes"] == 0 {}
    owner.call(Method::DELETE, &format!("{LIST}/{id}"), &json!({})).await.problem(422, "wrong_state");
    owner.post(&format!("{LIST}/{id}/stop"), &json!({})).await.ok(200);
    let stopped = owner.get(&format!("{LIST}/{id}")).await.ok(200);
    assert_eq!(stopped["state"], "stopped");
    owner.post(&format!("{LIST}/{id}/start"), &json!({})).await.ok(200);
    let desk = desk.reopened(|_| {}).await;
    let owner = owner.at(&desk);
    let done = until(&owner, &id, "done").await;
    let report = &done["report"];
    let (new, known) = (report["conversations"].as_u64().unwrap(), report["known"].as_u64().unwrap());
    assert_eq!((new, known), (3_000, 0), "each line is counted where it went in: {report}");
    let held: i64 = desk
        .inside()
        .db
        .read(|conn| Ok(conn.query_row("SELECT COUNT(*) FROM messages", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(held, 6_000);
}
