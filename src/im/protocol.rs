//! What clients say: frames of `servicedesk.im.v1`, parsed into types that cannot be wrong.
//!
//! Unknown fields are ignored, an unknown `type` is told back, wrong fields name themselves. Several objects may share
//! one message, separated by white space.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::domain::conversations::progress::Marks;
use crate::domain::conversations::target::Target;
use crate::ids::ConversationId;

/// Conversations one `progress` frame may name.
pub const PROGRESS_MAX: usize = 200;
/// Characters of a preview; the rest is cut.
pub const PREVIEW_CHARS: usize = 500;
/// Longest `request_id`, in bytes.
const REQUEST_ID_BYTES: usize = 128;

/// A frame from a client.
#[derive(Debug)]
pub enum ClientFrame {
    /// First of all: who, and from where on.
    Hello(Hello),
    /// Something is said.
    Send(Send),
    /// The client has waited and starts again.
    Continue,
    /// How far entries were received and read.
    Progress(Vec<(ConversationId, Marks)>),
    /// Entries are asked for.
    Fetch(Fetch),
    /// Somebody types, or stopped.
    Typing {
        /// Where; `None` for an id that names nothing.
        conversation: Option<ConversationId>,
        /// Whether keys move.
        active: bool,
        /// What is written so far, at most [`PREVIEW_CHARS`].
        preview: Option<String>,
    },
    /// An agent looks at a conversation, or at none.
    Viewing {
        /// Which.
        conversation: Option<ConversationId>,
    },
    /// The page was hidden or shown.
    ClientState {
        /// Whether it is hidden.
        hidden: bool,
    },
    /// Is the link alive?
    Ping,
}

/// The first frame.
#[derive(Debug)]
pub struct Hello {
    /// Who.
    pub session_token: String,
    /// From where on.
    pub resume: Resume,
    /// Whether the page is hidden.
    pub hidden: bool,
    /// A link of the same device that this one replaces.
    pub previous_session_id: Option<String>,
    /// The heartbeat the client asks for, in milliseconds.
    pub heartbeat_ms: Option<u64>,
}

/// Where a client wants to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resume {
    /// It knows nothing yet.
    Fresh,
    /// From this cursor.
    From {
        /// The epoch it belongs to.
        log_epoch: String,
        /// Everything up to here was seen.
        log_position: i64,
    },
    /// Not readable: told so, then treated as fresh.
    Malformed,
}

/// Something is said.
#[derive(Debug)]
pub struct Send {
    /// The sender's own id.
    pub client_message_id: String,
    /// Where; `None` for an id that names nothing.
    pub target: Option<Target>,
    /// Only for the team.
    pub note: bool,
    /// Not yet checked.
    pub content: Value,
}

/// Entries are asked for.
#[derive(Debug)]
pub struct Fetch {
    /// Repeated in the answer.
    pub request_id: String,
    /// Where; `None` for an id that names nothing.
    pub conversation: Option<ConversationId>,
    /// Only above.
    pub after: Option<i64>,
    /// Only below.
    pub before: Option<i64>,
    /// How many.
    pub limit: Option<usize>,
}

/// Why a frame could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// `unknown_type` or `invalid`.
    pub code: &'static str,
    /// What is wrong with it.
    pub message: String,
    /// The request it belongs to.
    pub request_id: Option<String>,
    /// The send it belongs to: refused instead of told as an error.
    pub client_message_id: Option<String>,
}

/// Reads all objects of one message. After one that is not JSON, what follows cannot be read either.
#[must_use]
pub fn parse(text: &str) -> Vec<Result<ClientFrame, Unreadable>> {
    let mut frames = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => frames.push(read(value)),
            Err(error) => {
                frames.push(Err(unreadable("invalid", format!("This is not JSON: {error}"), None, None)));
                break;
            }
        }
    }
    if frames.is_empty() {
        frames.push(Err(unreadable("invalid", "The frame is empty.".into(), None, None)));
    }
    frames
}

fn unreadable(
    code: &'static str,
    message: String,
    request_id: Option<String>,
    client_message_id: Option<String>,
) -> Unreadable {
    Unreadable { code, message, request_id, client_message_id }
}

fn read(value: Value) -> Result<ClientFrame, Unreadable> {
    let field = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let request_id = field("request_id").filter(|id| id.len() <= REQUEST_ID_BYTES);
    let Some(kind) = field("type") else {
        return Err(unreadable("invalid", "A frame is an object with a type.".into(), request_id, None));
    };
    let client_message_id = if kind == "send" { field("client_message_id") } else { None };
    let parsed = match kind.as_str() {
        "hello" => HelloWire::deserialize(value).map(HelloWire::into_frame),
        "send" => SendWire::deserialize(value).map(SendWire::into_frame),
        "continue" => Ok(ClientFrame::Continue),
        "progress" => {
            return progress(value).map_err(|message| unreadable("invalid", message, request_id, None));
        }
        "fetch" => FetchWire::deserialize(value).map(FetchWire::into_frame),
        "typing" => TypingWire::deserialize(value).map(|wire| ClientFrame::Typing {
            conversation: wire.conversation_id.parse().ok(),
            active: wire.active,
            preview: wire.preview.map(|text| text.chars().take(PREVIEW_CHARS).collect()),
        }),
        "viewing" => ViewingWire::deserialize(value).map(|wire| ClientFrame::Viewing {
            conversation: wire.conversation_id.and_then(|id| id.parse().ok()),
        }),
        "client_state" => StateWire::deserialize(value)
            .map(|wire| ClientFrame::ClientState { hidden: wire.state == Shown::Hidden }),
        "ping" => Ok(ClientFrame::Ping),
        _ => {
            let message = "This type of frame is not known here.".into();
            return Err(unreadable("unknown_type", message, request_id, None));
        }
    };
    parsed.map_err(|error| {
        unreadable("invalid", format!("Wrong fields: {error}"), request_id, client_message_id)
    })
}

#[derive(Deserialize)]
struct HelloWire {
    protocol: String,
    session_token: String,
    #[serde(default)]
    resume: Option<Value>,
    #[serde(default)]
    client_state: Option<Shown>,
    #[serde(default)]
    previous_session_id: Option<String>,
    #[serde(default)]
    heartbeat_ms: Option<u64>,
}

#[derive(Deserialize, PartialEq, Eq, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Shown {
    Visible,
    Hidden,
}

#[derive(Deserialize)]
struct ResumeWire {
    log_epoch: String,
    log_position: i64,
}

impl HelloWire {
    fn into_frame(self) -> ClientFrame {
        let resume = match self.resume {
            None | Some(Value::Null) => Resume::Fresh,
            Some(value) => match ResumeWire::deserialize(&value) {
                Ok(wire) if wire.log_position >= 0 => {
                    Resume::From { log_epoch: wire.log_epoch, log_position: wire.log_position }
                }
                _ => Resume::Malformed,
            },
        };
        // Another protocol cannot be spoken on this link: no token of it will hold.
        let session_token = if self.protocol == super::PROTOCOL { self.session_token } else { String::new() };
        ClientFrame::Hello(Hello {
            session_token,
            resume,
            hidden: self.client_state == Some(Shown::Hidden),
            previous_session_id: self.previous_session_id,
            heartbeat_ms: self.heartbeat_ms,
        })
    }
}

#[derive(Deserialize)]
struct SendWire {
    client_message_id: String,
    #[serde(default)]
    conversation_id: Option<String>,
    #[serde(default)]
    note: Option<bool>,
    content: Value,
}

impl SendWire {
    fn into_frame(self) -> ClientFrame {
        ClientFrame::Send(Send {
            client_message_id: self.client_message_id,
            target: target(self.conversation_id.as_deref()),
            note: self.note.unwrap_or(false),
            content: self.content,
        })
    }
}

/// Reads where a send should go; `None` for an id that names nothing.
#[must_use]
pub fn target(conversation_id: Option<&str>) -> Option<Target> {
    match conversation_id {
        None => Some(Target::Newest),
        Some("new") => Some(Target::New),
        Some(id) => id.parse().ok().map(Target::Named),
    }
}

fn progress(value: Value) -> Result<ClientFrame, String> {
    #[derive(Deserialize)]
    struct Wire {
        #[serde(default)]
        received: BTreeMap<String, i64>,
        #[serde(default)]
        read: BTreeMap<String, i64>,
    }
    let wire = Wire::deserialize(value).map_err(|error| format!("Wrong fields: {error}"))?;
    if wire.received.len() + wire.read.len() > 2 * PROGRESS_MAX {
        return Err(format!("Name at most {PROGRESS_MAX} conversations."));
    }
    let mut marks: BTreeMap<ConversationId, Marks> = BTreeMap::new();
    for (id, received) in &wire.received {
        if let Ok(id) = id.parse() {
            marks.entry(id).or_default().received = *received;
        }
    }
    for (id, read) in &wire.read {
        if let Ok(id) = id.parse() {
            marks.entry(id).or_default().read = *read;
        }
    }
    Ok(ClientFrame::Progress(marks.into_iter().collect()))
}

#[derive(Deserialize)]
struct FetchWire {
    request_id: String,
    conversation_id: String,
    #[serde(default)]
    after_sequence: Option<i64>,
    #[serde(default)]
    before_sequence: Option<i64>,
    #[serde(default)]
    limit: Option<usize>,
}

impl FetchWire {
    fn into_frame(self) -> ClientFrame {
        ClientFrame::Fetch(Fetch {
            request_id: self.request_id,
            conversation: self.conversation_id.parse().ok(),
            after: self.after_sequence,
            before: self.before_sequence,
            limit: self.limit,
        })
    }
}

#[derive(Deserialize)]
struct TypingWire {
    conversation_id: String,
    active: bool,
    #[serde(default)]
    preview: Option<String>,
}

#[derive(Deserialize)]
struct ViewingWire {
    #[serde(default)]
    conversation_id: Option<String>,
}

#[derive(Deserialize)]
struct StateWire {
    state: Shown,
}
