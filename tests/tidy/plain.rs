//! Plain words: a person is *they*, and names are those that a new colleague knows. Words that were given up stay away.

use crate::tree::{File, files};

/// Words for a person that leave others out.
const PERSONS: [&str; 8] = ["he", "his", "him", "himself", "she", "her", "hers", "herself"];

/// Given up, with what is said instead. Names are compared as they are written.
const GIVEN_UP: [(&str, &str); 12] = [
    ("Herald", "Publisher"),
    ("herald", "publisher"),
    ("befall", "inject"),
    ("befalls", "goes wrong"),
    ("befell", "goes wrong"),
    ("Mishap", "InjectedFault"),
    ("mishap", "fault"),
    ("aside", "blocking, or ephemeral"),
    ("asides", "ephemeral frames"),
    ("Pump", "CommitLoop"),
    ("shelf", "shard"),
    ("strays", "orphans"),
];

/// Phrases that say nothing about a field, as whole comments in lower case.
const EMPTY: [&str; 6] = ["where it stands.", "what is said.", "which.", "whose.", "in words.", "for whom."];

/// Folders whose words are the interface's, not the house's.
const ELSEWHERE: [&str; 2] = ["src/i18n/", "tests/fixtures/"];

/// This file, which has to name what it forbids.
const SELF: &str = "tests/tidy/plain.rs";

fn written() -> Vec<File> {
    let mut all = files("src", &["rs", "sql"]);
    for folder in ["tests", "benches", "fuzz/fuzz_targets"] {
        all.extend(files(folder, &["rs"]));
    }
    all.extend(files("docs", &["md"]));
    all.extend(files("", &["md"]).into_iter().filter(|file| !file.path.contains('/')));
    all.retain(|file| file.path != SELF && !ELSEWHERE.iter().any(|folder| file.path.starts_with(folder)));
    all
}

/// The words of a line: letters, digits and underscores in a row, each apart at its underscores as well.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
}

/// What is wrong with a line, if anything.
fn complaint(line: &str) -> Option<String> {
    for word in words(line) {
        if PERSONS.contains(&word.to_ascii_lowercase().as_str()) {
            return Some(format!("“{word}”: a person is they"));
        }
        if let Some((_, instead)) = GIVEN_UP.iter().find(|(given_up, _)| *given_up == word) {
            return Some(format!("“{word}”: write {instead}"));
        }
    }
    let comment = line.trim_start().strip_prefix("///").map(|comment| comment.trim().to_lowercase());
    comment
        .filter(|comment| EMPTY.contains(&comment.as_str()))
        .map(|comment| format!("“{comment}” says nothing"))
}

#[test]
fn words_that_were_given_up_stay_away() {
    let mut found = Vec::new();
    for file in written() {
        for (at, line) in file.text.lines().enumerate() {
            found.extend(complaint(line).map(|why| format!("{}:{}: {why}", file.path, at + 1)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_are_told_apart() {
    for wrong in [
        "/// As he wrote it.",
        "// Told to him.",
        "His links end.",
        "fn ask_her() {}",
        "pump.befall(None)",
        "    /// Where it stands.",
        "self.aside.run(work)",
        "let herald = 1;",
    ] {
        assert!(complaint(wrong).is_some(), "{wrong}");
    }
    for right in
        ["/// The history of this.", "// Where it stands in the log, each event has a number.", "other"]
    {
        assert_eq!(complaint(right), None, "{right}");
    }
}
