//! What agents do around a ticket: who follows it, what it is linked with, one answer for all its parts, and what happened.

use actix_web::web::{Data, Path, Query};
use actix_web::{delete, get, post, put};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::cursor::{self, Items, Paging};
use super::entry_shape::EntryShape;
use super::ticket_row::{Read, TicketRow};
use super::tickets::{act, agent_id};
use crate::domain::conversations::content::Content;
use crate::domain::conversations::entries;
use crate::domain::conversations::target::Target;
use crate::domain::tickets::links::LinkKind;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::conversations::post_message::Post;
use crate::flows::tickets::answer_children::answer_children;
use crate::flows::tickets::followers::set_followers;
use crate::flows::tickets::{find, links};
use crate::ids::ConversationId;
use crate::im::entry_frame::{self, Reader};
use crate::im::hub::Hub;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Who follows a ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TicketFollowers {
    /// At most 50.
    #[schema(example = json!(["a_01jb7q2m4k9zz"]))]
    agent_ids: Vec<String>,
}

/// Say who follows a ticket
///
/// Who follows it reads it, whatever team it belongs to.
#[utoipa::path(operation_id = "set_ticket_followers", tag = "Tickets", request_body = TicketFollowers,
    params(("id" = String, Path, description = "The ticket's id, or what it is called")), responses(
    (status = 200, description = "The ticket", body = TicketRow),
    (status = 400, description = "invalid: no agents' ids, or too many", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "unknown_agent, wrong_state", body = Problem),
))]
#[put("/tickets/{id}/followers")]
pub(super) async fn followers(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<TicketFollowers>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let agents = body.value.agent_ids.iter().map(|text| agent_id("agent_ids", text));
    let agents = agents.collect::<Result<Vec<_>, _>>()?;
    act(who, path, body.raw, call, hub, move |unit, caller, id| {
        set_followers(unit, caller, id, &agents).map(drop)
    })
    .await
}

/// What a ticket is to be linked with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLink {
    /// The other conversation's id, or what the other ticket is called.
    #[schema(example = "T-201")]
    other: String,
    /// `related`, `duplicate`, `parent` (the other one is) or `child`.
    #[schema(example = "related")]
    kind: String,
}

/// Link a ticket
///
/// With another ticket, or with a chat that it has to do with; linked already, they are linked anew.
#[utoipa::path(operation_id = "link_ticket", tag = "Tickets", request_body = NewLink,
    params(("id" = String, Path, description = "The ticket's id, or what it is called")), responses(
    (status = 200, description = "The ticket", body = TicketRow),
    (status = 400, description = "invalid: no such kind", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found: one of them", body = Problem),
    (status = 422, description = "circle: it would lead back to itself; link_limit; wrong_state: a chat is no part of anything", body = Problem),
))]
#[post("/tickets/{id}/links")]
pub(super) async fn link(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<NewLink>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let Body { value: NewLink { other, kind }, raw } = body;
    let kind = LinkKind::from_name(&kind)
        .ok_or_else(|| Fault::invalid("kind", "Use related, duplicate, parent or child."))?;
    act(who, path, raw, call, hub, move |unit, caller, id| {
        let other = find::id_of(unit.conn(), &other)?;
        links::link(unit, caller, id, (other, kind)).map(drop)
    })
    .await
}

/// Unlink a ticket
#[utoipa::path(operation_id = "unlink_ticket", tag = "Tickets",
    params(("id" = String, Path, description = "The ticket's id, or what it is called"),
           ("other" = String, Path, description = "The other one's")), responses(
    (status = 200, description = "The ticket", body = TicketRow),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found: one of them, or the link", body = Problem),
))]
#[delete("/tickets/{id}/links/{other}")]
pub(super) async fn unlink(
    who: CurrentAgent,
    path: Path<(String, String)>,
    body: Body<Nothing>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let (id, other) = path.into_inner();
    act(who, Path::from(id), body.raw, call, hub, move |unit, caller, id| {
        let other = find::id_of(unit.conn(), &other)?;
        links::unlink(unit, caller, id, other).map(drop)
    })
    .await
}

/// One answer for all parts of a ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChildrenAnswer {
    /// As in messages.
    #[schema(value_type = Object, example = json!({"kind": "text", "text": "It is on its way."}))]
    content: Value,
}

/// Where an answer stands.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChildAnswered {
    conversation_id: String,
    sequence: i64,
    #[schema(example = "m_01jb7q2m4k9zz_12")]
    message_id: String,
}

/// Answer all parts of a ticket
///
/// The same in each ticket below this one that is not done, in one transaction: all of them, or none.
#[utoipa::path(operation_id = "answer_ticket_children", tag = "Tickets", request_body = ChildrenAnswer,
    params(("id" = String, Path, description = "The ticket's id, or what it is called")), responses(
    (status = 201, description = "The answers", body = Items<ChildAnswered>),
    (status = 400, description = "invalid: the content", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "no_children: nobody below it is to be answered", body = Problem),
))]
#[post("/tickets/{id}/answer-children")]
pub(super) async fn answer_all(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<ChildrenAnswer>,
    call: Call,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: ChildrenAnswer { content }, raw } = body;
    let content = Content::parse(&content, settings.text_chars)?;
    let (key, within) = (desk.db.meta().digest_key, settings.reopen_within);
    let nowhere = Target::Named(ConversationId(0));
    let post = Post::new(&key, ActorKind::Agent, None, nowhere, false, content, within)?;
    let (name, caller) = (path.into_inner(), who.caller());
    call.write(&who, &raw, 201, move |unit| {
        let id = find::id_of(unit.conn(), &name)?;
        let items: Vec<ChildAnswered> = answer_children(unit, &caller, id, &post)?
            .into_iter()
            .map(|posted| ChildAnswered {
                conversation_id: posted.conversation.to_string(),
                sequence: posted.sequence,
                message_id: posted.message_id().to_string(),
            })
            .collect();
        Ok(Items { items })
    })
    .await
}

/// What happened with a ticket
///
/// Every entry that is no message, newest first.
#[utoipa::path(operation_id = "list_ticket_activity", tag = "Tickets",
    params(("id" = String, Path, description = "The ticket's id, or what it is called"), Paging), responses(
    (status = 200, description = "A page", body = cursor::Page<EntryShape>),
    (status = 400, description = "invalid: limit or cursor", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/tickets/{id}/activity")]
pub(super) async fn activity(
    who: CurrentAgent,
    path: Path<String>,
    paging: Query<Paging>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let before = paging.cursor::<1>()?.map(|[sequence]| sequence);
    let (name, asker, now) = (path.into_inner(), who.asker(), desk.clock.now());
    let reader = Reader::of(who.caller().actor);
    let (items, next) = desk
        .db
        .read(move |conn| {
            let id = find::id_of(conn, &name)?;
            Read::one(conn, id, asker, now)?;
            let (rows, more) = entries::activity(conn, id, before, limit)?;
            let next = rows.last().filter(|_| more).and_then(|row| row.sequence);
            let items: Vec<Box<RawValue>> =
                rows.iter().filter_map(|row| entry_frame::encode_within(row, reader)).collect();
            Ok((items, next))
        })
        .await?;
    Ok(cursor::page(items, next.map(|sequence| cursor::encode(&[sequence]))))
}
