//! Which conversations somebody may read. Lists, counts, replay, live entries and files ask the same scope, here and *nowhere
//! else*.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::audience::Audience;
use super::conversation::Conversation;
use crate::ids::{AgentId, ContactId, ConversationId, VisitorId};

/// A set of conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's: people at the desk.
    Everything,
    /// What an agent reads who does not read everything: conversations of no team, of their teams, those they have, those where a note
    /// names them, and tickets that they follow.
    Teams {
        /// The agent.
        agent: AgentId,
        /// The slots of their teams, a bit for each.
        teams: u64,
    },
    /// All of one person, for whom the shop vouched.
    Contact(ContactId),
    /// Those that this visitor began.
    Visitor(VisitorId),
}

/// Where a conversation belongs: all that a scope asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Its contact.
    pub contact: ContactId,
    /// The visitor who began it.
    pub visitor: VisitorId,
    /// The agent who has it.
    pub agent: Option<AgentId>,
    /// The slot of its team.
    pub slot: Option<u32>,
    /// Agents whom its notes name, and those who follow it.
    pub named: Vec<AgentId>,
}

/// Columns of a [`Placement`], of conversations `c`.
pub(super) const PLACEMENT: &str = "c.contact_id, c.visitor_id, c.agent_id, \
     (SELECT slot FROM teams WHERE id = c.team_id), \
     (SELECT json_group_array(agent_id) FROM (SELECT agent_id FROM mentions WHERE conversation_id = c.id \
                                               UNION SELECT agent_id FROM ticket_followers WHERE conversation_id = c.id))";

/// Reads [`PLACEMENT`] from the column `at` on; `None` where there is no conversation.
pub(super) fn read_placement(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Placement>> {
    let Some(contact) = row.get(at)? else { return Ok(None) };
    let named: Vec<i64> = serde_json::from_str(&row.get::<_, String>(at + 4)?).unwrap_or_default();
    Ok(Some(Placement {
        contact,
        visitor: row.get(at + 1)?,
        agent: row.get(at + 2)?,
        slot: row.get(at + 3)?,
        named: named.into_iter().map(AgentId).collect(),
    }))
}

/// Where a conversation belongs now.
pub fn placement(conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<Placement>> {
    let found = conn
        .prepare_cached(&format!("SELECT {PLACEMENT} FROM conversations c WHERE c.id = ?1"))?
        .query_row([id], |row| read_placement(row, 0))
        .optional()?;
    Ok(found.flatten())
}

impl Scope {
    /// What a visitor may read: their own, or all of their person once they are verified.
    #[must_use]
    pub const fn of_visitor(id: VisitorId, contact: ContactId, verified: bool) -> Self {
        if verified { Self::Contact(contact) } else { Self::Visitor(id) }
    }

    /// Whether it holds a conversation that belongs there.
    #[must_use]
    pub fn covers(self, place: &Placement) -> bool {
        match self {
            Self::Everything => true,
            Self::Teams { agent, teams } => {
                let of_team = place.slot.is_none_or(|slot| teams.checked_shr(slot).unwrap_or(0) & 1 == 1);
                of_team || place.agent == Some(agent) || place.named.contains(&agent)
            }
            Self::Contact(own) => own == place.contact,
            Self::Visitor(own) => own == place.visitor,
        }
    }

    /// Whether it holds a stored conversation.
    pub fn holds(self, conn: &Connection, conversation: &Conversation) -> rusqlite::Result<bool> {
        match self {
            Self::Everything => Ok(true),
            Self::Contact(own) => Ok(own == conversation.contact),
            Self::Visitor(own) => Ok(own == conversation.visitor),
            Self::Teams { .. } => {
                let (within, scope) = self.sql("c");
                conn.prepare_cached(&format!("SELECT 1 FROM conversations c WHERE c.id = :id AND {within}"))?
                    .exists(named_params! { ":id": conversation.id, ":scope": scope })
            }
        }
    }

    /// The audience of entries inside it.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::Everything | Self::Teams { .. } => Audience::Agents,
            Self::Contact(_) | Self::Visitor(_) => Audience::Visitors,
        }
    }

    /// The same as a condition over the table of conversations that is called `c`, with the value of its parameter `:scope`. The
    /// teams of an agent are read anew: what somebody lost a moment ago is not found.
    #[must_use]
    pub fn sql(self, c: &str) -> (String, i64) {
        match self {
            // Depends on no row: SQLite evaluates it once.
            Self::Everything => (":scope = 0".to_owned(), 0),
            Self::Teams { agent, .. } => (
                format!(
                    "({c}.team_id IS NULL OR {c}.agent_id = :scope
                      OR EXISTS (SELECT 1 FROM team_members of_team
                                  WHERE of_team.team_id = {c}.team_id AND of_team.agent_id = :scope)
                      OR EXISTS (SELECT 1 FROM mentions named
                                  WHERE named.agent_id = :scope AND named.conversation_id = {c}.id)
                      OR EXISTS (SELECT 1 FROM ticket_followers follows
                                  WHERE follows.agent_id = :scope AND follows.conversation_id = {c}.id))"
                ),
                agent.0,
            ),
            Self::Contact(id) => (format!("{c}.contact_id = :scope"), id.0),
            Self::Visitor(id) => (format!("{c}.visitor_id = :scope"), id.0),
        }
    }
}

impl Scope {
    /// Which persons somebody reads, as a condition over the table of contacts with the value of its parameter `:scope`: those who have
    /// a conversation inside the scope and, for people at the desk, those who have none yet.
    #[must_use]
    pub fn sql_of_contacts(self) -> (String, i64) {
        let (within, scope) = self.sql("c");
        let theirs = "SELECT 1 FROM conversations c WHERE c.contact_id = contacts.id";
        let condition = match self {
            Self::Everything => within,
            Self::Teams { .. } => format!("(NOT EXISTS ({theirs}) OR EXISTS ({theirs} AND {within}))"),
            Self::Contact(_) | Self::Visitor(_) => format!("EXISTS ({theirs} AND {within})"),
        };
        (condition, scope)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A conversation as it is drawn: contact, visitor, agent, team, whom its notes name. Teams and agents are 0 to 3.
    type Drawn = (i64, i64, Option<i64>, Option<i64>, Vec<i64>);

    fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
        let agent = || proptest::option::of(0..4_i64);
        let one = (0..4_i64, 0..4_i64, agent(), agent(), proptest::collection::vec(0..4_i64, 0..3));
        proptest::collection::vec(one, 0..12)
    }

    const CONVERSATION: &str = "INSERT INTO conversations VALUES (?1, ?2, ?3, ?4, ?5)";
    const MENTION: &str = "INSERT INTO mentions VALUES (?1, ?2)";
    const FOLLOWER: &str = "INSERT INTO ticket_followers VALUES (?1, ?2)";
    const MEMBER: &str = "INSERT INTO team_members VALUES (?1, ?2)";

    /// Tables with these conversations, and these pairs of team and agent.
    fn tables(rows: &[Drawn], members: &[(i64, i64)]) -> Connection {
        let conn = Connection::open_in_memory().expect("a database");
        conn.execute_batch(
            "CREATE TABLE conversations (id INTEGER PRIMARY KEY, contact_id INTEGER, visitor_id INTEGER,
                                         agent_id INTEGER, team_id INTEGER);
             CREATE TABLE teams (id INTEGER PRIMARY KEY, slot INTEGER);
             CREATE TABLE team_members (team_id INTEGER, agent_id INTEGER);
             CREATE TABLE mentions (agent_id INTEGER, conversation_id INTEGER);
             CREATE TABLE ticket_followers (agent_id INTEGER, conversation_id INTEGER);
             INSERT INTO teams VALUES (100, 0), (101, 1), (102, 63), (103, 40);",
        )
        .expect("the tables");
        for (id, (contact, visitor, agent, team, named)) in rows.iter().enumerate() {
            let row = rusqlite::params![id as i64, contact, visitor, agent, team.map(|team| 100 + team)];
            conn.execute(CONVERSATION, row).expect("a row");
            for (place, agent) in named.iter().enumerate() {
                // Every other one follows it.
                let how = if place % 2 == 0 { MENTION } else { FOLLOWER };
                conn.execute(how, [*agent, id as i64]).expect("a mention");
            }
        }
        for (team, agent) in members {
            conn.execute(MEMBER, [100 + team, *agent]).expect("a member");
        }
        conn
    }

    fn by_query(conn: &Connection, scope: Scope) -> Vec<i64> {
        let (condition, value) = scope.sql("c");
        let mut statement = conn
            .prepare(&format!("SELECT c.id FROM conversations c WHERE {condition} ORDER BY c.id"))
            .expect("the condition");
        let rows = statement.query_map([value], |row| row.get(0)).and_then(Iterator::collect);
        rows.expect("rows")
    }

    proptest! {
        #[test]
        fn a_scope_holds_the_same_by_rule_and_by_query(
            rows in drawn(),
            members in proptest::collection::btree_set((0..4_i64, 0..4_i64), 0..8),
        ) {
            let members: Vec<(i64, i64)> = members.into_iter().collect();
            let conn = tables(&rows, &members);
            let slot = |team: i64| [0_u32, 1, 63, 40][team as usize];
            let mut scopes = vec![Scope::Everything];
            for id in 0..4 {
                let own = members.iter().filter(|(_, agent)| *agent == id);
                let teams = own.fold(0_u64, |set, (team, _)| set | 1 << slot(*team));
                let (contact, visitor) = (Scope::Contact(ContactId(id)), Scope::Visitor(VisitorId(id)));
                scopes.extend([Scope::Teams { agent: AgentId(id), teams }, contact, visitor]);
            }
            for scope in scopes {
                let mut by_rule = Vec::new();
                for (id, (contact, visitor, agent, team, named)) in rows.iter().enumerate() {
                    let id = ConversationId(id as i64);
                    let expected = Placement {
                        contact: ContactId(*contact),
                        visitor: VisitorId(*visitor),
                        agent: agent.map(AgentId),
                        slot: team.map(slot),
                        named: named.iter().map(|agent| AgentId(*agent)).collect(),
                    };
                    let found = placement(&conn, id).expect("a query").expect("it is there");
                    prop_assert_eq!(&found, &expected);
                    if scope.covers(&found) {
                        by_rule.push(id.0);
                    }
                }
                prop_assert_eq!(by_query(&conn, scope), by_rule, "{:?}", scope);
            }
        }
    }

    #[test]
    fn a_scope_of_persons_holds_those_of_its_conversations() {
        // Somebody has conversations of two teams, another one of the first team; a third has none.
        let rows =
            [(1, 11, None, Some(0), vec![]), (1, 12, None, Some(1), vec![]), (2, 21, None, Some(0), vec![])];
        let conn = tables(&rows, &[(1, 7)]);
        conn.execute_batch(
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY); INSERT INTO contacts VALUES (1), (2), (3);",
        )
        .expect("the persons");
        let teams = |agent| Scope::Teams { agent: AgentId(agent), teams: 0 };
        for (scope, expected) in [
            (Scope::Everything, vec![1, 2, 3]),
            (teams(7), vec![1, 3]),
            (teams(8), vec![3]),
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

    #[test]
    fn an_agent_of_a_team_reads_what_is_theirs_and_what_is_nobodys() {
        let agent = AgentId(7);
        let scope = Scope::Teams { agent, teams: 0b101 };
        let place = |slot, has: Option<i64>, named: &[i64]| Placement {
            contact: ContactId(1),
            visitor: VisitorId(1),
            agent: has.map(AgentId),
            slot,
            named: named.iter().map(|id| AgentId(*id)).collect(),
        };
        for (slot, has, named, holds) in [
            (None, None, &[][..], true),
            (None, Some(8), &[], true),
            (Some(0), Some(8), &[], true),
            (Some(1), None, &[], false),
            (Some(1), Some(8), &[8], false),
            (Some(1), Some(7), &[], true),
            (Some(1), Some(8), &[8, 7], true),
            (Some(2), None, &[], true),
            (Some(64), None, &[], false),
        ] {
            assert_eq!(scope.covers(&place(slot, has, named)), holds, "{slot:?} {has:?} {named:?}");
        }
    }
}
