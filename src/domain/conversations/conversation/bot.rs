//! A conversation that the bot answers: how it gets it, what it says, and how it comes to a person.
//!
//! While it answers nobody waits for a person; since when a question is unanswered is remembered in `asked_since`, and becomes the
//! wait of whoever is handed over.

use super::{Conversation, Moment, Step};
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::state::State;
use crate::domain::conversations::wrong_state;
use crate::events::{Actor, ConversationEvent};
use crate::fault::Fault;

impl Conversation {
    /// The bot is on duty where it was just opened. Opening leaves no entry, and neither does this.
    #[must_use]
    pub fn begin_with_bot(&mut self, moment: Moment) -> Step {
        let (actor, event) = (Actor::BOT, changed(State::Bot));
        self.apply(&event, None, Moment { actor, ..moment });
        Step { actor, sequence: None, event }
    }

    /// The customer writes, as in [`Conversation::receive`]; what is closed the bot takes where it is on duty.
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

    /// The bot says something: an answer, or what the customer is told of a hand-over.
    #[must_use]
    pub fn speak(&mut self, moment: Moment) -> Vec<Step> {
        self.entry(Moment { actor: Actor::BOT, ..moment }, ConversationEvent::Message { note: false })
    }

    /// The bot hands over to people.
    pub fn hand_over(&mut self, moment: Moment) -> Result<Vec<Step>, Fault> {
        if self.state != State::Bot {
            return Err(wrong_state());
        }
        Ok(self.entry(Moment { actor: Actor::BOT, ..moment }, changed(State::Waiting)))
    }

    /// Somebody gives it to the bot. Tickets and what is put off stay with people.
    pub fn give_to_bot(&mut self, moment: Moment) -> Result<Vec<Step>, Fault> {
        self.must_stand_for_itself()?;
        if self.kind != Kind::Chat || !matches!(self.state, State::Waiting | State::Open) {
            return Err(wrong_state());
        }
        Ok(self.entry(moment, changed(State::Bot)))
    }

    /// The customer says whether an answer of the bot helped: nothing opens, wakes or waits by it.
    #[must_use]
    pub fn feed_back(&mut self, moment: Moment) -> Vec<Step> {
        self.entry(moment, ConversationEvent::Feedback)
    }
}

const fn changed(to: State) -> ConversationEvent {
    ConversationEvent::StateChanged { to, until: None, undone: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::domain::conversations::conversation::Asks;
    use crate::events::By;
    use crate::ids::{AgentId, ContactId, ConversationId, VisitorId};

    const AGENT: AgentId = AgentId(51);

    fn at(second: i64) -> Timestamp {
        Timestamp(1_000_000 + second * 1_000)
    }

    fn customer(second: i64) -> Moment {
        Moment { actor: Actor::visitor(VisitorId(3)), at: at(second) }
    }

    fn agent(second: i64) -> Moment {
        Moment { actor: Actor::agent(AGENT), at: at(second) }
    }

    fn bot(second: i64) -> Moment {
        Moment { actor: Actor::BOT, at: at(second) }
    }

    fn with_bot() -> Conversation {
        let mut conversation = Conversation::opened(ConversationId(1), ContactId(2), VisitorId(3));
        let _ = conversation.begin_with_bot(customer(0));
        conversation
    }

    type Stand = (State, Option<AgentId>, Option<Timestamp>, Option<Timestamp>);

    fn standing(one: &Conversation) -> Stand {
        (one.state, one.agent, one.waiting_since, one.handed_over_at)
    }

    #[test]
    fn a_word_to_the_bot_waits_for_nobody_and_is_the_wait_of_a_hand_over() {
        let mut conversation = with_bot();
        let _ = conversation.receive(customer(1), false);
        let _ = conversation.receive(customer(2), false);
        assert_eq!(standing(&conversation), (State::Bot, None, None, None));
        let _ = conversation.speak(bot(3));
        let _ = conversation.receive(customer(4), false);
        let _ = conversation.receive(customer(5), false);
        conversation.hand_over(bot(6)).unwrap();
        assert_eq!(standing(&conversation), (State::Waiting, None, Some(at(4)), Some(at(6))));
        assert!(conversation.hand_over(bot(7)).is_err(), "handed over once");
        let _ = conversation.speak(bot(7));
        assert_eq!(conversation.waiting_since(), Some(at(4)), "a notice answers nothing");
    }

    #[test]
    fn what_is_handed_over_without_a_word_waits_from_then_on() {
        let mut conversation = with_bot();
        let _ = conversation.feed_back(customer(1));
        conversation.hand_over(bot(2)).unwrap();
        assert_eq!(standing(&conversation), (State::Waiting, None, Some(at(2)), Some(at(2))));
    }

    #[test]
    fn whoever_takes_it_takes_what_is_unanswered() {
        for answered in [true, false] {
            let mut conversation = with_bot();
            let _ = conversation.receive(customer(1), false);
            if answered {
                let _ = conversation.speak(bot(2));
            }
            conversation.assign(agent(3), AGENT, By::Person).unwrap();
            let since = (!answered).then_some(at(1));
            assert_eq!(standing(&conversation), (State::Open, Some(AGENT), since, Some(at(3))));
        }
        let mut conversation = with_bot();
        let _ = conversation.receive(customer(1), false);
        let _ = conversation.reply(agent(2), false);
        assert_eq!(standing(&conversation), (State::Open, Some(AGENT), None, Some(at(2))));
        // A note takes nothing.
        let mut conversation = with_bot();
        let _ = conversation.receive(customer(1), false);
        let _ = conversation.note(agent(2));
        assert_eq!(standing(&conversation), (State::Bot, None, None, None));
    }

    #[test]
    fn what_is_given_back_waits_for_nobody_and_belongs_to_nobody() {
        let mut conversation = with_bot();
        let _ = conversation.reply(agent(1), false);
        let _ = conversation.receive(customer(2), false);
        conversation.give_to_bot(agent(3)).unwrap();
        assert_eq!(
            (conversation.state, conversation.agent, conversation.waiting_since),
            (State::Bot, None, None)
        );
        assert_eq!(conversation.asked_since, Some(at(2)), "the question is still to be answered");
        assert!(conversation.give_to_bot(agent(4)).is_err());
    }

    #[test]
    fn tickets_snoozed_and_closed_ones_are_given_to_no_bot() {
        let mut snoozed = with_bot();
        let _ = snoozed.reply(agent(1), false);
        snoozed.snooze(agent(2), None).unwrap();
        assert!(snoozed.give_to_bot(agent(3)).is_err());
        let mut closed = with_bot();
        closed.close(agent(1)).unwrap();
        assert!(closed.give_to_bot(agent(2)).is_err());
        let mut ticket = with_bot();
        let _ = ticket.receive(customer(1), false);
        ticket.become_ticket(agent(2), 7, Asks::Awake, false).unwrap();
        assert_eq!(standing(&ticket), (State::Waiting, None, Some(at(1)), Some(at(2))));
        assert!(ticket.give_to_bot(agent(3)).is_err());
    }

    #[test]
    fn the_bot_takes_what_a_word_opens_again_where_it_is_on_duty() {
        for (on_duty, expected) in
            [(true, (State::Bot, None, None)), (false, (State::Open, Some(AGENT), Some(at(4))))]
        {
            let mut conversation = with_bot();
            let _ = conversation.reply(agent(1), false);
            conversation.close(agent(2)).unwrap();
            let _ = conversation.feed_back(customer(3));
            assert_eq!(conversation.state, State::Closed, "what helped opens nothing");
            let _ = conversation.hear(customer(4), false, on_duty);
            assert_eq!((conversation.state, conversation.agent, conversation.waiting_since), expected);
        }
        // What was put off wakes as ever.
        let mut snoozed = with_bot();
        let _ = snoozed.reply(agent(1), false);
        snoozed.snooze(agent(2), None).unwrap();
        let _ = snoozed.hear(customer(3), false, true);
        assert_eq!(snoozed.state, State::Open);
    }

    #[test]
    fn an_undone_closing_gives_the_question_back_to_the_bot() {
        let mut conversation = with_bot();
        let _ = conversation.receive(customer(1), false);
        let before = conversation.clone();
        conversation.close(agent(2)).unwrap();
        conversation.restore(agent(3), before.standing()).unwrap();
        assert_eq!((conversation.state, conversation.asked_since), (State::Bot, Some(at(1))));
    }
}
