//! What a macro does, as somebody wrote it down: read, checked, and told by the place of what is wrong.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ACTIONS_MAX, variables};
use crate::events::Priority;
use crate::fault::Fault;
use crate::ids::{AgentId, TeamId, TicketStatusId};
use crate::text;

/// Longest name, in characters.
const NAME_CHARS: usize = 60;
/// Most labels of one action.
const LABELS_MAX: usize = 20;
/// Longest snooze, in minutes: a year.
const SNOOZE_MINUTES: i64 = 366 * 24 * 60;
/// Stands for whoever runs the macro.
const ME: &str = "me";

/// Something that a macro does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = MacroAction)]
pub enum Action {
    /// Gives the conversation to somebody.
    Assign {
        /// An agent, `me` for whoever runs the macro; null gives it to nobody.
        #[schema(example = "me")]
        agent_id: Option<String>,
    },
    /// Gives it to a team.
    Team {
        /// The team.
        #[schema(example = "tm_01jb7q2m4k9zz")]
        team_id: String,
    },
    /// Changes its priority.
    Priority {
        /// `urgent`, `high`, `normal` or `low`.
        #[schema(example = "high")]
        priority: String,
    },
    /// Adds labels.
    AddLabels {
        /// Their names; new ones join the catalogue.
        labels: Vec<String>,
    },
    /// Removes labels.
    RemoveLabels {
        /// Their names.
        labels: Vec<String>,
    },
    /// Writes a note for the team.
    Note {
        /// The note, with variables.
        text: String,
    },
    /// Puts the conversation off.
    Snooze {
        /// For how long; null until the customer answers.
        #[schema(example = 180)]
        minutes: Option<i64>,
    },
    /// Gives a ticket another status; a chat has none.
    Status {
        /// The status.
        #[schema(example = "ts_01jb7q2m4k9zz")]
        status_id: String,
    },
    /// Closes it.
    Close {},
}

/// To whom an action gives the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignee {
    /// Whoever runs the macro.
    Me,
    /// This agent.
    Agent(AgentId),
    /// Nobody.
    Nobody,
}

impl Action {
    /// What it does, as documents say it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Assign { .. } => "assign",
            Self::Team { .. } => "team",
            Self::Priority { .. } => "priority",
            Self::AddLabels { .. } => "add_labels",
            Self::RemoveLabels { .. } => "remove_labels",
            Self::Note { .. } => "note",
            Self::Snooze { .. } => "snooze",
            Self::Status { .. } => "status",
            Self::Close {} => "close",
        }
    }

    /// Whom it assigns the conversation to; `None` for another action, and for an id that is none.
    #[must_use]
    pub fn assignee(&self) -> Option<Assignee> {
        match self {
            Self::Assign { agent_id: None } => Some(Assignee::Nobody),
            Self::Assign { agent_id: Some(id) } if id == ME => Some(Assignee::Me),
            Self::Assign { agent_id: Some(id) } => id.parse().ok().map(Assignee::Agent),
            _ => None,
        }
    }

    /// Whether it can still be done to a conversation that is closed.
    const fn follows_close(&self) -> bool {
        matches!(
            self,
            Self::Priority { .. } | Self::AddLabels { .. } | Self::RemoveLabels { .. } | Self::Note { .. }
        )
    }

    fn check(&self, at: &str, text_chars: usize) -> Result<(), Fault> {
        match self {
            Self::Assign { .. } if self.assignee().is_none() => {
                Err(Fault::invalid(format!("{at}.agent_id"), "This is not an agent's id."))
            }
            Self::Team { team_id } if team_id.parse::<TeamId>().is_err() => {
                Err(Fault::invalid(format!("{at}.team_id"), "This is not the id of a team."))
            }
            Self::Status { status_id } if status_id.parse::<TicketStatusId>().is_err() => {
                Err(Fault::invalid(format!("{at}.status_id"), "This is not the id of a status."))
            }
            Self::Priority { priority } if Priority::from_name(priority).is_none() => {
                let names = Priority::ALL.map(Priority::name).join(", ");
                Err(Fault::invalid(format!("{at}.priority"), format!("Use one of {names}.")))
            }
            Self::AddLabels { labels } | Self::RemoveLabels { labels }
                if labels.is_empty() || labels.len() > LABELS_MAX =>
            {
                Err(Fault::invalid(format!("{at}.labels"), format!("Name 1 to {LABELS_MAX} labels.")))
            }
            Self::Snooze { minutes: Some(minutes) } if !(1..=SNOOZE_MINUTES).contains(minutes) => {
                Err(Fault::invalid(format!("{at}.minutes"), "Use 1 minute to 366 days."))
            }
            Self::Note { text } => check_words(&format!("{at}.text"), text, text_chars),
            _ => Ok(()),
        }
    }
}

/// What a macro does: the reply goes out first, then the actions follow in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = MacroDocument)]
pub struct Document {
    /// Words for the customer, with the variables `{{contact.name}}`, `{{contact.email}}`, `{{contact.phone}}`, `{{agent.name}}`,
    /// `{{shop.name}}` and `{{page.title}}`.
    #[schema(example = "{{contact.name}}, a new one is on its way.")]
    pub reply: Option<String>,
    /// At most 20.
    pub actions: Vec<Action>,
}

impl Document {
    /// Checks all of it.
    pub fn check(&self, text_chars: usize) -> Result<(), Fault> {
        if let Some(reply) = &self.reply {
            check_words("reply", reply, text_chars)?;
        }
        if self.actions.len() > ACTIONS_MAX {
            return Err(Fault::invalid("actions", format!("Use at most {ACTIONS_MAX} actions.")));
        }
        if self.reply.is_none() && self.actions.is_empty() {
            return Err(Fault::invalid("actions", "Write a reply, or name an action."));
        }
        let mut is_closed = false;
        for (place, action) in self.actions.iter().enumerate() {
            let at = format!("actions[{place}]");
            if is_closed && !action.follows_close() {
                return Err(Fault::invalid(
                    at,
                    "After closing only labels, the priority and notes can follow.",
                ));
            }
            action.check(&at, text_chars)?;
            is_closed |= matches!(action, Action::Close {});
        }
        Ok(())
    }

    /// As it is stored.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a macro holds only what JSON can say")
    }
}

fn check_words(field: &str, words: &str, text_chars: usize) -> Result<(), Fault> {
    if text::is_blank(words) || words.chars().count() > text_chars || words.contains('\0') {
        return Err(Fault::invalid(field.to_owned(), format!("Use 1 to {text_chars} characters.")));
    }
    match variables::unknown(words) {
        Some(unknown) => Err(Fault::invalid(
            field.to_owned(),
            format!("There is no variable {unknown:.60}; use one of {}.", variables::NAMES.join(", ")),
        )),
        None => Ok(()),
    }
}

/// A name as it can be.
pub fn clean_name(name: &str) -> Result<String, Fault> {
    text::given(name, NAME_CHARS)
        .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(document: &Value) -> Result<Document, Fault> {
        let read: Document =
            serde_path_to_error::deserialize(document).map_err(|error| Fault::misread("", &error))?;
        read.check(30).map(|()| read)
    }

    #[test]
    fn what_a_macro_can_do() {
        let (agent, team) = (AgentId(7).to_string(), TeamId(7).to_string());
        let long = "x".repeat(31);
        let close = json!({ "do": "close" });
        let label = json!({ "do": "add_labels", "labels": ["vip"] });
        for (document, wrong) in [
            (json!({ "reply": "Hello {{contact.name}}" }), None),
            (json!({ "actions": [{ "do": "assign", "agent_id": "me" }, { "do": "assign" }] }), None),
            (json!({ "actions": [{ "do": "assign", "agent_id": agent }, close] }), None),
            (json!({ "actions": [{ "do": "team", "team_id": team }] }), None),
            (json!({ "actions": [close, label, { "do": "priority", "priority": "low" }] }), None),
            (
                json!({ "actions": [{ "do": "snooze", "minutes": null }, { "do": "note", "text": "n" }] }),
                None,
            ),
            (json!({}), Some("actions")),
            (json!({ "reply": " " }), Some("reply")),
            (json!({ "reply": long }), Some("reply")),
            (json!({ "reply": "Hello {{contact.age}}" }), Some("reply")),
            (json!({ "replies": "x" }), Some("replies")),
            (json!({ "actions": vec![label.clone(); 21] }), Some("actions")),
            (json!({ "actions": [label, { "do": "fly" }] }), Some("actions[1].do")),
            (json!({ "actions": [{ "do": "team" }] }), Some("actions[0].team_id")),
            (json!({ "actions": [{ "do": "team", "team_id": "x" }] }), Some("actions[0].team_id")),
            (json!({ "actions": [{ "do": "status", "status_id": "x" }] }), Some("actions[0].status_id")),
            (json!({ "actions": [{ "do": "assign", "agent_id": "x" }] }), Some("actions[0].agent_id")),
            (json!({ "actions": [{ "do": "priority", "priority": "loud" }] }), Some("actions[0].priority")),
            (json!({ "actions": [{ "do": "add_labels", "labels": [] }] }), Some("actions[0].labels")),
            (json!({ "actions": [{ "do": "snooze", "minutes": 0 }] }), Some("actions[0].minutes")),
            (json!({ "actions": [{ "do": "snooze", "minutes": 600_000 }] }), Some("actions[0].minutes")),
            (json!({ "actions": [{ "do": "note", "text": "{{x}}" }] }), Some("actions[0].text")),
            (json!({ "actions": [close, { "do": "assign" }] }), Some("actions[1]")),
            (json!({ "actions": [close, close] }), Some("actions[1]")),
        ] {
            let field = read(&document).err().and_then(|fault| fault.field);
            assert_eq!(field.as_deref(), wrong, "{document}");
        }
    }

    #[test]
    fn what_is_stored_reads_as_it_was_written() {
        let document = json!({
            "reply": "您好",
            "actions": [{ "do": "assign", "agent_id": null }, { "do": "close" }],
        });
        let read = read(&document).expect("a macro");
        assert_eq!(serde_json::from_str::<Value>(&read.to_json()).ok(), Some(document));
    }
}
