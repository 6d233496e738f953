//! Conversations: what is said in them, and what becomes of them.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::json;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::progress::Marks;
use servicedesk::domain::conversations::store::Reach;
use servicedesk::domain::conversations::target::Target;
use servicedesk::events::{Actor, EventKind};
use servicedesk::fault::Fault;
use servicedesk::flows::bulk::{Act, act_on, restore};
use servicedesk::flows::post_message::{Post, Sender, post_message};
use servicedesk::flows::{
    append, assign as assigning, change_state, edit_message, label as labelling, open_conversation,
    rate as rating, record_progress, save_draft, visitor_says,
};
use servicedesk::ids::{AgentId, ConversationId, FileId, MessageId, VisitorId};
use servicedesk::storage::Unit;

use super::{any, any_agent, any_conversation, any_visitor, somebody, words};
use crate::random::Random;

const KEY: [u8; 32] = [7; 32];
const TEXT_CHARS: usize = 2_000;
/// Labels that are given.
const LABELS: usize = 6;

fn post(
    unit: &mut Unit<'_>,
    dice: &mut Random,
    sender: Sender,
    target: Target,
    note: bool,
    content: Content,
) -> Result<(), Fault> {
    // Some were sent before.
    let id = format!("client-message-{}", dice.below(10_000));
    let reopen_within = Duration::from_hours(dice.between(1, 200));
    let post = Post::new(&KEY, sender, Some(id), target, note, content, reopen_within)?;
    post_message(unit, &post).map(drop)
}

pub fn ask(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let visitor = any_visitor(unit, dice)?;
    let target = if dice.once_in(4) { Target::New } else { Target::Newest };
    let content = Content::text(words(dice));
    post(unit, dice, Sender::Visitor(visitor), target, false, content)
}

pub fn answer(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (agent, id) = (any_agent(unit, dice)?, any_conversation(unit, dice)?);
    let content = Content::text(words(dice));
    post(unit, dice, Sender::Agent(agent), Target::Named(id), false, content)
}

/// For the team; it may name some of them.
pub fn note(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (agent, id) = (any_agent(unit, dice)?, any_conversation(unit, dice)?);
    let content = naming(unit, dice)?;
    post(unit, dice, Sender::Agent(agent), Target::Named(id), true, content)
}

fn naming(unit: &Unit<'_>, dice: &mut Random) -> Result<Content, Fault> {
    let named: Vec<String> = (0..dice.below(3))
        .map(|_| any_agent(unit, dice).map(|agent| agent.to_string()))
        .collect::<Result<_, _>>()?;
    Content::parse(&json!({ "kind": "text", "text": words(dice), "mentions": named }), TEXT_CHARS)
}

pub fn show_file(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let file = FileId(any(unit, dice, "files")?);
    let (kind, owner): (i64, i64) =
        unit.conn().query_row("SELECT owner_kind, owner_id FROM files WHERE id = ?1", [file], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let content =
        Content::parse(&json!({ "kind": "file", "file_id": file.to_string(), "text": "" }), TEXT_CHARS)?;
    if kind == Actor::visitor(VisitorId(owner)).kind.number() {
        post(unit, dice, Sender::Visitor(VisitorId(owner)), Target::Newest, false, content)
    } else {
        let target = Target::Named(any_conversation(unit, dice)?);
        post(unit, dice, Sender::Agent(AgentId(owner)), target, dice.clone().once_in(2), content)
    }
}

/// Some message and who sent it.
fn sent(unit: &Unit<'_>, dice: &mut Random) -> Result<(MessageId, Actor), Fault> {
    let all: Vec<(i64, i64, i64, i64)> = unit
        .conn()
        .prepare_cached("SELECT conversation_id, sequence, actor_kind, actor_id FROM event_log WHERE kind = ?1 ORDER BY log_position")?
        .query_map([EventKind::Message as i64], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let (conversation, sequence, kind, sender) = *dice.pick(&all).ok_or_else(Fault::not_found)?;
    let is_visitor = kind == Actor::visitor(VisitorId(sender)).kind.number();
    let actor = if is_visitor { Actor::visitor(VisitorId(sender)) } else { Actor::agent(AgentId(sender)) };
    Ok((MessageId { conversation: ConversationId(conversation), sequence }, actor))
}

pub fn edit(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (message, actor) = sent(unit, dice)?;
    let content = naming(unit, dice)?;
    edit_message::edit_message(unit, message, None, &content, actor).map(drop)
}

pub fn recall(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (message, actor) = sent(unit, dice)?;
    edit_message::recall_message(unit, message, None, actor).map(drop)
}

pub fn assign(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let agent = if dice.once_in(4) { None } else { Some(any_agent(unit, dice)?) };
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    assigning::assign(unit, id, agent, actor).map(drop)
}

pub fn transfer(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, agent, actor) = (any_conversation(unit, dice)?, any_agent(unit, dice)?, somebody(unit, dice)?);
    assigning::transfer(unit, id, agent, Some(&words(dice)), actor).map(drop)
}

pub fn resolve(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    let seen = dice.once_in(3).then(|| dice.below(5) as i64);
    change_state::resolve(unit, id, seen, actor).map(drop)
}

pub fn reopen(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    change_state::reopen(unit, id, actor).map(drop)
}

pub fn snooze(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    let until = dice.once_in(2).then(|| unit.now().plus(Duration::from_secs(dice.between(60, 90_000))));
    change_state::snooze(unit, id, until, None, actor).map(drop)
}

pub fn wake(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    change_state::wake(unit, id)
}

fn customer_of(unit: &Unit<'_>, id: ConversationId) -> Result<VisitorId, Fault> {
    append::conversation_of(unit, id).map(|conversation| conversation.visitor())
}

pub fn rate(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    let visitor = customer_of(unit, id)?;
    let score = 1 + dice.below(5) as i64;
    rating::rate(unit, id, Some(Reach::Visitor(visitor)), score, Some(&words(dice)), Actor::visitor(visitor))
        .map(drop)
}

pub fn read(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    let marks = Marks { received: dice.below(9) as i64, read: dice.below(9) as i64 };
    let (member, reach) = if dice.once_in(2) {
        let visitor = customer_of(unit, id)?;
        (Actor::visitor(visitor), Some(Reach::Visitor(visitor)))
    } else {
        (somebody(unit, dice)?, None)
    };
    record_progress::record_progress(unit, member, reach, &[(id, marks)]).map(drop)
}

fn labels(dice: &mut Random) -> Vec<String> {
    (0..dice.below(4)).map(|_| format!("label {}", dice.below(LABELS))).collect()
}

pub fn label(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    labelling::label(unit, id, &labels(dice), actor).map(drop)
}

pub fn page_labels(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    let visitor = customer_of(unit, id)?;
    let (add, remove) = (labels(dice), labels(dice));
    visitor_says::relabel(unit, id, Reach::Visitor(visitor), (&add, &remove), Actor::visitor(visitor))
        .map(drop)
}

pub fn draft(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let text = if dice.once_in(4) { String::new() } else { words(dice) };
    save_draft::save_draft(
        unit,
        any_agent(unit, dice)?,
        any_conversation(unit, dice)?,
        dice.once_in(2),
        &text,
    )
}

pub fn open_from_outside(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let said = dice.once_in(2).then(|| Content::text(words(dice)));
    open_conversation::open_conversation(unit, &KEY, &format!("user {}", dice.below(4)), "mail", said)
        .map(drop)
}

/// Some of many cannot be done; what was done is put back at times.
pub fn bulk(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let ids: Vec<Option<ConversationId>> =
        (0..dice.below(6)).map(|_| any_conversation(unit, dice).ok()).collect();
    let ids: Vec<_> = ids.into_iter().chain([None, Some(ConversationId(1))]).collect();
    let actor = somebody(unit, dice)?;
    let act = match dice.below(6) {
        0 => Act::Assign(Some(any_agent(unit, dice)?)),
        1 => Act::Close(HashMap::new()),
        2 => Act::Reopen,
        3 => Act::Snooze(None, HashMap::new()),
        4 => Act::Label(vec![format!("label {}", dice.below(LABELS))]),
        _ => Act::Unlabel(vec![format!("label {}", dice.below(LABELS))]),
    };
    let before = act_on(unit, &ids, &act, actor)?;
    if dice.once_in(2) {
        let standing = ids.iter().zip(before).filter_map(|(id, before)| Some((*id, before.ok()?)));
        restore(unit, &standing.collect::<Vec<_>>(), actor)?;
    }
    Ok(())
}
