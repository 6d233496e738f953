//! What kind of question a text is: two that ask after the same thing for another reason are told apart by it.

use super::form::{Form, Run};

/// Kinds, one bit each.
pub type Kinds = u32;

/// Patterns of Chinese, each with its bit; a pattern that holds another stands before it.
#[rustfmt::skip]
const HAN: &[(&str, u32)] = &[
    ("怎么回事", 1), ("为什么", 1), ("什么原因", 1), ("为何", 1), ("为啥", 1), ("咋回事", 1), ("原因", 1), ("多少钱", 2),
    ("费用", 2), ("收费", 2), ("价格", 2), ("几块", 2), ("贵", 2), ("多贵", 2), ("什么时候", 3), ("多久", 3), ("多长时间", 3),
    ("几天", 3), ("何时", 3), ("几点", 3), ("时间", 3), ("啥时候", 3), ("哪里", 4), ("在哪", 4), ("哪儿", 4), ("从哪", 4),
    ("地址", 4), ("怎么办", 5), ("怎么", 5), ("如何", 5), ("怎样", 5), ("咋", 5), ("步骤", 5), ("流程", 5), ("方法", 5),
    ("能不能", 6), ("可不可以", 6), ("可以", 6), ("能否", 6), ("是否", 6), ("能", 6), ("吗", 6), ("有没有", 6), ("是不是", 6),
    ("是什么", 7), ("什么是", 7), ("什么意思", 7), ("什么", 7), ("哪些", 7), ("啥", 7), ("取消", 8), ("关闭", 8), ("注销", 8),
    ("不了", 9), ("不能", 9), ("无法", 9), ("没有", 9), ("失败", 9),
];
/// Words of English, each with its bit.
#[rustfmt::skip]
const WORDS: &[(&str, u32)] = &[
    ("why", 1), ("reason", 1), ("cost", 2), ("price", 2), ("fee", 2), ("fees", 2), ("much", 2),
    ("charge", 2), ("charged", 2), ("when", 3), ("long", 3), ("soon", 3), ("time", 3), ("where", 4),
    ("location", 4), ("how", 5), ("steps", 5), ("can", 6), ("could", 6), ("may", 6), ("possible", 6),
    ("is", 6), ("does", 6), ("do", 6), ("what", 7), ("which", 7), ("cancel", 8), ("cancelling", 8),
    ("delete", 8), ("remove", 8), ("close", 8), ("stop", 8), ("not", 9), ("unable", 9), ("fail", 9),
    ("failed", 9), ("declined", 9), ("wrong", 9), ("without", 9), ("never", 9),
];

/// The kinds that a text has.
#[must_use]
pub fn kinds(form: &Form) -> Kinds {
    let mut kinds = 0;
    for run in form.said() {
        match run {
            Run::Han(chars) => {
                let mut text: String = chars.iter().collect();
                for (pattern, bit) in HAN {
                    if text.contains(pattern) {
                        kinds |= 1 << bit;
                        text = text.replace(pattern, "\u{0}");
                    }
                }
            }
            Run::Word(word, _) => {
                for (_, bit) in WORDS.iter().filter(|(known, _)| known == word) {
                    kinds |= 1 << bit;
                }
            }
        }
    }
    kinds
}

/// How far two agree, from 0 to 1; a half where either has none.
#[must_use]
pub fn agreement(one: Kinds, other: Kinds) -> f32 {
    if one == 0 || other == 0 {
        return 0.5;
    }
    (one & other).count_ones() as f32 / (one | other).count_ones() as f32
}
