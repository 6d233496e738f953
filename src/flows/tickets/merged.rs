//! Followers and links of a ticket that goes on in another one: added to that one's, and taken back with the merge. The source keeps
//! its own, which tell nobody anything any more.

use super::followers::set_followers;
use super::links::{link, unlink};
use crate::domain::access::rights::Rights;
use crate::domain::access::store as agents;
use crate::domain::conversations::merges::{self, Move, What};
use crate::domain::conversations::scope::Scope;
use crate::domain::tickets::{FOLLOWERS_MAX, store as tickets};
use crate::fault::{Fault, Kind as FaultKind};
use crate::flows::Caller;
use crate::flows::access::reload_agents::reload_agent;
use crate::flows::conversations::append;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;

/// Whoever merges may move what belongs to a ticket, whatever else they may do with tickets.
fn mover(caller: &Caller) -> Caller {
    Caller { rights: Rights::ALL, scope: Scope::Everything, ..*caller }
}

/// Followers that the target lacks, as many as there is room for.
pub fn hand_over_followers(
    unit: &mut Unit<'_>,
    caller: &Caller,
    source: ConversationId,
    target: ConversationId,
) -> Result<(), Fault> {
    let mut followers = tickets::followers(unit.conn(), target)?;
    let had = followers.len();
    for agent in tickets::followers(unit.conn(), source)? {
        let active = agents::find(unit.conn(), agent)?.is_some_and(|agent| agent.active);
        if !active || followers.contains(&agent) || followers.len() >= FOLLOWERS_MAX {
            continue;
        }
        followers.push(agent);
        let one = Move { what: What::Follower, number: agent.0, text: String::new() };
        merges::note_move(unit.conn(), source, &one)?;
    }
    if followers.len() > had {
        set_followers(unit, &mover(caller), target, &followers)?;
    }
    Ok(())
}

/// Takes those followers back that are still there.
pub fn bring_back_followers(
    unit: &mut Unit<'_>,
    caller: &Caller,
    target: ConversationId,
    moves: &[Move],
) -> Result<(), Fault> {
    let came = |agent: &AgentId| moves.iter().any(|one| one.what == What::Follower && one.number == agent.0);
    let followers = tickets::followers(unit.conn(), target)?;
    let left: Vec<AgentId> = followers.iter().copied().filter(|agent| !came(agent)).collect();
    if left.len() == followers.len() {
        return Ok(());
    }
    set_followers(unit, &mover(caller), target, &left)?;
    for agent in followers.iter().filter(|agent| !left.contains(agent)) {
        narrow(unit, caller, *agent, target)?;
    }
    Ok(())
}

/// Whoever read a ticket only because they followed it drops what they have of it.
fn narrow(unit: &mut Unit<'_>, caller: &Caller, agent: AgentId, id: ConversationId) -> Result<(), Fault> {
    let Some(found) = agents::find(unit.conn(), agent)? else { return Ok(()) };
    let ticket = append::conversation_of(unit, id)?;
    if Caller::of(&found).reaches(unit.conn(), &ticket).is_err() {
        reload_agent(unit, caller, agent)?;
    }
    Ok(())
}

/// Links that the target lacks; what it cannot be linked with stays with the source.
pub fn hand_over_links(
    unit: &mut Unit<'_>,
    caller: &Caller,
    source: ConversationId,
    target: ConversationId,
) -> Result<(), Fault> {
    let there = tickets::links(unit.conn(), target)?;
    for (other, kind) in tickets::links(unit.conn(), source)? {
        if other == target || there.iter().any(|(linked, _)| *linked == other) {
            continue;
        }
        let put = unit.attempt(|unit| link(unit, &mover(caller), target, (other, kind)).map(drop));
        match put {
            Ok(()) => {
                let one = Move { what: What::Link, number: other.0, text: kind.name().to_owned() };
                merges::note_move(unit.conn(), source, &one)?;
            }
            Err(fault) if matches!(fault.kind, FaultKind::RuleBroken | FaultKind::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// Takes a link back that is still there.
pub fn bring_back_link(
    unit: &mut Unit<'_>,
    caller: &Caller,
    target: ConversationId,
    other: ConversationId,
) -> Result<(), Fault> {
    if tickets::links(unit.conn(), target)?.iter().any(|(linked, _)| *linked == other) {
        unlink(unit, &mover(caller), target, other)?;
    }
    Ok(())
}
