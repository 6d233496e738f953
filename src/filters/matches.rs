//! Asking a filter in memory.

use super::fields::{Field, Stored, is_done};
use super::tree::{Condition, Filter, Op, Operand};
use crate::clock::Timestamp;
use crate::events::{Priority, State};
use crate::ids::{AgentId, TeamId, TicketStatusId, TicketTypeId, WidgetId};

/// What is known of a conversation and its customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The time at which is asked.
    pub now: Timestamp,
    /// The asking agent, if it is one.
    pub me: Option<AgentId>,
    /// Its state.
    pub state: State,
    /// Its agent.
    pub agent: Option<AgentId>,
    /// Its team.
    pub team: Option<TeamId>,
    /// Its priority.
    pub priority: Priority,
    /// What kind of conversation it is, by the stored number.
    pub kind: i64,
    /// The channel it came by.
    pub channel: String,
    /// Labels that the team gave.
    pub labels: Vec<String>,
    /// Since when the customer waits.
    pub waiting_since: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When its earliest promise is due.
    pub due_at: Option<Timestamp>,
    /// Whether the shop vouched for the customer.
    pub verified: bool,
    /// Status of a ticket.
    pub status: Option<TicketStatusId>,
    /// The stored number of what it means.
    pub category: Option<i64>,
    /// Type of a ticket.
    pub ticket_type: Option<TicketTypeId>,
    /// The language that the customer's browser asks for.
    pub language: Option<String>,
    /// The widget it came by.
    pub widget: Option<WidgetId>,
    /// Address of the page the customer looks at.
    pub page: Option<String>,
    /// The team that the customer chose.
    pub chosen_team: Option<TeamId>,
    /// Whether the shop is open.
    pub hours_open: bool,
    /// Whether the customer was here before.
    pub returning: bool,
    /// Attributes that the shop vouched for, by name.
    pub attributes: Vec<(String, String)>,
}

impl Filter {
    /// Whether the conversation is among those that are asked for.
    #[must_use]
    pub fn matches(&self, facts: &Facts) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.matches(facts)),
            Self::Any(filters) => filters.iter().any(|filter| filter.matches(facts)),
            Self::One(condition) => condition.holds(facts),
        }
    }
}

impl Filter {
    /// Whether a conversation in this state could match, whatever else is true of it. Lists read less where it cannot.
    #[must_use]
    pub fn could_match(&self, state: State) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.could_match(state)),
            Self::Any(filters) => filters.iter().any(|filter| filter.could_match(state)),
            Self::One(Condition { field: Field::State, op, value }) => {
                let named = value.values().iter().flatten().any(|name| State::from_name(name) == Some(state));
                named == matches!(op, Op::Is | Op::In)
            }
            // A ticket stands as its status means.
            Self::One(Condition { field: Field::Category, op: Op::Is | Op::In, value }) => {
                let fits = |name: &String| is_done(name).is_none_or(|done| done == (state == State::Closed));
                value.values().iter().any(|name| name.as_ref().is_none_or(fits))
            }
            Self::One(_) => true,
        }
    }

    /// Whether only tickets can match.
    #[must_use]
    pub fn asks_for_tickets(&self) -> bool {
        match self {
            Self::All(filters) => filters.iter().any(Self::asks_for_tickets),
            Self::Any(filters) => !filters.is_empty() && filters.iter().all(Self::asks_for_tickets),
            Self::One(Condition { field, op: Op::Is | Op::In, value }) => {
                let values = value.values();
                let named = !values.is_empty() && values.iter().all(Option::is_some);
                match field {
                    Field::Kind => named && values.iter().flatten().all(|kind| kind == "ticket"),
                    Field::Status | Field::Category | Field::TicketType => named,
                    _ => false,
                }
            }
            Self::One(_) => false,
        }
    }

    /// A label without which nothing matches, if there is one. Lists look for it first.
    #[must_use]
    pub fn required_label(&self) -> Option<&str> {
        match self {
            Self::All(filters) => filters.iter().find_map(Self::required_label),
            Self::One(Condition { field: Field::Label, op: Op::Has, value: Operand::Single(label) }) => {
                label.as_deref()
            }
            _ => None,
        }
    }

    /// Whether time alone changes what matches.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        match self {
            Self::All(filters) | Self::Any(filters) => filters.iter().any(Self::is_timed),
            Self::One(condition) => matches!(condition.value, Operand::Number(_)),
        }
    }
}

impl Condition {
    fn holds(&self, facts: &Facts) -> bool {
        let has_one = || self.value.values().iter().any(|value| facts.has(&self.field, value.as_deref()));
        match self.op {
            Op::Is if matches!(self.value, Operand::Bool(_)) => {
                facts.yes(&self.field).map(Operand::Bool).as_ref() == Some(&self.value)
            }
            Op::Is | Op::In | Op::Has | Op::HasAny => has_one(),
            Op::IsNot | Op::NotIn | Op::HasNot => !has_one(),
            Op::Contains => facts.contains(&self.field, &self.value),
            Op::ContainsNot => !facts.contains(&self.field, &self.value),
            Op::MoreThan | Op::LessThan => match (facts.duration(&self.field), &self.value) {
                (Some(held), Operand::Number(wanted)) if self.op == Op::MoreThan => held > *wanted,
                (Some(held), Operand::Number(wanted)) => held < *wanted,
                _ => false,
            },
        }
    }
}

impl Facts {
    /// Whether a field has a value; `None` asks whether it has none.
    fn has(&self, field: &Field, value: Option<&str>) -> bool {
        let Some(value) = value else { return self.held(field).is_none() };
        match (field, field.stored(value, self.me)) {
            (_, None) => false,
            (Field::Label, _) => self.labels.iter().any(|label| label == value),
            (Field::Language, _) => self.speaks(value),
            (_, wanted) => self.held(field) == wanted,
        }
    }

    /// What a field with one value holds.
    fn held(&self, field: &Field) -> Option<Stored> {
        let number = match field {
            Field::State => Some(self.state as i64),
            Field::Priority => Some(self.priority as i64),
            Field::Kind => Some(self.kind),
            Field::Agent => self.agent.map(|id| id.0),
            Field::Team => self.team.map(|id| id.0),
            Field::ChosenTeam => self.chosen_team.map(|id| id.0),
            Field::Widget => self.widget.map(|id| id.0),
            Field::Status => self.status.map(|id| id.0),
            Field::Category => self.category,
            Field::TicketType => self.ticket_type.map(|id| id.0),
            _ => return self.words(field).map(|words| Stored::Text(words.to_owned())),
        };
        number.map(Stored::Number)
    }

    fn words(&self, field: &Field) -> Option<&str> {
        match field {
            Field::Channel => Some(&self.channel),
            Field::Language => self.language.as_deref(),
            Field::Page => self.page.as_deref(),
            Field::Attribute(name) => {
                self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
            }
            _ => None,
        }
    }

    fn contains(&self, field: &Field, value: &Operand) -> bool {
        let words = self.words(field).map(str::to_lowercase).unwrap_or_default();
        let found =
            |value: &Option<String>| value.as_ref().is_some_and(|it| words.contains(&it.to_lowercase()));
        value.values().iter().any(found)
    }

    /// Whether the customer's language is this one, or a kind of it.
    fn speaks(&self, wanted: &str) -> bool {
        let language = self.language.as_deref().unwrap_or_default().to_lowercase();
        let rest = language.strip_prefix(&wanted.to_lowercase());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    fn duration(&self, field: &Field) -> Option<i64> {
        let ago = |at: Timestamp| self.now.0.saturating_sub(at.0);
        match field {
            Field::WaitingMs => self.waiting_since.map(ago),
            Field::IdleMs => Some(ago(self.updated_at)),
            Field::AgeMs => Some(ago(self.opened_at)),
            Field::DueInMs => self.due_at.map(|at| at.0.saturating_sub(self.now.0)),
            _ => None,
        }
    }

    fn yes(&self, field: &Field) -> Option<bool> {
        match field {
            Field::Verified => Some(self.verified),
            Field::HoursOpen => Some(self.hours_open),
            Field::Returning => Some(self.returning),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn facts() -> Facts {
        Facts {
            now: Timestamp(100_000),
            me: None,
            state: State::Waiting,
            agent: None,
            team: None,
            priority: Priority::Normal,
            kind: 0,
            channel: "web".to_owned(),
            labels: vec!["退款".to_owned()],
            waiting_since: Some(Timestamp(40_000)),
            updated_at: Timestamp(90_000),
            opened_at: Timestamp(0),
            due_at: None,
            verified: true,
            status: None,
            category: None,
            ticket_type: None,
            language: Some("zh-CN".to_owned()),
            widget: Some(WidgetId(5)),
            page: Some("https://shop.test/Cart?x=1".to_owned()),
            chosen_team: None,
            hours_open: false,
            returning: true,
            attributes: vec![("level".to_owned(), "Gold".to_owned())],
        }
    }

    #[test]
    fn what_cannot_be_closed_is_known_from_the_tree() {
        let open = json!({ "field": "state", "op": "in", "value": ["open", "waiting"] });
        let not_closed = json!({ "field": "state", "op": "is_not", "value": "closed" });
        let web = json!({ "field": "channel", "op": "is", "value": "web" });
        for (filter, could) in [
            (json!({ "all": [] }), true),
            (open.clone(), false),
            (not_closed.clone(), false),
            (json!({ "all": [web, not_closed] }), false),
            (json!({ "any": [web, open] }), true),
            (json!({ "any": [open, { "all": [open, web] }] }), false),
        ] {
            let read: Filter = serde_json::from_value(filter.clone()).expect("a filter");
            assert_eq!(read.could_match(State::Closed), could, "{filter}");
            assert!(!read.is_timed());
        }
        let waits = json!({ "any": [{ "field": "waiting_ms", "op": "more_than", "value": 5 }] });
        assert!(serde_json::from_value::<Filter>(waits).expect("a filter").is_timed());
    }

    #[test]
    fn what_rules_alone_ask_for_is_compared_as_it_says() {
        let widget = WidgetId(5).to_string();
        for (field, op, value, expected) in [
            ("language", "is", json!("zh"), true),
            ("language", "is", json!("zh-cn"), true),
            ("language", "is", json!("z"), false),
            ("language", "not_in", json!(["en", "ja"]), true),
            ("widget", "is", json!(widget), true),
            ("page", "contains", json!("/cart"), true),
            ("page", "contains_not", json!("/pay"), true),
            ("chosen_team", "is", Value::Null, true),
            ("hours_open", "is", json!(false), true),
            ("returning", "is", json!(false), false),
            ("attribute:level", "is", json!("Gold"), true),
            ("attribute:level", "is", json!("gold"), false),
            ("attribute:level", "contains", json!("gold"), true),
            ("attribute:since", "is", Value::Null, true),
            ("attribute:since", "contains_not", json!("2"), true),
            ("waiting_ms", "more_than", json!(59_999), true),
            ("waiting_ms", "more_than", json!(60_000), false),
            ("due_in_ms", "less_than", json!(1), false),
        ] {
            let filter = json!({ "field": field, "op": op, "value": value });
            let read: Filter = serde_json::from_value(filter.clone()).expect("a filter");
            assert_eq!(read.check(super::super::Fields::Rules), Ok(()), "{filter}");
            assert_eq!(read.matches(&facts()), expected, "{filter}");
        }
    }
}
