//! What demo conversations are made of: people, pages and stories in two languages, read once.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::i18n::Locale;

/// Everything of one language.
#[derive(Debug, Deserialize)]
pub(super) struct Stories {
    /// Names of customers.
    pub(super) people: Vec<String>,
    /// Where they live.
    pub(super) cities: Vec<String>,
    /// Pages of a shop that they may be on.
    pub(super) pages: Vec<Place>,
    /// What the shop's page said of them.
    pub(super) attributes: Vec<Map<String, Value>>,
    /// What they came for.
    #[serde(rename = "stories")]
    pub(super) told: Vec<Story>,
}

/// A page of the shop.
#[derive(Debug, Deserialize)]
pub(super) struct Place {
    pub(super) url: String,
    pub(super) title: String,
}

/// One conversation from the first word to the last; it begins with the customer.
#[derive(Debug, Deserialize)]
pub(super) struct Story {
    pub(super) labels: Vec<String>,
    /// The customer's rating, if there is one.
    pub(super) stars: Option<i64>,
    pub(super) turns: Vec<(Voice, String)>,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Voice {
    Customer,
    Agent,
    /// An agent, to the team.
    Note,
}

/// The stories of a language.
pub(super) fn of(locale: Locale) -> &'static Stories {
    static ZH_CN: LazyLock<Stories> = LazyLock::new(|| read(include_str!("stories.zh-CN.json")));
    static EN: LazyLock<Stories> = LazyLock::new(|| read(include_str!("stories.en.json")));
    match locale {
        Locale::ZhCn => &ZH_CN,
        Locale::En => &EN,
    }
}

fn read(text: &str) -> Stories {
    serde_json::from_str(text).expect("the stories are well-formed, as the test below holds")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_can_be_told_and_cut_anywhere() {
        for locale in [Locale::ZhCn, Locale::En] {
            let all = of(locale);
            for story in &all.told {
                assert_eq!(story.turns.first().map(|turn| turn.0), Some(Voice::Customer), "{story:?}");
                assert!(story.turns.iter().any(|turn| turn.0 == Voice::Agent), "somebody answers: {story:?}");
                assert!(story.turns.iter().all(|(_, text)| !text.trim().is_empty()), "{story:?}");
                assert!(story.stars.is_none_or(|stars| (1..=5).contains(&stars)), "{story:?}");
            }
            assert!(!all.people.is_empty() && !all.cities.is_empty() && !all.attributes.is_empty());
            assert!(all.pages.iter().all(|page| page.url.starts_with("https://www.banshan.example/")));
        }
    }
}
