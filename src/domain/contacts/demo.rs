//! Customers of demo data, marked so that they can be found again: SQL.

use rusqlite::{Connection, params};

use super::fields::{self, Source};
use super::profile::Profile;
use super::store::Page;
use crate::clock::Timestamp;
use crate::ids::{ContactId, VisitorId};
use crate::storage::Writing;

/// A customer of demo data and their browser.
#[derive(Debug)]
pub struct Person {
    /// Whether the shop vouches for the identity.
    pub verified: bool,
    /// Name, e-mail and phone.
    pub profile: Profile,
    /// City.
    pub city: Option<String>,
    /// A flat JSON object.
    pub attributes: String,
    /// Language.
    pub locale: &'static str,
    /// Time zone.
    pub time_zone: &'static str,
    /// User agent of the browser.
    pub user_agent: &'static str,
    /// The page they are on.
    pub page: Page,
    /// Number of visits.
    pub visits: i64,
}

/// Adds a marked customer with one visitor, who has no credential: nobody can come back as them.
pub fn insert(
    conn: &Writing,
    contact: ContactId,
    visitor: VisitorId,
    person: &Person,
    first_seen: Timestamp,
    last_seen: Timestamp,
) -> rusqlite::Result<()> {
    // An id at the shop that no shop gives out.
    let user_id = person.verified.then(|| format!("demo:{contact}"));
    conn.write(
        "INSERT INTO contacts (id, user_id, verified, city, attributes, seeded, created_at, last_seen_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)",
        params![
            contact,
            user_id,
            person.verified,
            person.city,
            person.attributes,
            first_seen.0,
            last_seen.0,
        ],
    )?;
    let source = if person.verified { Source::Proven } else { Source::Said };
    fields::put(conn, contact, source, &person.profile, first_seen)?;
    conn.write(
        "INSERT INTO visitors (id, contact_id, channel, verified, locale, page_url, page_title, page_referrer, page_at,
                               visits, time_zone, user_agent, created_at, last_seen_at)
         VALUES (?1, ?2, 'web', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?8)",
        params![
            visitor,
            contact,
            person.verified,
            person.locale,
            person.page.url,
            person.page.title,
            person.page.referrer,
            last_seen.0,
            person.visits,
            person.time_zone,
            person.user_agent,
            first_seen.0,
        ],
    )
    .map(drop)
}

/// Marked customers, at most `limit`.
pub fn list(conn: &Connection, limit: usize) -> rusqlite::Result<Vec<ContactId>> {
    conn.prepare_cached("SELECT id FROM contacts WHERE seeded = 1 ORDER BY id LIMIT ?1")?
        .query_map([limit as i64], |row| row.get(0))?
        .collect()
}
