//! What may happen to a conversation. Each decision returns its events, implied ones included, and has applied them already.

use super::{Conversation, Moment, Standing, Step};
use crate::clock::Timestamp;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::state::State;
use crate::domain::conversations::wrong_state;
use crate::events::{Actor, ActorKind, By, ConversationEvent};
use crate::fault::Fault;
use crate::ids::{AgentId, ContactId};

impl Conversation {
    /// Adds an entry, and what it implies.
    pub(super) fn enter(&mut self, steps: &mut Vec<Step>, moment: Moment, event: ConversationEvent) {
        let sequence = Some(self.last_sequence + 1);
        self.apply(&event, sequence, moment);
        steps.push(Step { actor: moment.actor, sequence, event });
        for event in self.implied(&event, moment.actor).into_iter().flatten() {
            self.apply(&event, None, moment);
            steps.push(Step { actor: moment.actor, sequence: None, event });
        }
    }

    /// What an entry implies: an agent's answer assigns an unassigned conversation, an assigned one is open, and one that goes
    /// to another team waits there for somebody of it.
    fn implied(&self, event: &ConversationEvent, actor: Actor) -> [Option<ConversationEvent>; 2] {
        let attended = matches!(self.state, State::Waiting | State::Bot).then(|| changed(State::Open));
        match event {
            // A colleague of another desk, of an imported history, is nobody here.
            ConversationEvent::Message { note: false } if actor.kind == ActorKind::Agent && actor.id != 0 => {
                let to = AgentId(actor.id);
                let taken = ConversationEvent::Assigned { to, by: By::Person };
                [self.agent.is_none().then_some(taken), attended]
            }
            ConversationEvent::Assigned { .. } | ConversationEvent::Transferred { .. } => [None, attended],
            ConversationEvent::Unassigned { .. } if self.state == State::Open => {
                [None, Some(changed(State::Waiting))]
            }
            ConversationEvent::TeamChanged { to: Some(_), .. } if self.agent.is_some() => {
                let left = ConversationEvent::Unassigned { by: By::TeamChanged };
                [Some(left), (self.state == State::Open).then(|| changed(State::Waiting))]
            }
            _ => [None, None],
        }
    }

    pub(super) fn entry(&mut self, moment: Moment, event: ConversationEvent) -> Vec<Step> {
        let mut steps = Vec::new();
        self.enter(&mut steps, moment, event);
        steps
    }

    /// An entry of an imported history, and what it implies.
    #[must_use]
    pub fn follow(&mut self, moment: Moment, event: ConversationEvent) -> Vec<Step> {
        self.entry(moment, event)
    }

    /// The customer writes: a snoozed or closed conversation opens again. `agent_left` says that the assigned
    /// agent is disabled.
    #[must_use]
    pub fn receive(&mut self, moment: Moment, agent_left: bool) -> Vec<Step> {
        self.hear(moment, agent_left, false)
    }

    /// The same, where the bot may be on duty for what is closed.
    #[must_use]
    pub fn hear(&mut self, moment: Moment, agent_left: bool, on_duty: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        match self.state {
            State::Closed if on_duty && self.kind == Kind::Chat => {
                self.enter(&mut steps, moment, changed(State::Bot));
            }
            State::Snoozed | State::Closed => self.awake(&mut steps, moment, agent_left),
            _ => {}
        }
        self.enter(&mut steps, moment, ConversationEvent::Message { note: false });
        steps
    }

    /// An agent answers: that opens the conversation, and assigns an unassigned one to them.
    #[must_use]
    pub fn reply(&mut self, moment: Moment, agent_left: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.state.is_closed() {
            self.leave(&mut steps, moment.at, agent_left);
            self.enter(&mut steps, moment, changed(State::Open));
        }
        self.enter(&mut steps, moment, ConversationEvent::Message { note: false });
        steps
    }

    /// A member of the team writes a note.
    #[must_use]
    pub fn note(&mut self, moment: Moment) -> Vec<Step> {
        self.entry(moment, ConversationEvent::Message { note: true })
    }

    /// Assigns the conversation; a waiting one opens.
    pub fn assign(&mut self, moment: Moment, to: AgentId, by: By) -> Result<Vec<Step>, Fault> {
        self.must_be_open()?;
        Ok(self.entry(moment, ConversationEvent::Assigned { to, by }))
    }

    /// Unassigns the conversation; an open one waits again.
    pub fn release(&mut self, moment: Moment, by: By) -> Result<Vec<Step>, Fault> {
        self.must_be_open()?;
        Ok(self.entry(moment, ConversationEvent::Unassigned { by }))
    }

    /// Transfers the conversation to another agent.
    pub fn transfer(&mut self, moment: Moment, to: AgentId) -> Result<Vec<Step>, Fault> {
        self.must_be_open()?;
        Ok(self.entry(moment, ConversationEvent::Transferred { to }))
    }

    /// Snoozes it until a time, or the customer's next message.
    pub fn snooze(&mut self, moment: Moment, until: Option<Timestamp>) -> Result<Vec<Step>, Fault> {
        self.must_become(State::Snoozed)?;
        let event = ConversationEvent::StateChanged { to: State::Snoozed, until, undone: false };
        Ok(self.entry(moment, event))
    }

    /// Its snooze ends; nothing happens if it was woken or changed before.
    pub fn wake(&mut self, moment: Moment, agent_left: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.snoozed_until.is_some_and(|until| until <= moment.at) {
            self.awake(&mut steps, moment, agent_left);
        }
        steps
    }

    /// Closes it.
    pub fn close(&mut self, moment: Moment) -> Result<Vec<Step>, Fault> {
        self.must_become(State::Closed)?;
        Ok(self.entry(moment, changed(State::Closed)))
    }

    /// Opens a closed or snoozed conversation again.
    pub fn reopen(&mut self, moment: Moment, agent_left: bool) -> Result<Vec<Step>, Fault> {
        self.must_stand_for_itself()?;
        if !matches!(self.state, State::Closed | State::Snoozed) {
            return Err(wrong_state());
        }
        let mut steps = Vec::new();
        self.awake(&mut steps, moment, agent_left);
        Ok(steps)
    }

    /// Restores the state before an action that is undone: the one change that the table of states does not restrict.
    pub fn restore(&mut self, moment: Moment, before: Standing) -> Result<Vec<Step>, Fault> {
        self.must_stand_for_itself()?;
        let Standing { state, agent, snoozed_until: until, team, priority } = before;
        let mut steps = Vec::new();
        if self.priority != priority {
            let event = ConversationEvent::PriorityChanged { to: priority, by: By::Person };
            self.enter(&mut steps, moment, event);
        }
        if self.team != team {
            self.enter(&mut steps, moment, ConversationEvent::TeamChanged { to: team, by: By::Person });
        }
        match agent {
            _ if agent == self.agent => {}
            Some(to) => self.enter(&mut steps, moment, ConversationEvent::Assigned { to, by: By::Person }),
            None => self.enter(&mut steps, moment, ConversationEvent::Unassigned { by: By::Person }),
        }
        // As everywhere, open means assigned and waiting means unassigned.
        let to = match state {
            State::Waiting | State::Open => State::awake(agent.is_some()),
            State::Bot if self.kind != Kind::Chat => State::awake(agent.is_some()),
            other => other,
        };
        let until = until.filter(|_| to == State::Snoozed);
        if self.state != to || self.snoozed_until != until {
            let undone = self.state.is_closed() && !to.is_closed();
            self.enter(&mut steps, moment, ConversationEvent::StateChanged { to, until, undone });
        }
        Ok(steps)
    }

    /// Rates it, by the customer or by an agent for them.
    #[must_use]
    pub fn rate(&mut self, moment: Moment, stars: i64) -> Vec<Step> {
        self.entry(moment, ConversationEvent::Rated { stars })
    }

    /// Changes its labels.
    #[must_use]
    pub fn label(&mut self, moment: Moment) -> Vec<Step> {
        self.entry(moment, ConversationEvent::Labelled)
    }

    /// Moves it to the contact that the visitor turned out to be.
    #[must_use]
    pub fn belong(&mut self, moment: Moment, to: ContactId) -> Vec<Step> {
        self.entry(moment, ConversationEvent::ContactChanged { to })
    }

    /// A message was edited or recalled.
    #[must_use]
    pub fn replace(&mut self, moment: Moment, message: i64, recalled: bool) -> Vec<Step> {
        let event = if recalled {
            ConversationEvent::Recalled { message }
        } else {
            ConversationEvent::Edited { message }
        };
        self.entry(moment, event)
    }

    /// Opens it again: with its agent, or waiting if there is none or they left.
    pub(super) fn awake(&mut self, steps: &mut Vec<Step>, moment: Moment, agent_left: bool) {
        self.leave(steps, moment.at, agent_left);
        self.enter(steps, moment, changed(State::awake(self.agent.is_some())));
    }

    /// Unassigns it if its agent left while it was closed or snoozed.
    pub(super) fn leave(&mut self, steps: &mut Vec<Step>, at: Timestamp, agent_left: bool) {
        if agent_left && self.agent.is_some() {
            let event = ConversationEvent::Unassigned { by: By::Disabled };
            self.enter(steps, Moment { actor: Actor::SYSTEM, at }, event);
        }
    }

    pub(super) const fn must_be_open(&self) -> Result<(), Fault> {
        if self.state.is_closed() { Err(wrong_state()) } else { Ok(()) }
    }

    const fn must_become(&self, next: State) -> Result<(), Fault> {
        if self.state.can_become(next) { Ok(()) } else { Err(wrong_state()) }
    }
}

const fn changed(to: State) -> ConversationEvent {
    ConversationEvent::StateChanged { to, until: None, undone: false }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::conversations::conversation::Asks;
    use crate::events::{Alarm, ClockKind, Priority};
    use crate::ids::{ConversationId, TeamId, VisitorId};

    const AGENTS: [AgentId; 2] = [AgentId(51), AgentId(52)];

    fn at(second: i64) -> Timestamp {
        Timestamp(1_000_000 + second * 1_000)
    }

    fn new() -> Conversation {
        Conversation::opened(ConversationId(1), ContactId(2), VisitorId(3))
    }

    fn customer(second: i64) -> Moment {
        Moment { actor: Actor::visitor(VisitorId(3)), at: at(second) }
    }

    fn agent(second: i64) -> Moment {
        Moment { actor: Actor::agent(AGENTS[0]), at: at(second) }
    }

    fn standing(conversation: &Conversation) -> (State, Option<AgentId>, Option<Timestamp>) {
        (conversation.state, conversation.agent, conversation.waiting_since)
    }

    #[test]
    fn a_reply_takes_what_nobody_has_and_says_so_without_a_sequence() {
        let mut conversation = new();
        let _ = conversation.receive(customer(1), false);
        assert_eq!(standing(&conversation), (State::Waiting, None, Some(at(1))));
        let steps = conversation.reply(agent(2), false);
        let told: Vec<_> = steps.iter().map(|step| (step.sequence, step.event)).collect();
        let taken = ConversationEvent::Assigned { to: AGENTS[0], by: By::Person };
        let expected = [
            (Some(2), ConversationEvent::Message { note: false }),
            (None, taken),
            (None, changed(State::Open)),
        ];
        assert_eq!(told, expected);
        assert_eq!(standing(&conversation), (State::Open, Some(AGENTS[0]), None));
    }

    #[test]
    fn what_an_agent_had_who_left_comes_back_to_nobody() {
        let mut conversation = new();
        let _ = conversation.reply(agent(1), false);
        conversation.close(agent(2)).unwrap();
        let steps = conversation.receive(customer(3), true);
        let events: Vec<_> = steps.iter().map(|step| step.event).collect();
        let expected = [
            ConversationEvent::Unassigned { by: By::Disabled },
            changed(State::Waiting),
            ConversationEvent::Message { note: false },
        ];
        assert_eq!(events, expected);
        assert_eq!(standing(&conversation), (State::Waiting, None, Some(at(3))));
    }

    #[test]
    fn undoing_a_closing_gives_the_wait_back_however_often() {
        let mut conversation = new();
        let _ = conversation.receive(customer(1), false);
        let before = conversation.clone();
        for second in [2, 4] {
            conversation.close(agent(second)).unwrap();
            assert_eq!(standing(&conversation), (State::Closed, None, None));
            conversation.restore(agent(second + 1), before.standing()).unwrap();
            assert_eq!(standing(&conversation), standing(&before));
        }
        // Reopening by hand differs: the customer does not wait until they write.
        conversation.close(agent(6)).unwrap();
        conversation.reopen(agent(7), false).unwrap();
        assert_eq!(standing(&conversation), (State::Waiting, None, None));
    }

    #[test]
    fn what_the_states_forbid_is_refused_and_changes_nothing() {
        let mut conversation = new();
        conversation.close(agent(1)).unwrap();
        let before = conversation.clone();
        assert!(conversation.close(agent(2)).is_err());
        assert!(conversation.assign(agent(2), AGENTS[1], By::Person).is_err());
        assert!(conversation.release(agent(2), By::Person).is_err());
        assert!(conversation.transfer(agent(2), AGENTS[1]).is_err());
        assert!(conversation.snooze(agent(2), None).is_err());
        assert_eq!(conversation.wake(agent(2), false), []);
        assert_eq!(conversation, before);
        conversation.reopen(agent(3), false).unwrap();
        assert!(conversation.reopen(agent(4), false).is_err());
    }

    #[derive(Debug, Clone)]
    enum Deed {
        Receive(bool),
        Reply(usize, bool),
        Note,
        Assign(usize),
        Release,
        Transfer(usize),
        Snooze(Option<i64>),
        Wake(bool),
        Close,
        Reopen(bool),
        Restore(State, Option<usize>, Option<i64>, Option<i64>),
        Team(Option<i64>, bool),
        Priority(i64),
        Quiet,
        Alarm,
        Route(usize),
        Rate,
        Label,
        Belong(i64),
        Ticket(Asks),
        Change(Option<Asks>, bool),
        Merge,
        Unmerge(State, Option<i64>, bool),
        Link,
        TakeOver(Option<i64>, bool),
        Hear(bool),
        Feedback,
        Speak,
        HandOver,
        ToBot,
    }

    fn asks() -> impl Strategy<Value = Asks> {
        proptest::sample::select(vec![Asks::Awake, Asks::Asleep, Asks::Closed])
    }

    fn deed() -> impl Strategy<Value = Deed> {
        let who = 0..AGENTS.len();
        prop_oneof![
            4 => any::<bool>().prop_map(Deed::Receive),
            4 => (who.clone(), any::<bool>()).prop_map(|(who, left)| Deed::Reply(who, left)),
            1 => Just(Deed::Note),
            2 => who.clone().prop_map(Deed::Assign),
            2 => Just(Deed::Release),
            1 => who.clone().prop_map(Deed::Transfer),
            2 => proptest::option::of(0..200_i64).prop_map(Deed::Snooze),
            2 => any::<bool>().prop_map(Deed::Wake),
            3 => Just(Deed::Close),
            2 => any::<bool>().prop_map(Deed::Reopen),
            3 => (
                proptest::sample::select(State::ALL.to_vec()),
                proptest::option::of(who),
                proptest::option::of(0..200_i64),
                proptest::option::of(1..3_i64),
            )
                .prop_map(|(state, who, until, team)| Deed::Restore(state, who, until, team)),
            2 => (proptest::option::of(1..3_i64), any::<bool>()).prop_map(|(team, rule)| Deed::Team(team, rule)),
            1 => (1..5_i64).prop_map(Deed::Priority),
            1 => Just(Deed::Quiet),
            1 => Just(Deed::Alarm),
            2 => (0..AGENTS.len()).prop_map(Deed::Route),
            1 => Just(Deed::Rate),
            1 => Just(Deed::Label),
            1 => (2..9_i64).prop_map(Deed::Belong),
            2 => asks().prop_map(Deed::Ticket),
            3 => (proptest::option::of(asks()), any::<bool>())
                .prop_map(|(asks, left)| Deed::Change(asks, left)),
            2 => Just(Deed::Merge),
            2 => (
                proptest::sample::select(State::ALL.to_vec()),
                proptest::option::of(0..200_i64),
                any::<bool>(),
            )
                .prop_map(|(state, until, left)| Deed::Unmerge(state, until, left)),
            1 => Just(Deed::Link),
            1 => (proptest::option::of(0..200_i64), any::<bool>())
                .prop_map(|(since, left)| Deed::TakeOver(since, left)),
            3 => any::<bool>().prop_map(Deed::Hear),
            1 => Just(Deed::Feedback),
            2 => Just(Deed::Speak),
            2 => Just(Deed::HandOver),
            2 => Just(Deed::ToBot),
        ]
    }

    fn act(conversation: &mut Conversation, second: i64, deed: &Deed) -> Vec<Step> {
        let moment = agent(second);
        match *deed {
            Deed::Receive(left) => conversation.receive(customer(second), left),
            Deed::Reply(who, left) => {
                conversation.reply(Moment { actor: Actor::agent(AGENTS[who]), ..moment }, left)
            }
            Deed::Note => conversation.note(moment),
            Deed::Assign(who) => conversation.assign(moment, AGENTS[who], By::Person).unwrap_or_default(),
            Deed::Release => conversation.release(moment, By::Person).unwrap_or_default(),
            Deed::Transfer(who) => conversation.transfer(moment, AGENTS[who]).unwrap_or_default(),
            Deed::Snooze(until) => conversation.snooze(moment, until.map(at)).unwrap_or_default(),
            Deed::Wake(left) => conversation.wake(moment, left),
            Deed::Close => conversation.close(moment).unwrap_or_default(),
            Deed::Reopen(left) => conversation.reopen(moment, left).unwrap_or_default(),
            Deed::Team(team, rule) => {
                let by = if rule { By::Rule } else { By::Person };
                conversation.set_team(moment, team.map(TeamId), by).unwrap_or_default()
            }
            Deed::Priority(to) => conversation.set_priority(moment, Priority::from_number(to), By::Person),
            Deed::Quiet => conversation.no_answer_needed(moment).unwrap_or_default(),
            Deed::Alarm => conversation.raise(moment, ClockKind::First, Alarm::Warned, at(second + 9)),
            Deed::Route(who) => {
                let moment = Moment { actor: Actor::SYSTEM, ..moment };
                conversation.assign(moment, AGENTS[who], By::Router).unwrap_or_default()
            }
            Deed::Restore(state, who, until, team) => {
                let mut tried = conversation.clone();
                let before = Standing {
                    state,
                    agent: who.map(|who| AGENTS[who]),
                    snoozed_until: until.map(at),
                    team: team.map(TeamId),
                    priority: Priority::High,
                };
                // A fault leaves nothing half done, as a savepoint does for the flow.
                let steps = tried.restore(moment, before).unwrap_or_default();
                if !steps.is_empty() {
                    *conversation = tried;
                }
                steps
            }
            Deed::Rate => conversation.rate(moment, 4),
            Deed::Label => conversation.label(moment),
            Deed::Belong(to) => conversation.belong(moment, ContactId(to)),
            Deed::Ticket(asks) => conversation.become_ticket(moment, 7, asks, false).unwrap_or_default(),
            Deed::Change(asks, left) => {
                conversation.change_ticket(moment, true, asks, left).unwrap_or_default()
            }
            Deed::Merge => conversation.merge(moment, ConversationId(9)).unwrap_or_default(),
            Deed::Unmerge(state, until, left) => {
                conversation.unmerge(moment, (state, until.map(at)), left).unwrap_or_default()
            }
            Deed::Link => conversation.link(moment, ConversationId(9)),
            Deed::TakeOver(since, left) => {
                conversation.take_over(moment, ConversationId(9), since.map(at), left)
            }
            Deed::Hear(left) => conversation.hear(customer(second), left, true),
            Deed::Feedback => conversation.feed_back(customer(second)),
            Deed::Speak => conversation.speak(moment),
            Deed::HandOver => conversation.hand_over(moment).unwrap_or_default(),
            Deed::ToBot => conversation.give_to_bot(moment).unwrap_or_default(),
        }
    }

    proptest! {
        // More by PROPTEST_CASES.
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1_000), ..ProptestConfig::default() })]
        #[test]
        fn folding_the_events_alone_gives_the_conversation(deeds in proptest::collection::vec(deed(), 1..40)) {
            let mut lived = new();
            let mut folded = new();
            for (second, deed) in (1..).zip(&deeds) {
                for step in act(&mut lived, second, deed) {
                    let moment = Moment { actor: step.actor, at: at(second) };
                    folded.apply(&step.event, step.sequence, moment);
                }
                if lived.state == State::Bot {
                    // What the bot answers is with nobody and waits for nobody, and a ticket it never is.
                    prop_assert_eq!(standing(&lived), (State::Bot, None, None));
                    prop_assert_eq!(lived.kind, Kind::Chat);
                } else {
                    prop_assert_eq!(lived.asked_since, None);
                }
            }
            prop_assert_eq!(&folded, &lived);
        }
    }
}
