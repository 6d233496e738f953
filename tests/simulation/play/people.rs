//! What people do on their devices and at the desk.

use rusqlite::Connection;
use servicedesk::domain::access::agent as agents;
use servicedesk::domain::contacts::store as contacts;
use servicedesk::domain::conversations::content::Content;
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::conversations::assign;
use servicedesk::flows::conversations::change_state;
use servicedesk::flows::conversations::edit_message::{edit_message, recall_message};
use servicedesk::ids::{ContactId, ConversationId, MessageId};
use servicedesk::storage::Unit;

use super::client::{Client, Item, Role, Where};
use super::world::{NOTE, Who, World};

impl World {
    pub(super) fn person_acts(&mut self, at: usize, now: u64) {
        let is_agent = matches!(self.devices[at].who, Who::Agent(..));
        match self.random.below(20) {
            0 => self.devices[at].client.mark_read(),
            1 => self.devices[at].client.wake(now),
            2 if !self.devices[at].client.has_ended() => self.reload_page(at, now),
            3 => {
                if let Some(conversation) = self.any_conversation(at) {
                    self.devices[at].client.typing(&conversation);
                }
            }
            4..=7 if is_agent => self.agent_works(at),
            8 if !is_agent => self.visitor_changes_words(at),
            9 | 10 => {
                if let Some(place) = self.somewhere(at, is_agent) {
                    self.choose_file(at, place);
                }
            }
            _ => {
                for _ in 0..=self.random.below(5) {
                    self.write(at, is_agent);
                }
            }
        }
    }

    pub(super) fn any_conversation(&mut self, at: usize) -> Option<String> {
        let known: Vec<String> =
            self.devices[at].client.kept.copies.conversations().map(str::to_owned).collect();
        self.random.pick(&known).cloned()
    }

    /// Where somebody writes to; an agent needs a conversation that they know.
    fn somewhere(&mut self, at: usize, is_agent: bool) -> Option<Where> {
        let known = self.any_conversation(at);
        match (is_agent, known, self.random.below(8)) {
            (true, None, _) => None,
            (true, Some(id), _) | (false, Some(id), 0..=3) => Some(Where::In(id)),
            (false, _, 7) => Some(Where::New),
            (false, _, _) => Some(Where::Newest),
        }
    }

    pub(super) fn write(&mut self, at: usize, is_agent: bool) {
        let Some(place) = self.somewhere(at, is_agent) else { return };
        let note = is_agent && self.random.once_in(4);
        self.say(at, place, note, None);
    }

    /// Queues a message. Both pages of one browser have the outbox open, and each sends what is in it.
    pub(super) fn say(&mut self, at: usize, place: Where, note: bool, file: Option<String>) {
        let id = format!("{at}-{}", self.devices[at].written.len());
        let mark = if note { NOTE } else { "" };
        let words = "很长的话 ".repeat(self.random.below(60));
        let item = Item { text: format!("{mark}[{id}] {words}"), id: id.clone(), place, note, file };
        for page in self.pages_of(at) {
            self.devices[page].written.push(id.clone());
            self.devices[page].client.queue(item.clone());
        }
    }

    /// One page tells the other that a message is settled. Of one that was accepted each page hears by itself: what both
    /// flush must still be there once.
    pub(super) fn tell_pages(&mut self, at: usize, id: &str) {
        for page in self.pages_of(at) {
            self.devices[page].client.kept.outbox.settle(id);
        }
    }

    /// What one page knows to be accepted goes from the outbox that both have open.
    pub(super) fn agree_on_outbox(&mut self) {
        let last = self.devices.len() - 1;
        for (one, other) in [(last, last - 1), (last - 1, last)] {
            for id in self.devices[one].written.clone() {
                if !self.devices[other].client.kept.outbox.holds(&id) {
                    self.devices[one].client.kept.outbox.settle(&id);
                }
            }
        }
    }

    /// The device, and the other page that shares its outbox: the last two are two pages of one browser.
    fn pages_of(&self, at: usize) -> Vec<usize> {
        let count = self.devices.len();
        if at + 2 < count { vec![at] } else { vec![at, 2 * count - 3 - at] }
    }

    /// The page is closed and opened again: what was stored is there, the link is another one.
    pub(super) fn reload_page(&mut self, at: usize, now: u64) {
        let device = &mut self.devices[at];
        let mut kept = device.client.kept.clone();
        kept.outbox.link_is_gone();
        kept.copies.link_is_gone();
        let role = if matches!(device.who, Who::Agent(..)) { Role::Agent } else { Role::Visitor };
        device.client = Client::new(role, kept, now, self.random.number());
        if let Some(connection) = device.connection.take() {
            let silently = self.random.once_in(2);
            self.network.leave(connection, silently);
        }
    }

    /// Does something at the desk beside the socket, as REST calls do; whether it can be done is the desk's business.
    pub(super) fn at_desk(&mut self, work: impl FnOnce(&mut Unit<'_>) -> Result<(), Fault> + Send + 'static) {
        if let Some(running) = &self.running {
            let db = running.desk.db.clone();
            self.executor.spawn(async move { drop(db.write(work).await) });
        }
    }

    pub(super) fn agent_works(&mut self, at: usize) {
        let Who::Agent(agent, _) = self.devices[at].who else { return };
        let Some(id) = self.any_conversation(at).and_then(|id| id.parse::<ConversationId>().ok()) else {
            return;
        };
        let (who, by) = (self.devices[at].who, Caller::agent(agent, agents::Role::Agent));
        match self.random.below(6) {
            0 | 1 => self.at_desk(move |unit| assign::assign(unit, &by, id, Some(agent)).map(drop)),
            2 => self.at_desk(move |unit| assign::assign(unit, &by, id, None).map(drop)),
            3 => self.at_desk(move |unit| change_state::resolve(unit, &by, id, None).map(drop)),
            4 => self.at_desk(move |unit| change_state::reopen(unit, &by, id).map(drop)),
            _ => self.change_words(at, who),
        }
    }

    pub(super) fn visitor_changes_words(&mut self, at: usize) {
        let who = self.devices[at].who;
        if let Who::Visitor(_) = who {
            self.change_words(at, who);
        }
    }

    fn change_words(&mut self, at: usize, who: Who) {
        let own: Vec<(String, i64)> = self
            .accepted
            .values()
            .filter(|one| one.device == at)
            .map(|one| (one.conversation.clone(), one.sequence))
            .collect();
        let Some((conversation, sequence)) = self.random.pick(&own).cloned() else { return };
        let Ok(conversation) = conversation.parse() else { return };
        let id = MessageId { conversation, sequence };
        if self.random.once_in(3) {
            self.at_desk(move |unit| recall_message(unit, &who.caller(unit.conn()), id).map(drop));
        } else {
            let content = serde_json::json!({"kind": "text", "text": "anders"});
            let content = Content::parse(&content, 8_000).expect("it is well-formed");
            self.at_desk(move |unit| edit_message(unit, &who.caller(unit.conn()), id, &content).map(drop));
        }
    }
}

impl Who {
    /// Who they are for flows; a visitor as what the table of visitors says of them now.
    pub fn caller(self, conn: &Connection) -> Caller {
        match self {
            Self::Agent(id, _) => Caller::agent(id, agents::Role::Agent),
            Self::Visitor(id) => match contacts::find_visitor(conn, id).expect("the visitors can be read") {
                Some(visitor) => Caller::visitor(id, visitor.contact, visitor.verified),
                None => Caller::visitor(id, ContactId(0), false),
            },
        }
    }
}
