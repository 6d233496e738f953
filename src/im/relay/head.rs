//! The head of a frame: the fields that decide where it goes.

use std::borrow::Cow;

use serde::Deserialize;

use crate::events::LogPosition;

/// The fields of a frame that decide where it goes.
#[derive(Debug, Deserialize)]
pub(super) struct Head<'a> {
    #[serde(borrow)]
    pub(super) r#type: Cow<'a, str>,
    pub(super) log_position: Option<LogPosition>,
    #[serde(borrow)]
    pub(super) client_message_id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub(super) request_id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub(super) session_id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub(super) log_epoch: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub(super) resume: Option<Cow<'a, str>>,
    pub(super) identity: Option<Identity>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Identity {
    pub(super) kind: String,
    pub(super) id: Option<String>,
}

impl Head<'_> {
    /// Whether it goes out in the order of positions.
    pub(super) fn is_ordered(&self) -> bool {
        matches!(&*self.r#type, "accepted" | "message" | "entry" | "erased" | "caught_up")
    }

    /// Whether it answers a frame without moving the cursor.
    pub(super) fn is_answer(&self) -> bool {
        matches!(&*self.r#type, "refused" | "paused" | "page" | "pong" | "error")
    }
}

/// What the answer to a frame will look like, where one comes later.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Expected {
    Send(String),
    Page(String),
}

/// What the answer to a frame will look like, if it has one that comes later.
pub(super) fn expected(frame: &str) -> Option<Expected> {
    let head: Head<'_> = serde_json::from_str(frame).ok()?;
    match &*head.r#type {
        "send" => Some(Expected::Send(head.client_message_id?.into_owned())),
        "fetch" => Some(Expected::Page(head.request_id?.into_owned())),
        _ => None,
    }
}
