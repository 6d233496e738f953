//! Entries as they are written into a file, so that the same file brings them in again.

use serde_json::json;

use crate::domain::faq::{Entry, EntryState};

/// Writes a line of cells.
fn record(cells: &[String]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory never fails.
    drop(writer.write_record(cells));
    writer.into_inner().unwrap_or_default()
}

/// The names of the columns, behind the mark by which spreadsheets know UTF-8.
#[must_use]
pub fn csv_head() -> Vec<u8> {
    let names =
        ["id", "locale", "category", "state", "question", "alternatives", "answer"].map(str::to_owned);
    [b"\xef\xbb\xbf".to_vec(), record(&names)].concat()
}

/// A cell that no spreadsheet computes.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

const fn state(entry: &Entry) -> &'static str {
    match entry.state {
        EntryState::Published => "published",
        _ => "draft",
    }
}

/// An entry as lines of cells, one for each of its languages.
#[must_use]
pub fn csv_rows(entry: &Entry) -> Vec<u8> {
    let each = entry.document.texts.iter().flat_map(|(locale, words)| {
        let alternatives: Vec<String> =
            words.alternatives.iter().map(|text| text.replace('|', "\\|")).collect();
        record(&[
            guarded(&entry.key),
            locale.tag().to_owned(),
            guarded(&entry.document.category),
            state(entry).to_owned(),
            guarded(&words.question),
            guarded(&alternatives.join("|")),
            guarded(&words.answer),
        ])
    });
    each.collect()
}

/// An entry as JSON, an object and a line for each of its languages.
#[must_use]
pub fn json_line(entry: &Entry) -> Vec<u8> {
    let mut lines = Vec::new();
    for (locale, words) in entry.document.texts.iter() {
        let line = json!({
            "id": entry.key,
            "locale": locale.tag(),
            "category": entry.document.category,
            "state": state(entry),
            "question": words.question,
            "alternatives": words.alternatives,
            "answer": words.answer,
        });
        lines.extend_from_slice(line.to_string().as_bytes());
        lines.push(b'\n');
    }
    lines
}
