//! Files: short, introduced, well named.

use crate::tree::{File, files};

/// Lines that no file of ours may exceed.
const MOST_LINES: usize = 500;

/// Names that say nothing about what a file holds.
const EMPTY_NAMES: [&str; 9] =
    ["util", "utils", "helper", "helpers", "misc", "common", "manager", "stuff", "shared"];

fn sources() -> Vec<File> {
    let mut all = files("src", &["rs"]);
    all.extend(files("tests", &["rs", "js", "mjs"]));
    all.extend(files("static", &["js", "mjs", "css", "html"]));
    all.extend(files("templates", &["html", "txt"]));
    all
}

#[test]
fn no_file_is_long() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|file| file.lines() > MOST_LINES)
        .map(|file| format!("{} has {} lines", file.path, file.lines()))
        .collect();
    assert!(long.is_empty(), "over {MOST_LINES} lines; what is the second subject?\n{}", long.join("\n"));
}

#[test]
fn each_module_says_what_it_is() {
    let mut silent: Vec<String> = Vec::new();
    for file in files("src", &["rs"]).iter().chain(&files("tests", &["rs"])) {
        if !file.text.starts_with("//! ") {
            silent.push(file.path.clone());
        }
    }
    assert!(silent.is_empty(), "without //! on the first line:\n{}", silent.join("\n"));
}

#[test]
fn each_script_and_style_says_what_it_is() {
    let mute: Vec<String> = files("static", &["js", "mjs", "css"])
        .into_iter()
        .filter(|file| !file.text.starts_with("/*") && !file.text.starts_with("//"))
        .map(|file| file.path)
        .collect();
    assert!(mute.is_empty(), "without a comment on top:\n{}", mute.join("\n"));
}

#[test]
fn names_say_what_a_file_holds() {
    let vague: Vec<String> = sources()
        .into_iter()
        .filter(|file| matches!(file.extension(), "rs" | "js" | "mjs"))
        .filter(|file| {
            let folders = file.path.split('/').map(|part| part.split('.').next().unwrap_or(part));
            let mut parts = folders.filter(|part| !part.is_empty());
            let snake = file.extension() != "rs" || !file.name().contains(['-', ' ']);
            !snake || parts.any(|part| EMPTY_NAMES.contains(&part))
        })
        .map(|file| file.path)
        .collect();
    assert!(vague.is_empty(), "name them after the one thing they hold:\n{}", vague.join("\n"));
}

#[test]
fn the_median_is_reported() {
    for (what, files) in [
        ("Rust", files("src", &["rs"])),
        ("JavaScript", files("static", &["js", "mjs"])),
        ("all sources", sources()),
    ] {
        let mut lines: Vec<usize> = files.iter().map(File::lines).collect();
        lines.sort_unstable();
        if let (Some(median), Some(longest)) = (lines.get(lines.len() / 2), lines.last()) {
            println!("{what}: {} files, median {median} lines, longest {longest}", lines.len());
        }
    }
    assert!(!files("src", &["rs"]).is_empty(), "the sources are found at all");
}

#[test]
fn migrations_are_numbered_without_a_gap() {
    let migrations = files("src/storage/migrations", &["sql"]);
    assert!(!migrations.is_empty(), "the migrations are found at all");
    for (index, migration) in migrations.iter().enumerate() {
        let number = format!("{:04}_", index + 1);
        assert!(migration.name().starts_with(&number), "{} should begin with {number}", migration.path);
    }
}
