//! No word that a person reads stands outside the catalogues: not in a template, not in markup that a script draws, not in a
//! script's strings as Chinese.
//!
//! Looks at the text between tags and at the attributes that are read out. What is put in at run time does not count, nor what
//! is a name everywhere (languages in their own words, keys of the keyboard, code).

use crate::tree::files;

/// Read out by a screen reader or shown by a browser.
const READ_OUT: [&str; 5] = ["aria-label", "title", "placeholder", "alt", "aria-description"];

/// Elements whose text is no language: keys, code, drawings.
const NO_LANGUAGE: [&str; 6] = ["kbd", "code", "svg", "script", "i", "b"];

/// Names that are the same in every language.
const NAMES: [&str; 12] = [
    "中文",
    "English",
    "servicedesk",
    "WordPress",
    "Shopify",
    "PHP",
    "Node",
    "Python",
    "Java",
    "OpenAPI",
    "REST",
    "JSON",
];

/// Data in both languages, where a catalogue would be the wrong shape: keywords by which emoji are found.
const DATA: [&str; 1] = ["static/workbench/emoji"];

/// A script without its comments, strings kept.
fn without_comments(script: &str) -> String {
    let mut kept = String::new();
    let mut in_block = false;
    for line in script.lines() {
        let trimmed = line.trim_start();
        if in_block {
            in_block = !line.contains("*/");
            continue;
        }
        if trimmed.starts_with("//") {
            continue;
        }
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("/*") {
            kept.push_str(before);
            if let Some((_, behind)) = after.split_once("*/") {
                rest = behind;
            } else {
                in_block = true;
                rest = "";
            }
        }
        kept.push_str(rest.split(" // ").next().unwrap_or(rest));
        kept.push('\n');
    }
    kept
}

/// The markup that a script draws: what stands in its html`…` templates, without what is put in.
fn drawn(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut stack = Vec::new();
    let mut open: Option<String> = None;
    let mut chars = script.char_indices().peekable();
    // Depth of braces inside the ${…} that is being read, per open template.
    let mut depths: Vec<usize> = Vec::new();
    while let Some((at, c)) = chars.next() {
        match (&mut open, c) {
            (None, '`') => {
                let is_markup = script[..at].ends_with("html") || script[..at].ends_with("svg");
                open = Some(if is_markup { String::new() } else { "\u{0}".into() });
            }
            (Some(text), '`') => {
                if !text.starts_with('\u{0}') {
                    found.push(std::mem::take(text));
                }
                open = None;
            }
            (Some(text), '$') if chars.peek().is_some_and(|(_, next)| *next == '{') => {
                chars.next();
                text.push('\u{1}');
                stack.push(open.take());
                depths.push(0);
            }
            (None, '{') if !depths.is_empty() => {
                if let Some(depth) = depths.last_mut() {
                    *depth += 1;
                }
            }
            (None, '}') if !depths.is_empty() => {
                if depths.last() == Some(&0) {
                    depths.pop();
                    open = stack.pop().flatten();
                } else if let Some(depth) = depths.last_mut() {
                    *depth -= 1;
                }
            }
            (Some(text), c) => text.push(c),
            _ => {}
        }
    }
    found
}

/// Words in markup that a person would read as they stand there.
fn words(markup: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut silent: Option<String> = None;
    for (at, piece) in markup.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('/') && silent.as_deref() == Some(&name) {
            silent = None;
        } else if silent.is_none() && NO_LANGUAGE.contains(&name.as_str()) && !tag.ends_with('/') {
            silent = Some(name);
        }
        for attribute in READ_OUT {
            let value =
                tag.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split('"').next());
            found.extend(
                value.filter(|value| is_language(value)).map(|value| format!("{attribute}=\"{value}\"")),
            );
        }
        if silent.is_none() && is_language(text) {
            found.push(text.trim().to_owned());
        }
    }
    found
}

/// Whether letters are left once names, entities and what is put in are taken away.
fn is_language(text: &str) -> bool {
    if text.contains("://") {
        return false;
    }
    let mut rest = text.to_owned();
    for name in NAMES {
        rest = rest.replace(name, "");
    }
    let without_entities: String = rest
        .split('&')
        .enumerate()
        .map(
            |(at, part)| if at == 0 { part } else { part.split_once(';').map_or(part, |(_, behind)| behind) },
        )
        .collect();
    without_entities.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn no_template_holds_words_of_its_own() {
    let mut found = Vec::new();
    for file in files("templates", &["html"]) {
        let mut markup = file.text.clone();
        // These blocks fill attributes: a page's class and its theme.
        for block in ["page", "theme"] {
            let open = format!("{{% block {block} %}}");
            if let Some((before, (_, after))) =
                markup.split_once(&open).and_then(|(b, rest)| Some((b, rest.split_once("{% endblock %}")?)))
            {
                markup = format!("{before}{after}");
            }
        }
        for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->")] {
            let mut kept = String::new();
            let mut rest = markup.as_str();
            while let Some((before, after)) = rest.split_once(open) {
                kept.push_str(before);
                rest = after.split_once(close).map_or("", |(_, behind)| behind);
            }
            kept.push_str(rest);
            markup = kept;
        }
        found.extend(words(&markup).into_iter().map(|word| format!("{}: {word}", file.path)));
    }
    assert!(found.is_empty(), "these belong into src/i18n:\n{}", found.join("\n"));
}

#[test]
fn no_script_draws_words_of_its_own() {
    let mut found = Vec::new();
    for file in files("static", &["js"]) {
        if DATA.iter().any(|data| file.path.starts_with(data)) {
            continue;
        }
        let script = without_comments(&file.text);
        for markup in drawn(&script) {
            found.extend(words(&markup).into_iter().map(|word| format!("{}: {word}", file.path)));
        }
        let plain = NAMES.iter().fold(script, |text, name| text.replace(name, ""));
        // Patterns name punctuation and ranges of characters; words do not stand in brackets.
        let chinese = plain.lines().filter(|line| line.chars().any(is_chinese) && !line.contains("/["));
        found.extend(chinese.map(|line| format!("{}: {}", file.path, line.trim())));
    }
    assert!(found.is_empty(), "these belong into src/i18n:\n{}", found.join("\n"));
}

#[test]
fn words_of_a_page_are_recognised() {
    assert_eq!(words("<p>Hello</p>"), ["Hello"]);
    assert_eq!(words("<button aria-label=\"Close it\">\u{1}</button>"), ["aria-label=\"Close it\""]);
    assert!(words("<kbd>Ctrl K</kbd> · <b>12</b> 中文 &nbsp; <img alt=\"\">").is_empty());
    assert_eq!(
        drawn("const a = html`<p>${t('x', { n: `${b}` })} in</p>`; const c = `no`;"),
        ["<p>\u{1} in</p>"]
    );
    assert_eq!(without_comments("a /* 中 */ b\n// 文\nc // d\n"), "a  b\nc\n");
}
