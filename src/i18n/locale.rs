//! The languages of the desk, and how one is chosen for a reader.

use std::fmt;

/// A language in which every text exists. Chinese is the first, and the answer where nothing else is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Simplified Chinese, `zh-CN`.
    #[default]
    ZhCn,
    /// English, `en`.
    En,
}

impl Locale {
    /// Every locale, the default first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The BCP 47 tag: `zh-CN` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The locale that serves a language tag (`zh`, `zh-Hant-TW`, `en-GB`, in any case); `None` for other languages.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| language.eq_ignore_ascii_case(&locale.tag()[..2]))
    }

    /// The locale a browser likes best by its `Accept-Language` (RFC 9110 §12.5.4); the default if it likes neither.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        Self::preferred(accept_language).unwrap_or_default()
    }

    /// The same; `None` if it likes neither. Of equal weights the first named wins. What cannot be read is passed over.
    #[must_use]
    pub fn preferred(accept_language: &str) -> Option<Self> {
        let mut best = (0, None);
        for range in accept_language.split(',').take(32) {
            let mut parts = range.split(';');
            let name = parts.next().unwrap_or_default();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1000), weight);
            if let (Some(locale), Some(weight)) = (Self::parse(name), weight)
                && weight > best.0
            {
                best = (weight, Some(locale));
            }
        }
        best.1
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A quality value (`0.8`) in thousandths.
fn weight(text: &str) -> Option<u32> {
    let value: f32 = text.trim().parse().ok()?;
    (0.0..=1.0).contains(&value).then(|| (value * 1000.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_find_their_locale() {
        for (tag, locale) in [
            ("zh-CN", Some(Locale::ZhCn)),
            ("zh", Some(Locale::ZhCn)),
            ("ZH-hant-tw", Some(Locale::ZhCn)),
            ("en", Some(Locale::En)),
            ("en_GB", Some(Locale::En)),
            ("fr", None),
            ("english", None),
            ("auto", None),
            ("*", None),
            ("", None),
        ] {
            assert_eq!(Locale::parse(tag), locale, "{tag}");
        }
    }

    #[test]
    fn the_heaviest_language_that_exists_wins() {
        for (header, locale) in [
            ("", Locale::ZhCn),
            ("fr-FR,fr;q=0.9", Locale::ZhCn),
            ("en-US,en;q=0.9,zh;q=0.8", Locale::En),
            ("fr, en;q=0.5, zh-TW;q=0.7", Locale::ZhCn),
            ("zh;q=0.5, en;q=0.5", Locale::ZhCn),
            ("en;q=0.5, zh;q=0.5", Locale::En),
            ("zh;q=0, en;q=0.1", Locale::En),
            ("en;q=x, *;q=0.3", Locale::ZhCn),
            ("en;q=9", Locale::ZhCn),
            (";;,,;q=,en ; q=0.2", Locale::En),
        ] {
            assert_eq!(Locale::negotiate(header), locale, "{header}");
        }
    }
}
