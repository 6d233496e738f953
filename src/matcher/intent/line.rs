//! A message as rules read it: one spelling, a space between words, none within Chinese.

use crate::text::pieces::{Script, pieces};

/// Characters that are read.
const CHARS_MAX: usize = 500;

/// Writes a message as one line, with a space at both ends and between words.
#[must_use]
pub fn line(text: &str) -> String {
    let cut: String = text.chars().take(CHARS_MAX).filter(|c| !matches!(c, '\'' | '\u{2019}')).collect();
    let mut line = String::from(" ");
    let mut last = None;
    for piece in pieces(&cut, false) {
        if last.is_some() && !(last == Some(Script::Unspaced) && piece.kind == Script::Unspaced) {
            line.push(' ');
        }
        line.extend(&piece.chars);
        last = Some(piece.kind);
    }
    line.push(' ');
    line
}

/// Takes every one of some phrases out, in their order; says how many were found. Words of letters are taken whole.
pub fn take_out(line: &mut String, phrases: &[&str]) -> usize {
    let mut found = 0;
    for phrase in phrases {
        let spaced = if phrase.is_ascii() { format!(" {phrase} ") } else { (*phrase).to_owned() };
        while line.contains(&spaced) {
            found += 1;
            *line = line.replacen(&spaced, if phrase.is_ascii() { " " } else { "" }, 1);
        }
    }
    found
}

/// Whether nothing is left that says something.
#[must_use]
pub fn is_spent(line: &str) -> bool {
    line.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_read_as_one_line() {
        for (text, expected) in [
            ("转人工！！", " 转人工 "),
            ("轉人工", " 转人工 "),
            ("Don't  YOU", " dont you "),
            ("好 的", " 好的 "),
            ("ok好的", " ok 好的 "),
            ("", "  "),
            ("😀", "  "),
        ] {
            assert_eq!(line(text), expected, "{text}");
        }
    }
}
