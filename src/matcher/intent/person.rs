//! Whether a message asks for a person.
//!
//! Compounds that only hold the words are taken out first (人工智能, agent fee). Of Chinese a phrase decides, of English a noun
//! with a verb of asking before it, or a message of little else.

use super::line::{is_spent, line, take_out};

/// How a person is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonWanted {
    /// The message asks for nothing else.
    Only,
    /// It may ask for something else as well.
    Beside,
}

/// What holds the words and asks for nobody.
#[rustfmt::skip]
const NOT_MEANT: &[&str] = &[
    "人工智能", "人工费用", "人工服务费", "人工费", "人工成本", "人工授精", "人工流产", "人工呼吸", "人工合成", "人工养殖", "人工种植", "人工草坪", "人工湖",
    "人工降雨", "人工关节", "人工心脏", "人工耳蜗", "人工皮革", "人工皮", "人工翻译", "人工审核", "人工检测", "纯人工", "人工制作", "人工打造", "真人秀",
    "真人模特", "真人拍摄", "真人实拍", "真人发", "真人头发", "真人照片", "真人视频", "机器人吸尘器", "扫地机器人", "机器人玩具", "你是不是机器人", "你是机器人",
    "你是真人", "真人还是机器人", "有人退货", "有人买", "有人用过", "agent fee", "agent fees", "agent commission",
    "travel agent", "travel agents", "real estate agent", "estate agent", "user agent", "cleaning agent",
    "shipping agent", "insurance agent", "human resources", "human hair", "human body", "human error",
    "human rights", "per person", "each person", "are you human", "are you a human",
    "are you a real person",
];
/// Phrases of Chinese, those that hold others first.
#[rustfmt::skip]
const ASKING_ZH: &[&str] = &[
    "有没有人工客服", "有没有人工服务", "有没有人工", "有没有真人", "转接人工客服", "转接到人工", "转接人工", "转到人工", "转人工客服", "转人工服务", "转人工",
    "转成人工", "切换人工", "切换到人工", "找人工客服", "找人工", "要人工客服", "要人工服务", "要人工", "接人工客服", "接人工", "接通人工", "叫人工", "换人工",
    "请人工", "呼叫人工", "联系人工客服", "联系人工", "需要人工服务", "需要人工", "进入人工", "人工客服在吗", "人工客服在不在", "人工客服", "人工服务", "人工坐席",
    "人工座席", "人工在线", "人工在吗", "人工在不在", "人工回复", "人工处理", "人工咨询", "人工接听", "真人客服", "真人服务", "真人接待", "找真人", "找个真人",
    "转真人", "换真人", "要真人", "跟真人", "和真人", "真人在吗", "真人回复", "找个活人", "找活人", "活人", "转接客服", "转客服", "找客服", "叫客服",
    "接客服", "联系客服", "呼叫客服", "客服在吗", "客服在不在", "客服在么", "客服人员", "在线客服", "有客服吗", "有人在吗", "有人吗", "有没有人在", "有没有人",
    "不要机器人", "不想跟机器人",
];
/// What may stand around it when nothing else is asked.
#[rustfmt::skip]
const AROUND_ZH: &[&str] = &[
    "我想要", "我要", "我想", "我需要", "帮我", "给我", "请帮", "麻烦", "请问", "请", "可以", "能不能", "能否", "可不可以", "快点", "赶紧",
    "马上", "立刻", "快", "你好", "您好", "谢谢", "在吗", "在不在", "在线吗", "在线", "直接", "现在", "一下", "一个", "你们", "你", "您",
    "我", "回复我", "来", "去", "说话", "聊", "谈", "沟通", "机器人", "客服", "人工", "真人", "服务", "跟", "和", "个", "的", "了",
    "吧", "啊", "呀", "呢", "吗", "嘛", "哦", "能", "想",
];
/// Whole messages.
const ALONE_ZH: &[&str] = &["人工", "真人", "客服", "转", "转接", "换人", "换个人", "找人", "人呢", "来个人"];
/// The same, typed by sound.
#[rustfmt::skip]
const ALONE_SOUNDS: &[&str] = &[
    "rengong", "zhuanrengong", "zhuan rengong", "zhuan ren gong", "ren gong", "kefu", "zhaokefu",
    "rengongkefu",
];

/// Nouns of persons who serve, each whether a verb of wanting is enough before it.
#[rustfmt::skip]
const NOUNS: &[(&str, bool)] = &[
    ("human", true), ("humans", true), ("human being", true), ("real person", true), ("live person", true),
    ("actual person", true), ("real human", true), ("agent", true), ("agents", true), ("live agent", true),
    ("representative", true), ("representatives", true), ("rep", true), ("operator", true),
    ("customer service", true), ("customer support", true), ("customer care", true), ("live chat", true),
    ("person", false), ("someone", false), ("somebody", false), ("anyone", false), ("manager", false),
    ("supervisor", false), ("staff", false), ("people", false),
];
/// Verbs of speaking, with what stands between them and the noun.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "talk to", "talk with", "speak to", "speak with", "speaking to", "speaking with", "talking to",
    "talking with", "chat to", "chat with", "connect me to", "connect me with", "connect to",
    "connected to", "transfer me to", "transferred to", "transfer to", "put me through to", "pass me to",
    "hand me to", "hand me over to", "switch me to", "get hold of", "forward me to", "direct me to",
    "escalate to",
];
/// Verbs of wanting.
#[rustfmt::skip]
const WANTING: &[&str] = &[
    "want", "need", "get me", "give me", "get", "reach", "contact", "call", "find me", "find", "have",
    "is there", "are there", "any", "like", "where is",
];
/// What may stand between verb and noun.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "a", "an", "the", "to", "your", "my", "some", "real", "live", "actual", "please", "with", "one", "of",
    "support", "any",
];
/// Whole phrases.
#[rustfmt::skip]
const ASKING_EN: &[&str] = &[
    "is anyone there", "is anybody there", "anyone there", "anybody there", "is someone there",
    "anybody home", "not a bot", "not a robot", "no bots", "no bot", "stop the bot", "human please",
    "agent please", "representative please", "person please", "operator please",
];
/// What may stand around.
#[rustfmt::skip]
const AROUND_EN: &[&str] = &[
    "i", "id", "would", "like", "want", "to", "need", "a", "an", "the", "can", "could", "you", "let", "me",
    "please", "just", "now", "may", "is", "it", "possible", "there", "hi", "hello", "hey", "thanks",
    "thank", "right", "immediately", "asap", "real", "live", "your", "with", "do", "not", "bot", "robot",
    "help", "instead", "get", "go", "dont",
];

/// Whether, and how, a message asks for a person.
#[must_use]
pub fn person_wanted(text: &str) -> Option<PersonWanted> {
    let mut rest = line(text);
    take_out(&mut rest, NOT_MEANT);
    if ALONE_ZH.iter().chain(ALONE_SOUNDS).any(|alone| rest.trim() == *alone) {
        return Some(PersonWanted::Only);
    }
    let asked = take_out(&mut rest, ASKING_ZH) + take_out(&mut rest, ASKING_EN) + take_out_english(&mut rest);
    if asked == 0 {
        return alone(&mut rest).then_some(PersonWanted::Only);
    }
    take_out(&mut rest, AROUND_ZH);
    take_out(&mut rest, AROUND_EN);
    Some(if is_spent(&rest) { PersonWanted::Only } else { PersonWanted::Beside })
}

/// Takes verbs with their nouns out; says how many.
fn take_out_english(rest: &mut String) -> usize {
    let words: Vec<String> = rest.split_whitespace().map(str::to_owned).collect();
    let mut gone = vec![false; words.len()];
    let mut found = 0;
    for &(noun, by_wanting) in NOUNS {
        let parts: Vec<&str> = noun.split(' ').collect();
        for (at, window) in words.windows(parts.len()).enumerate() {
            if window.iter().ne(parts.iter()) {
                continue;
            }
            let mut start = at;
            while start > 0
                && BETWEEN.contains(&words[start - 1].as_str())
                && !ends(&words[..start], SPEAKING)
            {
                start -= 1;
            }
            let verb = longest(&words[..start], SPEAKING)
                .or_else(|| longest(&words[..start], WANTING).filter(|_| by_wanting));
            if let Some(length) = verb {
                found += 1;
                gone[start - length..at + parts.len()].fill(true);
            }
        }
    }
    if found > 0 {
        let kept: Vec<&str> =
            words.iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(word, _)| word.as_str()).collect();
        *rest = format!(" {} ", kept.join(" "));
    }
    found
}

fn ends(words: &[String], phrases: &[&str]) -> bool {
    longest(words, phrases).is_some()
}

/// Words of the longest phrase that some words end with.
fn longest(words: &[String], phrases: &[&str]) -> Option<usize> {
    phrases
        .iter()
        .filter_map(|phrase| {
            let parts: Vec<&str> = phrase.split(' ').collect();
            let from = words.len().checked_sub(parts.len())?;
            words[from..].iter().eq(parts.iter()).then_some(parts.len())
        })
        .max()
}

/// Whether a noun is all there is.
fn alone(rest: &mut String) -> bool {
    let nouns: Vec<&str> =
        NOUNS.iter().filter(|(_, by_wanting)| *by_wanting).map(|(noun, _)| *noun).rev().collect();
    let found = take_out(rest, &nouns);
    take_out(rest, AROUND_EN);
    found > 0 && is_spent(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_asked_for() {
        for text in [
            "转人工",
            "轉人工",
            "转人工！！！",
            "人工",
            "人工客服",
            "我要人工客服",
            "请帮我转人工",
            "找真人",
            "客服在吗",
            "客服",
            "真人",
            "有人吗",
            "有人在吗？",
            "找客服",
            "换个人",
            "麻烦转接人工",
            "能不能转人工",
            "我要找人工",
            "快点转人工",
            "找个活人跟我说话",
            "人工在吗",
            "人工服务",
            "你好，人工客服在吗",
            "zhuanrengong",
            "rengong",
            "在线客服",
            "我不要机器人，转人工",
            "转客服",
            "agent",
            "Agent please",
            "human",
            "human please",
            "let me talk to a human",
            "I want to speak to a real person",
            "Can I talk to someone please",
            "speak to an agent",
            "I need a human",
            "representative",
            "connect me to an agent",
            "transfer me to a live agent please",
            "get me a human",
            "operator",
            "live agent",
            "is anyone there?",
            "customer service",
            "could you put me through to your manager",
            "I'd like to speak with a representative",
            "real person please",
            "I don't want to talk to a bot, human please",
            "live chat",
        ] {
            assert!(person_wanted(text).is_some(), "{text}");
        }
    }

    #[test]
    fn how_it_is_asked_for() {
        for (text, expected) in [
            ("请帮我转人工", PersonWanted::Only),
            ("转人工，我的订单一直没发货", PersonWanted::Beside),
            ("怎么联系客服退货", PersonWanted::Beside),
            ("let me talk to a human", PersonWanted::Only),
            ("I want to speak to someone about my refund", PersonWanted::Beside),
            ("how do I contact customer service", PersonWanted::Beside),
        ] {
            assert_eq!(person_wanted(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn nobody_is_asked_for() {
        for text in [
            "人工智能是什么",
            "人工费多少",
            "安装要人工费吗",
            "人工智能音箱有货吗",
            "这是人工养殖的吗",
            "模特是真人模特吗",
            "真人发假发多少钱",
            "扫地机器人怎么用",
            "你是机器人吗",
            "纯人工的吗",
            "几个人用合适",
            "有人用过吗",
            "客服电话是多少",
            "转账怎么转",
            "两个人住多少钱",
            "How much is the agent fee?",
            "agent commission rate",
            "Is it human hair?",
            "price per person",
            "can my wife collect it",
            "are you human?",
            "I need a refund",
            "how many people fit in",
            "can someone else pick up the parcel",
            "do you ship through a shipping agent",
            "human resources email",
            "",
            "😀",
        ] {
            assert_eq!(person_wanted(text), None, "{text}");
        }
    }
}
