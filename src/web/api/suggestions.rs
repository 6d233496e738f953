//! Answers of the FAQ that an agent may send, and what they did with them.
#![allow(unused_qualifications, reason = "the description of a call names the types of its query again")]

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::id;
use crate::domain::conversations::store as conversations;
use crate::domain::learning::Used;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::learning::suggest::{self, Suggested};
use crate::ids::{ConversationId, FaqId};
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Longest text that is asked about, in characters.
const TEXT_CHARS: usize = 2_000;

/// `?text=`.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SuggestionQuery {
    /// What the customer is typing; without it their newest unanswered words.
    text: Option<String>,
}

/// An answer that may fit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Suggestion {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    faq_id: String,
    question: String,
    /// On this channel, in the language of the customer's words; small markdown.
    answer: String,
    /// How probable it is that it is meant.
    #[schema(example = 0.82)]
    p: f64,
}

impl Suggestion {
    fn new(one: Suggested) -> Self {
        let p = f64::from((one.p * 1_000.0).round()) / 1_000.0;
        Self { faq_id: one.entry.to_string(), question: one.question, answer: one.answer, p }
    }
}

/// Answers that may fit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuggestionList {
    /// The most probable first, three at most.
    items: Vec<Suggestion>,
    /// The customer's newest message; null where there is none.
    for_sequence: Option<i64>,
}

/// Suggest answers
///
/// Up to three entries of the FAQ for what the customer said and nobody answered yet.
#[utoipa::path(operation_id = "suggest_answers", tag = "FAQ",
    params(("id" = String, Path, description = "The conversation's id"), SuggestionQuery), responses(
    (status = 200, description = "The answers", body = SuggestionList),
    (status = 400, description = "invalid: the text is too long", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/conversations/{id}/suggestions")]
pub(super) async fn list(
    who: CurrentAgent,
    path: Path<String>,
    query: Query<SuggestionQuery>,
    desk: Data<Desk>,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let text = query.into_inner().text;
    if text.as_ref().is_some_and(|text| text.chars().count() > TEXT_CHARS) {
        return Err(Fault::invalid("text", format!("Use {TEXT_CHARS} characters at most.")).into());
    }
    let (caller, now, current) = (who.caller(), desk.clock.now(), desk.knowledge.current());
    let found = desk
        .db
        .read(move |conn| {
            let conversation = conversations::find(conn, id)?.ok_or_else(Fault::not_found)?;
            caller.reaches(conn, &conversation)?;
            suggest::suggest(conn, &current, id, text.as_deref(), now)
        })
        .await?;
    let items = found.items.into_iter().map(Suggestion::new).collect();
    Ok(HttpResponse::Ok().json(SuggestionList { items, for_sequence: found.for_sequence }))
}

/// What became of a suggestion.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SuggestionUse {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    faq_id: String,
    /// The customer's message for which it was made.
    sequence: i64,
    /// `taken`, `edited` or `ignored`.
    #[schema(example = "taken")]
    used: String,
}

/// Note what became of a suggestion
///
/// Once the reply was sent: what was taken or edited teaches the FAQ another way to ask.
#[utoipa::path(operation_id = "note_suggestion_use", tag = "FAQ", request_body = SuggestionUse,
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 204, description = "Noted"),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/conversations/{id}/suggestions")]
pub(super) async fn note(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<SuggestionUse>,
    call: Call,
) -> Reply {
    let conversation: ConversationId = id(&path)?;
    let Body { value: SuggestionUse { faq_id, sequence, used }, raw } = body;
    let entry: FaqId = id(&faq_id)?;
    let used = Used::ALL.into_iter().find(|known| known.name() == used);
    let used = used.ok_or_else(|| Fault::invalid("used", "Use taken, edited or ignored."))?;
    let caller = who.caller();
    call.write(&who, &raw, 204, move |unit| {
        suggest::note_use(unit, &caller, (conversation, sequence), entry, used)
    })
    .await
}
