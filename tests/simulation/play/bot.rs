//! An FAQ for the bot, what the bot must keep to whatever goes wrong, and each of that broken on purpose.

use std::collections::BTreeMap;

use rusqlite::Connection;
use servicedesk::domain::bot::decide::{Asked, Person};
use servicedesk::domain::bot::settings::Carefulness;
use servicedesk::domain::conversations::store;
use servicedesk::events::{Actor, ActorKind, ConversationEvent, Event, State};
use servicedesk::fault::Fault;
use servicedesk::flows::bot::faq::{Faq, Place, Told, Topic};
use servicedesk::flows::conversations::append;
use servicedesk::i18n::Locale;
use servicedesk::ids::ConversationId;
use servicedesk::storage::{Unit, event_log};

use super::sabotage::Sabotage;

/// What it says goes by the words alone, so that a run can be repeated.
#[derive(Debug)]
pub struct SomeFaq;

impl Faq for SomeFaq {
    fn ask(&self, text: &str, _: Option<&Topic>, _: Place<'_>) -> Asked {
        let sum = text.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        let p = [0.9, 0.5, 0.1, 0.9][sum % 4];
        let person = (sum % 7 == 0).then_some(Person::Only);
        Asked { candidates: vec![(1, p), (2, p / 2.0)], known: 0.9, person, ..Asked::default() }
    }

    fn find(&self, _: &Connection, id: i64, _: Locale, _: Place<'_>) -> Result<Option<Told>, Fault> {
        Ok(Some(Told {
            id,
            question: format!("question {id}"),
            answer: format!("answer {id}"),
            buttons: Vec::new(),
            picture: None,
            links: Vec::new(),
            task: None,
        }))
    }

    fn threshold(&self, _: Carefulness, _: Locale) -> f32 {
        0.8
    }

    fn entries(&self, _: Place<'_>) -> usize {
        2
    }
}

/// Where a conversation stands as its entries are read.
#[derive(Default)]
struct Read {
    with_bot: bool,
    /// A person answered, or was given it, since the bot had it.
    person: bool,
    /// A word that the bot owes an answer.
    owes: Option<i64>,
    /// A hand-over of which the customer was not told yet.
    untold: Option<i64>,
}

/// Looks at what the bot did in every conversation.
pub fn check(conn: &Connection, broken: &mut Vec<String>) {
    let events = event_log::after(conn, 0, i64::MAX, usize::MAX >> 1).expect("it can be read");
    let mut all: BTreeMap<ConversationId, Read> = BTreeMap::new();
    for logged in &events {
        let Event::Conversation(id, event) = logged.record.event else { continue };
        let (actor, at) = (logged.record.actor, logged.record.sequence.unwrap_or_default());
        let read = all.entry(id).or_default();
        match event {
            ConversationEvent::Message { note: false } if actor == Actor::BOT => {
                if read.person {
                    broken.push(format!("{id}: the bot speaks at {at}, above a person"));
                }
                read.owes = None;
                read.untold = None;
            }
            ConversationEvent::Message { note: false } if actor.kind == ActorKind::Visitor => {
                if read.with_bot {
                    read.owes = read.owes.or(Some(at));
                }
            }
            ConversationEvent::Message { note: false } if actor.kind == ActorKind::Agent => {
                read.person = true;
                read.with_bot = false;
                read.owes = None;
            }
            ConversationEvent::Assigned { .. } | ConversationEvent::Transferred { .. } => {
                read.person = true;
                read.with_bot = false;
                read.owes = None;
            }
            ConversationEvent::StateChanged { to, .. } => {
                read.with_bot = to == State::Bot;
                read.owes = None;
                if to == State::Bot {
                    read.person = false;
                }
                if to == State::Waiting && actor == Actor::BOT {
                    read.untold = Some(at);
                }
            }
            // Nobody answers what is not there any more.
            ConversationEvent::Recalled { .. } => read.owes = None,
            ConversationEvent::Erased => drop(all.remove(&id)),
            _ => {}
        }
    }
    for (id, read) in all {
        if let Some(at) = read.owes.filter(|_| read.with_bot) {
            broken.push(format!("{id}: the word at {at} has no answer of the bot's"));
        }
        if let Some(at) = read.untold {
            broken.push(format!("{id}: the customer was told nothing of the hand-over at {at}"));
        }
    }
}

/// Some conversation of which that is true.
fn some(unit: &Unit<'_>, condition: &str) -> Result<Option<ConversationId>, Fault> {
    let sql = format!("SELECT id FROM conversations WHERE {condition} ORDER BY id LIMIT 1");
    let mut statement = unit.conn().prepare(&sql)?;
    let mut rows = statement.query([])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// Breaks a promise of the bot's at the end of a run, where there is a conversation for it.
pub fn spoil(unit: &mut Unit<'_>, sabotage: Sabotage) -> Result<(), Fault> {
    let condition = match sabotage {
        Sabotage::BotTalksOn => "agent_id IS NOT NULL AND state = 3",
        Sabotage::BotForgets | Sabotage::BotIsSilent => "state = 1",
        _ => return Ok(()),
    };
    let Some(id) = some(unit, condition)? else { return Ok(()) };
    let mut conversation = append::conversation_of(unit, id)?;
    let visitor = Actor::visitor(conversation.visitor());
    let moment = append::moment(unit, visitor);
    let steps = match sabotage {
        Sabotage::BotTalksOn => conversation.speak(moment),
        Sabotage::BotForgets => conversation.receive(moment, false),
        _ => conversation.hand_over(moment)?,
    };
    append::write(unit, id, &steps)?;
    store::save(unit.conn(), &conversation, None, Some(unit.now()))?;
    Ok(())
}
