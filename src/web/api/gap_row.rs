//! Groups of questions as JSON.
#![allow(clippy::cast_precision_loss, reason = "counts of words and questions are small")]

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::access::store as agents;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::store as conversations;
use crate::domain::learning::GapKind;
use crate::domain::learning::store::{self, Example, Gap};
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::faq::count::date_of;
use crate::flows::learning::shown::{Listed, Masks, Shown};
use crate::flows::learning::words::{answer_to, text_of};
use crate::ids::AgentId;

/// A way to ask.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapPhrasing {
    /// Masked: without phones, numbers of orders, addresses and names.
    #[schema(example = "Do you ship to Canada?")]
    text: String,
    /// How often it was asked so, among the newest.
    count: usize,
}

/// How often an answer did not help.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapWeak {
    unhelpful: i64,
    /// How often it was given.
    asked: i64,
}

/// A group of questions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Gap)]
pub(super) struct GapRow {
    #[schema(example = "gap_01jb7q2m4k9zz")]
    id: String,
    /// `unanswered`, `phrasing`, `conflict` or `weak`.
    #[schema(example = "unanswered")]
    kind: &'static str,
    /// `open`, `done`, `dismissed`, `later` or `merged`.
    #[schema(example = "open")]
    state: &'static str,
    /// Questions in the asked days.
    count: i64,
    /// In the last seven.
    count_7d: i64,
    /// Change from the seven days before: 0.5 is half as many again.
    trend: f64,
    /// The question nearest to all of them; of a group about an entry its question.
    title: String,
    phrasings: Vec<GapPhrasing>,
    /// `zh-CN` or `en`.
    language: &'static str,
    /// The entry it is about, or that it became.
    faq_id: Option<String>,
    weak: Option<GapWeak>,
    /// What could be answered, by language: the reply nearest to all replies.
    #[schema(value_type = Object)]
    draft: BTreeMap<&'static str, String>,
    /// Minutes that an answer saves in so many days.
    saves_minutes: i64,
    /// Questions of which the conversation can be shown.
    examples: i64,
}

impl GapRow {
    pub(super) fn new(shown: Shown) -> Self {
        let Shown { gap, figures, saves_minutes, title, language, phrasings, draft, weak } = shown;
        let phrasings = phrasings.into_iter();
        Self {
            id: gap.id.to_string(),
            kind: gap.kind.name(),
            state: gap.state.name(),
            count: figures.asked,
            count_7d: figures.week,
            trend: f64::from((figures.trend() * 100.0).round()) / 100.0,
            title,
            phrasings: phrasings.map(|one| GapPhrasing { text: one.text, count: one.count }).collect(),
            language: language.tag(),
            faq_id: gap.entry.as_ref().map(ToString::to_string),
            weak: weak.map(|(unhelpful, asked)| GapWeak { unhelpful, asked }),
            draft: draft.into_iter().map(|(locale, text)| (locale.tag(), text)).collect(),
            saves_minutes: saves_minutes.round() as i64,
            examples: figures.asked,
        }
    }
}

/// Open groups of each kind, and those that are done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapTotals {
    unanswered: usize,
    phrasing: usize,
    conflict: usize,
    weak: usize,
    done: usize,
}

/// A day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapDay {
    #[schema(example = "2026-03-01")]
    day: String,
    /// Questions that were asked.
    asked: i64,
    /// Share of them that the FAQ answers.
    rate: f64,
}

/// Share of questions that the FAQ answers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapRate {
    /// As it is.
    #[schema(example = 0.38)]
    now: f64,
    /// After the first three open groups were answered.
    #[schema(example = 0.46)]
    after_three: f64,
    days: Vec<GapDay>,
}

/// A page of groups.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapPage {
    items: Vec<GapRow>,
    /// What to send as `cursor` for the next page; null after the last one.
    next_cursor: Option<String>,
    totals: GapTotals,
    rate: GapRate,
}

fn share(of: f32) -> f64 {
    f64::from((of * 1_000.0).round()) / 1_000.0
}

impl GapPage {
    pub(super) fn new(listed: Listed, next_cursor: Option<String>) -> Self {
        let open = |kind| listed.open.get(&kind).copied().unwrap_or(0);
        let totals = GapTotals {
            unanswered: open(GapKind::Unanswered),
            phrasing: open(GapKind::Phrasing),
            conflict: open(GapKind::Conflict),
            weak: open(GapKind::Weak),
            done: listed.done,
        };
        let days = listed.days.into_iter().map(|(day, asked, known)| GapDay {
            day: date_of(day),
            asked,
            rate: share(known as f32 / asked.max(1) as f32),
        });
        let rate =
            GapRate { now: share(listed.now), after_three: share(listed.after_three), days: days.collect() };
        Self { items: listed.items.into_iter().map(GapRow::new).collect(), next_cursor, totals, rate }
    }
}

/// A question where it was asked.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapExample {
    #[schema(example = "c_01jb7q2m4k9zz")]
    conversation_id: String,
    sequence: i64,
    /// Null where it is not known.
    contact_name: Option<String>,
    #[schema(value_type = String)]
    at: Timestamp,
    /// Masked.
    question: String,
    /// What a person answered, masked; null where nobody did.
    answer: Option<String>,
    agent_name: Option<String>,
    /// `answered`, `ticket` or `left`.
    #[schema(example = "answered")]
    outcome: &'static str,
}

/// A group with its questions, those in conversations that the caller reads.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapDetail {
    #[serde(flatten)]
    row: GapRow,
    questions: Vec<GapExample>,
    /// What to send as `cursor` for more of them; null after the last one.
    next_cursor: Option<String>,
}

impl GapDetail {
    pub(super) fn new(shown: Shown, questions: Vec<GapExample>, next_cursor: Option<String>) -> Self {
        Self { row: GapRow::new(shown), questions, next_cursor }
    }
}

/// A question as its group shows it; `None` where the caller does not read the conversation, or nothing is left of the words.
pub(super) fn example(
    conn: &Connection,
    caller: &Caller,
    example: &Example,
    masks: &Masks,
) -> Result<Option<GapExample>, Fault> {
    let id = example.conversation;
    let Some(conversation) = conversations::find(conn, id)? else { return Ok(None) };
    if caller.reaches(conn, &conversation).is_err() {
        return Ok(None);
    }
    let content = store::content_of(conn, id, example.sequence)?;
    let Some(question) = text_of(content.as_deref()) else { return Ok(None) };
    let answer = match answer_to(conn, example)? {
        Some(answer) => Some(masks.mask(conn, id, &answer)?),
        None => None,
    };
    let agent = match example.answer {
        Some((first, _)) => store::sender_of(conn, id, first)?,
        None => None,
    };
    let agent_name = match agent {
        Some((ActorKind::Agent, id)) => agents::find(conn, AgentId(id))?.map(|agent| agent.name),
        _ => None,
    };
    let outcome = match (&answer, conversation.kind()) {
        (Some(_), _) => "answered",
        (None, Kind::Ticket) => "ticket",
        (None, _) => "left",
    };
    Ok(Some(GapExample {
        conversation_id: id.to_string(),
        sequence: example.sequence,
        contact_name: masks.contact(conn, id)?,
        at: example.at,
        question: masks.mask(conn, id, &question)?,
        answer,
        agent_name,
        outcome,
    }))
}

/// What was decided about a group.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GapDecision {
    #[schema(example = "gap_01jb7q2m4k9zz")]
    pub(super) id: String,
    #[schema(example = "done")]
    pub(super) state: &'static str,
    /// The entry that it became, or is about.
    pub(super) faq_id: Option<String>,
    /// How many of those who asked were told.
    pub(super) told: usize,
}

impl GapDecision {
    pub(super) fn new(gap: &Gap, told: usize) -> Self {
        let faq_id = gap.entry.as_ref().map(ToString::to_string);
        Self { id: gap.id.to_string(), state: gap.state.name(), faq_id, told }
    }
}
