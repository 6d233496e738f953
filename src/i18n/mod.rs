//! Everything that a person reads, in Chinese and English.
//!
//! A key is `area.name`; its text stands in `<locale>/<area>.json`, with placeholders as `{name}`, which scripts fill, and
//! plurals as `name.one` and `name.other`. Both locales have the same keys with the same placeholders, which a test holds. Pages take a [`Texts`]
//! and hand a whole area to their scripts as JSON. Log lines and the errors of the command line are not translated.

mod catalogue;
mod locale;

use catalogue::Catalogue;
pub use locale::Locale;

/// The texts of one locale; copied freely.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Texts {
    locale: Locale,
}

impl Texts {
    /// The texts of a locale.
    #[must_use]
    pub const fn new(locale: Locale) -> Self {
        Self { locale }
    }

    /// The locale of these texts.
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The language tag for `lang="…"`: `zh-CN` or `en`.
    #[must_use]
    pub const fn lang(self) -> &'static str {
        self.locale.tag()
    }

    /// The text of `area.name`. A key that no catalogue has fails a test and otherwise shows itself.
    #[must_use]
    pub fn get(self, key: &'static str) -> &'static str {
        let text = self.find(key);
        debug_assert!(text.is_some(), "no text {key}");
        text.unwrap_or(key)
    }

    /// The text of a key that was put together at run time, where there is one.
    #[must_use]
    pub fn find(self, key: &str) -> Option<&'static str> {
        Catalogue::of(self.locale).text(key)
    }

    /// An area's texts as a JSON object from name (without the area) to text, for a page's scripts.
    #[must_use]
    pub fn json(self, area: &str) -> &'static str {
        let json = Catalogue::of(self.locale).json(area);
        debug_assert!(json.is_some(), "no texts of {area}");
        json.unwrap_or("{}")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The `{names}` in a text.
    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
    }

    #[test]
    fn both_locales_have_the_same_keys_and_placeholders() {
        let (chinese, english) = (catalogue::read(Locale::ZhCn), catalogue::read(Locale::En));
        let keys =
            |areas: &std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>>| {
                let named = areas
                    .iter()
                    .flat_map(|(area, texts)| texts.keys().map(move |name| format!("{area}.{name}")));
                named.collect::<BTreeSet<_>>()
            };
        let (chinese_keys, english_keys) = (keys(&chinese), keys(&english));
        let lonely: Vec<_> = chinese_keys.symmetric_difference(&english_keys).collect();
        assert!(lonely.is_empty(), "in one locale only: {lonely:?}");
        for (area, texts) in &chinese {
            for (name, text) in texts {
                let other = &english[area][name];
                // The form for one thing may write the number as a word.
                let singular = name.split('.').next_back() == Some("one");
                let spoken = |text| {
                    let mut names = placeholders(text);
                    names.retain(|placeholder| !(singular && *placeholder == "count"));
                    names
                };
                assert_eq!(spoken(text), spoken(other), "{area}.{name}");
                assert!(!text.trim().is_empty() && !other.trim().is_empty(), "{area}.{name} is empty");
            }
        }
    }

    #[test]
    fn plurals_have_both_forms() {
        for (area, texts) in catalogue::read(Locale::En) {
            for name in texts.keys() {
                let twin = name
                    .strip_suffix(".one")
                    .map(|stem| format!("{stem}.other"))
                    .or_else(|| name.strip_suffix(".other").map(|stem| format!("{stem}.one")));
                assert!(twin.is_none_or(|twin| texts.contains_key(&twin)), "{area}.{name} has no twin");
            }
        }
    }
}
