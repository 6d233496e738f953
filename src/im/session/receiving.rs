//! Marks, pages and what an agent looks at.

use serde_json::value::RawValue;

use super::Session;
use crate::clock::Tick;
use crate::domain::conversations::entries::Range;
use crate::domain::conversations::progress::Marks;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::im::frames::ServerFrame;
use crate::im::protocol::Fetch;
use crate::im::requests::Request;
use std::collections::BTreeMap;
use std::time::Duration;

/// Pages being read for one link; the desk reads slower over it.
const FETCHES_AT_ONCE: usize = 2;
/// Entries of a page unless asked otherwise.
const PAGE: usize = 50;
/// Marks of one link are kept at most this often.
const MARKS_EVERY: Duration = Duration::from_secs(1);

/// The receiving side of one link.
#[derive(Debug, Default)]
pub(super) struct Receiving {
    marks: BTreeMap<ConversationId, Marks>,
    kept_at: Option<Tick>,
    viewing: Option<ConversationId>,
    fetches: usize,
}

impl Receiving {
    /// Whether the next frame must wait: it might be a fetch.
    pub(super) const fn is_full(&self) -> bool {
        self.fetches >= FETCHES_AT_ONCE
    }

    /// When gathered marks are to be kept.
    pub(super) fn deadline(&self) -> Option<Tick> {
        if self.marks.is_empty() {
            return None;
        }
        Some(self.kept_at.map_or(Tick(0), |at| at.plus(MARKS_EVERY)))
    }
}

impl Session {
    pub(super) fn progress(&mut self, marks: Vec<(ConversationId, Marks)>, now: Tick) {
        let agent = self.identity.as_ref().is_some_and(|identity| identity.actor.kind == ActorKind::Agent);
        for (id, marks) in marks {
            // Agents read much in passing: only what they look at counts.
            if agent && self.receiving.viewing != Some(id) {
                continue;
            }
            let kept = self.receiving.marks.entry(id).or_default();
            *kept = kept.raised_to(marks, i64::MAX);
        }
        self.keep_marks(now);
    }

    /// Hands gathered marks over, once their time has come.
    pub(super) fn keep_marks(&mut self, now: Tick) {
        if self.receiving.deadline().is_some_and(|at| at <= now) {
            self.receiving.kept_at = Some(now);
            let marks = std::mem::take(&mut self.receiving.marks);
            self.requests.push_back(Request::Progress(marks.into_iter().collect()));
        }
    }

    /// Marks that were gathered and not yet handed over; for the end of a link.
    pub fn take_marks(&mut self) -> Vec<(ConversationId, Marks)> {
        std::mem::take(&mut self.receiving.marks).into_iter().collect()
    }

    pub(super) fn viewing(&mut self, conversation: Option<ConversationId>) {
        let agent = self.identity.as_ref().is_some_and(|identity| identity.actor.kind == ActorKind::Agent);
        if agent && self.receiving.viewing != conversation {
            self.receiving.viewing = conversation;
            self.requests.push_back(Request::Viewing(conversation));
        }
    }

    pub(super) fn fetch(&mut self, fetch: Fetch) {
        match fetch.conversation {
            Some(conversation) => {
                self.receiving.fetches += 1;
                self.requests.push_back(Request::Fetch {
                    request_id: fetch.request_id,
                    conversation,
                    range: Range { after: fetch.after, before: fetch.before },
                    limit: fetch.limit.unwrap_or(PAGE).clamp(1, self.limits.fetch_limit.max(1)),
                });
            }
            None => self.error("not_found", &Fault::not_found().message, Some(&fetch.request_id)),
        }
    }

    /// The world's answer to [`Request::Fetch`].
    pub fn fetched(
        &mut self,
        request_id: &str,
        answer: Result<(Vec<Box<RawValue>>, bool), Fault>,
        now: Tick,
    ) {
        self.receiving.fetches = self.receiving.fetches.saturating_sub(1);
        match answer {
            Ok((entries, more)) => {
                self.out.push_back(ServerFrame::Page { request_id, entries, more }.encode());
            }
            Err(fault) => {
                let code = if fault.code == "not_found" { "not_found" } else { "rate_limited" };
                self.error(code, &fault.message, Some(request_id));
            }
        }
        self.work(now);
    }
}
