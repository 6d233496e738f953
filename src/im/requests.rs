//! What a session asks of the shell around it.

use super::frames::{ConversationState, Resumed};
use super::lists::Watched;
use super::protocol::Hello;
use crate::domain::conversations::entries::Range;
use crate::domain::conversations::read_marks::Marks;
use crate::events::LogPosition;
use crate::flows::access::authenticate::Viewer;
use crate::flows::conversations::post_message::Post;
use crate::ids::{ConversationId, LinkId};
use crate::storage::Lane;

/// Something only the shell can do.
#[derive(Debug)]
pub enum Request {
    /// Authenticate and find what was missed; answered by `Session::opened`.
    Open(Hello),
    /// Store a message; answered by `Session::sent`.
    Send {
        /// Client's id of the send.
        client_message_id: String,
        /// The message.
        post: Box<Post>,
        /// Sends of one lane keep their order.
        lane: Lane,
    },
    /// Read a page; answered by `Session::fetched`.
    Fetch {
        /// Id of the request.
        request_id: String,
        /// Conversation.
        conversation: ConversationId,
        /// Bounds of the page.
        range: Range,
        /// Most entries.
        limit: usize,
    },
    /// Read these positions; answered by `Session::read`.
    Read(Vec<LogPosition>),
    /// Find the positions missed after the first and up to the second; answered by `Session::missed`.
    Missed(LogPosition, LogPosition),
    /// Ring the mailbox once everything up to this position was published.
    Await(LogPosition),
    /// Store marks; not answered.
    Progress(Vec<(ConversationId, Marks)>),
    /// Tell that the viewer types; not answered.
    Typing(ConversationId, bool, Option<String>),
    /// Tell what the agent views, and whether they look over a colleague's shoulder; not answered.
    Viewing(Option<ConversationId>, bool),
    /// Note that the agent did something; not answered.
    Active,
    /// Note that the agent's page was hidden, or shown; not answered.
    Shown(bool),
    /// Watch a list instead of the one under the same `request_id`; answered only by its frames.
    Watch(Option<String>, Option<Watched>),
    /// Show the wall, or no more; answered only by its frames.
    Wall(bool),
    /// Send a PING.
    Ping,
}

/// A link that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Id of the link.
    pub link: LinkId,
    /// The viewer.
    pub viewer: Viewer,
    /// Whether replay follows, or the client starts over.
    pub resumed: Resumed,
    /// The newest position that this viewer may read.
    pub head: LogPosition,
    /// Position above which everything arrives in the mailbox.
    pub tail: LogPosition,
    /// The client's cursor, if it is replayed from there.
    pub cursor: LogPosition,
    /// Missed positions, ascending.
    pub missed: Vec<LogPosition>,
    /// Conversations for `welcome`.
    pub conversations: Vec<ConversationState>,
}
