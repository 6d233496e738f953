//! What the hostile stories share: a desk that slows nobody down, bare calls, and ids that never were.

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::Config;
use servicedesk::ids::{AgentId, ContactId, ConversationId, MessageId, VisitorId};

use crate::support::{Answer, TestDesk, hurried};

/// A desk without rates, on which reads run one after the other: what was asked first is done first.
pub async fn desk() -> TestDesk {
    TestDesk::with(unhurried).await
}

fn unhurried(config: &mut Config) {
    hurried(config);
    config.storage.readers = 1;
    let limits = &mut config.limits;
    for limit in [
        &mut limits.login_per_minute,
        &mut limits.login_burst,
        &mut limits.login_address_per_minute,
        &mut limits.login_address_burst,
        &mut limits.login_account_per_minute,
        &mut limits.login_account_burst,
    ] {
        *limit = 1_000_000;
    }
}

/// A call with whatever is given as the token.
pub async fn call(desk: &TestDesk, token: &str, method: &Method, path: &str, body: &Value) -> Answer {
    Answer::to(desk.request(method.clone(), path).bearer_auth(token).json(body)).await
}

/// Ids of every kind that are well-formed and name nothing.
pub fn nothing() -> Vec<String> {
    let conversation = ConversationId(1 << 40);
    vec![
        conversation.to_string(),
        MessageId { conversation, sequence: 1 }.to_string(),
        VisitorId(1 << 40).to_string(),
        ContactId(1 << 40).to_string(),
        AgentId(1 << 40).to_string(),
        "s_0000100000000".to_owned(),
        "nothing".to_owned(),
    ]
}

/// A visitor's own calls about a conversation or message `id`.
pub fn visitors_calls(id: &str) -> Vec<(Method, String, Value)> {
    let conversation = |action: &str| format!("/widget/v1/conversations/{id}/{action}");
    let message = || format!("/widget/v1/messages/{id}");
    vec![
        (Method::POST, conversation("rate"), json!({ "score": 1, "comment": "not mine" })),
        (Method::POST, conversation("rate"), json!({ "score": 9 })),
        (Method::POST, conversation("end"), json!({})),
        (Method::PATCH, conversation("attributes"), json!({ "attributes": { "a": 1 } })),
        (Method::POST, conversation("labels"), json!({ "add": ["vip"] })),
        (Method::GET, conversation("transcript"), json!({})),
        (Method::POST, conversation("transcript"), json!({})),
        (Method::PATCH, message(), json!({ "content": crate::support::said("changed") })),
        (Method::DELETE, message(), json!({})),
    ]
}

/// Every call of the API that needs a credential, about `id`.
pub fn agents_calls(id: &str) -> Vec<(Method, String)> {
    let document = serde_json::to_value(servicedesk::web::openapi_document()).unwrap();
    let mut calls = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, call) in methods.as_object().unwrap() {
            let open = call["security"] == json!([{}]) || call["security"] == json!([]);
            if path.starts_with("/api/v1/") && !open {
                let path = path.replace("{id}", id).replace("{message_id}", id).replace("{name}", "default");
                calls.push((method.to_uppercase().parse().unwrap(), path));
            }
        }
    }
    assert!(calls.len() > 20, "the document lost its calls: {calls:?}");
    calls
}
