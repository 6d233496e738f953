//! Questions that go on with a topic, and others that have one behind them and must not be bent by it.

use super::super::{Carefulness, Decision, Index, Language, Match, Source, SourceEntry, Topic};
use super::shop;

/// What a shop does, and what is asked of each: how long, what it costs, how, who may.
#[rustfmt::skip]
const TOPICS: [(&str, &str); 10] = [
    ("退货", "a return"), ("换货", "an exchange"), ("安装", "the installation"), ("维修", "a repair"), ("开发票", "an invoice"),
    ("定制", "engraving"), ("礼品包装", "gift wrapping"), ("海外配送", "delivery abroad"), ("旧机回收", "recycling"), ("会员升级", "a membership upgrade"),
];
const ASPECTS: [(&str, &str); 4] = [
    ("{}要多久", "how long does {} take"),
    ("{}要多少钱", "how much does {} cost"),
    ("怎么申请{}", "how do I apply for {}"),
    ("哪些商品可以{}", "which products are eligible for {}"),
];
/// How one goes on, and with which of them.
#[rustfmt::skip]
const ON_ZH: [(&str, usize); 10] = [
    ("那要多久呢", 0), ("多久", 0), ("大概要多久", 0), ("那多少钱呢", 1), ("要多少钱", 1), ("那费用呢", 1), ("那怎么申请", 2), ("怎么申请呢", 2),
    ("哪些商品可以", 3), ("那哪些商品可以呢", 3),
];
#[rustfmt::skip]
const ON_EN: [(&str, usize); 10] = [
    ("and how long does it take?", 0), ("how long?", 0), ("how long will that take", 0), ("how much is it?", 1), ("and how much does that cost?", 1),
    ("what does it cost", 1), ("how do I apply?", 2), ("and how do I apply for it", 2), ("which products?", 3), ("which products are eligible?", 3),
];

fn of(language: Language, pair: (&'static str, &'static str)) -> &'static str {
    if language == Language::Zh { pair.0 } else { pair.1 }
}

fn entry(topic: usize, aspect: usize) -> i64 {
    (topic * ASPECTS.len() + aspect) as i64
}

fn text(language: Language, topic: usize, aspect: usize) -> String {
    of(language, ASPECTS[aspect]).replace("{}", of(language, TOPICS[topic]))
}

fn index(language: Language) -> Index {
    let pairs = (0..TOPICS.len()).flat_map(|topic| (0..ASPECTS.len()).map(move |aspect| (topic, aspect)));
    let entry = |(topic, aspect)| {
        SourceEntry::new(entry(topic, aspect), vec![(language, text(language, topic, aspect))])
    };
    Index::build(&Source { entries: pairs.map(entry).collect() }, &[])
}

/// Whether the entry is given, or first among those shown.
fn helps(found: &Match, expected: i64, threshold: f32) -> bool {
    found.decide(threshold) != Decision::HandOver
        && found.candidates.first().is_some_and(|first| first.entry == expected)
}

#[test]
fn what_goes_on_with_a_topic_is_understood() {
    for (language, ways) in [(Language::Zh, ON_ZH), (Language::En, ON_EN)] {
        let index = index(language);
        let threshold = index.threshold(Carefulness::Usual);
        let mut missed = Vec::new();
        for topic in 0..TOPICS.len() {
            for (way, aspect) in ways {
                let before = Topic { question: text(language, topic, (aspect + 1) % ASPECTS.len()) };
                let found = index.follow_up(way, &before, threshold);
                if !helps(&found, entry(topic, aspect), threshold) {
                    let first = found.candidates.first().map(|first| (first.entry, first.p));
                    missed.push(format!("{} / {way}: {first:?} {}", before.question, found.among));
                }
            }
        }
        assert!(missed.len() <= 20, "{} of 100 missed\n{}", missed.len(), missed.join("\n"));
    }
}

#[test]
fn a_topic_does_not_bend_other_questions() {
    let index = Index::build(&shop::source(20), &[]);
    let threshold = index.threshold(Carefulness::Usual);
    let texts: Vec<String> = shop::source(20)
        .entries
        .into_iter()
        .flat_map(|entry| entry.phrasings)
        .map(|(_, text)| text)
        .collect();
    let (mut asked, mut harmed) = (0, Vec::new());
    for (at, question) in texts.iter().enumerate() {
        for before in [1, 7, 23].map(|step| &texts[(at + step) % texts.len()]) {
            asked += 1;
            let (alone, after) = (
                index.ask(question),
                index.follow_up(question, &Topic { question: before.clone() }, threshold),
            );
            if alone.candidates[0].entry != after.candidates[0].entry {
                harmed.push(format!("{before} / {question}"));
            }
        }
    }
    assert!(asked >= 200 && harmed.len() * 50 <= asked, "{} of {asked}\n{}", harmed.len(), harmed.join("\n"));
}
