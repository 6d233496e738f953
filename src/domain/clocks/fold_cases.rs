//! The table of what starts, ends and stops a clock. Time is minutes; the shop is open day and night unless a case says
//! otherwise.

use super::fold::{Clock, Entry, Fold, How, Typed};
use super::promise::{Case, Promise, Rules};
use crate::clock::Timestamp;
use crate::events::{Actor, Alarm, By, ClockKind, ConversationEvent, LogPosition, Priority, State};
use crate::ids::{AgentId, CalendarId, ConversationId, TeamId, VisitorId};

const MINUTE: i64 = 60_000;

/// Ten minutes for an answer and an hour for the solution; urgent ones half of that. Team 7 has its own policy, which counts only
/// open hours: the second half of each hour is open.
struct Shop;

impl Rules for Shop {
    fn promise(&self, kind: ClockKind, case: &Case, position: LogPosition) -> Option<Promise> {
        let minutes = match kind {
            ClockKind::First | ClockKind::Next => 10,
            ClockKind::Solution => 60,
        };
        let share = if case.priority() == Priority::Urgent { 2 } else { 1 };
        let target_ms = minutes * MINUTE / share;
        let own = case.team() == Some(TeamId(7));
        if case.labels.iter().any(|label| label == "no promise") || position < 2 {
            return None;
        }
        Some(Promise {
            policy: if own { 2 } else { 1 },
            version: 1,
            target_ms,
            warn_ms: target_ms * 75 / 100,
            calendar: own.then_some(1),
            rests_with_customer: true,
        })
    }

    fn open_ms(&self, calendar: Option<CalendarId>, from: Timestamp, to: Timestamp) -> i64 {
        let open = |at: i64| at / (60 * MINUTE) * 30 * MINUTE + (at % (60 * MINUTE) - 30 * MINUTE).max(0);
        calendar.map_or(to.0 - from.0, |_| open(to.0) - open(from.0))
    }

    fn add_open(&self, calendar: Option<CalendarId>, from: Timestamp, ms: i64) -> Option<Timestamp> {
        (from.0..=from.0 + ms * 3 + 60 * MINUTE)
            .step_by(MINUTE as usize)
            .map(Timestamp)
            .find(|at| self.open_ms(calendar, from, *at) >= ms)
    }

    fn is_open(&self, calendar: Option<CalendarId>, at: Timestamp) -> bool {
        calendar.is_none() || at.0 % (60 * MINUTE) >= 30 * MINUTE
    }

    fn next_change(&self, _: Option<CalendarId>, _: Timestamp) -> Option<Timestamp> {
        None
    }
}

/// A conversation that is told of in minutes.
struct Told {
    fold: Fold,
    imported: bool,
}

impl Told {
    fn new() -> Self {
        Self { fold: Fold::new(Case::new(0, "web".to_owned())), imported: false }
    }

    fn entry(&mut self, minute: i64, actor: Actor, event: ConversationEvent, labels: &[&str]) -> &mut Self {
        let entry = Entry {
            position: self.fold.position + 2,
            sequence: self.fold.sequence + 1,
            at: Timestamp(minute * MINUTE),
            imported: self.imported,
            actor,
            event,
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            of: Typed::Same,
        };
        self.fold.take(&entry, &Shop);
        self
    }

    fn customer(&mut self, minute: i64) -> &mut Self {
        self.entry(minute, Actor::visitor(VisitorId(3)), ConversationEvent::Message { note: false }, &[])
    }

    fn person(&mut self, minute: i64) -> &mut Self {
        self.agent(minute, ConversationEvent::Message { note: false })
    }

    fn agent(&mut self, minute: i64, event: ConversationEvent) -> &mut Self {
        self.entry(minute, Actor::agent(AgentId(5)), event, &[])
    }

    fn state(&mut self, minute: i64, to: State) -> &mut Self {
        self.agent(minute, ConversationEvent::StateChanged { to, until: None, undone: false })
    }

    fn undo(&mut self, minute: i64, to: State) -> &mut Self {
        self.agent(minute, ConversationEvent::StateChanged { to, until: None, undone: true })
    }

    fn team(&mut self, minute: i64, to: Option<i64>) -> &mut Self {
        self.agent(minute, ConversationEvent::TeamChanged { to: to.map(TeamId), by: By::Person })
    }

    fn priority(&mut self, minute: i64, to: Priority) -> &mut Self {
        self.agent(minute, ConversationEvent::PriorityChanged { to, by: By::Person })
    }

    fn labels(&mut self, minute: i64, labels: &[&str]) -> &mut Self {
        self.entry(minute, Actor::agent(AgentId(5)), ConversationEvent::Labelled, labels)
    }

    /// A clock at a minute, in words.
    fn at(&self, kind: ClockKind, minute: i64) -> String {
        let Some(clock) = self.fold.clock(kind) else { return "none".to_owned() };
        let now = Timestamp(minute * MINUTE);
        let spent = clock.spent(now, &Shop) / MINUTE;
        let over = if clock.is_broken(now, &Shop) { " broken" } else { "" };
        let stands = match (clock.how, clock.since, clock.promise) {
            (Some(How::Answered), ..) => "answered",
            (Some(How::Closed), ..) => "closed",
            (Some(How::NotNeeded), ..) => "not needed",
            (Some(How::Merged), ..) => "merged",
            (None, Some(_), _) => "runs",
            (None, None, Some(_)) => "rests",
            (None, None, None) => "unpromised",
        };
        let due = clock.due(&Shop).map_or(String::new(), |due| format!(" due {}", due.0 / MINUTE));
        format!("{stands} {spent}{over}{due}")
    }

    fn first(&self, minute: i64) -> String {
        self.at(ClockKind::First, minute)
    }

    fn next(&self, minute: i64) -> String {
        self.at(ClockKind::Next, minute)
    }

    fn solution(&self, minute: i64) -> String {
        self.at(ClockKind::Solution, minute)
    }
}

#[test]
fn a_tickets_solution_rests_while_its_status_says_so() {
    let mut told = Told::new();
    told.customer(0);
    told.agent(10, ConversationEvent::Ticket { number: 1 });
    assert!(told.solution(20).starts_with("runs 20"), "{}", told.solution(20));
    let until = Some(Timestamp(90 * MINUTE));
    told.agent(20, ConversationEvent::StateChanged { to: State::Snoozed, until, undone: false });
    assert!(told.solution(30).starts_with("rests 20"), "{}", told.solution(30));
    told.state(30, State::Open);
    assert!(told.solution(35).starts_with("runs 25"), "{}", told.solution(35));
    told.agent(40, ConversationEvent::Merged { into: ConversationId(9) });
    told.state(40, State::Closed);
    assert!(told.solution(50).starts_with("merged 30"), "{}", told.solution(50));
    // As if it had not been.
    told.agent(60, ConversationEvent::Unmerged { into: ConversationId(9) });
    told.undo(60, State::Open);
    assert!(told.solution(60).starts_with("runs 50"), "{}", told.solution(60));
    told.state(70, State::Closed);
    told.state(80, State::Open);
    assert!(told.solution(90).starts_with("runs 70"), "reopened it goes on with what was spent");
}

#[test]
fn a_ticket_without_words_has_a_solution_to_find() {
    let mut told = Told::new();
    told.agent(3, ConversationEvent::Ticket { number: 1 });
    assert!(told.solution(5).starts_with("runs 2"), "{}", told.solution(5));
    assert_eq!(told.first(5), "none");
}

#[test]
fn the_first_answer_is_a_persons() {
    let mut told = Told::new();
    told.customer(0);
    assert_eq!(told.first(4), "runs 4 due 10");
    // None of these is an answer.
    told.agent(1, ConversationEvent::Message { note: true });
    told.entry(2, Actor::SYSTEM, ConversationEvent::Message { note: false }, &[]);
    told.agent(3, ConversationEvent::Recalled { message: 1 });
    told.agent(3, ConversationEvent::Assigned { to: AgentId(5), by: By::Person });
    let until = Some(Timestamp(90 * MINUTE));
    told.agent(4, ConversationEvent::StateChanged { to: State::Snoozed, until, undone: false });
    told.customer(5);
    assert_eq!(told.first(6), "runs 6 due 10", "since the first word");
    told.person(7);
    assert_eq!(told.first(60), "answered 7");
    assert_eq!(told.next(60), "none");
    // In the very millisecond is in time; a minute later is not.
    for (minute, expected) in [(10, "answered 10"), (11, "answered 11 broken")] {
        let mut told = Told::new();
        told.customer(0).person(minute);
        assert_eq!(told.first(60), expected);
    }
}

#[test]
fn each_later_word_starts_the_next_answer_once() {
    let mut told = Told::new();
    told.customer(0).person(5).customer(20).customer(22);
    assert_eq!((told.first(25), told.next(25)), ("answered 5".into(), "runs 5 due 30".into()));
    told.person(26).customer(40);
    assert_eq!(told.next(41), "runs 1 due 50", "a new run begins with nothing spent");
    told.agent(42, ConversationEvent::NoAnswerNeeded);
    assert_eq!(told.next(60), "not needed 2");
    told.customer(61);
    assert_eq!(told.next(62), "runs 1 due 71");
    // Who writes first is not answered.
    let mut told = Told::new();
    told.person(0);
    assert_eq!((told.first(1), told.next(1)), ("none".into(), "none".into()));
    told.customer(2);
    assert_eq!((told.first(3), told.next(3)), ("none".into(), "runs 1 due 12".into()));
}

#[test]
fn closing_ends_answers_and_meets_the_solution() {
    let mut told = Told::new();
    told.customer(0).state(4, State::Closed);
    assert_eq!((told.first(60), told.solution(60)), ("closed 4".into(), "closed 4".into()));
    // Reopened by the next word: nobody replied yet, so it is the first answer that begins anew; the solution goes on.
    told.state(100, State::Waiting).customer(100);
    assert_eq!((told.first(101), told.solution(101)), ("runs 1 due 110".into(), "runs 5 due 156".into()));
    told.person(102).state(103, State::Closed);
    assert_eq!(told.solution(200), "closed 6", "while the customer was to answer it rested");
}

#[test]
fn undoing_a_closing_is_as_if_it_had_not_been() {
    let mut told = Told::new();
    told.customer(0).state(4, State::Closed).undo(6, State::Waiting);
    assert_eq!((told.first(7), told.solution(7)), ("runs 7 due 10".into(), "runs 7 due 60".into()));
    // An earlier closing is not undone with it.
    let mut told = Told::new();
    told.customer(0).state(1, State::Closed).person(2).customer(3).state(4, State::Closed);
    told.undo(5, State::Waiting);
    assert_eq!((told.first(6), told.next(6)), ("closed 1".into(), "runs 3 due 13".into()));
    // What was over before stays over: nobody waits.
    let mut told = Told::new();
    told.customer(0).person(1).state(2, State::Closed).undo(3, State::Open);
    assert_eq!((told.first(4), told.solution(4)), ("answered 1".into(), "rests 1".into()));
    // What is promised otherwise by then rests, too, while it was closed.
    let mut told = Told::new();
    told.customer(0).person(1).state(2, State::Closed).priority(3, Priority::Urgent).undo(9, State::Open);
    assert_eq!(told.solution(20), "rests 1");
    let mut told = Told::new();
    told.customer(0).agent(1, ConversationEvent::NoAnswerNeeded);
    told.state(2, State::Closed).undo(3, State::Waiting);
    assert_eq!(told.first(4), "not needed 1");
}

#[test]
fn the_solution_rests_while_the_customer_is_to_answer_or_sleeps_until_then() {
    let mut told = Told::new();
    told.customer(0).person(10);
    assert_eq!(told.solution(50), "rests 10");
    told.customer(70);
    assert_eq!(told.solution(75), "runs 15 due 120");
    told.state(80, State::Snoozed);
    assert_eq!((told.solution(300), told.next(81)), ("rests 20".into(), "runs 11 broken due 80".into()));
    told.state(300, State::Open);
    assert_eq!(told.solution(310), "runs 30 due 340");
    // A snooze with a time stops nothing.
    let until = Some(Timestamp(900 * MINUTE));
    told.agent(320, ConversationEvent::StateChanged { to: State::Snoozed, until, undone: false });
    assert_eq!(told.solution(330), "runs 50 due 340");
}

#[test]
fn what_the_bot_answers_waits_for_nobody_until_it_hands_over() {
    let mut told = Told::new();
    told.state(0, State::Bot).customer(1);
    assert_eq!((told.first(9), told.solution(9)), ("none".into(), "runs 8 due 61".into()));
    told.state(20, State::Waiting);
    assert_eq!(told.first(21), "runs 1 due 30");
    // A colleague who takes it ends the bot's turn, too.
    let mut told = Told::new();
    told.state(0, State::Bot).customer(1);
    told.agent(5, ConversationEvent::Assigned { to: AgentId(5), by: By::Person });
    assert_eq!(told.first(6), "runs 1 due 15");
    // Somebody who replied before: the next answer.
    told.person(7).state(8, State::Bot).customer(9).state(10, State::Waiting);
    assert_eq!((told.first(11), told.next(11)), ("answered 2".into(), "runs 1 due 20".into()));
}

#[test]
fn what_the_bot_answered_is_owed_by_nobody_and_what_it_hands_over_by_somebody() {
    let says = ConversationEvent::Message { note: false };
    let hands_over = ConversationEvent::StateChanged { to: State::Waiting, until: None, undone: false };
    // Answered, and taken by a colleague: nothing is promised before the next word.
    let mut told = Told::new();
    told.state(0, State::Bot).customer(1).entry(2, Actor::BOT, says, &[]);
    told.agent(5, ConversationEvent::Assigned { to: AgentId(5), by: By::Person });
    assert_eq!(told.first(6), "none");
    told.customer(7);
    assert_eq!(told.first(8), "runs 1 due 17");
    // Answered, not helped, and handed over: somebody owes an answer from then on.
    let mut told = Told::new();
    told.state(0, State::Bot).customer(1).entry(2, Actor::BOT, says, &[]);
    told.entry(3, Actor::visitor(VisitorId(3)), ConversationEvent::Feedback, &[]);
    assert_eq!(told.first(4), "none", "what was said of an answer asks for none");
    told.entry(5, Actor::BOT, hands_over, &[]);
    assert_eq!(told.first(6), "runs 1 due 15");
    told.entry(7, Actor::BOT, says, &[]);
    assert_eq!(told.first(8), "runs 3 due 15", "a notice answers nothing");
    // Given to the bot, nobody owes one.
    told.state(9, State::Bot);
    assert_eq!(told.first(12), "not needed 4");
}

#[test]
fn another_team_priority_or_label_means_another_promise_and_keeps_what_was_spent() {
    let mut told = Told::new();
    told.customer(0).priority(4, Priority::Urgent);
    assert_eq!(told.first(4), "runs 4 due 5");
    told.priority(8, Priority::Low);
    assert_eq!(told.first(8), "runs 8 due 10", "judged by the promise that holds");
    // From minute 9 on only the second halves of hours count.
    told.team(9, Some(7));
    assert_eq!(told.first(20), "runs 9 due 31");
    told.labels(30, &["no promise"]);
    assert_eq!(told.first(200), "unpromised 9");
    told.labels(90, &[]);
    assert_eq!(told.first(90), "runs 9 due 91", "time for which nothing was promised does not count");
    told.team(90, None).person(92);
    assert_eq!(told.first(200), "answered 11 broken");
    // A clock that ended is not judged again.
    told.priority(93, Priority::Urgent);
    assert_eq!(told.first(200), "answered 11 broken");
}

#[test]
fn what_was_imported_starts_nothing_and_is_remembered() {
    let mut told = Told::new();
    told.imported = true;
    told.customer(0).person(5).customer(6);
    assert_eq!((told.first(9), told.solution(9)), ("none".into(), "none".into()));
    told.imported = false;
    told.customer(100);
    assert_eq!((told.first(101), told.next(101)), ("none".into(), "runs 1 due 110".into()));
    assert_eq!(told.solution(101), "runs 1 due 160");
}

#[test]
fn time_never_goes_back() {
    let mut told = Told::new();
    told.customer(100).person(90);
    assert_eq!(told.first(100), "answered 0");
    told.customer(95);
    assert_eq!(told.next(99), "runs 0 due 110", "since the last entry");
}

#[test]
fn alarms_are_told_once_and_again_under_another_promise() {
    let next = |told: &Told, minute: i64| {
        let clock = told.fold.clock(ClockKind::First).expect("it started");
        clock.next_alarm(Timestamp(minute * MINUTE), &Shop).map(|(alarm, at)| (alarm, at.0 / MINUTE))
    };
    let alarm = |alarm: Alarm| ConversationEvent::Clock { clock: ClockKind::First, alarm, due: Timestamp(0) };
    let mut told = Told::new();
    told.customer(0);
    assert_eq!(next(&told, 3), Some((Alarm::Warned, 8)), "in whole minutes here");
    assert_eq!(next(&told, 12), Some((Alarm::Broken, 10)), "a warning that comes too late is left out");
    told.agent(8, alarm(Alarm::Warned));
    assert_eq!(next(&told, 9), Some((Alarm::Broken, 10)));
    told.agent(11, alarm(Alarm::Broken));
    assert_eq!(next(&told, 12), None);
    told.priority(12, Priority::Urgent);
    assert_eq!(next(&told, 13), None, "it is broken by that promise as well");
    told.priority(12, Priority::Normal).team(12, Some(7));
    assert_eq!(next(&told, 13), None);
    let mut told = Told::new();
    told.priority(0, Priority::Urgent)
        .customer(0)
        .agent(4, alarm(Alarm::Warned))
        .agent(6, alarm(Alarm::Broken));
    told.priority(6, Priority::Normal);
    assert_eq!(next(&told, 6), Some((Alarm::Warned, 8)), "a longer promise warns anew");
    told.person(7);
    assert_eq!(next(&told, 20), None);
    let ended: Option<&Clock> = told.fold.clock(ClockKind::First);
    assert!(ended.is_some_and(|clock| clock.broken_at.is_none() && clock.warned_at.is_none()));
}

#[test]
fn policies_that_change_for_running_clocks_too_are_looked_for_again() {
    let mut told = Told::new();
    told.labels(0, &["no promise"]).customer(0);
    assert_eq!(told.first(5), "unpromised 0");
    told.fold.case.labels.clear();
    told.fold.policies_changed(told.fold.position + 1, Timestamp(6 * MINUTE), &Shop);
    assert_eq!(told.first(7), "runs 1 due 16");
}

#[test]
fn what_is_stored_is_read_again_and_another_form_is_not() {
    let mut told = Told::new();
    told.customer(0).team(3, Some(7)).labels(4, &["退款"]).person(5).state(6, State::Closed);
    let json = told.fold.to_json();
    assert_eq!(Fold::stored(&json), Some(told.fold));
    assert_eq!(Fold::stored(&json.replacen("\"form\":2", "\"form\":0", 1)), None);
    assert_eq!(Fold::stored("{}"), None);
}
