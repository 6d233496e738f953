//! A device's copies of conversations: applied in order, holes fetched, nothing taken twice.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Entries asked for at once.
const PAGE: usize = 50;

/// An entry, as far as order and identity go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub position: i64,
    /// `message`, or the kind of the entry.
    pub kind: String,
}

#[derive(Debug, Clone, Default)]
struct Copy {
    entries: BTreeMap<i64, Entry>,
    /// Everything up to here was applied.
    last: i64,
    /// Came before what must go before it.
    held: BTreeMap<i64, Entry>,
    /// It is known to go this far.
    expected: i64,
    /// The request that is on its way.
    asked: Option<String>,
}

/// All conversations of a device.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    copies: BTreeMap<String, Copy>,
    requests: u64,
}

impl Copies {
    pub fn clear(&mut self) {
        self.copies.clear();
    }

    pub fn forget(&mut self, conversation: &str) {
        self.copies.remove(conversation);
    }

    /// Answers that were on their way do not come any more.
    pub fn link_is_gone(&mut self) {
        for copy in self.copies.values_mut() {
            copy.asked = None;
        }
    }

    /// A conversation that goes at least this far.
    pub fn expect(&mut self, conversation: &str, last: i64) {
        let copy = self.copies.entry(conversation.to_owned()).or_default();
        copy.expected = copy.expected.max(last);
    }

    /// An entry that was pushed or replayed.
    pub fn pushed(&mut self, frame: &Value) {
        let Some((conversation, sequence, entry)) = read(frame) else { return };
        self.put(&conversation, sequence, entry);
    }

    /// One's own message, known by the answer to it.
    pub fn own(&mut self, conversation: &str, sequence: i64, position: i64) {
        self.put(conversation, sequence, Entry { position, kind: "message".into() });
    }

    fn put(&mut self, conversation: &str, sequence: i64, entry: Entry) {
        let copy = self.copies.entry(conversation.to_owned()).or_default();
        copy.expected = copy.expected.max(sequence);
        if sequence > copy.last {
            copy.held.entry(sequence).or_insert(entry);
        }
        copy.settle();
    }

    /// The answer to a fetch.
    pub fn page(&mut self, request: &str, entries: &[Value], more: bool) {
        let asked = self.copies.iter_mut().find(|(_, copy)| copy.asked.as_deref() == Some(request));
        let Some((_, copy)) = asked else { return };
        copy.asked = None;
        for (_, sequence, entry) in entries.iter().filter_map(read) {
            if sequence > copy.last {
                copy.held.insert(sequence, entry);
            }
        }
        copy.settle();
        if !more && entries.is_empty() {
            // There is nothing beyond: what was expected is gone.
            copy.expected = copy.last;
        }
    }

    /// A fetch that was not answered: the conversation is gone, or it is asked for again.
    pub fn refused(&mut self, request: &str, code: &str) {
        let asked = self.copies.iter().find(|(_, copy)| copy.asked.as_deref() == Some(request));
        let Some(id) = asked.map(|(id, _)| id.clone()) else { return };
        if code == "not_found" {
            self.copies.remove(&id);
        } else if let Some(copy) = self.copies.get_mut(&id) {
            copy.asked = None;
        }
    }

    /// Requests for what is missing.
    pub fn next_fetches(&mut self) -> Vec<String> {
        let mut frames = Vec::new();
        for (id, copy) in &mut self.copies {
            if copy.asked.is_none() && copy.last < copy.expected {
                self.requests += 1;
                let request = self.requests.to_string();
                let frame = json!({
                    "type": "fetch", "request_id": request, "conversation_id": id, "after_sequence": copy.last,
                    "limit": PAGE,
                });
                copy.asked = Some(request);
                frames.push(frame.to_string());
            }
        }
        frames
    }

    /// Whether every conversation is known as far as it is known to go.
    pub fn is_complete(&self) -> bool {
        self.copies.values().all(|copy| copy.last >= copy.expected && copy.asked.is_none())
    }

    pub fn whats_open(&self) -> String {
        let open = self.copies.iter().filter(|(_, copy)| copy.last < copy.expected || copy.asked.is_some());
        let open = open
            .map(|(id, copy)| format!("{id} has {} of {}, asked {:?}", copy.last, copy.expected, copy.asked));
        open.collect::<Vec<_>>().join(", ")
    }

    /// Conversations and their newest applied entry.
    pub fn ends(&self) -> impl Iterator<Item = (&str, i64)> {
        self.copies.iter().filter(|(_, copy)| copy.last > 0).map(|(id, copy)| (id.as_str(), copy.last))
    }

    /// What was applied of a conversation, in order.
    pub fn entries(&self, conversation: &str) -> Option<&BTreeMap<i64, Entry>> {
        self.copies.get(conversation).map(|copy| &copy.entries)
    }

    pub fn conversations(&self) -> impl Iterator<Item = &str> {
        self.copies.keys().map(String::as_str)
    }
}

impl Copy {
    /// Applies what is next, as far as it goes.
    fn settle(&mut self) {
        while let Some(entry) = self.held.remove(&(self.last + 1)) {
            self.last += 1;
            self.entries.insert(self.last, entry);
        }
        self.held = self.held.split_off(&(self.last + 1));
    }
}

fn read(frame: &Value) -> Option<(String, i64, Entry)> {
    let kind = if frame["type"] == "message" { "message" } else { frame["kind"].as_str()? };
    let entry = Entry { position: frame["log_position"].as_i64()?, kind: kind.to_owned() };
    Some((frame["conversation_id"].as_str()?.to_owned(), frame["sequence"].as_i64()?, entry))
}
