//! Several links of one person live side by side, up to a bound.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;

use crate::support::{Link, TestDesk, Visitor};

/// Opens links until a bound is passed; the longest silent one ends, the others go on.
async fn fill(desk: &TestDesk, most: usize, mut open: impl AsyncFnMut() -> Link) -> Vec<Link> {
    let mut links = Vec::new();
    for _ in 0..most {
        links.push(open().await);
        desk.pass(Duration::from_millis(10));
    }
    // The first speaks up, so that the second is the longest silent.
    links[0].silent().await;
    desk.pass(Duration::from_millis(10));
    links.push(open().await);
    let mut ended = links.remove(1);
    let end = ended.expect("session_ended").await;
    assert_eq!((&end["code"], &end["reconnect"]), (&json!("replaced"), &json!(false)));
    assert_eq!(ended.closed().await, 4003);
    links
}

#[tokio::test]
async fn eight_tabs_of_a_visitor_are_each_complete() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut tabs = fill(&desk, 8, async || visitor.connect().await).await;
    tabs[3].post("m1", json!(null), "在吗?").await;
    tabs.remove(3);
    for mut tab in tabs {
        assert_eq!(tab.expect("message").await["client_message_id"], "m1");
    }
}

#[tokio::test]
async fn thirty_two_links_of_an_agent_live_side_by_side() {
    let desk = TestDesk::hurried().await;
    let owner = desk.owner().await;
    let links = fill(&desk, 32, async || owner.connect().await).await;
    let (_link, _) = desk.visitor().await.begin("在吗?").await;
    for mut link in links {
        link.expect("message").await;
    }
}

#[tokio::test]
async fn a_link_that_names_the_one_before_replaces_it() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let mut first = visitor.connect().await;
    let mut second = visitor.connect_with(json!({ "previous_session_id": first.session_id() })).await;
    assert_eq!(first.expect("session_ended").await["code"], "replaced");
    assert_eq!(first.closed().await, 4003);
    second.silent().await;
}

#[tokio::test]
async fn nobody_ends_the_link_of_another() {
    let desk = TestDesk::open().await;
    let mut theirs = desk.visitor().await.connect().await;
    for name in [theirs.session_id(), "s_0000000000001", "nonsense"] {
        let more = json!({ "previous_session_id": name });
        desk.visitor().await.connect_with(more).await.silent().await;
    }
    theirs.silent().await;
}

#[tokio::test]
async fn sockets_of_one_address_are_bounded() {
    let desk = TestDesk::with(|config| config.limits.connections_per_address = 2).await;
    let _first = desk.knock().await;
    let second = desk.knock().await;
    let request = || {
        desk.request(reqwest::Method::GET, "/im/v1/socket")
            .header("connection", "upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("sec-websocket-protocol", "servicedesk.im.v1")
    };
    let answer = crate::support::Answer::to(request()).await;
    answer.problem(429, "rate_limited");
    assert_eq!(answer.header("retry-after"), "5");
    drop(second);
    // Its place is free as soon as the desk has seen it go.
    while request().send().await.unwrap().status() != 101 {}
}

#[tokio::test]
async fn more_than_the_queue_of_reads_holds_come_in_at_once() {
    let desk = TestDesk::with(|config| {
        (config.storage.readers, config.storage.read_queue, config.im.openings) = (1, 16, 4);
    })
    .await;
    let mut visitors = Vec::new();
    for _ in 0..100 {
        visitors.push(desk.visitor().await);
    }
    // Each is welcomed at its first try.
    join_all(visitors.iter().map(Visitor::connect)).await;
}
