//! What becomes a notice: read from the log, judged by each agent's own preferences. Words are looked at nowhere.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::clock::Timestamp;
use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::preferences::{Notice, Notifications, Preferences};
use crate::domain::access::store as agents;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::store as conversations;
use crate::domain::conversations::{mentions, state::State};
use crate::domain::push::store::{self, NewNotice};
use crate::domain::push::{GRACE, Kind};
use crate::events::{ActorKind, ConversationEvent, Event, EventKind, Logged};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// What somebody may have to know at once.
pub const KINDS: &[EventKind] =
    &[EventKind::Message, EventKind::Assigned, EventKind::Transferred, EventKind::Clock];

/// Keeps a notice for whoever an event concerns and who takes some.
pub fn take(unit: &mut Unit<'_>, logged: &Logged, listeners: &BTreeSet<AgentId>) -> Result<(), Fault> {
    // What was brought in is old, and what is old is no news.
    if logged.imported || listeners.is_empty() {
        return Ok(());
    }
    let Event::Conversation(id, event) = logged.record.event else { return Ok(()) };
    let Some(conversation) = conversations::find(unit.conn(), id)? else { return Ok(()) };
    let actor = logged.record.actor;
    let author = (actor.kind == ActorKind::Agent).then_some(AgentId(actor.id));
    let sequence = logged.record.sequence;
    for (agent, kind) in concerned(unit, logged, (id, event), &conversation, listeners)? {
        if Some(agent) == author || !listeners.contains(&agent) {
            continue;
        }
        if wants(unit, agent, kind, &conversation, logged.at)? {
            let new = NewNotice {
                kind,
                conversation: id,
                // What an entry implies has no sequence of its own.
                sequence: sequence.unwrap_or(conversation.last_sequence()),
                actor: author,
                at: logged.at,
                due_at: logged.at.plus(GRACE),
            };
            store::keep(unit.conn(), agent, &new)?;
        }
    }
    Ok(())
}

/// Whom an event concerns, and as what.
fn concerned(
    unit: &Unit<'_>,
    logged: &Logged,
    (id, event): (ConversationId, ConversationEvent),
    conversation: &Conversation,
    listeners: &BTreeSet<AgentId>,
) -> Result<Vec<(AgentId, Kind)>, Fault> {
    let (actor, sequence) = (logged.record.actor, logged.record.sequence);
    Ok(match event {
        ConversationEvent::Message { note: true } => {
            let named = mentions::of(unit.conn(), id, sequence.unwrap_or_default())?;
            named.into_iter().map(|agent| (agent, Kind::Mention)).collect()
        }
        ConversationEvent::Message { note: false } if actor.kind == ActorKind::Visitor => {
            match conversation.agent() {
                Some(agent) => vec![(agent, Kind::Message)],
                // The first words of who waits; what they add is no news.
                None if waits_since(conversation, logged.at) => {
                    listeners.iter().map(|agent| (*agent, Kind::New)).collect()
                }
                None => Vec::new(),
            }
        }
        ConversationEvent::Assigned { to, .. } | ConversationEvent::Transferred { to } => {
            vec![(to, Kind::Assigned)]
        }
        ConversationEvent::Clock { .. } => {
            called(unit, logged)?.into_iter().map(|agent| (agent, Kind::Clock)).collect()
        }
        _ => Vec::new(),
    })
}

fn waits_since(conversation: &Conversation, at: Timestamp) -> bool {
    conversation.state() == State::Waiting && conversation.waiting_since().is_some_and(|since| since >= at)
}

/// Whom a clock calls.
fn called(unit: &Unit<'_>, logged: &Logged) -> Result<Vec<AgentId>, Fault> {
    #[derive(Deserialize)]
    struct Detail {
        #[serde(default)]
        calls: Vec<String>,
    }
    let detail = conversations::detail(unit.conn(), logged.position)?;
    let detail: Option<Detail> = detail.and_then(|detail| serde_json::from_str(&detail).ok());
    let calls = detail.map(|detail| detail.calls).unwrap_or_default();
    Ok(calls.iter().filter_map(|id| id.parse().ok()).collect())
}

/// Whether the agent wants a notice of this kind now, and may read what it is about.
fn wants(
    unit: &Unit<'_>,
    id: AgentId,
    kind: Kind,
    conversation: &Conversation,
    at: Timestamp,
) -> Result<bool, Fault> {
    let Some(agent) = agents::find(unit.conn(), id)?.filter(|agent| agent.active) else { return Ok(false) };
    if is_off(&agent, kind) || !Caller::of(&agent).scope.holds(unit.conn(), conversation)? {
        return Ok(false);
    }
    let preferences = Preferences::read(&agents::preferences(unit.conn(), id)?);
    if !notice_of(&preferences.notifications, kind).push {
        return Ok(false);
    }
    let browsers = store::of_agent(unit.conn(), id)?;
    // Quiet where they are: by the browser that was added last.
    let zone = browsers.last().map(|browser| browser.time_zone.as_str());
    Ok(!is_quiet(&preferences, zone, at))
}

/// Whoever is offline is left alone; whoever is away is not asked to take something new.
fn is_off(agent: &Agent, kind: Kind) -> bool {
    match agent.availability {
        Availability::Online => false,
        Availability::Away => kind == Kind::New,
        Availability::Offline => true,
    }
}

const fn notice_of(notifications: &Notifications, kind: Kind) -> Notice {
    match kind {
        Kind::New => notifications.new,
        Kind::Assigned => notifications.assigned,
        Kind::Message => notifications.message,
        Kind::Mention => notifications.mention,
        Kind::Clock => notifications.clock,
    }
}

fn is_quiet(preferences: &Preferences, zone: Option<&str>, at: Timestamp) -> bool {
    let zone = zone.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC);
    let Ok(time) = jiff::Timestamp::from_millisecond(at.0) else { return false };
    let local = time.to_zoned(zone);
    let day = u8::try_from(local.weekday().to_monday_one_offset()).unwrap_or(1);
    let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or_default();
    preferences.quiet.holds(day, minute)
}
