//! What is strong enough for a password: long enough, and not among what is tried first. How early a password is tried is told by
//! zxcvbn, which knows common words and passwords, keyboard runs, dates, repetitions and spellings such as `P@ssw0rd`; what
//! the desk knows about its person counts as common, too.

use std::borrow::Cow;

use zxcvbn::zxcvbn;

use crate::fault::{Fault, Kind};

/// Longest password taken, in bytes, so that hashing stays bounded.
const BYTES_MAX: usize = 256;
/// Characters that are checked: longer passwords are strong or repeat themselves, and checking takes time.
const LOOKED_AT: usize = 64;
/// Tries, as a power of ten, that a password must stand: what a desk answers in thirty thousand days to somebody at many addresses.
const GUESSES_LOG10_MIN: f64 = 9.5;
/// Shortest part of a name or address that counts as a word.
const PART_CHARS: usize = 3;
/// Words checked, so that a long name costs no more than a short one.
const WORDS_MAX: usize = 48;
/// Common here and in no English list.
const LOCAL: [&str; 14] = [
    "servicedesk",
    "administrator",
    "woaini",
    "woaini1314",
    "5201314",
    "1314520",
    "aini1314",
    "mima",
    "nihao",
    "kefu",
    "zhanghao",
    "denglu",
    "changeme",
    "qingkong",
];

/// The owner of the password: words that somebody who knows the desk would try.
#[derive(Debug, Clone, Default)]
pub struct Whose {
    /// Address to sign in with.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The shop's name.
    pub shop: String,
}

impl Whose {
    /// Each text whole, without what is between its words, and each of its words.
    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for text in [&self.email, &self.name, &self.shop] {
            let text = text.to_lowercase();
            let parts = text.split(|c: char| !c.is_alphanumeric());
            words.extend(parts.filter(|part| part.chars().count() >= PART_CHARS).map(str::to_owned));
            words.push(text.chars().filter(|c| c.is_alphanumeric()).collect());
            words.push(text);
        }
        words.retain(|word| !word.is_empty());
        words.truncate(WORDS_MAX);
        words
    }
}

/// Checks a new password; the fault says what is wrong with it.
pub fn check(password: &str, whose: &Whose, min_chars: usize) -> Result<(), Fault> {
    if password.chars().count() < min_chars {
        return weak(format!("Use at least {min_chars} characters."));
    }
    if password.len() > BYTES_MAX {
        return weak(format!("Use at most {BYTES_MAX} bytes."));
    }
    let words = whose.words();
    let about: Vec<&str> = words.iter().map(String::as_str).chain(LOCAL).collect();
    if stands(password, &about) {
        return Ok(());
    }
    if stands(password, &LOCAL) {
        return weak(
            "Most of it is your name, your e-mail or the shop's name. Use words that have nothing to do with them.",
        );
    }
    weak(
        "This password is among the first that are guessed. Use several words that have nothing to do with each other.",
    )
}

/// Whether somebody who knows `words` would have to try long enough.
fn stands(password: &str, words: &[&str]) -> bool {
    let looked_at: String = password.chars().take(LOOKED_AT).collect();
    zxcvbn(&looked_at, words).guesses_log10() >= GUESSES_LOG10_MIN
}

fn weak(message: impl Into<Cow<'static, str>>) -> Result<(), Fault> {
    let fault = Fault::new(Kind::RuleBroken, "weak_password", "");
    Err(Fault { field: Some("password".into()), message: message.into(), ..fault })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whose() -> Whose {
        Whose {
            email: "mei.lin@banshantea.cn".into(),
            name: "Mei Lin".into(),
            shop: "半山茶铺 Hill Tea".into(),
        }
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for password in [
            "password12",
            "P@ssw0rd2024",
            "P@$$w0rd123",
            "Password!23",
            "mei.lin@banshantea.cn",
            "banshantea.cn",
            "MeiLin2024!",
            "nilieMnilieM",
            "Meilin19900101",
            "banshantea2024",
            "hilltea12345",
            "Hill-Tea-2024",
            "半山茶铺半山茶铺半山茶铺",
            "qwertyuiop12",
            "1qaz2wsx3edc",
            "asdfghjkl;'",
            "zxcvbnm,./123",
            "qazwsxedcrfv",
            "!QAZ2wsx#EDC",
            "1234567890",
            "0987654321",
            "11223344556677",
            "abcdefghij",
            "aaaaaaaaaa1",
            "abc123abc123",
            "19900101abc",
            "20240101mm",
            "13800138000",
            "admin@12345",
            "Administrator1",
            "servicedesk1",
            "ServiceDesk2024!",
            "woaini1314520",
            "5201314woaini",
            "qq123456789",
            "Summer2024!",
            "Welcome@123",
            "letmein2024",
            "Iloveyou2024",
            "trustno1trustno1",
            "monkey12345",
            "changeme123",
            "dragon2024!",
            "football12",
            "sunshine123",
        ] {
            let fault = check(password, &whose(), 10).expect_err(password);
            assert_eq!(
                (fault.code, fault.field.as_deref()),
                ("weak_password", Some("password")),
                "{password}"
            );
        }
    }

    #[test]
    fn what_nobody_tries_soon_is_taken() {
        for password in [
            "two pots of oolong",
            "a long sentence of yours",
            "another long sentence",
            "correct horse battery",
            "kX9!vQ2#mZp",
            "wfhtqzmbra",
            "下雨天要喝三杯岩茶再出门",
            "Mei trinkt nie Kaffee im Regen",
            "0f9c1d7e5b3a",
        ] {
            assert_eq!(check(password, &whose(), 10), Ok(()), "{password}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (password, part) in [
            ("short", "at least 10 characters"),
            ("banshantea.cn", "your name, your e-mail"),
            ("password12", "first that are guessed"),
            (&"茶".repeat(90), "at most 256 bytes"),
        ] {
            let fault = check(password, &whose(), 10).expect_err(password);
            assert!(fault.message.contains(part), "{password}: {}", fault.message);
        }
        let most = Whose { name: "a b c d e f g ".repeat(40), ..whose() };
        assert!(most.words().len() <= WORDS_MAX);
    }
}
