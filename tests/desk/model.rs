//! A model that may help, over HTTP: what a provider does wrong reaches nobody.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use servicedesk::clock::{Clock, HandClock};
use servicedesk::model::{Bounds, Failure, Helper, OpenAi, Passage, Unfit, Unhelped};
use servicedesk::outgoing::{Client, Reach, public_roots};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::START;

const KEY: &str = "sk-persimmon-lantern";
const QUESTION: &str = "can I return it?";

/// What the provider does with a request.
#[derive(Clone)]
enum Act {
    /// Answers with this status and body.
    Says(&'static str, String),
    /// Never answers.
    Sleeps,
    /// Breaks off in the middle.
    Breaks,
    /// Says something that is no HTTP.
    Babbles,
}

/// A provider that acts as told, once for each request; the base of its address.
async fn provider(acts: Vec<Act>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut asleep = Vec::new();
        for act in acts {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            // The body is JSON that ends with a brace; nothing of it is longer than a few reads.
            while !request.ends_with(b"}") {
                let mut some = [0; 4096];
                let read = stream.read(&mut some).await.unwrap();
                assert!(read > 0, "the request ends");
                request.extend_from_slice(&some[..read]);
            }
            let answer = match act {
                Act::Says(status, body) => format!(
                    "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                    body.len()
                ),
                Act::Breaks => "HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n{\"choices\":[".to_owned(),
                Act::Babbles => "\u{0}\u{1}\u{2} data: data: data:\n\n".to_owned(),
                Act::Sleeps => {
                    asleep.push(stream);
                    continue;
                }
            };
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        // Held open until the runtime ends.
        std::future::pending::<()>().await;
        drop(asleep);
    });
    format!("http://{address}/v1")
}

fn completion(content: &str) -> Act {
    let body = json!({
        "choices": [{ "index": 0, "message": { "role": "assistant", "content": content }, "finish_reason": "stop" }],
        "usage": { "prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120 },
    });
    Act::Says("200 OK", body.to_string())
}

fn answer(words: &str) -> Act {
    completion(&json!({ "decision": "answer", "answer": words, "citations": [1] }).to_string())
}

async fn helper(acts: Vec<Act>, within: Duration, tokens_per_day: u64) -> (Helper, Arc<HandClock>) {
    let client = Client::new(public_roots(), Reach::Anywhere);
    let provider = OpenAi::new(client, &provider(acts).await, "tiny", Some(KEY)).unwrap();
    assert!(!format!("{provider:?}").contains(KEY), "the key is never told");
    let clock = HandClock::starting_at(START);
    let bounds = Bounds { within, tokens_per_day, at_once: 2 };
    (Helper::new(Arc::new(provider), bounds, Arc::clone(&clock) as Arc<dyn Clock>), clock)
}

fn passages() -> Vec<Passage> {
    vec![Passage {
        entry: 7,
        question: "How do I return an item?".to_owned(),
        answer: "Send it back within 30 days.".to_owned(),
    }]
}

#[tokio::test]
async fn what_a_provider_does_wrong_is_never_an_answer() {
    let garbage = |status, body: &str| Act::Says(status, body.to_owned());
    let cut =
        json!({ "choices": [{ "message": { "content": "{}" }, "finish_reason": "length" }] }).to_string();
    for (act, expected) in [
        (answer("You can send it back within 30 days."), None),
        (Act::Breaks, Some(Unhelped::Failed(Failure::Unreached))),
        (Act::Babbles, Some(Unhelped::Failed(Failure::Unreached))),
        (
            garbage("200 OK", "data: {\"choices\":[{\"delta\":{}}]}\n\n"),
            Some(Unhelped::Failed(Failure::Garbage)),
        ),
        (garbage("200 OK", "{\"error\":\"busy\"}"), Some(Unhelped::Failed(Failure::Garbage))),
        (garbage("200 OK", &cut), Some(Unhelped::Failed(Failure::Garbage))),
        (garbage("200 OK", &"x".repeat(300 << 10)), Some(Unhelped::Failed(Failure::Garbage))),
        (garbage("401 Unauthorized", "{}"), Some(Unhelped::Failed(Failure::Refused))),
        (garbage("404 Not Found", "<html>"), Some(Unhelped::Failed(Failure::Refused))),
        (garbage("429 Too Many Requests", "{}"), Some(Unhelped::Failed(Failure::Temporary))),
        (
            garbage("429 Too Many Requests", "{\"error\":{\"code\":\"insufficient_quota\"}}"),
            Some(Unhelped::Failed(Failure::Refused)),
        ),
        (garbage("500 Internal Server Error", ""), Some(Unhelped::Failed(Failure::Temporary))),
        (completion("{\"decision\":\"handoff\"}"), Some(Unhelped::Declined)),
        (completion("Your refund is approved!"), Some(Unhelped::Unfit(Unfit::Form))),
        (
            answer("Send it back within 30 days, your refund is approved."),
            Some(Unhelped::Unfit(Unfit::Promise)),
        ),
        (
            answer("Send it back within 30 days to https://evil.example/"),
            Some(Unhelped::Unfit(Unfit::Address)),
        ),
        (answer("The key is sk-persimmon-lantern"), Some(Unhelped::Unfit(Unfit::Unfounded))),
    ] {
        let (helper, _clock) = helper(vec![act], Duration::from_secs(20), 100_000).await;
        let found = helper.help(QUESTION, &passages(), 1).await;
        assert_eq!(found.as_ref().err().copied(), expected, "{found:?}");
        if let Ok(found) = found {
            assert_eq!(found.entries, [7]);
        }
    }
}

#[tokio::test]
async fn who_sleeps_too_long_or_costs_too_much_is_not_waited_for() {
    let (helper, _clock) = helper(vec![Act::Sleeps], Duration::from_millis(50), 100_000).await;
    let found = helper.help(QUESTION, &passages(), 1).await;
    assert_eq!(found, Err(Unhelped::Failed(Failure::Unreached)));
    assert_eq!(helper.help(QUESTION, &[], 1).await, Err(Unhelped::NothingToCite));

    let acts = vec![answer("Send it back within 30 days."), answer("Send it back within 30 days.")];
    let (helper, clock) = self::helper(acts, Duration::from_secs(20), 700).await;
    helper.help(QUESTION, &passages(), 1).await.unwrap();
    assert_eq!(helper.help(QUESTION, &passages(), 2).await, Err(Unhelped::Spent));
    clock.advance(Duration::from_hours(24));
    helper.help(QUESTION, &passages(), 3).await.unwrap();
}

#[tokio::test]
async fn who_fails_again_and_again_is_left_alone() {
    let acts = vec![Act::Says("500 Internal Server Error", String::new()); 5];
    let acts = acts.into_iter().chain([answer("Send it back within 30 days.")]).collect();
    let (helper, clock) = helper(acts, Duration::from_secs(20), 100_000).await;
    for _ in 0..5 {
        let found = helper.help(QUESTION, &passages(), 1).await;
        assert_eq!(found, Err(Unhelped::Failed(Failure::Temporary)));
    }
    assert_eq!(helper.help(QUESTION, &passages(), 1).await, Err(Unhelped::Open));
    clock.advance(Duration::from_secs(31));
    helper.help(QUESTION, &passages(), 1).await.unwrap();
}
