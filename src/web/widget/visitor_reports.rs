//! Calls by which a visitor, or the shop's page for them, reports about them, and the list of their conversations.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::visitor::{Said, taken};
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::taken::{Reason, Taking};
use crate::domain::contacts::visitor_events;
use crate::domain::conversations::labels::clean_name;
use crate::domain::conversations::splits::{self, Source};
use crate::domain::conversations::visitor_list::{Line, lines};
use crate::fault::Fault;
use crate::flows::contacts::visitor_says;
use crate::flows::conversations::label::LABELS_MAX;
use crate::flows::tickets::customers_view::{self, Shown};
use crate::flows::{Caller, Desk};
use crate::ids::ConversationId;
use crate::storage::Unit;
use crate::web::cors;
use crate::web::error::Failure;
use crate::web::identity::CurrentVisitor;
use crate::web::mended::Mended;

/// Conversations of a visitor's list.
const LISTED: usize = 50;

fn describe((line, ticket, source): &Listed) -> Value {
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
        "ticket": ticket,
        "merged_into": line.conversation.merged_into(),
        "source": source.as_ref().map(|source| json!({
            "conversation_id": source.conversation,
            "sequences": source.sequences,
        })),
        "rating": line.rating.as_ref().map(|(score, comment)| json!({ "score": score, "comment": comment })),
    })
}

/// A conversation with what it is as a ticket, and what it was split off.
type Listed = (Line, Option<Shown>, Option<Source>);

fn listed(conn: &Connection, caller: &Caller) -> Result<Vec<Listed>, Fault> {
    let visitor = caller.as_visitor()?;
    let language = customers_view::language(conn, visitor)?;
    let lines = lines(conn, caller.scope, visitor, LISTED)?;
    lines
        .into_iter()
        .map(|line| {
            let ticket = customers_view::of_conversation(conn, &line.conversation, language)?;
            let source = splits::shown_to_customers(conn, caller.scope, line.conversation.id())?;
            Ok((line, ticket, source))
        })
        .collect()
}

/// Their conversations, newest first.
pub(super) async fn conversations(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let who = who?;
        let lines = desk.db.read(move |conn| listed(conn, &who.caller)).await?;
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
