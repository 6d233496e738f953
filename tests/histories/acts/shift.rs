//! What a shift has tools for: macros, messages that go out later, handing over what is left.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::macros::{Action, Document};
use servicedesk::fault::Fault;
use servicedesk::flows::access::hand_over::{self, HandOver, To};
use servicedesk::flows::contacts::block::{self, PersonBlock};
use servicedesk::flows::conversations::scheduled::{self, Later};
use servicedesk::flows::macros::keep::{self, Wanted};
use servicedesk::flows::macros::run::{self, How};
use servicedesk::ids::{ConversationId, MacroId, ScheduledId};
use servicedesk::storage::Unit;

use super::{any, any_agent, any_contact, any_conversation, somebody, words};
use crate::random::Random;

fn how(dice: &mut Random) -> How {
    let given = [("contact.name", "you"), ("page.title", "our tea"), ("contact.email", "your e-mail")];
    let values = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let values = if dice.once_in(4) { BTreeMap::new() } else { BTreeMap::from(values) };
    How { values, seen: HashMap::new(), digest_key: [7; 32], text_chars: 1_000 }
}

fn action(unit: &Unit<'_>, dice: &mut Random) -> Result<Action, Fault> {
    Ok(match dice.below(9) {
        0 => Action::Assign { agent_id: Some("me".to_owned()) },
        1 => Action::Assign { agent_id: Some(any_agent(unit, dice)?.to_string()) },
        2 => Action::Assign { agent_id: None },
        3 => Action::Team { team_id: servicedesk::ids::TeamId(any(unit, dice, "teams")?).to_string() },
        4 => Action::Priority { priority: ["urgent", "low"][dice.below(2)].to_owned() },
        5 => Action::AddLabels { labels: vec![format!("label {}", dice.below(8))] },
        6 => Action::RemoveLabels { labels: vec![format!("label {}", dice.below(8))] },
        7 => Action::Note { text: "{{agent.name}} was here".to_owned() },
        _ => Action::Snooze { minutes: Some(1 + dice.below(90) as i64) },
    })
}

pub fn keep_macro(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let one = any(unit, dice, "macros").map(MacroId);
    let mut actions = vec![action(unit, dice)?, action(unit, dice)?];
    if dice.once_in(3) {
        actions.push(Action::Close {});
    }
    let reply = dice.once_in(2).then(|| "Hello {{contact.name}}".to_owned());
    let wanted = Wanted {
        name: Some(words(dice).chars().take(20).collect()),
        document: Some(Document { reply, actions }),
        shared: Some(!dice.once_in(4)),
    };
    match dice.below(5) {
        0 => keep::change(unit, &who, one?, wanted).map(drop),
        1 => keep::remove(unit, &who, one?),
        _ => keep::add(unit, &who, wanted).map(drop),
    }
}

fn some(unit: &Unit<'_>, dice: &mut Random) -> Result<Vec<Option<ConversationId>>, Fault> {
    (0..=dice.below(3)).map(|_| any_conversation(unit, dice).map(Some)).collect()
}

pub fn run_macro(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let (id, ids) = (MacroId(any(unit, dice, "macros")?), some(unit, dice)?);
    run::run(unit, &who, id, &ids, &how(dice)).map(drop)
}

pub fn preview_macro(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let (id, ids) = (MacroId(any(unit, dice, "macros")?), some(unit, dice)?);
    run::preview(unit, &who, id, &ids, &how(dice)).map(drop)
}

pub fn schedule(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let later = Later {
        conversation: any_conversation(unit, dice)?,
        client_message_id: None,
        content: Content::text(words(dice)),
        send_at: unit.now().plus(Duration::from_secs(1 + dice.below(120) as u64)),
        seen: None,
    };
    scheduled::schedule(unit, &who, &later).map(drop)
}

pub fn change_scheduled(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let id = ScheduledId(any(unit, dice, "scheduled_messages")?);
    let content = Content::text(words(dice));
    let later = unit.now().plus(Duration::from_mins(1 + dice.below(9) as u64));
    match dice.below(3) {
        0 => scheduled::cancel(unit, &who, id),
        _ => scheduled::change(unit, &who, id, (Some(&content), Some(later))).map(drop),
    }
}

pub fn send_due(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    scheduled::send_due(unit, 1 + dice.below(3))
}

pub fn done_for_today(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let to = match dice.below(3) {
        0 => To::Agent(any_agent(unit, dice)?),
        1 => To::Team(servicedesk::ids::TeamId(any(unit, dice, "teams")?)),
        _ => To::Queue,
    };
    let note = dice.once_in(2).then(|| words(dice));
    let items = [HandOver { conversation: any_conversation(unit, dice)?, to, note }];
    hand_over::done_for_today(unit, &who, &items, (&[7; 32], 1_000)).map(drop)
}

pub fn block_person(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (who, contact) = (somebody(unit, dice)?, any_contact(unit, dice)?);
    if dice.once_in(2) {
        return block::unblock_person(unit, &who, contact);
    }
    let how = PersonBlock { reason: Some(words(dice)), until: None, addresses: dice.once_in(2) };
    block::block_person(unit, &who, contact, &how).map(drop)
}
