//! What of a text is compared: weighed pieces of words as numbers, so that no word is kept, and where known what it means.

use std::collections::BTreeMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::pieces::{Script, pieces};

/// Said with everything: it tells nothing apart.
const COMMON: &[&str] = &[
    "请问", "你好", "您好", "问一", "一下", "什么", "怎么", "怎样", "你们", "我们", "这个", "那个", "可以", "是不", "不是", "吗", "呢",
    "的", "了", "啊", "吧", "呀", "我", "你", "您", "是", "有", "在", "就", "都", "也", "这", "那", "个", "么", "请", "问", "能",
    "不", "要", "会", "想", "亲",
];
const COMMON_WORDS: &[&str] = &[
    "a", "an", "the", "is", "are", "am", "be", "do", "doe", "did", "i", "my", "me", "you", "your", "we", "our", "it", "to", "of",
    "in", "on", "for", "and", "or", "can", "could", "would", "will", "pleas", "hi", "hello", "hey", "there", "this", "that",
    "what", "how", "have", "has", "if", "so", "just", "with", "at", "from", "get",
];
/// What counts little of a common piece.
const COMMON_WEIGHT: f32 = 0.15;
/// A single character of a script without spaces tells less than a pair.
const SINGLE_WEIGHT: f32 = 0.4;

/// A text as it is compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shape {
    /// Pieces with their weights, ascending, each once.
    pub grams: Vec<(u64, f32)>,
    /// What it means, of length one; empty where that is not known.
    pub meaning: Vec<f32>,
}

fn number(piece: impl Iterator<Item = char>) -> u64 {
    // FNV-1a: the same in every process, since nothing is kept beyond one.
    piece.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
}

impl Shape {
    /// The shape of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut found: BTreeMap<u64, f32> = BTreeMap::new();
        let mut add = |gram: u64, weight: f32| {
            let kept = found.entry(gram).or_insert(0.0);
            *kept = kept.max(weight);
        };
        let stemmer = Stemmer::create(Algorithm::English);
        for piece in pieces(text, true) {
            match piece.kind {
                Script::Unspaced => {
                    for pair in piece.chars.windows(2) {
                        let word: String = pair.iter().collect();
                        let common = COMMON.contains(&word.as_str());
                        add(number(pair.iter().copied()), if common { COMMON_WEIGHT } else { 1.0 });
                    }
                    for c in &piece.chars {
                        let common = COMMON.contains(&c.to_string().as_str());
                        let weight = if common { COMMON_WEIGHT * SINGLE_WEIGHT } else { SINGLE_WEIGHT };
                        add(number(std::iter::once(*c)), weight);
                    }
                }
                Script::Word => {
                    let word = piece.form();
                    let stem = stemmer.stem(&word);
                    let common = COMMON_WORDS.contains(&stem.as_ref());
                    add(number(stem.chars()), if common { COMMON_WEIGHT } else { 1.0 });
                }
                // One order is not another: numbers tell nothing of what is asked.
                Script::Number => {}
            }
        }
        Self { grams: found.into_iter().collect(), meaning: Vec::new() }
    }

    /// The same with what it means: any vector, longer or shorter.
    #[must_use]
    pub fn meaning(mut self, vector: &[f32]) -> Self {
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
        self.meaning = if length > 0.0 { vector.iter().map(|x| x / length).collect() } else { Vec::new() };
        self
    }

    /// How alike two texts are, from 0 to 1, where `weigh` tells how much a piece tells apart.
    #[must_use]
    pub fn like(&self, other: &Self, weigh: impl Fn(u64) -> f32) -> f32 {
        let sum = |shape: &Self| shape.grams.iter().map(|(gram, weight)| weight * weigh(*gram)).sum::<f32>();
        let all = sum(self) + sum(other);
        if all <= 0.0 {
            return 0.0;
        }
        let (mut at, mut shared) = (0, 0.0);
        for (gram, weight) in &self.grams {
            while at < other.grams.len() && other.grams[at].0 < *gram {
                at += 1;
            }
            if let Some((there, other_weight)) = other.grams.get(at)
                && there == gram
            {
                shared += weight.min(*other_weight) * weigh(*gram);
            }
        }
        let words = 2.0 * shared / all;
        match self.means_like(other) {
            // What is meant may be said in other words; words alone that agree are never less.
            Some(meant) => words.max(0.5 * words + 0.5 * meant),
            None => words,
        }
    }

    /// How alike they are meant; `None` where that is not known of both.
    #[must_use]
    pub fn means_like(&self, other: &Self) -> Option<f32> {
        let known = !self.meaning.is_empty() && self.meaning.len() == other.meaning.len();
        known.then(|| self.meaning.iter().zip(&other.meaning).map(|(x, y)| x * y).sum::<f32>().max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(one: &str, other: &str) -> f32 {
        Shape::of(one).like(&Shape::of(other), |_| 1.0)
    }

    #[test]
    fn the_same_question_is_nearer_than_another() {
        for (one, near, far) in [
            ("怎么退货", "请问一下怎么退货呢", "怎么换货"),
            ("运费多少钱", "运费是多少", "退款多久到账"),
            ("how do I return an item", "Can I return items?", "how do I pay"),
            ("do you ship to canada", "shipping to Canada?", "can I pay with paypal"),
        ] {
            assert!(like(one, near) > like(one, far), "{one}: {near} {} {far} {}", like(one, near), like(one, far));
        }
        assert!(like("怎么退货", "怎麼退貨？") > 0.99);
        assert!(like("", "怎么退货") < f32::EPSILON && like("😀", "😀") < f32::EPSILON);
    }

    #[test]
    fn what_is_meant_brings_other_words_nearer() {
        let (one, other) = (Shape::of("怎么退货"), Shape::of("东西不想要了"));
        let without = one.like(&other, |_| 1.0);
        let with = one.clone().meaning(&[2.0, 0.0]).like(&other.clone().meaning(&[1.0, 0.1]), |_| 1.0);
        assert!(without < 0.2 && with > 0.45, "{without} {with}");
        let apart = one.meaning(&[1.0, 0.0]).like(&other.meaning(&[0.0, 1.0]), |_| 1.0);
        assert!((apart - without).abs() < 0.01);
    }
}
