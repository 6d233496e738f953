//! The bot: what a team may change about it, what it did in a conversation, and giving it one.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::id;
use super::rows::AppendedRow;
use crate::clock::Timestamp;
use crate::domain::bot::settings::Settings;
use crate::domain::bot::{Outcome, Reason, store};
use crate::domain::conversations::store as conversations;
use crate::domain::faq::help::{self, Help};
use crate::domain::faq::store as faq;
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::bot::{give, settings};
use crate::flows::faq::settings as knowledge;
use crate::i18n::Locale;
use crate::ids::{ConversationId, FaqId};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Turns of a conversation that are shown.
const TURNS: usize = 200;

/// How probable an entry has to be to answer, by the language of the question.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(super) struct Thresholds {
    /// In Chinese.
    #[schema(example = 0.8)]
    zh: f32,
    /// In English.
    #[schema(example = 0.6)]
    en: f32,
}

/// The bot.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct BotRow {
    /// Grows with each change; 0 before the first.
    version: LogPosition,
    #[serde(flatten)]
    settings: Settings,
    /// Words that mean the same.
    synonyms: Vec<Vec<String>>,
    /// The help pages.
    help: Help,
    /// Null before the FAQ was read.
    threshold: Option<Thresholds>,
    /// Whether it is on duty now, by channel.
    on_duty: BTreeMap<String, bool>,
    /// Published entries.
    entries: usize,
}

/// What the bot shall be; what is left out has its default, but for synonyms and help pages, which stay.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub(super) struct NewBot {
    /// The version that it was made from; without one it is written whatever was changed meanwhile.
    #[serde(default)]
    version: Option<LogPosition>,
    #[serde(flatten)]
    settings: Settings,
    /// Words that mean the same.
    #[serde(default)]
    synonyms: Option<Vec<Vec<String>>>,
    /// The help pages.
    #[serde(default)]
    help: Option<Help>,
}

fn row(conn: &rusqlite::Connection, desk: &Desk) -> Result<BotRow, Fault> {
    let (settings, version) = store::settings(conn)?;
    let threshold = desk.shelf.current().map(|faq| Thresholds {
        zh: faq.threshold(settings.carefulness, Locale::ZhCn),
        en: faq.threshold(settings.carefulness, Locale::En),
    });
    Ok(BotRow {
        version,
        synonyms: faq::synonyms(conn)?,
        help: help::read(conn)?,
        threshold,
        on_duty: store::duty(conn)?.into_iter().map(|(channel, on, _)| (channel, on)).collect(),
        entries: faq::counts(conn)?.1,
        settings,
    })
}

/// Read the bot's settings
#[utoipa::path(operation_id = "get_bot", tag = "Bot", responses(
    (status = 200, description = "The settings, and what follows from them", body = BotRow),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/bot")]
pub(super) async fn read(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let known = desk.get_ref().clone();
    let row = desk.db.read(move |conn| row(conn, &known)).await?;
    Ok(HttpResponse::Ok().json(row))
}

/// Change the bot's settings
///
/// They are written whole. Where the bot is on duty follows at once.
#[utoipa::path(operation_id = "change_bot", tag = "Bot", request_body = NewBot, responses(
    (status = 200, description = "The settings as they are now", body = BotRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 409, description = "version: somebody else changed them meanwhile", body = Problem),
))]
#[put("/bot")]
pub(super) async fn change(who: CurrentAgent, desk: Data<Desk>, body: Body<NewBot>, call: Call) -> Reply {
    let Body { value: new, raw } = body;
    let (caller, known) = (who.caller(), desk.get_ref().clone());
    let synonyms = new.synonyms.map(knowledge::check_synonyms).transpose()?;
    let help = new.help.map(Help::checked).transpose()?;
    call.write(&who, &raw, 200, move |unit| {
        let version = match new.version {
            Some(version) => version,
            None => store::settings(unit.conn())?.1,
        };
        settings::change(unit, &caller, &new.settings, version)?;
        if let Some(groups) = &synonyms {
            knowledge::set_synonyms(unit, &caller, groups)?;
        }
        if let Some(help) = &help {
            knowledge::set_help(unit, &caller, help)?;
        }
        row(unit.conn(), &known)
    })
    .await
}

/// Give to the bot
///
/// Nobody has the conversation from then on; a question that is unanswered the bot answers.
#[utoipa::path(operation_id = "give_to_bot", tag = "Bot",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The entry", body = AppendedRow),
    (status = 403, description = "forbidden: it takes `assign`", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "wrong_state, no_bot: it does not answer there", body = Problem),
))]
#[post("/conversations/{id}/give-to-bot")]
pub(super) async fn give_to_bot(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        give::give_to_bot(unit, &caller, id).map(AppendedRow::from)
    })
    .await
}

/// An entry that was near.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NearEntry {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    faq_id: String,
    /// Its question; null where it is deleted.
    question: Option<String>,
    /// How probable it was that it was meant.
    #[schema(example = 0.91)]
    p: Option<f32>,
}

/// What the bot did with some words.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TurnRow {
    /// The sequence of the first word.
    from_sequence: i64,
    /// The sequence of the last word.
    through_sequence: i64,
    /// The first message or entry that came of it; null where none did.
    sequence: Option<i64>,
    #[schema(value_type = String)]
    at: Timestamp,
    outcome: Outcome,
    /// Why it was handed over.
    reason: Option<Reason>,
    /// The entry that answered.
    entry: Option<NearEntry>,
    /// Others that were near, or were offered.
    others: Vec<NearEntry>,
    /// How probable the nearest entry was.
    p: Option<f32>,
    /// Share of the words that the FAQ knows.
    known: Option<f32>,
    /// The language it answered in.
    language: String,
}

/// The bot's turns in a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Turns {
    /// Newest first.
    items: Vec<TurnRow>,
}

fn near(conn: &rusqlite::Connection, entry: i64, p: Option<f32>, language: Locale) -> Result<NearEntry, Fault> {
    let found = faq::find(conn, FaqId(entry))?;
    let question = found.and_then(|entry| {
        entry.document.texts.nearest(language).map(|(_, words)| words.question.clone())
    });
    Ok(NearEntry { faq_id: FaqId(entry).to_string(), question, p })
}

/// What the bot did
///
/// Its turns in the conversation, with the entries that it took into account: why it said what it said.
#[utoipa::path(operation_id = "list_bot_turns", tag = "Bot",
    params(("id" = String, Path, description = "The conversation's id")), responses(
    (status = 200, description = "The turns", body = Turns),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/conversations/{id}/bot")]
pub(super) async fn turns(who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let id: ConversationId = id(&path)?;
    let caller = who.caller();
    let shown = move |conn: &rusqlite::Connection| {
        let conversation = conversations::find(conn, id)?.ok_or_else(Fault::not_found)?;
        caller.reaches(conn, &conversation)?;
        let mut items = Vec::new();
        for turn in store::turns(conn, id, TURNS)? {
            let language = Locale::parse(&turn.language).unwrap_or_default();
            let others = turn.others.iter().map(|(entry, p)| near(conn, *entry, Some(*p), language));
            items.push(TurnRow {
                from_sequence: turn.from,
                through_sequence: turn.through,
                sequence: turn.sequence,
                at: turn.at,
                outcome: turn.outcome,
                reason: turn.reason,
                entry: turn.entry.map(|entry| near(conn, entry, turn.p, language)).transpose()?,
                others: others.collect::<Result<_, Fault>>()?,
                p: turn.p,
                known: turn.known,
                language: turn.language,
            });
        }
        Ok(Turns { items })
    };
    Ok(HttpResponse::Ok().json(desk.db.read(shown).await?))
}
