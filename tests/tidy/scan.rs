//! Reads the paths that a Rust source names, without a parser of the whole language: comments and texts are passed over,
//! `use` trees are unfolded, and inline modules are counted, so that `super` means what it means to the compiler.

/// A path as written (`["crate", "events", "Event"]`), where it stands, and whether it is handed on by `pub use`.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// Its segments.
    pub segments: Vec<String>,
    /// How many inline modules (`mod tests { … }`) it stands in.
    pub inside: usize,
    /// Whether it is re-exported, not used.
    pub handed_on: bool,
}

/// Every path of two or more segments in a source.
pub fn paths(source: &str) -> Vec<Named> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let (mut depth, mut at) = (0_usize, 0);
    let mut modules: Vec<usize> = Vec::new();
    while at < tokens.len() {
        match tokens[at].as_str() {
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                modules.retain(|opened_at| *opened_at < depth + 1);
            }
            "mod" if tokens.get(at + 2).is_some_and(|next| next == "{") => {
                depth += 1;
                modules.push(depth);
                at += 2;
            }
            // `impl Trait + use<'_>` names what it captures and imports nothing.
            "use" if tokens.get(at + 1).is_some_and(|next| next != "<") => {
                let handed_on = at > 0 && matches!(tokens[at - 1].as_str(), "pub" | ")");
                let mut unfolded = Vec::new();
                at = unfold(&tokens, at + 1, &[], &mut unfolded);
                let inside = modules.len();
                found.extend(unfolded.into_iter().map(|segments| Named { segments, inside, handed_on }));
                continue;
            }
            word if is_name(word) && tokens.get(at + 1).is_some_and(|next| next == "::") => {
                let mut segments = vec![word.to_owned()];
                while tokens.get(at + 1).is_some_and(|t| t == "::")
                    && tokens.get(at + 2).is_some_and(|t| is_name(t))
                {
                    segments.push(tokens[at + 2].clone());
                    at += 2;
                }
                if segments.len() > 1 {
                    found.push(Named { segments, inside: modules.len(), handed_on: false });
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Unfolds a `use` tree from a token on; gives the position behind it.
fn unfold(tokens: &[String], mut at: usize, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = prefix.to_vec();
    while at < tokens.len() {
        match tokens[at].as_str() {
            "::" => {}
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = unfold(tokens, at, &path, found);
                    if tokens.get(at).is_some_and(|token| token == ",") {
                        at += 1;
                    }
                }
                return at + 1;
            }
            "as" => at += 1,
            "," | "}" | ";" => break,
            "self" if !path.is_empty() => {}
            word => path.push(word.to_owned()),
        }
        at += 1;
    }
    found.push(path);
    at
}

/// Names, `::` and single signs; comments, texts and characters left out.
pub fn tokens(source: &str) -> Vec<String> {
    let signs: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let next = signs.get(at + 1).copied().unwrap_or(' ');
        match (signs[at], next) {
            ('/', '/') => at = find(&signs, at, '\n'),
            ('/', '*') => at = after_comment(&signs, at),
            ('"', _) => at = after_text(&signs, at + 1),
            ('r', '"' | '#') if raw_hashes(&signs, at).is_some() => at = after_raw_text(&signs, at),
            ('\'', _) => at = after_quote(&signs, at),
            (':', ':') => {
                tokens.push("::".to_owned());
                at += 2;
            }
            (sign, _) if sign.is_alphanumeric() || sign == '_' => {
                let end = (at..signs.len()).find(|&i| !signs[i].is_alphanumeric() && signs[i] != '_');
                let end = end.unwrap_or(signs.len());
                tokens.push(signs[at..end].iter().collect());
                at = end;
            }
            (sign, _) => {
                if !sign.is_whitespace() {
                    tokens.push(sign.to_string());
                }
                at += 1;
            }
        }
    }
    tokens
}

/// A text of a source.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// Its line.
    pub line: usize,
    /// The name of the function that gets it first, through `format!` as well; empty where none does.
    pub given_to: String,
    /// What it says: without its quotation marks, escaped as it is.
    pub words: String,
}

/// The texts of a source.
pub fn texts(source: &str) -> Vec<Text> {
    let signs: Vec<char> = source.chars().collect();
    let mut texts = Vec::new();
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while at < signs.len() {
        let begin = at;
        let hashes = if signs[at] == 'r' { raw_hashes(&signs, at) } else { None };
        match (signs[at], signs.get(at + 1).copied().unwrap_or(' ')) {
            ('/', '/') => at = find(&signs, at, '\n'),
            ('/', '*') => at = after_comment(&signs, at),
            ('"', _) => at = after_text(&signs, at + 1),
            ('r', _) if hashes.is_some() => at = after_raw_text(&signs, at),
            ('\'', _) => at = after_quote(&signs, at),
            // What is raw begins a word.
            (sign, _) if sign.is_alphanumeric() || sign == '_' => {
                at = (at..signs.len())
                    .find(|&i| !signs[i].is_alphanumeric() && signs[i] != '_')
                    .unwrap_or(signs.len());
            }
            _ => at += 1,
        }
        let (before, after) = match (signs[begin], hashes) {
            ('"', _) => (1, 1),
            ('r', Some(hashes)) => (2 + hashes, 1 + hashes),
            _ => continue,
        };
        line += signs[counted..begin].iter().filter(|sign| **sign == '\n').count();
        counted = begin;
        let given_to = given_to(&signs[..begin]);
        texts.push(Text { line, given_to, words: signs[begin + before..at - after].iter().collect() });
    }
    texts
}

/// The function in whose brackets a text begins, as its first argument.
fn given_to(before: &[char]) -> String {
    let mut end = before.len();
    loop {
        let skipped =
            before[..end].iter().rev().take_while(|sign| sign.is_whitespace() || **sign == '&').count();
        end -= skipped;
        if end == 0 || before[end - 1] != '(' {
            return String::new();
        }
        end -= 1;
        let is_macro = end > 0 && before[end - 1] == '!';
        end -= usize::from(is_macro);
        let name =
            before[..end].iter().rev().take_while(|sign| sign.is_alphanumeric() || **sign == '_').count();
        let name: String = before[end - name..end].iter().collect();
        if !is_macro {
            return name;
        }
        end -= name.chars().count();
    }
}

fn find(signs: &[char], from: usize, wanted: char) -> usize {
    (from..signs.len()).find(|&i| signs[i] == wanted).unwrap_or(signs.len())
}

fn after_comment(signs: &[char], at: usize) -> usize {
    (at + 2..signs.len()).find(|&i| signs[i] == '/' && signs[i - 1] == '*').map_or(signs.len(), |end| end + 1)
}

fn after_text(signs: &[char], mut at: usize) -> usize {
    while at < signs.len() && signs[at] != '"' {
        at += if signs[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The number of `#` of a raw text that begins here.
fn raw_hashes(signs: &[char], at: usize) -> Option<usize> {
    let hashes = signs[at + 1..].iter().take_while(|sign| **sign == '#').count();
    (signs.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

fn after_raw_text(signs: &[char], at: usize) -> usize {
    let hashes = raw_hashes(signs, at).unwrap_or(0);
    let mut end = at + 2 + hashes;
    while end < signs.len() {
        if signs[end] == '"'
            && signs[end + 1..].iter().take(hashes).filter(|sign| **sign == '#').count() == hashes
        {
            return end + 1 + hashes;
        }
        end += 1;
    }
    end
}

/// Behind a character, or behind the sign of a lifetime.
fn after_quote(signs: &[char], at: usize) -> usize {
    if signs.get(at + 1) == Some(&'\\') {
        return find(signs, at + 3, '\'') + 1;
    }
    if signs.get(at + 2) == Some(&'\'') { at + 3 } else { at + 1 }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(source: &str) -> Vec<String> {
        paths(source)
            .into_iter()
            .map(|named| format!("{}{}", "<".repeat(named.inside), named.segments.join("::")))
            .collect()
    }

    #[test]
    fn use_trees_are_unfolded() {
        let source = "use crate::{a::{B, self, c as d}, e}; pub(crate) use super::f::*; use std::fmt;";
        assert_eq!(
            joined(source),
            ["crate::a::B", "crate::a", "crate::a::c", "crate::e", "super::f::*", "std::fmt"]
        );
        assert!(paths("pub use a::B;")[0].handed_on && !paths("use a::B;")[0].handed_on);
    }

    #[test]
    fn what_a_type_captures_is_no_import() {
        assert_eq!(joined("fn a<'x>() -> impl Future + use<'x, B> { crate::c::d }"), ["crate::c::d"]);
    }

    #[test]
    fn comments_and_texts_are_passed_over() {
        let source = "// crate::a::b\n/* crate::c */ /// [`crate::d`]\nlet x = \"crate::e \\\" crate::f\"; let y = r#\"crate::g\"#;\
                      let q = '\"'; fn z<'a>(v: &'a str) { crate::h::i(v); '\\''; crate::j }";
        assert_eq!(joined(source), ["crate::h::i", "crate::j"]);
    }

    #[test]
    fn texts_in_source_are_read() {
        let source = "a(\"one \\\"two\\\"\"); // \"no\"\nlet r = r#\"raw \"x\"\"#; b('\"', \"\")";
        let found = texts(source);
        let text =
            |line, given_to: &str, words: &str| Text { line, given_to: given_to.into(), words: words.into() };
        assert_eq!(found, [text(1, "a", "one \\\"two\\\""), text(2, "", "raw \"x\""), text(2, "", "")]);
        let through = texts("conn.prepare(&format!(\n  \"SELECT {x}\"))?;");
        assert_eq!(through, [text(2, "prepare", "SELECT {x}")]);
    }

    #[test]
    fn inline_modules_are_counted() {
        let source =
            "fn a() { super::b(); } mod tests { use super::*; fn c() { super::super::d(); } } use super::e;";
        assert_eq!(joined(source), ["super::b", "<super::*", "<super::super::d", "super::e"]);
    }
}
