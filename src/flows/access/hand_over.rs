//! Done for today: what is left of an agent goes to colleagues, teams or back into the queue, and they are offline.

use std::time::Duration;

use rusqlite::Connection;
use serde_json::json;

use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::store as agents;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::demand;
use crate::domain::conversations::store as conversations;
use crate::domain::conversations::target::Target;
use crate::domain::routing::decide::decide;
use crate::domain::routing::store as routing;
use crate::domain::routing::why::Why;
use crate::domain::routing::{Decision, Item};
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::access::availability::{Choice, choose};
use crate::flows::conversations::append;
use crate::flows::conversations::assign::{assign, transfer};
use crate::flows::conversations::post_message::{Post, post_message};
use crate::flows::conversations::triage::transfer_to_team;
use crate::flows::routing::gather::{Around, as_if_waiting, everybody};
use crate::ids::{AgentId, ConversationId, TeamId};
use crate::storage::Unit;

/// Most conversations handed over in one call.
pub const HAND_OVER_MAX: usize = 200;

/// Where a conversation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// A colleague.
    Agent(AgentId),
    /// A team, where it waits for somebody of it.
    Team(TeamId),
    /// Back into the queue.
    Queue,
}

/// A conversation that is handed over.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// The conversation.
    pub conversation: ConversationId,
    /// Where it goes.
    pub to: To,
    /// Only for the team, as content.
    pub note: Option<String>,
}

/// What an agent has left, and where the routing would take it.
#[derive(Debug, Clone)]
pub struct Left {
    /// The conversation.
    pub conversation: ConversationId,
    /// Where it would go.
    pub to: To,
    /// Why, where it is a colleague.
    pub why: Option<Why>,
}

/// What the caller has that is not closed. The routing is asked as if all of it came now and the caller were not there.
pub fn left(conn: &Connection, caller: &Caller, around: &Around<'_>) -> Result<Vec<Left>, Fault> {
    let own = caller.as_agent()?;
    let mut all = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    for id in conversations::with_agent(conn, own)?.into_iter().take(HAND_OVER_MAX) {
        let Some(standing) = demand::find(conn, id)? else { continue };
        items.push(as_if_waiting(conn, &standing, around.now)?);
        all.push(Left { conversation: id, to: standing.team.map_or(To::Queue, To::Team), why: None });
    }
    let mut candidates = everybody(conn, around)?;
    candidates.retain(|one| one.agent != own);
    let (settings, _) = routing::settings(conn)?;
    let (decisions, _) = decide(&items, &candidates, &settings, around.now);
    for decision in decisions {
        let Decision::Assign { conversation, to, why } = decision else { continue };
        if let Some(left) = all.iter_mut().find(|left| left.conversation == conversation) {
            (left.to, left.why) = (To::Agent(to), Some(why));
        }
    }
    Ok(all)
}

/// Hands everything over and sets the caller offline, or does nothing. What the caller does not have any more is left alone.
pub fn done_for_today(
    unit: &mut Unit<'_>,
    caller: &Caller,
    items: &[HandOver],
    (digest_key, text_chars): (&[u8; 32], usize),
) -> Result<Agent, Fault> {
    let own = caller.as_agent()?;
    for (place, item) in items.iter().enumerate() {
        let work = |unit: &mut Unit<'_>| {
            let conversation = append::within(unit, caller, item.conversation)?;
            if conversation.agent() != Some(own) || conversation.state().is_closed() {
                return Ok(());
            }
            one(unit, caller, item, (digest_key, text_chars))
        };
        work(unit).map_err(|mut fault| {
            let field = fault.field.map(|field| format!(".{field}")).unwrap_or_default();
            fault.field = Some(format!("items[{place}]{field}").into());
            fault
        })?;
    }
    let choice = Choice { availability: Availability::Offline, reason: None, until: None };
    choose(unit, caller, own, &choice)?;
    agents::find(unit.conn(), own)?.ok_or_else(Fault::not_found)
}

fn one(
    unit: &mut Unit<'_>,
    caller: &Caller,
    item: &HandOver,
    (digest_key, text_chars): (&[u8; 32], usize),
) -> Result<(), Fault> {
    let (id, note) = (item.conversation, item.note.as_deref());
    match item.to {
        To::Agent(agent) if Some(agent) == caller.agent_id() => {
            Err(Fault::invalid("agent_id", "Name a colleague."))
        }
        To::Agent(agent) => transfer(unit, caller, id, agent, note).map(drop),
        To::Team(team) => transfer_to_team(unit, caller, id, team, note).map(drop),
        To::Queue => {
            // Nothing else of the way into the queue has words.
            if let Some(note) = note {
                let content = Content::parse(&json!({ "kind": "text", "text": note }), text_chars)?;
                let target = Target::Named(id);
                let mut post =
                    Post::new(digest_key, ActorKind::Agent, None, target, true, content, Duration::ZERO)?;
                post.keeps_draft = true;
                post_message(unit, caller, &post)?;
            }
            assign(unit, caller, id, None).map(drop)
        }
    }
}
