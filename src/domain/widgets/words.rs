//! Words of an owner's own, in the desk's two languages, and how long they may be.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fault::Fault;

/// Something said in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual<T> {
    /// In Chinese.
    #[serde(default, rename = "zh-CN")]
    pub zh_cn: T,
    /// In English.
    #[serde(default)]
    pub en: T,
}

impl<T> Bilingual<T> {
    /// Both, with the name by which errors call them.
    pub fn each(&self) -> [(&'static str, &T); 2] {
        [("zh-CN", &self.zh_cn), ("en", &self.en)]
    }

    /// What is said in the language with this tag; English for any other than Chinese.
    #[must_use]
    pub fn of(&self, tag: &str) -> &T {
        if tag.starts_with("zh") { &self.zh_cn } else { &self.en }
    }
}

impl Bilingual<String> {
    /// What is said in this language, or in the other where nothing is.
    #[must_use]
    pub fn or_other(&self, tag: &str) -> &str {
        let (own, other) =
            if tag.starts_with("zh") { (&self.zh_cn, &self.en) } else { (&self.en, &self.zh_cn) };
        if own.trim().is_empty() { other } else { own }
    }
}

/// A text of at most `chars` characters without control characters but line breaks.
pub(super) fn short(field: &str, text: &str, chars: usize) -> Result<(), Fault> {
    if text.chars().count() > chars || text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Fault::invalid(field.to_owned(), format!("Use at most {chars} printable characters.")));
    }
    Ok(())
}

/// A text of 1 to `chars` characters.
pub(super) fn filled(field: &str, text: &str, chars: usize) -> Result<(), Fault> {
    if text.trim().is_empty() {
        return Err(Fault::invalid(field.to_owned(), format!("Use 1 to {chars} printable characters.")));
    }
    short(field, text, chars)
}
