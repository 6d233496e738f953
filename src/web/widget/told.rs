//! Calls by which a visitor, or the shop's page for him, tells the desk about himself, and his list of conversations.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::visitor::Asked;
use crate::domain::contacts::profile::Profile;
use crate::domain::conversations::own::{Line, lines};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::visitor_says;
use crate::ids::ConversationId;
use crate::web::body::Body;
use crate::web::cors;
use crate::web::error::Failure;
use crate::web::identity::CurrentVisitor;

/// Conversations of a visitor's list.
const LISTED: usize = 50;

/// What a form was answered with.
#[derive(Debug, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the name of the contract")]
pub(super) struct Answers {
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    answers: Map<String, Value>,
}

/// Attributes to lay over those that are there.
#[derive(Debug, Deserialize)]
pub(super) struct Attributes {
    attributes: Map<String, Value>,
}

/// Labels that come and go.
#[derive(Debug, Deserialize)]
pub(super) struct Labels {
    #[serde(default)]
    add: Vec<String>,
    #[serde(default)]
    remove: Vec<String>,
}

/// Something that happened on the shop's page.
#[derive(Debug, Deserialize)]
pub(super) struct Tracked {
    name: String,
    #[serde(default)]
    properties: Map<String, Value>,
}

fn describe(line: &Line) -> Value {
    json!({
        "id": line.head.id,
        "state": line.head.state.name(),
        "opened_at": line.opened_at,
        "updated_at": line.updated_at,
        "last_sequence": line.head.last_sequence,
        "last_message": line.last.as_ref().map(|(kind, name, text, at)| json!({
            "sender": { "kind": kind.name(), "name": name },
            "text": text,
            "sent_at": at,
        })),
        "unread": line.unread,
        "rating": line.rating.as_ref().map(|(score, comment)| json!({ "score": score, "comment": comment })),
    })
}

/// His conversations, newest first.
pub(super) async fn conversations(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = who?;
        let lines = desk.db.read(move |conn| Ok(lines(conn, who.reach, who.id, LISTED)?)).await?;
        let items: Vec<Value> = lines.iter().map(describe).collect();
        Ok(HttpResponse::Ok().json(json!({ "items": items })))
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn profile(request: HttpRequest, asked: Asked<Answers>, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, Answers { name, email, phone, answers }) = (asked.0?, asked.1?.value);
        let profile = Profile::cleaned(name, email, phone)?;
        desk.db.write(move |unit| visitor_says::answer_form(unit, who.id, profile, &answers)).await?;
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn me(request: HttpRequest, asked: Asked<Attributes>, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, Attributes { attributes }) = (asked.0?, asked.1?.value);
        desk.db.write(move |unit| visitor_says::set_attributes(unit, who.id, &attributes)).await?;
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn event(request: HttpRequest, asked: Asked<Tracked>, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, Tracked { name, properties }) = (asked.0?, asked.1?.value);
        desk.db.write(move |unit| visitor_says::track(unit, who.id, &name, &properties)).await?;
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn attributes(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<Attributes>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let (who, Attributes { attributes }) = (asked.0?, asked.1?.value);
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        desk.db
            .write(move |unit| visitor_says::set_conversation_attributes(unit, id, who.reach, &attributes))
            .await?;
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn labels(
    request: HttpRequest,
    path: Path<String>,
    asked: Asked<Labels>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let (who, Body { value: Labels { add, remove }, .. }) = (asked.0?, asked.1?);
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        desk.db
            .write(move |unit| visitor_says::relabel(unit, id, who.reach, (&add, &remove), who.actor()))
            .await?;
        // The same answer whatever was there: a page learns nothing of the team's labels.
        Ok(HttpResponse::NoContent().finish())
    };
    cors::answer(&request, reply.await)
}
