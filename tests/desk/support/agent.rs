//! Somebody at the desk: by API token, or signed in with a browser.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::access::agent::Role;
use servicedesk::domain::access::credentials;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::access::password::{self, Memory};
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::target::Target;
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::ActorKind;
use servicedesk::flows::Caller;
use servicedesk::flows::access::add_agent::{NewAgent, add_agent};
use servicedesk::flows::access::api_tokens;
use servicedesk::flows::conversations::post_message::{Post, post_message};
use servicedesk::ids::ApiTokenId;

use super::{Answer, Cursor, Link, TestDesk};

/// Every agent's password.
pub const PASSWORD: &str = "two pots of oolong";

/// Its hash, computed once: hashing is slow on purpose.
static HASH: LazyLock<String> = LazyLock::new(|| {
    password::hash(PASSWORD, &mut Memory::default(), SeededEntropy::shared(7).as_ref()).unwrap()
});

/// An agent with an API token.
#[derive(Debug, Clone)]
pub struct Agent {
    pub id: String,
    pub email: &'static str,
    pub token: String,
    pub token_id: ApiTokenId,
    http: reqwest::Client,
    origin: String,
}

impl Agent {
    /// Takes a seat and gets a token.
    pub async fn join(desk: &TestDesk, name: &'static str, email: &'static str, role: Role) -> Self {
        let address = EmailAddress::parse(email).unwrap();
        let new = NewAgent { email: address.clone(), name: name.into(), role, locale: "zh-CN".into() };
        let token = credentials::make(api_tokens::PREFIX, desk.inside().entropy.as_ref());
        let digest = credentials::digest(&token);
        let (id, token_id) = desk
            .inside()
            .db
            .write(move |unit| {
                let id = add_agent(unit, &Caller::operator(), &new, &HASH)?;
                Ok((id, api_tokens::create(unit, &Caller::operator(), &address, "test", None, &digest)?))
            })
            .await
            .unwrap();
        let (http, origin) = (super::http::client(), desk.origin().to_owned());
        Self { id: id.to_string(), email, token, token_id, http, origin }
    }

    /// The same agent at a desk that was opened again, elsewhere.
    #[must_use]
    pub fn at(&self, desk: &TestDesk) -> Self {
        Self { origin: desk.origin().to_owned(), ..self.clone() }
    }

    /// A call with the API token.
    pub async fn call(&self, method: Method, path: &str, body: &Value) -> Answer {
        let request = self.http.request(method, format!("{}{path}", self.origin));
        Answer::to(request.bearer_auth(&self.token).json(body)).await
    }

    /// A call with the API token and an `Idempotency-Key`.
    pub async fn call_once(&self, key: &str, method: Method, path: &str, body: &Value) -> Answer {
        let request = self.http.request(method, format!("{}{path}", self.origin));
        Answer::to(request.bearer_auth(&self.token).header("idempotency-key", key).json(body)).await
    }

    /// Reads something.
    pub async fn get(&self, path: &str) -> Answer {
        let request = self.http.get(format!("{}{path}", self.origin));
        Answer::to(request.bearer_auth(&self.token)).await
    }

    /// Posts something.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::POST, path, body).await
    }

    /// Acts on a conversation.
    #[track_caller]
    pub fn act(&self, conversation: &str, action: &str, body: Value) -> impl Future<Output = Answer> {
        let path = format!("/api/v1/conversations/{conversation}/{action}");
        async move { self.post(&path, &body).await }
    }

    /// Says something in a conversation; where it stands.
    pub async fn reply(&self, conversation: &str, text: &str) -> Value {
        self.act(conversation, "messages", json!({ "content": super::said(text) })).await.ok(201)
    }

    /// Waits until what stands at `position` was told to whoever is connected.
    pub async fn published(&self, position: &Value) {
        let mut link = self.connect().await;
        let mut reached = link.welcome["log_position"].as_i64();
        while reached < position.as_i64() {
            reached = link.told().await["log_position"].as_i64();
        }
    }

    /// Says `count` texts at once, in one transaction: for stories about many entries.
    pub async fn pour(&self, desk: &TestDesk, conversation: &str, count: usize) {
        let sender = Caller::agent(self.id.parse().unwrap(), Role::Agent);
        let target = Target::Named(conversation.parse().unwrap());
        let key = desk.inside().db.meta().digest_key;
        let posts: Vec<Post> = (1..=count)
            .map(|number| {
                let content = Content::text(format!("text {number}"));
                Post::new(&key, ActorKind::Agent, None, target, false, content, Duration::ZERO).unwrap()
            })
            .collect();
        let poured = desk.inside().db.write(move |unit| {
            posts.iter().try_for_each(|post| post_message(unit, &sender, post).map(drop))?;
            Ok(unit.head())
        });
        let position = poured.await.unwrap();
        self.published(&position.into()).await;
    }

    /// Every entry of a conversation, page by page.
    pub async fn entries(&self, conversation: &str) -> Vec<Value> {
        self.all(&format!("/api/v1/conversations/{conversation}/entries?after_sequence=0&limit=200")).await
    }

    /// Every item of a list, page by page.
    pub async fn all(&self, list: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut path = list.to_owned();
        loop {
            let page = self.get(&path).await.ok(200);
            items.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(cursor) = page["next_cursor"].as_str() else { return items };
            path = format!("{list}&cursor={cursor}");
        }
    }

    /// A token for `hello`.
    pub async fn session_token(&self) -> String {
        self.post("/api/v1/im/session", &json!({})).await.ok(200)["session_token"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Opens a socket and says hello, knowing nothing.
    pub async fn connect(&self) -> Link {
        self.connect_with(json!({})).await
    }

    /// Opens a socket and goes on from a cursor.
    pub async fn resume(&self, cursor: &Cursor) -> Link {
        self.connect_with(json!({ "resume": cursor.frame() })).await
    }

    /// Opens a socket with more fields in `hello`.
    pub async fn connect_with(&self, more: Value) -> Link {
        let mut link = Link::open(self.origin.trim_start_matches("http://")).await;
        link.hello(&self.session_token().await, more).await;
        link
    }

    /// Opens a socket and looks at a conversation.
    pub async fn view(&self, conversation: &str) -> Link {
        let mut link = self.connect().await;
        link.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
        // Who looks is told whether the customer is there, after who else looks: from then on the desk knows.
        while link.expect("presence").await["member"]["kind"] != "visitor" {}
        link
    }

    /// Signs in with a browser.
    pub async fn sign_in(&self) -> Browser {
        Browser::sign_in(&self.origin, self.email).await
    }
}

/// A browser in which somebody signed in.
#[derive(Debug, Clone)]
pub struct Browser {
    pub csrf: String,
    http: reqwest::Client,
    jar: Arc<reqwest::cookie::Jar>,
    origin: String,
}

impl Browser {
    async fn sign_in(origin: &str, email: &str) -> Self {
        let jar = Arc::new(reqwest::cookie::Jar::default());
        let http = super::http::builder()
            .cookie_provider(Arc::clone(&jar))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let body = json!({ "email": email, "password": PASSWORD });
        let answer = Answer::to(http.post(format!("{origin}/api/v1/login")).json(&body)).await.ok(200);
        let csrf = answer["csrf_token"].as_str().unwrap().to_owned();
        Self { csrf, http, jar, origin: origin.to_owned() }
    }

    /// The `Cookie` header this browser sends.
    pub fn cookie(&self) -> String {
        use reqwest::cookie::CookieStore;
        let header = self.jar.cookies(&self.origin.parse().unwrap());
        let all = header.map_or(String::new(), |value| value.to_str().unwrap().to_owned());
        let session = all.split("; ").find(|one| one.starts_with("servicedesk_session="));
        session.unwrap_or_default().to_owned()
    }

    /// Reads something.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::to(self.http.get(format!("{}{path}", self.origin))).await
    }

    /// A call with the CSRF token.
    pub async fn call(&self, method: Method, path: &str, body: &Value) -> Answer {
        self.call_with(&self.csrf, method, path, body).await
    }

    /// A call with another CSRF token.
    pub async fn call_with(&self, csrf: &str, method: Method, path: &str, body: &Value) -> Answer {
        let request = self.http.request(method, format!("{}{path}", self.origin));
        Answer::to(request.header("x-csrf-token", csrf).json(body)).await
    }
}
