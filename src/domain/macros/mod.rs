//! Macros: a reply and actions that an agent does to a conversation in one go, kept by the team or by one agent.

mod document;
pub mod store;
pub mod variables;

use crate::clock::Timestamp;
use crate::fault::{Fault, Kind, Named};
use crate::ids::{AgentId, MacroId};

pub use document::{Action, Assignee, Document, clean_name};

/// Most macros of the team, and most of one agent.
pub const MACROS_MAX: usize = 200;
/// Most actions of one macro.
pub const ACTIONS_MAX: usize = 20;
/// Most conversations that a macro is run on in one call.
pub const RUN_MAX: usize = 100;

/// A macro as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Macro {
    /// The id.
    pub id: MacroId,
    /// Whose; `None` for the team's.
    pub agent: Option<AgentId>,
    /// What it is called.
    pub name: String,
    /// What it does; `None` where this version cannot read it.
    pub document: Option<Document>,
    /// How many conversations it was run on.
    pub used: i64,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// There are as many as can be.
#[must_use]
pub const fn macro_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "macro_limit", "There are as many macros as can be kept. Delete some.")
}

/// A status that an action names is no more.
#[must_use]
pub const fn unknown_status() -> Fault {
    Fault::new(Kind::RuleBroken, "unknown_status", "There is no ticket status with this id.")
}

/// A later version wrote it.
#[must_use]
pub const fn unreadable() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "unreadable",
        "This version of the desk cannot read the macro. Write it anew.",
    )
}

/// Variables that have no value for the conversation.
#[must_use]
pub fn missing_variables(names: &[&'static str]) -> Fault {
    let mut fault = Fault::new(Kind::RuleBroken, "missing_variable", "")
        .saying(format!("Nothing is known for {}. Say what to write there.", names.join(", ")));
    fault.field = names.first().map(|name| (*name).into());
    fault.named = names
        .iter()
        .map(|name| Named { kind: "variable", id: String::new(), name: (*name).into() })
        .collect();
    fault
}

/// The fault of one action, which it names by its place and by what it does.
#[must_use]
pub fn of_action(mut fault: Fault, place: usize, action: &Action) -> Fault {
    fault.field = Some(format!("actions[{place}]").into());
    fault.named.push(Named { kind: "action", id: place.to_string(), name: action.name().to_owned() });
    fault
}
