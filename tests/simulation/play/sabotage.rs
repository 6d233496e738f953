//! Promises broken on purpose, one for each property, to show that the checks see it.

use serde_json::Value;
use servicedesk::storage::blobs::{Blobs, Digest};

use super::world::World;

/// A promise broken on purpose, to show that a check sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sabotage {
    /// A killed process takes its last commit along, as if nothing had been synced.
    ForgetLastCommit,
    /// A repeated message is stored again, as if ids were not looked up.
    RepeatUnderNewId,
    /// Two frames of a link change places.
    SwapFrames,
    /// A frame reaches somebody else.
    Misdeliver,
    /// A frame is lost on a link that lives on, and the cursor moves past it.
    SkipEntry,
    /// A killed process takes bytes along that a file's row points at.
    ForgetBlob,
    /// Mailboxes take whatever comes.
    NoBound,
    /// The bot speaks where a person is.
    BotTalksOn,
    /// The bot leaves a word without an answer.
    BotForgets,
    /// The bot hands over and tells the customer nothing.
    BotIsSilent,
}

impl World {
    /// A repeat gets another id, so that the desk cannot know it.
    pub(super) fn spoil_send(&mut self, at: usize, frame: String) -> String {
        if self.sabotage != Some(Sabotage::RepeatUnderNewId) {
            return frame;
        }
        let Ok(Value::Object(mut send)) = serde_json::from_str(&frame) else { return frame };
        let Some(id) = send.get("client_message_id").and_then(Value::as_str).map(str::to_owned) else {
            return frame;
        };
        if self.sent.insert((at, id.clone())) {
            return frame;
        }
        self.generation += 1;
        let another = format!("again-{}", self.generation);
        self.renamed.insert(another.clone(), id);
        send["client_message_id"] = Value::String(another);
        Value::Object(send).to_string()
    }

    /// A file's bytes go.
    pub(super) fn spoil_blobs(&mut self) {
        if self.sabotage == Some(Sabotage::ForgetBlob) {
            let digests: Vec<Digest> = self.files.values().copied().collect();
            if let Some(digest) = self.random.pick(&digests) {
                Blobs::new(&self.folder).remove(*digest).expect("it can be removed");
            }
        }
    }

    pub(super) fn spoil_frame(&mut self, at: usize, mut text: String) -> Vec<(usize, String)> {
        let is_entry = text.starts_with("{\"type\":\"message\"");
        match self.sabotage {
            Some(Sabotage::RepeatUnderNewId) => {
                for (another, id) in &self.renamed {
                    text = text.replace(&format!("\"{another}\""), &format!("\"{id}\""));
                }
                vec![(at, text)]
            }
            Some(Sabotage::SwapFrames) if is_entry => match self.held_frame.take() {
                Some((held_at, held)) if held_at == at => vec![(at, text), (at, held)],
                Some(held) => vec![held, (at, text)],
                None => {
                    self.held_frame = Some((at, text));
                    Vec::new()
                }
            },
            Some(Sabotage::Misdeliver) if is_entry && self.random.once_in(50) => {
                vec![(self.random.below(self.devices.len()), text)]
            }
            Some(Sabotage::SkipEntry) if is_entry && self.random.once_in(4) => {
                let frame: Value = serde_json::from_str(&text).expect("the desk writes JSON");
                if let Some((_, cursor)) = &mut self.devices[at].client.kept.cursor {
                    *cursor = (*cursor).max(frame["log_position"].as_i64().unwrap_or_default());
                }
                Vec::new()
            }
            _ => vec![(at, text)],
        }
    }
}
