//! Documents: every path that they name exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::tree::{File, files, root};

/// Endings by which a single word is known as a file.
const FILE_ENDINGS: [&str; 9] = [".rs", ".md", ".toml", ".sql", ".html", ".json", ".js", ".mjs", ".css"];

/// Files that exist only beside a running desk, not in the repository.
const MADE_LATER: [&str; 1] = ["servicedesk.toml"];

fn documents() -> Vec<File> {
    let top = fs::read_dir(root()).expect("the root").filter_map(Result::ok);
    let names = top.filter_map(|entry| entry.file_name().into_string().ok());
    let mut documents: Vec<File> = names
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "md"))
        .map(|path| File { text: fs::read_to_string(root().join(&path)).expect("UTF-8"), path })
        .collect();
    documents.extend(files("docs", &["md"]));
    documents
}

/// Words in backticks outside of fenced blocks.
fn code_words(text: &str) -> Vec<&str> {
    text.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// Paths of the tree drawings in fenced blocks: a line `src/`, then branches with one path first on each line.
fn drawn_paths(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for block in text.split("```").skip(1).step_by(2) {
        let mut above: Vec<String> = Vec::new();
        for line in block.lines() {
            let start = line.find(|c: char| !"│├└─ ".contains(c)).unwrap_or(line.len());
            let depth = line[..start].chars().count() / 4;
            let name = line[start..].split_ascii_whitespace().next().unwrap_or_default();
            let drawn = line.contains("── ");
            if !(name.contains('.') || name.ends_with('/')) || (!drawn && depth > 0) || name.contains('…') {
                continue;
            }
            if !drawn {
                above = if name.ends_with('/') { vec![name.to_owned()] } else { Vec::new() };
                continue;
            }
            above.truncate(depth);
            above.push(name.to_owned());
            paths.push(above.concat());
        }
    }
    paths
}

/// Whether a word names a path of ours: its first part lies in the root or in `src`, or it is a file's name.
fn is_path(word: &str, rooms: &BTreeSet<String>) -> bool {
    if word.contains([' ', ':', '<', '*', '{', '(', '$', '…']) || word.starts_with(['/', '.', '-']) {
        return false;
    }
    // A media type, and no file of the room.
    if word == "text/plain" {
        return false;
    }
    match word.split_once('/') {
        Some((first, _)) => first != "target" && rooms.contains(first),
        None => FILE_ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending)),
    }
}

#[test]
fn paths_named_in_the_documents_exist() {
    let everything =
        files("", &["rs", "md", "toml", "sql", "html", "json", "js", "mjs", "css", "svg", "txt"]);
    let names: BTreeSet<&str> = everything.iter().map(File::name).collect();
    let mut rooms = BTreeSet::new();
    for folder in ["", "src"] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder of ours").filter_map(Result::ok);
        rooms.extend(entries.filter_map(|entry| entry.file_name().into_string().ok()));
    }
    let exists = |path: &str| {
        root().join(path).exists() || root().join("src").join(path).exists() || names.contains(path)
    };
    let mut missing = Vec::new();
    for document in documents() {
        let written =
            code_words(&document.text).into_iter().filter(|word| is_path(word, &rooms)).map(str::to_owned);
        for path in written.chain(drawn_paths(&document.text)) {
            if !MADE_LATER.contains(&path.as_str()) && !exists(&path) {
                missing.push(format!("{}: {path}", document.path));
            }
        }
    }
    assert!(missing.is_empty(), "named but not there:\n{}", missing.join("\n"));
}

#[test]
fn the_map_is_short_and_draws_the_rooms() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map of the house");
    assert!(map.lines().count() <= 150, "a map of {} lines is no map", map.lines().count());
    let drawn = drawn_paths(&map);
    let rooms = fs::read_dir(root().join("src")).expect("src").filter_map(Result::ok);
    let hidden: Vec<String> = rooms
        .map(|room| {
            let slash = if room.path().is_dir() { "/" } else { "" };
            format!("src/{}{slash}", room.file_name().to_string_lossy())
        })
        .filter(|room| !drawn.contains(room))
        .collect();
    assert!(hidden.is_empty(), "ARCHITECTURE.md draws no\n{}", hidden.join("\n"));
}

#[test]
fn drawings_of_folders_are_read() {
    let text = "a\n```\nsrc/\n├── main.rs    starts\n├── web/        the edge\n│   ├── mod.rs      routes\n│   └── api/        REST\n\
                └── storage/    SQLite\n```\n`x/y.rs`\n```\nnothing here.\n```\n";
    let expected = ["src/main.rs", "src/web/", "src/web/mod.rs", "src/web/api/", "src/storage/"];
    assert_eq!(drawn_paths(text), expected);
    assert_eq!(code_words(text), ["x/y.rs"]);
}
