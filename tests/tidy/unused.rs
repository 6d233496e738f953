//! Nothing is public that nobody names, and no crate is depended on that no source speaks of: the compiler keeps silent
//! about what a library shows to others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::scan::tokens;
use crate::tree::{files, root};

/// Public names that nobody writes a second time, each with its reason.
const UNNAMED: [(&str, &str); 0] = [];

/// Crates that are there for what they do while another one compiles, each with its reason.
const UNSPOKEN: [(&str, &str); 0] = [];

/// What may stand between `pub` and the name of an item.
const KINDS: [&str; 8] = ["fn", "struct", "enum", "trait", "type", "const", "static", "union"];

/// Names of the public items of a source, in the order of their definition.
fn public_names(tokens: &[String]) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "pub" {
            let mut next = at + 1;
            if tokens.get(next).is_some_and(|token| token == "(") {
                next += tokens[next..].iter().position(|token| token == ")").map_or(0, |end| end + 1);
            }
            // `const fn`, `async fn`: the last word before the name decides.
            let mut kind = None;
            while tokens.get(next).is_some_and(|token| KINDS.contains(&token.as_str()) || token == "async") {
                kind = Some(next);
                next += 1;
            }
            found.extend(kind.and_then(|_| tokens.get(next)).map(String::as_str));
        }
        at += 1;
    }
    found
}

#[test]
fn what_is_public_is_named_somewhere() {
    let mut sources: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for folder in ["src", "tests", "benches", "fuzz"] {
        sources.extend(files(folder, &["rs"]).into_iter().map(|file| (file.path, tokens(&file.text))));
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sources.values().flatten() {
        *times.entry(word).or_default() += 1;
    }
    // Templates name fields and methods of the types that they show.
    let templates = files("templates", &["html", "txt"]);
    let shown: BTreeSet<&str> = templates
        .iter()
        .flat_map(|file| file.text.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect();
    let mut idle = Vec::new();
    for (path, tokens) in sources.iter().filter(|(path, _)| path.starts_with("src/")) {
        for name in public_names(tokens) {
            let named = times[name] > 1 || shown.contains(name);
            if !named && !UNNAMED.iter().any(|(known, _)| *known == name) {
                idle.push(format!("{path}: {name}"));
            }
        }
    }
    assert!(idle.is_empty(), "public, and nobody names it:\n{}", idle.join("\n"));
    for (name, reason) in UNNAMED {
        assert_eq!(times.get(name), Some(&1), "{name} needs no exception any more ({reason})");
    }
}

#[test]
fn every_dependency_is_spoken_of() {
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let words = |folders: &[&str]| -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for folder in folders {
            words.extend(files(folder, &["rs"]).iter().flat_map(|file| tokens(&file.text)));
        }
        words
    };
    let build = tokens(&fs::read_to_string(root().join("build.rs")).unwrap()).into_iter().collect();
    let mut silent = Vec::new();
    for (section, words) in [
        ("dependencies", words(&["src"])),
        ("dev-dependencies", words(&["src", "tests", "benches"])),
        ("build-dependencies", build),
    ] {
        for name in manifest[section].as_table().unwrap().keys() {
            if !words.contains(&name.replace('-', "_")) && !UNSPOKEN.iter().any(|(known, _)| known == name) {
                silent.push(format!("[{section}] {name}"));
            }
        }
    }
    assert!(silent.is_empty(), "no source speaks of:\n{}", silent.join("\n"));
}

#[test]
fn public_items_are_found_by_their_names() {
    let source = "pub fn a() {} pub(crate) struct B; pub(in crate::c) const fn d() {} pub const E: u8 = 1; \
                  pub async fn f() {} fn g() {} pub mod h; pub use i::J; pub k: u8 // pub fn l";
    assert_eq!(public_names(&tokens(source)), ["a", "B", "d", "E", "f"]);
}
