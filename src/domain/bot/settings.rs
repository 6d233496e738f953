//! What a team may change about its bot: one document, written whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::duty::Mode;
use crate::fault::Fault;
use crate::i18n::{Locale, Texts};
use crate::text;

/// Longest name, in characters.
const NAME_CHARS: usize = 40;
/// Longest text of a line, in characters.
const WORDS_CHARS: usize = 500;
/// Most channels that are named.
const CHANNELS_MAX: usize = 20;
/// Most that an hour may cost.
const HOURLY_MAX: f64 = 100_000.0;

/// How careful the bot is to be: how many of its answers have to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Carefulness {
    /// 97 of 100.
    Careful,
    /// 95 of 100.
    #[default]
    Balanced,
    /// 90 of 100.
    Bold,
}

/// Lines that the shop says in its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BotLine)]
pub enum Line {
    /// To a greeting.
    Greeting,
    /// When it hands over and somebody is there.
    HandOver,
    /// When it hands over and all are busy.
    Busy,
    /// When it hands over and nobody is there.
    Closed,
}

/// A text in both languages; one is enough, and none is the desk's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = BotText)]
pub struct Both {
    /// In Chinese.
    #[serde(rename = "zh-CN", skip_serializing_if = "Option::is_none")]
    pub zh_cn: Option<String>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Both {
    fn of(&self, locale: Locale) -> Option<&str> {
        let (own, other) = match locale {
            Locale::ZhCn => (&self.zh_cn, &self.en),
            Locale::En => (&self.en, &self.zh_cn),
        };
        own.as_deref().or(other.as_deref())
    }

    fn own(&self, locale: Locale) -> Option<&str> {
        match locale {
            Locale::ZhCn => self.zh_cn.as_deref(),
            Locale::En => self.en.as_deref(),
        }
    }

    fn each(&mut self) -> [(&'static str, &mut Option<String>); 2] {
        [("zh-CN", &mut self.zh_cn), ("en", &mut self.en)]
    }
}

/// What a team may change about its bot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = BotSettings)]
pub struct Settings {
    /// Whether it answers at all.
    pub enabled: bool,
    /// Its name.
    pub name: Both,
    /// `/p/` and the name of a picture of this desk.
    pub face: Option<String>,
    /// When it is on duty, by channel; of a channel that is not named, always, but never for mail and for what other systems open.
    pub duty: BTreeMap<String, Mode>,
    /// How careful it is.
    pub carefulness: Carefulness,
    /// What it says in the shop's own words.
    pub words: BTreeMap<Line, Both>,
    /// What an hour of a person costs, in the shop's money.
    pub hourly_cost: Option<f64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            enabled: true,
            name: Both::default(),
            face: None,
            duty: BTreeMap::new(),
            carefulness: Carefulness::default(),
            words: BTreeMap::new(),
            hourly_cost: None,
        }
    }
}

impl Settings {
    /// As they were stored; what cannot be read is as if it had never been changed.
    #[must_use]
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// Checks and trims what somebody wants them to be.
    pub fn checked(mut self) -> Result<Self, Fault> {
        tidy("settings.name", &mut self.name, NAME_CHARS)?;
        for (line, words) in &mut self.words {
            let name = serde_json::to_value(line).ok().and_then(|name| name.as_str().map(str::to_owned));
            tidy(&format!("settings.words.{}", name.unwrap_or_default()), words, WORDS_CHARS)?;
        }
        let is_channel = |name: &String| {
            (1..=32).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        };
        if self.duty.len() > CHANNELS_MAX || !self.duty.keys().all(is_channel) {
            return Err(Fault::invalid(
                "settings.duty",
                format!("Name at most {CHANNELS_MAX} channels, each of a-z, 0-9 and _."),
            ));
        }
        if self.face.as_ref().is_some_and(|face| !face.starts_with("/p/") || face.len() > 128) {
            return Err(Fault::invalid("settings.face", "Use a picture of this desk."));
        }
        if self.hourly_cost.is_some_and(|cost| !(cost > 0.0 && cost <= HOURLY_MAX)) {
            return Err(Fault::invalid("settings.hourly_cost", "Use more than 0, up to 100000."));
        }
        Ok(self)
    }

    /// Its name in a language.
    #[must_use]
    pub fn called(&self, locale: Locale) -> &str {
        self.name.of(locale).unwrap_or_else(|| Texts::new(locale).get("bot.name"))
    }

    /// When it is on duty on a channel.
    #[must_use]
    pub fn mode(&self, channel: &str) -> Mode {
        if self.enabled { self.duty.get(channel).copied().unwrap_or_else(|| Mode::usual(channel)) } else { Mode::Off }
    }

    /// A line in the shop's own words, or in the desk's.
    #[must_use]
    pub fn line(&self, line: Line, locale: Locale, usual: &'static str) -> &str {
        self.words.get(&line).and_then(|words| words.own(locale)).unwrap_or_else(|| Texts::new(locale).get(usual))
    }
}

fn tidy(field: &str, both: &mut Both, chars: usize) -> Result<(), Fault> {
    for (locale, given) in both.each() {
        let Some(words) = given.take() else { continue };
        let words = words.trim();
        if words.chars().count() > chars || words.contains('\0') {
            return Err(Fault::invalid(format!("{field}.{locale}"), format!("Use at most {chars} characters.")));
        }
        *given = (!text::is_blank(words)).then(|| words.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: serde_json::Value) -> Result<Settings, String> {
        let settings: Settings = serde_json::from_value(value).map_err(|error| error.to_string())?;
        settings.checked().map_err(|fault| fault.field.unwrap_or_default().into_owned())
    }

    #[test]
    fn what_is_left_out_is_the_desks_own() {
        let settings = read(json!({ "name": { "en": " Ada " }, "words": { "greeting": { "zh-CN": "  " } } })).unwrap();
        assert_eq!(settings.called(Locale::En), "Ada");
        assert_eq!(settings.called(Locale::ZhCn), "Ada", "one language is enough");
        assert_eq!(settings.mode("web"), Mode::Always);
        assert_eq!(settings.line(Line::Greeting, Locale::ZhCn, "bot.greeting"), Texts::new(Locale::ZhCn).get("bot.greeting"));
        assert_eq!(Settings { enabled: false, ..settings }.mode("web"), Mode::Off);
        assert_eq!(Settings::read("no JSON"), Settings::default());
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (value, field) in [
            (json!({ "name": { "en": "n".repeat(41) } }), "settings.name.en"),
            (json!({ "words": { "busy": { "en": "w".repeat(501) } } }), "settings.words.busy.en"),
            (json!({ "duty": { "Web!": "off" } }), "settings.duty"),
            (json!({ "face": "https://elsewhere.example/a.png" }), "settings.face"),
            (json!({ "hourly_cost": 0 }), "settings.hourly_cost"),
        ] {
            assert_eq!(read(value.clone()).unwrap_err(), field, "{value}");
        }
    }
}
