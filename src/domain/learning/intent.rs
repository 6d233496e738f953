//! Which words are worth learning from: what asks something, what only greets, thanks or holds the line.
//!
//! Lists of words, in both languages. They need not be complete: what slips by is one odd line in a list that a person reads.

use crate::text::pieces::{Script, pieces};

/// Shortest and longest question, in characters.
pub const QUESTION_CHARS: (usize, usize) = (4, 120);
/// Shortest and longest answer, in characters.
pub const ANSWER_CHARS: (usize, usize) = (2, 800);
/// Letters that a question has at least.
const LETTERS_MIN: usize = 3;

/// Of a script without spaces: said beside the matter, longest first where one begins with another.
const BESIDE: &[&str] = &[
    "有人在吗", "有人在么", "有人吗", "有人么", "人工客服", "转人工", "请问一下", "想问一下", "问一下", "早上好", "上午好", "中午好",
    "下午好", "晚上好", "谢谢你", "谢谢您", "谢谢", "多谢", "感谢", "谢了", "麻烦了", "麻烦你了", "麻烦您了", "辛苦了", "在不在",
    "你好", "您好", "在吗", "在么", "在嘛", "亲爱的", "哈喽", "哈罗", "知道了", "明白了", "我知道", "明白", "了解了", "了解", "收到了",
    "收到", "没事了", "没事儿", "没事", "没问题", "没有了", "不用了", "不客气", "不需要了", "拜拜", "再见", "好的好的", "好的", "好滴",
    "好嘞", "好吧", "可以的", "可以", "行吧", "嗯嗯", "哦哦", "哈哈", "呵呵", "是的", "对的", "不是", "客服", "人工", "请问", "等等",
    "稍等", "亲", "嗨", "喂", "早", "好", "行", "嗯", "恩", "哦", "噢", "喔", "哈", "对", "是", "呢", "了", "啊", "吧", "呀", "啦",
    "吗", "嘛", "哎", "唉", "的", "那", "我", "你", "您", "不",
];

/// English words that alone make no question.
const BESIDE_WORDS: &[&str] = &[
    "hi", "hello", "hey", "hiya", "there", "good", "morning", "afternoon", "evening", "day", "thanks", "thank", "you", "u",
    "very", "much", "so", "ok", "okay", "k", "great", "fine", "sure", "bye", "goodbye", "please", "pls", "help", "anyone",
    "anybody", "somebody", "is", "are", "am", "here", "yes", "no", "yep", "yeah", "nope", "cool", "nice", "got", "it", "i", "see",
    "understood", "thx", "ty", "cheers", "agent", "human", "me", "a", "the", "an", "perfect", "awesome", "alright", "right",
    "that", "s", "all", "for", "your", "sir", "madam", "team", "dear", "welcome", "test", "testing", "lot", "will", "do", "have",
    "not", "sorry", "oh", "wow", "lol", "haha", "hmm", "um", "well",
];

/// Of a script without spaces: what asks, wishes, or tells of trouble.
const ASKS: &[&str] = &[
    "吗", "么", "什么", "怎么", "怎样", "如何", "哪", "几天", "几个", "几点", "几", "多少", "多久", "多大", "多长", "能不能", "可不可以",
    "是不是", "有没有", "会不会", "要不要", "为什么", "为啥", "为何", "咋", "啥", "谁", "何时", "是否", "能否", "可否", "呢", "想",
    "我要", "需要", "没收到", "没有收到", "还没", "不能", "无法", "不了", "坏了", "不行", "失败", "怎", "请问", "帮我", "求", "不会",
    "打不开", "错了", "少了", "漏发", "退", "换", "可以",
];

/// English beginnings and phrases that ask, wish, or tell of trouble.
const ASKS_FIRST: &[&str] = &[
    "what", "whats", "how", "when", "where", "who", "whom", "which", "why", "can", "could", "do", "does", "did", "is", "are",
    "will", "would", "should", "may", "has", "have", "any",
];
const ASKS_WORDS: &[&str] = &[
    "how", "what", "when", "where", "which", "why", "need", "want", "wondering", "wonder", "possible", "cannot", "cant", "can't",
    "doesn't", "doesnt", "didn't", "didnt", "won't", "wont", "isn't", "isnt", "haven't", "havent", "hasn't", "never", "missing",
    "broken", "wrong", "problem", "issue", "trouble", "stuck", "fails", "failed", "error", "help", "return", "refund", "cancel",
    "change", "damaged", "late", "like", "trying", "looking",
];

/// What a person says to win time: it answers nothing.
const HOLDS: &[&str] = &[
    "稍等", "请等", "等一下", "我看一下", "我看下", "我查一下", "我查下", "帮您查", "帮你查", "为您查", "帮您看", "帮你看", "核实一下",
    "马上回复", "请问有什么可以帮", "有什么可以帮", "很高兴为您服务", "one moment", "a moment", "let me check", "let me look",
    "let me see", "just a sec", "one sec", "hold on", "bear with me", "i'll check", "i will check", "checking", "how can i help",
    "how may i help", "what can i do for you", "get back to you",
];
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
        let polite = ["anything else", "还有其他", "还有什么", "还有别的", "other question", "does that help", "可以吗", "好吗"];
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
