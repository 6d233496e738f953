//! What rules name: teams, colleagues, widgets. Whoever deletes one of them asks here, and whoever saves a rule has it checked.

use crate::filters::{Condition, Field, Filter, Operand};

use super::Rule;

/// Something that a rule names, with where it does so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where, below the rule.
    pub path: String,
    /// What it is.
    pub field: Field,
    /// Its id.
    pub id: String,
}

/// All that a rule names by an id.
#[must_use]
pub fn named(rule: &Rule) -> Vec<Named> {
    let mut found = Vec::new();
    walk(&rule.when, "when", &mut found);
    if let Some(team) = rule.then.team {
        found.push(Named { path: "then.team_id".to_owned(), field: Field::Team, id: team.to_string() });
    }
    found
}

fn walk(filter: &Filter, path: &str, found: &mut Vec<Named>) {
    match filter {
        Filter::All(filters) => each(filters, &format!("{path}.all"), found),
        Filter::Any(filters) => each(filters, &format!("{path}.any"), found),
        Filter::One(condition) => condition_names(condition, path, found),
    }
}

fn each(filters: &[Filter], path: &str, found: &mut Vec<Named>) {
    for (place, filter) in filters.iter().enumerate() {
        walk(filter, &format!("{path}[{place}]"), found);
    }
}

fn condition_names(Condition { field, value, .. }: &Condition, path: &str, found: &mut Vec<Named>) {
    if !matches!(field, Field::Agent | Field::Team | Field::ChosenTeam | Field::Widget) {
        return;
    }
    let mut add = |path: String, id: &Option<String>| {
        found.extend(id.clone().map(|id| Named { path, field: field.clone(), id }));
    };
    match value {
        Operand::Single(id) => add(format!("{path}.value"), id),
        Operand::Several(ids) => {
            for (place, id) in ids.iter().enumerate() {
                add(format!("{path}.value[{place}]"), id);
            }
        }
        Operand::Number(_) | Operand::Bool(_) | Operand::Unfit => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::routing::rules::Then;
    use crate::ids::{RuleId, TeamId};

    #[test]
    fn everything_that_has_an_id_is_found_with_its_path() {
        let when = json!({ "all": [
            { "field": "channel", "op": "is", "value": "web" },
            { "any": [{ "field": "team", "op": "in", "value": [null, "tm_a"] }] },
            { "field": "widget", "op": "is_not", "value": "w_b" },
        ]});
        let rule = Rule {
            id: RuleId(1),
            name: String::new(),
            enabled: true,
            when: serde_json::from_value(when).expect("conditions"),
            then: Then { team: Some(TeamId(7)), ..Then::default() },
            stop: false,
        };
        let found: Vec<_> = named(&rule).into_iter().map(|it| (it.path, it.field, it.id)).collect();
        let expected = [
            ("when.all[1].any[0].value[1]", Field::Team, "tm_a".to_owned()),
            ("when.all[2].value", Field::Widget, "w_b".to_owned()),
            ("then.team_id", Field::Team, TeamId(7).to_string()),
        ]
        .map(|(path, field, id)| (path.to_owned(), field, id));
        assert_eq!(found, expected);
    }
}
