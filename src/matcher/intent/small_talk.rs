//! Small talk: messages that are nothing else.

use super::line::{is_spent, line, take_out};

/// What is said for its own sake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SmallTalk {
    /// Hello.
    Greeting,
    /// Good, I see.
    Okay,
    /// Thank you.
    Thanks,
    /// Good-bye.
    Bye,
    /// How are you?
    HowAreYou,
    /// Who, or what, are you?
    WhoAreYou,
    /// Well done.
    Praise,
}

/// Kinds with what is said for each, those that decide what a message of several is first.
const PHRASES: [(SmallTalk, &[&str]); 7] = [
    (
        SmallTalk::WhoAreYou,
        &[
            "你是不是机器人",
            "你是机器人还是真人",
            "你是真人还是机器人",
            "你是机器人",
            "你是真人",
            "你是人吗",
            "是机器人",
            "你是谁",
            "你叫什么名字",
            "你叫什么",
            "你几岁了",
            "你几岁",
            "你多大了",
            "are you a robot",
            "are you a bot",
            "are you human",
            "are you a human",
            "are you real",
            "are you a real person",
            "is this a bot",
            "am i talking to a bot",
            "who are you",
            "what are you",
            "what is your name",
            "whats your name",
            "how old are you",
        ],
    ),
    (
        SmallTalk::HowAreYou,
        &[
            "最近怎么样",
            "你好不好",
            "吃了吗",
            "吃饭了吗",
            "how are you doing today",
            "how are you doing",
            "how are you today",
            "how are you",
            "how is it going",
            "hows it going",
            "whats up",
            "what is up",
            "how do you do",
        ],
    ),
    (
        SmallTalk::Bye,
        &[
            "再见",
            "拜拜",
            "白白",
            "下次聊",
            "回头聊",
            "先这样",
            "就这样",
            "没事了",
            "没有了",
            "没别的了",
            "晚安",
            "bye bye",
            "good bye",
            "goodbye",
            "bye",
            "see you later",
            "see you",
            "good night",
            "goodnight",
            "take care",
            "have a nice day",
            "have a good day",
            "thats all",
            "that is all",
            "nothing else",
            "no thats it",
        ],
    ),
    (
        SmallTalk::Thanks,
        &[
            "非常感谢",
            "感谢",
            "谢谢",
            "多谢",
            "谢啦",
            "谢了",
            "谢",
            "辛苦了",
            "辛苦",
            "麻烦你了",
            "麻烦了",
            "thank you so much",
            "thank you very much",
            "thank you",
            "thanks a lot",
            "thanks so much",
            "many thanks",
            "thanks",
            "thx",
            "ty",
            "much appreciated",
            "appreciate it",
            "cheers",
        ],
    ),
    (
        SmallTalk::Praise,
        &[
            "你真棒",
            "真棒",
            "太棒了",
            "很棒",
            "太好了",
            "真好",
            "厉害",
            "不错",
            "赞",
            "你真聪明",
            "good job",
            "well done",
            "great job",
            "you are great",
            "youre great",
            "youre the best",
            "awesome",
            "amazing",
            "perfect",
            "excellent",
            "great",
            "nice",
            "cool",
        ],
    ),
    (
        SmallTalk::Greeting,
        &[
            "早上好",
            "上午好",
            "中午好",
            "下午好",
            "晚上好",
            "大家好",
            "您好",
            "你好",
            "早安",
            "哈喽",
            "哈罗",
            "嗨",
            "嘿",
            "在吗",
            "在不在",
            "在么",
            "在嘛",
            "打扰了",
            "打扰一下",
            "好久不见",
            "早",
            "good morning",
            "good afternoon",
            "good evening",
            "good day",
            "hello there",
            "hi there",
            "hello",
            "hey",
            "hi",
            "hiya",
            "howdy",
            "greetings",
            "yo",
        ],
    ),
    (
        SmallTalk::Okay,
        &[
            "我知道了",
            "知道了",
            "我明白了",
            "明白了",
            "明白",
            "了解了",
            "了解",
            "收到",
            "没问题",
            "没关系",
            "不客气",
            "好的",
            "好吧",
            "好滴",
            "可以了",
            "行吧",
            "是的",
            "对的",
            "对",
            "嗯嗯",
            "嗯",
            "哦哦",
            "哦",
            "噢",
            "喔",
            "行",
            "好",
            "哈哈",
            "呵呵",
            "嘻嘻",
            "嘿嘿",
            "ok",
            "okay",
            "okey",
            "k",
            "alright",
            "all right",
            "got it",
            "i see",
            "understood",
            "sure",
            "fine",
            "yes",
            "yep",
            "yeah",
            "no problem",
            "you are welcome",
            "youre welcome",
            "haha",
            "lol",
            "hmm",
            "oh",
        ],
    ),
];
/// What may stand beside.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "客服", "小姐姐", "小哥哥", "美女", "帅哥", "老板", "亲爱的", "亲", "朋友", "各位", "你们", "你", "您", "了", "啊", "呀", "呢", "吧",
    "哈", "的", "啦", "哟", "吗", "那", "就", "我", "there", "all", "everyone", "guys", "team", "sir", "madam",
    "so", "very", "and", "then", "well", "again", "for your help",
];

/// The small talk that a message is, if it is nothing else.
#[must_use]
pub fn small_talk(text: &str) -> Option<SmallTalk> {
    let mut rest = line(text);
    let mut kind = None;
    for (of, phrases) in PHRASES {
        if take_out(&mut rest, phrases) > 0 {
            kind = kind.or(Some(of));
        }
    }
    take_out(&mut rest, BESIDE);
    kind.filter(|_| is_spent(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_talk_is_known() {
        use SmallTalk::{Bye, Greeting, HowAreYou, Okay, Praise, Thanks, WhoAreYou};
        for (text, expected) in [
            ("你好", Greeting),
            ("您好，在吗？", Greeting),
            ("在嗎", Greeting),
            ("哈喽~", Greeting),
            ("Hello!", Greeting),
            ("hi there", Greeting),
            ("Good morning team", Greeting),
            ("谢谢啦", Thanks),
            ("好的，谢谢", Thanks),
            ("thanks a lot!!", Thanks),
            ("Thank you so much for your help", Thanks),
            ("ok thanks", Thanks),
            ("好的", Okay),
            ("嗯嗯", Okay),
            ("知道了", Okay),
            ("OK", Okay),
            ("got it", Okay),
            ("haha", Okay),
            ("再见", Bye),
            ("谢谢，再见", Bye),
            ("bye bye", Bye),
            ("没事了", Bye),
            ("that's all, thanks", Bye),
            ("你是机器人吗", WhoAreYou),
            ("你叫什么名字？", WhoAreYou),
            ("are you a bot?", WhoAreYou),
            ("Who are you", WhoAreYou),
            ("How are you?", HowAreYou),
            ("吃了吗", HowAreYou),
            ("你真棒", Praise),
            ("great job", Praise),
        ] {
            assert_eq!(small_talk(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn questions_are_no_small_talk() {
        for text in [
            "你好，怎么退货",
            "在吗？我的快递到哪了",
            "谢谢，那运费呢",
            "好的，什么时候发货",
            "早餐几点",
            "行李限额",
            "hi, where is my order",
            "thanks but it still does not work",
            "ok so how do I pay",
            "cool bag price",
            "nice hotel near me",
            "对账单在哪看",
            "",
            "😀",
            "123",
        ] {
            assert_eq!(small_talk(text), None, "{text}");
        }
    }
}
