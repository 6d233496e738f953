//! A customer's browser or app.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Answer, Cursor, Link, TestDesk};

/// A visitor with a session.
#[expect(clippy::struct_field_names, reason = "the names of the contract")]
#[derive(Debug, Clone)]
pub struct Visitor {
    pub id: String,
    pub visitor_token: String,
    pub session_token: String,
    settings: Value,
    http: reqwest::Client,
    origin: String,
}

impl Visitor {
    /// Comes for the first time, with an identity or none.
    pub async fn come(desk: &TestDesk, identity: Value) -> Self {
        let answer = Self::ask(desk, Value::Null, identity).await;
        Self::of(desk, &answer.ok(200))
    }

    /// Asks for a session.
    pub async fn ask(desk: &TestDesk, visitor_token: Value, identity: Value) -> Answer {
        let body = json!({
            "key": desk.key,
            "device_id": "5f0c9a3e-6d0b-4a53-9a6e-2b7d1c1f0a11",
            "visitor_token": visitor_token,
            "identity": identity,
            "page": { "url": "https://shop.example/tea", "title": "Tea", "referrer": null },
            "locale": "zh-CN",
        });
        desk.post("/widget/v1/session", &body).await
    }

    fn of(desk: &TestDesk, session: &Value) -> Self {
        let text = |name: &str| session[name].as_str().unwrap().to_owned();
        Self {
            id: text("visitor_id"),
            visitor_token: text("visitor_token"),
            session_token: text("session_token"),
            settings: session["settings"].clone(),
            http: super::http::client(),
            origin: desk.origin().to_owned(),
        }
    }

    /// Comes again with the token that was given before.
    pub async fn come_back(&self, desk: &TestDesk, identity: Value) -> Self {
        let answer = Self::ask(desk, self.visitor_token.as_str().into(), identity).await;
        Self::of(desk, &answer.ok(200))
    }

    /// Opens a socket and says hello, knowing nothing.
    pub async fn connect(&self) -> Link {
        self.connect_with(json!({})).await
    }

    /// Opens a socket and goes on from a cursor.
    pub async fn resume(&self, cursor: &Cursor) -> Link {
        self.connect_with(json!({ "resume": cursor.frame() })).await
    }

    /// Connects and begins a conversation; its id.
    pub async fn begin(&self, text: &str) -> (Link, String) {
        let mut link = self.connect().await;
        let accepted = link.post("first", Value::Null, text).await;
        (link, accepted["conversation_id"].as_str().unwrap().to_owned())
    }

    /// Opens a socket with more fields in `hello`.
    pub async fn connect_with(&self, more: Value) -> Link {
        let mut link = Link::open(self.origin.trim_start_matches("http://")).await;
        link.hello(&self.session_token, more).await;
        link
    }

    /// One of the visitor's own calls.
    pub async fn call(&self, method: Method, path: &str, body: &Value) -> Answer {
        let request = self.http.request(method, format!("{}{path}", self.origin));
        Answer::to(request.bearer_auth(&self.session_token).json(body)).await
    }

    /// What the open widget was told.
    pub const fn settings(&self) -> &Value {
        &self.settings
    }

    /// A call that reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, &Value::Null).await
    }

    /// A call that posts.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::POST, path, body).await
    }
}
