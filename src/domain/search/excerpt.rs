//! What is shown of a text that was found: what was asked for stands in `<mark>`, and a text that is cut still holds all of it.
//!
//! The rest stands as it was written, nothing is escaped: it is text with marks, and no HTML.

use std::ops::Range;

/// Characters of a text that are shown.
const SHOWN_CHARS: usize = 240;
/// Fewest characters shown on each side of something found.
const LEAST_AROUND: usize = 8;

/// A text with marks at `found`: where each thing that was asked for stands, in bytes.
#[must_use]
pub fn excerpt(text: &str, found: &[Vec<Range<usize>>]) -> String {
    let marks = joined(found.iter().flatten().cloned().collect());
    let chars = text.chars().count();
    if chars <= SHOWN_CHARS {
        return marked(text, 0..text.len(), &marks);
    }
    // The first place of each, with as much around it as there is room for.
    let firsts = joined(found.iter().filter_map(|places| places.first().cloned()).collect());
    let held: usize = firsts.iter().map(|place| text[place.clone()].chars().count()).sum();
    let around = (SHOWN_CHARS.saturating_sub(held) / (2 * firsts.len().max(1))).max(LEAST_AROUND);
    let mut parts = joined(firsts.iter().map(|place| widened(text, place, around)).collect());
    if parts.is_empty() {
        let end = text.char_indices().nth(SHOWN_CHARS).map_or(text.len(), |(at, _)| at);
        parts.push(0..end);
    }
    let mut shown = String::new();
    for part in &parts {
        if part.start > 0 {
            shown.push('…');
        }
        shown.push_str(&marked(text, part.clone(), &marks));
    }
    if parts.last().is_some_and(|part| part.end < text.len()) {
        shown.push('…');
    }
    shown
}

/// Ranges in order, those that touch joined.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut whole: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match whole.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => whole.push(range),
        }
    }
    whole
}

/// A place with so many characters on each side.
fn widened(text: &str, place: &Range<usize>, around: usize) -> Range<usize> {
    let start =
        text[..place.start].char_indices().rev().nth(around.saturating_sub(1)).map_or(0, |(at, _)| at);
    let end = text[place.end..].char_indices().nth(around).map_or(text.len(), |(at, _)| place.end + at);
    start..end
}

/// A part of a text with marks.
fn marked(text: &str, part: Range<usize>, marks: &[Range<usize>]) -> String {
    let mut shown = String::new();
    let mut at = part.start;
    for mark in marks.iter().filter(|mark| mark.end > part.start && mark.start < part.end) {
        let (start, end) = (mark.start.max(part.start), mark.end.min(part.end));
        shown.push_str(&text[at..start]);
        shown.push_str("<mark>");
        shown.push_str(&text[start..end]);
        shown.push_str("</mark>");
        at = end;
    }
    shown.push_str(&text[at..part.end]);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::{find, terms};

    fn of(text: &str, question: &str) -> String {
        excerpt(text, &find(text, &terms(question)).expect("it is there"))
    }

    #[test]
    fn what_was_asked_for_is_marked() {
        for (text, question, expected) in [
            ("请问怎么退貨？退货难", "退货", "请问怎么<mark>退貨</mark>？<mark>退货</mark>难"),
            ("退货退款", "退货 货退 款", "<mark>退货退款</mark>"),
            (
                "Refunded <b>twice</b> & more",
                "refund more",
                "<mark>Refunded</mark> <b>twice</b> & <mark>more</mark>",
            ),
            ("a\nb", "b", "a\n<mark>b</mark>"),
        ] {
            assert_eq!(of(text, question), expected, "{question} in {text}");
        }
        assert_eq!(excerpt("nothing asked", &[]), "nothing asked");
    }

    #[test]
    fn a_long_text_is_cut_around_all_of_it() {
        let filler = "话".repeat(400);
        let text = format!("开头{filler}退货{filler}parcel{filler}1234567{filler}");
        let shown = of(&text, "退货 parcels 34567");
        for mark in ["<mark>退货</mark>", "<mark>parcel</mark>", "<mark>34567</mark>"] {
            assert!(shown.contains(mark), "{shown}");
        }
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(shown.chars().count() < SHOWN_CHARS + 60, "{}", shown.chars().count());
        let plain = excerpt(&text, &[]);
        assert_eq!(plain.chars().count(), SHOWN_CHARS + 1);
        assert!(plain.starts_with("开头") && plain.ends_with('…'));
        // Many words far apart: each of them is there.
        let words: Vec<String> = (0..60).map(|n| format!("w{}x", char::from(b'a' + n % 26))).collect();
        let text = words.join(&format!(" {filler} "));
        let question = words.join(" ");
        let shown = of(&text, &question);
        assert!(words.iter().all(|word| shown.contains(&format!("<mark>{word}</mark>"))));
    }
}
