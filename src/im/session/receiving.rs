//! Marks, pages and what an agent views.

use serde_json::value::RawValue;

use super::Session;
use crate::clock::Tick;
use crate::domain::conversations::entries::Range;
use crate::domain::conversations::read_marks::Marks;
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::im::frames::ServerFrame;
use crate::im::lists::Watched;
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

/// Marks and pages in progress.
#[derive(Debug, Default)]
struct Underway {
    marks: BTreeMap<ConversationId, Marks>,
    viewing: Option<ConversationId>,
    looks_in: bool,
    fetches: usize,
}

/// The receiving side of one link.
#[derive(Debug, Default)]
pub(super) struct Receiving {
    /// Marks are kept again from then on.
    marks_from: Tick,
    /// Unallocated while nothing is.
    underway: Option<Box<Underway>>,
}

impl Receiving {
    fn underway(&mut self) -> &mut Underway {
        self.underway.get_or_insert_default()
    }

    fn take_marks(&mut self) -> Vec<(ConversationId, Marks)> {
        let Some(underway) = &mut self.underway else { return Vec::new() };
        let marks = std::mem::take(&mut underway.marks).into_iter().collect();
        self.settle();
        marks
    }

    fn settle(&mut self) {
        let is_over = |underway: &mut Box<Underway>| {
            underway.marks.is_empty() && underway.viewing.is_none() && underway.fetches == 0
        };
        self.underway.take_if(is_over);
    }

    fn viewing(&self) -> Option<ConversationId> {
        self.underway.as_ref().and_then(|underway| underway.viewing)
    }

    fn looks_in(&self) -> bool {
        self.underway.as_ref().is_some_and(|underway| underway.looks_in)
    }

    /// Whether the next frame must wait: it might be a fetch.
    pub(super) fn is_full(&self) -> bool {
        self.underway.as_ref().is_some_and(|underway| underway.fetches >= FETCHES_AT_ONCE)
    }

    /// When gathered marks are to be kept.
    pub(super) fn deadline(&self) -> Option<Tick> {
        let waiting = self.underway.as_ref().filter(|underway| !underway.marks.is_empty());
        waiting.map(|_| self.marks_from)
    }
}

impl Session {
    pub(super) fn progress(&mut self, marks: Vec<(ConversationId, Marks)>, now: Tick) {
        let is_agent = self.is_agent();
        for (id, marks) in marks {
            // A workbench receives entries of conversations that nobody views: only the viewed one counts as read.
            if is_agent && self.receiving.viewing() != Some(id) {
                continue;
            }
            let kept = self.receiving.underway().marks.entry(id).or_default();
            *kept = kept.raised_to(marks, i64::MAX);
        }
        self.keep_marks(now);
    }

    /// Hands over gathered marks once they are due.
    pub(super) fn keep_marks(&mut self, now: Tick) {
        if self.receiving.deadline().is_some_and(|at| at <= now) {
            self.receiving.marks_from = now.plus(MARKS_EVERY);
            let marks = self.receiving.take_marks();
            self.ask(Request::Progress(marks));
        }
    }

    /// Marks that were gathered and not yet handed over; for the end of a link.
    pub fn take_marks(&mut self) -> Vec<(ConversationId, Marks)> {
        self.receiving.take_marks()
    }

    /// A page is seen again: what it was spared about the conversation on its screen is told.
    pub(super) fn look_again(&mut self) {
        if let Some(conversation) = self.receiving.viewing() {
            self.ask(Request::Viewing(Some(conversation), self.receiving.looks_in()));
        }
    }

    pub(super) fn viewing(&mut self, conversation: Option<ConversationId>, look_in: bool) {
        let is_guest = look_in && conversation.is_some();
        let is_new = (self.receiving.viewing(), self.receiving.looks_in()) != (conversation, is_guest);
        if self.is_agent() && is_new {
            let underway = self.receiving.underway();
            (underway.viewing, underway.looks_in) = (conversation, is_guest);
            self.receiving.settle();
            self.ask(Request::Viewing(conversation, is_guest));
        }
    }

    pub(super) fn active(&mut self) {
        if self.is_agent() {
            self.ask(Request::Active);
        }
    }

    /// An agent's page was hidden, or shown: notices go elsewhere while none is in sight.
    pub(super) fn show(&mut self, is_hidden: bool) {
        if self.is_agent() {
            self.ask(Request::Shown(is_hidden));
        }
    }

    pub(super) fn wall(&mut self, active: bool) {
        if self.is_agent() {
            self.ask(Request::Wall(active));
        }
    }

    pub(super) fn watch(&mut self, request_id: Option<String>, watched: Option<Watched>) {
        if self.is_agent() {
            let most = self.terms.limits.rows_max.max(1);
            let watched = watched.map(|watched| Watched { rows: watched.rows.clamp(1, most), ..watched });
            self.ask(Request::Watch(request_id, watched));
        }
    }

    pub(super) fn fetch(&mut self, fetch: Fetch) {
        match fetch.conversation {
            Some(conversation) => {
                self.receiving.underway().fetches += 1;
                let most = self.terms.limits.fetch_limit.max(1);
                self.ask(Request::Fetch {
                    request_id: fetch.request_id,
                    conversation,
                    range: Range { after: fetch.after, before: fetch.before },
                    limit: fetch.limit.unwrap_or(PAGE).clamp(1, most),
                });
            }
            None => self.error("not_found", &Fault::not_found().message, Some(&fetch.request_id)),
        }
    }

    /// The shell's answer to [`Request::Fetch`].
    pub fn fetched(
        &mut self,
        request_id: &str,
        answer: Result<(Vec<Box<RawValue>>, bool), Fault>,
        now: Tick,
    ) {
        let underway = self.receiving.underway();
        underway.fetches = underway.fetches.saturating_sub(1);
        self.receiving.settle();
        match answer {
            Ok((entries, more)) => {
                self.tell(ServerFrame::Page { request_id, entries, more }.encode());
            }
            Err(fault) => {
                let code = if fault.code == "not_found" { "not_found" } else { "rate_limited" };
                self.error(code, &fault.message, Some(request_id));
            }
        }
        self.work(now);
    }
}
