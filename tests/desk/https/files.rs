//! Certificate files: what https serves, where http sends readers, and files that change under a running desk.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::Config;
use tempfile::TempDir;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use super::browser::{Page, ask, connect};
use super::signer::Signer;
use crate::support::{Answer, PASSWORD, TestDesk};

const NAME: &str = "desk.example.com";

/// Two files and who signed them.
struct Files {
    signer: Signer,
    folder: TempDir,
}

impl Files {
    fn new() -> Self {
        let files = Self {
            signer: Signer::new(),
            folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
        };
        files.write(&files.signer.pair(NAME));
        files
    }

    fn paths(&self) -> (PathBuf, PathBuf) {
        (self.folder.path().join("desk.crt"), self.folder.path().join("desk.key"))
    }

    fn write(&self, (certificate, key): &(String, String)) {
        let (certificate_path, key_path) = self.paths();
        fs::write(certificate_path, certificate).unwrap();
        fs::write(key_path, key).unwrap();
    }

    fn settings(&self, config: &mut Config) {
        config.tls.listen = "127.0.0.1:0".parse().unwrap();
        (config.tls.certificate, config.tls.private_key) = self.paths();
    }

    /// Whether a browser that trusts `signer` accepts what the desk shows.
    async fn is_accepted(&self, desk: &TestDesk, signer: &Signer) -> bool {
        connect(desk.https(), NAME, signer.roots(), desk.now()).await.is_ok()
    }

    async fn get(&self, desk: &TestDesk, head: &str) -> Page {
        self.send(desk, head, "").await
    }

    async fn send(&self, desk: &TestDesk, head: &str, body: &str) -> Page {
        let stream = connect(desk.https(), NAME, self.signer.roots(), desk.now()).await.unwrap();
        ask(stream, &format!("{head}\r\nHost: {NAME}"), body).await
    }
}

#[tokio::test]
async fn everything_is_served_by_https_and_counts_as_https() {
    let files = Files::new();
    let desk = TestDesk::with(|config| files.settings(config)).await;
    let owner = desk.owner().await;
    let alive = files.get(&desk, "GET /healthz HTTP/1.1").await;
    assert!(alive.status == 200 && alive.text.contains(r#""scheme":"https""#), "{}", alive.text);
    let bearer = format!("GET /api/v1/me HTTP/1.1\r\nAuthorization: Bearer {}", owner.token);
    let me = files.get(&desk, &bearer).await;
    assert!(me.text.contains(r#"src=\"https://desk.example.com/w.js\""#), "{}", me.text);
    let login = json!({ "email": "mei@example.com", "password": PASSWORD }).to_string();
    let signed_in = files.send(&desk, "POST /api/v1/login HTTP/1.1", &login).await;
    assert!(signed_in.status == 200 && signed_in.text.contains("; Secure"), "{}", signed_in.text);
    // A proxy in front that was asked by http says so.
    let plain = files.get(&desk, "GET /healthz HTTP/1.1\r\nX-Forwarded-Proto: http").await;
    assert!(plain.text.contains(r#""scheme":"http""#), "{}", plain.text);
}

#[tokio::test]
async fn sockets_open_behind_tls() {
    let files = Files::new();
    let desk = TestDesk::with(|config| files.settings(config)).await;
    let visitor = desk.visitor().await;
    let stream = connect(desk.https(), NAME, files.signer.roots(), desk.now()).await.unwrap();
    let mut request = format!("wss://{NAME}/im/v1/socket").into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "servicedesk.im.v1".parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
    let hello = json!({
        "type": "hello", "protocol": "servicedesk.im.v1", "session_token": visitor.session_token,
        "client": { "kind": "web", "version": "1.0.0" }, "resume": null,
    });
    socket.send(Message::text(hello.to_string())).await.unwrap();
    let mut next = async || loop {
        if let Message::Text(text) = socket.next().await.unwrap().unwrap() {
            return serde_json::from_str::<Value>(&text).unwrap();
        }
    };
    assert_eq!(next().await["type"], "welcome");
}

#[tokio::test]
async fn readers_of_pages_are_sent_to_https() {
    let files = Files::new();
    let desk = TestDesk::with(|config| files.settings(config)).await;
    let port = desk.https().port();
    let html = "text/html,application/xhtml+xml";
    let far = "203.0.113.7";
    let there = |path: &str| Some(format!("https://{NAME}:{port}{path}"));
    for (method, path, accept, client, expected) in [
        (Method::GET, "/login", html, far, there("/login")),
        (Method::GET, "/inbox?view=mine", html, far, there("/inbox?view=mine")),
        (Method::HEAD, "/demo", html, far, there("/demo")),
        (Method::GET, "/login", html, "127.0.0.1", None),
        (Method::GET, "/login", "*/*", far, None),
        (Method::POST, "/api/v1/login", html, far, None),
        (Method::GET, "/healthz", html, far, None),
        (Method::GET, "/readyz", html, far, None),
        (Method::GET, "/w/frame", html, far, None),
        (Method::GET, "/w.js", "*/*", far, None),
    ] {
        let request = desk.request(method.clone(), path).header("host", format!("{NAME}:8080"));
        let answer = Answer::to(request.header("accept", accept).header("x-forwarded-for", client)).await;
        let sent = (answer.status == 307).then(|| answer.header("location").to_owned());
        assert_eq!(sent, expected, "{method} {path} {accept} {client}");
    }
    let behind = desk.request(Method::GET, "/login").header("accept", html).header("x-forwarded-for", far);
    assert_eq!(Answer::to(behind.header("x-forwarded-proto", "https")).await.status, 200);
}

#[tokio::test]
async fn the_public_address_is_where_readers_are_sent_and_nobody_is_where_it_is_off() {
    let files = Files::new();
    for (redirects, public, expected) in
        [(true, "https://chat.example.org", Some("https://chat.example.org/login")), (false, "", None)]
    {
        let desk = TestDesk::with(|config| {
            files.settings(config);
            config.tls.redirect_http = redirects;
            config.server.public_url = public.parse().unwrap();
        })
        .await;
        let request = desk.request(Method::GET, "/login").header("accept", "text/html");
        let answer = Answer::to(request.header("x-forwarded-for", "203.0.113.7")).await;
        let sent = (answer.status == 307).then(|| answer.header("location").to_owned());
        assert_eq!(sent.as_deref(), expected);
    }
}

#[tokio::test]
async fn files_that_changed_are_read_anew_and_wrong_ones_are_not_shown() {
    let files = Files::new();
    let desk = TestDesk::with(|config| files.settings(config)).await;
    assert!(files.is_accepted(&desk, &files.signer).await);
    // One of the two is new: the pair does not fit, and the old one stays.
    let other = Signer::new();
    let pair = other.pair(NAME);
    let (certificate, key) = files.paths();
    fs::write(certificate, &pair.0).unwrap();
    desk.pass(Duration::from_secs(31));
    desk.reload();
    assert!(files.is_accepted(&desk, &files.signer).await);
    fs::write(key, &pair.1).unwrap();
    desk.pass_until(async || files.is_accepted(&desk, &other).await).await;
    assert!(!files.is_accepted(&desk, &files.signer).await);
    // Told to, it does not wait for its next look.
    files.write(&files.signer.pair(NAME));
    desk.reload();
    while !files.is_accepted(&desk, &files.signer).await {}
}
