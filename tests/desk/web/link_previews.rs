//! Previews of links: who may ask, what is shown, and where the desk does not go.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::TestDesk;

/// A site on this machine that answers every request by its path, and counts them.
struct Site {
    origin: String,
    asked: Arc<AtomicUsize>,
}

impl Site {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(AtomicUsize::new(0));
        let (count, own) = (Arc::clone(&asked), origin.clone());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::Relaxed);
                let own = own.clone();
                tokio::spawn(async move {
                    let mut bytes = vec![0; 4096];
                    let length = stream.read(&mut bytes).await.unwrap_or(0);
                    let request = String::from_utf8_lossy(&bytes[..length]).into_owned();
                    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
                    let _ = stream.write_all(answer(&path, &own).as_bytes()).await;
                });
            }
        });
        Self { origin, asked }
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

fn answer(path: &str, own: &str) -> String {
    let page = |kind: &str, body: &str| {
        format!("HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
    };
    match path {
        "/tea" => page(
            "text/html; charset=utf-8",
            "<title>x</title><meta property=og:title content='大红袍'><meta name=description content='岩上采的'>",
        ),
        "/moved" => format!("HTTP/1.1 302 Found\r\nlocation: {own}/tea\r\ncontent-length: 0\r\n\r\n"),
        "/round" => format!("HTTP/1.1 302 Found\r\nlocation: {own}/round\r\ncontent-length: 0\r\n\r\n"),
        "/file" => {
            "HTTP/1.1 302 Found\r\nlocation: file:///etc/passwd\r\ncontent-length: 0\r\n\r\n".to_owned()
        }
        "/picture" => page("image/png", "<title>no</title>"),
        "/nameless" => page("text/html", "<p>hello"),
        "/endless" => format!(
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<title>first</title>{}",
            "<p>and so on".repeat(100_000)
        ),
        "/broken" => "HTTP/1.1 200".to_owned(),
        _ => "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned(),
    }
}

fn ask(message: &serde_json::Value, url: &str) -> String {
    let url: String = url::form_urlencoded::byte_serialize(url.as_bytes()).collect();
    format!("link-preview?message={}&url={url}", message.as_str().unwrap())
}

#[tokio::test]
async fn whoever_reads_the_message_sees_what_its_link_leads_to() {
    let site = Site::open().await;
    let desk = TestDesk::with(|config| config.link_previews.private_networks = true).await;
    let owner = desk.owner().await;
    let (visitor, stranger) = (desk.visitor().await, desk.visitor().await);
    let (_link, conversation) = visitor.begin("在吗？").await;
    let tea = format!("{}/tea", site.origin);
    let posted = owner.reply(&conversation, &format!("看看这个：{tea}。")).await;
    let id = &posted["message_id"];

    let found = visitor.get(&format!("/widget/v1/{}", ask(id, &tea))).await.ok(200);
    assert_eq!(found, json!({ "title": "大红袍", "text": "岩上采的", "site": "127.0.0.1" }));
    assert_eq!(owner.get(&format!("/api/v1/{}", ask(id, &tea))).await.ok(200), found);
    assert_eq!(site.asked(), 1, "the answer is remembered");

    // Neither a link that was not said nor somebody else's message says anything, and nothing is fetched.
    let other = format!("{}/other", site.origin);
    visitor.get(&format!("/widget/v1/{}", ask(id, &other))).await.problem(404, "not_found");
    stranger.get(&format!("/widget/v1/{}", ask(id, &tea))).await.problem(404, "not_found");
    visitor.get(&format!("/widget/v1/{}", ask(&json!("m_x"), &tea))).await.problem(404, "not_found");
    desk.get(&format!("/api/v1/{}", ask(id, &tea))).await.problem(401, "unauthenticated");
    let note = json!({ "content": { "kind": "text", "text": &other }, "note": true });
    let noted = owner.post(&format!("/api/v1/conversations/{conversation}/messages"), &note).await.ok(201);
    visitor.get(&format!("/widget/v1/{}", ask(&noted["message_id"], &other))).await.problem(404, "not_found");
    assert_eq!(site.asked(), 1);
}

#[tokio::test]
async fn what_is_no_page_has_no_preview() {
    let site = Site::open().await;
    let desk = TestDesk::with(|config| config.link_previews.private_networks = true).await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("在吗？").await;
    for (path, title) in [
        ("/moved", Some("大红袍")),
        ("/endless", Some("first")),
        ("/round", None),
        ("/file", None),
        ("/picture", None),
        ("/nameless", None),
        ("/broken", None),
        ("/gone", None),
    ] {
        let url = format!("{}{path}", site.origin);
        let posted = owner.reply(&conversation, &url).await;
        let answer = owner.get(&format!("/api/v1/{}", ask(&posted["message_id"], &url))).await;
        match title {
            Some(title) => assert_eq!(answer.ok(200)["title"], title, "{path}"),
            None => assert_eq!(answer.status, 204, "{path}"),
        }
    }
}

#[tokio::test]
async fn the_desk_is_sent_to_no_neighbour_and_to_nothing_where_it_does_not_look() {
    let site = Site::open().await;
    let port = site.origin.rsplit(':').next().unwrap().to_owned();
    for enabled in [true, false] {
        let desk = TestDesk::with(|config| config.link_previews.enabled = enabled).await;
        let owner = desk.owner().await;
        let visitor = desk.visitor().await;
        let (_link, conversation) = visitor.begin("在吗？").await;
        let me = owner.get("/api/v1/me").await.ok(200);
        assert_eq!(me["link_previews"], enabled);
        assert_eq!(visitor.settings()["link_previews"], enabled);
        for url in [
            format!("{}/tea", site.origin),
            format!("http://localhost:{port}/tea"),
            format!("http://localhost.:{port}/tea"),
            "http://[::1]/".to_owned(),
            "http://169.254.169.254/latest/meta-data".to_owned(),
        ] {
            let posted = owner.reply(&conversation, &url).await;
            let answer = owner.get(&format!("/api/v1/{}", ask(&posted["message_id"], &url))).await;
            assert_eq!(answer.status, 204, "{url}");
        }
    }
    assert_eq!(site.asked(), 0);
}

#[tokio::test]
async fn whoever_asks_too_often_is_refused() {
    let desk = TestDesk::with(|config| config.link_previews.per_minute = 2).await;
    let owner = desk.owner().await;
    let path = format!("/api/v1/{}", ask(&json!("m_x"), "https://shop.cn/"));
    owner.get(&path).await.problem(404, "not_found");
    owner.get(&path).await.problem(404, "not_found");
    owner.get(&path).await.problem(429, "rate_limited");
}
