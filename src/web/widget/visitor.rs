//! Calls of a visitor whose session holds. What belongs to somebody else is as missing as what never was.

use std::fmt::Write as _;

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::contacts::profile::clean;
use crate::domain::contacts::taken::Taking;
use crate::domain::conversations::content::{self, Content};
use crate::domain::conversations::entries::{self, Range};
use crate::domain::conversations::store;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::contacts::forget_visitor::forget_visitor;
use crate::flows::contacts::report_page::report_page;
use crate::flows::conversations::change_state::resolve;
use crate::flows::conversations::edit_message::{edit_message, recall_message};
use crate::flows::conversations::rate as rating;
use crate::ids::{ConversationId, MessageId};
use crate::storage::Unit;
use crate::web::api::{NewContent, Rate};
use crate::web::body::{Body, Nothing};
use crate::web::cors;
use crate::web::error::{Failure, Reply};
use crate::web::identity::CurrentVisitor;
use crate::web::mended::Mended;
use crate::web::settings::Settings;

/// Entries read at once for a transcript.
const PAGE: usize = 200;
/// Most entries of a transcript; older ones are left out, and the file says so.
const TRANSCRIPT_MAX: usize = 5_000;

async fn write<T, F>(desk: &Desk, flow: F) -> Reply
where
    T: Serialize + Send + 'static,
    F: FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
{
    Ok(HttpResponse::Ok().json(desk.db.write(flow).await?))
}

/// A visitor and a body, either of which may be wrong.
pub(super) type Asked<T> = (Result<CurrentVisitor, Failure>, Result<Body<T>, Failure>);

/// A visitor and the fields of a body, either of which may be wrong.
pub(super) type Said = (Result<CurrentVisitor, Failure>, Result<Mended, Failure>);

/// Nothing to say but which fields could not be used as they came.
pub(super) fn taken(taking: &Taking) -> HttpResponse {
    match taking.dropped() {
        [] => HttpResponse::NoContent().finish(),
        dropped => HttpResponse::Ok().json(json!({ "dropped": dropped })),
    }
}

pub(super) async fn page(request: HttpRequest, said: Said, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, body) = (said.0?, said.1?);
        let mut taking = Taking::default();
        let page = taking.page(Value::Object(body.0)).unwrap_or_default();
        desk.db.write(move |unit| report_page(unit, &who.caller, page)).await?;
        Ok(taken(&taking))
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn forget(request: HttpRequest, asked: Asked<Nothing>, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let who = asked.0?;
        desk.db.write(move |unit| forget_visitor(unit, &who.caller)).await?;
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn rate(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<Rate>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let (who, body) = (asked.0?, asked.1?);
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        let Rate { score, comment } = body.value;
        let comment = clean("comment", comment.as_deref(), rating::COMMENT_CHARS)?;
        write(&desk, move |unit| rating::rate(unit, &who.caller, id, score, comment.as_deref())).await
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn end(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<Nothing>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = asked.0?;
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        write(&desk, move |unit| resolve(unit, &who.caller, id, None)).await
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn edit(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<NewContent>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> HttpResponse {
    let reply = async {
        let (who, body) = (asked.0?, asked.1?);
        let id: MessageId = path.parse().map_err(|_| Fault::not_found())?;
        let content = Content::parse(&body.value.content, settings.text_chars)?;
        write(&desk, move |unit| edit_message(unit, &who.caller, id, &content)).await
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn recall(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<Nothing>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = asked.0?;
        let id: MessageId = path.parse().map_err(|_| Fault::not_found())?;
        write(&desk, move |unit| recall_message(unit, &who.caller, id)).await
    };
    cors::answer(&request, reply.await)
}

/// The conversation as a text file: time, name, words.
pub(super) async fn transcript(
    request: HttpRequest,
    path: Path<String>,
    who: Result<CurrentVisitor, Failure>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = who?;
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        let text = desk.db.read(move |conn| write_down(conn, who, id)).await?;
        Ok(HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
            .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"conversation.txt\""))
            .body(text))
    };
    cors::answer(&request, reply.await)
}

fn write_down(conn: &rusqlite::Connection, who: CurrentVisitor, id: ConversationId) -> Result<String, Fault> {
    let head = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    who.caller.reaches(conn, &head)?;
    let first = head.last_sequence() - i64::try_from(TRANSCRIPT_MAX).unwrap_or(i64::MAX);
    let mut range = Range { after: Some(first.max(0)), before: None };
    let mut text = if first > 0 { String::from("…\n") } else { String::new() };
    loop {
        let (rows, more) = entries::page(conn, id, range, PAGE)?;
        range.after = rows.last().and_then(|row| row.sequence).or(range.after);
        for row in rows {
            let Some(message) =
                row.message.filter(|message| row.event.kind() == EventKind::Message && !message.note)
            else {
                continue;
            };
            let Some(words) = message.content.map(|content| content::words(content.get())) else { continue };
            let name = row.actor_name.as_deref().unwrap_or(row.actor.kind.name());
            writeln!(text, "[{}] {name}: {words}", row.at).map_err(Fault::internal)?;
        }
        if !more {
            return Ok(text);
        }
    }
}
