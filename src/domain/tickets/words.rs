//! A team's own words in the desk's two languages.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fault::Fault;
use crate::text;

/// Something said in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketWords)]
pub struct Words {
    /// In Chinese.
    #[serde(default, rename = "zh-CN")]
    pub zh_cn: String,
    /// In English.
    #[serde(default)]
    pub en: String,
}

impl Words {
    /// What is said in this language, or in the other where nothing is.
    #[must_use]
    pub fn of(&self, tag: &str) -> &str {
        let (own, other) =
            if tag.starts_with("zh") { (&self.zh_cn, &self.en) } else { (&self.en, &self.zh_cn) };
        if own.is_empty() { other } else { own }
    }

    /// The same without tricks, said in one language at least, each of at most `chars` characters.
    pub fn clean(&self, path: &str, chars: usize) -> Result<Self, Fault> {
        let said = Self { zh_cn: text::line(&self.zh_cn), en: text::line(&self.en) };
        let fits = |words: &str| words.chars().count() <= chars;
        if said == Self::default() || !fits(&said.zh_cn) || !fits(&said.en) {
            let message = format!("Say it in one language at least, in at most {chars} characters.");
            return Err(Fault::invalid(path.to_owned(), message));
        }
        Ok(said)
    }

    /// The same with what is not said taken from the other language.
    #[must_use]
    pub fn filled(&self) -> Self {
        Self { zh_cn: self.of("zh-CN").to_owned(), en: self.of("en").to_owned() }
    }
}
