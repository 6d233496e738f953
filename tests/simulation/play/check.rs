//! What must hold at the end of every run, whatever went wrong in it: the promises of `docs/protocol.md`, looked up in the tables
//! themselves and in what each device keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use rusqlite::Connection;
use servicedesk::domain::conversations::demand;
use servicedesk::domain::files;
use servicedesk::events::Actor;
use servicedesk::flows::files::fetch_file::fetch_file;
use servicedesk::ids::{ConversationId, FileId, VisitorId};
use servicedesk::storage::blobs::{Blobs, Digest};

use super::bot;
use super::world::{Who, World};

/// An entry of the log.
struct Row {
    sequence: i64,
    position: i64,
}

struct Message {
    id: Option<String>,
    conversation: String,
    sequence: i64,
    position: i64,
    text: String,
}

struct Tables {
    /// In order of their sequence.
    entries: BTreeMap<String, Vec<Row>>,
    messages: Vec<Message>,
    /// Contact and visitor of each conversation.
    owners: BTreeMap<String, (i64, i64)>,
    /// Contact of each visitor, and whether they are verified.
    visitors: BTreeMap<i64, (i64, bool)>,
    files: Vec<(FileId, Actor, Digest)>,
    /// Where each file is shown, and whether by a note.
    shown: BTreeMap<FileId, Vec<(String, bool)>>,
}

/// Looks at everything; what is broken is told in words.
pub fn check(world: &mut World) {
    let conn = world.look();
    let tables = read(&conn);
    let mut broken = Vec::new();
    world.counts.routed = routed(&conn, &mut broken);
    bot::check(&conn, &mut broken);
    drop(conn);
    dense(&tables, &mut broken);
    nothing_lost(world, &tables, &mut broken);
    nothing_doubled(&tables, &mut broken);
    in_order(world, &tables, &mut broken);
    caught_up(world, &tables, &mut broken);
    nobody_else(world, &tables, &mut broken);
    files(world, &tables, &mut broken);
    world.violations.extend(broken);
}

/// The queue holds what waits, however the desk ended in between. How many conversations the routing gave to somebody.
fn routed(conn: &Connection, broken: &mut Vec<String>) -> u64 {
    let ids = |sql: &str| -> BTreeSet<i64> {
        let mut query = conn.prepare(sql).expect("the tables are there");
        let rows = query.query_map([], |row| row.get(0)).expect("it can be read");
        rows.collect::<Result<_, _>>().expect("it can be read")
    };
    let waiting = demand::waiting(conn).expect("it can be read").iter().map(|one| one.id.0).collect();
    let queued = ids("SELECT conversation_id FROM routing_queue");
    if queued != waiting {
        broken.push(format!("the queue holds {queued:?}, and {waiting:?} wait"));
    }
    let given = ids("SELECT log_position FROM event_log WHERE kind = 4 AND amount = 1");
    given.len() as u64
}

fn dense(tables: &Tables, broken: &mut Vec<String>) {
    for (conversation, rows) in &tables.entries {
        let mut position = 0;
        for (at, row) in rows.iter().enumerate() {
            if row.sequence != at as i64 + 1 || row.position <= position {
                broken.push(format!(
                    "{conversation}: {} at {} is not dense and ascending",
                    row.sequence, row.position
                ));
            }
            position = row.position;
        }
    }
}

fn nothing_lost(world: &World, tables: &Tables, broken: &mut Vec<String>) {
    for (id, one) in &world.accepted {
        let there = tables.messages.iter().any(|message| {
            message.id.as_deref() == Some(id)
                && message.conversation == one.conversation
                && message.sequence == one.sequence
                && message.position == one.position
        });
        if !there && tables.owners.contains_key(&one.conversation) {
            broken.push(format!("{id} was accepted as {one:?} and is not there"));
        }
        if !there && !tables.owners.contains_key(&one.conversation) && world.erased.is_empty() {
            broken.push(format!("{id} was accepted and its conversation {} is gone", one.conversation));
        }
    }
}

fn nothing_doubled(tables: &Tables, broken: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    let mut texts = BTreeSet::new();
    for message in &tables.messages {
        if let Some(id) = &message.id
            && !ids.insert(id)
        {
            broken.push(format!("{id} is there twice"));
        }
        let Some(mark) = message.text.split(['[', ']']).nth(1) else { continue };
        if !texts.insert(mark) {
            broken.push(format!("the words of {mark} are there twice"));
        }
    }
}

/// Within a conversation, what one device wrote stands in the order in which it was written.
fn in_order(world: &World, tables: &Tables, broken: &mut Vec<String>) {
    for (at, device) in world.devices.iter().enumerate() {
        let written: BTreeMap<&str, usize> =
            device.written.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
        let mut last: BTreeMap<&str, usize> = BTreeMap::new();
        let mut messages: Vec<&Message> = tables.messages.iter().collect();
        messages.sort_by_key(|message| message.position);
        for message in messages {
            let Some(place) = message.id.as_deref().and_then(|id| written.get(id)) else { continue };
            let before = last.insert(&message.conversation, *place);
            if before.is_some_and(|before| before > *place) {
                broken.push(format!("device {at}: {:?} stands behind what was written after it", message.id));
            }
        }
    }
}

fn caught_up(world: &World, tables: &Tables, broken: &mut Vec<String>) {
    for (at, device) in world.devices.iter().enumerate().filter(|(_, device)| !device.client.has_ended()) {
        for (conversation, rows) in &tables.entries {
            if !may_read(device.who, conversation, tables) {
                continue;
            }
            let wanted: Vec<(i64, i64)> = rows.iter().map(|row| (row.sequence, row.position)).collect();
            let entries = device.client.kept.copies.entries(conversation);
            let kept: Vec<(i64, i64)> =
                entries.into_iter().flatten().map(|(sequence, entry)| (*sequence, entry.position)).collect();
            if wanted != kept {
                broken.push(format!("device {at} keeps {kept:?} of {conversation}, which has {wanted:?}"));
            }
        }
        let phantoms: Vec<&str> =
            device.client.kept.copies.conversations().filter(|id| !tables.owners.contains_key(*id)).collect();
        if !phantoms.is_empty() {
            broken.push(format!("device {at} keeps what is not there any more: {phantoms:?}"));
        }
    }
}

fn nobody_else(world: &World, tables: &Tables, broken: &mut Vec<String>) {
    for (at, device) in world.devices.iter().enumerate() {
        for conversation in &device.heard_of {
            if tables.owners.contains_key(conversation) && !may_read(device.who, conversation, tables) {
                broken.push(format!("device {at} heard of {conversation}, which is somebody else's"));
            }
        }
    }
}

/// Every file has the bytes that were sent, and is for those who may read a message that shows it, or sent it.
fn files(world: &World, tables: &Tables, broken: &mut Vec<String>) {
    let (conn, blobs) = (world.look(), Blobs::new(&world.folder));
    for (id, owner, digest) in &tables.files {
        let bytes = fs::read(blobs.path(*digest)).ok();
        if bytes.as_deref().map(Digest::of) != Some(*digest) {
            let size = bytes.map(|bytes| bytes.len());
            broken.push(format!("the bytes of {id} are not there as they were sent: {size:?} bytes"));
        }
        if world.files.get(id).is_some_and(|sent| sent != digest) {
            broken.push(format!("{id} is not what was sent"));
        }
        let shown = tables.shown.get(id).map_or(&[][..], Vec::as_slice);
        for (at, device) in world.devices.iter().enumerate() {
            let who = device.who.caller(&conn);
            let is_agent = matches!(device.who, Who::Agent(..));
            let may = *owner == who.actor
                || shown.iter().any(|(conversation, note)| {
                    is_agent || !note && may_read(device.who, conversation, tables)
                });
            if fetch_file(&conn, &who, *id).is_ok() != may {
                broken.push(format!("device {at} and {id}: may fetch it is not {may}"));
            }
        }
    }
}

/// Whether a visitor's device hears of a conversation that it may not read, as the tables stand now.
pub fn is_somebody_elses(world: &World, at: usize, conversation: &str) -> bool {
    let tables = read(&world.look());
    tables.owners.contains_key(conversation) && !may_read(world.devices[at].who, conversation, &tables)
}

fn may_read(who: Who, conversation: &str, tables: &Tables) -> bool {
    let Who::Visitor(VisitorId(id)) = who else { return true };
    let Some((contact, visitor)) = tables.owners.get(conversation) else { return false };
    match tables.visitors.get(&id) {
        Some((own, true)) => own == contact,
        _ => *visitor == id,
    }
}

fn read(conn: &Connection) -> Tables {
    let name = |id: i64| ConversationId(id).to_string();
    let mut tables = Tables {
        entries: BTreeMap::new(),
        messages: Vec::new(),
        owners: BTreeMap::new(),
        visitors: BTreeMap::new(),
        files: Vec::new(),
        shown: BTreeMap::new(),
    };
    let read = |sql: &str, take: &mut dyn FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>| {
        let mut rows = conn.prepare(sql).expect("the tables are there");
        let mut rows = rows.query([]).expect("they can be read");
        while let Some(row) = rows.next().expect("they can be read") {
            take(row).expect("the columns are there");
        }
    };
    read(
        "SELECT conversation_id, sequence, log_position FROM event_log WHERE sequence IS NOT NULL ORDER BY 1, 2",
        &mut |row| {
            let entry = Row { sequence: row.get(1)?, position: row.get(2)? };
            tables.entries.entry(name(row.get(0)?)).or_default().push(entry);
            Ok(())
        },
    );
    read(
        "SELECT client_message_id, conversation_id, sequence, log_position, coalesce(content, '') FROM messages
          WHERE sender_kind <> 3",
        &mut |row| {
            tables.messages.push(Message {
                id: row.get(0)?,
                conversation: name(row.get(1)?),
                sequence: row.get(2)?,
                position: row.get(3)?,
                text: row.get(4)?,
            });
            Ok(())
        },
    );
    read("SELECT id, contact_id, visitor_id FROM conversations", &mut |row| {
        tables.owners.insert(name(row.get(0)?), (row.get(1)?, row.get(2)?));
        Ok(())
    });
    read("SELECT id, contact_id, verified FROM visitors", &mut |row| {
        tables.visitors.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        Ok(())
    });
    read("SELECT id FROM files", &mut |row| {
        if let Some(file) = files::store::find(conn, row.get(0)?)? {
            tables.files.push((file.id, file.owner, file.sha256));
        }
        Ok(())
    });
    read("SELECT file_id, conversation_id, note FROM message_files", &mut |row| {
        tables.shown.entry(row.get(0)?).or_default().push((name(row.get(1)?), row.get(2)?));
        Ok(())
    });
    tables
}
