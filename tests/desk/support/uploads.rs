//! Files on their way to the desk.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::files::slices::Slices;
use servicedesk::storage::blobs::Digest;

use super::{Answer, TestDesk};

/// Somebody who sends and fetches files, by whichever token.
pub struct Courier {
    http: reqwest::Client,
    origin: String,
    token: String,
}

/// What is announced of these bytes.
pub fn announced(name: &str, bytes: &[u8]) -> Value {
    json!({
        "file_name": name, "byte_size": bytes.len(), "content_type": "application/octet-stream",
        "sha256": Digest::of(bytes).to_string(),
    })
}

/// The header for a slice.
pub fn content_digest(bytes: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(Digest::of(bytes).0))
}

impl Courier {
    pub fn new(desk: &TestDesk, token: &str) -> Self {
        Self { http: super::http::client(), origin: desk.origin().to_owned(), token: token.to_owned() }
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}/files/v1/{path}", self.origin)).bearer_auth(&self.token)
    }

    pub async fn begin(&self, announced: &Value) -> Answer {
        Answer::to(self.request(Method::POST, "uploads").json(announced)).await
    }

    pub async fn begin_under(&self, key: &str, announced: &Value) -> Answer {
        let request = self.request(Method::POST, "uploads").header("idempotency-key", key);
        Answer::to(request.json(announced)).await
    }

    pub async fn slice(&self, upload: &str, number: impl std::fmt::Display, bytes: &[u8]) -> Answer {
        self.slice_said(upload, number, bytes, Some(&content_digest(bytes))).await
    }

    pub async fn slice_said(
        &self,
        upload: &str,
        number: impl std::fmt::Display,
        bytes: &[u8],
        digest: Option<&str>,
    ) -> Answer {
        let mut request =
            self.request(Method::PUT, &format!("uploads/{upload}/slices/{number}")).body(bytes.to_vec());
        if let Some(digest) = digest {
            request = request.header("content-digest", digest);
        }
        Answer::to(request).await
    }

    pub async fn look(&self, upload: &str) -> Answer {
        Answer::to(self.request(Method::GET, &format!("uploads/{upload}"))).await
    }

    pub async fn complete(&self, upload: &str, body: &Value) -> Answer {
        Answer::to(self.request(Method::POST, &format!("uploads/{upload}/complete")).json(body)).await
    }

    /// Announces and sends all slices; the upload's id.
    pub async fn bring(&self, name: &str, bytes: &[u8]) -> String {
        let upload =
            self.begin(&announced(name, bytes)).await.ok(201)["upload_id"].as_str().unwrap().to_owned();
        self.send_slices(&upload, bytes).await;
        upload
    }

    /// Sends all slices.
    pub async fn send_slices(&self, upload: &str, bytes: &[u8]) {
        let slices = Slices::of(bytes.len() as u64);
        for number in 0..slices.count() {
            let (start, length) = slices.place(number).unwrap();
            self.slice(upload, number, &bytes[start as usize..][..length as usize]).await.ok(204);
        }
    }

    /// Sends a whole file; what it became.
    pub async fn send(&self, name: &str, bytes: &[u8]) -> Value {
        let upload = self.bring(name, bytes).await;
        self.complete(&upload, &json!({})).await.ok(200)
    }

    /// Fetches a file or its thumbnail.
    pub async fn fetch(&self, path: &str) -> (Answer, Vec<u8>) {
        self.fetch_with(path, None).await
    }

    pub async fn fetch_with(&self, path: &str, range: Option<&str>) -> (Answer, Vec<u8>) {
        let mut request = self.request(Method::GET, path);
        if let Some(range) = range {
            request = request.header("range", range);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (Answer { status, headers, text }, bytes)
    }
}
