//! One event on its way to those who may know of it, encoded once per audience by whoever needs it first.

use std::sync::OnceLock;

use super::entry_frame::{self, Reader};
use super::frames::{Frame, ServerFrame};
use crate::domain::conversations::audience::Audience;
use crate::domain::conversations::entries::LogRow;
use crate::events::{ConversationEvent, Event, LogPosition};

/// A row of the log and its frames.
#[derive(Debug)]
pub struct Item {
    row: LogRow,
    agents: OnceLock<Option<Frame>>,
    visitors: OnceLock<Option<Frame>>,
    sender: OnceLock<Option<Frame>>,
}

impl Item {
    /// Nothing is encoded yet.
    #[must_use]
    pub fn new(row: LogRow) -> Self {
        Self { row, agents: OnceLock::new(), visitors: OnceLock::new(), sender: OnceLock::new() }
    }

    /// Its place in the log.
    #[must_use]
    pub fn position(&self) -> LogPosition {
        self.row.position
    }

    /// The row.
    #[must_use]
    pub fn row(&self) -> &LogRow {
        &self.row
    }

    /// The frame for `reader`.
    #[must_use]
    pub fn frame(&self, reader: Reader) -> Option<Frame> {
        let slot = match reader.audience {
            Audience::Agents => &self.agents,
            Audience::Visitors if self.row.actor == reader.actor => &self.sender,
            Audience::Visitors => &self.visitors,
        };
        slot.get_or_init(|| encode(&self.row, reader)).clone()
    }

    /// About how many bytes its frame takes, for bounding queues without encoding.
    #[must_use]
    pub fn weight(&self) -> usize {
        entry_frame::weight(&self.row)
    }
}

fn encode(row: &LogRow, reader: Reader) -> Option<Frame> {
    if let Event::Conversation(conversation_id, ConversationEvent::Erased) = row.event {
        return Some(ServerFrame::Erased { conversation_id, log_position: row.position }.encode());
    }
    entry_frame::encode(row, reader).map(Frame::from)
}
