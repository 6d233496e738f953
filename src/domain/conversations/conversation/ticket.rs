//! What becomes a ticket, what the ticket's status asks of its conversation, and what goes on in another conversation.

use super::{Conversation, Moment, Standing, Step};
use crate::clock::Timestamp;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::state::State;
use crate::domain::conversations::wrong_state;
use crate::events::ConversationEvent;
use crate::fault::Fault;
use crate::ids::ConversationId;

/// What the status of a ticket asks of its conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Somebody works on it, or is to.
    Awake,
    /// It rests until the customer writes.
    Asleep,
    /// It is done.
    Closed,
}

impl Asks {
    /// The state that it leads to from `state`; `None` where that is what is asked for.
    const fn state(self, state: State, has_agent: bool) -> Option<State> {
        match (self, state) {
            (Self::Awake, State::Waiting | State::Open)
            | (Self::Asleep, State::Snoozed)
            | (Self::Closed, State::Closed) => None,
            (Self::Awake, _) => Some(State::awake(has_agent)),
            (Self::Asleep, _) => Some(State::Snoozed),
            (Self::Closed, _) => Some(State::Closed),
        }
    }
}

impl Conversation {
    /// Makes it a ticket with this number; it stands as the ticket's status asks.
    pub fn become_ticket(
        &mut self,
        moment: Moment,
        number: i64,
        asks: Asks,
        agent_left: bool,
    ) -> Result<Vec<Step>, Fault> {
        if self.kind != Kind::Chat || self.merged_into.is_some() {
            return Err(wrong_state());
        }
        let mut steps = self.entry(moment, ConversationEvent::Ticket { number });
        self.stand_as(&mut steps, moment, asks, agent_left);
        Ok(steps)
    }

    /// Something about the ticket changes; `public` says whether customers see it. It stands as its new status asks, if that changes.
    pub fn change_ticket(
        &mut self,
        moment: Moment,
        public: bool,
        asks: Option<Asks>,
        agent_left: bool,
    ) -> Result<Vec<Step>, Fault> {
        if self.kind != Kind::Ticket || self.merged_into.is_some() {
            return Err(wrong_state());
        }
        let mut steps = self.entry(moment, ConversationEvent::TicketChanged { public });
        if let Some(asks) = asks {
            self.stand_as(&mut steps, moment, asks, agent_left);
        }
        Ok(steps)
    }

    fn stand_as(&mut self, steps: &mut Vec<Step>, moment: Moment, asks: Asks, agent_left: bool) {
        if asks == Asks::Awake && matches!(self.state, State::Snoozed | State::Closed) {
            self.awake(steps, moment, agent_left);
        } else if let Some(to) = asks.state(self.state, self.agent.is_some()) {
            self.enter(steps, moment, ConversationEvent::StateChanged { to, until: None, undone: false });
        }
    }

    /// It goes on in another conversation and is closed.
    pub fn merge(&mut self, moment: Moment, into: ConversationId) -> Result<Vec<Step>, Fault> {
        if self.merged_into.is_some() || self.id == into {
            return Err(wrong_state());
        }
        let mut steps = self.entry(moment, ConversationEvent::Merged { into });
        if !self.state.is_closed() {
            let to = State::Closed;
            self.enter(
                &mut steps,
                moment,
                ConversationEvent::StateChanged { to, until: None, undone: false },
            );
        }
        Ok(steps)
    }

    /// It stands for itself again, as it did before.
    pub fn unmerge(
        &mut self,
        moment: Moment,
        (state, until): (State, Option<Timestamp>),
        agent_left: bool,
    ) -> Result<Vec<Step>, Fault> {
        let Some(into) = self.merged_into else { return Err(wrong_state()) };
        let mut steps = self.entry(moment, ConversationEvent::Unmerged { into });
        if state.is_closed() {
            return Ok(steps);
        }
        self.leave(&mut steps, moment.at, agent_left);
        let to = match state {
            State::Bot | State::Waiting | State::Open => State::awake(self.agent.is_some()),
            other => other,
        };
        let until = until.filter(|_| to == State::Snoozed);
        self.enter(&mut steps, moment, ConversationEvent::StateChanged { to, until, undone: true });
        Ok(steps)
    }

    /// It is linked with another conversation.
    #[must_use]
    pub fn link(&mut self, moment: Moment, other: ConversationId) -> Vec<Step> {
        self.entry(moment, ConversationEvent::Linked { other, waits_since: None })
    }

    pub(super) const fn must_stand_for_itself(&self) -> Result<(), Fault> {
        if self.merged_into.is_some() { Err(wrong_state()) } else { Ok(()) }
    }

    /// Where it stands, as [`Conversation::unmerge`] takes it.
    #[must_use]
    pub const fn rest(before: &Standing) -> (State, Option<Timestamp>) {
        (before.state, before.snoozed_until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::{Actor, By};
    use crate::ids::{AgentId, ContactId, VisitorId};

    const AGENT: AgentId = AgentId(51);
    const OTHER: ConversationId = ConversationId(9);

    fn at(second: i64) -> Timestamp {
        Timestamp(1_000_000 + second * 1_000)
    }

    fn new() -> Conversation {
        let mut conversation = Conversation::opened(ConversationId(1), ContactId(2), VisitorId(3));
        let _ = conversation.receive(Moment { actor: Actor::visitor(VisitorId(3)), at: at(1) }, false);
        conversation
    }

    fn agent(second: i64) -> Moment {
        Moment { actor: Actor::agent(AGENT), at: at(second) }
    }

    #[test]
    fn a_ticket_stands_as_its_status_asks() {
        for (asks, assigned, expected) in [
            (Asks::Awake, false, State::Waiting),
            (Asks::Awake, true, State::Open),
            (Asks::Asleep, false, State::Snoozed),
            (Asks::Asleep, true, State::Snoozed),
            (Asks::Closed, true, State::Closed),
        ] {
            for before in [Asks::Awake, Asks::Asleep, Asks::Closed] {
                let mut ticket = new();
                if assigned {
                    ticket.assign(agent(2), AGENT, By::Person).unwrap();
                }
                let steps = ticket.become_ticket(agent(3), 7, before, false).unwrap();
                assert_eq!(steps[0].event, ConversationEvent::Ticket { number: 7 });
                assert_eq!(ticket.kind(), Kind::Ticket);
                let same = asks == before;
                let steps = ticket.change_ticket(agent(4), true, Some(asks), false).unwrap();
                assert_eq!(steps.len(), if same { 1 } else { 2 }, "{before:?} to {asks:?}");
                assert!(steps.iter().all(|step| step.sequence.is_some()), "clients are told the state");
                assert_eq!(ticket.state(), expected, "{before:?} to {asks:?}");
            }
        }
    }

    #[test]
    fn what_is_a_ticket_becomes_none_again() {
        let mut ticket = new();
        assert!(ticket.change_ticket(agent(2), true, None, false).is_err(), "no ticket");
        let _ = ticket.become_ticket(agent(2), 7, Asks::Awake, false).unwrap();
        assert!(ticket.become_ticket(agent(3), 8, Asks::Awake, false).is_err());
    }

    #[test]
    fn an_agent_who_left_does_not_get_it_back() {
        let mut ticket = new();
        ticket.assign(agent(2), AGENT, By::Person).unwrap();
        let _ = ticket.become_ticket(agent(3), 7, Asks::Closed, false).unwrap();
        ticket.change_ticket(agent(4), true, Some(Asks::Awake), true).unwrap();
        assert_eq!((ticket.state(), ticket.agent()), (State::Waiting, None));
    }

    #[test]
    fn what_was_merged_stands_for_nothing_until_it_is_undone() {
        for snoozed in [false, true] {
            let mut one = new();
            if snoozed {
                one.snooze(agent(2), Some(at(90))).unwrap();
            }
            let before = one.clone();
            let steps = one.merge(agent(3), OTHER).unwrap();
            assert_eq!(steps.len(), 2);
            assert_eq!((one.state(), one.merged_into()), (State::Closed, Some(OTHER)));
            assert!(one.merge(agent(4), OTHER).is_err());
            assert!(one.reopen(agent(4), false).is_err());
            assert!(one.clone().restore(agent(4), before.standing()).is_err());
            assert!(one.become_ticket(agent(4), 7, Asks::Awake, false).is_err());
            let _ = one.unmerge(agent(5), Conversation::rest(&before.standing()), false).unwrap();
            assert_eq!(one.merged_into(), None);
            assert_eq!(one.standing(), before.standing());
            assert_eq!(one.waiting_since(), before.waiting_since());
            assert!(one.unmerge(agent(6), (State::Open, None), false).is_err());
        }
        let mut closed = new();
        closed.close(agent(2)).unwrap();
        assert_eq!(closed.merge(agent(3), OTHER).unwrap().len(), 1);
        assert_eq!(closed.unmerge(agent(4), (State::Closed, None), false).unwrap().len(), 1);
        assert!(closed.state().is_closed());
        assert!(closed.merge(agent(5), closed.id()).is_err(), "into itself");
    }
}
