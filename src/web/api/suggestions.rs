//! Answers of the FAQ that an agent may send, and what they did with them.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::id;
use crate::domain::access::rights::Right;
use crate::domain::conversations::store as conversations;
use crate::domain::learning::Used;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::learning::help;
use crate::flows::learning::suggest::{self, Suggested};
use crate::ids::{ConversationId, FaqId};
use crate::model::{Grounded, Unhelped};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Longest text that is asked about, in characters.
const TEXT_CHARS: usize = 2_000;

/// `?text=`.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SuggestionQuery {
    /// What the customer is typing; without it their newest unanswered words.
    text: Option<String>,
}

/// An answer that may fit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AnswerSuggestion {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    faq_id: String,
    question: String,
    /// On this channel, in the language of the customer's words; small markdown.
    answer: String,
    /// How probable it is that it is meant.
    #[schema(example = 0.82)]
    p: f64,
}

impl AnswerSuggestion {
    fn new(one: Suggested) -> Self {
        let p = f64::from((one.p * 1_000.0).round()) / 1_000.0;
        Self { faq_id: one.entry.to_string(), question: one.question, answer: one.answer, p }
    }
}

/// Answers that may fit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SuggestionList {
    /// The most probable first, three at most.
    items: Vec<AnswerSuggestion>,
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
    let items = found.items.into_iter().map(AnswerSuggestion::new).collect();
    Ok(HttpResponse::Ok().json(SuggestionList { items, for_sequence: found.for_sequence }))
}

/// An answer that a model wrote.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WrittenAnswer {
    /// Plain text, for an agent to look at before it is sent.
    answer: String,
    /// The entries that it is drawn from.
    #[schema(example = json!(["faq_01jb7q2m4k9zz"]))]
    faq_ids: Vec<String>,
    /// Always true: show it beside the words.
    written_by_machine: bool,
}

/// Write an answer
///
/// A model writes it out of published entries, for what the customer said and nobody answered yet. Every number, link and promise in it
/// stands in an entry that it names; where that is not so, or the model fails, there is none.
#[utoipa::path(operation_id = "write_answer", tag = "FAQ",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The answer", body = WrittenAnswer),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "model_off; no_help", body = Problem),
))]
#[post("/conversations/{id}/suggestions/write")]
pub(super) async fn write(
    who: CurrentAgent,
    path: Path<String>,
    _body: Body<Nothing>,
    desk: Data<Desk>,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    caller.may(Right::Reply)?;
    let current = desk.knowledge.current();
    let (words, near, channel) = desk
        .db
        .read(move |conn| {
            let conversation = conversations::find(conn, id)?.ok_or_else(Fault::not_found)?;
            caller.reaches(conn, &conversation)?;
            let (words, near) = suggest::nearest(conn, &current, id)?;
            Ok((words, near, conversations::channel(conn, id)?))
        })
        .await?;
    let helped = help::help(&desk, &words, &near, &channel).await;
    let Grounded { answer, entries } = helped.map_err(|unhelped| match unhelped {
        Unhelped::Off => help::model_off(),
        _ => help::no_help(),
    })?;
    let faq_ids = entries.into_iter().map(|entry| FaqId(entry).to_string()).collect();
    Ok(HttpResponse::Ok().json(WrittenAnswer { answer, faq_ids, written_by_machine: true }))
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
