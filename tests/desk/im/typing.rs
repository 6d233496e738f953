//! Typing, looking, being there: told to those who look, never stored.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Link, TestDesk};

fn types(conversation: &str, active: bool) -> Value {
    json!({ "type": "typing", "conversation_id": conversation, "active": active, "preview": "but the track" })
}

#[tokio::test]
async fn a_customers_typing_is_told_to_agents_who_look() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("在吗?").await;
    let mut looking = owner.view(&conversation).await;
    let mut elsewhere = desk.colleague().await.connect().await;
    for active in [true, false] {
        link.say(&types(&conversation, active)).await;
        let told = looking.expect("typing").await;
        assert_eq!(told["conversation_id"], conversation);
        assert_eq!(told["member"], json!({ "kind": "visitor", "id": visitor.id }));
        assert_eq!((&told["active"], &told["preview"]), (&json!(active), &json!(null)));
    }
    assert_eq!(elsewhere.ephemerals("typing").await.len(), 0);
    assert_eq!(owner.entries(&conversation).await.len(), 1);
}

#[tokio::test]
async fn unsent_words_are_shown_only_where_the_widget_tells_so() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("在吗?").await;
    let mut looking = owner.view(&conversation).await;
    let on = json!({ "settings": { "typing_preview": true } });
    owner.call(Method::PATCH, "/api/v1/widgets/default", &on).await.ok(200);
    link.say(&types(&conversation, true)).await;
    assert_eq!(looking.expect("typing").await["preview"], "but the track");
    let long = json!({ "type": "typing", "conversation_id": conversation, "active": true, "preview": "字".repeat(501) });
    link.say(&long).await;
    assert_eq!(looking.expect("typing").await["preview"], "字".repeat(500));
    link.say(&types(&conversation, false)).await;
    assert_eq!(looking.expect("typing").await["preview"], json!(null), "nothing is written any more");
    // Nobody sees what an agent writes until they send it.
    looking.say(&types(&conversation, true)).await;
    assert_eq!(link.expect("typing").await["preview"], json!(null));
}

#[tokio::test]
async fn an_agents_typing_is_told_to_the_customer_with_their_name() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (mut link, conversation) = visitor.begin("在吗?").await;
    let mut other_tab = visitor.connect().await;
    let mut agent = owner.connect().await;
    agent.say(&types(&conversation, true)).await;
    for link in [&mut link, &mut other_tab] {
        let told = link.expect("typing").await;
        assert_eq!((&told["member"]["id"], &told["name"]), (&json!(owner.id), &json!("小梅")));
    }
    owner.act(&conversation, "typing", json!({ "active": false })).await.ok(204);
    assert_eq!(link.expect("typing").await["active"], false);
    assert_eq!(agent.ephemerals("typing").await.len(), 0);
}

#[tokio::test]
async fn typing_elsewhere_is_told_to_nobody() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_theirs, foreign) = desk.visitor().await.begin("一").await;
    let (mut link, conversation) = desk.visitor().await.begin("二").await;
    let mut agent = owner.view(&foreign).await;
    let mut own = owner.view(&conversation).await;
    for place in [foreign.as_str(), "c_0000000000001", "nonsense"] {
        link.say(&types(place, true)).await;
    }
    link.say(&types(&conversation, true)).await;
    own.expect("typing").await;
    assert_eq!(agent.ephemerals("typing").await.len(), 0);
    assert_eq!(link.error(&json!({ "type": "typing", "conversation_id": conversation })).await, "invalid");
    assert_eq!(link.error(&json!({ "type": "typing", "active": true })).await, "invalid");
}

#[tokio::test]
async fn a_hidden_page_is_spared_typing_but_not_marks() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (mut link, conversation) = desk.visitor().await.begin("在吗?").await;
    link.say(&json!({ "type": "client_state", "state": "hidden" })).await;
    link.silent().await;
    let mut agent = owner.view(&conversation).await;
    agent.say(&types(&conversation, true)).await;
    agent.say(&json!({ "type": "progress", "read": { &conversation: 1 } })).await;
    link.expect("progress").await;
    assert_eq!(link.ephemerals("typing").await.len(), 0);
    link.say(&json!({ "type": "client_state", "state": "visible" })).await;
    link.silent().await;
    agent.say(&types(&conversation, true)).await;
    link.expect("typing").await;
    assert_eq!(link.error(&json!({ "type": "client_state", "state": "asleep" })).await, "invalid");
}

#[tokio::test]
async fn agents_see_each_other_come_look_and_go() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("在吗?").await;
    let mut mine = owner.connect().await;
    let mut theirs = colleague.connect().await;
    let came = seen(&mut mine).await;
    assert_eq!(came["member"], json!({ "kind": "agent", "id": colleague.id }));
    assert_eq!((&came["online"], &came["availability"]), (&json!(true), &json!("online")));

    mine.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
    let customer = seen(&mut mine).await;
    assert_eq!((&customer["member"]["id"], &customer["online"]), (&json!(visitor.id), &json!(true)));
    theirs.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
    let joined = seen(&mut mine).await;
    assert_eq!((&joined["member"]["id"], &joined["viewing"]), (&json!(colleague.id), &json!(conversation)));
    let there = seen(&mut theirs).await;
    assert_eq!((&there["member"]["id"], &there["viewing"]), (&json!(owner.id), &json!(conversation)));

    theirs.say(&json!({ "type": "viewing", "conversation_id": null })).await;
    let left = seen(&mut mine).await;
    assert_eq!((&left["member"]["id"], &left["viewing"]), (&json!(colleague.id), &json!(null)));
    theirs.leave().await;
    let went = seen(&mut mine).await;
    assert_eq!((&went["member"]["id"], &went["online"]), (&json!(colleague.id), &json!(false)));
}

/// The next presence that is not about how an agent stands, which comes once the log has it.
async fn seen(link: &mut Link) -> Value {
    loop {
        let told = link.expect("presence").await;
        if told["presence"].is_null() {
            return told;
        }
    }
}

#[tokio::test]
async fn a_hidden_workbench_has_its_dots_right_when_it_is_seen_again() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = desk.visitor().await;
    let (customer, conversation) = visitor.begin("在吗?").await;
    let mut mine = owner.view(&conversation).await;
    mine.say(&json!({ "type": "client_state", "state": "hidden" })).await;
    mine.silent().await;

    // Colleagues come, look and go while nobody looks at this page.
    let mut theirs = colleague.connect().await;
    assert_eq!(seen(&mut mine).await["online"], true);
    theirs.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
    assert_eq!(seen(&mut mine).await["viewing"], json!(conversation));
    theirs.say(&json!({ "type": "viewing", "conversation_id": null })).await;
    assert_eq!(seen(&mut mine).await["viewing"], json!(null));
    customer.leave().await;
    while seen(&mut theirs).await["online"] == true {}
    let heard = mine.ephemerals("presence").await;
    assert!(heard.iter().all(|told| told["member"]["kind"] == "agent"), "a customer's is spared: {heard:?}");

    mine.say(&json!({ "type": "client_state", "state": "visible" })).await;
    let told = seen(&mut mine).await;
    assert_eq!((&told["member"]["id"], &told["online"]), (&json!(visitor.id), &json!(false)));
}

#[tokio::test]
async fn a_customer_who_comes_and_goes_is_seen_in_every_list() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let visitor = desk.visitor().await;
    let (link, conversation) = visitor.begin("在吗?").await;
    let here =
        async || owner.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)["online"].clone();
    let listed =
        async || owner.get("/api/v1/conversations?view=all").await.ok(200)["items"][0]["online"].clone();
    assert_eq!((here().await, listed().await), (json!(true), json!(true)));
    let mut agent = owner.connect().await;
    link.leave().await;
    let went = seen(&mut agent).await;
    assert_eq!((&went["member"]["id"], &went["online"]), (&json!(visitor.id), &json!(false)));
    assert_eq!((here().await, listed().await), (json!(false), json!(false)));
    let _back = visitor.connect().await;
    let came = seen(&mut agent).await;
    assert_eq!((&came["member"]["id"], &came["online"]), (&json!(visitor.id), &json!(true)));
}

#[tokio::test]
async fn a_change_of_availability_is_told_to_every_agent() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let (mut mine, _theirs) = (owner.connect().await, colleague.connect().await);
    let away = json!({ "state": "away" });
    colleague.call(Method::PUT, "/api/v1/agents/me/availability", &away).await.ok(200);
    // That they came is told before.
    let told = loop {
        let told = mine.expect("presence").await;
        if told["availability"] == "away" {
            break told;
        }
    };
    assert_eq!(told["member"]["id"], colleague.id);
    assert_eq!(told["online"], true);
}
