//! Asking a filter in SQL: a condition over the table of conversations, called `c`.

use rusqlite::types::Value;

use super::fields::{Field, Stored};
use super::tree::{Condition, Filter, Op, Operand};
use crate::clock::Timestamp;
use crate::ids::AgentId;

/// Name of the parameter that stands for the value at this place.
#[must_use]
pub fn parameter(place: usize) -> String {
    format!(":f{place}")
}

impl Filter {
    /// The condition and its values, each standing for its [`parameter`]. Never NULL, so that it can be negated; alike for
    /// alike filters whatever the time is, so that the statement stays prepared. `me` is the asking agent. What only rules
    /// may ask for holds of nothing.
    #[must_use]
    pub fn to_sql(&self, now: Timestamp, me: Option<AgentId>) -> (String, Vec<Value>) {
        let mut values = Vec::new();
        let sql = self.write_sql(now, me, &mut values);
        (sql, values)
    }

    /// The same where several filters stand in one statement: the values go behind those that are there.
    pub fn write_sql(&self, now: Timestamp, me: Option<AgentId>, values: &mut Vec<Value>) -> String {
        Writing { now, me, values }.filter(self)
    }
}

struct Writing<'a> {
    now: Timestamp,
    me: Option<AgentId>,
    values: &'a mut Vec<Value>,
}

impl Writing<'_> {
    fn filter(&mut self, filter: &Filter) -> String {
        let (filters, between, none) = match filter {
            Filter::One(condition) => return self.condition(condition),
            Filter::All(filters) => (filters, " AND ", "TRUE"),
            Filter::Any(filters) => (filters, " OR ", "FALSE"),
        };
        // What looks into other tables is asked last: most rows are decided before.
        let mut filters: Vec<&Filter> = filters.iter().collect();
        filters.sort_by_key(|filter| looks_elsewhere(filter));
        let each: Vec<String> = filters.into_iter().map(|filter| self.filter(filter)).collect();
        if each.is_empty() { none.to_owned() } else { format!("({})", each.join(between)) }
    }

    fn condition(&mut self, condition: &Condition) -> String {
        let Condition { field, op, value } = condition;
        match op {
            Op::Is if matches!(value, Operand::Bool(_)) => yes(field, value),
            Op::Is | Op::In => self.is_one(field, value),
            Op::IsNot | Op::NotIn => format!("NOT {}", self.is_one(field, value)),
            Op::Has | Op::HasAny => self.has_one(field, value),
            Op::HasNot => format!("NOT {}", self.has_one(field, value)),
            Op::MoreThan | Op::LessThan => self.duration(field, *op, value),
            Op::Contains | Op::ContainsNot => "FALSE".to_owned(),
        }
    }

    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        parameter(self.values.len() - 1)
    }

    /// The values as they are stored, without those that do not exist.
    fn stored(&self, field: &Field, value: &Operand) -> Vec<Option<Value>> {
        let stored = |value: &Option<String>| match value {
            None => Some(None),
            Some(value) => field.stored(value, self.me).map(|stored| {
                Some(match stored {
                    Stored::Number(number) => Value::Integer(number),
                    Stored::Text(words) => Value::Text(words),
                })
            }),
        };
        value.values().iter().filter_map(stored).collect()
    }

    fn is_one(&mut self, field: &Field, value: &Operand) -> String {
        let column = match field {
            Field::State => "c.state",
            Field::Agent => "c.agent_id",
            Field::Team => "c.team_id",
            Field::Priority => "c.priority",
            Field::Channel => "c.channel",
            Field::Kind => "c.kind",
            Field::Status => "c.ticket_status_id",
            Field::Category => "c.ticket_category",
            Field::TicketType => "c.ticket_type_id",
            _ => return "FALSE".to_owned(),
        };
        let each: Vec<String> = self
            .stored(field, value)
            .into_iter()
            .map(|value| match value {
                None => format!("{column} IS NULL"),
                Some(value) => format!("{column} IS {}", self.value(value)),
            })
            .collect();
        if each.is_empty() { "FALSE".to_owned() } else { format!("({})", each.join(" OR ")) }
    }

    fn has_one(&mut self, field: &Field, value: &Operand) -> String {
        if *field != Field::Label {
            return "FALSE".to_owned();
        }
        let labels = self.stored(field, value);
        let each: Vec<String> = labels.into_iter().flatten().map(|label| self.value(label)).collect();
        // The plus keeps SQLite from looking for the label first: a conversation has few, a label many conversations.
        format!(
            "EXISTS (SELECT 1 FROM conversation_labels l
                      WHERE l.conversation_id = c.id AND l.by_team AND +l.label IN ({}))",
            each.join(", ")
        )
    }

    /// Compares times, not durations, so that an index on them can be used.
    fn duration(&mut self, field: &Field, op: Op, value: &Operand) -> String {
        let Operand::Number(wanted) = value else { return "FALSE".to_owned() };
        let (column, is_past) = match field {
            Field::WaitingMs => ("c.waiting_since", true),
            Field::IdleMs => ("c.updated_at", true),
            Field::AgeMs => ("c.opened_at", true),
            Field::DueInMs => ("c.due_at", false),
            _ => return "FALSE".to_owned(),
        };
        let now = self.now.0;
        let at = self.value(if is_past { now.saturating_sub(*wanted) } else { now.saturating_add(*wanted) });
        let sign = if is_past == (op == Op::MoreThan) { "<" } else { ">" };
        format!("({column} IS NOT NULL AND {column} {sign} {at})")
    }
}

/// Whether the table of conversations alone does not tell.
fn looks_elsewhere(filter: &Filter) -> bool {
    match filter {
        Filter::One(condition) => matches!(condition.field, Field::Label | Field::Verified),
        Filter::All(filters) | Filter::Any(filters) => filters.iter().any(looks_elsewhere),
    }
}

fn yes(field: &Field, value: &Operand) -> String {
    let not = if *value == Operand::Bool(true) { "" } else { "NOT " };
    match field {
        Field::Verified => {
            format!("{not}EXISTS (SELECT 1 FROM contacts k WHERE k.id = c.contact_id AND k.verified)")
        }
        _ => "FALSE".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use rusqlite::{Connection, params, params_from_iter};

    use super::*;
    use crate::events::{Priority, State};
    use crate::filters::{Facts, Fields};
    use crate::ids::{TeamId, TicketStatusId, TicketTypeId};

    const NOW: Timestamp = Timestamp(1_000);
    const ME: AgentId = AgentId(7);
    const ROW: &str = "INSERT INTO conversations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
    const LABEL: &str = "INSERT INTO conversation_labels VALUES (?1, ?2, ?3, ?4)";

    fn facts() -> impl Strategy<Value = Facts> {
        let at = 0..2_000_i64;
        let who = (
            select(State::ALL.to_vec()),
            proptest::option::of(select(vec![ME, AgentId(8)])),
            proptest::option::of(select(vec![TeamId(21), TeamId(22)])),
            select(Priority::ALL.to_vec()),
            select(vec!["web", "api"]),
            proptest::sample::subsequence(vec!["a", "b", "c"], 0..=3),
            any::<bool>(),
            // A ticket's status, one of two of each kind, and its type.
            proptest::option::of((any::<bool>(), proptest::option::of(31..33_i64))),
        );
        let times = (proptest::option::of(at.clone()), at.clone(), at.clone(), proptest::option::of(at));
        (who, times).prop_map(|((state, agent, team, priority, channel, labels, verified, ticket), times)| Facts {
            now: NOW,
            me: Some(ME),
            state,
            agent,
            team,
            priority,
            kind: ticket.is_some().into(),
            // A ticket stands as its status means.
            category: ticket.map(|(other, _)| if state == State::Closed { 5 } else { 2 } + i64::from(other)),
            status: ticket.map(|(other, _)| TicketStatusId(21 + i64::from(other))),
            ticket_type: ticket.and_then(|(_, of)| of).map(TicketTypeId),
            channel: channel.to_owned(),
            labels: labels.into_iter().map(str::to_owned).collect(),
            waiting_since: times.0.map(Timestamp),
            updated_at: Timestamp(times.1),
            opened_at: Timestamp(times.2),
            due_at: times.3.map(Timestamp),
            verified,
            language: None,
            widget: None,
            page: None,
            chosen_team: None,
            hours_open: false,
            returning: false,
            attributes: Vec::new(),
        })
    }

    fn condition() -> impl Strategy<Value = Condition> {
        let choice = prop_oneof![
            Just((Field::State, State::ALL.map(|state| Some(state.name().to_owned())).to_vec())),
            Just((
                Field::Agent,
                vec![None, Some("me".to_owned()), Some(AgentId(8).to_string()), Some(AgentId(9).to_string())],
            )),
            Just((Field::Team, vec![None, Some(TeamId(21).to_string()), Some(TeamId(23).to_string())])),
            Just((Field::Priority, ["urgent", "high", "low"].map(|it| Some(it.to_owned())).to_vec())),
            Just((Field::Channel, ["web", "mail"].map(|it| Some(it.to_owned())).to_vec())),
            Just((Field::Kind, ["chat", "ticket"].map(|it| Some(it.to_owned())).to_vec())),
            Just((Field::Category, vec![None, Some("open".to_owned()), Some("solved".to_owned())])),
            Just((Field::Status, vec![None, Some(TicketStatusId(21).to_string())])),
            Just((Field::TicketType, vec![None, Some(TicketTypeId(31).to_string())])),
            Just((Field::Label, ["a", "b", "z"].map(|it| Some(it.to_owned())).to_vec())),
        ]
        .prop_flat_map(|(field, values)| {
            let (one, many) = if field == Field::Label {
                (vec![Op::Has, Op::HasNot], vec![Op::HasAny])
            } else {
                (vec![Op::Is, Op::IsNot], vec![Op::In, Op::NotIn])
            };
            let several = proptest::sample::subsequence(values.clone(), 1..=values.len());
            prop_oneof![
                (select(one), select(values)).prop_map(|(op, value)| (op, Operand::Single(value))),
                (select(many), several).prop_map(|(op, values)| (op, Operand::Several(values))),
            ]
            .prop_map(move |(op, value)| Condition { field: field.clone(), op, value })
        });
        let times = vec![Field::WaitingMs, Field::IdleMs, Field::AgeMs, Field::DueInMs];
        let duration = (select(times), select(vec![Op::MoreThan, Op::LessThan]), 0..1_500_i64)
            .prop_map(|(field, op, wanted)| Condition { field, op, value: Operand::Number(wanted) });
        let verified = any::<bool>().prop_map(|value| Condition {
            field: Field::Verified,
            op: Op::Is,
            value: Operand::Bool(value),
        });
        prop_oneof![4 => choice, 2 => duration, 1 => verified]
    }

    fn filter() -> impl Strategy<Value = Filter> {
        condition().prop_map(Filter::One).prop_recursive(2, 12, 4, |inner| {
            let some = proptest::collection::vec(inner, 1..4);
            prop_oneof![some.clone().prop_map(Filter::All), some.prop_map(Filter::Any)]
        })
    }

    /// The columns that filters read, as the desk's tables have them.
    fn tables() -> Connection {
        let conn = Connection::open_in_memory().expect("a database");
        conn.execute_batch(
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY, verified INTEGER NOT NULL);
             INSERT INTO contacts VALUES (1, 1), (2, 0);
             CREATE TABLE conversations (
                 id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL, channel TEXT NOT NULL, state INTEGER NOT NULL,
                 agent_id INTEGER, team_id INTEGER, priority INTEGER NOT NULL, kind INTEGER NOT NULL,
                 opened_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, waiting_since INTEGER, due_at INTEGER,
                 ticket_status_id INTEGER, ticket_category INTEGER, ticket_type_id INTEGER
             ) STRICT;
             CREATE TABLE conversation_labels (
                 conversation_id INTEGER NOT NULL, place INTEGER NOT NULL, label TEXT NOT NULL, by_team INTEGER NOT NULL,
                 PRIMARY KEY (conversation_id, place)
             ) STRICT, WITHOUT ROWID;",
        )
        .expect("the tables");
        conn
    }

    fn insert(conn: &Connection, id: i64, facts: &Facts) {
        conn.execute(
            ROW,
            params![
                id,
                if facts.verified { 1 } else { 2 },
                facts.channel,
                facts.state as i64,
                facts.agent,
                facts.team,
                facts.priority as i64,
                facts.kind,
                facts.opened_at.0,
                facts.updated_at.0,
                facts.waiting_since.map(|at| at.0),
                facts.due_at.map(|at| at.0),
                facts.status,
                facts.category,
                facts.ticket_type,
            ],
        )
        .expect("a row");
        // What the shop's page said counts for nothing.
        let given = facts.labels.iter().map(|label| (label.as_str(), true)).chain([("z", false)]);
        for (place, (label, by_team)) in given.enumerate() {
            let row = params![id, place as i64, label, by_team];
            conn.execute(LABEL, row).expect("a label");
        }
    }

    proptest! {
        #[test]
        fn memory_and_sql_say_the_same(
            rows in proptest::collection::vec(facts(), 1..12),
            filters in proptest::collection::vec(filter(), 1..12),
        ) {
            let conn = tables();
            for (row, facts) in rows.iter().enumerate() {
                insert(&conn, row as i64, facts);
            }
            for filter in filters {
                prop_assert_eq!(filter.check(Fields::Views), Ok(()));
                prop_assert!(rows.iter().all(|row| !filter.matches(row) || filter.could_match(row.state)));
                let (sql, values) = filter.to_sql(NOW, Some(ME));
                // In a wrapping of NOT, what is NULL would be missing on both sides.
                for (condition, wanted) in [(sql.clone(), true), (format!("NOT {sql}"), false)] {
                    let query = format!("SELECT c.id FROM conversations c WHERE {condition} ORDER BY c.id");
                    let found: Vec<i64> = conn
                        .prepare(&query)
                        .and_then(|mut it| it.query_map(params_from_iter(&values), |row| row.get(0))?.collect())
                        .expect("rows");
                    let expected: Vec<i64> = (0..rows.len())
                        .filter(|row| filter.matches(&rows[*row]) == wanted)
                        .map(|row| row as i64)
                        .collect();
                    prop_assert_eq!(found, expected, "{}", condition);
                }
                // Through JSON and back.
                let json = serde_json::to_string(&filter).expect("JSON");
                prop_assert_eq!(serde_json::from_str::<Filter>(&json).expect("a filter"), filter);
            }
        }
    }

    #[test]
    fn the_words_are_alike_whatever_the_values_are() {
        let filter = |value: &str, wanted| {
            Filter::All(vec![
                Filter::One(Condition {
                    field: Field::Channel,
                    op: Op::Is,
                    value: Operand::Single(Some(value.to_owned())),
                }),
                Filter::One(Condition {
                    field: Field::IdleMs,
                    op: Op::MoreThan,
                    value: Operand::Number(wanted),
                }),
            ])
        };
        let (sql, values) = filter("web'; DROP TABLE", 5).to_sql(NOW, None);
        let (other, _) = filter("api", i64::MAX).to_sql(Timestamp(i64::MIN), Some(ME));
        assert_eq!(sql, other);
        assert_eq!(sql, "((c.channel IS :f0) AND (c.updated_at IS NOT NULL AND c.updated_at < :f1))");
        assert_eq!(values, [Value::Text("web'; DROP TABLE".to_owned()), Value::Integer(995)]);
    }
}
