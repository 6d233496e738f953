//! What a task asks for, found in what a customer says: the number of an order, a phone number, an address, an option, or words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Longest words that are taken for a field, in characters.
const TEXT_CHARS: usize = 200;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// The number of an order.
    Order,
    /// A phone number.
    Phone,
    /// An address for e-mail.
    Email,
    /// Words.
    Text,
    /// One of its options.
    Select,
}

/// Something that a task asks for, in the customer's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its id.
    pub id: String,
    /// What stands over it.
    pub label: String,
    /// What it takes.
    pub takes: Takes,
    /// Whether it has to be given.
    pub required: bool,
    /// What can be chosen.
    pub options: Vec<String>,
}

/// What a task was told so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Values by the ids of the fields.
    pub values: BTreeMap<String, String>,
    /// How often nothing was told.
    pub stuck: usize,
}

impl Told {
    /// Takes from free text what is missing; whether anything was there. Words are taken for a field only where it is the one that
    /// was asked for.
    pub fn read(&mut self, slots: &[Slot], text: &str) -> bool {
        let mut found = false;
        let is_last = self.missing(slots).len() == 1;
        for slot in slots {
            if self.values.contains_key(&slot.id) {
                continue;
            }
            if let Some(value) = value(slot, text, is_last) {
                self.values.insert(slot.id.clone(), value);
                found = true;
            }
        }
        found
    }

    /// Whether everything is there that has to be.
    #[must_use]
    pub fn is_complete(&self, slots: &[Slot]) -> bool {
        slots.iter().all(|slot| !slot.required || self.values.contains_key(&slot.id))
    }

    /// What is still asked for.
    #[must_use]
    pub fn missing<'s>(&self, slots: &'s [Slot]) -> Vec<&'s Slot> {
        slots.iter().filter(|slot| !self.values.contains_key(&slot.id)).collect()
    }
}

fn value(slot: &Slot, text: &str, only: bool) -> Option<String> {
    match slot.takes {
        Takes::Order => order(text),
        Takes::Phone => phone(text),
        Takes::Email => email(text),
        Takes::Select => {
            let lower = text.to_lowercase();
            let mut named = slot.options.iter().filter(|option| lower.contains(&option.to_lowercase()));
            let first = named.next()?;
            // Two that are named are a choice of neither.
            named.next().is_none().then(|| first.clone())
        }
        Takes::Text => {
            let words = text.trim();
            (only && slot.required && !words.is_empty() && words.chars().count() <= TEXT_CHARS)
                .then(|| words.to_owned())
        }
    }
}

/// The number of an order: 6 to 32 of letters, digits and hyphens, with 4 digits at least.
fn order(text: &str) -> Option<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    text.split(|letter| !is_part(letter))
        .map(|token| token.trim_matches('-'))
        .filter(|token| (6..=32).contains(&token.len()))
        .find(|token| token.bytes().filter(u8::is_ascii_digit).count() >= 4)
        .map(str::to_ascii_uppercase)
}

/// A phone number: 7 to 15 digits, with what people put between them.
fn phone(text: &str) -> Option<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | ' ' | '(' | ')');
    text.split(|letter| !is_part(letter)).map(str::trim).find_map(|run| {
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        (7..=15).contains(&digits).then(|| run.trim_matches(['-', ' ']).to_owned())
    })
}

fn email(text: &str) -> Option<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "@.!#$%&'*+/=?^_`{|}~-".contains(letter);
    text.split(|letter| !is_part(letter)).map(|token| token.trim_matches('.')).find_map(|token| {
        let (name, host) = token.split_once('@')?;
        let good = !name.is_empty() && host.contains('.') && !host.contains('@') && token.len() <= 254;
        good.then(|| token.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(id: &str, takes: Takes, options: &[&str]) -> Slot {
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        Slot { id: id.to_owned(), label: id.to_owned(), takes, required: true, options }
    }

    #[test]
    fn values_are_found_in_what_is_said() {
        let colours = ["红色", "蓝色"];
        for (takes, text, expected) in [
            (Takes::Order, "我的订单号是 E2026-113045,谢谢", Some("E2026-113045")),
            (Takes::Order, "订单a12345", Some("A12345")),
            (Takes::Order, "order ABCDEF", None),
            (Takes::Order, "2026年买的", None),
            (Takes::Phone, "电话13800138000", Some("13800138000")),
            (Takes::Phone, "call +49 (30) 1234-567 please", Some("+49 (30) 1234-567")),
            (Takes::Phone, "我有3个", None),
            (Takes::Email, "邮箱是mei.lin@example.com。", Some("mei.lin@example.com")),
            (Takes::Email, "mei at example", None),
            (Takes::Select, "要红色的", Some("红色")),
            (Takes::Select, "红色还是蓝色好", None),
            (Takes::Text, "  后天下午送  ", Some("后天下午送")),
        ] {
            let mut told = Told::default();
            let slots = [slot("field", takes, &colours)];
            assert_eq!(told.read(&slots, text), expected.is_some(), "{takes:?} {text}");
            assert_eq!(told.values.get("field").map(String::as_str), expected, "{takes:?} {text}");
        }
    }

    #[test]
    fn what_is_there_is_asked_for_no_more() {
        let slots = [
            slot("order", Takes::Order, &[]),
            slot("phone", Takes::Phone, &[]),
            slot("why", Takes::Text, &[]),
        ];
        let mut told = Told::default();
        assert!(told.read(&slots, "A123456"));
        assert_eq!(told.missing(&slots).len(), 2);
        assert!(!told.is_complete(&slots));
        assert!(!told.read(&slots, "太大了"), "words are for a field that is the last");
        assert!(told.read(&slots, "13800138000"));
        assert!(told.read(&slots, "太大了"));
        assert!(told.is_complete(&slots));
    }
}
