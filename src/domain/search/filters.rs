//! Conditions on messages, with names already resolved, as SQL over messages `m`, conversations `c` and contacts `k`.

use rusqlite::types::Value;

use super::question::Place;
use crate::clock::Timestamp;
use crate::events::ActorKind;
use crate::ids::{AgentId, TeamId};

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// Written by somebody of this kind.
    Kind(ActorKind),
    /// Written by one of these agents, or by a customer of this name.
    Named(Vec<AgentId>, String),
    /// Written by this agent.
    By(AgentId),
    /// The conversation has this label.
    Tag(String),
    /// One of these agents has the conversation.
    Agent(Vec<AgentId>),
    /// Nobody has the conversation.
    NoAgent,
    /// The conversation is of one of these teams.
    Team(Vec<TeamId>),
    /// The conversation is of no team.
    NoTeam,
    /// The conversation came through this channel.
    Channel(String),
    /// Written before.
    Before(Timestamp),
    /// Written then or after.
    After(Timestamp),
    /// What the conversation is.
    Place(Place),
    /// The message has a file.
    HasFile,
}

fn list<T>(ids: &[T], number: impl Fn(&T) -> i64) -> Value {
    let numbers: Vec<String> = ids.iter().map(|id| number(id).to_string()).collect();
    Value::Text(format!("[{}]", numbers.join(",")))
}

impl Filter {
    /// Whether it asks for the conversation alone, and so can be asked of a ticket.
    #[must_use]
    pub const fn is_about_conversations(&self) -> bool {
        matches!(
            self,
            Self::Tag(_)
                | Self::Agent(_)
                | Self::NoAgent
                | Self::Team(_)
                | Self::NoTeam
                | Self::Channel(_)
                | Self::Place(_)
        )
    }

    /// The condition with its parameters, each named `:f` and a number from `first` on; and their values.
    #[must_use]
    pub fn sql(&self, first: usize) -> (String, Vec<Value>) {
        let parameter = format!(":f{first}");
        let one = |sql: String, value: Value| (sql, vec![value]);
        let among = |column: &str| format!("{column} IN (SELECT value FROM json_each({parameter}))");
        match self {
            Self::Kind(kind) => (format!("m.sender_kind = {}", kind.number()), vec![]),
            Self::By(agent) => one(
                format!("m.sender_kind = {} AND m.sender_id = {parameter}", ActorKind::Agent.number()),
                Value::Integer(agent.0),
            ),
            Self::Named(agents, name) => {
                let (visitor, agent) = (ActorKind::Visitor.number(), ActorKind::Agent.number());
                let name_of = format!(":f{} COLLATE NOCASE", first + 1);
                let sql = format!(
                    "(m.sender_kind = {agent} AND {} OR m.sender_kind = {visitor} AND k.name = {name_of}
                      OR EXISTS (SELECT 1 FROM entry_details d
                                  WHERE d.log_position = m.log_position
                                    AND json_extract(d.detail, '$.name') = {name_of}))",
                    among("m.sender_id"),
                );
                (sql, vec![list(agents, |id| id.0), Value::Text(name.clone())])
            }
            Self::Tag(label) => one(
                format!(
                    "EXISTS (SELECT 1 FROM conversation_labels l
                              WHERE l.conversation_id = c.id AND l.label = {parameter} COLLATE NOCASE)"
                ),
                Value::Text(label.clone()),
            ),
            Self::Agent(agents) => one(among("c.agent_id"), list(agents, |id| id.0)),
            Self::NoAgent => ("c.agent_id IS NULL".to_owned(), vec![]),
            Self::Team(teams) => one(among("c.team_id"), list(teams, |id| id.0)),
            Self::NoTeam => ("c.team_id IS NULL".to_owned(), vec![]),
            Self::Channel(channel) => one(format!("c.channel = {parameter}"), Value::Text(channel.clone())),
            Self::Before(at) => one(format!("m.sent_at < {parameter}"), Value::Integer(at.0)),
            Self::After(at) => one(format!("m.sent_at >= {parameter}"), Value::Integer(at.0)),
            Self::Place(place) => one(format!("c.kind = {parameter}"), Value::Integer(*place as i64)),
            Self::HasFile => (
                "EXISTS (SELECT 1 FROM message_files f
                          WHERE f.conversation_id = m.conversation_id AND f.sequence = m.sequence)"
                    .to_owned(),
                vec![],
            ),
        }
    }
}
