//! One question with its answer.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use rusqlite::Connection;

use super::answer::Answer;
use super::home::Line;
use super::lost::{elsewhere, moved, say};
use super::sheet::{Ground, Sheet, Spoken, spoken};
use super::{CHANNEL, place, sent};
use crate::clock::Timestamp;
use crate::domain::faq::{Entry, listed, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::text::markdown;
use crate::web::error::Reply;
use crate::web::origin::client_net;
use crate::web::rate::Rates;

/// Characters that search engines show of a page.
const EXCERPT_CHARS: usize = 150;

/// A page to which an answer leads.
struct Way {
    href: String,
    label: String,
}

#[derive(Template)]
#[template(path = "help/article.html")]
struct ArticlePage {
    s: Sheet,
    question: String,
    excerpt: String,
    answer: Answer,
    picture: Option<String>,
    ways: Vec<Way>,
    category: String,
    updated: String,
    updated_text: String,
    links: Vec<Line>,
}

/// An entry that visitors find by themselves, with the languages that it speaks.
pub(super) fn there(
    conn: &Connection,
    id: FaqId,
    now: Timestamp,
) -> Result<Option<(Entry, Vec<Locale>)>, Fault> {
    let entry = store::find(conn, id)?.filter(|entry| entry.facts().is_found(CHANNEL, now));
    Ok(entry
        .map(|entry| (listed::spoken(&entry.document, CHANNEL), entry))
        .and_then(|(spoken, entry)| if spoken.is_empty() { None } else { Some((entry, spoken)) }))
}

/// What it asks, and in which language: the wanted one, else its other one.
pub(super) fn line(entry: &Entry, spoken: &[Locale], wanted: Locale) -> Option<Line> {
    let locale = if spoken.contains(&wanted) { wanted } else { *spoken.first()? };
    let question = &entry.document.texts.get(locale)?.question;
    Some(Line {
        href: place::article(locale, entry.id, question),
        question: question.clone(),
        lang: (locale != wanted).then_some(locale.tag()),
    })
}

type Found = (Entry, Vec<Locale>, Vec<Line>);

fn find(conn: &Connection, id: FaqId, wanted: Locale, now: Timestamp) -> Result<Option<Found>, Fault> {
    let Some((entry, spoken)) = there(conn, id, now)? else { return Ok(None) };
    let mut links = Vec::new();
    for link in &entry.document.links {
        let other = there(conn, *link, now)?;
        links.extend(other.and_then(|(entry, spoken)| line(&entry, &spoken, wanted)));
    }
    Ok(Some((entry, spoken, links)))
}

pub(super) async fn article(
    request: HttpRequest,
    path: Path<(String, String)>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> Reply {
    rates.articles(client_net(&request))?;
    let (tag, name) = path.into_inner();
    let (locale, as_written) = match spoken(&tag) {
        Spoken::Here(locale) => (Some(locale), true),
        Spoken::Elsewhere(locale) => (Some(locale), false),
        Spoken::Unknown => (None, false),
    };
    let wanted = locale.zip(place::read(&name).map(|(id, _)| id));
    let now = desk.clock.now();
    let (ground, found) = desk
        .db
        .read(move |conn| {
            let ground = Ground::read(conn)?;
            let Some((locale, id)) = wanted.filter(|_| ground.is_some()) else { return Ok((ground, None)) };
            Ok((ground, find(conn, id, locale, now)?))
        })
        .await?;
    let (Some(ground), Some(locale), Some((entry, spoken, links))) = (&ground, locale, found) else {
        return say(&request, ground.as_ref(), locale);
    };
    let paths: Vec<(Locale, String)> = spoken
        .iter()
        .filter_map(|locale| {
            let question = &entry.document.texts.get(*locale)?.question;
            Some((*locale, place::article(*locale, entry.id, question)))
        })
        .collect();
    let Some((_, path)) = paths.iter().find(|(spoken, _)| *spoken == locale) else {
        // It may learn this language tomorrow.
        let other = paths.first().map(|(_, path)| elsewhere(path));
        return other.map_or_else(|| say(&request, Some(ground), Some(locale)), Ok);
    };
    let (Some(words), Some((_, answer))) =
        (entry.document.texts.get(locale), entry.document.answer(CHANNEL, locale))
    else {
        return say(&request, Some(ground), Some(locale));
    };
    let slug = place::read(&name).map(|(_, slug)| slug).unwrap_or_default();
    if !as_written || slug != place::slug(&words.question) {
        return Ok(moved(path));
    }
    let way = |button: &crate::domain::faq::Button| {
        Some(Way { href: button.url.clone()?, label: button.label.clone() })
    };
    let html = ArticlePage {
        s: Sheet::new(&request, Some(ground), locale, &paths),
        question: words.question.clone(),
        excerpt: markdown::excerpt(answer, EXCERPT_CHARS),
        answer: Answer::of(answer),
        picture: words.picture.clone(),
        ways: words.buttons.iter().filter_map(way).collect(),
        category: entry.document.category.clone(),
        updated: entry.updated_at.to_string(),
        updated_text: ground.day(entry.updated_at, locale),
        links,
    };
    sent::page(&request, &html)
}
