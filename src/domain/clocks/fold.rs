//! What entries mean for the clocks of a conversation.
//!
//! | clock | starts | ends met | ends void | pauses |
//! |---|---|---|---|---|
//! | first | at the customer's word, or when the bot hands over, before a person replied | with a person's reply | closed, given to the bot, no answer needed | – |
//! | next | the same, after a person replied | the same | the same | – |
//! | solution | at the first word, or as a ticket | closed | merged | snoozed until the customer writes, of a ticket snoozed at all; where the policy says so, while the customer is to answer |
//!
//! The bot, the desk, notes, edits and snoozes with a time stop nothing; to whom the bot answered nobody owes an answer when it hands
//! over without a further word. What was imported starts nothing. Reopening goes on with
//! what was spent; undoing a closing is as if it had not been, and so is undoing a merge. When team, priority, labels, or what a
//! ticket is of change, the promise is looked for
//! again: what was spent stays, the target is new, and the clock is judged by it. Time for which nothing is promised does not
//! count. An entry counts at its time, but never before the one in front of it.

use serde::{Deserialize, Serialize};

use super::promise::{Case, Promise, Rules};
use crate::clock::Timestamp;
use crate::events::{Actor, ActorKind, Alarm, ClockKind, ConversationEvent, LogPosition, State};

/// The form in which a fold is stored; another one is folded anew.
const FORM: u32 = 2;
/// The number of a chat in `kind`.
pub(super) const CHAT: i64 = 0;
/// The number of a ticket there.
pub(super) const TICKET: i64 = 1;

/// An entry of a conversation, as the clocks read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its position in the log.
    pub position: LogPosition,
    /// Its sequence.
    pub sequence: i64,
    /// When it was committed.
    pub at: Timestamp,
    /// Whether it was brought in from elsewhere.
    pub imported: bool,
    /// Who did it.
    pub actor: Actor,
    /// What happened.
    pub event: ConversationEvent,
    /// The team's labels from then on; with [`ConversationEvent::Labelled`] alone.
    pub labels: Vec<String>,
    /// The type of the ticket from then on, where the entry changed it.
    pub of: Typed,
}

/// Whether an entry changed the type of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// It stays.
    Same,
    /// It is this one from then on, or none.
    As(Option<i64>),
}

/// What a conversation is doing, as far as clocks care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Mode {
    /// The bot answers.
    Bot,
    /// Somebody owes an answer, or may.
    Awake,
    /// Put off until the customer writes.
    UntilReply,
    /// Closed.
    Closed,
}

/// How a clock ended. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[repr(i64)]
pub enum How {
    /// A person replied.
    Answered = 1,
    /// The conversation was closed.
    Closed = 2,
    /// It was said that no answer is needed.
    NotNeeded = 3,
    /// It went on in another conversation.
    Merged = 4,
}

/// Why a clock stands still that did not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// The customer is to answer.
    Customer,
    /// Snoozed until the customer writes.
    Snoozed,
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// What is promised; `None` while nothing is.
    pub promise: Option<Promise>,
    /// When it started.
    pub began_at: i64,
    /// Open time that passed before `since`.
    pub spent_ms: i64,
    /// Since when it runs; `None` while it rests, while nothing is promised, and at its end.
    pub since: Option<i64>,
    /// When the time to warn was reached, if that was before `since`.
    pub warned_at: Option<i64>,
    /// When its time was over, if that was before `since`.
    pub broken_at: Option<i64>,
    /// Whether an entry told the warning.
    pub told_warned: bool,
    /// Whether an entry told that its time is over.
    pub told_broken: bool,
    /// When it ended.
    pub ended_at: Option<i64>,
    /// How it ended.
    pub how: Option<How>,
}

/// The clocks of a conversation, and what the next entries need to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "what the next entry needs to know, one fact each")]
pub struct Fold {
    form: u32,
    /// Everything up to here counts.
    pub position: LogPosition,
    /// The last entry's sequence.
    pub sequence: i64,
    /// The last entry's time.
    at: i64,
    mode: Mode,
    /// What promises are looked for by.
    pub case: Case,
    waiting: bool,
    /// What `waiting` was when it was closed.
    waited: bool,
    /// Which clocks the last closing ended.
    closed: [bool; 3],
    /// Whether it went on elsewhere, and the entry that closes it is still to come.
    merged: bool,
    replied: bool,
    clocks: [Option<Clock>; 3],
}

impl Fold {
    /// A conversation before its first entry.
    #[must_use]
    pub const fn new(case: Case) -> Self {
        Self {
            form: FORM,
            position: 0,
            sequence: 0,
            at: 0,
            mode: Mode::Awake,
            case,
            waiting: false,
            waited: false,
            closed: [false; 3],
            merged: false,
            replied: false,
            clocks: [None, None, None],
        }
    }

    /// As it was stored; `None` for what another version stored, which is folded anew.
    #[must_use]
    pub fn stored(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|fold: &Self| fold.form == FORM)
    }

    /// As it is stored.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether the conversation is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.mode == Mode::Closed
    }

    /// Its clocks that started, each in its last run.
    pub fn clocks(&self) -> impl Iterator<Item = (ClockKind, &Clock)> {
        ClockKind::ALL.into_iter().filter_map(|kind| Some((kind, self.clock(kind)?)))
    }

    /// One clock in its last run.
    #[must_use]
    pub fn clock(&self, kind: ClockKind) -> Option<&Clock> {
        self.clocks[kind as usize - 1].as_ref()
    }

    /// Why a clock stands still that did not end.
    #[must_use]
    pub fn rest(&self, kind: ClockKind, promise: &Promise) -> Option<Rest> {
        match kind {
            ClockKind::Solution if self.mode == Mode::UntilReply => Some(Rest::Snoozed),
            ClockKind::Solution if promise.rests_with_customer && self.replied && !self.waiting => {
                Some(Rest::Customer)
            }
            _ => None,
        }
    }

    /// Takes the next entry.
    pub fn take(&mut self, entry: &Entry, rules: &impl Rules) {
        self.sequence = entry.sequence;
        let now = self.moves_to(entry.position, entry.at);
        let live = !entry.imported;
        match entry.event {
            ConversationEvent::Message { note: false } => self.says(entry.actor, live, now, rules),
            ConversationEvent::StateChanged { to, until, undone } => {
                // Whom the bot hands over waits for a person, with a word or without one.
                self.waiting |= self.mode == Mode::Bot && entry.actor == Actor::BOT && to == State::Waiting;
                self.stands(to, until.is_none(), undone, live, now, rules);
            }
            ConversationEvent::Assigned { .. } | ConversationEvent::Transferred { .. } => {
                self.leaves_bot(live, now, rules);
            }
            ConversationEvent::TeamChanged { to, .. } => {
                self.case.team = to.map(|team| team.0);
                self.choose(now, rules);
            }
            ConversationEvent::PriorityChanged { to, .. } => {
                self.case.priority = to as i64;
                self.choose(now, rules);
            }
            ConversationEvent::Labelled => {
                self.case.labels.clone_from(&entry.labels);
                self.choose(now, rules);
            }
            ConversationEvent::NoAnswerNeeded => {
                self.waiting = false;
                self.end_answers(How::NotNeeded, now, rules);
            }
            ConversationEvent::Clock { clock, alarm, .. } => self.told(clock, alarm),
            ConversationEvent::Ticket { .. } => {
                self.case.kind = TICKET;
                self.is_of(entry.of);
                self.choose(now, rules);
                if live && self.clock(ClockKind::Solution).is_none() {
                    self.start(ClockKind::Solution, now, rules);
                }
            }
            ConversationEvent::TicketChanged { .. } if entry.of != Typed::Same => {
                self.is_of(entry.of);
                self.choose(now, rules);
            }
            ConversationEvent::Merged { .. } if self.mode != Mode::Closed => {
                self.shut(How::Merged, now, rules);
                self.merged = true;
            }
            _ => {}
        }
        self.rest_or_run(now, rules);
    }

    /// The policies changed at `position`, for clocks that run already, too. What was before its first entry is none of its own.
    pub fn policies_changed(&mut self, position: LogPosition, at: Timestamp, rules: &impl Rules) {
        if self.sequence == 0 {
            return;
        }
        let now = self.moves_to(position, at);
        self.choose(now, rules);
        self.rest_or_run(now, rules);
    }

    /// The time at which what stands there counts.
    fn moves_to(&mut self, position: LogPosition, at: Timestamp) -> Timestamp {
        self.position = position;
        self.at = self.at.max(at.0);
        Timestamp(self.at)
    }

    fn says(&mut self, actor: Actor, live: bool, now: Timestamp, rules: &impl Rules) {
        match actor.kind {
            ActorKind::Visitor => {
                self.waiting = true;
                if self.mode != Mode::Bot {
                    self.start_answer(live, now, rules);
                }
            }
            ActorKind::Agent => {
                self.waiting = false;
                self.replied = true;
                self.leaves_bot(live, now, rules);
                self.end_answers(How::Answered, now, rules);
            }
            ActorKind::Bot if self.mode == Mode::Bot && actor == Actor::BOT => self.waiting = false,
            ActorKind::Bot | ActorKind::System => {}
        }
        if live && self.clock(ClockKind::Solution).is_none() {
            self.start(ClockKind::Solution, now, rules);
        }
    }

    fn stands(
        &mut self,
        to: State,
        until_reply: bool,
        undone: bool,
        live: bool,
        now: Timestamp,
        rules: &impl Rules,
    ) {
        let was_closed = self.mode == Mode::Closed;
        match to {
            // What was merged is shut already.
            State::Closed if std::mem::take(&mut self.merged) => return,
            State::Closed => return self.shut(How::Closed, now, rules),
            State::Bot => {
                self.mode = Mode::Bot;
                self.end_answers(How::NotNeeded, now, rules);
            }
            State::Snoozed => {
                let rests = until_reply || self.case.kind == TICKET;
                self.mode = if rests { Mode::UntilReply } else { Mode::Awake };
            }
            State::Waiting | State::Open => {
                self.leaves_bot(live, now, rules);
                self.mode = Mode::Awake;
            }
        }
        if was_closed && undone {
            self.waiting = self.waited;
            self.undo_closing(rules);
        } else if was_closed {
            self.go_on(ClockKind::Solution, now, rules);
        }
    }

    fn shut(&mut self, how: How, now: Timestamp, rules: &impl Rules) {
        self.waited = self.waiting;
        self.waiting = false;
        for kind in ClockKind::ALL {
            self.closed[kind as usize - 1] = self.going(kind).is_some();
            self.end(kind, how, now, rules);
        }
        self.mode = Mode::Closed;
    }

    fn is_of(&mut self, of: Typed) {
        if let Typed::As(of) = of {
            self.case.ticket_type = of;
        }
    }

    /// Whoever waits while the bot answers waits for a person from now on.
    fn leaves_bot(&mut self, live: bool, now: Timestamp, rules: &impl Rules) {
        if self.mode == Mode::Bot {
            self.mode = Mode::Awake;
            if self.waiting {
                self.start_answer(live, now, rules);
            }
        }
    }

    fn start_answer(&mut self, live: bool, now: Timestamp, rules: &impl Rules) {
        let kind = if self.replied { ClockKind::Next } else { ClockKind::First };
        if live && self.clock(kind).is_none_or(|clock| clock.ended_at.is_some()) {
            self.start(kind, now, rules);
        }
    }

    fn start(&mut self, kind: ClockKind, now: Timestamp, rules: &impl Rules) {
        let promise = rules.promise(kind, &self.case, self.position);
        self.clocks[kind as usize - 1] = Some(Clock {
            promise,
            began_at: now.0,
            spent_ms: 0,
            since: promise.map(|_| now.0),
            warned_at: None,
            broken_at: None,
            told_warned: false,
            told_broken: false,
            ended_at: None,
            how: None,
        });
    }

    fn end_answers(&mut self, how: How, now: Timestamp, rules: &impl Rules) {
        self.end(ClockKind::First, how, now, rules);
        self.end(ClockKind::Next, how, now, rules);
    }

    fn end(&mut self, kind: ClockKind, how: How, now: Timestamp, rules: &impl Rules) {
        if let Some(clock) = self.going(kind) {
            clock.settle(now, rules);
            clock.since = None;
            clock.ended_at = Some(now.0);
            clock.how = Some(how);
        }
    }

    fn going(&mut self, kind: ClockKind) -> Option<&mut Clock> {
        self.clocks[kind as usize - 1].as_mut().filter(|clock| clock.ended_at.is_none())
    }

    /// What the closing ended goes on as if it had not been closed.
    fn undo_closing(&mut self, rules: &impl Rules) {
        for kind in ClockKind::ALL {
            let Some(clock) = &mut self.clocks[kind as usize - 1] else { continue };
            if self.closed[kind as usize - 1] && (self.waiting || kind == ClockKind::Solution) {
                let ended = clock.ended_at.take();
                clock.how = None;
                let promise = clock.promise;
                let rests = promise.is_some_and(|promise| self.rest(kind, &promise).is_some());
                if let Some(clock) = self.going(kind) {
                    clock.since = ended.filter(|_| promise.is_some() && !rests);
                }
                // What it is may have changed while it was closed.
                self.choose_one(kind, Timestamp(ended.unwrap_or(self.at)), rules);
            }
        }
    }

    fn go_on(&mut self, kind: ClockKind, now: Timestamp, rules: &impl Rules) {
        if let Some(clock) = &mut self.clocks[kind as usize - 1] {
            clock.ended_at = None;
            clock.how = None;
            clock.since = clock.promise.map(|_| now.0);
            self.choose_one(kind, now, rules);
        }
    }

    /// Looks for the promises of clocks that did not end.
    fn choose(&mut self, now: Timestamp, rules: &impl Rules) {
        for kind in ClockKind::ALL {
            self.choose_one(kind, now, rules);
        }
    }

    fn choose_one(&mut self, kind: ClockKind, now: Timestamp, rules: &impl Rules) {
        let promise = rules.promise(kind, &self.case, self.position);
        let runs = promise.filter(|promise| self.rest(kind, promise).is_none());
        if let Some(clock) = self.going(kind).filter(|clock| clock.promise != promise) {
            clock.settle(now, rules);
            clock.since = runs.map(|_| now.0);
            clock.promise = promise;
            clock.judge_anew(now);
        }
    }

    fn told(&mut self, kind: ClockKind, alarm: Alarm) {
        if let Some(clock) = self.going(kind) {
            clock.told_warned = true;
            clock.told_broken |= alarm == Alarm::Broken;
        }
    }

    /// Stops the clock of the solution where it rests, and starts it where it no longer does.
    fn rest_or_run(&mut self, now: Timestamp, rules: &impl Rules) {
        let kind = ClockKind::Solution;
        let Some(promise) = self.going(kind).and_then(|clock| clock.promise) else { return };
        let rests = self.rest(kind, &promise).is_some();
        let Some(clock) = self.going(kind) else { return };
        match clock.since {
            Some(_) if rests => {
                clock.settle(now, rules);
                clock.since = None;
            }
            None if !rests => clock.since = Some(now.0),
            _ => {}
        }
    }
}
