//! The FAQ: kept in versions, published by those who may, asked while it is changed, brought in from files and taken back.

use encoding_rs::GB18030;
use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::faq::{Said, store};
use servicedesk::flows::Caller;
use servicedesk::flows::faq::keep::{self, Wanted};
use servicedesk::flows::faq::refresh;
use servicedesk::ids::{ConversationId, FaqId};

use crate::support::{Agent, TestDesk};

const ALL: &str = "/api/v1/faq";

fn english(question: &str, answer: &str, alternatives: &[&str]) -> Value {
    json!({ "en": { "question": question, "answer": answer, "alternatives": alternatives } })
}

async fn published(agent: &Agent, question: &str, answer: &str, alternatives: &[&str]) -> String {
    let body = json!({ "state": "published", "texts": english(question, answer, alternatives) });
    agent.post(ALL, &body).await.ok(201)["id"].as_str().unwrap().to_owned()
}

/// What answers a question, once all that was written is in the index.
async fn meets(desk: &TestDesk, agent: &Agent, question: &str) -> Vec<String> {
    refresh::up_to_date(desk.inside()).await.unwrap();
    let found = agent.post("/api/v1/faq/match", &json!({ "question": question })).await.ok(200);
    found["items"].as_array().unwrap().iter().map(|one| one["faq_id"].as_str().unwrap().to_owned()).collect()
}

async fn import(desk: &TestDesk, agent: &Agent, name: &str, file: Vec<u8>) -> Value {
    let path = format!("{ALL}/imports?name={name}");
    let answer = desk
        .request(Method::POST, &path)
        .bearer_auth(&agent.token)
        .header("content-type", "application/octet-stream")
        .body(file)
        .send()
        .await
        .unwrap();
    let begun: Value = answer.json().await.unwrap();
    let Some(id) = begun["id"].as_str() else { return begun };
    let at = format!("{ALL}/imports/{id}");
    let mut head = desk.inside().db.head();
    loop {
        let now = agent.get(&at).await.ok(200);
        if now["state"] != "running" {
            return now;
        }
        head.changed().await.unwrap();
    }
}

#[tokio::test]
async fn agents_draft_and_whoever_may_publish_does() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let draft = json!({ "texts": english("How do I send it back?", "", &[]) });
    let made = colleague.post(ALL, &draft).await.ok(201);
    let one = format!("{ALL}/{}", made["id"].as_str().unwrap());
    assert_eq!((&made["state"], &made["version"]), (&json!("draft"), &json!(1)));
    let publish = format!("{one}/publish");
    colleague.post(&publish, &json!({})).await.problem(403, "forbidden");
    owner.post(&publish, &json!({})).await.problem(422, "nothing_to_publish");
    let texts = english("How do I send it back?", "Within **30 days**.", &["return it", "Return it!"]);
    let changed = colleague.call(Method::PATCH, &one, &json!({ "version": 1, "texts": texts })).await.ok(200);
    assert_eq!(
        changed["texts"]["en"]["alternatives"],
        json!(["return it"]),
        "what says nothing new is left out"
    );
    colleague
        .call(Method::PATCH, &one, &json!({ "version": 1, "category": "x" }))
        .await
        .problem(409, "changed_meanwhile");
    assert_eq!(meets(&desk, &owner, "how do I send it back").await, [""; 0], "a draft answers nobody");
    owner.post(&publish, &json!({ "version": 2 })).await.ok(200);
    assert_eq!(meets(&desk, &owner, "how do I send it back").await, [made["id"].as_str().unwrap()]);
    // What is published is for those who publish.
    colleague.call(Method::PATCH, &one, &json!({ "category": "x" })).await.problem(403, "forbidden");
    colleague.call(Method::DELETE, &one, &json!({})).await.problem(403, "forbidden");
    owner.post(&format!("{one}/unpublish"), &json!({})).await.ok(200);
    assert_eq!(meets(&desk, &owner, "how do I send it back").await, [""; 0]);
    for (change, field) in [
        (json!({ "texts": {} }), "texts"),
        (json!({ "texts": english("123", "x", &[]) }), "texts.en.question"),
        (json!({ "valid_from": "soon" }), "valid_from"),
        (json!({ "channels": [] }), "channels"),
        (json!({ "links": ["faq_x"] }), "links[0]"),
        (json!({ "links": [made["id"]] }), "links[0]"),
        (json!({ "kind": "task" }), "task"),
    ] {
        assert_eq!(owner.call(Method::PATCH, &one, &change).await.wrong_field(), field, "{change}");
    }
}

#[tokio::test]
async fn every_version_can_be_looked_at_and_come_back() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let id = published(&owner, "Where is my parcel?", "In the post.", &["track it"]).await;
    let one = format!("{ALL}/{id}");
    let texts = english("Where is my parcel?", "On its way.", &["track it", "when does it come"]);
    owner.call(Method::PATCH, &one, &json!({ "texts": texts, "category": "Delivery" })).await.ok(200);
    owner.call(Method::DELETE, &one, &json!({})).await.ok(204);
    owner.get(&one).await.problem(404, "not_found");
    assert_eq!(meets(&desk, &owner, "where is my parcel").await, [""; 0]);
    let versions = owner.get(&format!("{one}/versions")).await.ok(200);
    let told: Vec<(i64, &str, &str)> = versions["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let entry = &one["entry"];
            let answer = entry["texts"]["en"]["answer"].as_str().unwrap();
            (one["version"].as_i64().unwrap(), entry["state"].as_str().unwrap(), answer)
        })
        .collect();
    assert_eq!(
        told,
        [(3, "gone", "On its way."), (2, "published", "On its way."), (1, "published", "In the post.")]
    );
    let back = owner.post(&format!("{one}/revert"), &json!({ "version": 1 })).await.ok(200);
    assert_eq!((&back["version"], &back["category"]), (&json!(4), &json!("")));
    assert_eq!(back["texts"], versions["items"][2]["entry"]["texts"], "to the letter");
    assert_eq!(meets(&desk, &owner, "where is my parcel").await, [id]);
    owner.post(&format!("{one}/revert"), &json!({ "version": 9 })).await.problem(422, "unknown_version");
}

#[tokio::test]
async fn a_change_is_checked_before_it_is_saved() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let back = published(&owner, "How do I return an item?", "So.", &["send an item back"]).await;
    refresh::up_to_date(desk.inside()).await.unwrap();
    let entry = json!({ "texts": english("Can I exchange an item?", "Yes.", &["Send an item back?"]) });
    let checked = owner
        .post(&format!("{ALL}/check"), &json!({ "entry": entry, "question": "can I exchange an item" }))
        .await
        .ok(200);
    assert_eq!(checked["match"][0]["faq_id"], Value::Null, "{checked}");
    assert_eq!(checked["match"][0]["question"], "Can I exchange an item?");
    assert_eq!(checked["conflicts"], json!([{ "text": "Send an item back?", "faq_id": back }]));
    assert!(["answer", "ask", "hand_over"].contains(&checked["would"].as_str().unwrap()));
    assert_eq!(owner.get(ALL).await.ok(200)["total"], 1, "nothing is stored");
}

#[tokio::test]
async fn a_file_comes_in_once_from_any_encoding_and_goes_whole() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let kept = published(&owner, "How long does delivery take?", "A week.", &[]).await;
    let csv = "id,question,alternatives,answer\n\
               r1,怎么退货？,退货流程|想退掉,三十天内可退。\n\
               r2,怎么开发票？,,下单时填写抬头。\n\
               r3,,,没有问题。\n\
               r4,How long does delivery take?,how many days,Two days.\n";
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(csv.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let files = [
        GB18030.encode(csv).0.into_owned(),
        utf16,
        csv.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", csv.as_bytes()].concat(),
    ];
    let mut first = Value::Null;
    for (nth, file) in files.into_iter().enumerate() {
        let report = import(&desk, &owner, "faq.csv", file).await;
        assert_eq!(report["state"], "done", "{report}");
        let numbers = ["lines", "added", "updated", "unchanged", "refused_count"]
            .map(|name| report[name].as_i64().unwrap());
        let expected = if nth == 0 { [4, 2, 1, 0, 1] } else { [4, 0, 0, 3, 1] };
        assert_eq!(numbers, expected, "{report}");
        assert_eq!(report["refused"], json!([{ "line": 4, "field": "question", "reason": "empty" }]));
        if nth == 0 {
            first = report;
        }
    }
    let met = meets(&desk, &owner, "怎么退货").await;
    assert_eq!(owner.get(&format!("{ALL}/{}", met[0])).await.ok(200)["key"], "r1");
    assert_eq!(owner.get(&format!("{ALL}/{kept}")).await.ok(200)["texts"]["en"]["answer"], "Two days.");
    // The export is the same file again.
    let exported = owner.get(&format!("{ALL}/export?format=jsonl")).await;
    let again = import(&desk, &owner, "faq.jsonl", exported.text.clone().into_bytes()).await;
    assert_eq!((&again["unchanged"], &again["added"], &again["updated"]), (&json!(3), &json!(0), &json!(0)));
    // It goes as it came.
    let undo = format!("{ALL}/imports/{}/undo", first["id"].as_str().unwrap());
    assert_eq!(owner.post(&undo, &json!({})).await.ok(200)["state"], "undone");
    owner.post(&undo, &json!({})).await.problem(422, "wrong_state");
    let left = owner.get(ALL).await.ok(200);
    assert_eq!((&left["total"], &left["items"][0]["id"]), (&json!(1), &json!(kept)));
    assert_eq!(
        left["items"][0]["texts"]["en"],
        json!({ "question": "How long does delivery take?", "answer": "A week.",
        "alternatives": [], "buttons": [], "picture": null })
    );
    let broken = import(&desk, &owner, "x.xlsx", b"PK\x03\x04nothing".to_vec()).await;
    assert_eq!(broken["code"], "unreadable_file");
}

#[tokio::test]
async fn five_thousand_entries_come_in_and_answer() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let line =
        |at: usize| format!("{at},How do I use part {at} of machine {}?,,Press button {at}.\n", at % 977);
    let csv: String = "id,question,alternatives,answer\n"
        .chars()
        .chain((0..5_000).flat_map(|at| line(at).chars().collect::<Vec<_>>()))
        .collect();
    let report = import(&desk, &owner, "many.csv", csv.into_bytes()).await;
    assert_eq!((&report["state"], &report["added"]), (&json!("done"), &json!(5_000)));
    assert_eq!(
        desk.inside().knowledge.current().facts.len(),
        5_000,
        "the index has them when the import is done"
    );
}

#[tokio::test]
async fn visitors_find_what_is_public_and_holds_now() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let shown = published(&owner, "How do I return an item?", "Within **30 days**.", &[]).await;
    let mut hidden = Vec::new();
    for more in [
        json!({ "public": false }),
        json!({ "valid_until": "2020-01-01T00:00:00Z" }),
        json!({ "valid_from": "2999-01-01T00:00:00Z" }),
        json!({ "channels": ["email"] }),
        json!({ "state": "draft" }),
    ] {
        let mut body =
            json!({ "state": "published", "texts": english("How do I return an item now?", "No.", &[]) });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        hidden.push(owner.post(ALL, &body).await.ok(201)["id"].as_str().unwrap().to_owned());
    }
    refresh::up_to_date(desk.inside()).await.unwrap();
    let visitor = desk.visitor().await;
    for words in ["return%20an%20item", ""] {
        let found = visitor.get(&format!("/widget/v1/articles?locale=en&q={words}")).await.ok(200);
        let expected =
            json!([{ "id": shown, "question": "How do I return an item?", "excerpt": "Within 30 days." }]);
        assert_eq!(found["items"], expected, "{words}");
    }
    let article = visitor.get(&format!("/widget/v1/articles/{shown}?locale=en")).await.ok(200);
    assert_eq!((&article["answer"], &article["links"]), (&json!("Within **30 days**."), &json!([])));
    for id in hidden {
        visitor.get(&format!("/widget/v1/articles/{id}")).await.problem(404, "not_found");
    }
    visitor.post(&format!("/widget/v1/articles/{shown}/helpful"), &json!({ "helpful": true })).await.ok(204);
    assert_eq!(owner.get(&format!("{ALL}/{shown}")).await.ok(200)["stats"]["helpful"], 1);
    assert_eq!(owner.get(&format!("{ALL}/stats?days=7")).await.ok(200)["hit_rate"], 1.0);
    desk.get("/widget/v1/articles?q=x").await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn what_was_learned_from_a_person_goes_with_them() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let id = published(&owner, "How do I return an item?", "So.", &["send it back"]).await;
    let customer = desk.customer("u-9").await;
    let (_link, conversation) = customer.begin("my kettle broke, take it away").await;
    let (entry, said): (FaqId, ConversationId) = (id.parse().unwrap(), conversation.parse().unwrap());
    let bounds = desk.inside().knowledge.bounds;
    desk.inside()
        .db
        .write(move |unit| {
            let text = "my kettle broke, take it away".to_owned();
            let wanted = Wanted {
                said: vec![Said { text: text.clone(), conversation: said, sequence: 1 }],
                ..Wanted::default()
            };
            let with = |mut document: servicedesk::domain::faq::Document| {
                document.texts.en.as_mut().unwrap().alternatives.push(text);
                document.checked()
            };
            keep::change(unit, &Caller::operator(), entry, with, &wanted, bounds)
        })
        .await
        .unwrap();
    assert_eq!(meets(&desk, &owner, "my kettle broke").await, [id.as_str()]);
    let contact =
        owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)["contact"]["id"].clone();
    let erased = format!("/api/v1/contacts/{}", contact.as_str().unwrap());
    owner.call(Method::DELETE, &erased, &json!({})).await.ok(204);
    refresh::up_to_date(desk.inside()).await.unwrap();
    let phrases = desk.inside().db.read(|conn| Ok(store::phrases(conn, None)?)).await.unwrap();
    let left: Vec<&str> = phrases.iter().map(|phrase| phrase.text.as_str()).collect();
    assert_eq!(left, ["How do I return an item?", "send it back"]);
    let versions = owner.get(&format!("{ALL}/{id}/versions")).await.ok(200).to_string();
    assert!(!versions.contains("kettle"), "of no version: {versions}");
}
