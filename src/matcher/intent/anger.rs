//! Whether a customer is angry: words that are said in anger, and few others, for an angry customer gets a person at once.

use super::line::{line, take_out};

/// What holds the words and is calm.
#[rustfmt::skip]
const CALM: &[&str] = &[
    "垃圾袋", "垃圾桶", "垃圾箱", "垃圾分类", "垃圾处理", "垃圾短信", "垃圾邮件", "垃圾食品", "垃圾股", "操作", "体操", "操场", "操盘", "滚筒", "滚轮",
    "滚动", "滚珠", "滚烫", "防骗", "废物利用", "怎么投诉", "如何投诉", "投诉电话", "scam protection", "useless box", "damn good",
];
/// What is said in anger.
#[rustfmt::skip]
const ANGRY: &[&str] = &[
    "垃圾", "骗子", "骗人", "骗钱", "诈骗", "黑店", "黑心", "奸商", "坑人", "坑爹", "太坑了", "气死", "气炸", "火大", "妈的", "他妈", "尼玛",
    "你妈", "卧槽", "操你", "我操", "傻逼", "煞笔", "傻x", "sb客服", "脑残", "智障", "废物", "有病吧", "有毛病", "滚", "去死", "王八蛋",
    "混蛋", "不要脸", "无耻", "太差劲", "太差了", "差劲", "什么破", "破店", "烂店", "什么玩意", "什么态度", "态度太差", "态度恶劣", "太过分",
    "欺人太甚", "忍无可忍", "受够了", "我要投诉", "投诉你们", "去投诉", "要投诉", "我要举报", "举报你们", "12315", "消协", "要差评", "给差评",
    "起诉你们", "找律师", "无语了", "fuck", "fucking", "fuck you", "wtf", "shit", "bullshit", "asshole", "bastard",
    "idiots", "idiot", "morons", "stupid bot", "stupid company", "ripoff", "rip off", "scammers",
    "scammed me", "youre a scam", "you are a scam", "this is a scam", "this is ridiculous",
    "ridiculous service", "unacceptable", "disgusting", "fed up", "pissed off", "furious", "worst service",
    "worst company", "terrible service",
];
/// More of the same, in several words.
#[rustfmt::skip]
const ANGRY_TOO: &[&str] = &[
    "horrible service", "awful service", "worst customer service", "you are useless", "youre useless",
    "this is useless", "useless bot", "useless service", "so angry", "very angry", "sick of this",
    "sick of you", "sick and tired", "waste of time", "sue you", "my lawyer", "you people are",
    "what a joke", "thieves", "never buying from you",
];

/// Whether a message is said in anger.
#[must_use]
pub fn is_angry(text: &str) -> bool {
    let mut rest = line(text);
    take_out(&mut rest, CALM);
    take_out(&mut rest, ANGRY) + take_out(&mut rest, ANGRY_TOO) > 0 || shouts(text)
}

/// Whether a message of words is in capitals and ends in several exclamation marks.
fn shouts(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let marks = text
        .chars()
        .rev()
        .take_while(|c| matches!(c, '!' | '！' | '?' | '？'))
        .filter(|c| matches!(c, '!' | '！'));
    letters >= 12 && words >= 3 && marks.count() >= 2 && !text.chars().any(|c| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anger_is_heard_in_both_languages() {
        for text in [
            "你们就是骗子",
            "垃圾店铺",
            "我要投诉你们",
            "什么破东西",
            "气死我了",
            "太过分了吧",
            "再不发货我就打12315",
            "你們太差了",
            "滚",
            "this is ridiculous",
            "WHERE IS MY ORDER!!!",
            "you guys are scammers",
            "I'm fed up with this",
            "worst customer service ever",
            "this is bullshit",
            "What the fuck",
            "I will sue you",
            "I have had it with you, worst company",
        ] {
            assert!(is_angry(text), "{text}");
        }
    }

    #[test]
    fn calm_words_are_calm() {
        for text in [
            "有垃圾袋吗",
            "怎么操作",
            "滚筒洗衣机",
            "怎么投诉卖家",
            "投诉电话多少",
            "垃圾短信怎么屏蔽",
            "操作失败",
            "为什么还没发货",
            "HOW DO I PAY?",
            "where is my order!",
            "is there scam protection",
            "my order is late",
            "I want a refund",
            "how do I file a complaint",
            "",
            "!!!!",
            "OK!!",
        ] {
            assert!(!is_angry(text), "{text}");
        }
    }
}
