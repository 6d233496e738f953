//! Reading a file in pieces: lines of any length in bounded memory, everything that needs no database done before the writer is
//! asked.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Result, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::conversations::content::Content;
use crate::domain::imports::LINE_BYTES;
use crate::domain::imports::known::{Digest, Maker};
use crate::domain::imports::line::{Entry, Line, Person, Sender};
use crate::domain::imports::report::{Reason, Refusal};

/// About how much one unit stores: entries, and a conversation as some more. It takes a few milliseconds: so long do other writes
/// wait.
const UNIT_COST: usize = 240;
/// What a conversation costs beside its entries.
const LINE_COST: usize = 7;
/// Bytes after which a piece ends even if little of them is to be stored.
const PIECE_BYTES: u64 = 1 << 20;
/// Bytes read at once.
const READ_BYTES: usize = 256 << 10;

/// What is common to the parts of one conversation.
#[derive(Debug)]
pub struct Head {
    /// The conversation is known again by it.
    pub digest: Digest,
    /// The person is known again by it.
    pub person_digest: Digest,
    /// The person.
    pub person: Person,
    /// The person's id at the shop, where the file has it.
    pub user_id: Option<String>,
    /// Where it was held.
    pub channel: String,
    /// Whether it was closed.
    pub closed: bool,
    /// When the first word was said.
    pub opened_at: Timestamp,
    /// Its line.
    pub line: u64,
}

/// An entry that is ready to be stored.
#[derive(Debug)]
pub struct Said {
    /// It is known again by it.
    pub digest: Digest,
    /// Who said it.
    pub sender: Sender,
    /// The name of a colleague or bot.
    pub name: Option<String>,
    /// Canonical JSON.
    pub content: String,
    /// When.
    pub at: Timestamp,
}

/// A conversation or, of a long one, a part.
#[derive(Debug)]
pub struct Part {
    /// What is common.
    pub head: Arc<Head>,
    /// Its entries, earliest first.
    pub entries: Vec<Said>,
    /// Whether none follows.
    pub last: bool,
}

/// What one unit stores.
#[derive(Debug, Default)]
pub struct Piece {
    /// Conversations and parts.
    pub parts: Vec<Part>,
    /// What is left out.
    pub refused: Vec<Refusal>,
    /// Lines with something in them.
    pub lines: u64,
    /// Lines of the file up to here, empty ones too.
    pub passed: u64,
    /// Bytes of the file up to here; of a conversation whose last part is not in it, those before.
    pub read_bytes: u64,
    cost: usize,
}

/// How a file is read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Makes digests.
    pub maker: Maker,
    /// The present time.
    pub now: Timestamp,
    /// Whether ids of people are the shop's own.
    pub user_ids: bool,
}

/// A line of a file, its end left away.
enum Raw {
    /// As it stands.
    Whole,
    /// Longer than one may be.
    TooLong,
    /// There is none.
    End,
}

/// Reads the next line into `line`; how many bytes it took.
fn next_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> Result<(Raw, u64)> {
    line.clear();
    let (mut taken, mut too_long) = (0, false);
    loop {
        let bytes = from.fill_buf()?;
        if bytes.is_empty() {
            let raw = if too_long { Raw::TooLong } else { Raw::Whole };
            return Ok((if taken == 0 { Raw::End } else { raw }, taken));
        }
        let (part, ends) = match bytes.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at, true),
            None => (bytes.len(), false),
        };
        too_long |= line.len() + part > LINE_BYTES;
        if !too_long {
            line.extend_from_slice(&bytes[..part]);
        }
        let used = part + usize::from(ends);
        from.consume(used);
        taken += used as u64;
        if ends {
            return Ok((if too_long { Raw::TooLong } else { Raw::Whole }, taken));
        }
    }
}

/// Reads a file from `(bytes, lines)` on and hands over piece after piece until `take` wants no more.
pub fn read_file(
    path: &Path,
    from: (u64, u64),
    reading: &Reading,
    take: impl FnMut(Piece) -> bool,
) -> Result<()> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from.0))?;
    read(BufReader::with_capacity(READ_BYTES, file), from, reading, take)
}

/// The same of what stands behind `(bytes, lines)` of a file.
pub fn read(
    mut file: impl BufRead,
    (from, passed): (u64, u64),
    reading: &Reading,
    mut take: impl FnMut(Piece) -> bool,
) -> Result<()> {
    let begun = |passed, read_bytes| Piece { passed, read_bytes, ..Piece::default() };
    let (mut piece, mut line, mut at) = (begun(passed, from), Vec::new(), from);
    let mut piece_from = from;
    loop {
        let (raw, taken) = next_line(&mut file, &mut line)?;
        let number = piece.passed + 1;
        let read = match raw {
            Raw::End => break,
            Raw::TooLong => Some(Err(Reason::LineTooLong)),
            Raw::Whole => Line::parse(&line, reading.now),
        };
        let read = read.map(|read| read.map(|line| prepare(&line, number, reading)));
        if !add(&mut piece, read, (number, at), &mut take) {
            return Ok(());
        }
        if line.capacity() > READ_BYTES {
            // One long line does not hold its memory while thousands of short ones follow.
            line = Vec::new();
        }
        at += taken;
        (piece.passed, piece.read_bytes) = (number, at);
        if piece.cost >= UNIT_COST || at - piece_from >= PIECE_BYTES {
            piece_from = at;
            if !take(std::mem::replace(&mut piece, begun(number, at))) {
                return Ok(());
            }
        }
    }
    take(piece);
    Ok(())
}

/// A conversation that is ready to be stored, and what is left out of it.
type Prepared = (Head, Vec<Said>, Vec<(u64, Reason)>);

/// Adds a line; of a long conversation all parts but the last are handed over.
fn add(
    piece: &mut Piece,
    read: Option<std::result::Result<Prepared, Reason>>,
    (number, line_from): (u64, u64),
    take: &mut impl FnMut(Piece) -> bool,
) -> bool {
    let (head, mut entries, left_out) = match read {
        None => return true,
        Some(Err(reason)) => {
            piece.lines += 1;
            piece.refused.push(Refusal { line: number, entry: None, reason });
            // What is refused is written down as well.
            piece.cost += 1;
            return true;
        }
        Some(Ok(prepared)) => prepared,
    };
    let head = Arc::new(head);
    while entries.len() > UNIT_COST {
        let rest = entries.split_off(UNIT_COST);
        let part = Part { head: Arc::clone(&head), entries, last: false };
        let mut full = std::mem::take(piece);
        // Whoever goes on after a kill begins with this line again.
        (piece.passed, piece.read_bytes) = (number - 1, line_from);
        (full.passed, full.read_bytes) = (number - 1, line_from);
        full.parts.push(part);
        if !take(full) {
            return false;
        }
        entries = rest;
    }
    piece.lines += 1;
    piece.cost += LINE_COST + entries.len();
    piece.refused.extend(left_out.into_iter().map(|(entry, reason)| Refusal {
        line: number,
        entry: Some(entry),
        reason,
    }));
    piece.parts.push(Part { head, entries, last: true });
    true
}

fn prepare(line: &Line<'_>, number: u64, reading: &Reading) -> Prepared {
    let maker = &reading.maker;
    let external_id = line.external_id.as_bytes();
    let user_id = line.contact.external_id.clone().filter(|_| reading.user_ids);
    let person_digest = match (&line.contact.external_id, &user_id) {
        (_, Some(id)) => maker.digest(&[b"user", id.as_bytes()]),
        (Some(id), None) => maker.digest(&[b"person", id.as_bytes()]),
        // Nobody says that they are one with somebody else.
        (None, None) => maker.digest(&[b"person of", external_id]),
    };
    let head = Head {
        digest: maker.digest(&[b"conversation", external_id]),
        person_digest,
        person: line.contact.clone(),
        user_id,
        channel: line.channel.clone(),
        closed: line.closed,
        opened_at: line.entries.first().map_or(reading.now, |entry| entry.at),
        line: number,
    };
    let mut before = BTreeMap::new();
    let entries = line.entries.iter().map(|entry| said(maker, entry, &mut before));
    (head, entries.collect(), line.refused.clone())
}

/// Without an id an entry is known by what it holds; the same word twice in one moment counts on.
fn said(maker: &Maker, entry: &Entry<'_>, before: &mut BTreeMap<Digest, u64>) -> Said {
    let digest = if let Some(id) = &entry.external_id {
        maker.digest(&[b"entry", id.as_bytes()])
    } else {
        let kind = [entry.sender as u8];
        let parts: [&[u8]; 4] = [b"words", &kind, &entry.at.0.to_le_bytes(), entry.text.as_bytes()];
        let plain = maker.digest(&parts);
        let times = before.entry(plain).and_modify(|times| *times += 1).or_default();
        if *times == 0 { plain } else { maker.digest(&[&plain, &times.to_le_bytes()]) }
    };
    Said {
        digest,
        sender: entry.sender,
        name: entry.name.clone(),
        content: Content::text(&*entry.text).to_json(),
        at: entry.at,
    }
}

/// The first lines of a file, for whoever looks before they begin.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportPreview)]
pub struct Preview {
    /// As they would be taken.
    pub lines: Vec<ShownLine>,
    /// What of them would be left out.
    pub refused: Vec<ShownRefusal>,
}

/// A line, or an entry of one, that would be left out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportPreviewRefusal)]
pub struct ShownRefusal {
    /// The line, from 1.
    pub line: u64,
    /// The entry in it, from 1; `null` for the whole line.
    pub entry: Option<u64>,
    /// Why.
    #[schema(example = "wrong_date")]
    pub reason: &'static str,
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportPreviewLine)]
pub struct ShownLine {
    /// Its line, from 1.
    pub line: u64,
    /// Its id at the other desk.
    pub external_id: String,
    /// Where it was held.
    #[schema(example = "web")]
    pub channel: String,
    /// `open` or `closed`.
    #[schema(example = "closed")]
    pub state: &'static str,
    /// Name of the customer.
    pub name: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
    /// Its first entries.
    pub entries: Vec<ShownEntry>,
    /// How many there are.
    pub entry_count: usize,
}

/// Something that was said.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportPreviewEntry)]
pub struct ShownEntry {
    /// `visitor`, `agent` or `bot`.
    #[schema(example = "agent")]
    pub sender: &'static str,
    /// Name of a colleague or bot.
    pub name: Option<String>,
    /// Its first 200 characters.
    pub text: String,
    /// When.
    #[schema(value_type = String)]
    pub sent_at: Timestamp,
}

/// Reads the first lines, and of each the first entries.
pub fn preview(path: &Path, reading: &Reading, lines: usize, entries: usize) -> Result<Preview> {
    let mut file = BufReader::with_capacity(READ_BYTES, File::open(path)?);
    let mut shown = Preview { lines: Vec::new(), refused: Vec::new() };
    let (mut line, mut number) = (Vec::new(), 0);
    while shown.lines.len() + shown.refused.len() < lines {
        let read = match next_line(&mut file, &mut line)?.0 {
            Raw::End => break,
            Raw::TooLong => Some(Err(Reason::LineTooLong)),
            Raw::Whole => Line::parse(&line, reading.now),
        };
        number += 1;
        let refused = |entry, reason: Reason| ShownRefusal { line: number, entry, reason: reason.name() };
        match read {
            None => {}
            Some(Err(reason)) => shown.refused.push(refused(None, reason)),
            Some(Ok(read)) => {
                let left_out = read.refused.iter().take(lines);
                shown.refused.extend(left_out.map(|(entry, reason)| refused(Some(*entry), *reason)));
                shown.lines.push(show(&read, number, entries));
            }
        }
    }
    Ok(shown)
}

fn show(line: &Line<'_>, number: u64, entries: usize) -> ShownLine {
    let said = line.entries.iter().take(entries).map(|entry| ShownEntry {
        sender: match entry.sender {
            Sender::Visitor => "visitor",
            Sender::Agent => "agent",
            Sender::Bot => "bot",
        },
        name: entry.name.clone(),
        text: entry.text.chars().take(200).collect(),
        sent_at: entry.at,
    });
    ShownLine {
        line: number,
        external_id: line.external_id.to_string(),
        channel: line.channel.clone(),
        state: if line.closed { "closed" } else { "open" },
        name: line.contact.name.clone(),
        email: line.contact.email.clone(),
        phone: line.contact.phone.clone(),
        entries: said.collect(),
        entry_count: line.entries.len(),
    }
}
