//! Reading the documents: headings, tables, fenced blocks.

use serde_json::Value;

/// `docs/protocol.md`.
pub const PROTOCOL: &str = include_str!("../../../docs/protocol.md");
/// `docs/api.md`.
pub const API: &str = include_str!("../../../docs/api.md");

/// The text below a heading, up to the next one of the same or a higher level.
pub fn section<'a>(document: &'a str, heading: &str) -> &'a str {
    let level = heading.chars().take_while(|c| *c == '#').count();
    let start = document.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no heading {heading}"));
    let body = &document[start + heading.len() + 2..];
    let mut fenced = false;
    let mut length = 0;
    for line in body.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        let depth = line.chars().take_while(|c| *c == '#').count();
        if !fenced && (1..=level).contains(&depth) {
            break;
        }
        length += line.len();
    }
    &body[..length]
}

/// Headings outside of fenced blocks, with their hashes.
pub fn headings(document: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in document.lines() {
        fenced ^= line.starts_with("```");
        if !fenced && line.starts_with('#') {
            found.push(line);
        }
    }
    found
}

/// Fenced blocks of one language.
pub fn fenced<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    text.split(&format!("```{language}\n")).skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect()
}

/// The JSON objects of the fenced blocks, one a line.
pub fn examples(text: &str) -> Vec<Value> {
    let lines = fenced(text, "json").into_iter().flat_map(str::lines);
    lines.map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// The rows of the first table, without its head.
pub fn table(text: &str) -> Vec<Vec<&str>> {
    let lines =
        text.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let rows = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    rows.skip(2).collect()
}
