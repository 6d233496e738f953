//! What clocks are by counting: every few minutes of every conversation are looked at, one after another, with nothing kept but what
//! anybody could write down beside the log.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::Timestamp as Moment;
use servicedesk::domain::calendars::{Plan, Range};
use servicedesk::domain::clocks::fold::Typed;
use servicedesk::events::{Actor, ActorKind, ClockKind, ConversationEvent, State};

/// What everything is a multiple of.
pub const TICK: i64 = 5 * 60_000;

/// A policy as the test wrote it down.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrote {
    /// Its id.
    pub id: i64,
    /// Only conversations of this team.
    pub team: Option<i64>,
    /// Only those with this label.
    pub label: Option<&'static str>,
    /// Only tickets, or only chats.
    pub kind: Option<i64>,
    /// Only tickets of this type.
    pub of: Option<i64>,
    /// Targets of each clock for urgent ones and for others.
    pub targets: [[Option<i64>; 2]; 3],
    /// The calendar.
    pub calendar: Option<i64>,
    /// Whether the solution waits for the customer.
    pub waits: bool,
    /// Where it was written last.
    pub position: i64,
}

/// All that is written down beside the log.
#[derive(Default)]
pub struct Beside {
    /// The policies in order, from a position on; whether that counted for what ran.
    pub policies: Vec<(i64, i64, bool, Vec<Wrote>)>,
    /// What each calendar said, from a moment on.
    pub calendars: Vec<(i64, i64, Plan)>,
    open: RefCell<HashMap<(i64, i64), bool>>,
}

impl Beside {
    fn in_force(&self, position: i64) -> &[Wrote] {
        let last = self.policies.iter().rev().find(|(from, ..)| *from <= position);
        last.map_or(&[], |(.., all)| all)
    }

    /// The walls' clock says whether somebody is there.
    fn is_open(&self, calendar: Option<i64>, at: i64) -> bool {
        let Some(calendar) = calendar else { return true };
        let known = self.open.borrow().get(&(calendar, at)).copied();
        known.unwrap_or_else(|| {
            let open = self.look(calendar, at);
            self.open.borrow_mut().insert((calendar, at), open);
            open
        })
    }

    /// Hours changed: what was looked up counts no more.
    pub fn forget(&self) {
        self.open.borrow_mut().clear();
    }

    fn look(&self, calendar: i64, at: i64) -> bool {
        let said = self.calendars.iter().filter(|(id, ..)| *id == calendar);
        let (before, after): (Vec<_>, Vec<_>) = said.partition(|(_, from, _)| *from <= at);
        // Before anything was said the first plan counts; one written at the same moment took its place.
        let first = after.iter().take_while(|(_, from, _)| *from == after[0].1).last();
        let Some((.., plan)) = before.last().or(first) else { return true };
        if plan.always {
            return true;
        }
        let wall = Moment::from_millisecond(at).unwrap().in_tz(&plan.time_zone).unwrap();
        let clock = wall.strftime("%H:%M").to_string();
        let (today, yesterday) = (wall.date(), wall.date().yesterday().unwrap());
        let day = |date: jiff::civil::Date| -> Vec<Range> {
            let of_week = |day: i8| {
                let own = plan.week.iter().filter(|range| range.day == day);
                own.map(|range| Range { opens: range.opens.clone(), closes: range.closes.clone() }).collect()
            };
            match plan.special_days.iter().find(|special| special.date == date.to_string()) {
                Some(special) => special.like.map_or_else(|| special.ranges.clone(), of_week),
                None => of_week(date.weekday().to_monday_one_offset()),
            }
        };
        let over_night = |range: &Range| range.closes <= range.opens;
        let now = day(today)
            .iter()
            .any(|range| range.opens <= clock && (over_night(range) || clock < range.closes));
        now || day(yesterday).iter().any(|range| over_night(range) && clock < range.closes)
    }
}

/// What a clock goes by.
#[derive(Debug, Clone, PartialEq)]
struct Promised {
    wrote: Wrote,
    target: i64,
}

/// One clock.
#[derive(Debug, Clone, PartialEq)]
struct Run {
    promise: Option<Promised>,
    spent: i64,
    over: bool,
    ended: Option<(i64, &'static str)>,
}

/// A clock as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    pub policy: i64,
    pub version: i64,
    pub target: i64,
    pub spent: i64,
    pub over: bool,
    pub ended: Option<(i64, &'static str)>,
    pub rests: bool,
}

/// A conversation.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "the slow count keeps each fact by itself")]
pub struct Slow {
    pub at: i64,
    begun: bool,
    state: State,
    asleep_until_reply: bool,
    waits: bool,
    replied: bool,
    merged: bool,
    team: Option<i64>,
    urgent: bool,
    labels: Vec<String>,
    kind: i64,
    of: Option<i64>,
    clocks: [Option<Run>; 3],
    /// Just before it was closed.
    closing: Option<Box<Slow>>,
}

impl Slow {
    pub fn new() -> Self {
        Self {
            at: 0,
            begun: false,
            state: State::Waiting,
            asleep_until_reply: false,
            waits: false,
            replied: false,
            merged: false,
            team: None,
            urgent: false,
            labels: Vec::new(),
            kind: 0,
            of: None,
            clocks: [None, None, None],
            closing: None,
        }
    }

    fn rests(&self, kind: usize) -> bool {
        let Some(run) = &self.clocks[kind] else { return false };
        let waits = run.promise.as_ref().is_some_and(|promise| promise.wrote.waits);
        kind == 2 && (self.asleep_until_reply || waits && self.replied && !self.waits)
    }

    /// Counts up to a moment; time does not go back.
    pub fn goes_on(&mut self, to: i64, beside: &Beside) {
        if self.at == 0 {
            self.at = to;
        }
        while self.at < to {
            for kind in 0..3 {
                let rests = self.rests(kind);
                let Some(Run { promise: Some(promise), spent, over, ended: None }) = &mut self.clocks[kind]
                else {
                    continue;
                };
                if rests {
                    continue;
                }
                *over |= *spent >= promise.target;
                if beside.is_open(promise.wrote.calendar, self.at) {
                    *spent += TICK;
                }
            }
            self.at += TICK;
        }
    }

    fn promise(&self, kind: usize, position: i64, beside: &Beside) -> Option<Promised> {
        let fits = |wrote: &&Wrote| {
            wrote.team.is_none_or(|team| self.team == Some(team))
                && wrote.label.is_none_or(|label| self.labels.iter().any(|given| given == label))
                && wrote.kind.is_none_or(|kind| self.kind == kind)
                && wrote.of.is_none_or(|of| self.of == Some(of))
        };
        let wrote = beside.in_force(position).iter().find(fits)?;
        let target = wrote.targets[kind][usize::from(!self.urgent)]?;
        Some(Promised { wrote: wrote.clone(), target })
    }

    fn choose(&mut self, position: i64, beside: &Beside) {
        for kind in 0..3 {
            self.choose_one(kind, position, beside);
        }
    }

    fn choose_one(&mut self, kind: usize, position: i64, beside: &Beside) {
        let promise = self.promise(kind, position, beside);
        if let Some(run) = self.clocks[kind].as_mut().filter(|run| run.ended.is_none())
            && run.promise != promise
        {
            run.over = promise.as_ref().is_some_and(|promise| run.spent > promise.target);
            run.promise = promise;
        }
    }

    fn start(&mut self, kind: usize, position: i64, beside: &Beside) {
        let promise = self.promise(kind, position, beside);
        self.clocks[kind] = Some(Run { promise, spent: 0, over: false, ended: None });
    }

    fn asks(&mut self, position: i64, beside: &Beside) {
        let kind = usize::from(self.replied);
        if self.clocks[kind].as_ref().is_none_or(|run| run.ended.is_some()) {
            self.start(kind, position, beside);
        }
    }

    fn end(&mut self, kinds: &[usize], how: &'static str) {
        for kind in kinds {
            if let Some(run) = self.clocks[*kind].as_mut().filter(|run| run.ended.is_none()) {
                run.ended = Some((self.at, how));
            }
        }
    }

    /// The policies changed for what ran, too.
    pub fn policies_changed(&mut self, position: i64, at: i64, beside: &Beside) {
        if self.begun {
            self.goes_on(at, beside);
            self.choose(position, beside);
        }
    }

    /// Takes an entry.
    pub fn takes(
        &mut self,
        (position, at): (i64, i64),
        actor: Actor,
        event: &ConversationEvent,
        (labels, of): (&[String], Typed),
        beside: &Beside,
    ) {
        self.goes_on(at, beside);
        self.begun = true;
        match *event {
            ConversationEvent::Message { note: false } if actor.kind == ActorKind::Visitor => {
                self.waits = true;
                if self.state != State::Bot {
                    self.asks(position, beside);
                }
            }
            ConversationEvent::Message { note: false } if actor.kind == ActorKind::Agent => {
                self.waits = false;
                self.leaves_bot(position, beside);
                self.replied = true;
                self.end(&[0, 1], "answered");
            }
            ConversationEvent::Message { note: false } if actor == Actor::BOT && self.state == State::Bot => {
                self.waits = false;
            }
            ConversationEvent::StateChanged { to, until, undone } => {
                if self.state == State::Bot && to == State::Waiting && actor == Actor::BOT {
                    self.waits = true;
                }
                self.stands(to, until.is_none(), undone, position, beside);
            }
            ConversationEvent::Assigned { .. } | ConversationEvent::Transferred { .. } => {
                self.leaves_bot(position, beside);
            }
            ConversationEvent::TeamChanged { to, .. } => {
                self.team = to.map(|team| team.0);
                self.choose(position, beside);
            }
            ConversationEvent::PriorityChanged { to, .. } => {
                self.urgent = to as i64 == 1;
                self.choose(position, beside);
            }
            ConversationEvent::Labelled => {
                self.labels = labels.to_vec();
                self.choose(position, beside);
            }
            ConversationEvent::NoAnswerNeeded => {
                self.waits = false;
                self.end(&[0, 1], "not needed");
            }
            ConversationEvent::Ticket { .. } => {
                self.kind = 1;
                self.is_of(of);
                self.choose(position, beside);
                if self.clocks[2].is_none() {
                    self.start(2, position, beside);
                }
            }
            // Only another type may have another promise.
            ConversationEvent::TicketChanged { .. } if of != Typed::Same => {
                self.is_of(of);
                self.choose(position, beside);
            }
            ConversationEvent::Merged { .. } if self.state != State::Closed => {
                self.shut("merged");
                self.merged = true;
            }
            _ => {}
        }
        if matches!(event, ConversationEvent::Message { note: false }) && self.clocks[2].is_none() {
            self.start(2, position, beside);
        }
    }

    fn is_of(&mut self, of: Typed) {
        if let Typed::As(of) = of {
            self.of = of;
        }
    }

    fn shut(&mut self, how: &'static str) {
        self.closing = None;
        self.closing = Some(Box::new(self.clone()));
        self.waits = false;
        self.end(&[0, 1, 2], how);
        self.state = State::Closed;
        self.asleep_until_reply = false;
    }

    fn leaves_bot(&mut self, position: i64, beside: &Beside) {
        if self.state == State::Bot {
            self.state = State::Open;
            if self.waits {
                self.asks(position, beside);
            }
        }
    }

    fn stands(&mut self, to: State, until_reply: bool, undone: bool, position: i64, beside: &Beside) {
        if to == State::Closed {
            if !std::mem::take(&mut self.merged) {
                self.shut("closed");
            }
            return;
        }
        let was_closed = self.state == State::Closed;
        if matches!(to, State::Waiting | State::Open) {
            self.leaves_bot(position, beside);
        }
        if to == State::Bot {
            self.end(&[0, 1], "not needed");
        }
        self.state = to;
        self.asleep_until_reply = to == State::Snoozed && (until_reply || self.kind == 1);
        if !was_closed {
            return;
        }
        let Some(closing) = self.closing.take() else { return };
        if undone {
            // As if it had not been closed: what ran goes on from then.
            let now = self.at;
            self.waits = closing.waits;
            for kind in 0..3 {
                let ran = closing.clocks[kind].as_ref().is_some_and(|run| run.ended.is_none());
                if ran && (self.waits || kind == 2) {
                    self.clocks[kind].clone_from(&closing.clocks[kind]);
                    self.choose_one(kind, position, beside);
                }
            }
            self.at = closing.at;
            self.goes_on(now, beside);
        } else if let Some(run) = &mut self.clocks[2] {
            run.ended = None;
            self.choose_one(2, position, beside);
        }
    }

    /// A clock as it stands.
    pub fn clock(&self, kind: ClockKind) -> Option<Stands> {
        let kind = kind as usize - 1;
        let run = self.clocks[kind].as_ref()?;
        let promise = run.promise.as_ref()?;
        Some(Stands {
            policy: promise.wrote.id,
            version: promise.wrote.position,
            target: promise.target,
            spent: run.spent,
            over: run.over,
            ended: run.ended,
            rests: run.ended.is_none() && self.rests(kind),
        })
    }
}
