//! What is no question, and FAQs that are none.

use super::super::{Carefulness, Decision, Index, Language, Source, SourceEntry, Topic};
use super::shop;

#[test]
fn what_has_no_word_is_never_answered() {
    let index = Index::build(&shop::source(20), &[]);
    for text in [
        "",
        " ",
        "\0",
        "\0\0\0",
        "?",
        "？？？",
        "...",
        "😀",
        "😀😀👍",
        "1",
        "123456",
        "12 34",
        "+86 138 0013 8000",
        "-",
        "\u{200b}",
        "\u{202e}",
        "\u{feff}",
        "\n\n",
        "€ 20",
        "①",
        "<>",
        "\u{fffd}",
        "♪",
        "۱۲۳",
    ] {
        let found = index.ask(text);
        assert!(found.candidates.is_empty(), "{text:?}");
        assert_eq!(found.decide(0.0), Decision::HandOver, "{text:?}");
    }
}

#[test]
fn any_text_is_borne() {
    let index = Index::build(&shop::source(20), &[]);
    let long = "怎么退货".repeat(5_000);
    let one_word = "a".repeat(100_000);
    let mixed = "退a1货😀\0\u{301}".repeat(500);
    for text in [
        long.as_str(),
        &one_word,
        &mixed,
        "مرحبا كيف حالك",
        "Как вернуть товар",
        "返品したい",
        "ä\u{308}\u{308}",
        "zh\u{301}ng",
    ] {
        for found in [index.ask(text), index.follow_up(text, &Topic { question: text.to_owned() }, 0.5)] {
            assert!(found.candidates.iter().all(|one| (0.0..=1.0).contains(&one.p)), "{text:.20}");
            assert!((0.0..=1.0).contains(&found.known) && (0.0..=1.0).contains(&found.among), "{text:.20}");
        }
    }
    // Only the beginning of a question counts.
    let tail = format!("{}{}", "怎么退货。".repeat(100), "密码".repeat(2_000));
    assert_eq!(index.ask(&tail).candidates[0].entry, 1);
}

#[test]
fn an_empty_faq_knows_nothing() {
    let empty = Index::build(&Source::default(), &[]);
    assert!(empty.ask("怎么退货").candidates.is_empty());
    assert_eq!(empty.ask("怎么退货").decide(empty.threshold(Carefulness::Bold)), Decision::HandOver);
    assert!(empty.bytes() < 4_096, "{}", empty.bytes());
    let wordless =
        SourceEntry::new(1, vec![(Language::Zh, "？？".to_owned()), (Language::En, String::new())]);
    let bare = SourceEntry::new(2, Vec::new());
    let index =
        Index::build(&Source { entries: vec![wordless, bare] }, &[vec![String::new(), "😀".to_owned()]]);
    assert_eq!(index.phrasings(), 0);
    assert!(index.ask("how do I return").candidates.is_empty());
}

#[test]
fn an_entry_is_live_and_gone_at_once() {
    let index = Index::build(&shop::source(20), &[]);
    let gift = SourceEntry::new(
        99,
        vec![(Language::Zh, "可以刻字吗？".to_owned()), (Language::Zh, "能不能刻名字".to_owned())],
    );
    let more = index.with(std::slice::from_ref(&gift));
    assert_eq!(more.ask("可以刻字吗").candidates[0].entry, 99);
    assert!(more.ask("可以刻字吗").p() > index.ask("可以刻字吗").p());
    let gone = more.with(&[SourceEntry::new(99, Vec::new())]);
    assert!(gone.ask("可以刻字吗").candidates.iter().all(|one| one.entry != 99));
    assert_eq!(gone.ask("怎么退货").p().to_bits(), index.ask("怎么退货").p().to_bits());
}

#[test]
fn the_same_faq_gives_the_same_answers() {
    let (one, other) = (Index::build(&shop::source(20), &[]), Index::build(&shop::source(20), &[]));
    for text in ["退款要几天", "how do I pay", "能便宜点吗"] {
        let (one, other) = (one.ask(text), other.ask(text));
        assert!(
            one.candidates
                .iter()
                .zip(&other.candidates)
                .all(|(a, b)| a.entry == b.entry && a.p.to_bits() == b.p.to_bits())
        );
    }
}

#[test]
fn synonyms_of_the_shop_are_asked_as_well() {
    let groups =
        vec![vec!["发票".to_owned(), "小票".to_owned()], vec!["invoice".to_owned(), "tax slip".to_owned()]];
    let taught = Index::build(&shop::source(20), &groups);
    for text in ["可以开小票吗", "给我小票", "can I get a tax slip"] {
        assert_eq!(taught.ask(text).candidates[0].entry, 4, "{text}");
    }
}
