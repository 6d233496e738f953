//! One thing has one word: of each pair only the first stands in the catalogue of its language.
//!
//! Words by which settings are found (`settings_find`) are synonyms on purpose, as are those of emoji.

use std::collections::BTreeMap;

use crate::tree::files;

/// The word that is used, and the one that would be a second name for the same thing.
const CHINESE: [(&str, &str); 14] = [
    ("客户", "客人"),
    ("客户", "顾客"),
    ("常用语", "快捷回复"),
    ("客服台", "服务台"),
    ("分配给", "分给"),
    ("API", "接口"),
    ("撤回", "收回"),
    ("未核实", "没有核实"),
    ("您", "你"),
    ("登录", "登陆"),
    ("账号", "帐号"),
    ("邮箱", "电邮"),
    ("留空", "空着"),
    ("Logo", "标志"),
];

const ENGLISH: [(&str, &str); 15] = [
    ("customer", "client"),
    ("customer", "guest"),
    ("canned repl", "quick repl"),
    ("e-mail", "email"),
    ("unsen", "recall"),
    ("unsen", "take back"),
    ("unsen", "took back"),
    ("sign in", "log in"),
    ("colour", "color"),
    ("licence", "license"),
    ("snooze", "postpone"),
    ("colleague", "teammate"),
    ("assign", "give to"),
    ("settings", "preferences"),
    ("shop", "store’s"),
];

/// Texts that hold a second word with reason.
const ALLOWED: [&str; 2] = ["apidocs.repeat_text", "bot_talk.small"];

/// Every text of a language by its key, without what is only searched.
fn texts(locale: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for file in files(&format!("src/i18n/{locale}"), &["json"]) {
        let area = file.name().trim_end_matches(".json").to_owned();
        let texts: BTreeMap<String, String> =
            serde_json::from_str(&file.text).expect("a flat object of texts");
        all.extend(texts.into_iter().map(|(name, text)| (format!("{area}.{name}"), text)));
    }
    all.retain(|key, _| !key.starts_with("settings_find.") && !key.ends_with(".emoji_names"));
    all
}

/// A text without the names of its placeholders.
fn spoken(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts
        .fold(first, |said, part| said + part.split_once('}').map_or(part, |(_, behind)| behind))
        .to_lowercase()
}

/// What stands in a catalogue beside the word that means the same.
fn doubled(texts: &BTreeMap<String, String>, pairs: &[(&str, &str)]) -> Vec<String> {
    let has = |text: &str, word: &str| spoken(text).contains(&word.to_lowercase());
    let mut found = Vec::new();
    for (used, other) in pairs {
        if texts.values().any(|text| has(text, used)) {
            let second =
                texts.iter().filter(|(key, text)| has(text, other) && !ALLOWED.contains(&key.as_str()));
            found.extend(second.map(|(key, text)| format!("{key}: {text} ({used}, not {other})")));
        }
    }
    found
}

#[test]
fn one_thing_has_one_word() {
    for (locale, pairs) in [("zh-CN", CHINESE.as_slice()), ("en", ENGLISH.as_slice())] {
        let texts = texts(locale);
        for (used, _) in pairs {
            let stands = texts.values().any(|text| text.to_lowercase().contains(&used.to_lowercase()));
            assert!(stands, "{locale}: nothing says {used}, the pair guards nothing");
        }
        let found = doubled(&texts, pairs);
        assert!(found.is_empty(), "{locale}:\n{}", found.join("\n"));
    }
}

#[test]
fn english_apostrophes_and_quotes_are_those_of_print() {
    let straight: Vec<_> =
        texts("en").into_iter().filter(|(_, text)| text.contains(['\'', '"'])).map(|(key, _)| key).collect();
    assert!(straight.is_empty(), "write ’ “ ”: {straight:?}");
}

#[test]
fn a_second_word_is_found_only_beside_the_first() {
    let of = |all: &[(&str, &str)]| -> BTreeMap<String, String> {
        all.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    };
    let pairs = [("客户", "客人")];
    assert!(doubled(&of(&[("a.b", "等客户回复")]), &pairs).is_empty());
    assert!(doubled(&of(&[("a.b", "等客人回话")]), &pairs).is_empty());
    assert_eq!(doubled(&of(&[("a.b", "等客户回复"), ("a.c", "客人打了 5 分")]), &pairs).len(), 1);
}
