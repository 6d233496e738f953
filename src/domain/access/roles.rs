//! Roles: what their holders may do, and which conversations they read. Four are built in; the desk's own ones start from the
//! agent's and are stored, with rights by name. What a later version named and this one does not know counts for nothing.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::rights::Rights;
use super::role::Role;
use crate::clock::Timestamp;
use crate::fault::{Fault, Kind};
use crate::ids::{AgentId, RoleId};
use crate::storage::Writing;

/// Most roles of the desk's own.
pub const ROLES_MAX: usize = 50;
/// Longest name of a role, in characters.
pub const NAME_CHARS: usize = 60;

/// Which conversations somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i64)]
pub enum Reading {
    /// All of them.
    All = 0,
    /// Those of their teams, of no team, their own, and those where a note names them.
    Teams = 1,
}

impl Reading {
    /// The stored one; what this version does not know is read as the narrower one.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        if number == Self::All as i64 { Self::All } else { Self::Teams }
    }

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Teams => "teams",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::All, Self::Teams].into_iter().find(|reading| reading.name() == name)
    }
}

/// A role, built in or the desk's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleDescription {
    /// The id; those of built-in roles are the same on every desk.
    pub id: RoleId,
    /// The name: `owner`, `admin`, `supervisor` and `agent` are built in.
    pub name: String,
    /// What its holders may do.
    pub rights: Rights,
    /// What they read.
    pub reading: Reading,
    /// Which of the three it counts as where only those are known.
    pub base: Role,
}

/// Another role has the name.
#[must_use]
pub const fn name_taken() -> Fault {
    Fault::new(Kind::Conflict, "name_taken", "Another one has this name.")
}

/// There are as many roles as the desk keeps.
#[must_use]
pub const fn role_limit() -> Fault {
    Fault::new(Kind::RuleBroken, "role_limit", "The desk has as many roles as it can keep. Delete some.")
}

/// Number of the built-in role between agent and admin.
pub const SUPERVISOR: RoleId = RoleId(3);

impl From<Role> for RoleId {
    fn from(role: Role) -> Self {
        Self(match role {
            Role::Owner => 1,
            Role::Admin => 2,
            Role::Agent => 4,
        })
    }
}

impl RoleDescription {
    /// One of the three.
    #[must_use]
    pub fn of(role: Role) -> Self {
        let (id, name) = (RoleId::from(role), role.name().to_owned());
        Self { id, name, rights: Rights::of(role), reading: Reading::All, base: role }
    }

    /// The built-in role with this id.
    #[must_use]
    pub fn built_in(id: RoleId) -> Option<Self> {
        Self::all_built_in().into_iter().find(|role| role.id == id)
    }

    /// All that are built in, the one with most rights first.
    #[must_use]
    pub fn all_built_in() -> [Self; 4] {
        let supervisor = Self {
            id: SUPERVISOR,
            name: "supervisor".to_owned(),
            rights: Rights::SUPERVISOR,
            ..Self::of(Role::Agent)
        };
        [Self::of(Role::Owner), Self::of(Role::Admin), supervisor, Self::of(Role::Agent)]
    }

    /// Whether it is built in.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        Self::built_in(self.id).is_some()
    }

    /// The role of an agent: the stored `role` of three, and the role that goes before it. One that is gone leaves nothing.
    #[must_use]
    pub fn of_agent(base: Role, id: Option<RoleId>, own: Option<(String, String, i64)>) -> Self {
        let Some(id) = id.filter(|_| base == Role::Agent) else { return Self::of(base) };
        if let Some(role) = Self::built_in(id) {
            return role;
        }
        let (name, rights, reading) = own.unwrap_or_default();
        Self { id, name, rights: parsed(&rights), reading: Reading::from_number(reading), base }
    }

    /// What is stored in `agents.role_id`.
    #[must_use]
    pub fn stored_id(&self) -> Option<RoleId> {
        Some(self.id).filter(|id| *id != RoleId::from(self.base))
    }
}

/// Rights as they are stored, without those that no own role may hold.
fn parsed(rights: &str) -> Rights {
    let names: Vec<String> = serde_json::from_str(rights).unwrap_or_default();
    Rights::named(names.iter().map(String::as_str)).of_both(Rights::OWN_ROLES)
}

fn written(rights: Rights) -> String {
    serde_json::json!(rights.names()).to_string()
}

const OWN: &str = "SELECT id, name, rights, reading FROM roles";

fn own(row: &Row<'_>) -> rusqlite::Result<RoleDescription> {
    Ok(RoleDescription {
        id: row.get(0)?,
        name: row.get(1)?,
        rights: parsed(&row.get::<_, String>(2)?),
        reading: Reading::from_number(row.get(3)?),
        base: Role::Agent,
    })
}

/// Every role: the built-in ones, then the desk's own by name.
pub fn all(conn: &Connection) -> rusqlite::Result<Vec<RoleDescription>> {
    let mut statement = conn.prepare_cached(&format!("{OWN} ORDER BY name"))?;
    let mut roles = RoleDescription::all_built_in().to_vec();
    for role in statement.query_map([], own)? {
        roles.push(role?);
    }
    Ok(roles)
}

/// One role.
pub fn find(conn: &Connection, id: RoleId) -> rusqlite::Result<Option<RoleDescription>> {
    if let Some(role) = RoleDescription::built_in(id) {
        return Ok(Some(role));
    }
    conn.prepare_cached(&format!("{OWN} WHERE id = ?1"))?.query_row([id], own).optional()
}

/// Adds a role of the desk's own.
pub fn insert(conn: &Writing, role: &RoleDescription, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO roles (id, name, rights, reading, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![role.id, role.name, written(role.rights), role.reading as i64, now.0],
    )
    .map(drop)
}

/// Writes back what can change about it.
pub fn update(conn: &Writing, role: &RoleDescription) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE roles SET name = ?2, rights = ?3, reading = ?4 WHERE id = ?1",
        params![role.id, role.name, written(role.rights), role.reading as i64],
    )
    .map(drop)
}

/// Removes one that nobody has.
pub fn remove(conn: &Writing, id: RoleId) -> rusqlite::Result<()> {
    conn.write("DELETE FROM roles WHERE id = ?1", params![id]).map(drop)
}

/// Who has a role of the desk's own, with their names.
pub fn holders(conn: &Connection, id: RoleId) -> rusqlite::Result<Vec<(AgentId, String)>> {
    conn.prepare_cached("SELECT id, name FROM agents WHERE role_id = ?1 ORDER BY id")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::rights::Right;

    #[test]
    fn an_agents_role_is_one_of_three_unless_another_is_named() {
        let stored = |names: &str| Some(("Night".to_owned(), names.to_owned(), 1));
        let own = RoleId(1 << 40);
        for (base, id, row, name, rights, reading) in [
            (Role::Owner, None, None, "owner", Rights::of(Role::Owner), Reading::All),
            (Role::Agent, None, None, "agent", Rights::of(Role::Agent), Reading::All),
            (Role::Agent, Some(SUPERVISOR), None, "supervisor", Rights::SUPERVISOR, Reading::All),
            // Who was raised has what they were raised to.
            (Role::Admin, Some(SUPERVISOR), None, "admin", Rights::of(Role::Admin), Reading::All),
            (
                Role::Agent,
                Some(own),
                stored(r#"["reply"]"#),
                "Night",
                Rights::named(["reply"]),
                Reading::Teams,
            ),
            // What stays with owners is in no role, and what nobody can read is nothing.
            (Role::Agent, Some(own), stored(r#"["owners","fly"]"#), "Night", Rights::NONE, Reading::Teams),
            (Role::Agent, Some(own), stored("{"), "Night", Rights::NONE, Reading::Teams),
        ] {
            let role = RoleDescription::of_agent(base, id, row);
            assert_eq!((role.name.as_str(), role.rights, role.reading), (name, rights, reading), "{id:?}");
            assert_eq!(role.stored_id().is_some(), role.id != RoleId::from(role.base));
        }
        assert_eq!(RoleDescription::of_agent(Role::Agent, Some(own), None).rights, Rights::NONE, "gone");
    }

    #[test]
    fn built_in_roles_have_numbers_of_their_own() {
        let roles = RoleDescription::all_built_in();
        for role in &roles {
            assert_eq!(RoleDescription::built_in(role.id).as_ref(), Some(role));
            assert_eq!(roles.iter().filter(|other| other.id == role.id).count(), 1);
        }
        assert!(roles[2].rights.hold(Right::Supervise) && !roles[3].rights.hold(Right::Supervise));
    }
}
