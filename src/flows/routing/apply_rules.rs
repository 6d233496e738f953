//! What rules make of a conversation that nobody has had yet: its team, its priority, and the skills that whoever gets it should
//! have. What a person decided stays.

use serde_json::json;

use crate::domain::conversations::facts::had_somebody;
use crate::domain::conversations::state::State;
use crate::domain::routing::rules::store::{self, Wants};
use crate::domain::routing::rules::{self, Outcome, Rule};
use crate::events::{Actor, By, ConversationEvent, Priority};
use crate::fault::Fault;
use crate::filters::Facts;
use crate::flows::conversations::append;
use crate::flows::routing::facts;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Whether an event may change what rules make of a conversation.
#[must_use]
pub const fn may_change(event: &ConversationEvent) -> bool {
    matches!(
        event,
        ConversationEvent::Opened { .. }
            | ConversationEvent::Labelled
            | ConversationEvent::ContactChanged { .. }
    )
}

/// Asks the rules about a conversation and does what follows. Returns what they said; `None` where they have no say any more:
/// somebody has had it, or it is closed. Asked again, they change nothing unless a fact did.
pub fn apply_rules(
    unit: &mut Unit<'_>,
    rules: &[Rule],
    id: ConversationId,
) -> Result<Option<Outcome>, Fault> {
    let mut conversation = append::conversation_of(unit, id)?;
    if conversation.state() == State::Closed || had_somebody(unit.conn(), id)? {
        return Ok(None);
    }
    let wants = store::wants(unit.conn(), id)?;
    let facts = before_rules(facts::of(unit.conn(), &conversation, unit.now())?, &wants);
    let outcome = rules::apply(rules, &facts);
    let mut after = wants.after(&outcome);
    // What a person decided is nothing that rules may take back.
    after.ruled_team = after.ruled_team.filter(|_| facts.team.is_none());
    after.ruled_priority = after.ruled_priority.filter(|_| facts.priority == Priority::Normal);
    if outcome.team != conversation.team() {
        let name = team_rule(rules, &outcome).map(|rule| json!({ "reason": rule.name }));
        let steps = conversation.set_team(append::moment(unit, Actor::SYSTEM), outcome.team, By::Rule)?;
        append::finish(unit, &conversation, &steps, name.as_ref())?;
    }
    let priority = outcome.priority.unwrap_or(Priority::Normal);
    if priority != conversation.priority() {
        let steps = conversation.set_priority(append::moment(unit, Actor::SYSTEM), priority, By::Rule);
        append::finish(unit, &conversation, &steps, None)?;
    }
    if after != wants {
        store::set_wants(unit.conn(), id, &after)?;
    }
    Ok(Some(outcome))
}

/// The facts without what rules did before, so that they are asked the same thing each time. What is left of team and priority then
/// is what a person decided.
pub(super) fn before_rules(facts: Facts, wants: &Wants) -> Facts {
    let ruled = wants.ruled_priority == Some(facts.priority);
    Facts {
        team: facts.team.filter(|team| wants.ruled_team != Some(*team)),
        priority: if ruled { Priority::Normal } else { facts.priority },
        ..facts
    }
}

/// The last rule that named a team.
fn team_rule<'a>(rules: &'a [Rule], outcome: &Outcome) -> Option<&'a Rule> {
    rules.iter().rfind(|rule| rule.then.team.is_some() && outcome.matched.contains(&rule.id))
}
