//! Texts: each is shown somewhere, and each that a page or script asks for exists.
//!
//! Keys are looked for between quotes in templates, scripts and Rust; `${…}` and `{…}` in a key stand for anything, so
//! `failed.${code}` shows `failed.too_large`. Scripts of the widget name a text without its area.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::tree::{File, files, root};

/// Every key of the English catalogue; the Chinese one has the same.
fn keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files("src/i18n/en", &["json"]) {
        let texts: BTreeMap<String, String> =
            serde_json::from_str(&file.text).expect("a flat object of texts");
        let area = file.name().trim_end_matches(".json").to_owned();
        keys.extend(texts.into_keys().map(|name| format!("{area}.{name}")));
    }
    assert!(!keys.is_empty(), "the catalogues are found at all");
    keys
}

fn readers() -> Vec<File> {
    let mut readers = files("src", &["rs"]);
    readers.extend(files("templates", &["html", "txt"]));
    readers.extend(files("static", &["js", "mjs"]));
    readers
}

/// The key without the ending that a plural's count chooses.
fn stem(key: &str) -> &str {
    key.strip_suffix(".one").or_else(|| key.strip_suffix(".other")).unwrap_or(key)
}

/// Whether a quoted piece of source names the key, literally or with a part put in at run time.
fn names(piece: &str, key: &str) -> bool {
    if piece == key || piece == stem(key) {
        return true;
    }
    let Some((before, after)) = piece.split_once("${").or_else(|| piece.split_once('{')) else {
        return false;
    };
    let behind = after.split_once('}').map_or("", |(_, behind)| behind);
    before.contains(['.', '_'])
        && [key, stem(key)].iter().any(|key| {
            key.len() > before.len() + behind.len()
                && key.starts_with(before)
                && (key.ends_with(behind) || behind.contains('{'))
        })
}

#[test]
fn each_text_is_shown_somewhere() {
    let readers = readers();
    let quoted = |scripts_only: bool| -> BTreeSet<&str> {
        let kept = readers.iter().filter(|file| !scripts_only || file.path.starts_with("static/"));
        kept.flat_map(|file| file.text.split(['"', '\'', '`'])).filter(|piece| piece.len() < 60).collect()
    };
    let (everywhere, scripts) = (quoted(false), quoted(true));
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|key| {
            let name = key.split_once('.').map_or(key.as_str(), |(_, name)| name);
            let short = || scripts.iter().any(|piece| names(piece, name));
            !everywhere.iter().any(|piece| names(piece, key)) && !short()
        })
        .collect();
    assert!(unused.is_empty(), "{} texts are never shown:\n{}", unused.len(), unused.join("\n"));
}

/// What stands between quotes directly behind `word(`.
fn asked<'t>(text: &'t str, word: &str) -> Vec<&'t str> {
    let mut found = Vec::new();
    let call = format!("{word}(");
    for (at, _) in text.match_indices(&call) {
        let part_of_a_name = text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let rest = &text[at + call.len()..];
        let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''));
        if let (false, Some(quote)) = (part_of_a_name, quote) {
            found.extend(rest[1..].split(quote).next());
        }
    }
    found
}

#[test]
fn each_text_that_is_asked_for_exists() {
    let keys = keys();
    let stems: BTreeSet<&str> = keys.iter().map(|key| stem(key)).collect();
    let exists = |key: &str| keys.contains(key) || stems.contains(key);
    let mut missing = BTreeSet::new();
    for file in readers() {
        let (words, areas): (&[&str], &[&str]) =
            match file.path.split('/').take(2).collect::<Vec<_>>().as_slice() {
                ["templates", _] => (&["t.get"], &[""]),
                ["src", _] => (&["texts.get", "t.get"], &[""]),
                ["static", "workbench"] => (&["t", "plural"], &[""]),
                ["static", "widget"] => (&["t", "texts.t", "texts.count"], &["widget.", "widget_more."]),
                _ => continue,
            };
        let asked = words.iter().flat_map(|word| asked(&file.text, word));
        missing.extend(
            asked
                .filter(|key| !areas.iter().any(|area| exists(&format!("{area}{key}"))))
                .map(|key| format!("{}: {key}", file.path)),
        );
    }
    assert!(missing.is_empty(), "no catalogue has:\n{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn chinese_and_english_have_the_same_areas() {
    let areas = |locale: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(root().join("src/i18n").join(locale)).expect("a folder per locale");
        entries.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(areas("zh-CN"), areas("en"));
}

#[test]
fn a_piece_of_source_names_its_keys() {
    for (piece, key, named) in [
        ("widget_launcher.open", "widget_launcher.open", true),
        ("widget_launcher.unread", "widget_launcher.unread.one", true),
        ("failed.${said.code}", "failed.too_large", true),
        ("setup.${texts[id]}", "setup.name_missing", true),
        ("setup.${step}.title", "setup.2.title", true),
        ("setup.${step}.title", "setup.2.text", false),
        ("${key}.other", "widget_launcher.unread.other", false),
        ("widget", "widget_launcher.open", false),
    ] {
        assert_eq!(names(piece, key), named, "{piece} {key}");
    }
    assert_eq!(asked("t('a.b') + part('c') + t(key) + t(\"d\", { n })", "t"), ["a.b", "d"]);
}
