//! What text may hold that people read as a name, a label, an address or a message: the one rule for every door.
//!
//! Some characters show nothing (zero-width spaces, fillers), some turn the direction of what stands around them, so that a
//! name or an address reads as another one. Lines of one are rid of them; a text of nothing else counts as empty. Joiners
//! stay, because Persian, Hindi and families of emoji are written with them. What is said in messages stays as it was typed.
//!
//! `words` has the forms of words by which a text is found; search is their first user.

pub mod pieces;
mod simplified;
pub mod words;

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Whether `c` only hides or turns what stands around it: nothing is lost without it.
#[must_use]
pub const fn is_trick(c: char) -> bool {
    matches!(c,
        // Soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width space, byte order mark.
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{feff}'
        // Marks, embeddings, overrides and isolates of direction.
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        // Word joiner and invisible operators; marks of annotations.
        | '\u{2060}'..='\u{2065}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether `c` shows nothing by itself.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    is_trick(c)
        || c.is_whitespace()
        || c.is_control()
        || matches!(c,
            // Grapheme joiner, Hangul and Khmer fillers, variation selectors, joiners, an empty braille cell.
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200c}' | '\u{200d}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}'
            // Tags and more variation selectors.
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a reader would see nothing.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// A text as one line that reads as what it is: without tricks, with spaces for line breaks and control characters, trimmed.
/// Empty where nothing could be seen.
#[must_use]
pub fn line(text: &str) -> String {
    let line: String = text
        .chars()
        .filter(|c| !is_trick(*c))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect();
    if is_blank(&line) { String::new() } else { line.trim().to_owned() }
}

/// A [`line`] that somebody has to give: `None` where nothing can be seen, where it is longer than `chars_max`, or of several
/// lines.
#[must_use]
pub fn given(text: &str, chars_max: usize) -> Option<String> {
    let of_one = !text.trim().chars().any(char::is_control);
    Some(line(text)).filter(|line| of_one && !line.is_empty() && line.chars().count() <= chars_max)
}

/// What two spellings share that look alike: compatibility forms composed, letter case folded.
#[must_use]
pub fn alike(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfkc();
    let composed: Cow<'_, str> = normal.normalize(text);
    // Upper case first: it folds what lower case alone keeps apart (ß and ss, the two sigmas).
    normal.normalize(&composed.to_uppercase().to_lowercase()).into_owned()
}

/// What two spellings share that are read alike: [`alike`], in simplified characters, of letters and digits alone.
#[must_use]
pub fn bare(text: &str) -> String {
    alike(text).chars().filter(|c| c.is_alphanumeric()).map(simplified::simplified).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_read_as_what_they_are() {
        for (typed, line_of_it) in [
            (" 李娜 ", "李娜"),
            ("Li\nNa\t", "Li Na"),
            ("\u{202e}gpj.exe", "gpj.exe"),
            ("a@b.cn\u{200b}", "a@b.cn"),
            ("\u{2067}Mei\u{2069}", "Mei"),
            ("one\u{2028}two", "one two"),
            ("\u{feff}Mei", "Mei"),
            // Written with joiners: they stay.
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("👩\u{200d}👧", "👩\u{200d}👧"),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
            ("\u{200b}\u{200b}", ""),
            ("\u{3164}\u{200b}", ""),
            (" \u{2800} ", ""),
            ("\u{200d}", ""),
            ("", ""),
        ] {
            assert_eq!(line(typed), line_of_it, "{typed:?}");
            assert_eq!(line(&line(typed)), line(typed), "{typed:?}: once is enough");
            assert_eq!(is_blank(typed), line_of_it.is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn what_is_read_alike_is_one() {
        for (text, of_it) in [
            ("怎么退款？", "怎么退款"),
            ("怎麼退款 ?!", "怎么退款"),
            ("Where is my Order?", "whereismyorder"),
            ("where's-my order", "wheresmyorder"),
            ("ＡＢＣ １２", "abc12"),
            ("👍 …", ""),
        ] {
            assert_eq!(bare(text), of_it, "{text}");
        }
    }

    #[test]
    fn what_looks_alike_is_one() {
        for same in [
            &["Case", "case", "CASE", "ｃａｓｅ"][..],
            &["café", "cafe\u{301}", "CAFÉ"],
            &["Straße", "STRASSE", "strasse"],
            &["ΟΔΟΣ", "οδος", "οδοσ"],
            &["ﬁne", "fine"],
            &["①", "1"],
        ] {
            for text in same {
                assert_eq!(alike(text), alike(same[0]), "{text}");
            }
        }
        for (one, other) in [("case", "cafe"), ("resume", "résumé"), ("退款", "退貨"), ("a b", "ab")] {
            assert_ne!(alike(one), alike(other), "{one} {other}");
        }
    }
}
