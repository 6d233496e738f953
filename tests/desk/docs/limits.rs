//! Limits on the page about the protocol are the defaults of the configuration.

use servicedesk::config::Config;
use toml::{Table, Value};

use super::reading::{API, PROTOCOL, section, table};

/// Milliseconds, bytes or a plain number, from `10 s`, `7 days`, `1 MiB`, `131072 bytes` or `16`.
fn number(text: &str) -> Option<u64> {
    let digits: String =
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let rest = text.split_once(&digits).filter(|_| !digits.is_empty())?.1.trim_start();
    let unit: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
    let factor = match unit.as_str() {
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" | "days" => 86_400_000,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        _ => 1,
    };
    digits.parse::<u64>().ok().map(|number| number * factor)
}

fn default_of(config: &Table, key: &str) -> u64 {
    let (section, name) = key.split_once('.').unwrap();
    let value =
        config.get(section).and_then(|section| section.get(name)).unwrap_or_else(|| panic!("no {key}"));
    match value {
        Value::Integer(number) => u64::try_from(*number).unwrap(),
        Value::String(text) => number(text).unwrap(),
        other => panic!("{key} is {other}"),
    }
}

#[test]
fn the_limits_of_the_protocol_are_the_defaults() {
    let config = Table::try_from(Config::default()).unwrap();
    let mut checked = 0;
    for row in table(section(PROTOCOL, "## Limits")) {
        let keys: Vec<&str> = row[2].split(", ").map(|key| key.trim_matches('`')).collect();
        let mut numbers: Vec<u64> = row[1].split([',', ';']).filter_map(number).collect();
        if numbers.len() == 1 {
            numbers.resize(keys.len(), numbers[0]);
        }
        let defaults: Vec<u64> = keys.iter().map(|key| default_of(&config, key)).collect();
        assert_eq!(numbers, defaults, "{}", row[0]);
        checked += keys.len();
    }
    assert!(checked > 25, "{checked}");
}

#[test]
fn every_key_named_in_the_documents_exists() {
    let config = Table::try_from(Config::default()).unwrap();
    let mut named = 0;
    for document in
        [PROTOCOL, API, include_str!("../../../docs/operations.md"), include_str!("../../../README.md")]
    {
        let words = document.split('`').skip(1).step_by(2);
        for key in words.filter(|word| config.keys().any(|section| word.starts_with(&format!("{section}."))))
        {
            let key = key.split([' ', '=']).next().unwrap();
            let (section, name) = key.split_once('.').unwrap();
            // A file such as `im.rs` is no key.
            if name.chars().all(|c| c.is_ascii_lowercase() || c == '_') && name.len() > 2 {
                assert!(config[section].get(name).is_some(), "{key}");
                named += 1;
            }
        }
    }
    assert!(named > 30, "{named}");
}
