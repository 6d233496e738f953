//! A conversation in which another one goes on.

use super::{Conversation, Moment, Step};
use crate::clock::Timestamp;
use crate::domain::conversations::state::State;
use crate::events::ConversationEvent;
use crate::ids::ConversationId;

impl Conversation {
    /// Another conversation goes on in it. Where its customer waits since `waits_since`, they wait here from then on, and what was
    /// snoozed, or with the bot, wakes. `agent_left` says that the assigned agent is disabled.
    #[must_use]
    pub fn take_over(
        &mut self,
        moment: Moment,
        other: ConversationId,
        waits_since: Option<Timestamp>,
        agent_left: bool,
    ) -> Vec<Step> {
        let mut steps = Vec::new();
        if waits_since.is_some() && matches!(self.state, State::Snoozed | State::Bot) {
            self.awake(&mut steps, moment, agent_left);
        }
        self.enter(&mut steps, moment, ConversationEvent::Linked { other, waits_since });
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::{Actor, By};
    use crate::ids::{AgentId, ContactId, VisitorId};

    #[test]
    fn who_waited_elsewhere_waits_here_and_wakes_it() {
        let at = |second: i64| Timestamp(1_000_000 + second * 1_000);
        let agent = |second| Moment { actor: Actor::agent(AgentId(51)), at: at(second) };
        let other = ConversationId(9);
        let mut snoozed = Conversation::opened(ConversationId(1), ContactId(2), VisitorId(3));
        snoozed.assign(agent(1), AgentId(51), By::Person).unwrap();
        snoozed.snooze(agent(2), None).unwrap();
        let mut quiet = snoozed.clone();
        assert_eq!(quiet.take_over(agent(3), other, None, false).len(), 1);
        assert_eq!((quiet.state(), quiet.waiting_since()), (State::Snoozed, None));
        assert_eq!(snoozed.take_over(agent(3), other, Some(at(0)), false).len(), 2);
        assert_eq!((snoozed.state(), snoozed.waiting_since()), (State::Open, Some(at(0))));
        // Who waits already goes on waiting since then.
        let _ = snoozed.take_over(agent(4), other, Some(at(4)), false);
        assert_eq!(snoozed.waiting_since(), Some(at(0)));
    }
}
