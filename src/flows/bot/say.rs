//! The bot's words, put into the log.

use serde_json::json;

use crate::domain::conversations::content::Content;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::digest;
use crate::domain::conversations::store::{self, NewMessage};
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::conversations::append;
use crate::storage::Unit;

/// Who speaks, and under which ids.
#[derive(Debug)]
pub(super) struct Voice<'a> {
    /// The key of digests.
    pub key: &'a [u8; 32],
    /// The bot's name.
    pub name: &'a str,
    /// What all ids of this occasion begin with.
    pub occasion: String,
    /// How many messages it said.
    pub said: usize,
    /// The first of them.
    pub first: Option<i64>,
}

impl<'a> Voice<'a> {
    pub(super) const fn new(key: &'a [u8; 32], name: &'a str, occasion: String) -> Self {
        Self { key, name, occasion, said: 0, first: None }
    }

    /// Whether something was said on this occasion before.
    pub(super) fn has_spoken(&self, unit: &Unit<'_>) -> Result<bool, Fault> {
        Ok(store::find_sent(unit.conn(), Actor::BOT, &self.id(0))?.is_some())
    }

    fn id(&self, nth: usize) -> String {
        format!("{}:{nth}", self.occasion)
    }

    /// Says something. Lists show an answer as the last message; of a notice they go on to show the customer's words.
    pub(super) fn say(
        &mut self,
        unit: &mut Unit<'_>,
        conversation: &mut Conversation,
        content: &Content,
        is_answer: bool,
    ) -> Result<i64, Fault> {
        let id = conversation.id();
        let steps = conversation.speak(append::moment(unit, Actor::BOT));
        let position = append::write(unit, id, &steps)?;
        let (json, sequence) = (content.to_json(), conversation.last_sequence());
        let message = NewMessage {
            position,
            conversation: id,
            sequence,
            sender: Actor::BOT,
            client_message_id: Some(&self.id(self.said)),
            sent_to: Some(id.0),
            digest: digest::of(self.key, &json, false),
            note: false,
            content: &json,
        };
        store::insert_message(unit.conn(), &message, unit.now())?;
        store::insert_detail(unit.conn(), position, id, &json!({ "name": self.name }))?;
        store::save(unit.conn(), conversation, is_answer.then_some(position), Some(unit.now()))?;
        self.said += 1;
        self.first = self.first.or(Some(sequence));
        Ok(sequence)
    }
}
