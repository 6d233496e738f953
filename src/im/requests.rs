//! What a session asks of the world, and what it is answered.

use super::frames::{ConversationState, Resumed};
use super::lists::Watched;
use super::protocol::Hello;
use crate::domain::conversations::entries::Range;
use crate::domain::conversations::progress::Marks;
use crate::events::LogPosition;
use crate::flows::access::authenticate::Viewer;
use crate::flows::conversations::post_message::Post;
use crate::ids::{ConversationId, LinkId};
use crate::storage::Lane;

/// Something only the world can do.
#[derive(Debug)]
pub enum Request {
    /// Authenticate and find what was missed; answered by `Session::opened`.
    Open(Hello),
    /// Store a message; answered by `Session::sent`.
    Send {
        /// The sender's own id.
        client_message_id: String,
        /// What is said.
        post: Box<Post>,
        /// Sends of one lane keep their order.
        lane: Lane,
    },
    /// Read a page; answered by `Session::fetched`.
    Fetch {
        /// Of the request.
        request_id: String,
        /// Where.
        conversation: ConversationId,
        /// Which.
        range: Range,
        /// How many.
        limit: usize,
    },
    /// Read these positions; answered by `Session::read`.
    Read(Vec<LogPosition>),
    /// Find what was missed after the one and up to the other; answered by `Session::missed`.
    Missed(LogPosition, LogPosition),
    /// Ring once everything up to here was published.
    Await(LogPosition),
    /// Keep marks; not answered.
    Progress(Vec<(ConversationId, Marks)>),
    /// Tell that the viewer types; not answered.
    Typing(ConversationId, bool, Option<String>),
    /// Tell what the agent looks at; not answered.
    Viewing(Option<ConversationId>),
    /// Tell what becomes of a list, instead of the one before; not answered, but by what comes.
    Watch(Option<Watched>),
    /// Ask the peer for a sign of life.
    Ping,
}

/// A link that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its name.
    pub link: LinkId,
    /// Who.
    pub viewer: Viewer,
    /// How it goes on.
    pub resumed: Resumed,
    /// The newest position of this viewer.
    pub head: LogPosition,
    /// Everything above this arrives in the mailbox.
    pub tail: LogPosition,
    /// The client's cursor, if it is replayed from there.
    pub cursor: LogPosition,
    /// What was missed, ascending.
    pub missed: Vec<LogPosition>,
    /// For `welcome`.
    pub conversations: Vec<ConversationState>,
}
