//! Which conversations somebody may read. Lists, counts, replay, live entries and files ask the same scope, here and *nowhere
//! else*.

use super::audience::Audience;
use crate::ids::{ContactId, VisitorId};

/// A set of conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's: people at the desk.
    Everything,
    /// All of one person, for whom the shop vouched.
    Contact(ContactId),
    /// Those that this visitor began.
    Visitor(VisitorId),
}

impl Scope {
    /// What a visitor may read: their own, or all of their person once they are verified.
    #[must_use]
    pub const fn of_visitor(id: VisitorId, contact: ContactId, verified: bool) -> Self {
        if verified { Self::Contact(contact) } else { Self::Visitor(id) }
    }

    /// Whether it holds a conversation with this contact and visitor.
    #[must_use]
    pub fn covers(self, contact: ContactId, visitor: VisitorId) -> bool {
        match self {
            Self::Everything => true,
            Self::Contact(own) => own == contact,
            Self::Visitor(own) => own == visitor,
        }
    }

    /// The audience of entries inside it.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::Everything => Audience::Agents,
            Self::Contact(_) | Self::Visitor(_) => Audience::Visitors,
        }
    }

    /// The same as a condition over the table of conversations, with the value of its parameter `:scope`.
    #[must_use]
    pub const fn sql(self) -> (&'static str, i64) {
        match self {
            // Depends on no row: SQLite evaluates it once.
            Self::Everything => (":scope = 0", 0),
            Self::Contact(id) => ("contact_id = :scope", id.0),
            Self::Visitor(id) => ("visitor_id = :scope", id.0),
        }
    }
}

impl Scope {
    /// Which persons somebody reads, as a condition over the table of contacts with the value of its parameter `:scope`: those who have
    /// a conversation inside the scope.
    #[must_use]
    pub fn sql_of_contacts(self) -> (String, i64) {
        let (within, scope) = self.sql();
        let condition = match self {
            Self::Everything => within.to_owned(),
            Self::Contact(_) | Self::Visitor(_) => {
                format!(
                    "EXISTS (SELECT 1 FROM conversations c WHERE c.contact_id = contacts.id AND {within})"
                )
            }
        };
        (condition, scope)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn a_scope_holds_the_same_by_rule_and_by_query() {
        let conn = Connection::open_in_memory().expect("a database");
        conn.execute_batch(
            "CREATE TABLE conversations (contact_id INTEGER, visitor_id INTEGER);
             INSERT INTO conversations VALUES (1, 11), (1, 12), (2, 21), (3, 1);",
        )
        .expect("the table");
        let all = [(1, 11), (1, 12), (2, 21), (3, 1)];
        for (scope, expected) in [
            (Scope::Everything, all.to_vec()),
            (Scope::Contact(ContactId(1)), vec![(1, 11), (1, 12)]),
            (Scope::Visitor(VisitorId(11)), vec![(1, 11)]),
            (Scope::Visitor(VisitorId(1)), vec![(3, 1)]),
            (Scope::Contact(ContactId(9)), vec![]),
        ] {
            let covered: Vec<(i64, i64)> = all
                .into_iter()
                .filter(|(contact, visitor)| scope.covers(ContactId(*contact), VisitorId(*visitor)))
                .collect();
            assert_eq!(covered, expected, "{scope:?}");
            let (condition, value) = scope.sql();
            let mut statement = conn
                .prepare(&format!("SELECT contact_id, visitor_id FROM conversations WHERE {condition}"))
                .expect("the condition");
            let found: Vec<(i64, i64)> = statement
                .query_map([value], |row| Ok((row.get(0)?, row.get(1)?)))
                .and_then(Iterator::collect)
                .expect("rows");
            assert_eq!(found, expected, "{scope:?} by {condition}");
        }
    }

    #[test]
    fn a_scope_of_persons_holds_those_of_its_conversations() {
        let conn = Connection::open_in_memory().expect("a database");
        conn.execute_batch(
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY);
             CREATE TABLE conversations (contact_id INTEGER, visitor_id INTEGER);
             INSERT INTO contacts VALUES (1), (2), (3);
             INSERT INTO conversations VALUES (1, 11), (1, 12), (2, 21);",
        )
        .expect("the tables");
        for (scope, expected) in [
            (Scope::Everything, vec![1, 2, 3]),
            (Scope::Contact(ContactId(1)), vec![1]),
            (Scope::Visitor(VisitorId(21)), vec![2]),
            (Scope::Contact(ContactId(3)), vec![]),
        ] {
            let (condition, value) = scope.sql_of_contacts();
            let mut statement = conn
                .prepare(&format!("SELECT id FROM contacts WHERE {condition} ORDER BY id"))
                .expect("the condition");
            let found: Vec<i64> =
                statement.query_map([value], |row| row.get(0)).and_then(Iterator::collect).expect("rows");
            assert_eq!(found, expected, "{scope:?} by {condition}");
        }
    }

    #[test]
    fn the_shops_word_widens_a_visitors_scope() {
        let (visitor, contact) = (VisitorId(1), ContactId(2));
        assert_eq!(Scope::of_visitor(visitor, contact, false), Scope::Visitor(visitor));
        assert_eq!(Scope::of_visitor(visitor, contact, true), Scope::Contact(contact));
    }
}
