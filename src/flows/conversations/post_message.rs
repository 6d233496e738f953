//! Storing a message: the only way into a conversation, for every channel.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::config;
use crate::domain::access::rights::Right;
use crate::domain::blocks::{self, blocked};
use crate::domain::bot;
use crate::domain::contacts::store::Visitor;
use crate::domain::conversations::bot_queue;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::first_answer;
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::mentions::{self, Place};
use crate::domain::conversations::merges;
use crate::domain::conversations::scope::Scope;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store::{self, NewMessage, Origin};
use crate::domain::conversations::target::{self, Course, Target};
use crate::domain::conversations::{self, digest, drafts};
use crate::domain::routing::rules::store::{self as rules, Wants};
use crate::domain::{access, contacts, files};
use crate::events::{Actor, ActorKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::bot::contact_form;
use crate::flows::conversations::append;
use crate::flows::conversations::check_content::{check_content, describe_file};
use crate::flows::conversations::hold_back::hold_back;
use crate::flows::routing::offered;
use crate::flows::tickets::{follow, links};
use crate::ids::{AgentId, ContactId, ConversationId, MessageId, TeamId, VisitorId};
use crate::storage::Unit;

/// How long a customer's word opens again what is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReopenWithin {
    /// A chat.
    pub chats: Duration,
    /// A solved ticket.
    pub tickets: Duration,
    /// How the bot waits for what else is said.
    pub bot: Settling,
}

impl From<Duration> for ReopenWithin {
    fn from(both: Duration) -> Self {
        Self { chats: both, tickets: both, bot: Settling::of(&config::Bot::default()) }
    }
}

impl From<&config::Config> for ReopenWithin {
    fn from(config: &config::Config) -> Self {
        Self {
            chats: config.conversations.reopen_within.duration(),
            tickets: config.tickets.reopen_within.duration(),
            bot: Settling::of(&config.bot),
        }
    }
}

/// How the bot waits for what else is said, and for how long what was closed stays with its agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settling {
    /// After a word.
    settle: Duration,
    /// After the first word at most.
    most: Duration,
    /// After closing.
    person_keeps: Duration,
}

impl Settling {
    fn of(bot: &config::Bot) -> Self {
        Self {
            settle: bot.settle.duration(),
            most: bot.settle_max.duration(),
            person_keeps: bot.person_keeps.duration(),
        }
    }
}

/// A message to store.
#[derive(Debug, Clone)]
pub struct Post {
    /// Kind of sender that the content was checked for.
    pub speaker: ActorKind,
    /// Client's id of the message, checked.
    pub client_message_id: Option<String>,
    /// Target conversation.
    pub target: Target,
    /// Whether it is a note for the team.
    pub note: bool,
    /// Content, checked as far as possible without the database.
    pub content: Content,
    /// Content as canonical JSON.
    pub json: String,
    /// Digest of content and note flag.
    pub digest: [u8; 16],
    /// How long what is closed can be re-opened.
    pub reopen_within: ReopenWithin,
    /// The team that a customer chose; it counts where the message begins a conversation, and the team is offered.
    pub team: Option<TeamId>,
    /// Whether an agent's draft stays: what they write themselves is another text.
    pub keeps_draft: bool,
}

impl Post {
    /// Prepares a message, off the writer.
    pub fn new(
        key: &[u8; 32],
        speaker: ActorKind,
        client_message_id: Option<String>,
        target: Target,
        note: bool,
        content: Content,
        reopen_within: impl Into<ReopenWithin>,
    ) -> Result<Self, Fault> {
        if let Some(id) = &client_message_id {
            conversations::check_client_message_id(id)?;
        }
        match (speaker, target) {
            (ActorKind::Visitor, _) if note => return Err(Fault::invalid("note", "Notes are for the team.")),
            (ActorKind::Agent, Target::Newest | Target::New) => {
                return Err(Fault::invalid("conversation_id", "Name the conversation to answer in."));
            }
            _ => {}
        }
        content.check_speaker(speaker, note)?;
        let json = content.to_json();
        let digest = digest::of(key, &json, note);
        Ok(Self {
            speaker,
            client_message_id,
            target,
            note,
            content,
            json,
            digest,
            reopen_within: reopen_within.into(),
            team: None,
            keeps_draft: false,
        })
    }
}

/// A stored message, whether stored now or before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// Its conversation.
    pub conversation: ConversationId,
    /// Its sequence in the conversation.
    pub sequence: i64,
    /// Its position in the log.
    pub position: LogPosition,
    /// Time of the commit.
    pub at: Timestamp,
}

impl Posted {
    /// Public id of the message.
    #[must_use]
    pub const fn message_id(&self) -> MessageId {
        MessageId { conversation: self.conversation, sequence: self.sequence }
    }
}

/// Stores a message, or finds it stored before.
pub fn post_message(unit: &mut Unit<'_>, caller: &Caller, post: &Post) -> Result<Posted, Fault> {
    caller.may(if post.note { Right::Note } else { Right::Reply })?;
    let actor = caller.actor;
    if actor.kind != post.speaker {
        return Err(access::forbidden());
    }
    if let Some(posted) = find_posted(unit, actor, post)? {
        return Ok(posted);
    }
    let agent = caller.agent_id();
    let mut conversation = match agent {
        Some(agent) => resolve_for_agent(unit, caller, post, agent)?,
        None => resolve_for_visitor(unit, post, caller.as_visitor()?)?,
    };
    let feeds_back = agent.is_none() && feeds_back(unit, &post.content)?;
    if agent.is_some() && !post.note {
        follow::may_open_again(unit, &conversation)?;
    }
    let id = conversation.id();
    let named = match post.target {
        Target::Named(id) => Some(id),
        Target::Newest | Target::New => None,
    };
    check_content(unit, &post.content, post.note, id, named)?;
    let described = describe_file(unit, &post.content, actor)?;
    let answers = conversation.waiting_since().is_some();
    let left = append::agent_left(unit, &conversation)?;
    let moment = append::moment(unit, actor);
    let steps = match agent {
        None if feeds_back => conversation.feed_back(moment),
        None => {
            let on_duty = takes_again(unit, &conversation, post.reopen_within.bot.person_keeps)?;
            conversation.hear(moment, left, on_duty)
        }
        Some(_) if post.note => conversation.note(moment),
        Some(_) => conversation.reply(moment, left),
    };
    let sequence = conversation.last_sequence();
    let position = append::write(unit, id, &steps)?;
    store::insert_message(
        unit.conn(),
        &NewMessage {
            position,
            conversation: id,
            sequence,
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
        let place = Place { conversation: id, message: sequence, sequence };
        mentions::set(unit.conn(), place, actor, post.content.mentions())?;
    }
    if let Content::File(message) = &post.content {
        files::store::show(unit.conn(), message.file_id, id, sequence, post.note)?;
    }
    if let Some(agent) = agent {
        if answers && !post.note {
            first_answer::note(unit.conn(), id, unit.now())?;
        }
        if !post.keeps_draft {
            drafts::remove(unit.conn(), agent, id, post.note)?;
            // Written where it was merged from.
            if let Some(named) = named.filter(|named| *named != id) {
                drafts::remove(unit.conn(), agent, named, post.note)?;
            }
        }
    } else if !feeds_back {
        hold_back(unit, id)?;
    }
    let answered = agent.is_some() && !post.note;
    follow::follow(unit, &mut conversation, actor, answered)?;
    store::save(unit.conn(), &conversation, Some(position), Some(unit.now()))?;
    if agent.is_none() {
        let settling = post.reopen_within.bot;
        ask_bot(unit, &conversation, sequence, &post.content, settling)?;
        contact_form::take(unit, &mut conversation, caller, &post.content)?;
    }
    Ok(Posted { conversation: id, sequence, position, at: unit.now() })
}

/// Whether it says of an answer of the bot's whether it helped.
fn feeds_back(unit: &Unit<'_>, content: &Content) -> Result<bool, Fault> {
    let Content::Choice(choice) = content else { return Ok(false) };
    if !bot::is_feedback(&choice.choice) {
        return Ok(false);
    }
    let card = store::find_message(unit.conn(), choice.of.conversation, choice.of.sequence)?;
    Ok(card.is_some_and(|card| card.sender == Actor::BOT))
}

/// Whether the bot takes what a word opens again: on duty, unless it was closed just now and its agent is there.
fn takes_again(unit: &Unit<'_>, conversation: &Conversation, person_keeps: Duration) -> Result<bool, Fault> {
    if !conversation.state().is_closed() || conversation.kind() != Kind::Chat {
        return Ok(false);
    }
    let channel = store::channel(unit.conn(), conversation.id())?;
    if !bot::store::is_on_duty(unit.conn(), &channel)? {
        return Ok(false);
    }
    let lately = conversation.closed_at().is_some_and(|at| unit.now() < at.plus(person_keeps));
    let Some(agent) = conversation.agent().filter(|_| lately) else { return Ok(true) };
    let is_there = access::stays::all(unit.conn())?.iter().any(|(there, _)| *there == agent);
    let is_online = access::store::online(unit.conn())?.contains(&agent);
    Ok(!(is_there && is_online))
}

/// What is said to the bot is put into its queue; a choice is answered at once.
fn ask_bot(
    unit: &Unit<'_>,
    conversation: &Conversation,
    sequence: i64,
    content: &Content,
    settling: Settling,
) -> Result<(), Fault> {
    if conversation.state() != State::Bot {
        return Ok(());
    }
    let ms = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    let times = match content {
        Content::Choice(_) | Content::FormAnswer(_) => (0, 0),
        _ => (ms(settling.settle), ms(settling.most)),
    };
    Ok(bot_queue::put(unit.conn(), conversation.id(), sequence, unit.now(), times)?)
}

/// The stored result of an earlier send under the same id, if it was the same send.
fn find_posted(unit: &Unit<'_>, sender: Actor, post: &Post) -> Result<Option<Posted>, Fault> {
    let Some(id) = &post.client_message_id else { return Ok(None) };
    let Some(sent) = store::find_sent(unit.conn(), sender, id)? else { return Ok(None) };
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

fn resolve_for_agent(
    unit: &Unit<'_>,
    caller: &Caller,
    post: &Post,
    agent: AgentId,
) -> Result<Conversation, Fault> {
    let active = access::store::find(unit.conn(), agent)?.is_some_and(|agent| agent.active);
    if !active {
        return Err(blocked());
    }
    let Target::Named(id) = post.target else { return Err(Fault::not_found()) };
    let named = append::within(unit, caller, id)?;
    let end = merges::end_of(unit.conn(), named)?;
    caller.reaches(unit.conn(), &end)?;
    Ok(end)
}

fn resolve_for_visitor(unit: &mut Unit<'_>, post: &Post, id: VisitorId) -> Result<Conversation, Fault> {
    let visitor = contacts::store::find_visitor(unit.conn(), id)?.ok_or_else(blocked)?;
    if blocks::store::is_blocked(unit.conn(), id, visitor.contact, unit.now())? {
        return Err(blocked());
    }
    // Read anew: the shop may have vouched for the person since the link was opened.
    let scope = Scope::of_visitor(id, visitor.contact, visitor.verified);
    if let Content::Choice(choice) = &post.content
        && feeds_back(unit, &post.content)?
    {
        // It belongs to the answer, wherever that stands by now.
        let there = store::find(unit.conn(), choice.of.conversation)?.ok_or_else(Fault::not_found)?;
        return if scope.holds(unit.conn(), &there)? { Ok(there) } else { Err(Fault::not_found()) };
    }
    if let Target::Named(named) = post.target {
        let conversation = store::find(unit.conn(), named)?.ok_or_else(Fault::not_found)?;
        if !scope.holds(unit.conn(), &conversation)? {
            return Err(Fault::not_found());
        }
        let conversation = merges::end_of(unit.conn(), conversation)?;
        match course(unit, &conversation, post.reopen_within)? {
            Course::Append | Course::Reopen => return Ok(conversation),
            // What is said about a ticket that stays closed leads back to it.
            Course::Elsewhere if conversation.kind() == Kind::Ticket => {
                let other = newest_or_new(unit, post, scope, &visitor)?;
                return links::lead_back(unit, other, conversation);
            }
            Course::Elsewhere => {}
        }
    }
    newest_or_new(unit, post, scope, &visitor)
}

/// What becomes of a customer's word in a conversation of theirs.
fn course(
    unit: &Unit<'_>,
    conversation: &Conversation,
    reopen_within: ReopenWithin,
) -> Result<Course, Fault> {
    let (state, closed_at) = (conversation.state(), conversation.closed_at());
    let within = match conversation.kind() {
        Kind::Ticket if follow::stays_closed(unit, conversation)? => return Ok(Course::Elsewhere),
        Kind::Ticket => reopen_within.tickets,
        Kind::Chat | Kind::Call => reopen_within.chats,
    };
    Ok(target::course(state, closed_at, within, unit.now()))
}

fn newest_or_new(
    unit: &mut Unit<'_>,
    post: &Post,
    scope: Scope,
    visitor: &Visitor,
) -> Result<Conversation, Fault> {
    if post.target != Target::New
        && let Some(conversation) = merges::newest_going(unit.conn(), scope)?
    {
        return Ok(conversation);
    }
    let mut conversation = open(unit, visitor.contact, visitor.id, &visitor.channel)?;
    if bot::store::is_on_duty(unit.conn(), &visitor.channel)? {
        let step = conversation.begin_with_bot(append::moment(unit, Actor::BOT));
        append::write(unit, conversation.id(), &[step])?;
    }
    if let Some(team) = post.team
        && offered::is_offered(unit.conn(), team, unit.now())?
    {
        let wants = Wants { chosen_team: Some(team), ..Wants::default() };
        rules::set_wants(unit.conn(), conversation.id(), &wants)?;
    }
    Ok(conversation)
}

/// Opens an empty conversation.
pub fn open(
    unit: &mut Unit<'_>,
    contact: ContactId,
    visitor: VisitorId,
    channel: &str,
) -> Result<Conversation, Fault> {
    let (conversation, step) = Conversation::open(unit.mint(), contact, visitor, Actor::visitor(visitor));
    store::insert(unit.conn(), &conversation, (channel, Origin::Live), unit.now())?;
    append::write(unit, conversation.id(), &[step])?;
    Ok(conversation)
}
