//! Chats become tickets, change, go on elsewhere and come back.

use serde_json::{Value, json};
use servicedesk::domain::conversations::conversation::{Asks, Conversation};
use servicedesk::domain::conversations::kind::Kind;
use servicedesk::domain::tickets;
use servicedesk::domain::tickets::changes::{self, Change};
use servicedesk::events::Actor;
use servicedesk::fault::Kind as FaultKind;
use servicedesk::flows::conversations::append;
use servicedesk::ids::{ConversationId, TicketTypeId};

use super::{Played, TYPES};

impl Played {
    fn asks(&mut self) -> Asks {
        [Asks::Awake, Asks::Asleep, Asks::Closed][self.random.below(3)]
    }

    /// It becomes a ticket, or one of another type.
    pub(super) fn ticket(&mut self, id: ConversationId) {
        let (asks, first, retyped) = (self.asks(), self.random.once_in(2), self.random.once_in(2));
        let agent = Actor::agent(self.agent);
        let of = first.then(|| json!({ "id": TicketTypeId(TYPES[self.random.below(2)]), "name": "x" }));
        let number = self.random.below(usize::MAX >> 1) as i64;
        let done = self.try_unit(move |unit| {
            let mut conversation = append::conversation_of(unit, id)?;
            let moment = append::moment(unit, agent);
            let is_ticket = conversation.kind() == Kind::Ticket;
            let steps = if is_ticket {
                conversation.change_ticket(moment, false, None, false)?
            } else {
                conversation.become_ticket(moment, number, asks, false)?
            };
            if retyped || !is_ticket && of.is_some() {
                let sequence = steps[0].sequence.unwrap();
                let change = Change::of(changes::TYPE, Value::Null, of.unwrap_or_default());
                tickets::store::note_changes(unit.conn(), id, sequence, &[change])?;
            }
            append::finish(unit, &conversation, &steps, None)
        });
        assert!(done.as_ref().map_or_else(|fault| fault.kind != FaultKind::Internal, |_| true), "{done:?}");
    }

    /// It gets another status.
    pub(super) fn ticket_stands(&mut self, id: ConversationId) {
        let asks = Some(self.asks());
        self.decide(id, move |it, _, agent| it.change_ticket(agent, true, asks, false));
    }

    /// It goes on elsewhere, or comes back.
    pub(super) fn merge(&mut self, id: ConversationId) {
        if let Some(before) = self.before_merging.remove(&id) {
            self.decide(id, move |it, _, agent| {
                it.unmerge(agent, Conversation::rest(&before.standing()), false)
            });
            return;
        }
        let known = self.unit(move |unit| append::conversation_of(unit, id));
        if known.merged_into().is_none() {
            self.before_merging.insert(id, known);
            self.decide(id, |it, _, agent| it.merge(agent, ConversationId(1)));
        }
    }
}
