//! Which words are worth learning from: what asks something, what only greets, thanks or holds the line.
//!
//! Lists of words, in both languages. They need not be complete: what slips by is one odd line in a list that a person reads.

use super::phrases::{ASKS, ASKS_FIRST, ASKS_WORDS, BESIDE, BESIDE_WORDS, HOLDS};
use crate::text::pieces::{Script, pieces};

/// Shortest and longest question, in characters.
pub const QUESTION_CHARS: (usize, usize) = (4, 120);
/// Shortest and longest answer, in characters.
pub const ANSWER_CHARS: (usize, usize) = (2, 800);
/// Letters that a question has at least.
const LETTERS_MIN: usize = 3;

/// Longest line that only wins time.
const HOLD_CHARS: usize = 60;

/// The characters of scripts without spaces, and the words, of a text.
fn parts(text: &str) -> (String, Vec<String>) {
    let (mut run, mut words) = (String::new(), Vec::new());
    for piece in pieces(text, true) {
        match piece.kind {
            Script::Unspaced => run.extend(&piece.chars),
            Script::Word => words.push(piece.form()),
            Script::Number => {}
        }
    }
    (run, words)
}

/// Whether nothing is left without greetings, thanks and the like.
#[must_use]
pub fn is_small_talk(text: &str) -> bool {
    let (run, words) = parts(text);
    let mut rest = run.as_str();
    while !rest.is_empty() {
        let longest = BESIDE.iter().filter(|said| rest.starts_with(**said)).map(|said| said.len()).max();
        let Some(length) = longest else { return false };
        rest = &rest[length..];
    }
    words.iter().all(|word| BESIDE_WORDS.contains(&word.as_str()))
}

/// Whether a text asks, wishes for something, or tells of trouble.
#[must_use]
pub fn asks(text: &str) -> bool {
    if text.contains(['?', '？']) {
        return true;
    }
    let (run, _) = parts(text);
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    ASKS.iter().any(|word| run.contains(word))
        || words.first().is_some_and(|word| ASKS_FIRST.contains(word))
        || words.iter().any(|word| ASKS_WORDS.contains(word))
}

/// Whether a customer's words can be a question: of the right length, with enough letters, and not only small talk.
#[must_use]
pub fn may_be_question(text: &str) -> bool {
    let text = text.trim();
    let chars = text.chars().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let others = text.chars().filter(|c| !c.is_whitespace()).count() - letters;
    let has_address = text.contains("://") || text.contains("www.");
    chars >= QUESTION_CHARS.0
        && chars <= QUESTION_CHARS.1
        && letters >= LETTERS_MIN
        && letters >= others
        && !has_address
        && !is_small_talk(text)
}

/// Whether a line of a person only greets, or wins time.
#[must_use]
pub fn is_beside(line: &str) -> bool {
    if is_small_talk(line) {
        return true;
    }
    let lower = line.to_lowercase();
    lower.chars().count() <= HOLD_CHARS && HOLDS.iter().any(|said| lower.contains(said))
}

/// Whether a person's words end in a question of their own: the customer's stays open.
#[must_use]
pub fn asks_back(text: &str) -> bool {
    let end = text.trim().trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '？'));
    if end.ends_with(['?', '？']) {
        // Politeness at the end of an answer is none.
        let last = end.trim_end_matches(['?', '？']);
        let start = last.rfind(['。', '！', '.', '!', '\n', '?', '？', ';', '；']).map_or(0, |at| at);
        let last = last[start..].to_lowercase();
        let polite = [
            "anything else",
            "还有其他",
            "还有什么",
            "还有别的",
            "other question",
            "does that help",
            "可以吗",
            "好吗",
        ];
        return !polite.iter().any(|said| last.contains(said));
    }
    ["吗", "呢", "多少", "哪个", "什么"].iter().any(|said| end.ends_with(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_from_small_talk() {
        for (text, may, asking) in [
            ("怎么退货", true, true),
            ("你好，请问怎么退货？", true, true),
            ("多久发货", true, true),
            ("你好", false, false),
            ("您好，在吗？", false, true),
            ("亲 在不在", false, false),
            ("好的谢谢", false, false),
            ("好的，知道了，谢谢您", false, false),
            ("没事了，不用了", false, false),
            ("转人工客服", false, false),
            ("12345678", false, false),
            ("订单 20261130123456", false, false),
            ("https://shop.example/a?b=c 这个", false, true),
            ("快递三天没动了", true, false),
            ("包裹还没收到", true, true),
            ("😀😀😀😀😀", false, false),
            ("???!!!", false, true),
            ("how do I return this", true, true),
            ("Hi there, good morning", false, false),
            ("Hello, is anyone there?", false, true),
            ("ok thank you very much!", false, false),
            ("my parcel never arrived", true, true),
            ("Do you ship to Canada", true, true),
            ("I live in Leeds", true, false),
            ("退货", false, true),
            ("", false, false),
        ] {
            assert_eq!(may_be_question(text), may, "{text}: may be a question");
            assert_eq!(asks(text), asking, "{text}: asks");
        }
        assert!(!may_be_question(&"很长".repeat(61)), "longer than a question");
        assert!(may_be_question(&"很长".repeat(60)));
    }

    #[test]
    fn words_beside_the_matter_answer_nothing() {
        for (line, beside) in [
            ("您好，亲", true),
            ("请稍等，我帮您查一下", true),
            ("One moment please, let me check that for you.", true),
            ("Hello! How can I help?", true),
            ("七天内可以退货", false),
            ("You can return it within 30 days.", false),
            ("可以的，支持七天无理由", false),
            ("好的", true),
        ] {
            assert_eq!(is_beside(line), beside, "{line}");
        }
    }

    #[test]
    fn a_question_back_keeps_the_question_open() {
        for (text, back) in [
            ("请问您的订单号是多少？", true),
            ("订单号是多少", true),
            ("What is your order number?", true),
            ("七天内可以退货。", false),
            ("You can return it within 30 days. Is there anything else I can help with?", false),
            ("运费由我们承担，您看可以吗？", false),
            ("Yes.", false),
            ("", false),
        ] {
            assert_eq!(asks_back(text), back, "{text}");
        }
    }
}
