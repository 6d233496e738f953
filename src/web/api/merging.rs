//! Conversations that go on in another one, and what is split off them.

use actix_web::post;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::id;
use super::rows::AppendedRow;
use crate::domain::conversations::splits::Chosen;
use crate::fault::Fault;
use crate::flows::conversations::{merge as merging, split as splitting};
use crate::flows::tickets::find::id_of;
use crate::ids::ConversationId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Where it goes on.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct MergeInto {
    /// The other conversation: its id or, of a ticket, its number.
    #[schema(example = "c_01jb7q2m4k9zz")]
    into: String,
}

/// Merge
///
/// Lets the conversation go on in another one of the same customer. It is closed; later words of either side go to the other one,
/// which gets its drafts, followers, links and labels. Messages stay where they were said.
#[utoipa::path(operation_id = "merge_conversation", tag = "Actions", request_body = MergeInto,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "different_people: the customer may not read both; circle: it would go on in itself; \
                                  wrong_state: it goes on elsewhere already, or the other one is closed", body = Problem),
))]
#[post("/conversations/{id}/merge")]
pub(super) async fn merge(who: CurrentAgent, path: Path<String>, body: Body<MergeInto>, call: Call) -> Reply {
    merge_as(who, path.into_inner(), body, call).await
}

/// Merge a ticket
///
/// As for any conversation.
#[utoipa::path(operation_id = "merge_ticket", tag = "Tickets", request_body = MergeInto,
    params(("id" = String, Path, description = "The ticket's id or number")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "different_people, circle, wrong_state", body = Problem),
))]
#[post("/tickets/{id}/merge")]
pub(super) async fn merge_ticket(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<MergeInto>,
    call: Call,
) -> Reply {
    merge_as(who, path.into_inner(), body, call).await
}

async fn merge_as(who: CurrentAgent, source: String, body: Body<MergeInto>, call: Call) -> Reply {
    let Body { value: MergeInto { into }, raw } = body;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        let (source, target) = (id_of(unit.conn(), &source)?, id_of(unit.conn(), &into)?);
        merging::merge(unit, &caller, source, target).map(AppendedRow::from)
    })
    .await
}

/// Undo a merge
///
/// The conversation stands for itself again, as it did before, and what the other one got with it comes back. What was said since
/// stays where it was said.
#[utoipa::path(operation_id = "unmerge_conversation", tag = "Actions",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state: it was not merged", body = Problem),
))]
#[post("/conversations/{id}/unmerge")]
pub(super) async fn unmerge(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    unmerge_as(who, path.into_inner(), body, call).await
}

/// Undo the merge of a ticket
///
/// As for any conversation.
#[utoipa::path(operation_id = "unmerge_ticket", tag = "Tickets",
    params(("id" = String, Path, description = "The ticket's id or number")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state", body = Problem),
))]
#[post("/tickets/{id}/unmerge")]
pub(super) async fn unmerge_ticket(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    unmerge_as(who, path.into_inner(), body, call).await
}

async fn unmerge_as(who: CurrentAgent, source: String, body: Body<Nothing>, call: Call) -> Reply {
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        let source = id_of(unit.conn(), &source)?;
        merging::unmerge(unit, &caller, source).map(AppendedRow::from)
    })
    .await
}

/// Messages to split off, by `from` and `to` or by `sequences`.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SplitOff {
    /// The first sequence.
    #[schema(example = 4)]
    from: Option<i64>,
    /// The last sequence.
    #[schema(example = 9)]
    to: Option<i64>,
    /// Sequences of messages.
    #[schema(example = json!([4, 5, 9]))]
    sequences: Option<Vec<i64>>,
    /// `chat` or `ticket`.
    #[schema(example = "ticket")]
    kind: String,
    /// The ticket's title.
    #[schema(example = "Chipped cup")]
    title: Option<String>,
}

/// What was split off.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SplitRow {
    /// The new conversation.
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    /// The ticket's number.
    #[schema(example = 218)]
    number: Option<i64>,
    /// The number as it is shown.
    #[schema(example = "T-218")]
    name: Option<String>,
}

/// Split
///
/// Opens a new conversation of the same customer that shows the chosen messages in place. They stay where they were said, for
/// whoever reads them there.
#[utoipa::path(operation_id = "split_conversation", tag = "Actions", request_body = SplitOff,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 201, description = "The new conversation", body = SplitRow),
    (status = 400, description = "invalid: there are no such messages, or too many", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/conversations/{id}/split")]
pub(super) async fn split(who: CurrentAgent, path: Path<String>, body: Body<SplitOff>, call: Call) -> Reply {
    let source: ConversationId = id(&path)?;
    let Body { value: SplitOff { from, to, sequences, kind, title }, raw } = body;
    let chosen = Chosen::read(from, to, sequences)?;
    let titled = match kind.as_str() {
        "chat" => None,
        "ticket" => Some(title.unwrap_or_default()),
        _ => return Err(Fault::invalid("kind", "Use chat or ticket.").into()),
    };
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| {
        let split = splitting::split(unit, &caller, source, &chosen, titled.as_deref())?;
        let (number, name) = split.ticket.unzip();
        Ok(SplitRow { conversation_id: split.id.to_string(), number, name })
    })
    .await
}
