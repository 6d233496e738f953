//! Asking the FAQ: what a change would do, what answers a question, and how it does.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use actix_web::web::{Data, Query, block};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::faq_row::{FaqChange, FaqStats};
use super::id;
use crate::domain::conversations::store as conversations;
use crate::domain::faq::daily::{self, Counts};
use crate::domain::faq::import::language_of;
use crate::domain::faq::{Document, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::check::{self as checking, Checked, Would};
use crate::flows::faq::{count, knowledge};
use crate::ids::{ConversationId, FaqId};
use crate::matcher::{Carefulness, Match, signals};
use crate::web::body::Body;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Characters of a question that count.
const QUESTION_CHARS: usize = 500;
/// Most entries of an answer.
const MATCHES_MAX: usize = 15;
/// Minutes that an answer saves where nobody measured it.
const MINUTES: f64 = 3.0;
/// Most days that are told.
const DAYS_MAX: i64 = 366;

/// An entry as it would be, and a question.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ToCheck {
    /// The entry that is changed; a new one without.
    #[schema(example = "faq_01jb7q2m4k9zz")]
    id: Option<String>,
    /// What is to be different about it.
    entry: FaqChange,
    /// A question to try.
    #[serde(default)]
    #[schema(example = "can I send it back?")]
    question: String,
}

/// An entry that may be meant.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Meant {
    /// Null for the entry that is being added.
    faq_id: Option<String>,
    question: String,
    /// How probable it is, from 0 to 1.
    p: f32,
}

/// A question that turns worse.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TurnsWorse {
    question: String,
    /// The entry that it meets now.
    before: String,
    /// The entry that it would meet; null for the one that is being added, or for none.
    after: Option<String>,
}

/// A phrasing that another entry has, too.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HasToo {
    text: String,
    faq_id: String,
}

/// What a change would do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqChecked {
    /// What the question would meet, the most probable first.
    r#match: Vec<Meant>,
    /// From this probability on the bot answers.
    threshold: f32,
    /// `answer`, `ask` or `hand_over`.
    would: &'static str,
    worse: Vec<TurnsWorse>,
    conflicts: Vec<HasToo>,
}

const fn name_of(would: Would) -> &'static str {
    match would {
        Would::Answer => "answer",
        Would::Ask => "ask",
        Would::HandOver => "hand_over",
    }
}

fn cut(question: &str) -> String {
    question.chars().take(QUESTION_CHARS).collect()
}

/// Check a change
///
/// How a question fares with it, which questions turn worse, and which phrasings another entry has, too. Nothing is stored.
#[utoipa::path(operation_id = "check_faq", tag = "FAQ", request_body = ToCheck, responses(
    (status = 200, description = "What it would do", body = FaqChecked),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/faq/check")]
pub(super) async fn check(_who: CurrentAgent, body: Body<ToCheck>, desk: Data<Desk>) -> Reply {
    let ToCheck { id: of, entry, question } = body.value;
    let own: Option<FaqId> = of.as_deref().map(id).transpose()?;
    let (question, current) = (cut(&question), desk.knowledge.current());
    let (document, conflicts, source) = desk
        .db
        .read(move |conn| {
            let before = match own {
                Some(own) => store::find(conn, own)?.ok_or_else(Fault::not_found)?.document,
                None => Document::default(),
            };
            let document = entry.applied(before)?;
            let conflicts = checking::conflicts(conn, &document, own)?;
            Ok((document, conflicts, knowledge::source(conn, None)?))
        })
        .await?;
    let locale = language_of(&question);
    let own_question =
        document.texts.nearest(locale).map(|(_, words)| words.question.clone()).unwrap_or_default();
    let asked = Arc::clone(&current);
    let Checked { found, threshold, would, worse } =
        block(move || checking::ask(&asked, &source, &document, own, &question))
            .await
            .map_err(Fault::internal)?;
    let ids: Vec<FaqId> = found.candidates.iter().filter_map(|one| checking::entry_of(one.entry)).collect();
    let questions = desk.db.read(move |conn| Ok(store::questions(conn, &ids, locale)?)).await?;
    let r#match = found.candidates.iter().take(5).map(|one| {
        let entry = checking::entry_of(one.entry);
        let is_own = entry == own;
        let question = entry.filter(|_| !is_own).and_then(|entry| questions.get(&entry).cloned());
        Meant {
            faq_id: entry.map(|entry| entry.to_string()),
            question: question.unwrap_or_else(|| own_question.clone()),
            p: one.p,
        }
    });
    Ok(HttpResponse::Ok().json(FaqChecked {
        r#match: r#match.collect(),
        threshold,
        would: name_of(would),
        worse: worse
            .into_iter()
            .map(|one| TurnsWorse {
                question: one.question,
                before: one.before.to_string(),
                after: one.after.map(|entry| entry.to_string()),
            })
            .collect(),
        conflicts: conflicts
            .into_iter()
            .map(|one| HasToo { text: one.text, faq_id: one.entry.to_string() })
            .collect(),
    }))
}

/// A question to the FAQ.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ToMatch {
    #[schema(example = "can I send it back?")]
    question: String,
    /// At most so many entries; 3 without.
    #[serde(default)]
    limit: Option<usize>,
    /// The conversation it was asked in: entries that do not hold on its channel are left out.
    #[serde(default)]
    context: Option<String>,
}

/// An entry that may answer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqMatch {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    faq_id: String,
    question: String,
    answer: String,
    /// How probable it is, from 0 to 1.
    p: f32,
    /// What it was found by, each from 0 to 1.
    signals: BTreeMap<&'static str, f32>,
}

/// What may answer a question.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqMatches {
    items: Vec<FaqMatch>,
    /// From this probability on the bot answers by itself.
    threshold: f32,
    /// How much of the question the FAQ knows, from 0 to 1.
    known: f32,
}

/// Ask the FAQ
///
/// Published entries that hold now, the most probable first, in the language of the question.
#[utoipa::path(operation_id = "match_faq", tag = "FAQ", request_body = ToMatch, responses(
    (status = 200, description = "What may answer", body = FaqMatches),
    (status = 400, description = "invalid: limit", body = Problem),
    (status = 404, description = "not_found: the conversation", body = Problem),
))]
#[post("/faq/match")]
pub(super) async fn find(who: CurrentAgent, body: Body<ToMatch>, desk: Data<Desk>) -> Reply {
    let ToMatch { question, limit, context } = body.value;
    let limit = limit.unwrap_or(3);
    if !(1..=MATCHES_MAX).contains(&limit) {
        return Err(Fault::invalid("limit", format!("Use 1 to {MATCHES_MAX}.")).into());
    }
    let context: Option<ConversationId> = context.as_deref().map(id).transpose()?;
    let (question, caller, now) = (cut(&question), who.caller(), desk.clock.now());
    let current = desk.knowledge.current();
    let locale = language_of(&question);
    let asked = Arc::clone(&current);
    let found = block(move || asked.index.as_ref().map_or_else(Match::default, |index| index.ask(&question)));
    let found = found.await.map_err(Fault::internal)?;
    let threshold = current.index.as_ref().map_or(1.0, |index| index.threshold(Carefulness::default()));
    let known = found.known;
    let items = desk
        .db
        .read(move |conn| {
            let mut channel = None;
            if let Some(id) = context {
                let conversation = conversations::find(conn, id)?.ok_or_else(Fault::not_found)?;
                caller.reaches(conn, &conversation)?;
                channel = Some(conversations::channel(conn, id)?);
            }
            let holds = |id: i64| {
                current.facts.get(&FaqId(id)).is_some_and(|facts| {
                    facts.holds(now) && channel.as_ref().is_none_or(|channel| facts.is_on(channel))
                })
            };
            let mut items = Vec::new();
            for one in found.candidates.iter().filter(|one| holds(one.entry)).take(limit) {
                let Some(entry) = store::find(conn, FaqId(one.entry))? else { continue };
                let Some((locale, words)) = entry.document.texts.nearest(locale) else { continue };
                let answer = entry.document.answer(channel.as_deref().unwrap_or_default(), locale);
                items.push(FaqMatch {
                    faq_id: entry.id.to_string(),
                    question: words.question.clone(),
                    answer: answer.map(|(_, answer)| answer.to_owned()).unwrap_or_default(),
                    p: one.p,
                    signals: signals::NAMES.into_iter().zip(one.signals).collect(),
                });
            }
            Ok(items)
        })
        .await?;
    Ok(HttpResponse::Ok().json(FaqMatches { items, threshold, known }))
}

/// `?days=`.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FaqDays {
    /// How many days up to today; 30 without.
    #[param(value_type = Option<u32>)]
    days: Option<String>,
}

/// A day of the FAQ.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqDay {
    #[schema(example = "2026-03-01")]
    day: String,
    /// Questions that customers asked.
    asked: i64,
    /// Those that the bot answered.
    answered: i64,
    /// Those for which it asked back.
    suggested: i64,
    /// Those that a person took over.
    handed: i64,
    helpful: i64,
    unhelpful: i64,
    /// Share of the asked that was answered; null where nothing was asked.
    coverage: Option<f64>,
    /// Share of the answers with a verdict that helped; null without one.
    hit_rate: Option<f64>,
}

/// A category of the FAQ.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqCategoryStats {
    /// Empty for entries of none.
    name: String,
    #[serde(flatten)]
    stats: FaqStats,
}

/// How the FAQ does.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqNumbers {
    /// Every day up to today.
    days: Vec<FaqDay>,
    categories: Vec<FaqCategoryStats>,
    /// Share of the asked that was answered, over all days.
    coverage: Option<f64>,
    /// Share of the answers with a verdict that helped, over all days.
    hit_rate: Option<f64>,
    answered: i64,
    /// Minutes of agents that the answers saved: three each.
    saved_minutes: f64,
}

#[allow(clippy::cast_precision_loss, reason = "counts of questions are small")]
fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn day(day: i64, counts: Counts) -> FaqDay {
    let Counts { answered, suggested, helpful, unhelpful, handed, asked } = counts;
    FaqDay {
        day: count::date_of(day),
        asked,
        answered,
        suggested,
        handed,
        helpful,
        unhelpful,
        coverage: share(answered, asked),
        hit_rate: share(helpful, helpful + unhelpful),
    }
}

/// Read how the FAQ does
///
/// Coverage and hit rate day by day, in the shop's time zone.
#[utoipa::path(operation_id = "faq_stats", tag = "FAQ", params(FaqDays), responses(
    (status = 200, description = "The numbers", body = FaqNumbers),
    (status = 400, description = "invalid", body = Problem),
))]
#[get("/faq/stats")]
pub(super) async fn stats(_who: CurrentAgent, wanted: Query<FaqDays>, desk: Data<Desk>) -> Reply {
    let days = match &wanted.days {
        None => 30,
        Some(text) => {
            let days = text.parse().ok().filter(|days| (1..=DAYS_MAX).contains(days));
            days.ok_or_else(|| Fault::invalid("days", format!("Use 1 to {DAYS_MAX}.")))?
        }
    };
    let now = desk.clock.now();
    let numbers = desk
        .db
        .read(move |conn| {
            let today = count::day(conn, now)?;
            let since = today - days + 1;
            let found: HashMap<i64, Counts> = daily::by_day(conn, since)?.into_iter().collect();
            let mut all = Counts::default();
            for counts in found.values() {
                all.asked += counts.asked;
                all.answered += counts.answered;
                all.helpful += counts.helpful;
                all.unhelpful += counts.unhelpful;
            }
            let each = (since..=today).map(|at| day(at, found.get(&at).copied().unwrap_or_default()));
            let categories = daily::by_category(conn, since)?.into_iter();
            #[allow(clippy::cast_precision_loss, reason = "counts of questions are small")]
            let saved_minutes = all.answered as f64 * MINUTES;
            Ok(FaqNumbers {
                days: each.collect(),
                categories: categories
                    .map(|(name, counts)| FaqCategoryStats { name, stats: FaqStats::new(counts) })
                    .collect(),
                coverage: share(all.answered, all.asked),
                hit_rate: share(all.helpful, all.helpful + all.unhelpful),
                answered: all.answered,
                saved_minutes,
            })
        })
        .await?;
    Ok(HttpResponse::Ok().json(numbers))
}
