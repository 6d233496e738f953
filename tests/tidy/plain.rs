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

/// Phrases that say nothing about what they stand on, as whole comments in lower case.
const EMPTY: [&str; 18] = [
    "where it stands.",
    "what is said.",
    "which.",
    "whose.",
    "in words.",
    "for whom.",
    "what comes next.",
    "what was heard.",
    "what they keep.",
    "who somebody is.",
    "in minutes.",
    "of its randomness.",
    "says a text.",
    "emptied.",
    "wrong.",
    "until when.",
    "how urgent.",
    "whether keys move.",
];
/// A test's name is a sentence: it has at least so many words.
const TEST_WORDS: usize = 4;

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
    let comment = line.trim_start().strip_prefix("//");
    let comment = comment.map(|comment| comment.trim_start_matches(['/', '!']).trim().to_lowercase());
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

/// Names of the tests in a source.
fn tests(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut is_next = false;
    for line in source.lines().map(str::trim_start) {
        if line.starts_with("#[") && line.split(['(', ']']).next().is_some_and(|what| what.ends_with("test"))
        {
            is_next = true;
        } else if let Some((_, name)) = line.split_once("fn ").filter(|_| is_next) {
            found.extend(name.split('(').next());
            is_next = false;
        }
    }
    found
}

#[test]
fn a_test_is_named_by_a_sentence() {
    let mut found = Vec::new();
    for file in written() {
        let short = tests(&file.text).into_iter().filter(|name| name.split('_').count() < TEST_WORDS);
        found.extend(short.map(|name| format!("{}: {name}", file.path)));
    }
    assert!(found.is_empty(), "say what holds, in at least {TEST_WORDS} words:\n{}", found.join("\n"));
    let source =
        "#[tokio::test(start_paused = true)]\n#[ignore]\nasync fn it_works() {}\n#[cfg(test)]\nfn no() {}";
    assert_eq!(tests(source), ["it_works"]);
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
        "// Wrong.",
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
