//! What persons answer teaches the FAQ: groups of questions, what is decided about them, suggestions, and what is left of somebody
//! who is erased.

use std::path::Path;

use reqwest::Method;
use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::storage::DATABASE_FILE;

use crate::support::{Agent, Link, TestDesk};

/// A customer asks and, where there is one, a person answers.
async fn talk(desk: &TestDesk, agent: &Agent, question: &str, answer: &str) -> (Link, String) {
    let (link, conversation) = desk.visitor().await.begin(question).await;
    if !answer.is_empty() {
        agent.reply(&conversation, answer).await;
    }
    (link, conversation)
}

/// Asks for the groups until they are as expected; what was learned comes soon after it was said.
async fn gaps_until(agent: &Agent, query: &str, expected: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..3_000 {
        let found = agent.get(&format!("/api/v1/faq/gaps{query}")).await.ok(200);
        if expected(&found) {
            return found;
        }
        tokio::task::yield_now().await;
    }
    panic!("{}", agent.get(&format!("/api/v1/faq/gaps{query}")).await.text);
}

fn counts(found: &Value) -> Vec<i64> {
    found["items"].as_array().unwrap().iter().map(|gap| gap["count"].as_i64().unwrap()).collect()
}

/// Asks for suggestions until the first is of this entry.
async fn suggested(agent: &Agent, conversation: &str, text: &str, faq: &str) -> Value {
    for _ in 0..3_000 {
        let path = format!("/api/v1/conversations/{conversation}/suggestions?text={text}");
        let found = agent.get(&path).await.ok(200);
        if found["items"][0]["faq_id"] == faq {
            return found;
        }
        tokio::task::yield_now().await;
    }
    panic!("{faq} is not suggested for {text}");
}

fn entry(question: &str, answer: &str) -> Value {
    json!({ "texts": { "en": { "question": question, "answer": answer } } })
}

#[tokio::test]
async fn questions_that_ask_the_same_become_an_entry_with_one_call() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let answer = "We ship to Canada, it takes seven days.";
    let (_one, _) = talk(&desk, &owner, "Do you ship to Canada?", answer).await;
    let (_two, _) =
        talk(&desk, &owner, "do you ship to canada please", "Hello, we ship to Canada within seven days.")
            .await;
    let (mut left, waiting) = talk(&desk, &owner, "Can you ship it to Canada? Call 13800138000", "").await;
    let (_other, _) =
        talk(&desk, &owner, "Is there a student discount?", "Ten percent with a student card.").await;
    let (_hi, _) = talk(&desk, &owner, "hello there", "Hi, how can I help?").await;

    let found = gaps_until(&owner, "", |found| counts(found) == [3, 1]).await;
    let gap = &found["items"][0];
    assert_eq!(
        (&gap["kind"], &gap["state"], &gap["language"]),
        (&json!("unanswered"), &json!("open"), &json!("en"))
    );
    assert!(gap["draft"]["en"].as_str().unwrap().contains("ship to Canada"), "{gap}");
    assert!(!gap.to_string().contains("13800138000"), "masked: {gap}");
    assert_eq!(found["totals"]["unanswered"], 2);
    assert_eq!((&found["rate"]["now"], &found["rate"]["after_three"]), (&json!(0.0), &json!(1.0)));
    let path = format!("/api/v1/faq/gaps/{}", gap["id"].as_str().unwrap());
    let detail = owner.get(&path).await.ok(200);
    let outcomes: Vec<&str> =
        detail["questions"].as_array().unwrap().iter().filter_map(|one| one["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["left", "answered", "answered"]);
    assert!(!detail.to_string().contains("13800138000"), "masked: {detail}");

    let body = json!({
        "entry": entry("Do you ship to Canada?", answer),
        "phrasings": ["do you ship to canada please", "Can you ship it to Canada?"],
        "tell": true,
    });
    let done = owner.post(&format!("{path}/approve"), &body).await.ok(200);
    assert_eq!((&done["state"], &done["told"]), (&json!("done"), &json!(1)), "{done}");
    // Who was not answered hears of it.
    assert_eq!(left.expect("message").await["content"]["text"], answer);
    owner.post(&format!("{path}/approve"), &body).await.problem(422, "wrong_state");
    let faq = done["faq_id"].as_str().unwrap();
    let entry = owner.get(&format!("/api/v1/faq/{faq}")).await.ok(200);
    assert_eq!(entry["state"], "published");
    assert_eq!(entry["texts"]["en"]["alternatives"].as_array().unwrap().len(), 2, "{entry}");
    suggested(&owner, &waiting, "ship%20to%20canada", faq).await;

    // Taken back, the entry is gone and the group is there again.
    let back = owner.post(&format!("{path}/restore"), &json!({})).await.ok(200);
    assert_eq!((&back["state"], &back["faq_id"]), (&json!("open"), &Value::Null));
    owner.get(&format!("/api/v1/faq/{faq}")).await.problem(404, "not_found");
    owner.post(&format!("{path}/restore"), &json!({})).await.problem(422, "wrong_state");
}

#[tokio::test]
async fn groups_are_put_away_merged_and_brought_back() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let mut links = Vec::new();
    for question in ["How do I cancel my order?", "Is there a student discount?", "Where is your shop?"] {
        links.push(talk(&desk, &owner, question, "").await);
    }
    let found = gaps_until(&owner, "", |found| counts(found) == [1, 1, 1]).await;
    let id = |at: usize| found["items"][at]["id"].as_str().unwrap().to_owned();
    let call = async |id: &str, action: &str, body: Value| {
        owner.post(&format!("/api/v1/faq/gaps/{id}/{action}"), &body).await
    };
    call(&id(0), "merge", json!({ "gap_id": id(0) })).await.problem(422, "wrong_state");
    let into = call(&id(0), "merge", json!({ "gap_id": id(1) })).await.ok(200);
    assert_eq!(into["id"], id(1).as_str());
    let merged = owner.get("/api/v1/faq/gaps").await.ok(200);
    assert_eq!((counts(&merged), &merged["items"][0]["id"]), (vec![2, 1], &json!(id(1))));
    let detail = owner.get(&format!("/api/v1/faq/gaps/{}", id(1))).await.ok(200);
    assert_eq!(detail["questions"].as_array().unwrap().len(), 2);
    call(&id(0), "restore", json!({})).await.ok(200);
    assert_eq!(counts(&owner.get("/api/v1/faq/gaps").await.ok(200)), [1, 1, 1]);

    call(&id(1), "later", json!({})).await.ok(200);
    call(&id(2), "dismiss", json!({})).await.ok(200);
    let open = owner.get("/api/v1/faq/gaps").await.ok(200);
    assert_eq!((counts(&open), &open["items"][0]["id"]), (vec![1], &json!(id(0))));
    call(&id(2), "dismiss", json!({})).await.problem(422, "wrong_state");
    for (state, at) in [("later", 1), ("dismissed", 2)] {
        let found = owner.get(&format!("/api/v1/faq/gaps?state={state}")).await.ok(200);
        assert_eq!(found["items"][0]["id"], id(at).as_str());
        call(&id(at), "restore", json!({})).await.ok(200);
    }
    // What was put away takes those that ask the same later.
    call(&id(2), "dismiss", json!({})).await.ok(200);
    links.push(talk(&desk, &owner, "Where is your shop please", "").await);
    links.push(talk(&desk, &owner, "Can I pay by invoice?", "").await);
    let found = gaps_until(&owner, "", |found| counts(found).len() == 3).await;
    assert_eq!(counts(&found), [1, 1, 1]);
    let away = gaps_until(&owner, "?state=dismissed", |found| counts(found) == [2]).await;
    assert_eq!(away["items"][0]["id"], id(2).as_str());
    owner.get("/api/v1/faq/gaps?kind=odd").await.problem(400, "invalid");
    owner.get("/api/v1/faq/gaps/gap_0000000000001").await.problem(404, "not_found");
}

#[tokio::test]
async fn who_may_not_publish_leaves_a_draft() {
    let desk = TestDesk::hurried().await;
    let (owner, agent) = (desk.owner().await, desk.colleague().await);
    // Pages of messages that teach nothing are passed over.
    let (_much, other) = desk.visitor().await.begin("hello").await;
    owner.pour(&desk, &other, 450).await;
    let (_link, _) =
        talk(&desk, &owner, "How do I cancel my order?", "Press cancel on the order's page.").await;
    let found = gaps_until(&agent, "", |found| counts(found) == [1]).await;
    let path = format!("/api/v1/faq/gaps/{}", found["items"][0]["id"].as_str().unwrap());
    agent.post(&format!("{path}/dismiss"), &json!({})).await.problem(403, "forbidden");
    let body = json!({ "entry": entry("How do I cancel?", "Press cancel on the order's page.") });
    let drafted = agent.post(&format!("{path}/approve"), &body).await.ok(200);
    assert_eq!(drafted["state"], "open", "it waits for somebody who publishes");
    let faq = format!("/api/v1/faq/{}", drafted["faq_id"].as_str().unwrap());
    assert_eq!(agent.get(&faq).await.ok(200)["state"], "draft");
    let done = owner.post(&format!("{path}/approve"), &json!({})).await.ok(200);
    assert_eq!((&done["state"], &done["faq_id"]), (&json!("done"), &drafted["faq_id"]));
    assert_eq!(owner.get(&faq).await.ok(200)["state"], "published");
}

#[tokio::test]
async fn a_suggestion_that_was_taken_teaches_another_way_to_ask() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let answer = "Send it back within thirty days, the label is in the parcel.";
    let mut body = entry("How do I return an item?", answer);
    body["state"] = json!("published");
    let faq = owner.post("/api/v1/faq", &body).await.ok(201)["id"].as_str().unwrap().to_owned();
    let (_link, conversation) = desk.visitor().await.begin("How do I return an item").await;
    let found = suggested(&owner, &conversation, "", &faq).await;
    assert_eq!(
        (&found["items"][0]["answer"], &found["for_sequence"]),
        (&json!(answer), &json!(1)),
        "{found}"
    );
    let path = format!("/api/v1/conversations/{conversation}/suggestions");
    let used = |sequence: i64, used: &str| json!({ "faq_id": faq, "sequence": sequence, "used": used });
    owner.post(&path, &used(1, "eaten")).await.problem(400, "invalid");
    owner.post(&path, &used(99, "taken")).await.problem(400, "invalid");
    owner.post(&path, &used(1, "edited")).await.ok(204);

    // Without a model everything else is there.
    owner.post(&format!("{path}/write"), &json!({})).await.problem(422, "model_off");

    // Words that the FAQ does not know: what was taken for them says what they mean.
    let (_other, odd) = desk.visitor().await.begin("these trousers pinch, what happens next").await;
    let path = format!("/api/v1/conversations/{odd}/suggestions");
    owner.post(&path, &used(1, "taken")).await.ok(204);
    owner.reply(&odd, answer).await;
    let found = gaps_until(&owner, "?kind=phrasing", |found| counts(found) == [1]).await;
    let gap = &found["items"][0];
    assert_eq!((&gap["faq_id"], &gap["title"]), (&json!(faq), &json!("How do I return an item?")), "{gap}");
    let phrasing = gap["phrasings"][0]["text"].as_str().unwrap();
    assert_eq!(phrasing, "these trousers pinch, what happens next");
    let attach = format!("/api/v1/faq/gaps/{}/attach", gap["id"].as_str().unwrap());
    let done = owner.post(&attach, &json!({ "faq_id": faq, "phrasings": [phrasing] })).await.ok(200);
    assert_eq!(done["state"], "done");
    let kept = owner.get(&format!("/api/v1/faq/{faq}")).await.ok(200);
    assert_eq!(kept["texts"]["en"]["alternatives"], json!([phrasing]));
}

/// Said by the person who goes, and nowhere else.
const WORDS: &str = "Does zygomorphing the marzipan cost extra?";
const ALSO: &str = "Do you sell persimmon lanterns?";

/// How often a piece of the words stands in a file.
fn in_file(path: &Path, piece: &str) -> usize {
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes.windows(piece.len()).filter(|window| window.eq_ignore_ascii_case(piece.as_bytes())).count()
}

/// The same in the database, its log, and a fresh copy of both.
fn everywhere(desk: &TestDesk, piece: &str) -> usize {
    let folder = desk.inside().db.folder();
    let copy = folder.join("copy.sqlite");
    drop(std::fs::remove_file(&copy));
    #[expect(clippy::disallowed_methods, reason = "copies the database as an operator may")]
    let conn = Connection::open(folder.join(DATABASE_FILE)).unwrap();
    conn.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    let log = folder.join(format!("{DATABASE_FILE}-wal"));
    [copy, folder.join(DATABASE_FILE), log].iter().map(|path| in_file(path, piece)).sum()
}

async fn contact(agent: &Agent, conversation: &str) -> String {
    let row = agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200);
    format!("/api/v1/contacts/{}", row["contact"]["id"].as_str().unwrap())
}

#[tokio::test]
async fn who_is_erased_leaves_no_word_in_the_faq() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_one, gone) = talk(&desk, &owner, WORDS, "").await;
    let found = gaps_until(&owner, "", |found| counts(found) == [1]).await;
    let path = format!("/api/v1/faq/gaps/{}", found["items"][0]["id"].as_str().unwrap());
    let body = json!({ "entry": entry(WORDS, "It is free."), "phrasings": ["Is that free?"] });
    let made = owner.post(&format!("{path}/approve"), &body).await.ok(200);
    let faq = format!("/api/v1/faq/{}", made["faq_id"].as_str().unwrap());
    // What somebody else said stays.
    let (_two, _) = talk(&desk, &owner, ALSO, "").await;
    let found = gaps_until(&owner, "", |found| counts(found) == [1]).await;
    let path = format!("/api/v1/faq/gaps/{}", found["items"][0]["id"].as_str().unwrap());
    let body = json!({ "entry": entry("Lanterns", "We do."), "phrasings": [ALSO] });
    let other = owner.post(&format!("{path}/approve"), &body).await.ok(200);
    assert!(everywhere(&desk, "zygomorph") > 3);

    owner.call(Method::DELETE, &contact(&owner, &gone).await, &json!({})).await.ok(204);
    assert_eq!(everywhere(&desk, "zygomorph"), 0);
    let kept = owner.get(&faq).await.ok(200);
    assert_eq!(
        kept["texts"]["en"]["question"], "Is that free?",
        "asked with the words that are left: {kept}"
    );
    assert_eq!(kept["state"], "published");
    let versions = owner.get(&format!("{faq}/versions")).await.ok(200);
    assert!(!versions.to_string().contains("zygomorph"), "{versions}");
    let kept = owner.get(&format!("/api/v1/faq/{}", other["faq_id"].as_str().unwrap())).await.ok(200);
    assert_eq!(kept["texts"]["en"]["alternatives"], json!([ALSO]));
}

/// What a shop is asked about: an answer, three ways in which it was asked, and one that nobody has asked yet.
const ASKED: [(&str, [&str; 3], &str); 16] = [
    (
        "Send it back within thirty days with the label from the parcel.",
        ["How do I return an item?", "can I return an item", "I want to return an item"],
        "returning an item, how?",
    ),
    (
        "We ship to Canada within seven days.",
        ["Do you ship to Canada?", "shipping to Canada", "can you ship this to Canada"],
        "is shipping to Canada possible",
    ),
    (
        "Students get ten percent with a valid card.",
        ["Is there a student discount?", "do you have a discount for students", "student discount please"],
        "any discount for a student?",
    ),
    (
        "Press cancel on the page of the order until it was packed.",
        ["How can I cancel my order?", "please cancel my order", "cancel order how"],
        "I need to cancel an order",
    ),
    (
        "Invoices are in your account under orders.",
        ["Where do I find my invoice?", "I need an invoice", "can I get an invoice"],
        "how do I get the invoice",
    ),
    (
        "Wash it by hand in cold water.",
        [
            "How do I wash the wool sweater?",
            "washing the wool sweater",
            "can I machine wash the wool sweater",
        ],
        "wool sweater washing instructions?",
    ),
    (
        "Gift cards are valid for three years.",
        ["How long is a gift card valid?", "does my gift card expire", "when do gift cards expire"],
        "gift card expiry?",
    ),
    (
        "The battery lasts about ten hours.",
        ["How long does the battery last?", "battery life?", "what is the battery life of the lamp"],
        "how many hours does the battery last",
    ),
    ("七天内可以无理由退货。", ["怎么退货？", "请问怎么退货", "我想退货怎么办"], "退货怎么弄"),
    ("满九十九元包邮，不满收八元运费。", ["运费多少钱？", "运费怎么算", "请问运费是多少"], "要多少运费"),
    ("可以开电子发票，在订单页申请。", ["能开发票吗？", "怎么开发票", "可以开电子发票吗"], "发票怎么开"),
    ("一般四十八小时内发货。", ["什么时候发货？", "多久发货", "今天能发货吗"], "几天能发货"),
    (
        "退款三个工作日内原路退回。",
        ["退款多久到账？", "退款什么时候到账", "退款几天到账呢"],
        "退款到账要多久",
    ),
    ("保修一年，凭订单号即可。", ["保修多久？", "保修期是几年", "坏了保修吗"], "有保修吗"),
    ("尺码偏大，建议选小一码。", ["尺码偏大吗？", "尺码怎么选", "尺码准不准"], "应该选什么尺码"),
    (
        "发货前可以改地址，请联系客服。",
        ["怎么修改收货地址？", "收货地址写错了", "可以改收货地址吗"],
        "想换个收货地址",
    ),
];

/// How many of the questions that nobody asked yet have a first candidate that answers what is expected.
fn hit_at_one(desk: &TestDesk, answers: &std::collections::HashMap<i64, String>) -> usize {
    let current = desk.inside().knowledge.current();
    let hits = ASKED.iter().filter(|(answer, _, unasked)| {
        let found = current.index.as_ref().and_then(|index| index.ask(unasked).candidates.into_iter().next());
        found.is_some_and(|first| answers.get(&first.entry).is_some_and(|given| given == answer))
    });
    hits.count()
}

#[tokio::test]
async fn a_stream_that_is_replayed_teaches_what_was_not_asked_yet() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let mut answers = std::collections::HashMap::new();
    let number = |id: &str| id.parse::<servicedesk::ids::FaqId>().unwrap().0;
    // A quarter is in the FAQ from the beginning.
    for (answer, asked, _) in ASKED.iter().step_by(4) {
        let locale = if answer.is_ascii() { "en" } else { "zh-CN" };
        let body = json!({ "state": "published", "texts": { (locale): { "question": asked[0], "answer": answer } } });
        let made = owner.post("/api/v1/faq", &body).await.ok(201);
        answers.insert(number(made["id"].as_str().unwrap()), (*answer).to_owned());
    }
    let first = owner.get("/api/v1/faq").await.ok(200)["items"][0]["id"].as_str().unwrap().to_owned();
    let (_probe, conversation) = desk.visitor().await.begin("hello").await;
    let probe = owner.get(&format!("/api/v1/faq/{first}")).await.ok(200);
    let question = probe["texts"].as_object().unwrap().values().next().unwrap()["question"].as_str().unwrap();
    suggested(&owner, &conversation, &question.replace(' ', "%20").replace('?', "%3F"), &first).await;
    let before = hit_at_one(&desk, &answers);

    let mut links = Vec::new();
    for (answer, asked, _) in &ASKED {
        for question in asked {
            links.push(talk(&desk, &owner, question, answer).await);
        }
    }
    let questions = 3 * ASKED.len() as i64;
    let all = |found: &Value| {
        found["rate"]["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day["asked"].as_i64().unwrap())
            .sum::<i64>()
    };
    let found = gaps_until(&owner, "?limit=200", |found| all(found) == questions).await;
    let mut approvals = 0;
    for gap in found["items"].as_array().unwrap() {
        let draft = gap["draft"].as_object().unwrap();
        let Some((locale, answer)) = draft.iter().next() else { continue };
        let phrasings: Vec<&Value> =
            gap["phrasings"].as_array().unwrap().iter().map(|one| &one["text"]).collect();
        let path = format!("/api/v1/faq/gaps/{}", gap["id"].as_str().unwrap());
        let done = if let Some(faq) = gap["faq_id"].as_str() {
            let body = json!({ "faq_id": faq, "phrasings": phrasings, "despite": true });
            owner.post(&format!("{path}/attach"), &body).await.ok(200)
        } else {
            let texts = json!({ (locale): { "question": gap["title"], "answer": answer } });
            let body = json!({ "entry": { "texts": texts }, "phrasings": phrasings, "despite": true });
            owner.post(&format!("{path}/approve"), &body).await.ok(200)
        };
        answers
            .entry(number(done["faq_id"].as_str().unwrap()))
            .or_insert_with(|| answer.as_str().unwrap().to_owned());
        approvals += 1;
    }
    // The index is made beside the calls: it is there once it knows all entries.
    let known = answers.len();
    for _ in 0..3_000 {
        if desk.inside().knowledge.current().facts.len() == known {
            break;
        }
        owner.get("/api/v1/faq").await.ok(200);
    }
    let after = hit_at_one(&desk, &answers);
    println!(
        "hit@1 before {before}, after {after} of {}; {questions} questions, {approvals} approvals",
        ASKED.len()
    );
    assert!(before <= 5 && after >= 14, "{before} {after}");
    assert!(approvals * 2 <= questions, "{approvals} approvals for {questions} questions");
}
