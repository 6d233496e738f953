//! A stream of events, as `fetch` reads it.

use std::time::Duration;

use serde_json::Value;

use super::TestDesk;

/// What does not come within this time does not come.
const DEADLINE: Duration = Duration::from_secs(10);

/// Something on a stream.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// A frame, and the cursor that a reader has with it, if it names one.
    Frame(Value, Option<String>),
    /// A sign of life.
    Comment,
    /// The end of the stream.
    End,
}

/// A stream that is being read.
#[derive(Debug)]
pub struct Events {
    response: reqwest::Response,
    read: String,
    /// The newest cursor that was named.
    pub cursor: Option<String>,
}

impl Events {
    /// Opens a stream with a session token, after a cursor if there is one.
    pub async fn open(desk: &TestDesk, token: &str, cursor: Option<&str>) -> Self {
        let mut request = desk.request(reqwest::Method::GET, "/im/v1/stream").bearer_auth(token);
        if let Some(cursor) = cursor {
            request = request.header("last-event-id", cursor);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream; charset=utf-8");
        Self { response, read: String::new(), cursor: None }
    }

    /// The next event, but for how the shop stands, which may be told at any time.
    pub async fn next(&mut self) -> Event {
        loop {
            match self.any().await {
                Event::Frame(frame, _) if frame["type"] == "shop" => {}
                event => return event,
            }
        }
    }

    async fn any(&mut self) -> Event {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.read = rest;
                return self.take(&event);
            }
            let chunk = tokio::time::timeout(DEADLINE, self.response.chunk());
            match chunk.await.expect("nothing came in time") {
                Ok(Some(bytes)) => self.read.push_str(std::str::from_utf8(&bytes).unwrap()),
                _ => return Event::End,
            }
        }
    }

    fn take(&mut self, event: &str) -> Event {
        let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let id = field("id: ");
        self.cursor = id.clone().or(self.cursor.take());
        match field("data: ") {
            Some(data) => Event::Frame(serde_json::from_str(&data).unwrap(), id),
            None => Event::Comment,
        }
    }

    /// The next frame of this kind; others are passed over.
    pub async fn expect(&mut self, kind: &str) -> Value {
        loop {
            match self.any().await {
                Event::Frame(frame, _) if frame["type"] == kind => return frame,
                Event::End => panic!("the stream ended before a {kind}"),
                _ => {}
            }
        }
    }
}
