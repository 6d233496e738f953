//! What a question finds: the same entries, in the same order, as in the widget.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path, Query, block};
use askama::Template;
use serde::Deserialize;

use super::article::{line, there};
use super::home::Line;
use super::lost::{moved, say};
use super::sheet::{Ground, Sheet, Spoken, spoken};
use super::{CHANNEL, place, sent};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::find::find;
use crate::i18n::Locale;
use crate::text::markdown;
use crate::web::error::Reply;
use crate::web::origin::client_net;
use crate::web::rate::Rates;

/// Articles of an answer.
const FOUND_MAX: usize = 20;
/// Characters of a question that count, and are shown again.
const QUESTION_CHARS: usize = 200;
/// Characters of an excerpt.
const EXCERPT_CHARS: usize = 120;

/// `?q=`.
#[derive(Debug, Deserialize)]
pub(super) struct Sought {
    #[serde(default)]
    q: String,
}

struct Hit {
    line: Line,
    excerpt: String,
}

#[derive(Template)]
#[template(path = "help/search.html")]
struct SearchPage {
    s: Sheet,
    q: String,
    found: Vec<Hit>,
}

pub(super) async fn search(
    request: HttpRequest,
    path: Path<String>,
    sought: Query<Sought>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> Reply {
    rates.articles(client_net(&request))?;
    let locale = match spoken(&path) {
        Spoken::Here(locale) => Some(locale),
        Spoken::Elsewhere(locale) => return Ok(moved(&format!("{}/search", place::home(locale)))),
        Spoken::Unknown => None,
    };
    let q: String = sought.into_inner().q.trim().chars().take(QUESTION_CHARS).collect();
    let (now, current) = (desk.clock.now(), desk.knowledge.current());
    let (asked, words) = (Arc::clone(&current), q.clone());
    let wanted = locale.unwrap_or_default();
    let Some(ground) = desk.db.read(Ground::read).await? else { return say(&request, None, locale) };
    let Some(locale) = locale else { return say(&request, Some(&ground), None) };
    let near = block(move || find(&asked, &words, CHANNEL, now)).await.map_err(Fault::internal)?;
    let found = desk
        .db
        .read(move |conn| {
            let mut hits = Vec::new();
            for id in near.into_iter().take(FOUND_MAX) {
                let Some((entry, spoken)) = there(conn, id, now)? else { continue };
                let Some(line) = line(&entry, &spoken, wanted) else { continue };
                let said = line.lang.and_then(Locale::parse).unwrap_or(wanted);
                let answer = entry.document.answer(CHANNEL, said).map(|(_, answer)| answer);
                let excerpt = markdown::excerpt(answer.unwrap_or_default(), EXCERPT_CHARS);
                hits.push(Hit { line, excerpt });
            }
            Ok(hits)
        })
        .await?;
    let paths = Locale::ALL.map(|locale| {
        let asked: String = url::form_urlencoded::byte_serialize(q.as_bytes()).collect();
        (locale, format!("{}/search?q={asked}", place::home(locale)))
    });
    let s = Sheet::new(&request, Some(&ground), locale, &paths);
    sent::page(&request, &SearchPage { s, q, found })
}
