//! Messages that go out later: written, changed, taken back, and sent once when their time comes. How one is given back stands in
//! `hold_back`.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::domain::access::forbidden;
use crate::domain::access::rights::Right;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::drafts;
use crate::domain::conversations::scheduled::{
    self as store, AGENT_MAX, CONVERSATION_MAX, Scheduled, Turn, scheduled_limit, turn,
};
use crate::domain::conversations::store as conversations;
use crate::domain::conversations::target::Target;
use crate::domain::conversations::{check_client_message_id, id_conflict};
use crate::events::{Actor, ActorKind};
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::flows::conversations::change_state::newer_message;
use crate::flows::conversations::check_content::check_content;
use crate::flows::conversations::hold_back::{able, assignee, changed, give_back};
use crate::flows::conversations::post_message::{Post, post_message};
use crate::ids::{ConversationId, ScheduledId};
use crate::storage::{Unit, meta};

/// A message to be sent later.
#[derive(Debug, Clone)]
pub struct Later {
    /// Its conversation.
    pub conversation: ConversationId,
    /// Client's id of the message.
    pub client_message_id: Option<String>,
    /// Its content.
    pub content: Content,
    /// When it goes out.
    pub send_at: Timestamp,
    /// The newest sequence that was seen of the conversation.
    pub seen: Option<i64>,
}

/// Has a message sent later, unless its customer wrote something that the caller had not seen. The same `client_message_id` with the
/// same message gives the one that is there.
pub fn schedule(unit: &mut Unit<'_>, caller: &Caller, later: &Later) -> Result<Scheduled, Fault> {
    caller.may(Right::Schedule)?;
    caller.may(Right::Reply)?;
    let agent = caller.as_agent()?;
    let id = later.conversation;
    append::within(unit, caller, id)?;
    check(unit, id, &later.content)?;
    let content = later.content.to_json();
    if let Some(name) = &later.client_message_id {
        check_client_message_id(name)?;
        if let Some(there) = store::named(unit.conn(), agent, name)? {
            let same = (there.conversation, there.send_at) == (id, later.send_at) && there.content == content;
            return if same { Ok(there) } else { Err(id_conflict()) };
        }
        if conversations::find_sent(unit.conn(), caller.actor, name)?.is_some() {
            return Err(id_conflict());
        }
    }
    store::check_send_at(later.send_at, unit.now())?;
    if let Some(seen) = later.seen
        && conversations::has_word_after(unit.conn(), id, seen)?
    {
        return Err(newer_message());
    }
    let (of_conversation, of_agent) = store::counts(unit.conn(), id, agent)?;
    if of_conversation >= CONVERSATION_MAX || of_agent >= AGENT_MAX {
        return Err(scheduled_limit());
    }
    let name: ScheduledId = unit.mint();
    let one = Scheduled {
        id: name,
        conversation: id,
        agent,
        client_message_id: later.client_message_id.clone().unwrap_or_else(|| format!("scheduled:{name}")),
        content,
        send_at: later.send_at,
        created_at: unit.now(),
        kept_at: None,
    };
    store::save(unit.conn(), &one)?;
    // As with what is sent at once.
    drafts::remove(unit.conn(), agent, id, false)?;
    changed(unit, caller.actor)?;
    Ok(one)
}

fn check(unit: &Unit<'_>, id: ConversationId, content: &Content) -> Result<(), Fault> {
    store::check_content(content)?;
    content.check_speaker(ActorKind::Agent, false)?;
    check_content(unit, content, false, id, Some(id))
}

/// Changes words or time of one; `None` stays. Only who wrote it does.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ScheduledId,
    (content, send_at): (Option<&Content>, Option<Timestamp>),
) -> Result<Scheduled, Fault> {
    caller.may(Right::Schedule)?;
    let mut one = reached(unit, caller, id)?;
    if caller.agent_id() != Some(one.agent) {
        return Err(forbidden());
    }
    if let Some(content) = content {
        check(unit, one.conversation, content)?;
        one.content = content.to_json();
    }
    if let Some(send_at) = send_at {
        store::check_send_at(send_at, unit.now())?;
        one.send_at = send_at;
    } else if one.kept_at.is_some() {
        return Err(Fault::invalid("send_at", "Say when it shall go out."));
    }
    one.kept_at = None;
    store::save(unit.conn(), &one)?;
    unit.forget_soon();
    changed(unit, caller.actor)?;
    Ok(one)
}

/// Takes one back: who wrote it, who supervises, and of those that were kept back everybody.
pub fn cancel(unit: &mut Unit<'_>, caller: &Caller, id: ScheduledId) -> Result<(), Fault> {
    caller.may(Right::Schedule)?;
    let one = reached(unit, caller, id)?;
    if caller.agent_id() != Some(one.agent) && one.kept_at.is_none() {
        caller.may(Right::Supervise)?;
    }
    store::remove(unit.conn(), id)?;
    unit.forget_soon();
    changed(unit, caller.actor)
}

fn reached(unit: &Unit<'_>, caller: &Caller, id: ScheduledId) -> Result<Scheduled, Fault> {
    let one = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    append::within(unit, caller, one.conversation)?;
    Ok(one)
}

/// Sends at most `limit` of those whose time has come. One that cannot be sent is given back.
pub fn send_due(unit: &mut Unit<'_>, limit: usize) -> Result<(), Fault> {
    let due = store::due(unit.conn(), unit.now(), limit)?;
    if due.is_empty() {
        return Ok(());
    }
    let key = digest_key(unit)?;
    for one in due {
        let conversation = append::conversation_of(unit, one.conversation)?;
        let author = able(unit, one.agent, &conversation)?;
        let assignee = assignee(unit, &conversation)?;
        let author_id = author.and_then(|author| author.agent_id());
        if let (Some(author), Turn::Send) = (author, turn(true, author_id, assignee)) {
            let sent = unit.attempt(|unit| send(unit, &author, &one, &key));
            match sent {
                Ok(()) => continue,
                Err(fault) if matches!(fault.kind, Kind::Internal | Kind::Unavailable) => return Err(fault),
                Err(fault) => tracing::warn!(code = fault.code, "a message was not sent at its time"),
            }
        }
        give_back(unit, &conversation, one)?;
    }
    changed(unit, Actor::SYSTEM)
}

fn digest_key(unit: &Unit<'_>) -> Result<[u8; 32], Fault> {
    let key = meta::read(unit.conn(), "digest_key")?.unwrap_or_default();
    key.try_into().map_err(|_| Fault::internal("the key of the digests is missing"))
}

/// The message goes out, and leaves the list with it.
fn send(unit: &mut Unit<'_>, author: &Caller, one: &Scheduled, key: &[u8; 32]) -> Result<(), Fault> {
    let content =
        Content::stored(&one.content).ok_or_else(|| Fault::invalid("content", "It reads no more."))?;
    let name = Some(one.client_message_id.clone());
    let target = Target::Named(one.conversation);
    let mut post = Post::new(key, ActorKind::Agent, name, target, false, content, Duration::ZERO)?;
    post.keeps_draft = true;
    post_message(unit, author, &post)?;
    Ok(store::remove(unit.conn(), one.id)?)
}
