//! Every article by its category, a hundred a page.

use actix_web::HttpRequest;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::lost::{elsewhere, moved, say};
use super::sheet::{Ground, Sheet, Spoken, readers, spoken};
use super::{CHANNEL, place, sent};
use crate::domain::faq::listed::{Listed, listed};
use crate::flows::Desk;
use crate::i18n::Locale;
use crate::web::error::Reply;
use crate::web::origin::client_net;
use crate::web::rate::Rates;

/// Articles of a page.
const PAGE: usize = 100;

/// `?page=`.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    page: Option<String>,
}

/// An article in a list. `lang` where it is not the page's.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) question: String,
    pub(super) lang: Option<&'static str>,
}

impl Line {
    /// In the wanted language, else in its other one.
    pub(super) fn of(listed: &Listed, wanted: Locale) -> Option<Self> {
        let (locale, question) = listed.nearest(wanted)?;
        Some(Self {
            href: place::article(locale, listed.id, question),
            question: question.to_owned(),
            lang: (locale != wanted).then_some(locale.tag()),
        })
    }
}

struct Category {
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "help/home.html")]
struct HomePage {
    s: Sheet,
    q: String,
    page: usize,
    categories: Vec<Category>,
    before: Option<String>,
    next: Option<String>,
}

/// To the reader's language.
pub(super) async fn door(request: HttpRequest, desk: Data<Desk>, rates: Data<Rates>) -> Reply {
    rates.articles(client_net(&request))?;
    let Some(ground) = desk.db.read(Ground::read).await? else { return say(&request, None, None) };
    let mut there = elsewhere(&place::home(readers(&request, &ground.shop.locale)));
    there.headers_mut().insert(VARY, HeaderValue::from_static("Accept-Language"));
    Ok(there)
}

/// Which page is asked for: the first where none is.
fn number(asked: Option<&str>) -> Option<usize> {
    asked.map_or(Some(1), |page| page.parse().ok().filter(|page| *page > 0))
}

fn at(locale: Locale, page: usize) -> String {
    let home = place::home(locale);
    if page > 1 { format!("{home}?page={page}") } else { home }
}

pub(super) async fn home(
    request: HttpRequest,
    path: Path<String>,
    asked: Query<Asked>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> Reply {
    rates.articles(client_net(&request))?;
    let now = desk.clock.now();
    let read = desk
        .db
        .read(move |conn| {
            let Some(ground) = Ground::read(conn)? else { return Ok(None) };
            Ok(Some((ground, listed(conn, CHANNEL, now)?)))
        })
        .await?;
    let locale = spoken(&path);
    let Some((ground, all)) = read else {
        let named = if let Spoken::Here(locale) = locale { Some(locale) } else { None };
        return say(&request, None, named);
    };
    let locale = match locale {
        Spoken::Here(locale) if request.path().ends_with('/') => return Ok(moved(&place::home(locale))),
        Spoken::Here(locale) => locale,
        Spoken::Elsewhere(locale) => return Ok(moved(&place::home(locale))),
        Spoken::Unknown => return say(&request, Some(&ground), None),
    };
    let pages = all.len().div_ceil(PAGE).max(1);
    let Some(page) = number(asked.page.as_deref()).filter(|page| *page <= pages) else {
        return say(&request, Some(&ground), Some(locale));
    };
    let mut categories: Vec<Category> = Vec::new();
    for one in all.iter().skip((page - 1) * PAGE).take(PAGE) {
        let Some(line) = Line::of(one, locale) else { continue };
        match categories.last_mut().filter(|last| last.name == one.category) {
            Some(last) => last.lines.push(line),
            None => categories.push(Category { name: one.category.clone(), lines: vec![line] }),
        }
    }
    let paths = Locale::ALL.map(|locale| (locale, at(locale, page)));
    let mut s = Sheet::new(&request, Some(&ground), locale, &paths);
    if page == 1 {
        s.alternates.push(("x-default", format!("{}/help", crate::web::origin::own_origin(&request))));
    }
    let html = HomePage {
        s,
        q: String::new(),
        page,
        categories,
        before: (page > 1).then(|| at(locale, page - 1)),
        next: (page < pages).then(|| at(locale, page + 1)),
    };
    sent::page(&request, &html)
}
