//! What the FAQ does not answer yet, or not well: groups of customers' questions, and what is decided about them.
#![allow(unused_qualifications, reason = "the description of a call names the types of its query again")]

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get, post};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::cursor::{Paging, encode};
use super::faq_row::FaqChange;
use super::gap_row::{GapDecision, GapDetail, GapPage, example};
use super::id;
use crate::domain::faq::Document;
use crate::domain::learning::{GapKind, GapState, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::learning::check::{self, Worse};
use crate::flows::learning::shown::{self, Asked, DAYS, Masks};
use crate::flows::learning::tell::{self, How};
use crate::flows::learning::{decide, fresh};
use crate::ids::{FaqId, GapId};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// Phrasings of one decision.
const PHRASINGS_MAX: usize = 50;

/// `?kind=&state=&days=`.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct GapFilter {
    /// `unanswered`, `phrasing`, `conflict` or `weak`; all without.
    kind: Option<String>,
    /// `open`, unless asked otherwise; `done`, `dismissed`, `later` or `merged`.
    state: Option<String>,
    /// Days that count, 30 unless asked otherwise.
    #[param(value_type = Option<u32>)]
    days: Option<String>,
}

impl GapFilter {
    fn read(self, skip: usize, limit: usize) -> Result<Asked, Fault> {
        let kind = self.kind.map(|name| {
            let found = GapKind::ALL.into_iter().find(|kind| kind.name() == name);
            found.ok_or_else(|| Fault::invalid("kind", "Use unanswered, phrasing, conflict or weak."))
        });
        let state = self.state.map(|name| {
            let found = GapState::ALL.into_iter().find(|state| state.name() == name);
            found.ok_or_else(|| Fault::invalid("state", "Use open, done, dismissed, later or merged."))
        });
        let days = self.days.map_or(Ok(DAYS), |days| {
            let found = days.parse().ok().filter(|days| (1..=fresh::KEPT_DAYS).contains(days));
            found.ok_or_else(|| Fault::invalid("days", format!("Use 1 to {}.", fresh::KEPT_DAYS)))
        })?;
        Ok(Asked {
            kind: kind.transpose()?,
            state: state.transpose()?.unwrap_or(GapState::Open),
            days,
            skip,
            limit,
        })
    }
}

/// List what the FAQ lacks
///
/// Groups of customers' questions, in the order of the time that an answer saves.
#[utoipa::path(operation_id = "list_gaps", tag = "FAQ", params(GapFilter, Paging), responses(
    (status = 200, description = "The groups", body = GapPage),
    (status = 400, description = "invalid", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/faq/gaps")]
pub(super) async fn list(
    _who: CurrentAgent,
    filter: Query<GapFilter>,
    paging: Query<Paging>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let skip = paging.cursor::<1>()?.map_or(0, |[skip]| usize::try_from(skip).unwrap_or(0));
    let asked = filter.into_inner().read(skip, limit)?;
    let now = desk.clock.now();
    let listed = desk.db.read(move |conn| shown::list(conn, asked, now)).await?;
    let next = listed.more.then(|| encode(&[(skip + limit) as i64]));
    Ok(HttpResponse::Ok().json(GapPage::new(listed, next)))
}

/// Read a group
///
/// With the conversations in which it was asked, newest first. Words are masked.
#[utoipa::path(operation_id = "read_gap", tag = "FAQ",
    params(("id" = String, Path, description = "The group's id"), Paging), responses(
    (status = 200, description = "The group", body = GapDetail),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/faq/gaps/{id}")]
pub(super) async fn read(
    who: CurrentAgent,
    path: Path<String>,
    paging: Query<Paging>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let id: GapId = id(&path)?;
    let limit = paging.limit(settings.page_items_max)?;
    let before = paging.cursor::<3>()?.map(|[at, conversation, sequence]| (at, conversation, sequence));
    let (caller, now) = (who.caller(), desk.clock.now());
    let detail = desk
        .db
        .read(move |conn| {
            let group = shown::one(conn, id, now)?;
            let masks = Masks::read(conn)?;
            let mut found = shown::newest(conn, id, before, limit + 1)?;
            let more = found.len() > limit;
            found.truncate(limit);
            let next = found.last().filter(|_| more).map(|last| {
                encode(&[last.at.0, last.conversation.0, last.sequence])
            });
            let mut questions = Vec::with_capacity(found.len());
            for one in &found {
                questions.extend(example(conn, &caller, one, &masks)?);
            }
            Ok(GapDetail::new(group, questions, next))
        })
        .await?;
    Ok(HttpResponse::Ok().json(detail))
}

/// How a group is answered.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct GapApproval {
    /// What the entry shall say; of a group about an entry what is to be different about it.
    #[serde(default)]
    entry: FaqChange,
    /// Other words for the question, added to those of the entry.
    #[serde(default)]
    phrasings: Vec<String>,
    /// Whether those who asked and were not answered are told.
    #[serde(default)]
    tell: bool,
    /// Whether it is done although questions are answered worse then.
    #[serde(default)]
    despite: bool,
}

fn checked(phrasings: &[String]) -> Result<(), Fault> {
    if phrasings.len() > PHRASINGS_MAX {
        return Err(Fault::invalid("phrasings", format!("Use {PHRASINGS_MAX} at most.")));
    }
    Ok(())
}

/// Answer a group
///
/// An entry is made of it and answers at once; of a group about an entry that one is changed. Where questions that were answered
/// would be answered otherwise, nothing is done unless `despite` is set. Who has only `faq_draft` leaves a draft, and the group waits.
#[utoipa::path(operation_id = "approve_gap", tag = "FAQ", request_body = GapApproval,
    params(("id" = String, Path, description = "The group's id")), responses(
    (status = 200, description = "What became of it", body = GapDecision),
    (status = 400, description = "invalid: a field is wrong, by its place", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "wrong_state; makes_worse: `named` has the questions that are answered otherwise then", body = Problem),
    (status = 422, description = "entry_limit, phrasing_limit, nothing_to_publish", body = Problem),
))]
#[post("/faq/gaps/{id}/approve")]
pub(super) async fn approve(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<GapApproval>,
    call: Call,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let id: GapId = id(&path)?;
    let Body { value: wanted, raw } = body;
    checked(&wanted.phrasings)?;
    let GapApproval { entry: change, phrasings, tell, despite } = wanted;
    let caller = who.caller();
    let looked_at = change.version;
    if !despite {
        let (change, phrasings) = (change.clone(), phrasings.clone());
        let apply = move |document: Document| change.applied(document);
        check::refuse_worse(&desk, Worse::Gap(id), apply, phrasings).await?;
    }
    let how = How { digest_key: desk.db.meta().digest_key, reopen_within: settings.reopen_within };
    let bounds = settings.faq_bounds;
    call.write(&who, &raw, 200, move |unit| {
        let apply = move |document: Document| change.applied(document);
        let entry = decide::approve(unit, &caller, id, (looked_at, apply), &phrasings, bounds)?;
        let gap = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
        let told = if tell && gap.state == GapState::Done {
            tell::tell(unit, &caller, id, &entry, how)?
        } else {
            0
        };
        Ok::<_, Fault>(GapDecision::new(&gap, told))
    })
    .await
}

/// To which entry phrasings are added.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct GapAttachment {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    faq_id: String,
    /// The words that are added.
    #[serde(default)]
    phrasings: Vec<String>,
    /// Whether it is done although questions are answered worse then.
    #[serde(default)]
    despite: bool,
}

/// Make phrasings of a group
///
/// Its words become other words for the question of an entry.
#[utoipa::path(operation_id = "attach_gap", tag = "FAQ", request_body = GapAttachment,
    params(("id" = String, Path, description = "The group's id")), responses(
    (status = 200, description = "What became of it", body = GapDecision),
    (status = 400, description = "invalid", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "wrong_state; makes_worse: `named` has the questions that are answered otherwise then", body = Problem),
    (status = 422, description = "phrasing_limit", body = Problem),
))]
#[post("/faq/gaps/{id}/attach")]
pub(super) async fn attach(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<GapAttachment>,
    call: Call,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let gap: GapId = id(&path)?;
    let Body { value: GapAttachment { faq_id, phrasings, despite }, raw } = body;
    let entry: FaqId = id(&faq_id)?;
    checked(&phrasings)?;
    if !despite {
        check::refuse_worse(&desk, Worse::Entry(entry), Ok, phrasings.clone()).await?;
    }
    let (caller, bounds) = (who.caller(), settings.faq_bounds);
    call.write(&who, &raw, 200, move |unit| {
        decide::attach(unit, &caller, gap, entry, &phrasings, bounds)?;
        let gap = store::find(unit.conn(), gap)?.ok_or_else(Fault::not_found)?;
        Ok::<_, Fault>(GapDecision::new(&gap, 0))
    })
    .await
}

/// Into which group another one goes.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct GapMerge {
    #[schema(example = "gap_01jb7q2m4k9zz")]
    gap_id: String,
}

/// Merge a group into another one
#[utoipa::path(operation_id = "merge_gap", tag = "FAQ", request_body = GapMerge,
    params(("id" = String, Path, description = "The group's id")), responses(
    (status = 200, description = "The other group", body = GapDecision),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "wrong_state: both have to be open groups of unanswered questions", body = Problem),
))]
#[post("/faq/gaps/{id}/merge")]
pub(super) async fn merge(who: CurrentAgent, path: Path<String>, body: Body<GapMerge>, call: Call) -> Reply {
    let gap: GapId = id(&path)?;
    let Body { value: GapMerge { gap_id }, raw } = body;
    let into: GapId = id(&gap_id)?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        decide::merge(unit, &caller, gap, into).map(|gap| GapDecision::new(&gap, 0))
    })
    .await
}

/// Dismiss a group
///
/// It is no question, and never comes again.
#[utoipa::path(operation_id = "dismiss_gap", tag = "FAQ",
    params(("id" = String, Path, description = "The group's id")), responses(
    (status = 200, description = "What became of it", body = GapDecision),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "wrong_state", body = Problem),
))]
#[post("/faq/gaps/{id}/dismiss")]
pub(super) async fn dismiss(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let gap: GapId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        decide::dismiss(unit, &caller, gap).map(|gap| GapDecision::new(&gap, 0))
    })
    .await
}

/// Put a group off
///
/// It comes again in a week.
#[utoipa::path(operation_id = "put_off_gap", tag = "FAQ",
    params(("id" = String, Path, description = "The group's id")), responses(
    (status = 200, description = "What became of it", body = GapDecision),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "wrong_state", body = Problem),
))]
#[post("/faq/gaps/{id}/later")]
pub(super) async fn later(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let gap: GapId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 200, move |unit| {
        decide::later(unit, &caller, gap).map(|gap| GapDecision::new(&gap, 0))
    })
    .await
}

/// Take a decision back
///
/// What it made of the FAQ is taken back too, unless somebody changed the entry since.
#[utoipa::path(operation_id = "restore_gap", tag = "FAQ",
    params(("id" = String, Path, description = "The group's id")), responses(
    (status = 200, description = "What became of it", body = GapDecision),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "wrong_state: nothing was decided; changed_meanwhile: the entry was changed since", body = Problem),
))]
#[post("/faq/gaps/{id}/restore")]
pub(super) async fn restore(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let gap: GapId = id(&path)?;
    let (caller, bounds) = (who.caller(), settings.faq_bounds);
    call.write(&who, &body.raw, 200, move |unit| {
        decide::restore(unit, &caller, gap, bounds).map(|gap| GapDecision::new(&gap, 0))
    })
    .await
}
