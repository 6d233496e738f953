//! What an entry is and says, as somebody wrote it down: checked, and told by the place of what is wrong.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use url::Url;
use utoipa::ToSchema;

use super::{ANSWER_CHARS, CATEGORY_CHARS, EntryKind, PHRASINGS_MAX, QUESTION_CHARS};
use crate::clock::Timestamp;
use crate::fault::Fault;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::text;

/// Most buttons of an answer.
const BUTTONS_MAX: usize = 3;
/// Longest label, in characters.
const LABEL_CHARS: usize = 80;
/// Longest id of a button or field, in bytes.
const ID_BYTES: usize = 40;
/// Longest address, in bytes.
const URL_BYTES: usize = 2_048;
/// Most channels, and longest name of one.
const CHANNELS_MAX: usize = 10;
const CHANNEL_BYTES: usize = 30;
/// Most answers of single channels.
const CHANNEL_ANSWERS_MAX: usize = 20;
/// Most entries that one leads to.
const LINKS_MAX: usize = 10;
/// Most fields of a task, and most options of one.
const FIELDS_MAX: usize = 8;
const OPTIONS_MAX: usize = 20;

/// Something to press under an answer: with `url` the way to a page, else said for the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqButton)]
pub struct Button {
    /// Its id, of the entry's own.
    #[schema(example = "track")]
    pub id: String,
    /// What stands on it.
    #[schema(example = "Track my parcel")]
    pub label: String,
    /// Page it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "https://shop.example/track")]
    pub url: Option<String>,
}

/// What an entry says in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqWords)]
pub struct Words {
    /// The question, as customers read it.
    #[schema(example = "How do I send something back?")]
    pub question: String,
    /// The answer, in small markdown: bold, lists, links.
    #[schema(example = "Within **30 days**. Pack it, print the label, drop it off.")]
    pub answer: String,
    /// Other words for the question.
    #[serde(default)]
    pub alternatives: Vec<String>,
    /// At most three.
    #[serde(default)]
    pub buttons: Vec<Button>,
    /// `/p/` and the name of a picture of this desk.
    #[serde(default)]
    pub picture: Option<String>,
}

/// What an entry says, by language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqTexts)]
pub struct LocaleTexts {
    /// In Chinese.
    #[serde(rename = "zh-CN", default, skip_serializing_if = "Option::is_none")]
    pub zh_cn: Option<Words>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Words>,
}

impl LocaleTexts {
    /// What it says in this language.
    #[must_use]
    pub const fn get(&self, locale: Locale) -> Option<&Words> {
        match locale {
            Locale::ZhCn => self.zh_cn.as_ref(),
            Locale::En => self.en.as_ref(),
        }
    }

    /// The place of what it says in this language.
    pub const fn of(&mut self, locale: Locale) -> &mut Option<Words> {
        match locale {
            Locale::ZhCn => &mut self.zh_cn,
            Locale::En => &mut self.en,
        }
    }

    /// Each language that it speaks.
    pub fn iter(&self) -> impl Iterator<Item = (Locale, &Words)> {
        Locale::ALL.into_iter().filter_map(|locale| self.get(locale).map(|words| (locale, words)))
    }

    /// What it says in this language, else in its other one.
    #[must_use]
    pub fn nearest(&self, locale: Locale) -> Option<(Locale, &Words)> {
        self.get(locale).map(|words| (locale, words)).or_else(|| self.iter().next())
    }
}

/// An answer of its own on one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqChannelAnswer)]
pub struct ChannelAnswer {
    /// The channel.
    #[schema(example = "email")]
    pub channel: String,
    /// `zh-CN` or `en`.
    #[schema(example = "en")]
    pub locale: String,
    /// What it answers there.
    pub answer: String,
}

/// A label in both languages; one is enough.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqLabel)]
pub struct Label {
    /// In Chinese.
    #[serde(rename = "zh-CN", default, skip_serializing_if = "Option::is_none")]
    pub zh_cn: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Label {
    /// In this language, else in the other one.
    #[must_use]
    pub fn nearest(&self, locale: Locale) -> &str {
        let (first, other) = match locale {
            Locale::ZhCn => (&self.zh_cn, &self.en),
            Locale::En => (&self.en, &self.zh_cn),
        };
        first.as_deref().or(other.as_deref()).unwrap_or_default()
    }
}

/// What a field of a task takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = FaqFieldKind)]
pub enum FieldKind {
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

/// Something that a task asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqField)]
pub struct Field {
    /// Its id, of the entry's own.
    #[schema(example = "order")]
    pub id: String,
    /// What it takes.
    pub r#type: FieldKind,
    /// What stands over it.
    pub label: Label,
    /// Whether it has to be given.
    #[serde(default)]
    pub required: bool,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Label>,
}

/// What follows when a task has what it asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = FaqThen)]
pub enum Then {
    /// The entry answers.
    Answer,
    /// A person takes over.
    #[default]
    HandOver,
}

/// What a task asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FaqTask)]
pub struct Task {
    /// Its fields, in the order in which they are asked.
    pub fields: Vec<Field>,
    /// What follows.
    #[serde(default)]
    pub then: Then,
}

/// What an entry is and says.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it does.
    pub kind: EntryKind,
    /// Its category; empty for none.
    pub category: String,
    /// The channels that it holds on; `None` for all.
    pub channels: Option<Vec<String>>,
    /// From when on it holds.
    pub valid_from: Option<Timestamp>,
    /// Until when it holds.
    pub valid_until: Option<Timestamp>,
    /// Whether visitors find it by themselves.
    pub public: bool,
    /// Whether the bot answers with it.
    pub bot: bool,
    /// What it says.
    pub texts: LocaleTexts,
    /// Answers of single channels.
    pub channel_answers: Vec<ChannelAnswer>,
    /// Entries that are offered after it.
    pub links: Vec<FaqId>,
    /// What it asks for, if it is a task.
    pub task: Option<Task>,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            kind: EntryKind::Answer,
            category: String::new(),
            channels: None,
            valid_from: None,
            valid_until: None,
            public: true,
            bot: true,
            texts: LocaleTexts::default(),
            channel_answers: Vec::new(),
            links: Vec::new(),
            task: None,
        }
    }
}

impl Document {
    /// Checks every part, trims what is a line, and leaves out alternatives that say nothing new. What is a draft may lack its
    /// answer, but not its question.
    pub fn checked(mut self) -> Result<Self, Fault> {
        if !self.category.is_empty() {
            let category = text::line(&self.category);
            within("category", &category, CATEGORY_CHARS)?;
            self.category = category;
        }
        self.check_holding()?;
        if self.texts.iter().next().is_none() {
            return Err(Fault::invalid("texts", "Write a question in one language at least."));
        }
        let mut phrasings = 0;
        for locale in Locale::ALL {
            if let Some(words) = self.texts.of(locale) {
                words.check(&format!("texts.{locale}"))?;
                phrasings += 1 + words.alternatives.len();
            }
        }
        if phrasings > PHRASINGS_MAX {
            let message = format!("Use {PHRASINGS_MAX} questions and alternatives at most.");
            return Err(Fault::invalid("texts", message));
        }
        self.check_channel_answers()?;
        let mut seen = HashSet::new();
        self.links.retain(|link| seen.insert(*link));
        if self.links.len() > LINKS_MAX {
            return Err(Fault::invalid("links", format!("Use {LINKS_MAX} at most.")));
        }
        match (self.kind, &self.task) {
            (EntryKind::Answer, _) => self.task = None,
            (EntryKind::Task, None) => return Err(Fault::invalid("task", "Say what it asks for.")),
            (EntryKind::Task, Some(task)) => task.check()?,
        }
        Ok(self)
    }

    fn check_holding(&mut self) -> Result<(), Fault> {
        if let Some(channels) = &mut self.channels {
            channels
                .iter()
                .enumerate()
                .try_for_each(|(at, name)| check_channel(&format!("channels[{at}]"), name))?;
            channels.sort();
            channels.dedup();
            if channels.is_empty() || channels.len() > CHANNELS_MAX {
                let message = format!("Use 1 to {CHANNELS_MAX} channels, or null for all.");
                return Err(Fault::invalid("channels", message));
            }
        }
        if let (Some(from), Some(until)) = (self.valid_from, self.valid_until)
            && until <= from
        {
            return Err(Fault::invalid("valid_until", "Use a time after the one from which it holds."));
        }
        Ok(())
    }

    fn check_channel_answers(&self) -> Result<(), Fault> {
        if self.channel_answers.len() > CHANNEL_ANSWERS_MAX {
            return Err(Fault::invalid("channel_answers", format!("Use {CHANNEL_ANSWERS_MAX} at most.")));
        }
        let mut seen = HashSet::new();
        for (at, answer) in self.channel_answers.iter().enumerate() {
            let place = format!("channel_answers[{at}]");
            check_channel(&format!("{place}.channel"), &answer.channel)?;
            let locale = Locale::ALL.into_iter().find(|locale| locale.tag() == answer.locale);
            if locale.and_then(|locale| self.texts.get(locale)).is_none() {
                let message = "Use a language in which the entry has a question.";
                return Err(Fault::invalid(format!("{place}.locale"), message));
            }
            if !seen.insert((&answer.channel, &answer.locale)) {
                return Err(Fault::invalid(place, "This channel and language are there twice."));
            }
            check_answer(&format!("{place}.answer"), &answer.answer)?;
        }
        Ok(())
    }

    /// Whether it can answer: a question with an answer in one language, or a task.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.task.is_some() || self.texts.iter().any(|(_, words)| !text::is_blank(&words.answer))
    }

    /// What it answers on a channel in a language, else in its other one.
    #[must_use]
    pub fn answer(&self, channel: &str, locale: Locale) -> Option<(Locale, &str)> {
        let (locale, words) = self.texts.nearest(locale)?;
        let own = self.channel_answers.iter();
        let own = own.filter(|answer| answer.channel == channel && answer.locale == locale.tag());
        Some((locale, own.map(|answer| answer.answer.as_str()).next().unwrap_or(&words.answer)))
    }

    /// Every question and alternative with its language.
    pub fn phrasings(&self) -> impl Iterator<Item = (Locale, &str)> {
        self.texts.iter().flat_map(|(locale, words)| {
            let others = words.alternatives.iter().map(String::as_str);
            std::iter::once(words.question.as_str()).chain(others).map(move |text| (locale, text))
        })
    }
}

impl Words {
    fn check(&mut self, place: &str) -> Result<(), Fault> {
        self.question = question(&format!("{place}.question"), &self.question)?;
        if !text::is_blank(&self.answer) {
            check_answer(&format!("{place}.answer"), &self.answer)?;
        }
        let mut seen = HashSet::from([text::bare(&self.question)]);
        let mut kept = Vec::with_capacity(self.alternatives.len());
        for (at, typed) in self.alternatives.iter().enumerate() {
            let line = question(&format!("{place}.alternatives[{at}]"), typed)?;
            if seen.insert(text::bare(&line)) {
                kept.push(line);
            }
        }
        self.alternatives = kept;
        check_buttons(&format!("{place}.buttons"), &self.buttons)?;
        if let Some(picture) = &self.picture {
            let name = picture.strip_prefix("/p/").unwrap_or_default();
            if !(16..=64).contains(&name.len()) || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(Fault::invalid(format!("{place}.picture"), "Use a picture of this desk: /p/…."));
            }
        }
        Ok(())
    }
}

impl Task {
    fn check(&self) -> Result<(), Fault> {
        if self.fields.is_empty() || self.fields.len() > FIELDS_MAX {
            return Err(Fault::invalid("task.fields", format!("Use 1 to {FIELDS_MAX} fields.")));
        }
        let mut seen = HashSet::new();
        for (at, field) in self.fields.iter().enumerate() {
            let place = format!("task.fields[{at}]");
            check_id(&format!("{place}.id"), &field.id, &mut seen)?;
            field.label.check(&format!("{place}.label"))?;
            let selects = field.r#type == FieldKind::Select;
            let most = if selects { OPTIONS_MAX } else { 0 };
            if field.options.len() > most || (selects && field.options.is_empty()) {
                let message = format!("A field to choose from has 1 to {OPTIONS_MAX} options, others none.");
                return Err(Fault::invalid(format!("{place}.options"), message));
            }
            for (nth, option) in field.options.iter().enumerate() {
                option.check(&format!("{place}.options[{nth}]"))?;
            }
        }
        Ok(())
    }
}

impl Label {
    fn check(&self, place: &str) -> Result<(), Fault> {
        let given = [&self.zh_cn, &self.en].into_iter().flatten();
        let mut any = false;
        for label in given {
            within(place, label, LABEL_CHARS)?;
            any = true;
        }
        if any { Ok(()) } else { Err(Fault::invalid(place.to_owned(), "Write it in one language at least.")) }
    }
}

/// Whether a text can be asked: it has a letter of some script, not digits, signs and pictures alone.
#[must_use]
pub fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn question(place: &str, typed: &str) -> Result<String, Fault> {
    let line = text::line(typed);
    within(place, &line, QUESTION_CHARS)?;
    if !has_letters(&line) {
        return Err(Fault::invalid(place.to_owned(), "Write words: digits and signs alone ask nothing."));
    }
    Ok(line)
}

fn within(place: &str, line: &str, most: usize) -> Result<(), Fault> {
    if text::is_blank(line) || line.contains('\0') || line.chars().count() > most {
        return Err(Fault::invalid(place.to_owned(), format!("Use 1 to {most} printable characters.")));
    }
    Ok(())
}

fn check_answer(place: &str, answer: &str) -> Result<(), Fault> {
    within(place, answer, ANSWER_CHARS)
}

fn check_channel(place: &str, name: &str) -> Result<(), Fault> {
    let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
    if (1..=CHANNEL_BYTES).contains(&name.len()) && name.bytes().all(known) {
        return Ok(());
    }
    Err(Fault::invalid(place.to_owned(), "Use the name of a channel, as web or email."))
}

fn check_id<'t>(place: &str, id: &'t str, seen: &mut HashSet<&'t str>) -> Result<(), Fault> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    if !(1..=ID_BYTES).contains(&id.len()) || !id.bytes().all(plain) {
        let message = format!("Use 1 to {ID_BYTES} letters, digits, dots or dashes.");
        return Err(Fault::invalid(place.to_owned(), message));
    }
    if !seen.insert(id) {
        return Err(Fault::invalid(place.to_owned(), "This id is there twice."));
    }
    Ok(())
}

fn check_buttons(place: &str, buttons: &[Button]) -> Result<(), Fault> {
    if buttons.len() > BUTTONS_MAX {
        return Err(Fault::invalid(place.to_owned(), format!("Use {BUTTONS_MAX} at most.")));
    }
    let mut seen = HashSet::new();
    for (at, button) in buttons.iter().enumerate() {
        check_id(&format!("{place}[{at}].id"), &button.id, &mut seen)?;
        within(&format!("{place}[{at}].label"), &button.label, LABEL_CHARS)?;
        if let Some(url) = &button.url
            && !is_web(url)
        {
            return Err(Fault::invalid(format!("{place}[{at}].url"), "Use an address with http or https."));
        }
    }
    Ok(())
}

/// Whether a text is an address of the web that hides nothing.
fn is_web(address: &str) -> bool {
    let plain = address.len() <= URL_BYTES && !address.chars().any(|c| c.is_control() || c.is_whitespace());
    let parsed = Url::parse(address).ok().filter(|_| plain);
    parsed.is_some_and(|url| {
        let bare = url.username().is_empty() && url.password().is_none();
        matches!(url.scheme(), "http" | "https") && url.has_host() && bare
    })
}
