//! A ticket as it is: its first values and every change since, one after another.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::category::Category;
use super::changes::{self, Change};
use super::fields::Values;
use super::statuses::usual;
use crate::clock::Timestamp;
use crate::ids::{ConversationId, TicketStatusId, TicketTypeId};

/// The part of another conversation that a ticket came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The other conversation.
    pub conversation_id: ConversationId,
    /// The first sequence.
    pub from: i64,
    /// The last one.
    pub to: i64,
}

/// A ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// Its conversation.
    pub id: ConversationId,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its status.
    pub status: TicketStatusId,
    /// What the status means.
    pub category: Category,
    /// Its type.
    pub of: Option<TicketTypeId>,
    /// What it says in the fields of its type.
    pub fields: Values,
    /// When it is due.
    pub due_at: Option<Timestamp>,
    /// Where it came from.
    pub source: Option<Source>,
    /// Its id at the shop's own system.
    pub external_id: Option<String>,
    /// When it became a ticket.
    pub created_at: Timestamp,
    /// When it was solved; `None` while it is not.
    pub solved_at: Option<Timestamp>,
}

/// The id at the shop's own system, among the first values.
pub const EXTERNAL_ID: &str = "external_id";

impl Ticket {
    /// A ticket right after it got its number.
    #[must_use]
    pub fn begun(id: ConversationId, number: i64, at: Timestamp) -> Self {
        Self {
            id,
            number,
            title: String::new(),
            status: usual(Category::New),
            category: Category::New,
            of: None,
            fields: Values::new(),
            due_at: None,
            source: None,
            external_id: None,
            created_at: at,
            solved_at: None,
        }
    }

    /// Applies what changed with one entry. What a change means for a ticket is defined here and nowhere else.
    pub fn apply(&mut self, changes: &[Change], at: Timestamp) {
        for Change { field, to, .. } in changes {
            let text = || to.as_str().unwrap_or_default();
            match field.as_str() {
                changes::TITLE => text().clone_into(&mut self.title),
                changes::STATUS => self.stands(to, at),
                changes::TYPE => self.of = id_of(to),
                changes::DUE => self.due_at = Timestamp::parse(text()),
                changes::SOURCE => self.source = source(to),
                EXTERNAL_ID => self.external_id = to.as_str().map(str::to_owned),
                other => match other.strip_prefix(changes::FIELD) {
                    Some(key) if to.is_null() => drop(self.fields.remove(key)),
                    Some(key) => drop(self.fields.insert(key.to_owned(), to.clone())),
                    // Followers and links have rows of their own.
                    None => {}
                },
            }
        }
    }

    fn stands(&mut self, status: &Value, at: Timestamp) {
        let Some(id) = id_of(status) else { return };
        let was_done = self.category.is_done();
        self.status = id;
        self.category =
            status["category"].as_str().and_then(Category::from_name).unwrap_or(Category::Open);
        self.solved_at = match (was_done, self.category.is_done()) {
            (_, false) => None,
            (true, true) => self.solved_at,
            (false, true) => Some(at),
        };
    }
}

fn id_of<T: std::str::FromStr>(value: &Value) -> Option<T> {
    value["id"].as_str().and_then(|text| text.parse().ok())
}

fn source(value: &Value) -> Option<Source> {
    #[derive(Deserialize)]
    struct Stored {
        conversation_id: String,
        from: i64,
        to: i64,
    }
    let Stored { conversation_id, from, to } = serde_json::from_value(value.clone()).ok()?;
    Some(Source { conversation_id: conversation_id.parse().ok()?, from, to })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::tickets::statuses::Status;
    use crate::i18n::Locale;

    fn to(category: Category) -> Change {
        let status = Status { id: usual(category), name: None, public: None, category };
        Change::of(changes::STATUS, Value::Null, status.named(Locale::En).to_change())
    }

    #[test]
    fn it_is_solved_while_its_status_says_so() {
        let mut ticket = Ticket::begun(ConversationId(5), 1, Timestamp(0));
        for (at, category, solved) in [
            (1, Category::Open, None),
            (2, Category::Solved, Some(2)),
            (3, Category::Closed, Some(2)),
            (4, Category::Open, None),
            (5, Category::Closed, Some(5)),
        ] {
            ticket.apply(&[to(category)], Timestamp(at));
            assert_eq!((ticket.category, ticket.solved_at), (category, solved.map(Timestamp)), "{at}");
            assert_eq!(ticket.status, usual(category));
        }
    }

    #[test]
    fn changes_one_after_another_give_the_ticket() {
        let mut ticket = Ticket::begun(ConversationId(5), 1, Timestamp(0));
        let of = json!({ "id": TicketTypeId(9), "name": "破损" });
        let source = json!({ "conversation_id": ConversationId(7), "from": 2, "to": 4 });
        let due = "2026-03-01T08:00:00.000Z";
        ticket.apply(
            &[
                Change::of(changes::TITLE, Value::Null, json!("盖碗")),
                Change::of(changes::TYPE, Value::Null, of),
                Change::of("field:order", Value::Null, json!("1042")),
                Change::of("field:size", Value::Null, json!("S")),
                Change::of(changes::DUE, Value::Null, json!(due)),
                Change::of(changes::SOURCE, Value::Null, source),
                Change::of(EXTERNAL_ID, Value::Null, json!("erp-1")),
                Change::of(changes::FOLLOWERS, json!([]), json!(["a_1"])),
            ],
            Timestamp(1),
        );
        assert_eq!((ticket.title.as_str(), ticket.of), ("盖碗", Some(TicketTypeId(9))));
        assert_eq!(Value::from(ticket.fields.clone()), json!({ "order": "1042", "size": "S" }));
        assert_eq!(ticket.due_at.map(|at| at.to_string()).as_deref(), Some(due));
        assert_eq!(ticket.source, Some(Source { conversation_id: ConversationId(7), from: 2, to: 4 }));
        ticket.apply(
            &[
                Change::of("field:size", json!("S"), Value::Null),
                Change::of(changes::DUE, json!(due), Value::Null),
                Change::of(changes::TYPE, Value::Null, Value::Null),
            ],
            Timestamp(2),
        );
        assert_eq!((ticket.of, ticket.due_at, ticket.fields.len()), (None, None, 1));
        assert_eq!(ticket.external_id.as_deref(), Some("erp-1"));
    }
}
