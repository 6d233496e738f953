//! A provider that speaks as the chat completions of `OpenAI` do, as do Ollama, `llama.cpp` and many services.
//!
//! One answer, whole: what is shown is verified first, so that nothing is gained by its beginning.

use std::fmt;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, Request, StatusCode};
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::{Completing, Completion, Failure, Prompt, Provider};
use crate::outgoing::{Bounds, Client};

/// Most bytes of an answer.
const BYTES: usize = 256 << 10;
/// Longest key.
const KEY_BYTES: usize = 4_096;

/// Where and as whom it is asked.
pub struct OpenAi {
    client: Client,
    url: Url,
    model: String,
    /// Whole value of the header; `None` where no key is needed.
    authorization: Option<HeaderValue>,
}

impl fmt::Debug for OpenAi {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never the key.
        out.debug_struct("OpenAi")
            .field("url", &self.url.as_str())
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    choices: Vec<Choice>,
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Said {
    content: Option<String>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    total_tokens: u64,
}

impl OpenAi {
    /// Over a client; `base` is what `/chat/completions` follows, `key` the content of the key's file. `None` where they cannot be used.
    #[must_use]
    pub fn new(client: Client, base: &str, model: &str, key: Option<&str>) -> Option<Self> {
        let url = Url::parse(&format!("{}/chat/completions", base.trim_end_matches('/'))).ok()?;
        let key = key.map(str::trim).filter(|key| !key.is_empty());
        let authorization = match key {
            Some(key) if key.len() > KEY_BYTES => return None,
            Some(key) => {
                let mut value = HeaderValue::from_str(&format!("Bearer {key}")).ok()?;
                value.set_sensitive(true);
                Some(value)
            }
            None => None,
        };
        let may = client.may_ask(&url);
        may.then(|| Self { client, url, model: model.to_owned(), authorization })
    }

    fn request(&self, prompt: &Prompt) -> Request {
        let messages: Vec<_> = prompt
            .messages
            .iter()
            .map(|message| json!({ "role": message.role, "content": message.content }))
            .collect();
        let body = json!({
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            // The name that every server knows.
            "max_tokens": prompt.answer_tokens,
            "stream": false,
        });
        let mut request = Request::new(Method::POST, self.url.clone());
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some(authorization) = &self.authorization {
            request.headers_mut().insert(AUTHORIZATION, authorization.clone());
        }
        *request.body_mut() = Some(body.to_string().into());
        request
    }

    async fn ask(&self, prompt: &Prompt, within: Duration) -> Result<Completion, Failure> {
        let bounds = Bounds { timeout: within, bytes: BYTES };
        let answer = self.client.send(self.request(prompt), bounds).await.map_err(|_| Failure::Unreached)?;
        match answer.status {
            StatusCode::OK => {}
            StatusCode::UNAUTHORIZED
            | StatusCode::PAYMENT_REQUIRED
            | StatusCode::FORBIDDEN
            | StatusCode::NOT_FOUND => return Err(Failure::Refused),
            StatusCode::TOO_MANY_REQUESTS if names_quota(&answer.bytes) => return Err(Failure::Refused),
            _ => return Err(Failure::Temporary),
        }
        if answer.cut {
            return Err(Failure::Garbage);
        }
        // Some servers keep a slow connection alive by blank lines before the answer; JSON takes them as such.
        let read: Answer = serde_json::from_slice(&answer.bytes).map_err(|_| Failure::Garbage)?;
        let tokens = read.usage.map_or(0, |usage| usage.total_tokens);
        let choice = read.choices.into_iter().next().ok_or(Failure::Garbage)?;
        // What was cut off, or held back, is no answer.
        let whole = choice.finish_reason.as_deref().is_none_or(|reason| reason == "stop");
        match choice.message.content {
            Some(text) if whole => Ok(Completion { text, tokens }),
            _ => Err(Failure::Garbage),
        }
    }
}

fn names_quota(body: &[u8]) -> bool {
    String::from_utf8_lossy(body).contains("insufficient_quota")
}

impl Provider for OpenAi {
    fn complete<'a>(&'a self, prompt: &'a Prompt, within: Duration) -> Completing<'a> {
        Box::pin(self.ask(prompt, within))
    }
}
