//! Articles: entries of the FAQ that visitors find by themselves. Only what is published, public and holds now is there.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::web::{Data, Path, Query, block};
use actix_web::{HttpRequest, HttpResponse};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::json;

use super::visitor::Asked;
use crate::clock::Timestamp;
use crate::domain::faq::daily::Counted;
use crate::domain::faq::{Entry, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::count;
use crate::flows::faq::find::{find, popular};
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::text::markdown;
use crate::web::error::Failure;
use crate::web::identity::CurrentVisitor;
use crate::web::origin::client_net;
use crate::web::rate::Rates;
use crate::web::{cors, locale};

/// Articles of an answer.
const FOUND_MAX: usize = 8;
/// Characters of an excerpt.
const EXCERPT_CHARS: usize = 120;
/// The channel of widgets.
const CHANNEL: &str = "web";

/// `?q=&locale=`.
#[derive(Debug, Deserialize)]
pub(super) struct Sought {
    #[serde(default)]
    q: String,
    locale: Option<String>,
}

/// The language that is asked for, else the browser's, else Chinese.
fn language(request: &HttpRequest, asked: Option<&str>) -> Locale {
    locale::visitors(request, asked, "zh-CN")
}

/// Searches articles; without words those that were asked for most.
pub(super) async fn search(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    sought: Query<Sought>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> HttpResponse {
    let reply = async {
        who?;
        rates.articles(client_net(&request))?;
        let Sought { q, locale } = sought.into_inner();
        let wanted = language(&request, locale.as_deref());
        let (now, current) = (desk.clock.now(), desk.knowledge.current());
        let asked = Arc::clone(&current);
        let words = q.clone();
        let near = block(move || find(&asked, &words, CHANNEL, now)).await.map_err(Fault::internal)?;
        let items = desk
            .db
            .read(move |conn| {
                let ids = if q.trim().is_empty() {
                    popular(conn, &current, CHANNEL, now, FOUND_MAX)?
                } else {
                    near
                };
                let mut items = Vec::new();
                for id in ids.into_iter().take(FOUND_MAX) {
                    let Some(entry) = there(conn, id, now)? else { continue };
                    let Some((spoken, answer)) = entry.document.answer(CHANNEL, wanted) else { continue };
                    let Some(words) = entry.document.texts.get(spoken) else { continue };
                    items.push(json!({
                        "id": entry.id,
                        "question": words.question,
                        "excerpt": markdown::excerpt(answer, EXCERPT_CHARS),
                    }));
                }
                Ok(items)
            })
            .await?;
        Ok(HttpResponse::Ok().json(json!({ "items": items })))
    };
    cors::answer(&request, reply.await)
}

/// An article, if there is one.
fn there(conn: &Connection, id: FaqId, now: Timestamp) -> Result<Option<Entry>, Fault> {
    Ok(store::find(conn, id)?.filter(|entry| entry.facts().is_found(CHANNEL, now)))
}

/// Opens an article.
pub(super) async fn read(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    path: Path<String>,
    sought: Query<Sought>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> HttpResponse {
    let reply = async {
        who?;
        rates.articles(client_net(&request))?;
        let id: FaqId = path.parse().map_err(|_| Fault::not_found())?;
        let wanted = language(&request, sought.locale.as_deref());
        let now = desk.clock.now();
        let article = desk
            .db
            .read(move |conn| {
                let entry = there(conn, id, now)?.ok_or_else(Fault::not_found)?;
                let (spoken, answer) = entry.document.answer(CHANNEL, wanted).ok_or_else(Fault::not_found)?;
                let words = entry.document.texts.get(spoken).ok_or_else(Fault::not_found)?;
                let mut links = Vec::new();
                let mut called: HashMap<FaqId, String> =
                    store::questions(conn, &entry.document.links, spoken)?;
                for link in &entry.document.links {
                    if there(conn, *link, now)?.is_some()
                        && let Some(question) = called.remove(link)
                    {
                        links.push(json!({ "id": link, "question": question }));
                    }
                }
                Ok(json!({
                    "id": entry.id,
                    "locale": spoken.tag(),
                    "question": words.question,
                    "answer": answer,
                    "buttons": words.buttons.iter().filter(|button| button.url.is_some()).collect::<Vec<_>>(),
                    "picture": words.picture,
                    "links": links,
                }))
            })
            .await?;
        Ok(HttpResponse::Ok().json(article))
    };
    cors::answer(&request, reply.await)
}

/// Whether an article helped.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Helped {
    helpful: bool,
}

/// Counts whether an article helped.
pub(super) async fn helpful(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<Helped>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> HttpResponse {
    let reply = async {
        let (_, body) = (asked.0?, asked.1?);
        rates.articles(client_net(&request))?;
        let id: FaqId = path.parse().map_err(|_| Fault::not_found())?;
        let wanted = language(&request, None);
        let what = if body.value.helpful { Counted::Helpful } else { Counted::Unhelpful };
        desk.db
            .write(move |unit| {
                there(unit.conn(), id, unit.now())?.ok_or_else(Fault::not_found)?;
                count::count(unit, Some(id), (CHANNEL, wanted), what)
            })
            .await?;
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}
