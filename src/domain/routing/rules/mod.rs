//! Rules: what a conversation and its customer are decides to which team it belongs, how urgent it is, and what whoever gets it
//! should know. Pure: facts come in as plain values.
//!
//! Rules are asked in their order. Each that holds adds to the outcome: a later team or priority takes the place of an earlier one,
//! skills add up, and a rule sees what those before it decided. One that says so is the last. No rule counts what the shop's page
//! said, but for the page itself, the language and the widget, which are what they are called.

pub mod named;
pub mod read;
pub mod store;

use crate::events::Priority;
use crate::filters::{Facts, Filter};
use crate::ids::{RuleId, TeamId};

/// Longest name of a rule, in characters.
pub const NAME_CHARS: usize = 60;
/// Most skills of each kind that one rule asks for.
pub const SKILLS_MAX: usize = 10;
/// Longest name of a skill, in characters.
pub const SKILL_CHARS: usize = 40;

/// A rule that reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// What the team calls it.
    pub name: String,
    /// Whether it is asked.
    pub enabled: bool,
    /// Whom it concerns.
    pub when: Filter,
    /// What follows.
    pub then: Then,
    /// Whether no rule after it is asked where it holds.
    pub stop: bool,
}

/// What follows from a rule; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Then {
    /// The team.
    pub team: Option<TeamId>,
    /// The priority.
    pub priority: Option<Priority>,
    /// Skills that whoever gets it must have.
    pub required: Vec<String>,
    /// Skills that are liked.
    pub preferred: Vec<String>,
}

/// What follows from all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The team: that of the last rule that names one, else the one that the customer chose.
    pub team: Option<TeamId>,
    /// The priority, where a rule sets one.
    pub priority: Option<Priority>,
    /// Skills that whoever gets it must have.
    pub required: Vec<String>,
    /// Skills that are liked, without those.
    pub preferred: Vec<String>,
    /// The rules that held, in their order.
    pub matched: Vec<RuleId>,
}

/// Asks the rules in their order. A team and a priority that the facts bring were decided by a person, and stay.
pub fn apply<'a>(rules: impl IntoIterator<Item = &'a Rule>, facts: &Facts) -> Outcome {
    let mut seen = facts.clone();
    let decided = (facts.team, Some(facts.priority).filter(|priority| *priority != Priority::Normal));
    let mut outcome =
        Outcome { team: facts.team.or(facts.chosen_team), priority: decided.1, ..Outcome::default() };
    for rule in rules.into_iter().filter(|rule| rule.enabled) {
        seen.team = outcome.team;
        seen.priority = outcome.priority.unwrap_or(Priority::Normal);
        if !rule.when.matches(&seen) {
            continue;
        }
        let Then { team, priority, required, preferred } = &rule.then;
        outcome.matched.push(rule.id);
        outcome.team = decided.0.or(*team).or(outcome.team);
        outcome.priority = decided.1.or(*priority).or(outcome.priority);
        add(&mut outcome.required, required);
        add(&mut outcome.preferred, preferred);
        if rule.stop {
            break;
        }
    }
    let Outcome { required, preferred, .. } = &mut outcome;
    preferred.retain(|skill| !required.contains(skill));
    outcome
}

fn add(skills: &mut Vec<String>, more: &[String]) {
    for skill in more {
        if !skills.contains(skill) {
            skills.push(skill.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::clock::Timestamp;
    use crate::events::State;

    const SALES: TeamId = TeamId(7);
    const REFUNDS: TeamId = TeamId(8);

    fn somebody() -> Facts {
        Facts {
            now: Timestamp(1_000_000),
            me: None,
            state: State::Waiting,
            agent: None,
            team: None,
            priority: Priority::Normal,
            kind: 0,
            channel: "web".into(),
            labels: Vec::new(),
            waiting_since: Some(Timestamp(900_000)),
            updated_at: Timestamp(900_000),
            opened_at: Timestamp(900_000),
            due_at: None,
            verified: false,
            status: None,
            category: None,
            ticket_type: None,
            language: Some("zh-CN".into()),
            widget: None,
            page: Some("https://shop.test/cart".into()),
            chosen_team: None,
            hours_open: true,
            returning: false,
            attributes: vec![("level".into(), "gold".into())],
        }
    }

    fn is(field: &str, value: impl Into<Value>) -> Value {
        json!({ "field": field, "op": "is", "value": value.into() })
    }

    fn rule(id: i64, when: Value, then: Then) -> Rule {
        let when = serde_json::from_value(when).expect("conditions");
        Rule { id: RuleId(id), name: String::new(), enabled: true, when, then, stop: false }
    }

    fn to(team: TeamId) -> Then {
        Then { team: Some(team), ..Then::default() }
    }

    fn as_urgent_as(priority: Priority) -> Then {
        Then { priority: Some(priority), ..Then::default() }
    }

    fn asking(required: &[&str], preferred: &[&str]) -> Then {
        let skills = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Then { required: skills(required), preferred: skills(preferred), ..Then::default() }
    }

    fn last(rule: Rule) -> Rule {
        Rule { stop: true, ..rule }
    }

    fn off(rule: Rule) -> Rule {
        Rule { enabled: false, ..rule }
    }

    /// Which held, the team and the priority.
    fn outcome(rules: &[Rule], facts: &Facts) -> (Vec<i64>, Option<TeamId>, Option<Priority>) {
        let Outcome { team, priority, matched, .. } = apply(rules, facts);
        (matched.iter().map(|id| id.0).collect(), team, priority)
    }

    #[test]
    fn rules_are_asked_in_order_and_add_up() {
        let always = json!({ "all": [] });
        let urgent = || as_urgent_as(Priority::Urgent);
        let chose = Facts { chosen_team: Some(REFUNDS), ..somebody() };
        let sales = is("team", SALES.to_string());
        let web = is("channel", "web");
        let mail = is("channel", "mail");
        for (name, facts, rules, expected) in [
            ("no rules", somebody(), vec![], (vec![], None, None)),
            ("one holds", somebody(), vec![rule(1, web.clone(), to(SALES))], (vec![1], Some(SALES), None)),
            ("none holds", somebody(), vec![rule(1, mail.clone(), to(SALES))], (vec![], None, None)),
            (
                "a later team takes the place of an earlier one",
                somebody(),
                vec![rule(1, web.clone(), to(SALES)), rule(2, always.clone(), to(REFUNDS))],
                (vec![1, 2], Some(REFUNDS), None),
            ),
            (
                "the first one is the last",
                somebody(),
                vec![last(rule(1, web.clone(), to(SALES))), rule(2, always.clone(), to(REFUNDS))],
                (vec![1], Some(SALES), None),
            ),
            (
                "one that does not hold stops nothing",
                somebody(),
                vec![last(rule(1, mail, to(SALES))), rule(2, always.clone(), to(REFUNDS))],
                (vec![2], Some(REFUNDS), None),
            ),
            (
                "one that is off is not asked",
                somebody(),
                vec![off(last(rule(1, web.clone(), to(SALES)))), rule(2, always.clone(), urgent())],
                (vec![2], None, Some(Priority::Urgent)),
            ),
            (
                "a rule sees the team that those before it gave",
                somebody(),
                vec![rule(1, web.clone(), to(SALES)), rule(2, sales.clone(), urgent())],
                (vec![1, 2], Some(SALES), Some(Priority::Urgent)),
            ),
            (
                "and not what those after it give",
                somebody(),
                vec![rule(1, sales, urgent()), rule(2, web.clone(), to(SALES))],
                (vec![2], Some(SALES), None),
            ),
            (
                "a rule sees the priority that those before it gave",
                somebody(),
                vec![rule(1, web.clone(), urgent()), rule(2, is("priority", "urgent"), to(SALES))],
                (vec![1, 2], Some(SALES), Some(Priority::Urgent)),
            ),
            ("the customer's choice holds", chose.clone(), vec![], (vec![], Some(REFUNDS), None)),
            (
                "until a rule says something else",
                chose.clone(),
                vec![rule(1, is("chosen_team", REFUNDS.to_string()), to(SALES))],
                (vec![1], Some(SALES), None),
            ),
            (
                "a priority leaves the choice alone",
                chose,
                vec![rule(1, always, urgent())],
                (vec![1], Some(REFUNDS), Some(Priority::Urgent)),
            ),
            (
                "what a person decided stays, and rules see it",
                Facts { team: Some(SALES), priority: Priority::High, ..somebody() },
                vec![
                    rule(1, is("team", SALES.to_string()), to(REFUNDS)),
                    rule(2, is("priority", "high"), urgent()),
                ],
                (vec![1, 2], Some(SALES), Some(Priority::High)),
            ),
        ] {
            assert_eq!(outcome(&rules, &facts), expected, "{name}");
        }
    }

    #[test]
    fn each_fact_of_a_customer_can_be_asked_for() {
        for (name, when, changed) in [
            ("language", is("language", "zh"), Facts { language: Some("en".into()), ..somebody() }),
            (
                "page",
                json!({ "field": "page", "op": "contains", "value": "/cart" }),
                Facts { page: Some("https://shop.test/".into()), ..somebody() },
            ),
            ("hours", is("hours_open", true), Facts { hours_open: false, ..somebody() }),
            ("new", is("returning", false), Facts { returning: true, ..somebody() }),
            ("unproven", is("verified", false), Facts { verified: true, ..somebody() }),
            ("attribute", is("attribute:level", "gold"), Facts { attributes: Vec::new(), ..somebody() }),
            (
                "no label",
                json!({ "field": "label", "op": "has_not", "value": "vip" }),
                Facts { labels: vec!["vip".into()], ..somebody() },
            ),
        ] {
            let rules = [rule(1, when, to(SALES))];
            assert_eq!(apply(&rules, &somebody()).team, Some(SALES), "{name}");
            assert_eq!(apply(&rules, &changed).team, None, "{name}");
        }
    }

    #[test]
    fn skills_add_up_and_what_is_required_is_not_liked_as_well() {
        let always = || json!({ "all": [] });
        let rules = [
            rule(1, always(), asking(&["fr"], &["vat"])),
            rule(2, always(), asking(&["fr", "vat"], &["de", "fr"])),
        ];
        let Outcome { required, preferred, .. } = apply(&rules, &somebody());
        assert_eq!((required, preferred), (vec!["fr".into(), "vat".into()], vec!["de".into()]));
    }
}
