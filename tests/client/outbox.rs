//! What was written and is not settled: sent in order, repeated in order, never dropped.

use std::collections::VecDeque;

use serde_json::{Value, json};

/// Where a message should go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    Newest,
    New,
    In(String),
}

/// A message that is not settled.
#[derive(Debug, Clone)]
pub struct Item {
    pub id: String,
    pub place: Where,
    pub note: bool,
    pub text: String,
    /// The file it shows.
    pub file: Option<String>,
}

/// The messages of one device, in the order they were written.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    items: VecDeque<Item>,
    /// Ids sent on the present link and not answered.
    unanswered: Vec<String>,
    most: usize,
    paused_until: Option<u64>,
}

impl Outbox {
    pub fn queue(&mut self, item: Item) {
        self.items.push_back(item);
    }

    pub fn holds(&self, id: &str) -> bool {
        self.items.iter().any(|item| item.id == id)
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn link_is_live(&mut self, most: usize) {
        self.unanswered.clear();
        self.paused_until = None;
        self.most = most;
    }

    pub fn link_is_gone(&mut self) {
        self.link_is_live(0);
    }

    /// The desk takes nothing until then; everything unanswered is repeated afterwards.
    pub fn pause(&mut self, until: u64) {
        self.paused_until = Some(until);
    }

    pub fn paused_until(&self) -> Option<u64> {
        self.paused_until
    }

    /// Whether the time to go on has come.
    pub fn go_on(&mut self, now: u64) -> bool {
        let goes_on = self.paused_until.is_some_and(|until| now >= until);
        if goes_on {
            self.paused_until = None;
            self.unanswered.clear();
        }
        goes_on
    }

    /// Takes a message out, whatever became of it.
    pub fn settle(&mut self, id: &str) -> Option<Item> {
        self.unanswered.retain(|sent| sent != id);
        let at = self.items.iter().position(|item| item.id == id)?;
        self.items.remove(at)
    }

    pub fn whats_open(&self) -> String {
        let ids: Vec<&str> = self.items.iter().map(|item| item.id.as_str()).collect();
        format!("to send {ids:?}, unanswered {:?}, paused until {:?}", self.unanswered, self.paused_until)
    }

    /// The frames that may go out now.
    pub fn next_sends(&mut self) -> Vec<String> {
        let mut frames = Vec::new();
        if self.paused_until.is_some() {
            return frames;
        }
        for item in &self.items {
            if self.unanswered.len() >= self.most {
                break;
            }
            if self.unanswered.contains(&item.id) {
                continue;
            }
            self.unanswered.push(item.id.clone());
            let place = match &item.place {
                Where::Newest => Value::Null,
                Where::New => json!("new"),
                Where::In(id) => json!(id),
            };
            let content = match &item.file {
                Some(file) => json!({"kind": "file", "file_id": file, "text": item.text}),
                None => json!({"kind": "text", "text": item.text}),
            };
            let frame = json!({
                "type": "send", "client_message_id": item.id, "conversation_id": place, "note": item.note,
                "content": content,
            });
            frames.push(frame.to_string());
        }
        frames
    }
}
