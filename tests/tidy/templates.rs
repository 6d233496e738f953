//! Templates: each is used, and none holds script or style, so that the strictest content security policy lets them pass.

use std::collections::BTreeSet;

use crate::tree::{File, files};

fn templates() -> Vec<File> {
    files("templates", &["html", "txt", "xml"])
}

/// The texts in double quotes that follow a word, as in `path = "…"` or `include "…"`.
fn quoted_after<'t>(text: &'t str, word: &str) -> Vec<&'t str> {
    let mut found = Vec::new();
    for part in text.split(word).skip(1) {
        let part = part.trim_start_matches([' ', '=', '\n']);
        if let Some((name, _)) = part.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            found.push(name);
        }
    }
    found
}

#[test]
fn each_template_is_used() {
    let mut used = BTreeSet::new();
    for file in files("src", &["rs"]) {
        used.extend(quoted_after(&file.text, "path").into_iter().map(str::to_owned));
    }
    for file in templates() {
        for word in ["include", "extends", "import"] {
            used.extend(quoted_after(&file.text, word).into_iter().map(str::to_owned));
        }
    }
    let unused: Vec<String> = templates()
        .into_iter()
        .map(|file| file.path)
        .filter(|path| !used.contains(path.trim_start_matches("templates/")))
        .collect();
    assert!(unused.is_empty(), "no page renders these:\n{}", unused.join("\n"));
}

/// What a template holds that a strict policy forbids.
fn forbidden(html: &str) -> Vec<&'static str> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    for tag in lower.split('<').skip(1).map(|part| part.split('>').next().unwrap_or(part)) {
        let mut words = tag.split_ascii_whitespace();
        let name = words.next().unwrap_or_default();
        if name == "style" {
            found.push("<style>");
        }
        if name == "script" && !tag.contains("src=") {
            found.push("<script> without src");
        }
        for word in words {
            let attribute = word.split('=').next().unwrap_or_default();
            if word.len() > attribute.len() && attribute == "style" {
                found.push("style=");
            }
            if word.len() > attribute.len() && attribute.len() > 2 && attribute.starts_with("on") {
                found.push("on…=");
            }
        }
    }
    if lower.contains("javascript:") {
        found.push("javascript:");
    }
    found
}

#[test]
fn no_template_holds_script_or_style() {
    let wrong: Vec<String> = templates()
        .iter()
        .flat_map(|file| forbidden(&file.text).into_iter().map(|what| format!("{}: {what}", file.path)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_forbidden_is_found() {
    for (html, expected) in [
        ("<p class=\"style\">onload=</p>", None),
        ("<script type=\"module\" src=\"/x.js\"></script>", None),
        ("<link rel=\"stylesheet\" href=\"/x.css\">", None),
        ("<script>go()</script>", Some("<script> without src")),
        ("<STYLE>p{}</STYLE>", Some("<style>")),
        ("<p id=\"a\"\n style=\"color:red\">", Some("style=")),
        ("<button onclick=\"go()\">", Some("on…=")),
        ("<a href=\"javascript:go()\">", Some("javascript:")),
    ] {
        assert_eq!(forbidden(html).first().copied(), expected, "{html}");
    }
}
