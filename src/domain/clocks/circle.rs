//! Steps that lead back: one policy hands a conversation to a team or priority whose policy hands it back. No clock would tell
//! anything new then, and people would be called for nothing.

use std::collections::HashSet;

use super::policy::{Policy, Step};
use crate::filters::{Condition, Field, Filter, Op, Operand};

/// What steps give and conditions name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Given {
    Team(String),
    Priority(String),
}

/// The place of a step of `policies[at]` that leads back to that policy, over the steps of others.
#[must_use]
pub fn leads_back(policies: &[&Policy], at: usize) -> Option<usize> {
    let wanted: Vec<HashSet<Given>> = policies.iter().map(|policy| named(&policy.when)).collect();
    let next = |step: &Step| -> Vec<usize> {
        let Some(given) = given(step) else { return Vec::new() };
        (0..policies.len()).filter(|other| wanted[*other].contains(&given)).collect()
    };
    policies[at].steps.iter().position(|step| {
        let mut seen = HashSet::new();
        // Its own team or priority once more is no way out of it, but no way round either.
        let mut open: Vec<usize> = next(step).into_iter().filter(|other| *other != at).collect();
        while let Some(policy) = open.pop() {
            if policy == at {
                return true;
            }
            if seen.insert(policy) {
                open.extend(policies[policy].steps.iter().flat_map(next).filter(|to| *to != policy));
            }
        }
        false
    })
}

fn given(step: &Step) -> Option<Given> {
    step.team()
        .map(|team| Given::Team(team.to_string()))
        .or_else(|| step.priority().map(|priority| Given::Priority(priority.name().to_owned())))
}

/// Teams and priorities that a filter asks for by name.
fn named(filter: &Filter) -> HashSet<Given> {
    match filter {
        Filter::All(filters) | Filter::Any(filters) => filters.iter().flat_map(named).collect(),
        Filter::One(Condition { field, op: Op::Is | Op::In, value }) => {
            let values: Vec<&String> = match value {
                Operand::Single(value) => value.iter().collect(),
                Operand::Several(values) => values.iter().flatten().collect(),
                _ => Vec::new(),
            };
            let given = |value: &String| match field {
                Field::Team => Some(Given::Team(value.clone())),
                Field::Priority => Some(Given::Priority(value.clone())),
                _ => None,
            };
            values.into_iter().filter_map(given).collect()
        }
        Filter::One(_) => HashSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::ids::TeamId;

    fn policy(field: &str, value: &Value, steps: &[Value]) -> Policy {
        serde_json::from_value(json!({
            "name": "x",
            "when": { "field": field, "op": "is", "value": value },
            "targets": { "first": { "normal": 60_000 } },
            "steps": steps,
        }))
        .expect("a policy")
    }

    #[test]
    fn a_step_that_comes_back_is_found_whatever_the_way() {
        let team = |number: i64| json!(TeamId(number).to_string());
        let to_team =
            |number: i64| json!({ "at": "broken", "do": "set_team", "team_id": TeamId(number).to_string() });
        let to_priority = |name: &str| json!({ "at": "warned", "do": "set_priority", "priority": name });
        let found = |policies: &[Policy]| {
            let all: Vec<&Policy> = policies.iter().collect();
            (0..all.len()).map(|at| leads_back(&all, at)).collect::<Vec<_>>()
        };
        let chain = [
            policy("team", &team(1), &[to_team(2)]),
            policy("team", &team(2), &[to_team(3)]),
            policy("team", &team(3), &[]),
        ];
        assert_eq!(found(&chain), [None, None, None]);
        let two = [
            policy("team", &team(1), &[to_priority("high"), to_team(2)]),
            policy("team", &team(2), &[to_team(1)]),
        ];
        assert_eq!(found(&two), [Some(1), Some(0)]);
        let three = [
            policy("team", &team(1), &[to_priority("urgent")]),
            policy("priority", &json!("urgent"), &[to_team(3)]),
            policy("team", &team(3), &[to_team(1)]),
        ];
        assert_eq!(found(&three), [Some(0), Some(0), Some(0)]);
        let own = [policy("team", &team(1), &[to_team(1)])];
        assert_eq!(found(&own), [None], "it stays where it is");
    }
}
