//! What clients say: frames of `servicedesk.im.v1`, parsed into types that cannot be wrong.
//!
//! Unknown fields are ignored, an unknown `type` is told back, wrong fields name themselves. Several objects may share
//! one message, separated by white space.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::lists::Watched;
use crate::domain::conversations::asked::Asked;
use crate::domain::conversations::read_marks::Marks;
use crate::domain::conversations::target::Target;
use crate::ids::{ConversationId, TeamId};

/// Conversations one `progress` frame may name.
pub const PROGRESS_MAX: usize = 200;
/// Characters of a preview; the rest is cut.
pub const PREVIEW_CHARS: usize = 500;
/// Rows of a list that are watched unless more or fewer are asked for.
pub const WATCHED_ROWS: usize = 50;
/// Longest `request_id`, in bytes.
const REQUEST_ID_BYTES: usize = 128;

/// A frame from a client.
#[derive(Debug)]
pub enum ClientFrame {
    /// The first frame: identifies the viewer, and names the cursor.
    Hello(Hello),
    /// A message to store.
    Send(Send),
    /// The client waited after `paused` and repeats what was unanswered.
    Continue,
    /// Received and read marks.
    Progress(Vec<(ConversationId, Marks)>),
    /// A request for a page of entries.
    Fetch(Fetch),
    /// The viewer types, or stopped.
    Typing {
        /// Conversation; `None` for an id that names nothing.
        conversation: Option<ConversationId>,
        /// Whether they type now.
        active: bool,
        /// Unsent text, at most [`PREVIEW_CHARS`].
        preview: Option<String>,
    },
    /// A page of an agent was touched.
    Active,
    /// An agent looks at the wall, or no more.
    WatchWall(bool),
    /// An agent views a conversation, or none.
    Viewing {
        /// The conversation.
        conversation: Option<ConversationId>,
        /// Whether they look over a colleague's shoulder.
        look_in: bool,
    },
    /// An agent watches a list instead of the one under the same `request_id`, or none.
    Watch {
        /// Repeated in what is told.
        request_id: Option<String>,
        /// The list.
        watched: Option<Watched>,
    },
    /// The page was hidden or shown.
    ClientState {
        /// Whether it is hidden.
        hidden: bool,
    },
    /// A request for `pong`.
    Ping,
}

/// The first frame.
#[derive(Debug)]
pub struct Hello {
    /// Session token.
    pub session_token: String,
    /// Cursor to resume from.
    pub resume: Resume,
    /// Whether the page is hidden.
    pub hidden: bool,
    /// A link of the same device that this one replaces.
    pub previous_session_id: Option<String>,
    /// The heartbeat the client asks for, in milliseconds.
    pub heartbeat_ms: Option<u64>,
}

/// Where a client resumes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resume {
    /// It has no cursor.
    Fresh,
    /// It has a cursor.
    From {
        /// Epoch of the cursor.
        log_epoch: String,
        /// Position up to which it has everything.
        log_position: i64,
    },
    /// The cursor is unreadable: the client gets an error and is treated as fresh.
    Malformed,
}

/// A message to store.
#[derive(Debug)]
pub struct Send {
    /// Client's id of the send.
    pub client_message_id: String,
    /// Target; `None` for an id that names nothing.
    pub target: Option<Target>,
    /// Whether it is a note for the team.
    pub note: bool,
    /// The team that the customer chose, where the send begins a conversation; none for what names nothing.
    pub team: Option<TeamId>,
    /// Content as JSON, unchecked.
    pub content: Box<RawValue>,
}

/// A request for a page of entries.
#[derive(Debug)]
pub struct Fetch {
    /// Id of the request, repeated in the answer.
    pub request_id: String,
    /// Conversation; `None` for an id that names nothing.
    pub conversation: Option<ConversationId>,
    /// Only entries above this sequence.
    pub after: Option<i64>,
    /// Only entries below this sequence.
    pub before: Option<i64>,
    /// Most entries.
    pub limit: Option<usize>,
}

/// Why a frame could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// `unknown_type` or `invalid`.
    pub code: &'static str,
    /// Explanation for a developer.
    pub message: String,
    /// Id of the request it belongs to.
    pub request_id: Option<String>,
    /// Client's id of the send it belongs to: the send is refused instead.
    pub client_message_id: Option<String>,
}

/// Reads the objects of one message, one after the other. After one that is not JSON, what follows cannot be read either.
pub fn parse(text: &str) -> impl Iterator<Item = Result<ClientFrame, Unreadable>> {
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let first = Some(objects.next().unwrap_or_else(|| serde_json::from_str("")));
    // Stays at its end after an error.
    first.into_iter().chain(objects).map(|object| match object {
        Ok(object) => read(object.get()),
        Err(error) => Err(unreadable("invalid", format!("This is not JSON: {error}"), None, None)),
    })
}

fn unreadable(
    code: &'static str,
    message: String,
    request_id: Option<String>,
    client_message_id: Option<String>,
) -> Unreadable {
    Unreadable { code, message, request_id, client_message_id }
}

/// The fields that tell the type of a frame, and to what it belongs if the rest of it is unreadable.
#[derive(Deserialize)]
struct Label<'a> {
    #[serde(rename = "type", borrow, default, deserialize_with = "text")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow, default, deserialize_with = "text")]
    request_id: Option<Cow<'a, str>>,
    #[serde(borrow, default, deserialize_with = "text")]
    client_message_id: Option<Cow<'a, str>>,
}

/// Text that is not copied unless something in it is escaped.
#[derive(Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// A text, or `None` for anything else.
fn text<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Cow<'a, str>>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).ok().map(|Text(text)| text))
}

fn read(object: &str) -> Result<ClientFrame, Unreadable> {
    let label = serde_json::from_str(object);
    let Ok(Label { kind: Some(kind), request_id, client_message_id }) = label else {
        let request_id = label.ok().and_then(|label: Label<'_>| label.request_id);
        return Err(unreadable(
            "invalid",
            "A frame is an object with a type.".into(),
            known(request_id),
            None,
        ));
    };
    let parsed = match &*kind {
        "hello" => serde_json::from_str(object).map(HelloWire::into_frame),
        "send" => serde_json::from_str(object).map(SendWire::into_frame),
        "continue" => Ok(ClientFrame::Continue),
        "progress" => {
            return progress(object)
                .map_err(|message| unreadable("invalid", message, known(request_id), None));
        }
        "fetch" => serde_json::from_str(object).map(FetchWire::into_frame),
        "typing" => serde_json::from_str(object).map(TypingWire::into_frame),
        "viewing" => serde_json::from_str(object).map(ViewingWire::into_frame),
        "watch" => {
            return watch(object).map_err(|message| unreadable("invalid", message, known(request_id), None));
        }
        "client_state" => serde_json::from_str(object)
            .map(|wire: StateWire| ClientFrame::ClientState { hidden: wire.state == Shown::Hidden }),
        "active" => Ok(ClientFrame::Active),
        "watch_wall" => {
            serde_json::from_str(object).map(|WallWire { active }| ClientFrame::WatchWall(active))
        }
        "ping" => Ok(ClientFrame::Ping),
        _ => {
            let message = "This type of frame is not known here.".into();
            return Err(unreadable("unknown_type", message, known(request_id), None));
        }
    };
    parsed.map_err(|error| {
        let client_message_id = client_message_id.filter(|_| kind == "send").map(Cow::into_owned);
        unreadable("invalid", format!("Wrong fields: {error}"), known(request_id), client_message_id)
    })
}

/// A `request_id` that can be repeated in an answer.
fn known(request_id: Option<Cow<'_, str>>) -> Option<String> {
    request_id.filter(|id| id.len() <= REQUEST_ID_BYTES).map(Cow::into_owned)
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
struct SendWire<'a> {
    client_message_id: String,
    #[serde(borrow, default)]
    conversation_id: Option<Text<'a>>,
    #[serde(default)]
    note: Option<bool>,
    #[serde(borrow, default)]
    team: Option<Text<'a>>,
    content: Box<RawValue>,
}

impl SendWire<'_> {
    fn into_frame(self) -> ClientFrame {
        ClientFrame::Send(Send {
            client_message_id: self.client_message_id,
            target: target(self.conversation_id.as_ref().map(|Text(id)| &**id)),
            note: self.note.unwrap_or(false),
            team: self.team.and_then(|Text(id)| id.parse().ok()),
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

fn progress(object: &str) -> Result<ClientFrame, String> {
    #[derive(Deserialize)]
    struct Wire {
        #[serde(default)]
        received: BTreeMap<String, i64>,
        #[serde(default)]
        read: BTreeMap<String, i64>,
    }
    let wire: Wire = serde_json::from_str(object).map_err(|error| format!("Wrong fields: {error}"))?;
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

impl TypingWire {
    fn into_frame(self) -> ClientFrame {
        ClientFrame::Typing {
            conversation: self.conversation_id.parse().ok(),
            active: self.active,
            preview: self.preview.map(|text| text.chars().take(PREVIEW_CHARS).collect()),
        }
    }
}

#[derive(Deserialize)]
struct ViewingWire {
    #[serde(default)]
    conversation_id: Option<String>,
    #[serde(default)]
    look_in: bool,
}

impl ViewingWire {
    fn into_frame(self) -> ClientFrame {
        let conversation = self.conversation_id.and_then(|id| id.parse().ok());
        ClientFrame::Viewing { conversation, look_in: self.look_in }
    }
}

#[derive(Deserialize)]
struct WallWire {
    active: bool,
}

#[derive(Deserialize)]
struct WatchWire {
    view: Option<String>,
    #[serde(default)]
    sort: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    rows: Option<usize>,
    #[serde(default)]
    request_id: Option<String>,
}

fn watch(object: &str) -> Result<ClientFrame, String> {
    let wire: WatchWire = serde_json::from_str(object).map_err(|error| format!("Wrong fields: {error}"))?;
    let request_id = wire.request_id;
    if request_id.as_ref().is_some_and(|id| id.len() > REQUEST_ID_BYTES) {
        return Err(format!("A request_id has at most {REQUEST_ID_BYTES} bytes."));
    }
    let Some(view) = wire.view else { return Ok(ClientFrame::Watch { request_id, watched: None }) };
    let asked = Asked::read(&view, wire.sort.as_deref(), wire.label.as_deref());
    let asked = asked.map_err(|fault| fault.message.into_owned())?;
    let rows = wire.rows.unwrap_or(WATCHED_ROWS);
    Ok(ClientFrame::Watch { request_id, watched: Some(Watched { asked, rows }) })
}

#[derive(Deserialize)]
struct StateWire {
    state: Shown,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        parse(text).map(|frame| frame.map_or_else(|wrong| wrong.code, |_| "ok")).collect()
    }

    #[test]
    fn a_message_holds_frames_until_one_is_no_json() {
        assert_eq!(codes("{\"type\":\"ping\"}\n {\"type\":\"continue\"}"), ["ok", "ok"]);
        assert_eq!(codes(r#"{"type":"ping"} nonsense {"type":"ping"}"#), ["ok", "invalid"]);
        assert_eq!(codes(r#"{"type":"ping"}{"type":"#), ["ok", "invalid"]);
        assert_eq!(codes(""), ["invalid"]);
        assert_eq!(codes(" \n"), ["invalid"]);
        assert_eq!(codes("[] 7 null {}"), ["invalid"; 4]);
    }

    #[test]
    fn what_a_frame_belongs_to_is_told_even_if_the_rest_is_wrong() {
        let wrong = |text: &str| parse(text).next().and_then(Result::err).expect("it is wrong");
        let send = wrong(r#"{"type":"send","client_message_id":"m\u0031","content":{},"note":"yes"}"#);
        assert_eq!((send.code, send.client_message_id.as_deref()), ("invalid", Some("m1")));
        let fetch = wrong(r#"{"type":"fetch","request_id":"r1"}"#);
        assert_eq!((fetch.code, fetch.request_id.as_deref()), ("invalid", Some("r1")));
        assert_eq!(fetch.client_message_id, None);
        let unknown = wrong(r#"{"request_id":"r2","type":"dance","request_ids":[[[]]]}"#);
        assert_eq!((unknown.code, unknown.request_id.as_deref()), ("unknown_type", Some("r2")));
        for unnamed in [r#"{"type":7}"#, r#"{"type":"dance","request_id":7}"#, r#"["type"]"#] {
            assert_eq!(wrong(unnamed).request_id, None, "{unnamed}");
        }
        let long = format!(r#"{{"type":"dance","request_id":"{}"}}"#, "r".repeat(REQUEST_ID_BYTES + 1));
        assert_eq!(wrong(&long).request_id, None);
    }

    #[test]
    fn nothing_is_nested_too_deep_to_be_refused() {
        let deep = "[".repeat(5_000) + &"]".repeat(5_000);
        assert_eq!(codes(&format!(r#"{{"type":"ping","extra":{deep}}}"#)), ["ok"]);
        assert_eq!(codes(&format!(r#"{{"type":"progress","read":{deep}}}"#)), ["invalid"]);
        let send = format!(r#"{{"type":"send","client_message_id":"m","content":{deep}}}"#);
        let Some(Ok(ClientFrame::Send(send))) = parse(&send).next() else { panic!("it is a send") };
        let refused = crate::domain::conversations::content::Content::read(send.content.get(), 100);
        assert_eq!(refused.unwrap_err().code, "invalid");
    }
}
