//! Conversations: what is said in them, and what becomes of them.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::json;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::read_marks::Marks;
use servicedesk::domain::conversations::target::Target;
use servicedesk::events::{Actor, EventKind, Priority};
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::contacts::visitor_says;
use servicedesk::flows::conversations::append;
use servicedesk::flows::conversations::assign as assigning;
use servicedesk::flows::conversations::bulk::{Action, act_on, restore};
use servicedesk::flows::conversations::change_state;
use servicedesk::flows::conversations::edit_message;
use servicedesk::flows::conversations::label as labelling;
use servicedesk::flows::conversations::open_conversation;
use servicedesk::flows::conversations::post_message::{Post, post_message};
use servicedesk::flows::conversations::rate as rating;
use servicedesk::flows::conversations::record_progress;
use servicedesk::flows::conversations::save_draft;
use servicedesk::flows::conversations::triage;
use servicedesk::ids::{AgentId, ConversationId, FileId, MessageId, TeamId, VisitorId};
use servicedesk::storage::Unit;

use super::{any, any_agent, any_conversation, any_customer, customer, somebody, words};
use crate::random::Random;

const KEY: [u8; 32] = [7; 32];
const TEXT_CHARS: usize = 2_000;
/// Labels that are given.
const LABELS: usize = 6;

fn post(
    unit: &mut Unit<'_>,
    dice: &mut Random,
    caller: &Caller,
    target: Target,
    note: bool,
    content: Content,
) -> Result<(), Fault> {
    // Some were sent before.
    let id = format!("client-message-{}", dice.below(10_000));
    let reopen_within = Duration::from_hours(dice.between(1, 200));
    let post = Post::new(&KEY, caller.actor.kind, Some(id), target, note, content, reopen_within)?;
    post_message(unit, caller, &post).map(drop)
}

pub fn ask(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = any_customer(unit, dice)?;
    let target = if dice.once_in(4) { Target::New } else { Target::Newest };
    let content = Content::text(words(dice));
    post(unit, dice, &caller, target, false, content)
}

pub fn answer(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, any_conversation(unit, dice)?);
    let content = Content::text(words(dice));
    post(unit, dice, &caller, Target::Named(id), false, content)
}

/// For the team; it may name some of them.
pub fn note(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, any_conversation(unit, dice)?);
    let content = naming(unit, dice)?;
    post(unit, dice, &caller, Target::Named(id), true, content)
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
        post(unit, dice, &customer(unit, VisitorId(owner))?, Target::Newest, false, content)
    } else {
        let target = Target::Named(any_conversation(unit, dice)?);
        post(unit, dice, &super::owner(AgentId(owner)), target, dice.clone().once_in(2), content)
    }
}

/// Some message and who sent it.
fn sent(unit: &Unit<'_>, dice: &mut Random) -> Result<(MessageId, Caller), Fault> {
    let all: Vec<(i64, i64, i64, i64)> = unit
        .conn()
        .prepare_cached("SELECT conversation_id, sequence, actor_kind, actor_id FROM event_log WHERE kind = ?1 ORDER BY log_position")?
        .query_map([EventKind::Message as i64], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let (conversation, sequence, kind, sender) = *dice.pick(&all).ok_or_else(Fault::not_found)?;
    let is_visitor = kind == Actor::visitor(VisitorId(sender)).kind.number();
    let caller = if is_visitor { customer(unit, VisitorId(sender))? } else { super::owner(AgentId(sender)) };
    Ok((MessageId { conversation: ConversationId(conversation), sequence }, caller))
}

pub fn edit(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (message, caller) = sent(unit, dice)?;
    let content = naming(unit, dice)?;
    edit_message::edit_message(unit, &caller, message, &content).map(drop)
}

pub fn recall(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (message, caller) = sent(unit, dice)?;
    edit_message::recall_message(unit, &caller, message).map(drop)
}

pub fn assign(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let agent = if dice.once_in(4) { None } else { Some(any_agent(unit, dice)?) };
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    assigning::assign(unit, &actor, id, agent).map(drop)
}

pub fn transfer(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, agent, actor) = (any_conversation(unit, dice)?, any_agent(unit, dice)?, somebody(unit, dice)?);
    assigning::transfer(unit, &actor, id, agent, Some(&words(dice))).map(drop)
}

pub fn to_team(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    triage::transfer_to_team(unit, &actor, id, any_team(unit, dice)?, Some(&words(dice))).map(drop)
}

fn any_team(unit: &Unit<'_>, dice: &mut Random) -> Result<TeamId, Fault> {
    any(unit, dice, "teams").map(TeamId)
}

pub fn prioritize(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    triage::set_priority(unit, &actor, id, *dice.pick(&Priority::ALL).expect("there are some")).map(drop)
}

pub fn no_answer_needed(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    triage::no_answer_needed(unit, &actor, id).map(drop)
}

pub fn resolve(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    let seen = dice.once_in(3).then(|| dice.below(5) as i64);
    change_state::resolve(unit, &actor, id, seen).map(drop)
}

pub fn reopen(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    change_state::reopen(unit, &actor, id).map(drop)
}

pub fn snooze(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    let until = dice.once_in(2).then(|| unit.now().plus(Duration::from_secs(dice.between(60, 90_000))));
    change_state::snooze(unit, &actor, id, until, None).map(drop)
}

pub fn wake(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    change_state::wake(unit, &Caller::system(), id)
}

fn customer_of(unit: &Unit<'_>, id: ConversationId) -> Result<Caller, Fault> {
    customer(unit, append::conversation_of(unit, id)?.visitor())
}

pub fn rate(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    let caller = customer_of(unit, id)?;
    let score = 1 + dice.below(5) as i64;
    rating::rate(unit, &caller, id, score, Some(&words(dice))).map(drop)
}

pub fn read(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    let marks = Marks { received: dice.below(9) as i64, read: dice.below(9) as i64 };
    let caller = if dice.once_in(2) { customer_of(unit, id)? } else { somebody(unit, dice)? };
    record_progress::record_progress(unit, &caller, &[(id, marks)]).map(drop)
}

fn labels(dice: &mut Random) -> Vec<String> {
    (0..dice.below(4)).map(|_| format!("label {}", dice.below(LABELS))).collect()
}

pub fn label(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_conversation(unit, dice)?, somebody(unit, dice)?);
    labelling::label(unit, &actor, id, &labels(dice)).map(drop)
}

pub fn page_labels(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let id = any_conversation(unit, dice)?;
    let caller = customer_of(unit, id)?;
    let (add, remove) = (labels(dice), labels(dice));
    visitor_says::relabel(unit, &caller, id, (&add, &remove)).map(drop)
}

pub fn draft(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let text = if dice.once_in(4) { String::new() } else { words(dice) };
    save_draft::save_draft(
        unit,
        &somebody(unit, dice)?,
        any_conversation(unit, dice)?,
        dice.once_in(2),
        &text,
    )
}

pub fn open_from_outside(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let said = dice.once_in(2).then(|| Content::text(words(dice)));
    open_conversation::open_conversation(
        unit,
        &somebody(unit, dice)?,
        &KEY,
        &format!("user {}", dice.below(4)),
        "mail",
        said,
    )
    .map(drop)
}

/// Some of many cannot be done; what was done is put back at times.
pub fn bulk(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let ids: Vec<Option<ConversationId>> =
        (0..dice.below(6)).map(|_| any_conversation(unit, dice).ok()).collect();
    let ids: Vec<_> = ids.into_iter().chain([None, Some(ConversationId(1))]).collect();
    let actor = somebody(unit, dice)?;
    let act = match dice.below(6) {
        0 => Action::Assign(Some(any_agent(unit, dice)?)),
        1 => Action::Close(HashMap::new()),
        2 => Action::Reopen,
        3 => Action::Snooze(None, HashMap::new()),
        4 => Action::Label(vec![format!("label {}", dice.below(LABELS))]),
        _ => Action::Unlabel(vec![format!("label {}", dice.below(LABELS))]),
    };
    let before = act_on(unit, &actor, &ids, &act)?;
    if dice.once_in(2) {
        let earlier = ids.iter().zip(before).filter_map(|(id, before)| Some((*id, before.ok()?)));
        restore(unit, &actor, &earlier.collect::<Vec<_>>())?;
    }
    Ok(())
}
