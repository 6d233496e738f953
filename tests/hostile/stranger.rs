//! What a stranger does in an evening, from one address, from one network of IPv6, and by connections of their own.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures_util::StreamExt;
use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::storage::blobs::Digest;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpSocket, TcpStream};

use super::evening::{Door, Socket};
use crate::support::content_digest;

/// The addresses, as the proxy tells them: one, and many of one network.
pub fn address(number: usize) -> String {
    if number.is_multiple_of(2) { "192.0.2.66".to_owned() } else { format!("2001:db8:bad:1::{number:x}") }
}

/// Those of the bodies: what they hold is not to keep the stranger from the rest.
fn address_beside(number: usize) -> String {
    if number.is_multiple_of(2) { "192.0.2.67".to_owned() } else { format!("2001:db8:bad:2::{number:x}") }
}

/// Wrong sign-ins, so many at a time.
pub async fn guesses(door: &Door, count: usize, at_once: usize) {
    let tries = (0..count).map(|number| async move {
        let body = json!({ "email": "owner@example.com", "password": format!("guess-{number}") });
        door.call(&address(number), Method::POST, "/api/v1/login", "", &body).await.map(|(status, _)| status)
    });
    let answers: Vec<Option<u16>> =
        futures_util::stream::iter(tries).buffer_unordered(at_once).collect().await;
    assert!(answers.iter().all(|status| matches!(status, None | Some(401 | 429))), "{answers:?}");
}

/// Connections that say nothing, from an address that no proxy stands before.
pub async fn silence(desk: SocketAddr, count: usize) -> Vec<TcpStream> {
    let mut open = Vec::new();
    for _ in 0..count {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.66:0".parse().unwrap()).unwrap();
        open.extend(socket.connect(desk).await);
    }
    open
}

/// Bodies that go on for ever.
pub async fn endless(desk: SocketAddr, count: usize, over: Arc<AtomicBool>) {
    let mut open = Vec::new();
    for number in 0..count {
        let Ok(mut stream) = TcpStream::connect(desk).await else { continue };
        let path = if number.is_multiple_of(2) { "/api/v1/login" } else { "/widget/v1/session" };
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: desk\r\nx-forwarded-for: {}\r\ncontent-type: application/json\r\n\
             content-length: 200000\r\n\r\n{{",
            address_beside(number)
        );
        drop(stream.write_all(head.as_bytes()).await);
        open.push(stream);
    }
    while !over.load(Ordering::Relaxed) {
        for stream in &mut open {
            drop(stream.write_all(b" ").await);
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
}

/// Visitors who never say a word.
pub async fn sessions(door: &Door, count: usize) -> Vec<String> {
    let mut tokens = Vec::new();
    for number in 0..count {
        tokens.extend(door.come(&address(number)).await.ok());
    }
    tokens
}

/// Files that are announced and never sent.
pub async fn announcements(door: &Door, tokens: &[String], count: usize) {
    for number in 0..count {
        let token = &tokens[number % tokens.len()];
        let body = json!({ "file_name": "a.zip", "byte_size": 50 << 20 });
        drop(door.call(&address(number), Method::POST, "/files/v1/uploads", token, &body).await);
    }
}

/// Pictures of few bytes that would take much memory.
pub async fn bombs(door: &Door, tokens: &[String], bomb: &[u8], count: usize) {
    let sending = (0..count).map(|number| async move {
        let (from, token) = (address(number), &tokens[number % tokens.len()]);
        let announced = json!({
            "file_name": "a.png", "byte_size": bomb.len(), "sha256": Digest::of(bomb).to_string(),
        });
        let (_, upload) = door.call(&from, Method::POST, "/files/v1/uploads", token, &announced).await?;
        let (id, size) = (upload["upload_id"].as_str()?, upload["slice_bytes"].as_u64()? as usize);
        for (place, slice) in bomb.chunks(size).enumerate() {
            let path = format!("/files/v1/uploads/{id}/slices/{place}");
            let request = door.request(&from, Method::PUT, &path, token);
            let request = request.header("content-digest", content_digest(slice)).body(slice.to_vec());
            request.send().await.ok()?;
        }
        door.call(&from, Method::POST, &format!("/files/v1/uploads/{id}/complete"), token, &json!({})).await
    });
    futures_util::future::join_all(sending).await;
}

/// Sockets that say as much as they can until the evening is over; how many messages were stored.
pub async fn flood(door: &Door, count: usize, over: Arc<AtomicBool>) -> usize {
    let stored = Arc::new(AtomicUsize::new(0));
    let flooding = (0..count).map(|number| {
        let (over, stored) = (Arc::clone(&over), Arc::clone(&stored));
        async move {
            let from = address(number);
            let Ok(token) = door.come(&from).await else { return };
            let Some(mut socket) = Socket::open(door, &from, &token).await else { return };
            let text = "\u{1f4a5}".repeat(8_000);
            for message in 0.. {
                if over.load(Ordering::Relaxed) || !socket.send(&format!("{number}-{message}"), &text).await {
                    return;
                }
                // A desk that pauses is not obeyed, only waited for as long as it takes to write.
                while let Some(frame) = socket.ready() {
                    stored.fetch_add(usize::from(frame["type"] == "accepted"), Ordering::Relaxed);
                    if frame["type"] == "paused" {
                        let _ = socket.say(&json!({ "type": "continue" })).await;
                    }
                }
            }
        }
    });
    futures_util::future::join_all(flooding).await;
    stored.load(Ordering::Relaxed)
}

/// What an answer says went wrong.
pub fn code(answer: &Value) -> &str {
    answer["code"].as_str().unwrap_or_default()
}
