//! What the desk says: the server's frames, as they go out.

use bytestring::ByteString;
use serde::Serialize;
use serde_json::value::RawValue;

use super::conversation_row::{ConversationRow, Counts};
use super::member::Member;
use crate::clock::Timestamp;
use crate::domain::conversations::progress::Marks;
use crate::domain::conversations::state::State;
use crate::events::LogPosition;
use crate::ids::{ConversationId, LinkId, MessageId};

/// Room that an answer needs.
const USUAL_BYTES: usize = 256;

/// An encoded frame; cheap to clone.
pub type Frame = ByteString;

/// One conversation in `welcome`.
#[derive(Debug, Clone, Serialize)]
pub struct ConversationState {
    /// Which.
    pub conversation_id: ConversationId,
    /// Where it stands.
    pub state: State,
    /// Its newest entry.
    pub last_sequence: i64,
    /// The viewer's marks.
    pub mine: Marks,
    /// The other side's.
    pub theirs: Marks,
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
    /// How often a visible page pings.
    pub ping_every_ms: u64,
    /// How long it waits for the pong.
    pub pong_within_ms: u64,
    /// Silence after which the desk hangs up.
    pub dead_after_ms: u64,
}

/// The bounds a client must know.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ClientLimits {
    /// Unanswered sends.
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
        /// This link.
        session_id: LinkId,
        /// The log's epoch.
        log_epoch: &'a str,
        /// The newest position of this viewer.
        log_position: LogPosition,
        /// How it goes on.
        resume: Resumed,
        /// Who the viewer is.
        identity: Member,
        /// What changed, or the newest.
        conversations: &'a [ConversationState],
        /// The times that hold.
        heartbeat: Heartbeat,
        /// The bounds that hold.
        limits: ClientLimits,
    },
    /// A send is committed.
    Accepted {
        /// The sender's own id.
        client_message_id: &'a str,
        /// Where it went.
        conversation_id: ConversationId,
        /// Its sequence there.
        sequence: i64,
        /// Its place in the log.
        log_position: LogPosition,
        /// Its public handle.
        message_id: MessageId,
        /// When it was committed.
        accepted_at: Timestamp,
    },
    /// A send will never be taken.
    Refused {
        /// The sender's own id.
        client_message_id: &'a str,
        /// Why.
        code: &'a str,
        /// In words.
        message: &'a str,
    },
    /// No send is taken now.
    Paused {
        /// `unavailable` or `rate_limited`.
        reason: &'a str,
        /// When to say `continue`.
        retry_after_ms: u64,
    },
    /// A conversation is gone: drop every copy.
    Erased {
        /// Which.
        conversation_id: ConversationId,
        /// Its place in the log.
        log_position: LogPosition,
    },
    /// The replay is over.
    CaughtUp {
        /// The cursor from here on.
        log_position: LogPosition,
    },
    /// The answer to `fetch`.
    Page {
        /// Of the request.
        request_id: &'a str,
        /// Ascending.
        entries: Vec<Box<RawValue>>,
        /// Whether entries remain in the range.
        more: bool,
    },
    /// Somebody received or read.
    Progress {
        /// Where.
        conversation_id: ConversationId,
        /// Who.
        member: Member,
        /// Up to here.
        received: i64,
        /// Up to here.
        read: i64,
    },
    /// Somebody types.
    Typing {
        /// Where.
        conversation_id: ConversationId,
        /// Who.
        member: Member,
        /// The name visitors may see.
        name: Option<&'a str>,
        /// Whether keys move.
        active: bool,
        /// Unsent text, where the owner turned that on.
        preview: Option<&'a str>,
    },
    /// Somebody came, went, or looks elsewhere.
    Presence {
        /// Who.
        member: Member,
        /// Whether a link is open.
        online: bool,
        /// For agents.
        availability: Option<&'a str>,
        /// What an agent looks at.
        viewing: Option<ConversationId>,
    },
    /// A part of the settings is another one now. For agents.
    Settings {
        /// Which part, such as `blocks`.
        area: &'a str,
        /// Grows with each change.
        version: LogPosition,
    },
    /// A list that is watched, from its top. For agents.
    Rows {
        /// The view.
        view: &'a str,
        /// Of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// In their order.
        items: &'a [ConversationRow],
        /// Whether the list goes on below.
        more: bool,
        /// How many conversations each view holds.
        counts: &'a Counts,
    },
    /// A conversation stands in the watched list, perhaps elsewhere than before.
    Row {
        /// The view.
        view: &'a str,
        /// Of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// As it is now.
        row: &'a ConversationRow,
        /// The one above it; null: it is the first.
        after: Option<ConversationId>,
    },
    /// A conversation stands no longer in the watched list, or below its end.
    #[serde(rename = "row")]
    RowGone {
        /// The view.
        view: &'a str,
        /// Of the `watch`, if it had one.
        request_id: Option<&'a str>,
        /// Which.
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
    /// Whether somebody answers; for visitors.
    Shop {
        /// `online`, `away`, `offline` or `closed`.
        state: &'a str,
        /// When the shop closes, or opens.
        until: Option<Timestamp>,
    },
    /// The link is alive.
    Pong {
        /// The newest position of this viewer.
        log_position: LogPosition,
    },
    /// No more entries on this link: reconnect with the cursor.
    Behind {
        /// `queue_full` or `rights_changed`.
        reason: &'a str,
    },
    /// The desk goes down.
    Drain {
        /// When to come back.
        reconnect_after_ms: u64,
        /// `restart`.
        reason: &'a str,
    },
    /// A frame could not be used.
    Error {
        /// Why.
        code: &'a str,
        /// In words.
        message: &'a str,
        /// Of the request, if it had one.
        request_id: Option<&'a str>,
    },
    /// The link ends for good.
    SessionEnded {
        /// Why.
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
