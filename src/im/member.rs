//! A visitor or agent, as frames and rows name them.

use serde::Serialize;

use crate::events::Actor;

/// A visitor or agent, as frames name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// `visitor`, `agent`, `bot` or `system`.
    pub kind: &'static str,
    /// The public id.
    pub id: Option<String>,
}

impl From<Actor> for Member {
    fn from(actor: Actor) -> Self {
        Self { kind: actor.kind.name(), id: actor.public_id() }
    }
}
