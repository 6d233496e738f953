//! Somebody says something: the one way into a conversation, for every channel.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::domain::blocks::{self, blocked};
use crate::domain::conversations::content::Content;
use crate::domain::conversations::first_answer;
use crate::domain::conversations::mentions::{self, Place};
use crate::domain::conversations::state::State;
use crate::domain::conversations::store::{self, Head, NewMessage, Reach};
use crate::domain::conversations::target::{self, Course, Target};
use crate::domain::conversations::{self, digest, drafts};
use crate::domain::{access, contacts, files};
use crate::events::{Actor, Event, EventKind, LogPosition};
use crate::fault::Fault;
use crate::flows::append;
use crate::flows::assign::release_from_gone;
use crate::flows::check_content::{check_content, describe_file};
use crate::ids::{AgentId, ContactId, ConversationId, MessageId, VisitorId};
use crate::storage::Unit;

/// Who says it.
#[derive(Debug, Clone, Copy)]
pub enum Sender {
    /// A customer's browser or app.
    Visitor(VisitorId),
    /// A person at the desk.
    Agent(AgentId),
}

impl Sender {
    /// The sender as events name it.
    #[must_use]
    pub const fn actor(self) -> Actor {
        match self {
            Self::Visitor(id) => Actor::visitor(id),
            Self::Agent(id) => Actor::agent(id),
        }
    }
}

/// What is said and where.
#[derive(Debug, Clone)]
pub struct Post {
    /// Who says it.
    pub sender: Sender,
    /// The sender's own id for it, checked.
    pub client_message_id: Option<String>,
    /// Where it should go.
    pub target: Target,
    /// Only for the team.
    pub note: bool,
    /// What is said, checked as far as it can be without the desk's data.
    pub content: Content,
    /// The same as canonical JSON, as it was sent.
    pub json: String,
    /// Digest of content and note flag.
    pub digest: [u8; 16],
    /// How long a closed conversation can be re-opened.
    pub reopen_within: Duration,
}

impl Post {
    /// Puts a message together, off the writer.
    pub fn new(
        key: &[u8; 32],
        sender: Sender,
        client_message_id: Option<String>,
        target: Target,
        note: bool,
        content: Content,
        reopen_within: Duration,
    ) -> Result<Self, Fault> {
        if let Some(id) = &client_message_id {
            conversations::check_client_message_id(id)?;
        }
        match (sender, target) {
            (Sender::Visitor(_), _) if note => return Err(Fault::invalid("note", "Notes are for the team.")),
            (Sender::Agent(_), Target::Newest | Target::New) => {
                return Err(Fault::invalid("conversation_id", "Name the conversation to answer in."));
            }
            _ => {}
        }
        content.check_speaker(sender.actor().kind, note)?;
        let json = content.to_json();
        let digest = digest::of(key, &json, note);
        Ok(Self { sender, client_message_id, target, note, content, json, digest, reopen_within })
    }
}

/// Where a message stands, whether stored now or before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// Where it went.
    pub conversation: ConversationId,
    /// Its sequence there.
    pub sequence: i64,
    /// Its place in the log.
    pub position: LogPosition,
    /// When it was committed.
    pub at: Timestamp,
}

impl Posted {
    /// The message's public handle.
    #[must_use]
    pub const fn message_id(&self) -> MessageId {
        MessageId { conversation: self.conversation, sequence: self.sequence }
    }
}

/// Stores a message, or finds it stored before.
pub fn post_message(unit: &mut Unit<'_>, post: &Post) -> Result<Posted, Fault> {
    if let Some(posted) = find_posted(unit, post)? {
        return Ok(posted);
    }
    let mut head = match post.sender {
        Sender::Visitor(visitor) => resolve_for_visitor(unit, post, visitor)?,
        Sender::Agent(agent) => resolve_for_agent(unit, post, agent)?,
    };
    let named = match post.target {
        Target::Named(id) => Some(id),
        Target::Newest | Target::New => None,
    };
    check_content(unit, &post.content, post.note, head.id, named)?;
    let actor = post.sender.actor();
    let described = describe_file(unit, &post.content, actor)?;
    head.last_sequence += 1;
    let position = unit.emit(&Event {
        kind: EventKind::Message,
        conversation: Some(head.id),
        sequence: Some(head.last_sequence),
        actor,
        subject: 0,
        amount: i64::from(post.note),
    })?;
    store::insert_message(
        unit.conn(),
        &NewMessage {
            position,
            conversation: head.id,
            sequence: head.last_sequence,
            sender: actor,
            client_message_id: post.client_message_id.as_deref(),
            sent_to: post.target.stored(),
            digest: post.digest,
            note: post.note,
            content: described.as_deref().unwrap_or(&post.json),
        },
        unit.now(),
    )?;
    if post.note {
        let place =
            Place { conversation: head.id, message: head.last_sequence, sequence: head.last_sequence };
        mentions::set(unit.conn(), place, actor, post.content.mentions())?;
    }
    if let Content::File(message) = &post.content {
        files::store::show(unit.conn(), message.file_id, head.id, head.last_sequence, post.note)?;
    }
    let answers = matches!(post.sender, Sender::Agent(_)) && !post.note && head.waiting_since.is_some();
    if answers {
        first_answer::note(unit.conn(), head.id, unit.now())?;
    }
    if let Sender::Agent(agent) = post.sender {
        drafts::remove(unit.conn(), agent, head.id, post.note)?;
    }
    follow(&mut head, post, unit.now());
    store::advance(unit.conn(), &head, Some(position), unit.now())?;
    Ok(Posted { conversation: head.id, sequence: head.last_sequence, position, at: unit.now() })
}

/// What a message means for the head, without an entry of its own: a customer waits from the first unanswered word; a
/// reply answers, opens a waiting conversation and takes one that is with nobody.
fn follow(head: &mut Head, post: &Post, now: Timestamp) {
    match post.sender {
        Sender::Visitor(_) => head.waiting_since = head.waiting_since.or(Some(now)),
        Sender::Agent(_) if post.note => {}
        Sender::Agent(agent) => {
            head.waiting_since = None;
            head.agent = head.agent.or(Some(agent));
            if matches!(head.state, State::Waiting | State::Bot) {
                head.state = State::Open;
            }
        }
    }
}

/// The stored result of an earlier send under the same id, if it was the same send.
fn find_posted(unit: &Unit<'_>, post: &Post) -> Result<Option<Posted>, Fault> {
    let Some(id) = &post.client_message_id else { return Ok(None) };
    let Some(sent) = store::find_sent(unit.conn(), post.sender.actor(), id)? else { return Ok(None) };
    let same = sent.digest == post.digest && post.target.repeats(sent.sent_to, sent.conversation);
    if !same {
        return Err(conversations::id_conflict());
    }
    Ok(Some(Posted {
        conversation: sent.conversation,
        sequence: sent.sequence,
        position: sent.position,
        at: sent.at,
    }))
}

fn resolve_for_agent(unit: &mut Unit<'_>, post: &Post, agent: AgentId) -> Result<Head, Fault> {
    let active = access::store::find(unit.conn(), agent)?.is_some_and(|agent| agent.active);
    if !active {
        return Err(blocked());
    }
    let Target::Named(id) = post.target else { return Err(Fault::not_found()) };
    let mut head = append::head_of(unit, id)?;
    if head.state == State::Closed && !post.note {
        release_from_gone(unit, &mut head)?;
        let next = State::awake(true);
        append::state(unit, &mut head, next, post.sender.actor(), None)?;
    }
    Ok(head)
}

fn resolve_for_visitor(unit: &mut Unit<'_>, post: &Post, id: VisitorId) -> Result<Head, Fault> {
    let visitor = contacts::store::find_visitor(unit.conn(), id)?.ok_or_else(blocked)?;
    if blocks::store::is_blocked(unit.conn(), id, visitor.contact, unit.now())? {
        return Err(blocked());
    }
    let reach = if visitor.verified { Reach::Contact(visitor.contact) } else { Reach::Visitor(id) };
    if let Target::Named(named) = post.target {
        let mut head = store::find(unit.conn(), named)?
            .filter(|head| reach.covers(head.contact, head.visitor))
            .ok_or_else(Fault::not_found)?;
        match target::course(head.state, head.closed_at, post.reopen_within, unit.now()) {
            Course::Append => return Ok(head),
            Course::Reopen => {
                release_from_gone(unit, &mut head)?;
                let next = State::awake(head.agent.is_some());
                append::state(unit, &mut head, next, post.sender.actor(), None)?;
                return Ok(head);
            }
            Course::Elsewhere => {}
        }
    }
    if post.target != Target::New
        && let Some(mut head) = store::newest_open(unit.conn(), reach)?
    {
        if head.state == State::Snoozed {
            release_from_gone(unit, &mut head)?;
            let next = State::awake(head.agent.is_some());
            append::state(unit, &mut head, next, post.sender.actor(), None)?;
        }
        return Ok(head);
    }
    open(unit, visitor.contact, id, &visitor.channel)
}

fn open(unit: &mut Unit<'_>, contact: ContactId, visitor: VisitorId, channel: &str) -> Result<Head, Fault> {
    let id = unit.mint();
    Ok(store::open(unit.conn(), id, contact, visitor, channel, unit.now())?)
}
