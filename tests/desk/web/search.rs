//! Search through the API: what is found, how it is shown, by whom, and what cannot be asked.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, Answer, Courier, TestDesk, hurried, said, send};

/// Asks a question, once everything that is stored can be found.
async fn ask(desk: &TestDesk, agent: &Agent, question: &str, more: &str) -> Answer {
    desk.searchable().await;
    let encoded = question.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"));
    agent.get(&format!("/api/v1/search?q={encoded}{more}")).await
}

/// What was found, each as its kind and its text.
async fn found(desk: &TestDesk, agent: &Agent, question: &str) -> Vec<String> {
    let answer = ask(desk, agent, question, "").await.ok(200);
    assert_eq!(answer["partial"], false);
    let items = answer["items"].as_array().unwrap();
    items.iter().map(|item| format!("{}: {}", text(&item["kind"]), text(&item["text"]))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_was_said_is_found_with_marks_newest_first() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (mut link, one) = desk.visitor().await.begin("请问怎么退貨？").await;
    desk.pass(Duration::from_secs(1));
    let answered = owner.reply(&one, "退货流程在这里，七天内可以退货").await;
    link.expect("message").await;
    desk.pass(Duration::from_secs(1));
    let note = json!({ "content": said("客户要退货，先查单号"), "note": true });
    colleague.act(&one, "messages", note).await.ok(201);
    desk.pass(Duration::from_secs(1));
    let _other = desk.visitor().await.begin("Where is my Refund?").await;
    assert_eq!(
        found(&desk, &owner, "退货").await,
        [
            "note: 客户要<mark>退货</mark>，先查单号",
            "message: <mark>退货</mark>流程在这里，七天内可以<mark>退货</mark>",
            "message: 请问怎么<mark>退貨</mark>？",
        ]
    );
    let answer = ask(&desk, &owner, "退货流程", "").await.ok(200);
    let item = &answer["items"][0];
    assert_eq!(answer["items"].as_array().unwrap().len(), 1, "{answer}");
    assert_eq!(
        (&item["id"], &item["conversation_id"], &item["sequence"], &item["at"], &item["channel"]),
        (&answered["message_id"], &json!(one), &answered["sequence"], &answered["sent_at"], &json!("web"))
    );
    assert_eq!(item["who"], json!({ "kind": "agent", "id": owner.id, "name": "小梅" }));
    assert_eq!((&answer["next"], &answer["suggestions"]), (&json!(null), &json!([])));
    assert_eq!(found(&desk, &owner, "refunds").await, ["message: Where is my <mark>Refund</mark>?"]);
}

#[tokio::test]
async fn one_character_two_parts_of_numbers_and_words_in_both_languages() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, id) = desk.visitor().await.begin("好").await;
    for (number, words) in [
        "我的iPhone15壳坏了",
        "单号 SF1234567890 已发出",
        "电话是 138-0013-8000",
        "They were delivered 100% \"late\"",
    ]
    .iter()
    .enumerate()
    {
        desk.pass(Duration::from_secs(1));
        link.post(&format!("m{number}"), id.as_str(), words).await;
    }
    for (question, expected) in [
        ("好", &["message: <mark>好</mark>"][..]),
        ("壳", &["message: 我的iPhone15<mark>壳</mark>坏了"]),
        ("了", &["message: 我的iPhone15壳坏<mark>了</mark>"]),
        ("壳坏", &["message: 我的iPhone15<mark>壳坏</mark>了"]),
        ("我的 iphone 15", &["message: <mark>我的iPhone15</mark>壳坏了"]),
        ("我了", &[]),
        ("567890", &["message: 单号 SF1234<mark>567890</mark> 已发出"]),
        ("1234567890", &["message: 单号 SF<mark>1234567890</mark> 已发出"]),
        ("13800138000", &["message: 电话是 <mark>138-0013-8000</mark>"]),
        ("deliveries late", &[]),
        ("delivering LATE", &["message: They were <mark>delivered</mark> 100% \"<mark>late</mark>\""]),
        // Signs of query languages are signs.
        ("100% \"late\"", &["message: They were delivered <mark>100</mark>% \"<mark>late</mark>\""]),
        ("late OR 好", &[]),
        ("late*", &["message: They were delivered 100% \"<mark>late</mark>\""]),
        ("NEAR(late)", &[]),
        ("%", &[]),
        ("\"", &[]),
        ("words : ^ - AND", &[]),
    ] {
        assert_eq!(found(&desk, &owner, question).await, expected, "{question}");
    }
}

#[tokio::test]
async fn files_customers_and_canned_replies_are_found_too() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let (mut link, id) = visitor.begin("hello").await;
    let file = Courier::new(&desk, &visitor.session_token).send("发票 magnolia.pdf", b"%PDF-1.4").await;
    let shown = json!({ "kind": "file", "file_id": file["file_id"], "text": "请看" });
    link.say(&json!({ "type": "send", "client_message_id": "f", "conversation_id": id, "content": shown }))
        .await;
    link.expect("accepted").await;
    assert_eq!(found(&desk, &owner, "magnolia").await, ["file: 发票 <mark>magnolia</mark>.pdf · 请看"]);
    let row = owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200);
    let contact = format!("/api/v1/contacts/{}", text(&row["contact"]["id"]));
    let known = json!({ "name": "李娜", "phone": "+86 138 0013 8000", "note": "magnolia club" });
    owner.call(Method::PATCH, &contact, &known).await.ok(200);
    let item = ask(&desk, &owner, "0013800", "").await.ok(200)["items"][0].clone();
    assert_eq!(
        (&item["kind"], &item["id"], &item["conversation_id"], &item["contact"]["name"]),
        (&json!("contact"), &row["contact"]["id"], &json!(id), &json!("李娜"))
    );
    assert_eq!(item["text"], "李娜 · +86 138 <mark>0013 800</mark>0 · magnolia club");
    owner.call(Method::PATCH, &contact, &json!({ "note": null })).await.ok(200);
    assert_eq!(found(&desk, &owner, "club").await, [""; 0]);
    let reply = json!({ "shortcut": "magnolia", "title": "Opening hours", "text": "We open at nine." });
    let own = colleague.post("/api/v1/canned", &reply).await.ok(201);
    let shown = "canned: <mark>Opening</mark> hours · magnolia · We <mark>open</mark> at nine.";
    assert_eq!(found(&desk, &owner, "nine").await, [""; 0], "a colleague's own");
    let item = ask(&desk, &colleague, "nine", "").await.ok(200)["items"][0].clone();
    assert_eq!((&item["kind"], &item["id"]), (&json!("canned"), &own["id"]));
    assert_eq!(found(&desk, &colleague, "open").await, [shown]);
    let path = format!("/api/v1/canned/{}", text(&own["id"]));
    colleague.call(Method::PATCH, &path, &json!({ "text": "We close at ten." })).await.ok(200);
    assert_eq!(found(&desk, &colleague, "nine").await, [""; 0]);
    colleague.call(Method::DELETE, &path, &json!({})).await.ok(204);
    assert_eq!(found(&desk, &colleague, "ten").await, [""; 0]);
    // Somebody whom the shop vouches for is found by what the shop calls them.
    desk.customer("customer-4711").await;
    assert_eq!(found(&desk, &owner, "4711").await, ["contact: customer-<mark>4711</mark>"]);
}

#[tokio::test]
async fn operators_narrow_where_it_is_looked_for() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (mut link, one) = desk.visitor().await.begin("红茶到了吗").await;
    let (_other, two) = desk.visitor().await.begin("红茶 again").await;
    owner.reply(&one, "红茶在路上").await;
    link.expect("message").await;
    desk.pass(Duration::from_hours(48));
    colleague.reply(&two, "红茶寄出了").await;
    owner.act(&two, "labels", json!({ "labels": ["加急 单"] })).await.ok(200);
    owner.act(&one, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    let team = owner.post("/api/v1/teams", &json!({ "name": "售后" })).await.ok(201);
    owner.act(&one, "transfer", json!({ "team_id": team["id"] })).await.ok(200);
    owner.act(&two, "assign", json!({ "agent_id": colleague.id })).await.ok(200);
    let mei = "message: <mark>红茶</mark>在路上";
    let qiang = "message: <mark>红茶</mark>寄出了";
    let (first, second) = ("message: <mark>红茶</mark>到了吗", "message: <mark>红茶</mark> again");
    for (operators, expected) in [
        ("", &[qiang, mei, second, first][..]),
        ("from:customer", &[second, first]),
        ("from:客服", &[qiang, mei]),
        ("from:me", &[mei]),
        ("from:阿强", &[qiang]),
        (&format!("from:{}", colleague.id), &[qiang]),
        ("from:nobody", &[]),
        ("tag:\"加急 单\"", &[qiang, second]),
        ("tag:none", &[]),
        ("agent:阿强", &[qiang, second]),
        ("agent:none", &[mei, first]),
        ("agent:me", &[]),
        ("team:售后", &[mei, first]),
        ("team:none", &[qiang, second]),
        ("channel:web", &[qiang, mei, second, first]),
        ("channel:email", &[]),
        ("before:2026-03-02", &[mei, second, first]),
        ("after:2026-03-02", &[qiang]),
        ("after:2026-03-01 before:2026-03-02T00:00:00Z from:me", &[mei]),
        ("in:chat", &[qiang, mei, second, first]),
        ("in:ticket", &[]),
        ("has:file", &[]),
    ] {
        let mut items = found(&desk, &owner, &format!("{operators} 红茶")).await;
        let mut wanted: Vec<String> = expected.iter().map(|text| (*text).to_owned()).collect();
        // Those of one moment stand in any order.
        items.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(items, wanted, "{operators}");
    }
    // Without words, all that an operator lets through.
    assert_eq!(found(&desk, &owner, "from:me").await, ["message: 红茶在路上"]);
}

#[tokio::test]
async fn pages_go_on_where_the_last_one_ended() {
    let desk = TestDesk::with(|config| {
        hurried(config);
        config.search.candidates_max = 100;
    })
    .await;
    let owner = desk.owner().await;
    let (_link, id) = desk.visitor().await.begin("needle 0").await;
    for number in 1..=30 {
        owner.reply(&id, &format!("needle {number} 针")).await;
    }
    owner.pour(&desk, &id, 250).await;
    let mut all = Vec::new();
    let mut more = "&limit=7".to_owned();
    let mut pages = 0;
    loop {
        let page = ask(&desk, &owner, "needle", &more).await.ok(200);
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 7);
        all.extend(items.iter().map(|item| item["sequence"].as_i64().unwrap()));
        pages += 1;
        let Some(next) = page["next"].as_str() else { break };
        more = format!("&limit=7&before={next}");
    }
    assert_eq!((all, pages), ((1..=31).rev().collect(), 5));
    // Where none of those that were looked at answers, the next page goes on behind them.
    let mut more = String::new();
    let mut empty = 0;
    loop {
        let page = ask(&desk, &owner, "from:customer", &more).await.ok(200);
        if page["items"].as_array().unwrap().len() == 1 {
            break;
        }
        empty += 1;
        more = format!("&before={}", text(&page["next"]));
    }
    assert_eq!(empty, 2);
}

#[tokio::test]
async fn what_cannot_be_asked_says_why() {
    let desk = TestDesk::with(|config| {
        hurried(config);
        config.limits.search_per_second = 8;
    })
    .await;
    let owner = desk.owner().await;
    assert_eq!(owner.get("/api/v1/search").await.wrong_field(), "q");
    for wrong in ["", " ", &"字".repeat(201), "before:soon", "in:space", "from:"] {
        assert_eq!(ask(&desk, &owner, wrong, "").await.wrong_field(), "q", "{wrong}");
    }
    for (more, field) in [("&limit=0", "limit"), ("&limit=201", "limit"), ("&before=x", "before")] {
        assert_eq!(ask(&desk, &owner, "tea", more).await.wrong_field(), field);
    }
    desk.get("/api/v1/search?q=tea").await.problem(401, "unauthenticated");
    desk.visitor().await.get("/api/v1/search?q=tea").await.problem(401, "unauthenticated");
    ask(&desk, &owner, &"字".repeat(200), "").await.ok(200);
    let mut answers = Vec::new();
    for _ in 0..40 {
        answers.push(ask(&desk, &owner, "tea", "").await);
    }
    let refused = answers.iter().find(|answer| answer.status == 429).expect("too many");
    refused.problem(429, "rate_limited");
    assert!(!refused.header("retry-after").is_empty());
    ask(&desk, &desk.colleague().await, "tea", "").await.ok(200);
    let off = TestDesk::with(|config| config.search.enabled = false).await;
    let owner = off.owner().await;
    owner.get("/api/v1/search?q=tea").await.problem(422, "search_off");
}

#[tokio::test]
async fn where_nothing_is_found_something_like_it_is_suggested() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (mut link, id) = desk.visitor().await.begin("the Parcels arrived broken").await;
    link.post("zh", id.as_str(), "请问退货流程是什么").await;
    for (question, suggestions) in [
        ("parcles", json!(["parcels"])),
        ("broken parcles", json!(["broken parcels"])),
        ("退贷流程", json!(["退货流程"])),
        ("parcel", json!([])),
        ("zzzzzz", json!([])),
        ("没有", json!([])),
    ] {
        let answer = ask(&desk, &owner, question, "").await.ok(200);
        assert_eq!(answer["suggestions"], suggestions, "{question}: {answer}");
    }
}

#[tokio::test]
async fn who_reads_by_teams_finds_by_teams() {
    let desk = TestDesk::hurried().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let role = json!({ "name": "By teams", "reading": "teams" });
    let role = browser.call(Method::POST, "/api/v1/roles", &role).await.ok(201);
    let to = json!({ "role_id": role["id"] });
    browser.call(Method::PATCH, &format!("/api/v1/agents/{}", colleague.id), &to).await.ok(200);
    let team = owner.post("/api/v1/teams", &json!({ "name": "Theirs" })).await.ok(201);
    let (_link, id) = &desk.visitor().await.begin("malachite vase").await;
    let row = owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200);
    let contact = format!("/api/v1/contacts/{}", text(&row["contact"]["id"]));
    owner.call(Method::PATCH, &contact, &json!({ "name": "Verdigris" })).await.ok(200);
    owner.act(id, "transfer", json!({ "team_id": team["id"] })).await.ok(200);
    let item = "message: <mark>malachite</mark> vase";
    for (agent, expected) in [(&owner, vec![item.to_owned()]), (&colleague, vec![])] {
        assert_eq!(found(&desk, agent, "malachite").await, expected);
        assert_eq!(found(&desk, agent, "Verdigris").await.len(), expected.len(), "the customer's name");
        let answer = ask(&desk, agent, "malachito", "").await.ok(200);
        assert_eq!(answer["suggestions"].as_array().unwrap().len(), expected.len(), "{answer}");
    }
    // A note that names them opens it.
    let note =
        json!({ "content": { "kind": "text", "text": "@阿强", "mentions": [colleague.id] }, "note": true });
    owner.act(id, "messages", note).await.ok(201);
    assert_eq!(found(&desk, &colleague, "malachite").await, [item]);
    let members = format!("/api/v1/teams/{}/members", text(&team["id"]));
    owner.call(Method::PUT, &members, &json!({ "agent_ids": [colleague.id] })).await.ok(200);
    assert_eq!(found(&desk, &colleague, "verdigris").await.len(), 1);
}

#[tokio::test]
async fn what_somebody_only_typed_is_never_found() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let on = json!({ "settings": { "typing_preview": true } });
    owner.call(Method::PATCH, "/api/v1/widgets/default", &on).await.ok(200);
    let (mut link, id) = desk.visitor().await.begin("hello").await;
    let mut looking = owner.view(&id).await;
    link.say(&json!({ "type": "typing", "conversation_id": id, "active": true, "preview": "obsidian" }))
        .await;
    while looking.expect("typing").await["preview"] != "obsidian" {}
    link.say(&send("m", id.as_str(), "never mind")).await;
    link.expect("accepted").await;
    assert_eq!(found(&desk, &owner, "mind").await, ["message: never <mark>mind</mark>"]);
    assert_eq!(found(&desk, &owner, "obsidian").await, [""; 0]);
}

#[tokio::test]
async fn a_ticket_is_found_by_its_name_and_its_title() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let (_link, id) = desk.visitor().await.begin("杯子碎了").await;
    let title = json!({ "title": "龙泉杯 arrived broken" });
    let made = owner.post(&format!("/api/v1/conversations/{id}/ticket"), &title).await;
    assert!(made.status < 300, "{}", made.text);
    let name = text(&made.json()["name"]);
    assert_eq!(
        found(&desk, &owner, "龙泉").await,
        [format!("ticket: {name} · <mark>龙泉</mark>杯 arrived broken")]
    );
    for question in
        [name.as_str(), &name.to_lowercase(), name.trim_start_matches(|c: char| !c.is_ascii_digit())]
    {
        let items = ask(&desk, &owner, question, "").await.ok(200)["items"].clone();
        let tickets: Vec<&Value> =
            items.as_array().unwrap().iter().filter(|item| item["kind"] == "ticket").collect();
        assert_eq!(tickets.len(), 1, "{question}: {items}");
        let item = tickets[0];
        assert_eq!(
            (&item["id"], &item["conversation_id"], &item["ticket"]["name"]),
            (&json!(id), &json!(id), &json!(name))
        );
    }
    let said = ask(&desk, &owner, "杯子 in:ticket", "").await.ok(200)["items"][0].clone();
    assert_eq!((&said["kind"], &said["ticket"]["title"]), (&json!("message"), &title["title"]));
    assert_eq!(found(&desk, &owner, "broken in:ticket agent:none").await.len(), 1);
    assert_eq!(found(&desk, &owner, "broken in:chat").await, [""; 0]);
    assert_eq!(found(&desk, &owner, "broken from:customer").await, [""; 0]);
    let path = format!("/api/v1/tickets/{id}");
    let changed = owner.call(Method::PATCH, &path, &json!({ "title": "A new cup" })).await;
    assert!(changed.status < 300, "{}", changed.text);
    assert_eq!(found(&desk, &owner, "龙泉").await, [""; 0]);
    assert_eq!(found(&desk, &owner, "cups").await, [format!("ticket: {name} · A new <mark>cup</mark>")]);
    let row = owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200);
    let contact = format!("/api/v1/contacts/{}", text(&row["contact"]["id"]));
    owner.call(Method::DELETE, &contact, &json!({})).await.ok(204);
    assert_eq!(found(&desk, &owner, "cups").await, [""; 0]);
}
