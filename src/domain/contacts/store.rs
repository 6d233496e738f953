//! Contacts and visitors: SQL.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::fields::{Source, Sources};
use super::profile::Profile;
use crate::clock::Timestamp;
use crate::events::LogPosition;
use crate::ids::{ContactId, VisitorId, WidgetId};
use crate::storage::Writing;

/// A customer as stored.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The id.
    pub id: ContactId,
    /// The person's id at the shop, once proven.
    pub user_id: Option<String>,
    /// Whether the shop vouched for the person.
    pub verified: bool,
    /// Shown name, e-mail and phone.
    pub profile: Profile,
    /// Source of each shown field.
    pub sources: Sources,
    /// When first seen.
    pub created_at: Timestamp,
    /// When last seen.
    pub last_seen_at: Timestamp,
}

const CONTACT: &str = "id, user_id, verified, name, email, phone, created_at, last_seen_at, name_source, email_source, \
                       phone_source";

fn contact(row: &Row<'_>) -> rusqlite::Result<Contact> {
    Ok(Contact {
        id: row.get(0)?,
        user_id: row.get(1)?,
        verified: row.get(2)?,
        profile: Profile { name: row.get(3)?, email: row.get(4)?, phone: row.get(5)? },
        created_at: Timestamp(row.get(6)?),
        last_seen_at: Timestamp(row.get(7)?),
        sources: Sources {
            name: Source::read(row, 8)?,
            email: Source::read(row, 9)?,
            phone: Source::read(row, 10)?,
        },
    })
}

/// One contact.
pub fn find(conn: &Connection, id: ContactId) -> rusqlite::Result<Option<Contact>> {
    conn.prepare_cached(&format!("SELECT {CONTACT} FROM contacts WHERE id = ?1"))?
        .query_row([id], contact)
        .optional()
}

/// The contact with this id at the shop.
pub fn find_by_user_id(conn: &Connection, user_id: &str) -> rusqlite::Result<Option<Contact>> {
    conn.prepare_cached(&format!("SELECT {CONTACT} FROM contacts WHERE user_id = ?1"))?
        .query_row([user_id], contact)
        .optional()
}

/// A contact that a condition over `contacts` lets through; `:scope` in it is the number beside it.
pub fn find_within(
    conn: &Connection,
    id: ContactId,
    (within, scope): (&str, i64),
) -> rusqlite::Result<Option<Contact>> {
    conn.prepare_cached(&format!("SELECT {CONTACT} FROM contacts WHERE id = :id AND {within}"))?
        .query_row(named_params! { ":id": id, ":scope": scope }, contact)
        .optional()
}

/// Contacts whose name, e-mail, phone (shown or not) or user id holds `text`, newest first, before the contact `before`, as far as a
/// condition lets them through; `:scope` in it is the number beside it.
pub fn search(
    conn: &Connection,
    text: &str,
    before: i64,
    limit: usize,
    (within, scope): (&str, i64),
) -> rusqlite::Result<Vec<Contact>> {
    let pattern = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    conn.prepare_cached(&format!(
        "SELECT {CONTACT} FROM contacts
          WHERE id < :before AND {within}
            AND (:text = '%%' OR user_id LIKE :text ESCAPE '\\'
                 OR EXISTS (SELECT 1 FROM contact_fields
                             WHERE contact_id = contacts.id AND value LIKE :text ESCAPE '\\'))
          ORDER BY id DESC
          LIMIT :limit"
    ))?
    .query_map(
        named_params! { ":before": before, ":text": pattern, ":limit": limit as i64, ":scope": scope },
        contact,
    )?
    .collect()
}

/// Everything by which people at the desk know a contact, shown or not, each once; `None` where there is none.
pub fn known_words(conn: &Connection, id: ContactId) -> rusqlite::Result<Option<Vec<String>>> {
    let columns = conn
        .prepare_cached("SELECT name, email, phone, user_id, city, note FROM contacts WHERE id = ?1")?
        .query_row([id], |row| {
            (0..6).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Option<String>>>>()
        })
        .optional()?;
    let Some(columns) = columns else { return Ok(None) };
    let mut words: Vec<String> = columns.into_iter().flatten().collect();
    let mut fields = conn.prepare_cached("SELECT value FROM contact_fields WHERE contact_id = ?1")?;
    for value in fields.query_map([id], |row| row.get::<_, String>(0))? {
        let value = value?;
        if !words.contains(&value) {
            words.push(value);
        }
    }
    Ok(Some(words))
}

/// Contacts above `after`, by id.
pub fn ids_after(conn: &Connection, after: i64, limit: usize) -> rusqlite::Result<Vec<ContactId>> {
    conn.prepare_cached("SELECT id FROM contacts WHERE id > ?1 ORDER BY id LIMIT ?2")?
        .query_map(params![after, limit as i64], |row| row.get(0))?
        .collect()
}

/// Adds a contact.
pub fn insert(conn: &Writing, id: ContactId, user_id: Option<&str>, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO contacts (id, user_id, verified, created_at, last_seen_at) VALUES (?1, ?2, ?3, ?4, ?4)",
        params![id, user_id, user_id.is_some(), now.0],
    )
    .map(drop)
}

/// Notes that a contact was seen.
pub fn touch(conn: &Writing, id: ContactId, now: Timestamp) -> rusqlite::Result<()> {
    conn.write("UPDATE contacts SET last_seen_at = ?2 WHERE id = ?1", params![id, now.0]).map(drop)
}

/// Attributes of a contact beyond the profile: a flat JSON object.
pub fn attributes(conn: &Connection, id: ContactId) -> rusqlite::Result<String> {
    conn.prepare_cached("SELECT attributes FROM contacts WHERE id = ?1")?.query_row([id], |row| row.get(0))
}

/// Replaces it.
pub fn set_attributes(conn: &Writing, id: ContactId, attributes: &str) -> rusqlite::Result<()> {
    conn.write("UPDATE contacts SET attributes = ?2 WHERE id = ?1", params![id, attributes]).map(drop)
}

/// What the team wrote about a contact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    /// City.
    pub city: Option<String>,
    /// Note.
    pub note: Option<String>,
}

/// Reads it.
pub fn remarks(conn: &Connection, id: ContactId) -> rusqlite::Result<Remarks> {
    conn.prepare_cached("SELECT city, note FROM contacts WHERE id = ?1")?
        .query_row([id], |row| Ok(Remarks { city: row.get(0)?, note: row.get(1)? }))
}

/// Replaces it.
pub fn set_remarks(conn: &Writing, id: ContactId, remarks: &Remarks) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE contacts SET city = ?2, note = ?3 WHERE id = ?1",
        params![id, remarks.city, remarks.note],
    )
    .map(drop)
}

/// Takes over what was written and said of a contact that turned out to be this person, where nothing is known yet.
pub fn take_over_remarks(conn: &Writing, before: ContactId, id: ContactId) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE contacts
            SET city = COALESCE(contacts.city, b.city), note = COALESCE(contacts.note, b.note),
                attributes = CASE contacts.attributes WHEN '{}' THEN b.attributes ELSE contacts.attributes END
           FROM (SELECT city, note, attributes FROM contacts WHERE id = ?1) b
          WHERE contacts.id = ?2",
        params![before, id],
    )
    .map(drop)
}

/// Removes a contact that no visitor belongs to any more.
pub fn remove_if_orphan(conn: &Writing, id: ContactId) -> rusqlite::Result<()> {
    conn.write(
        "DELETE FROM contacts WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM visitors WHERE contact_id = ?1)",
        params![id],
    )
    .map(drop)
}

/// A visitor as stored.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The id; it never changes.
    pub id: VisitorId,
    /// The contact it belongs to.
    pub contact: ContactId,
    /// Its channel.
    pub channel: String,
    /// Generation of its tokens; grows when older ones are revoked.
    pub generation: i64,
    /// Whether the shop vouched for the person.
    pub verified: bool,
    /// Language, if told.
    pub locale: Option<String>,
    /// The page it was last on.
    pub page: Page,
    /// When it was last on that page.
    pub page_at: Option<Timestamp>,
    /// Number of visits.
    pub visits: i64,
    /// Log position of the last change of its rights.
    pub rights_position: LogPosition,
    /// When it was last seen.
    pub last_seen_at: Timestamp,
    /// IANA name of its time zone, if told.
    pub time_zone: Option<String>,
    /// User agent of the browser.
    pub user_agent: Option<String>,
    /// Address of the last request.
    pub last_address: Option<String>,
}

/// The page a visitor is on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Address.
    pub url: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Referrer.
    pub referrer: Option<String>,
}

const VISITOR: &str = "id, contact_id, channel, generation, verified, locale, page_url, page_title, page_referrer, \
                       page_at, visits, rights_position, last_seen_at, time_zone, user_agent, last_address";

fn visitor(row: &Row<'_>) -> rusqlite::Result<Visitor> {
    Ok(Visitor {
        id: row.get(0)?,
        contact: row.get(1)?,
        channel: row.get(2)?,
        generation: row.get(3)?,
        verified: row.get(4)?,
        locale: row.get(5)?,
        page: Page { url: row.get(6)?, title: row.get(7)?, referrer: row.get(8)? },
        page_at: row.get::<_, Option<i64>>(9)?.map(Timestamp),
        visits: row.get(10)?,
        rights_position: row.get(11)?,
        last_seen_at: Timestamp(row.get(12)?),
        time_zone: row.get(13)?,
        user_agent: row.get(14)?,
        last_address: row.get(15)?,
    })
}

/// The addresses that a person's browsers and apps came from last, the newest first.
pub fn addresses_of(conn: &Connection, contact: ContactId, limit: usize) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT last_address FROM visitors
          WHERE contact_id = ?1 AND last_address IS NOT NULL
          ORDER BY last_seen_at DESC, id DESC
          LIMIT ?2",
    )?
    .query_map(params![contact, limit as i64], |row| row.get(0))?
    .collect()
}

/// One visitor.
pub fn find_visitor(conn: &Connection, id: VisitorId) -> rusqlite::Result<Option<Visitor>> {
    conn.prepare_cached(&format!("SELECT {VISITOR} FROM visitors WHERE id = ?1"))?
        .query_row([id], visitor)
        .optional()
}

/// The visitor of this widget with this token.
pub fn find_by_token(
    conn: &Connection,
    widget: WidgetId,
    digest: &[u8; 32],
) -> rusqlite::Result<Option<Visitor>> {
    conn.prepare_cached(&format!(
        "SELECT {VISITOR} FROM visitors WHERE token_digest = ?1 AND widget_id = ?2"
    ))?
    .query_row(params![digest.as_slice(), widget], visitor)
    .optional()
}

/// The visitor that stands for a contact on a channel without browsers.
pub fn find_on_channel(
    conn: &Connection,
    contact: ContactId,
    channel: &str,
) -> rusqlite::Result<Option<VisitorId>> {
    conn.prepare_cached(
        "SELECT id FROM visitors
          WHERE contact_id = ?1 AND channel = ?2 AND widget_id IS NULL
          ORDER BY id
          LIMIT 1",
    )?
    .query_row(params![contact, channel], |row| row.get(0))
    .optional()
}

/// The visitor of a contact that was seen last.
pub fn latest_of(conn: &Connection, contact: ContactId) -> rusqlite::Result<Option<Visitor>> {
    conn.prepare_cached(&format!(
        "SELECT {VISITOR} FROM visitors WHERE contact_id = ?1 ORDER BY last_seen_at DESC, id DESC LIMIT 1"
    ))?
    .query_row([contact], visitor)
    .optional()
}

/// A visitor about to be added.
#[derive(Debug)]
pub struct NewVisitor<'a> {
    /// The id.
    pub id: VisitorId,
    /// The contact they belong to.
    pub contact: ContactId,
    /// The widget, if it came through one.
    pub widget: Option<WidgetId>,
    /// Where it comes from.
    pub channel: &'a str,
    /// Id that the device gave itself.
    pub device_id: Option<&'a str>,
    /// Digest of its token.
    pub token_digest: Option<&'a [u8; 32]>,
    /// Whether the shop vouched for the person.
    pub verified: bool,
    /// Language, if told.
    pub locale: Option<&'a str>,
}

/// Adds a visitor.
pub fn insert_visitor(conn: &Writing, new: &NewVisitor<'_>, now: Timestamp) -> rusqlite::Result<()> {
    conn.write(
        "INSERT INTO visitors (id, contact_id, widget_id, channel, device_id, token_digest, verified, locale,
                               created_at, last_seen_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)",
        params![
            new.id,
            new.contact,
            new.widget,
            new.channel,
            new.device_id,
            new.token_digest.map(<[u8; 32]>::as_slice),
            new.verified,
            new.locale,
            now.0,
        ],
    )
    .map(drop)
}

/// Writes back what can change about a visitor.
pub fn update_visitor(conn: &Writing, visitor: &Visitor) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE visitors
            SET contact_id = ?2, generation = ?3, verified = ?4, locale = ?5, page_url = ?6, page_title = ?7,
                page_referrer = ?8, page_at = ?9, visits = ?10, rights_position = ?11, last_seen_at = ?12,
                time_zone = ?13, user_agent = ?14, last_address = ?15
          WHERE id = ?1",
        params![
            visitor.id,
            visitor.contact,
            visitor.generation,
            visitor.verified,
            visitor.locale,
            visitor.page.url,
            visitor.page.title,
            visitor.page.referrer,
            visitor.page_at.map(|at| at.0),
            visitor.visits,
            visitor.rights_position,
            visitor.last_seen_at.0,
            visitor.time_zone,
            visitor.user_agent,
            visitor.last_address,
        ],
    )
    .map(drop)
}

/// Removes anonymous visitors that were last seen before `before` and never began a conversation, at most `limit`, and
/// the contacts that stood for them alone; the contact of each visitor who went.
pub fn prune_silent(conn: &Writing, before: Timestamp, limit: usize) -> rusqlite::Result<Vec<ContactId>> {
    let contacts: Vec<ContactId> = conn.returning(
        "DELETE FROM visitors
              WHERE id IN (SELECT id FROM visitors v
                            WHERE verified = 0 AND last_seen_at < ?1
                              AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.visitor_id = v.id)
                            ORDER BY last_seen_at, id
                            LIMIT ?2)
            RETURNING contact_id",
        params![before.0, limit as i64],
        |row| row.get(0),
    )?;
    for contact in &contacts {
        remove_if_orphan(conn, *contact)?;
    }
    Ok(contacts)
}

/// Takes a visitor's token away and counts its generation up: nothing it was given holds any more.
pub fn end_visitor(conn: &Writing, id: VisitorId) -> rusqlite::Result<()> {
    conn.write(
        "UPDATE visitors SET token_digest = NULL, generation = generation + 1 WHERE id = ?1",
        params![id],
    )
    .map(drop)
}

/// All visitors of a contact.
pub fn visitors_of(conn: &Connection, contact: ContactId) -> rusqlite::Result<Vec<VisitorId>> {
    conn.prepare_cached("SELECT id FROM visitors WHERE contact_id = ?1 ORDER BY id")?
        .query_map([contact], |row| row.get(0))?
        .collect()
}

/// Notes the rights change of every visitor of a contact.
pub fn set_rights_positions(
    conn: &Writing,
    contact: ContactId,
    position: LogPosition,
) -> rusqlite::Result<()> {
    conn.write("UPDATE visitors SET rights_position = ?2 WHERE contact_id = ?1", params![contact, position])
        .map(drop)
}

/// Removes a contact with all visitors; its conversations must be gone. Whether it was there.
pub fn remove(conn: &Writing, contact: ContactId) -> rusqlite::Result<bool> {
    conn.write("DELETE FROM visitors WHERE contact_id = ?1", params![contact])?;
    Ok(conn.write("DELETE FROM contacts WHERE id = ?1", params![contact])? > 0)
}
