//! How a widget looks, what it says and what it asks: one document, every part with a default, checked as a whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::form::Form;
use super::words::{Bilingual, filled, short};
use super::{DEFAULT_ACCENT, is_colour};
use crate::fault::{Fault, plain};

/// Largest corner radius of the open panel, in px.
pub const RADIUS_MAX: u16 = 24;
/// Farthest that the launcher stands from the edges, in px: room for a cookie bar.
pub const OFFSET_MAX: u16 = 400;
/// Longest label of the launcher, in characters.
pub const LABEL_CHARS: usize = 20;
/// Longest title, in characters.
pub const TITLE_CHARS: usize = 40;
/// Longest greeting, welcome and offline words, in characters.
pub const WORDS_CHARS: usize = 300;
/// Most quick questions of one language.
pub const QUESTIONS_MAX: usize = 6;
/// Longest quick question, in characters.
pub const QUESTION_CHARS: usize = 60;
/// Most tokens of one's own.
pub const TOKENS_MAX: usize = 20;
/// Longest value of a token, in characters.
pub const TOKEN_CHARS: usize = 80;
/// Every such token begins with this.
pub const TOKEN_PREFIX: &str = "--sd-";

/// Light, dark, or as the visitor's system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = WidgetTheme)]
pub enum Theme {
    /// As the system.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The corner in which the launcher stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = LauncherPosition)]
pub enum Position {
    /// Bottom right.
    #[default]
    Right,
    /// Bottom left.
    Left,
}

/// What is drawn on the launcher.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = LauncherIcon)]
pub enum Icon {
    /// A round speech bubble.
    #[default]
    Bubble,
    /// A square one.
    Square,
    /// A headset.
    Headset,
    /// A leaf.
    Leaf,
}

/// Distance from the edges, in px.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = LauncherOffset)]
pub struct Offset {
    /// From the side.
    pub x: u16,
    /// From the bottom.
    pub y: u16,
}

impl Default for Offset {
    fn default() -> Self {
        Self { x: 24, y: 24 }
    }
}

/// The button that opens the widget.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Launcher {
    /// Its corner.
    pub position: Position,
    /// Its distance from the edges.
    pub offset: Offset,
    /// Its drawing.
    pub icon: Icon,
    /// Words beside the drawing; empty = none.
    pub label: Bilingual<String>,
    /// Not shown until the page asks for it.
    pub hidden: bool,
}

/// What the widget says, in one language; empty = the built-in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = WidgetWords)]
pub struct Words {
    /// Over the conversation; the shop's name unless given.
    pub title: String,
    /// On the home view.
    pub greeting: String,
    /// First words of a new conversation.
    pub welcome: String,
    /// While the shop is closed.
    pub offline: String,
}

/// Everything an owner sets about a widget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = WidgetSettings)]
pub struct Settings {
    /// The shop's colour, `#rrggbb`.
    pub accent: String,
    /// Light or dark.
    pub theme: Theme,
    /// Corners of the panel, in px.
    pub radius: u16,
    /// The button.
    pub launcher: Launcher,
    /// Digest of the shop's picture.
    pub logo: Option<String>,
    /// Digest of the picture over the home view.
    pub header: Option<String>,
    /// What it says.
    pub texts: Bilingual<Words>,
    /// Short questions to tap.
    pub questions: Bilingual<Vec<String>>,
    /// What is asked before or instead of a talk.
    pub form: Form,
    /// Agents see what is being written, and the visitor is told so.
    pub typing_preview: bool,
    /// Asks how it was when a conversation ends.
    pub rating: bool,
    /// May ring once the visitor has touched it.
    pub sound: bool,
    /// Tokens for the look, `--sd-…`.
    pub custom: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            accent: DEFAULT_ACCENT.into(),
            theme: Theme::default(),
            radius: 16,
            launcher: Launcher::default(),
            logo: None,
            header: None,
            texts: Bilingual::default(),
            questions: Bilingual::default(),
            form: Form::default(),
            typing_preview: false,
            rating: true,
            sound: true,
            custom: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Settings as they are stored. A part that another version wrote and this one cannot read has its default, and takes
    /// no other with it.
    #[must_use]
    pub fn stored(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|_| {
            let parts: Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
            parts.into_iter().fold(Self::default(), |settings, (name, part)| {
                settings.replaced(&Map::from_iter([(name, part)])).unwrap_or(settings)
            })
        })
    }

    /// These settings with the named parts replaced. A wrong part is a fault that names it.
    pub fn with(&self, parts: &Map<String, Value>) -> Result<Self, Fault> {
        let settings = self.replaced(parts)?;
        settings.check()?;
        Ok(settings)
    }

    fn replaced(&self, parts: &Map<String, Value>) -> Result<Self, Fault> {
        let mut all = serde_json::to_value(self).map_err(Fault::internal)?;
        for (name, part) in parts {
            all[name] = part.clone();
        }
        serde_path_to_error::deserialize(&all).map_err(|error| {
            Fault::invalid(format!("settings.{}", error.path()), plain(&error.inner().to_string()))
        })
    }

    fn check(&self) -> Result<(), Fault> {
        if !is_colour(&self.accent) {
            return Err(Fault::invalid("settings.accent", "Write the colour as #rrggbb."));
        }
        if self.radius > RADIUS_MAX {
            return Err(Fault::invalid("settings.radius", format!("Use 0 to {RADIUS_MAX}.")));
        }
        if self.launcher.offset.x > OFFSET_MAX || self.launcher.offset.y > OFFSET_MAX {
            return Err(Fault::invalid("settings.launcher.offset", format!("Use 0 to {OFFSET_MAX}.")));
        }
        for (language, label) in self.launcher.label.each() {
            short(&format!("settings.launcher.label.{language}"), label, LABEL_CHARS)?;
        }
        for (language, words) in self.texts.each() {
            let field = |name: &str| format!("settings.texts.{language}.{name}");
            short(&field("title"), &words.title, TITLE_CHARS)?;
            short(&field("greeting"), &words.greeting, WORDS_CHARS)?;
            short(&field("welcome"), &words.welcome, WORDS_CHARS)?;
            short(&field("offline"), &words.offline, WORDS_CHARS)?;
        }
        for (language, questions) in self.questions.each() {
            let field = format!("settings.questions.{language}");
            if questions.len() > QUESTIONS_MAX {
                return Err(Fault::invalid(field, format!("Use at most {QUESTIONS_MAX} questions.")));
            }
            for question in questions {
                filled(&field, question, QUESTION_CHARS)?;
            }
        }
        if self.custom.len() > TOKENS_MAX {
            return Err(Fault::invalid("settings.custom", format!("Use at most {TOKENS_MAX} tokens.")));
        }
        for (name, value) in &self.custom {
            if !is_token(name) || !is_token_value(value) {
                return Err(Fault::invalid(
                    "settings.custom",
                    "Name tokens --sd-… in small letters; a value is a colour, a length or a list of fonts.",
                ));
            }
        }
        self.form.check("settings.form")
    }
}

fn is_token(name: &str) -> bool {
    name.strip_prefix(TOKEN_PREFIX).is_some_and(|rest| {
        (1..=32).contains(&rest.len())
            && rest.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    })
}

/// What cannot leave its property or fetch anything: no `url(`, no `;`, no braces.
fn is_token_value(value: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || " #%.,()-\"'".contains(c);
    !value.trim().is_empty()
        && value.chars().count() <= TOKEN_CHARS
        && value.chars().all(plain)
        && !value.to_ascii_lowercase().contains("url")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn with(parts: Value) -> Result<Settings, (&'static str, String)> {
        let Value::Object(parts) = parts else { panic!("an object") };
        Settings::default()
            .with(&parts)
            .map_err(|fault| (fault.code, fault.field.unwrap_or_default().into_owned()))
    }

    #[test]
    fn parts_are_replaced_and_the_rest_stays() {
        let settings = with(json!({
            "theme": "dark",
            "launcher": { "position": "left", "label": { "zh-CN": "有事问我" } },
            "questions": { "zh-CN": ["几点发货？"] },
            "custom": { "--sd-font": "Georgia, serif" },
        }))
        .expect("well-formed");
        assert_eq!(settings.theme, Theme::Dark);
        assert_eq!(settings.launcher.offset, Offset { x: 24, y: 24 });
        assert_eq!(settings.launcher.label.or_other("en"), "有事问我");
        assert_eq!(settings.accent, DEFAULT_ACCENT);
        let kept = serde_json::to_string(&settings).expect("JSON");
        assert_eq!(Settings::stored(&kept), settings);
        assert_eq!(Settings::stored("{}"), Settings::default());
        let odd = Settings::stored(r#"{"theme":"loud","radius":4,"newer":true}"#);
        assert_eq!(odd, Settings { radius: 4, ..Settings::default() });
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (parts, field) in [
            (json!({"accent": "green"}), "settings.accent"),
            (json!({"radius": 25}), "settings.radius"),
            (json!({"radius": -1}), "settings.radius"),
            (json!({"theme": "loud"}), "settings.theme"),
            (json!({"colour": "#ffffff"}), "settings.colour"),
            (json!({"launcher": {"offset": {"x": 401}}}), "settings.launcher.offset"),
            (json!({"launcher": {"label": {"en": "x".repeat(21)}}}), "settings.launcher.label.en"),
            (json!({"texts": {"en": {"welcome": "a\u{0}"}}}), "settings.texts.en.welcome"),
            (json!({"questions": {"en": [" "]}}), "settings.questions.en"),
            (json!({"questions": {"en": vec!["x"; 7]}}), "settings.questions.en"),
            (json!({"custom": {"--other": "red"}}), "settings.custom"),
            (json!({"custom": {"--sd-x": "url(//evil)"}}), "settings.custom"),
            (json!({"custom": {"--sd-x": "red;}"}}), "settings.custom"),
        ] {
            assert_eq!(with(parts.clone()).map(drop), Err(("invalid", field.to_owned())), "{parts}");
        }
    }
}
