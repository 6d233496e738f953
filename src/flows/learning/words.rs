//! Words of messages as learning reads them.

use rusqlite::Connection;

use crate::domain::conversations::content::Content;
use crate::domain::learning::shape::Shape;
use crate::domain::learning::store::{self, Example};
use crate::events::ActorKind;
use crate::i18n::Locale;
use crate::ids::GapId;

/// Messages of an answer.
const ANSWER_MESSAGES: usize = 20;

/// The language of words: Chinese where they are written in it.
#[must_use]
pub fn language(words: &str) -> Locale {
    let han = words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if han { Locale::ZhCn } else { Locale::En }
}

/// The words of stored content, where it is text.
#[must_use]
pub fn text_of(content: Option<&str>) -> Option<String> {
    match Content::stored(content?)? {
        Content::Text(text) => Some(text.text),
        _ => None,
    }
}

/// The groups whose questions count as this one's.
pub fn with_merged(conn: &Connection, id: GapId) -> rusqlite::Result<Vec<GapId>> {
    let mut all = vec![id];
    let mut at = 0;
    while let Some(id) = all.get(at).copied() {
        for merged in store::merged_into(conn, id)? {
            if !all.contains(&merged) {
                all.push(merged);
            }
        }
        at += 1;
    }
    Ok(all)
}

/// What a person answered to a question, if they did.
pub fn answer_to(conn: &Connection, example: &Example) -> rusqlite::Result<Option<String>> {
    let Some((first, last)) = example.answer else { return Ok(None) };
    let said = store::said(conn, example.conversation, first, ANSWER_MESSAGES)?;
    let lines: Vec<String> = said
        .into_iter()
        .filter(|words| words.sequence <= last && words.by == ActorKind::Agent)
        .filter_map(|words| text_of(words.content.as_deref()))
        .collect();
    Ok((!lines.is_empty()).then(|| lines.join("\n")))
}

/// A question as it is compared, with its answer; `None` where nothing is left of its words.
pub fn shape_of(conn: &Connection, example: &Example) -> rusqlite::Result<Option<Shape>> {
    let content = store::content_of(conn, example.conversation, example.sequence)?;
    let Some(question) = text_of(content.as_deref()) else { return Ok(None) };
    let shape = Shape::of(&question);
    Ok(Some(match answer_to(conn, example)? {
        Some(answer) => shape.answered(&answer),
        None => shape,
    }))
}
