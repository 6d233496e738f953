//! What the desk says: the server's frames, as they go out.

use bytestring::ByteString;
use serde::Serialize;
use serde_json::value::RawValue;

use super::agent_presence::AgentPresence;
use super::conversation_row::{ConversationRow, Counts};
use super::member::Member;
use super::wall::Wall;
use crate::clock::Timestamp;
use crate::domain::conversations::read_marks::Marks;
use crate::domain::conversations::state::State;
use crate::events::LogPosition;
use crate::flows::tickets::customers_view::Shown;
use crate::ids::{ConversationId, LinkId, MessageId};

/// Room that an answer needs.
const USUAL_BYTES: usize = 256;

/// An encoded frame; cheap to clone.
pub type Frame = ByteString;

/// A conversation in `welcome`.
#[derive(Debug, Clone, Serialize)]
pub struct ConversationState {
    /// Its id.
    pub conversation_id: ConversationId,
    /// State.
    pub state: State,
    /// Sequence of its newest entry.
    pub last_sequence: i64,
    /// The viewer's marks.
    pub mine: Marks,
    /// The other side's marks.
    pub theirs: Marks,
    /// What its customer is told of the ticket that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Shown>,
}

/// How a link goes on after `hello`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Resumed {
    /// What was missed follows, then `caught_up`.
    Replaying,
    /// Too much was missed: forget and ask anew.
    Reload,
    /// The client knew nothing.
    Fresh,
}

/// The times a link lives by, in milliseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Heartbeat {
    /// Interval of a visible page's pings.
    pub ping_every_ms: u64,
    /// Time that a page waits for the pong.
    pub pong_within_ms: u64,
    /// Silence after which the desk closes the link.
    pub dead_after_ms: u64,
}

/// The bounds a client must know.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ClientLimits {
    /// Sends that may be unanswered.
    pub sends_in_flight: usize,
    /// Longest frame, in bytes.
    pub frame_bytes: usize,
    /// Longest text, in Unicode scalar values.
    pub text_chars: usize,
}

/// A frame of the server. Entries are encoded by [`super::entry_frame`].
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame<'a> {
    /// The answer to `hello`.
    Welcome {
        /// Id of this link.
        session_id: LinkId,
        /// Epoch of the log.
        log_epoch: &'a str,
        /// The newest position that this viewer may read.
        log_position: LogPosition,
        /// Whether replay follows, or the client starts over.
        resume: Resumed,
        /// The viewer.
        identity: Member,
        /// Conversations that changed, or the newest ones.
        conversations: &'a [ConversationState],
        /// Heartbeat times in force.
        heartbeat: Heartbeat,
        /// Bounds in force.
        limits: ClientLimits,
    },
    /// A send is committed.
    Accepted {
        /// Client's id of the send.
        client_message_id: &'a str,
        /// Conversation of the message.
        conversation_id: ConversationId,
        /// Sequence in the conversation.
        sequence: i64,
        /// Position in the log.
        log_position: LogPosition,
        /// Public id of the message.
        message_id: MessageId,
        /// Time of the commit.
        accepted_at: Timestamp,
    },
    /// A send is refused for good.
    Refused {
        /// Client's id of the send.
        client_message_id: &'a str,
        /// Error code.
        code: &'a str,
        /// Explanation for a developer.
        message: &'a str,
    },
    /// Sends are paused.
    Paused {
        /// `unavailable` or `rate_limited`.
        reason: &'a str,
        /// Time after which to send `continue`.
        retry_after_ms: u64,
    },
    /// A conversation is gone: drop every copy.
    Erased {
        /// Id of the conversation.
        conversation_id: ConversationId,
        /// Position in the log.
        log_position: LogPosition,
    },
    /// The replay is complete.
    CaughtUp {
        /// Cursor from here on.
        log_position: LogPosition,
    },
    /// The answer to `fetch`.
    Page {
        /// Id of the request.
        request_id: &'a str,
        /// Entries, ascending.
        entries: Vec<Box<RawValue>>,
        /// Whether entries remain in the range.
        more: bool,
    },
    /// Somebody received or read entries.
    Progress {
        /// Conversation.
        conversation_id: ConversationId,
        /// Who received or read.
        member: Member,
        /// Received up to this sequence.
        received: i64,
        /// Read up to this sequence.
        read: i64,
    },
    /// Somebody types.
    Typing {
        /// Conversation.
        conversation_id: ConversationId,
        /// Who types.
        member: Member,
        /// Name that visitors may see.
        name: Option<&'a str>,
        /// Whether they type now.
        active: bool,
        /// Unsent text, where the owner enabled the preview.
        preview: Option<&'a str>,
    },
    /// Somebody came online, went offline, or viewed another conversation.
    Presence {
        /// Who came or went.
        member: Member,
        /// Whether they have an open link.
        online: bool,
        /// Availability that an agent chose. For agents.
        availability: Option<&'a str>,
        /// Conversation that an agent views.
        viewing: Option<ConversationId>,
        /// Whether they look over a colleague's shoulder.
        #[serde(skip_serializing_if = "Option::is_none")]
        look_in: Option<bool>,
        /// An agent as colleagues see them, when something of it changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        presence: Option<&'a AgentPresence>,
    },
    /// A part of the settings changed. For agents.
    Settings {
        /// The part, such as `blocks`.
        area: &'a str,
        /// Revision; grows with each change.
        version: LogPosition,
    },
    /// A watched list, from its top. For agents.
    Rows {
        /// The view.
        view: &'a str,
        /// Id of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// Rows in the order of the list.
        items: &'a [ConversationRow],
        /// Whether the list continues below.
        more: bool,
        /// How many conversations each view holds.
        counts: &'a Counts,
    },
    /// A conversation is in the watched list, perhaps at a new place.
    Row {
        /// The view.
        view: &'a str,
        /// Id of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// The row now.
        row: &'a ConversationRow,
        /// Conversation above it; null for the first row.
        after: Option<ConversationId>,
    },
    /// A conversation left the watched list, or moved below its end.
    #[serde(rename = "row")]
    RowGone {
        /// The view.
        view: &'a str,
        /// Id of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// Id of the conversation.
        id: ConversationId,
        /// Always true.
        gone: bool,
    },
    /// How many conversations each view holds. For agents who watch a list.
    Counts {
        /// Of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// The numbers.
        #[serde(flatten)]
        counts: &'a Counts,
    },
    /// The whole room at one look. For agents who show the wall.
    Wall {
        /// When it was read.
        at: Timestamp,
        /// The room.
        #[serde(flatten)]
        wall: &'a Wall,
    },
    /// Whether somebody answers. For visitors.
    Shop {
        /// `online`, `away`, `offline` or `closed`.
        state: &'a str,
        /// Time at which the shop closes or opens.
        until: Option<Timestamp>,
    },
    /// A place in the queue. For the conversation's customer.
    Queue {
        /// Conversation.
        conversation_id: ConversationId,
        /// 1 is next.
        position: usize,
        /// How long it may take; `None` where there is too little to tell.
        wait_ms: Option<i64>,
    },
    /// The link is alive.
    Pong {
        /// The newest position that this viewer may read.
        log_position: LogPosition,
    },
    /// No more entries on this link: reconnect with the cursor.
    Behind {
        /// `queue_full` or `rights_changed`.
        reason: &'a str,
    },
    /// The desk is shutting down.
    Drain {
        /// Time after which to reconnect.
        reconnect_after_ms: u64,
        /// `restart`.
        reason: &'a str,
    },
    /// A frame from the client is unusable.
    Error {
        /// Error code.
        code: &'a str,
        /// Explanation for a developer.
        message: &'a str,
        /// Id of the request, if it had one.
        request_id: Option<&'a str>,
    },
    /// The link ends for good.
    SessionEnded {
        /// Error code.
        code: &'a str,
        /// Always false: another attempt would end the same way.
        reconnect: bool,
    },
}

impl ServerFrame<'_> {
    /// The frame as text.
    #[must_use]
    pub fn encode(&self) -> Frame {
        to_text(self, USUAL_BYTES).into()
    }
}

/// JSON with room for so many bytes from the start, so that it does not grow piece by piece.
pub(super) fn to_text(frame: &impl Serialize, bytes: usize) -> String {
    let mut text = Vec::with_capacity(bytes);
    serde_json::to_writer(&mut text, frame).expect("frames hold only what JSON can say");
    String::from_utf8(text).expect("JSON is UTF-8")
}
