//! Name, e-mail and phone of a person, kept apart by who says so: what a proof of the shop vouches for, what the team wrote
//! down, what the person or the page said. Of each field one value is shown: the proven one before the team's, the team's
//! before what was said. The others stay beside it.

use rusqlite::{Connection, Row, params};

use super::profile::Profile;
use crate::clock::Timestamp;
use crate::ids::ContactId;
use crate::storage::Writing;

/// Who says it. The numbers are stored; lower goes before higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A proof signed with the widget's secret holds it.
    Proven = 1,
    /// Somebody of the team wrote it down.
    Team = 2,
    /// The person, a form, or the shop's page in the browser; unproven.
    Said = 3,
}

impl Source {
    /// The name used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Team => "team",
            Self::Said => "said",
        }
    }

    /// The source with this stored number; unknown ones count as said.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Proven,
            2 => Self::Team,
            _ => Self::Said,
        }
    }

    /// Reads a column that may be empty.
    pub fn read(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Self>> {
        Ok(row.get::<_, Option<i64>>(column)?.map(Self::from_number))
    }
}

/// Where each shown value comes from; `None` where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources {
    /// Source of the name.
    pub name: Option<Source>,
    /// Source of the e-mail address.
    pub email: Option<Source>,
    /// Source of the phone number.
    pub phone: Option<Source>,
}

/// All that is known, by source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Proven by the shop.
    pub proven: Profile,
    /// Written by the team.
    pub team: Profile,
    /// Said by the person or the page.
    pub said: Profile,
}

/// The fields of a profile with their names.
fn each(profile: &Profile) -> [(&'static str, &Option<String>); 3] {
    [("name", &profile.name), ("email", &profile.email), ("phone", &profile.phone)]
}

/// Notes what `source` says of a contact; what it does not say stays.
pub fn put(
    conn: &Writing,
    contact: ContactId,
    source: Source,
    profile: &Profile,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut any = false;
    for (field, value) in each(profile) {
        if let Some(value) = value {
            conn.write(
                "INSERT INTO contact_fields (contact_id, field, source, value, at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at",
                params![contact, field, source as i64, value, now.0],
            )?;
            any = true;
        }
    }
    if any { show(conn, contact) } else { Ok(()) }
}

/// Forgets what the team wrote and what was said in a field; what is proven stays.
pub fn clear(conn: &Writing, contact: ContactId, field: &'static str) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM contact_fields WHERE contact_id = ?1 AND field = ?2 AND source <> ?3",
        params![contact, field, Source::Proven as i64],
    )?;
    show(conn, contact)
}

/// Takes over what the team wrote and what was said of a contact that turned out to be this person, where nothing of the kind
/// is known yet.
pub fn take_over(conn: &Writing, before: ContactId, contact: ContactId) -> rusqlite::Result<()> {
    conn.write(
        "INSERT OR IGNORE INTO contact_fields (contact_id, field, source, value, at)
         SELECT ?2, field, source, value, at FROM contact_fields WHERE contact_id = ?1 AND source <> ?3",
        params![before, contact, Source::Proven as i64],
    )?;
    show(conn, contact)
}

/// All that is known of a contact.
pub fn known(conn: &Connection, contact: ContactId) -> rusqlite::Result<Known> {
    let mut known = Known::default();
    let mut statement =
        conn.prepare_cached("SELECT field, source, value FROM contact_fields WHERE contact_id = ?1")?;
    let mut rows = statement.query([contact])?;
    while let Some(row) = rows.next()? {
        let of = match Source::from_number(row.get(1)?) {
            Source::Proven => &mut known.proven,
            Source::Team => &mut known.team,
            Source::Said => &mut known.said,
        };
        let value = Some(row.get(2)?);
        match row.get::<_, String>(0)?.as_str() {
            "name" => of.name = value,
            "email" => of.email = value,
            _ => of.phone = value,
        }
    }
    Ok(known)
}

/// Writes what is shown of each field into the contact's row.
fn show(conn: &Writing, contact: ContactId) -> rusqlite::Result<()> {
    for field in ["name", "email", "phone"] {
        conn.write(
            &format!(
                "UPDATE contacts
                SET ({field}, {field}_source) = (SELECT value, source FROM contact_fields
                                                  WHERE contact_id = ?1 AND field = '{field}'
                                                  ORDER BY source LIMIT 1)
              WHERE id = ?1"
            ),
            params![contact],
        )?;
    }
    Ok(())
}
