//! To whom a conversation belongs before somebody answers, how urgent it is, and whether its customer waits at all.

use super::{Conversation, Moment, Step};
use crate::clock::Timestamp;
use crate::domain::conversations::wrong_state;
use crate::events::{Alarm, By, ClockKind, ConversationEvent, Priority};
use crate::fault::Fault;
use crate::ids::TeamId;

impl Conversation {
    /// Gives it to another team, or to everybody.
    pub fn set_team(&mut self, moment: Moment, to: Option<TeamId>, by: By) -> Result<Vec<Step>, Fault> {
        self.must_be_open()?;
        Ok(self.entry(moment, ConversationEvent::TeamChanged { to, by }))
    }

    /// Its team is no more: it belongs to everybody. Nothing else about it changes, and no entry tells it.
    #[must_use]
    pub fn lose_team(&mut self, moment: Moment) -> Vec<Step> {
        let event = ConversationEvent::TeamChanged { to: None, by: By::TeamChanged };
        self.apply(&event, None, moment);
        vec![Step { actor: moment.actor, sequence: None, event }]
    }

    /// Changes its priority.
    #[must_use]
    pub fn set_priority(&mut self, moment: Moment, to: Priority, by: By) -> Vec<Step> {
        self.entry(moment, ConversationEvent::PriorityChanged { to, by })
    }

    /// The customer's words need no answer: they no longer wait.
    pub fn no_answer_needed(&mut self, moment: Moment) -> Result<Vec<Step>, Fault> {
        if self.waiting_since.is_none() {
            return Err(wrong_state());
        }
        Ok(self.entry(moment, ConversationEvent::NoAnswerNeeded))
    }

    /// A clock tells that time is short or over.
    #[must_use]
    pub fn raise(&mut self, moment: Moment, clock: ClockKind, alarm: Alarm, due: Timestamp) -> Vec<Step> {
        self.entry(moment, ConversationEvent::Clock { clock, alarm, due })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::conversations::state::State;
    use crate::events::Actor;
    use crate::ids::{AgentId, ContactId, ConversationId, VisitorId};

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
    fn what_goes_to_another_team_waits_there() {
        let mut conversation = new();
        let _ = conversation.receive(customer(1), false);
        let router = Moment { actor: Actor::SYSTEM, at: at(2) };
        conversation.assign(router, AGENTS[0], By::Router).unwrap();
        assert_eq!(conversation.given_at(), Some(at(2)));
        let steps = conversation.set_team(agent(3), Some(TeamId(7)), By::Person).unwrap();
        let told: Vec<_> = steps.iter().map(|step| (step.sequence, step.event)).collect();
        let expected = [
            (Some(3), ConversationEvent::TeamChanged { to: Some(TeamId(7)), by: By::Person }),
            (None, ConversationEvent::Unassigned { by: By::TeamChanged }),
            (None, ConversationEvent::StateChanged { to: State::Waiting, until: None, undone: false }),
        ];
        assert_eq!(told, expected);
        // The customer still waits since their first word.
        assert_eq!(standing(&conversation), (State::Waiting, None, Some(at(1))));
        assert_eq!(conversation.given_at(), None);
        // Belonging to everybody again takes it from nobody.
        conversation.assign(agent(4), AGENTS[1], By::Person).unwrap();
        conversation.set_team(agent(5), None, By::Person).unwrap();
        assert_eq!(conversation.agent(), Some(AGENTS[1]));
    }

    #[test]
    fn what_loses_its_team_stays_with_its_agent_and_closed() {
        let mut conversation = new();
        let _ = conversation.receive(customer(1), false);
        conversation.set_team(agent(2), Some(TeamId(7)), By::Person).unwrap();
        conversation.assign(agent(3), AGENTS[0], By::Person).unwrap();
        conversation.close(agent(4)).unwrap();
        let before = standing(&conversation);
        let steps = conversation.lose_team(agent(5));
        assert_eq!(steps.iter().filter(|step| step.sequence.is_some()).count(), 0, "no entry");
        assert_eq!((standing(&conversation), conversation.team()), (before, None));
    }

    #[test]
    fn what_needs_no_answer_waits_for_none() {
        let mut conversation = new();
        let _ = conversation.receive(customer(1), false);
        let _ = conversation.reply(agent(2), false);
        assert!(conversation.no_answer_needed(agent(3)).is_err(), "nobody waits");
        let _ = conversation.receive(customer(4), false);
        conversation.no_answer_needed(agent(5)).unwrap();
        assert_eq!(standing(&conversation), (State::Open, Some(AGENTS[0]), None));
        let _ = conversation.receive(customer(6), false);
        assert_eq!(conversation.waiting_since(), Some(at(6)));
    }

    #[test]
    fn what_the_routing_gave_is_taken_by_a_word_of_its_agent() {
        let router = Moment { actor: Actor::SYSTEM, at: at(2) };
        for (taken, says) in [
            (true, ConversationEvent::Message { note: false }),
            (true, ConversationEvent::Message { note: true }),
            (false, ConversationEvent::Labelled),
        ] {
            let mut conversation = new();
            let _ = conversation.receive(customer(1), false);
            conversation.assign(router, AGENTS[0], By::Router).unwrap();
            conversation.apply(
                &ConversationEvent::Message { note: true },
                None,
                Moment { actor: Actor::agent(AGENTS[1]), at: at(3) },
            );
            assert!(conversation.given_at().is_some(), "a colleague's note takes nothing");
            conversation.apply(&says, None, agent(4));
            assert_eq!(conversation.given_at().is_none(), taken, "{says:?}");
        }
    }
}
