//! Calls by which a visitor, or the shop's page for them, reports about them, and the list of their conversations.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};

use super::visitor::{Said, taken};
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::taken::{Reason, Taking};
use crate::domain::contacts::visitor_events;
use crate::domain::conversations::labels::clean_name;
use crate::domain::conversations::visitor_list::{Line, lines};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::contacts::visitor_says;
use crate::flows::conversations::label::LABELS_MAX;
use crate::ids::ConversationId;
use crate::storage::Unit;
use crate::web::cors;
use crate::web::error::Failure;
use crate::web::identity::CurrentVisitor;
use crate::web::mended::Mended;

/// Conversations of a visitor's list.
const LISTED: usize = 50;

fn describe(line: &Line) -> Value {
    json!({
        "id": line.conversation.id(),
        "state": line.conversation.state().name(),
        "opened_at": line.opened_at,
        "updated_at": line.updated_at,
        "last_sequence": line.conversation.last_sequence(),
        "last_message": line.last.as_ref().map(|(kind, name, text, at)| json!({
            "sender": { "kind": kind.name(), "name": name },
            "text": text,
            "sent_at": at,
        })),
        "unread": line.unread,
        "rating": line.rating.as_ref().map(|(score, comment)| json!({ "score": score, "comment": comment })),
    })
}

/// Their conversations, newest first.
pub(super) async fn conversations(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = who?;
        let lines = desk
            .db
            .read(move |conn| Ok(lines(conn, who.caller.scope, who.caller.as_visitor()?, LISTED)?))
            .await?;
        let items: Vec<Value> = lines.iter().map(describe).collect();
        Ok(HttpResponse::Ok().json(json!({ "items": items })))
    };
    cors::answer(&request, reply.await)
}

/// What a form was answered with. Somebody typed it and can correct it: what is too long is refused by its field.
pub(super) async fn profile(request: HttpRequest, said: Said, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, Mended(mut said)) = (said.0?, said.1?);
        let mut taking = Taking::default();
        let mut text = |name: &str| taking.raw(name, said.remove(name).unwrap_or_default());
        let profile =
            Profile::cleaned(text("name").as_deref(), text("email").as_deref(), text("phone").as_deref())?;
        let answers = match said.remove("answers").unwrap_or_default() {
            Value::Null => Map::new(),
            Value::Object(answers) => answers,
            _ => return Err(Fault::invalid("answers", "Send an object: the answers by their fields.").into()),
        };
        desk.db.write(move |unit| visitor_says::answer_form(unit, &who.caller, &profile, &answers)).await?;
        Ok(taken(&taking))
    };
    cors::answer(&request, reply.await)
}

/// The attributes of a body, as far as they can be used.
fn attributes_of(Mended(mut said): Mended, taking: &mut Taking) -> Map<String, Value> {
    let said = taking.object("attributes", said.remove("attributes").unwrap_or_default());
    taking.attributes("attributes", said.unwrap_or_default())
}

pub(super) async fn me(request: HttpRequest, said: Said, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, mut taking) = (said.0?, Taking::default());
        let attributes = attributes_of(said.1?, &mut taking);
        let taking = desk
            .db
            .write(move |unit| visitor_says::set_attributes(unit, &who.caller, &attributes, taking))
            .await?;
        Ok(taken(&taking))
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn event(request: HttpRequest, said: Said, desk: Data<Desk>) -> HttpResponse {
    let reply = async {
        let (who, Mended(mut said)) = (said.0?, said.1?);
        let mut taking = Taking::default();
        let mut field = |name: &str| said.remove(name).unwrap_or_default();
        let name = taking.words("name", field("name"), visitor_events::NAME_CHARS).unwrap_or_default();
        let properties = taking.object("properties", field("properties")).unwrap_or_default();
        let properties = taking.attributes("properties", properties);
        desk.db.write(move |unit| visitor_says::track(unit, &who.caller, &name, &properties)).await?;
        Ok(taken(&taking))
    };
    cors::answer(&request, reply.await)
}

pub(super) async fn attributes(
    request: HttpRequest,
    path: Path<String>,
    said: Said,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let (who, mut taking) = (said.0?, Taking::default());
        let attributes = attributes_of(said.1?, &mut taking);
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        let set = move |unit: &mut Unit<'_>| {
            visitor_says::set_conversation_attributes(unit, &who.caller, id, &attributes, taking)
        };
        Ok(taken(&desk.db.write(set).await?))
    };
    cors::answer(&request, reply.await)
}

/// Tags of a list that can be labels.
fn tags(field: &'static str, value: Value, taking: &mut Taking) -> Vec<String> {
    let mut tags = taking.list(field, value);
    tags.retain(|tag| {
        let fits = clean_name(field, tag).is_ok();
        if !fits {
            taking.drop(field, Reason::Invalid);
        }
        fits
    });
    if tags.len() > LABELS_MAX {
        taking.drop(field, Reason::TooMany);
        tags.truncate(LABELS_MAX);
    }
    tags
}

pub(super) async fn labels(
    request: HttpRequest,
    path: Path<String>,
    said: Said,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let (who, Mended(mut said)) = (said.0?, said.1?);
        let mut taking = Taking::default();
        let mut field = |name: &'static str| tags(name, said.remove(name).unwrap_or_default(), &mut taking);
        let (add, remove) = (field("add"), field("remove"));
        let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
        desk.db.write(move |unit| visitor_says::relabel(unit, &who.caller, id, (&add, &remove))).await?;
        // Always the same answer: a page learns nothing of the team's labels.
        Ok(taken(&taking))
    };
    cors::answer(&request, reply.await)
}
