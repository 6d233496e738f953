//! The desk over HTTP, as a program with an API token uses it.

use reqwest::{Client, Method, Response};
use serde_json::{Value, json};

/// A program that works for an agent.
#[derive(Debug, Clone)]
pub struct Program {
    http: Client,
    origin: String,
    token: String,
}

impl Program {
    pub fn new(origin: &str, token: &str) -> Self {
        Self { http: super::http::client(), origin: origin.to_owned(), token: token.to_owned() }
    }

    /// One call; `body` makes it a POST.
    pub async fn call(&self, path: &str, body: Option<Value>) -> Response {
        let method = if body.is_some() { Method::POST } else { Method::GET };
        let mut request =
            self.http.request(method, format!("{}{path}", self.origin)).bearer_auth(&self.token);
        if let Some(body) = body {
            request = request.json(&body);
        }
        request.send().await.expect("the desk answers")
    }

    /// A call that must succeed.
    pub async fn get(&self, path: &str) -> Value {
        let response = self.call(path, None).await;
        assert!(response.status().is_success(), "{path}: {}", response.status());
        response.json().await.expect("JSON")
    }

    /// A call that may fail, as while the desk starts again.
    pub async fn try_get(&self, path: &str) -> Option<Value> {
        let response =
            self.http.get(format!("{}{path}", self.origin)).bearer_auth(&self.token).send().await.ok()?;
        if response.status().is_success() { response.json().await.ok() } else { None }
    }

    /// All entries of a conversation, from its beginning.
    pub async fn entries(&self, conversation: &str) -> Vec<Value> {
        let mut entries: Vec<Value> = Vec::new();
        loop {
            let last = entries.last().and_then(|entry| entry["sequence"].as_i64()).unwrap_or(0);
            let path =
                format!("/api/v1/conversations/{conversation}/entries?after_sequence={last}&limit=200");
            let page = self.get(&path).await;
            let items = page["items"].as_array().expect("items").clone();
            if items.is_empty() {
                return entries;
            }
            entries.extend(items);
        }
    }

    /// A token that opens sockets for the agent.
    pub async fn session_token(&self) -> String {
        let response = self.call("/api/v1/im/session", Some(json!({}))).await;
        let body: Value = response.json().await.expect("JSON");
        body["session_token"].as_str().expect("a token").to_owned()
    }
}

/// The status that a path answers without any credential.
pub async fn status(origin: &str, path: &str) -> u16 {
    super::http::client()
        .get(format!("{origin}{path}"))
        .send()
        .await
        .expect("the desk answers")
        .status()
        .as_u16()
}

/// The status with which a sign-in is answered.
pub async fn sign_in(origin: &str, email: &str, password: &str) -> u16 {
    let call = super::http::client()
        .post(format!("{origin}/api/v1/login"))
        .json(&json!({"email": email, "password": password}))
        .send();
    call.await.expect("the desk answers").status().as_u16()
}
